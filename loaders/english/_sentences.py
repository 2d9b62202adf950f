"""Sentences: a paragraph cut where one ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.english._data import words
from loaders.english._frames import lexicon

# Longer than any sentence of a newspaper; a longer run of text is cut, so that time grows with its length only.
LONGEST = 1500
# What stands before an attribution is a clause, not a word like "However".
_SHORTEST = 20
_SHORTEST_HEADLINE = 12

# In headlines a name behind a colon or a dash is who says it.
_SOURCE = re.compile(r"(?<=\w)[\"'”’]?(?::| [–—-]{1,2}) (?P<tail>[A-Z][^\s,;:.!?]*(?: [^\s,;:.!?]+){0,4})$")
_BEGINS = re.compile(r"[A-Z][^\s,;:.!?“”\"]*(?: [^\s,;:.!?“”\"]+){0,3}: (?=[A-Z])")
_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’)\]]*(?=\s)")
_NEXT = re.compile(r"\s+[\"'“‘(\[]*[A-Z0-9\u00c0-\u00de]")
_LAST_WORD = re.compile(r"[\w.&-]+$")
_INITIAL = re.compile(r"^(?:[A-Z]\.)*[A-Z]$")


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of every sentence of `text[start:end]`, without white space around it.

    >>> text = "Gen. Ali met U.S. envoys. “We agreed.” He left."
    >>> [text[a:b] for a, b in sentences(text, 0, len(text))]
    ['Gen. Ali met U.S. envoys.', '“We agreed.”', 'He left.']
    """
    begin = start
    for found in _END.finditer(text, start, end):
        if found.end() > begin and _ends(text, begin, found) and _NEXT.match(text, found.end()):
            yield from _cut(text, begin, found.end())
            begin = found.end()
    yield from _cut(text, begin, end)


def attribution(text: str) -> int | None:
    """Where the attribution begins that ends a sentence, "..., the agency said on Monday."; None where there is none.

    >>> text = "Mali expelled the envoy, the foreign ministry said on Monday."
    >>> text[attribution(text):]
    'the foreign ministry said on Monday.'
    >>> text = "Mali will not join the bloc, its foreign minister, Abdoulaye Diop, confirmed."
    >>> text[attribution(text):]
    'its foreign minister, Abdoulaye Diop, confirmed.'
    """
    if len(text) > LONGEST:
        return None
    found = _tail().search(text, max(_SHORTEST, len(text) - 160))
    if found is None or found.start() < _SHORTEST:
        return None
    return found.start("tail")


def headline_source(text: str) -> int | None:
    """Where the name begins that ends a headline, "Russia shelled Kharkiv: Zelensky"; None where there is none.

    >>> text = "Russia shelled Kharkiv overnight - UN experts"
    >>> text[headline_source(text):]
    'UN experts'
    >>> headline_source("Truce in Gaza: what we know")
    """
    found = _SOURCE.search(text, _SHORTEST_HEADLINE)
    if found is None:
        return None
    last = found["tail"].rsplit(maxsplit=1)[-1]
    named = last[0].isupper() or last.lower().removesuffix("s") in words("speech.yaml", "sources")
    return found.start("tail") if named or last.lower() in words("speech.yaml", "texts") else None


def headline_label(text: str) -> int | None:
    """Where a headline goes on behind the name that begins it, "Trump: US to leave NATO"; None where there is none.

    >>> text = "Trump: US to leave NATO"
    >>> text[headline_label(text):]
    'US to leave NATO'
    >>> headline_label("Russia tells Israel: Stop bombing")
    """
    found = _BEGINS.match(text)
    if found is None or len(text) - found.end() < _SHORTEST_HEADLINE:
        return None
    plain = {word.removesuffix("s") for word in found.group().rstrip(": ").split() if word.islower()}
    nouns = words("speech.yaml", "sources") | words("speech.yaml", "texts") | words("agents.yaml", "state")
    return found.end() if lexicon().verbs.keys().isdisjoint(plain - nouns) else None


@cache
def _tail() -> re.Pattern[str]:
    verbs = "|".join(sorted(words("sentences.yaml", "attributing")))
    day = r"yesterday|today|\w+day|week|month|night|morning|afternoon|evening"
    text = r"(?:an? |the )?(?:statement|post|tweet|interview|speech|briefing|message|video|social media)"
    where = rf"(?:on|in) (?:{text}|[A-Z]\w*)"
    when = rf"(?: (?:on|late|early|this|last|here|{where}|{day}))*"
    start = r",[\"”’]? (?P<tail>(?!(?:who|which|and|but|while|whose|where|he|she|they|it|as)\b)"
    # The speaker, or his office and, between commas, his name.
    plain = r"[^,;:“”\"]"
    who = rf"(?:{plain}{{2,60}}, [A-Z]{plain}{{2,50}},|{plain}{{2,90}}?)"
    return re.compile(rf"{start}{who} (?:{verbs}){when}\.?[\"”’]?)$")


def _ends(text: str, begin: int, found: re.Match[str]) -> bool:
    mark = found.group()
    if mark != ".":
        return True
    word = _LAST_WORD.search(text[begin : found.start()][-40:])
    if word is None:
        return True
    last = word.group()
    if last in words("sentences.yaml", "never_end"):
        return False
    if last in words("sentences.yaml", "may_end") or ("." in last and _INITIAL.match(last)):
        return _starts_clause(text, found.end())
    return not _INITIAL.match(last)


def _starts_clause(text: str, position: int) -> bool:
    """Whether the word after an abbreviation like "U.S." is one that begins sentences rather than goes on a name."""
    following = re.match(r"\s+[\"“‘(]*(\w+)", text[position : position + 40])
    return following is not None and following.group(1) in words("sentences.yaml", "starters")


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        middle = space if space > start else start + LONGEST
        yield start, middle
        start = middle
    if end > start:
        yield start, end
