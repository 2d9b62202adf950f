"""The sentences that the network of acts learns from: read, checked, and put on the words that the parser sees.

    python -m training.acts_data training/acts/*.txt --out EXAMPLES.jsonl

A file of `training/acts` holds items apart by empty lines: a text, then one indented line for each act in it,
`source > RELATION > target @ word | status | hedged`, where source, target and word are words of the text
(`Iran#2` is the second "Iran"). The sentences that test the frames come with them, without the word.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from graph.model import Document, Status
from graph.register import Register
from graph.relations import relations
from loaders.english import EnglishReader
from loaders.english._actor_words import actor_word, actor_words, referents
from loaders.english._referents import Referents
from loaders.english._words import Doc
from tests.loaders.english.sentence_cases import cases

LINE = re.compile(
    r"\s+(?P<source>.+?) > (?P<relation>[A-Z_]+) > (?P<target>.+?) @ (?P<word>[^|]+?)(?P<flags>( \| \w+)*)"
)
FLAGS = {"hedged", *(each.value for each in Status if each is not Status.ASSERTED)}


@dataclass(frozen=True)
class Act:
    """An act in a text, by the places of the last letters of its words."""

    source: int
    relation: str
    target: int
    word: int
    status: str


@dataclass(frozen=True)
class Item:
    """A text with its acts; `file` and `line` say where it stands."""

    text: str
    acts: tuple[Act, ...]
    file: str
    line: int

    @property
    def source(self) -> str:
        """File and line, as "asia.txt:12"."""
        return f"{self.file}:{self.line}"


@dataclass
class Example:
    """A sentence as the parser sees it, its actor words, and the acts between them; `word` is -1 where it is open.

    Pairs that are `open` may or may not have an act, and are not learned from.
    """

    words: list[str]
    actors: list[int]
    acts: list[tuple[int, str, int, int, str]] = field(default_factory=list)
    open: list[tuple[int, int]] = field(default_factory=list)
    source: str = ""


def items(path: Path) -> Iterator[Item]:
    """The items of a file.

    Raises `ValueError` with file, line and what was expected where a line is not understood.
    """
    text, acts, begun = "", list[Act](), 0
    for number, line in enumerate([*path.read_text("utf-8").split("\n"), ""], 1):
        if not line.strip():
            if text:
                yield Item(text, tuple(acts), path.name, begun)
            text, acts = "", []
        elif not line[0].isspace():
            if text:
                raise ValueError(f"{path}:{number}: a second text: put an empty line before it")
            text, begun = line, number
        else:
            try:
                acts.append(act(line, text))
            except ValueError as error:
                raise ValueError(f"{path}:{number}: {error}") from None


def act(line: str, text: str) -> Act:
    """The act of a line.

    >>> act("  Iran > WARNS > Israel @ warned | hedged", "Iran warned Israel.")
    Act(source=3, relation='WARNS', target=17, word=10, status='asserted')
    """
    found = LINE.fullmatch(line)
    if found is None:
        raise ValueError(f"expected 'source > RELATION > target @ word | status', found {line.strip()!r}")
    if found["relation"] not in relations():
        raise ValueError(f"no relation {found['relation']!r}")
    flags = found["flags"].split(" | ")[1:]
    if wrong := set(flags) - FLAGS:
        raise ValueError(f"no status {sorted(wrong)}: expected one of {sorted(FLAGS)}")
    status = next((each for each in flags if each != "hedged"), Status.ASSERTED.value)
    source, target, word = (spot(found[name], text) for name in ("source", "target", "word"))
    return Act(source, found["relation"], target, word, status)


def spot(words: str, text: str) -> int:
    """The place of the last letter of some words in a text.

    >>> spot("Iran#2", "Iran, not Iran")
    13
    """
    name, _, number = words.strip().partition("#")
    places = [each.end() - 1 for each in re.finditer(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])", text)]
    if not number and len(places) > 1:
        raise ValueError(f"{name!r} stands in the text more than once: write {name}#1 or {name}#2")
    if len(places) < int(number or 1):
        raise ValueError(f"{words!r} is not in the text")
    return places[int(number or 1) - 1]


def token_at(doc: Doc, place: int) -> int | None:
    """The token in which a letter stands."""
    return next((token.i for token in doc if token.idx <= place < token.idx + len(token.text)), None)


def examples(reader: EnglishReader, item: Item) -> Iterator[Example]:
    """The sentences of an item."""
    for step in reader.steps(Document("item", "item", item.text)):
        view, found = step.view, []
        for each in item.acts:
            spots = [
                token_at(view.sentence.doc, place - view.sentence.start)
                for place in (each.source, each.target, each.word)
            ]
            source, target, word = (None if place is None else view.sentence.doc[place] for place in spots)
            if source is None or target is None:
                continue
            ends = actor_word(source, view), actor_word(target, view)
            if ends[0] != ends[1]:
                found.append((ends[0], each.relation, ends[1], -1 if word is None else word.i, each.status))
        actors = sorted({*actor_words(view), *(end for each in found for end in (each[0], each[2]))})
        yield Example(list(view.sentence.doc.user_data["seen"]), actors, found, source=item.source)


def tested(reader: EnglishReader) -> Iterator[Example]:
    """The sentences that test the frames; what an actor is called twice in leaves open which word acts."""
    for case in cases():
        for step in reader.steps(Document("case", "case", case.text)):
            view = step.view
            example = Example(list(view.sentence.doc.user_data["seen"]), actor_words(view), source=case.id)
            for edge in (*case.expect, *case.may):
                pairs = [(a, b) for a in _named(edge.source, view) for b in _named(edge.target, view) if a != b]
                if edge.relation in relations() and len(pairs) == 1 and edge in case.expect:
                    example.acts.append((pairs[0][0], edge.relation, pairs[0][1], -1, edge.status.value))
                else:
                    example.open += pairs
            yield example


def _named(name: str, view: Referents) -> list[int]:
    return [i for i in actor_words(view) if any(each.actor.name == name for each in referents(i, view))]


def write(found: Iterable[Example], out: Path) -> int:
    """Writes examples, a line each; returns how many. A sentence with fewer than two actors is kept for its tree."""
    lines = [json.dumps(asdict(each)) for each in found]
    out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return len(lines)


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--tested", action="store_true", help="add the sentences that test the frames")
    options = parser.parse_args()
    reader = EnglishReader(Register.load())
    texts = [item for path in options.files for item in items(path)]
    found = [each for item in texts for each in examples(reader, item)]
    if options.tested:
        found += tested(reader)
    print(f"{len(texts)} items, {write(found, options.out)} sentences")


if __name__ == "__main__":
    main()
