"""What a sentence says of somebody by no more than that it holds of him too: "as did Qatar", "nor has Italy"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from loaders.english._candidates import Candidate
from loaders.english._referent import ACTING, Referent
from loaders.english._status import Standing
from loaders.english._tree import PASSIVE_SUBJECTS, SUBJECTS, children
from loaders.english._words import Doc, Token

if TYPE_CHECKING:
    from graph.model import Actor
    from loaders.english._discourse import Act
    from loaders.english._referents import Referents

_Judged: TypeAlias = tuple[Candidate, float, Standing, "Actor | None"]

_OPENING = frozenset({"as", "so", "nor", "neither"})
_NOT = frozenset({"nor", "neither"})
_STANDING_IN = frozenset("do does did have has had is are was were will would".split())
_OWN_VERB = frozenset({"xcomp", "ccomp", "aux", "aux:pass", "cop"})


@dataclass(frozen=True, slots=True)
class _Likewise:
    """That something holds of others as well; `of` is the verb it was said by, None where that is a sentence before."""

    verb: Token
    others: list[Token]
    of: Token | None


def alike(said: Iterable[_Judged], view: Referents) -> Iterator[_Judged]:
    """The edges of a sentence again, for each of those of whom it says that they did as much."""
    known = list(said)
    for each in _likewise(view.sentence.doc):
        main = _with_subject(each.of) if each.of is not None else None
        if main is None:
            continue
        for other in _who(each, view):
            for candidate, sure, how, teller in known:
                if (new := _in_his_place(candidate, other, main, each.verb)) is not None:
                    yield new, sure, how, teller


def alike_before(view: Referents) -> Iterator[tuple[Act, Referent]]:
    """As in "So did Latvia": what the subjects of the sentence before were told to have done, and who did so too."""
    told = view.discourse.lately_told()
    doing = {each.id for each in view.discourse.subjects}
    last = max((each.turn for each in told), default=0)
    for each in _likewise(view.sentence.doc):
        if each.of is None and each.verb.nbor(-1).lower_ not in _NOT:
            for other in _who(each, view):
                for act in told:
                    if act.turn == last and act.source.id in doing and other.actor.id not in {*doing, act.target.id}:
                        yield act, other


def standing_in(doc: Doc) -> frozenset[int]:
    """The places of those who are named only as ones of whom something holds too, and do nothing by themselves."""
    others = (each for likewise in _likewise(doc) for each in likewise.others)
    return frozenset(part.i for each in others for part in each.subtree)


def _likewise(doc: Doc) -> Iterator[_Likewise]:
    for opening in doc:
        if opening.lower_ not in _OPENING or opening.i + 1 >= len(doc):
            continue
        verb = opening.nbor(1)
        if verb.lower_ not in _STANDING_IN or children(verb, *_OWN_VERB):
            continue
        if (predicate := _as_predicate(verb)) is not None:
            yield _Likewise(verb, [predicate], predicate.head)
        elif verb.dep_ not in _OWN_VERB:
            others = [each for each in children(verb, *SUBJECTS, *PASSIVE_SUBJECTS, "obj") if each.i > verb.i]
            yield _Likewise(verb, others, verb.head if verb.head != verb else None)


def _as_predicate(verb: Token) -> Token | None:
    """Niger in "Mali is at odds with France, as is Niger", which a tree may have as what Mali is."""
    inside = (each for each in verb.doc[verb.i + 1 :] if each.pos_ == "PROPN" and each.dep_ == "conj")
    return next((each for each in inside if verb.dep_ == "cop" and verb.head in {each, each.head}), None)


def _who(likewise: _Likewise, view: Referents) -> list[Referent]:
    return [each for token in likewise.others for each in view.of(token) if each.via in ACTING]


def _with_subject(verb: Token) -> Token | None:
    """The verb, or the one above it, that has a subject of its own: "refuses" of "refuses to recognise"."""
    while not children(verb, *SUBJECTS, *PASSIVE_SUBJECTS):
        if verb.head == verb or verb.dep_ not in {"xcomp", "conj", "advcl"}:
            return None
        verb = verb.head
    return verb


def _in_his_place(candidate: Candidate, other: Referent, main: Token, verb: Token) -> Candidate | None:
    """The edge with somebody else where the subject of its verb stands; nothing where that has no part in it."""
    named = {part.i for each in children(main, *SUBJECTS, *PASSIVE_SUBJECTS) for part in each.subtree}
    if candidate.predicate.i > verb.i or candidate.predicate.i in named:
        return None
    if candidate.source.last in named and other.actor.id != candidate.target.actor.id:
        return replace(candidate, source=other)
    if candidate.target.last in named and other.actor.id != candidate.source.actor.id:
        return replace(candidate, target=other)
    return None
