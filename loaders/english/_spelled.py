"""Names whose acronym stands behind them, which tells where they begin: "the General Union of Dockers (GUD)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.english._data import words
from loaders.english._words import Doc

_ACRONYM = re.compile(r"[A-Z][A-Za-z-]{1,9}")
_IN_PARENTHESES = re.compile(rf" \(({_ACRONYM.pattern})\)")
_WORD = re.compile(r"[\w'’.-]+|\S")
_SMALL = frozenset({"of", "the", "for", "and", "in", "on", "to", "de", "del", "la", "des", "du", "&", ","})
# So many words a name has at most, and so many letters of words at least, as "US dollar (USD)" has not.
_MOST, _LEAST = 14, 3


@dataclass(frozen=True, slots=True)
class Spelled:
    """The name from token `start` to `end` (exclusive), as it is written, and its acronym."""

    start: int
    end: int
    name: str
    short: str


def acronym(doc: Doc, end: int) -> str:
    """The acronym in parentheses right behind a name; empty where there is none."""
    if end + 2 >= len(doc) or doc[end].text != "(" or doc[end + 2].text != ")":
        return ""
    text = doc[end + 1].text
    return text if _ACRONYM.fullmatch(text) and sum(map(str.isupper, text)) > 1 else ""


def spells(short: str, name: str) -> bool:
    """Whether an acronym is made of the first letters of a name, with those of its small words or without them.

    >>> spells("BTV", "Belize Territorial Volunteers"), spells("BoG", "Bank of Ghana"), spells("ELN", "National Army")
    (True, True, False)
    """
    parts = [part for word in _WORD.findall(name) for part in word.split("-") if part and part != ","]
    letters = {"".join(part[0] for part in parts), "".join(part[0] for part in parts if part.lower() not in _SMALL)}
    return short.upper().replace("-", "") in {each.upper() for each in letters}


def stands_for(short: str, name: str) -> bool:
    """Whether the letters of an acronym come in a name in their order, the first at the beginning of a word.

    Of another language's name so too: "AES" is the Alliance des États du Sahel.

    >>> stands_for("AES", "Alliance of Sahel States"), stands_for("PMC", "Wagner Group")
    (True, False)
    """
    letters, rest = short.lower().replace("-", ""), name.lower()
    begins = any(word.startswith(letters[:1]) for word in rest.split())
    for each in letters:
        _, found, rest = rest.partition(each)
        begins = begins and bool(found)
    return begins


def spelled(doc: Doc) -> Iterator[Spelled]:
    """The names of bodies in a sentence that an acronym right behind them spells."""
    for match in _IN_PARENTHESES.finditer(doc.text):
        start = _beginning(doc.text[: match.start()], match[1])
        span = doc.char_span(start, match.start(), alignment_mode="expand") if start is not None else None
        if span is not None and start is not None:
            yield Spelled(span.start, span.end, doc.text[start : match.start()], match[1])


def _beginning(before: str, short: str) -> int | None:
    """Where the name begins that an acronym behind it spells; None where none does, or one that is no body's."""
    parts = list(_WORD.finditer(before))[-_MOST:]
    for first in reversed(parts):
        word = first[0]
        if not (word[0].isupper() or word in _SMALL):
            return None
        name = before[first.start() :]
        if word not in _SMALL and word[0] == short[0] and spells(short, name):
            return first.start() if len(short) >= _LEAST and not _is_no_body(name) else None
    return None


def _is_no_body(name: str) -> bool:
    """As in "the Comprehensive Test Ban Treaty (CTBT)", "the Line of Actual Control (LAC)"."""
    parts = name.lower().split()
    heads = [last for last, joining in zip(parts, [*parts[1:], "of"], strict=True) if joining in _SMALL]
    return not words("titles.yaml", "no_bodies").isdisjoint({heads[0], parts[-1]})
