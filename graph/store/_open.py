from __future__ import annotations

from functools import partial

from graph.store._bolt import BoltStore
from graph.store._protocol import Store
from graph.store.engines import configured, embedded, release, stop_embedded

__all__ = ["open_store", "stop_embedded"]


def open_store() -> Store:
    """The store that the environment names: the Neo4j at NEO4J_URI, else the embedded one in the data folder.

    Use it in a `with` statement, or close it. Raises StoreUnavailableError where the embedded store does not start;
    a Neo4j is first asked when something is first read or written.
    """
    own = configured()
    if own is not None:
        return BoltStore(own)
    endpoint = embedded()
    return BoltStore(endpoint, on_close=partial(release, endpoint))
