"""Offices that a sentence gives to persons: "Foreign Minister Sergei Lavrov", "Velayati, an adviser to Khamenei"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from graph.model import Actor, ActorKind
from loaders.english._data import words
from loaders.english._referent import Referent, serves
from loaders.english._referents import GOVERNMENTS, Referents
from loaders.english._sentence import Mention, Office
from loaders.english._titles import ACCREDITED, is_former, is_of_state, relation_of, title_at
from loaders.english._tree import ancestors, child, children, preposition

_LEADS_OF = frozenset(
    {
        ActorKind.COUNTRY,
        ActorKind.ORGANIZATION,
        ActorKind.ARMED_GROUP,
        ActorKind.AGENCY,
        ActorKind.PEOPLE,
        ActorKind.COMPANY,
    }
)


_VAGUE = frozenset({"a", "an", "another"})
_COMMANDS = frozenset({"commander", "force commander", "general", "director", "commissioner"})
# "To" says of these where they are accredited, not whom they serve.
_FORCES = frozenset({ActorKind.ORGANIZATION, ActorKind.ARMED_GROUP, ActorKind.AGENCY})


@dataclass(frozen=True, slots=True)
class _Title:
    relation: str
    start: int
    end: int


def offices_in(view: Referents) -> Iterator[Office]:
    """Every office that is held now, with the tokens that say so."""
    for mention in view.sentence.mentions:
        if mention.actor.kind is ActorKind.PERSON:
            if (office := _announced(mention, view)) is not None:
                yield office
                continue
            yield from _before_name(mention, view)
            beside = list(_beside_name(mention, view))
            yield from (
                beside or list(_apposed(mention, view)) or _possessed(mention, view) or _governing(mention, view)
            )


def _announced(mention: Mention, view: Referents) -> Office | None:
    """As in "the President of Tajikistan, Emomali Rahmon": title, body and a comma right before the name."""
    doc = view.sentence.doc
    comma = mention.start - 1
    of = view.mention(doc[comma - 1]) if comma > 1 and doc[comma].text == "," else None
    if of is None or of.end != comma or of.actor.kind is ActorKind.PERSON:
        return None
    start = of.start - 1
    start -= start > 0 and doc[start].lower_ == "the"
    if start < 1 or doc[start].lower_ not in {"of", "for", "to"}:
        return None
    title = _title_ending(view, start)
    if title is None or not title.relation or (title.start > 0 and is_former(doc[title.start - 1].text)):
        return None
    owner = of.actor
    if doc[title.end - 1].lower_ in ACCREDITED and "to" in {each.lower_ for each in doc[title.end : of.start]}:
        sender = _owner_before(view, title.start)
        if sender is None:
            return None
        owner = sender
    return Office(mention.actor, _fit(title.relation, owner), owner, title.start, mention.end - 1)


def _possessed(mention: Mention, view: Referents) -> list[Office]:
    """As in "Brazil's Lula": a country's name says whose office-holder somebody is that the register knows."""
    before = _mention_before(view, mention.start)
    if before is None or before.end == mention.start or before.actor.kind is not ActorKind.COUNTRY:
        return []
    held = [each for each in view.cast.roles(mention.actor) if each.of == before.actor.id]
    return [Office(mention.actor, held[-1].relation, before.actor, before.start, mention.end - 1)] if held else []


def _governing(mention: Mention, view: Referents) -> list[Office]:
    """As in "Ortega's government": who has one leads the country that the register has him lead then."""
    name = view.sentence.doc[mention.start : mention.end].root
    if name.dep_ != "nmod:poss" or name.head.lower_ not in GOVERNMENTS:
        return []
    led = [each.of for each in view.cast.roles(mention.actor) if each.relation == "LEADS"]
    country = view.cast.register.get(led[-1]) if led else None
    if country is None or country.kind is not ActorKind.COUNTRY:
        return []
    return [Office(mention.actor, "LEADS", country, mention.start, name.head.i)]


def _before_name(mention: Mention, view: Referents) -> Iterator[Office]:
    doc = view.sentence.doc
    found = None
    start = mention.start
    while (title := _title_ending(view, start)) is not None:
        start = title.start
        found = title if title.relation else found
    if found is None or (start > 0 and is_former(doc[start - 1].text)) or _after_former(view, start):
        return
    of = (
        _owner_before(view, start)
        or _owner_after(view, found, mention)
        or _known_employer(mention.actor, found, view)
        or _state_of(mention.actor, found, view)
    )
    if of is not None and of.id != mention.actor.id:
        owner = _mention_before(view, start)
        first = owner.start if owner is not None else start
        yield Office(mention.actor, _fit(found.relation, of), of, first, mention.end - 1)


