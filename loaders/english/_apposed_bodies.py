"""What a name is that nobody knows, by the noun in apposition to it: "AKEL, the main opposition party, said"."""

from __future__ import annotations

from graph.model import ActorKind
from loaders.english._data import words
from loaders.english._titles import kind_of_noun
from loaders.english._words import Doc, Token

_OPENING = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "one"})
_RELATIVE = frozenset({"which", "that", "whose", "who", "where"})
_PLACED = frozenset({"in", "on", "at", "since", "until", "from", "during", "before", "after", "near", "by"})
_INSIDE = frozenset({"of", "for", "to", "at", "in", "from"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_WITHIN = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "PART", "ADV"})
# So many words the phrase may have up to its noun, and up to its end.
_NOUN, _END = 9, 16


def apposed_body(doc: Doc, start: int, end: int) -> ActorKind | None:
    """The kind that a noun behind a name and a comma, or before them, says it is of; None where none does."""
    return _behind(doc, start, end) or _before(doc, start, end)


def _behind(doc: Doc, start: int, end: int) -> ActorKind | None:
    """As in "Unes, the party of Rafael Correa, ...", "Fitch, a ratings agency."."""
    if end + 2 >= len(doc) or doc[end].text != "," or doc[end + 1].lower_ not in _OPENING:
        return None
    if (start > 0 and doc[start - 1].lower_ in _PLACED) or doc[start].lower_ in words("quantities.yaml", "times"):
        return None
    kind = None
    for token in doc[end + 1 : end + _NOUN]:
        if token.is_punct and token.text != "-":
            break
        if token.pos_ == "ADP" or token.lower_ in _RELATIVE or token.tag_ in _FINITE:
            break
        kind = _kind_at(doc, token.i) if token.pos_ in {"NOUN", "PROPN"} else kind
    return kind if kind is not None and _closed(doc, end + 1) else None


def _closed(doc: Doc, start: int) -> bool:
    """Whether the phrase ends with a sign or a relative clause rather than with a verb, whose subject it is."""
    for token in doc[start : start + _END]:
        if token.lower_ in _RELATIVE or (token.is_punct and token.text not in {"-", "'", '"'}):
            return True
        if token.tag_ in _FINITE:
            return False
    return False


def _before(doc: Doc, start: int, end: int) -> ActorKind | None:
    """As in "the drivers' union, GDL, ...", unlike "the head of the union, Noureddine Taboubi"."""
    noun = start - 2
    closed = end >= len(doc) or doc[end].is_punct
    if noun < 0 or doc[start - 1].text != "," or not closed or doc[noun].pos_ not in {"NOUN", "PROPN"}:
        return None
    kind = _kind_at(doc, noun)
    if kind is None:
        return None
    first = noun
    while first > 0 and _in_phrase(doc[first - 1]):
        first -= 1
    inside = first > 0 and doc[first - 1].lower_ in _INSIDE
    return None if inside and not doc[start:end].text.isupper() else kind


def _in_phrase(token: Token) -> bool:
    return token.pos_ in _WITHIN or token.text in {"-", "'", "’", "'s", "’s"}


def _kind_at(doc: Doc, noun: int) -> ActorKind | None:
    """The kind that the longest of the nouns ending there says."""
    for length in (3, 2, 1):
        if noun + 1 >= length and (kind := kind_of_noun(doc[noun + 1 - length : noun + 1].text)) is not None:
            return kind
    return None
