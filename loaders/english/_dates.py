"""When it happened: the expression of time that belongs to a predicate."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from loaders.english._calendar import Days, prefix
from loaders.english._times import Seen, Time, times
from loaders.english._tree import SUBJECTS, ancestors, child, children, head_of, preposition
from loaders.english._words import Token

if TYPE_CHECKING:
    from loaders.english._sentence import Sentence

# In how many sentences a text begins.
_OPENING = 3
_VERBAL = frozenset({"VERB", "AUX"})
_NAMING = frozenset({"NOUN", "PROPN"})
# What belongs to a noun alone: "Friday's raid", "the 2014 war".
_OF_NOUN = frozenset({"nmod:poss", "compound", "amod", "nummod"})
# What is done for something is done then, and what is done by it: "went this week to congratulate", "struck, killing".
_BESIDE = frozenset({"", "to", "by"})
_NOT_YET = frozenset({"will", "shall", "'ll", "’ll", "wo"})
# What stands behind these was before, or is why: "after months of pressure".
_APART = frozenset(
    {"after", "before", "since", "despite", "following", "over", "amid", "for", "because of", "ahead of"}
)


def mark_times(sentences: Sequence[Sentence], text: str, published: str | None) -> None:
    """Gives every sentence its expressions of time, each read against the day of publication and those before it.

    Where that day is not known, it is the one that the text has above or before its first sentences.
    """
    told: Days | None = None
    day = _parse(published) if published is not None else _own_day(sentences[:_OPENING], text)
    for each in sentences:
        each.times = times(each.doc.text, Seen(day, told))
        told = next((one.days for one in reversed(each.times) if one.days is not None), told)


def event_date(predicate: Token, sentence: Sentence) -> str | None:
    """The day, month or year of an event, as precise as its sentence says it; None where it says nothing."""
    time = event_time(predicate, sentence)
    return prefix(time.days) if time is not None and time.days is not None else None


def event_time(predicate: Token, sentence: Sentence) -> Time | None:
    """The words of a sentence that say when an event was."""
    if any(each.lower_ in _NOT_YET for each in children(predicate, "aux")):
        return None
    held = [
        (*far, each.start, each)
        for each in sentence.times
        if (far := _distance(predicate, each)) is not None and not _nowadays(predicate, each)
    ]
    return min(held)[-1] if held else None


def _own_day(opening: Sequence[Sentence], text: str) -> date | None:
    """The day of a dateline, or of a line of its own: "Amman, 9 March 2021", "KYIV, March 5, 2022 (Reuters) - "."""
    end = 0
    for each in opening:
        alone = each.headline and not any(word.pos_ in _VERBAL for word in each.doc)
        found = times(text[end : each.start + (len(each.text) if alone else 0)], Seen(None, None))
        if day := next((one.days[0] for one in found if one.days is not None and one.days[0] == one.days[1]), None):
            return day
        end = each.start + len(each.text)
    return None


def _parse(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published and len(published) >= 10 else None  # noqa: PLR2004
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
    inside = [each.i for each in doc if time.start <= each.idx < time.end]
    if not inside:
        return None
    top = head_of(doc, inside[0], inside[-1] + 1)
    near = abs(top.i - predicate.i)
    for steps, (below, above) in enumerate(ancestors(top)):
        if above == predicate:
            return steps, near
        if above.pos_ in _NAMING and below.dep_ in _OF_NOUN and below == top:
            return None
        if above.pos_ in _VERBAL or above.head == above:
            down = _down(predicate, above, top)
            return None if down is None else (steps + down, near)
    return None


def _down(predicate: Token, verb: Token, time: Token) -> int | None:
    """How far below the verb that a time belongs to a predicate tells of the same: a noun of its, or a clause."""
    for steps, (below, above) in enumerate(ancestors(predicate), 1):
        if not (_same_time(below, verb, time) if below.pos_ in _VERBAL else preposition(below) not in _APART):
            return None
        if above == verb:
            return steps
    return None


def _same_time(clause: Token, verb: Token, time: Token) -> bool:
    """Whether a clause goes on about what the one above it tells: "On Monday it came and took them"."""
    if clause.dep_ == "xcomp":
        return True
    if clause.dep_ == "conj":
        own = child(clause, *SUBJECTS) is not None
        return time.i < (verb.i if own else clause.i)
    return clause.dep_ == "advcl" and time.i < clause.i and preposition(clause) in _BESIDE
