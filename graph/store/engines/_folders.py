"""The data folder, and files in it that only their owner may read."""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path

from graph.errors import StoreUnavailableError


def data_folder(home: Path | None = None) -> Path:
    """The absolute path of the data folder: `home`, else DETENTE_HOME, else the platform's place for data.

    >>> data_folder(Path("/srv/graphs"))
    PosixPath('/srv/graphs')
    """
    named = home or os.environ.get("DETENTE_HOME")
    return Path(named).expanduser().absolute() if named else _default_folder()


def private_folder(path: Path) -> Path:
    """Make the folder, with its parents, and close it to everybody but its owner.

    Raises StoreUnavailableError where the folder cannot be made or belongs to somebody else.
    """
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.chmod(0o700)
    except OSError as error:
        problem = f"no data folder at {path} ({error.strerror or error})"
        raise StoreUnavailableError(problem, remedy="set DETENTE_HOME to a folder that you may write to") from error
    return path


def write_private(path: Path, text: str) -> None:
    """Write a file of mode 0600 as a whole: a reader sees the old text or the new, never a part."""
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    fresh.replace(path)


def new_password() -> str:
    """A random password of 24 bytes that is safe on every line and in every file."""
    # A leading "-" would look like an option.
    return "p" + secrets.token_urlsafe(24)


def password_of(folder: Path) -> str:
    """The password of the engine in `folder`, as its preparation left it."""
    try:
        return (folder / "password").read_text(encoding="utf-8")
    except OSError as error:
        problem = f"the password of the store in {folder} cannot be read ({error.strerror or error})"
        raise StoreUnavailableError(problem, remedy="run `detente stop` and try again") from error


def _default_folder() -> Path:
    # A library for this costs a quarter of the time that a query may take.
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "detente"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "detente"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "detente"
