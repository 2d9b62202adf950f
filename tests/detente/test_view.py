"""`detente view`: the page is written as a whole or not at all."""

import json
import re
from pathlib import Path

import pytest

from detente._files import write_whole
from graph.errors import InputError
from graph.store import Table
from tests.detente.doubles import Command, SmallStore


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


_SPOKEN = "Iran arms Hezbollah. Iran arms Syria. Syria arms Libya. Libya arms Chad."


def _ids(page: Path) -> set[str]:
    found = re.search(r'"actors":(\[.*?\]),"blocs"', page.read_text("utf-8"))
    assert found
    return {actor["id"] for actor in json.loads(found[1])}


@pytest.mark.parametrize(
    ("options", "drawn"),
    [
        ((), {"iran", "hezbollah", "syria", "libya", "chad"}),
        (("--limit", "2"), {"iran", "libya"}),
        (("--focus", "hezbollah"), {"hezbollah", "iran"}),
        (("--focus", " CHAD "), {"chad", "libya"}),
        (("--focus", "Chad", "--focus", "hezbollah"), {"chad", "libya", "hezbollah", "iran"}),
        (("--focus", "chad", "--hops", "2"), {"chad", "libya", "syria"}),
        (("--focus", "chad", "--hops", "2", "--limit", "1"), {"chad"}),
    ],
)
def test_options_choose_what_is_drawn(
    detente: Command,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: tuple[str, ...],
    drawn: set[str],
) -> None:
    (tmp_path / "a.txt").write_text(_SPOKEN)
    detente("load", "a.txt")
    monkeypatch.setattr("queries.actor_id", lambda _store, text: text.strip().lower())
    assert detente("view", *options).err == ""
    assert _ids(tmp_path / "detente.html") == drawn


def test_title_is_text(loaded: Command, tmp_path: Path) -> None:
    loaded("view", "--title", "Arms <b>2021</b>")
    assert "<title>Arms &lt;b&gt;2021&lt;/b&gt;</title>" in (tmp_path / "detente.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (("--limit", "0"), "--limit"),
        (("--limit", "many"), "--limit"),
        (("--focus", "iran", "--hops", "0"), "--hops"),
        (("--hops", "2"), "add --focus ACTOR"),
        (("--title", " "), "a page needs a title"),
    ],
)
def test_bad_values_are_told_in_one_line(
    loaded: Command, tmp_path: Path, options: tuple[str, ...], problem: str
) -> None:
    found = loaded("view", *options)
    assert (found.status, found.out) == (2, "")
    assert problem in found.err
    assert found.err.count("\n") == 1
    assert not (tmp_path / "detente.html").exists()


def test_an_unknown_focus_is_told_in_one_line(loaded: Command, store: SmallStore, tmp_path: Path) -> None:
    store.answer = Table(("id", "name", "others"), ())
    found = loaded("view", "--focus", "Atlantis")
    assert found.status == 2
    assert found.err.startswith("detente: no actor 'Atlantis' in the store")
    assert found.err.count("\n") == 1
    assert not (tmp_path / "detente.html").exists()


def test_a_name_of_several_actors_is_no_focus(loaded: Command, store: SmallStore) -> None:
    store.answer = Table(("id", "name", "rank"), (("iran", "Iran", 3), ("hezbollah", "Hezbollah", 3)))
    found = loaded("view", "--focus", "the Axis")
    assert found.status == 2
    assert "give the id of one of iran (Iran), hezbollah (Hezbollah)" in found.err


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
