"""Decisions about actors, and how they reach the store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.decisions import Decisions
    from graph.model import Reading
    from graph.register import Register
    from graph.store import Store


def decisions_file(given: Path | None) -> Path:
    """The file of decisions: the one given, else `decisions.yaml` in the data folder."""
    from graph.store.engines import data_folder

    return given or data_folder() / "decisions.yaml"


def with_decisions(readings: Iterable[Reading], actors: Sequence[Path], file: Path | None = None) -> Iterator[Reading]:
    """The readings as the user's decisions about actors will have them."""
    from graph.decisions import Decisions, decided
    from graph.register import Register

    made = Decisions.load(decisions_file(file))
    return decided(readings, made, Register.load(actors).get) if made.made else iter(readings)


def apply(store: Store, decisions: Decisions, ids: Iterable[str], register: Register) -> int:
    """Write the documents of these actors anew as the decisions have them; how many there were."""
    from graph.decisions import decided, from_snapshot

    readings = from_snapshot(store.snapshot(), ids)
    store.write(decided(readings, decisions, register.get))
    return len(readings)
