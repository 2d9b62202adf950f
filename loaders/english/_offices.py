"""Offices that a sentence gives to persons: "Foreign Minister Sergei Lavrov", "Velayati, an adviser to Khamenei"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.model import Actor, ActorKind
from loaders.english._data import words
from loaders.english._holding import Title, fit, mention_before, owner_before, title_ending
from loaders.english._offices_by_context import COUNTERPART, by_context
from loaders.english._offices_by_register import by_register, fits_register, governing, settled
from loaders.english._offices_by_words import also, announced, apposed, rank_before
from loaders.english._offices_of_sides import of_a_side
from loaders.english._offices_of_those_before import subject_before
from loaders.english._referent import BODIES, Referent, is_agent, serves
from loaders.english._referents import Referents
from loaders.english._sentence import Mention, Office
from loaders.english._titles import ACCREDITED, is_of_state, relation_of
from loaders.english._tree import ancestors, child, children, preposition
from loaders.english._words import Token

# Who is one to somebody serves another.
_OF_EQUALS = frozenset({COUNTERPART, "colleague"})
_SERVING = frozenset({"of", "to", "for"})
_MINISTERS = frozenset({"minister", "secretary", "treasurer", "ministers"})


def offices_in(view: Referents) -> Iterator[Office]:
    """Every office that is held now, with the tokens that say so."""
    for mention in view.sentence.mentions:
        if mention.actor.kind is ActorKind.PERSON:
            found = [each for each in _held(mention, view) if fits_register(each.relation, each.person, each.of, view)]
            for office in found or by_register(mention, view):
                yield settled(_of_his_state(_of_an_organ(_counterpart(office, view), view), view), view)
                yield from also(office, mention, view)


def _counterpart(office: Office, view: Referents) -> Office:
    """As in "his Estonian counterpart Kristen Michal": what the register has him be then."""
    told = view.sentence.doc[office.start : office.end + 1].text.lower()
    leads = any(each.relation == "LEADS" and each.of == office.of.id for each in view.cast.roles(office.person))
    return replace(office, relation="LEADS") if COUNTERPART in told and leads else office


def _of_an_organ(office: Office, view: Referents) -> Office:
    """As in "the chairman of the US Joint Chiefs of Staff", who leads no country, as far as the register knows."""
    told = [each for each in view.sentence.mentions if office.start <= each.start <= office.end]
    ways = {each.how for each in told if each.actor.id == office.of.id}
    led = office.relation == "LEADS" and office.of.kind is ActorKind.COUNTRY and ways == {"organ"}
    return replace(office, relation="REPRESENTS") if led and not view.cast.leads(office.person) else office


def _of_his_state(office: Office, view: Referents) -> Office:
    """As in "Modi's foreign minister": who is minister of a head of state or government serves the state."""
    told = view.sentence.doc.lowered[office.start : office.end + 1]
    leads = office.of.kind is ActorKind.PERSON and view.cast.leads(office.of) and office.of.country
    state = view.cast.register.get(leads) if leads and not _MINISTERS.isdisjoint(told) else None
    return replace(office, of=state) if state is not None else office


def _held(mention: Mention, view: Referents) -> Iterator[Office]:
    if (office := of_a_side(mention, view) or announced(mention, view)) is not None:
        yield office
        return
    before = list(_before_name(mention, view))
    yield from before
    beside = list(_beside_name(mention, view))
    more = beside or list(apposed(mention, view)) or _possessed(mention, view) or list(governing(mention, view))
    more = more or ([] if before else _by_his_name(mention, view))
    # The same words tell an office once, however they are read.
    told = {(each.relation, each.of.id) for each in before}
    yield from (each for each in more if (each.relation, each.of.id) not in told)


def _possessed(mention: Mention, view: Referents) -> list[Office]:
    """As in "Brazil's Lula", "Lula of Brazil": a country's name says whose office-holder it is that is known."""
    doc, before = view.sentence.doc, mention_before(view, mention.start)
    owner = before if before is not None and before.end < mention.start else None
    if owner is None and mention.end + 1 < len(doc) and doc[mention.end].lower_ == "of":
        owner = view.mention(doc[mention.end + 1])
    if owner is None or owner.actor.kind is not ActorKind.COUNTRY:
        return []
    held = [each for each in view.cast.roles(mention.actor) if each.of == owner.actor.id]
    span = min(owner.start, mention.start), max(owner.end, mention.end) - 1
    return [Office(mention.actor, held[-1].relation, owner.actor, *span)] if held else []


