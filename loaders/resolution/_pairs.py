"""Two known words side by side that are one name of somebody unknown: "Israel Hernandez", "Idris al-Senussi"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from graph.model import ActorKind, AliasKind
from graph.register import Candidate, Match
from loaders.resolution._data import words
from loaders.resolution._passage import Passage
from loaders.resolution._persons import own_word, surname

_PLACES = {AliasKind.NAME, AliasKind.CAPITAL}
_ARTICLE = re.compile(r"[AaEe]l-")
_DETERMINER = re.compile(r"(?:\b(?:the|a|an|this|that|these|any|another|each|every|no)|['’]s?) $", re.IGNORECASE)


def unpaired(matches: Sequence[Match], passage: Passage) -> tuple[list[Match], set[str]]:
    """The matches without those of such a name, and the surnames of strangers that were among them.

    Where one of the two is the other's own given name, the person stays.
    """
    kept: list[Match | None] = list(matches)
    strangers: set[str] = set()
    for position, (left, right) in enumerate(pairwise(matches)):
        if not _side_by_side(left, right, passage):
            continue
        if is_person(left) and is_person(right):
            found = _persons(left, right, passage)
            if found == (None, None):
                strangers |= set(_called(right, passage))
            for offset, each in enumerate(found):
                kept[position + offset] = each if kept[position + offset] is not None else None
        elif _with_a_place(left, right, passage):
            kept[position] = kept[position + 1] = None
    return [each for each in kept if each is not None], strangers


def is_person(match: Match) -> bool:
    """Whether a match can mean persons alone."""
    return all(each.actor.kind is ActorKind.PERSON for each in match.candidates)


def _side_by_side(left: Match, right: Match, passage: Passage) -> bool:
    given, family = passage.text[left.start : left.end], passage.text[right.start : right.end]
    single = not {" ", "."} & set(given + family) and not given.isupper()
    return single and passage.text[left.end : right.start] == " "


def _with_a_place(left: Match, right: Match, passage: Passage) -> bool:
    if passage.headline(left.start):
        return False
    if is_person(left):
        given = passage.text[left.start : left.end]
        return given in words("names.yaml", "given") and right.candidates[0].alias.kind in _PLACES
    return is_person(right) and left.candidates[0].alias.kind in _PLACES


def _persons(left: Match, right: Match, passage: Passage) -> tuple[Match | None, Match | None]:
    """What stays of two surnames; none, where they are given name and surname of a third."""
    given, family = passage.text[left.start : left.end], passage.text[right.start : right.end]
    if own := _owners(right, given):
        return None, replace(right, candidates=own)
    if own := _owners(left, family):
        return replace(left, candidates=own), None
    joined = not _ARTICLE.match(family) and (passage.headline(left.start) or _meet(left, right, passage))
    return (left, right) if joined else (None, None)


def _owners(match: Match, word: str) -> tuple[Candidate, ...]:
    return tuple(each for each in match.candidates if own_word(word, each.actor))


def _meet(left: Match, right: Match, passage: Passage) -> bool:
    """As in "the Trump Putin summit": two that are brought together by the noun that follows."""
    if passage.right(right.end) not in words("names.yaml", "meetings"):
        return False
    best_known = not any(each.candidates[0].alias.needs for each in (left, right))
    return best_known or _DETERMINER.search(passage.text, max(0, left.start - 9), left.start) is not None


def _called(match: Match, passage: Passage) -> Iterator[str]:
    text = passage.text[match.start : match.end]
    yield from (text, surname(text))
