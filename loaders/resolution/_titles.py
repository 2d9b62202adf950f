"""Titles of offices in running text."""

from __future__ import annotations

import re
from functools import cache

from graph.register import Register
from loaders.resolution._data import load

_REACH = 60
_WORDS = re.compile(r"[^\W\d_][\w.’'-]*")


@cache
def _listed(*parts: str) -> str:
    data = load("titles.yaml")
    found = {str(each) for part in parts for each in data[part]} | set(load("offices.yaml")["same"])
    return "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in sorted(found, key=len, reverse=True))


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])({_listed('leads', 'represents', 'plain')})\.?\s+$", re.IGNORECASE)


@cache
def office_after() -> re.Pattern[str]:
    """An office that follows its owner: "'s new foreign minister"."""
    between = "|".join(map(re.escape, load("offices.yaml")["between"]))
    return re.compile(
        rf"(?:['’]s?)?\s+(?:(?:{between})\s+)*?({_listed('leads', 'represents')})(?![\w-])(?!['’]s?\s+office)",
        re.IGNORECASE,
    )


def office_before(text: str, start: int) -> re.Match[str] | None:
    """The office that stands right before its owner, who begins at a position: "president of the"."""
    before = text[max(0, start - _REACH) : start]
    if not before.rstrip().lower().endswith(("of", "the")):
        return None
    return _office_of().search(text, max(0, start - _REACH), start)


@cache
def _office_of() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])({_listed('leads', 'represents')})\s+of\s+(?:the\s+)?$", re.IGNORECASE)


def title_before(text: str, start: int) -> str:
    """The title that ends right before a position, in small letters; empty where there is none.

    >>> title_before("said Foreign Minister Lavrov", 22)
    'foreign minister'
    """
    found = _before().search(text, max(0, start - 40), start)
    return " ".join(found.group(1).lower().split()) if found else ""


def same_title(office: str, title: str) -> bool:
    """Whether a title in a text can mean an office of the register."""
    return any(Register.same_office(each, office) for each in meanings(title))


def meanings(title: str, of: str = "") -> list[str]:
    """The offices that a title can mean, the likeliest first; of some states a word means another office.

    >>> meanings("leader", "china")[0]
    'general secretary'
    """
    own = load("offices.yaml")["own"].get(title, {})
    listed = [office for office, states in own.items() if of in states]
    return listed or [*load("offices.yaml")["same"].get(title, [title])]
