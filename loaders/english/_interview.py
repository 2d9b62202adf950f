"""Interviews in questions and answers: who answers says "we" of his country, and is asked what "you" do."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby

from graph.model import Actor, ActorKind
from graph.register import Register
from loaders.english._sentence import Sentence

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
_ASKING = re.compile(r"\b(?:[Yy]ou|[Yy]our|[Yy]ours|[Yy]ourself)\b")
_ANSWERING = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s|[Oo]urs|I|[Mm]y|[Mm]e|[Mm]ine)\b")
_LABEL = re.compile(r"(?:Q|Question)\s?[:.]")
_LEAST_QUESTIONS, _LEAST_ANSWERS = 2, 3


def mark_interview(sentences: list[Sentence], register: Register) -> None:
    """In an interview makes every answer the direct speech of who is asked, and tells whom "we" and "you" mean.

    It is one where at least two paragraphs ask, the others answer in the first person, and a person is named before
    the first question. "We" is the person's country where he has one.
    """
    paragraphs = [list(part) for _, part in groupby(sentences, key=lambda each: each.paragraph)]
    asking = [_asks(part) for part in paragraphs]
    if asking.count(True) < _LEAST_QUESTIONS:
        return
    first = asking.index(True)
    person = _asked(paragraphs[:first])
    answers = [part for part, asks in zip(paragraphs[first:], asking[first:], strict=True) if not asks]
    spoken = " ".join(_plain(part) for part in answers)
    if person is None or len(_ANSWERING.findall(spoken)) < _LEAST_ANSWERS:
        return
    ours = (register.get(person.country) if person.country else None) or person
    for part, asks in zip(paragraphs[first:], asking[first:], strict=True):
        for each in part:
            each.ours = ours
            if not asks:
                each.speaker, each.quoted = person, [True] * len(each.doc)


def _asks(paragraph: list[Sentence]) -> bool:
    """A paragraph that ends with a question, is marked as one, or speaks to "you" without a "we" or "I" of its own."""
    text = _plain(paragraph)
    if paragraph[0].headline and not text.endswith("?"):
        return False
    return (
        text.endswith("?")
        or _LABEL.match(text) is not None
        or (_ASKING.search(text) is not None and _ANSWERING.search(text) is None)
    )


def _plain(paragraph: list[Sentence]) -> str:
    return _QUOTED.sub(" ", " ".join(each.text for each in paragraph)).strip()


def _asked(opening: list[list[Sentence]]) -> Actor | None:
    """The person that the opening names most often, of several the first."""
    named = [mention.actor for part in opening for each in part for mention in each.mentions]
    people = Counter(actor.id for actor in named if actor.kind is ActorKind.PERSON)
    if not people:
        return None
    foremost = max(people, key=lambda key: people[key])
    return next(actor for actor in named if actor.id == foremost)
