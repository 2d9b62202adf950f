"""Starting an engine, by starting a keeper for it, and ending it."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

import filelock

from graph.errors import InputError, StoreUnavailableError
from graph.store.engines._endpoint import Endpoint
from graph.store.engines._engine import Engine
from graph.store.engines._folders import private_folder
from graph.store.engines._join import call, join
from graph.store.engines._process import end
from graph.store.engines._spawn import BUSY, spawn_keeper
from graph.store.engines._state import State
from graph.store.engines._versions import check_version

_TICK = 0.02
_BUSY_SECONDS = 0.3
_IDLE_SECONDS = 600.0
# Python warns of a process that runs on while nothing refers to it.
_keepers: list[subprocess.Popen[bytes]] = []


def start(engine: Engine, folder: Path) -> Endpoint:
    """Start the engine in `folder`, or join the one that another command starts at the same time."""
    idle = _idle_seconds()
    private_folder(folder)
    with filelock.FileLock(folder / "prepare.lock", mode=0o600):
        check_version(engine, folder)
        engine.prepare(folder)
    deadline = time.monotonic() + engine.patience
    keeper = spawn_keeper(engine.name, folder, idle)
    _keepers.append(keeper)
    while time.monotonic() < deadline:
        endpoint = join(engine, folder)
        if endpoint is not None:
            return endpoint
        if keeper.poll() == BUSY:
            # The folder's owner is starting, and will let us join, or is ending, and will make room.
            time.sleep(_BUSY_SECONDS)
            keeper = spawn_keeper(engine.name, folder, idle)
            _keepers.append(keeper)
        elif keeper.poll() is not None:
            problem = f"{engine.title} did not start (status {keeper.returncode})"
            raise StoreUnavailableError(problem, remedy=f"the reason is in {folder / 'keeper.log'}")
        time.sleep(_TICK)
    problem = f"{engine.title} did not answer within {engine.patience:.0f} seconds"
    raise StoreUnavailableError(problem, remedy=f"try again, or see {folder / 'keeper.log'}")


def end_engine(state: State, patience: float) -> bool:
    """End the engine of that state and wait for it; where its keeper is dead, the engine alone."""
    try:
        with call(state, "stop", patience) as line:
            line.recv(1)
    except OSError:
        return state.java_pid > 0 and end(state.java_pid, state.java_started, patience)
    return True


def _idle_seconds() -> float:
    text = os.environ.get("DETENTE_IDLE_SECONDS", "")
    try:
        seconds = float(text) if text else _IDLE_SECONDS
    except ValueError:
        seconds = -1.0
    if not seconds > 0:
        raise InputError(f"DETENTE_IDLE_SECONDS={text!r} is no number of seconds", remedy="set it to 600, or unset it")
    return seconds
