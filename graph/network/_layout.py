from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

import networkx as nx
import numpy as np
import numpy.typing as npt

from graph.network._boxes import Boxes, boxes, push_apart
from graph.network._drawing import Drawing
from graph.network._outskirts import surround
from graph.network._pack import Component, pack
from graph.network._polish import polish
from graph.network._types import ActorGraph, Array, PairGraph

_SEED = 7
_EXACT = 150  # Kamada-Kawai and polishing cost the square of the actors and more
_APART = 800  # and so does pushing apart
_FEW = 60  # bold moves, too
_TRIED = 90  # actors in all the first drawings that are tried
_ROUNDS = 7
_LETTER = 7.0  # of the words on a line
_LINE = 16.0
_GAP = 19.0  # between parallel lines
_WORDED = 45  # with more ties the page puts no words on the lines
_FOES = 1.45  # how much further apart than allies
_ROOMY, _DENSE, _CLOSE = (
    62_000.0,
    10_500.0,
    4_000.0,
)  # square pixels for an actor: at most, at least, beside the largest
_LAPTOP = 520_000.0  # square pixels that a screen shows at once
_WIDE = 1.55


def layout(
    graph: ActorGraph, *, aspect: float = _WIDE, text: float = 1.0, core: Sequence[str] = ()
) -> dict[str, tuple[float, float]]:
    """Where to draw each actor: x to the right and y down, in pixels at full size, the same for the same graph.

    `aspect` is the width of the picture over its height; `text` enlarges the labels, for a picture that will be shown
    small. An edge may say with `heed` (0 to 1) how much its line counts. Allies are drawn nearer to each other than
    enemies. Boxes of symbol and label do not overlap; up to 150 actors the layout also avoids lines through somebody's
    box and crossings. The largest component comes first; the others and lone actors are drawn small, where they enlarge
    the picture least. With a `core`, its actors are drawn by themselves, and all others on a net around them.
    """
    if core and len(core) < len(graph):
        return _around(graph, layout(graph.subgraph(core), aspect=aspect, text=text), aspect, text)
    names = sorted(graph)
    room = boxes(graph, names, text)
    pairs = _pairs(graph, names)
    parts = sorted((sorted(part) for part in nx.connected_components(pairs)), key=lambda part: (-len(part), part))
    each = min(_ROOMY, _LAPTOP / max(1, len(names)) + _DENSE)
    components = [_component(pairs, part, room, aspect, each) for part in parts[:1]]
    components += [_component(pairs, part, room, _WIDE, min(each, _CLOSE * (1 + len(part)))) for part in parts[1:]]
    spots = pack(components, room, aspect)
    return {name: (round(float(x), 1), round(float(y), 1)) for name, (x, y) in zip(names, spots, strict=True)}


def _around(
    graph: ActorGraph, inner: dict[str, tuple[float, float]], aspect: float, text: float
) -> dict[str, tuple[float, float]]:
    """The inner actors where they are, and the others around them; those in most claims choose first."""
    names = sorted(graph)
    drawn = {number: inner[name] for number, name in enumerate(names) if name in inner}
    claims = [int(graph.nodes[name].get("claims", 0)) for name in names]
    order = sorted(set(range(len(names))) - set(drawn), key=lambda each: (-claims[each], each))
    spots = surround(_pairs(graph, names), drawn, order, boxes(graph, names, text), aspect)
    return {name: (round(float(x), 1), round(float(y), 1)) for name, (x, y) in zip(names, spots, strict=True)}


def _pairs(graph: ActorGraph, names: list[str]) -> PairGraph:
    """Who is tied to whom: `ties` is how many there are, `far` how far apart to draw, `words` the longest name."""
    number = {name: index for index, name in enumerate(names)}
    worded = graph.number_of_edges() <= _WORDED
    pairs: PairGraph = nx.Graph()
    pairs.add_nodes_from(range(len(names)))
    for source, target, name, tie in sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3]):
        a, b = number[source], number[target]
        if a == b:
            continue
        before = pairs.get_edge_data(a, b, {"far": _FOES, "words": 0, "ties": 0, "heed": 0.0})
        heed = float(tie.get("heed", 1.0))
        far = before["far"] if tie.get("polarity") == "conflict" else 1.0
        words = max(before["words"], len(name)) if worded and heed == 1 else before["words"]
        pairs.add_edge(
            a, b, far=far, near=1 / far, words=words, ties=before["ties"] + 1, heed=max(before["heed"], heed)
        )
    return pairs


