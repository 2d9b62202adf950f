from __future__ import annotations

from collections import defaultdict

import networkx as nx

from graph.network._types import ActorGraph, PairGraph

# Standing relations that bind two actors together, though the scale gives them no sign.
BINDING = frozenset({"LEADS", "REPRESENTS", "PART_OF", "MEMBER_OF", "PROXY_OF"})
_SEED = 7


def blocs(graph: ActorGraph) -> list[frozenset[str]]:
    """Who stands with whom: every actor in exactly one bloc, larger blocs first, then by the smallest id.

    Louvain communities over the pairs of actors that cooperate, or are bound by an office or a membership, in more
    claims than they are in conflict. A community that still holds two enemies (more conflict than cooperation) is
    split between them where the fewest claims are cut, so that an enemy is never in one's own bloc. Hedged claims do
    not count: nobody is put into a bloc by an accusation or a rumour.
    """
    names = sorted(graph)
    balance = _balance(graph, {name: number for number, name in enumerate(names)})
    # Whole numbers as nodes: sets of strings have another order in every process.
    friends: PairGraph = nx.Graph()
    friends.add_nodes_from(range(len(names)))
    friends.add_weighted_edges_from((a, b, net) for (a, b), net in sorted(balance.items()) if net > 0)
    enemies = sorted((net, pair) for pair, net in balance.items() if net < 0)
    found: list[list[int]] = []
    for community in nx.community.louvain_communities(friends, weight="weight", seed=_SEED):
        found += _split(friends, sorted(community), [pair for _, pair in enemies])
    return [frozenset(names[each] for each in bloc) for bloc in sorted(found, key=lambda bloc: (-len(bloc), bloc))]


def _balance(graph: ActorGraph, number: dict[str, int]) -> dict[tuple[int, int], int]:
    """Claims of friendship minus claims of conflict, by pair, those that are hedged left out."""
    balance: defaultdict[tuple[int, int], int] = defaultdict(int)
    for source, target, name, tie in graph.edges(keys=True, data=True):
        if source == target:
            continue
        sure = tie["claims"] - tie["hedged"]
        pair = min(number[source], number[target]), max(number[source], number[target])
        if tie["polarity"] == "cooperation" or name in BINDING:
            balance[pair] += sure
        elif tie["polarity"] == "conflict":
            balance[pair] -= sure
    return balance


def _split(friends: PairGraph, members: list[int], enemies: list[tuple[int, int]]) -> list[list[int]]:
    inside = set(members)
    within = [pair for pair in enemies if inside.issuperset(pair)]
    if not within:
        return [members]
    part = friends.subgraph(members)
    _, sides = nx.minimum_cut(part, *within[0], capacity="weight")
    pieces = [sorted(piece) for side in sides for piece in nx.connected_components(part.subgraph(side))]
    return [bloc for piece in sorted(pieces) for bloc in _split(friends, piece, within)]
