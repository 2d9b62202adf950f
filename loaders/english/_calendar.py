"""Days and the stretches of them that words of time mean; a stretch is told by the beginning of an ISO date."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TypeAlias

# The first and the last day, both included.
Days: TypeAlias = tuple[date, date]

_WEEK = 7
# There may be so many years between two days of one name: 29 February 1896 and 1904.
_LEAP = 8
# A week is told of so many days more or less.
_ABOUT = 3


def prefix(days: Days) -> str | None:
    """The longest beginning of an ISO date that both ends of a stretch have; None where they are of two years.

    >>> prefix((date(2021, 7, 5), date(2021, 7, 11)))
    '2021-07'
    >>> prefix((date(2021, 6, 28), date(2021, 7, 4)))
    '2021'
    """
    first, last = (each.isoformat() for each in days)
    return next((first[:length] for length in (10, 7, 4) if first[:length] == last[:length]), None)


def year(number: int) -> Days:
    """All days of a year."""
    return date(number, 1, 1), date(number, 12, 31)


def month(in_year: int, number: int) -> Days:
    """All days of a month."""
    return date(in_year, number, 1), date(in_year, number, calendar.monthrange(in_year, number)[1])


def week(day: date) -> Days:
    """The week of a day, from Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=_WEEK - 1)


def weekend(day: date) -> Days:
    """The last Saturday and Sunday of which one at least lies before a day."""
    saturday = day - timedelta(days=(day.weekday() - 5) % _WEEK or _WEEK)
    return saturday, saturday + timedelta(days=1)


def weekday(number: int, until: date) -> date:
    """The last such day of a week, 0 for Monday, that is no later than a day."""
    return until - timedelta(days=(until.weekday() - number) % _WEEK)


def last_month(number: int, until: date) -> Days:
    """The last month of that number, 1 for January, that has begun by a day."""
    return month(until.year if number <= until.month else until.year - 1, number)


def last_day(day: int, number: int, until: date) -> date | None:
    """The last such day of a month that is no later than another day; None where the month has no such day."""
    for back in range(_LEAP + 1):
        in_year = until.year - back
        if in_year >= 1 and day <= calendar.monthrange(in_year, number)[1]:
            found = date(in_year, number, day)
            if found <= until:
                return found
    return None


def shifted(days: Days, count: int, unit: str) -> Days:
    """A stretch so many units ("day", "week", "month", "year") later, as exactly as the unit tells: "two weeks ago" is
    within a week, "two months ago" in that month.

    Raises OverflowError or ValueError where no calendar reaches.
    """
    first, last = days
    if unit == "day":
        return first + timedelta(days=count), last + timedelta(days=count)
    if unit == "week":
        about = timedelta(days=_ABOUT)
        return first + timedelta(days=count * _WEEK) - about, last + timedelta(days=count * _WEEK) + about
    if unit == "month":
        ends = [each.year * 12 + each.month - 1 + count for each in days]
        return month(ends[0] // 12, ends[0] % 12 + 1)[0], month(ends[1] // 12, ends[1] % 12 + 1)[1]
    return year(first.year + count)[0], year(last.year + count)[1]
