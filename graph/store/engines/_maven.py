"""Jars from Maven Central, by jgo, each checked against a list of SHA-256 sums."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import filelock

from graph.errors import StoreUnavailableError
from graph.store.engines._folders import private_folder

if TYPE_CHECKING:
    from jgo.maven import MavenContext

_TIMEOUT_SECONDS = 30
_AT_ONCE = 8
_REMEDY = "allow a download from Maven Central once, or set NEO4J_URI to a Neo4j of your own"


def fetch(listing: Path, folder: Path) -> None:
    """Fill `folder` with the jars of the listing; where it is there already, nothing is done.

    The folder appears as a whole or not at all. Raises StoreUnavailableError where a jar cannot be had or is not the
    one that the listing names.
    """
    private_folder(folder.parent)
    with filelock.FileLock(folder.with_name(f"{folder.name}.lock"), mode=0o600):
        if folder.exists():
            return
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f"{folder.name}.") as name:
            fresh = Path(name)
            _download(listing, fresh)
            (fresh / "jars").rename(folder)


def _download(listing: Path, fresh: Path) -> None:
    from jgo.maven import MavenContext

    (fresh / "jars").mkdir()
    context = MavenContext(repo_cache=fresh / "m2", local_repos=[], timeout=_TIMEOUT_SECONDS)
    wanted = list(_entries(listing))
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        tasks = [pool.submit(_jar, context, coordinate, digest) for coordinate, digest in wanted]
        try:
            for task in tasks:
                jar = task.result()
                shutil.move(jar, fresh / "jars" / jar.name)
        except StoreUnavailableError:
            pool.shutdown(cancel_futures=True)
            raise


def _jar(context: MavenContext, coordinate: str, digest: str) -> Path:
    group, artifact, version, *classifier = coordinate.split(":")
    component = context.project(group, artifact).at_version(version)
    try:
        jar = Path(component.artifact(*classifier).resolve())
    # jgo raises RuntimeError for a jar that it cannot find, and whatever its HTTP library raises: mostly OSError.
    except (RuntimeError, OSError) as error:
        raise StoreUnavailableError(f"Neo4j cannot be fetched ({coordinate})", remedy=_REMEDY) from error
    if hashlib.sha256(jar.read_bytes()).hexdigest() != digest:
        raise StoreUnavailableError(f"Maven Central sent another {coordinate} than expected", remedy=_REMEDY)
    return jar


def _entries(listing: Path) -> Iterator[tuple[str, str]]:
    for line in listing.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            digest, coordinate = line.split()
            yield coordinate, digest
