"""Who declares a statement: "We, the leaders of the Group of Seven", the Council whose name heads it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from graph.model import Actor, ActorKind
from graph.register import Register
from loaders.english._data import load, words
from loaders.english._sentence import Mention, Sentence

_WE = re.compile(r"(?:\d{1,2}[.)]?\s+)?We, the (?P<who>[^,]{3,80})")
_ORGANIZATIONS = frozenset({ActorKind.ORGANIZATION, ActorKind.ARMED_GROUP})
# So many sentences from the first may begin with "We, the leaders of"; so many words stand between a noun and its body.
_OPENING, _REACH, _HEADS = 8, 12, 3
_VERBS = frozenset({"VERB", "AUX"})
_FINITE = frozenset({"VBZ", "VBP", "VBD"})


def first_of_us(sentences: Sequence[Sentence]) -> Actor | None:
    """As in "We, the leaders of the member states of the Arab League": whom those who speak are of.

    The first organization, else one that the heading has, else the first state.
    """
    line = next((each for each in sentences[:_OPENING] if _declares_together(each)), None)
    if line is None:
        return None
    commas = [each.i for each in line.doc if each.text == ","]
    end = commas[1] if len(commas) > 1 else len(line.doc)
    inside = [each.actor for each in line.mentions if each.start < end]
    heading = (each.actor for head in sentences[:1] for each in head.mentions if each.start < topic(head))
    bodies = (each for each in (*inside, *heading) if each.kind in _ORGANIZATIONS and each.known)
    return next(bodies, next(iter(inside), None))


def _declares_together(sentence: Sentence) -> bool:
    """Not "We, the taxpayers", nor what somebody is quoted as saying."""
    found = _WE.match(sentence.text)
    who = {each.lower() for each in found["who"].split()} if found is not None else set[str]()
    return not who.isdisjoint(words("releases.yaml", "declaring_together")) and not sentence.quoted[0]


def headed_so(sentences: Sequence[Sentence], register: Register) -> Actor | None:
    """Whose statements alone have such a heading: "Council conclusions on Belarus"."""
    headings: dict[str, str] = load("releases.yaml")["headings"]
    lines = [each.text for each in sentences[:_HEADS] if not any(word.tag_ in _FINITE for word in each.doc)]
    return next(
        (register.get(key) for key, said in headings.items() if any(re.search(said, line) for line in lines)), None
    )


def topic(line: Sentence) -> int:
    """Where a heading begins to tell what it is about, which is not whose it is: "Statement by Kenya on Sudan".

    Whom a joint one is between are those who make it: "on the accord between Tunisia and the European Union".
    """
    if any(each.lower_ == "between" for each in line.doc):
        return len(line.doc)
    about = words("releases.yaml", "about")
    return next((each.i for each in line.doc if each.lower_ in about), len(line.doc))


def organization(sentences: Sequence[Sentence], organs: Sequence[str]) -> Actor | None:
    """The organization whose organ has such a name: "the Ministerial Council of the Arab League"."""
    found = chain.from_iterable(_of_organ(each, organ) for organ in dict.fromkeys(organs) for each in sentences)
    return next(found, None)


def within(organ: Actor | None, register: Register) -> Actor | None:
    """The organization whose name an organ's begins with: "ECOWAS Authority of Heads of State and Government"."""
    if organ is None:
        return None
    matches = [each for each in register.find(organ.name) if each.start == 0 and len(each.candidates) == 1]
    named = (each.candidates[0].actor for each in matches)
    return next((each for each in named if each.kind in _ORGANIZATIONS), None)


def _of_organ(sentence: Sentence, organ: str) -> Iterator[Actor]:
    doc = sentence.doc
    for said in re.finditer(rf"\b{re.escape(organ)}\b", sentence.text):
        behind = next((each.i for each in doc if each.idx >= said.end()), len(doc))
        for each in sentence.mentions:
            known = each.actor.known and each.actor.kind in _ORGANIZATIONS
            between = doc[behind : each.start]
            broken = any(word.pos_ in _VERBS or word.text == "," for word in between)
            if known and 0 < each.start - behind <= _REACH and not broken and behind_of(sentence, each):
                yield each.actor


def behind_of(sentence: Sentence, mention: Mention) -> bool:
    """As in "of the Republic of Moldova", "of the Arab League"."""
    return "of" in {each.lower_ for each in sentence.doc[max(0, mention.start - 2) : mention.start]}
