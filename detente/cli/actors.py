from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli._actors import describe, found_record, found_row, listed
from detente.cli._options import Actors, Format, TableFormat
from detente.cli._plain import clean, dump
from detente.cli._tables import print_answer, print_table

if TYPE_CHECKING:
    from graph.register import Register

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


class LineFormat(StrEnum):
    """How resolved texts are printed."""

    TABLE = "table"
    JSON_LINES = "jsonl"


def list_actors(
    kind: Annotated[str | None, typer.Option(help="Only actors of this kind.", show_default=False)] = None,
    country: Annotated[
        str | None, typer.Option(help="Only actors of this country (its id).", show_default=False)
    ] = None,
    actors: Actors = None,
    how: Format = TableFormat.TABLE,
) -> None:
    """List the actors of the register."""
    from graph.model import ActorKind

    if kind is not None and kind not in list(ActorKind):
        raise typer.BadParameter(f"{kind!r} is no kind; {', '.join(ActorKind)}", param_hint="--kind")
    register = _register(actors)
    chosen = [
        each
        for each in register.actors()
        if kind in {None, each.kind.value} and country in {None, each.country, each.id}
    ]
    print_answer(("id", "name", "kind", "country", "qid", "other names"), [listed(each) for each in chosen], how)


def show(
    actor: Annotated[str, typer.Argument(help="An id, or a name.")],
    actors: Actors = None,
    how: Format = TableFormat.TABLE,
) -> None:
    """Print all that the register knows of an actor."""
    register = _register(actors)
    found = describe(register, _ident(register, actor))
    if how is TableFormat.JSON:
        print(dump(found, indent=2))
    else:
        print_answer(("field", "value"), [(key, value) for key, value in found.items() if value], how)


def check(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="FILE", help="Files of actors.", show_default=False)
    ] = None,
) -> None:
    """Check files of actors against the register; without a file, the register itself.

    Exit status 1 where something is wrong: a word of two actors that does not say that it needs context, an office of
    two at a time, an actor that is not there.
    """
    from graph.register import Register, problems

    register = Register.load(files or ())
    shipped = Register.load() if files else None
    mine = None if shipped is None else [each.id for each in register.actors() if shipped.get(each.id) != each]
    wrong = problems(register, mine)
    for line in wrong:
        print(f"detente: {clean(line)}", file=sys.stderr)
    if wrong:
        raise typer.Exit(1)
    print(f"{len(mine) if mine is not None else len(register.actors())} actors, nothing wrong")


def resolve(
    texts: Annotated[list[str], typer.Argument(metavar="TEXT", help="Texts; - for a text a line on standard input.")],
    date: Annotated[
        str | None, typer.Option(metavar="DATE", help="When the texts were published.", show_default=False)
    ] = None,
    actors: Actors = None,
    how: Annotated[LineFormat, typer.Option("--format", "-f", help="How to print what is found.")] = LineFormat.TABLE,
) -> None:
    """Print whom the names in texts mean, and how that was told.

    With a date, an office stands for who held it then ("the French president"). Words that can mean several actors are
    printed as ambiguous, never guessed.
    """
    from loaders.resolution import resolve as resolution

    if date is not None and not _DATE.fullmatch(date):
        raise typer.BadParameter(f"{date!r} is no date such as 2015, 2015-03 or 2015-03-02", param_hint="--date")
    register = _register(actors)
    for text in _texts(texts):
        found = resolution(register, text, date)
        if how is LineFormat.JSON_LINES:
            print(dump(found_record(text, found)))
        else:
            rows = [found_row(text, each) for each in found]
            print_table(("words", "actor", "kind", "how", "why"), rows, title=clean(text))


def _texts(given: list[str]) -> Iterator[str]:
    for each in given:
        if each == "-":
            for line in sys.stdin.buffer:
                yield line.decode("utf-8", "replace").rstrip("\r\n")
        else:
            yield each


def _register(files: list[Path] | None) -> Register:
    from graph.register import Register

    return Register.load(files or ())


def _ident(register: Register, name: str) -> str:
    """The id of an actor that a user names; VocabularyError where the register has none or several."""
    from graph.errors import VocabularyError

    if register.get(name) is not None:
        return name
    whole = [each for each in register.find(name) if (each.start, each.end) == (0, len(name))]
    ids = [each.actor.id for match in whole for each in match.candidates]
    if len(ids) != 1:
        remedy = f"one of the ids {', '.join(ids)}" if ids else "see `detente actors list`"
        raise VocabularyError(f"{'several actors are' if ids else 'no actor is'} called {name!r}", remedy=remedy)
    return ids[0]
