"""The command line of what learns from the gold, each text read with a network that has not learned from it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.score import read_lines
from training.held_out import half


@dataclass(frozen=True)
class Part:
    """Documents of one half, 0 or 1, and the network that has not learned from them."""

    documents: list[dict[str, Any]]
    network: Path
    half: int


@dataclass(frozen=True)
class Asked:
    """The parts to learn from, the threshold to write, and whether only the figures are wanted."""

    parts: list[Part]
    threshold: float
    dry: bool


def asked(what: str | None, threshold: float) -> Asked:
    """Reads the command line; `what` is the help of the command."""
    parser = argparse.ArgumentParser(description=what, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--halves", type=Path, nargs=2, required=True, help="networks trained without each half")
    parser.add_argument("--later", type=Path, nargs="*", default=[], help="gold that was marked after --before learned")
    parser.add_argument("--before", type=Path, help="the network that has learned from none of the later gold")
    parser.add_argument("--threshold", type=float, default=threshold)
    parser.add_argument("--dry", action="store_true", help="only print the figures")
    options = parser.parse_args()
    if bool(options.later) != bool(options.before):
        parser.error("--later and --before go together")
    parts = [*_parts(options.gold, options.halves), *_parts(options.later, [options.before] * 2)]
    return Asked([each for each in parts if each.documents], options.threshold, options.dry)


def _parts(paths: Sequence[Path], networks: Sequence[Path]) -> Iterator[Part]:
    gold = [document for path in paths for document in read_lines(path)]
    for number, network in enumerate(networks):
        yield Part([each for each in gold if half(each["id"]) == number], network, number)
