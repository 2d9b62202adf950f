"""Who only welcomes what two others do: "Peru welcomed a resumption of ties between Chile and Cuba"."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.english._arguments import arguments
from loaders.english._data import load
from loaders.english._tree import ancestors, preposition
from loaders.english._words import Token

# What goes on between two, whatever a third says of it.
_OF_OTHERS = frozenset({"CEASES_FIRE_WITH", "SIGNS_WITH", "MEDIATES", "NEGOTIATES_WITH", "MEETS", "RECOGNIZES"})
_CLAUSAL = frozenset({"VERB", "AUX"})


def greeted(name: str, source: Token, target: Token, word: Token) -> bool:
    """Whether one is taken to have a part in what he only greets, or does not."""
    if name not in _OF_OTHERS or word.pos_ != "NOUN" or source in word.subtree:
        return False
    if name != "MEDIATES" and not any(preposition(each) == "between" for each in _phrases(target)):
        return False
    verb = next((each for _, each in ancestors(word) if each.pos_ == "VERB"), word)
    greets = verb.lemma_.lower() in load("gates.yaml")["unmeant"]["MEDIATES"]
    return greets and any(source in each.subtree for each in arguments(verb).subjects)


def _phrases(token: Token) -> Iterator[Token]:
    """A word and those above it up to the verb."""
    yield token
    for _, each in ancestors(token):
        if each.pos_ in _CLAUSAL:
            return
        yield each
