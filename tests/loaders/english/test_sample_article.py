"""The article that the reader must read well, from its file to the printed claims, scored against a careful reader."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.score import Record, Score, read_lines, score

SHARED = Path(__file__).parents[4] / "shared"
ARTICLE = SHARED / "articles" / "russia-tells-israel.txt"
GOLD = SHARED / "evaluation" / "russia-tells-israel.jsonl"
MUST = [
    ("Iran", "ARMS", "Hezbollah"),
    ("Russia", "BACKS", "Bashar al-Assad"),
    ("Israel", "WARNS", "Syria"),
    ("Israel", "WARNS", "Iran"),
]
FIELDS = "document source relation target status hedged claimant quote start end sentence date place confidence".split()
ACTOR = ["id", "name", "kind", "country"]


@pytest.fixture(scope="module")
def claims(tmp_path_factory: pytest.TempPathFactory) -> list[Record]:
    """What `detente extract FILE --format jsonl` prints."""
    for path in (ARTICLE, GOLD):
        if not path.is_file():
            if os.environ.get("CI"):
                pytest.fail(f"no file {path}")
            pytest.skip(f"no file {path}: it stands beside the project, and is no part of it")
    command = [sys.executable, "-m", "detente", "extract", str(ARTICLE), "--format", "jsonl"]
    done = subprocess.run(command, capture_output=True, check=True, cwd=tmp_path_factory.mktemp("anywhere"))
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


@pytest.fixture(scope="module")
def result(claims: list[Record]) -> Score:
    return score(read_lines(GOLD), claims)


def test_precision_and_recall(result: Score) -> None:
    assert result.precision >= 0.75, result.shown
    assert result.recall >= 0.65, result.shown


def test_no_forbidden_edge(result: Score) -> None:
    assert result.counts["forbidden hit"] == 0, result.shown


def test_all_quotes_are_verbatim(claims: list[Record]) -> None:
    text = ARTICLE.read_bytes().decode("utf-8")
    assert claims
    assert all(claim["quote"] and text[claim["start"] : claim["end"]] == claim["quote"] for claim in claims)
    assert all(claim["quote"] in claim["sentence"] for claim in claims)


@pytest.mark.parametrize("edge", MUST, ids=" ".join)
def test_edge(edge: tuple[str, str, str], claims: list[Record]) -> None:
    asserted = {
        (claim["source"]["name"], claim["relation"], claim["target"]["name"])
        for claim in claims
        if claim["status"] == "asserted"
    }
    assert edge in asserted


def test_fields(claims: list[Record]) -> None:
    for claim in claims:
        assert list(claim) == FIELDS
        actors = [claim["source"], claim["target"], *([claim["claimant"]] if claim["claimant"] else [])]
        assert all(list(actor) == ACTOR for actor in actors)
        assert all(actor["country"] is None or len(actor["country"]) == 3 for actor in actors)
        assert isinstance(claim["hedged"], bool)
        assert 0 <= claim["confidence"] <= 1
    assert {claim["document"] for claim in claims} == {"russia-tells-israel"}


def test_the_gold_holds_what_it_says() -> None:
    """A scorer that finds nothing would pass everything."""
    if not GOLD.is_file():
        pytest.skip(f"no file {GOLD}: it stands beside the project, and is no part of it")
    nothing = score(read_lines(GOLD), [])
    assert nothing.recall == 0
    assert nothing.counts["required"] > 15
