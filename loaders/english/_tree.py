"""Small questions to a dependency tree (Universal Dependencies v2)."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.english._words import Doc, Token, once

SUBJECTS = frozenset({"nsubj", "csubj", "nsubj:outer"})
PASSIVE_SUBJECTS = frozenset({"nsubj:pass", "csubj:pass"})
# Auxiliaries of reported speech.
SHIFTED = frozenset({"had", "would", "was", "were", "could", "might"})


def children(token: Token, *deps: str) -> list[Token]:
    """The children of a token with one of these relations, in order."""
    below = token.children
    return [each for each in below if each.dep_ in deps] if below else []


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of these relations."""
    return next((each for each in token.children if each.dep_ in deps), None)


@once
def preposition(token: Token) -> str:
    """The preposition of a noun phrase, of several words where it is fixed: "on behalf of", "because of"."""
    cases = [
        each
        for each in token.children
        if each.dep_ in {"case", "mark"} and each.pos_ in {"ADP", "SCONJ", "PART", "ADV", "VERB"}
    ]
    words = [
        word.lower_
        for case in cases
        if case.lower_ not in {"'s", "’s", "'", "’"}
        for word in (case, *children(case, "fixed"))
    ]
    return " ".join(words)


def head_of(doc: Doc, start: int, end: int) -> Token:
    """The token of a stretch of words that hangs on none of the others."""
    inside = (each for each in doc[start:end] if each.head == each or not start <= each.head.i < end)
    return next(inside, doc[end - 1])


def conjuncts(token: Token) -> list[Token]:
    """The token and everything coordinated with it.

    "Syria, Iran and Israel": UD hangs all of them on the first.
    """
    found = [token]
    for each in children(token, "conj"):
        found += conjuncts(each)
    return found


def first_conjunct(token: Token) -> Token:
    """The head of the coordination that a token stands in."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token


def negated(token: Token) -> bool:
    """Whether "not", "never" or "no" stands on the token itself; "not only" denies nothing."""
    return any(
        each.dep_ in {"advmod", "neg", "det", "cc:preconj"} and each.lower_ in _NEGATIVE and not _more(each)
        for each in token.children
    )


def _more(negation: Token) -> bool:
    """As in "not only arms the Houthis but"."""
    following = negation.doc[negation.i + 1 : negation.i + 2].text.lower()
    return following in {"only", "merely", "just", "simply", "least"}


_NEGATIVE = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "nowhere"})


def ancestors(token: Token) -> Iterator[tuple[Token, Token]]:
    """Every step up the tree, as (child, parent)."""
    for _ in range(len(token.doc)):
        if token.head == token:
            return
        yield token, token.head
        token = token.head


def is_participle(token: Token) -> bool:
    """Whether a verb form stands without a finite auxiliary: "backed by Iran", "fighting for Assad"."""
    return (
        token.pos_ in {"VERB", "ADJ"}
        and token.tag_ in {"VBN", "VBG", "VBD", "JJ"}
        and not children(token, "aux", "aux:pass", "cop")
    )
