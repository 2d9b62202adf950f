"""Expressions of time in a sentence: "on Monday", "two weeks ago", "in March 2014", "the following day"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TypeAlias

from loaders.english._calendar import Days, last_day, last_month, month, shifted, week, weekday, weekend, year
from loaders.english._data import load


@dataclass(frozen=True, slots=True)
class Time:
    """Where an expression stands in its sentence, and the days it may mean; None where these cannot be told."""

    start: int
    end: int
    days: Days | None


@dataclass(frozen=True, slots=True)
class Seen:
    """From when something is told: the day of publication, and the days that were told of last."""

    published: date | None
    told: Days | None


# So far before an expression stands what tells it to be of another time; so long is a clause.
_BEFORE, _CLAUSE = 24, 60
# So many days after publication a day is rather to come than of the year before.
_SOON = 45
_LATER = frozenset({"later", "afterwards", "on"})
# What a unit makes of a day.
_UNITS: dict[str, Callable[[date], Days]] = {
    "day": lambda day: (day, day),
    "night": lambda day: (day, day),
    "week": week,
    "month": lambda day: month(day.year, day.month),
    "year": lambda day: year(day.year),
}
Reads: TypeAlias = Callable[[re.Match[str], Seen], Days | None]


def times(text: str, seen: Seen) -> tuple[list[Time], Days | None]:
    """The expressions of time of a sentence, in order, each read against those before it; and the days told last.

    >>> found, told = times("They met on Friday.", Seen(date(2021, 7, 12), None))
    >>> [(each.start, each.end) for each in found], str(told[0])
    ([(12, 18)], '2021-07-09')
    """
    found: list[Time] = []
    told = seen.told
    for match, read in _spans(text):
        days = _days(match, read, Seen(seen.published, told))
        found.append(Time(*match.span("name" if "name" in match.re.groupindex else 0), days))
        told = days or (None if read is _lost else told)
    return found, told


def _days(match: re.Match[str], read: Reads, seen: Seen) -> Days | None:
    try:
        days = read(match, seen)
    except (OverflowError, ValueError):
        return None
    known = seen.published is None or days is None or days[0] <= seen.published
    return days if known and not _other_time(match) and not _of_record(match) else None


def _other_time(match: re.Match[str]) -> bool:
    """As in "before Monday", "until 2014": when something else was."""
    return _other().search(_words_before(match)) is not None


def _words_before(match: re.Match[str], reach: int = _BEFORE) -> str:
    return match.string[max(0, match.start() - reach) : match.start()]


def _of_record(match: re.Match[str]) -> bool:
    """As in "their first talks since 2016": when the last was."""
    before = _words_before(match, _CLAUSE)
    since = match[0].lower().startswith("since ") or before.lower().endswith("since ")
    return since and _record().search(before) is not None


def _spans(text: str) -> Iterator[tuple[re.Match[str], Reads]]:
    """What the patterns find, of what overlaps the first pattern's; in the order of the text."""
    taken = bytearray(len(text))
    found: list[tuple[re.Match[str], Reads]] = []
    for pattern, read in _patterns():
        for match in pattern.finditer(text):
            if not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = b"x" * (match.end() - match.start())
                found.append((match, read))
    yield from sorted(found, key=lambda each: each[0].start())


def _several(match: re.Match[str], seen: Seen) -> Days | None:
    """As in "5-7 March", "March 5 and 6, 2014"."""
    number, until = _month(match["month"]), int(match["until"])
    last: date | None = None
    if match["year"] is not None:
        last = date(int(match["year"]), number, until)
    elif seen.published is not None:
        last = _last_such_day(until, number, seen.published)
    return None if last is None else (last.replace(day=int(match["day"])), last)


def _in_numbers(match: re.Match[str], _: Seen) -> Days:
    day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    return day, day


def _of_last_week(match: re.Match[str], seen: Seen) -> Days | None:
    if seen.published is None:
        return None
    monday, _ = week(seen.published - timedelta(days=7))
    day = monday + timedelta(days=_weekday(match["weekday"]))
    return day, day


