from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from typing import Protocol, runtime_checkable

from detente.cli._plain import clean
from graph.errors import DetenteError, QueryError, VocabularyError


@runtime_checkable
class _UsageError(Protocol):
    """What typer raises for a wrong command line; its class is no public name of typer."""

    exit_code: int

    def format_message(self) -> str: ...


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit status; errors are printed, one line each."""
    _set_encoding()
    try:
        from detente.cli._app import app

        status = app(arguments, prog_name="detente", standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except (QueryError, VocabularyError) as error:
        return _fail(str(error), 2)
    except DetenteError as error:
        return _fail(str(error), 1)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        if isinstance(error, _UsageError):
            command = getattr(getattr(error, "ctx", None), "command_path", "detente")
            return _fail(f"{error.format_message().rstrip('.')}; see `{command} --help`", error.exit_code)
        raise


def _set_encoding() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def _fail(problem: str, status: int) -> int:
    sys.stdout.flush()
    print(f"detente: {clean(problem)}", file=sys.stderr)
    return status
