"""Made-up articles: sentences of news from templates, with names that no register has, no two articles alike."""

from __future__ import annotations

import random
from collections.abc import Iterator

from graph.model import Document, document_id

_STATES = ("Iran", "Russia", "Turkey", "Serbia", "Kenya", "Peru", "Nepal", "Ghana", "Qatar", "Cuba", "Chad", "Laos")
_VERBS = ("condemned", "warned", "armed", "praised", "attacked", "sanctioned", "met", "criticized", "funded", "sued")
_THINGS = ("the port of {place}", "a depot near {place}", "the {place} bridge", "a camp outside {place}")
_TEMPLATES = (
    "{state} {verb} {other} after a strike on {thing}, {person} said on Monday.",
    "The militant group {group} {verb} {state}, according to {person}, a spokesman for {organization}.",
    "“{state} will not leave {place},” Foreign Minister {person} told reporters in {place}.",
    "{person}, who leads the {group} Front, denied that {state} had {verb} {other}.",
    "Talks between {state} and {other} in {place} ended without a deal; {person} blamed {organization}.",
    "Fighters of {group} fired {number} rockets at {thing}, and {other} threatened to retaliate.",
    "In {place}, {person} and {second} signed an agreement on {number} million dollars of aid to {state}.",
    "It was not clear whether {organization} would back {state} or {other}.",
    "{second} accused {state} of arming {group} near {place}.",
)
_SYLLABLES = ("ba", "dor", "kel", "mi", "sha", "tor", "ven", "zu", "ra", "lin", "qo", "fe", "hul", "gar", "nys", "wo")


def articles(count: int, seed: int = 1) -> Iterator[Document]:
    """So many articles of three to six sentences, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - made-up text is no secret
    for number in range(count):
        paragraphs = [_sentence(chance) for _ in range(chance.randint(3, 6))]
        text = "\n\n".join(paragraphs)
        yield Document(document_id(text), f"made-up-{number}", text, published="2021-01-20")


def _sentence(chance: random.Random) -> str:
    state, other = chance.sample(_STATES, 2)
    place = _name(chance)
    return chance.choice(_TEMPLATES).format(
        state=state,
        other=other,
        verb=chance.choice(_VERBS),
        place=place,
        thing=chance.choice(_THINGS).format(place=place),
        person=f"{_name(chance)} {_name(chance)}",
        second=f"{_name(chance)} al-{_name(chance)}",
        group=_name(chance),
        organization=f"{_name(chance)} Institute",
        number=chance.randint(2, 900_000),
    )


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 5))).capitalize()
