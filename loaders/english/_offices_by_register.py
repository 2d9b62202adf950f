"""Offices whose words do not tell of whom they are, but the register does: "Ersin Tatar, the de facto leader"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.model import Actor, ActorKind
from graph.register import Register, Role
from loaders.english._data import words
from loaders.english._holding import mention_before
from loaders.english._offices_by_context import COUNTERPART
from loaders.english._offices_by_words import rank_before
from loaders.english._referents import GOVERNMENTS, Referents
from loaders.english._sentence import Mention, Office
from loaders.english._titles import is_former, office_words, relation_of
from loaders.english._tree import preposition
from loaders.english._words import Doc, Token

OFFICES = frozenset({"LEADS", "REPRESENTS"})
_STILL = frozenset({"still", "now", "currently", "also", "again", "the", "a", "its", "their", "our", "his", "her"})
# So many words may stand between a name and what it is said to be.
_FAR, _BEFORE, _OWNER = 7, 4, 3
_SERVING = frozenset({"of", "for", "to"})
_JOINING = frozenset({"and", "&", ","})
_EQUAL = ["opposite", "number"]
# Who is still in office.
_GOING = "outgoing"


@dataclass(frozen=True, slots=True)
class _Told:
    """The last word of an office, and from where to where the words stand that say it."""

    word: str
    start: int
    end: int


def settled(office: Office, view: Referents) -> Office:
    """As in "NATO's secretary general, X": who is known to lead a body then does not only represent it."""
    relations = {each.relation for each in view.cast.roles(office.person) if each.of == office.of.id}
    return replace(office, relation="LEADS") if office.relation == "REPRESENTS" and relations == {"LEADS"} else office


def fits_register(relation: str, person: Actor, of: Actor, view: Referents) -> bool:
    """Whether somebody of whom it is known what he is then may hold an office of another.

    A head of state serves nobody, and who holds offices of one state holds none of another.
    """
    if relation not in OFFICES or person.kind is not ActorKind.PERSON or view.cast.published is None:
        return True
    roles = view.cast.roles(person)
    if relation == "REPRESENTS" and of.kind is ActorKind.PERSON:
        return not view.cast.leads(person)
    if of.kind is ActorKind.COUNTRY and person.known and not roles:
        ever = {each.of for each in view.cast.register.roles(person.id)}
        return person.country is None or of.id in ever | {person.country}
    own = {each.of for each in roles} | ({person.country} if relation == "REPRESENTS" else set())
    return not roles or of.kind is not ActorKind.COUNTRY or of.id in own


def by_register(mention: Mention, view: Referents) -> Iterator[Office]:
    """What the register has a person be that the words beside his name call him."""
    roles = view.cast.roles(mention.actor)
    for told in _told(mention, view) if roles else ():
        role = _role(told, roles)
        of = view.cast.register.get(role.of) if role is not None else None
        if role is not None and of is not None and not _of_another(told, of, mention, view):
            start, end = min(told.start, mention.start), max(told.end, mention.end)
            yield Office(mention.actor, role.relation, of, start, end - 1)
            return


def governing(mention: Mention, view: Referents) -> Iterator[Office]:
    """As in "Ortega's government", "the junta of Colonel Goita": who has one leads whom the register has him lead."""
    noun = _government(mention, view)
    led = [each.of for each in view.cast.roles(mention.actor) if each.relation == "LEADS"] if noun else []
    of = view.cast.register.get(led[-1]) if led else None
    if noun is not None and of is not None and (of.kind is ActorKind.COUNTRY or noun.lemma_.lower() not in GOVERNMENTS):
        yield Office(mention.actor, "LEADS", of, min(mention.start, noun.i), max(mention.end - 1, noun.i))


def _government(mention: Mention, view: Referents) -> Token | None:
    """The government, or the men, that a name is said to be of: "the governments of X and Y"."""
    name = view.sentence.doc[mention.start : mention.end].root
    owner = name
    while owner.dep_ in {"conj", "flat", "appos"} and owner.head != owner:
        owner = owner.head
    noun = owner.head
    owning = owner.dep_ == "nmod:poss" or (owner.dep_ == "nmod" and preposition(owner) == "of")
    ruled = noun.lemma_.lower() in GOVERNMENTS or (owner == name and noun.lower_ in words("titles.yaml", "men"))
    former = any(is_former(each.text) for each in noun.children)
    return noun if owning and ruled and not former else None


def _told(mention: Mention, view: Referents) -> Iterator[_Told]:
    """The words beside a name that call its bearer something, one thing after another."""
    yield from _before(mention, view)
    yield from _of_several(mention, view)
    yield from _behind(mention, view)


def _before(mention: Mention, view: Referents) -> Iterator[_Told]:
    """As in "Chief Adviser X", "its secretary general, X"."""
    doc, start = view.sentence.doc, rank_before(mention, view)
    end = start - (start > 0 and doc[start - 1].text == ",")
    if end > 1 and doc.lowered[end - 2 : end] == _EQUAL:
        yield _Told(COUNTERPART, end - 2, end)
    elif end > 0 and doc[end - 1].lower_ in office_words() and not _past(doc, end - _BEFORE, end):
        yield _Told(doc[end - 1].lower_, end - 1, end)


def _of_several(mention: Mention, view: Referents) -> Iterator[_Told]:
    """As in "Prime Ministers X and Y", "both leaders, X and Y"."""
    doc, start = view.sentence.doc, mention.start
    while start > 1 and doc[start - 1].lower_ in _JOINING and (other := view.mention(doc[start - 2])) is not None:
        if other.actor.kind is not ActorKind.PERSON:
            return
        start = other.start
    end = start - (start > 0 and doc[start - 1].text == ",")
    # Where it has no other actor before it, "Prime Ministers" may be one word, as names are.
    word = doc[end - 1].lower_.rsplit(maxsplit=1)[-1] if end > 0 else ""
    several = word.endswith("s") and word[:-1] in office_words()
    if several and _joined(mention, start, view) and not _past(doc, end - _BEFORE, end):
        yield _Told(word[:-1], end - 1, end)


def _joined(mention: Mention, start: int, view: Referents) -> bool:
    """Whether a name is one of several that are joined."""
    doc, end = view.sentence.doc, mention.end
    return start < mention.start or (end < len(doc) and doc[end].lower_ in _JOINING)


def _behind(mention: Mention, view: Referents) -> Iterator[_Told]:
    """As in "X, the de facto leader, ...", "X, who is still prime minister"."""
    doc, place = view.sentence.doc, mention.end
    if place + 1 >= len(doc) or doc[place].text != ",":
        return
    place += 1
    if doc[place].lower_ == "who":
        place += 1
        if place < len(doc) and doc[place].lemma_.lower() in words("titles.yaml", "leading"):
            yield _Told("leader", place, place + 1)
            return
        place += place < len(doc) and doc[place].lower_ == "is"
        while place < len(doc) and doc[place].lower_ in _STILL:
            place += 1
        if place < len(doc) and not _begins_office(doc, place):
            return
    for i in range(place, min(place + _FAR, len(doc))):
        if (doc[i].is_punct and doc[i].text != "-") or doc[i].pos_ in {"AUX", "VERB"} or _past(doc, i, i + 1):
            return
        if doc[i].lower_ in office_words() and not (i + 1 < len(doc) and doc[i + 1].lower_ in office_words()):
            yield _Told(doc[i].lower_, mention.end, i + 1)
            return


def _begins_office(doc: Doc, place: int) -> bool:
    return any(relation_of(doc.lowered[place:end]) for end in range(place + 1, min(place + 4, len(doc)) + 1))


def _past(doc: Doc, start: int, end: int) -> bool:
    return any(is_former(each.text) and each.lower_ != _GOING for each in doc[max(0, start) : end])


def _role(told: _Told, roles: Sequence[Role]) -> Role | None:
    """The role that is called so: by the same last word, or by one for all who lead, or who serve."""
    called = [(each, each.office.lower().split()[-1]) for each in roles]
    same = [each for each, word in called if word == told.word or Register.same_office(told.word, word)]
    if same or told.word == COUNTERPART:
        return (same or roles)[-1]
    sort = relation_of([told.word])
    alike = [each for each in roles if sort and each.relation == sort]
    generic = sort == "REPRESENTS" or told.word in words("titles.yaml", "any_leader")
    return alike[-1] if alike and generic else None


def _of_another(told: _Told, of: Actor, mention: Mention, view: Referents) -> bool:
    """Whether the words name another of whom the office is: "the chairman of SADC" is not one of his own state's."""
    before = mention_before(view, told.start) if told.start < mention.start else None
    doc = view.sentence.doc
    owned = told.end < len(doc) and doc[told.end].lower_ in _SERVING
    inside = [each for each in view.sentence.mentions if told.start <= each.start < told.end + _OWNER * owned]
    near = [each.actor for each in (*([before] if before is not None else []), *inside) if each != mention]
    own = {of.id, of.country}
    return any(each.kind is not ActorKind.PERSON and own.isdisjoint({each.id, each.country}) for each in near)