def _fit(name: str, of: Actor, title: str = "") -> str:
    """Nobody leads a person: who serves one represents it. A commander leads a force, but represents a country."""
    if title in _COMMANDS and of.kind in _FORCES:
        return "LEADS"
    return name if of.kind in _LEADS_OF else "REPRESENTS"


def _title_ending(view: Referents, end: int) -> _Title | None:
    doc = view.sentence.doc
    lowered = [token.lower_ for token in doc]
    for start in range(max(0, end - 4), end):
        length = title_at(lowered, start)
        if length and start + length == end:
            return _Title(relation_of(lowered[start:end]), start, end)
    return None


def _after_former(view: Referents, start: int) -> bool:
    """As in "former IDF Chief of Staff X": the word stands before the owner."""
    doc = view.sentence.doc
    return any(is_former(doc[i].text) for i in range(max(0, start - 3), start))


def _mention_before(view: Referents, start: int) -> Mention | None:
    """The name that ends right before a title, over a possessive and words like "top"."""
    doc = view.sentence.doc
    before = start - 1
    while before >= 0 and doc[before].lower_ in words("titles.yaml", "between"):
        before -= 1
    mention = view.mention(doc[before]) if before >= 0 else None
    return mention if mention is not None and mention.end - 1 == before else None


def _owner_before(view: Referents, start: int) -> Actor | None:
    """As in "Iran Supreme Leader", "Russia's foreign minister", "Syrian dictator"."""
    mention = _mention_before(view, start)
    return mention.actor if mention is not None and mention.actor.kind is not ActorKind.PERSON else None


def _owner_after(view: Referents, title: _Title, mention: Mention) -> Actor | None:
    """As in "leader of Hezbollah Hassan Nasrallah" has the owner between title and name."""
    doc = view.sentence.doc
    if title.end < mention.start and doc[title.end].lower_ == "of":
        inner = view.mention(doc[title.end + 1])
        return inner.actor if inner is not None else None
    return None


def _known_employer(person: Actor, title: _Title, view: Referents) -> Actor | None:
    """The register knows for whom a person holds an office at the time; the text says only the title."""
    if not person.known:
        return None
    register = view.cast.register
    office = view.sentence.doc[title.start : title.end].text.lower()
    for role in register.roles(person.id):
        holder = register.holder(office, role.of, view.cast.published or role.since)
        if holder is not None and holder.id == person.id:
            return register.get(role.of)
    held = {role.of for role in view.cast.roles(person) if office.split()[-1] in role.office.lower().split()}
    return register.get(held.pop()) if len(held) == 1 else None


def _state_of(person: Actor, title: _Title, view: Referents) -> Actor | None:
    """As in "Energy Minister Irene Velez": where nobody says whose minister, his own state's, or that of the text."""
    doc = view.sentence.doc
    vague = title.start > 0 and doc[title.start - 1].lower_ in _VAGUE
    if vague or not is_of_state(doc[title.start : title.end].text):
        return None
    home = view.cast.register.get(person.country) if person.country else None
    return home if home is not None else view.home(doc[title.end - 1])


def _beside_name(mention: Mention, view: Referents) -> Iterator[Office]:
    """As in "Velayati, a top adviser to Khamenei", or "X is the leader of Y"."""
    head = view.sentence.doc[mention.start : mention.end].root
    for noun in _office_nouns(head):
        name = _office(noun)
        if not name or any(is_former(each.text) for each in children(noun, "amod", "compound", "advmod")):
            continue
        for of in _employers(noun, view, mention) or _of_the_state(noun, name, mention, view):
            if of.actor.id != mention.actor.id:
                yield Office(
                    mention.actor,
                    "REPRESENTS" if serves(of, view.sentence.doc) else _fit(name, of.actor, noun.lower_),
                    of.actor,
                    min(mention.start, noun.left_edge.i),
                    max(mention.end - 1, noun.i, _last(noun, view)),
                )
            return


