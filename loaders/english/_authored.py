"""Articles and speeches by who holds an office: every sentence is his, as the answers of an interview are."""

from __future__ import annotations

import re

from graph.model import Actor, ActorKind
from graph.register import Register
from loaders.english._bylines import heads, notes
from loaders.english._cast import Cast
from loaders.english._interview import answer
from loaders.english._sentence import Sentence
from loaders.resolution import resolve

_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|[Oo]urs|I|[Mm]y|me)\b")
_BYLINE = re.compile(r"^\W{0,4}(?:By|BY|by) (?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3})\s*$", re.MULTILINE)
_LEAST, _OPENING, _CLOSING = 3, 4, 4


def mark_authored(sentences: list[Sentence], text: str, cast: Cast, register: Register) -> Actor | None:
    """Makes an article by who holds an office his direct speech, and tells who that is; "we" is his country.

    As in "By Mia Mottley, Prime Minister of Barbados", "The writer is President of Zambia" below an article, or "Speech
    by the Prime Minister of Fiji, Sitiveni Rabuka" above one; only where somebody speaks in the first person.
    """
    if any(each.ours is not None for each in sentences):
        return None
    author, lines = _author(sentences, text, cast)
    spoken = (token.text for each in sentences for token in each.doc if not each.quoted[token.i])
    if author is None or sum(_FIRST_PERSON.fullmatch(each) is not None for each in spoken) < _LEAST:
        return None
    for each in sentences:
        if each.headline or each in lines:
            continue
        if any(each.quoted):
            each.teller = each.teller or author
        else:
            answer(each, author, register)
    return author


def _author(sentences: list[Sentence], text: str, cast: Cast) -> tuple[Actor | None, list[Sentence]]:
    """Who wrote a text or held the speech, and the lines that say so."""
    for each in [*sentences[:_OPENING], *sentences[_OPENING:][-_CLOSING:]]:
        people = [one.actor for one in each.mentions if one.actor.kind is ActorKind.PERSON]
        if people and heads(each.text):
            return people[0], [each]
        if not notes(each.text) or not _alone(sentences, each):
            continue
        own = [one.actor for one in each.mentions[:1] if one.start == 0 and one.actor.kind is ActorKind.PERSON]
        byline = _BYLINE.search(text)
        if own:
            return own[0], [each]
        if byline is not None:
            return _named(byline["name"], each, cast), [each]
    return None, []


def _named(name: str, note: Sentence, cast: Cast) -> Actor:
    """Who has a name, known or not, of the state that the note on him tells."""
    known = [one.actor for each in resolve(cast.register, name, cast.published) for one in each.candidates]
    if len(known) == 1 and known[0].kind is ActorKind.PERSON:
        return known[0]
    states = (each.actor for each in note.mentions if each.actor.kind is ActorKind.COUNTRY)
    return cast.stranger(name, ActorKind.PERSON, next(states, None))


def _alone(sentences: list[Sentence], note: Sentence) -> bool:
    """Whether a sentence is the whole of its paragraph, as a note on the author is."""
    return sum(each.paragraph == note.paragraph for each in sentences) == 1
