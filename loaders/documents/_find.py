from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

SUFFIXES = frozenset({".txt", ".md", ".html", ".htm", ".jsonl"})
"""The endings by which an article in a folder is known; a file named outright may have any."""


def find_articles(paths: Sequence[Path]) -> list[Path]:
    """The files to read: every path that is no folder, and the articles in every folder, sorted, each once.

    Hidden files and folders are passed over and links to folders are not followed. A path that does not exist, and a
    folder without articles, stay in the list: reading them says what is wrong.
    """
    found = dict.fromkeys(file for path in paths for file in _expand(path))
    return list(found)


def _expand(path: Path) -> list[Path]:
    try:
        return (sorted(_articles(path)) or [path]) if path.is_dir() else [path]
    except OSError:
        return [path]


def _articles(folder: Path) -> Iterator[Path]:
    for where, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(where, name)
            if path.suffix.lower() in SUFFIXES and not name.startswith("."):
                yield path
