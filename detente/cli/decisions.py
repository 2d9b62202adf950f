from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente import _decisions, _store
from detente._files import write_whole
from detente.cli._options import Actors, Format, TableFormat
from detente.cli._tables import print_answer

if TYPE_CHECKING:
    from graph.decisions import Decision, Decisions
    from graph.model import Actor
    from graph.register import Register
    from graph.store import Store

File = Annotated[
    Path | None,
    typer.Option("--decisions", metavar="FILE", help="The file of decisions; else that of the data folder."),
]
One = Annotated[str, typer.Argument(metavar="ACTOR", help="The id of an actor.")]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="The id of the other.")]


def merge(keep: One, other: Other, file: File = None, actors: Actors = None) -> None:
    """Decide that two actors are one; the first stays.

    The claims of the other become claims of the first, in the store and in all that is loaded later. None is lost, and
    `detente actors split` parts them again.
    """
    _decide("same", keep, other, file, actors)


def split(one: One, other: Other, file: File = None, actors: Actors = None) -> None:
    """Decide that two actors are different; what was joined is parted again, claim by claim."""
    _decide("different", one, other, file, actors)


def unsure(one: One, other: Other, file: File = None, actors: Actors = None) -> None:
    """Note that it is unsure whether two actors are one; they stay, or become, two."""
    _decide("unsure", one, other, file, actors)


def decisions(file: File = None, how: Format = TableFormat.TABLE) -> None:
    """List what was decided about actors."""
    from graph.decisions import Decisions

    made = Decisions.load(_decisions.decisions_file(file)).made
    print_answer(("verdict", "keep", "other"), [(each.verdict.value, each.keep, each.other) for each in made], how)


def _decide(verdict: str, keep: str, other: str, file: Path | None, actors: list[Path] | None) -> None:
    from graph.decisions import Decision, Decisions, Verdict
    from graph.register import Register

    if keep == other:
        raise typer.BadParameter("the two are the same id", param_hint="OTHER")
    register = Register.load(actors or ())
    path = _decisions.decisions_file(file)
    before = Decisions.load(path)
    with _store.open_store() as store:
        decision = _filled(Decision(Verdict(verdict), keep, other), before, register, store)
        after = before.with_(decision)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, after.text())
        documents = _decisions.apply(store, after, decision.pair, register)
    print(f"{keep} and {other}: {verdict}; {documents} documents of the store follow it ({path})")


def _filled(decision: Decision, before: Decisions, register: Register, store: Store) -> Decision:
    """The decision with name and kind of the other; VocabularyError for an id that nobody knows."""
    from dataclasses import replace

    from graph.decisions import Verdict
    from graph.errors import VocabularyError

    earlier = before.about(decision.keep, decision.other)
    held: dict[str, Actor] = {each.id: each for each in store.snapshot().actors}
    names = {each.other: each for each in before.made if each.name}
    for ident in (decision.keep, decision.other):
        if ident not in held and register.get(ident) is None and ident not in names:
            raise VocabularyError(
                f"no actor {ident!r} in the store or the register", remedy="use an id of `detente query actors`"
            )
    # Who was joined to whom must stay, or the one that is parted again would have lost its name.
    if earlier is not None and earlier.name and (decision.verdict is not Verdict.SAME or decision.other not in held):
        return replace(decision, keep=earlier.keep, other=earlier.other, name=earlier.name, kind=earlier.kind)
    actor = held.get(decision.other) or register.get(decision.other)
    return decision if actor is None else replace(decision, name=actor.name, kind=actor.kind.value)
