"""The keeper's port, without an engine behind it."""

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from graph.store.engines._control import Control

Say = Callable[[str], socket.socket]


@pytest.fixture
def control() -> Iterator[Control]:
    with Control("right") as control:
        threading.Thread(target=control.serve_forever, daemon=True).start()
        yield control
        control.settle("no it is over")
        control.shutdown()


@pytest.fixture
def running(control: Control) -> Iterator[Control]:
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    control.watch(process)
    control.settle("ok")
    yield control
    process.kill()
    process.wait()


@pytest.fixture
def say(control: Control) -> Iterator[Say]:
    lines: list[socket.socket] = []

    def send(text: str) -> socket.socket:
        line = socket.create_connection(("127.0.0.1", control.port), timeout=10)
        lines.append(line)
        line.sendall(text.encode())
        return line

    yield send
    for line in lines:
        line.close()


@pytest.mark.parametrize(
    "text", ["wrong join\n", "join\n", "\n", "right\n", "right dance\n", "x" * 5000 + "\n", "\x00\n"]
)
def test_who_does_not_know_the_word_gets_nothing_and_changes_nothing(running: Control, say: Say, text: str) -> None:
    line = say(text)
    # What is sent beyond the longest line makes the system say "reset" rather than "end".
    with suppress(ConnectionResetError):
        assert line.recv(100) == b""
    assert not running.stopping
    running.stop_if_idle(0)
    assert running.stopping, "a stranger counts as a user"


def test_a_user_is_told_when_the_start_has_succeeded_and_counts_until_it_leaves(running: Control, say: Say) -> None:
    line = say("right join\n")
    assert line.recv(100) == b"ok\n"
    running.stop_if_idle(0)
    assert not running.stopping
    line.close()
    _until(lambda: _stops(running))


def test_whoever_waits_for_the_start_hears_why_it_failed(control: Control, say: Say) -> None:
    line = say("right join\n")
    control.settle("no there is no Java")
    assert line.recv(100) == b"no there is no Java\n"
    assert line.recv(100) == b""


def test_nobody_joins_an_engine_that_is_ending(running: Control, say: Say) -> None:
    running.stopping = True
    assert say("right join\n").recv(100) == b""


def test_nobody_joins_an_engine_that_has_died(control: Control, say: Say) -> None:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    control.watch(process)
    control.settle("ok")
    assert say("right join\n").recv(100) == b""


def test_the_word_to_stop_is_heard(running: Control, say: Say) -> None:
    say("right stop\n")
    _until(lambda: running.stopping)


def _stops(control: Control) -> bool:
    control.stop_if_idle(0)
    return control.stopping


def _until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.02)
