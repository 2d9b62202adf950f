"""Whether a predicate is said to have happened: negation, modals, and what the words above do to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from spacy.tokens import Token

from graph.model import Status
from loaders.english._arguments import arguments
from loaders.english._data import words
from loaders.english._frames import Frame
from loaders.english._matching import Match, joined, match_verb
from loaders.english._nouns import bearers, by_participle, light_verb, rejected_by
from loaders.english._tree import PASSIVE_SUBJECTS, SUBJECTS, child, children, negated, preposition

# What a stronger status does to a weaker one: "did not plan to strike" is negated, "may want" is hypothetical.
_ORDER = (Status.NEGATED, Status.HYPOTHETICAL, Status.WISHED, Status.PLANNED, Status.ASSERTED)
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "provided", "should"})
_APART = frozenset({"while", "after", "before", "when", "since", "because", "although", "though", "as", "whereas"})
_GONE_BEFORE = frozenset({"after", "following", "since", "amid", "amidst", "despite", "in spite of", "because of"})
_PURPOSE = "purpose"
# Who is accused of using something to do an act is accused of the act.
_MEANS = frozenset({"use", "exploit", "abuse"})
# Who will end something, or has never stopped it, has done it.
_ENDING = "ending"
_INSTEAD = frozenset({"rather", "instead"})
_NOTHING = frozenset({"nothing", "nobody", "none"})
# "Would like" is a polite wish, no condition.
_POLITE = frozenset({"like", "love", "prefer"})
_STOP = frozenset({"acl:relcl", "parataxis", "appos", "discourse"})


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of a predicate, with the words that decided it as `reasons`.

    `hedged` tells that a word above hedges it; `accuser` is the verb that accuses somebody of it, or the noun that
    tells it ("allegations").
    """

    status: Status
    hedged: bool
    accuser: Token | None
    reasons: tuple[str, ...]


Governed: TypeAlias = Mapping[int, tuple[Token, Frame]]


def governed(matches: Iterable[Match]) -> dict[int, tuple[Token, Frame]]:
    """For every token that is the content of a word, that word and its frame."""
    found: dict[int, tuple[Token, Frame]] = {}
    for match in matches:
        if match.entry.frame.content is not None and not _went(match.predicate):
            for token in match.content:
                for each in (token, *joined(token, match.entry.frame)):
                    found.setdefault(each.i, (match.predicate, match.entry.frame))
    return found


def _went(verb: Token) -> bool:
    """Whether "go to" is a way and no future: "went to Tbilisi to congratulate", unlike "is going to congratulate"."""
    return verb.lemma_.lower() == "go" and verb.tag_ != "VBG"


def standing(predicate: Token, above: Governed) -> Standing:
    """Walks from a predicate to the root of its sentence and adds up what it meets.

    `above` tells which words govern which, as `governed` gives it.
    """
    found: list[Status] = []
    reasons: list[str] = []
    hedged, accuser = False, None
    alone = False
    for token, parent, frame in _steps(predicate, above):
        own = None if alone else _own(token)
        alone = token.dep_ == "conj" and _own_clause(token)
        if own is not None:
            found.append(_in_reported_speech(own, token, parent))
            reasons.append(own[1])
        if (teller := told_by(token)) is not None:
            hedged, accuser = True, accuser or teller
            reasons.append(teller.text)
            if rejected_by(teller) is not None:
                found.append(Status.NEGATED)
                break
        if frame is not None and frame.content is not None and parent is not None:
            found.append(_of_content(frame.content, token))
            reasons.append(f"{parent.text} ({frame.name})")
            hedged = hedged or frame.hedged or frame.accuses
            accuser = parent if frame.accuses and accuser is None else accuser
            if frame.name == _ENDING:
                break
        elif parent is None or _ends_here(token, parent, above):
            break
        elif token.dep_ in _STOP or _restricts(token):
            if (noun := _adjective(parent)) is not None:
                found.append(Status(noun[1]))
                reasons.append(noun[0])
            break
    if accuser is not None and reasons[:1] == [_PURPOSE] and predicate.head.lemma_.lower() in _MEANS:
        found.remove(Status.PLANNED)
    status = min(found, key=_ORDER.index, default=Status.ASSERTED)
    return Standing(status, hedged and status is not Status.NEGATED, accuser, tuple(reasons))


def _of_content(status: Status, clause: Token) -> Status:
    """As in "assured him that Budapest backs Moldova": what is promised in the present or past is so already."""
    holds = clause.dep_ == "ccomp" and clause.tag_ in {"VBZ", "VBD"} and child(clause, "aux") is None
    return Status.ASSERTED if status is Status.PLANNED and holds else status


