"""Whether a predicate is said to have happened: negation, modals, and what the words above do to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from graph.model import Status
from loaders.english._arguments import arguments
from loaders.english._data import words
from loaders.english._frames import Frame
from loaders.english._marks import CONDITIONS, adjective_mark, in_reported_speech, own_mark
from loaders.english._matching import Match, joined, match_verb
from loaders.english._nouns import bearers, by_participle, light_verb, rejected_by
from loaders.english._still import STOPPING, holds_still
from loaders.english._to_come import comes_then
from loaders.english._tree import PASSIVE_SUBJECTS, SUBJECTS, child, children, negated, preposition
from loaders.english._words import Token

# What a stronger status does to a weaker one: "did not plan to strike" is negated, "may want" is hypothetical.
_ORDER = (Status.NEGATED, Status.HYPOTHETICAL, Status.WISHED, Status.PLANNED, Status.ASSERTED)
_APART = frozenset({"while", "after", "before", "when", "since", "because", "although", "though", "as", "whereas"})
_GONE_BEFORE = frozenset({"after", "following", "since", "amid", "amidst", "despite", "in spite of", "because of"})
# Not to have kept somebody from an act is to have let it happen.
_KEEPING = frozenset({STOPPING, "prevent", "avoid", "holding_back", "talk_out_of"})
# Who will end something, or has never stopped it, has done it.
_ENDING, _ORDERING = "ending", "ordering"
_ENDING_ACTS = frozenset({_ENDING, "wire_stop_attacking"})
# Who will do so does it already.
_KEEPING_AT = frozenset({"continue", "keep", "remain"})
# A wish of others than who stands by the word.
_PRESSED = "pressed"
_SPOKEN = frozenset({"ACCUSES", "CRITICIZES", "WARNS", "URGES", "DEMANDS"})
# "Missed an opportunity to stand by Ukraine".
_CHANCES = frozenset({"chance", "opportunity"})
_MISSING = frozenset({"lose", "miss", "squander", "waste", "forgo"})
# Frames of what somebody says that he will do.
_PROMISING = frozenset({"commit", "offer", "say_will"})
# Forms that the "was" or "did" before another does not help: "was not asked and felt betrayed".
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
# What hangs a clause on the noun that tells it.
_TOLD = frozenset({"acl", "acl:relcl", "ccomp", "appos"})
_STOP = frozenset({"acl:relcl", "parataxis", "appos", "discourse"})


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of a predicate, with the words that decided it as `reasons`.

    `hedged` tells that a word above hedges it; `accuser` is the verb that accuses somebody of it, or the noun that
    tells it ("allegations"); `wisher` is the word by which somebody wishes it ("demanded", "calls for"). `ended` tells
    that somebody has stopped it ("stopped buying"): what happened has happened, but what lasted no longer holds.
    `goes_on` tells that somebody keeps at it ("will continue to back").
    """

    status: Status
    hedged: bool
    accuser: Token | None
    reasons: tuple[str, ...]
    wisher: Token | None = None
    ended: bool = False
    goes_on: bool = False


Governed: TypeAlias = Mapping[int, tuple[Token, Frame]]


def governed(matches: Iterable[Match]) -> dict[int, tuple[Token, Frame]]:
    """For every token that is the content of a word, that word and its frame."""
    found: dict[int, tuple[Token, Frame]] = {}
    for match in matches:
        if match.entry.frame.content is not None and not _went(match.predicate):
            for token in match.content:
                if _beside(token):
                    continue
                for each in (token, *joined(token, match.entry.frame)):
                    found.setdefault(each.i, (match.predicate, match.entry.frame))
    return found


def _beside(clause: Token) -> bool:
    """As in "denied making one, although it conceded": such a clause is no content of what stands above."""
    return clause.dep_ == "advcl" and any(each.lower_ in _APART for each in children(clause, "mark"))


def _went(verb: Token) -> bool:
    """Whether "go to" is a way and no future: "went to Tbilisi to congratulate", unlike "is going to congratulate"."""
    return verb.lemma_.lower() == "go" and verb.tag_ != "VBG"


