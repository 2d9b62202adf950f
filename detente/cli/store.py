from __future__ import annotations

from detente import _store
from detente.cli._tables import print_table


def stats() -> None:
    """Print how much the store holds."""
    with _store.open_store() as store:
        print_table(("what", "count"), sorted(store.counts().items()))


def stop() -> None:
    """End the embedded store now.

    It also ends by itself after ten idle minutes.
    """
    from graph.store import stop_embedded

    print("stopped" if stop_embedded() else "the embedded store was not running")
