"""The cast of one document: who has been named so far, and by which short names they may be called again."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from graph.model import Actor, ActorKind
from graph.register import Register, Role
from loaders.english._data import words
from loaders.english._pipeline import is_word

_LONG = 4


@dataclass
class Cast:
    """Actors of one document.

    `countries` are those spoken of: they decide who a surname is. `people` are by surname, and in `middles` by a middle
    name, which somebody may be called by that nobody has for a surname. By his given name, of `givens`, only he is
    called who has such a title: "Sheikh Ahmad".
    """

    register: Register
    published: str | None = None
    people: dict[str, Actor] = field(default_factory=dict[str, Actor])
    middles: dict[str, Actor] = field(default_factory=dict[str, Actor])
    givens: dict[str, Actor] = field(default_factory=dict[str, Actor])
    shorts: dict[str, Actor] = field(default_factory=dict[str, Actor])
    unknown: dict[str, Actor] = field(default_factory=dict[str, Actor])
    countries: set[str] = field(default_factory=set[str])
    named: set[str] = field(default_factory=set[str])
    document: str = ""

    def meet(self, actor: Actor, text: str) -> None:
        """Notes that an actor has been named in full; some are called by a middle name: "Brice Oligui Nguema"."""
        self.named.add(actor.id)
        if actor.kind is ActorKind.COUNTRY:
            self.countries.add(actor.id)
        short = _without_sort(text, actor) if actor.kind not in {ActorKind.PERSON, ActorKind.COUNTRY} else ""
        if short and not self.register.find(short):
            self.shorts.setdefault(short, actor)
        if actor.kind is ActorKind.PERSON and " " in text.strip():
            self.people.setdefault(surname(text), actor)
            titles = words("titles.yaml", "with_given_names")
            self.givens.setdefault(next((part for part in text.split() if part.lower() not in titles), text), actor)
            for part in text.split()[1:-1]:
                if len(part) >= _LONG and part[0].isupper():
                    self.middles.setdefault(part, actor)

    def roles(self, person: Actor) -> list[Role]:
        """The offices that the register has a person hold at the date of the document."""
        roles = self.register.roles(person.id) if person.known else ()
        return [each for each in roles if _holds(each.since, each.until, self.published)]

    def leads(self, person: Actor) -> bool:
        """Whether a person leads his country then, as far as the register knows."""
        return any(each.relation == "LEADS" and each.of == person.country for each in self.roles(person))

    def stranger(self, name: str, kind: ActorKind, country: Actor | None = None) -> Actor:
        """The actor that a name means which the register does not know; the same name is the same actor."""
        known = self.unknown.get(name) or self.people.get(name)
        if known is not None:
            return known
        actor = Actor(
            id=slug(name),
            name=name,
            kind=kind,
            country=(country.id if country.kind is ActorKind.COUNTRY else country.country) if country else None,
            iso3=country.iso3 if country else None,
            known=False,
        )
        self.unknown[name] = actor
        self.meet(actor, name)
        if kind is not ActorKind.PERSON and (acronym := _acronym(name)):
            self.shorts.setdefault(acronym, actor)
        return actor

    def nameless(self, noun: str, kind: ActorKind, country: Actor | None = None) -> Actor:
        """An actor that is only called "gunmen" or "protesters", of a country only where one is told.

        In one document these are one actor; those of another document are others, so that they are not taken for one.
        """
        ident = slug(f"{noun} in {self.document}")
        home, iso3 = (country.id, country.iso3) if country is not None else (None, None)
        return self.unknown.setdefault(ident, Actor(ident, noun, kind, country=home, iso3=iso3, known=False))


def _holds(since: str | None, until: str | None, date: str | None) -> bool:
    return date is None or ((since or "0")[:7] <= date[:7] <= (until or "9999")[:7])


def surname(name: str) -> str:
    """The last word of a person's name, with its particle.

    >>> surname("Bashar al-Assad"), surname("Hans Van den Broek")
    ('Assad', 'Broek')
    """
    return re.sub(r"^(?:al|el)-", "", name.rsplit(maxsplit=1)[-1], flags=re.IGNORECASE)


def slug(name: str) -> str:
    """A readable id for a name.

    >>> slug("Jusoor For Studies"), slug("Iranian-backed militias")
    ('jusoor-for-studies', 'iranian-backed-militias')
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "x" + name.encode("utf-8", "replace").hex()[:16]


def _without_sort(name: str, actor: Actor) -> str:
    """What a body is called without the word for what it is: "Move Forward" of a party, "Barrick" of a mining company.

    One word alone only a company is called by, and words of the dictionary nobody: "Northern" is no mining company.
    """
    parts = name.split()
    least = 2 if actor.kind is ActorKind.COMPANY else 3
    plain = parts[:-1] if len(parts) >= least and parts[-1].lower() in words("titles.yaml", "sorts_in_names") else []
    if (
        not plain
        or not plain[-1][:1].isupper()
        or len(plain[-1]) < _LONG
        or all(is_word(each.lower()) for each in plain)
    ):
        return ""
    return " ".join(plain)


def _acronym(name: str) -> str:
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    return initials if len(initials) > 2 else ""  # noqa: PLR2004
