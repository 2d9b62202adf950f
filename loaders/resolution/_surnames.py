"""Surnames that the register does not list, as they are words as well, of persons whom the text names in full."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.model import ActorKind, Alias, AliasKind
from graph.register import Candidate, Match

_TIME = re.compile(r"(?:\b(?:in|of|on|by|since|until|through|early|late|mid|last|next|this|from|to|and|before|after|every)[ -]|\d )$")
_DAY = re.compile(r",? \d")


def with_surnames(matches: Sequence[Match], text: str) -> list[Match]:
    """The matches, and wherever else the last word of a full name stands after it: "Theresa May ... May"."""
    found = {(each.start, each.end): each for each in matches}
    for each in matches:
        for new in _later(each, text):
            if not any(start < new.end and new.start < end for start, end in found):
                found[new.start, new.end] = new
    return [found[span] for span in sorted(found)]


def _later(match: Match, text: str) -> Iterator[Match]:
    actor = match.candidates[0].actor
    name = text[match.start : match.end]
    if actor.kind is not ActorKind.PERSON or " " not in name or len(match.candidates) > 1:
        return
    last = name.rsplit(maxsplit=1)[-1]
    if len(last) < 3 or not last[0].isupper():  # noqa: PLR2004
        return
    for found in re.finditer(rf"(?<![\w-]){re.escape(last)}(?![\w-])", text[match.end :]):
        start, end = match.end + found.start(), match.end + found.end()
        if not _TIME.search(text, max(0, start - 12), start) and not _DAY.match(text, end):
            yield Match(start, end, (Candidate(actor, Alias(last, AliasKind.NAME, needs="context")),))