def _apposed(mention: Mention, view: Referents) -> Iterator[Office]:
    """The same by the words alone, for a name in commas whose tree went wrong: "X, a top adviser to Y, ..."."""
    doc = view.sentence.doc
    lowered = [token.lower_ for token in doc]
    if mention.end >= len(doc) or doc[mention.end].text != ",":
        return
    for i in range(mention.end + 1, min(mention.end + 6, len(doc))):
        if doc[i].is_punct or is_former(lowered[i]) or doc[i].pos_ in {"AUX", "VERB"}:
            return
        length = title_at(lowered, i)
        after = i + length
        sent = lowered[after - 1] in ACCREDITED and lowered[after : after + 1] == ["to"]
        if length and after + 1 < len(doc) and lowered[after] in {"of", "to", "for"} and not sent:
            name = relation_of(lowered[i:after])
            of = _employer_after(after, mention, view)
            if name and of is not None:
                yield Office(mention.actor, _fit(name, of.actor), of.actor, mention.start, of.end - 1)
            return


def _employer_after(start: int, mention: Mention, view: Referents) -> Mention | None:
    """The last name before the next comma or verb: "to Iran Supreme Leader Ali Khamenei"."""
    doc, found = view.sentence.doc, None
    for token in doc[start + 1 :]:
        if (token.is_punct and token.text != "-") or token.pos_ in {"AUX", "VERB"}:
            break
        inner = view.mention(token)
        found = inner if inner is not None and inner.actor.id != mention.actor.id else found
    return found


def _last(noun: Token, view: Referents) -> int:
    ends = [each.last for part in children(noun, "nmod") for each in view.of(part)]
    return max(ends, default=noun.i)


def _office_nouns(head: Token) -> Iterator[Token]:
    yield from (each for each in children(head, "appos", "nmod:desc", "list", "parataxis") if each.pos_ == "NOUN")
    if head.dep_ in {"appos", "nmod:desc"} or (head.dep_ == "conj" and child(head, "cc") is None):
        yield from (parent for _, parent in ancestors(head) if parent.pos_ == "NOUN" and parent.i < head.i)
    if head.dep_ == "nsubj" and head.head.pos_ == "NOUN" and child(head.head, "cop") is not None:
        verb = child(head.head, "cop")
        if verb is not None and verb.lower_ in {"is", "has", "'s"}:
            yield head.head


def _office(noun: Token) -> str:
    """The relation of the longest title that ends, or begins, at a noun."""
    lowered = [token.lower_ for token in noun.doc]
    for start in range(max(0, noun.i - 3), noun.i + 1):
        if name := relation_of(lowered[start : noun.i + 1]):
            return name
    return relation_of(lowered[noun.i : noun.i + 3])


def _employers(noun: Token, view: Referents, mention: Mention) -> list[Referent]:
    """For whom: the possessor, the adjective, or "of", "to", "for"."""
    near = [each for each in children(noun, "nmod:poss", "amod", "compound") if each.i < noun.i]
    if noun.lower_ == "counterpart":
        near = [each for each in near if each.dep_ != "nmod:poss"]
    serving = {"of", "for"} if noun.lower_ in ACCREDITED else {"of", "to", "for"}
    after = [each for each in children(noun, "nmod") if preposition(each) in serving]
    found = [each for part in (*after, *near) for each in view.of(part) if each.actor.id != mention.actor.id]
    return [_home(each, mention.actor, view) for each in found if each.via != "thing"][:1]


def _of_the_state(noun: Token, name: str, mention: Mention, view: Referents) -> list[Referent]:
    """As in "the foreign minister, Badr Albusaidi": his own state's, or that of the text."""
    lowered = [each.lower_ for each in noun.doc]
    starts = range(max(0, noun.i - 3), noun.i + 1)
    start = next((i for i in starts if relation_of(lowered[i : noun.i + 1])), noun.i)
    told = any(each.dep_ in {"nmod", "nmod:poss"} for each in noun.children)
    home = None if told else _state_of(mention.actor, _Title(name, start, noun.i + 1), view)
    return [Referent(home, "organ", start, noun.i)] if home is not None else []


def _home(employer: Referent, person: Actor, view: Referents) -> Referent:
    """As in "its president, Emomali Rahmon": of whom the register knows the country, "its" is that country's."""
    doubtful = employer.via == "reference" and employer.actor.kind is ActorKind.COUNTRY and person.known
    home = view.cast.register.get(person.country) if doubtful and person.country else None
    return employer if home is None else replace(employer, actor=home)
