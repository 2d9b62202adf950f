"""What is known about an article beside its text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

_NAMES = {
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "outlet": ("outlet", "source", "publisher", "sitename"),
    "author": ("author", "authors"),
    "published": ("date", "published", "pub_date"),
}
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?=$|[T ]))?)?")


@dataclass(frozen=True, slots=True)
class Details:
    """Title, address, outlet, author and ISO date of publication; None where unknown."""

    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None

    def over(self, other: Details) -> Details:
        """These details, and the other's where this one knows nothing."""
        names = [field.name for field in fields(self)]
        return Details(**{name: getattr(self, name) or getattr(other, name) for name in names})


def details(data: Mapping[str, Any]) -> Details:
    """The details in a JSON or YAML object; ValueError where a field is no text, or a date no ISO date.

    >>> details({"source": "Sample Wire", "date": "2021-01-19T08:00:00Z"})
    Details(title=None, url=None, outlet='Sample Wire', author=None, published='2021-01-19')
    """
    found = {name: _first(data, keys) for name, keys in _NAMES.items()}
    if found["published"]:
        found["published"] = iso_date(found["published"])
    return Details(**found)


def iso_date(text: str) -> str:
    """The date in an ISO 8601 date or time, of the precision given; ValueError where there is none.

    >>> iso_date("2021-01-19 08:00"), iso_date("2021-01")
    ('2021-01-19', '2021-01')
    """
    match = _DATE.match(text)
    if match is None or (match.end() < len(text) and match[3] is None):
        raise ValueError(f"{text[:40]!r} is no date; write it as 2021-01-19, 2021-01 or 2021")
    year, month, day = match.groups(default="1")
    try:
        dt.date(int(year), int(month), int(day))
    except ValueError:
        raise ValueError(f"{text[:40]!r} is not in the calendar") from None
    return match[0]


def plain(key: str, value: object) -> str | None:
    """A text, number, date or list of them as one line of text, None where empty; ValueError for anything else."""
    parts = value if isinstance(value, list) else [value]
    return " ".join(", ".join(_one(key, part) for part in parts).split()) or None


def _first(data: Mapping[str, Any], keys: tuple[str, ...]) -> str | None:
    given = ((key, data[key]) for key in keys if data.get(key) not in (None, ""))
    return next((plain(key, value) for key, value in given), None)


def _one(key: str, value: object) -> str:
    if isinstance(value, dt.date):
        value = value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise ValueError(f"field {key!r} must be text")
    return "".join(char if char.isprintable() else " " for char in value)
