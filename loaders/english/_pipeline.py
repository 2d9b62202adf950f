"""From the text of a sentence to a Universal Dependencies tree, by the shipped parser."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TypeAlias

import spacy
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc
from spacy.util import filter_spans

from loaders.english._forms import VERB, Forms, Irregular, Name, forms, late_verb, strangers, title_case, verb_of
from loaders.english._frames import lexicon
from loaders.english._parser import Parser
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


# What the rule lemmatizer asks of a word's morphology, told from its fine tag.
_MORPHS = {
    "NN": "Number=Sing",
    "NNS": "Number=Plur",
    "VB": "VerbForm=Inf",
    "VBP": "Tense=Pres|VerbForm=Fin",
    "VBZ": "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
    "VBD": "Tense=Past|VerbForm=Fin",
    "VBN": "Tense=Past|VerbForm=Part",
    "VBG": "Tense=Pres|VerbForm=Part",
    "JJ": "Degree=Pos",
    "JJR": "Degree=Cmp",
    "JJS": "Degree=Sup",
}
_FOLDER = Path(str(files("loaders.english").joinpath("pipeline")))


@cache
def parser() -> Parser:
    """The trained parser."""
    return Parser(_FOLDER)


@cache
def pipeline() -> Language:
    """Tokenizer and rule lemmatizer with its tables, loaded once."""
    nlp = spacy.blank("en")
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    assert isinstance(lemmatizer, Lemmatizer)
    lemmatizer.from_disk(_FOLDER / "lemmatizer", exclude=["vocab"])
    return nlp


def parse(texts: Iterable[tuple[str, list[Name]]]) -> Iterator[Doc]:
    """A tree for every sentence; each comes with the known names in it, every one of which is one token."""
    jobs = [_seen(text, names) for text, names in texts]
    trees = _trees([(found.words, doc) for doc, found in jobs])
    for seen, (doc, found) in zip(trees, jobs, strict=True):
        again = late_verb(seen, irregular())
        tree = as_written(seen, doc, found) if again is None else _again(seen, doc, found, again)
        yield _lemmatized(repaired(tree))


def _trees(jobs: list[tuple[list[str], Doc]]) -> list[Doc]:
    """Trees over words; the spaces between them are those of a document with as many tokens."""
    nlp = pipeline()
    lemmatizer = nlp.get_pipe("lemmatizer")
    assert isinstance(lemmatizer, Lemmatizer)
    found = []
    for (words, doc), parsed in zip(jobs, parser().parse([words for words, _ in jobs]), strict=True):
        tree = Doc(
            nlp.vocab,
            words=words,
            spaces=[bool(token.whitespace_) for token in doc],
            pos=parsed.pos,
            tags=parsed.tags,
            heads=parsed.heads,
            deps=parsed.deps,
            morphs=[_MORPHS.get(tag, "") for tag in parsed.tags],
        )
        found.append(lemmatizer(tree))
    return found


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


def _again(first: Doc, doc: Doc, found: Forms, verb: int) -> Doc:
    """The tree of a headline with a stand-in for its verb, if the parser then takes it for the verb."""
    lemma = verb_of(doc[verb].lower_, irregular())
    second = Forms([VERB if i == verb else word for i, word in enumerate(found.words)], {**found.lemmas, verb: lemma})
    tree = _trees([(second.words, doc)])[0]
    if tree[verb].pos_ == "VERB" and tree[verb].head == tree[verb]:
        return as_written(tree, doc, second)
    return as_written(first, doc, found)


def _seen(text: str, names: list[Name]) -> tuple[Doc, Forms]:
    """The sentence as it is written, and the words that the parser should see."""
    doc = pipeline().make_doc(text.translate(_PLAIN))
    _join(doc, [(name.start, name.end) for name in names], _hyphenated(text, names))
    if not title_case(doc):
        _join_strangers(doc)
    return doc, forms(doc, names)


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
