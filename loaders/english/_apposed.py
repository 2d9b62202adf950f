"""What is said of a clause or list right behind it: ", a step that drew criticism", ", all of them under sanctions"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import ActorKind
from loaders.english._arguments import arguments
from loaders.english._data import words
from loaders.english._tree import ancestors, child, children, first_conjunct, negated
from loaders.english._words import Token

if TYPE_CHECKING:
    from loaders.english._referents import Referents
    from loaders.english._sentence import Mention

_ALL = frozenset({"all", "both", "most", "some", "each", "none", "neither", "two", "three", "four"})
_OF_WHOM = frozenset({"them", "whom", "which"})
_COMMAS = frozenset({",", "–", "—", "-", "("})
# By which words a body of a kind is described.
_DESCRIBED = {
    ActorKind.ARMED_GROUP: ("armed_group", "organization"),
    ActorKind.ORGANIZATION: ("organization", "armed_group"),
    ActorKind.AGENCY: ("organization",),
    ActorKind.COMPANY: ("company",),
}


def doers(token: Token) -> list[Token]:
    """As in "Kosovo closed the offices, a step that drew criticism": who did what the noun sums up."""
    if token.dep_ not in {"appos", "parataxis"} or token.lemma_.lower() not in words("descriptions.yaml", "summing_up"):
        return []
    first = child(token, "det")
    if first is None or first.i == 0 or token.doc[first.i - 1].text not in _COMMAS:
        return []
    verb = next((parent for _, parent in ancestors(token) if parent.pos_ == "VERB" and parent.i < first.i), None)
    return arguments(verb).subjects if verb is not None else []


def named_before(token: Token, view: Referents) -> Mention | None:
    """As in "the leaders of Hamas, a group that": the name before the comma, not the noun that the tree hangs it on."""
    first = child(token, "det")
    start = first.i if first is not None else token.i
    if token.dep_ != "appos" or token.tag_ != "NN" or start < 2 or token.doc[start - 1].text not in _COMMAS:  # noqa: PLR2004
        return None
    beside = view.mention(token.head) or view.mention(token.doc[start - 2])
    described = _DESCRIBED.get(beside.actor.kind, ()) if beside is not None else ()
    return beside if any(token.lower_ in words("descriptions.yaml", part) for part in described) else None


def listed(token: Token, view: Referents) -> Token | None:
    """As in "Cuba and Iran, all of them under sanctions": the list right before the comma."""
    whom = any(each.lower_ in _OF_WHOM for each in children(token, "nmod"))
    if token.lower_ not in _ALL or not whom or token.i < 2 or token.doc[token.i - 1].text not in _COMMAS:  # noqa: PLR2004
        return None
    mention = view.mention(token.doc[token.i - 2])
    return first_conjunct(view.sentence.doc[mention.start : mention.end].root) if mention is not None else None


def beside(noun: Token, first: int, last: int) -> list[Token]:
    """As in "old foes Chile and Bolivia": who else is named behind what several are, after the first name."""
    name = noun.doc[first : last + 1].root
    if noun.tag_ != "NNS" or name.head != noun or name.i < noun.i:
        return []
    return [each for each in children(name, "conj") if not negated(each)]
