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

    earlier = before.about(decision.keep, decision.other)
    held = _held(store)
    _require_known(decision, {*held, *(each.other for each in before.made if each.name)}, register)
    # Who was joined to whom must stay, or the one that is parted again would have lost its name.
    if earlier is not None and earlier.name and (decision.verdict is not Verdict.SAME or decision.other not in held):
        return replace(earlier, verdict=decision.verdict)
    keep, other = (None if register.get(each) else held.get(each) for each in (decision.keep, decision.other))
    other = other or register.get(decision.other)
    if other is not None:
        decision = replace(decision, name=other.name, kind=other.kind.value)
    return decision if keep is None else replace(decision, keep_name=keep.name, keep_kind=keep.kind.value)


def _held(store: Store) -> dict[str, Actor]:
    """The actors of the store, those with them that a decision has joined to others."""
    from graph.decisions import noted

    snapshot = store.snapshot()
    joined = {each.id: each for claim in snapshot.claims for each in noted(claim).values()}
    return {**joined, **{each.id: each for each in snapshot.actors}}


def _require_known(decision: Decision, ids: set[str], register: Register) -> None:
    from graph.errors import VocabularyError

    for ident in (decision.keep, decision.other):
        if ident not in ids and register.get(ident) is None:
            raise VocabularyError(
                f"no actor {ident!r} in the store or the register", remedy="use an id of `detente query actors`"
            )
