from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from graph.model import Status
from graph.network import ActorGraph, label_lines, radius
from graph.page._choose import Part
from graph.page._layouts import laid_out
from graph.page._lines import Line
from graph.relations import relations

_WIDEST, _USUAL = 6.0, 1.6
_WIDE, _TALL = 1.65, 0.62
_LARGER = 1.4  # labels on a small screen, against the drawing
_UNHEEDED = 0.2  # a line that is not drawn at first bends the layout but little
_TWO_LAYOUTS = 40  # up to so many actors there is a second layout, for screens that are higher than wide

_OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "tooltipDelay": 120,
        "selectable": False,
        "dragNodes": True,
        "keyboard": {"enabled": False},
        "zoomSpeed": 0.6,
    },
    "edges": {
        "chosen": False,
        "smooth": False,
        "arrows": {"to": {"scaleFactor": 0.55}},
        "arrowStrikethrough": False,
        "font": {"size": 13, "face": "Arial,Helvetica,sans-serif", "align": "middle", "strokeWidth": 4},
        "scaling": {"label": {"drawThreshold": 11}},
    },
    "nodes": {
        "chosen": False,
        "borderWidth": 1.5,
        "font": {"size": 14, "face": "Arial,Helvetica,sans-serif", "strokeWidth": 4},
        "scaling": {"label": {"drawThreshold": 7}},
    },
}


class Canvas(Protocol):
    """The part of pyvis' Network that drawing needs; pyvis has no types of its own."""

    nodes: list[dict[str, object]]
    edges: list[dict[str, object]]

    def add_node(
        self, n_id: str, label: str, shape: str, *, size: float, x: float, y: float, rank: int, tall: list[float]
    ) -> None:
        """Adds an actor."""

    def add_edge(self, source: str, to: str, **options: object) -> None:
        """Adds a line; both ends must be there."""

    def set_options(self, options: str) -> None:
        """Takes the options of vis-network as JSON."""


def draw(net: Canvas, part: Part, graph: ActorGraph, drawn: list[Line], cache: Path | None) -> None:
    """Puts actors and lines into the network; nodes are n0, n1..., lines known by their place: no text is ever a key.

    Nothing that came from an article goes into a title: the page writes its tooltips itself, as text.
    """
    ids = _place(net, part, _sketch(graph, drawn), cache)
    numbers = {name: number for number, name in enumerate(used(drawn))}
    for line in drawn:
        net.add_edge(ids[line.source], ids[line.target], relation=numbers[line.relation.name], **_strokes(line))
    _slim(net, {ids[actor.id]: actor.name for actor in part.snapshot.actors if actor.id in ids})
    net.set_options(json.dumps(_OPTIONS))


def used(drawn: list[Line]) -> list[str]:
    """The relations of these lines, in the order of the vocabulary."""
    found = {line.relation.name for line in drawn}
    return [name for name in relations() if name in found]


def _slim(net: Canvas, names: Mapping[str, str]) -> None:
    """Takes away what pyvis adds and the page has from elsewhere.

    Shapes follow from kinds, colours from the theme, arrows from filters, and a label of one line from the name.
    """
    for node in net.nodes:
        node.pop("color", None)
        node.pop("shape", None)
        if node["label"] == names[str(node["id"])]:
            node.pop("label")
        if not node["tall"]:
            node.pop("tall")
    for edge in net.edges:
        edge.pop("arrows", None)
        if edge.get("width") == 1:
            edge.pop("width")


def _strokes(line: Line) -> dict[str, object]:
    """How the line looks, without what goes without saying: asserted, thin, straight, solid."""
    tie = line.status is Status.ASSERTED
    look: dict[str, object] = {}
    if tie and len(line.claims) > 1:
        look["width"] = round(min(_WIDEST, _USUAL + 1.2 * math.log2(len(line.claims))), 2)
    if not tie:
        look["status"] = line.status.value
    if line.slot:
        look["slot"] = line.slot if line.source <= line.target else -line.slot
    return look


def _place(net: Canvas, part: Part, sketch: ActorGraph, cache: Path | None) -> dict[str, str]:
    wide = laid_out(sketch, cache, aspect=_WIDE, core=part.core)
    tall = laid_out(sketch, cache, aspect=_TALL, text=_LARGER) if len(sketch) <= _TWO_LAYOUTS else None
    rank = {actor: number for number, actor in enumerate(part.ranked)}
    ids: dict[str, str] = {}
    for number, actor in enumerate(part.snapshot.actors):
        if actor.id not in wide:
            continue
        ids[actor.id] = f"n{number}"
        net.add_node(
            ids[actor.id],
            label="\n".join(label_lines(actor.name)),
            shape="dot",
            size=round(radius(int(sketch.nodes[actor.id]["claims"])), 1),
            x=round(wide[actor.id][0]),
            y=round(wide[actor.id][1]),
            rank=rank[actor.id],
            tall=[round(each) for each in tall[actor.id]] if tall else [],
        )
    return ids


def _sketch(graph: ActorGraph, drawn: list[Line]) -> ActorGraph:
    """What the layout is to know: also claims that make no tie, so that their lines find room when switched on."""
    named = {end for line in drawn for end in (line.source, line.target)}
    sketch: ActorGraph = graph.__class__()
    sketch.add_nodes_from((each, graph.nodes[each]) for each in sorted(graph) if each in named)
    for line in drawn:
        key = line.relation.name if line.status is Status.ASSERTED else f"{line.relation.name} {line.status}"
        heed = 1.0 if line.status is Status.ASSERTED else _UNHEEDED
        sketch.add_edge(line.source, line.target, key=key, polarity=line.relation.polarity.value, heed=heed)
    return sketch
