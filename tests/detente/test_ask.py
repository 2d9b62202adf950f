"""`detente query` and `detente cypher`."""

import json

import pytest

from graph.store import Table
from tests.detente.doubles import Command, SmallStore

ROWS = Table(("actor", "share", "said", "by", "hedged"), (("Iran", 0.5, None, ("A", "B"), True),))


def test_library_is_listed(detente: Command) -> None:
    found = detente("query")
    assert found.status == 0
    for name in ("alliances", "tensions", "between", "who-arms-whom", "actor", "unconfirmed"):
        assert name in found.out


def test_cypher_only_reads_unless_told_to_write(detente: Command, store: SmallStore) -> None:
    detente("cypher", "RETURN 1")
    detente("cypher", "RETURN $a", "--write", "--param", "a=b=c")
    assert store.asked == [("read", "RETURN 1", {}), ("run", "RETURN $a", {"a": "b=c"})]


def test_formats(detente: Command, store: SmallStore) -> None:
    store.answer = ROWS
    assert detente("cypher", "RETURN 1", "--format", "csv").out == 'actor,share,said,by,hedged\nIran,0.5,,"A, B",yes\n'
    (row,) = json.loads(detente("cypher", "RETURN 1", "--format", "json").out)
    assert row == {"actor": "Iran", "share": 0.5, "said": None, "by": ["A", "B"], "hedged": True}
    head, line = detente("cypher", "RETURN 1").out.splitlines()
    assert head.split() == list(ROWS.columns)
    assert line.split() == ["Iran", "0.5", "A,", "B", "yes"]


def test_pipe_gets_long_cells_whole(detente: Command, store: SmallStore) -> None:
    store.answer = Table(("quote",), (("word " * 100,),))
    assert "word " * 99 + "word" in detente("cypher", "RETURN 1").out


def test_cut_answer_is_told(detente: Command, store: SmallStore) -> None:
    store.answer = Table(("n",), ((1,),), truncated=True)
    assert "only the first 1 rows" in detente("cypher", "RETURN 1").err


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("query", "nonsense"), "nonsense"),
        (("query", "between", "--param", "nonsense=1"), "nonsense"),
        (("query", "between"), "between"),
        (("query", "alliances", "--param", "nonsense"), "'nonsense' is not KEY=VALUE"),
        (("query", "--nonsense"), "No such option"),
        (("query", "alliances", "--format", "xml"), "'xml' is not one of"),
        (("nonsense",), "No such command"),
        (("cypher",), "Missing argument"),
    ],
)
def test_wrong_command_line_is_one_line_and_status_2(detente: Command, arguments: tuple[str, ...], word: str) -> None:
    found = detente(*arguments)
    assert (found.status, found.out) == (2, "")
    assert word in found.err
    assert found.err.startswith("detente: ")
    assert found.err.count("\n") == 1
