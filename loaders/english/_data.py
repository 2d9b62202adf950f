"""The data files of the reader: words and rules that are not code."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load(name: str) -> Any:  # noqa: ANN401 - the shape is the file's; each caller knows its own
    """The content of one data file, read once."""
    text = files("loaders.english").joinpath("data", name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=_Loader)  # noqa: S506 - both loaders are the safe ones


@cache
def words(name: str, part: str) -> frozenset[str]:
    """A set of words of a data file."""
    return frozenset(load(name)[part])
