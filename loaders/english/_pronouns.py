"""Whom pronouns stand for, in their sentence or those before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import Actor, ActorKind
from loaders.english._data import words
from loaders.english._discourse import ADDRESSING, OURS, PERSONAL, PLURAL, SPEAKING, THINGS, Discourse, fits
from loaders.english._matching import match_verb
from loaders.english._owners import certain_owner
from loaders.english._referent import BODIES, Referent
from loaders.english._tree import PASSIVE_SUBJECTS, SUBJECTS, ancestors, children, preposition
from loaders.english._words import Token

if TYPE_CHECKING:
    from loaders.english._referents import Referents

_NAMED = frozenset({"name", "organ", "group"})
NUMBERS = {2: frozenset({"two", "both"}), 3: frozenset({"three"}), 4: frozenset({"four"}), 5: frozenset({"five"})}
_PEOPLE = frozenset({ActorKind.PERSON})
_BLOWS = frozenset({"STRIKES", "ATTACKS", "OCCUPIES", "BLOCKADES"})
# What somebody does to his own borders with what he has, but not to them: "violated its airspace".
_INTRUDING = "MOBILIZES_AGAINST"
# What a verb is done to, or with: its subject would be "itself" there.
_OBJECTS = frozenset({"obj", "iobj", "obl"})


def pronoun(token: Token, view: Referents, depth: int) -> list[Referent]:
    """Whom a pronoun, relative or not, stands for; nobody where that is open."""
    word = token.lower_
    if is_each(token):
        two = parties("sides", view.discourse)
        return [Referent(each, "reference", token.i, token.i) for each in two] if len(two) == 2 else []  # noqa: PLR2004
    if word == "what":
        return _free_relative(token, view, depth)
    if word in {"whose", "who", "which", "whom"}:
        return _relative(token, view, depth)
    if word in SPEAKING | ADDRESSING:
        speaker = _speaking(token, view)
        return [Referent(speaker, "reference", token.i, token.i)] if speaker else []
    if word not in PERSONAL | THINGS | PLURAL:
        return []
    owner = certain_owner(token, view, depth)
    found = [owner] if owner is not None else _others(_antecedents(token, view, depth), token, view)
    return [Referent(each, "reference", token.i, token.i) for each in found]


def _others(found: list[Actor], token: Token, view: Referents) -> list[Actor]:
    """As in "Turkey has bombed them": of several, not the one who does it."""
    if len(found) < 2 or token.dep_ not in _OBJECTS:  # noqa: PLR2004
        return found
    doing = {each.actor.id for subject in children(token.head, *SUBJECTS) for each in view.of(subject)}
    return [each for each in found if each.id not in doing] or found


def is_each(token: Token) -> bool:
    """As in "Each accused the other": both of the two that were against each other, or had to do with each other."""
    return token.lower_ == "each" and token.dep_ in SUBJECTS | PASSIVE_SUBJECTS and not children(token, "nmod")


def _antecedents(token: Token, view: Referents, depth: int) -> list[Actor]:
    """Those before in the sentence, else in the sentences before; nobody where a body stands nearer that is open."""
    if (before := _beside(token, view)) is not None:
        return [before]
    own = token.head if token.dep_ in _OBJECTS else None
    if own is not None and token.lower_ in THINGS and _open_before(token, view):
        return []
    for _, parent in ancestors(token):
        if parent == own or (parent.pos_ == "VERB" and _hits(parent, token)):
            continue
        for subject in children(parent, *SUBJECTS, *PASSIVE_SUBJECTS):
            if subject.i < token.i and token not in subject.subtree and subject.pos_ != "PRON":
                actors = [each.actor for each in view.of(subject, depth + 1) if each.via in _NAMED]
                if fits(token.lower_, actors):
                    return actors
    return _before(token, view, done_to=own is not None)


def _beside(token: Token, view: Referents) -> Actor | None:
    """As in "Serbia and its ally Russia": the first of those named in one breath owns what the others are."""
    if token.dep_ != "nmod:poss":
        return None
    for below, parent in ancestors(token):
        mention = view.mention(parent) if below.dep_ == "conj" else None
        if mention is not None and fits(token.lower_, [mention.actor]):
            return mention.actor
        if below.pos_ not in {"NOUN", "PROPN", "PRON"}:
            break
    return None


def _hits(verb: Token, token: Token) -> bool:
    """As in "Pakistan says India fired at its bases": nobody strikes what is his, if he does not say so ("its own")."""
    noun = token.head
    if token.dep_ != "nmod:poss" or any(each.lower_ == "own" for each in noun.children):
        return False
    done = match_verb(verb)
    hit = [part for each in done if each.entry.frame.relation in _BLOWS for part in each.slots.get("T", ())]
    intruded = noun.dep_ == "obj" and any(
        each.entry.frame.relation == _INTRUDING and noun in each.slots.get("T", ()) for each in done
    )
    return intruded or any(noun in each.subtree for each in hit)


def _person_before(token: Token, view: Referents) -> Actor | None:
    """As in "revoked Petro's visa and put him on a list": the one person named before, not who did it."""
    own = children(token.head, *SUBJECTS) if token.dep_ in _OBJECTS else []
    named = {
        each.actor.id: each.actor
        for each in view.sentence.mentions
        if each.end <= token.i and not any(each.start <= subject.i < each.end for subject in own)
    }
    people = [each for each in named.values() if each.kind is ActorKind.PERSON]
    return people[0] if len(people) == 1 else None


def _open_before(token: Token, view: Referents) -> bool:
    """As in "leans towards the army, Turkey has sold it drones": a body of nobody that is told stands nearer."""
    return any(
        each.lower_ in words("agents.yaml", "home") and each.pos_ == "NOUN" and not view.of(each)
        for each in token.doc[: token.i]
    )


def _speaking(token: Token, view: Referents) -> Actor | None:
    """Who says "we" or "I": the speaker, or the issuer of the text; in an interview "we" and "you" are his country."""
    sentence, quoted = view.sentence, view.sentence.quoted[token.i]
    if token.lower_ in ADDRESSING:
        return None if quoted else sentence.ours
    if quoted:
        return sentence.ours if sentence.ours is not None and token.lower_ in OURS else sentence.speaker
    return view.discourse.issuer


def _free_relative(token: Token, view: Referents, depth: int) -> list[Referent]:
    """As in "condemned what it called Chinese harassment": what it was called."""
    for verb in children(token, "acl:relcl"):
        for each in children(verb, "obl", "xcomp", "obj", "ccomp"):
            if each.pos_ in {"NOUN", "PROPN"} and (each.dep_ != "obl" or preposition(each) == "as"):
                return view.of(each, depth + 1)
    return []


def _relative(token: Token, view: Referents, depth: int) -> list[Referent]:
    """As in "Cuba, whose officers": the noun that the clause hangs on."""
    for each, parent in ((token, token.head), *ancestors(token)):
        if each.dep_ == "acl:relcl":
            return view.of(parent, depth + 1)
    return []


def _before(token: Token, view: Referents, *, done_to: bool) -> list[Actor]:
    """The antecedent in the sentences before: their subject, else the actor of the kind that is most in mind.

    For "him" the one person named in the sentence comes first. What something is done to may be any thing ("bombed
    it"), and is no actor for being in mind.
    """
    word = token.lower_
    if word in PERSONAL and (person := _person_before(token, view)) is not None:
        return [person]
    lately = view.discourse.lately()
    several = word in PLURAL and not view.discourse.vague and len(lately) > 1
    for named in (lately, view.discourse.subjects) if done_to else (view.discourse.subjects, lately):
        one_country = [each.kind for each in named] == [ActorKind.COUNTRY]
        taken = several if named is lately else not (word in PLURAL and done_to and one_country)
        if taken and fits(word, named):
            return named
    return [] if done_to and word in THINGS else _foremost(word, view)


def _foremost(word: str, view: Referents) -> list[Actor]:
    kinds = _PEOPLE if word in PERSONAL else BODIES if word in THINGS else frozenset[ActorKind]()
    found = view.discourse.foremost(kinds)
    return [found] if found is not None else []


def parties(noun: str, discourse: Discourse) -> list[Actor]:
    """Who can be "the two governments", "both men" or "both sides": those that are so, whoever else was named."""
    if noun in words("quantities.yaml", "states"):
        return discourse.states
    if noun in words("quantities.yaml", "persons"):
        return discourse.opposed if {each.kind for each in discourse.opposed} == _PEOPLE else []
    if noun in words("quantities.yaml", "opponents"):
        persons = any(each.kind is ActorKind.PERSON for each in discourse.parties)
        at_odds = discourse.quarrelling or discourse.states
        return discourse.opposed or (at_odds if persons or not discourse.parties else discourse.parties)
    return discourse.parties


def all_of(token: Token, count: int) -> bool:
    """As in "between the two", "both countries", "all three": whether those spoken of are meant, so many."""
    numbers = NUMBERS.get(count, frozenset())
    if token.lower_ in numbers and token.lower_ not in NUMBERS[2]:
        return token.i > 0 and token.nbor(-1).lower_ in {"all", "the", "these"}
    if token.lower_ in numbers:
        return token.pos_ == "NUM" or not children(token, "nmod")
    told = numbers | {"each"} if count == 2 else numbers  # noqa: PLR2004
    return taken_together(token) in words("quantities.yaml", "sides") and any(
        each.lower_ in told for each in token.children
    )


def taken_together(token: Token) -> str:
    """The noun for all of them where a word takes them one by one, else itself: "sides" for "each side"."""
    word = token.lower_
    if not any(each.lower_ == "each" for each in children(token, "det")):
        return word
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
