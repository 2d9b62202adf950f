"""What an edge is by the words around its own, whatever becomes of the act that they are told with.

An ally that may be helped is an ally; of who hopes to join a bloc none is a member; a pledged loan is still to come.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import Status
from graph.relations import Polarity, relation
from loaders.english._candidates import Candidate
from loaders.english._data import words
from loaders.english._frames import lexicon
from loaders.english._marks import adjective_mark
from loaders.english._to_come import is_present
from loaders.english._tree import PASSIVE_SUBJECTS, SUBJECTS, children, first_conjunct, negated, preposition
from loaders.english._words import Token

_NAMES = frozenset({"NOUN", "PROPN"})
# "Bound as an ally", "became its ally": there the noun says what is told.
_TOLD = frozenset({"xcomp", "ROOT", "ccomp", "conj"})
_NONE_OF_THEM = frozenset({"no", "any", "neither"})
_OWNERS = frozenset({"nmod:poss", "amod", "compound", "nmod"})
_HELD = frozenset({"SANCTIONS", "DEPLOYS_TO", "BLOCKADES", "OCCUPIES"})
_GIVEN_AWAY = frozenset({"AIDS", "ARMS"})
# What somebody does by doing nothing: "showed no interest".
_BY_REFUSAL = frozenset(
    "REJECTS DENIES WARNS CRITICIZES HOSTILE_TO THREATENS PLEDGES COERCES BLOCKADES CEASES_FIRE_WITH".split()
)
_EXCEPT = frozenset({"but", "except", "beyond"})
_AT_LEAST = frozenset({"fewer", "less", "more", "other"})
_MEASURED = frozenset({"in", "of", "worth"})
_FORMS_OF_BE = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re"})
# What happens on a day, unlike what somebody says of a day to come.
_DATED = frozenset(
    "MEETS NEGOTIATES_WITH SIGNS_WITH DRILLS_WITH DEPLOYS_TO WITHDRAWS_FROM AIDS ARMS RELEASES SANCTIONS".split()
)


def given(candidate: Candidate, status: Status) -> tuple[Status, str] | None:
    """The status that the words around an edge give it, whose own status is `status`, with the word that does so."""
    word = candidate.predicate
    if candidate.relation == "MEMBER_OF" and (hoping := _hoping(word)) is not None:
        return Status.HYPOTHETICAL, hoping.text
    if status is Status.ASSERTED:
        return next(_otherwise(candidate), None)
    called = relation(candidate.relation).stative and _is_called(candidate)
    kept = status in {Status.PLANNED, Status.WISHED} and candidate.relation in _HELD and _is_kept(word)
    return (Status.ASSERTED, word.text) if called or kept or _by_another(candidate) else None


def _otherwise(candidate: Candidate) -> Iterator[tuple[Status, str]]:
    """What makes of an edge that is told as done one that is over, was none, or is to come."""
    word, lasting = candidate.predicate, relation(candidate.relation).stative
    if lasting and (before := _once(candidate)) is not None:
        yield Status.NEGATED, before.text
    if candidate.relation not in _BY_REFUSAL and (none := _of_none(word)) is not None:
        yield Status.NEGATED, none.text
    if candidate.relation in _GIVEN_AWAY and (promise := _promised(word)) is not None:
        yield Status.PLANNED, promise.text
    if candidate.relation == "TRADES_WITH" and (ended := _dried_up(word)) is not None:
        yield Status.NEGATED, ended.text
    if candidate.relation in _DATED and (day := _day_to_come(word)) is not None:
        yield Status.PLANNED, day.text


def _phrases(word: Token) -> Iterator[Token]:
    """A noun and those that it stands beside: "membership" of "a candidate for membership"."""
    token = word
    while token.pos_ in _NAMES or token.dep_ in {"amod", "compound"}:
        yield token
        if token.dep_ not in {"nmod", "compound", "amod", "nmod:desc", "nmod:poss"} or token.head == token:
            return
        token = token.head


def _hoping(word: Token) -> Token | None:
    """As in "a candidate for membership of the EU", "the NATO aspirant Georgia", "an aspiring member"."""
    near = [part for each in _phrases(word) for part in (each, *children(each, "compound", "amod", "appos"))]
    if word.pos_ == "VERB" or children(word, "nsubj"):
        near += children(word, "amod", "compound")
    return next((each for each in near if each.lemma_.lower() in words("modals.yaml", "hoping_to_join")), None)


def _is_called(candidate: Candidate) -> bool:
    """As in "may help its ally Niger", "refused to meet the NATO member Norway": he is so whatever is done with him."""
    noun = candidate.predicate
    if (
        noun.lemma_.lower() not in lexicon().roles
        or noun.dep_ in _TOLD
        or children(noun, "cop")
        or preposition(noun) == "as"
    ):
        return False
    if (
        negated(noun)
        or adjective_mark(noun) is not None
        or {each.lower_ for each in children(noun, "det")} & (_NONE_OF_THEM)
    ):
        return False
    inside = {each.i for each in noun.subtree} | ({noun.head.i} if noun.dep_ in {"appos", "nmod:desc"} else set())
    ends = (candidate.source, candidate.target)
    return all(each.first in inside or each.last in inside or each.via == "reference" for each in ends) and any(
        each.dep_ in _OWNERS for each in noun.children
    )


def _by_another(candidate: Candidate) -> bool:
    """As in "will join Mali's case against", "has never followed EU sanctions on": it is there for others to join."""
    noun, source = candidate.predicate, candidate.source
    if noun.pos_ != "NOUN" or noun.head.lemma_.lower() not in words("verbs.yaml", "taking_up"):
        return False
    if noun.dep_ not in {"obj", "nsubj:pass", "obl"} or negated(noun) or adjective_mark(noun) is not None:
        return False
    owners = [each for each in children(noun, "nmod:poss", "amod", "compound") if each.pos_ != "PRON"]
    return any(source.first <= each.i <= source.last for each in owners)


def _of_none(verb: Token) -> Token | None:
    """As in "fired no missiles", "sent neither soldiers nor weapons", unlike "lost no time", "fired no fewer than"."""
    for thing in children(verb, "obj") if verb.pos_ == "VERB" else ():
        behind = {each.lower_ for each in thing.subtree}
        but = {each.lower_ for each in verb.doc[thing.i + 1 : thing.i + 3]} & _EXCEPT
        meant = thing.lemma_.lower() not in words("verbs.yaml", "none_of_it") and not behind & _AT_LEAST
        if negated(thing) and meant and not but:
            return thing
    return None


def _once(candidate: Candidate) -> Token | None:
    """As in "his former ally", "an erstwhile foe", where the word is "friend" and no office."""
    if relation(candidate.relation).polarity is Polarity.NEUTRAL or candidate.predicate.pos_ not in _NAMES:
        return None
    near = children(candidate.predicate, "amod", "advmod", "compound")
    return next((each for each in near if each.lower_ in words("modals.yaml", "former")), None)


def _is_kept(word: Token) -> bool:
    """As in "will keep its curbs on", "plans to maintain the sanctions against": what is kept is there."""
    verb = word.head if word.pos_ == "NOUN" and word.dep_ == "obj" else word
    return verb.pos_ == "VERB" and verb.lemma_.lower() in words("verbs.yaml", "keeping") and not negated(verb)


def _promised(noun: Token) -> Token | None:
    """As in "pledged two million euros in aid", "offered a loan": the verb by which what is given is to come."""
    token = noun
    while token.dep_ in {"nmod", "conj"} and token.head.pos_ in _NAMES | {"SYM"}:
        token = token.head
    verb, place = token.head, preposition(token)
    behind = token.dep_ == "obl" and place in _MEASURED and bool(children(verb, "obj", *PASSIVE_SUBJECTS))
    given_away = token.pos_ in _NAMES | {"SYM"} and (token.dep_ in {"obj", *PASSIVE_SUBJECTS} or behind)
    promises = verb.pos_ == "VERB" and verb.lemma_.lower() in words("verbs.yaml", "promising")
    return verb if given_away and promises and not negated(verb) else None


def _dried_up(word: Token) -> Token | None:
    """As in "exports to Chad have ended", "its gas no longer flows there": the verb by which a trade is no more."""
    token = first_conjunct(word)
    while token.dep_ == "nmod" and token.head.pos_ in _NAMES:
        token = first_conjunct(token.head)
    verb = token.head if token.dep_ in SUBJECTS | PASSIVE_SUBJECTS else token
    if verb.pos_ != "VERB" or negated(verb):
        return None
    if any(each.lower_ == "longer" for each in children(verb, "advmod")):
        return verb
    past = verb.tag_ in {"VBD", "VBN"} and not children(verb, "obj")
    helping = {each.lower_ for each in children(verb, "aux", "aux:pass")} - {"has", "have", "had", "was", "were"}
    over = verb.lemma_.lower() in words("verbs.yaml", "drying_up")
    return verb if past and not helping and over and token != verb else None


def _day_to_come(word: Token) -> Token | None:
    """As in "is heading to Chad next week", "visits Oman tomorrow": the day for which an act in the present is told."""
    going = word.tag_ == "VBG" and any(each.lower_ in _FORMS_OF_BE for each in children(word, "aux"))
    if not going and not (is_present(word) and not children(word, "aux", "aux:pass")):
        return None
    return next((each for each in word.children if _is_to_come(each)), None)


def _is_to_come(when: Token) -> bool:
    if when.lower_ == "tomorrow":
        return True
    timed = when.dep_.startswith("obl") and not children(when, "det")
    return timed and any(each.lower_ in {"next", "coming"} for each in children(when, "amod"))
