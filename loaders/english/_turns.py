"""Who speaks in turn in a text: "Q:" and "A:", "DW:" and "Landsbergis:" at the beginning of its paragraphs."""

from __future__ import annotations

import re
from collections import Counter

_TURN = re.compile(
    r"^[^\S\n]{0,4}(?:\*\*|__|[-–—] ?)?(?P<label>[QA]\d{0,2}"
    r"|[A-ZÀ-Ý][\w.’'&-]{0,30}(?: [A-ZÀ-Ý&][\w.’'-]{0,30}){0,4}(?: \([\w ]{1,30}\))?)"
    r"(?:\*\*|__)?\s?(?::|(?<=Q)\.|(?<=A)\.)(?:\*\*|__)? +(?=\S)",
    re.MULTILINE,
)
_ASKS = frozenset({"q", "question"})
_LEAST = 2


def turn_labels(text: str) -> frozenset[str]:
    r"""What stands before the turns of a talk: two names that begin several lines each, or "Q".

    >>> sorted(turn_labels("DW: Why?\nMaia: No.\nDW: And Iran?\nMaia: Yes."))
    ['DW', 'Maia']
    >>> turn_labels("Ghana: A coup.\nTogo: A vote.\nNote: No more.")
    frozenset()
    """
    counted = Counter(each["label"] for each in _TURN.finditer(text))
    found = frozenset(label for label, count in counted.items() if count >= _LEAST)
    asks = any(label.lower() in _ASKS for label in found)
    return found if len(found) >= _LEAST or asks else frozenset()


def turn_end(block: str, labels: frozenset[str]) -> int:
    """Where what is said begins in a paragraph, behind the label of its turn."""
    found = _TURN.match(block) if labels else None
    return found.end() if found is not None and found["label"] in labels else 0


def turn_of(text: str, start: int) -> str | None:
    """The label that stands on the line of a paragraph before its first character."""
    line = text.rfind("\n", 0, start) + 1
    found = _TURN.match(text, line) if line < start else None
    return found["label"] if found is not None and found.end() == start else None
