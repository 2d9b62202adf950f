"""A small graph, the same on both engines, with what the questions of the library are about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from graph.model import Actor, ActorKind, Alias, Claim, Document, Reading, Standing, Status, claim_id, document_id
from graph.store import BoltStore, Store
from graph.store.engines import Endpoint

_COUNTRY, _PERSON, _GROUP = ActorKind.COUNTRY, ActorKind.PERSON, ActorKind.ARMED_GROUP
ACTORS = {
    actor.id: actor
    for actor in (
        Actor("iran", "Iran", _COUNTRY, (Alias("Tehran"), Alias("Iranian")), iso3="IRN"),
        Actor("israel", "Israel", _COUNTRY, (Alias("Jewish State"),), iso3="ISR"),
        Actor("syria", "Syria", _COUNTRY, iso3="SYR"),
        Actor("russia", "Russia", _COUNTRY, (Alias("Moscow"),), iso3="RUS"),
        Actor("georgia", "Georgia", _COUNTRY, iso3="GEO"),
        Actor("georgia-us", "Georgia", ActorKind.ORGANIZATION, country="united-states"),
        Actor("hezbollah", "Hezbollah", _GROUP, (Alias("Party of God"),), country="lebanon"),
        Actor("sergei-lavrov", "Sergei Lavrov", _PERSON, (Alias("Lavrov"),), country="russia"),
        Actor("bashar-al-assad", "Bashar al-Assad", _PERSON, (Alias("Assad"),), country="syria"),
        Actor("jusoor", "Jusoor for Studies", ActorKind.ORGANIZATION, known=False),
    )
}


@dataclass(frozen=True)
class Said:
    """One sentence of a document, and what it says."""

    text: str
    source: str
    relation: str
    target: str
    status: Status = Status.ASSERTED
    hedged: bool = False
    claimant: str | None = None
    date: str | None = None
    confidence: float = 0.9
    object: str | None = None


_ARMS = Said("Iran arms Hezbollah.", "iran", "ARMS", "hezbollah")
_DOCUMENTS = (
    (
        Document(
            "", "alpha", "", title="Alpha", outlet="Alpha News", published="2021-01-18", url="https://a.example/1"
        ),
        (
            _ARMS,
            Said("Lavrov leads Russia's diplomacy.", "sergei-lavrov", "REPRESENTS", "russia"),
            Said("Assad rules Syria.", "bashar-al-assad", "LEADS", "syria"),
            Said("Lavrov praised Russia.", "sergei-lavrov", "BACKS", "russia"),
            Said("Russia props up Assad.", "russia", "BACKS", "bashar-al-assad"),
            Said("Israel warned Syria.", "israel", "WARNS", "syria"),
            Said("Lavrov urged Israel to stop.", "sergei-lavrov", "CRITICIZES", "israel"),
            Said("Israel struck Iran.", "israel", "STRIKES", "iran", date="2021-01-11"),
        ),
    ),
    (
        Document("", "beta", "", outlet="Beta Times", published="2021-02-03"),
        (
            replace(_ARMS, text="Weapons from Iran reach Hezbollah.", confidence=0.8),
            Said("Reportedly, Israel bombed Iran.", "israel", "STRIKES", "iran", hedged=True, date="2021-02"),
            Said("Jusoor says Syria met Israel.", "syria", "MEETS", "israel", claimant="jusoor"),
            Said("Russia mediated for Israel.", "russia", "MEDIATES", "israel", claimant="jusoor", hedged=True),
            Said("Russia mediated for Syria.", "russia", "MEDIATES", "syria", claimant="jusoor", hedged=True),
            Said("Iran never struck Israel.", "iran", "STRIKES", "israel", Status.NEGATED),
            Said("Georgia trades with Russia.", "georgia", "TRADES_WITH", "russia"),
        ),
    ),
    (
        Document("", "gamma", "", outlet="Alpha News"),
        (
            replace(_ARMS, text="Iran did not arm Hezbollah.", status=Status.NEGATED),
            Said("Iran denied Israel's charge.", "iran", "DENIES", "israel", object="ARMS"),
            Said("Iran may strike Israel.", "iran", "STRIKES", "israel", Status.PLANNED),
            Said("Hezbollah is Iran's proxy.", "hezbollah", "PROXY_OF", "iran"),
            Said("Georgia's governor trades with Israel.", "georgia-us", "TRADES_WITH", "israel"),
        ),
    ),
)


# What the register knows: no query but `standing` may count it.
STANDING = (
    Standing("bashar-al-assad", "LEADS", "syria", "president", "2000-07-17", "2024-12-08"),
    Standing("hezbollah", "PROXY_OF", "iran", since="1985", reference="its manifesto"),
)


@pytest.fixture(scope="session")
def readings() -> tuple[Reading, ...]:
    return tuple(_reading(document, said) for document, said in _DOCUMENTS)


@pytest.fixture
def store(clean_endpoint: Endpoint, readings: tuple[Reading, ...]) -> Iterator[Store]:
    with BoltStore(clean_endpoint) as found:
        found.write(readings)
        found.put_standing(STANDING)
        yield found


def _reading(document: Document, sentences: tuple[Said, ...]) -> Reading:
    text = " ".join(said.text for said in sentences)
    document = replace(document, id=document_id(text), text=text)
    claims = tuple(_claim(document, said) for said in sentences)
    named = {end for claim in claims for end in (claim.source, claim.target, claim.claimant) if end}
    return Reading(document, claims, tuple(ACTORS[key] for key in sorted(named)))


def _claim(document: Document, said: Said) -> Claim:
    start = document.text.index(said.text)
    end = start + len(said.text)
    return Claim(
        id=claim_id(document.id, start, end, said.source, said.relation, said.target),
        document=document.id,
        source=said.source,
        relation=said.relation,
        target=said.target,
        status=said.status,
        hedged=said.hedged,
        claimant=said.claimant,
        quote=said.text,
        start=start,
        end=end,
        sentence=said.text,
        date=said.date,
        confidence=said.confidence,
        object=said.object,
        extractor="tests 1",
    )
