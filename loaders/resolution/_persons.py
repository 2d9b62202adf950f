"""Who a surname is: whoever was named in full, held the office of the title, or is the only one of that name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.model import Actor, ActorKind
from graph.register import Candidate, Match, Register, Role
from loaders.resolution._data import words
from loaders.resolution._longer import in_a_state
from loaders.resolution._passage import Named, Passage
from loaders.resolution._titles import same_title, title_before

_OWNED = re.compile(r"(?:['’]s?)? $")
_OF = re.compile(r" of (?:the )?")
# The rest of a double name, or a particle and a name that goes on.
_HYPHEN_BEFORE = re.compile(r"[A-Z][a-z]+-$")
_ON = re.compile(r"-[A-Z][a-z]| (?:(?:bin|ibn|bint|ould|von|van|de|da|dos) |al-)[A-Z][a-z]")
_TWO_BEFORE = re.compile(r"(?<![\w.])([A-Z][a-z]+) [A-Z][a-z]+ $")
_NEAR, _REACH = 20, 40
_LAST = re.compile(r"(?:[Aa]l-)?([^\s-]\S*)$")


def surname(name: str) -> str:
    """The last word of a name, without its article.

    >>> surname("Bashar al-Assad")
    'Assad'
    """
    found = _LAST.search(name)
    return found.group(1) if found else name


def own_word(word: str, actor: Actor) -> bool:
    """Whether a word is one of those of the actor's names, such as the given name."""
    return any(word in name.split() for name in (actor.name, *(alias.text for alias in actor.aliases)))


def is_stranger(match: Match, passage: Passage) -> bool:
    """Whether a known name is part of an unknown person's name, or of a thing: "Ivan Lavrov", "Trump Tower"."""
    if passage.shouted(match.start):
        return False
    run = passage.run(match.end)
    if run and run[-1] in words("names.yaml", "things"):
        return True
    return " " not in passage.text[match.start : match.end] and (
        in_a_state(match, passage)
        or _given_name(match, passage)
        or _other_first_name(match, passage)
        or _goes_on(run, match, passage)
        or _inside(match, passage)
    )


def _inside(match: Match, passage: Passage) -> bool:
    """As in "Chris Heaton-Harris", "Jean-Claude Brou", "Hani bin Buraik", "Carlos Ruiz Massieu"."""
    text = passage.text
    before = _HYPHEN_BEFORE.search(text, max(0, match.start - _NEAR), match.start) is not None
    if (before and not passage.is_name(match.start - 2)) or (
        _ON.match(text, match.end) and not passage.is_name(match.end + 1)
    ):
        return not any(_called(text, match, each.actor) for each in match.candidates)
    first = _TWO_BEFORE.search(text, max(0, match.start - _REACH), match.start)
    if first is None or first.group(1) not in words("names.yaml", "given"):
        return False
    return not any(own_word(first.group(1), each.actor) for each in match.candidates)


def _called(text: str, match: Match, actor: Actor) -> bool:
    """Whether one of an actor's names goes on around a match as the text does: "Jean-Claude Juncker"."""
    names = (actor.name, *(alias.text for alias in actor.aliases))
    start, end = max(0, match.start - _REACH), match.end + _REACH
    return any(name in text[start:end] and len(name) > match.end - match.start for name in names)


def _given_name(match: Match, passage: Passage) -> bool:
    """As in "Sheikh Ahmad": with such a title somebody is called by his given name, which is no other's surname."""
    titles = words("titles.yaml", "with_given_names")
    text = passage.text[match.start : match.end]
    if passage.left(match.start).lower() not in titles or text not in words("names.yaml", "given"):
        return False
    names = ([part for part in each.actor.name.split() if part.lower() not in titles] for each in match.candidates)
    return all(text not in parts[:1] for parts in names)


def is_word(match: Match, passage: Passage) -> bool:
    """Whether a surname in a headline is only a word with a capital: "Taliban Ban Women From Parks"."""
    text = passage.text[match.start : match.end]
    if text not in words("names.yaml", "homonyms") or not passage.headline(match.start):
        return False
    return not title_before(passage.text, match.start) and not passage.begins(match.start)


def _goes_on(run: list[str], match: Match, passage: Passage) -> bool:
    plain = not run or run[0] in words("names.yaml", "openers") or run[0].isupper()
    own = bool(run) and any(own_word(run[0], each.actor) for each in match.candidates)
    return not plain and not own and not passage.headline(match.start)


