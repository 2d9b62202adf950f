"""Answers as tables, JSON and CSV. Cells are text from outside: never markup, never control characters."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Mapping, Sequence

from detente.cli._options import TableFormat
from detente.cli._plain import clean, dump

# A longer cell is folded, which is still easy to read at this width.
_FOLDED = 20
_GAP = 3


def print_answer(columns: Sequence[str], rows: Sequence[Sequence[object]], how: TableFormat) -> None:
    """Print rows in the format asked for."""
    if how is TableFormat.JSON:
        print(dump([dict(zip(columns, row, strict=True)) for row in rows], indent=2))
    elif how is TableFormat.CSV:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([cell(value) for value in row] for row in rows)
    else:
        print_table(columns, rows)


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]], *, title: str = "") -> None:
    """Print rows; a narrow terminal gets the cells of a row one below the other, a pipe gets every cell whole."""
    head = [cell(name) for name in columns]
    cells = [[cell(value) for value in row] for row in rows]
    if sys.stdout.isatty():
        _show(head, cells, title)
        return
    if title:
        print(title)
    widths = _widths(head, cells)
    for row in [head, *cells] if cells else [["(none)"]]:
        print("  ".join(f"{text:<{width}}" for text, width in zip(row, widths, strict=False)).rstrip())


def _show(head: Sequence[str], rows: Sequence[Sequence[str]], title: str) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False, markup=False)
    if title:
        console.print(Text(title, style="bold"))
    if not rows:
        console.print(Text("(none)"))
    elif sum(min(width, _FOLDED) + _GAP for width in _widths(head, rows)) > console.width:
        for row in rows:
            console.print(Text(_record(head, row)), end="\n\n")
    else:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
        for name, width in zip(head, _widths(head, rows), strict=True):
            table.add_column(Text(name), overflow="fold", no_wrap=width <= _FOLDED)
        for row in rows:
            table.add_row(*map(Text, row))
        console.print(table)


def _widths(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    return [max(map(len, column)) for column in zip(head, *rows, strict=True)]


def _record(head: Sequence[str], row: Sequence[str]) -> str:
    width = max(map(len, head))
    return "\n".join(f"{name:<{width}}  {value}" for name, value in zip(head, row, strict=True) if value)


def cell(value: object) -> str:
    """A value as one line of text.

    >>> cell(None), cell(True), cell(0.75), cell(("a", "b")), cell({"a": 1})
    ('', 'yes', '0.75', 'a, b', '{"a": 1}')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, (list, tuple)):
        return ", ".join(cell(each) for each in value)
    return clean(dump(value) if isinstance(value, Mapping) else str(value))
