"""What beside a full name that nobody knows says that it is a person's: "Canadians Michael Kovrig and ..."."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.english._data import words
from loaders.english._runs import JOINERS, Piece, capital
from loaders.english._titles import kind_of_name
from loaders.english._words import Doc

_PLURALS = ("s", "men", "women")
_JOINING = frozenset({"and", ",", "&"})
# Join the names of bodies, not of persons.
_NO_NAMES = frozenset({"of", "for", "the", "and"})
_ARTICLES = frozenset({"the", "a", "an"})
# So many words a full name has at least.
_LEAST = 2
# So many words the name of a body has at most.
_BODY = 5


def of_a_nation(doc: Doc, start: int, pieces: Sequence[Piece]) -> bool:
    """As in "Canadians Michael Kovrig and Michael Spavor": the people they are of stand before joined names."""
    for piece in reversed(pieces):
        if piece.end > start:
            continue
        if any(each.lower_ not in _JOINING for each in doc[piece.end : start]):
            return False
        if piece.kind != "name":
            match = piece.match
            plural = doc[piece.end - 1].text.endswith(_PLURALS)
            return match is not None and match.how == "demonym" and plural
        start = piece.start
    return False


def of_a_body(doc: Doc, end: int) -> bool:
    """As in "Efraín Alegre of the Liberal Party": a body's own name stands behind "of"."""
    if end + 1 >= len(doc) or doc[end].lower_ != "of":
        return False
    first = end + 1 + (doc[end + 1].lower_ in _ARTICLES)
    last = first
    while last < min(first + _BODY, len(doc)) and doc[last].text[0].isupper():
        last += 1
    names = doc[first:last].text.split()
    return len(names) > 1 and kind_of_name(names) is not None


def called_as_people_are(doc: Doc, start: int, end: int) -> bool:
    """As in "Simon Ekpa, a Finnish citizen": a given name, and no noun that would make it the name of something."""
    parts, before = doc[start:end].text.split(), doc[start - 1].lower_ if start else ""
    given, things = words("given_names.yaml", "given"), words("given_names.yaml", "things")
    if len(parts) < _LEAST or parts[0] not in given or parts[-1] in things or before in _ARTICLES | {"-"}:
        return False
    named = all(each[0].isupper() or each.lower() in JOINERS - _NO_NAMES for each in parts)
    goes_on = end < len(doc) and (doc[end].text == "-" or (doc[end].pos_ == "PROPN" and capital(doc[end])))
    return named and not goes_on and doc[end - 1].pos_ == "PROPN"
