"""What makes a command start quickly: commands live for a second or two, and most of that is imports."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType


@contextmanager
def uncollected() -> Iterator[None]:
    """Makes what stays without looking for garbage among it, now and again at the end of the process."""
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collected:
            gc.enable()


def import_spacy() -> None:
    """Imports spaCy without its command line, which is a third of the import and serves nobody here.

    Whoever imports `spacy.cli` afterwards gets it.
    """
    # Another thread might be importing it for itself.
    if "spacy" in sys.modules or threading.active_count() > 1:
        return
    stand_ins = {name: ModuleType(name) for name in ("spacy.cli", "spacy.cli.info")}
    stand_ins["spacy.cli.info"].info = _info  # type: ignore[attr-defined]
    sys.modules.update(stand_ins)
    try:
        import spacy  # noqa: F401
    finally:
        for name in stand_ins:
            del sys.modules[name]


def _info(*arguments: object, **options: object) -> object:
    from spacy.cli.info import info

    return info(*arguments, **options)  # type: ignore[arg-type]
