"""The runs of a sentence: known names, titles, and capitalised words that nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import ActorKind
from graph.register import Match
from loaders.english._data import words
from loaders.english._pipeline import is_word
from loaders.english._titles import kind_of_name, title_at, title_from
from loaders.english._words import Doc, Token

JOINERS = frozenset(
    {
        "of",
        "for",
        "the",
        "al",
        "el",
        "bin",
        "ibn",
        "de",
        "del",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "du",
        "da",
        "dos",
        "das",
        "di",
        "della",
        "le",
        "la",
        "ould",
        "and",
    }
)
_PARTICLES = frozenset(
    {"van de", "van der", "van den", "von der", "de la", "de los", "de las", "de le", "bin al", "van het"}
)
# So many words a title of several has at most.
_TITLE = 3
# As in "al-Rishq", "el-Sisi".
_ARTICLED = re.compile(r"[ae][a-z]{1,2}-[A-Z]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of tokens: a known name ("match"), a title, or capitalised words that nobody knows ("name")."""

    kind: str
    start: int
    end: int
    match: Match | None = None


def pieces_of(doc: Doc, matches: list[Match], *, headline: bool) -> list[Piece]:
    """The runs of a sentence; in a headline a verb may have a capital too: "Envoy Visits Nicaragua"."""
    known = list(_spans(doc, matches))
    starts = {piece.start: piece for piece in known}
    lowered = doc.lowered
    pieces: list[Piece] = []
    i = 0
    while i < len(doc):
        if i in starts:
            pieces.append(starts[i])
        elif length := title_from(doc[i]) or _of_several(doc, i):
            pieces.append(Piece("title", i, i + length))
        elif (_capitalised(doc[i]) and not (headline and doc[i].pos_ == "VERB")) or _first_of_all(doc, i, lowered):
            pieces.append(Piece("name", i, _name_end(doc, i, starts, lowered)))
        else:
            i += 1
            continue
        i = pieces[-1].end
    return pieces


def _of_several(doc: Doc, i: int) -> int:
    """How many words from a place on are a title of several: "Presidents Obama and Castro", "Foreign Ministers X"."""
    for length in range(min(_TITLE, len(doc) - i - 1), 0, -1) if capital(doc[i]) else ():
        parts = doc[i : i + length].text.lower().split()
        if not parts or not parts[-1].endswith("s") or not capital(doc[i + length]):
            continue
        parts[-1] = parts[-1].removesuffix("s")
        if title_at(parts, 0) == len(parts):
            return length
    return 0


def _spans(doc: Doc, matches: list[Match]) -> Iterator[Piece]:
    for match in matches:
        if _half_a_surname(doc.text, match):
            continue
        span = doc.char_span(match.start, match.end, alignment_mode="expand")
        if span is not None and len(span) > 0:
            inside = doc.text[span.start_char : span.end_char]
            if len(inside) - (match.end - match.start) <= 2 or "-" not in inside:  # noqa: PLR2004
                yield Piece("match", span.start, span.end, match)


def _half_a_surname(text: str, match: Match) -> bool:
    """As "Pena" in "Garcia-Pena", who is another one."""
    persons = all(each.actor.kind is ActorKind.PERSON for each in match.candidates)
    return persons and text[match.start - 1 : match.start] == "-" and text[: match.start - 1][-1:].isalpha()


def _first_of_all(doc: Doc, i: int, lowered: list[str]) -> bool:
    """As in "Alternativa leader Afrim Gashi": a name that begins a sentence, which the dictionary does not have."""
    if i or not capital(doc[0]) or not (end := 1 + title_at(lowered, 1)) > 1:
        return False
    return end < len(doc) and capital(doc[end]) and not is_word(lowered[0])


def _capitalised(token: Token) -> bool:
    if not capital(token) or token.lower_ in words("quantities.yaml", "times"):
        return False
    return token.pos_ == "PROPN" or (token.i > 0 and token.pos_ in {"NOUN", "ADJ", "X", "VERB"})


def capital(token: Token) -> bool:
    """Whether a word has the capital of a name, which may stand behind an article: "al-Rishq"."""
    return token.text[0].isupper() or _ARTICLED.match(token.text) is not None


def _name_end(doc: Doc, start: int, known: dict[int, Piece], lowered: list[str]) -> int:
    end = start + 1
    while end < len(doc):
        if end in known or title_from(doc[end]):
            return end
        if _capitalised(doc[end]) or (
            doc[end].text in {"&", "-"} and end + 1 < len(doc) and _capitalised(doc[end + 1])
        ):
            end += 1
        elif _peoples(doc, end):
            end += 2
        elif _two_joiners(doc, end, lowered):
            end += 3
        elif (
            lowered[end] in JOINERS
            and end + 1 < len(doc)
            and end + 1 not in known
            and _capitalised(doc[end + 1])
            and not title_from(doc[end + 1])
        ):
            joins = kind_of_name([doc[end + 1].text]) or is_body(f"{doc[end - 1].text} {doc[end + 1].text}")
            if lowered[end] == "and" and not joins:
                return end
            end += 2
        else:
            return end
    return end


def _two_joiners(doc: Doc, end: int, lowered: list[str]) -> bool:
    """As in "van de Geer", "de la Torre"."""
    two = lowered[end : end + 2]
    return len(two) == 2 and " ".join(two) in _PARTICLES and end + 2 < len(doc) and _capitalised(doc[end + 2])  # noqa: PLR2004


def _peoples(doc: Doc, end: int) -> bool:
    """As in "People's United Party", "Workers' Front": whose it is by its name; a "People's Council" is a state's."""
    owner = doc[end - 1].lower_.rsplit(maxsplit=1)[-1]
    owned = doc[end].text in {"'s", "’s", "'", "’"} and owner in words("titles.yaml", "name_owners")
    named = owned and end + 1 < len(doc) and capital(doc[end + 1])
    return named and doc[end + 1].lower_ not in words("agents.yaml", "bodies")


def is_body(name: str) -> bool:
    """Whether a name has only words that the bodies of every state have: "Security Council", "Senate"."""
    bodies, parts = words("agents.yaml", "bodies"), set(name.lower().split())
    return parts <= bodies | JOINERS and not parts.isdisjoint(bodies)