def _by_his_name(mention: Mention, view: Referents) -> list[Office]:
    """As in "King Abdullah": with his title as a part of his name somebody is called what he is."""
    parts = view.sentence.doc[mention.start : mention.end].text.lower().split()
    if len(parts) < 2 or relation_of(parts[:1]) != "LEADS" or not is_of_state(parts[0]):  # noqa: PLR2004
        return []
    led = [
        each.of
        for each in view.cast.roles(mention.actor)
        if each.relation == "LEADS" and parts[0] in each.office.lower()
    ]
    of = view.cast.register.get(led[-1]) if led else None
    return [Office(mention.actor, "LEADS", of, mention.start, mention.end - 1)] if of is not None else []


def _before_name(mention: Mention, view: Referents) -> Iterator[Office]:
    doc = view.sentence.doc
    found = None
    start = mention.start
    while (title := title_ending(view, start) or _title_joined(view, start, found)) is not None:
        start = title.start
        found = title if title.relation and not (found and found.relation == "LEADS") else found
    if found is None:
        return
    of = (
        owner_before(view, start)
        or _owner_by_pronoun(view, start, found, mention.actor)
        or _owner_after(view, found, mention)
        or _owner_behind(view, found, mention)
        or _known_employer(mention.actor, found, view)
        or by_context(mention.actor, found, view)
    )
    if of is not None and of.id != mention.actor.id:
        owner = mention_before(view, start)
        first = owner.start if owner is not None else start
        organ = of.kind is ActorKind.COUNTRY and start > 0 and _is_organ(doc[start - 1])
        name = "REPRESENTS" if organ else fit(found.relation, of)
        yield Office(mention.actor, name, of, first, mention.end - 1)


def _owner_by_pronoun(view: Referents, start: int, title: Title, person: Actor) -> Actor | None:
    """As in "its secretary general X", "his foreign minister X"."""
    doc = view.sentence.doc
    pronoun = doc[start - 1] if start else None
    office = doc[title.start : title.end].text
    if pronoun is None or pronoun.pos_ != "PRON" or office.lower() in _OF_EQUALS:
        return None
    if (owner := subject_before(pronoun, office, person, view)) is not None:
        return owner
    found = view.of(pronoun)
    return _home(found[0], person, office.lower(), view).actor if len(found) == 1 else None


def _is_organ(token: Token) -> bool:
    """Whether a word ends the name of an organ whose head serves the state: "Pakistan Army"; not "military leader"."""
    name = token.text.rsplit(maxsplit=1)[-1]
    last = name.lower()
    return name[0].isupper() and is_agent(last, last, "state") and last not in words("agents.yaml", "heading")


def _serves(of: Referent, noun: Token) -> bool:
    """Whether who has an office serves a state rather than to lead it: "the chief of Chad's army", "the Army chief"."""
    doc = noun.doc
    near = [*([doc[of.last]] if of.last != noun.i else []), *([doc[noun.i - 1]] if of.first < noun.i else [])]
    return serves(of, doc) or (of.actor.kind is ActorKind.COUNTRY and any(map(_is_organ, near)))


def _title_joined(view: Referents, start: int, inner: Title | None) -> Title | None:
    """As in "Deputy Prime Minister and Minister of Defence X": one person's titles, both with capitals."""
    doc = view.sentence.doc
    joined = inner is not None and inner.relation and start > 1 and doc[start - 1].lower_ in {"and", "&"}
    outer = title_ending(view, start - 1) if joined and doc[start].text[0].isupper() else None
    return outer if outer is not None and doc[outer.start].text[0].isupper() else None


