"""Press releases that are not called one: what a ministry alone would write so, and whose it is."""

from __future__ import annotations

import re
from functools import cache

from graph.model import Actor, ActorKind
from graph.register import Register
from loaders.english._data import load
from loaders.english._sentence import Mention, Sentence

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# A release bears the full date, where reports have a day of the week or no year.
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATED = re.compile(
    rf"\b(?:(?:{_DAY} (?:{_MONTHS})|(?:{_MONTHS}) {_DAY},?) |\d\d?\.\d\d?\.)\d{{4}}\b"
    r"|^[A-Z][\w ]+ \(\d\d?/\d\d?(?:/\d{2,4})?\)",
    re.MULTILINE,
)
_OFFICE = re.compile(r"\b(?:Ministers?|President|Ambassador|Premier|Secretary|King|Emir|Sultan|State)\b")
_HEAD, _FIRST, _REACH = 300, 4, 12
_OWN, _DATE, _ENOUGH, _FORMAL = 2, 2, 6, 2
_VERBS = frozenset({"VERB", "AUX"})


def is_release(text: str) -> bool:
    """Whether a text reads like the press release of a ministry: dated in full, formal, and fond of its friends.

    As in "Amman, 9 March 2021" with "the sisterly State of Kuwait" and "an official visit to the Kingdom". Never where
    an agency, a byline or what "witnesses" or "analysts" say shows a report.
    """
    if reports(text):
        return False
    dated = _DATE if is_dated(text) else 0
    own = signs(text)
    formal = sum(pattern.search(text) is not None for pattern in _patterns("formal"))
    return own > 0 and formal >= _FORMAL and own * _OWN + dated + formal >= _ENOUGH


def reports(text: str) -> bool:
    """Whether an agency, a byline or who is said to say something shows a report."""
    return any(pattern.search(text) for pattern in _patterns("reporting"))


def is_dated(text: str) -> bool:
    """Whether the full date heads a text."""
    return _DATED.search(text[:_HEAD]) is not None


def signs(text: str) -> int:
    """How many of the turns that only a state uses of itself a text has."""
    return sum(pattern.search(text) is not None for pattern in _patterns("own"))


def releasing(sentences: list[Sentence], register: Register, home: Actor | None = None) -> Actor | None:
    """The state that releases such a text: that of the first who is named with his office, if he acts there.

    As in "Minister of Foreign Affairs Ayman Safadi received the Kuwaiti minister". Whose minister a stranger is need
    not be told at home: he is that of the dateline, which `home` is the state of, unless it is a line of its own.
    """
    for sentence in [each for each in sentences if not each.headline][:_FIRST]:
        if (office := _OFFICE.search(sentence.text)) is None:
            continue
        token = sentence.doc.char_span(*office.span(), alignment_mode="expand")
        root = next((each for each in sentence.doc if each.head == each), None)
        if token is None or root is None or token.start > root.i:
            return None
        near = [each for each in sentence.mentions if 0 <= each.end - token.start <= _REACH]
        told = (state for each in near if (state := _state(sentence, each, office, register)))
        return next(told, None) or home or _dateline(sentences)
    return None


def _dateline(sentences: list[Sentence]) -> Actor | None:
    """The state of a capital that stands in a line without a verb: "Amman, 9 March 2021"."""
    lines = [each for each in sentences[:_FIRST] if not any(token.pos_ in _VERBS for token in each.doc)]
    named = (mention for each in lines for mention in each.mentions[:1])
    return next((each.actor for each in named if each.how == "capital" and each.start == 0), None)


def _state(sentence: Sentence, mention: Mention, office: re.Match[str], register: Register) -> Actor | None:
    """The state that a mention right behind an office, or before it, tells."""
    between = [each for each in sentence.doc[: mention.start] if each.idx >= office.end()]
    if any(each.pos_ in _VERBS for each in between):
        return None
    actor = mention.actor
    if actor.kind is ActorKind.COUNTRY:
        return actor
    return register.get(actor.country) if actor.country else None


@cache
def _patterns(part: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(each, re.MULTILINE) for each in load("releases.yaml")[part])
