"""Who is named beside an act and has no part in it: in a clause on somebody else, or as who hit those it is done to."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from graph.relations import Polarity, relation
from loaders.english._candidates import Candidate
from loaders.english._data import words
from loaders.english._discourse import OFFICES
from loaders.english._judging import JUDGING, hostile
from loaders.english._makers import only_of_the_thing
from loaders.english._matching import match_verb
from loaders.english._referents import Referents
from loaders.english._senses import has_sense
from loaders.english._tree import SUBJECTS, ancestors, children, first_conjunct, preposition
from loaders.english._words import Token

# What somebody has in a body is no troops that he sends there, and no trade with it.
_HAVING = frozenset({"DEPLOYS_TO", "TRADES_WITH"})
_FRIENDS = frozenset({"friend", "ally", "partner", "brother", "comrade"})
_NEXT_TO = frozenset({"beside", "alongside", "next to", "with", "together with", "flanked by", "besides"})
_RECOGNIZING = frozenset({"BACKS", "RECOGNIZES"})
_SEEING = frozenset({"recognize", "recognise", "acknowledge"})
_DONE_TO = frozenset({"obj", "iobj", "obl"})
_WITH = frozenset({"to", "with"})
_THIRD = frozenset({"him", "her", "it", "them"})
_HAVE = frozenset({"have", "boast", "possess", "field"})


def beside_the_act(candidate: Candidate) -> bool:
    """Whether the target of an edge is only named for somebody else, or the act is none that is done to it."""
    target = candidate.predicate.doc[candidate.target.last]
    return (
        only_of_the_thing(candidate)
        or _in_clause_on_others(target, candidate.predicate)
        or (relation(candidate.relation).polarity is Polarity.COOPERATION and _hit_them(target, candidate.predicate))
        or (candidate.relation in _HAVING and _has_most(candidate.predicate))
        or (relation(candidate.relation).symmetric and _together(candidate))
        or (candidate.relation in OFFICES and (_of_somebody_else(candidate, target) or _since(candidate, target)))
        or _act_of_another(candidate)
        or (candidate.relation == "BACKS" and _friend_of_another(candidate.predicate))
        or (candidate.relation == "BACKS" and _has_from(target, candidate.predicate))
        or (candidate.relation in _RECOGNIZING and _sees_a_deed(candidate, target))
        or (candidate.relation == "SIGNS_WITH" and _is_broken(candidate.predicate))
        or (candidate.relation == "MEMBER_OF" and _joins_what_it_does(candidate))
        or (candidate.relation == "OCCUPIES" and _takes_goods(candidate))
        or (candidate.relation == "DEMANDS" and _wants_with(target, candidate.predicate))
        or (candidate.relation == "BACKS" and _stands_in(candidate.predicate))
    )


def judges_another(candidate: Candidate, known: Iterable[Candidate]) -> bool:
    """As in "said it was unacceptable", by which one who is known is judged, and nobody else."""
    if candidate.relation not in JUDGING:
        return False
    source, word = candidate.source.actor.id, candidate.predicate
    judged = (each for each in known if each.relation in JUDGING and each.predicate == word)
    return any(each.source.actor.id == source for each in judged)


def joins_in(candidate: Candidate, view: Referents) -> bool:
    """As in "Chad and Niger joined in the protest", which is not against either of them."""
    noun, ends = candidate.predicate, (candidate.source, candidate.target)
    if noun.pos_ != "NOUN" or noun.head.lemma_.lower() != "join" or relation(candidate.relation).symmetric:
        return False
    doing = [part for each in children(noun.head, *SUBJECTS) for part in (each, *children(each, "conj"))]
    joining = {each.actor.id for part in doing for each in view.of(part)}
    return all(each.actor.id in joining for each in ends)


def _in_clause_on_others(target: Token, predicate: Token) -> bool:
    """As in "arrested a man whom Iran had hired": a clause on people tells who they are, not who is arrested."""
    for below, above in ancestors(target):
        if above == predicate or predicate in below.subtree:
            return False
        if below.dep_ == "acl:relcl" and above.i < below.i:
            of_people = bool({above.lower_, above.lemma_.lower()} & _people())
            # What somebody opposes or claims is no deed of his: "defended a pipeline that Ukraine opposes".
            judged = _holds_an_opinion(below) or below.lemma_.lower() == "claim"
            return of_people or (judged and target.head == below and target.dep_ in SUBJECTS)
    return False


def _holds_an_opinion(verb: Token) -> bool:
    return any(each.entry.frame.relation in JUDGING for each in match_verb(verb))


@cache
def _people() -> frozenset[str]:
    kinds = [words("agents.yaml", each) for each in ("people", "armed", "groups", "following")]
    return frozenset().union(*kinds, *(words("descriptions.yaml", each) for each in ("human", "person", "company")))


def _hit_them(target: Token, predicate: Token) -> bool:
    """As in "paid the victims of the Hamas attack", "the families of those killed by Israel"."""
    for below, above in ancestors(target):
        if below == predicate:
            return False
        if below != target and above.lower_ in words("descriptions.yaml", "victims"):
            return below.lemma_.lower() in words("descriptions.yaml", "attacks")
        if above.dep_ == "acl" and above.head != predicate and preposition(target) == "by":
            return bool({above.lemma_.lower()} & words("verbs.yaml", "hitting"))
    return False


def _has_most(predicate: Token) -> bool:
    """As in "has the largest army in the bloc"."""
    near = (predicate, *children(predicate, "obj"))
    most = any(each.tag_ in {"JJS", "RBS"} or each.lower_ == "only" for noun in near for each in noun.subtree)
    return most and any(each.lemma_.lower() in _HAVE for each in (predicate, predicate.head))


def _of_somebody_else(candidate: Candidate, target: Token) -> bool:
    """As in "announced beside the IMF's chief", "the minister, X, criticized Hungary": an office that is another's, and
    a state that something is done or said to, which is not the one served.
    """
    word, holder = candidate.predicate, candidate.predicate.doc[candidate.source.last]
    if preposition(word) in _NEXT_TO:
        return True
    verb = target.head
    if target.dep_ not in _DONE_TO or verb.pos_ != "VERB" or verb == word:
        return False
    return any(holder in each.subtree for each in children(verb, *SUBJECTS))


def _since(candidate: Candidate, target: Token) -> bool:
    """As in "Hamas has been wary since Trump came to power": who took office in a clause of time leads nobody of the
    clause that it stands beside.
    """
    word = candidate.predicate
    above = [word, *(parent for _, parent in ancestors(word))]
    clause = next((each for each in above if each.dep_ == "advcl"), None)
    if clause is None or candidate.match is not None:
        return False
    inside = set(clause.subtree)
    return word.doc[candidate.source.last] in inside and target not in inside


def _act_of_another(candidate: Candidate) -> bool:
    """As in "opposes the EU's sanctions on Iran", which are not his who opposes them."""
    word, said = candidate.predicate, relation(candidate.relation)
    if word.pos_ != "NOUN" or said.polarity is not Polarity.CONFLICT or said.stative:
        return False
    source, target = word.doc[candidate.source.last], word.doc[candidate.target.last]
    owners = [each for each in children(word, "nmod:poss") if each.pos_ == "PROPN"]
    anothers = bool(owners) and not any(end in each.subtree for each in owners for end in (source, target))
    return anothers and source not in word.subtree


def _friend_of_another(verb: Token) -> bool:
    """As in "called Ireland a friend of Hamas", which is no praise."""
    if verb.lemma_.lower() not in words("speech.yaml", "calling"):
        return False
    kinds = (each for each in verb.subtree if each.i > verb.i and each.lower_ in _FRIENDS)
    return any(preposition(each) in {"of", "to"} for kind in kinds for each in children(kind, "nmod"))


def _has_from(target: Token, backing: Token) -> bool:
    """As in "won the backing of Turkey": whose the backing is that somebody has does not have it from him."""
    gets = backing.dep_ == "obj" and backing.head.lemma_.lower() in words("verbs.yaml", "having_from")
    return gets and any(target in each.subtree and preposition(each) == "of" for each in children(backing, "nmod"))


def _together(candidate: Candidate) -> bool:
    """As in "Macron and Scholz spoke to Putin": what two do with a third they do not do with each other."""
    word = candidate.predicate
    verb = word.head if word.pos_ == "NOUN" and word.dep_ == "obj" else word
    ends = [verb.doc[each.last] for each in (candidate.source, candidate.target)]
    if verb.pos_ != "VERB" or first_conjunct(ends[0]) != first_conjunct(ends[1]) or ends[0] == ends[1]:
        return False
    if not any(ends[0] in each.subtree for each in children(verb, *SUBJECTS)):
        return False
    objects = children(verb, "obj")
    partners = [*objects, *(each for noun in (verb, *objects) for each in children(noun, "obl", "nmod"))]
    known = (each for each in partners if each.pos_ == "PROPN" or each.lower_ in _THIRD)
    return any(each in objects or preposition(each) in _WITH for each in known)


def _sees_a_deed(candidate: Candidate, target: Token) -> bool:
    """As in "recognised Russia's deportations as genocide", by which no state is recognized, unlike its government."""
    owned = target.dep_ in {"nmod:poss", "nmod", "amod"} and target.head.pos_ == "NOUN"
    deed = target if candidate.target.via == "thing" else target.head if owned else None
    if deed is None or deed.dep_ != "obj" or deed.head.lemma_.lower() not in _SEEING:
        return False
    return deed.lemma_.lower() not in words("verbs.yaml", "recognized")


def _is_broken(predicate: Token) -> bool:
    """As in "violated the treaty with", which tells of no signing."""
    return predicate.dep_ == "obj" and predicate.head.lemma_.lower() in words("verbs.yaml", "breaking")


def _joins_what_it_does(candidate: Candidate) -> bool:
    """As in "never joined the bloc's sanctions": who joins what a body does is no member of it by that."""
    if candidate.predicate.lemma_.lower() not in words("verbs.yaml", "taking_up"):
        return False
    joined = children(candidate.predicate, "obj", "nsubj:pass")
    return any(hostile(each) and each.i > candidate.target.first for each in joined)


def _takes_goods(candidate: Candidate) -> bool:
    """As in "seized fuel tankers in Mekelle", where no place is taken."""
    taken = children(candidate.predicate, "obj", "nsubj:pass")
    goods = [each for each in taken if has_sense(each, "goods") or has_sense(each, "vessel")]
    return candidate.predicate.pos_ == "VERB" and bool(goods)


def _wants_with(target: Token, predicate: Token) -> bool:
    """As in "wants closer links with Taiwan", of which it demands nothing."""
    wants = predicate.lemma_.lower() in {"want", "seek", "desire"}
    return wants and any(preposition(each) == "with" for each in (target, target.head) if each != predicate)


def _stands_in(verb: Token) -> bool:
    """As in "stood in for the ailing minister"."""
    into = any(each.lower_ == "in" and each.dep_ in {"compound:prt", "advmod"} for each in verb.children)
    return verb.lemma_.lower() in {"stand", "fill", "step", "sit"} and into
