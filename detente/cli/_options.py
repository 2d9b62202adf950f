"""Arguments and options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeAlias

import typer


class TableFormat(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


Articles: TypeAlias = Annotated[
    list[Path],
    typer.Argument(
        metavar="PATH",
        help="Articles: text, saved web pages, JSON lines, folders of them; - for JSON lines on standard input.",
        show_default=False,
    ),
]
Actors: TypeAlias = Annotated[
    list[Path] | None,
    typer.Option("--actors", metavar="FILE", help="A file of your own actors; may be given again.", show_default=False),
]
Format: TypeAlias = Annotated[TableFormat, typer.Option("--format", "-f", help="How to print the answer.")]
Parameters: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--param", "-p", metavar="KEY=VALUE", help="A parameter; may be given again.", show_default=False),
]


def key_values(given: list[str] | None) -> dict[str, str]:
    """The parameters given as KEY=VALUE; a usage error for one without `=`."""
    pairs = [each.partition("=") for each in given or []]
    for key, equals, value in pairs:
        if not key or not equals:
            raise typer.BadParameter(f"{key + value!r} is not KEY=VALUE", param_hint="--param")
    return {key: value for key, _, value in pairs}
