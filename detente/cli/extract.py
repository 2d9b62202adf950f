from __future__ import annotations

import sys
from contextlib import nullcontext
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from detente import _reading
from detente.cli._batch import Batch
from detente.cli._options import Actors, Articles
from detente.cli._plain import clean, dump
from detente.cli._progress import followed, progress
from detente.cli._tables import print_table

if TYPE_CHECKING:
    from graph.model import Reading


class ClaimFormat(StrEnum):
    """How claims are printed."""

    TABLE = "table"
    JSON_LINES = "jsonl"


def extract(
    paths: Articles,
    how: Annotated[ClaimFormat, typer.Option("--format", "-f", help="How to print the claims.")] = ClaimFormat.TABLE,
    name: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="The id of the article; else the stem of its file.")
    ] = None,
    actors: Actors = None,
) -> None:
    """Print the claims in articles, without a store."""
    batch = Batch(paths, name)
    reader = _reading.open_reader(actors or ())
    shown = nullcontext(lambda _: None) if sys.stdout.isatty() else progress(batch.size)
    with shown as report:
        for reading in followed(reader.read_all(batch.documents()), report):
            _print(reading, how)
    batch.finish()


def _print(reading: Reading, how: ClaimFormat) -> None:
    from detente.cli._claims import COLUMNS, record, row

    if how is ClaimFormat.JSON_LINES:
        for claim in reading.claims:
            print(dump(record(claim, reading)))
    else:
        title = f"{clean(reading.document.name)}: {len(reading.claims)} claims"
        print_table(COLUMNS, [row(claim, reading) for claim in reading.claims], title=title)
