"""Whether the engine that is installed can read the data in a folder."""

from __future__ import annotations

from pathlib import Path

from graph.errors import StoreVersionError
from graph.store.engines._engine import Engine
from graph.store.engines._folders import write_private


def check_version(engine: Engine, folder: Path) -> None:
    """Raise StoreVersionError where the data was last written by a version of another release.

    A release is the first two parts of a version: 26.10 of 26.10.2, 5.26 of 5.26.30.
    """
    path = folder / "version"
    if not path.exists():
        return
    written = path.read_text(encoding="utf-8", errors="replace").strip()
    installed = engine.version()
    if _release(written) != _release(installed):
        remedy = f"install that version, or move {folder} away and load the articles again"
        raise StoreVersionError(f"{folder} was written by {engine.name} {written!r}, not {installed}", remedy=remedy)


def note_version(folder: Path, version: str) -> None:
    """Leave word of the version that writes in `folder` from now on."""
    write_private(folder / "version", f"{version}\n")


def _release(version: str) -> list[str]:
    return version.split(".")[:2]
