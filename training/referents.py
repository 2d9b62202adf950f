"""Whom words without a name mean in the marked articles: read, and put on the words.

`training/referents.txt` has a line `START file:line` where an article begins in a file of `training/acts`, and lines
`file:line word = answer`: the second "it" of a paragraph is `it#2`; an answer is the name of an actor, several joined
with " + ", or "-" for nobody that the article names; other answers that are right too stand behind " | ". In
`training/gold/referents.txt` the lines are `document word = answer`, of a document of `training/gold`, and words are
counted through all of its text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.model import Actor
from graph.register import Register
from tools.score import name_key
from training.acts_data import Item, items

NOBODY = "-"
_ANSWER = re.compile(r"(?P<place>\S+) (?P<word>.+?) = (?P<answer>.+)")
_ASIDE = re.compile(r"\s*\([^)]*\)$")


@dataclass(frozen=True)
class Question:
    """A word of a paragraph, and whom it may mean: each a name, or several joined with "+"; "-" for nobody named."""

    place: str
    word: str
    answers: tuple[str, ...]


@dataclass
class Article:
    """Paragraphs joined to a text, and by the place of its last letter every word that is asked about."""

    name: str
    text: str = ""
    date: str | None = None
    questions: dict[int, Question] = field(default_factory=dict[int, Question])

    def add(self, paragraph: Item, asked: list[Question]) -> None:
        """Adds a paragraph with the questions on it."""
        self.text += ("\n\n" if self.text else "") + paragraph.text
        begin = len(self.text) - len(paragraph.text)
        for each in asked:
            self.questions[begin + last_letter(each.word, paragraph.text)] = each


def articles(referents: Path, folder: Path) -> list[Article]:
    """The articles with their questions.

    Raises `ValueError` with file and line where one is not understood.
    """
    found: list[Article] = []
    starts, asked = _asked(referents)
    for name in dict.fromkeys(place.split(":")[0] for place in starts):
        for item in items(folder / f"{name}.txt"):
            place = f"{name}:{item.line}"
            if place in starts or not found:
                found.append(Article(place))
            found[-1].add(item, asked.pop(place, []))
    if asked:
        raise ValueError(f"{referents}: no paragraph {next(iter(asked))}")
    return found


def marked(referents: Path, gold: Iterable[dict[str, Any]]) -> list[Article]:
    """The documents of the gold of which words are asked about, with their questions.

    Raises `ValueError` where a document or a word is not there.
    """
    _, asked = _asked(referents)
    found: list[Article] = []
    for document in gold:
        if (questions := asked.pop(document["id"], None)) is not None:
            article = Article(document["id"], document["text"], document.get("date"))
            article.questions = {last_letter(each.word, article.text): each for each in questions}
            found.append(article)
    if asked:
        raise ValueError(f"{referents}: no document {next(iter(asked))}")
    return found


def _asked(path: Path) -> tuple[dict[str, None], dict[str, list[Question]]]:
    """Where articles begin, in their order, and what is asked about each paragraph."""
    starts: dict[str, None] = {}
    asked: defaultdict[str, list[Question]] = defaultdict(list)
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        if line.startswith("START "):
            starts[line.removeprefix("START ").strip()] = None
        elif (match := _ANSWER.fullmatch(line)) is not None:
            answers = tuple(each.strip() for each in match["answer"].split(" | "))
            asked[match["place"]].append(Question(match["place"], match["word"], answers))
        else:
            raise ValueError(f"{path}:{number}: expected 'START file:line' or 'place word = name', found {line!r}")
    return starts, dict(asked)


def last_letter(word: str, text: str) -> int:
    """Where a word of a text ends; "it#2" is the second "it".

    >>> last_letter("it#2", "it said it")
    9
    """
    plain, _, number = word.partition("#")
    found = list(re.finditer(rf"(?<!\w){re.escape(plain)}(?!\w)", text))
    if len(found) < int(number or 1):
        raise ValueError(f"no {word!r} in {text!r}")
    return found[int(number or 1) - 1].end() - 1


class Names:
    """Which actors a name of an answer means."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def is_named(self, actor: Actor, name: str) -> bool:
        """Whether an actor is meant by a name, as the register or the text has it."""
        return not {actor.id, name_key(actor.name)}.isdisjoint(self._keys(name))

    def _keys(self, name: str) -> set[str]:
        plain = _ASIDE.sub("", name)
        whole = [each for each in self._register.find(plain) if (each.start, each.end) == (0, len(plain))]
        return {name_key(plain)} | {one.actor.id for each in whole for one in each.candidates}
