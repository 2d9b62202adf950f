from __future__ import annotations

import shlex


def start() -> None:
    """Start a private Neo4j and print how to use it.

    The first start fetches Neo4j from Maven Central, about 125 MB; it runs until it is stopped.
    """
    from graph.store.engines import private_neo4j

    endpoint = private_neo4j.start()
    for name, value in (("URI", endpoint.uri), ("USER", endpoint.user), ("PASSWORD", endpoint.password)):
        print(f"export NEO4J_{name}={shlex.quote(value)}")


def stop() -> None:
    """End the private Neo4j; what is in it stays."""
    from graph.store.engines import private_neo4j

    print("stopped" if private_neo4j.stop() else "the private Neo4j was not running")
