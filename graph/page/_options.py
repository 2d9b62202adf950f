from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class PageOptions:
    """What to draw, and under which title.

    `limit` is how many actors to take at most, the ones in most claims first (None: all of them). Of more than 150 the
    page shows the strongest at first and the others when asked; of more than 2,000 the weakest are put together.
    `focus` are ids of actors to start from: then only they and what is tied to them in up to `hops` steps is drawn.
    `cache` is a folder that keeps layouts, so that the same network need not be laid out twice; the page is the same.
    """

    title: str = "Who does what to whom"
    limit: int | None = None
    focus: tuple[str, ...] = ()
    hops: int = 1
    cache: Path | None = None