def standing(predicate: Token, above: Governed) -> Standing:
    """Walks from a predicate to the root of its sentence and adds up what it meets.

    `above` tells which words govern which, as `governed` gives it.
    """
    met = _Met()
    alone = False
    for token, parent, frame in _steps(predicate, above):
        own = None if alone else own_mark(token)
        alone = token.dep_ == "conj" and _own_clause(token)
        if own is not None:
            met.note(
                in_reported_speech(own, token, parent, promised=frame is not None and frame.name in _PROMISING), own[1]
            )
        if parent is not None and _undoubted(parent):
            break
        if _untrue(token) or (parent is not None and _untrue(parent, token)):
            met.found.append(Status.NEGATED)
        if met.is_untold(token) or (own is not None and own[1] in CONDITIONS):
            break
        if frame is not None and frame.content is not None and parent is not None:
            if any(each.lower_ in words("speech.yaml", "why") for each in children(token, "advmod", "mark")):
                break
            status = _of_content(frame, token, parent)
            met.content(status, frame, token, parent)
            alone = status is not frame.content is Status.NEGATED
            if frame.name in _ENDING_ACTS or (frame.name == STOPPING and holds_still(frame, parent)):
                break
        elif parent is not None and (when := comes_then(token, parent, above)) is not None:
            met.note(Status.PLANNED, when)
            break
        elif parent is None or _ends_here(token, parent, above):
            break
        elif token.dep_ in _STOP or _restricts(token):
            if (noun := adjective_mark(parent)) is not None:
                met.note(Status(noun[1]), noun[0])
            break
    return met.standing()


@dataclass(slots=True)
class _Met:
    """What was met on the way up from a predicate; `wish` tells that a noun says it is wished."""

    found: list[Status] = field(default_factory=list[Status])
    reasons: list[str] = field(default_factory=list[str])
    hedged: bool = False
    accuser: Token | None = None
    wisher: Token | None = None
    wish: bool = False
    ended: bool = False
    goes_on: bool = False

    def note(self, status: Status, word: str) -> None:
        """A status with the word that gives it; what is wished stays so, whoever turns the wish down."""
        if not (self.wish and status is Status.NEGATED):
            self.found.append(status)
        self.reasons.append(word)

    def is_untold(self, token: Token) -> bool:
        """Notes the noun that a clause is told by, and says whether it is said to be wrong."""
        if (teller := told_by(token)) is None:
            return False
        self.hedged, self.accuser = True, self.accuser or teller
        self.reasons.append(teller.text)
        if rejected_by(teller) is None and not _untrue(teller):
            return False
        self.found.append(Status.NEGATED)
        return True

    def content(self, status: Status, frame: Frame, token: Token, parent: Token) -> None:
        """What a word above says of it."""
        self.note(status, f"{parent.text} ({frame.name})")
        if status is Status.WISHED:
            self.wisher = parent if self.wisher is None and frame.name != _PRESSED else self.wisher
            own = parent.pos_ == "NOUN" and parent.lemma_.lower() in words("speech.yaml", "own_wishes")
            self.wish = self.wish or (own and own_mark(parent) is None)
        self.hedged = self.hedged or frame.hedged or frame.accuses
        self.accuser = parent if frame.accuses and self.accuser is None else self.accuser
        self.goes_on = self.goes_on or (parent.lemma_.lower() in _KEEPING_AT and not negated(parent))
        self.ended = frame.name == _ENDING and token.pos_ == "VERB" and _is_over(parent)

    def standing(self) -> Standing:
        """The strongest status of all, with what else was met."""
        status = min(self.found, key=_ORDER.index, default=Status.ASSERTED)
        hedged = self.hedged and status is not Status.NEGATED
        return Standing(status, hedged, self.accuser, tuple(self.reasons), self.wisher, self.ended, self.goes_on)


def _undoubted(word: Token) -> bool:
    """As in "there is no doubt that", "nobody doubts that"."""
    doubts = word.lemma_.lower() in words("speech.yaml", "doubting")
    subjects = children(word, *SUBJECTS) if word.pos_ == "VERB" else []
    return doubts and (negated(word) or any(negated(each) or each.lower_ == "nobody" for each in subjects))


def _is_over(ending: Token) -> bool:
    """As in "has stopped buying", unlike "will stop buying" or "never stopped"."""
    past = ending.tag_ in {"VBD", "VBN"} and own_mark(ending) is None
    return past and not any(each.lower_ == "to" for each in children(ending, "mark"))


def _indicative(clause: Token) -> bool:
    """As in "insisted that Chad had attacked", unlike "insisted that it withdraw" or "should withdraw"."""
    helping = {each.lower_ for each in children(clause, "aux", "aux:pass", "cop")}
    bare = clause.tag_ == "VB" and not helping
    return clause.dep_ == "ccomp" and not bare and helping.isdisjoint(words("modals.yaml", "wished"))


def claims(match: Match) -> bool:
    """As in "insisted that unrest there reflected old tensions", which demands nothing of anybody."""
    word = match.predicate.lemma_.lower()
    return word in words("speech.yaml", "claiming") and any(map(_indicative, match.content))