def told_by(token: Token) -> Token | None:
    """As in "claims that it funds Hamas", "a report of arming rebels": the noun that a clause is the content of."""
    noun = token.head
    told = noun.pos_ in {"NOUN", "PROPN"} and noun.lemma_.lower() in words("speech.yaml", "told")
    if token.dep_ not in {"acl", "acl:relcl", "ccomp"} or not told:
        return None
    return noun if any(each.lower_ in {"that", "of"} for each in children(token, "mark")) else None


def tellers(accuser: Token) -> list[Token]:
    """Who says what somebody is accused of, or that it is not so: the subject of the verb, the bearer of the noun."""
    if accuser.pos_ not in {"NOUN", "PROPN"}:
        return arguments(accuser).subjects
    verb = rejected_by(accuser)
    return arguments(verb).subjects if verb is not None else bearers(accuser)


def _in_reported_speech(own: tuple[Status, str], token: Token, parent: Token | None) -> Status:
    """As in "said it would": the future of what somebody said then."""
    said = words("speech.yaml", "say")
    reported = (
        (parent is not None and token.dep_ == "ccomp" and parent.lemma_.lower() in said)
        or any(each.lemma_.lower() in said for each in children(token, "parataxis", "ccomp"))
        or bool(token.doc.user_data.get("reported"))
    )
    return Status.PLANNED if reported and own[1] in {"would", "'d", "’d"} else own[0]


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
            if (own := _own(token)) is not None:
                yield token, light, Frame("light verb", content=own[0])
            token = light
            continue
        yield token, parent, frame
        token = parent


def _denied(token: Token) -> str | None:
    if negated(token) or any(negated(each) for each in children(token, "nsubj", "nsubj:pass")):
        return "negated"
    if (nothing := child(token, "obj")) is not None and nothing.lower_ in _NOTHING:
        return nothing.lower_
    if _share_denied(token) or _revoked(token):
        return (token.head.head if _share_denied(token) else token.head).text
    if token.head.lower_ == "far" and any(each.lower_ == "from" for each in children(token, "mark")):
        return "far from"
    if token.dep_ in PASSIVE_SUBJECTS | SUBJECTS and token.pos_ == "NOUN" and (word := _never_came(token.head)):
        return word
    return "yet to" if token.head.lemma_.lower() in {"have", "be"} and _yet_to(token) else None


def _share_denied(token: Token) -> bool:
    """As in "denied involvement in the attack", "rejected any responsibility for the raid"."""
    share = token.head
    if token.dep_ != "nmod" or share.dep_ != "obj" or share.lemma_.lower() not in words("speech.yaml", "shares"):
        return False
    rejects = words("speech.yaml", "deny") | words("speech.yaml", "reject")
    return share.head.lemma_.lower() in rejects and not negated(share.head)


def _revoked(token: Token) -> bool:
    """As in "the withdrawal of Ghana's recognition", "the revocation of their support"."""
    named = token.dep_ == "nmod" and token.pos_ == "NOUN" and preposition(token) == "of"
    return named and token.head.lemma_.lower() in words("verbs.yaml", "revocations")


def _never_came(verb: Token) -> str | None:
    """As in "the release never came", "the meeting fell through": what did not take place."""
    lemma = verb.lemma_.lower()
    made = lemma in words("verbs.yaml", "making") and bool(children(verb, *PASSIVE_SUBJECTS))
    if (made or lemma in words("verbs.yaml", "taking_place")) and negated(verb):
        return "negated"
    through = lemma == "fall" and any(each.lower_ == "through" for each in verb.children)
    return "fall through" if through and not negated(verb) else None


def _yet_to(token: Token) -> bool:
    """As in "has yet to sign"."""
    infinitive = any(each.lower_ == "to" for each in children(token, "mark"))
    return infinitive and any(
        each.lower_ == "yet" and each.i < token.i for each in (*token.children, *token.head.children)
    )


def _own(token: Token) -> tuple[Status, str] | None:
    """What stands on the token itself."""
    if (word := _denied(token)) is not None:
        return Status.NEGATED, word
    if _headlined(token):
        return Status.PLANNED, "to"
    for each in children(token, "aux", "mark", "advmod", "case", "cc"):
        if each.lower_ == "would" and token.lemma_.lower() in _POLITE:
            continue
        if (status := _marked(each)) is not None:
            return status, each.lower_
    if (ahead := _ahead(token)) is not None:
        return Status.PLANNED, ahead
    if token.pos_ == "NOUN" and (found := _adjective(token)) is not None:
        return Status(found[1]), found[0]
    return None


