"""The parser that ships: its size, its weights, how good it is, and whom it owes its data to."""

from __future__ import annotations

import lzma
import os
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from spacy.training import Corpus
from thinc.api import Model

from loaders.english._pipeline import parse, pipeline

ROOT = Path(__file__).parents[3]
TREEBANK = ROOT.parent / "shared" / "treebank"
FOLDER = Path(str(files("loaders.english").joinpath("pipeline")))
LEAST_LAS = 0.81
MOST_BYTES = 15_000_000


@pytest.fixture
def ewt_test(tmp_path: Path) -> Path:
    """The test part of the treebank, as spaCy reads it."""
    packed = TREEBANK / "ewt-test.conllu.xz"
    if not packed.is_file():
        if os.environ.get("CI"):
            pytest.fail(f"no treebank at {packed}")
        pytest.skip(f"no treebank at {packed}: put UD_English-EWT's test part there, packed with xz")
    plain = tmp_path / "ewt-test.conllu"
    plain.write_bytes(lzma.decompress(packed.read_bytes()))
    convert = [sys.executable, "-m", "spacy", "convert", str(plain), str(tmp_path), "-n", "1", "--converter", "conllu"]
    subprocess.run(convert, check=True, capture_output=True)
    return tmp_path / "ewt-test.spacy"


def test_size() -> None:
    assert 1_000_000 < sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file()) <= MOST_BYTES


def test_weights_are_widened_when_loaded() -> None:
    kinds = {
        str(node.get_param(name).dtype)
        for _, component in pipeline().pipeline
        if isinstance(model := getattr(component, "model", None), Model)
        for node in model.walk()
        for name in node.param_names
        if node.has_param(name)
    }
    assert kinds == {"float32"}


def test_labelled_attachment_on_the_english_web_treebank(ewt_test: Path) -> None:
    nlp = pipeline()
    assert nlp.evaluate(list(Corpus(ewt_test)(nlp)))["dep_las"] >= LEAST_LAS


def test_notice_and_card_name_the_treebank() -> None:
    for page in ("NOTICE", "training/README.md"):
        text = (ROOT / page).read_text(encoding="utf-8")
        assert "UD_English-EWT" in text
        assert "CC BY-SA 4.0" in text


def test_one_tree_a_text_in_order() -> None:
    texts = ["Iran met Iraq.", "Nobody came.", "It rained."]
    assert [doc.text.strip() for doc in parse([(text, []) for text in texts])] == texts