def _untrue(told: Token, besides: Token | None = None) -> bool:
    """As in "rumours of his arrest were false", "that he was arrested is untrue", "reports that it had left proved
    false"; not "his plan is absurd". What says so itself, which `besides` is, is not untrue by that.
    """
    if told.dep_ != "csubj" and told.lemma_.lower() not in words("speech.yaml", "told"):
        return False
    said = [told.head] if told.dep_ in SUBJECTS else children(told, "acl", "ccomp", "acl:relcl", "appos")
    said = [each for each in said if each != besides]
    said += [part for each in said for part in children(each, "xcomp", "obl")]
    return any(each.lemma_.lower() in words("speech.yaml", "untrue") and not negated(each) for each in said)


def _of_content(frame: Frame, clause: Token, parent: Token) -> Status:
    """What a word says of its content.

    As in "assured him that Budapest backs Moldova": what is promised in the present or past is so already; "was able
    to"; what a court orders others have yet to do; "did not rule out"; what will be stopped is so still.
    """
    status = frame.content or Status.ASSERTED
    if status is Status.NEGATED and (negated(parent) or any(each.lower_ == "nor" for each in children(parent, "cc"))):
        will = any(each.lower_ in words("modals.yaml", "planned") for each in children(parent, "aux"))
        kept = Status.PLANNED if will else Status.ASSERTED
        return kept if frame.name in _KEEPING else Status.HYPOTHETICAL
    if (sure := _whatever_follows(frame, parent)) is not None:
        return sure
    holds = clause.dep_ == "ccomp" and clause.tag_ in {"VBZ", "VBD"} and child(clause, "aux") is None
    managed = parent.lower_ == "able" and any(each.tag_ == "VBD" for each in children(parent, "cop"))
    if status is Status.PLANNED and (holds or managed):
        return Status.ASSERTED
    if status is Status.WISHED and parent.lemma_.lower() == "expect" and children(parent, *PASSIVE_SUBJECTS):
        return Status.PLANNED
    if status is Status.WISHED and parent.lemma_.lower() in words("speech.yaml", "claiming") and _indicative(clause):
        return Status.ASSERTED
    courts = (each.lemma_.lower() in words("speech.yaml", "courts") for each in arguments(parent).subjects)
    return Status.WISHED if frame.name == _ORDERING and any(courts) else status


def _whatever_follows(frame: Frame, parent: Token) -> Status | None:
    """What holds still, and what somebody "missed a chance" to do, which he has not done."""
    if holds_still(frame, parent):
        return Status.ASSERTED
    missed = parent.dep_ == "obj" and parent.lemma_.lower() in _CHANCES and parent.head.lemma_.lower() in _MISSING
    return Status.NEGATED if missed else None


def told_by(token: Token) -> Token | None:
    """As in "claims that it funds Hamas", "a report of arming rebels": the noun that a clause is the content of."""
    noun = token.head
    if noun.dep_ == "nmod" and preposition(noun) in {"of", "by", "from"}:
        # "The accusation of the State Department that": the clause may hang on whose it is.
        noun = noun.head if noun.head.lemma_.lower() in words("speech.yaml", "told") else noun
    named = noun.pos_ in {"NOUN", "PROPN"} or noun.tag_ in {"NN", "NNS"}
    told = named and noun.lemma_.lower() in words("speech.yaml", "told")
    if token.dep_ not in _TOLD or not told:
        return None
    return noun if any(each.lower_ in {"that", "of"} for each in children(token, "mark")) else None


def tellers(accuser: Token) -> list[Token]:
    """Who says what somebody is accused of, or that it is not so: the subject of the verb, the bearer of the noun."""
    if accuser.pos_ not in {"NOUN", "PROPN"}:
        return arguments(accuser).subjects
    verb = rejected_by(accuser)
    return arguments(verb).subjects if verb is not None else bearers(accuser)


def _steps(predicate: Token, above: Governed) -> Iterator[tuple[Token, Token | None, Frame | None]]:
    """The way up: from a word to the one that governs it, else to its head; a light verb stands for its noun."""
    token: Token | None = predicate
    seen: set[int] = set()
    while token is not None and token.i not in seen:
        seen.add(token.i)
        light = light_verb(token) if token.pos_ == "NOUN" and not _of_others(token) else None
        head = token.head if token.head != token else None
        parent, frame = above.get(token.i, (light or head, None))
        if frame is not None and parent is not None and above.get(parent.i, (None, None))[0] == token:
            # Each governs the other ("claims that ... were denied"): the one below in the tree is the content.
            parent, frame = light or head, None
        if light is not None and frame is None:
            if (own := own_mark(token)) is not None:
                yield token, light, Frame("light verb", content=own[0])
            token = light
            continue
        yield token, parent, frame
        token = parent


