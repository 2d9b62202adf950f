import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from graph.errors import InputError, StoreUnavailableError
from graph.store.engines import embedded, stop_embedded
from graph.store.engines._state import State


def test_the_first_answer_comes_soon_and_joining_is_fast(home: Path, ask: Callable[..., list[int]]) -> None:
    begin = time.monotonic()
    endpoint = embedded(home)
    assert ask(endpoint, "RETURN 1") == [1]
    cold = time.monotonic() - begin
    begin = time.monotonic()
    assert embedded(home) == endpoint
    joined = time.monotonic() - begin
    # 10 s and 0.05 s on a machine that does nothing else; a test machine may be busy.
    assert cold < 30
    assert joined < 0.5


def test_stopping_ends_it_and_the_data_stay(
    home: Path, ask: Callable[..., list[int]], state_of: Callable[[Path], State], gone: Callable[..., bool]
) -> None:
    ask(embedded(home), "CREATE (:Mark {n: 1})")
    state = state_of(home / "arcadedb")
    assert stop_embedded(home)
    assert gone(state.pid, state.java_pid, seconds=1)
    assert not stop_embedded(home)
    assert ask(embedded(home), "MATCH (m:Mark) RETURN m.n") == [1]


def test_stopping_where_nothing_ever_ran_is_no_error(tmp_path: Path) -> None:
    assert not stop_embedded(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_only_the_owner_can_read_and_only_this_machine_can_connect(
    home: Path, state_of: Callable[[Path], State]
) -> None:
    endpoint = embedded(home)
    folder = home / "arcadedb"
    assert folder.stat().st_mode & 0o777 == 0o700
    for name in ("password", "state.json", "version", "server.log", "keeper.log"):
        assert (folder / name).stat().st_mode & 0o777 == 0o600, name
    state = state_of(folder)
    for pid in (state.pid, state.java_pid):
        addresses = _listening(pid)
        assert addresses
        assert addresses <= {"127.0.0.1", "::ffff:127.0.0.1", "::1"}
    for secret in (endpoint.password, state.token):
        assert not any(secret in line for line in _command_lines())
        assert secret not in (folder / "server.log").read_text() + (folder / "keeper.log").read_text()


def test_two_homes_are_two_stores(tmp_path: Path, ask: Callable[..., list[int]]) -> None:
    homes = (tmp_path / "one", tmp_path / "two")
    try:
        first, second = (embedded(home) for home in homes)
        assert first.uri != second.uri
        assert first.password != second.password
        ask(first, "CREATE (:Mark)")
        assert ask(second, "MATCH (m:Mark) RETURN count(m)") == [0]
    finally:
        assert [stop_embedded(home) for home in homes] == [True, True]


def test_an_engine_that_cannot_start_says_where_the_reason_is(home: Path) -> None:
    folder = home / "arcadedb"
    folder.mkdir()
    (folder / "databases").touch()
    with pytest.raises(
        StoreUnavailableError, match=r"ended during its start: the reason is in .*server\.log"
    ) as caught:
        embedded(home)
    assert "\n" not in str(caught.value)
    assert not (folder / "state.json").exists()
    (folder / "databases").unlink()
    assert embedded(home).engine == "arcadedb"


@pytest.mark.parametrize("seconds", ["soon", "-1", "0", "nan"])
def test_a_bad_idle_time_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, seconds: str) -> None:
    monkeypatch.setenv("DETENTE_IDLE_SECONDS", seconds)
    with pytest.raises(InputError, match=f"DETENTE_IDLE_SECONDS='{seconds}' is no number of seconds: set it to"):
        embedded(tmp_path)


def _listening(pid: int) -> set[str]:
    connections = psutil.Process(pid).net_connections(kind="inet")
    return {connection.laddr.ip for connection in connections if connection.status == psutil.CONN_LISTEN}


def _command_lines() -> list[str]:
    return [" ".join(process.info["cmdline"] or ()) for process in psutil.process_iter(["cmdline"])]
