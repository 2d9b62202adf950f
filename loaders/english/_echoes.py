"""What somebody does as another has done: "Latvia responded in kind", "Kuwait followed suit"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.relations import relation
from loaders.english._arguments import arguments
from loaders.english._data import words
from loaders.english._referent import ACTING, Referent
from loaders.english._tree import children, preposition

if TYPE_CHECKING:
    from graph.model import Actor
    from loaders.english._discourse import Act
    from loaders.english._referents import Referents
    from loaders.english._words import Token


def echoes(token: Token, view: Referents) -> Iterator[tuple[str, Referent, Referent]]:
    """The acts, as relation and both ends, that a verb tells by no more than that they were done before."""
    back, after = _in_kind(token), _likewise(token)
    if not (back or after):
        return
    for subject in [each for whole in arguments(token).subjects for each in _told_of(whole)]:
        for doer in view.of(subject):
            if doer.via in ACTING:
                for name, other in _done_before(doer.actor, view.discourse.lately_told(), back=back):
                    yield name, doer, Referent(other, "reference", token.i, token.i)


def _told_of(subject: Token) -> list[Token]:
    """As in "a few countries, including Nicaragua, followed suit": those of them that are named."""
    named = [each for part in subject.subtree for each in children(part, "nmod") if preposition(each) == "including"]
    return named or [subject]


def _done_before(doer: Actor, told: list[Act], *, back: bool) -> Iterator[tuple[str, Actor]]:
    """What was last done to him, by whom, or what somebody else did last, and to whom; nothing where that was several
    things.
    """
    own = {doer.id, doer.country}
    acts = [each for each in told if each.relation not in _SPOKEN and not relation(each.relation).stative]
    if back:
        done = [(each, each.source) for each in acts if each.target.id in own and each.source.id not in own]
    else:
        done = [(each, each.target) for each in acts if not own & {each.source.id, each.target.id}]
    last = [(act, other) for act, other in done if (act.turn, act.source) == (done[-1][0].turn, done[-1][0].source)]
    if len({act.relation for act, _ in last}) == 1:
        yield from ((act.relation, other) for act, other in last)


def _in_kind(verb: Token) -> bool:
    """As in "retaliated", "responded in kind", where nothing says with what."""
    alone = not children(verb, "obj", "ccomp", "xcomp", "advcl") and not arguments(verb).obliques.keys() & _SAYING
    if verb.lemma_.lower() in words("verbs.yaml", "paying_back"):
        return alone
    kind = any(each.lower_ == "kind" for each in arguments(verb).obliques.get("in", ()))
    return verb.lemma_.lower() in words("verbs.yaml", "answering") and kind


def _likewise(verb: Token) -> bool:
    """As in "followed suit", "did the same", "did likewise"."""
    beside = {each.lower_ for each in children(verb, "obj", "advmod", "xcomp", "obl")}
    return any(verb.lemma_.lower() == word and each in beside for word, each in _LIKEWISE)


_SPOKEN = frozenset({"ACCUSES", "CRITICIZES", "URGES", "DEMANDS", "WARNS", "THREATENS", "PLEDGES", "DENIES", "REJECTS"})
_SAYING = frozenset({"by", "with", "against", "on", "for", "at"})
_LIKEWISE = (("follow", "suit"), ("do", "same"), ("do", "likewise"))
