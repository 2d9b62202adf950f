"""The shipped Universal Dependencies pipeline: text of one sentence in, tree out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import as_file, files
from typing import Any, TypeAlias

import spacy
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc
from spacy.util import filter_spans
from thinc.api import Model

from loaders.english._forms import VERB, Forms, Irregular, Name, forms, late_verb, strangers, title_case, verb_of
from loaders.english._frames import lexicon
from loaders.english._repairs import as_written, repaired

Span: TypeAlias = tuple[int, int]

_HYPHENATED = re.compile(r"\b(?:[A-Z][\w'’]+|[Aa]l|[Ee]l)(?:-[A-Z][\w'’]+)+\b")
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\n\r\t\x0b\x0c\x85\u2028\u2029\u00a0", " "),
        **dict.fromkeys("‘’", "'"),
        **dict.fromkeys("“”«»", '"'),
    }
)


@cache
def pipeline() -> Language:
    """The trained pipeline (tagger, morphologizer, parser, lemmatizer), loaded once."""
    with as_file(files("loaders.english").joinpath("pipeline")) as folder:
        nlp = spacy.load(folder)
    for _, component in nlp.pipeline:
        _widen(component)
    return nlp


def parse(texts: Iterable[tuple[str, list[Name]]]) -> Iterator[Doc]:
    """A tree for every sentence; each comes with the known names in it, every one of which is one token."""
    nlp = pipeline()
    for seen, (doc, found) in nlp.pipe(
        (_seen(nlp, text, names) for text, names in texts), as_tuples=True, batch_size=64
    ):
        again = late_verb(seen, irregular())
        tree = as_written(seen, doc, found) if again is None else _again(nlp, seen, doc, found, again)
        yield _lemmatized(repaired(tree))


def _lemmatized(doc: Doc) -> Doc:
    """Puts right the lemma of a verb that the tables or the tagger got wrong: "froze", "hopes" as "hop"."""
    for token in doc:
        if (
            token.pos_ == "VERB"
            and token.lemma_ not in lexicon().verbs
            and (lemma := verb_of(token.lower_, irregular()))
        ):
            token.lemma_ = lemma
    return doc


@cache
def irregular() -> Irregular:
    """Irregular verb forms with their lemmas, from the tables of the lemmatizer."""
    lemmatizer = pipeline().get_pipe("lemmatizer")
    assert isinstance(lemmatizer, Lemmatizer)
    table: Irregular = lemmatizer.lookups.get_table("lemma_exc")["verb"]
    return table


def _again(nlp: Language, first: Doc, doc: Doc, found: Forms, verb: int) -> Doc:
    """The tree of a headline with a stand-in for its verb, if the parser then takes it for the verb."""
    lemma = verb_of(doc[verb].lower_, irregular())
    second = Forms([VERB if i == verb else word for i, word in enumerate(found.words)], {**found.lemmas, verb: lemma})
    second_tree = nlp(Doc(nlp.vocab, words=second.words, spaces=[bool(token.whitespace_) for token in doc]))
    if second_tree[verb].pos_ == "VERB" and second_tree[verb].head == second_tree[verb]:
        return as_written(second_tree, doc, second)
    return as_written(first, doc, found)


def _seen(nlp: Language, text: str, names: list[Name]) -> tuple[Doc, tuple[Doc, Forms]]:
    """The sentence as the parser should see it, and as it is written."""
    doc = nlp.make_doc(text.translate(_PLAIN))
    _join(doc, [(name.start, name.end) for name in names], _hyphenated(text, names))
    if not title_case(doc):
        _join_strangers(doc)
    found = forms(doc, names)
    return Doc(nlp.vocab, words=found.words, spaces=[bool(token.whitespace_) for token in doc]), (doc, found)


def _join(doc: Doc, names: list[Span], others: list[Span]) -> None:
    """Makes one token of every name; the treebank has few names, and splits at every hyphen."""
    spans = [span for each in (*names, *others) if (span := doc.char_span(*each)) is not None and len(span) > 1]
    with doc.retokenize() as merger:
        for span in filter_spans(spans):
            merger.merge(span)


def _join_strangers(doc: Doc) -> None:
    with doc.retokenize() as merger:
        for start, end in strangers(doc):
            merger.merge(doc[start:end])


def _hyphenated(text: str, names: list[Name]) -> list[Span]:
    """Unknown hyphenated names; "Iranian-Israeli" is two known names with a hyphen between, and stays two."""
    found = (match.span() for match in _HYPHENATED.finditer(text))
    return [(start, end) for start, end in found if not any(start < name.end and name.start < end for name in names)]


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
