from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from detente import _reading, _store
from detente._standing import put_standing
from detente.cli._batch import Batch
from detente.cli._tables import print_table
from detente.cli.ask import short
from detente.cli.view import write_page

if TYPE_CHECKING:
    from graph.model import Reading

_QUESTIONS = ("alliances", "tensions")


def demo() -> None:
    """Load the sample articles and show what they say.

    Prints actors, ties, alliances and tensions, and writes detente.html.
    """
    from importlib.resources import as_file, files

    import queries

    with as_file(files("detente") / "samples") as folder:
        readings = list(_reading.open_reader().read_all(Batch([folder]).documents()))
    with _store.open_store() as store:
        new = store.write(readings)
        put_standing(store)
        _print_found(readings)
        for name in _QUESTIONS:
            answer = queries.run(store, name, {})
            print_table(answer.columns, answer.rows, title=f"\n{short(queries.library()[name])}")
        page = Path("detente.html")
        write_page(store, page)
    print(f"\n{len(readings)} sample articles; new in the store: {new.documents} documents, {new.claims} claims.")
    print(f"Open {page.resolve().as_uri()} in a browser.")
    print("Next: detente load YOUR-ARTICLE.txt, detente query, detente view --open")


def _print_found(readings: list[Reading]) -> None:
    from graph.ties import derive

    names = {actor.id: actor for reading in readings for actor in reading.actors}
    claims = [claim for reading in readings for claim in reading.claims]
    ties = derive(claims, {reading.document.id: reading.document for reading in readings})
    print_table(
        ("actor", "kind", "country"),
        sorted((actor.name, actor.kind.value, actor.iso3) for actor in names.values()),
        title="Actors",
    )
    print_table(
        ("source", "relation", "target", "claims", "articles", "hedged"),
        [
            (names[tie.source].name, tie.relation, names[tie.target].name, tie.claims, tie.documents, tie.hedged)
            for tie in ties
        ],
        title="\nTies",
    )
