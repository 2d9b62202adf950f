"""Readings to write, and a store on each engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeAlias

import pytest

from graph.model import Actor, ActorKind, Alias, AliasKind, Claim, Document, Reading, Status, claim_id, document_id
from graph.store import BoltStore
from graph.store.engines import Endpoint

ReadingMaker: TypeAlias = Callable[..., Reading]

_KNOWN = (
    Actor(
        *("iran", "Iran", ActorKind.COUNTRY),
        aliases=(Alias("Tehran", AliasKind.CAPITAL), Alias("Persia", AliasKind.EPITHET, "context", until="1935")),
        qid="Q794",
        codes={"cameo": "IRN"},
        iso3="IRN",
    ),
    Actor("israel", "Israel", ActorKind.COUNTRY, iso3="ISR"),
    Actor("syria", "Syria", ActorKind.COUNTRY, iso3="SYR"),
    Actor("hezbollah", "Hezbollah", ActorKind.ARMED_GROUP, country="lebanon", known=False),
    Actor("jusoor", "Jusoor for Studies", ActorKind.ORGANIZATION, known=False),
)


@pytest.fixture
def make() -> ReadingMaker:
    """A maker of readings: make("alpha", ("iran", "ARMS", "hezbollah"), outlet="Alpha News")."""
    return _reading


@pytest.fixture
def store(clean_endpoint: Endpoint) -> Iterator[BoltStore]:
    with BoltStore(clean_endpoint) as found:
        yield found


def _reading(
    name: str,
    *said: tuple[str, str, str],
    actors: tuple[Actor, ...] = (),
    status: Status = Status.ASSERTED,
    claimant: str | None = None,
    text: str = "",
    **document: str | None,
) -> Reading:
    sentences = [f"{name}: {source} {relation} {target}." for source, relation, target in said]
    text = text or " ".join([f"This is {name}.", *sentences])
    source = Document(document_id(text), name, text, **document)  # type: ignore[arg-type]
    claims = tuple(
        replace(_claim(source, triple, text.find(sentence), sentence), status=status, claimant=claimant)
        for triple, sentence in zip(said, sentences, strict=True)
    )
    people = {actor.id: actor for actor in (*_KNOWN, *actors)}
    named = {end for claim in claims for end in (claim.source, claim.target, claim.claimant) if end}
    return Reading(source, claims, tuple(people[key] for key in sorted(named)))


def _claim(document: Document, triple: tuple[str, str, str], start: int, quote: str) -> Claim:
    end = start + len(quote)
    key = claim_id(document.id, start, end, *triple)
    return Claim(key, document.id, *triple, Status.ASSERTED, False, None, quote, start, end, quote, extractor="tests 1")
