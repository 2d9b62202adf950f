from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias

from detente.cli._plain import clean

if TYPE_CHECKING:
    from graph.model import Reading

Report: TypeAlias = Callable[[str], None]


@contextmanager
def progress(total: int | None) -> Iterator[Report]:
    """Shows on standard error how a batch goes: a bar on a terminal, else a line for each article."""
    if not sys.stderr.isatty():
        yield lambda line: print(line, file=sys.stderr)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    text = TextColumn("{task.description}", markup=False)
    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), text)
    # Redirected, what is printed meanwhile would go to standard error, out of the pipe that it was meant for.
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False) as bar:
        task = bar.add_task("", total=total)
        yield lambda line: bar.update(task, advance=1, description=line)


def followed(readings: Iterable[Reading], report: Report) -> Iterator[Reading]:
    """The readings, each reported as it passes."""
    for reading in readings:
        report(f"read {clean(reading.document.name)}: {len(reading.claims)} claims")
        yield reading
