"""Whom an act is done to that names nobody: "Bulgaria recalled its ambassador in protest", "Belarus responded"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import ActorKind
from graph.relations import Polarity, relation
from loaders.english._asked import asked_of, frees
from loaders.english._data import words
from loaders.english._discourse import ADDRESSING, SPEAKING
from loaders.english._matching import Match, match_verb
from loaders.english._referent import ACTING, Referent, is_agent
from loaders.english._titles import office_words
from loaders.english._tree import SUBJECTS, children
from loaders.english._words import Token

if TYPE_CHECKING:
    from loaders.english._referents import Referents

# Of a clause of its own, also by an auxiliary: "has demanded".
_OF_CLAUSES = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_SOMEBODY = ("people", "armed", "groups", "nameless", "outlets")
_FIRST_PERSON = SPEAKING | ADDRESSING
# What is told somebody, and the side of an act before it that has it told to somebody else.
_TOLD = frozenset({"URGES", "DEMANDS", "WARNS", "PLEDGES", "THREATENS"})
# What is done to a state, of which it complains.
_TO_STATES = frozenset({"BLOCKADES", "OCCUPIES", "MOBILIZES_AGAINST", "STRIKES", "SANCTIONS", "CUTS_TIES_WITH"})
# What is no blow unless somebody complains of it: a missile is fired for a test.
_ONLY_COMPLAINED_OF = frozenset({"unnamed_strike"})
_WRONG_SIDE = {"PLEDGES": Polarity.CONFLICT, "THREATENS": Polarity.COOPERATION}
# What is done to people, given to whom it is named, or said of anything at all.
_NEVER = frozenset({"DETAINS", "RELEASES", "AIDS", "BACKS", "COMMENTS_ON"})


def implied(match: Match, view: Referents, name: str, sources: list[Referent]) -> list[Referent]:
    """Whoever the one who acts has lately had to do with, where the words around the act name nobody else.

    Only what a verb tells is an answer to what was told before; what was said ("rejected the call") is somebody's.
    """
    acting = [each for each in sources if each.via in ACTING]
    if match.predicate.pos_ != "VERB" or name in _NEVER or _of_words(match):
        return []
    if len(acting) != 1 or acting[0].actor.kind is ActorKind.PEOPLE:
        return []
    if name in _TOLD and (found := _told(match, view, name, acting[0])):
        return found
    if name in _TO_STATES and (found := _complaining(match.predicate, view, acting[0])):
        return found
    nobodys = match.entry.frame.name in _ONLY_COMPLAINED_OF or (name in _TOLD and frees(match, view))
    if nobodys or _somebody_else(match, view, acting[0]):
        return []
    hostile = relation(name).polarity is Polarity.CONFLICT
    other = view.discourse.counterpart(acting[0].actor, hostile=hostile)
    at = match.predicate.i
    return [Referent(other, "implied", at, at)] if other is not None else []


def _complaining(deed: Token, view: Referents, source: Referent) -> list[Referent]:
    """As in "Nepal accused India of imposing a blockade": the state that complains of it."""
    for match in match_verb(deed.head) if deed.head.pos_ == "VERB" else []:
        if match.entry.frame.accuses and deed in match.content:
            found = [each for part in match.slots.get("S", ()) for each in view.of(part)]
            states = [each.actor for each in found if each.actor.kind is ActorKind.COUNTRY]
            return [Referent(each, "implied", deed.i, deed.i) for each in states if each.id != source.actor.id]
    return []


def _told(match: Match, view: Referents, name: str, source: Referent) -> list[Referent]:
    if found := _told_before(match, view, name, source):
        return found
    return asked_of(match, view, source) if frees(match, view) or not _somebody_else(match, view, source) else []


def _told_before(match: Match, view: Referents, name: str, source: Referent) -> list[Referent]:
    """Who is told something in the same breath: "urged Guinea to withdraw and offered to send surveyors".

    A promise goes to him only if the act before was not hostile, a threat only if it was not friendly.
    """
    verb = match.predicate
    if verb.dep_ != "conj" or verb.head.pos_ != "VERB" or any(each.dep_ in SUBJECTS for each in verb.children):
        return []
    for before in match_verb(_finite(verb.head) if verb.tag_ in _OF_CLAUSES else verb.head):
        meant = before.entry.frame.relation
        if not meant or _WRONG_SIDE.get(name) is relation(meant).polarity:
            continue
        doers = {each.actor.id for part in before.slots.get("S", ()) for each in view.of(part)}
        found = {each.actor.id: each for part in before.slots.get("T", ()) for each in view.of(part)}
        if found and source.actor.id in doers - found.keys() and not _others(match, view, {source.actor.id, *found}):
            return [Referent(each.actor, "implied", verb.i, verb.i) for each in found.values()]
    return []


def _finite(verb: Token) -> Token:
    """The verb on which an infinitive hangs: what is joined to "called on Greece to return" is joined to the call."""
    return verb.head if verb.tag_ == "VB" and verb.dep_ in {"xcomp", "ccomp", "advcl"} else verb


def _others(match: Match, view: Referents, known: set[str]) -> bool:
    """Whether the phrases of the act name anybody else, or mean him by a pronoun."""
    places = [each for name, tokens in match.slots.items() if name != "S" for each in tokens]
    inside = [part for each in (*places, *match.content) for part in each.subtree]
    named = [mention.actor for part in inside if (mention := view.mention(part)) is not None]
    meant = [each.actor for part in inside if part.pos_ == "PRON" for each in view.of(part)]
    return any(each.id not in known and each.country not in known for each in (*named, *meant))


def _of_words(match: Match) -> bool:
    """As in "rejected the call", "criticised his plan": what is answered are somebody's words."""
    objects = [each for name, tokens in match.slots.items() if name != "S" for each in tokens]
    told = words("speech.yaml", "told") | words("descriptions.yaml", "words")
    return any(each.lower_ in told or each.lemma_.lower() in told for each in objects)


def _somebody_else(match: Match, view: Referents, source: Referent) -> bool:
    """Whether the phrases of the act stand for somebody: a name, a pronoun, people of no name."""
    places = [each for name, tokens in match.slots.items() if name != "S" for each in tokens]
    inside = [part for each in (*places, *match.content) for part in each.subtree]
    beside = [each for each in children(match.predicate, "obl") if each.pos_ == "PRON"]
    return any(_is_somebody(each, view, source) for each in (*inside, *beside))


def _is_somebody(token: Token, view: Referents, source: Referent) -> bool:
    mention = view.mention(token)
    if mention is not None:
        itself = mention.actor.id in {source.actor.id, source.actor.country}
        return not itself and mention.actor.kind is not ActorKind.OUTLET
    if token.pos_ == "PROPN" and token.is_title:
        return token.lower_ not in words("quantities.yaml", "times")
    if token.pos_ == "PRON":
        meant = [each.actor.id for each in view.of(token)]
        ours = token.lower_ in _FIRST_PERSON and not meant
        return token.dep_ != "nmod:poss" or ours or any(each != source.actor.id for each in meant)
    return token.pos_ == "NOUN" and _is_person(token)


def _is_person(noun: Token) -> bool:
    """As "mayors", "the president-elect", "unnamed media"; who serves a state ("officers") stands for it."""
    lemma = noun.lemma_.lower()
    holds = lemma in office_words() and not is_agent(noun.lower_, lemma, "state")
    return holds or lemma.endswith("-elect") or any(is_agent(noun.lower_, lemma, part) for part in _SOMEBODY)
