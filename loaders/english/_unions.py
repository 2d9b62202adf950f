"""Bodies that are named after whom they unite: "the Norwegian Confederation of Trade Unions" is not Norway."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph.model import Actor, ActorKind
from graph.register import Match
from loaders.english._cast import Cast
from loaders.english._data import load, words
from loaders.english._sentence import Mention, Sentence
from loaders.english._spelled import acronym
from loaders.english._words import Doc

_NAME = r"[A-Z][\w'’-]*"


def spans(doc: Doc) -> Iterator[tuple[int, int]]:
    """Where such names begin and end (exclusive), in tokens."""
    for found in _pattern().finditer(doc.text):
        start = found.start() + len("The ") * found.group().startswith("The ")
        last = found.group().rsplit(maxsplit=1)[-1]
        if last.lower() in words("titles.yaml", "no_members") or not last.endswith("s"):
            continue
        span = doc.char_span(start, found.end(), alignment_mode="expand")
        if span is not None:
            yield span.start, span.end


def united_by(span: tuple[int, int], known: Mention | None, sentence: Sentence, cast: Cast) -> Mention:
    """The union that has such a name, unless all of it is known."""
    start, end = span
    if known is not None and (known.start, known.end) == span:
        return known
    found = cast.stranger(sentence.doc[start:end].text, ActorKind.ORGANIZATION, _country_in(sentence, start, end))
    if short := acronym(sentence.doc, end):
        cast.shorts.setdefault(short, found)
    return Mention(start, end, found, "stranger")


def _country_in(sentence: Sentence, start: int, end: int) -> Actor | None:
    """The country that a name has in it: "Association of Ukrainian Banks"."""
    for match in sentence.matches:
        span = sentence.doc.char_span(match.start, match.end, alignment_mode="expand")
        if span is not None and start <= span.start and span.end <= end and is_state(match):
            return match.candidates[0].actor
    return None


def is_state(match: Match) -> bool:
    """Whether a name of the register is a country's, and nobody else's."""
    return match.sure and len(match.candidates) == 1 and match.candidates[0].actor.kind is ActorKind.COUNTRY


@cache
def _pattern() -> re.Pattern[str]:
    """Up to four words with capitals, what unites, "of", and up to four more, the last of them those who are united."""
    heads = "|".join(load("titles.yaml")["unions"])
    return re.compile(rf"\b(?:{_NAME} ){{0,4}}(?:{heads}) (?:of|for) (?:the )?(?:{_NAME} (?:and )?){{0,3}}{_NAME}\b")
