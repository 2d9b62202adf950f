"""Where a word hangs in the tree as seen from a predicate: the features by which loose candidates are judged."""

from __future__ import annotations

from spacy.tokens import Token

from loaders.english._tree import preposition

_LONGEST = 4
FAR = "far"


def path(token: Token, predicate: Token) -> str:
    """The way from a word to a predicate: relations up to where both meet, then down.

    "nsubj" hangs on the predicate itself; "nmod:of>obj" on its object; "nsubj^xcomp" is the subject of the verb that
    governs
    it. `FAR` where it is longer than four steps.
    """
    above = _chain(predicate)
    places = {each.i: i for i, each in enumerate(above)}
    up: list[str] = []
    at = token
    while at.i not in places:
        if at.head == at or len(up) >= _LONGEST:
            return FAR
        up.append(_step(at))
        at = at.head
    down = [_plain(each.dep_) for each in above[: places[at.i]]]
    if len(up) + len(down) > _LONGEST:
        return FAR
    return ">".join(up) + ("^" + "^".join(reversed(down)) if down else "")


def _chain(token: Token) -> list[Token]:
    found = [token]
    while token.head != token and len(found) <= _LONGEST:
        token = token.head
        found.append(token)
    return found


def _step(token: Token) -> str:
    name = _plain(token.dep_)
    return f"{name}:{preposition(token).split(' ')[0]}" if name in {"obl", "nmod"} and preposition(token) else name


def _plain(dep: str) -> str:
    return dep if dep in {"nsubj:pass", "obl:agent", "acl:relcl", "nmod:poss"} else dep.split(":", maxsplit=1)[0]
