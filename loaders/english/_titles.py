"""Titles and offices: which words say that a name is a person's, and what the person is."""

from __future__ import annotations

from functools import cache

from graph.model import ActorKind
from loaders.english._data import load
from loaders.english._portfolios import portfolio_beginnings, portfolio_title, ranked
from loaders.english._words import Token, once

_LONGEST = 4
# Who is sent "to" somebody, and serves another.
ACCREDITED = frozenset(
    {"ambassador", "envoy", "emissary", "consul", "attaché", "attache", "representative", "commissioner"}
)


@cache
def offices() -> dict[str, str]:
    """Every title in lower case, with LEADS, REPRESENTS or nothing."""
    data = load("titles.yaml")
    found = dict.fromkeys(data["plain"], "")
    found |= dict.fromkeys(data["represents"], "REPRESENTS")
    found |= dict.fromkeys(data["leads"], "LEADS")
    return {spelled: relation for title, relation in found.items() for spelled in _spellings(title)} | found


def _spellings(title: str) -> list[str]:
    """As "attorney-general" for "attorney general", "vice-premier" for "vice premier"."""
    first, _, rest = title.partition(" ")
    hyphened = [f"{first}-{rest}"] if first in load("titles.yaml")["hyphened"] and rest else []
    return [*hyphened, f"{title.removesuffix(' general')}-general"] if title.endswith(" general") else hyphened


@cache
def office_words() -> frozenset[str]:
    """The last word of every title: "minister", "general", "chief"."""
    return frozenset(word for title in offices() for word in title.replace("-", " ").split()[-1:])


def title_at(words: list[str], start: int) -> int:
    """How many words from `start` on make the longest title; 0 where there is none.

    >>> title_at(["iran", "supreme", "leader", "ayatollah"], 1)
    2
    """
    if start >= len(words) or not _may_begin(words[start]):
        return 0
    listed = _listed(words, start)
    if (second := ranked(words, start)) and (office := _listed(words, start + second)):
        listed = max(listed, second + office if relation_of(words[start + second : start + second + office]) else 0)
    return max(listed, portfolio_title(words, start))


@once
def title_from(token: Token) -> int:
    """How many words from a token on make the longest title; 0 where there is none."""
    return title_at(token.doc.lowered, token.i)


def _may_begin(word: str) -> bool:
    """Whether a title can begin with a word, as few words can; of a word with blanks in it anything is possible."""
    return word in _beginnings() or word.rstrip(".") in _beginnings() or " " in word


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(each.split(maxsplit=1)[0] for each in offices()) | portfolio_beginnings()


def _listed(words: list[str], start: int) -> int:
    for length in range(min(_LONGEST, len(words) - start), 0, -1):
        if " ".join(word.rstrip(".") for word in words[start : start + length]) in offices():
            return length
    return 0


def title_end(words: list[str], place: int, *, joined: bool = True) -> int:
    """Where the title ends that a word stands in, or the two `joined` of one person; the next word without any.

    >>> title_end(["deputy", "prime", "minister", "and", "minister", "of", "trade", "smith"], 2)
    7
    """
    starts = range(max(0, place - _LONGEST), place + 1)
    end = max((start + title_at(words, start) for start in starts), default=0)
    if joined and end > place and words[end : end + 1] == ["and"] and (more := title_at(words, end + 1)):
        end += 1 + more
    return max(end, place + 1)


def relation_of(words: list[str]) -> str:
    """What a title makes of who holds it: LEADS, REPRESENTS, or nothing.

    >>> relation_of(["Supreme", "Leader"]), relation_of(["gen."]), relation_of(["Law", "Minister"])
    ('LEADS', '', 'REPRESENTS')
    """
    lowered = [word.rstrip(".").lower() for word in words]
    if (listed := offices().get(" ".join(lowered))) is not None:
        return listed
    second = ranked(lowered, 0)
    of_rank = second > 0 and offices().get(" ".join(lowered[second:]), "") != ""
    return "REPRESENTS" if lowered and (of_rank or portfolio_title(lowered, 0) == len(lowered)) else ""


def is_of_state(title: str) -> bool:
    """Whether an office is a state's: there are ministers of states only, but chiefs and presidents of much else.

    >>> is_of_state("Energy Minister"), is_of_state("chief")
    (True, False)
    """
    lowered = title.lower()
    state = load("titles.yaml")["of_state"]
    parts = lowered.split()
    return lowered in state["titles"] or parts[-1] in state["heads"] or "minister" in parts


def lacking(title: str) -> frozenset[str]:
    """The states that do not have such an office.

    >>> sorted(lacking("Foreign Minister"))
    ['united-states']
    """
    parts = title.lower().split()
    return frozenset(
        key for key, nouns in load("titles.yaml")["unknown_in"].items() if not set(nouns).isdisjoint(parts)
    )


def having(title: str) -> tuple[str, ...]:
    """The states that have such an office, where only some have; nothing where any may.

    >>> having("US Treasury Secretary"), having("Foreign Minister")
    (('united-states',), ())
    """
    lowered = title.lower()
    known: dict[str, list[str]] = load("titles.yaml")["known_in"]
    fitting = [each for each in known if lowered == each or lowered.endswith(f" {each}")]
    return tuple(known[max(fitting, key=len)]) if fitting else ()


def is_former(word: str) -> bool:
    """Whether a word before a title says that the office is over."""
    return word.lower() in _former()


@cache
def _former() -> frozenset[str]:
    return frozenset(load("titles.yaml")["former"])


def kind_of_name(words: list[str]) -> ActorKind | None:
    """What a name says of itself: "Islamic Salvation Front", "Defense Ministry"; None where it says nothing.

    >>> kind_of_name(["Islamic", "Salvation", "Front"])
    <ActorKind.ARMED_GROUP: 'armed_group'>
    """
    for kind, nouns in load("titles.yaml")["organizations"].items():
        if words[-1].lower() in nouns or (len(words) > 2 and words[0].lower() in nouns):  # noqa: PLR2004
            return ActorKind(kind)
    return None


def kind_of_noun(text: str) -> ActorKind | None:
    """What a common noun in front of a name says: "think tank", "militant group"."""
    for kind, nouns in load("titles.yaml")["kinds"].items():
        if text.lower() in nouns:
            return ActorKind(kind)
    return None
