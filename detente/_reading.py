"""Where the reader of sentences is put together with the register of actors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from graph.model import Document, Reading


class Reader(Protocol):
    """Anything that finds the claims in documents."""

    def read_all(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """One reading a document, in the same order."""
        ...


def open_reader(actors: Sequence[Path] = ()) -> Reader:
    """The reader of English, with the register of actors and the user's own files of actors over it."""
    from graph.register import Register
    from loaders.english import EnglishReader

    return EnglishReader(Register.load(actors))