def _own_clause(token: Token) -> bool:
    """Whether a conjunct is a clause of its own, which the "not" or "would" of the one before does not reach."""
    subject = child(token, "nsubj", "nsubj:pass", "aux") is not None
    finite = token.tag_ in _FINITE and child(token.head, "aux", "aux:pass") is not None and not _or(token)
    return subject or finite or any(each.lower_ in {"but", "that"} for each in children(token, "cc", "mark"))


def _or(conjunct: Token) -> bool:
    return any(each.lower_ in {"or", "nor"} for each in children(conjunct, "cc"))


def _restricts(token: Token) -> bool:
    """A participle or adjective on a noun says what the noun is, whatever is done with it.

    "militias fighting for Assad".
    """
    return token.dep_ == "amod" or (
        token.dep_ == "acl" and not any(each.lower_ == "to" for each in children(token, "mark"))
    )


def _ends_here(token: Token, parent: Token, above: Governed) -> bool:
    """Whether nothing that stands higher says whether it happened."""
    named = (parent.i not in above or _of_others(token)) and _presupposed(token, parent)
    return named or _outlasts(token, parent) or _stands_apart(token, parent)


def _of_others(token: Token) -> bool:
    """As in "refused to join the US-led war" or "to condemn Russia's invasion": it goes on whoever does so."""
    if token.pos_ != "NOUN" or token.dep_ != "obj":
        return False
    owners = [each for each in children(token, "nmod:poss") if each.pos_ == "PROPN"]
    judged = any(each.entry.frame.relation == "CRITICIZES" for each in match_verb(token.head)) if owners else False
    return judged or bool(by_participle(token))


def _outlasts(token: Token, parent: Token) -> bool:
    """As in "blocked the renewal of sanctions": what is to be renewed has been, whatever becomes of that."""
    of = token.dep_ == "nmod" and preposition(token) == "of"
    return of and parent.lemma_.lower() in words("verbs.yaml", "renewals")


def _stands_apart(token: Token, parent: Token) -> bool:
    """Whether a word stands apart from what is above: the subject of a copula, or behind "while" or "after"."""
    behind = token.dep_ in {"obl", "nmod"} and token.pos_ == "NOUN" and preposition(token) in _GONE_BEFORE
    if _requested(token) or (behind and not _to_come(parent)):
        return True
    if token.dep_ == "advcl" and any(each.lower_ in _APART for each in children(token, "mark", "advmod")):
        return True
    if token.dep_ == "advcl" and token.tag_ == "VBG" and child(token, "mark") is None and _speaks(token):
        return True
    equated = token.pos_ in {"NOUN", "PROPN"} and token.dep_ == "nsubj" and child(parent, "cop") is not None
    return equated and not _conditional(parent)


def _requested(noun: Token) -> bool:
    """As in "will send police at the request of the premier": who asked has asked, whatever comes of it."""
    return noun.lemma_.lower() in words("verbs.yaml", "requests") and preposition(noun) in {"at", "on", "upon"}


def _speaks(verb: Token) -> bool:
    """As in "said that Ankara would invade, accusing it of": what is said there and then is no part of what may be."""
    return any(each.entry.frame.relation in _SPOKEN for each in match_verb(verb))


def _presupposed(token: Token, parent: Token) -> bool:
    """Whether what is above says nothing of whether it happened.

    An event named as a thing ("condemned the strikes").
    """
    if (
        token.pos_ in {"NOUN", "PROPN"}
        and parent.pos_ == "VERB"
        and token.dep_ in {"obj", "nsubj", "nsubj:pass", "obl", "obl:agent"}
    ):
        brought = token.dep_ in {"obj", "nsubj:pass"} and parent.lemma_.lower() in words("verbs.yaml", "bringing_about")
        return not brought and not _conditional(parent)
    if token.dep_ in {"advcl", "acl"} and not _conditional(parent):
        return token.dep_ == "advcl" and not any(each.lower_ == "to" for each in children(token, "mark"))
    return False


def _to_come(verb: Token) -> bool:
    """As in "will leave after a truce": what comes before something to come may be to come too."""
    return _conditional(verb) or any(each.lower_ in {"will", "shall", "'ll", "’ll"} for each in children(verb, "aux"))


def _conditional(verb: Token) -> bool:
    return any(each.lower_ in {"would", "could", "might", "may"} for each in children(verb, "aux"))
