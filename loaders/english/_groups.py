"""Groups of people under an actor, or of no actor that is told: "Congolese rebels", "gunmen", "Kenyan doctors"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.model import Actor, ActorKind
from loaders.english._data import load, words
from loaders.english._discourse import OFFICES
from loaders.english._referent import Referent, creed, is_agent
from loaders.english._tree import children, negated, preposition
from loaders.english._words import Token

if TYPE_CHECKING:
    from loaders.english._referents import Referents

_BODIES = frozenset({ActorKind.ARMED_GROUP, ActorKind.ORGANIZATION})
_LED = frozenset({ActorKind.COUNTRY, ActorKind.ARMED_GROUP})


def group(token: Token, owners: list[Referent], kind: ActorKind, view: Referents) -> list[Referent]:
    """People under a country are actors of their own; an armed group's fighters are the group."""
    if any(each.pos_ == "PRON" for each in children(token, "nmod:poss")):
        return [replace(each, via="thing") for each in owners]
    acting = [each for each in owners if each.actor.kind not in {ActorKind.COUNTRY, ActorKind.PEOPLE}]
    if token.lemma_.lower() in words("descriptions.yaml", "against_him"):
        return _turned_away(token, acting, view) or nameless(token, kind, view, _home(owners))
    if acting:
        return [Referent(each.actor, "organ", min(each.first, token.i), max(each.last, token.i)) for each in acting]
    if not owners and (found := view.described(token)):
        return found
    siding = siding_from(token, owners, view)
    first = siding if siding is not None else _first_of_name(token, owners, view)
    if first is None:
        return nameless(token, kind, view)
    home = owners[0].actor if owners and siding is None else None
    written = view.sentence.doc[first : token.i + 1]
    side = _side(token) if is_sided(token) else None
    noun = token.lower_ if side is None else f"{side.lower_} {token.lower_}"
    name = (
        f"{adjective(home, view)} {noun}"
        if home is not None and (first > token.i or written[0].pos_ == "PRON")
        else written.text
    )
    if siding is not None:
        name = name[0].lower() + name[1:]
    first = min(first, token.i)
    return [Referent(view.cast.stranger(name, kind, home), "group", first, token.i)]


def _turned_away(token: Token, owners: list[Referent], view: Referents) -> list[Referent]:
    """As in "FARC dissidents", who are no longer of those whose name they have."""
    first = owners[0].first if len(owners) == 1 and owners[0].actor.kind in _BODIES else token.i
    if first == token.i or owners[0].last != token.i - 1:
        return []
    kind = ActorKind.ARMED_GROUP if owners[0].actor.kind is ActorKind.ARMED_GROUP else ActorKind.PEOPLE
    name = view.sentence.doc[first : token.i + 1].text
    return [Referent(view.cast.stranger(name, kind, owners[0].actor), "group", first, token.i)]


_OPPOSITION = "opposition"


def under(owner: Referent, view: Referents) -> Referent:
    """As in "Burhan's men", "Hemedti's fighters": of the state or armed group that he leads or serves."""
    person = owner.actor
    if person.kind is not ActorKind.PERSON:
        return owner
    roles = (each.of for each in view.cast.roles(person) if each.relation in OFFICES)
    known = (actor for each in roles if (actor := view.cast.register.get(each)) is not None)
    led = [each for each in (*known, *view.discourse.served_by(person)) if each.kind in _LED]
    return replace(owner, actor=led[-1]) if led else owner


def are_people(lower: str, lemma: str) -> bool:
    """As "activists" or "fighters", of whom one may bear the word as a title."""
    return lower != lemma and any(is_agent(lower, lemma, part) for part in ("people", "armed", "groups"))


def followers(noun: Token, owners: list[Referent], view: Referents) -> list[Referent]:
    """As in "Burhan's men": whom their leader leads; nobody where the owners lead nobody."""
    led = [under(each, view) for each in owners]
    if led == owners:
        return []
    return [Referent(each.actor, "organ", min(each.first, noun.i), max(each.last, noun.i)) for each in led]


def are_adherents(noun: Token, owner: Referent) -> bool:
    """As in "his party", "Mali and its militias": neither a person nor a state acts where its adherents do."""
    if owner.via != "thing" or owner.actor.kind not in {ActorKind.PERSON, ActorKind.COUNTRY}:
        return False
    lemma = noun.lemma_.lower()
    bodies = words("descriptions.yaml", "organization") | words("descriptions.yaml", "armed_group")
    return lemma in bodies or any(is_agent(noun.lower_, lemma, part) for part in ("armed", "groups"))


def is_sided(token: Token) -> bool:
    """As in "student leaders", "rebel commanders": people of a side, whom a state's words alone would make its own."""
    return token.lower_ in words("agents.yaml", "siding") and _side(token) is not None


def _side(token: Token) -> Token | None:
    near = children(token, "compound", "amod")
    return next((each for each in near if each.lower_ in words("agents.yaml", "sided") and each.i < token.i), None)


