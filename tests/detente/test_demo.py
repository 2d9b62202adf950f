"""The whole, as a stranger runs it: the demo on the embedded store, then the questions of the README."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
Run = Callable[..., str]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    folder = tmp_path_factory.mktemp("demo")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DETENTE_HOME": str(folder / "home")}

    def detente(*arguments: str) -> str:
        command = [sys.executable, "-m", "detente", *arguments]
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    yield detente
    detente("stop")


@pytest.fixture(scope="module")
def demo(run: Run) -> str:
    return run("demo")


def test_demo_prints_actors_ties_and_answers_and_says_where_the_page_is(demo: str) -> None:
    parts = ["Actors", "Ties", "Who stands by whom?", "Who is at odds with whom?", "new in the store: 3 documents"]
    places = [demo.index(part) for part in parts]
    assert places == sorted(places)
    assert re.search(r"^Iran +ARMS +Hezbollah +\d", demo, re.MULTILINE)
    page = re.search(r"file://(\S+detente\.html)", demo)
    assert page
    assert Path(page[1]).stat().st_size > 100_000


def test_second_demo_changes_neither_store_nor_page(run: Run, demo: str) -> None:
    page = Path(str(re.findall(r"file://(\S+)", demo)[0]))
    counts, bytes_before = run("stats"), page.read_bytes()
    again = run("demo")
    assert "new in the store: 0 documents, 0 claims" in again
    assert again.splitlines()[:-3] == demo.splitlines()[:-3]
    assert run("stats") == counts
    assert page.read_bytes() == bytes_before


def readme_questions() -> list[list[str]]:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = "\n".join(re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL))
    calls = re.findall(r'^detente ((?:query|cypher)(?: "[^"]*"| [^"\n]+)*)$', blocks, re.MULTILINE)
    return [shlex.split(call) for call in calls]


def test_readme_asks_in_both_ways() -> None:
    assert {words[0] for words in readme_questions()} == {"query", "cypher"}
    assert len(readme_questions()) >= 6


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("words", readme_questions(), ids=lambda words: " ".join(words)[:60])
def test_questions_of_the_readme_have_answers(run: Run, words: list[str]) -> None:
    answer = run(*words).splitlines()
    assert len(answer) > 1
    assert "(none)" not in answer


def test_readme_shows_what_extract_prints(run: Run) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"^```json\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert shown
    article = str(ROOT / "detente/samples/gulf-rift-heals.txt")
    claims = [json.loads(line) for line in run("extract", article, "--format", "jsonl").splitlines()]
    assert _without_confidence(json.loads(shown[1])) in [_without_confidence(claim) for claim in claims]


def _without_confidence(claim: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in claim.items() if name != "confidence"}
