"""Asking in Cypher: what is refused, what is cut off, and what comes back."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from graph.errors import QueryError
from graph.model import Reading
from graph.store import BoltStore, Table
from graph.store._readonly import refuse_writes

Make = Callable[..., Reading]

_WRITES = [
    "CREATE (n:Owned)",
    "create (n:Owned) return n",
    "MATCH (a:Actor) SET a.name = 'x'",
    "MATCH (a:Actor) SET a.name = a.name RETURN a.name",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) REMOVE n.name RETURN 1 AS one",
    "MERGE (n:Owned {id: 1}) RETURN n.id AS id",
    "FOREACH (i IN [1] | CREATE (:Owned))",
    "MATCH (a:Actor) CALL (a) { SET a.x = 1 } RETURN 1 AS one",
    "UNWIND [1] AS x CALL { CREATE (:Owned) } IN TRANSACTIONS",
    "CREATE INDEX owned IF NOT EXISTS FOR (n:Actor) ON (n.owned)",
    "DROP CONSTRAINT detente_actor_id",
    "PROFILE CREATE (:Owned)",
    "/* MATCH */ CREATE (:Owned)",
    "MATCH (a:Actor {name: '\\'}) // '}) SET a.x = 1\n SET a.x = 1",
    "RETURN 1 AS `a``` CREATE (:Owned)",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "STOP DATABASE neo4j",
    "MATCH (a) \\u0053ET a.x = 1",
]


@pytest.mark.parametrize("text", _WRITES)
def test_a_text_that_writes_is_refused_and_does_nothing(store: BoltStore, make: Make, text: str) -> None:
    store.write([make("alpha", ("iran", "ARMS", "hezbollah"))])
    before = store.snapshot()
    with pytest.raises(QueryError) as caught:
        store.read(text)
    assert "\n" not in str(caught.value)
    assert store.snapshot() == before
    assert store.read("MATCH (n:Owned) RETURN count(n) AS n").rows == ((0,),)


def test_what_slips_past_the_words_is_rolled_back(store: BoltStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.store._bolt.refuse_writes", lambda _: None)
    with pytest.raises(QueryError, match="the text writes, and this only reads"):
        store.read("CREATE (n:Owned) RETURN 1 AS one")
    assert store.read("MATCH (n:Owned) RETURN count(n) AS n").rows == ((0,),)


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (n:Create) RETURN n.set AS n",
        "MATCH ()-[r:MERGE|DELETE]->() RETURN count(r) AS n",
        "MATCH (n) WHERE n.name = 'SET' OR n.name = \"it's DELETE\" RETURN n.id AS `CREATE`",
        "// CREATE\nRETURN 1 AS one /* DROP */",
        "RETURN $create AS one",
        "MATCH (c:Claim) RETURN c.start AS start",
        "RETURN 'a\\'b SET' AS text",
    ],
)
def test_a_text_that_only_looks_like_writing_passes(text: str) -> None:
    refuse_writes(text)


def test_run_may_write(store: BoltStore) -> None:
    assert store.run("CREATE (n:Note {id: $id}) RETURN n.id AS id", {"id": "x"}) == Table(("id",), (("x",),))
    assert store.read("MATCH (n:Note) RETURN n.id AS id").rows == (("x",),)


def test_parameters_are_only_values(store: BoltStore) -> None:
    text = "x'}) DETACH DELETE n //"
    assert store.read("RETURN $text AS text, $none AS none", {"text": text, "none": None}).rows == ((text, None),)


@pytest.mark.parametrize(
    ("text", "parameters", "message"),
    [
        ("MATCH (a RETURN a", {}, "correct the Cypher text"),
        ("MATCH (a) RETURN b", {}, "'?`?b`?'? not defined"),
        ("RETURN nosuch(1) AS x", {}, "nosuch"),
        ("RETURN 1/0 AS x", {}, "/ by zero"),
        ("MATCH (a {id: $nope}) RETURN a.id", {}, r"Expected parameter\(s\): nope"),
        ("RETURN $x AS x", {"x": object()}, "a parameter cannot be sent"),
        ("", {}, "there is no Cypher statement in the text: correct the Cypher text, e.g. MATCH"),
        ("// nothing", {}, "there is no Cypher statement in the text"),
        ("nonsense", {}, r"not a Cypher statement that the store understands, at 'nonsense' \(line 1, column 1\)"),
        ("MATCH (a)\nRETURN a\nORDR BY a", {}, r"at 'ORDR' \(line 3, column 1\): correct the Cypher text, e.g. MATCH"),
        ("MATCH (n) RETURN count(n", {}, r"it ends too early \(line 1, column 25\)"),
    ],
)
def test_a_wrong_text_is_one_line_that_says_why(
    store: BoltStore, text: str, parameters: dict[str, object], message: str
) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        store.read(text, parameters)
    assert "\n" not in str(caught.value)
    assert "Neo." not in str(caught.value)


def test_rows_beyond_the_limit_are_cut_off(store: BoltStore) -> None:
    table = store.read("UNWIND range(1, 100) AS n RETURN n ORDER BY n", row_limit=3)
    assert table == Table(("n",), ((1,), (2,), (3,)), truncated=True)
    assert not store.read("UNWIND range(1, 3) AS n RETURN n", row_limit=3).truncated


def test_a_query_that_takes_too_long_is_stopped(store: BoltStore) -> None:
    endless = (
        "UNWIND range(1, 3000) AS x UNWIND range(1, 3000) AS y UNWIND range(1, 3000) AS z RETURN sum(x * y * z) AS n"
    )
    started = time.monotonic()
    with pytest.raises(QueryError, match="took"):
        store.read(endless, time_limit=1.0)
    assert time.monotonic() - started < 10
    assert store.read("RETURN 1 AS one").rows == ((1,),)


def test_values_are_plain(store: BoltStore, make: Make) -> None:
    store.write([make("alpha", ("iran", "ARMS", "hezbollah"))])
    text = "RETURN date('2020-01-02') AS d, [1, [2.5, null]] AS l, {b: 1, a: 'x'} AS m, true AS t"
    assert store.read(text).rows == (("2020-01-02", (1, (2.5, None)), {"a": "x", "b": 1}, True),)
    ((node, tie, path),) = store.read("MATCH p = (a:Actor)-[r:ARMS]->(b:Actor) RETURN a, r, p").rows
    assert isinstance(node, dict)
    assert isinstance(tie, dict)
    assert isinstance(path, tuple)
    assert (node["id"], tie["claims"], len(path)) == ("iran", 1, 3)
