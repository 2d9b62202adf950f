"""What speaks Bolt: a Neo4j of the user's own, the embedded ArcadeDB, or a private Neo4j.

`configured()` is the server that NEO4J_URI names; `embedded()` starts ArcadeDB in the background, or joins the one that
runs; `private_neo4j.start()` does the same with a real Neo4j. One process serves all commands on a data folder. Nothing
here imports a driver, and joining a running engine takes milliseconds.
"""

from graph.store.engines import private_neo4j
from graph.store.engines._embedded import embedded, stop_embedded
from graph.store.engines._endpoint import Endpoint, configured
from graph.store.engines._folders import data_folder
from graph.store.engines._join import release

__all__ = ["Endpoint", "configured", "data_folder", "embedded", "private_neo4j", "release", "stop_embedded"]
