from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from detente import __version__
from detente.cli import actors, ask, decisions, demo, extract, load, neo4j, own_actors, store, view, why

COMMANDS: tuple[tuple[str, Callable[..., None], tuple[str, ...]], ...] = (
    ("", demo.demo, ("detente demo",)),
    ("", extract.extract, ("detente extract article.txt", "detente extract news/ --format jsonl > claims.jsonl")),
    (
        "",
        why.why,
        ("detente why article.txt --claim 2", 'detente why --text "Belarus has kitted out Myanmar with rockets."'),
    ),
    ("", load.load, ("detente load article.html news/", "detente load - < articles.jsonl")),
    ("", ask.query, ("detente query", "detente query between --param actor=Israel --param other=Iran")),
    (
        "",
        ask.cypher,
        (
            'detente cypher "MATCH (a:Actor)-[t:ARMS]->(b:Actor) RETURN a.name, b.name, t.claims"',
            'detente cypher --write \'MATCH (d:Document {name: "old"}) SET d.outlet = "Sample Wire"\'',
        ),
    ),
    ("", view.view, ("detente view --open", "detente view --focus Syria -o syria.html")),
    ("", store.stats, ("detente stats",)),
    ("", store.stop, ("detente stop",)),
    ("actors", actors.list_actors, ("detente actors list --kind armed_group", "detente actors list --country lebanon")),
    ("actors", actors.show, ("detente actors show hezbollah", 'detente actors show "Sergei Lavrov" --format json')),
    ("actors", actors.check, ("detente actors check my-actors.yaml", "detente actors check")),
    (
        "actors",
        actors.resolve,
        (
            'detente actors resolve "The French president flew to Kyiv" --date 2015-03-02',
            "detente actors resolve - --format jsonl < sentences.txt",
        ),
    ),
    (
        "actors",
        own_actors.add,
        ('detente actors add "Northern Front" --kind armed_group --alias "Front of the North" --country syria',),
    ),
    (
        "actors",
        own_actors.unresolved,
        ("detente actors unresolved news/ --yaml > actors.yaml", "detente actors unresolved --limit 20"),
    ),
    ("actors", decisions.merge, ("detente actors merge hezbollah lebanese-resistance-party",)),
    ("actors", decisions.split, ("detente actors split hezbollah lebanese-resistance-party",)),
    ("actors", decisions.unsure, ("detente actors unsure hezbollah lebanese-resistance-party",)),
    ("actors", decisions.decisions, ("detente actors decisions",)),
    ("neo4j", neo4j.start, ('eval "$(detente neo4j start)"', "detente load news/")),
    ("neo4j", neo4j.stop, ("detente neo4j stop",)),
)
"""Every command: the group it is in, its function, and examples for its help."""

app = typer.Typer(
    help="News becomes a graph of geopolitical actors, with the sentence behind every tie.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

_groups = {
    "": app,
    "actors": typer.Typer(rich_markup_mode=None, help="Who is known, who is meant, and your own actors."),
    "neo4j": typer.Typer(rich_markup_mode=None, help="A private Neo4j, without Docker or a Java of the system."),
}


def _version(wanted: bool) -> None:
    if wanted:
        print(f"detente {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True, epilog="Start here: detente demo")
def _start(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    _help_alone(context)


@_groups["actors"].callback(invoke_without_command=True)
@_groups["neo4j"].callback(invoke_without_command=True)
def _help_alone(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        print(context.get_help())


for _group, _function, _examples in COMMANDS:
    _groups[_group].command(
        _function.__name__.removesuffix("_actors"),
        epilog="\b\nExamples:\n" + "\n".join(f"  {line}" for line in _examples),
    )(_function)
for _group in ("actors", "neo4j"):
    app.add_typer(_groups[_group], name=_group)
