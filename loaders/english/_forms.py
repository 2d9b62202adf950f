"""The words as the parser should see them: verbs of headlines that it takes for nouns stand in other forms.

"Iran arms Hezbollah" has a verb that is also a noun; "Russia Warns Israel Over Strikes" has capitals that mean nothing.
The tree is made over the stand-ins and put back on the words as written.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from loaders.english._frames import lexicon

_STAND_IN = "attacked"
_CAPITALS = 0.7
_MANY = 4


@dataclass(frozen=True, slots=True)
class Forms:
    """`words` for the parser; `lemmas` of the verbs that have a stand-in, by token."""

    words: list[str]
    lemmas: dict[int, str]


def forms(doc: Doc, known: set[int]) -> Forms | None:
    """The stand-ins of a sentence, None where it needs none; `known` are the tokens of names of actors."""
    words = [token.text for token in doc]
    if _title_case(doc, known):
        words = [word if i in known else word.lower() for i, word in enumerate(words)]
    lemmas = {i: lemma for i in range(1, len(words) - 1) if (lemma := _headline_verb(doc, words, i, known))}
    for i in lemmas:
        words[i] = _STAND_IN
    return Forms(words, lemmas) if words != [token.text for token in doc] else None


def _title_case(doc: Doc, known: set[int]) -> bool:
    """Whether nearly every word begins with a capital: "Russia Warns Israel Over Strikes in Syria"."""
    free = [
        token
        for token in doc
        if token.is_alpha and token.i not in known and token.i > 0 and len(token.text) > _MANY - 1
    ]
    return len(free) >= _MANY - 1 and sum(token.text[0].isupper() for token in free) >= _CAPITALS * len(free)


def _headline_verb(doc: Doc, words: list[str], i: int, known: set[int]) -> str:
    """The lemma of a verb in -s between an actor and whom it concerns, where the word is a noun as well."""
    word = words[i].lower()
    if not word.endswith("s") or i in known or i - 1 not in known:
        return ""
    following = doc[i + 1]
    if i + 1 not in known and not (following.text[0].isupper() and following.is_alpha):
        return ""
    stems = (word[:-1], word[:-2] if word.endswith("es") else "", word[:-3] + "y" if word.endswith("ies") else "")
    entries = lexicon()
    return next(
        (stem for stem in stems if stem in entries.verbs and (word in _ALSO_NOUNS or stem in entries.nouns)), ""
    )


_ALSO_NOUNS = frozenset(
    {"arms", "backs", "bombs", "shells", "targets", "blames", "funds", "hosts", "hits", "rockets", "aids", "guards"}
)
