from __future__ import annotations

import re

_PLACES = (
    # Neo4j: Invalid input 'RETRUN': expected 'ALTER', 'ORDER BY' or ... (line 1, column 1 (offset: 0))
    re.compile(r"Invalid input '(?P<text>.*)': expected .*\(line (?P<line>\d+), column (?P<column>\d+)"),
    # ArcadeDB's parser: Syntax error at line 1:0 - mismatched input 'RETRUN', expected: an expression
    re.compile(r"Syntax error at line (?P<line>\d+):(?P<column>\d+) - .*? input '(?P<text>.*?)'(?=,| expecting|$)"),
    # ArcadeDB's own checks: Unexpected input 'ORDR' at line 3, column 0
    re.compile(r"Unexpected input '(?P<text>.*)' at line (?P<line>\d+), column (?P<column>\d+)"),
)
_EMPTY = ("Query cannot be empty", "Unexpected end of input")
_LONGEST = 60


def wrong_place(message: str) -> str | None:
    """What a message of an engine about the syntax comes to, alike for both engines; None for any other message.

    >>> wrong_place("Syntax error at line 1:0 - mismatched input 'RETRUN', expected: an expression")
    "not a Cypher statement that the store understands, at 'RETRUN' (line 1, column 1)"
    >>> wrong_place("Unknown function 'foo'")
    """
    if message.startswith(_EMPTY):
        return "there is no Cypher statement in the text"
    for pattern in _PLACES:
        found = pattern.search(message)
        if found:
            # Neo4j counts columns from 1, ArcadeDB from 0.
            place = f"line {found['line']}, column {int(found['column']) + (pattern is not _PLACES[0])}"
            if found["text"] in {"", "<EOF>"}:
                return f"not a whole Cypher statement, it ends too early ({place})"
            text = found["text"][-_LONGEST:]
            return f"not a Cypher statement that the store understands, at {text!r} ({place})"
    return None
