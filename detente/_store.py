from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from graph.store import Store

_UNUSED = ("numpy", "pandas", "pyarrow")


def open_store() -> Store:
    """The store that the environment names; see `graph.store.open_store`."""
    _import_driver()
    from graph import store

    return store.open_store()


def _import_driver() -> None:
    # The driver imports these wherever they are installed, for data frames and vectors that nobody here asks for;
    # numpy alone takes as long as half of a whole query.
    hidden = [name for name in _UNUSED if name not in sys.modules]
    modules = cast("dict[str, object]", sys.modules)
    modules.update(dict.fromkeys(hidden))
    try:
        import neo4j  # noqa: F401
    finally:
        for name in hidden:
            del modules[name]