def _headlined(token: Token) -> bool:
    """As in "Turkey to send troops", "UN peacekeepers to leave Lebanon": a headline's future."""
    noun = token.head if token.dep_ == "acl" else None
    highest = token.dep_ == "ROOT" or (noun is not None and noun.dep_ == "ROOT" and not children(noun, "cop"))
    return highest and any(each.lower_ == "to" for each in children(token, "mark"))


def _still_to_join(token: Token) -> bool:
    """As in "supports Serbia's accession to the EU", "talks on accession": what others back or block is to come."""
    joins = token.pos_ == "NOUN" and token.lemma_.lower() in words("verbs.yaml", "joining")
    governs = token.dep_ in {"obj", "nmod"} and token.head.lemma_.lower() in words("verbs.yaml", "letting_join")
    return joins and governs and not any(each.shape_ == "dddd" for each in children(token, "nmod", "nummod"))


def _ahead(token: Token) -> str | None:
    """As in "is due to meet", "massed troops to invade", "supports its accession"."""
    if _still_to_join(token):
        return token.head.text
    if token.tag_ == "VB" and any(each.lower_ == "due" for each in children(token, "mark", "advmod")):
        return "due to"
    return _PURPOSE if token.dep_ == "advcl" and _purpose(token) else None


def _marked(each: Token) -> Status | None:
    """What an auxiliary or conjunction says: "will", "must", "might", "if", "rather than"."""
    word = each.lower_
    if each.dep_ == "aux":
        for status in (Status.PLANNED, Status.WISHED, Status.HYPOTHETICAL):
            if word in words("modals.yaml", status.value):
                return status
    elif word == "without" and each.dep_ in {"mark", "case"}:
        return Status.NEGATED
    elif (each.dep_ != "cc" and word in _CONDITIONS) or (each.dep_ != "advmod" and word in _INSTEAD):
        return Status.HYPOTHETICAL
    return None


def _purpose(token: Token) -> bool:
    """As in "massed troops to invade"; who "flew to Doha to meet" has met, for all that is known.

    So has whoever "blocked a road to protest" protested.
    """
    marks = {each.lower_ for each in children(token, "mark")}
    there = words("verbs.yaml", "going_there") | words("verbs.yaml", "writing_there")
    shown = token.lemma_.lower() in words("verbs.yaml", "shown")
    gone = token.head.tag_ == "VBD" and (shown or token.head.lemma_.lower() in there)
    return "to" in marks and token.head.pos_ == "VERB" and not gone and child(token, "nsubj", "aux") is None


def _adjective(noun: Token) -> tuple[str, str] | None:
    """As in "planned strikes", "possible sanctions": the adjective says that it has not happened."""
    for each in children(noun, "amod", "compound", "det"):
        for status in ("planned", "hypothetical", "negated", "wished"):
            if each.lower_ in words("modals.yaml", f"{status}_adjectives"):
                return each.lower_, status
    return None


def _own_clause(token: Token) -> bool:
    """Whether a conjunct is a clause of its own, which the "not" or "would" of the one before does not reach."""
    subject = child(token, "nsubj", "nsubj:pass", "aux") is not None
    return subject or any(each.lower_ in {"but", "that"} for each in children(token, "cc", "mark"))


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
    if behind and not _to_come(parent):
        return True
    if token.dep_ == "advcl" and any(each.lower_ in _APART for each in children(token, "mark", "advmod")):
        return True
    equated = token.pos_ in {"NOUN", "PROPN"} and token.dep_ == "nsubj" and child(parent, "cop") is not None
    return equated and not _conditional(parent)


def _presupposed(token: Token, parent: Token) -> bool:
    """Whether what is above says nothing of whether it happened.

    An event named as a thing ("condemned the strikes").
    """
    if (
        token.pos_ in {"NOUN", "PROPN"}
        and parent.pos_ == "VERB"
        and token.dep_ in {"obj", "nsubj", "nsubj:pass", "obl", "obl:agent"}
    ):
        return not _conditional(parent)
    if token.dep_ in {"advcl", "acl"} and not _conditional(parent):
        return token.dep_ == "advcl" and not any(each.lower_ == "to" for each in children(token, "mark"))
    return False


def _to_come(verb: Token) -> bool:
    """As in "will leave after a truce": what comes before something to come may be to come too."""
    return _conditional(verb) or any(each.lower_ in {"will", "shall", "'ll", "’ll"} for each in children(verb, "aux"))


def _conditional(verb: Token) -> bool:
    return any(each.lower_ in {"would", "could", "might", "may"} for each in children(verb, "aux"))
