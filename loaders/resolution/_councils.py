"""Bodies of the United Nations that are called like those of a state: "Armenia's Security Council" is Armenia's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.model import ActorKind, AliasKind
from graph.register import Match
from loaders.resolution._data import words

_OWNER = re.compile(r"(?:['’]s?)?[ \u00a0](?:[a-z]+[ \u00a0])?")
_OWN = re.compile(r"\b(?:[Nn]ational|[Ss]upreme|[Ff]ederal|[Hh]is|[Hh]er|[Oo]ur|[Tt]heir|[Ii]ts)[ \u00a0]$")
_REACH = 12


def without_councils(matches: Iterable[Match], text: str) -> Iterator[Match]:
    """The matches without the bodies that a country or a word before or behind them says to be a state's."""
    found = list(matches)
    states = [each for each in found if each.candidates[0].actor.kind is ActorKind.COUNTRY]
    for each in found:
        if not (_is_plain(each, text) and _of_a_state(each, states, text)):
            yield each


def _is_plain(match: Match, text: str) -> bool:
    return text[match.start : match.end] in words("names.yaml", "common_bodies")


def _of_a_state(match: Match, states: list[Match], text: str) -> bool:
    if _OWN.search(text, max(0, match.start - _REACH), match.start):
        return True
    before = any(_OWNER.fullmatch(text, each.end, match.start) and _owns(each, text) for each in states)
    return before or any(text[match.end : each.start] in {" of ", " of the "} for each in states)


def _owns(state: Match, text: str) -> bool:
    """A demonym, or a name with its possessive: "Armenian", "Armenia's"; a capital before a body says nothing."""
    return state.candidates[0].alias.kind is AliasKind.DEMONYM or text[state.end : state.end + 1] in {"'", "’"}
