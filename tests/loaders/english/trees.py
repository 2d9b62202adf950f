"""Trees written by hand: one word a line, "word TAG POS dep head lemma"."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

VOCABULARY = spacy.blank("en").vocab


def tree(*lines: str) -> Doc:
    """A document of these words; heads count from 0, a lemma is the lower-cased word where none is given."""
    rows = [line.split() for line in lines]
    return Doc(
        VOCABULARY,
        words=[row[0].replace("_", " ") for row in rows],
        tags=[row[1] for row in rows],
        pos=[row[2] for row in rows],
        deps=[row[3] for row in rows],
        heads=[int(row[4]) for row in rows],
        lemmas=[row[5] if len(row) > 5 else row[0].lower() for row in rows],
    )


def arcs(doc: Doc) -> list[tuple[str, str, str]]:
    """Every word with its relation and its head."""
    return [(token.text, token.dep_, token.head.text) for token in doc]
