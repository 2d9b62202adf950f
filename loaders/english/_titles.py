"""Titles and offices: which words say that a name is a person's, and what the person is."""

from __future__ import annotations

from functools import cache

from graph.model import ActorKind
from loaders.english._data import load

_LONGEST = 4
# Who is sent "to" somebody, and serves another.
ACCREDITED = frozenset({"ambassador", "envoy", "emissary", "consul", "attaché", "attache", "representative"})


@cache
def offices() -> dict[str, str]:
    """Every title in lower case, with LEADS, REPRESENTS or nothing."""
    data = load("titles.yaml")
    found = dict.fromkeys(data["plain"], "")
    found |= dict.fromkeys(data["represents"], "REPRESENTS")
    found |= dict.fromkeys(data["leads"], "LEADS")
    return found


def title_at(words: list[str], start: int) -> int:
    """How many words from `start` on make the longest title; 0 where there is none.

    >>> title_at(["iran", "supreme", "leader", "ayatollah"], 1)
    2
    """
    for length in range(min(_LONGEST, len(words) - start), 0, -1):
        if " ".join(word.rstrip(".") for word in words[start : start + length]) in offices():
            return length
    return 0


def relation_of(words: list[str]) -> str:
    """What a title makes of who holds it: LEADS, REPRESENTS, or nothing.

    >>> relation_of(["Supreme", "Leader"]), relation_of(["gen."])
    ('LEADS', '')
    """
    return offices().get(" ".join(word.rstrip(".").lower() for word in words), "")


def is_of_state(title: str) -> bool:
    """Whether an office is a state's: there are ministers of states only, but chiefs and presidents of much else.

    >>> is_of_state("Energy Minister"), is_of_state("chief")
    (True, False)
    """
    lowered = title.lower()
    state = load("titles.yaml")["of_state"]
    return lowered in state["titles"] or lowered.rsplit(maxsplit=1)[-1] in state["heads"]


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
