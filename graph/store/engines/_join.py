"""Joining the engine that runs: what every command does, and so without slow imports."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

from graph.errors import StoreUnavailableError
from graph.store.engines._endpoint import Endpoint
from graph.store.engines._engine import Engine
from graph.store.engines._folders import password_of
from graph.store.engines._state import State, read_state

_CONNECT_SECONDS = 2.0
# Bolt's first words: its magic number, then four versions that the client would speak (here 5.0 and 4.4).
_HANDSHAKE = bytes.fromhex("6060b017 00000005 00000404 00000000 00000000")
# One open connection to the keeper for each endpoint that join() gave; the keeper counts them.
_leases: dict[str, list[socket.socket]] = {}


def join(engine: Engine, folder: Path) -> Endpoint | None:
    """The endpoint of the engine that runs in `folder`, or is starting there; None where none is.

    Raises StoreUnavailableError where its start fails.
    """
    state = read_state(folder)
    if state is None or not _may_run(state.pid):
        return None
    try:
        line = call(state, "join", engine.patience)
        with line.makefile("rb") as answers:
            answer = answers.readline().decode("utf-8", "replace").strip()
    except OSError:
        return None
    if answer.startswith("no "):
        line.close()
        raise StoreUnavailableError(answer.removeprefix("no "))
    if answer != "ok" or not _answers(state.bolt):
        line.close()
        return None
    uri = f"bolt://127.0.0.1:{state.bolt}"
    _leases.setdefault(uri, []).append(line)
    return Endpoint(uri, engine.user, password_of(folder), engine.database, engine.name)


def release(endpoint: Endpoint) -> None:
    """Give up one use of an embedded or private engine, so that it may end when idle; others are left alone."""
    leases = _leases.get(endpoint.uri)
    if leases:
        leases.pop().close()


def call(state: State, wish: str, patience: float) -> socket.socket:
    """A connection to the keeper on which the wish has been said; raises OSError where it cannot be."""
    line = socket.create_connection(("127.0.0.1", state.control), timeout=_CONNECT_SECONDS)
    line.settimeout(patience)
    line.sendall(f"{state.token} {wish}\n".encode())
    return line


def _answers(port: int) -> bool:
    # A process that has just been killed still looks alive to its parent for some milliseconds.
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=_CONNECT_SECONDS) as line:
            line.sendall(_HANDSHAKE)
            return bool(line.recv(4))
    except OSError:
        return False


def _may_run(pid: int) -> bool:
    # Spares a wait where another program has come to listen on a dead keeper's port.
    if sys.platform != "win32":
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            pass
    return True
