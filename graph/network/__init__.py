"""Network analysis: the graph as networkx sees it, its blocs, a layout that never changes, and GEXF."""

from graph.network._blocs import blocs
from graph.network._boxes import label_lines, radius
from graph.network._build import network
from graph.network._gexf import to_gexf
from graph.network._layout import layout
from graph.network._types import ActorGraph

__all__ = ["ActorGraph", "blocs", "label_lines", "layout", "network", "radius", "to_gexf"]