def _lost(_: re.Match[str], __: Seen) -> Days | None:
    """As in "weeks later": nothing behind it can be told from what was before."""
    return None


def _full(match: re.Match[str], _: Seen) -> Days:
    day = date(int(match["year"]), _month(match["month"]), int(match["day"]))
    return day, day


def _iso(match: re.Match[str], _: Seen) -> Days:
    day = date.fromisoformat(match[0])
    return day, day


def _of_year(match: re.Match[str], seen: Seen) -> Days | None:
    """As in "March 2014", "March last year"."""
    if match["year"] is not None:
        return month(int(match["year"]), _month(match["month"]))
    base = _base(match["which"], seen)
    return None if base is None else month(base, _month(match["month"]))


def _base(which: str, seen: Seen) -> int | None:
    """The year that is meant by "last year", "this year" or "that year"."""
    if which in {"that", "the same"}:
        return seen.told[0].year if seen.told else None
    return seen.published.year - (which == "last") if seen.published else None


def _day(match: re.Match[str], seen: Seen) -> Days | None:
    """As in "March 5", "the 5th of March last year"."""
    number, day = _month(match["month"]), int(match["day"])
    if match["which"] is not None:
        base = _base(match["which"], seen)
        found = None if base is None else date(base, number, day)
    else:
        found = _last_such_day(day, number, seen.published) if seen.published else None
    return None if found is None else (found, found)


def _last_such_day(day: int, number: int, published: date) -> date | None:
    """The last such day, if none is near: a meeting on June 20, told on June 16, is to come."""
    if last_day(day, number, published + timedelta(days=_SOON)) != (found := last_day(day, number, published)):
        return None
    return found


def _month_alone(match: re.Match[str], seen: Seen) -> Days | None:
    if seen.published is None:
        return None
    before = seen.published.replace(day=1) - timedelta(days=1)
    last = match.groupdict().get("last") is not None
    return last_month(_month(match["month"]), before if last else seen.published)


def _year_alone(match: re.Match[str], _: Seen) -> Days:
    return year(int(match["year"]))


def _nothing(_: re.Match[str], __: Seen) -> Days | None:
    """What spans years, or is not yet."""
    return None


def _near_day(match: re.Match[str], seen: Seen) -> Days | None:
    """As in "yesterday", "this morning", "last night"."""
    if seen.published is None:
        return None
    back = {"the day before yesterday": 2, "yesterday": 1, "last night": 1}
    lower = match[0].lower()
    day = seen.published - timedelta(days=next((back[each] for each in back if lower.startswith(each)), 0))
    return day, day


def _on_weekday(match: re.Match[str], seen: Seen) -> Days | None:
    if seen.published is None:
        return None
    until = seen.published - timedelta(days=1) if match["last"] else seen.published
    day = weekday(_weekday(match["weekday"]), until)
    return day, day


def _weekday(name: str) -> int:
    """The number of a day of the week, 0 for Monday."""
    days: list[str] = load("times.yaml")["weekdays"]
    return days.index(name.title())


def _period(match: re.Match[str], seen: Seen) -> Days | None:
    """As in "last week", "earlier this year", "that month", "the weekend"."""
    which, unit = (match["which"] or "last").lower(), (match["unit"] or "weekend").lower()
    if which in {"that", "the same"}:
        return _around(seen.told, unit) if unit in _UNITS else None
    if seen.published is None:
        return None
    if unit in load("times.yaml")["seasons"]:
        return _season(unit, seen.published, this=which == "this")
    if unit == "weekend":
        return weekend(seen.published)
    return _stretch(which, unit, seen.published)


def _season(name: str, now: date, *, this: bool) -> Days:
    """The last such season that is over, or with "this" has begun."""
    first, last = map(_month, load("times.yaml")["seasons"][name])
    in_year = now.year - (first > now.month if this else last >= now.month)
    return month(in_year, first)[0], month(in_year, last)[1]


