"""The words of the graph: actors, documents, claims and ties.

All of them are frozen values. Offsets count characters (Unicode code points) of the document's text as given, so
that `text[claim.start:claim.end] == claim.quote` always holds. Dates are ISO 8601 strings of the precision that is
known: `2019`, `2019-12` or `2019-12-03`.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ActorKind(StrEnum):
    """What sort of actor; also the second label of its node (`:Actor:ArmedGroup`)."""

    COUNTRY = "country"
    ORGANIZATION = "organization"
    ARMED_GROUP = "armed_group"
    AGENCY = "agency"
    PERSON = "person"
    OUTLET = "outlet"
    COMPANY = "company"
    PEOPLE = "people"

    @property
    def label(self) -> str:
        """The node label of the kind.

        >>> ActorKind.ARMED_GROUP.label
        'ArmedGroup'
        """
        return "".join(part.capitalize() for part in self.value.split("_"))


class AliasKind(StrEnum):
    """How a word names an actor: "Iran", "Iranian", "Tehran", "the Kremlin", "Hermit Kingdom", "Iranian army"."""

    NAME = "name"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    SEAT = "seat"
    EPITHET = "epithet"
    ORGAN = "organ"


class Status(StrEnum):
    """Whether a claim says that something happened; only asserted claims make ties."""

    ASSERTED = "asserted"
    NEGATED = "negated"
    PLANNED = "planned"
    WISHED = "wished"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True)
class Alias:
    """One way of naming an actor.

    `needs` is "context" where the word is also something else (a surname, "Georgia"). `stance` marks loaded words
    ("hostile" for "Zionist entity"). `since` and `until` bound the time in which the alias holds.
    """

    text: str
    kind: AliasKind = AliasKind.NAME
    needs: str = ""
    stance: str = ""
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A state, organization, armed group, agency, person, outlet, company or people.

    `id` is a readable slug that stays; `country` is the id of the country it belongs to; `iso3` is the ISO 3166-1
    alpha-3 code of the actor itself or of that country; `known` tells actors of the register from those that were
    found only in a text.

    >>> Actor("iran", "Iran", ActorKind.COUNTRY, iso3="IRN").name
    'Iran'
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[Alias, ...] = ()
    qid: str | None = None
    codes: Mapping[str, str] = field(default_factory=dict[str, str], hash=False)
    country: str | None = None
    iso3: str | None = None
    known: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """A text with where it comes from.

    `id` is the hash of the normalised text, so the same article loaded twice is one document. `name` is what the
    user calls it: the stem of its file, or the id given with it. `published` is an ISO date, None where unknown.
    """

    id: str
    name: str
    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    loader: str = "text"


@dataclass(frozen=True, slots=True)
class Claim:
    """That a document says: source, relation, target.

    `source`, `target` and `claimant` are actor ids; `relation` is a name of the vocabulary. `start` and `end` bound
    `quote` in the document's text, `sentence` is the sentence around it. `object` names the relation of the content
    of an act of speech ("threatened to strike": STRIKES). `confidence` is a probability from 0 to 1. `read` says, where
    a decision of the user joined two actors, whom the reader had found ("source=hizbollah-group").
    """

    id: str
    document: str
    source: str
    relation: str
    target: str
    status: Status
    hedged: bool
    claimant: str | None
    quote: str
    start: int
    end: int
    sentence: str
    date: str | None = None
    place: str | None = None
    confidence: float = 1.0
    object: str | None = None
    extractor: str = ""
    read: str | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """What all asserted claims of one relation between two actors add up to.

    `claims`, `documents` and `hedged` are counts; `outlets` is sorted; `first` and `last` are the earliest and the
    latest known date of the event, or of publication where the event has none. `confidence` is the highest of its
    claims'. `polarity` and `weight` (conflict-cooperation scale, -10 to 10) come from the relation.
    """

    source: str
    relation: str
    target: str
    claims: int
    documents: int
    outlets: tuple[str, ...]
    hedged: int
    first: str | None
    last: str | None
    confidence: float
    polarity: str
    weight: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader got out of one document: its claims, and every actor that a claim names."""

    document: Document
    claims: tuple[Claim, ...]
    actors: tuple[Actor, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """A tie that the register knows, and no article need say: an office, a membership, a part, a proxy.

    `office` is empty where the relation is none. `since` and `until` are ISO dates, None where unknown or still open;
    `as_of` is the day on which an open one was last known to hold; `reference` says where it is known from.
    """

    source: str
    relation: str
    target: str
    office: str = ""
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All of a graph, or a part, in memory: every field sorted by id, ties by (source, relation, target).

    `standing` is what the register knows between these actors, told apart from the ties that articles make.
    """

    actors: tuple[Actor, ...]
    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    ties: tuple[Tie, ...]
    standing: tuple[Standing, ...] = ()


def document_id(text: str) -> str:
    r"""The id of a document: 16 hexadecimal digits of the SHA-256 of its text, NFC, runs of white space as one.

    >>> document_id("Iran  arms\nHezbollah. ") == document_id("Iran arms Hezbollah.")
    True
    """
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    return _digest(plain)


def claim_id(document: str, start: int, end: int, source: str, relation: str, target: str) -> str:  # noqa: PLR0917
    """The id of a claim: the same sentence read in the same way has the same id in every run.

    >>> claim_id("d", 0, 4, "iran", "ARMS", "hezbollah")
    '97787898ae892837'
    """
    return _digest("\x1f".join([document, str(start), str(end), source, relation, target]))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
