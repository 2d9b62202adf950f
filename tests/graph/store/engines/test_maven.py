import hashlib
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from graph.errors import StoreUnavailableError
from graph.store.engines import private_neo4j
from graph.store.engines._maven import fetch
from graph.store.engines._neo4j import Neo4j

_JAR = b"not really a jar"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None: ...  # noqa: A002


@pytest.fixture
def central(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that is served as if it were Maven Central."""
    core = pytest.importorskip("jgo.maven._core", reason="no jgo: install detente[neo4j]")
    root = tmp_path / "central"
    root.mkdir()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(root))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setattr(core, "DEFAULT_REMOTE_REPOS", {"central": f"http://127.0.0.1:{server.server_port}"})
        yield root
        server.shutdown()


@pytest.fixture
def listing(tmp_path: Path, central: Path) -> Path:
    for name in ("a/1/a-1.jar", "b/2/b-2-linux.jar"):
        jar = central / "org" / "sample" / name
        jar.parent.mkdir(parents=True)
        jar.write_bytes(_JAR)
    digest = hashlib.sha256(_JAR).hexdigest()
    path = tmp_path / "listing"
    path.write_text(f"# a sample\n{digest}  org.sample:a:1\n{digest}  org.sample:b:2:linux\n")
    return path


def test_the_jars_come_once(tmp_path: Path, central: Path, listing: Path) -> None:
    folder = tmp_path / "jars" / "sample"
    fetch(listing, folder)
    assert sorted(jar.name for jar in folder.iterdir()) == ["a-1.jar", "b-2-linux.jar"]
    (central / "org" / "sample" / "a" / "1" / "a-1.jar").unlink()
    fetch(listing, folder)


def test_a_jar_that_is_not_served_leaves_nothing_half_done(tmp_path: Path, central: Path, listing: Path) -> None:
    (central / "org" / "sample" / "b" / "2" / "b-2-linux.jar").unlink()
    folder = tmp_path / "jars" / "sample"
    with pytest.raises(
        StoreUnavailableError, match=r"cannot be fetched \(org\.sample:b:2:linux\): allow a download from Maven Central"
    ) as e:
        fetch(listing, folder)
    assert "\n" not in str(e.value)
    assert not any(path.is_dir() for path in folder.parent.iterdir())


def test_a_jar_that_is_not_the_expected_one_is_refused(tmp_path: Path, central: Path, listing: Path) -> None:
    (central / "org" / "sample" / "a" / "1" / "a-1.jar").write_bytes(b"something else")
    with pytest.raises(StoreUnavailableError, match=r"another org\.sample:a:1 than expected"):
        fetch(listing, tmp_path / "jars" / "sample")


def test_a_refused_connection_is_an_error_of_one_line(
    tmp_path: Path, listing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jgo.maven._core.DEFAULT_REMOTE_REPOS", {"central": "http://127.0.0.1:9"})
    with pytest.raises(StoreUnavailableError, match="Neo4j cannot be fetched"):
        fetch(listing, tmp_path / "jars" / "sample")


def test_without_the_extra_the_remedy_is_to_install_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("graph.store.engines._neo4j.find_spec", lambda _: None)
    with pytest.raises(StoreUnavailableError, match=r"install detente\[neo4j\]"):
        private_neo4j.start(tmp_path)


def test_the_list_of_neo4j_names_every_jar_once() -> None:
    lines = Neo4j().listing.read_text(encoding="utf-8").splitlines()
    entries = [line.split() for line in lines if not line.startswith("#")]
    coordinates = [coordinate for _, coordinate in entries]
    assert f"org.neo4j:neo4j:{Neo4j().version()}" in coordinates
    assert coordinates == sorted(set(coordinates))
    assert all(len(digest) == 64 and set(digest) <= set("0123456789abcdef") for digest, _ in entries)
