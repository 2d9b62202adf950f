"""Who does an act beside another: "Togo condemned the coup, along with Benin", "a view shared by Chad"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.model import ActorKind
from loaders.english._arguments import arguments
from loaders.english._candidates import Candidate
from loaders.english._data import words
from loaders.english._likely import NETWORK
from loaders.english._matching import match_verb
from loaders.english._referent import ACTING, Referent
from loaders.english._referents import Referents
from loaders.english._tree import (
    PASSIVE_SUBJECTS,
    SUBJECTS,
    ancestors,
    children,
    conjuncts,
    first_conjunct,
    preposition,
)
from loaders.english._words import Token

# These tell of whoever acts, "along with" also of whom it is done to: "charged the bank along with its owner".
_OF_DOERS = frozenset({"alongside", "jointly with", "in concert with"})
_CLAUSES = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class _Company:
    """Those who take part in what `verb` tells beside its sources or targets, the `hosts`; `token` is their phrase."""

    members: list[Referent]
    token: Token
    verb: Token
    source: bool
    hosts: frozenset[str]


def in_company(linked: list[tuple[Candidate, float]], view: Referents) -> list[tuple[Candidate, float]]:
    """The edges, with those of whoever does the same beside another, and without acts between the two of them."""
    told = linked
    for each in (*_beside(view), *_sharing(view)):
        own = [(one, sure) for one, sure in told if _is_of(one.predicate, each)]
        copies = [
            (_with(one, each, member), sure) for one, sure in own if _hosted(one, each) for member in each.members
        ]
        copies = [(one, sure) for one, sure in copies if one.source.actor.id != one.target.actor.id]
        if copies:
            told = [(one, sure) for one, sure in told if not _between(one, each)]
            known = {_key(one) for one, _ in told}
            told += [(one, sure) for one, sure in copies if _key(one) not in known]
    return told


def _key(candidate: Candidate) -> tuple[str, str, str]:
    return candidate.source.actor.id, candidate.relation, candidate.target.actor.id


def _with(candidate: Candidate, company: _Company, member: Referent) -> Candidate:
    return replace(candidate, source=member) if company.source else replace(candidate, target=member)


def _hosted(candidate: Candidate, company: _Company) -> bool:
    """Whether an edge is one of him whom the company is kept, and its other end none of the company."""
    host, other = (candidate.source, candidate.target) if company.source else (candidate.target, candidate.source)
    named = {each.actor.id for each in company.members}
    return host.actor.id in company.hosts and other.actor.id not in company.hosts | named


def _between(candidate: Candidate, company: _Company) -> bool:
    """Whether an edge takes whom one keeps company with for whom it is done to."""
    word, token = candidate.predicate, company.token
    if not _is_of(word, company) and not token.left_edge.i - 1 <= word.i <= token.i:
        return False
    named = {each.actor.id for each in company.members}
    ends = {candidate.source.actor.id, candidate.target.actor.id}
    return bool(ends & named) and candidate.frame.name == NETWORK


def _is_of(predicate: Token, company: _Company) -> bool:
    """Whether a word tells what the verb tells, or one joined to it behind the company: "along with Benin, met and"."""
    verb = company.verb
    clause = predicate if predicate.pos_ in _CLAUSES or predicate.dep_ not in {"obj", "xcomp"} else predicate.head
    joined = company.token.i < verb.i and clause.dep_ == "conj" and not children(clause, *SUBJECTS, *PASSIVE_SUBJECTS)
    return verb == clause or (joined and first_conjunct(clause) == verb)


def _beside(view: Referents) -> Iterator[_Company]:
    """As in "Togo, together with Benin and Mali, condemned"."""
    for token in view.sentence.doc:
        phrase = _phrase(token)
        if not phrase:
            continue
        members = _acting(conjuncts(token), view)
        verb = token.head if token.head.pos_ == "VERB" else token.head.head
        if members and verb.pos_ == "VERB" and not _asked_for(verb, token) and not _joined(token):
            yield from _hosts(token, phrase, verb, members, view)


def _joined(token: Token) -> bool:
    """As in "met Benin and, together with Mali, thanked Togo", of which the tree may hang it on either verb."""
    return any(each.pos_ == "CCONJ" for each in token.doc[max(0, token.left_edge.i - 4) : token.left_edge.i])


def _phrase(token: Token) -> str:
    """The words of the data by which a phrase keeps company: "along with"."""
    before = token.doc[max(0, token.left_edge.i - 2) : token.i]
    said = " ".join(each.lower_ for each in before)
    cased = {each.lower_ for each in token.children if each.dep_ == "case"}
    found = (each for each in words("verbs.yaml", "in_company") if f" {each} " in f" {said} ")
    return next((each for each in found if each.split()[-1] in cased), "")


def _asked_for(verb: Token, token: Token) -> bool:
    """Whether a frame of the verb has a place for the phrase: "fought alongside", "met together with"."""
    return any(token in tokens for match in match_verb(verb) for tokens in match.slots.values())


def _hosts(token: Token, phrase: str, verb: Token, members: list[Referent], view: Referents) -> Iterator[_Company]:
    """Whom the company is kept: who acts, or where he is of another kind than they, whom it is done to."""
    doer = [one for each in children(verb, *SUBJECTS) or arguments(verb).subjects for one in view.of(each)]
    passive = [one for each in children(verb, *PASSIVE_SUBJECTS) for one in view.of(each)]
    done_to = [one for each in children(verb, "obj") for one in view.of(each)]
    kinds = {each.actor.kind for each in members}
    if passive:
        yield _Company(members, token, verb, source=False, hosts=_ids(passive))
    elif token.i < verb.i or phrase in _OF_DOERS:
        yield _Company(members, token, verb, source=True, hosts=_ids(doer))
    elif kinds & _kinds(done_to) and not kinds & _kinds(doer):
        yield _Company(members, token, verb, source=False, hosts=_ids(done_to))
    elif _set_off(token) or not kinds & _kinds(done_to):
        yield _Company(members, token, verb, source=True, hosts=_ids(doer))


def _acting(tokens: list[Token], view: Referents) -> list[Referent]:
    """Whom words stand for, each once."""
    found = [each for token in tokens for each in view.of(token) if each.via in ACTING]
    return list({each.actor.id: each for each in found}.values())


def _ids(found: list[Referent]) -> frozenset[str]:
    return frozenset(each.actor.id for each in found)


def _kinds(found: list[Referent]) -> frozenset[ActorKind]:
    return frozenset(each.actor.kind for each in found)


def _set_off(token: Token) -> bool:
    """Whether a comma stands before the phrase, which then is no part of the one before."""
    return any(each.text == "," for each in token.doc[max(0, token.left_edge.i - 2) : token.left_edge.i + 1])


def _sharing(view: Referents) -> Iterator[_Company]:
    """As in "Togo rejected the plan, a position shared by Benin"."""
    for noun in view.sentence.doc:
        if noun.pos_ != "NOUN" or noun.lemma_.lower() not in words("speech.yaml", "shared_views"):
            continue
        shared = [each for each in children(noun, "acl") if each.lemma_.lower() == "share"]
        by = [each for verb in shared for each in verb.children if preposition(each) == "by"]
        members = _acting([part for each in by for part in conjuncts(each)], view)
        verb = next((above for _, above in ancestors(noun) if above.pos_ == "VERB"), None)
        if members and verb is not None and noun.i > verb.i and _set_off(noun):
            doer = [one for each in arguments(verb).subjects for one in view.of(each)]
            yield _Company(members, noun, verb, source=True, hosts=_ids(doer))
