from __future__ import annotations

import re

import networkx as nx

from graph.network._types import ActorGraph

# Characters that XML 1.0 cannot hold, even as references.
_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MODIFIED = re.compile(r' lastmodifieddate="[^"]*"')


def to_gexf(graph: ActorGraph) -> str:
    """The graph as GEXF 1.2, which Gephi and networkx read: the same text every time for the same graph.

    Attributes that are unknown are left out; `outlets` becomes one text, separated by "; ". Characters that XML
    cannot hold become U+FFFD. `weight` in GEXF is the number of claims; the conflict-cooperation weight is `scale`.
    """
    plain: ActorGraph = nx.MultiDiGraph()
    for node in sorted(graph):
        data = graph.nodes[node]
        plain.add_node(_text(node), label=_text(data.get("name", node)), **_known(data, without={"name"}))
    ties = sorted(graph.edges(keys=True, data=True), key=lambda tie: tie[:3])
    for number, (source, target, name, tie) in enumerate(ties):
        values = _known(tie, without={"weight", "claims"})
        values |= {"relation": name, "scale": tie.get("weight", 0.0), "weight": tie.get("claims", 1)}
        plain.add_edge(_text(source), _text(target), key=name, id=str(number), label=name, **values)
    # The writer puts the day's date into the head, which would make every day's file another one.
    return _MODIFIED.sub("", "\n".join(nx.generate_gexf(plain)) + "\n")


def _known(data: dict[str, object], without: set[str]) -> dict[str, object]:
    return {key: _value(value) for key, value in data.items() if value is not None and key not in without}


def _value(value: object) -> object:
    if isinstance(value, bool | int | float):
        return value
    return _text("; ".join(map(str, value)) if isinstance(value, tuple) else str(value))


def _text(text: str) -> str:
    return _UNFIT.sub("\ufffd", text)
