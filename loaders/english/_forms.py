"""The words as the parser should see them: stand-ins for what its treebank has too few of.

A known name stands in as one that is frequent there ("Nagorno-Karabakh" as "Iraq", "Ghanaian" as "Iraqi"), and capitals
that mean nothing ("Russia Warns Israel Over Strikes") go. The tree is made over the stand-ins and put back on the
words as written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from spacy.lang.en.stop_words import STOP_WORDS

from graph.model import ActorKind, AliasKind
from graph.register import Candidate, Match
from loaders.english._data import words
from loaders.english._frames import lexicon
from loaders.english._titles import kind_of_name, title_at, title_from
from loaders.english._words import Doc, Token

Irregular: TypeAlias = Mapping[str, Sequence[str]]

# Frequent names of the treebank; different actors of a sentence mostly stand in as different ones.
_STAND_INS = {
    "person": ("Bush", "Blair", "Clinton", "Obama", "Powell"),
    "people": ("Iraqis", "Iranians", "Russians", "Israelis"),
    "demonym": ("Iraqi", "Iranian", "Russian", "Chinese", "French"),
    "with article": ("US", "UN", "EU"),
    "name": ("Iraq", "Iran", "Russia", "China", "France", "Israel"),
}
VERB = "attacked"
_CAPITALS = 0.7
_SHORT = 3
_RUN = (2, 5)
# Words in a title.
_TITLE = 8
# Behind a form in -s they show that it is a verb, for words that are nouns too: "Iran vows to strike".
_BEHIND_VERBS = frozenset({"to", "that", "the", "a", "an", "its", "his", "her", "their", "it"})
# Where the verb stands behind "Pakistan, Iran".
_BEHIND_TWO = 3
_STOPS = frozenset({".", "!", "?"})


@dataclass(frozen=True, slots=True)
class Name:
    """A known name in a sentence, with the word that stands in for it."""

    start: int
    end: int
    stand_in: str


def names_of(matches: list[Match], text: str) -> list[Name]:
    """The known names of a sentence with a stand-in each, by what it is; different actors get different ones, while
    they last.

    The parser takes a sentence in which the same name stands everywhere for an odd one.
    """
    given: dict[tuple[str, str], str] = {}
    found = []
    for match in matches:
        best = match.candidates[0]
        sort = _sort(best, text[: match.start], text[match.start : match.end])
        words = _STAND_INS[sort]
        count = sum(key[0] == sort for key in given)
        word = given.setdefault((sort, best.actor.id), words[count % len(words)])
        found.append(Name(match.start, match.end, word))
    return found


def _sort(best: Candidate, before: str, written: str) -> str:
    if best.actor.kind is ActorKind.PERSON:
        return "person"
    if best.alias.kind is AliasKind.DEMONYM:
        return "people" if written.endswith(("s", "men")) and not written.endswith("ss") else "demonym"
    return "with article" if before.rstrip().lower().endswith(("the", " the")) else "name"


def strangers(doc: Doc, names: Iterable[Name] = ()) -> list[tuple[int, int]]:
    """Runs of two to five capitalised words that are no title, as first and last token (exclusive).

    As in "Ambassador of Kazakhstan Yerlan Baizhanov", where a name begins behind the known one that the title is of.
    """
    known = {name.start for name in names}
    nations = {name.start for name in names if name.stand_in in _STAND_INS["people"]}
    found: list[tuple[int, int]] = []
    start = 0
    while start < len(doc):
        start += title_from(doc[start])
        # As in "Canadians Michael Kovrig and Michael Spavor".
        start += start < len(doc) and doc[start].idx in nations
        start += start < len(doc) and doc[start].idx in known and _of_title(doc.lowered, start)
        end = start
        while end < len(doc) and _in_name(doc[end]) and not title_from(doc[end]):
            end += 1
        if _RUN[0] <= end - start <= _RUN[1]:
            found.append((start, end))
        start = max(end, start + 1)
    return found


def _of_title(lowered: list[str], start: int) -> bool:
    """Whether a title and "of" stand right before a word."""
    ends = start - 1
    return (
        ends > 0
        and lowered[ends] == "of"
        and any(i + title_at(lowered, i) == ends for i in range(max(0, ends - _TITLE), ends))
    )


def _in_name(token: Token) -> bool:
    """A word that may be part of a name; the first of a sentence may have its capital from there."""
    if not token.is_title or not token.is_alpha or " " in token.text:
        return False
    return token.lower_ not in STOP_WORDS and token.lower_ not in words("quantities.yaml", "times")


def forms(doc: Doc, names: list[Name], past: Callable[[str], str]) -> list[str]:
    """The words of a sentence with their stand-ins; every name is one token of the document.

    `past` gives the past of a verb, or nothing.
    """
    known = {name.start: name for name in names}
    seen = [token.text for token in doc]
    places = frozenset(token.i for token in doc if token.idx in known)
    if title_case(doc, places):
        seen = [word if i in places else word.lower() for i, word in enumerate(seen)]
    for i in range(1, len(seen) - 1):
        if _headline_verb(doc, seen[i].lower(), i, places) or _verb_of_two(doc, seen[i].lower(), i, places):
            seen[i] = VERB
        elif _present(doc, seen[i].lower(), i, known, places):
            seen[i] = past(verb_of(seen[i].lower())) or seen[i]
    for token in doc:
        if token.i in places:
            seen[token.i] = known[token.idx].stand_in
        elif " " in token.text.strip():
            seen[token.i] = "NASA" if kind_of_name(token.text.split()) else "Bush"
    return seen


def _headline_verb(doc: Doc, word: str, i: int, known: frozenset[int]) -> bool:
    """Whether a verb in -s stands between an actor and whom it concerns: "Iran arms Hezbollah"."""
    if not word.endswith("s") or i in known or i - 1 not in known or word in words("speech.yaml", "with_clause"):
        return False
    following = doc[i + 1]
    if i + 1 not in known and not (following.text[0].isupper() and following.is_alpha):
        return False
    return bool(verb_of(word))


def _present(doc: Doc, word: str, i: int, known: Mapping[int, Name], places: frozenset[int]) -> bool:
    """Whether a form in -s behind an actor's name is a verb: "Kenya denies arming them", not "Iran talks resume".

    The parser knows many verbs in the past only, as its treebank does.
    """
    if i - 1 not in places or not word.endswith("s") or known[doc[i - 1].idx].stand_in in _STAND_INS["demonym"]:
        return False
    lemma = verb_of(word)
    noun = lemma in lexicon().nouns or word in _things()
    return lemma in words("read_in_past.yaml", "verbs") and (not noun or doc[i + 1].lower_ in _BEHIND_VERBS)


@cache
def _things() -> frozenset[str]:
    """Nouns for who acts and for what they act with: "Tuareg rebels", "Israel jets"."""
    agents = (words("agents.yaml", part) for part in ("state", "people", "armed", "groups", "place"))
    return frozenset().union(*agents, *lexicon().senses.values())


def _verb_of_two(doc: Doc, word: str, i: int, known: frozenset[int]) -> bool:
    """Whether a verb stands behind two names with a comma for "and": "Pakistan, Iran trade strikes"."""
    names = i == _BEHIND_TWO and i - 1 in known and i - 3 in known and doc[i - 2].text == ","
    return names and doc[-1].text not in _STOPS and word in lexicon().verbs


def title_case(doc: Doc, known: frozenset[int] = frozenset()) -> bool:
    """Whether nearly every word begins with a capital: "Russia Warns Israel Over Strikes in Syria"."""
    free = [each for each in doc if each.is_alpha and each.i not in known and each.i > 0 and len(each.text) > _SHORT]
    return len(free) >= _SHORT and sum(each.text[0].isupper() for each in free) >= _CAPITALS * len(free)


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
