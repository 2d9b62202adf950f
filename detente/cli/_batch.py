from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from detente.cli._plain import clean
from graph.errors import DocumentError

if TYPE_CHECKING:
    from graph.model import Document

_STREAM = Path("-")


class Batch:
    """The articles that a command line names; those that cannot be read are kept for the end."""

    def __init__(self, paths: Sequence[Path], name: str | None = None) -> None:
        from loaders.documents import find_articles

        self.files = find_articles(paths)
        self.errors: list[DocumentError] = []
        self._name = name
        if name is not None and (len(self.files) != 1 or self.files == [_STREAM]):
            raise typer.BadParameter("it names one article; give one FILE", param_hint="--id")

    @property
    def size(self) -> int | None:
        """How many articles there are; None where only reading tells."""
        streams = [path for path in self.files if path == _STREAM or path.suffix == ".jsonl"]
        return None if streams else len(self.files)

    def documents(self) -> Iterator[Document]:
        """The documents that can be read."""
        for each in self._all():
            if isinstance(each, DocumentError):
                self.errors.append(each)
            else:
                yield each

    def finish(self) -> None:
        """List what could not be read; exit status 1 if there was anything."""
        sys.stdout.flush()
        for error in self.errors:
            print(f"detente: {clean(str(error))}", file=sys.stderr)
        if self.errors:
            raise typer.Exit(1)

    def _all(self) -> Iterator[Document | DocumentError]:
        from loaders.documents import read_documents, read_json_lines

        for path in self.files:
            if path == _STREAM:
                yield from read_json_lines(sys.stdin.buffer)
            else:
                yield from read_documents([path], self._name)
