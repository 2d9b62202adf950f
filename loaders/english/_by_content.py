"""What an act of speech is by what it says: who will arm somebody pledges it, who will not rejects him."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from graph.relations import Polarity, relation
from loaders.english._data import words
from loaders.english._matching import Match

if TYPE_CHECKING:
    from loaders.english._candidates import Candidate

# What somebody does who says what he will not do.
_NOT_DONE = {Polarity.COOPERATION: "REJECTS", Polarity.NEUTRAL: "REJECTS", Polarity.CONFLICT: "PLEDGES"}


def relation_said(match: Match, told: Iterable[tuple[Candidate, bool]]) -> str:
    """The relation of an entry in use; `told` are the edges of its content, and whether each is to be done.

    Who "will not tolerate" something warns of it, whatever it is.
    """
    frame = match.entry.frame
    if frame.negated and any(each.lemma_.lower() in words("speech.yaml", "not_borne") for each in match.content):
        return "WARNS"
    if not frame.by_content:
        return frame.relation
    for each, done in told:
        polarity = relation(each.relation).polarity
        if not done and "THREATENS" in frame.by_content.values():
            return _NOT_DONE[polarity] if frame.relation or polarity is not Polarity.CONFLICT else ""
        if polarity.value in frame.by_content:
            return frame.by_content[polarity.value]
    return frame.relation
