"""The driver is imported without what it does not need, and nothing of that shows afterwards."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
OPEN = "import gc, sys; from detente import _store; _store.open_store(); "


def printed(code: str) -> str:
    environment = {**os.environ, "NEO4J_URI": "bolt://127.0.0.1:9"}
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, check=True).stdout.strip()


def test_opening_the_store_imports_no_numpy() -> None:
    assert printed(OPEN + "print('neo4j' in sys.modules, 'numpy' in sys.modules)") == "True False"


def test_asking_imports_nothing_that_only_writing_needs() -> None:
    parts = {"graph.model", "graph.ties", "graph.store._snapshot", "graph.store._writing"}
    code = f"import queries, detente.cli._app; {OPEN} print({parts} & set(sys.modules))"
    assert printed(code) == "set()"


def test_numpy_can_be_imported_afterwards() -> None:
    assert printed(OPEN + "import numpy; print(numpy.zeros(2).sum())") == "0.0"


def test_numpy_that_is_there_stays() -> None:
    assert printed("import numpy; " + OPEN + "print(sys.modules['numpy'] is numpy)") == "True"


def test_garbage_is_collected_afterwards_if_it_was_before() -> None:
    assert printed(OPEN + "print(gc.isenabled())") == "True"
    assert printed("import gc; gc.disable(); " + OPEN + "print(gc.isenabled())") == "False"


def test_nothing_is_hidden_from_another_thread() -> None:
    code = """
import threading
from detente._store import _hidden
done = threading.Event()
other = threading.Thread(target=done.wait)
other.start()
with _hidden(("numpy",)):
    import numpy
print(numpy.__name__)
done.set()
"""
    assert printed(code) == "numpy"
