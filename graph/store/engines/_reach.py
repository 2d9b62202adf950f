"""How a command gets to an engine, and how it ends one."""

from __future__ import annotations

from pathlib import Path

from graph.store.engines._endpoint import Endpoint
from graph.store.engines._engine import Engine
from graph.store.engines._join import join
from graph.store.engines._state import read_state, remove_state


def reach(engine: Engine, folder: Path) -> Endpoint:
    """The endpoint of the engine in `folder`, joined where it runs and started where it does not."""
    endpoint = join(engine, folder)
    if endpoint is None:
        # Imported by a start only: joining must stay fast.
        from graph.store.engines._start import start

        endpoint = start(engine, folder)
    return endpoint


def stop(engine: Engine, folder: Path) -> bool:
    """End the engine in `folder` and wait until it has ended; False where none runs."""
    state = read_state(folder)
    if state is None:
        return False
    from graph.store.engines._start import end_engine

    ended = end_engine(state, engine.ending)
    remove_state(folder)
    return ended
