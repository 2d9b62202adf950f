"""The keeper's ear: a port on loopback where commands join, leave and ask for the end.

A command connects and sends one line, `TOKEN join` or `TOKEN stop`. The answer to join is `ok` or `no REASON`, as soon
as it is known, or the end of the connection where the engine is ending; after `ok` the connection stays open for as
long as the command uses the store, so that a command which dies leaves by itself. The answer to stop is the end of the
connection, when the keeper ends.
"""

from __future__ import annotations

import hmac
import socketserver
import subprocess
import threading
import time
from typing import cast

_LONGEST_LINE = 200
_GREETING_SECONDS = 5.0


class Control(socketserver.ThreadingTCPServer):
    """Counts the users of the engine and knows how its start went.

    `stopping` is a plain flag, because signal handlers set it, and a handler must not wait for a lock.
    """

    daemon_threads = True
    block_on_close = False

    def __init__(self, token: str) -> None:
        super().__init__(("127.0.0.1", 0), _Visit)
        self.token = token
        self.stopping = False
        self.told = threading.Event()
        self._java: subprocess.Popen[bytes] | None = None
        self._outcome = ""
        self._change = threading.Condition()
        self._users = 0
        self._idle_since = time.monotonic()

    @property
    def port(self) -> int:
        """The port that was free."""
        return int(self.server_address[1])

    def watch(self, java: subprocess.Popen[bytes]) -> None:
        """Let users in only while this process runs."""
        self._java = java

    def alive(self) -> bool:
        """Whether the process to watch still runs."""
        return self._java is not None and self._java.poll() is None

    def settle(self, outcome: str) -> None:
        """Say how the start went, to those who wait and to those who come: "ok" or "no" and the reason."""
        with self._change:
            self._outcome = outcome
            self._idle_since = time.monotonic()
            self._change.notify_all()

    def enter(self) -> str:
        """Wait for the outcome, and count one user more where it is "ok"; empty where the engine is ending."""
        with self._change:
            self._change.wait_for(lambda: self._outcome)
            if self.stopping or (self._outcome == "ok" and not self.alive()):
                return ""
            self._users += self._outcome == "ok"
            return self._outcome

    def leave(self) -> None:
        """Count one user less."""
        with self._change:
            self._users -= 1
            self._idle_since = time.monotonic()

    def stop_if_idle(self, seconds: float) -> None:
        """Stop where nobody has used the engine for that long; nobody can join between the look and the stop."""
        with self._change:
            idle = not self._users and time.monotonic() - self._idle_since >= seconds
            self.stopping = self.stopping or idle

    def handle_error(self, request: object, client_address: object) -> None:
        """A visitor who breaks off is no event."""


class _Visit(socketserver.StreamRequestHandler):
    timeout = _GREETING_SECONDS

    def handle(self) -> None:
        control = cast("Control", self.server)
        line = self.rfile.readline(_LONGEST_LINE).decode("ascii", "replace")
        token, _, wish = line.rstrip("\n").partition(" ")
        if not hmac.compare_digest(token.encode(), control.token.encode()):
            return
        self.connection.settimeout(None)
        if wish == "join":
            self._join(control)
        elif wish == "stop":
            control.stopping = True
            self._stay()

    def _join(self, control: Control) -> None:
        outcome = control.enter()
        try:
            if outcome:
                self.wfile.write(f"{outcome}\n".encode())
                control.told.set()
            if outcome == "ok":
                self._stay()
        finally:
            if outcome == "ok":
                control.leave()

    def _stay(self) -> None:
        while self.rfile.read(1):
            continue
