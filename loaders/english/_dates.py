"""When it happened: the date words beside a predicate, against the date of publication."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from loaders.english._words import Token

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NAMES: tuple[str, ...] = tuple(_MONTHS.split("|"))
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FULL = re.compile(rf"\b(?:({_MONTHS}) (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})|(\d{{1,2}}) ({_MONTHS}),? (\d{{4}}))\b")
_MONTH = re.compile(rf"\b({_MONTHS})(?: of|,)? (\d{{4}})\b")
_MONTH_ALONE = re.compile(rf"\bin ({_MONTHS})\b(?! \d)")
_YEAR = re.compile(r"\bin ((?:19|20)\d{2})\b")
_RELATIVE = re.compile(
    rf"\b({'|'.join(_DAYS)})\b"
    r"|\b(yesterday|today|overnight|last month|last year|(?:earlier )?this (?:month|year))\b"
)
_DAY = re.compile(rf"\b(?:({_MONTHS}) (\d{{1,2}})|(\d{{1,2}}) ({_MONTHS}))\b(?!,? \d{{4}})")


def event_date(predicate: Token, published: str | None) -> str | None:
    """The date of an event, as precise as the sentence says it; None where it says nothing.

    A weekday is the last one before publication; "last month" is a month, "last year" a year.
    """
    text = predicate.doc.text
    base = _parse(published)
    for pattern in (_FULL, _MONTH, _YEAR, _DAY, _MONTH_ALONE, _RELATIVE):
        found = [
            (abs(match.start() - predicate.idx), value)
            for match in pattern.finditer(text)
            if _clause_of(predicate, match.start()) and (value := _value(pattern, match, base)) is not None
        ]
        if found:
            return min(found)[1]
    return None


def _parse(published: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(published) if published and len(published) >= 10 else None  # noqa: PLR2004
    except ValueError:
        return None


def _clause_of(predicate: Token, offset: int) -> bool:
    """Whether the words at an offset hang on the predicate, rather than on another clause."""
    token = next((each for each in predicate.doc if each.idx <= offset < each.idx + len(each.text) + 1), None)
    while token is not None and token.head != token:
        if predicate in (token.head, token):
            return True
        if token.pos_ == "VERB" and token.dep_ not in {"conj"}:
            return predicate.pos_ == "NOUN" and token in predicate.ancestors
        token = token.head
    return token == predicate or (predicate.pos_ == "NOUN" and token is not None and token in predicate.ancestors)


def _value(pattern: re.Pattern[str], match: re.Match[str], base: datetime | None) -> str | None:
    groups = match.groups()
    if pattern is _FULL:
        month, day, year = (groups[0], groups[1], groups[2]) if groups[0] else (groups[4], groups[3], groups[5])
        return _iso(year, month, day)
    if pattern is _MONTH:
        return f"{groups[1]}-{_number(groups[0]):02d}"
    if pattern is _YEAR:
        return str(groups[0])
    try:
        return _against(pattern, groups, base) if base is not None else None
    except OverflowError:
        return None


def _against(pattern: re.Pattern[str], groups: tuple[str | None, ...], base: datetime) -> str | None:
    """A date without a year, or relative: the last one before publication."""
    if pattern is _MONTH_ALONE:
        month = groups[0] or ""
        return f"{_year_of(month, base)}-{_number(month):02d}"
    if pattern is _DAY:
        name, day = (groups[0], groups[1]) if groups[0] else (groups[3], groups[2])
        return _iso(str(_year_of(name or "", base, int(day or 1))), name or "", day or "")
    return _relative(groups[0], groups[1], base)


def _year_of(month: str, base: datetime, day: int = 1) -> int:
    """The year of the last such day before publication."""
    return base.year if (_number(month), day) <= (base.month, base.day) else base.year - 1


def _relative(weekday: str | None, phrase: str | None, base: datetime) -> str | None:
    if weekday:
        back = (base.weekday() - _DAYS.index(weekday)) % 7
        return (base - timedelta(days=back)).date().isoformat()
    month = (base.replace(day=1) - timedelta(days=1)) if phrase == "last month" else base
    values = {
        "today": base.date().isoformat(),
        "overnight": base.date().isoformat(),
        "yesterday": (base - timedelta(days=1)).date().isoformat(),
        "this month": month.strftime("%Y-%m"),
        "last month": month.strftime("%Y-%m"),
        "this year": str(base.year),
        "last year": str(base.year - 1),
    }
    return values.get((phrase or "").removeprefix("earlier "))


def _iso(year: str, month: str, day: str) -> str | None:
    try:
        return datetime(int(year), _number(month), int(day)).date().isoformat()
    except ValueError:
        return None


def _number(month: str) -> int:
    return _NAMES.index(month) + 1