def siding_from(token: Token, owners: list[Referent], view: Referents) -> int | None:
    """Where "pro-Russian separatists" begins, who are not Russia's by that; None where no side is named."""
    for each in owners:
        if each.first >= token.i:
            continue
        sides = each.first > 1 and view.sentence.doc[each.first - 1].text in {"-", "–"}
        if sides and view.sentence.doc[each.first - 2].lower_ in {"pro", "anti"}:
            return each.first - 2
    return None


def citizens(end: Referent, view: Referents) -> bool:
    """As in "Serbs", "thousands of Nigerians": people who are called by their country."""
    return end.via == "name" and end.actor.kind is ActorKind.COUNTRY and view.sentence.doc[end.last].tag_ == "NNPS"


def apart(people: Referent, view: Referents) -> Referent:
    """People of a country as an actor of their own, for what they and it do to each other: "Kenyan doctors"."""
    phrase = view.sentence.doc[people.first : people.last + 1]
    parts = ("people", "state")
    named = (each for part in parts for each in phrase if is_agent(each.lower_, each.lemma_.lower(), part))
    noun = next((each.lower_ for each in named), "people")
    name = phrase[-1].text if citizens(people, view) else f"{adjective(people.actor, view)} {noun}"
    return replace(people, actor=view.cast.stranger(name, ActorKind.PEOPLE, people.actor), via="group")


def _home(owners: list[Referent]) -> Actor | None:
    """The country of which people are who are against it, or somebody of it: "Egypt's dissidents"."""
    return next((each.actor for each in owners if each.actor.kind is ActorKind.COUNTRY), None)


def are_crowd(people: Referent, view: Referents) -> bool:
    """As in "Serb protesters attacked", who are as little their country as "gunmen" are one."""
    phrase = view.sentence.doc[people.first : people.last + 1]
    return any(each.lower_ in words("agents.yaml", "nameless") for each in phrase)


def nameless(token: Token, kind: ActorKind, view: Referents, home: Actor | None = None) -> list[Referent]:
    """As in "gunmen held a colonel": people who have no name, unless they were spoken of before."""
    side = _side(token) if is_sided(token) else None
    known = token.lower_ in words("agents.yaml", "nameless") or (side is not None and token.tag_ == "NNS")
    if not known or token.pos_ != "NOUN" or negated(token):
        return []
    if found := view.described(token):
        return found
    first = token.i if side is None else side.i
    while first > 0 and (before := token.doc[first - 1]).head == token and creed(before):
        first -= 1
    name = token.lower_ if first == token.i else view.sentence.doc[first : token.i + 1].text
    if name == _OPPOSITION and (state := home or _own_state(view)) is not None:
        return [Referent(view.cast.stranger(f"{adjective(state, view)} {name}", kind, state), "group", first, token.i)]
    return [Referent(view.cast.nameless(name, kind, home), "group", first, token.i)]


def _own_state(view: Referents) -> Actor | None:
    """The state that the text is of, whose opposition it calls "the opposition"."""
    likeliest = view.discourse.homes.likeliest({})
    return view.cast.register.get(likeliest) if likeliest is not None else None


def crowd(token: Token, view: Referents) -> list[Referent]:
    """As in "thousands rallied", "tens of thousands of people marched": who protests is a protester."""
    counted = [*(each for each in children(token, "nmod") if preposition(each) == "of"), token]
    own = words("quantities.yaml", "locals")
    people = [each for each in counted if each.lower_ in own | words("quantities.yaml", "crowds")]
    if not people or negated(token):
        return []
    told = (each.lower_ for each in people if each.lower_ in own)
    name = next(told, "protesters")
    return [Referent(view.cast.nameless(name, ActorKind.PEOPLE), "group", token.i, token.i)]


def _first_of_name(token: Token, owners: list[Referent], view: Referents) -> int | None:
    """Where the name of a nameless group begins: at the demonym, or at "Iran" in "Iran-backed militias"."""
    starts = [each.first for each in owners if each.first < token.i]
    if not starts and owners:
        return owners[0].first
    for each in token.children:
        if each.i < token.i and each.dep_ == "compound" and each.pos_ == "PROPN" and view.mention(each) is None:
            starts.append(each.i)
        if each.i < token.i and each.dep_ in {"amod", "compound"} and each.pos_ in {"VERB", "ADJ"}:
            starts += [part.i for part in each.subtree if view.mention(part) is not None and part.i < each.i]
    return min(starts) if starts and token.i - min(starts) <= 5 else None  # noqa: PLR2004


def adjective(actor: Actor, view: Referents) -> str:
    """What is somebody's is called so: "Congolese", of a state that is not known by its name."""
    usual = view.cast.register.demonym(actor.id) if actor.known else actor.name
    return str(load("demonyms.yaml").get(actor.id, usual))
