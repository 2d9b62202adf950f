"""Who says it: the subject of a speech verb, "according to", the speaker of a quotation, the issuer."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from graph.model import Actor, ActorKind
from loaders.english._arguments import arguments, is_reported
from loaders.english._data import load, words
from loaders.english._nouns import is_act
from loaders.english._referent import Referent
from loaders.english._referents import Referents, main_subjects
from loaders.english._sentence import Sentence
from loaders.english._speakers import speaker_before
from loaders.english._tree import SUBJECTS, ancestors, child, children, head_of, preposition
from loaders.english._unnamed import unnamed_source
from loaders.english._words import Token

# "The Kremlin quoted Putin as saying".
_QUOTING = frozenset({"quote", "cite"})
_ITSELF = frozenset({"itself", "himself", "herself", "themselves"})
_SPEAKING = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_THEMSELVES = frozenset({"it", "they"})
# Names of a country that may tell where something was.
_PLACES = frozenset({"name", "capital", "demonym", "acronym"})


def claimants(predicate: Token, view: Referents) -> Iterator[Actor]:
    """Who says that a predicate holds, from the nearest to the farthest."""
    if predicate.lemma_.lower() == "claim" and any(map(_claimed, children(predicate, "obj"))):
        yield from _subjects(predicate, view)
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
            or _claimed(token)
        )
        if _claimed(token) and token.dep_ == "nmod":
            yield from _subjects(token.head.head, view)
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
    """A predicate and what it hangs on, up to the end of its part of the sentence."""
    yield predicate
    for token, parent in ancestors(predicate):
        if token.dep_ in {"conj", "parataxis"} and any(each.text == ";" for each in token.children):
            return
        yield parent


def _says(token: Token) -> bool:
    """Whether a word is one of saying, unlike "finds itself protecting"."""
    said = token.lemma_.lower() in words("speech.yaml", "say")
    return said and not any(each.lower_ in _ITSELF for each in children(token, "obj"))


def _claimed(noun: Token) -> bool:
    """As in "the Houthis claimed an attack", "claimed responsibility for the raid"."""
    if noun.dep_ == "nmod" and noun.head.lemma_.lower() in words("speech.yaml", "shares"):
        noun = noun.head
    claimable = is_act(noun) or noun.lemma_.lower() in words("speech.yaml", "shares")
    return claimable and noun.pos_ == "NOUN" and noun.dep_ == "obj" and noun.head.lemma_.lower() == "claim"


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
            and not any(mark.text == ";" for mark in each.children)
            and (each.dep_ == "parataxis" or (each.i > token.i and child(each, "ccomp", "obj") is None))
        ):
            yield from _subjects(each, view)


def _subjects(verb: Token, view: Referents) -> Iterator[Actor]:
    """Who says it; of "the state agency INA" or "army spokesman Ali", read as two subjects, the last."""
    if (person := _named_before(verb, view)) is not None:
        yield person
        return
    quoted = children(verb.head, "obj") if verb.tag_ == "VBG" and verb.head.lemma_ in _QUOTING else []
    yield from _tellers(quoted or arguments(verb).subjects or speaker_before(verb), view)


def _named_before(verb: Token, view: Referents) -> Actor | None:
    """As in "Ministry spokesperson Ambassador Daifallah Al-Fayez said": the person named right before the verb.

    Whatever the tree makes of his titles; not "the office of Benjamin Netanyahu said".
    """
    name = view.mention(verb.doc[verb.i - 1]) if verb.i and verb.tag_ in {"VBD", "VBZ", "VBP"} else None
    if name is None or name.actor.kind is not ActorKind.PERSON:
        return None
    head = head_of(verb.doc, name.start, name.end)
    plain = child(head, "case") is None and head.dep_ not in {"conj", "obj", "obl", "nmod:poss"}
    return name.actor if plain and any(above == verb for _, above in ancestors(head)) else None


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
            if not _for_himself(subject, each)
        ]
        found = found or _of_itself(subject, view)
        yield from found or _issuers(subject, view)
        unnamed += [] if found else unnamed_source(subject, view)
    yield from unnamed


def _for_himself(teller: Token, named: Referent) -> bool:
    """As in "analysts in Singapore", "Russian witnesses": they speak for no state."""
    private = teller.lemma_.lower() in words("speech.yaml", "private")
    return private and named.via == "organ" and named.actor.kind is ActorKind.COUNTRY


def _of_itself(spokesman: Token, view: Referents) -> list[Actor]:
    """As in "a spokesperson said it was ready": he speaks for the body that "it" is."""
    if spokesman.lemma_.lower() not in _SPEAKING or spokesman.dep_ not in SUBJECTS:
        return []
    said = children(spokesman.head, "ccomp")
    subjects = (each for clause in said for each in children(clause, *SUBJECTS) if each.lower_ in _THEMSELVES)
    return [found.actor for each in subjects for found in view.of(each)][:1]


def _issuers(noun: Token, view: Referents) -> Iterator[Actor]:
    """As in "the statement published by Ecuador's foreign ministry said", "a report by Amnesty International"."""
    if noun.lemma_.lower() in words("speech.yaml", "texts"):
        issued = [
            each for each in children(noun, "acl") if each.lemma_.lower() not in words("speech.yaml", "obtaining")
        ]
        agents = [agent for verb in issued for agent in children(verb, "obl:agent", "obl")]
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
    if preposition(token) == "as" and token.head.lemma_.lower() in words("speech.yaml", "calling_as"):
        yield from _subjects(token.head, view)
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
