"""What is still to come because it is told as the time of something that is: "will say so when he visits"."""

from __future__ import annotations

from collections.abc import Mapping

from graph.model import Status
from loaders.english._frames import Frame
from loaders.english._marks import own_mark
from loaders.english._tree import children
from loaders.english._words import Token

_THEN = frozenset({"when", "once", "after", "before", "as soon as"})
_PRESENT = frozenset({"VBZ", "VBP"})
_AHEAD = frozenset({Status.PLANNED, Status.WISHED})


def comes_then(clause: Token, above: Token, governed: Mapping[int, tuple[Token, Frame]]) -> str | None:
    """As in "will raise it when he visits", "plans to leave once it has signed": the word that puts a clause there."""
    if clause.dep_ != "advcl" or not _in_the_present(clause):
        return None
    mark = next((each.lower_ for each in children(clause, "mark", "advmod") if each.lower_ in _THEN), None)
    return mark if mark is not None and _is_ahead(above, governed) else None


def _in_the_present(clause: Token) -> bool:
    """As in "visits", "has signed", "is elected"."""
    helping = children(clause, "aux", "aux:pass", "cop")
    return is_present(helping[0] if helping else clause)


def is_present(verb: Token) -> bool:
    """As in "visits", which in a headline, or behind a verb in the past, is read as its past."""
    return verb.tag_ in _PRESENT or (
        verb.tag_ == "VBD" and verb.lower_.endswith("s") and verb.lower_ not in {verb.lemma_.lower(), "was"}
    )


def _is_ahead(verb: Token, governed: Mapping[int, tuple[Token, Frame]]) -> bool:
    """Whether what a verb tells is to come by its own words or by the word that governs it."""
    own = own_mark(verb)
    if own is not None:
        return own[0] in _AHEAD or own[1] in {"would", "'d", "’d"}
    word, frame = governed.get(verb.i, (None, None))
    return word is not None and frame is not None and frame.content in _AHEAD
