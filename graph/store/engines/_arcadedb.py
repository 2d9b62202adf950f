"""ArcadeDB as a plain Java process, from the runtime and the jars inside the wheel arcadedb-embedded.

The Python module of the wheel is never imported: it would start Java inside this process, where a signal crashes both.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from graph.errors import StoreUnavailableError
from graph.store.engines._folders import new_password, write_private

_REMEDY = "install arcadedb-embedded again, or set NEO4J_URI to a Neo4j of your own"
# Servers of other protocols, and a command line: what is not loaded cannot listen.
_LEFT_OUT = ("-console-", "-graphql-", "-mcp-", "-postgresw-", "-python-bridge", "-redisw-")


@dataclass(frozen=True, slots=True)
class ArcadeDB:
    """The engine that needs nothing but pip."""

    name: str = "arcadedb"
    title: str = "the embedded store"
    user: str = "root"
    database: str = "detente"
    ready: bytes = b"ArcadeDB Server started in"
    patience: float = 180.0
    ending: float = 15.0
    idles: bool = True

    def version(self) -> str:
        """The version of the wheel arcadedb-embedded."""
        # Slow to import, and needed only where the engine starts.
        from importlib.metadata import PackageNotFoundError, version

        try:
            return version("arcadedb-embedded")
        except PackageNotFoundError as error:
            raise StoreUnavailableError("arcadedb-embedded is not installed", remedy=_REMEDY) from error

    def prepare(self, folder: Path) -> None:
        """Make the password; the engine takes over a new one at its next start."""
        if not (folder / "password").exists():
            write_private(folder / "password", new_password())

    def command(self, folder: Path, port: int) -> list[str]:
        """Java with the settings that keep ArcadeDB private: loopback, no files, the password from its file."""
        package = _package()
        java = package / "jre" / "bin" / ("java.exe" if sys.platform == "win32" else "java")
        jars = sorted(str(jar) for jar in (package / "jars").glob("*.jar") if not _left_out(jar))
        if not java.is_file() or not jars:
            raise StoreUnavailableError(f"no Java runtime or no jars in {package}", remedy=_REMEDY)
        settings = [f"-Darcadedb.{key}={value}" for key, value in _settings(folder, port).items()]
        classes = ["-cp", os.pathsep.join(jars), "com.arcadedb.server.ArcadeDBServer"]
        return [str(java), *_FLAGS, *settings, *classes]


_FLAGS = (
    "-Xms32m",
    "-Xmx512m",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-Dfile.encoding=UTF-8",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
)


def _settings(folder: Path, port: int) -> dict[str, str]:
    return {
        # In production mode every error of a query reads "The request failed"; what that mode shuts is shut below.
        "server.mode": "test",
        "opencypher.loadCsv.allowFileUrls": "false",
        "opencypher.loadCsv.allowRemoteUrls": "false",
        # A commit is on the disk before it is acknowledged.
        "txWalFlush": "1",
        # Milliseconds; ArcadeDB disregards the time limit that a transaction brings along.
        "command.timeout": "60000",
        "server.rootPasswordPath": str(folder / "password"),
        "server.rootPath": str(folder),
        "server.databaseDirectory": str(folder / "databases"),
        "server.defaultDatabases": "detente[root]",
        "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "bolt.host": "127.0.0.1",
        "bolt.port": str(port),
        # The HTTP port cannot be left out; 0 is any free one.
        "server.httpIncomingHost": "127.0.0.1",
        "server.httpIncomingPort": "0",
    }


def _package() -> Path:
    spec = find_spec("arcadedb_embedded")
    if spec is None or not spec.submodule_search_locations:
        raise StoreUnavailableError("arcadedb-embedded is not installed", remedy=_REMEDY)
    return Path(next(iter(spec.submodule_search_locations)))


def _left_out(jar: Path) -> bool:
    return any(part in jar.name for part in _LEFT_OUT)