def _component(pairs: PairGraph, part: list[int], room: Boxes, aspect: float, each: float) -> Component:
    """A component drawn by itself, with so many square pixels for each actor."""
    index = {actor: at for at, actor in enumerate(part)}
    within: PairGraph = nx.Graph()
    within.add_nodes_from(range(len(part)))
    ends = ((index[a], index[b], data) for a, b, data in pairs.subgraph(part).edges(data=True))
    inner = [(min(a, b), max(a, b), data) for a, b, data in ends]
    within.add_edges_from(sorted(inner, key=lambda edge: edge[:2]))
    if len(part) == 1:
        return Component(part, np.zeros((1, 2)), np.empty((0, 2), dtype=np.intp))
    drawing = _drawing(within, room.of(part), aspect, each)
    return Component(part, _drawn(within, room.of(part), drawing), drawing.lines)


def _drawn(within: PairGraph, room: Boxes, drawing: Drawing) -> Array:
    if len(within) > _EXACT:
        start = nx.forceatlas2_layout(within, seed=_SEED, max_iter=60)
        return push_apart(_fitted(start, drawing.frame), room, rounds=60 if len(within) <= _APART else 0)
    best, _ = min((_tried(start, drawing) for start in _starts(within, drawing)), key=lambda found: found[1])
    return push_apart(polish(best, drawing, _ROUNDS, bold=False)[0], room, rounds=300)


def _starts(within: PairGraph, drawing: Drawing) -> Iterator[Array]:
    """First drawings: by the paths between actors, and for small graphs by springs from several beginnings too."""
    yield _fitted(nx.kamada_kawai_layout(within, weight="far"), drawing.frame)
    for seed in range(min(4, _TRIED // len(within))):
        yield _fitted(nx.spring_layout(within, weight="near", seed=seed, iterations=60, method="force"), drawing.frame)


def _tried(start: Array, drawing: Drawing) -> tuple[Array, float]:
    if len(start) > _FEW:
        return start, 0.0
    return polish(start, drawing, _ROUNDS, bold=True)


def _drawing(within: PairGraph, room: Boxes, aspect: float, each: float) -> Drawing:
    edges = list(within.edges(data=True))
    lines = np.array([(a, b) for a, b, _ in edges], dtype=np.intp)
    far, words, ties, heed = (
        np.array([data[key] for *_, data in edges], float) for key in ("far", "words", "ties", "heed")
    )
    least = words * _LETTER + (room.up + room.down)[lines].sum(axis=1) / 2 + 14
    height = math.sqrt(each * len(room.half) / aspect)
    return Drawing(
        half=room.size / 2,
        centre=room.centre,
        lines=lines,
        wish=np.maximum(least, far * 0.92 * math.sqrt(each)),
        least=least,
        words=words * _LETTER + np.where(words > 0, _LINE, 0.0),
        heed=heed,
        spread=(ties - 1) * _GAP / 2,
        frame=np.array([height * aspect, height]) / 2,
    )


def _fitted(start: Mapping[int, npt.ArrayLike], frame: Array) -> Array:
    """The drawing turned so that its longest side lies along the frame's, and scaled to fill most of it."""
    spots = np.array([start[each] for each in range(len(start))], dtype=np.float64)
    spots -= spots.mean(axis=0)
    _, _, axes = np.linalg.svd(spots, full_matrices=False)
    # The sign of an axis is arbitrary; fix it, or two machines may draw mirror images.
    axes *= np.where(axes.sum(axis=1) < 0, -1, 1)[:, None]
    turned = spots @ axes.T
    if frame[1] > frame[0]:
        turned = turned[:, ::-1]
    middle = (turned.max(axis=0) + turned.min(axis=0)) / 2
    reach = np.maximum(np.ptp(turned, axis=0) / 2, 1e-9)
    fitted: Array = (turned - middle) * np.minimum(0.85 * frame / reach, 1e6)
    return fitted
