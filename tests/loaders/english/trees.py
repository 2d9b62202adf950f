"""Trees written by hand: one word a line, "word TAG POS dep head lemma"."""

from __future__ import annotations

from loaders.english._words import Doc


def tree(*lines: str) -> Doc:
    """A document of these words; heads count from 0, a lemma is the lower-cased word where none is given."""
    rows = [line.split() for line in lines]
    found = Doc([row[0].replace("_", " ") for row in rows])
    lemmas = [row[5] if len(row) > 5 else row[0].lower() for row in rows]
    tags, pos, deps, heads = ([row[place] for row in rows] for place in range(1, 5))
    found.grow(pos, tags, deps, [int(head) for head in heads], lemmas)
    return found


def arcs(doc: Doc) -> list[tuple[str, str, str]]:
    """Every word with its relation and its head."""
    return [(token.text, token.dep_, token.head.text) for token in doc]
