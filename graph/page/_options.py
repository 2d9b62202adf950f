from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageOptions:
    """What to draw, and under which title.

    `limit` is how many actors to draw at most, the ones in most claims first (None: all of them). `focus` are ids of
    actors to start from: then only they and what is tied to them in up to `hops` steps is drawn.
    """

    title: str = "Who does what to whom"
    limit: int | None = 150
    focus: tuple[str, ...] = ()
    hops: int = 1
