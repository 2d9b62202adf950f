from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from detente import _reading, _store
from detente._files import write_whole
from detente.cli._batch import Batch
from detente.cli._options import Actors, Format, TableFormat
from detente.cli._plain import clean
from detente.cli._tables import print_answer
from detente.cli._unresolved import Unknown, as_yaml, in_readings, in_store


def add(
    name: Annotated[str, typer.Argument(help="The commonest name.")],
    *,
    kind: Annotated[str, typer.Option(help="country, organization, armed_group, agency, person, outlet ...")],
    file: Annotated[Path, typer.Option("--file", metavar="FILE", help="The file of your own actors.")] = Path(
        "actors.yaml"
    ),
    ident: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="Its id; else made of the name.", show_default=False)
    ] = None,
    alias: Annotated[
        list[str] | None, typer.Option(help="Another name; may be given again.", show_default=False)
    ] = None,
    country: Annotated[
        str | None, typer.Option(help="The id of the country that it belongs to.", show_default=False)
    ] = None,
    parent: Annotated[
        str | None, typer.Option(help="The id of the actor that it is a part of.", show_default=False)
    ] = None,
    qid: Annotated[str | None, typer.Option(help="Its Wikidata id.", show_default=False)] = None,
) -> None:
    """Add an actor to a file of your own, and check the file.

    The file is made if there is none; nothing is written where the new actor does not fit. Use it with `--actors FILE`.
    """
    import yaml

    from graph.errors import InputError
    from graph.register import slug

    chosen = ident or slug(name)
    if not chosen:
        raise typer.BadParameter("a name without a Latin letter needs an id", param_hint="--id")
    fields = {
        "id": chosen,
        "kind": kind,
        "name": name,
        "aliases": alias,
        "country": country,
        "parent": parent,
        "qid": qid,
    }
    entry = {key: value for key, value in fields.items() if value}
    try:
        before = file.read_text(encoding="utf-8") if file.exists() else ""
    except (OSError, UnicodeDecodeError):
        raise InputError(f"{file} cannot be read", remedy="name a YAML file of actors with --file") from None
    if before.strip() and not before.lstrip().startswith(("-", "#")):
        raise InputError(
            f"{file} is no list of actors", remedy="add the actor by hand, or name another file with --file"
        )
    text = before + ("" if not before or before.endswith("\n") else "\n")
    text += yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=120)
    _check(text, chosen)
    write_whole(file, text)
    print(f"{chosen} added to {file}")


def _check(text: str, ident: str) -> None:
    """Raise RegisterError where a file of actors with this text would be wrong, or would replace somebody unasked."""
    import tempfile

    from graph.errors import RegisterError
    from graph.register import Register, problems

    if Register.load().get(ident) is not None:
        raise RegisterError(
            f"the register has an actor {ident!r}", remedy="choose another --id, or write `extends` by hand"
        )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "actors.yaml"
        path.write_text(text, encoding="utf-8")
        wrong = problems(Register.load([path]), [ident])
    if wrong:
        raise RegisterError(clean(wrong[0]), remedy="give the word another form, or write the entry by hand")


def unresolved(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATH", help="Articles, as for extract; without them the store.", show_default=False),
    ] = None,
    actors: Actors = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="At most so many.")] = 50,
    yaml: Annotated[bool, typer.Option("--yaml", help="As entries for a file of your own actors.")] = False,
    how: Format = TableFormat.TABLE,
) -> None:
    """List the actors that the register does not know, the most frequent first, with a sentence each."""
    found: list[Unknown]
    if paths:
        batch = Batch(paths)
        found = in_readings(_reading.open_reader(actors or ()).read_all(batch.documents()))
    else:
        batch = None
        with _store.open_store() as store:
            found = in_store(store)
    if yaml:
        print(as_yaml(found[:limit]), end="")
    else:
        rows = [(each.name, each.kind, each.times, each.id, each.sentence) for each in found[:limit]]
        print_answer(("name", "kind", "claims", "id", "sentence"), rows, how)
    if batch is not None:
        batch.finish()
