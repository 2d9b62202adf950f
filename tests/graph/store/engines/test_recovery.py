"""Processes that die, and commands that come at the same time."""

import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from graph.store.engines import embedded, stop_embedded
from graph.store.engines._process import end, start_time
from graph.store.engines._state import State, read_state, write_state

Command = Callable[[str], subprocess.Popen[str]]


@pytest.mark.parametrize(
    "blow",
    [
        ("java", signal.SIGKILL),
        ("java", signal.SIGTERM),
        ("keeper", signal.SIGKILL),
        ("keeper", signal.SIGTERM),
    ],
)
def test_a_dead_process_is_replaced_and_loses_nothing_acknowledged(
    home: Path,
    ask: Callable[..., list[int]],
    state_of: Callable[[Path], State],
    gone: Callable[..., bool],
    blow: tuple[str, signal.Signals],
) -> None:
    ask(embedded(home), "UNWIND range(1, 50) AS n CREATE (:Mark {n: n})")
    before = state_of(home / "arcadedb")
    victim, number = blow
    target = before.java_pid if victim == "java" else before.pid
    os.kill(target, number)
    assert gone(target)
    assert ask(embedded(home), "MATCH (m:Mark) RETURN count(m)") == [50]
    after = state_of(home / "arcadedb")
    assert after.java_pid != before.java_pid
    assert gone(before.pid, before.java_pid, seconds=5)


def test_stopping_after_the_keeper_was_killed_ends_the_engine(
    home: Path, state_of: Callable[[Path], State], gone: Callable[..., bool]
) -> None:
    embedded(home)
    state = state_of(home / "arcadedb")
    os.kill(state.pid, signal.SIGKILL)
    assert gone(state.pid)
    assert stop_embedded(home)
    assert gone(state.java_pid, seconds=1)
    assert not stop_embedded(home)


def test_commands_at_the_same_time_share_one_process(
    home: Path, command: Command, state_of: Callable[[Path], State]
) -> None:
    text = (
        f"from pathlib import Path; from graph.store.engines import embedded; print(embedded(Path({str(home)!r})).uri)"
    )
    commands = [command(text) for _ in range(4)]
    uris = {process.communicate(timeout=90)[0] for process in commands}
    assert [process.returncode for process in commands] == [0, 0, 0, 0]
    assert len(uris) == 1
    serving = [process for process in psutil.process_iter(["cmdline"]) if _serves(process, home / "arcadedb")]
    assert [process.pid for process in serving] == [state_of(home / "arcadedb").java_pid]


def test_ctrl_c_ends_the_command_but_not_the_store(
    home: Path, command: Command, ask: Callable[..., list[int]], state_of: Callable[[Path], State]
) -> None:
    process = command(
        "import time; from pathlib import Path; from graph.store.engines import embedded\n"
        f"print(embedded(Path({str(home)!r})).uri, flush=True); time.sleep(60)"
    )
    assert process.stdout is not None
    uri = process.stdout.readline().strip()
    before = state_of(home / "arcadedb")
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(timeout=20) != 0
    endpoint = embedded(home)
    assert endpoint.uri == uri
    assert ask(endpoint, "RETURN 1") == [1]
    assert state_of(home / "arcadedb") == before


def test_what_is_left_of_another_time_is_replaced(home: Path, ask: Callable[..., list[int]]) -> None:
    folder = home / "arcadedb"
    folder.mkdir()
    # The id of a process that lives, but started at another time than the one that the state means.
    stale = State(os.getpid(), 1.0, 1, "token", 2, "26.10.2", java_pid=os.getpid(), java_started=1.0)
    write_state(folder, stale)
    assert ask(embedded(home), "RETURN 1") == [1]


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"pid": 1}', "\ufeff{}"])
def test_a_damaged_state_is_no_state(tmp_path: Path, text: str) -> None:
    (tmp_path / "state.json").write_text(text, encoding="utf-8")
    assert read_state(tmp_path) is None


def test_another_process_of_the_same_id_is_left_alone(command: Command) -> None:
    process = command("import time; time.sleep(60)")
    started = start_time(process.pid)
    assert started > 0
    assert not end(process.pid, started - 60, patience=1)
    assert process.poll() is None
    assert end(process.pid, started, patience=10)
    process.wait(timeout=10)
    assert not end(process.pid, started, patience=1)


def _serves(process: psutil.Process, folder: Path) -> bool:
    line: list[str] = process.info["cmdline"] or []
    return f"-Darcadedb.server.rootPath={folder}" in line
