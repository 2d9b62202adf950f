from pathlib import Path

import pytest

from graph.errors import StoreVersionError
from graph.store.engines import embedded
from graph.store.engines._arcadedb import ArcadeDB
from graph.store.engines._versions import check_version, note_version


def test_a_new_folder_has_no_version(tmp_path: Path) -> None:
    check_version(ArcadeDB(), tmp_path)


def test_the_same_release_is_read(tmp_path: Path) -> None:
    release = ".".join(ArcadeDB().version().split(".")[:2])
    note_version(tmp_path, f"{release}.0")
    check_version(ArcadeDB(), tmp_path)


@pytest.mark.parametrize("written", ["25.1.0", "99.1.2", "26", "", "\x00"])
def test_data_of_another_release_are_refused_before_anything_starts(tmp_path: Path, written: str) -> None:
    folder = tmp_path / "arcadedb"
    folder.mkdir()
    note_version(folder, written)
    with pytest.raises(
        StoreVersionError, match=r"was written by arcadedb .*: install that version, or move "
    ) as caught:
        embedded(tmp_path)
    assert "\n" not in str(caught.value)
    assert not (folder / "state.json").exists()
    assert not (folder / "databases").exists()
