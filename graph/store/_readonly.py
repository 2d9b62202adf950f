from __future__ import annotations

import re

from graph.errors import QueryError

# ArcadeDB runs a writing text in a read transaction, and some of what it writes (an index, a subquery in
# transactions) outlives a rollback, so the words of the text decide before anything is sent.
_WRITING = re.compile("create|delete|detach|drop|foreach|insert|load|merge|remove|set|transactions", re.IGNORECASE)
# Commands of an administrator, which no word inside of a query can be.
_RULING = re.compile("alter|deallocate|deny|dryrun|enable|grant|reallocate|rename|revoke|start|stop|terminate", re.I)
_QUOTED = re.compile(
    r"""'(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*" | `(?:[^`]|``)*` | //[^\r\n]* | /\*.*?\*/""", re.VERBOSE | re.DOTALL
)
_WORD = re.compile(r"(?<![\w.:$&|!])(?<![.:$&|!]\s)[^\W\d]\w*")

_REMEDY = "ask with MATCH and RETURN, or say that the text may write (detente cypher --write)"


def refuse_writes(cypher: str) -> None:
    """Raise QueryError for a text with a clause that writes, changes the schema or loads files.

    Strings, names in backticks and comments are passed over; so is a word that is a label, type or property.

    >>> refuse_writes("MATCH (a:Set {name: 'create'}) RETURN a.set AS `DELETE` // MERGE")
    >>> refuse_writes("MATCH (a) SET a.name = 'x'")
    Traceback (most recent call last):
    ...
    graph.errors.QueryError: SET may not be used in a text that only reads: ask with MATCH and RETURN, or ...
    """
    bare = _QUOTED.sub(" ' ", cypher)
    if "\\" in bare:
        raise QueryError("a backslash outside of quotes", remedy="take it out of the Cypher text")
    words = _WORD.findall(bare)
    for place, word in enumerate(words):
        if _WRITING.fullmatch(word) or (place == 0 and _RULING.fullmatch(word)):
            raise QueryError(f"{word.upper()} may not be used in a text that only reads", remedy=_REMEDY)
