"""The lifecycle that it shares with the embedded store is tested there; here is what differs."""

from collections.abc import Callable
from pathlib import Path

import psutil

from graph.store.engines import Endpoint, private_neo4j
from graph.store.engines._state import State


def test_it_is_a_real_neo4j(neo4j_endpoint: Endpoint, ask: Callable[..., list[str]]) -> None:
    versions = ask(neo4j_endpoint, "CALL dbms.components() YIELD versions UNWIND versions AS version RETURN version")
    assert versions[0].startswith("5.26.")
    assert neo4j_endpoint.user == "neo4j"


def test_it_restarts_with_its_data_behind_a_password_that_shows_nowhere(
    neo4j_jars: Path,
    tmp_path: Path,
    ask: Callable[..., list[int]],
    state_of: Callable[[Path], State],
    gone: Callable[..., bool],
) -> None:
    endpoint = private_neo4j.start(tmp_path, neo4j_jars)
    try:
        assert private_neo4j.start(tmp_path, neo4j_jars) == endpoint
        ask(endpoint, "CREATE (:Mark {n: 1})")
        state = state_of(tmp_path / "neo4j")
        assert _listening(state.java_pid) <= {"127.0.0.1", "::ffff:127.0.0.1", "::1"}
        lines = [" ".join(process.info["cmdline"] or ()) for process in psutil.process_iter(["cmdline"])]
        assert not any(endpoint.password in line for line in lines)
        assert not (tmp_path / "neo4j" / "arguments").exists()
        assert private_neo4j.stop(tmp_path)
        assert gone(state.pid, state.java_pid, seconds=1)
        again = private_neo4j.start(tmp_path, neo4j_jars)
        assert again.password == endpoint.password
        assert ask(again, "MATCH (m:Mark) RETURN m.n") == [1]
    finally:
        assert private_neo4j.stop(tmp_path)
    assert not private_neo4j.stop(tmp_path)


def _listening(pid: int) -> set[str]:
    connections = psutil.Process(pid).net_connections(kind="inet")
    return {connection.laddr.ip for connection in connections if connection.status == psutil.CONN_LISTEN}
