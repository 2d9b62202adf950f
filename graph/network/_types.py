from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import networkx as nx
import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.intp]
Truth = npt.NDArray[np.bool_]

if TYPE_CHECKING:
    ActorGraph: TypeAlias = nx.MultiDiGraph[str]
    PairGraph: TypeAlias = nx.Graph[int]
else:
    ActorGraph = nx.MultiDiGraph
    PairGraph = nx.Graph
