"""Whom an attack hit that was told before: "the army blamed the group for the attack", "the group said it was behind
the attack".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.model import Actor, ActorKind
from loaders.english._arguments import arguments
from loaders.english._data import words
from loaders.english._matching import Match
from loaders.english._nouns import is_act
from loaders.english._referent import Referent
from loaders.english._referents import Referents
from loaders.english._tree import children, preposition
from loaders.english._words import Token

_VIOLENT = frozenset({"ATTACKS", "STRIKES"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "such"})


def own_attack(match: Match, view: Referents, name: str, sources: Iterable[Referent]) -> list[Referent]:
    """Whom he hit who says that "the attack" was his, or "carried out the attack"."""
    acting = [each.actor for each in sources]
    if name not in _VIOLENT or len(acting) != 1:
        return []
    found = arguments(match.predicate)
    near = [*found.objects, *(each for tokens in found.obliques.values() for each in tokens)]
    return [
        Referent(victim, "reference", noun.i, noun.i)
        for noun in [each for each in near if _is_told_of(each, acting[0], view)][:1]
        for victim in view.discourse.victims() or ()
        if victim.id != acting[0].id
    ]


def blamed_attacks(
    match: Match, view: Referents, accusing: Iterable[Referent], accused: Iterable[Referent]
) -> Iterator[tuple[Token, Referent, Referent]]:
    """The attack that somebody is blamed for, who is blamed, and whom it hit: the last victim of attackers of no name,
    or the state that blames an armed group for it where nobody else was hit.
    """
    if not match.entry.frame.accuses:
        return
    for noun in [*match.content, *match.slots.get("X", ())]:
        for one in accused:
            if not _is_told_of(noun, one.actor, view):
                continue
            told = view.discourse.victims()
            group = one.actor.kind is ActorKind.ARMED_GROUP
            for victim in told or (_states(accusing, view) if told is None and group else []):
                if victim.id != one.actor.id:
                    yield noun, one, Referent(victim, "reference", noun.i, noun.i)


def _states(accusing: Iterable[Referent], view: Referents) -> list[Actor]:
    found = [each.actor for each in accusing]
    homes = [view.cast.register.get(each.country) for each in found if each.kind is ActorKind.PERSON and each.country]
    return [each for each in (*found, *homes) if each is not None and each.kind is ActorKind.COUNTRY]


def _is_told_of(noun: Token, attacker: Actor, view: Referents) -> bool:
    """As in "the attack", "Monday's bombing", "the murder of 11 policemen": no words by it tell whose people it hit."""
    if not is_act(noun) or noun.lemma_.lower() not in words("descriptions.yaml", "attacks"):
        return False
    named = {mention.actor.id for each in noun.subtree if (mention := view.mention(each)) is not None}
    definite = any(each.lower_ in _DEFINITE for each in children(noun, "det")) or bool(children(noun, "nmod:poss"))
    of_people = [each for each in children(noun, "nmod") if preposition(each) == "of"]
    state = attacker.kind is ActorKind.COUNTRY
    told = any(state or view.of(each) for each in of_people)
    return definite and named <= {attacker.id} and not told
