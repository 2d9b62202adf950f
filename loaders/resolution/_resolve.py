from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import ActorKind
from graph.register import Match, Register
from loaders.resolution import _context, _pairs, _persons
from loaders.resolution._councils import without_councils
from loaders.resolution._longer import is_part, is_person
from loaders.resolution._offices import held, with_offices
from loaders.resolution._papers import without_papers
from loaders.resolution._passage import Named, Passage
from loaders.resolution._resolution import Resolution
from loaders.resolution._surnames import with_surnames
from loaders.resolution._timely import timely

_PRONOUN = re.compile(r"\b(?:TO|LET|TELLS?|TOLD|GIVES?|GAVE|HELPS?|MAKES?|SHOWS?|OF|JOIN|AROUND|BETWEEN) $")
_WHO = re.compile(r"(?:^|\n|[.:;!?] )\s*$")


def resolve(register: Register, text: str, date: str | None = None, *, offices: bool = True) -> list[Resolution]:
    """Whom each name in a text means, in order and without overlap.

    `date` is the day of publication, an ISO date of any precision: it decides between holders of an office. With
    `offices`, "the French president" is whoever held the office then; else the state is, and its `office` says who
    held it. Words that name no
    actor here ("Michael Jordan") are left out; those that could mean several stay, with all of them.

    >>> [(each.actor.id, each.how) for each in resolve(Register.load(), "Michael Jordan flew from Amman to Moscow.")]
    [('jordan', 'capital'), ('russia', 'capital')]
    """
    meant = without_councils(without_papers(register.find(text), register, text), text)
    matches = with_surnames(list(timely(meant, date)), text)
    passage = Passage(text, tuple((each.start, each.end) for each in matches))
    named = Named()
    single, named.strangers = _pairs.unpaired(matches, passage)
    kept = [each for each in single if not _belongs_elsewhere(each, passage, named)]
    for each in kept:
        _note(each, text, named)
    found = [one for each in kept for one in _resolved(each, passage, named, register, date)]
    owners = with_offices(found, passage, register, date)
    return list(_apart(held(each, register, date) for each in owners)) if offices else list(owners)


def _belongs_elsewhere(match: Match, passage: Passage, named: Named) -> bool:
    """Whether a match is only a part of a longer name, or a small word in a line of capitals."""
    text = passage.text
    words = text[match.start : match.end]
    if passage.shouted(match.start):
        if words == "US" and _PRONOUN.search(text, max(0, match.start - 12), match.start):
            return True
        if words == "WHO" and not _WHO.search(text, 0, match.start):
            return True
    if _persons.is_word(match, passage):
        return True
    if _pairs.is_person(match):
        foreign = _persons.is_stranger(match, passage)
        stranger = foreign
    else:
        foreign = is_part(match, passage)
        stranger = foreign and is_person(match, passage)
    if stranger:
        named.strangers.add(words)
    return foreign


def _note(match: Match, text: str, named: Named) -> None:
    first = match.candidates[0]
    countries = _context.spoken_of(match.candidates)
    named.begins[match.start] = named.ends[match.end] = countries
    if first.alias.needs or len({each.actor.id for each in match.candidates}) > 1:
        return
    words = text[match.start : match.end]
    if first.actor.kind is not ActorKind.PERSON or " " in words:
        named.actors.setdefault(first.actor.id, words)
    named.countries |= countries


def _resolved(
    match: Match, passage: Passage, named: Named, register: Register, date: str | None
) -> Iterator[Resolution]:
    span = match.start, match.end
    if _pairs.is_person(match):
        if passage.text[match.start : match.end] not in named.strangers:
            people, how, why = _persons.choose(match, passage, named, register, date)
            yield Resolution(*span, tuple(people), how, why, sure=bool(why) or how != "surname")
        return
    if _context.something_else(match, passage, named):
        return
    first = match.candidates[0]
    if not first.alias.needs and len(match.candidates) == 1:
        yield Resolution(*span, (first,), first.alias.kind.value)
        return
    remaining, why = _context.choose(match, passage, named)
    yield Resolution(*span, tuple(remaining), remaining[0].alias.kind.value, why, sure=bool(why))


def _apart(found: Iterator[Resolution]) -> Iterator[Resolution]:
    """The resolutions without those that an office before them covers."""
    end = 0
    for each in found:
        if each.start >= end:
            end = each.end
            yield each
