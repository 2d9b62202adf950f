"""The data files of the resolution: words and rules that are not code."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# The reader and the resolution know the same titles and agents; reading them there would load the whole parser.
_SHARED = ("titles.yaml", "agents.yaml")


@cache
def load(name: str) -> Any:  # noqa: ANN401 - the shape is the file's; each caller knows its own
    """The content of one data file, read once."""
    folder = files("loaders").joinpath("english" if name in _SHARED else "resolution", "data")
    return yaml.load(folder.joinpath(name).read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - the safe loaders


@cache
def words(name: str, part: str) -> frozenset[str]:
    """A set of words of a data file."""
    return frozenset(str(each) for each in load(name)[part])
