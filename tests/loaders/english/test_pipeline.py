"""The parser that ships: its size, how good it is, what it does with odd input, and whom it owes its data to."""

from __future__ import annotations

import os
from importlib.resources import files
from itertools import islice
from pathlib import Path

import pytest

from loaders.english._pipeline import parse, parser
from training.evaluate import scores
from training.treebank import read

ROOT = Path(__file__).parents[3]
TREEBANK = ROOT.parent / "shared" / "treebank"
FOLDER = Path(str(files("loaders.english").joinpath("pipeline")))
LEAST = {"ewt-test": 0.87, "gum-news": 0.83}
MOST_BYTES = 24_000_000


def treebank(name: str) -> Path:
    path = TREEBANK / f"{name}.conllu.xz"
    if not path.is_file():
        if os.environ.get("CI"):
            pytest.fail(f"no treebank at {path}")
        pytest.skip(f"no treebank at {path}: put UD_English-EWT's test part there, packed with xz")
    return path


def test_size() -> None:
    assert 1_000_000 < sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file()) <= MOST_BYTES


@pytest.mark.parametrize("name", sorted(LEAST))
def test_labelled_attachment(name: str) -> None:
    assert scores(islice(read(treebank(name)), 700))["las"] >= LEAST[name]


def test_notice_and_card_name_the_sources() -> None:
    for page in ("NOTICE", "training/README.md"):
        text = (ROOT / page).read_text(encoding="utf-8")
        assert "UD_English-EWT" in text
        assert "CC BY-SA 4.0" in text
        assert "MiniLM" in text


def test_one_tree_a_text_in_order() -> None:
    texts = ["Iran met Iraq.", "Nobody came.", "It rained."]
    assert [doc.text.strip() for doc in parse([(text, []) for text in texts])] == texts


def test_a_sentence_is_parsed_alike_in_any_company() -> None:
    words = "Iran warned Israel that it would answer any strike on its soil .".split()
    alone = parser().parse([words])[0]
    other = ["It", "rained", "for", "many", "days", "in", "the", "hills", "."] * 6
    assert parser().parse([["Yes", "."], other, words, other])[2] == alone


def test_what_is_too_long_for_one_look_is_one_tree() -> None:
    found = parser().parse([["Iran", "met", "Iraq", ","] * 400])[0]
    assert len(found.heads) == 1600
    assert [i for i, head in enumerate(found.heads) if head == i] == [found.deps.index("ROOT")]
    assert found.deps.count("ROOT") == 1


@pytest.mark.parametrize("words", [["\u200b"], ["🇮🇷", "🇮🇶"], ["a" * 5000], ["\ud7ff", " ", "\t"], ["中", "文"]])
def test_odd_words_make_a_tree(words: list[str]) -> None:
    found = parser().parse([words])[0]
    assert len(found.heads) == len(found.pos) == len(words)
    assert found.deps.count("ROOT") == 1


def test_nothing_is_no_tree() -> None:
    assert parser().parse([]) == []
