"""Who holds an office that is told without his name: "the French president"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import Actor
from loaders.english._data import words
from loaders.english._referent import Referent, serves
from loaders.english._tree import preposition
from loaders.english._words import Token
from loaders.resolution import holder

if TYPE_CHECKING:
    from loaders.english._referents import Referents

_OFFICES = frozenset(
    {"president", "minister", "premier", "chancellor", "king", "emir", "secretary", "leader", "secretary-general"}
)


def holder_of(token: Token, owners: list[Referent], view: Referents) -> Referent | None:
    """As in "the French president": who held that office at the date of the document, if the register knows it."""
    if len(owners) != 1 or token.tag_ == "NNS" or serves(owners[0], view.sentence.doc) or _is_made(token):
        return None
    owner = owners[0]
    actor = _spoken_of(token, owner, view) or _by_the_tree(token, owner, view)
    if actor is None:
        return None
    return Referent(actor, "name", min(owner.first, token.i), max(owner.last, token.i))


def _is_made(token: Token) -> bool:
    """As in "was elected president of Iran", "sworn in as president": who becomes it is not who is."""
    return token.dep_ == "xcomp" or preposition(token) == "as"


def _spoken_of(token: Token, owner: Referent, view: Referents) -> Actor | None:
    """Who holds the office that the words name, as the resolution of names has it."""
    spoken = (
        each
        for each in view.sentence.offices
        if each.of == owner.actor.id and each.start <= token.idx < each.end and each.holder
    )
    found = next(spoken, None)
    return view.cast.register.get(found.holder) if found is not None and found.holder else None


def _by_the_tree(token: Token, owner: Referent, view: Referents) -> Actor | None:
    """The same where other words stand between the office and its owner: "the country's new president"."""
    if token.lemma_.lower() not in _OFFICES:
        return None
    before = {each.lower_ for each in token.doc[max(0, token.i - 3) : token.i]}
    if before & (words("descriptions.yaml", "others") | {"a", "an", "vice", "deputy", "acting", "ex", "then"}):
        return None
    first = min(each.i for each in (token, *(t for t in token.children if t.dep_ in {"compound", "amod"})))
    titles = (view.sentence.doc[start : token.i + 1].text.lower() for start in range(first, token.i + 1))
    found = (holder(view.cast.register, each, owner.actor.id, view.cast.published) for each in titles)
    return next((each for each in found if each is not None), None)
