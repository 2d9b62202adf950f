from pathlib import Path

import pytest

from graph.errors import StoreUnavailableError
from graph.store.engines import data_folder
from graph.store.engines._folders import new_password, private_folder, write_private


def test_the_data_folder_is_named_by_argument_then_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DETENTE_HOME", str(tmp_path / "named"))
    assert data_folder(tmp_path) == tmp_path
    assert data_folder() == tmp_path / "named"


def test_a_relative_data_folder_is_made_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert data_folder(Path("here")) == tmp_path / "here"


@pytest.mark.skipif("sys.platform != 'linux'", reason="the folder of Linux: run this test there")
def test_the_default_is_the_folder_for_data_of_the_platform(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DETENTE_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert data_folder() == tmp_path / "detente"
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert data_folder() == tmp_path / ".local" / "share" / "detente"


def test_an_open_folder_is_closed(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True, mode=0o755)
    assert private_folder(folder).stat().st_mode & 0o777 == 0o700


def test_a_file_in_the_way_is_an_error_of_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnavailableError, match=r"no data folder at .*: set DETENTE_HOME to a folder") as caught:
        private_folder(tmp_path / "file" / "below")
    assert "\n" not in str(caught.value)


def test_a_private_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "password"
    path.write_text("old and longer")
    path.chmod(0o644)
    write_private(path, "new")
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_passwords_differ_and_never_look_like_an_option() -> None:
    words = {new_password() for _ in range(200)}
    assert len(words) == 200
    assert not any(word.startswith("-") for word in words)
