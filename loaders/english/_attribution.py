"""Who says it: the subject of a speech verb, "according to", the speaker of a quotation, the issuer."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from graph.model import Actor, ActorKind
from loaders.english._arguments import arguments, is_reported
from loaders.english._data import load, words
from loaders.english._referents import Referents, main_subjects
from loaders.english._sentence import Sentence
from loaders.english._speakers import speaker_before
from loaders.english._tree import SUBJECTS, ancestors, child, children, preposition
from loaders.english._unnamed import unnamed_source

# "The Kremlin quoted Putin as saying".
_QUOTING = frozenset({"quote", "cite"})
# Names of a country that may tell where something was.
_PLACES = frozenset({"name", "capital", "demonym", "acronym"})


def claimants(predicate: Token, view: Referents) -> Iterator[Actor]:
    """Who says that a predicate holds, from the nearest to the farthest."""
    said = False
    passed: set[int] = set()
    for token in _chain(predicate):
        yield from _according(token, view)
        yield from _beside(token, view, passed)
        passed.add(token.i)
        said = (
            said
            or token.dep_ in {"ccomp", "xcomp"}
            or (token.dep_ == "parataxis" and child(token.head, "obj", "ccomp") is None)
            or (token.dep_ == "advcl" and child(token, "mark") is None and child(token.head, "obj") is None)
            or (token.dep_ == "acl:relcl" and is_reported(token))
        )
        if token.head != token and said and (_says(token.head) or _denies(token.head)):
            yield from _subjects(token.head, view)
    if (tail := view.sentence.attribution) is not None:
        subjects = main_subjects(view) or view.discourse.subjects
        parties = subjects if len(subjects) > 1 else view.discourse.parties
        inner = Referents(tail, view.cast, replace(view.discourse, subjects=subjects, parties=parties))
        for token in filter(_says, tail.doc):
            yield from _subjects(token, inner)
        if tail.headline and not _tells_where(tail):
            yield from _tellers([token for token in tail.doc if token.head == token], inner)
    if view.sentence.speaker is not None and view.sentence.quoted[predicate.i]:
        yield view.sentence.speaker
    if view.sentence.teller is not None:
        yield view.sentence.teller
    if view.discourse.issuer is not None:
        yield view.discourse.issuer


def _chain(predicate: Token) -> Iterator[Token]:
    yield predicate
    for _, parent in ancestors(predicate):
        yield parent


def _says(token: Token) -> bool:
    return token.lemma_.lower() in words("speech.yaml", "say")


def _denies(token: Token) -> bool:
    """Who denies an act is who says that it did not happen."""
    return token.lemma_.lower() in words("speech.yaml", "deny")


def _beside(token: Token, view: Referents, passed: Collection[int]) -> Iterator[Actor]:
    """As in "..., the agency reported": the speech verb hangs on what is said.

    What stands within it is not said by it: nobody says that "Iran's Press TV" is Iran's. `passed` are the words
    from the predicate up to the token.
    """
    for each in children(token, "parataxis", "ccomp", "advcl"):
        if (
            _says(each)
            and each.i not in passed
            and child(each, *SUBJECTS) is not None
            and (each.dep_ == "parataxis" or (each.i > token.i and child(each, "ccomp", "obj") is None))
        ):
            yield from _subjects(each, view)


def _subjects(verb: Token, view: Referents) -> Iterator[Actor]:
    """Who says it; of "the state agency INA" or "army spokesman Ali", read as two subjects, the last."""
    quoted = children(verb.head, "obj") if verb.tag_ == "VBG" and verb.head.lemma_ in _QUOTING else []
    yield from _tellers(quoted or arguments(verb).subjects or speaker_before(verb), view)


def _tells_where(tail: Sentence) -> bool:
    """Whether what begins or ends a headline is a clause, or a country's name, which may tell where it was."""
    if any(token.pos_ in {"VERB", "AUX"} for token in tail.doc):
        return True
    countries = (each for each in tail.mentions if each.actor.kind is ActorKind.COUNTRY)
    return tail.text.endswith(":") and any(each.how in _PLACES for each in countries)


