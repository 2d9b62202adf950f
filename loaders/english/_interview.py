"""Interviews in questions and answers: who answers says "we" of his country, and is asked what "you" do."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby

from graph.model import Actor, ActorKind
from graph.register import Register
from loaders.english._data import words
from loaders.english._sentence import Sentence
from loaders.english._turns import turn_of

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
_ASKING = re.compile(r"\b(?:[Yy]ou|[Yy]our|[Yy]ours|[Yy]ourself)\b")
_ANSWERING = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s|[Oo]urs|I|[Mm]y|[Mm]e|[Mm]ine)\b")
_LEAST_QUESTIONS, _LEAST_ANSWERS = 2, 3


def mark_interview(sentences: list[Sentence], text: str, register: Register) -> None:
    """In an interview makes every answer the direct speech of who is asked, and tells whom "we" and "you" mean.

    It is one where labels tell who speaks in turn, or where at least two paragraphs ask, the others answer in the first
    person, and a person is named before the first question. "We" is the person's country where he has one.
    """
    paragraphs = [list(part) for _, part in groupby(sentences, key=lambda each: each.paragraph)]
    labels = [turn_of(text, part[0].start) for part in paragraphs]
    first, turns = _labelled(paragraphs, labels) if any(labels) else _unlabelled(paragraphs)
    person = next((each for each in turns if each is not None), None)
    for part, speaker in zip(paragraphs[first:], turns, strict=True):
        for each in part:
            if speaker is not None:
                answer(each, speaker, register)
            elif person is not None:
                each.ours = _state_of(person, register)


def answer(sentence: Sentence, speaker: Actor, register: Register) -> None:
    """Makes a whole sentence the direct speech of a person, who says "we" of his country."""
    sentence.ours = _state_of(speaker, register)
    sentence.speaker, sentence.quoted = speaker, [True] * len(sentence.doc)


def _state_of(person: Actor, register: Register) -> Actor:
    return (register.get(person.country) if person.country else None) or person


def _unlabelled(paragraphs: list[list[Sentence]]) -> tuple[int, list[Actor | None]]:
    """From which paragraph on a text is a talk without labels, and who speaks in each: None asks."""
    asking = [_asks(part) for part in paragraphs]
    if asking.count(True) < _LEAST_QUESTIONS:
        return 0, [None] * len(paragraphs)
    first = asking.index(True)
    person = _asked(paragraphs[:first])
    answers = [part for part, asks in zip(paragraphs[first:], asking[first:], strict=True) if not asks]
    spoken = " ".join(_plain(part) for part in answers)
    if len(_ANSWERING.findall(spoken)) < _LEAST_ANSWERS:
        person = None
    return first, [None if asks else person for asks in asking[first:]]


def _labelled(paragraphs: list[list[Sentence]], labels: list[str | None]) -> tuple[int, list[Actor | None]]:
    """The same where labels tell it; a paragraph without one goes on with the turn before."""
    first = next(place for place, label in enumerate(labels) if label is not None)
    asked = _asked(paragraphs[:first])
    people = [each.actor for part in paragraphs for one in part for each in one.mentions if _is_person(each.actor)]
    turns: list[Actor | None] = []
    for label in labels[first:]:
        turns.append(_called(label, asked, people) if label is not None else turns[-1])
    return first, turns


def _called(label: str, asked: Actor | None, people: list[Actor]) -> Actor | None:
    """Whom the label of a turn names: "A", "Minister" or "Lavrov"."""
    parts = label.lower().split()
    if parts[0].rstrip("0123456789") in {"a", "answer"} or parts[-1] in words("titles.yaml", "heads_of_turns"):
        return asked
    return next((each for each in people if each.name.lower().split()[-1] == parts[-1]), None)


def _is_person(actor: Actor) -> bool:
    return actor.kind is ActorKind.PERSON


def _asks(paragraph: list[Sentence]) -> bool:
    """A paragraph that ends with a question, is marked as one, or speaks to "you" without a "we" or "I" of its own."""
    text = _plain(paragraph)
    if paragraph[0].headline and not text.endswith("?"):
        return False
    return text.endswith("?") or (_ASKING.search(text) is not None and _ANSWERING.search(text) is None)


def _plain(paragraph: list[Sentence]) -> str:
    return _QUOTED.sub(" ", " ".join(each.text for each in paragraph)).strip().strip("*_").strip()


def _asked(opening: list[list[Sentence]]) -> Actor | None:
    """The person that the opening names most often, of several the first; not who is only spoken of in his words."""
    named = [
        mention.actor
        for part in opening
        for each in part
        for mention in each.mentions
        if not each.quoted[mention.start]
    ]
    people = Counter(actor.id for actor in named if _is_person(actor))
    if not people:
        return None
    foremost = max(people, key=lambda key: people[key])
    return next(actor for actor in named if actor.id == foremost)
