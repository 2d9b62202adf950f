"""The words of a sentence and the tree over them, as plain objects.

They answer to the names that spaCy has for the same, and much faster: a reader that asks each word for its children,
head and lemma some hundred times spends more on the asking than on anything else.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar, overload

from spacy.lang.lex_attrs import word_shape

Found = TypeVar("Found")
UNASKED: Any = object()


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """One word: how it is written, where (`i` in the sentence, `idx` in its text), and its place in the tree.

    `whitespace_` is the blank behind it, if there is one; `children` are in the order of the text.
    """

    doc: Doc
    i: int
    idx: int
    text: str
    whitespace_: str
    lower_: str
    pos_: str = ""
    tag_: str = ""
    dep_: str = ""
    lemma_: str = ""
    head: Token = field(init=False)
    children: Sequence[Token] = field(init=False, default=())
    _subtree: list[Token] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.head = self

    def __repr__(self) -> str:
        return self.text

    @property
    def subtree(self) -> list[Token]:
        """The word with all that hangs on it: what is left of each word before it, what is right of it behind."""
        if not self.children:
            return [self]
        if self._subtree is None:
            found: list[Token] = []
            for child in self.children:
                if child.i < self.i:
                    found += child.subtree
            found.append(self)
            for child in self.children:
                if child.i > self.i:
                    found += child.subtree
            self._subtree = found
        return self._subtree

    @property
    def left_edge(self) -> Token:
        """The first word of the phrase."""
        return min(self.subtree, key=_place)

    @property
    def ancestors(self) -> Iterator[Token]:
        """What the word hangs on, and so on up to the root."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def is_ancestor(self, other: Token) -> bool:
        """Whether another word hangs on this one, over however many others."""
        return self in other.ancestors

    def nbor(self, step: int = 1) -> Token:
        """The word so many places further on."""
        return self.doc.tokens[self.i + step]

    @property
    def is_title(self) -> bool:
        """Whether it has one capital, at its beginning."""
        return self.text.istitle()

    @property
    def is_alpha(self) -> bool:
        """Whether there are nothing but letters in it."""
        return self.text.isalpha()

    @property
    def is_punct(self) -> bool:
        """Whether there is nothing but punctuation in it."""
        return all(unicodedata.category(each)[0] == "P" for each in self.text)

    @property
    def shape_(self) -> str:
        """Its letters as "X" and "x", its digits as "d": "dddd" of a year."""
        shape: str = word_shape(self.text)
        return shape


def _place(token: Token) -> int:
    return token.i


def once(function: Callable[[Token], Found]) -> Callable[[Token], Found]:
    """Has a question to one word answered once, as its tree stays what it is; nobody may change the answer."""

    @wraps(function)
    def kept(token: Token) -> Found:
        answers = token.doc.answers(kept)
        found: Found = answers[token.i]
        if found is UNASKED:
            found = answers[token.i] = function(token)
        return found

    return kept


class Span:
    """Words of a sentence from `start` to `end` (exclusive)."""

    __slots__ = ("_tokens", "doc", "end", "start")

    def __init__(self, doc: Doc, start: int, end: int) -> None:
        self.doc, self.start, self.end = doc, start, end
        self._tokens = doc.tokens[start:end]

    def __len__(self) -> int:
        return len(self._tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self._tokens)

    def __getitem__(self, place: int) -> Token:
        return self._tokens[place]

    @property
    def start_char(self) -> int:
        """Where it begins in the text."""
        return self.doc.tokens[self.start].idx

    @property
    def end_char(self) -> int:
        """Where it ends in the text."""
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """As it is written, without the blank behind it."""
        return _written(self._tokens)

    @property
    def root(self) -> Token:
        """The word that is the nearest to the root of the tree; of several the first."""
        inside = self._tokens
        tops = [each for each in inside if each.head is each or not self.start <= each.head.i < self.end]
        if len(tops) > 1:
            return min(tops, key=_depth)
        return tops[0] if tops else self.doc.tokens[self.start]


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)


