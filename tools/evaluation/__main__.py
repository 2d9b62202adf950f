"""Scores the reader on everything there is and writes it down: `python -m tools.evaluation [--check]`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tools.evaluation._suites import GOLD, ROOT, claim_results, event_results
from tools.evaluation._table import figures, page

PAGE = ROOT / "docs" / "evaluation.md"
FIGURES = GOLD / "figures.json"


def main() -> None:
    """Prints the page; writes it and the figures unless only asked to print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--print", action="store_true", dest="only", help="write no file")
    options = parser.parse_args()
    claims, events = list(claim_results()), list(event_results())
    text = page(claims, events)
    sys.stdout.write(text)
    if not options.only:
        _write(PAGE, text)
        _write(FIGURES, figures([*claims, *events]))


def _write(path: Path, text: str) -> None:
    beside = path.with_suffix(".new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


if __name__ == "__main__":
    main()
