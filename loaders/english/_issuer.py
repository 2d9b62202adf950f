"""Whose statement a document is: a press release speaks for the state or body that issues it."""

from __future__ import annotations

import re

from graph.model import Actor, ActorKind
from loaders.english._data import words
from loaders.english._sentence import Sentence

_OUR = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s|[Oo]urs)\b")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
_BODY = re.compile(
    r"(?:Ministry|Government|Office|Embassy|Presidency|Secretariat|Republic|Kingdom|Department|Mission|State)"
)
_RELEASE = re.compile(
    r"\b(?:press release|media release|statement|communiqu[eé]|readout|note verbale)\b", re.IGNORECASE
)
_FIRST, _LEAST, _HEAD = 6, 2, 400
_BODIES = frozenset({ActorKind.COUNTRY, ActorKind.ORGANIZATION, ActorKind.ARMED_GROUP, ActorKind.AGENCY})


def issuer(sentences: list[Sentence], text: str) -> Actor | None:
    """The body whose statement a text is: it is called one or says "we" of itself, and names itself with what it
    announces.

    None for reports, and for texts whose "we" may be that of a columnist.
    """
    ours = len(_OUR.findall(_QUOTED.sub(" ", text)))
    if ours < _LEAST and not (ours and _RELEASE.search(text[:_HEAD])):
        return None
    for sentence in sentences[:_FIRST]:
        for mention in sentence.mentions:
            if mention.actor.kind in _BODIES and _announces(sentence, mention.end, mention.start):
                return mention.actor
    return None


def _announces(sentence: Sentence, end: int, start: int) -> bool:
    """As in "The Ministry of Foreign Affairs of Moldova informs", or the body's name as a line of its own."""
    doc = sentence.doc
    if not _BODY.search(doc[max(0, start - 6) : end].text):
        return False
    alone = end >= len(doc) - 1 and not any(token.pos_ == "VERB" for token in doc)
    return alone or any(
        token.pos_ == "VERB" and token.lemma_.lower() in words("speech.yaml", "issues") for token in doc[end : end + 8]
    )
