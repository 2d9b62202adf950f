from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from graph.model import ActorKind, Alias, AliasKind

RoleRelation = Literal["LEADS", "REPRESENTS"]


@dataclass(frozen=True, slots=True)
class Role:
    """An office that a person holds or held.

    `of` is the id of the state, organization or group; `since` and `until` are ISO dates, None where unknown or still
    open; `as_of` is the day on which an open role was last known to hold; `reference` says where it is known from.
    """

    office: str
    of: str
    since: str | None
    until: str | None
    as_of: str | None
    relation: RoleRelation
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A standing relation that the register knows: MEMBER_OF, PART_OF, PROXY_OF, BASED_IN, ALLIED_WITH, HOSTILE_TO."""

    source: str
    relation: str
    target: str
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One actor as the register's files describe it, all short forms written out."""

    id: str
    kind: ActorKind
    name: str
    qid: str | None = None
    codes: Mapping[str, str] = field(default_factory=dict[str, str], hash=False)
    country: str | None = None
    parent: str | None = None
    aliases: tuple[Alias, ...] = ()
    roles: tuple[Role, ...] = ()
    links: tuple[Link, ...] = ()

    def references(self) -> set[str]:
        """The ids of all other actors that the entry speaks of."""
        ids = (
            {role.of for role in self.roles}
            | {link.target for link in self.links}
            | {link.source for link in self.links}
        )
        return (ids | {one for one in (self.country, self.parent) if one}) - {self.id}


def slug(name: str) -> str:
    """A readable id made from a name.

    >>> slug("Côte d'Ivoire")
    'cote-d-ivoire'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def merged(base: Entry, more: Entry, drop: Sequence[str]) -> Entry:
    """The base with everything that the other entry adds, without the aliases to drop."""
    kept = tuple(alias for alias in base.aliases if alias.text not in drop)
    return replace(
        base,
        name=more.name or base.name,
        qid=more.qid or base.qid,
        codes={**base.codes, **more.codes},
        country=more.country or base.country,
        parent=more.parent or base.parent,
        aliases=unique((*more.aliases, *kept)),
        roles=base.roles + more.roles,
        links=base.links + more.links,
    )


def unique(aliases: Sequence[Alias]) -> tuple[Alias, ...]:
    """The aliases in their order, of each text the first."""
    return tuple({alias.text: alias for alias in reversed(aliases)}.values())[::-1]


def surnames(name: str) -> list[Alias]:
    """How a person is called after the first mention: the last word of the name, with and without its article.

    >>> [alias.text for alias in surnames("Bashar al-Assad")]
    ['al-Assad', 'Assad']
    """
    last = name.rsplit(maxsplit=1)[-1]
    texts = dict.fromkeys((last, re.sub(r"^[Aa]l-", "", last)))
    return [Alias(text, AliasKind.NAME, needs="context") for text in texts if text != name]
