"""The embedded store: ArcadeDB in the background, shared by all commands of a data folder."""

from __future__ import annotations

from pathlib import Path

from graph.store.engines._arcadedb import ArcadeDB
from graph.store.engines._endpoint import Endpoint
from graph.store.engines._folders import data_folder
from graph.store.engines._reach import reach, stop


def embedded(home: Path | None = None) -> Endpoint:
    """The embedded store of the data folder: started where it does not run, joined where it does.

    It listens on the loopback address only and ends once nobody has used it for DETENTE_IDLE_SECONDS (600). Each call
    counts as one user, until `release` or the end of this process. Raises StoreUnavailableError where it does not
    start, StoreVersionError where another version wrote the data, InputError for a bad DETENTE_IDLE_SECONDS.
    """
    engine = ArcadeDB()
    return reach(engine, data_folder(home) / engine.name)


def stop_embedded(home: Path | None = None) -> bool:
    """End the embedded store now and wait for its end; False where none was running. Nothing written is lost."""
    engine = ArcadeDB()
    return stop(engine, data_folder(home) / engine.name)