def _owner_after(view: Referents, title: Title, mention: Mention) -> Actor | None:
    """As in "leader of Hezbollah Hassan Nasrallah" has the owner between title and name."""
    doc = view.sentence.doc
    if title.end < mention.start and doc[title.end].lower_ == "of":
        inner = view.mention(doc[title.end + 1])
        return inner.actor if inner is not None else None
    return None


def _owner_behind(view: Referents, title: Title, mention: Mention) -> Actor | None:
    """As in "President Emmerson Mnangagwa of Zimbabwe", unlike "Chancellor Olaf Scholz of the Social Democrats"."""
    doc, place = view.sentence.doc, mention.end
    if place >= len(doc) or doc[place].lower_ != "of":
        return None
    place += 1 + (place + 1 < len(doc) and doc[place + 1].lower_ == "the")
    owner = view.mention(doc[place]) if place < len(doc) else None
    if owner is None or owner.start != place or owner.actor.kind not in BODIES:
        return None
    of_state = is_of_state(doc[title.start : title.end].text)
    return owner.actor if owner.actor.kind is ActorKind.COUNTRY or not of_state else None


def _known_employer(person: Actor, title: Title, view: Referents) -> Actor | None:
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


def _beside_name(mention: Mention, view: Referents) -> Iterator[Office]:
    """As in "Velayati, a top adviser to Khamenei", or "X is the leader of Y"."""
    head = view.sentence.doc[mention.start : mention.end].root
    before = _noun_before(mention, view)
    for noun in [before] if before is not None else _office_nouns(head, view):
        name = _office(noun)
        if not name:
            continue
        for of in _employers(noun, view, mention) or _of_the_state(noun, name, mention, view):
            if of.actor.id != mention.actor.id:
                yield Office(
                    mention.actor,
                    "REPRESENTS" if _serves(of, noun) else fit(name, of.actor, noun.lower_),
                    of.actor,
                    min(mention.start, noun.left_edge.i),
                    max(mention.end - 1, noun.i, _last(noun, view)),
                )
            return


def _last(noun: Token, view: Referents) -> int:
    ends = [each.last for part in children(noun, "nmod") for each in view.of(part)]
    return max(ends, default=noun.i)


def _noun_before(mention: Mention, view: Referents) -> Token | None:
    """As in "and his Turkish counterpart, Hakan Fidan": the office right before the comma is whose name follows."""
    doc = view.sentence.doc
    comma = rank_before(mention, view) - 1
    noun = doc[comma - 1] if comma > 0 and doc[comma].text == "," else None
    return noun if noun is not None and noun.pos_ in {"NOUN", "PROPN"} and _office(noun) else None


def _office_nouns(head: Token, view: Referents) -> Iterator[Token]:
    """The nouns that may say the office of a name; not what follows the name of another."""
    beside = children(head, "appos", "nmod:desc", "list", "parataxis")
    yield from (each for each in beside if each.pos_ == "NOUN" and not _after_another(each, head, view))
    if head.dep_ in {"appos", "nmod:desc"} or (head.dep_ == "conj" and child(head, "cc") is None):
        yield from (parent for _, parent in ancestors(head) if parent.pos_ == "NOUN" and parent.i < head.i)
    if head.dep_ == "nsubj" and head.head.pos_ == "NOUN" and child(head.head, "cop") is not None:
        verb = child(head.head, "cop")
        if verb is not None and verb.lower_ in {"is", "has", "'s"}:
            yield head.head


def _after_another(noun: Token, head: Token, view: Referents) -> bool:
    """As in "Latvia's Silina and Kaja Kallas, the EU's envoy": the office is of the name before its comma."""
    comma = noun.left_edge.i - (noun.left_edge.text != ",")
    before = view.mention(noun.doc[comma - 1]) if comma > 0 and noun.doc[comma].text == "," else None
    return before is not None and before.actor.kind is ActorKind.PERSON and not before.start <= head.i < before.end


def _office(noun: Token) -> str:
    """The relation of the longest title that ends, or begins, at a noun; who heads a branch serves the whole."""
    lowered = noun.doc.lowered
    for start in range(max(0, noun.i - 3), noun.i + 1):
        if name := relation_of(lowered[start : noun.i + 1]):
            return "REPRESENTS" if start == noun.i and _of_a_branch(noun) else name
    return relation_of(lowered[noun.i : noun.i + 3])