def _written(tokens: Sequence[Token]) -> str:
    if len(tokens) == 1:
        return tokens[0].text
    text = "".join([each.text + each.whitespace_ for each in tokens])
    return text[:-1] if tokens and tokens[-1].whitespace_ else text


class Doc:
    """A sentence as its words, `lowered` the same in small letters; `user_data` is what is noted about it."""

    __slots__ = ("_answers", "lowered", "text", "tokens", "user_data")

    def __init__(self, words: Sequence[str], spaces: Sequence[bool] | None = None) -> None:
        self.tokens: list[Token] = []
        self.user_data: dict[str, Any] = {}
        self._answers: dict[object, list[Any]] = {}
        place = 0
        for i, word in enumerate(words):
            blank = " " if spaces is None or spaces[i] else ""
            self.tokens.append(Token(self, i, place, word, blank, word.lower()))
            place += len(word) + len(blank)
        self.lowered = [each.lower_ for each in self.tokens]
        self.text = "".join([each.text + each.whitespace_ for each in self.tokens])

    def grow(
        self, pos: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: Sequence[int], lemmas: Sequence[str]
    ) -> None:
        """Puts a tree on the words, with the tags and the lemma of each; a root is its own head."""
        below: dict[int, list[Token]] = {}
        for i, token in enumerate(self.tokens):
            token.pos_, token.tag_, token.dep_, token.lemma_ = pos[i], tags[i], deps[i], lemmas[i]
            token.head = self.tokens[heads[i]]
            if heads[i] != i:
                below.setdefault(heads[i], []).append(token)
        for i, children in below.items():
            self.tokens[i].children = children

    def release(self) -> None:
        """Takes the words apart, of which nobody can make use any more.

        They hold each other, and would stay until the collector of garbage came by, which has to look through all that
        a process holds.
        """
        for token in self.tokens:
            token.children, token._subtree = (), None
            del token.doc, token.head
        self.tokens.clear()
        self._answers.clear()

    def answers(self, question: object) -> list[Any]:
        """What has been found out about each word, by what was asked; `UNASKED` where it was not."""
        found = self._answers.get(question)
        if found is None:
            found = self._answers[question] = [UNASKED] * len(self.tokens)
        return found

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Span: ...
    def __getitem__(self, place: int | slice) -> Token | Span:
        if isinstance(place, slice):
            start, end, _ = place.indices(len(self.tokens))
            return Span(self, start, max(start, end))
        return self.tokens[place]

    def char_span(self, start: int, end: int, alignment_mode: str = "strict") -> Span | None:
        """The words that a stretch of characters is made of; with "expand" those that it has any part of.

        None where it leaves the text, or begins or ends inside a word while it should not.
        """
        first, last = self._at(start), self._at(end - 1)
        if first is None or last is None:
            return None
        begin, stop = self.tokens[first], self.tokens[last]
        if alignment_mode == "strict":
            return Span(self, first, last + 1) if start == begin.idx and end == stop.idx + len(stop.text) else None
        return Span(self, first + (start == begin.idx + len(begin.text)), last + 1)

    def merged(self, spans: Sequence[tuple[int, int]]) -> Doc:
        """The same with one word for each of some spans of it, given in order and without overlap; without a tree."""
        words: list[str] = []
        blanks: list[bool] = []
        place = 0
        for start, end in [*spans, (len(self.tokens), len(self.tokens))]:
            words += [each.text for each in self.tokens[place:start]]
            blanks += [bool(each.whitespace_) for each in self.tokens[place:start]]
            if start < end:
                words.append(self[start:end].text)
                blanks.append(bool(self.tokens[end - 1].whitespace_))
            place = end
        return Doc(words, blanks)

    def _at(self, offset: int) -> int | None:
        """The place of the word that a character belongs to; the blank behind a word is of it."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            token = self.tokens[middle]
            if offset < token.idx:
                high = middle
            elif offset >= token.idx + len(token.text) + len(token.whitespace_):
                low = middle + 1
            else:
                return middle
        return None
