"""Where the reader of sentences is put together with the register of actors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from detente._start import import_spacy, uncollected

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document, Reading
    from loaders.english.why import Explanation


class Reader(Protocol):
    """Anything that finds the claims in documents."""

    def read_all(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """One reading a document, in the same order."""
        ...


def open_reader(actors: Sequence[Path] = ()) -> Reader:
    """The reader of English, with the register of actors and the user's own files of actors over it."""
    with uncollected():
        import_spacy()
        from graph.register import Register
        from loaders.english import EnglishReader

        return EnglishReader(Register.load(actors))


def open_explainer(actors: Sequence[Path] = ()) -> Callable[[Document], Explanation]:
    """What tells how the same reader comes to its claims."""
    with uncollected():
        import_spacy()
        from functools import partial

        from graph.register import Register
        from loaders.english import EnglishReader
        from loaders.english.why import explain

        return partial(explain, EnglishReader(Register.load(actors)))
