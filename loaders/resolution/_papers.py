"""Newspapers that are called like a people: "The Australian reported", but "The Australian government"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.model import ActorKind
from graph.register import Match, Register
from loaders.resolution._data import words
from loaders.resolution._passage import RIGHT

_ARTICLE = "The "


def without_papers(matches: Iterable[Match], register: Register, text: str) -> Iterator[Match]:
    """The matches, with the people for the newspaper where none of what newspapers do follows."""
    for each in matches:
        inside = _people(each, register, text) if _is_paper(each, text) else []
        yield from inside or [each]


def _is_paper(match: Match, text: str) -> bool:
    paper = all(each.actor.kind is ActorKind.OUTLET for each in match.candidates)
    if not paper or not text.startswith(_ARTICLE, match.start):
        return False
    following = RIGHT.match(text, match.end)
    return following is None or following.group(1) not in words("names.yaml", "papers")


def _people(match: Match, register: Register, text: str) -> list[Match]:
    start = match.start + len(_ARTICLE)
    return [
        replace(each, start=start + each.start, end=start + each.end)
        for each in register.find(text[start : match.end])
        if each.candidates[0].actor.kind is not ActorKind.OUTLET
    ]
