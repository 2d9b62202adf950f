"""Whom pronouns stand for, in their sentence or those before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from graph.model import Actor, ActorKind
from loaders.english._data import words
from loaders.english._discourse import ADDRESSING, OURS, PERSONAL, PLURAL, SPEAKING, THINGS, fits
from loaders.english._referent import BODIES, Referent
from loaders.english._tree import PASSIVE_SUBJECTS, SUBJECTS, ancestors, children, preposition

if TYPE_CHECKING:
    from loaders.english._referents import Referents

_NAMED = frozenset({"name", "organ", "group"})
NUMBERS = {2: frozenset({"two", "both"}), 3: frozenset({"three"}), 4: frozenset({"four"}), 5: frozenset({"five"})}
_PEOPLE = frozenset({ActorKind.PERSON})
# What a verb is done to, or with: its subject would be "itself" there.
_OBJECTS = frozenset({"obj", "iobj", "obl"})


def pronoun(token: Token, view: Referents, depth: int) -> list[Referent]:
    """Whom a pronoun, relative or not, stands for; nobody where that is open."""
    word = token.lower_
    if word == "what":
        return _free_relative(token, view, depth)
    if word in {"whose", "who", "which", "whom"}:
        return _relative(token, view, depth)
    if word in SPEAKING | ADDRESSING:
        speaker = _speaking(token, view)
        return [Referent(speaker, "reference", token.i, token.i)] if speaker else []
    if word not in PERSONAL | THINGS | PLURAL:
        return []
    own = token.head if token.dep_ in _OBJECTS else None
    for _, parent in ancestors(token):
        if parent == own:
            continue
        for subject in children(parent, *SUBJECTS, *PASSIVE_SUBJECTS):
            if subject.i < token.i and token not in subject.subtree and subject.pos_ != "PRON":
                actors = [each.actor for each in view.of(subject, depth + 1) if each.via in _NAMED]
                if fits(word, actors):
                    return [Referent(each, "reference", token.i, token.i) for each in actors]
    return [Referent(each, "reference", token.i, token.i) for each in _before(word, view, done_to=own is not None)]


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


def _before(word: str, view: Referents, *, done_to: bool) -> list[Actor]:
    """The antecedent in the sentences before: their subject, else the actor of the kind that is most in mind.

    What something is done to may be any thing ("bombed it"), and is no actor for being in mind.
    """
    if fits(word, view.discourse.subjects):
        return view.discourse.subjects
    if word in PLURAL and not view.discourse.vague and fits(word, view.discourse.lately()):
        return view.discourse.lately()
    if done_to and word in THINGS:
        return []
    kinds = _PEOPLE if word in PERSONAL else BODIES if word in THINGS else frozenset[ActorKind]()
    found = view.discourse.foremost(kinds)
    return [found] if found is not None else []


def all_of(token: Token, count: int) -> bool:
    """As in "between the two", "both countries", "all three": whether those spoken of are meant, so many."""
    numbers = NUMBERS.get(count, frozenset())
    if token.lower_ in numbers and token.lower_ not in NUMBERS[2]:
        return token.i > 0 and token.nbor(-1).lower_ in {"all", "the", "these"}
    if token.lower_ in numbers:
        return token.pos_ == "NUM" or not children(token, "nmod")
    return token.lower_ in words("quantities.yaml", "sides") and any(each.lower_ in numbers for each in token.children)
