"""Finds the verbs of the frames whose form in -s the parser takes for a noun, though it reads their past.

    python -m training.present_forms

Parses plain sentences for each verb in both forms, and writes `loaders/english/data/read_in_past.yaml`: those that
are misread in the present at least once and in the past never. To be run after the parser is trained anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

import loaders.english
from loaders.english._data import load
from loaders.english._frames import FILES
from loaders.english._patterns import verb_heads
from loaders.english._pipeline import parser, past_of

TARGET = Path(loaders.english.__file__).parent / "data" / "read_in_past.yaml"
_SENTENCES = (
    "Iraq {} Iran .",
    "The US {} Iran",
    "Iraq {} arming the US .",
    "The US {} arming Iran .",
    "Iraq {} arming Iran",
    "Iraq {} to arm Iran .",
    "Iraq {} the Iranian government on Monday .",
)
_HEAD = (
    '# Verbs whose form in -s the parser often takes for a plural, and whose past it reads right ("Kenya denies",\n'
    '# "denied"); written by training/present_forms.py.\n'
)


def verbs() -> Iterator[str]:
    """The verbs of the frames, without adjectives, each once."""
    rows = (row for file in FILES for row in load(f"frames/{file}.yaml"))
    yield from sorted({verb for row in rows for text in row.get("verbs", ()) for verb in verb_heads(text)})


def present_of(verb: str) -> str:
    """The form in -s.

    >>> present_of("deny"), present_of("push"), present_of("warn"), present_of("obey")
    ('denies', 'pushes', 'warns', 'obeys')
    """
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in set("aeiou"):
        return verb[:-1] + "ies"
    return verb + "s"


def misread(form: str) -> int:
    """In how many of the sentences the parser does not take a form for a verb."""
    trees = parser().parse([each.format(form).split() for each in _SENTENCES])
    places = [each.split().index("{}") for each in _SENTENCES]
    return sum(not tree.tags[place].startswith("V") for tree, place in zip(trees, places, strict=True))


def main() -> None:
    """Writes the file."""
    found = [
        verb
        for verb in verbs()
        if verb.isalpha() and past_of(verb) and misread(present_of(verb)) and not misread(past_of(verb))
    ]
    TARGET.write_text(_HEAD + yaml.safe_dump({"verbs": found}, default_flow_style=True, width=160), encoding="utf-8")
    print(f"{TARGET.name}: {len(found)} verbs")


if __name__ == "__main__":
    main()
