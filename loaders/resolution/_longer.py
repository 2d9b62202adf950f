"""Whether a known word is only a part of a longer name: "Michael Jordan", "Oman Air", "Lebanon, Pennsylvania"."""

from __future__ import annotations

import re

from graph.model import ActorKind, AliasKind
from graph.register import Match
from loaders.resolution._data import words
from loaders.resolution._passage import Passage
from loaders.resolution._titles import office_before

_OF = re.compile(r"(\w+) (?:of|de|du) (?:the |la )?$")
_COMMA = re.compile(r", ([A-Z][a-z]+(?: [A-Z][a-z]+)?)\b")
# The noun is the last word before a sign or a little word.
_WHAT_IT_IS = re.compile(
    r",? (?:the|an?) (?:[a-z-]+ )*?([a-z-]+)(?=[^\w ]| (?:of|in|at|for|with|who|whose|from|and|died|was|is|has|had)\b)"
)
_ABBREVIATION = re.compile(r"(?:[A-Z]\.?){2,}")
_BANKS = (["Central", "Bank"], ["National", "Bank"], ["Reserve", "Bank"])
_NEXT = re.compile(r"\s*(?:$|[.,;:!?)\"”]|(?:and|or|to|in|at|on|by|with|but|for|that|as|when|because)\b)")


def is_part(match: Match, passage: Passage) -> bool:
    """Whether the words belong to a name, or to a thing, that is not the actor."""
    kind = match.candidates[0].alias.kind
    if kind is AliasKind.DEMONYM:
        return _thing_of_people(match, passage)
    if kind is AliasKind.SEAT and passage.left(match.start) in words("names.yaml", "given"):
        return True
    if kind not in {AliasKind.NAME, AliasKind.CAPITAL}:
        return False
    return (
        in_a_state(match, passage)
        or _head_before(match, passage)
        or passage.right(match.end) in words("names.yaml", "called")
        or is_creature(match, passage)
        or _some_of_them(match, passage)
        or (
            _is_place(match)
            and not passage.shouted(match.start)
            and (_name_before(match, passage) or _name_after(match, passage))
        )
    )


def is_creature(match: Match, passage: Passage) -> bool:
    """As in "Sudan, the last male northern white rhino": animals, and girls and boys, bear the names of states."""
    found = _WHAT_IT_IS.match(passage.text, match.end)
    return found is not None and found.group(1) in words("names.yaml", "creatures")


def _some_of_them(match: Match, passage: Passage) -> bool:
    """As in "two European countries", "some Arab states": a few of a group are not the group."""
    words_of = passage.text[match.start : match.end].split()
    several = len(words_of) > 1 and words_of[-1].islower() and words_of[-1].endswith("s")
    before = passage.left(match.start).lower()
    return several and (before.isdigit() or before in words("names.yaml", "some"))


def _is_place(match: Match) -> bool:
    """Persons and companies bear the names of states and cities; hardly any bears that of an organization."""
    first = match.candidates[0]
    return first.actor.kind is ActorKind.COUNTRY or bool(first.alias.needs)


def _thing_of_people(match: Match, passage: Passage) -> bool:
    following = passage.right(match.end)
    if match.candidates[0].actor.kind is ActorKind.ORGANIZATION and passage.run(match.end):
        # "European People's Party", "Western Fleet": no body of a group of states is called by its adjective alone.
        return not passage.headline(match.start)
    if following in words("names.yaml", "goods"):
        return True
    if passage.left(match.start).lower() in words("names.yaml", "speaking") and _NEXT.match(passage.text, match.end):
        return passage.text[match.start : match.end][-1] != "s"
    if passage.begins(match.start) and following in {"the", "your", "my", "it", "up"}:
        return True
    run = [] if passage.headline(match.start) else passage.run(match.end)
    return bool(run) and run[-1] in words("names.yaml", "things") and not _is_body(run)


def in_a_state(match: Match, passage: Passage) -> bool:
    """As in "Lebanon, Pennsylvania" or "Rome, Ga."; "Moscow, Georgia" may be a list of states."""
    found = _COMMA.match(passage.text, match.end)
    if not found:
        return False
    pair, first = found.group(1), found.group(1).split()[0]
    if pair == "Georgia":
        # Among states, a capital is followed by another; "Athens, Georgia, and Rome" are towns.
        return match.candidates[0].alias.kind is AliasKind.CAPITAL
    return pair in words("names.yaml", "states") or first in words("names.yaml", "states")


def _head_before(match: Match, passage: Passage) -> bool:
    found = _OF.search(passage.text, max(0, match.start - 40), match.start)
    return bool(found) and found is not None and found.group(1) in words("names.yaml", "heads")


def is_person(match: Match, passage: Passage) -> bool:
    """Whether the words are a part of a person's name: "Michael Jordan", "Chad Smith"."""
    word = passage.left(match.start)
    if word.rstrip(".") in {"Mr", "Mrs", "Ms", "Miss"}:
        return True
    given = word in words("names.yaml", "given") or (len(word) == 2 and word[1] == "." and word[0].isupper())  # noqa: PLR2004
    return given or bool(match.candidates[0].alias.needs and passage.run(match.end))


def _name_before(match: Match, passage: Passage) -> bool:
    word = passage.left(match.start)
    if not word[:1].isupper() or passage.is_name(match.start - 2):
        return False
    if word.rstrip(".") in words("names.yaml", "honorifics"):
        return True
    if word in words("names.yaml", "before"):
        return not (word == "New" and passage.begins(match.start - len(word) - 1))
    initial = len(word) == 2 and word[1] == "."  # noqa: PLR2004
    return (word in words("names.yaml", "given") or initial) and not passage.headline(match.start)


def _name_after(match: Match, passage: Passage) -> bool:
    name = passage.text[match.start : match.end]
    office = office_before(passage.text, match.start)
    if passage.headline(match.start) or office:
        return False
    run = passage.run(match.end)
    if not run or _is_body(run):
        return False
    if run[-1] in words("names.yaml", "things"):
        return True
    return not (run[0] in words("names.yaml", "openers") or run[0].isupper() or _ABBREVIATION.fullmatch(name))


def _is_body(run: list[str]) -> bool:
    """Whether capitalised words after a state name a body or an office of it: "Foreign Ministry", "Air Force"."""
    lowered = [word.lower().rstrip(".") for word in run]
    if run[-1] in words("names.yaml", "things"):
        return run[-2:] in _BANKS
    return (
        run[0] in words("names.yaml", "bodies")
        or run[-1] in words("names.yaml", "bodies")
        or any(" ".join(lowered[:length]) in _titles() for length in (1, 2, 3))
        or any(lowered[-1] in words("agents.yaml", part) for part in ("state", "people", "armed"))
    )


def _titles() -> frozenset[str]:
    return words("titles.yaml", "leads") | words("titles.yaml", "represents") | words("titles.yaml", "plain")
