"""Surnames that the register does not list, as they are words as well, of persons whom the text names in full."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from graph.model import ActorKind, Alias
from graph.register import Candidate, Match

_TIME = re.compile(
    r"(?:\b(?:in|of|on|by|since|until|through|early|late|mid|last|next|this|from|to|and|before|after|every)[ -]|\d )$"
)
_WORD = re.compile(r"(?<![\w-])[^\W\d_](?:[\w-]|['’](?!s\b))*(?![\w-])")
_DAY = re.compile(r",? \d")


def with_surnames(matches: Sequence[Match], text: str) -> list[Match]:
    """The matches, and wherever else the last word of a full name stands after it: "Theresa May ... May"."""
    spans = [(each.start, each.end) for each in matches]
    people = {last: each for each in reversed(matches) if (last := _last(each, text))}
    if not people:
        return list(matches)
    new = [
        Match(*word.span(), (Candidate(person.candidates[0].actor, Alias(word.group(), needs="context")),))
        for word in _WORD.finditer(text)
        if (person := people.get(_bare(word.group()))) is not None
        and word.start() >= person.end
        and _free(word.span(), spans)
        and not _TIME.search(text, max(0, word.start() - 12), word.start())
        and not _DAY.match(text, word.end())
    ]
    return sorted([*matches, *new], key=lambda each: each.start)


def _bare(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word


def _last(match: Match, text: str) -> str:
    name = text[match.start : match.end]
    if match.candidates[0].actor.kind is not ActorKind.PERSON or " " not in name or len(match.candidates) > 1:
        return ""
    last = name.rsplit(maxsplit=1)[-1]
    return last if len(last) > 2 and last[0].isupper() else ""  # noqa: PLR2004


def _free(span: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    place = bisect_right(spans, span[0], key=lambda each: each[0])
    before = place == 0 or spans[place - 1][1] <= span[0]
    return before and (place == len(spans) or span[1] <= spans[place][0])
