"""What somebody does still, as it is yet to be stopped: "was urged to stop arming rebels"."""

from __future__ import annotations

from functools import cache

from graph.model import Status
from loaders.english._data import words
from loaders.english._frames import Frame, lexicon
from loaders.english._tree import children
from loaders.english._words import Token

STOPPING = "wire_stop_supplying"
# What is being negotiated is to come, what was negotiated is there.
_NEGOTIATING = "negotiating"
# "Decided to stop buying" is that it has stopped.
_DONE_BY = frozenset({"choose", "decide", "manage"})
_UNTIL = frozenset({"if", "unless", "until"})
_ASKING = frozenset({"DEMANDS", "PLEDGES", "URGES", "WARNS"})
_YET_OPEN = frozenset({Status.HYPOTHETICAL, Status.NEGATED, Status.PLANNED, Status.WISHED})


def holds_still(frame: Frame, parent: Token) -> bool:
    """As in "will stop buying", "was urged to stop buying", "unless it stops buying", where it is bought until then;
    what was negotiated is there.
    """
    if frame.name == STOPPING:
        helping = {each.lower_ for each in children(parent, "aux")}
        until = any(each.lower_ in _UNTIL for each in children(parent, "mark"))
        asked = parent.tag_ == "VB" and parent.dep_ in {"xcomp", "ccomp", "advcl"} and _is_asked(parent.head)
        return until or asked or not helping.isdisjoint(_modals())
    return frame.name == _NEGOTIATING and parent.tag_ != "VBG"


def _is_asked(above: Token) -> bool:
    """Whether a verb leaves open that what it governs is done: "urged", "want", "promised", "refused", "have to"."""
    if above.lemma_.lower() in _DONE_BY:
        return False
    frames = [each.frame for each in lexicon().verbs.get(above.lemma_.lower(), ())]
    asked = any(each.relation in _ASKING or each.content in _YET_OPEN for each in frames)
    return asked or above.lemma_.lower() == "have"


@cache
def _modals() -> frozenset[str]:
    return frozenset().union(*(words("modals.yaml", part) for part in ("planned", "wished", "hypothetical")))
