from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from detente._start import uncollected

if TYPE_CHECKING:
    from graph.store import Store

_UNUSED = ("numpy", "pandas", "pyarrow")


def open_store() -> Store:
    """The store that the environment names; see `graph.store.open_store`."""
    # The driver makes 200,000 objects that stay: to look for garbage among them takes a fifth of a whole query.
    with uncollected(), _hidden(_UNUSED):
        import neo4j  # noqa: F401

        from graph import store

    return store.open_store()


@contextmanager
def _hidden(names: tuple[str, ...]) -> Iterator[None]:
    # The driver imports these wherever they are installed, for data frames and vectors that nobody here asks for;
    # numpy alone takes as long as half of a whole query.
    modules = cast("dict[str, object]", sys.modules)
    # Another thread might be importing one of them for itself.
    hidden = [name for name in names if name not in modules] if threading.active_count() == 1 else []
    modules.update(dict.fromkeys(hidden))
    try:
        yield
    finally:
        for name in hidden:
            del modules[name]
