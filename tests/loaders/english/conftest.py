"""The reader, loaded once, and a way to read a text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from graph.model import Document, Reading, document_id
from graph.register import Register
from loaders.english import EnglishReader

Read: TypeAlias = Callable[..., Reading]


@pytest.fixture(scope="session")
def reader() -> EnglishReader:
    return EnglishReader(Register.load())


@pytest.fixture(scope="session")
def read(reader: EnglishReader) -> Read:
    """Reads a text, published on a Wednesday, 20 January 2021, unless another date is given."""

    def one(text: str, published: str | None = "2021-01-20") -> Reading:
        return reader.read(Document(document_id(text), "test", text, published=published))

    return one
