"""Of which country those are whom only the text knows."""

from __future__ import annotations

import pytest

from graph.model import Document, document_id
from graph.register import Register
from loaders.english import EnglishReader


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Kenyan police arrested students.", "students", "kenya"),
        ("The military government of Haiti arrested political opponents.", "opponents", "haiti"),
        ("Sweden gave refuge to Egypt's dissidents.", "dissidents", "egypt"),
        ("Sweden sheltered two dissidents from Belarus.", "dissidents", "belarus"),
        ("Sweden fed refugees.", "refugees", None),
        ("OSLO (Reuters) - Norway arrested protesters. Sweden praised it.", "protesters", "norway"),
        ("Sweden praised Norway. Mali detained protesters.", "protesters", None),
        ("Latvia's first Deputy Prime Minister Ozols Berzs left for Peru for talks.", "Ozols Berzs", "latvia"),
    ],
)
def test_whose_they_are(text: str, name: str, country: str | None) -> None:
    reading = EnglishReader(Register.load()).read(Document(document_id(text), "example", text))
    assert [each.country for each in reading.actors if each.name == name] == [country]
