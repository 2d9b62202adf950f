from __future__ import annotations

import re
from collections.abc import Iterable

from graph.model import Actor, AliasKind

_MOST = 4  # of one actor; a great power has hundreds, most of them offices that no sentence names
_WORD = re.compile(r"\w+")
_ORDER = (
    AliasKind.NAME,
    AliasKind.CAPITAL,
    AliasKind.DEMONYM,
    AliasKind.SEAT,
    AliasKind.ORGAN,
    AliasKind.EPITHET,
)


def vocabulary(sentences: Iterable[str]) -> frozenset[str]:
    """All words of these sentences."""
    return frozenset(word for sentence in sentences for word in _WORD.findall(sentence))


def other_names(actor: Actor, said: frozenset[str]) -> list[str]:
    """By what else an actor is found: names whose words are `said` before others, epithets last; never two spellings,
    nor a part of his name, by which he is found anyway.

    >>> from graph.model import ActorKind, Alias
    >>> aliases = [Alias("Great Satan", AliasKind.EPITHET), Alias("U.S.", AliasKind.NAME), Alias("US", AliasKind.NAME)]
    >>> other_names(Actor("us", "United States", ActorKind.COUNTRY, tuple(aliases)), frozenset())
    ['U.S.', 'Great Satan']
    """
    ranked = sorted(
        enumerate(actor.aliases), key=lambda each: (not _heard(each[1].text, said), _ORDER.index(each[1].kind), each[0])
    )
    names: dict[str, str] = {_bare(actor.name): actor.name}
    for _, alias in ranked:
        if not set(_WORD.findall(alias.text)) <= set(_WORD.findall(actor.name)):
            names.setdefault(_bare(alias.text), alias.text)
    return list(names.values())[1 : _MOST + 1]


def _heard(text: str, said: frozenset[str]) -> bool:
    return said.issuperset(_WORD.findall(text))


def _bare(text: str) -> str:
    return re.sub(r"[^\w]", "", text).casefold()
