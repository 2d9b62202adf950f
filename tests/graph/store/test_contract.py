"""What every store holds to, on every engine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from graph.errors import InputError, VocabularyError
from graph.model import Actor, ActorKind, Reading, Snapshot, Status
from graph.store import BoltStore, Written
from graph.store.engines import Endpoint

Make = Callable[..., Reading]

EMPTY = Snapshot((), (), (), ())


def _alpha(make: Make) -> Reading:
    triples = (("iran", "ARMS", "hezbollah"), ("israel", "STRIKES", "iran"), ("syria", "MEETS", "israel"))
    return make("alpha", *triples, outlet="Alpha News", published="2021-01-18", title="Alpha")


def _beta(make: Make) -> Reading:
    triples = (("iran", "ARMS", "hezbollah"), ("israel", "MEETS", "syria"))
    return make("beta", *triples, outlet="Beta Times", claimant="jusoor")


def test_what_is_written_is_there(store: BoltStore, make: Make) -> None:
    reading = _alpha(make)
    assert store.write([reading]) == Written(documents=1, claims=3, ties=3, actors=4)
    assert store.counts() == {"actors": 4, "documents": 1, "claims": 3, "ties": 3}
    found = store.snapshot()
    assert found.documents == (reading.document,)
    assert found.claims == tuple(sorted(reading.claims, key=lambda claim: claim.id))
    assert found.actors == reading.actors
    ends = [(tie.source, tie.relation, tie.target) for tie in found.ties]
    assert ends == [("iran", "ARMS", "hezbollah"), ("israel", "MEETS", "syria"), ("israel", "STRIKES", "iran")]


def test_an_empty_store_is_empty(store: BoltStore) -> None:
    assert store.snapshot() == EMPTY
    assert store.counts() == {"actors": 0, "documents": 0, "claims": 0, "ties": 0}
    assert store.write([]) == Written()


def test_writing_twice_changes_nothing(store: BoltStore, make: Make) -> None:
    readings = [_alpha(make), _beta(make)]
    store.write(readings)
    counts, snapshot = store.counts(), store.snapshot()
    marker = store.read("MATCH (d:Detente) RETURN d.writes AS writes")
    assert store.write(readings) == Written()
    assert store.write(reversed(readings)) == Written()
    assert (store.counts(), store.snapshot()) == (counts, snapshot)
    assert store.read("MATCH (d:Detente) RETURN d.writes AS writes") == marker


def test_a_tie_adds_up_the_claims_of_all_documents(store: BoltStore, make: Make) -> None:
    store.write([_alpha(make)])
    assert store.write([_beta(make)]) == Written(documents=1, claims=2, ties=0, actors=1)
    arms, meets, _ = store.snapshot().ties
    assert (arms.claims, arms.documents, arms.outlets) == (2, 2, ("Alpha News", "Beta Times"))
    assert (meets.source, meets.target, meets.claims) == ("israel", "syria", 2)


def test_removing_restores_the_former_snapshot(store: BoltStore, make: Make) -> None:
    alpha, beta = _alpha(make), _beta(make)
    store.write([alpha])
    before = store.snapshot()
    store.write([beta])
    assert store.remove(beta.document.id)
    assert store.snapshot() == before
    assert store.remove(alpha.document.id)
    assert store.snapshot() == EMPTY


def test_what_is_left_does_not_depend_on_the_order(store: BoltStore, make: Make) -> None:
    store.write([_beta(make)])
    alone = store.snapshot()
    store.write([_alpha(make)])
    assert store.remove(_alpha(make).document.id)
    assert store.snapshot() == alone


def test_removing_what_is_not_there(store: BoltStore, make: Make) -> None:
    assert not store.remove("0123456789abcdef")
    store.write([_alpha(make)])
    before = store.snapshot()
    assert not store.remove("'}) DETACH DELETE d //")
    assert store.snapshot() == before


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.ASSERTED])
def test_only_asserted_claims_make_ties(store: BoltStore, make: Make, status: Status) -> None:
    written = store.write([make("alpha", ("iran", "STRIKES", "israel"), status=status)])
    assert written == Written(documents=1, claims=1, ties=0, actors=2)
    assert store.snapshot().ties == ()


def test_a_newer_reading_replaces_the_claims_of_its_document(store: BoltStore, make: Make) -> None:
    reading = _alpha(make)
    store.write([reading, _beta(make)])
    newer = tuple(replace(claim, extractor="tests 2", confidence=0.5) for claim in reading.claims[1:])
    assert store.write([replace(reading, claims=newer)]) == Written()
    found = [claim for claim in store.snapshot().claims if claim.document == reading.document.id]
    assert found == sorted(newer, key=lambda claim: claim.id)
    assert next(tie for tie in store.snapshot().ties if tie.relation == "ARMS").outlets == ("Beta Times",)


def test_a_newer_reading_without_claims_takes_them_out(store: BoltStore, make: Make) -> None:
    reading = _alpha(make)
    store.write([reading])
    store.write([replace(reading, claims=())])
    assert store.counts() == {"actors": 0, "documents": 1, "claims": 0, "ties": 0}


def test_what_becomes_known_of_a_document_is_filled_in(store: BoltStore, make: Make) -> None:
    late = _alpha(make)
    early = replace(late, document=replace(late.document, published=None, outlet=None, title="First title"))
    store.write([early])
    assert store.snapshot().ties[0].first is None
    assert store.write([late]) == Written()
    (document,) = store.snapshot().documents
    assert (document.title, document.outlet, document.published) == ("First title", "Alpha News", "2021-01-18")
    assert {(tie.first, tie.outlets) for tie in store.snapshot().ties} == {("2021-01-18", ("Alpha News",))}


def test_the_register_wins_over_what_a_text_says_of_an_actor(store: BoltStore, make: Make) -> None:
    known = Actor("hezbollah", "Hezbollah", ActorKind.ORGANIZATION, country="lebanon", qid="Q41053")
    store.write([_alpha(make)])
    before = store.snapshot()
    reading = make("gamma", ("hezbollah", "ATTACKS", "israel"), actors=(known,))
    assert store.write([reading]) == Written(documents=1, claims=1, ties=1, actors=0)
    assert known in store.snapshot().actors
    labels = store.read("MATCH (a:Organization {id: 'hezbollah'})<-[r]-(c) RETURN count(r) AS n").rows
    assert labels == ((5,),)
    store.write([_beta(make)])
    assert known in store.snapshot().actors
    store.remove(_beta(make).document.id)
    store.remove(reading.document.id)
    assert store.snapshot() == before


def test_an_unknown_actor_does_not_depend_on_the_order(store: BoltStore, make: Make) -> None:
    other = Actor("jusoor", "Jusoor", ActorKind.COMPANY, known=False)
    readings = [_beta(make), make("gamma", ("syria", "MEETS", "iran"), actors=(other,), claimant="jusoor")]
    store.write(readings)
    together = store.snapshot()
    for order in (readings, readings[::-1]):
        for reading in readings:
            store.remove(reading.document.id)
        for reading in order:
            store.write([reading])
        assert store.snapshot() == together


def test_an_actor_that_no_claim_names_is_not_written(store: BoltStore, make: Make) -> None:
    reading = make("alpha", ("iran", "ARMS", "hezbollah"))
    stranger = Actor("france", "France", ActorKind.COUNTRY)
    store.write([replace(reading, actors=(*reading.actors, stranger))])
    assert [actor.id for actor in store.snapshot().actors] == ["hezbollah", "iran"]


def test_rederiving_restores_every_tie(store: BoltStore, make: Make) -> None:
    store.write([_alpha(make), _beta(make)])
    before = store.snapshot()
    store.run("MATCH (:Actor)-[t:ARMS]->(:Actor) SET t.claims = 99")
    store.run("MATCH (:Actor)-[t:STRIKES]->(:Actor) DELETE t")
    store.run("MATCH (a:Actor {id: 'iran'}), (b:Actor {id: 'syria'}) CREATE (a)-[:BACKS {claims: 1, outlets: []}]->(b)")
    store.run("MATCH ()-[t:BACKS]->() SET t.documents=1, t.hedged=0, t.confidence=1.0, t.polarity='x', t.weight=1.0")
    assert store.snapshot() != before
    store.rederive()
    assert store.snapshot() == before


def test_a_limited_snapshot_refers_to_nothing_outside(store: BoltStore, make: Make) -> None:
    store.write([_alpha(make), _beta(make)])
    part = store.snapshot(limit=3)
    assert [(tie.source, tie.target) for tie in part.ties] == [("iran", "hezbollah"), ("israel", "iran")]
    assert [actor.id for actor in part.actors] == ["hezbollah", "iran", "israel", "jusoor"]
    assert {claim.document for claim in part.claims} == {document.id for document in part.documents}
    assert store.snapshot(limit=0) == EMPTY
    assert store.snapshot(limit=100) == store.snapshot()


def test_both_engines_hold_the_same(embedded_endpoint: Endpoint, neo4j_endpoint: Endpoint, make: Make) -> None:
    snapshots = []
    for endpoint in (embedded_endpoint, neo4j_endpoint):
        with BoltStore(endpoint) as store:
            store.run("MATCH (n) DETACH DELETE n")
        with BoltStore(endpoint) as store:
            store.write([_alpha(make), _beta(make)])
            snapshots.append(store.snapshot())
    assert snapshots[0] == snapshots[1]


def test_a_relation_outside_the_vocabulary_is_refused(store: BoltStore, make: Make) -> None:
    with pytest.raises(VocabularyError, match="unknown relation"):
        store.write([make("alpha", ("iran", "LOVES]->(x) DETACH DELETE x //", "israel"))])
    assert store.snapshot() == EMPTY


def test_a_claim_about_an_actor_that_is_missing_is_refused(store: BoltStore, make: Make) -> None:
    reading = make("alpha", ("iran", "ARMS", "hezbollah"))
    with pytest.raises(InputError, match="'alpha' names an actor or a document that its reading does not hold"):
        store.write([replace(reading, actors=())])
    assert store.snapshot() == EMPTY
