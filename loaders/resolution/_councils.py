"""Bodies of the United Nations that are called like those of a state: "Armenia's Security Council" is Armenia's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.model import ActorKind, AliasKind
from graph.register import Match
from loaders.resolution._data import words

_OWNER = re.compile(r"(?:['’]s?)?[ \u00a0](?:(?:new|own|top|full|powerful|ruling)[ \u00a0])?")
_OWN = re.compile(r"\b(?:National|Supreme|Federal|national|supreme|federal)[ \u00a0]$")
# What states have in those of the United Nations.
_SHARE = re.compile(r"[ \u00a0](?:veto|vetoes|seat|seats|bid|membership|vote|votes|presidency)\b")
_REACH = 12


def without_councils(matches: Iterable[Match], text: str) -> Iterator[Match]:
    """The matches without the bodies that a country or a word before or behind them says to be a state's."""
    found = list(matches)
    states = [each for each in found if each.candidates[0].actor.kind is ActorKind.COUNTRY]
    for each in found:
        if not (_is_plain(each, text) and _of_a_state(each, states, text)) or _SHARE.match(text, each.end):
            yield each


def _is_plain(match: Match, text: str) -> bool:
    return text[match.start : match.end] in words("names.yaml", "common_bodies")


def _of_a_state(match: Match, states: list[Match], text: str) -> bool:
    if _OWN.search(text, max(0, match.start - _REACH), match.start):
        return True
    before = any(_OWNER.fullmatch(text, each.end, match.start) and _owns(each, text) for each in states)
    behind = (each for each in states if text[match.end : each.start] in {" of ", " of the "})
    return before or any(
        each.candidates[0].alias.kind is AliasKind.NAME and not _possessive(each, text) for each in behind
    )


def _owns(state: Match, text: str) -> bool:
    """A demonym, or a name with its possessive: "Armenian", "Armenia's"; a capital before a body says nothing."""
    adjective = state.candidates[0].alias.kind is AliasKind.DEMONYM and not text[state.start : state.end].endswith("s")
    return adjective or _possessive(state, text)


def _possessive(state: Match, text: str) -> bool:
    return text[state.end : state.end + 1] in {"'", "’"}
