from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from graph.register._yaml import parsed


def leads(office: str) -> bool:
    """Whether the holder of an office leads the state, organization or group, rather than representing it.

    >>> leads("prime minister"), leads("foreign minister")
    (True, False)
    """
    return office.casefold() in _data()["leads"]


def shared(office: str) -> bool:
    """Whether several people hold an office of one actor at a time."""
    return office.casefold() in _data()["shared"]


def same_office(office: str) -> str:
    """The commonest word for an office.

    >>> same_office("Secretary of State")
    'foreign minister'
    """
    return _words().get(office.casefold(), office.casefold())


@cache
def _words() -> Mapping[str, str]:
    return {word: office for office, words in _data()["same"].items() for word in words}


@cache
def _data() -> Mapping[str, Any]:
    text = files("graph.register").joinpath("data", "offices.yaml").read_text(encoding="utf-8")
    data: Mapping[str, Any] = parsed("offices.yaml", text)
    return data
