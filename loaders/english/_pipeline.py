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

from spacy import tokens
from spacy.language import Language
from spacy.pipeline import Lemmatizer

from loaders.english._forms import VERB, Irregular, Name, forms, strangers, title_case, verb_of
from loaders.english._frames import lexicon
from loaders.english._parser import Parsed, Parser
from loaders.english._titles import offices
from loaders.english._tokenizer import news_english
from loaders.english._words import Doc

Span: TypeAlias = tuple[int, int]
# A word with its coarse and its fine tag.
Tagged: TypeAlias = tuple[str, str, str]

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
FOLDER = Path(str(files("loaders.english").joinpath("pipeline")))


@cache
def parser() -> Parser:
    """The trained parser."""
    return Parser(FOLDER)


@cache
def pipeline() -> Language:
    """Tokenizer and rule lemmatizer with its tables, loaded once."""
    nlp = news_english()
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    assert isinstance(lemmatizer, Lemmatizer)
    lemmatizer.from_disk(FOLDER / "lemmatizer", exclude=["vocab"])
    return nlp


def parse(texts: Iterable[tuple[str, list[Name]]]) -> Iterator[Doc]:
    """A tree for every sentence; each comes with the known names in it, every one of which is one token.

    Its `user_data` holds as `names` the tokens of known names, as `seen` the words for the network of acts, and as
    `encoded` the parser's states of them where it has read the same.
    """
    if len(pipeline().vocab.strings) > _MOST_STRINGS:
        _begin_anew()
    jobs = [(*_seen(text, names), names) for text, names in texts]
    trees = parser().parse([words for _, words, _ in jobs])
    for (doc, seen, names), tree in zip(jobs, trees, strict=True):
        doc.grow(tree.pos, tree.tags, tree.deps, tree.heads, _lemmas(doc, seen, tree))
        told, starts = _told(doc, seen), {name.start for name in names}
        doc.user_data["names"] = frozenset(token.i for token in doc if token.idx in starts)
        doc.user_data["seen"] = told
        doc.user_data["encoded"] = tree.encoded if told == seen else None
        yield doc


def _begin_anew() -> None:
    """Lets go of the vocabulary, in which spaCy keeps every word that it has ever seen; trees in use keep theirs."""
    pipeline.cache_clear()
    irregular.cache_clear()
    _known_lemmas.cache_clear()
    gc.collect()


def _seen(text: str, names: list[Name]) -> tuple[Doc, list[str]]:
    """The sentence as it is written, and the words that the parser should see."""
    cut = pipeline().make_doc(text.translate(_PLAIN))
    doc = Doc([token.text for token in cut], [bool(token.whitespace_) for token in cut])
    whole = [match.span() for pattern in (_AGAIN, _titles()) for match in pattern.finditer(text)]
    doc = _joined(doc, [(name.start, name.end) for name in names], [*_hyphenated(text, names), *whole])
    if not title_case(doc) and (unknown := strangers(doc, names)):
        doc = doc.merged(unknown)
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


def _lemmas(doc: Doc, seen: list[str], tree: Parsed) -> list[str]:
    """The lemmas of a sentence, from the words as the parser saw them."""
    found = _by_the_tables(list(zip(seen, tree.pos, tree.tags, strict=True)))
    for i, word in enumerate(seen):
        if word == VERB and doc[i].lower_ != VERB:
            found[i] = verb_of(doc[i].lower_) or doc[i].lower_
        # The tables, or the tagger, can have it wrong: "froze", "hopes" as "hop".
        elif tree.pos[i] == "VERB" and found[i] not in lexicon().verbs:
            found[i] = _verb(word.lower()) or found[i]
    return found


def _by_the_tables(tagged: list[Tagged]) -> list[str]:
    """What the rule lemmatizer says, which looks at nothing but a word and its tags."""
    known = _known_lemmas()
    if new := list(dict.fromkeys(each for each in tagged if each not in known)):
        words, pos, tags = (list(each) for each in zip(*new, strict=True))
        lemmatizer = pipeline().get_pipe("lemmatizer")
        assert isinstance(lemmatizer, Lemmatizer)
        morphs = [_MORPHS.get(tag, "") for tag in tags]
        doc = tokens.Doc(pipeline().vocab, words=words, pos=pos, tags=tags, morphs=morphs)
        known.update(zip(new, (token.lemma_ for token in lemmatizer(doc)), strict=True))
    return [known[each] for each in tagged]


@cache
def _known_lemmas() -> dict[Tagged, str]:
    """Lemmas of tagged words, for as many words as the vocabulary holds."""
    return {}


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


def _joined(doc: Doc, names: list[Span], others: list[Span]) -> Doc:
    """With one token for every name, of those that overlap the longest; the treebank has few names, and splits at every
    hyphen.
    """
    found = [span for each in (*names, *others) if (span := doc.char_span(*each)) is not None and len(span) > 1]
    kept: list[Span] = []
    taken: set[int] = set()
    for span in sorted(found, key=lambda each: (-len(each), each.start)):
        if taken.isdisjoint(range(span.start, span.end)):
            kept.append((span.start, span.end))
            taken.update(range(span.start, span.end))
    return doc.merged(sorted(kept)) if kept else doc


def _hyphenated(text: str, names: list[Name]) -> list[Span]:
    """Unknown hyphenated names; "Iranian-Israeli" is two known names with a hyphen between, and stays two."""
    if "-" not in text:
        return []
    found = (match.span() for pattern in (_HYPHENATED, _GIVEN) for match in pattern.finditer(text))
    return [(start, end) for start, end in found if not any(start < name.end and name.start < end for name in names)]
