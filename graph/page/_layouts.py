from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TypeAlias

from graph.network import ActorGraph, layout

Places: TypeAlias = dict[str, tuple[float, float]]

_KEPT = 64  # layouts in the folder, the ones that were used last


def laid_out(
    graph: ActorGraph, folder: Path | None, *, aspect: float, text: float = 1.0, core: tuple[str, ...] = ()
) -> Places:
    """The layout of the graph, from the folder where it was laid out before.

    A layout is found by the hash of all that it depends on, the code included. A folder that cannot be read or
    written, or a file in it that is no layout of this graph, costs time and nothing else.
    """
    if folder is None:
        return layout(graph, aspect=aspect, text=text, core=core)
    file = folder / f"{_key(graph, aspect, text, core)}.json"
    if places := _read(file, graph):
        return places
    places = layout(graph, aspect=aspect, text=text, core=core)
    with contextlib.suppress(OSError):
        _write(file, places)
    return places


def _key(graph: ActorGraph, aspect: float, text: float, core: tuple[str, ...]) -> str:
    nodes = [(name, graph.nodes[name].get("name"), graph.nodes[name].get("claims")) for name in sorted(graph)]
    edges = sorted((a, b, key, tie["polarity"], tie["heed"]) for a, b, key, tie in graph.edges(keys=True, data=True))
    plain = json.dumps([_code(), aspect, text, core, nodes, edges])
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:32]


@cache
def _code() -> str:
    """A hash of the code that lays out, so that another version never takes an old layout for its own."""
    modules = sorted(
        (each for each in files("graph.network").iterdir() if each.name.endswith(".py")), key=lambda each: each.name
    )
    return hashlib.sha256(b"".join(each.read_bytes() for each in modules)).hexdigest()


def _read(file: Path, graph: ActorGraph) -> Places | None:
    try:
        found = json.loads(file.read_text("utf-8"))
        places = {str(name): (float(x), float(y)) for name, (x, y) in found.items()}
        if places.keys() != set(graph):
            return None
        os.utime(file)
    except (OSError, ValueError, TypeError, AttributeError):
        return None
    return places


def _write(file: Path, places: Places) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    fresh.write_text(json.dumps(places, separators=(",", ":")), "utf-8")
    fresh.replace(file)
    used = sorted(file.parent.glob("*.json*"), key=lambda each: each.stat().st_mtime, reverse=True)
    for old in used[_KEPT:]:
        old.unlink(missing_ok=True)
