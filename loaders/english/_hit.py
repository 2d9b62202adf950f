"""To whom, or where, a deed is done of which somebody disapproves: he does not blame whoever was hit."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.english._data import words
from loaders.english._judging import hostile
from loaders.english._referent import Referent
from loaders.english._tree import children, preposition
from loaders.english._words import Token

BLAMING = frozenset({"CRITICIZES", "REJECTS"})
# "A protest to India" is what somebody says himself.
_WORDS = BLAMING | {"ACCUSES", "PROTESTS_AGAINST"}
_ON, _IN = frozenset({"on", "against"}), frozenset({"in", "near", "at"})


def blames_the_hit(predicate: Token, relation: str, target: Referent) -> bool:
    """As in "Kenya condemned the attack on France", which is told of Kenya and whoever attacked France."""
    # Whose people are killed may have killed them.
    if relation not in BLAMING or target.via == "people":
        return False
    hit = hit_by_what(children(predicate, "obj"))
    return any(each.left_edge.i <= target.first <= each.i <= target.last for each in hit)


def hit_by_what(objects: Iterable[Token]) -> list[Token]:
    """The words inside what is disapproved of that stand for whom it was done to; of a blast also for where.

    Where people are killed, it may be their state that killed them.
    """
    found: list[Token] = []
    for noun in objects:
        attack = noun.lemma_.lower() in words("descriptions.yaml", "blasts")
        deeds = [each for each in hostile(noun) if each.entry.frame.relation not in _WORDS]
        where = (_ON if deeds or attack else frozenset[str]()) | (_IN if attack else frozenset[str]())
        found += [each for deed in deeds for each in deed.slots["T"]]
        parts = (noun, *children(noun, "nmod"))
        found += [each for part in parts for each in children(part, "nmod") if preposition(each) in where]
        found += [each for verb in children(noun, "acl:relcl") if _hits(verb) for each in children(verb, "obj")]
    return [*found, *(each for token in found for each in children(token, "conj"))]


def _hits(verb: Token) -> bool:
    """As in "the attack that killed", unlike "that involved"."""
    return verb.lemma_.lower() in words("verbs.yaml", "hitting")
