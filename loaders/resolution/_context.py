"""Words with several meanings, decided by what stands near them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from graph.model import ActorKind, AliasKind
from graph.register import Candidate, Match
from loaders.resolution._data import load, words
from loaders.resolution._passage import Named, Passage

OTHER = "other"
_CITY = re.compile(r"([A-Z][\w'’-]+), $")
_WHERE = re.compile(r"\b(?:in|at|near|from|to|into|outside|around|of) (?:the )?$")
_JOINED = re.compile(r"(?:,| and| or) $")
_JOINS = re.compile(r"(?:,| and| or) ")


def cues(match: Match, passage: Passage) -> Mapping[str, list[str]]:
    """For each meaning of a word the words near it that speak for it."""
    rules = load("contexts.yaml").get(passage.text[match.start : match.end].replace("\n", " "), {})
    if not rules:
        return {OTHER: []}
    start, end = passage.paragraph(match.start)
    around = passage.text[start:end]
    own = match.start - start, match.end - start
    found = {meaning: _present(tuple(listed), around, own) for meaning, listed in rules.get("near", {}).items()}
    beside = set(rules.get("beside", ())) & {passage.right(match.end)}
    before = passage.text[max(0, match.start - 40) : match.start]
    beside |= {each for each in rules.get("after", ()) if before.endswith(f"{each} ")}
    return {**found, OTHER: [*found.get(OTHER, []), *sorted(beside), *sorted(beside)]}


def _present(listed: tuple[str, ...], text: str, own: tuple[int, int]) -> list[str]:
    """The words that are there; a word does not speak for itself."""
    found = (each for each in _pattern(listed).finditer(text) if each.end() <= own[0] or each.start() >= own[1])
    return list(dict.fromkeys(each.group() for each in found))


@cache
def _pattern(listed: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(sorted(map(re.escape, listed), key=len, reverse=True)) + r")(?!\w)")


def something_else(match: Match, passage: Passage, named: Named) -> bool:
    """Whether what stands near says that the word means no actor at all."""
    found = cues(match, passage)
    text = passage.text[match.start : match.end]
    if not _introduced(text, match, passage, named):
        return True
    if text in named.strangers:
        return True
    if text == "Georgia" and _after_city(match, passage):
        return True
    others = len(found[OTHER])
    return others > max((len(each) for key, each in found.items() if key != OTHER), default=0)


def _introduced(text: str, match: Match, passage: Passage, named: Named) -> bool:
    """Whether a word stands beside one that it needs, "the West", never "West"; and whether who it is short for is
    named: "the North" of a text about Korea.
    """
    rules = load("contexts.yaml").get(text, {})
    needed, known = rules.get("only_after"), rules.get("only_named")
    behind = passage.text[match.end : match.end + 40].lstrip()
    joined = any(behind.startswith(each) for each in rules.get("only_before", ()))
    if known is not None and (named.countries.isdisjoint(known) or (behind[:1].isupper() and not joined)):
        return False
    return needed is None or joined or passage.left(match.start).lower() in needed


def _after_city(match: Match, passage: Passage) -> bool:
    found = _CITY.search(passage.text, max(0, match.start - 40), match.start)
    return bool(
        found
        and not passage.is_name(found.start(1))
        and found.group(1) not in words("names.yaml", "openers")
        and not found.group(1).endswith("ly")
    )


def choose(match: Match, passage: Passage, named: Named) -> tuple[list[Candidate], str]:
    """The meanings that remain, and what decided; several, or one with no reason given, stay open."""
    found = cues(match, passage)
    best = max((len(found.get(each.actor.id, ())) for each in match.candidates), default=0)
    strongest = [each for each in match.candidates if best and len(found.get(each.actor.id, ())) == best]
    if len(strongest) == 1:
        return strongest, f"near {', '.join(found[strongest[0].actor.id][:3])}"
    for reason, those in (
        ("named in the text", [each for each in match.candidates if each.actor.id in named.actors]),
        ("the only meaning that needs no context", [each for each in match.candidates if not each.alias.needs]),
        ("its country is named", [each for each in match.candidates if _is_at_home(each, match, passage, named)]),
    ):
        if len({each.actor.id for each in those}) == 1:
            return those[:1], reason
    return _by_place(match, passage)


def _is_at_home(candidate: Candidate, match: Match, passage: Passage, named: Named) -> bool:
    """Whether the country is named of a body, or of a seat that is not only where something happens."""
    actor = candidate.actor
    if actor.kind is not ActorKind.COUNTRY:
        return actor.country in named.countries
    seat = candidate.alias.kind in {AliasKind.SEAT, AliasKind.ORGAN}
    return (
        seat and actor.id in named.countries and not _WHERE.search(passage.text, max(0, match.start - 12), match.start)
    )


def _by_place(match: Match, passage: Passage) -> tuple[list[Candidate], str]:
    """A state stands where states stand: beside another, after "in", before a possessive or a verb."""
    if len({each.actor.id for each in match.candidates}) > 1:
        return list(match.candidates), ""
    only = match.candidates[0]
    if "only_after" in load("contexts.yaml").get(passage.text[match.start : match.end], {}):
        return [only], "as it is introduced"
    if only.actor.kind is ActorKind.COMPANY and not passage.right(match.end)[:1].isdigit():
        return [only], "as a company would stand"
    if only.actor.kind is not ActorKind.COUNTRY or only.actor.country is not None:
        return [only], ""
    if _in_list(match, passage):
        return [only], "in a list with another actor"
    plain = only.alias.kind.value in {"name", "demonym"}
    return [only], "as a state would stand" if plain else ""


def _in_list(match: Match, passage: Passage) -> bool:
    before = _JOINED.search(passage.text, max(0, match.start - 6), match.start)
    after = _JOINS.match(passage.text, match.end)
    return bool((before and passage.is_name(before.start() - 1)) or (after and passage.is_name(after.end())))


def spoken_of(candidates: Iterable[Candidate]) -> set[str]:
    """The countries that these actors are or belong to."""
    actors = [each.actor for each in candidates]
    return {each.id for each in actors if each.kind is ActorKind.COUNTRY} | {
        each.country for each in actors if each.country
    }
