"""The background process that owns one engine: starts it, watches it, ends it.

`python -m graph.store.engines._keeper ENGINE FOLDER IDLE_SECONDS`, detached from the command that needed it. A lock,
held for life, keeps a second keeper off the same folder.
"""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import filelock

from graph.errors import DetenteError, StoreUnavailableError
from graph.store.engines._control import Control
from graph.store.engines._engine import Engine
from graph.store.engines._known import engine_named
from graph.store.engines._process import end, start_time
from graph.store.engines._spawn import BUSY, launch
from graph.store.engines._state import State, read_state, remove_state, write_state
from graph.store.engines._versions import note_version

_TICK = 0.1
_LAST_WORDS_SECONDS = 3.0
# Options of Java from the user's environment are for the user's programs; a password has no business here.
_FOREIGN = ("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH", "NEO4J_")


def main(engine: Engine, folder: Path, idle_seconds: float) -> int:
    """Keep the engine until it is told to end, has ended or is idle; the exit status, BUSY where another keeps it."""
    try:
        with filelock.FileLock(folder / "keeper.lock", mode=0o600).acquire(timeout=0):
            return _keep(engine, folder, _listen(), idle_seconds)
    except filelock.Timeout:
        return BUSY


def _listen() -> Control:
    control = Control(secrets.token_urlsafe(24))

    def stop(*_: object) -> None:
        control.stopping = True

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    threading.Thread(target=control.serve_forever, daemon=True).start()
    return control


def _keep(engine: Engine, folder: Path, control: Control, idle_seconds: float) -> int:
    java: subprocess.Popen[bytes] | None = None
    try:
        _end_orphan(folder, engine.ending)
        state = _own_state(engine, control)
        write_state(folder, state)
        java = _start(engine, folder, state.bolt)
        control.watch(java)
        write_state(folder, replace(state, java_pid=java.pid, java_started=start_time(java.pid)))
        _await_ready(engine, folder, control)
        note_version(folder, state.version)
        control.settle("ok")
        _watch(control, idle_seconds if engine.idles else float("inf"))
    except (DetenteError, OSError) as error:
        remove_state(folder)
        print(error, file=sys.stderr)  # noqa: T201 - its standard error is its log
        control.settle(f"no {' '.join(str(error).split())}")
        control.told.wait(_LAST_WORDS_SECONDS)
        return 1
    finally:
        remove_state(folder)
        if java is not None:
            _stop(java, engine.ending)
    return 0


def _own_state(engine: Engine, control: Control) -> State:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    return State(os.getpid(), start_time(os.getpid()), control.port, control.token, port, engine.version())


def _end_orphan(folder: Path, patience: float) -> None:
    left = read_state(folder)
    if left is not None and left.java_pid:
        end(left.java_pid, left.java_started, patience)


def _start(engine: Engine, folder: Path, port: int) -> subprocess.Popen[bytes]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith(_FOREIGN)}
    return launch(engine.command(folder, port), folder, "server.log", environment)


def _await_ready(engine: Engine, folder: Path, control: Control) -> None:
    log = folder / "server.log"
    deadline = time.monotonic() + engine.patience
    while not control.stopping and engine.ready not in log.read_bytes():
        if not control.alive():
            raise StoreUnavailableError(f"{engine.title} ended during its start", remedy=f"the reason is in {log}")
        if time.monotonic() > deadline:
            problem = f"{engine.title} did not start within {engine.patience:.0f} seconds"
            raise StoreUnavailableError(problem, remedy=f"try again when the machine is less busy, or see {log}")
        time.sleep(_TICK)


def _watch(control: Control, idle_seconds: float) -> None:
    while not control.stopping and control.alive():
        time.sleep(_TICK)
        control.stop_if_idle(idle_seconds)


def _stop(java: subprocess.Popen[bytes], patience: float) -> None:
    java.terminate()
    try:
        java.wait(patience)
    except subprocess.TimeoutExpired:
        java.kill()
        java.wait()


if __name__ == "__main__":
    sys.exit(main(engine_named(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3])))
