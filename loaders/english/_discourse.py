"""What the sentences before have left in the reader's mind: the antecedents of pronouns and of "the group"."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from graph.model import Actor, ActorKind
from graph.relations import Polarity, relation
from loaders.english._data import load, words
from loaders.english._homes import Homes
from loaders.english._taken_up import Deed
from loaders.english._trail import Trail

PERSONAL = frozenset({"he", "she", "his", "her", "him", "hers", "himself", "herself"})
THINGS = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "their", "them", "theirs", "themselves"})
OURS = frozenset({"we", "our", "us", "ours", "ourselves"})
SPEAKING = OURS | {"i", "my", "me"}
ADDRESSING = frozenset({"you", "your", "yours", "yourself", "yourselves"})

# How much of an actor's weight is left after a sentence, and how far ahead the first must be of the next.
_KEPT, _AHEAD, _LEAST = 0.6, 1.4, 0.2
# How many acts back "the raid" may lie that somebody condemns.
_RECENT = 12
# So many acts back a text is looked through, so that time grows with its length only.
LATEST = 300
OFFICES = frozenset({"LEADS", "REPRESENTS"})
_NEAR = 2
# How many sentences back an act may lie to which another, told without whom it is done to, is the answer.
_ANSWERING = 3
# What is no stem of the noun.
# Whose acts are also their country's.
_SERVING = frozenset({ActorKind.COUNTRY, ActorKind.PERSON, ActorKind.AGENCY, ActorKind.ARMED_GROUP})
_KINDRED = {"strike": ("struck", "airstrike"), "invasion": ("invad",)}
# What is said of something that was told, and that others may judge as well.
_JUDGED = frozenset({"CRITICIZES", "BACKS", "REJECTS", "COMMENTS_ON"})
# A noun that can mean so many relations, as "the move", means any deed.
_ANY_DEED = 6
_WHAT_WAS_TOLD = frozenset({"it", "this", "that"})
_ATTACKS = frozenset({"ATTACKS", "STRIKES"})
SUBJECT, NAMED, BESIDE = 2.0, 1.0, 0.5
_KINDS = {
    "country": frozenset({ActorKind.COUNTRY}),
    "organization": frozenset({ActorKind.ORGANIZATION, ActorKind.AGENCY}),
    "armed_group": frozenset({ActorKind.ARMED_GROUP, ActorKind.ORGANIZATION}),
    "company": frozenset({ActorKind.COMPANY}),
}


@dataclass(frozen=True, slots=True)
class Act:
    """An asserted act that was told, in which sentence, in which words, and by whom."""

    relation: str
    source: Actor
    target: Actor
    turn: int
    quote: str
    claimant: Actor | None = None


@dataclass
class Discourse:
    """Who has been spoken of, and how lately.

    `subjects` are the actors of the main subject of the sentence before, `parties` those that had to do with each
    other last or were named side by side, `opposed` those that fought each other, `quarrelling` the last two states
    that were at odds, `states` the last two countries that were parties or were named together, `listed` the last
    bodies that were named in a row, by how many they are. `organs` tells whose "the ministry" or "the army" was,
    `titles` who "the president" was. `vague`: the subject of the sentence before were several that stand for nobody.
    `issuer` is the actor whose own statement the document is; `acts` are the asserted ones that were told, in order.
    `brief` tells a text of a sentence or two; `homes` says of which state the text may be; `deeds` are the verbs by
    which somebody was said to do something.
    """

    subjects: list[Actor] = field(default_factory=list[Actor])
    parties: list[Actor] = field(default_factory=list[Actor])
    opposed: list[Actor] = field(default_factory=list[Actor])
    quarrelling: list[Actor] = field(default_factory=list[Actor])
    states: list[Actor] = field(default_factory=list[Actor])
    listed: dict[int, list[Actor]] = field(default_factory=dict[int, list[Actor]])
    organs: dict[str, Actor] = field(default_factory=dict[str, Actor])
    titles: dict[str, Actor] = field(default_factory=dict[str, Actor])
    vague: bool = False
    brief: bool = False
    issuer: Actor | None = None
    acts: list[Act] = field(default_factory=list["Act"])
    trail: Trail = field(default_factory=Trail)
    homes: Homes = field(default_factory=Homes)
    deeds: list[Deed] = field(default_factory=list["Deed"])
    _turn: int = 0
    _weights: dict[str, float] = field(default_factory=dict[str, float])
    _actors: dict[str, Actor] = field(default_factory=dict[str, Actor])

    def turn(self) -> None:
        """Begins a new sentence: what was said before fades."""
        self._turn += 1
        self.trail.turn += 1
        self._weights = {key: weight * _KEPT for key, weight in self._weights.items() if weight > _LEAST / 4}

    def note(self, actor: Actor, weight: float = NAMED) -> None:
        """Notes that an actor was spoken of."""
        self._actors[actor.id] = actor
        self._weights[actor.id] = self._weights.get(actor.id, 0.0) + weight

    def act(self, name: str, source: Actor, target: Actor, quote: str, claimant: Actor | None = None) -> Act:
        """An act that the present sentence tells."""
        return Act(name, source, target, self._turn, quote, claimant)

    def acts_with(self, actor: Actor, most: int) -> Iterator[tuple[Act, int]]:
        """Of so many acts that were told last those that an actor had a part in, the latest first, and how many
        sentences back each is.
        """
        for act in reversed(self.acts[-most:]):
            if actor.id in {act.source.id, act.target.id}:
                yield act, self._turn - act.turn

    def counterpart(self, of: Actor, *, hostile: bool = False) -> Actor | None:
        """With whom somebody, or the country that he acts for, had to do last, in the sentences right before.

        `hostile` asks who that is for a hostile act: after "Germany met France", nobody that Germany seizes a ship of.
        """
        own = {of.id, of.country} - {None} if of.kind in _SERVING else {of.id}
        for act in reversed(self.acts[-_RECENT:]):
            if act.turn < self._turn - _ANSWERING:
                break
            ends = [each for each in (act.source, act.target) if each.id not in own and each.country not in own]
            if len(ends) == 1 and not relation(act.relation).stative:
                at_odds = relation(act.relation).polarity is Polarity.CONFLICT
                return ends[0] if at_odds or not hostile else None
        others = [each for each in self.states if each.id not in own]
        return others[0] if len(others) == 1 and len(self.states) == 2 else None  # noqa: PLR2004

    def served_by(self, person: Actor) -> list[Actor]:
        """Whom the text says that a person leads or represents."""
        return [each.target for each in self.acts[-LATEST:] if each.relation in OFFICES and each.source.id == person.id]

    def serving(self, body: Actor, title: str) -> Actor | None:
        """Who was named first with a title in the service of a body: the minister of the one whose statement it is."""
        held = (each for each in self.acts[:LATEST] if each.relation in OFFICES and each.target.id == body.id)
        return next((each.source for each in held if title in each.quote.lower()), None)

    def lately_told(self) -> list[Act]:
        """The acts of the sentences right before."""
        return [each for each in self.acts[-_RECENT:] if each.turn >= self._turn - _NEAR]

    def told_now(self) -> list[Act]:
        """The acts of the present sentence that were noted so far."""
        return [each for each in self.acts[-_RECENT:] if each.turn == self._turn]

    def foremost(self, kinds: Iterable[ActorKind], test: Callable[[Actor], bool] | None = None) -> Actor | None:
        """The actor of some kinds that is most in mind, if it is clearly ahead of the next."""
        wanted = frozenset(kinds)
        found = sorted(
            (-weight, key)
            for key, weight in self._weights.items()
            if weight >= _LEAST and self._actors[key].kind in wanted and (test is None or test(self._actors[key]))
        )
        if not found or (len(found) > 1 and found[0][0] > found[1][0] * _AHEAD):
            return None
        return self._actors[found[0][1]]

    def lately(self) -> list[Actor]:
        """The parties, while all of them are in mind."""
        held = all(self._weights.get(each.id, 0.0) >= _LEAST for each in self.parties)
        return self.parties if held else []

    def authors(self, noun: str, of: Iterable[Actor], whoever: bool = False) -> list[Actor]:
        """Who made "the warning" or "the offer" that somebody answers: the source of the last such act that concerned
        him, or of the last act by `whoever` it was, as of "the raid" that somebody else condemns; rather one that was
        told by that word. Several that did it together ("They accused Qatar") are answered all.
        """
        wanted = _acts("deeds" if whoever else "acts").get(noun)
        if wanted is None:
            return []
        answering = {each.id for each in of}
        told = [
            act
            for act in self.acts[-LATEST:]
            if act.relation in wanted and _makers(act, answering)
            if whoever or act.target.id in answering or not answering
        ]
        stems = _stems(noun)
        same = [act for act in told if stems and re.search(rf"\b(?:{'|'.join(stems)})", act.quote.lower())]
        lately = self.acts[-_RECENT:]
        found = same or [each for each in told if not whoever or each in lately]
        together = (maker for act in found if _alike(act, found[-1]) for maker in _makers(act, answering))
        return list({each.id: each for each in together}.values())

    def doers(self, noun: str, of: Iterable[Actor]) -> list[Actor]:
        """Who did what somebody calls "it" or "the move" in his judgement of it: the last in the two sentences before
        who did anything, unless the judge is among them. Who praised or condemned something before him judged the same.
        """
        if noun not in _WHAT_WAS_TOLD and len(_acts("deeds").get(noun, ())) < _ANY_DEED:
            return []
        judges = {key for each in of for key in (each.id, each.country)}
        last = max((act.turn for act in self.acts), default=-_NEAR - 1)
        if last < self._turn - _NEAR:
            return []
        done = [act for act in self.acts if act.turn == last and not relation(act.relation).stative]
        words_ = _acts("deeds").get(noun, frozenset()) & _JUDGED
        found = [_judged(act, judges) if act.relation in _JUDGED - words_ else _makers(act, ()) for act in done]
        makers = {tuple(each.id for each in group): group for group in found}
        one = next(iter(makers.values())) if len(makers) == 1 else []
        return one if judges.isdisjoint(each.id for each in one) else []

    def assailant(self, of: Actor) -> Actor | None:
        """Who dealt somebody, or his country, the last blow: on whom he vows revenge."""
        hit = {of.id, of.country}
        for act in reversed(self.acts[-_RECENT:]):
            blow = act.relation in words("descriptions.yaml", "blows")
            if blow and act.target.id in hit and act.source.id not in hit:
                return act.source
        return None

    def victims(self) -> list[Actor] | None:
        """Whom the last attack hit that was told lately, if nobody known did it; None where none was told."""
        blows = [each for each in self.acts[-_RECENT:] if each.relation in _ATTACKS]
        last = [each for each in blows if each.turn >= self._turn - _ANSWERING]
        if not last:
            return None
        same = [each for each in last if each.turn == last[-1].turn and each.source.id == last[-1].source.id]
        return [] if last[-1].source.known else list({each.target.id: each.target for each in same}.values())

    def _bearing(self, noun: str, kinds: Iterable[ActorKind]) -> Actor | None:
        """Who has the noun in his name, as "the Union" for the European one: the foremost such, or the only one."""
        found = [each for each in self._actors.values() if each.kind in kinds and noun in each.name.lower().split()]
        lone = len(found) == 1 and found[0].id in self._weights
        return found[0] if lone else self.foremost(kinds, lambda actor: actor in found)

    def described(self, noun: str) -> Actor | None:
        """Who "the group", "the bloc" or "the kingdom" is.

        The subject of the sentence before where it fits, else who bears the noun in the name, else who is most in mind.
        """
        if noun in words("descriptions.yaml", "person"):
            return self.titles.get(noun)
        for name, kinds in _KINDS.items():
            if noun in words("descriptions.yaml", name):
                fitting = [each for each in self.subjects if each.kind in kinds]
                if len(fitting) == 1 and len(self.subjects) == 1:
                    return fitting[0]
                if found := self._bearing(noun, kinds) or self.foremost(kinds):
                    return found
        return None


def _makers(act: Act, without: Container[str]) -> list[Actor]:
    """Who did it, or, of what two do to each other, both; not at all where one did it who is left out."""
    ends = [act.source, act.target] if relation(act.relation).symmetric else [act.source]
    return [each for each in ends if each.id not in without]


def _judged(act: Act, judges: Container[str | None]) -> list[Actor]:
    """Whom a judgement was of; who answers one on himself judges who made it."""
    return [act.source] if act.target.id in judges else [act.target]


def _alike(act: Act, other: Act) -> bool:
    """Whether two acts are one that several did: told by the same words of the same one."""
    return (act.relation, act.target.id, act.turn, act.claimant) == (
        other.relation,
        other.target.id,
        other.turn,
        other.claimant,
    )


def _stems(noun: str) -> tuple[str, ...]:
    """What the words of an act begin with like the noun for it: "shelling" and "shelled"; nothing for "it"."""
    if noun in _WHAT_WAS_TOLD:
        return ()
    stem = noun.removeprefix("air").removesuffix("s").removesuffix("ing").removesuffix("ment")
    return (re.escape(stem), *_KINDRED.get(stem, ()))


@cache
def _acts(kind: str) -> dict[str, frozenset[str]]:
    """The relations that a noun for an act can mean."""
    return {noun: frozenset(group["relations"]) for group in load("descriptions.yaml")[kind] for noun in group["nouns"]}


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
