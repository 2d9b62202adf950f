"""What a claim keeps of the actors that the reader had found before a decision joined them to others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import quote, unquote

from graph.model import Actor, ActorKind, Claim

_PARTS = 3


def noted(claim: Claim) -> dict[str, Actor]:
    """For each end of a claim that a decision has moved, the actor that the reader had found there.

    >>> from graph.model import Status
    >>> said = "source=x|people|X"
    >>> noted(Claim("1", "d", "a", "ARMS", "b", Status.ASSERTED, False, None, "q", 0, 1, "q", read=said))["source"].name
    'X'
    """
    parts = (part.split("=", 1) for part in claim.read.split(";")) if claim.read else ()
    return {end: _actor(text) for end, text in parts}


def _actor(text: str) -> Actor:
    ident, *more = text.split("|")
    told = len(more) == _PARTS - 1 and more[0] in list(ActorKind)
    kind, name = (ActorKind(more[0]), unquote(more[1])) if told else (ActorKind.ORGANIZATION, ident)
    return Actor(ident, name, kind, known=False)


def note(moved: Mapping[str, str], stranger: Callable[[str], Actor | None]) -> str | None:
    """The text that keeps these ends, with kind and name of strangers, so that a split finds them again.

    `stranger` gives such an actor by its id, None for one of the register.
    """
    return ";".join(f"{end}={_text(ident, stranger(ident))}" for end, ident in moved.items()) or None


def _text(ident: str, stranger: Actor | None) -> str:
    return ident if stranger is None else f"{ident}|{stranger.kind.value}|{quote(stranger.name, safe=' ')}"
