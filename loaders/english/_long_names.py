"""Names that begin with a known one: "the European Union Monitoring Mission (EUMM)" is one name of its own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from graph.model import Actor, ActorKind
from loaders.english._cast import Cast
from loaders.english._data import load, words
from loaders.english._runs import Piece
from loaders.english._sentence import Mention
from loaders.english._spelled import acronym, spells
from loaders.english._titles import kind_of_name
from loaders.english._words import Doc

_BODIES = frozenset({ActorKind.ORGANIZATION, ActorKind.ARMED_GROUP, ActorKind.AGENCY, ActorKind.COMPANY})
_FIRST = frozenset({ActorKind.COUNTRY, ActorKind.ORGANIZATION, ActorKind.PEOPLE})
_WHOLE = 2


def long_name(doc: Doc, pieces: Sequence[Piece], position: int, cast: Cast) -> Mention | None:
    """The body whose name goes on behind a known one, where its acronym or its last word says so."""
    first = pieces[position]
    actor = _known(first)
    if actor is None or actor.kind not in _FIRST or first.end >= len(doc):
        return None
    end = _run(pieces, position)
    rest = _beyond(doc, first, end)
    if not rest:
        return None
    kind = kind_of_name(rest)
    short = acronym(doc, end)
    spelled = short and spells(short, doc[first.start : end].text)
    whole = kind in _BODIES and len(rest) >= _WHOLE and (actor.kind is ActorKind.ORGANIZATION or _own_body(first, rest))
    of_people = kind in _BODIES and actor.kind is ActorKind.PEOPLE
    if not (spelled or whole or of_people):
        return None
    home = actor if actor.kind is ActorKind.COUNTRY else None
    found = cast.stranger(doc[first.start : end].text, kind or ActorKind.ORGANIZATION, home)
    if spelled:
        cast.shorts.setdefault(short, found)
    return Mention(first.start, end, found, "stranger")


def _own_body(first: Piece, rest: Sequence[str]) -> bool:
    """As in "the Tunisian General Labour Union", which is no body of the state."""
    plain = words("agents.yaml", "bodies")
    by_name = _how(first) == "name" and rest[-1] in load("titles.yaml")["unions"]
    return (
        (_how(first) == "demonym" or by_name)
        and kind_of_name([*rest]) is ActorKind.ORGANIZATION
        and not plain.issuperset(word.lower() for word in rest)
    )


def _how(piece: Piece) -> str:
    return piece.match.how if piece.match is not None else ""


def _beyond(doc: Doc, first: Piece, end: int) -> list[str]:
    """The words of a name behind the known one, which may be one token with it."""
    match = first.match
    known = match.end - match.start if match is not None else 0
    text = doc[first.start : end].text
    return text[known:].split() if text[known : known + 1] == " " else []


def _known(piece: Piece) -> Actor | None:
    match = piece.match
    sole = match is not None and match.sure and len(match.candidates) == 1 and match.how in {"name", "demonym"}
    return match.candidates[0].actor if match is not None and sole else None


def _run(pieces: Sequence[Piece], position: int) -> int:
    """Where the names end that follow each other without a word between them; "General" may be a part of one."""
    end = pieces[position].end
    for each, following in zip_longest(pieces[position + 1 :], pieces[position + 2 :]):
        ranked = (
            each.kind == "title" and following is not None and following.kind == "name" and following.start == each.end
        )
        if each.start != end or not (each.kind == "name" or ranked):
            break
        end = each.end
    return end
