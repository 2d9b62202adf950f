from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from graph.model import ActorKind
from graph.register._entries import Role
from graph.register._fold import fold
from graph.register._index import names
from graph.register._offices import same_office, shared
from graph.register._register import Register


def problems(register: Register, of: Iterable[str] | None = None) -> list[str]:
    """What is wrong between the entries of a register, one line each, sorted; `of` limits it to these actors.

    A word of several actors without `needs: context`, an identifier of two, an office of two at one time, an open
    office that does not say when it was known, a country that is none.
    """
    wanted = None if of is None else set(of)
    found = [
        *_shared_words(register),
        *_shared_identifiers(register),
        *_overlapping_offices(register),
        *_undated_offices(register),
        *_wrong_countries(register),
    ]
    return sorted({text for actors, text in found if wanted is None or wanted & actors})


def _shared_words(register: Register) -> Iterator[tuple[set[str], str]]:
    owners: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for actor in register.actors():
        for alias in names(actor):
            if not alias.needs:
                owners[fold(alias.text).text].setdefault(actor.id, alias.text)
    for found in owners.values():
        if len(found) > 1:
            text = next(iter(found.values()))
            yield set(found), f"{text!r} means {' and '.join(sorted(found))}: give it `needs: context`"


def _shared_identifiers(register: Register) -> Iterator[tuple[set[str], str]]:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for actor in register.actors():
        if actor.qid:
            owners[actor.qid].add(actor.id)
    for qid, found in owners.items():
        if len(found) > 1:
            yield found, f"{qid} is the identifier of {' and '.join(sorted(found))}"


def _terms(register: Register) -> Iterator[tuple[str, Role]]:
    for actor in register.actors():
        for role in register.roles(actor.id):
            yield actor.id, role


def _overlapping_offices(register: Register) -> Iterator[tuple[set[str], str]]:
    held: defaultdict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    for ident, role in _terms(register):
        if not shared(role.office):
            term = (role.since or role.as_of or "", role.until or "9999", ident)
            held[same_office(role.office), role.of].append(term)
    for (office, of), terms in held.items():
        for first, second in pairwise(sorted(terms)):
            # Two terms may share the day, month or year in which one follows the other.
            if second[0] < first[1][: len(second[0])]:
                yield (
                    {first[2], second[2]},
                    f"{office} of {of}: {first[2]} until {first[1]} and {second[2]} from {second[0]}",
                )


def _undated_offices(register: Register) -> Iterator[tuple[set[str], str]]:
    for ident, role in _terms(register):
        if not role.until and not role.as_of:
            yield {ident}, f"{ident}: {role.office} of {role.of} is open and has no as_of"
        if role.since and role.until and role.since > role.until:
            yield {ident}, f"{ident}: {role.office} of {role.of} ends before it begins"


def _wrong_countries(register: Register) -> Iterator[tuple[set[str], str]]:
    for actor in register.actors():
        if actor.country and register.actor(actor.country).kind is not ActorKind.COUNTRY:
            yield {actor.id}, f"{actor.id}: its country {actor.country} is no country"
