"""`detente load`: idempotent, and a bad article does not stop the good ones."""

from pathlib import Path

import pytest

from tests.detente.doubles import Command, SmallStore

TEXT = "Iran arms Hezbollah."


def test_second_load_changes_nothing(detente: Command, store: SmallStore, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert detente("load", "a.txt").out == "new: 1 documents, 1 claims, 2 actors, 1 ties\n"
    assert detente("load", "a.txt").out == "new: 0 documents, 0 claims, 0 actors, 0 ties\n"
    assert store.counts() == {"actors": 2, "documents": 1, "claims": 1, "ties": 1}


def test_bad_articles_are_listed_at_the_end(detente: Command, store: SmallStore, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01")
    (tmp_path / "b.txt").write_text(TEXT)
    found = detente("load", "a.txt", "missing.txt", "b.txt")
    assert found.status == 1
    assert found.err.splitlines() == [
        "read b: 1 claims",
        "detente: a.txt: binary, not text: give a text file, a web page or JSON lines",
        "detente: missing.txt: no such file: check the spelling of its name",
    ]
    assert store.counts()["documents"] == 1


def test_no_store_is_started_where_nothing_can_be_read(detente: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.store.open_store", None)
    found = detente("load", "missing.txt")
    assert (found.status, found.out) == (1, "")
    assert found.err == "detente: missing.txt: no such file: check the spelling of its name\n"
