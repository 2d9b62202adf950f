"""The reader is imported without what it does not need, and nothing of that shows afterwards."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
OPEN = "import gc, sys; from detente import _reading; _reading.open_reader(); "


def printed(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    return done.stdout.strip()


def test_opening_the_reader_imports_no_command_line_of_spacy() -> None:
    names = "('spacy', 'spacy.cli', 'weasel', 'networkx', 'loaders.english.why')"
    assert printed(OPEN + f"print([name for name in {names} if name in sys.modules])") == "['spacy']"


def test_the_command_line_of_spacy_can_be_imported_afterwards() -> None:
    assert printed(OPEN + "import spacy.cli; print(spacy.cli.app.info.name)") == "spacy"
    assert printed(OPEN + "import spacy; print('spacy_version' in spacy.info(silent=True))") == "True"


def test_spacy_that_is_there_stays() -> None:
    assert printed("import spacy.cli; " + OPEN + "print(sys.modules['spacy.cli'] is spacy.cli)") == "True"


def test_garbage_is_collected_afterwards() -> None:
    assert printed(OPEN + "print(gc.isenabled())") == "True"