def _tellers(nouns: Sequence[Token], view: Referents) -> Iterator[Actor]:
    unnamed: list[Actor] = []
    for subject in reversed(nouns):
        found = [
            each.actor
            for each in view.of(subject)
            if each.via in {"name", "organ", "group", "reference"} or (each.via == "thing" and _speaks(subject))
        ]
        yield from found or _issuers(subject, view)
        unnamed += [] if found else unnamed_source(subject, view)
    yield from unnamed


def _issuers(noun: Token, view: Referents) -> Iterator[Actor]:
    """As in "the statement published by Ecuador's foreign ministry said", "a report by Amnesty International"."""
    if noun.lemma_.lower() in words("speech.yaml", "texts"):
        agents = [agent for verb in children(noun, "acl") for agent in children(verb, "obl:agent", "obl")]
        for agent in [*agents, *children(noun, "nmod")]:
            if preposition(agent) in {"by", "from"}:
                yield from [each.actor for each in view.of(agent)] or unnamed_source(agent, view)


def _speaks(noun: Token) -> bool:
    """Whether what somebody owns speaks for him: "a UN report", "Syrian state media"."""
    if noun.lemma_.lower() in words("speech.yaml", "texts"):
        return True
    media = noun.lemma_.lower() in words("agents.yaml", "outlets") or noun.lower_ in words("agents.yaml", "outlets")
    return media and any(
        each.lower_ in {"state", "official", "state-run", "army", "military"} for each in noun.children
    )


def _according(token: Token, view: Referents) -> Iterator[Actor]:
    for each in children(token, "advcl"):
        if each.lemma_.lower() in words("speech.yaml", "views") and any(
            mark.lower_ == "as" for mark in children(each, "mark", "advmod")
        ):
            yield from _subjects(each, view)
    for each in children(token, "obl", "obl:agent", "advcl", "nmod", "parataxis"):
        if preposition(each) in words("speech.yaml", "according") or (
            each.lower_ == "according" and children(each, "obl", "nmod")
        ):
            inner = [each] if each.lower_ != "according" else children(each, "obl", "nmod")
            for one in inner:
                yield from [found.actor for found in view.of(one)] or unnamed_source(one, view)
        elif each.lemma_.lower() in words("speech.yaml", "viewpoints") and preposition(each) in {"in", "by", "on"}:
            owners = [*children(each, "nmod:poss"), *(of for of in children(each, "nmod") if preposition(of) == "of")]
            yield from (found.actor for owner in owners for found in view.of(owner))


def hedged(predicate: Token, sentence: Sentence) -> bool:
    """Whether a predicate is said with a reserve."""
    return next(hedges(predicate, sentence), None) is not None


def hedges(predicate: Token, sentence: Sentence) -> Iterator[str]:
    """The words of reserve on a predicate.

    A phrase on the whole sentence, an adverb, "alleged", or "is said to".
    """
    yield from (phrase for phrase in load("speech.yaml")["phrases"] if phrase in sentence.text.lower())
    for token in _chain(predicate):
        for each in children(token, "advmod", "amod", "discourse"):
            if each.lower_ in words("speech.yaml", "hedges"):
                yield each.text
        if (
            token.dep_ in {"xcomp", "ccomp", "advcl"}
            and token.head.lemma_.lower() in words("speech.yaml", "reported")
            and _passive_or_claim(token.head)
        ):
            yield token.head.text
        if token.dep_ in {"acl:relcl", "advcl", "parataxis"}:
            break


def _passive_or_claim(verb: Token) -> bool:
    if verb.lemma_.lower() in words("speech.yaml", "claim"):
        return True
    return child(verb, "aux:pass", "nsubj:pass") is not None or verb.dep_ in {"acl", "amod"}
