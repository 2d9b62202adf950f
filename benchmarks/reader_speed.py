"""How fast the reader of sentences is, beside the bare parser in the same run, and whether its memory stays flat.

    .venv/bin/python -m benchmarks.reader_speed [ROUNDS] [ARTICLES]

(3 and 10,000 unless given; 0 articles leave the memory out.) It runs `detente extract` on an article of one sentence as
a process of its own, on as many cores as the machine has. Then it reads the gold articles on one core, article by
article first with the reader and then with the parser alone over the same words, so that other work on the machine
slows both alike: compare the shares and the seconds of the processor before the speeds. Last it reads made-up articles
full of names that nobody knows. The exit status is 1 where a bar is missed: a share of 0.6, 2 seconds of start-up,
16 MB of growth after the first tenth of the articles. For Linux; macOS cannot pin a process to a core.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import psutil

from benchmarks.made_up import articles
from graph.model import Document, document_id
from graph.register import Register
from loaders.english import EnglishReader
from loaders.english._pipeline import parser

ROOT = Path(__file__).parents[1]
GOLD = sorted((ROOT / "tests" / "gold").rglob("articles.jsonl"))
LEAST_SHARE = 0.6
MOST_SECONDS = 2.0
MOST_GROWTH = 16_000_000
_STARTS = 5


@dataclass
class Spent:
    """Seconds of the processor, for so many articles with so many words."""

    reader: float = 0.0
    parser: float = 0.0
    articles: int = 0
    words: int = 0


def gold() -> Iterator[Document]:
    """The articles that are in the repository with their claims."""
    for path in GOLD:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield Document(document_id(row["text"]), str(row["id"]), row["text"], published=row.get("date"))


def speed(reader: EnglishReader, rounds: int) -> Spent:
    """What the reader costs, and the parser over the words that the reader gave it."""
    spent, seen = Spent(), _Seen()
    documents = list(gold())
    with seen:
        for document in documents:
            seen.jobs.clear()
            reader.read(document)
            jobs = list(seen.jobs)
            for _ in range(rounds):
                spent.reader += _seconds(lambda each=document: reader.read(each))
                spent.parser += _seconds(lambda each=jobs: [seen.parse(job) for job in each])
                spent.articles += 1
                spent.words += len(document.text.split())
    return spent


class _Seen:
    """Notes which words the reader gives to the parser."""

    def __init__(self) -> None:
        self.jobs: list[Sequence[Sequence[str]]] = []
        self.parse = parser().parse

    def __enter__(self) -> None:
        parse = self.parse

        def noted(sentences: Sequence[Sequence[str]]) -> object:
            self.jobs.append(sentences)
            return parse(sentences)

        parser().parse = noted  # type: ignore[method-assign, assignment]

    def __exit__(self, *_: object) -> None:
        parser().parse = self.parse  # type: ignore[method-assign]


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def start_up() -> tuple[float, float]:
    """Medians of the seconds that `detente extract` takes for one sentence: of the clock, of the processor."""
    wall: list[float] = []
    processor: list[float] = []
    with tempfile.TemporaryDirectory(prefix="detente-start-") as folder:
        path = Path(folder, "article.txt")
        path.write_text("Russia warned Israel on Monday.\n", encoding="utf-8")
        for turn in range(_STARTS + 1):
            began = time.perf_counter()
            spent = _process("-m", "detente", "extract", str(path), "--format", "jsonl")
            if turn:
                wall.append(time.perf_counter() - began)
                processor.append(spent)
    return median(wall), median(processor)


def _process(*arguments: str) -> float:
    process = subprocess.Popen(
        [sys.executable, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(arguments)} ended with status {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def memory(reader: EnglishReader, count: int) -> int:
    """How many bytes more the process holds after so many articles than after the first tenth of them."""
    process, first = psutil.Process(), 0
    for number, document in enumerate(articles(count), 1):
        reader.read(document)
        if number % max(1, count // 10) == 0:
            held = process.memory_info().rss
            first = first or held
            _say(f"{number:>8} articles  {held / 1e6:>8.1f} MB")
    return process.memory_info().rss - first


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _bar(holds: bool, line: str) -> bool:
    _say(f"{'ok' if holds else 'MISSED':<8}{line}")
    return holds


def main(rounds: int = 3, count: int = 10_000) -> int:
    """Measure, and print what was found; 1 where a bar is missed."""
    wall, processor = start_up()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    reader = EnglishReader(Register.load())
    spent = speed(reader, rounds)
    _say(f"reader        {spent.words / spent.reader:>8.0f} words/s  {spent.articles / spent.reader:>6.2f} articles/s")
    _say(f"bare parser   {spent.words / spent.parser:>8.0f} words/s  {spent.articles / spent.parser:>6.2f} articles/s")
    share = spent.parser / spent.reader
    held = _bar(share >= LEAST_SHARE, f"share of the parser's speed: {share:.2f}, at least {LEAST_SHARE}")
    start = f"start of `detente extract`: {wall:.2f} s, {processor:.2f} s of the processor, under {MOST_SECONDS} s"
    held = _bar(wall < MOST_SECONDS, start) and held
    if count:
        growth = memory(reader, count)
        held = _bar(growth <= MOST_GROWTH, f"growth: {growth / 1e6:.1f} MB, at most {MOST_GROWTH / 1e6:.0f}") and held
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
