"""The store: documents, claims, actors and the ties between them, in a graph database that speaks Bolt.

    with open_store() as store:
        store.write(readings)
        store.read("MATCH (a:Actor)-[t:ARMS]->(b:Actor) RETURN a.name, b.name ORDER BY a.name, b.name")

Ties are never written by hand: each one is derived from the asserted claims of its two actors and relation, and
derived again whenever one of those claims comes or goes.
"""

from graph.store._bolt import BoltStore
from graph.store._open import open_store, stop_embedded
from graph.store._protocol import Parameters, Store, Table, Value, Written

__all__ = ["BoltStore", "Parameters", "Store", "Table", "Value", "Written", "open_store", "stop_embedded"]
