"""The claims of documents, as `detente extract --format jsonl` prints them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeAlias

from detente.cli._claims import record
from graph.model import Document
from graph.register import Register
from loaders.english import EnglishReader

Record: TypeAlias = dict[str, Any]


def claims(documents: Iterable[Record], actors: Iterable[Path] = ()) -> list[Record]:
    """The claims in documents of the form {"id", "text", "date"}; a date may be written 19950103 too."""
    reader = EnglishReader(Register.load(list(actors)))
    found = []
    for each in documents:
        reading = reader.read(Document(each["id"], each["id"], each["text"], published=_date(each.get("date"))))
        found += [record(claim, reading) for claim in reading.claims]
    return found


def _date(text: str | None) -> str | None:
    if text and text.isdigit():
        return f"{text[:4]}-{text[4:6]}-{text[6:]}"
    return text
