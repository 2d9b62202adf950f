"""Text from outside never steers the terminal and is never read as markup."""

import json
from pathlib import Path

import pytest

from graph.store import Table
from tests.detente.doubles import Command, SmallStore

ESCAPE = "\x1b[31mIran\x1b]0;owned\x07\x9b2J\u202e arms\r\n[bold]Syria[/bold]"
STEERING = {"\x1b", "\x07", "\x9b", "\u202e", "\r"}


@pytest.mark.parametrize("how", ["table", "csv", "json"])
def test_answers(detente: Command, store: SmallStore, how: str) -> None:
    store.answer = Table(("[red]name[/red]",), ((ESCAPE,), ("[link=http://x]:smile:[/link]",), ("[/]",)))
    found = detente("cypher", "RETURN 1", "--format", how)
    assert not STEERING & set(found.out)
    for word in ("[bold]Syria[/bold]", "[link=http://x]:smile:[/link]", "[/]", "[red]name[/red]"):
        assert word in found.out
    if how == "json":
        assert json.loads(found.out)[0]["[red]name[/red]"] == ESCAPE


def test_claims(detente: Command, tmp_path: Path) -> None:
    text = "\x1b[31mIran arms \x9b[bold]Syria[/bold]."
    (tmp_path / "a.txt").write_text(text)
    shown = detente("extract", "a.txt")
    assert not STEERING & set(shown.out)
    assert "[bold]Syria[/bold]" in shown.out
    lines = detente("extract", "a.txt", "--format", "jsonl").out
    assert not STEERING & set(lines)
    assert json.loads(lines)["quote"] == text


def test_names_of_files(detente: Command, tmp_path: Path) -> None:
    (tmp_path / "\x1b[31m[red]bad\n.txt").write_bytes(b"\0")
    found = detente("load", ".")
    assert not STEERING & set(found.err)
    assert found.err.count("\n") == 1
    assert "[red]bad" in found.err


def test_errors(detente: Command) -> None:
    found = detente("query", "\x1b[31m\nx")
    assert not STEERING & set(found.err)
    assert found.err.count("\n") == 1
