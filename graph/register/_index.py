from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ahocorasick_rs import AhoCorasick, MatchKind

from graph.model import Actor, ActorKind, Alias, AliasKind
from graph.register._fold import fold
from graph.register._spellings import Spellings
from graph.register._transliterations import transliterations

_ARTICLE = re.compile(r"\b[Aa]l[- ](?=[A-Z])")
_ANY_ARTICLE = re.compile(r"\bal[- ]", re.IGNORECASE)
_NISBA = re.compile(r"(?:^|[^\w])(?:al|el|Al|El|ul|ibn|bin)-$")
# A given name and initials, before a surname.
_INITIALS = re.compile(r"(?<![\w.])([^\W\d_][^\W\d_]+) (?:[A-Z]\. ?){1,2}(?=[^\W\d_]{2})")
# So many letters a name has behind its initials at most.
_NAME = 60
_SHORT = 4
_THE = "The "


@dataclass(frozen=True, slots=True)
class Candidate:
    """An actor that a stretch of text can mean, and the alias by which it does."""

    actor: Actor
    alias: Alias


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of text, `text[start:end]`, that names one actor or one of several, the likeliest first.

    The register itself knows no more than the words. Whoever has read what stands around them says by `how` what
    decided, and with `sure` whether it was enough.
    """

    start: int
    end: int
    candidates: tuple[Candidate, ...]
    how: str = ""
    sure: bool = False

    @property
    def sole(self) -> Actor | None:
        """The actor meant, where one candidate outranks all others; None where the text is ambiguous."""
        first, *others = self.candidates
        return None if others and rank(others[0]) == rank(first) else first.actor


def rank(candidate: Candidate) -> tuple[bool, bool]:
    """Sorts the likelier first: words that need no context, then sovereign states before everything else."""
    actor = candidate.actor
    return bool(candidate.alias.needs), not (actor.kind is ActorKind.COUNTRY and actor.country is None)


class Index:
    """The first words of all spellings in one automaton: a tenth of the states that whole spellings would make.

    What follows a first word is compared, and who is meant is looked up, where one is found.
    """

    def __init__(self, spellings: Spellings, actor: Callable[[str], Actor]) -> None:
        """`actor` gives an actor by its id."""
        self._spellings = spellings
        self._actor = actor
        self._known: dict[int, tuple[Candidate, ...]] = {}
        self._automaton = AhoCorasick(spellings.firsts, matchkind=MatchKind.Standard, store_patterns=False)

    def find(self, text: str) -> list[Match]:
        """Every name in the text, leftmost first, of two that overlap the one that begins earlier or is longer.

        A person is also found with an initial that his names do not have: "Antony J. Blinken".
        """
        found = self._named(text)
        more = [each for each in self._with_initials(text) if not any(_covers(other, each) for other in found)]
        kept = [each for each in found if not any(_overlap(each, other) for other in more)]
        return sorted([*kept, *more], key=lambda each: each.start)

    def _with_initials(self, text: str) -> Iterator[Match]:
        """Persons who are called by given name, initials and surname, and are known without the initials.

        It can be somebody else who is called so, so they need context.
        """
        for written in _INITIALS.finditer(text):
            given, behind = written.group(1), text[written.end() : written.end() + _NAME]
            for each in self._named(f"{given} {behind}"):
                persons = tuple(
                    Candidate(one.actor, replace(one.alias, needs="context"))
                    for one in each.candidates
                    if one.actor.kind is ActorKind.PERSON
                )
                if each.start == 0 and each.end > len(given) + 1 and persons:
                    yield Match(written.start(), written.end() + each.end - len(given) - 1, persons)

    def _named(self, text: str) -> list[Match]:
        folded = fold(text)
        matches: list[Match] = []
        hits = sorted(self._hits(folded.text))
        for which, start, end in _leftmost(_without_articles(hits, folded.text)):
            if candidates := self._candidates(which):
                matches.append(Match(*folded.span(start, end), candidates))
        return matches

    def _hits(self, text: str) -> Iterator[tuple[int, int, int]]:
        texts, starts = self._spellings.texts, self._spellings.starts
        for first, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if _is_whole(text, start, end):
                for which in range(starts[first], starts[first + 1]):
                    spelling = texts[which]
                    stop = start + len(spelling)
                    if text.startswith(spelling, start) and (stop == end or _is_whole(text, start, stop)):
                        yield start, -stop, which

    def _candidates(self, which: int) -> tuple[Candidate, ...]:
        if which not in self._known:
            found = [self._candidate(each) for each in self._spellings.meanings[which].split()]
            self._known[which] = tuple(_so_called(found, self._spellings.texts[which]))
        return self._known[which]

    def _candidate(self, meaning: str) -> Candidate:
        ident, _, position = meaning.partition(":")
        actor = self._actor(ident)
        return Candidate(actor, list(names(actor))[int(position)])


def _covers(found: Match, other: Match) -> bool:
    return found.start <= other.start and other.end <= found.end


def _overlap(one: Match, other: Match) -> bool:
    return one.start < other.end and other.start < one.end


def _so_called(found: Sequence[Candidate], spelling: str) -> Sequence[Candidate]:
    """Without persons who only may be written so, where somebody is: Amina Mohammed is not Amina Mohamed."""
    own = [each for each in found if _plainer(fold(each.alias.text).text) == _plainer(spelling)]
    return [each for each in found if each in own or each.actor.kind is not ActorKind.PERSON] if own else found


def _plainer(name: str) -> str:
    return _ANY_ARTICLE.sub("al-", name).upper()


def meanings(actors: Iterable[Actor], masks: Iterable[str] = ()) -> dict[str, str]:
    """For each spelling the actors that it can mean, the likeliest first, as "id:position id:position".

    A phrase that means no actor has none. Of actors with the same rank, the earlier of `actors` comes first.
    """
    found: dict[str, list[tuple[Candidate, str]]] = {
        each: [] for mask in masks for each in (fold(mask).text, fold(mask).text.upper())
    }
    known = [
        (Candidate(actor, alias), f"{actor.id}:{position}", fold(alias.text).text)
        for actor in actors
        for position, alias in enumerate(names(actor))
    ]
    exact = {plain for _, _, plain in known}
    for candidate, meaning, plain in known:
        for spelling in spelled(plain, candidate):
            # SANA is a news agency, and not the city of Sana in capitals.
            if spelling == plain or not (spelling.isupper() and spelling in exact):
                held = found.setdefault(spelling, [])
                if all(old.actor.id != candidate.actor.id for old, _ in held):
                    held.append((candidate, meaning))
    return {spelling: joined(each) for spelling, each in found.items()}


def joined(found: Iterable[tuple[Candidate, str]]) -> str:
    """The meanings of one spelling, the likeliest first, of those with the same rank the earlier one."""
    return " ".join(meaning for _, meaning in sorted(found, key=lambda pair: rank(pair[0])))


def names(actor: Actor) -> Iterator[Alias]:
    """The aliases of an actor, its own name first unless an alias says more about it."""
    if all(alias.text != actor.name for alias in actor.aliases):
        yield Alias(actor.name)
    yield from actor.aliases


def spelled(plain: str, candidate: Candidate) -> set[str]:
    """The ways in which a plain name may be written: its article in any form, a person's as newspapers write it, and
    all in capitals.
    """
    found = transliterations(plain) if candidate.actor.kind is ActorKind.PERSON else {plain}
    if ("l-" in plain or "l " in plain) and _ARTICLE.search(plain):
        found |= {_ARTICLE.sub(article, plain) for article in ("al-", "Al-", "al ", "Al ")}
    short = len(plain) < _SHORT or (len(plain) == _SHORT and not _is_state(candidate.alias, candidate.actor))
    return found if short else found | {each.upper() for each in found}


def _is_state(alias: Alias, actor: Actor) -> bool:
    return actor.kind is ActorKind.COUNTRY and alias.kind in {AliasKind.NAME, AliasKind.CAPITAL}


def _without_articles(hits: Sequence[tuple[int, int, int]], text: str) -> Iterator[tuple[int, int, int]]:
    """The hits without those where "The" stands before a longer name: "The National" in "The National Front"."""
    ends: dict[int, int] = {}
    for start, minus_end, _ in hits:
        ends[start] = max(ends.get(start, 0), -minus_end)
    for each in hits:
        if not (text.startswith(_THE, each[0]) and ends.get(each[0] + len(_THE), 0) > -each[1]):
            yield each


def _leftmost(hits: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    free = 0
    for start, minus_end, which in hits:
        if start >= free:
            free = -minus_end
            yield which, start, free


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether the span ends where words end; "al-Iraqi" is part of a person's name, not an Iraqi."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or before == "_" or after.isalnum() or after == "_":
        return False
    return before != "-" or not _NISBA.search(text, max(0, start - 5), start)
