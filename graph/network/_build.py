from __future__ import annotations

import networkx as nx

from graph.model import Actor, Snapshot, Tie
from graph.network._blocs import blocs
from graph.network._types import ActorGraph
from graph.relations import relation


def network(snapshot: Snapshot) -> ActorGraph:
    """The actors and ties of a snapshot as a networkx graph, in sorted order.

    Nodes carry `name`, `kind`, `country`, `iso3`, `qid`, `known`, `claims` (how many asserted claims name the actor as
    source or target) and `bloc` (the number of its bloc, the largest first; -1 for an actor that is alone in its).
    Edges are keyed by relation and carry the tie's figures: `claims`, `documents`, `outlets`, `hedged`, `first`,
    `last`, `confidence`, `polarity`, `weight`, and `symmetric` and `stative` of the relation. Parallel ties stay apart.
    Raises VocabularyError for a tie whose relation is not in the vocabulary.
    """
    graph: ActorGraph = nx.MultiDiGraph()
    for actor in sorted(snapshot.actors, key=lambda each: each.id):
        graph.add_node(actor.id, **_node(actor))
    for tie in sorted(snapshot.ties, key=lambda each: (each.source, each.relation, each.target)):
        if tie.source in graph and tie.target in graph:
            graph.add_edge(tie.source, tie.target, key=tie.relation, **_edge(tie))
            for end in {tie.source, tie.target}:
                graph.nodes[end]["claims"] += tie.claims
    for number, bloc in enumerate(blocs(graph)):
        for actor_id in bloc:
            graph.nodes[actor_id]["bloc"] = number if len(bloc) > 1 else -1
    return graph


def _node(actor: Actor) -> dict[str, object]:
    return {
        "name": actor.name,
        "kind": actor.kind.value,
        "country": actor.country,
        "iso3": actor.iso3,
        "qid": actor.qid,
        "known": actor.known,
        "claims": 0,
        "bloc": -1,
    }


def _edge(tie: Tie) -> dict[str, object]:
    meaning = relation(tie.relation)
    return {
        "claims": tie.claims,
        "documents": tie.documents,
        "outlets": tie.outlets,
        "hedged": tie.hedged,
        "first": tie.first,
        "last": tie.last,
        "confidence": tie.confidence,
        "polarity": tie.polarity,
        "weight": tie.weight,
        "symmetric": meaning.symmetric,
        "stative": meaning.stative,
    }
