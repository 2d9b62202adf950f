from __future__ import annotations

import gc
import hashlib
import json
from collections.abc import Mapping
from dataclasses import astuple, replace
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from graph.model import ActorKind, Alias, AliasKind
from graph.register._build import indexed
from graph.register._entries import Entry, Link, Role
from graph.register._lazy import LazyEntries
from graph.register._shards import Shards, from_texts
from graph.register._sources import FILE, sources
from graph.register._spellings import Spellings

COMPILED = "compiled.json"
_REFERENCE = 6  # the place of `reference`, the last, among the values of a role and of a tie
_Fact = TypeVar("_Fact", Role, Link)
_NO_SHARDS = {"offices.yaml", FILE}


def shipped() -> Shards:
    """The register of the package, from its compiled form as long as that was made from just these files."""
    texts = _texts(_data())
    compiled_form = _data().joinpath(COMPILED)
    if compiled_form.is_file():
        found = json.loads(compiled_form.read_text(encoding="utf-8"))
        if found["digest"] == _digest(texts):
            return Shards({each["id"]: _from_json(each) for each in found["entries"]}, tuple(found["masks"]))
    return from_files()


def quick() -> tuple[LazyEntries, Spellings, tuple[str, ...]] | None:
    """The entries of the package, each made when it is asked for, all spellings, and the phrases that mean no actor.

    None where the compiled form was made from other files.
    """
    collected = gc.isenabled()
    # A million objects that stay: to look for garbage among them takes longer than to make them.
    gc.disable()
    try:
        compiled_form = _data().joinpath(COMPILED)
        found = json.loads(compiled_form.read_text(encoding="utf-8")) if compiled_form.is_file() else {}
        if found.get("digest") != _digest(_texts(_data())):
            return None
        entries = LazyEntries({each["id"]: each for each in found["entries"]}, _from_json)
        texts, meanings, firsts = (found[name].split("\n") for name in ("texts", "meanings", "firsts"))
        return entries, Spellings(texts, meanings, firsts, found["starts"]), tuple(found["masks"])
    finally:
        if collected:
            gc.enable()


def from_files() -> Shards:
    """The register of the package, from its YAML files."""
    return from_texts({name: text for name, text in _texts(_data()).items() if name not in _NO_SHARDS})


def compiled() -> str:
    """The text of the compiled form, one actor a line."""
    shards = from_files()
    spellings = indexed(shards)[1]
    lines = ",\n".join(
        json.dumps(_to_json(shards.entries[ident]), ensure_ascii=False) for ident in sorted(shards.entries)
    )
    head = json.dumps({"digest": _digest(_texts(_data())), "masks": shards.masks}, ensure_ascii=False)
    index = {name: "\n".join(getattr(spellings, name)) for name in ("texts", "meanings", "firsts")}
    tail = json.dumps({**index, "starts": spellings.starts}, ensure_ascii=False)
    return f'{head[:-1]}, "entries": [\n{lines}\n],\n{tail[1:]}\n'


def _data() -> Traversable:
    return files("graph.register").joinpath("data")


def _texts(folder: Traversable, prefix: str = "") -> dict[str, str]:
    texts: dict[str, str] = {}
    for each in sorted(folder.iterdir(), key=lambda one: one.name):
        if each.is_dir():
            texts |= _texts(each, f"{prefix}{each.name}/")
        elif each.name.endswith(".yaml"):
            texts[f"{prefix}{each.name}"] = each.read_text(encoding="utf-8")
    return texts


def _digest(texts: Mapping[str, str]) -> str:
    return hashlib.sha256("\x1f".join(f"{name}\x1f{text}" for name, text in texts.items()).encode()).hexdigest()


def _to_json(entry: Entry) -> dict[str, object]:
    full: dict[str, object] = {
        "id": entry.id,
        "kind": entry.kind,
        "name": entry.name,
        "qid": entry.qid,
        "codes": entry.codes,
        "country": entry.country,
        "parent": entry.parent,
        "aliases": [_short(alias) for alias in entry.aliases],
        "roles": [_short(_with_name(role)) for role in entry.roles],
        "links": [_short(_with_name(link)) for link in entry.links],
    }
    return {key: value for key, value in full.items() if value}


def _short(value: Alias | Role | Link) -> list[str | None]:
    fields = list(astuple(value))
    while not fields[-1]:
        fields.pop()
    return fields


def _from_json(raw: Mapping[str, Any]) -> Entry:
    return Entry(
        id=raw["id"],
        kind=ActorKind(raw["kind"]),
        name=raw["name"],
        qid=raw.get("qid"),
        codes=raw.get("codes", {}),
        country=raw.get("country"),
        parent=raw.get("parent"),
        aliases=tuple(Alias(text, AliasKind(kind), *rest) for text, kind, *rest in raw.get("aliases", ())),
        roles=tuple(Role(*_with_title(role)) for role in raw.get("roles", ())),
        links=tuple(Link(*_with_title(link)) for link in raw.get("links", ())),
    )


def _with_name(fact: _Fact) -> _Fact:
    """With the name of its source for the title, nothing for the default: titles would double what offices take."""
    return replace(fact, reference=sources().name(fact.reference))


def _with_title(values: list[Any]) -> list[Any]:
    """All seven values of a compiled role or tie, the last of them the title of its source."""
    name = values[_REFERENCE] if len(values) > _REFERENCE else None
    return [*values[:_REFERENCE], *[None] * (_REFERENCE - len(values)), sources().title(name)]
