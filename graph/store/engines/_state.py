"""What a keeper leaves in its folder so that other commands find it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from graph.store.engines._folders import write_private


@dataclass(frozen=True, slots=True)
class State:
    """A keeper and the Java process that it keeps.

    `started` and `java_started` are seconds since the epoch: with the process id they name a process for good, where
    the id alone may have passed to another. `control` is the keeper's port, `token` the word that it listens to.
    """

    pid: int
    started: float
    control: int
    token: str
    bolt: int
    version: str
    java_pid: int = 0
    java_started: float = 0.0


def read_state(folder: Path) -> State | None:
    """The state in `folder`; None where there is none or it cannot be read."""
    try:
        return State(**json.loads((folder / "state.json").read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def write_state(folder: Path, state: State) -> None:
    """Leave the state in `folder`, readable for its owner only."""
    write_private(folder / "state.json", json.dumps(asdict(state), indent=2, sort_keys=True) + "\n")


def remove_state(folder: Path) -> None:
    """Take the state away; no error where there is none."""
    (folder / "state.json").unlink(missing_ok=True)
