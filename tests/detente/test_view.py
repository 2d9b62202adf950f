"""`detente view`: the page is written as a whole or not at all."""

from pathlib import Path

import pytest

from detente._files import write_whole
from graph.errors import InputError
from tests.detente.doubles import Command


@pytest.fixture
def loaded(detente: Command, tmp_path: Path) -> Command:
    (tmp_path / "a.txt").write_text("Iran arms Hezbollah.")
    detente("load", "a.txt")
    return detente


def test_page_holds_the_quote_and_is_the_same_again(loaded: Command, tmp_path: Path) -> None:
    found = loaded("view")
    page = tmp_path / "detente.html"
    assert (found.status, found.out) == (0, f"{page}\n")
    first = page.read_bytes()
    assert b"Iran arms Hezbollah." in first
    loaded("view", "-o", "again.html")
    assert (tmp_path / "again.html").read_bytes() == first


def test_empty_store_writes_nothing(detente: Command, tmp_path: Path) -> None:
    found = detente("view")
    assert found.status == 1
    assert found.err.startswith("detente: the store is empty: load articles first")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("target", ["missing/page.html", ".", "/dev/null"])
def test_place_that_cannot_be_written(loaded: Command, tmp_path: Path, target: str) -> None:
    before = sorted(tmp_path.iterdir())
    found = loaded("view", "-o", target)
    assert found.status == 1
    assert found.err.count("\n") == 1
    assert "-o" in found.err or "regular" in found.err
    assert sorted(tmp_path.iterdir()) == before
    assert Path("/dev/null").is_char_device()


def test_old_page_stays_where_the_new_one_fails(
    loaded: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "detente.html").write_text("old")
    monkeypatch.setattr("os.fdopen", _full)
    assert (
        loaded("view").err
        == "detente: detente.html cannot be written (No space left on device): name another file with -o\n"
    )
    assert (tmp_path / "detente.html").read_text() == "old"
    assert {path.name for path in tmp_path.iterdir()} == {"a.txt", "detente.html"}


def test_link_to_the_page_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link.html").symlink_to("real.html")
    write_whole(tmp_path / "link.html", "new")
    assert (tmp_path / "real.html").read_text() == "new"
    assert (tmp_path / "link.html").is_symlink()


def test_file_has_the_usual_mode(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.html", "x")
    (tmp_path / "b.html").write_text("x")
    assert (tmp_path / "a.html").stat().st_mode == (tmp_path / "b.html").stat().st_mode


def test_read_only_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        write_whole(Path("/proc/page.html"), "x")


def _full(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")
