"""The words as the parser should see them: stand-ins for what its treebank has too few of.

A known name stands in as one that is frequent there ("Nagorno-Karabakh" as "Iraq", "Ghanaian" as "Iraqi"); a headline's
verb that is also a noun ("Iran arms Hezbollah") as another verb; and capitals that mean nothing ("Russia Warns Israel
Over Strikes") go. The tree is made over the stand-ins and put back on the words as written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from spacy.tokens import Doc, Token

from graph.model import ActorKind, AliasKind
from graph.register import Match
from loaders.english._data import words
from loaders.english._frames import lexicon
from loaders.english._titles import kind_of_name, title_at

Irregular: TypeAlias = Mapping[str, Sequence[str]]

VERB = "attacked"
_CAPITALS = 0.7
_SHORT = 3
_CLAUSE = frozenset({"cop", "nsubj"})
_RUN = (2, 5)
_ALSO_NOUNS = frozenset(
    {"arms", "backs", "bombs", "shells", "targets", "blames", "funds", "hosts", "hits", "rockets", "aids", "guards"}
)


@dataclass(frozen=True, slots=True)
class Name:
    """A known name in a sentence, with the word that stands in for it."""

    start: int
    end: int
    stand_in: str


@dataclass(frozen=True, slots=True)
class Forms:
    """`words` for the parser; `lemmas` of the verbs that have a stand-in, by token."""

    words: list[str]
    lemmas: dict[int, str]


def name_of(match: Match, text: str) -> Name:
    """The stand-in of a known name, by what it is: a person, an adjective or plural of a people, or anything else."""
    best = match.candidates[0]
    word = "Iraq"
    if best.actor.kind is ActorKind.PERSON:
        word = "Bush"
    elif best.alias.kind is AliasKind.DEMONYM:
        word = (
            "Iraqis" if text[: match.end].endswith(("s", "men")) and not text[: match.end].endswith("ss") else "Iraqi"
        )
    elif text[: match.start].rstrip().lower().endswith(("the", " the")):
        word = "US"
    return Name(match.start, match.end, word)


def strangers(doc: Doc) -> list[tuple[int, int]]:
    """Runs of two to five capitalised words that are no title, as first and last token (exclusive)."""
    lowered = [token.lower_ for token in doc]
    found: list[tuple[int, int]] = []
    start = 0
    while start < len(doc):
        end = start
        while end < len(doc) and _in_name(doc[end]) and not title_at(lowered, end):
            end += 1
        if _RUN[0] <= end - start <= _RUN[1]:
            found.append((start, end))
        start = max(end, start + 1)
    return found


def _in_name(token: Token) -> bool:
    """A word that may be part of a name; the first of a sentence may have its capital from there."""
    small = token.is_stop or token.lower_ in words("quantities.yaml", "times") or " " in token.text
    return token.is_title and token.is_alpha and not small


def forms(doc: Doc, names: list[Name]) -> Forms:
    """The words of a sentence with their stand-ins; every name is one token of the document."""
    known = {name.start: name for name in names}
    seen = [token.text for token in doc]
    places = frozenset(token.i for token in doc if token.idx in known)
    if title_case(doc, places):
        seen = [word if i in places else word.lower() for i, word in enumerate(seen)]
    lemmas = {i: lemma for i in range(1, len(seen) - 1) if (lemma := _headline_verb(doc, seen, i, places))}
    for token in doc:
        if token.i in places:
            seen[token.i] = known[token.idx].stand_in
        elif " " in token.text.strip():
            seen[token.i] = "NASA" if kind_of_name(token.text.split()) else "Bush"
    for i in lemmas:
        seen[i] = VERB
    return Forms(seen, lemmas)


def title_case(doc: Doc, known: frozenset[int] = frozenset()) -> bool:
    """Whether nearly every word begins with a capital: "Russia Warns Israel Over Strikes in Syria"."""
    free = [each for each in doc if each.is_alpha and each.i not in known and each.i > 0 and len(each.text) > _SHORT]
    return len(free) >= _SHORT and sum(each.text[0].isupper() for each in free) >= _CAPITALS * len(free)


def _headline_verb(doc: Doc, seen: list[str], i: int, known: frozenset[int]) -> str:
    """The lemma of a verb in -s between an actor and whom it concerns, where the word is a noun as well."""
    word = seen[i].lower()
    following = doc[i + 1]
    if not word.endswith("s") or i in known or i - 1 not in known:
        return ""
    if i + 1 not in known and not (following.text[0].isupper() and following.is_alpha):
        return ""
    found = verb_of(word)
    return found if found and (word in _ALSO_NOUNS or found in lexicon().nouns) else ""


def late_verb(doc: Doc, irregular: Irregular) -> int | None:
    """In a sentence without a finite verb, the word after a noun that may be one: "Mexico slaps tariffs on pork"."""
    root = next((token for token in doc if token.head == token), None)
    if root is None or root.pos_ in {"VERB", "AUX"} or any(each.dep_ in _CLAUSE and each.head == root for each in doc):
        return None
    for token in doc[1:-1]:
        after_noun = doc[token.i - 1].pos_ in {"PROPN", "NOUN"}
        if after_noun and not doc[token.i + 1].is_punct and verb_of(token.lower_, irregular):
            return token.i
    return None


def verb_of(word: str, irregular: Irregular | None = None) -> str:
    """The lemma of a form in -s or -ed, or an irregular one, of a verb of the frames; empty where it is none.

    >>> verb_of("bombed"), verb_of("carries"), verb_of("table"), verb_of("lent", {"lent": ["lend"]})
    ('bomb', 'carry', '', 'lend')
    """
    known = lexicon().verbs
    stems = list((irregular or {}).get(word, ()))
    if word.endswith("ed"):
        stems += [word[:-2], word[:-1], word[:-3] + "y", word[:-3]]
    elif word.endswith("s"):
        stems += [word[:-1], word[:-2], word[:-3] + "y"]
    return next((each for each in stems if each in known), "")
