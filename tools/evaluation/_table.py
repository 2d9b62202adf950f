"""The figures as a page, and as a file that the next evaluation is compared with."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable

from tools.evaluation._suites import Result

_HEAD = """# How well the reader reads

Written by `make evaluate`; the same figures are in [figures.json](../tests/gold/figures.json), and a test fails where
one falls by more
than a point. Precision and recall count asserted claims: the share of those found that the gold has, and the share of
those that any careful reader expects that was found. Status, hedge and claimant are right or wrong on the claims found.
Date and place: of those that the claims found have, how many are right, and of those that the text tells, how many are
found.

"""
_UNSEEN = """
"Unseen" texts were annotated before the reader had read them, and nobody looks at what it misses there: see
[tests/gold](../tests/gold/README.md). The others were looked at while the reader was made, or trained its linker.

"""
_EVENTS = """
## Event records of others

Single sentences from public records of the event coders; a pair of actors is marked in each. Found: a claim joins the
two. Of
those found, type and polarity as in PLOVER. Many pairs are of one country ("the army", "students"), which is not what
the
reader is made for.

"""
_TAGS = """
## Recall by phenomenon, unseen sentences

"""


def page(claims: Iterable[Result], events: Iterable[Result]) -> str:
    """The whole page, in Markdown."""
    claims, events = list(claims), list(events)
    text = _HEAD + _table("suite", claims) + _UNSEEN
    if events:
        text += _EVENTS + _table("records", events)
    tags = next((each.tags for each in claims if each.suite == "own sentences, unseen"), {})
    return (
        text
        + _TAGS
        + "".join(
            [
                "| phenomenon | found |\n|---|---|\n",
                *(f"| {name} | {hit} of {whole} |\n" for name, (hit, whole) in tags.items()),
            ]
        )
    )


def figures(results: Iterable[Result]) -> str:
    """The figures as JSON, rounded to a tenth of a point."""
    found = {
        each.suite: {name: round(value, 3) for name, value in each.figures.items() if not math.isnan(value)}
        for each in results
    }
    return json.dumps(found, indent=1) + "\n"


def _table(title: str, results: list[Result]) -> str:
    names = list(results[0].figures)
    lines = [f"| {title} | {' | '.join(names)} |", f"|---|{'---|' * len(names)}"]
    lines += [f"| {each.suite} | {' | '.join(_shown(each.figures[name]) for name in names)} |" for each in results]
    return "\n".join(lines) + "\n"


def _shown(value: float) -> str:
    if math.isnan(value):
        return "-"
    return str(value) if isinstance(value, int) else f"{value:.2f}"
