"""The status of a candidate edge: that of its predicate, and what its relation, frame and actors make of it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from graph.model import Status
from graph.relations import relation
from loaders.english._candidates import Candidate
from loaders.english._data import words
from loaders.english._given import given
from loaders.english._likely import NETWORK
from loaders.english._marks import adjective_mark
from loaders.english._matching import match_noun
from loaders.english._nouns import light_verb
from loaders.english._status import Governed, Standing, standing
from loaders.english._tree import children, negated, preposition
from loaders.english._words import Token

_OFFICES = frozenset({"LEADS", "REPRESENTS"})
_NOT = frozenset({"negated", "no", "nobody", "none", "nothing"})
_REFUSING = frozenset({"REJECTS", "DENIES", "WARNS"})
# Of which the talks themselves are told: "talks were under way".
_TALKS = frozenset({"MEETS", "NEGOTIATES_WITH", "MEDIATES"})
_ILL_WILL = frozenset({"CRITICIZES", "HOSTILE_TO"})
_TRYING = ("trying", "tried", "tries", "attempted", "attempting", "efforts", "seeking")
# Who tries to talk somebody round has talked to him.
_BY_TALKING = frozenset({"MEDIATES", "URGES"})
_GOING_ON = "(implicative)"
_DECIDING = ("decided", "decides", "decision", "voted", "votes", "chose", "opted")
# What a state does by deciding it.
_BY_DECISION = frozenset(
    "RECOGNIZES CUTS_TIES_WITH EXPELS SANCTIONS LIFTS_SANCTIONS_ON ARMS AIDS PROTECTS RELEASES DEPLOYS_TO "
    "WITHDRAWS_FROM CONCEDES_TO TRADES_WITH COOPERATES_WITH".split()
)
# With these in a sentence nothing is sure of a decision, or of somebody's "would".
_OPEN = frozenset({"if", "unless", "otherwise", "should", "have"})
_UNDECIDED = frozenset({"if", "unless", "but", "before", "next"})
_WOULD = frozenset({"would", "'d", "’d"})
_RATHER = frozenset({("rather", "than"), ("instead", "of")})
_SPOKEN = frozenset({"ACCUSES", "CRITICIZES", "DEMANDS", "URGES", "WARNS", "THREATENS", "PLEDGES"})
# What holds for as long as nobody stops it.
_LASTING = frozenset(
    "BACKS AIDS ARMS TRADES_WITH COOPERATES_WITH ALLIED_WITH MEMBER_OF RECOGNIZES PROTECTS DEPLOYS_TO OCCUPIES "
    "BLOCKADES SANCTIONS DETAINS LEADS REPRESENTS BASED_IN PART_OF PROXY_OF HOSTILE_TO".split()
)
# A promised threat is one, and a planned promise.
_BY_WORDS = ("(commit)", "(offer)", "(plan)")
_INTENTS = frozenset({"THREATENS", "PLEDGES"})
_ANSWERING = ("(deny)", "(refuse)", "(reject)")


def standing_of(candidate: Candidate, above: Governed) -> Standing:
    """The status of an edge with the words that decided it; `above` tells which words govern which."""
    how = _by_its_own(candidate, above)
    told = given(candidate, how.status)
    return how if told is None else replace(how, status=told[0], reasons=(*how.reasons, told[1]))


def _by_its_own(candidate: Candidate, above: Governed) -> Standing:
    """The status that its own word gives an edge, and the words above that."""
    how = standing(candidate.predicate, above)
    if candidate.frame.name == NETWORK and how.status in {Status.ASSERTED, Status.WISHED}:
        how = _by_the_network(candidate, how)
    if _by_title(candidate) or _by_trying(candidate, how) or _presumed(candidate, how, above):
        return replace(how, status=Status.ASSERTED)
    if _instead(candidate):
        return replace(how, status=Status.NEGATED, reasons=(*how.reasons, "rather than"))
    speaking = candidate.frame.source == "speaker" and how.status is Status.PLANNED
    if how.ended and how.status is Status.ASSERTED and candidate.relation in _LASTING:
        return replace(how, status=Status.NEGATED)
    if how.status is Status.PLANNED and (
        (how.goes_on and candidate.relation in _LASTING)
        or (candidate.frame.name == NETWORK and candidate.relation in _INTENTS and how.reasons[0].endswith(_BY_WORDS))
    ):
        return replace(how, status=Status.ASSERTED)
    if speaking or (how.status is Status.NEGATED and (_unwilling(candidate, how) or _answered(candidate, how))):
        return replace(how, status=Status.ASSERTED)
    return how


def as_told(candidate: Candidate, how: Standing) -> Standing:
    """The status of what somebody tells: his "would" is a future where nothing is a condition of it."""
    word = candidate.predicate
    free = _OPEN.isdisjoint(each.lower_ for each in word.doc)
    future = how.status is Status.HYPOTHETICAL and any(each.lower_ in _WOULD for each in children(word, "aux"))
    return replace(how, status=Status.PLANNED) if future and free else how


def _by_title(candidate: Candidate) -> bool:
    """Whether an office is told by the title beside the name, whatever its holder does or is to do."""
    title, name = candidate.predicate, candidate.source
    if candidate.relation not in _OFFICES or title.pos_ not in {"NOUN", "PROPN"} or preposition(title) == "as":
        return False
    between = title.doc[min(title.i, name.first) : max(title.i, name.last) + 1]
    plain = not any(each.pos_ in {"VERB", "AUX"} or each.lower_ == "as" for each in between)
    return plain and adjective_mark(title) is None and not children(title, "cop")


def _by_trying(candidate: Candidate, how: Standing) -> bool:
    """As in "has been trying to mediate", "decided to cut ties": who tries to mediate does, who decides it does it."""
    # "Regretted the decision to leave" says no more of it than the decision does.
    said = [each for each in how.reasons if not each.endswith(_GOING_ON)]
    if how.status is not Status.PLANNED or len(said) != 1:
        return False
    word = said[0].lower()
    tried = candidate.relation in _BY_TALKING and word.startswith(_TRYING)
    decided = candidate.relation in _BY_DECISION and word.startswith(_DECIDING)
    return tried or (decided and not _undecided(candidate.predicate, word.split()[0]))


def _undecided(act: Token, said: str) -> bool:
    """As in "faces a decision to", "reversed its decision to", "decided to free them if"."""
    deciding = (each for each in act.doc if each.lower_ == said)
    pending = any(each.head.lemma_.lower() in words("verbs.yaml", "pending") for each in deciding)
    return pending or not _UNDECIDED.isdisjoint(each.lower_ for each in act.doc)


def _presumed(candidate: Candidate, how: Standing, above: Governed) -> bool:
    """Whether an act is there, whatever is said of it: "to halve its aid"; and what is demanded by "not until"."""
    word = candidate.predicate
    if how.status is Status.ASSERTED:
        return False
    if word.lower_ in {"until", "unless"} and candidate.relation == "DEMANDS":
        return True
    done = word.pos_ == "NOUN" and word.i not in above and not negated(word) and adjective_mark(word) is None
    return done and _of_its_doer(candidate)


def _of_its_doer(candidate: Candidate) -> bool:
    """As in "an end to Ankara's attacks", "joined Western sanctions": what somebody does is there to be ended."""
    word, source = candidate.predicate, candidate.source
    own = any(source.first <= each.i <= source.last for each in children(word, "nmod:poss", "amod"))
    return own and light_verb(word) is None and word.head.lemma_.lower() in words("verbs.yaml", "altering")


def _instead(candidate: Candidate) -> bool:
    """As in "takes its orders from Tehran rather than from the premier": who has no part in an act."""
    return any(_behind_rather(candidate.predicate, each.first) for each in (candidate.source, candidate.target))


def _behind_rather(predicate: Token, actor: int) -> bool:
    between = list(predicate.doc[predicate.i + 1 : actor]) if actor > predicate.i else []
    lowered = [each.lower_ for each in between]
    found = next((i for i, pair in enumerate(pairwise(lowered)) if pair in _RATHER), None)
    if found is None:
        return False
    return not any(each.pos_ == "VERB" or each.lower_ in {",", "but"} for each in between[found:])


def _by_the_network(candidate: Candidate, how: Standing) -> Standing:
    """As in "told them that Hezbollah must disarm", where the word by which it is demanded makes nothing of the demand;
    but "asked Berlin for missiles", where what is asked for is wished, and "expressed readiness to sign".
    """
    word = candidate.predicate
    if candidate.relation in _SPOKEN:
        return replace(how, status=Status.ASSERTED) if word.tag_ == "MD" else how
    asked = preposition(word) == "for" and word.head.lemma_.lower() in words("verbs.yaml", "asking")
    if asked and word.pos_ == "NOUN":
        return replace(how, status=Status.WISHED, wisher=word.head)
    lasting = relation(candidate.relation).stative or candidate.relation in _TALKS
    frames = [each.entry.frame for each in match_noun(word)] if word.pos_ == "NOUN" and not lasting else []
    # "The target of sanctions" is who has them, not what somebody is to reach.
    struck = word.lemma_.lower() == "target" and any(preposition(each) == "of" for each in children(word, "nmod"))
    ahead = any(each.content is Status.PLANNED for each in frames) and how.status is Status.ASSERTED and not struck
    return replace(how, status=Status.PLANNED, reasons=(*how.reasons, word.text)) if ahead else how


def _unwilling(candidate: Candidate, how: Standing) -> bool:
    """As in "would not shake his hand", "was not amused", "is no friend of": a refusal or ill will by its negation."""
    if candidate.frame.name != NETWORK or not any(each.lower() in _NOT for each in how.reasons[:1]):
        return False
    lemma = candidate.predicate.lemma_.lower()
    if candidate.relation in _REFUSING:
        return lemma not in words("speech.yaml", "reject") | words("speech.yaml", "deny") | words(
            "speech.yaml", "contest"
        )
    return candidate.relation in _ILL_WILL and lemma in words("speech.yaml", "well_meaning")


def _answered(candidate: Candidate, how: Standing) -> bool:
    """As in "rejected Morocco's accusation": what was said was said, whatever is thought of it."""
    told = candidate.predicate.pos_ == "NOUN" and candidate.relation in _SPOKEN
    return told and len(how.reasons) == 1 and how.reasons[0].endswith(_ANSWERING)
