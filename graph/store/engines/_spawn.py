"""Starting processes that write to a log, and the keeper that outlives the command."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import graph

if sys.platform == "win32":
    _DETACHED = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
else:
    _DETACHED = 0

BUSY = 75
"""Exit status of a keeper that finds its folder kept by another one."""


def spawn_keeper(engine: str, folder: Path, idle_seconds: float) -> subprocess.Popen[bytes]:
    """Start a keeper in a session of its own: Ctrl-C and the end of the terminal are not for it."""
    command = [sys.executable, "-m", "graph.store.engines._keeper", engine, str(folder), str(idle_seconds)]
    return launch(command, folder, "keeper.log", _with_packages(os.environ), detached=True)


def launch(
    command: Sequence[str], folder: Path, log: str, environment: Mapping[str, str], *, detached: bool = False
) -> subprocess.Popen[bytes]:
    """Start a process in `folder`, with an empty standard input and its output in the file `log` there."""
    descriptor = os.open(folder / log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        return subprocess.Popen(  # noqa: S603 - the command is of our own making
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=descriptor,
            stderr=descriptor,
            creationflags=_DETACHED if detached else 0,
            start_new_session=detached and sys.platform != "win32",
        )
    finally:
        os.close(descriptor)


def _with_packages(environment: Mapping[str, str]) -> dict[str, str]:
    # From a clone that is not installed, only the present process may know where the packages are.
    root = str(Path(next(iter(graph.__path__))).parent)
    known = [environment["PYTHONPATH"]] if environment.get("PYTHONPATH") else []
    paths = known if root.endswith("site-packages") else [root, *known]
    return {**environment, "PYTHONPATH": os.pathsep.join(paths)}
