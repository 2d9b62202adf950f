from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente import _store
from detente._files import write_whole
from graph.errors import InputError

if TYPE_CHECKING:
    from graph.store import Store


def view(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The page to write.")] = Path(
        "detente.html"
    ),
    show: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Write the graph as a page for the browser.

    One file that needs no network: a click on a tie shows the sentences that say it.
    """
    with _store.open_store() as store:
        write_page(store, output)
    print(output.resolve())
    if show:
        import webbrowser

        webbrowser.open(output.resolve().as_uri())


def write_page(store: Store, output: Path) -> None:
    """Write the page of all that a store holds; InputError where it holds nothing."""
    from graph.page import PageOptions, render

    snapshot = store.snapshot()
    if not snapshot.documents:
        raise InputError(
            "the store is empty", remedy="load articles first, e.g. `detente load news/` or `detente demo`"
        )
    write_whole(output, render(snapshot, PageOptions(title="detente")))
