from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from graph.errors import InputError


def write_whole(path: Path, text: str) -> None:
    """Write a file as a whole or not at all; an older file of that name stays until the new one is complete.

    Raises InputError where it cannot be written.
    """
    target = path.resolve()
    try:
        if target.exists() and not stat.S_ISREG(target.stat().st_mode):
            raise InputError(f"{path} is not a regular file", remedy="give the name of a file to write")
        descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
    except OSError as error:
        raise InputError(f"{path} cannot be written ({error.strerror})", remedy="name another file with -o") from None
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(target)
    except BaseException as error:
        Path(name).unlink(missing_ok=True)
        if isinstance(error, OSError):
            problem = f"{path} cannot be written ({error.strerror})"
            raise InputError(problem, remedy="name another file with -o") from None
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
