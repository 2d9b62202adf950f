"""The library of Cypher questions: one `.cypher` file each.

A file begins with comment lines that say what it asks, what it takes and what it gives:

    // name: who-arms-whom
    // question: Who arms whom, by the asserted claims?
    // parameters: since: date = null, limit: integer = 50
    // columns: supplier, receiver, claims

A line that begins with `//   ` (three spaces) goes on where the line before ended. A parameter without a default must
be given. Its type is text, actor, document, date, integer, number or boolean; an actor may be given by id, name or
alias, a document by id, name or title. The rest of the file is Cypher that Neo4j and ArcadeDB answer alike.
"""

from queries._header import parse
from queries._library import library
from queries._names import actor_id
from queries._query import Parameter, ParameterType, Query
from queries._run import run

__all__ = ["Parameter", "ParameterType", "Query", "actor_id", "library", "parse", "run"]
