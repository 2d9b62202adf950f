from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.model import ActorKind, Alias, AliasKind
from graph.register._entries import Entry, Link, Role, slug, surnames, unique
from graph.register._fields import Fault, Fields, Place, shown, string
from graph.register._offices import leads
from graph.register._sources import sources

_LISTS = {
    "aliases": AliasKind.NAME,
    "demonyms": AliasKind.DEMONYM,
    "capitals": AliasKind.CAPITAL,
    "seats": AliasKind.SEAT,
    "epithets": AliasKind.EPITHET,
    "organs": AliasKind.ORGAN,
}
_KINDS = [kind.value for kind in ActorKind]
_ENTRY = ["id", "extends", "kind", "name", "qid", "codes", "country", "parent", "since", "until", "surname", *_LISTS]
_ENTRY += ["drop", "roles", "ties", "members"]
_ALIAS = ["text", "kind", "needs", "stance", "since", "until"]
_ROLE = ["office", "of", "relation", "from", "to", "as_of", "source"]
_TIE = ["relation", "target", "from", "to", "as_of", "source"]
_MEMBER = ["id", "from", "to", "as_of", "source"]
_TIES = ["MEMBER_OF", "PART_OF", "PROXY_OF", "BASED_IN", "ALLIED_WITH", "HOSTILE_TO"]
_FILE = ["actors", "not_actors", *_KINDS]
_NOTHING = {"", "null", "~"}


def entry(raw: object, place: Place) -> Entry:
    """One entry of a file, checked; raises Fault.

    An entry with `extends` may leave out kind and name; its kind then means nothing.
    """
    fields = Fields(raw, place, _ENTRY)
    extends = "extends" in fields
    ident = fields.slug("extends" if extends else "id")
    kind = ActorKind(fields.choice("kind", _KINDS, ActorKind.COUNTRY if extends else None))
    name = fields.text("name") if "name" in fields or not extends else ""
    aliases = list(_aliases(fields))
    if kind is ActorKind.PERSON and not extends:
        aliases += _surnames(fields, name)
    return Entry(
        id=ident,
        kind=kind,
        name=name,
        qid=fields.qid(),
        codes=fields.texts("codes"),
        country=fields.reference("country"),
        parent=fields.reference("parent"),
        aliases=unique(aliases),
        roles=tuple(_role(each, where) for each, where in fields.items("roles")),
        links=tuple(_links(fields, ident)),
    )


def extends(raw: object) -> bool:
    """Whether an entry adds to an actor rather than describing one."""
    return isinstance(raw, dict) and "extends" in raw


def drops(raw: object, place: Place) -> list[str]:
    """The alias texts that an entry with `extends` takes away from the entry it extends."""
    return [string(each, where) for each, where in Fields(raw, place, _ENTRY).items("drop")]


def raw_entries(raw: object) -> Iterator[tuple[object, Place]]:
    """The entries of a file with their places.

    A file is a list of entries, or a mapping: `actors` with such a list, `not_actors` with phrases, and for each kind
    of actor names with the list of their aliases.
    """
    if isinstance(raw, list):
        yield from ((each, (index,)) for index, each in enumerate(raw))
        return
    if not isinstance(raw, dict):
        raise Fault((), f"a list of actors, or kinds with names and their aliases, not {shown(raw)}")
    yield from Fields(raw, (), _FILE).items("actors")
    for kind in _KINDS:
        yield from _short_forms(kind, raw.get(kind, {}))


def masks(raw: object) -> list[str]:
    """The phrases of a file that hold the name of an actor and mean none."""
    if not isinstance(raw, dict):
        return []
    return [string(each, where) for each, where in Fields(raw, (), _FILE).items("not_actors")]


def _short_forms(kind: str, named: object) -> Iterator[tuple[object, Place]]:
    if not isinstance(named, dict):
        raise Fault((kind,), f"names, each with the list of its aliases, not {shown(named)}")
    for name, aliases in named.items():
        if not slug(str(name)):
            raise Fault((kind, str(name)), "a name with letters of the Latin alphabet, or the full form with an id")
        nothing = isinstance(aliases, str) and aliases in _NOTHING
        yield {"id": slug(name), "kind": kind, "name": name, "aliases": [] if nothing else aliases}, (kind, name)


def _surnames(fields: Fields, name: str) -> list[Alias]:
    if "surname" not in fields:
        return surnames(name)
    text = fields.text("surname")
    return [] if text in _NOTHING else [Alias(text, AliasKind.NAME, needs="context")]


def _aliases(fields: Fields) -> Iterator[Alias]:
    since, until = fields.date("since"), fields.date("until")
    for key, kind in _LISTS.items():
        for each, where in fields.items(key):
            yield _alias(each, where, kind, since, until)


def _alias(raw: object, place: Place, kind: AliasKind, since: str | None, until: str | None) -> Alias:
    if isinstance(raw, str):
        return Alias(string(raw, place), kind, since=since, until=until)
    fields = Fields(raw, place, _ALIAS)
    return Alias(
        text=fields.text("text"),
        kind=AliasKind(fields.choice("kind", list(AliasKind), kind)),
        needs=fields.choice("needs", ["context"], ""),
        stance=fields.choice("stance", ["hostile", "friendly", "neutral"], ""),
        since=fields.date("since") or since,
        until=fields.date("until") or until,
    )


def _role(raw: object, place: Place) -> Role:
    fields = Fields(raw, place, _ROLE)
    office = fields.text("office")
    relation = fields.choice("relation", ["LEADS", "REPRESENTS"], "LEADS" if leads(office) else "REPRESENTS")
    return Role(
        office=office,
        of=fields.slug("of"),
        since=fields.date("from"),
        until=fields.date("to"),
        as_of=fields.date("as_of"),
        relation="LEADS" if relation == "LEADS" else "REPRESENTS",
        reference=_reference(fields),
    )


def _links(fields: Fields, ident: str) -> Iterator[Link]:
    if parent := fields.reference("parent"):
        yield Link(ident, "PART_OF", parent)
    for each, where in fields.items("ties"):
        tie = Fields(each, where, _TIE)
        yield _link(ident, tie.choice("relation", _TIES), tie.slug("target"), tie)
    for each, where in fields.items("members"):
        listed: Mapping[str, object] | object = {"id": each} if isinstance(each, str) else each
        member = Fields(listed, where, _MEMBER)
        yield _link(member.slug("id"), "MEMBER_OF", ident, member)


def _link(source: str, relation: str, target: str, fields: Fields) -> Link:
    dates = fields.date("from"), fields.date("to"), fields.date("as_of")
    return Link(source, relation, target, *dates, _reference(fields))


def _reference(fields: Fields) -> str | None:
    return sources().title(fields.text("source")) if "source" in fields else None
