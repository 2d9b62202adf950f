"""Who is meant by his relation to another: "his Salvadoran counterpart", "its neighbour"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import Actor, ActorKind
from loaders.english._data import words
from loaders.english._matching import match_verb
from loaders.english._referent import Referent
from loaders.english._titles import is_former
from loaders.english._tree import SUBJECTS, children
from loaders.english._words import Token

if TYPE_CHECKING:
    from loaders.english._referents import Referents

# So many words a verb of saying has behind it where it stands between commas.
_ASIDE = 3
_FRIENDS = frozenset({"ally", "friend", "partner", "protege", "protégé"})
_ONCE = frozenset({"old", "erstwhile", "longtime", "long-time"})
_BLOWS = frozenset({"ATTACKS", "OCCUPIES", "STRIKES"})
_NEXT_DOOR = frozenset({"neighbor", "neighbour", "rival", "arch-foe", "foe", "adversary", "enemy"})


def kin_of(token: Token, owners: list[Referent], view: Referents) -> list[Referent]:
    """As in "his Salvadoran counterpart", of that country; "Iran's ally", "the NATO member" is somebody else."""
    said = ((each, view.mention(token.doc[each.first])) for each in owners if each.first < token.i)
    homes = [each for each, mention in said if mention is not None and mention.how == "demonym"]
    if not homes and len(owners) == 1 and owners[0].via == "reference" and token.lemma_.lower() in _NEXT_DOOR:
        return _other(token, owners[0].actor, view)
    return [Referent(each.actor, "organ", each.first, token.i) for each in homes]


def _other(token: Token, own: Actor, view: Referents) -> list[Referent]:
    """As in "Ecuador slapped a tax on Colombian goods and accused its neighbour": the one other state named before,
    or of the two spoken of.
    """
    before = (each.actor for each in view.sentence.mentions if each.end <= token.i)
    named = {each.id: each for each in before if each.kind is ActorKind.COUNTRY and each.id != own.id}
    if not named and own.id in {each.id for each in view.discourse.states}:
        named = {each.id: each for each in view.discourse.states if each.id != own.id}
    return [Referent(each, "reference", token.i, token.i) for each in named.values()] if len(named) == 1 else []


def not_oneself(pronoun: Token, view: Referents) -> frozenset[str]:
    """As in "Syria, its closest ally,": nobody is his own ally, whoever else "its" may mean; nor does he say of
    himself "Lithuania, it maintained, had broken its word", nor bomb "its ally Sudan".
    """
    if (aside := _spoken_of_aside(pronoun, view)) is not None:
        return frozenset({aside})
    noun = pronoun.head
    if pronoun.dep_ == "nmod:poss" and noun.dep_ == "obj" and _hits_a_friend(noun):
        doing = frozenset(each.actor.id for token in children(noun.head, *SUBJECTS) for each in view.of(token))
        others = {each.actor.id for each in view.sentence.mentions if each.end <= pronoun.i} - doing
        return doing if others else frozenset()
    if pronoun.dep_ != "nmod:poss" or noun.dep_ != "appos" or noun.lemma_.lower() not in words("agents.yaml", "kin"):
        return frozenset()
    mention = view.mention(noun.head)
    return frozenset({mention.actor.id}) if mention is not None else frozenset()


def _hits_a_friend(noun: Token) -> bool:
    """As in "Ethiopia had bombed its ally": whom somebody strikes is another's ally."""
    once = any(is_former(each.lower_) or each.lower_ in _ONCE for each in children(noun, "amod"))
    if once or noun.lemma_.lower() not in _FRIENDS:
        return False
    return any(each.entry.frame.relation in _BLOWS for each in match_verb(noun.head))


def _spoken_of_aside(pronoun: Token, view: Referents) -> str | None:
    """Of whom a pronoun speaks that says something between a subject and its verb."""
    doc, i = pronoun.doc, pronoun.i
    if pronoun.dep_ not in SUBJECTS or not 1 < i < len(doc) - 2 or doc[i - 1].text != ",":
        return None
    closed = any(each.text == "," for each in doc[i + 2 : i + 2 + _ASIDE])
    if not closed or doc[i + 1].lemma_.lower() not in words("speech.yaml", "say"):
        return None
    return next((each.actor.id for each in view.sentence.mentions if each.end == i - 1), None)
