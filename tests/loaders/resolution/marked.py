"""Texts with the actors that their words mean, from the files of sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_MARK = re.compile(r"\[([^\]|]*)\|([^\]]*)\]")
OPEN = "?"


@dataclass(frozen=True)
class Marked:
    """A text, its date, and (start, end, id) of every mention; the id is "?" where it must stay open."""

    text: str
    date: str | None
    mentions: tuple[tuple[int, int, str], ...]


def marked(line: str) -> Marked:
    date = None
    if line.startswith("@"):
        stamp, _, line = line.partition(" ")
        date = stamp[1:]
    line = line.replace(" // ", "\n\n")
    text, mentions, end = "", [], 0
    for mark in _MARK.finditer(line):
        text += line[end : mark.start()]
        mentions.append((len(text), len(text) + len(mark.group(1)), mark.group(2)))
        text += mark.group(1)
        end = mark.end()
    return Marked(text + line[end:], date, tuple(mentions))


def sentences(name: str) -> list[Marked]:
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [marked(line) for line in lines if line and not line.startswith("#")]
