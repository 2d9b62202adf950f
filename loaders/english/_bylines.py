"""Lines that tell that who holds an office has written a text, or held the speech that it is."""

from __future__ import annotations

import re
from functools import cache

from loaders.english._data import load


def heads(line: str) -> bool:
    """Whether a line names who wrote or spoke, and his office.

    >>> heads("By Mia Mottley, Prime Minister of Barbados"), heads("By Anna Smith in Bridgetown")
    (True, False)
    """
    return _matches("headed", line)


def notes(line: str) -> bool:
    """Whether a line is a note on the author, who holds an office.

    >>> notes("The writer is President of Zambia."), notes("The writer is a fellow at a university.")
    (True, False)
    """
    return _matches("notes", line)


def _matches(part: str, line: str) -> bool:
    return any(pattern.search(line) for pattern in _patterns(part))


@cache
def _patterns(part: str) -> tuple[re.Pattern[str], ...]:
    offices = "|".join(load("authors.yaml")["offices"])
    return tuple(re.compile(each.replace("OFFICE", f"(?:{offices})")) for each in load("authors.yaml")[part])