def _other_first_name(match: Match, passage: Passage) -> bool:
    word = passage.left(match.start).rstrip(".")
    if (
        word[:1].isupper()
        and not word.endswith(("'s", "’s"))
        and not passage.is_name(match.start - 2)
        and not title_before(passage.text, match.start)
        and not any(own_word(word, each.actor) for each in match.candidates)
    ):
        begins = passage.begins(match.start - len(passage.left(match.start)) - 1)
        plain = word in words("names.yaml", "openers") or (begins and word.lower().endswith(("ing", "ly", "ed")))
        if word in words("names.yaml", "given") or not (plain or (begins and len(word) == 1)):
            return not passage.headline(match.start)
    return False


def choose(
    match: Match, passage: Passage, named: Named, register: Register, date: str | None
) -> tuple[list[Candidate], str, str]:
    """The persons that remain, how, and what decided; several, where nothing did."""
    people = list(match.candidates)
    sole = _only(people)
    text = passage.text[match.start : match.end]
    if sole and (" " in text or (not people[0].alias.needs and date is None)):
        return sole, people[0].alias.kind.value, ""
    decided = (each for each in _reasons(people, sole, passage, match, named, register, date) if each[0])
    return next(decided, (people, "surname", ""))


def _reasons(  # noqa: PLR0917 - all that a surname can be told by
    people: list[Candidate],
    sole: list[Candidate],
    passage: Passage,
    match: Match,
    named: Named,
    register: Register,
    date: str | None,
) -> Iterator[tuple[list[Candidate], str, str]]:
    """What can decide, the strongest first."""
    met = _only(each for each in people if each.actor.id in named.actors)
    yield met, "surname", f"named as {named.actors[met[0].actor.id]}" if met else ""
    yield _only(each for each in people if _is_beside(each, passage, match, named)), "surname", "of the state beside it"
    holding = [each for each in people if _held(register.roles(each.actor.id), date)]
    if title := title_before(passage.text, match.start):
        titled = _only(each for each in holding if _bears(register, each, title, date))
        yield titled or sole, "title", title + (f" on {date}" if date and titled else "")
    when = f"in office on {date}" if date else "the country is named"
    yield _only(each for each in holding if _at_home(register, each, named, date)), "surname", when
    yield _only(each for each in people if not each.alias.needs), "surname", "the best known of that name"
    text = passage.text[match.start : match.end]
    if sole and text not in words("names.yaml", "common"):
        yield sole, "surname", "the only one of that name in the register"
    if sole and _at_home(register, sole[0], named, date):
        yield sole, "surname", "the country is named"
    if date and named.actors:
        leading = _only(each for each in holding if _leads_a_state(register, each, date))
        yield leading, "surname", f"leader of a state on {date}"


def _is_beside(candidate: Candidate, passage: Passage, match: Match, named: Named) -> bool:
    """As in "Jordan's King Abdullah" or "King Abdullah of Jordan"."""
    before = _OWNED.search(passage.text, max(0, match.start - 3), match.start)
    after = _OF.match(passage.text, match.end)
    countries = named.ends.get(before.start(), set()) if before else set[str]()
    countries |= named.begins.get(after.end(), set()) if after else set[str]()
    return candidate.actor.country in countries


def _only(found: Iterable[Candidate]) -> list[Candidate]:
    people = {each.actor.id: each for each in found}
    return list(people.values()) if len(people) == 1 else []


def _held(roles: Iterable[Role], date: str | None) -> bool:
    return date is None or any(_at(role, date) for role in roles)


def _at(role: Role, date: str) -> bool:
    since = role.since or role.as_of or ""
    return since <= f"{date}-99" and (role.until is None or date <= f"{role.until}-99")


def _leads_a_state(register: Register, candidate: Candidate, date: str) -> bool:
    return any(
        role.relation == "LEADS" and register.actor(role.of).kind is ActorKind.COUNTRY and _at(role, date)
        for role in register.roles(candidate.actor.id)
    )


def _bears(register: Register, candidate: Candidate, title: str, date: str | None) -> bool:
    return any(
        same_title(role.office, title) and (date is None or _at(role, date))
        for role in register.roles(candidate.actor.id)
    )


def _at_home(register: Register, candidate: Candidate, named: Named, date: str | None) -> bool:
    employers = {role.of for role in register.roles(candidate.actor.id) if date is None or _at(role, date)}
    return bool(employers & named.actors.keys()) or (
        candidate.actor.country in named.countries and (date is None or bool(employers))
    )