def _title_of(noun: Token) -> str:
    """The longest title that ends at a noun, or the noun."""
    starts = range(max(0, noun.i - 3), noun.i + 1)
    first = next((i for i in starts if relation_of(noun.doc.lowered[i : noun.i + 1])), noun.i)
    return " ".join(noun.doc.lowered[first : noun.i + 1])


def _of_a_branch(noun: Token) -> bool:
    """As in "the UN's human rights chief", unlike "party chief"."""
    before = noun.doc[noun.i - 1] if noun.i else None
    if before is None or before.dep_ != "compound" or before.pos_ != "NOUN" or before.text[0].isupper():
        return False
    return noun.lower_ in words("titles.yaml", "of_branches") and before.lower_ not in words("titles.yaml", "wholes")


def _employers(noun: Token, view: Referents, mention: Mention) -> list[Referent]:
    """For whom: the possessor, the adjective, or "of", "to", "for"."""
    near = [each for each in children(noun, "nmod:poss", "amod", "compound") if each.i < noun.i]
    if noun.lower_ in _OF_EQUALS:
        near = [each for each in near if each.dep_ != "nmod:poss"]
    sent = noun.lower_ in ACCREDITED
    after = [each for each in children(noun, "nmod") if preposition(each) in ({"of", "for"} if sent else _SERVING)]
    for part in near:
        owner = subject_before(part, _title_of(noun), mention.actor, view) if part.pos_ == "PRON" else None
        if owner is not None:
            return [Referent(owner, "reference", part.i, part.i)]
    found = [
        each
        for part in ((*near, *after) if sent else (*after, *near))
        for each in view.of(part)
        if each.actor.id != mention.actor.id and not (_joined(part, each) or (sent and _about(part, each)))
        if view.mention(part) is not None or not _by_a_noun(part, each)
    ]
    return [_home(each, mention.actor, noun.lower_, view) for each in found if each.via != "thing"][:1]


def _by_a_noun(part: Token, found: Referent) -> bool:
    """As in "Police Minister X": a noun before a title, whosever it is elsewhere, does not tell whose the title is."""
    return part.dep_ == "compound" and found.first == part.i


def _about(part: Token, found: Referent) -> bool:
    """As in "the special envoy for Sudan", who is not Sudan's."""
    return preposition(part) == "for" and found.actor.kind is ActorKind.COUNTRY


def _joined(part: Token, found: Referent) -> bool:
    """As in "envoy for trade and former minister of Kenya": what is joined to a phrase is not in it."""
    first = part.doc[found.first]
    return any(other == first or other.is_ancestor(first) for other in children(part, "conj"))


def _of_the_state(noun: Token, name: str, mention: Mention, view: Referents) -> list[Referent]:
    """As in "the foreign minister, Badr Albusaidi": his own state's, or that of the text."""
    lowered = noun.doc.lowered
    starts = range(max(0, noun.i - 3), noun.i + 1)
    start = next((i for i in starts if relation_of(lowered[i : noun.i + 1])), noun.i)
    told = noun.lower_ != COUNTERPART and any(each.dep_ in {"nmod", "nmod:poss"} for each in noun.children)
    home = None if told else by_context(mention.actor, Title(name, start, noun.i + 1), view)
    return [Referent(home, "name", start, noun.i)] if home is not None else []


def _home(employer: Referent, person: Actor, office: str, view: Referents) -> Referent:
    """As in "its president, Emomali Rahmon": of whom the register knows the country, "its" is that country's.

    As in "his foreign minister", which is that of a leader's country.
    """
    if employer.via != "reference":
        return employer
    own = person.country if employer.actor.kind is ActorKind.COUNTRY and person.known else None
    if employer.actor.kind is ActorKind.PERSON and is_of_state(office) and view.cast.leads(employer.actor):
        own = employer.actor.country
    home = view.cast.register.get(own) if own else None
    return employer if home is None else replace(employer, actor=home)
