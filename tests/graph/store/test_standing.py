"""What the register knows, beside the ties that articles make."""

from __future__ import annotations

from graph.model import Standing
from graph.store import BoltStore
from tests.graph.store.conftest import ReadingMaker

PROXY = Standing("hezbollah", "PROXY_OF", "iran", since="1985", reference="its manifesto")
OFFICE = Standing("jusoor", "REPRESENTS", "syria", "envoy", "2011", "2014-05")
AGAIN = Standing("jusoor", "REPRESENTS", "syria", "minister", "2016", as_of="2020")


def test_ties_between_actors_that_are_there(store: BoltStore, make: ReadingMaker) -> None:
    store.write([make("alpha", ("iran", "ARMS", "hezbollah"))])
    assert store.put_standing([PROXY, OFFICE, Standing("iran", "MEMBER_OF", "nowhere")]) == 1
    assert store.snapshot().standing == (PROXY,)
    assert store.counts() == {"actors": 2, "documents": 1, "claims": 1, "ties": 1, "ties of the register": 1}


def test_they_carry_their_mark_and_no_claims(store: BoltStore, make: ReadingMaker) -> None:
    store.write([make("alpha", ("iran", "ARMS", "hezbollah"))])
    store.put_standing([PROXY])
    table = store.read(
        "MATCH (s:Actor)-[t]->(o:Actor) RETURN type(t) AS relation, t.source AS source, t.claims AS claims, "
        "t.since AS since, t.reference AS reference ORDER BY relation"
    )
    assert table.rows == (
        ("ARMS", None, 1, None, None),
        ("PROXY_OF", "register", 0, "1985", "its manifesto"),
    )


def test_the_same_again_changes_nothing_and_what_is_no_longer_known_goes(store: BoltStore, make: ReadingMaker) -> None:
    store.write([make("alpha", ("jusoor", "BACKS", "syria"))])
    assert store.put_standing([OFFICE, AGAIN]) == 2
    assert store.put_standing([AGAIN, OFFICE]) == 0
    assert store.put_standing([AGAIN]) == 0
    assert store.snapshot().standing == (AGAIN,)


def test_an_article_that_says_the_same_makes_a_tie_of_its_own(store: BoltStore, make: ReadingMaker) -> None:
    store.write([make("alpha", ("hezbollah", "ARMS", "iran"))])
    store.put_standing([PROXY])
    reading = make("beta", ("hezbollah", "PROXY_OF", "iran"))
    store.write([reading])
    assert [tie.relation for tie in store.snapshot().ties] == ["ARMS", "PROXY_OF"]
    assert store.snapshot().standing == (PROXY,)
    store.rederive()
    store.remove(reading.document.id)
    assert [tie.relation for tie in store.snapshot().ties] == ["ARMS"]
    assert store.snapshot().standing == (PROXY,)


def test_they_go_with_their_actors(store: BoltStore, make: ReadingMaker) -> None:
    reading = make("alpha", ("iran", "ARMS", "hezbollah"))
    store.write([reading])
    store.put_standing([PROXY])
    store.remove(reading.document.id)
    assert store.counts() == {"actors": 0, "documents": 0, "claims": 0, "ties": 0}
