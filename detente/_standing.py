from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.store import Store


def put_standing(store: Store, actors: Sequence[Path] = ()) -> None:
    """Let the store hold what the register knows between its actors: offices, memberships, parts, proxies."""
    from graph.register import Register

    store.put_standing(Register.load(actors).standing())
