"""Offices without a name: "the French president" is whoever held the office on the day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.model import ActorKind, Alias, AliasKind
from graph.register import Candidate, Register
from loaders.resolution._data import words
from loaders.resolution._passage import Passage
from loaders.resolution._resolution import Office, Resolution
from loaders.resolution._titles import meanings, office_after, office_before

_OWNERS = {ActorKind.COUNTRY, ActorKind.ORGANIZATION, ActorKind.ARMED_GROUP, ActorKind.AGENCY}
_OWNING = {AliasKind.NAME.value, AliasKind.DEMONYM.value, AliasKind.ORGAN.value, AliasKind.SEAT.value}
_LAST_WORD = re.compile(r"([\w-]+)[ -]$")


def with_offices(
    found: Iterable[Resolution], passage: Passage, register: Register, date: str | None
) -> Iterator[Resolution]:
    """The same, with every office that nobody is named for given to its holder, or marked where there is none."""
    for each in found:
        place = _office(each, passage)
        if place is None or each.actor is None:
            yield each
            continue
        start, end, title = place
        holder = _holder(register, title, each.actor.id, date)
        office = Office(title, each.actor.id, holder.actor.id if holder else None)
        if holder is None:
            why = f"{title}: {'no holder known' if date else 'no date to tell the holder by'}"
            yield replace(each, office=office, why=each.why or why)
        else:
            yield Resolution(start, end, (holder,), "office", f"{title} of {each.actor.id} on {date}", office=office)


def _office(owner: Resolution, passage: Passage) -> tuple[int, int, str] | None:
    """Where an office of an actor is spoken of, and which."""
    actor = owner.actor
    if actor is None or actor.kind not in _OWNERS or owner.how not in _OWNING or _over(passage.text, owner.start):
        return None
    text = passage.text
    if (found := office_after().match(text, owner.end)) and not _holder_named(passage, found.end()):
        return owner.start, found.end(), " ".join(found.group(1).lower().split())
    before = office_before().search(text, max(0, owner.start - 60), owner.start)
    if before and not _over(text, before.start()) and not _holder_named(passage, owner.end):
        return before.start(), owner.end, " ".join(before.group(1).lower().split())
    return None


def _over(text: str, start: int) -> bool:
    found = _LAST_WORD.search(text, max(0, start - 20), start)
    return bool(found) and found is not None and found.group(1).lower() in words("offices.yaml", "over")


def _holder_named(passage: Passage, end: int) -> bool:
    """Whether a name follows at once, or in commas: "the French president, Francois Hollande,"."""
    text = passage.text
    place = end + 2 if text[end : end + 2] == ", " else end + 1
    following = text[place : place + 1]
    return following.isupper() and text[end : end + 1] in {" ", ","}


def _holder(register: Register, title: str, of: str, date: str | None) -> Candidate | None:
    if date is None:
        return None
    for office in meanings(title):
        holder = register.holder(office, of, date)
        if holder is not None:
            return Candidate(holder, Alias(title))
    return None
