"""Whom a pronoun or a noun without a name means, of those spoken of before.

A log-linear model over the actors so far, with nobody among them; its weights are a data file (antecedents.yaml),
trained by `training/antecedents.py`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.tokens import Token

from graph.model import Actor, ActorKind
from loaders.english._data import load, words
from loaders.english._discourse import PERSONAL, PLURAL, THINGS
from loaders.english._pair import means_two, nobody, pairs
from loaders.english._trail import Trace, rank, role_of
from loaders.english._tree import PASSIVE_SUBJECTS, SUBJECTS, ancestors, children

if TYPE_CHECKING:
    from loaders.english._referents import Referents

_PERSONS = frozenset({ActorKind.PERSON})
_BODIES = frozenset(
    {ActorKind.COUNTRY, ActorKind.ORGANIZATION, ActorKind.ARMED_GROUP, ActorKind.AGENCY, ActorKind.COMPANY}
)
_KINDS = {
    "it": _BODIES | {ActorKind.OUTLET},
    "they": _BODIES | {ActorKind.OUTLET, ActorKind.PEOPLE},
    "he": _PERSONS,
    "person": _PERSONS | {ActorKind.COUNTRY, ActorKind.ORGANIZATION, ActorKind.ARMED_GROUP},
    "country": frozenset({ActorKind.COUNTRY}),
    "home": frozenset({ActorKind.COUNTRY, ActorKind.ORGANIZATION, ActorKind.ARMED_GROUP}),
    "organization": frozenset({ActorKind.ORGANIZATION, ActorKind.AGENCY}),
    "armed_group": frozenset({ActorKind.ARMED_GROUP, ActorKind.ORGANIZATION, ActorKind.PEOPLE}),
    "kin": frozenset({ActorKind.COUNTRY, ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.ARMED_GROUP}),
    "company": frozenset({ActorKind.COMPANY, ActorKind.ORGANIZATION}),
}
_DESCRIBING = ("country", "organization", "armed_group", "company", "person")
_DONE_TO = frozenset({"obj", "iobj", "obl"})
_DISTANCES = (0, 1, 2, 4, 8)
_COUNTS = (1, 2, 4, 7)
_NOBODY = "nobody"
# What a text may speak of before it names the country.
_AHEAD = frozenset({"home", "person"})
_MOST = 2
_SHARES = (0.15, 0.3, 0.45, 0.6, 0.8)


@dataclass(frozen=True, slots=True)
class Antecedent:
    """An actor that a word may mean, or two, or nobody, with the features that hold, by name."""

    actors: tuple[Actor, ...]
    features: tuple[str, ...]


def sort_of(token: Token) -> str | None:
    """What kind of word it is that may mean somebody spoken of before: "it", "he", "home" ("the army"), "two"."""
    if means_two(token):
        return "two"
    for name, pronouns in (("it", THINGS), ("he", PERSONAL), ("they", PLURAL)):
        if token.lower_ in pronouns:
            return name
    if token.pos_ not in {"NOUN", "PROPN"}:
        return None
    lemma, lower = token.lemma_.lower(), token.lower_
    if lemma in words("agents.yaml", "kin") and token.tag_ == "NN":
        return "kin"
    for part in _DESCRIBING:
        said = words("descriptions.yaml", part)
        if lower in said or lemma in said:
            return part if part != "person" or token.tag_ != "NNS" else "home"
    return "home" if lower in words("agents.yaml", "state") or lemma in words("agents.yaml", "state") else None


def antecedents(token: Token, view: Referents, ruled: Sequence[Actor], sort: str | None = None) -> list[Antecedent]:
    """Nobody, and those whom a word may mean; `ruled` are whom the rules take it for, `sort` what it is taken as."""
    sort = sort or sort_of(token)
    if sort is None:
        return []
    by_rule = {each.id for each in ruled}
    if sort == "two":
        near = _near(token, view, ahead=False)
        told = [Antecedent(two, tuple(names)) for two, names in pairs(token, view, near, by_rule)]
        return [Antecedent((), tuple(nobody(token, by_rule))), *told]
    traces = [each for each in _near(token, view, ahead=sort in _AHEAD) if each.actor.kind in _KINDS[sort]]
    place = _Place(token, view, sort, by_rule, traces)
    return [
        Antecedent((), tuple(place.nobody())),
        *(Antecedent((each.actor,), tuple(place.of(each))) for each in traces),
    ]


def meant(token: Token, view: Referents, ruled: Sequence[Actor], sort: str | None = None) -> tuple[tuple[Actor, ...], float]:
    """Whom a word means most likely, and how likely, from 0 to 1."""
    found = antecedents(token, view, ruled, sort)
    if len(found) < 2:  # noqa: PLR2004
        return (), 1.0
    weights = load("antecedents.yaml")["weights"]
    totals = [sum(weights.get(name, 0.0) for name in each.features) for each in found]
    highest = max(totals)
    shares = [math.exp(each - highest) for each in totals]
    best = max(range(len(found)), key=lambda i: (totals[i], -i))
    return found[best].actors, shares[best] / sum(shares)


def _near(token: Token, view: Referents, *, ahead: bool) -> list[Trace]:
    """Those spoken of before, with what the present sentence says of them up to the word; `ahead` adds the countries
    that the text names most.
    """
    trail = view.discourse.trail
    found = {each.actor.id: each for each in trail.traces()}
    for mention in view.sentence.mentions:
        if mention.end <= token.i:
            before = found.get(mention.actor.id)
            role = role_of(view.sentence.doc[mention.start : mention.end].root)
            here = before is not None and before.last == trail.turn and rank(before.role) < rank(role)
            found[mention.actor.id] = Trace(
                mention.actor,
                count=(before.count if before else 0) + 1,
                last=trail.turn,
                role=before.role if before is not None and here else role,
                leading=before.leading if before else 0,
                first=before.first if before else trail.turn,
                paragraph=view.sentence.paragraph,
            )
    if ahead:
        for actor, _ in trail.told_of[:_MOST]:
            found.setdefault(actor.id, Trace(actor, last=-_MOST, role="ahead", first=trail.turn))
    return list(found.values())


class _Place:
    """The place of one word in its text, against which every actor is held."""

    def __init__(self, token: Token, view: Referents, sort: str, ruled: set[str], traces: Sequence[Trace]) -> None:
        self._token, self._view, self._sort, self._ruled = token, view, sort, ruled
        self._turn = view.discourse.trail.turn
        self._own = _beside(token, view)
        self._above = _subjects_above(token, view)
        self._clause = _subject_of_clause(token, view)
        before = [each for each in view.sentence.mentions if each.end <= token.i]
        self._nearest = before[-1].actor.id if before else None
        self._opening = before[0].actor.id if before else None
        self._owner = _owners(token, view) if sort == "kin" else set[str]()
        self._owning = _kinds(token, view) if sort == "kin" else ""
        self._clash = _opponents(token, view)
        free = [each for each in traces if each.actor.id not in self._own]
        self._latest = max((each.last for each in free), default=-1)
        self._most = max((each.count for each in free), default=0)
        self._many = len(traces)
        self._role = role_of(token)
        told_of = view.discourse.trail.told_of
        total = sum(count for _, count in told_of)
        self._shares = {actor.id: count / total for actor, count in told_of}
        self._foremost = told_of[0][0].id if told_of else None
        self._inside = {
            each.actor.id
            for each in view.sentence.mentions
            if token.left_edge.i <= each.start < token.i and sort not in {"it", "he", "they"}
        }
        self._quoted = bool(view.sentence.quoted) and view.sentence.quoted[token.i]

    def nobody(self) -> Iterator[str]:
        sort, token = self._sort, self._token
        yield f"{_NOBODY}:{sort}"
        yield f"{_NOBODY}:{sort}:ruled {bool(self._ruled)}"
        yield f"{_NOBODY}:{sort}:role {self._role}"
        yield f"{_NOBODY}:{sort}:of {min(self._many, 4)}"
        if sort not in {"it", "he", "they"}:
            yield f"{_NOBODY}:word {token.lower_}"
            yield f"{_NOBODY}:{sort}:{_determined(token)}"
            yield f"{_NOBODY}:{sort}:told more {_told_more(token)}"
        if self._quoted:
            yield f"{_NOBODY}:{sort}:quoted"

    def of(self, trace: Trace) -> Iterator[str]:
        sort, actor = self._sort, trace.actor
        far = _step(self._turn - trace.last, _DISTANCES)
        yield f"{sort}:far {far}"
        yield f"{sort}:far {min(far, 2)}:role {trace.role}"
        yield f"far {min(far, 2)}:role {trace.role}"
        yield f"role {self._role}:after {trace.role}:{min(far, 2)}"
        yield f"{sort}:count {_step(trace.count, _COUNTS)}"
        yield f"{sort}:kind {actor.kind.value}"
        yield f"known {actor.known}"
        if actor.id in self._ruled:
            yield f"{sort}:ruled"
            yield f"{sort}:ruled:role {self._role}"
        if trace.last == self._latest:
            yield f"{sort}:latest"
        if trace.count == self._most:
            yield f"{sort}:most"
        if trace.leading:
            yield f"{sort}:led {_step(trace.leading, _COUNTS)}"
        if trace.first <= 1:
            yield f"{sort}:first"
        if actor.id == self._view.discourse.trail.home:
            yield f"{sort}:dateline"
        if actor.kind is ActorKind.COUNTRY:
            yield f"{sort}:share {_step(self._shares.get(actor.id, 0.0), _SHARES)}"
            if actor.id == self._foremost:
                yield f"{sort}:foremost"
        if actor.id in self._own:
            yield f"{sort}:beside:{self._role}"
        if actor.id in self._clause:
            yield f"{sort}:clause:{self._role}"
        if actor.id == self._nearest:
            yield f"{sort}:nearest:{self._role}"
        if actor.id == self._opening:
            yield f"{sort}:opening:{self._role}"
        if actor.id in self._above:
            yield f"{sort}:above:{self._role}"
        if actor.id in self._owner:
            yield f"{sort}:owner"
        if sort == "kin":
            yield f"kin:kinds {actor.kind.value}:{self._owning}"
        if actor.id in self._clash:
            yield f"{sort}:other side"
        if self._many == 1:
            yield f"{sort}:only"
        if trace.paragraph == self._view.sentence.paragraph:
            yield f"{sort}:paragraph"
        if actor.id in self._inside:
            yield "inside"
        elif actor.country in self._inside:
            yield "of whom is named by it"
        if sort not in {"it", "he", "they"}:
            yield f"word {self._token.lower_}:kind {actor.kind.value}"
            if self._token.lemma_.lower() in actor.name.lower().split():
                yield "bears the word"


def _step(value: float, steps: Sequence[float]) -> int:
    """How many of some thresholds a number reaches."""
    return sum(value >= each for each in steps)


def _determined(token: Token) -> str:
    found = children(token, "det")
    return found[0].lower_ if found else "no article"


def _told_more(token: Token) -> bool:
    """Whether words beside the noun say who is meant: a clause, an apposition, a participle before it."""
    return any(each.dep_ in {"acl:relcl", "acl", "appos", "nmod"} for each in token.children)


def _beside(token: Token, view: Referents) -> set[str]:
    """The subject of the clause that the word is done to in: it would be "itself" there."""
    noun = token
    while noun.dep_ in {"conj", "nmod"} and noun.head != noun:
        noun = noun.head
    if noun.dep_ not in _DONE_TO:
        return set()
    return {each.actor.id for subject in _subjects(noun.head) if subject != token for each in view.of(subject)}


def _subject_of_clause(token: Token, view: Referents) -> set[str]:
    """The subject of the clause that a word stands in, apart from it: "Iran" of "its" in "Iran moved its ships"."""
    verb = next((parent for _, parent in ancestors(token) if parent.pos_ in {"VERB", "AUX"}), None)
    found = [each for each in _subjects(verb) if token not in each.subtree] if verb is not None else []
    return {each.actor.id for subject in found if subject.i < token.i for each in view.of(subject)}


def _subjects(verb: Token) -> list[Token]:
    """The subjects of a verb, or of the one that it shares its subject with."""
    while True:
        if found := children(verb, *SUBJECTS, *PASSIVE_SUBJECTS):
            return found
        if verb.dep_ == "acl:relcl":
            return [verb.head]
        if verb.dep_ not in {"conj", "xcomp", "advcl"} or verb.head == verb:
            return []
        verb = verb.head


def _subjects_above(token: Token, view: Referents) -> set[str]:
    """The subjects of the clauses above that of the word: "Paraguay says that it"."""
    verbs = [parent for _, parent in ancestors(token) if parent.pos_ in {"VERB", "AUX", "ADJ"}]
    return {
        each.actor.id
        for verb in verbs[1:]
        for subject in children(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
        if subject.i < token.i
        for each in view.of(subject)
    }


def _owners(token: Token, view: Referents) -> set[str]:
    """Whose ally or neighbour is spoken of."""
    return {each.actor.id for part in children(token, "nmod:poss", "nmod", "compound", "amod") for each in view.of(part)}


def _kinds(token: Token, view: Referents) -> str:
    """Of what kind they are: a state's neighbour is a state, a man's rival a man."""
    near = children(token, "nmod:poss", "nmod", "compound", "amod")
    return "+".join(sorted({each.actor.kind.value for part in near for each in view.of(part)}))


def _opponents(token: Token, view: Referents) -> set[str]:
    """Who stands on the other side of the same verb, as its object or behind a preposition."""
    verb = next((parent for _, parent in ancestors(token) if parent.pos_ == "VERB"), None)
    if verb is None:
        return set()
    others = [each for each in children(verb, "obj", "iobj", "obl") if token not in each.subtree and each.i < token.i]
    return {each.actor.id for other in others for each in view.of(other)}
