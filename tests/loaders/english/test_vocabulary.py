"""What the reader keeps between documents stays small, and nothing is read otherwise for it."""

from __future__ import annotations

import pytest

from loaders.english import _pieces, _pipeline
from tests.loaders.english.conftest import Read

TEXTS = ["Zorbak Velmi of Iran warned Israel.", "Iran armed Hezbollah, Quorin Basha said.", "Russia bombed Wexlad."]


def test_vocabulary_is_let_go_of(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    before = [read(text) for text in TEXTS]
    first = _pipeline.pipeline()
    read("Gorvan Teklish praised Peru.")
    assert _pipeline.pipeline() is first
    monkeypatch.setattr(_pipeline, "_MOST_STRINGS", 10)
    assert [read(text) for text in TEXTS] == before
    assert _pipeline.pipeline() is not first
    assert "Teklish" not in _pipeline.pipeline().vocab.strings


def test_pieces_of_words_are_let_go_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_pieces, "_REMEMBERED", 5)
    pieces = _pieces.Pieces(["[UNK]", "[CLS]", "[SEP]", "w", *(f"##{each}" for each in range(10))])
    found = [pieces.of(f"w{number}") for number in range(100)]
    assert len(pieces._known) <= 6
    assert found == [pieces.of(f"w{number}") for number in range(100)]
