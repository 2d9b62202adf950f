"""What the sentences before have left in the reader's mind: the antecedents of pronouns and of "the group"."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.model import Actor, ActorKind

PERSONAL = frozenset({"he", "she", "his", "her", "him", "hers", "himself", "herself"})
THINGS = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "their", "them", "theirs", "themselves"})
SPEAKING = frozenset({"we", "our", "us", "ours", "i", "my", "me", "ourselves"})

_GROUPS = frozenset(
    {
        "group",
        "militia",
        "movement",
        "militias",
        "organization",
        "organisation",
        "faction",
        "rebels",
        "militants",
        "party",
    }
)
_COUNTRIES = frozenset({"country", "nation", "kingdom", "republic", "regime"})
_GROUP_KINDS = frozenset({ActorKind.ARMED_GROUP, ActorKind.ORGANIZATION})


@dataclass
class Discourse:
    """`subjects` are the actors of the main subject of the sentence before; the others are the last of their kind."""

    subjects: list[Actor] = field(default_factory=list[Actor])
    group: Actor | None = None
    person: Actor | None = None
    parties: list[Actor] = field(default_factory=list[Actor])

    def note(self, actor: Actor) -> None:
        """Notes an actor as the last one named of its kind."""
        if actor.kind in _GROUP_KINDS:
            self.group = actor
        elif actor.kind is ActorKind.PERSON:
            self.person = actor

    def described(self, noun: str) -> Actor | None:
        """Who "the group" or "the country" is.

        The subject of the sentence before where it fits, else the last of the kind.
        """
        if noun in _GROUPS:
            return next((each for each in self.subjects if each.kind in _GROUP_KINDS), self.group)
        if noun in _COUNTRIES:
            return next((each for each in self.subjects if each.kind is ActorKind.COUNTRY), None)
        return None


def fits(pronoun: str, actors: list[Actor]) -> bool:
    """Whether actors can be what a pronoun stands for.

    >>> from graph.model import Actor
    >>> fits("it", [Actor("iran", "Iran", ActorKind.COUNTRY)])
    True
    >>> fits("he", [Actor("iran", "Iran", ActorKind.COUNTRY)])
    False
    """
    people = [each for each in actors if each.kind is ActorKind.PERSON]
    if pronoun in PERSONAL:
        return len(actors) == 1 and len(people) == 1
    if pronoun in THINGS:
        return len(actors) == 1 and not people
    return bool(actors) and (len(actors) > 1 or not people)
