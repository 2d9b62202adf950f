"""Who denies what was told of him before: "Rwanda denies it", "a charge that both countries reject"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.model import Actor, ActorKind
from loaders.english._arguments import arguments
from loaders.english._data import words
from loaders.english._discourse import Act
from loaders.english._referent import ACTING, Referent
from loaders.english._referents import Referents
from loaders.english._tree import SUBJECTS, child, children, negated, preposition
from loaders.english._words import Token

ACCUSING = "ACCUSES"
_IT = frozenset({"it", "this", "that", "these", "those", "them", "which"})
# What is told as true or only offered.
_OFFERED = frozenset({"suggestion"})
_DETERMINERS = frozenset({"the", "this", "that", "such", "these", "those", "all", "any", "both"})
_OWN_CONTENT = frozenset({"acl", "ccomp", "acl:relcl"})
# What is said of somebody is no deed that he could deny.
_WORDS = frozenset({"ACCUSES", "CRITICIZES", "DEMANDS", "URGES", "WARNS", "REJECTS", "DENIES", "COMMENTS_ON"})
# In which whoever it is done to has a part.
_SHARED = frozenset({"ARMS", "COOPERATES_WITH", "TRADES_WITH", "PROXY_OF"})


@dataclass(frozen=True, slots=True)
class Denial:
    """That somebody says of an act that it is not so, or answers an accusation of nothing that was told further.

    The words for it are those from token `first` to `last`.
    """

    by: Actor
    act: Act
    first: int
    last: int


def denials(view: Referents, here: Iterable[tuple[Act, int]]) -> Iterator[Denial]:
    """The acts that a sentence has somebody deny without telling them again.

    `here` are those that it tells itself, each with the token that says it.
    """
    own = list(here)
    for verb in view.sentence.doc:
        if not _denies(verb) or negated(verb):
            continue
        spoken = [act for act, word in own if word < verb.i] if verb.dep_ != "ROOT" else []
        for subject in arguments(verb).subjects:
            near = [each.i for each in (subject, verb, *children(verb, "obj"), *children(subject, "det"))]
            found = _both(subject, view, spoken) or [each for each in view.of(subject) if each.via in ACTING]
            for by in found:
                lately = view.discourse.lately_told()
                if _may_be_an_offer(verb) and not _accusing(by.actor, [*lately, *spoken]):
                    continue
                for act in _of(by.actor, spoken) or _of(by.actor, lately) or _accusing(by.actor, [*lately, *spoken]):
                    yield Denial(by.actor, act, min(near), max(near))


def _both(subject: Token, view: Referents, spoken: list[Act]) -> list[Referent]:
    """As in "both deny it", after somebody said of two what they did together: these two."""
    if "both" not in {subject.lower_, *(each.lower_ for each in subject.children)} or children(subject, "conj"):
        return []
    told = [each for each in spoken or view.discourse.lately_told() if each.claimant is not None]
    return [Referent(each, "reference", subject.i, subject.i) for act in told[-1:] for each in (act.source, act.target)]


def _of(by: Actor, told: list[Act]) -> list[Act]:
    """What somebody else told last that he, or his country, had done or got: the acts of one sentence."""
    serving = by.kind in {ActorKind.PERSON, ActorKind.AGENCY, ActorKind.ORGANIZATION}
    own = {by.id, by.country if serving else None} - {None}
    mine = [
        act
        for act in told
        if (act.source.id in own or (act.target.id in own and act.relation in _SHARED))
        and act.relation not in _WORDS
        and (act.claimant is None or act.claimant.id not in own)
    ]
    last = max((act.turn for act in mine), default=0)
    return [act for act in mine if act.turn == last]


def _accusing(by: Actor, told: list[Act]) -> list[Act]:
    """The last accusation of somebody, or of his country."""
    own = {by.id, by.country} - {None}
    return [act for act in told if act.relation == ACCUSING and act.target.id in own and act.source.id not in own][-1:]


def _denies(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    if lemma in words("speech.yaml", "deny") or lemma in words("speech.yaml", "reject"):
        return _what_was_said(verb)
    if lemma in words("speech.yaml", "say"):
        return disclaims(verb)
    return lemma in words("speech.yaml", "calling") and _what_was_said(verb) and calls_untrue(verb)


def _may_be_an_offer(verb: Token) -> bool:
    """As in "rejected it", "dismissed the suggestion": of whom nobody has accused, he turns down what was offered."""
    if verb.lemma_.lower() not in words("speech.yaml", "reject"):
        return False
    told = words("speech.yaml", "told") - _OFFERED
    return not any(each.lemma_.lower() in told for each in (*arguments(verb).objects, verb.head))


def disclaims(verb: Token) -> bool:
    """As in "replied that it had no part in it", "said it had nothing to do with this"."""
    for clause in children(verb, "ccomp"):
        subject = child(clause, *SUBJECTS)
        for each in children(clause, "obj") if clause.lemma_.lower() == "have" else ():
            shares = each.lemma_.lower() in words("speech.yaml", "shares") and (negated(each) or negated(clause))
            inside = {part.lower_ for part in clause.subtree if part.i > each.i}
            nothing = each.lower_ == "nothing" and {"to", "do", "with"} <= inside
            taken_up = not _IT.isdisjoint(inside) or not children(each, "nmod")
            if (shares or nothing) and taken_up and subject is not None and subject.pos_ == "PRON":
                return True
    return False


def calls_untrue(verb: Token) -> bool:
    """As in "called it absurd", "described the reports as a fabrication"; of a charge anything but that it is true."""
    said = {each.lemma_.lower() for each in verb.subtree if each.i > verb.i}
    if not said.isdisjoint(words("speech.yaml", "untrue")):
        return True
    charges = any(each.lemma_.lower() in words("speech.yaml", "charges") for each in children(verb, "obj"))
    return charges and bool(children(verb, "xcomp")) and said.isdisjoint(words("speech.yaml", "credible"))


def _what_was_said(verb: Token) -> bool:
    """Whether the object of a verb is what was said before: "it", "the charge", "a claim that it rejects"."""
    found = arguments(verb).objects
    if verb.dep_ == "acl:relcl" and verb.head in (*found, verb.head.head):
        found = [*found, verb.head]
    return any(_said_before(each, verb) for each in found) or _relative(verb)


def _said_before(noun: Token, verb: Token) -> bool:
    if noun.lower_ in _IT:
        return noun.pos_ in {"PRON", "DET"}
    told = noun.lemma_.lower() in words("speech.yaml", "told")
    if not told or any(each != verb and each.dep_ in _OWN_CONTENT for each in noun.children):
        return False
    definite = any(each.lower_ in _DETERMINERS for each in children(noun, "det"))
    whose = [each for each in children(noun, "nmod") if preposition(each) != "as"]
    return (definite or child(noun, "det") is None or verb.head == noun) and not whose


def _relative(verb: Token) -> bool:
    """As in ", which Kigali denies"."""
    which = child(verb, "obj")
    return verb.dep_ == "acl:relcl" and which is not None and which.lower_ == "which"
