"""The command line of what learns from the gold, read with the network that was trained without the half at hand."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.score import read_lines


@dataclass(frozen=True)
class Asked:
    """The documents to learn from, the networks trained without each half, the threshold to write, and whether only
    the figures are wanted.
    """

    gold: list[dict[str, Any]]
    halves: list[Path]
    threshold: float
    dry: bool


def asked(what: str | None, threshold: float) -> Asked:
    """Reads the command line; `what` is the help of the command."""
    parser = argparse.ArgumentParser(description=what, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--halves", type=Path, nargs=2, required=True, help="networks trained without each half")
    parser.add_argument("--threshold", type=float, default=threshold)
    parser.add_argument("--dry", action="store_true", help="only print the figures")
    options = parser.parse_args()
    gold = [document for path in options.gold for document in read_lines(path)]
    return Asked(gold, options.halves, options.threshold, options.dry)
