"""Whose statement a document is: a press release speaks for the state or body that issues it."""

from __future__ import annotations

import re

from graph.model import Actor, ActorKind
from graph.register import Register
from loaders.english._data import words
from loaders.english._declarations import declaring
from loaders.english._declarers import topic
from loaders.english._releases import is_release, releasing
from loaders.english._sentence import Mention, Sentence

_OUR = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s|[Oo]urs)\b")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
_BODIES_NAMED = "Ministry|Government|Office|Embassy|Presidency|Secretariat|Republic|Kingdom|Department|Mission|State"
_BODY = re.compile(f"(?:{_BODIES_NAMED}|{_BODIES_NAMED.upper()})")
_RELEASE = re.compile(
    r"\b(?:press release|media release|statement|communiqu[eé]|readout|note verbale)\b", re.IGNORECASE
)
# What a line of its own, or the first words of one, say that a text is.
_LABEL = re.compile(
    r"^\W*(?:(?:for immediate release|press (?:release|statement)|media release|communiqu[eé])\b"
    r"|statement by the |the (?:below|following) is attributable to )",
    re.IGNORECASE | re.MULTILINE,
)
_FIRST, _LEAST, _HEAD = 6, 2, 400
_BODIES = frozenset({ActorKind.COUNTRY, ActorKind.ORGANIZATION, ActorKind.ARMED_GROUP, ActorKind.AGENCY})


def issuer(sentences: list[Sentence], text: str, register: Register, home: Actor | None = None) -> Actor | None:
    """The body whose statement a text is: it is called one or says "we" of itself, and names itself with what it
    announces, or the capital where it does; or else it reads like one of the state whose minister it tells of.

    `home` is the state of the dateline. None for reports, and for texts whose "we" may be that of a columnist.
    """
    return declaring(sentences, text, register, home) or _issuer(sentences, text, register, home)


def _issuer(sentences: list[Sentence], text: str, register: Register, home: Actor | None) -> Actor | None:
    ours = len(_OUR.findall(_QUOTED.sub(" ", text)))
    labelled = _LABEL.search(text[:_HEAD]) is not None
    if ours < _LEAST and not labelled and not (ours and _RELEASE.search(text[:_HEAD])):
        return releasing(sentences, register, home) if is_release(text) else None
    found = (
        mention.actor
        for sentence in sentences[:_FIRST]
        for mention in sentence.mentions
        if mention.actor.kind in _BODIES and mention.start < topic(sentence)
        if _announces(sentence, mention.end, mention.start) or (labelled and _is_dateline(sentence, mention))
    )
    own = next(found, None)
    return releasing(sentences, register, home) if own is None and labelled else own


def _is_dateline(sentence: Sentence, mention: Mention) -> bool:
    """As in "Press release, Vilnius, 9 September"."""
    return mention.how == "capital" and not any(token.pos_ in {"VERB", "AUX"} for token in sentence.doc)


def _announces(sentence: Sentence, end: int, start: int) -> bool:
    """As in "The Ministry of Foreign Affairs of Moldova informs", or the body's name as a line of its own."""
    doc = sentence.doc
    if not _BODY.search(doc[max(0, start - 6) : end].text):
        return False
    alone = end >= len(doc) - 1 and not any(token.pos_ == "VERB" for token in doc)
    return alone or any(
        token.tag_ in {"VBZ", "VBP"} and token.lemma_.lower() in words("speech.yaml", "issues")
        for token in doc[end : end + 8]
    )
