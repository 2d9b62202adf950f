"""The shipped Universal Dependencies pipeline: text of one sentence in, tree out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import as_file, files
from typing import Any, TypeAlias

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model

from loaders.english._forms import Forms, forms
from loaders.english._repairs import as_written, repaired

Span: TypeAlias = tuple[int, int]

_NAME = re.compile(r"\b(?:[A-Z][\w'’]+|[Aa]l|[Ee]l)(?:-[A-Z][\w'’]+)+\b")
_LINE_BREAKS = str.maketrans(
    {"\n": " ", "\r": " ", "\t": " ", "\u2028": " ", "\u2029": " ", "\x0b": " ", "\x0c": " ", "\x85": " "}
)


@cache
def pipeline() -> Language:
    """The trained pipeline (tagger, morphologizer, parser, lemmatizer), loaded once."""
    with as_file(files("loaders.english").joinpath("pipeline")) as folder:
        nlp = spacy.load(folder)
    for _, component in nlp.pipeline:
        _widen(component)
    return nlp


def parse(texts: Iterable[tuple[str, list[Span]]]) -> Iterator[Doc]:
    """A tree for every sentence; each comes with the spans of known names in it, which stay whole around a hyphen."""
    nlp = pipeline()
    for seen, (doc, found) in nlp.pipe(
        (_seen(nlp, text, names) for text, names in texts), as_tuples=True, batch_size=64
    ):
        yield repaired(seen if found is None else as_written(seen, doc, found))


def _seen(nlp: Language, text: str, names: list[Span]) -> tuple[Doc, tuple[Doc, Forms | None]]:
    """The sentence as the parser should see it, and as it is written."""
    doc = _tokens(nlp, text, names)
    known = {
        token.i
        for start, end in names
        if (span := doc.char_span(start, end, alignment_mode="expand"))
        for token in span
    }
    found = forms(doc, known)
    if found is None:
        return doc, (doc, None)
    return Doc(nlp.vocab, words=found.words, spaces=[bool(token.whitespace_) for token in doc]), (doc, found)


def _tokens(nlp: Language, text: str, names: list[Span]) -> Doc:
    """Tokens of a sentence, with hyphenated names in one piece: the treebank splits at every hyphen."""
    doc = nlp.make_doc(text.translate(_LINE_BREAKS))
    spans = _hyphenated(text, names)
    if spans:
        with doc.retokenize() as merger:
            for start, end in spans:
                if (span := doc.char_span(start, end)) is not None and len(span) > 1:
                    merger.merge(span, attrs={"NORM": span.text.lower()})
    return doc


def _hyphenated(text: str, names: list[Span]) -> list[Span]:
    """Hyphenated names; "Iranian-Israeli" is two known names with a hyphen between, and stays two."""
    found: list[Span] = []
    for match in _NAME.finditer(text):
        inside = [span for span in names if match.start() <= span[0] and span[1] <= match.end()]
        if not inside or any(span == match.span() for span in inside):
            found.append(match.span())
    return found


def _widen(component: object) -> None:
    """The weights are stored in half precision; the arithmetic wants single."""
    model = getattr(component, "model", None)
    if not isinstance(model, Model):
        return
    for node in model.walk():
        for name in node.param_names:
            value: Any = node.get_param(name) if node.has_param(name) else None
            if value is not None and value.dtype != "float32":
                node.set_param(name, value.astype("float32"))
