"""From the text of a sentence to a Universal Dependencies tree, by the shipped parser."""

from __future__ import annotations

import gc
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TypeAlias

from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc
from spacy.util import filter_spans

from loaders.english._forms import VERB, Irregular, Name, forms, strangers, title_case, verb_of
from loaders.english._frames import lexicon
from loaders.english._parser import Parsed, Parser
from loaders.english._titles import offices
from loaders.english._tokenizer import news_english

Span: TypeAlias = tuple[int, int]

_HYPHENATED = re.compile(r"\b(?:[A-Z][\w'’]+|[Aa]l|[Ee]l)(?:-[A-Z][\w'’]+)+\b")
# As "Liang Wen-chieh", whose last word is not that of "a Wagner-linked firm".
_GIVEN = re.compile(
    r"(?<=[a-z] )[A-Z][a-z]{1,5}-(?!(?:led|run|era|old|made|born|wide|like|held|long|free|day|style|based|owned|bound"
    r"|aged|size|scale|level|class|type|only|controlled|friendly|speaking)\b)[a-z]{1,6}\b(?<!ed)(?<!ing)"
)
_AGAIN = re.compile(r"\b[Rr]e-[a-z]+")
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
# Some hundred articles full of new names; a vocabulary of this size takes some 3 MB.
_MOST_STRINGS = 15_000
_FOLDER = Path(str(files("loaders.english").joinpath("pipeline")))


@cache
def parser() -> Parser:
    """The trained parser."""
    return Parser(_FOLDER)


@cache
def pipeline() -> Language:
    """Tokenizer and rule lemmatizer with its tables, loaded once."""
    nlp = news_english()
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    assert isinstance(lemmatizer, Lemmatizer)
    lemmatizer.from_disk(_FOLDER / "lemmatizer", exclude=["vocab"])
    return nlp


def parse(texts: Iterable[tuple[str, list[Name]]]) -> Iterator[Doc]:
    """A tree for every sentence; each comes with the known names in it, every one of which is one token.

    Its `user_data` holds as `seen` the words for the network of acts, and as `encoded` the parser's states of them
    where it has read the same.
    """
    if len(pipeline().vocab.strings) > _MOST_STRINGS:
        _begin_anew()
    jobs = [(*_seen(text, names), names) for text, names in texts]
    trees = parser().parse([words for _, words, _ in jobs])
    for (doc, seen, names), tree in zip(jobs, trees, strict=True):
        written = _as_written(doc, _lemmatized(doc, seen, tree), names)
        told = _told(doc, seen)
        written.user_data["seen"] = told
        written.user_data["encoded"] = tree.encoded if told == seen else None
        yield written


def _begin_anew() -> None:
    """Lets go of the vocabulary, in which spaCy keeps every word that it has ever seen; trees in use keep theirs."""
    pipeline.cache_clear()
    irregular.cache_clear()
    gc.collect()


def _seen(text: str, names: list[Name]) -> tuple[Doc, list[str]]:
    """The sentence as it is written, and the words that the parser should see."""
    doc = pipeline().make_doc(text.translate(_PLAIN))
    whole = [match.span() for pattern in (_AGAIN, _titles()) for match in pattern.finditer(text)]
    _join(doc, [(name.start, name.end) for name in names], [*_hyphenated(text, names), *whole])
    if not title_case(doc):
        _join_strangers(doc, names)
    return doc, forms(doc, names, past_of)


@cache
def _titles() -> re.Pattern[str]:
    """Titles of one word with a hyphen: "secretary-general"."""
    hyphened = sorted(title for title in offices() if "-" in title and " " not in title and title[-1] != "-")
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, hyphened))})(?![\w-])", re.IGNORECASE)


def _told(doc: Doc, seen: list[str]) -> list[str]:
    """The words as the parser saw them, but the verbs of headlines as their own past: what they say is the act."""
    return [_own_past(token.lower_) if word == VERB else word for token, word in zip(doc, seen, strict=True)]


def _own_past(word: str) -> str:
    """The past of a verb in -s, or the word as it is where that has a past of its own kind ("tells", "told")."""
    verb = verb_of(word) if word != VERB else ""
    return (past_of(verb) if verb else "") or word


