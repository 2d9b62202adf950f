"""The reasons of a reading, as text: blocks of labelled lines, for a terminal or a pipe."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from detente.cli._plain import clean
from detente.cli._tables import print_table

if TYPE_CHECKING:
    from loaders.english.why import Because, Edge, Entry, Explanation, SentenceExplained, Slot, Tried, Who

_WEIGHTS, _PATTERNS, _SENTENCES = 8, 8, 3
_ALTERNATIVES = re.compile(r"[^\s|]+(?:\|[^\s|]+){3,}")


@dataclass(frozen=True, slots=True)
class _Line:
    label: str
    text: str


def print_claims(found: Explanation, claims: Sequence[Because]) -> None:
    """Print the reasons of claims; of a short text without any, what was considered."""
    if not found.claims:
        count = len(found.sentences)
        more = "" if count <= _SENTENCES else f"; look at one with --sentence N, from 1 to {count}"
        print(f"{clean(found.document)}: no claims{f': {found.note}' if found.note else more}")
        if count <= _SENTENCES:
            print_sentences(found, found.sentences)
        return
    for each in claims:
        _show(f"{each.claim}  {each.said}  {each.confidence}", _claim(each))


def print_sentences(found: Explanation, sentences: Sequence[SentenceExplained]) -> None:
    """Print everything that was considered in sentences."""
    for each in sentences:
        sort = "headline, " if each.headline else "attribution, " if each.attribution else ""
        _show(f"sentence {each.number} of {len(found.sentences)} ({sort}{each.start} to {each.end})", _seen(each))
        rows = [
            (word.number, word.text, word.lemma, word.pos, word.tag, word.relation, each.words[word.head].text)
            for word in each.words
        ]
        print_table(("", "word", "lemma", "class", "tag", "relation", "head"), rows)
        _show("", _actors(each))
        for _, group in groupby(each.tried, key=lambda one: (one.word, one.lemma)):
            patterns = list(group)
            _show(f"{patterns[0].word} ({patterns[0].lemma})", _patterns(patterns))
        _show("edges", _edges(each))


def _claim(each: Because) -> Iterator[_Line]:
    yield _Line("sentence", f"{each.sentence}: {each.text}")
    yield _Line("quote", f"{each.quote}  ({each.start} to {each.end})")
    if each.denial:
        yield _Line("by a denial", f"{each.denial}  (of what was told before; speech.yaml)")
    elif each.edge is None:
        yield _Line("by a title", f"{each.title}  (titles.yaml)")
    else:
        yield _Line("predicate", each.edge.predicate)
        yield from _entry(each.edge.entry)
        yield _Line("source", _who(each.edge.source))
        yield _Line("target", _who(each.edge.target))
        yield _Line("linker", _sum(each.edge))
        if each.edge.confidence < each.confidence:
            yield _Line("as sure as", f"{each.confidence}: what is named in one breath with it")
    yield _Line("status", each.status + _by(each.status_by, "nothing above the predicate says otherwise"))
    if each.hedged:
        yield _Line("hedged", _by(each.hedged_by, "")[2:])
    if each.claimant:
        yield _Line("claimant", f"{each.claimant}: {each.claimant_by}")
    if each.date:
        yield _Line("when", each.date + _by([each.date_by], ""))
    if each.place:
        yield _Line("where", each.place)
    for other in each.others:
        yield _Line("beside it", _edge(other))


def _by(words: Sequence[str], otherwise: str) -> str:
    told = ", ".join(words) or otherwise
    return f": {told}" if told else ""


def _entry(entry: Entry) -> Iterator[_Line]:
    yield _Line("frame", f"{entry.frame}{f' ({entry.relation})' if entry.relation else ''}")
    if not entry.file:
        yield _Line("word", entry.lemma)
        return
    yield _Line("pattern", f"{_short(entry)}  ({entry.part})")
    yield _Line("stands in", f"{entry.file}, line {entry.line}")


def _short(entry: Entry) -> str:
    """A pattern with the other words of a long list left out; the file has them all."""
    return _ALTERNATIVES.sub(lambda match: f"{_shown(match[0].split('|'), entry.lemma)}|...", entry.pattern)


def _shown(words: Sequence[str], lemma: str) -> str:
    return next((each for each in words if each.rpartition("_")[2] == lemma), words[0])


def _who(who: Who) -> str:
    how = who.how if who.via in {"name", "reference"} else f"{who.via}, {who.how}"
    found = f", {who.antecedent}" if who.antecedent else ""
    known = "" if who.known else ", not in the register"
    return f'"{who.words}" is {who.name} ({who.id}, {who.kind}{known}): {how}{found}'


def _sum(edge: Edge) -> str:
    shown = [f"{each.weight:+} {each.feature}" for each in edge.weights[:_WEIGHTS]]
    rest = sum(each.weight for each in edge.weights[_WEIGHTS:])
    shown += [f"{rest:+.2f} of {len(edge.weights) - _WEIGHTS} more"] if len(edge.weights) > _WEIGHTS else []
    return f"{edge.confidence} from {edge.bias:+} bias, " + ", ".join(shown)


def _edge(edge: Edge) -> str:
    told = f"{edge.source.name} {edge.relation} {edge.target.name}, by {edge.predicate}, {edge.confidence}"
    return told if edge.believed else f"{told}, not believed: {edge.reason}"


def _seen(each: SentenceExplained) -> Iterator[_Line]:
    yield _Line("text", each.text)
    if each.speaker:
        yield _Line("speaker", each.speaker)
    yield _Line("claims", ", ".join(map(str, each.claims)) or "none")


def _actors(each: SentenceExplained) -> Iterator[_Line]:
    for who in each.mentions:
        yield _Line("actor", _who(who))
    if not each.mentions:
        yield _Line("actor", "none is named")
    if each.unknown:
        yield _Line("no frame", f"for {', '.join(each.unknown)}")


def _patterns(patterns: Sequence[Tried]) -> Iterator[_Line]:
    for each in patterns[:_PATTERNS]:
        told = [each.entry.frame, _short(each.entry), f"{each.entry.file.rpartition('/')[2]}, line {each.entry.line}"]
        told += [_slots(each.slots)] if each.slots else []
        told += ["; ".join(each.lacks)] if each.lacks else []
        told += [each.note] if each.note else []
        yield _Line(each.verdict, "  |  ".join(told))
    if len(patterns) > _PATTERNS:
        yield _Line("", f"and {len(patterns) - _PATTERNS} more that fit less; --format json has all")


def _slots(slots: Sequence[Slot]) -> str:
    return ", ".join(
        f"{each.name} = {each.words}" + (f" [{', '.join(who.id for who in each.actors)}]" if each.actors else "")
        for each in slots
    )


def _edges(each: SentenceExplained) -> Iterator[_Line]:
    for edge in each.edges:
        yield _Line("believed" if edge.believed else "not", _edge(edge))
        yield _Line("", _sum(edge))
    if not each.edges:
        yield _Line("none", "no pattern found both of its actors")


def _show(title: str, lines: Iterator[_Line]) -> None:
    """A block: in a pipe one line a line, on a terminal folded beside its label."""
    cleaned = [_Line(each.label, clean(each.text)) for each in lines]
    width = max((len(each.label) for each in cleaned), default=0)
    if sys.stdout.isatty():
        _show_rich(clean(title), cleaned)
        return
    print(
        *([clean(title)] if title else []), *(f"  {each.label:<{width}}  {each.text}" for each in cleaned), "", sep="\n"
    )


def _show_rich(title: str, lines: Sequence[_Line]) -> None:
    from rich.console import Console
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False, markup=False)
    if title:
        console.print(Text(title, style="bold"))
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="cyan", no_wrap=True)
    grid.add_column(overflow="fold")
    for each in lines:
        grid.add_row(Text(each.label), Text(each.text))
    console.print(Padding(grid, (0, 0, 1, 2)))
