import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.store.engines import embedded, release
from graph.store.engines._state import State, read_state


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DETENTE_IDLE_SECONDS", "1.5")


def test_it_ends_when_nobody_uses_it_but_not_before(
    home: Path, ask: Callable[..., list[int]], state_of: Callable[[Path], State], gone: Callable[..., bool]
) -> None:
    first, second = embedded(home), embedded(home)
    state = state_of(home / "arcadedb")
    release(first)
    time.sleep(3)
    assert ask(second, "RETURN 1") == [1]
    assert state_of(home / "arcadedb") == state
    release(second)
    assert gone(state.pid, state.java_pid, seconds=20)
    assert read_state(home / "arcadedb") is None
    assert ask(embedded(home), "RETURN 1") == [1]


def test_a_command_that_is_killed_uses_it_no_longer(
    home: Path,
    command: Callable[[str], subprocess.Popen[str]],
    state_of: Callable[[Path], State],
    gone: Callable[..., bool],
) -> None:
    process = command(
        "import time; from pathlib import Path; from graph.store.engines import embedded\n"
        f"print(embedded(Path({str(home)!r})).uri, flush=True); time.sleep(120)"
    )
    assert process.stdout is not None
    assert process.stdout.readline().startswith("bolt://127.0.0.1:")
    state = state_of(home / "arcadedb")
    process.kill()
    assert gone(state.pid, state.java_pid, seconds=20)
