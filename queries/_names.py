from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.errors import QueryError

if TYPE_CHECKING:
    from graph.store import Store, Table

# The best of: the id, the name, another name; each without regard to case but the id.
_ACTOR = """
MATCH (a:Actor)
WITH a.id AS id, a.name AS name, toLower($text) AS wanted, toLower(a.name) AS lower,
     [x IN coalesce(a.aliases, []) | toLower(x)] AS aliases
WITH id, name, CASE WHEN id = $text THEN 1 WHEN lower = wanted THEN 2 WHEN wanted IN aliases THEN 3 END AS rank
WHERE rank IS NOT NULL
RETURN id, name, rank ORDER BY rank, id
"""
_ACTORS = "MATCH (a:Actor) RETURN a.id AS id, a.name AS name, coalesce(a.aliases, []) AS others ORDER BY a.id"
_DOCUMENT = """
MATCH (d:Document)
WITH d.id AS id, coalesce(d.title, d.name) AS name,
     CASE WHEN d.id = $text THEN 1 WHEN d.name = $text THEN 2 WHEN toLower(d.title) = toLower($text) THEN 3 END AS rank
WHERE rank IS NOT NULL
RETURN id, name, rank ORDER BY rank, id
"""
_DOCUMENTS = """
MATCH (d:Document)
RETURN d.id AS id, d.name AS name, CASE WHEN d.title IS NULL THEN [] ELSE [d.title] END AS others ORDER BY d.id
"""
_SUGGESTIONS = 3


def actor_id(store: Store, text: str) -> str:
    """The id of the actor with that id, name or alias.

    Raises QueryError with suggestions where there is none, and with the choices where there are several.
    """
    return _one(store, text, "actor", store.read(_ACTOR, {"text": text}), _ACTORS)


def document_id(store: Store, text: str) -> str:
    """The id of the document with that id, name or title; errors as with actor_id."""
    return _one(store, text, "document", store.read(_DOCUMENT, {"text": text}), _DOCUMENTS)


def _one(store: Store, text: str, what: str, found: Table, everything: str) -> str:
    if not found.rows:
        raise QueryError(f"no {what} {text!r} in the store", remedy=_suggestion(text, store.read(everything)))
    best = [row for row in found.rows if row[2] == found.rows[0][2]]
    if len(best) > 1:
        choices = ", ".join(f"{row[0]} ({row[1]})" for row in best)
        raise QueryError(f"{text!r} names more than one {what}", remedy=f"give the id of one of {choices}")
    return str(best[0][0])


def _suggestion(text: str, everything: Table) -> str:
    from difflib import get_close_matches

    names: dict[str, str] = {}
    for key, name, others in everything.rows:
        for each in (key, name, *(others if isinstance(others, tuple) else ())):
            names.setdefault(str(each).casefold(), f"{name} ({key})")
    close = get_close_matches(text.casefold(), names, n=_SUGGESTIONS, cutoff=0.6)
    shown = list(dict.fromkeys(names[each] for each in close))
    return closest(shown) if shown else "load something that names it first"


def closest(choices: Sequence[str]) -> str:
    """Advice to take one of these.

    >>> closest(["Iran (iran)", "Iraq (iraq)"])
    'did you mean Iran (iran) or Iraq (iraq)?'
    """
    return f"did you mean {' or '.join(choices)}?"