def _stretch(which: str, unit: str, now: date) -> Days | None:
    """The present week, month or year, the last one, or from the last one until now."""
    here = _around((now, now), unit)
    if which == "this" or here is None:
        return here
    if which in {"the past", "the last"}:
        return shifted((now, now), -1, unit)[0], now
    return _UNITS[unit](here[0] - timedelta(days=1))


def _around(days: Days | None, unit: str) -> Days | None:
    """The day, week, month or year that a stretch lies in, if it is in one."""
    if days is None:
        return None
    first, last = map(_UNITS[unit], days)
    return first if first == last else None


def _ago(match: re.Match[str], seen: Seen) -> Days | None:
    """As in "two weeks ago", "a day earlier", "three months later"."""
    direction = match["direction"].lower()
    from_ = (seen.published, seen.published) if direction == "ago" and seen.published else seen.told
    if from_ is None or direction in {"before", "after"} or _vague().search(_words_before(match)):
        return None
    number = _number(match["number"].lower())
    return shifted(from_, number if direction in _LATER else -number, match["unit"].lower())


def _beside(match: re.Match[str], seen: Seen) -> Days | None:
    """As in "the following day", "the week before"."""
    if seen.told is None:
        return None
    which, unit = match["which"].lower(), match["unit"].lower().replace("night", "day")
    whole = _around(seen.told, unit)
    if whole is None:
        return None
    back = which in {"previous", "before", "earlier"}
    return _UNITS[unit](whole[0] - timedelta(days=1) if back else whole[1] + timedelta(days=1))


def _number(word: str) -> int:
    numbers: list[str] = load("times.yaml")["numbers"]
    if word in numbers:
        return numbers.index(word) + 1
    return 1 if word in load("times.yaml")["single"] else int(word)


def _month(name: str) -> int:
    return _months()[name.rstrip(".").title()]


@cache
def _months() -> dict[str, int]:
    return {name: number for number, names in enumerate(load("times.yaml")["months"], 1) for name in names}


@cache
def _vague() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('times.yaml')['vague'])})\s+$", re.IGNORECASE)


@cache
def _record() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('times.yaml')['records'])}|[a-z]+est)\b[^,.;]*$", re.IGNORECASE)


@cache
def _other() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('times.yaml')['other_than'])})\s+(?:the\s+)?$", re.IGNORECASE)


_READINGS: dict[str, Reads] = {
    "days": _several,
    "full": _full,
    "numbers": _in_numbers,
    "last_week": _of_last_week,
    "lost": _lost,
    "iso": _iso,
    "of_year": _of_year,
    "day": _day,
    "month": _month_alone,
    "year": _year_alone,
    "near_day": _near_day,
    "weekday": _on_weekday,
    "ago": _ago,
    "period": _period,
    "beside": _beside,
    "nothing": _nothing,
}


@cache
def _patterns() -> list[tuple[re.Pattern[str], Reads]]:
    """The patterns of expressions, each with the function that reads it."""
    data = load("times.yaml")
    names = [form for every in data["months"] for name in every for form in (name, name.upper())]
    parts = {
        **data["parts_of_patterns"],
        "month": "(?P<month>" + "|".join(rf"{name}\b\.?" for name in names) + ")",
        "months": "|".join(form for every in data["months"] for form in (every[0], every[0].upper())),
        "short": "|".join(rf"{name}\." for every in data["months"] for name in every[1:]),
        "weekdays": "|".join(form for name in data["weekdays"] for form in (name, name.upper())),
        "numbers": "|".join([*data["numbers"], *data["single"]]),
        **{name: "|".join(data[name]) for name in ("parts", "seasons")},
    }
    return [(re.compile(_filled(pattern, parts), re.ASCII), _READINGS[name]) for name, pattern in data["patterns"]]


def _filled(pattern: str, parts: dict[str, str]) -> str:
    """A pattern with its parts for their names in angle brackets, which are no names of groups: "(?P<year>"."""
    return re.sub(r"(?<!\?P)<(\w+)>", lambda name: _filled(parts[name[1]], parts), pattern)
