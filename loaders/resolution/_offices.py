"""Offices without a name: "the French president" is whoever held the office on the day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.model import Actor, ActorKind, Alias, AliasKind
from graph.register import Candidate, Register
from loaders.resolution._data import words
from loaders.resolution._passage import Passage
from loaders.resolution._resolution import Office, Resolution
from loaders.resolution._titles import meanings, office_after, office_before

_OWNERS = {ActorKind.COUNTRY, ActorKind.ORGANIZATION, ActorKind.ARMED_GROUP, ActorKind.AGENCY}
_OWNING = {AliasKind.NAME.value, AliasKind.DEMONYM.value, AliasKind.ORGAN.value, AliasKind.SEAT.value}
_NOUN = re.compile(r"(['’]s?)?[ \u00a0]([A-Za-z][\w-]*)")
_LAST_WORD = re.compile(r"([\w-]+)[ -]$")


def with_offices(
    found: Iterable[Resolution], passage: Passage, register: Register, date: str | None
) -> Iterator[Resolution]:
    """The same, with the office of every owner of one for which nobody is named, and its holder where there is one."""
    for each in found:
        place = _office(each, passage)
        if place is None or each.actor is None:
            yield each
            continue
        start, end, title = place
        held_by = holder(register, title, each.actor.id, date)
        office = Office(title, each.actor.id, held_by.id if held_by else None, start, end)
        why = "" if held_by else f"{title}: {'no holder known' if date else 'no date to tell the holder by'}"
        yield replace(each, office=office, why=each.why or why)


def held(each: Resolution, register: Register, date: str | None) -> Resolution:
    """Whoever holds the office that is spoken of, in place of its owner."""
    office = each.office
    if office is None or office.holder is None:
        return each
    who = Candidate(register.actor(office.holder), Alias(office.title))
    why = f"{office.title} of {office.of} on {date}"
    return Resolution(office.start, office.end, (who,), "office", why, office=office)


def holder(register: Register, title: str, of: str, date: str | None) -> Actor | None:
    """Who held the office that a title means, of the actor with the id `of`, at a date; None where that is not known.

    >>> holder(Register.load(), "premier", "israel", "2008-07-01").name
    'Ehud Olmert'
    """
    if date is None:
        return None
    found = (register.holder(office, of, date) for office in meanings(title, of))
    return next((each for each in found if each is not None), None)


def _office(owner: Resolution, passage: Passage) -> tuple[int, int, str] | None:
    """Where an office of an actor is spoken of, and which."""
    actor = owner.actor
    if actor is None or actor.kind not in _OWNERS or owner.how not in _OWNING or _over(passage.text, owner.start):
        return None
    text = passage.text
    if (found := office_after().match(text, owner.end)) and not _holder_named(passage, found.end()):
        return owner.start, found.end(), " ".join(found.group(1).lower().split())
    before = office_before(text, owner.start)
    if before and not _over(text, before.start()) and not _holder_named(passage, owner.end) and not _owns(owner, text):
        return before.start(), owner.end, " ".join(before.group(1).lower().split())
    return None


def _owns(owner: Resolution, text: str) -> bool:
    """As in "the head of Russia's oil company", "the head of the Kyrgyz police": the office is of what follows."""
    following = _NOUN.match(text, owner.end)
    if following is None or owner.how not in {AliasKind.NAME.value, AliasKind.DEMONYM.value}:
        return False
    named = owner.how == AliasKind.NAME.value
    return bool(following.group(1)) if named else following.group(2) not in words("offices.yaml", "whole")


def _over(text: str, start: int) -> bool:
    found = _LAST_WORD.search(text, max(0, start - 20), start)
    return bool(found) and found is not None and found.group(1).lower() in words("offices.yaml", "over")


def _holder_named(passage: Passage, end: int) -> bool:
    """Whether a name follows at once, or in commas: "the French president, Francois Hollande,"."""
    text = passage.text
    place = end + 2 if text[end : end + 2] == ", " else end + 1
    following = text[place : place + 1]
    return following.isupper() and text[end : end + 1] in {" ", ","}
