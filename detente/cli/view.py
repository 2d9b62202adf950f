from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente import _store
from detente._files import write_whole
from graph.errors import InputError

if TYPE_CHECKING:
    from graph.store import Store

_TITLE = "detente"


def view(
    *,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The page to write.")] = Path(
        "detente.html"
    ),
    limit: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=1,
            help="Take at most so many actors, those in most claims first; all without it.",
            show_default=False,
        ),
    ] = None,
    focus: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ACTOR",
            help="Draw only this actor (id or name) and those tied to it; may be given again.",
            show_default=False,
        ),
    ] = None,
    hops: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="How many ties away from --focus; 1 without it.", show_default=False),
    ] = None,
    title: Annotated[str, typer.Option(metavar="TEXT", help="The heading of the page.")] = _TITLE,
    show: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Write the graph as a page for the browser.

    One file that needs no network: a click on a tie shows the sentences that say it. Of more than 150 actors the page
    shows the strongest first and the others when asked; of more than 2,000 it puts the weakest together by kind.
    """
    if hops is not None and not focus:
        raise typer.BadParameter("it needs an actor to start from: add --focus ACTOR", param_hint="--hops")
    if not title.strip():
        raise typer.BadParameter("a page needs a title", param_hint="--title")
    with _store.open_store() as store:
        write_page(store, output, limit=limit, focus=focus or (), hops=hops or 1, title=title)
    print(output.resolve())
    if show:
        import webbrowser

        webbrowser.open(output.resolve().as_uri())


def write_page(
    store: Store,
    output: Path,
    *,
    limit: int | None = None,
    focus: Sequence[str] = (),
    hops: int = 1,
    title: str = _TITLE,
) -> None:
    """Write the page of what a store holds; InputError where it holds nothing.

    `focus` are ids or names of actors; QueryError for one that the store does not have.
    """
    from graph.page import PageOptions, render
    from graph.store.engines import data_folder

    snapshot = store.snapshot()
    if not snapshot.documents:
        raise InputError(
            "the store is empty", remedy="load articles first, e.g. `detente load news/` or `detente demo`"
        )
    cache = data_folder() / "layouts"
    options = PageOptions(title=title, limit=limit, focus=_ids(store, focus), hops=hops, cache=cache)
    write_whole(output, render(snapshot, options))


def _ids(store: Store, focus: Sequence[str]) -> tuple[str, ...]:
    if not focus:
        return ()
    import queries

    return tuple(queries.actor_id(store, each) for each in focus)
