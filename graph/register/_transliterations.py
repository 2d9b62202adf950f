"""The ways in which newspapers write a name that is not written in Latin letters: "Abdel-Fattah El-Sisi"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

_ARTICLE = re.compile(r"\b[AaEe]l[- ](?=[A-Z])")
_ARTICLES = ("al-", "Al-", "al ", "Al ", "el-", "El-", "el ", "El ")
_SERVANT = re.compile(r"\bAbd[aeu]l[- ](?=[A-Z])")
_SERVANTS = ("Abdel ", "Abdel-", "Abdul ", "Abdul-")
_PROPHET = re.compile(r"\bM[uo]hamm?[ae]d\b")
_PROPHETS = ("Mohammed", "Mohamed", "Mohammad", "Muhammad")
_SON = re.compile(r"\b[Bb]in(?= [A-Z])")
_SONS = ("bin", "Bin")
# Between the parts of a given name: "Jae-in", "Kassym-Jomart".
_HYPHEN = re.compile(r"(?<=[a-z])-(?=[A-Z])")
_RULES = (
    (_SERVANT, _SERVANTS),
    (_ARTICLE, _ARTICLES),
    (_PROPHET, _PROPHETS),
    (_SON, _SONS),
    (_HYPHEN, ("-", " ")),
)
# A name of many parts is written in so many ways at most.
_MOST = 64


def transliterations(name: str) -> set[str]:
    """A person's name as given, and as others write it; no part of it is written in two ways at once.

    >>> sorted(transliterations("Mohammed bin Zayed"))[:3]
    ['Mohamed Bin Zayed', 'Mohamed bin Zayed', 'Mohammad Bin Zayed']
    >>> "Abdel-Fattah El-Sisi" in transliterations("Abdel Fattah al-Sisi")
    True
    """
    return {name, *islice(_written(name, 0), _MOST)}


def _written(name: str, rule: int) -> Iterator[str]:
    if rule == len(_RULES):
        yield name
        return
    pattern, forms = _RULES[rule]
    for form in forms if pattern.search(name) else (None,):
        yield from _written(name if form is None else pattern.sub(form, name), rule + 1)
