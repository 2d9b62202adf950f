"""When it happened: the expression of time that belongs to a predicate."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from loaders.english._calendar import Days, prefix
from loaders.english._data import words
from loaders.english._judging import judges
from loaders.english._nouns import is_act
from loaders.english._tellers import says
from loaders.english._times import Seen, Time, times
from loaders.english._tree import SUBJECTS, ancestors, child, children, head_of, preposition
from loaders.english._words import Token

if TYPE_CHECKING:
    from loaders.english._sentence import Sentence

# In how many sentences a text begins; how many words a line has that is only a date; how long what stands before one.
_OPENING, _LINE, _GAP = 3, 6, 400
_VERBAL = frozenset({"VERB", "AUX"})
_NAMING = frozenset({"NOUN", "PROPN"})
# What belongs to a noun alone: "Friday's raid", "the 2014 war", "Kosovo, independent since 2008".
_OF_NOUN = frozenset({"nmod:poss", "compound", "amod", "nummod", "appos", "acl", "acl:relcl"})
# What is done for something is done then, and what is done by it: "went this week to congratulate", "struck, killing".
_BESIDE = frozenset({"", "to", "by"})
_NOT_YET = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_NOW = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re"})


def mark_times(sentences: Sequence[Sentence], text: str, published: str | None) -> None:
    """Gives every sentence its expressions of time, each read against the day of publication and those before it.

    Where that day is not known, it is the one that the text has above or before its first sentences.
    """
    told: Days | None = None
    day = _parse(published) if published else _own_day(sentences[:_OPENING], text)
    for each in sentences:
        each.times, told = times(each.doc.text, Seen(day, told))


def event_date(predicate: Token, sentence: Sentence) -> str | None:
    """The day, month or year of an event, as precise as its sentence says it; None where it says nothing."""
    time = event_time(predicate, sentence)
    return prefix(time.days) if time is not None and time.days is not None else None


def event_time(predicate: Token, sentence: Sentence) -> Time | None:
    """The words of a sentence that say when an event was."""
    if _to_come(predicate):
        return None
    held = [
        (*far, each.start, each)
        for each in sentence.times
        if (far := _distance(predicate, each)) is not None and not _nowadays(predicate, each)
    ]
    return min(held)[-1] if held else None


def _to_come(verb: Token) -> bool:
    """As in "will meet", "is meeting him on Friday"."""
    aux = {each.lower_ for each in children(verb, "aux")}
    return not aux.isdisjoint(_NOT_YET) or (verb.tag_ == "VBG" and not aux.isdisjoint(_NOW))


def _own_day(opening: Sequence[Sentence], text: str) -> date | None:
    """The day of a dateline, or of a line of its own: "Amman, 9 March 2021", "KYIV, March 5, 2022 (Reuters) - "."""
    end = 0
    for each in opening:
        alone = len(each.doc) <= _LINE and not any(word.pos_ in _VERBAL for word in each.doc)
        before = text[max(end, each.start - _GAP) : each.start + (len(each.text) if alone else 0)]
        found = (one.days for one in times(before, Seen(None, None))[0] if one.days is not None)
        if day := next((first for first, last in found if first == last), None):
            return day
        end = each.start + len(each.text)
    return None


def _parse(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if len(published) >= 10 else None  # noqa: PLR2004
    except ValueError:
        return None


def _nowadays(predicate: Token, time: Time) -> bool:
    """As in "today Russia arms both", which is no matter of a day."""
    said = predicate.doc.text[time.start : time.end].lower()
    present = predicate.pos_ == "VERB" and predicate.lower_.endswith("s") and predicate.lower_ != predicate.lemma_
    return said == "today" and present


def _distance(predicate: Token, time: Time) -> tuple[int, int] | None:
    """How far up and down the tree an expression hangs from a predicate, and how many words lie between; None where
    it belongs to another.
    """
    doc = predicate.doc
    inside = [each.i for each in doc if time.start <= each.idx and each.idx + len(each.text) <= time.end]
    if not inside:
        return None
    top = head_of(doc, inside[0], inside[-1] + 1)
    steps = _steps(predicate, top)
    return None if steps is None else (steps, abs(top.i - predicate.i))


def _steps(predicate: Token, time: Token) -> int | None:
    for steps, (below, above) in enumerate(ancestors(time)):
        if not (below == time and above == predicate) and _of_another(below, above, time):
            return None
        if _speaking(above, predicate):
            return steps + 1
        if above == predicate or above.pos_ in _VERBAL or above.head == above:
            down = 0 if above == predicate else _down(predicate, above, time)
            return None if down is None or _behind_reason(above, time) else steps + down
    return None


def _of_another(below: Token, above: Token, time: Token) -> bool:
    """Whether a time that hangs on a word is no time of what is above that: "a summit on Friday", "Friday's raid"."""
    if below.dep_ in _OF_NOUN and above.pos_ in _NAMING and (below != time or below.pos_ not in _VERBAL):
        return True
    apart = below != time and below.pos_ in _NAMING and preposition(below) in words("times.yaml", "apart")
    return apart or (below != time and is_act(below) and _looks_back(above))


def _looks_back(verb: Token) -> bool:
    """Whether a verb is about what was at another time: "condemned the raid", "marked the invasion"."""
    return verb.lemma_.lower() in words("times.yaml", "looking_back") or judges(verb) or says(verb)


def _behind_reason(verb: Token, time: Token) -> bool:
    """As in "sanctioned it over the murder of a writer in 2018", whatever the tree hangs the year on."""
    before = [each for each in children(verb, "obl") if each.i < time.i and each != time]
    return any(preposition(each) in words("times.yaml", "reasons") and is_act(each) for each in before)


def _speaking(verb: Token, predicate: Token) -> bool:
    """As in "Speaking in Ankara on Tuesday, Erdogan condemned"."""
    aside = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i < predicate.i
    return aside and verb.head == predicate and not preposition(verb)


def _down(predicate: Token, verb: Token, time: Token) -> int | None:
    """How far below the verb that a time belongs to a predicate tells of the same: a noun of its, or a clause."""
    if _to_come(verb):
        return None
    for steps, (below, above) in enumerate(ancestors(predicate), 1):
        if not (_same_time(below, verb, time) if below.pos_ in _VERBAL else _same_act(below, above)):
            return None
        if above == verb:
            return steps
    return None


def _same_act(noun: Token, above: Token) -> bool:
    return preposition(noun) not in words("times.yaml", "apart") and not _looks_back(above)


def _same_time(clause: Token, verb: Token, time: Token) -> bool:
    """Whether a clause goes on about what the one above it tells: "On Monday it came and took them"."""
    if clause.dep_ == "xcomp":
        return True
    if clause.dep_ == "conj":
        own = child(clause, *SUBJECTS) is not None
        return time.i < (verb.i if own else clause.i)
    return clause.dep_ == "advcl" and time.i < clause.i and preposition(clause) in _BESIDE