@cache
def past_of(verb: str) -> str:
    """The past of a verb that has one in -ed, from the tables of the lemmatizer; nothing for the others.

    >>> [past_of(each) for each in ("deny", "ban", "refer", "offer", "back", "tell", "hit")]
    ['denied', 'banned', 'referred', 'offered', 'backed', '', '']
    """
    own = _forms_of().get(verb)
    if own is not None:
        return min((each for each in own if each.endswith("ed")), default="")
    return verb + ("d" if verb.endswith("e") else "ed")


@cache
def _forms_of() -> dict[str, set[str]]:
    """The irregular forms of each verb, with those that double a letter or change one ("banned", "denied")."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for form, verbs in irregular().items():
        for verb in verbs:
            found[verb].add(form)
    return dict(found)


def _lemmatized(doc: Doc, seen: list[str], tree: Parsed) -> Doc:
    """The tree over the words as the parser saw them, with their lemmas."""
    lemmatizer = pipeline().get_pipe("lemmatizer")
    assert isinstance(lemmatizer, Lemmatizer)
    found = lemmatizer(
        Doc(
            doc.vocab,
            words=seen,
            spaces=[bool(token.whitespace_) for token in doc],
            pos=tree.pos,
            tags=tree.tags,
            heads=tree.heads,
            deps=tree.deps,
            morphs=[_MORPHS.get(tag, "") for tag in tree.tags],
        )
    )
    for token in found:
        if token.text == VERB and doc[token.i].lower_ != VERB:
            token.lemma_ = verb_of(doc[token.i].lower_) or doc[token.i].lower_
            continue
        # The tables, or the tagger, can have it wrong: "froze", "hopes" as "hop".
        if token.pos_ == "VERB" and token.lemma_ not in lexicon().verbs:
            token.lemma_ = _verb(token.lower_) or token.lemma_
    return found


def _as_written(doc: Doc, tree: Doc, names: list[Name]) -> Doc:
    """A tree over stand-ins, put on the words as written; `user_data["names"]` are the tokens of known names."""
    starts = {name.start for name in names}
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        heads=[token.head.i for token in tree],
        deps=[token.dep_ for token in tree],
        pos=[token.pos_ for token in tree],
        tags=[token.tag_ for token in tree],
        morphs=[str(token.morph) for token in tree],
        lemmas=[token.lemma_ for token in tree],
        user_data={"names": frozenset(token.i for token in doc if token.idx in starts)},
    )


def _verb(word: str) -> str:
    """The lemma of a verb form that the frames know; "re-impose" is "reimpose" or else "impose"."""
    if word.startswith("re-"):
        return verb_of("re" + word[3:], irregular()) or verb_of(word[3:], irregular())
    return verb_of(word, irregular())


def is_word(lower: str) -> bool:
    """Whether the dictionary of the lemmatizer has a word, which else is a name: "gang", unlike "chega"."""
    lemmatizer = pipeline().get_pipe("lemmatizer")
    assert isinstance(lemmatizer, Lemmatizer)
    index = lemmatizer.lookups.get_table("lemma_index")
    return any(lower in index[sort] for sort in ("noun", "verb", "adj", "adv"))


@cache
def irregular() -> Irregular:
    """Irregular verb forms with their lemmas, from the tables of the lemmatizer."""
    lemmatizer = pipeline().get_pipe("lemmatizer")
    assert isinstance(lemmatizer, Lemmatizer)
    table: Irregular = lemmatizer.lookups.get_table("lemma_exc")["verb"]
    return table


def _join(doc: Doc, names: list[Span], others: list[Span]) -> None:
    """Makes one token of every name; the treebank has few names, and splits at every hyphen."""
    spans = [span for each in (*names, *others) if (span := doc.char_span(*each)) is not None and len(span) > 1]
    with doc.retokenize() as merger:
        for span in filter_spans(spans):
            merger.merge(span)


def _join_strangers(doc: Doc, names: list[Name]) -> None:
    with doc.retokenize() as merger:
        for start, end in strangers(doc, names):
            merger.merge(doc[start:end])


def _hyphenated(text: str, names: list[Name]) -> list[Span]:
    """Unknown hyphenated names; "Iranian-Israeli" is two known names with a hyphen between, and stays two."""
    found = (match.span() for pattern in (_HYPHENATED, _GIVEN) for match in pattern.finditer(text))
    return [(start, end) for start, end in found if not any(start < name.end and name.start < end for name in names)]
