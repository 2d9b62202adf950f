"""A command line in this process, with a small reader and a store in memory behind it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from detente.__main__ import main
from tests.detente.doubles import Command, Outcome, SmallReader, SmallStore


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> SmallStore:
    made = SmallStore()
    monkeypatch.setattr("graph.store.open_store", lambda: made)
    return made


@pytest.fixture
def detente(
    store: SmallStore, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Command:
    """Runs a command line in an empty folder."""
    del store
    monkeypatch.setattr("detente._reading.open_reader", lambda _actors=(): SmallReader())
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = main(arguments)
        captured = capsys.readouterr()
        return Outcome(status, captured.out, captured.err)

    return command
