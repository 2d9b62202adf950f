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

Name = Annotated[str, typer.Argument(help="The commonest name.")]
Kind = Annotated[str, typer.Option(help="country, organization, armed_group, agency, person, outlet ...")]
File = Annotated[Path, typer.Option("--file", metavar="FILE", help="The file of your own actors.")]
Ident = Annotated[
    str | None, typer.Option("--id", metavar="ID", help="Its id; else made of the name.", show_default=False)
]
Aliases = Annotated[list[str] | None, typer.Option(help="Another name; may be given again.", show_default=False)]
Country = Annotated[str | None, typer.Option(help="The id of the country that it belongs to.", show_default=False)]
Parent = Annotated[str | None, typer.Option(help="The id of the actor that it is a part of.", show_default=False)]
Qid = Annotated[str | None, typer.Option(help="Its Wikidata id.", show_default=False)]


def add(
    name: Name,
    *,
    kind: Kind,
    file: File = Path("actors.yaml"),
    ident: Ident = None,
    alias: Aliases = None,
    country: Country = None,
    parent: Parent = None,
    qid: Qid = None,
) -> None:
    """Add an actor to a file of your own, and check the file.

    The file is made if there is none; nothing is written where the new actor does not fit. Use it with `--actors FILE`.
    """
    chosen = _chosen_id(name, ident)
    fields: dict[str, object] = {"id": chosen, "kind": kind, "name": name, "aliases": alias}
    fields |= {"country": country, "parent": parent, "qid": qid}
    text = _with_entry(_list_in(file), {key: value for key, value in fields.items() if value})
    _check(text, chosen)
    write_whole(file, text)
    print(f"{chosen} added to {file}")


def _chosen_id(name: str, ident: str | None) -> str:
    from graph.register import slug

    chosen = ident or slug(name)
    if not chosen:
        raise typer.BadParameter("a name without a Latin letter needs an id", param_hint="--id")
    return chosen


def _list_in(file: Path) -> str:
    """The text of a file of actors that is a list, empty where there is none; InputError for anything else."""
    from graph.errors import InputError

    try:
        text = file.read_text(encoding="utf-8") if file.exists() else ""
    except (OSError, UnicodeDecodeError):
        raise InputError(f"{file} cannot be read", remedy="name a YAML file of actors with --file") from None
    if text.strip() and not text.lstrip().startswith(("-", "#")):
        raise InputError(
            f"{file} is no list of actors", remedy="add the actor by hand, or name another file with --file"
        )
    return text


def _with_entry(text: str, entry: dict[str, object]) -> str:
    import yaml

    apart = "" if not text or text.endswith("\n") else "\n"
    return text + apart + yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=120)


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
