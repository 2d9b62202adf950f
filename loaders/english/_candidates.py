"""Candidate edges: for every predicate, which actors may do what to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

from graph.model import ActorKind
from graph.relations import Polarity, relation
from loaders.english._arguments import arguments
from loaders.english._blows import blamed_attacks, own_attack
from loaders.english._by_content import relation_said
from loaders.english._compounds import backed
from loaders.english._data import words
from loaders.english._echoes import echoes
from loaders.english._ends import FORCE, PUBLIC, sources_of, targets_of
from loaders.english._frames import Frame, lexicon
from loaders.english._groups import apart, are_crowd, citizens
from loaders.english._judging import JUDGING, answered, avenged, avenging, blamed, judges_it, suffering
from loaders.english._loose import loose_sources, loose_targets
from loaders.english._matching import Match, joined, match_noun, match_role, match_verb
from loaders.english._nouns import bearers
from loaders.english._protests import AT_HOME, own_state
from loaders.english._reasons import doers_by_reason
from loaders.english._referent import ACTING, Referent
from loaders.english._referents import Referents
from loaders.english._status import claims
from loaders.english._tree import SUBJECTS, child, children, negated, preposition
from loaders.english._unsaid import Open, open_act, unsaid
from loaders.english._words import Token

# Who of a country acts as a part of its state, unlike its armed groups.
_SERVING = frozenset({ActorKind.AGENCY, ActorKind.PERSON})
_DEPTH = 3
_ENDING = "ending"
# The frame of words that leave their content what it is: "resume attacks", "keep supplying".
_GOING_ON = "implicative"
_LOOSE = frozenset({"threaten", "commit", "refuse", "offer"})
# An attack of which no more is told than who is blamed for it.
BLAMED = Frame("blamed", "ATTACKS")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible edge.

    `predicate` says the relation, `match` is the entry that says so; `object` is the relation of the content. `rivals`
    are the relations that other entries give the same source by the same word.
    """

    source: Referent
    relation: str
    target: Referent
    predicate: Token
    match: Match | None
    frame: Frame
    object: str | None = None
    rivals: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Ends:
    """Who acts and whom the words of the act name; or that whom it is done to has to be told from the text around."""

    sources: list[Referent]
    relation: str
    targets: list[Referent]
    object: str | None
    open: Open | None


def candidates(view: Referents, used: Iterable[Match]) -> Iterator[Candidate]:
    """All candidate edges of a sentence; `used` are the entries that its words are used under."""
    for match in used:
        yield from edges(match, view)
    for token in view.sentence.doc:
        yield from _compounds(token, view)
        yield from _parts(token, view)
        for name, one, other in echoes(token, view) if token.pos_ == "VERB" else ():
            yield Candidate(one, name, other, token, None, Frame("echo", name))


def matches(token: Token) -> list[Match]:
    """The entries of the frames that a token is used under."""
    if token.tag_ == "VBG" and token.dep_ in {"nsubj", "nsubj:pass", "obj", "obl", "nmod"}:
        return match_noun(token) or match_verb(token)
    if token.pos_ in {"VERB", "ADJ", "AUX"}:
        return match_verb(token)
    if token.pos_ in {"NOUN", "PROPN"}:
        return [*match_noun(token), *match_role(token)]
    return []


def edges(match: Match, view: Referents, depth: int = 0) -> Iterator[Candidate]:
    """The edges that one entry in use gives: every source with every target."""
    if match.effect:
        return
    if "B" in match.slots:
        yield from _mutual(match, view)
        return
    ends = _ends(match, view, depth)
    if ends is None:
        return
    frame, targets = match.entry.frame, ends.targets if ends.open is None else unsaid(ends.open, view)
    for one, other in _pairs(ends.sources, targets, view):
        source, target = parted(one, other, ends.relation, view)
        if source.actor.id != target.actor.id and _are_of_kinds(source, target, frame):
            yield Candidate(source, ends.relation, target, match.predicate, match, frame, ends.object)
    if not depth:
        for noun, one, other in blamed_attacks(match, view, ends.sources, targets):
            yield Candidate(one, BLAMED.relation, other, noun, match, BLAMED)


def _are_of_kinds(source: Referent, target: Referent, frame: Frame) -> bool:
    """Whether both are what a frame asks for, as in "suspended it from the bloc", which only a bloc does."""
    asked = ((source, frame.sources), (target, frame.targets))
    return all(not kinds or end.actor.kind.value in kinds for end, kinds in asked)


def open_acts(view: Referents, used: Iterable[Match]) -> Iterator[Open]:
    """The acts of a sentence that are told without whom they are done to."""
    for match in used:
        ends = None if match.effect or "B" in match.slots else _ends(match, view, 0)
        if ends is not None and ends.open is not None:
            yield ends.open


def _ends(match: Match, view: Referents, depth: int) -> _Ends | None:
    """Who does what an entry in use says, and to whom; None where it says nothing."""
    frame = match.entry.frame
    told = list(_inner(match, view, depth)) if depth < _DEPTH else []
    inner = [each for each, _ in told]
    name = "THREATENS" if frame.by_content and not told and avenging(match) else relation_said(match, told)
    if not name:
        return None
    if name == "REJECTS" and any(relation(each.relation).polarity is Polarity.CONFLICT for each in inner):
        return None
    sources = doers_by_reason(match.predicate, view) or sources_of(match, view) or loose_sources(match, view)
    if (frame.same_subject and not _acts_itself(match, view, sources)) or (name == "DEMANDS" and claims(match)):
        return None
    spared = suffering(match, view) if name in JUDGING else set[str]()
    targets = (
        blamed(match, view, sources, spared)
        or (answered(match, view, name, sources) if judges_it(match, name) else [])
        or targets_of(match, view, name, sources, spared)
        or _inherited(match, view, inner, sources)
        or answered(match, view, name, sources)
        or own_state(match, view, sources)
        or avenged(match, view, name, sources)
        or own_attack(match, view, name, sources)
        or (
            []
            if relation(name).stative or any(map(_done_to, match.content))
            else loose_targets(match, view, sources, spared)
        )
    )
    own = {each.actor.id for each in sources}
    nobody = all(each.actor.id in own and each.via == "thing" for each in targets)
    lasting = relation(name).stative or frame.name == AT_HOME
    asked = nobody and not depth and not lasting and not avenging(match)
    act = open_act(match, view, name, sources) if asked else None
    return _Ends(sources, name, [] if asked else targets, inner[0].relation if inner else None, act)


def _pairs(sources: list[Referent], targets: list[Referent], view: Referents) -> Iterator[tuple[Referent, Referent]]:
    """Every source with every target; the first with the first, where the sentence says "respectively"."""
    apiece = len(sources) == len(targets) and any(each.lower_ == "respectively" for each in view.sentence.doc)
    return zip(sources, targets, strict=True) if apiece else product(sources, targets)


def parted(source: Referent, target: Referent, name: str, view: Referents) -> tuple[Referent, Referent]:
    """Both, where they are of one country, with its people told from it: "Iranian police beat protesters in Tehran"."""
    for_state = {source.actor.id} | ({source.actor.country} if source.actor.kind in _SERVING else set())
    one, other = source, target
    if name in PUBLIC and _many(source, view):
        return apart(source, view), other
    own = source.actor.id in {target.actor.id, target.actor.country}
    themselves = name in PUBLIC or (name in FORCE and are_crowd(source, view))
    if (source.via == "people" and (themselves or own)) or (name in PUBLIC and own and citizens(source, view)):
        one = apart(source, view)
    if target.via == "people" and target.actor.id in for_state:
        other = apart(target, view)
    return one, other


def _many(source: Referent, view: Referents) -> bool:
    """As in "Tunisian judges": those who serve a state, where several of them do something for themselves."""
    nouns = [each for each in view.sentence.doc[source.first : source.last + 1] if each.tag_ == "NNS"]
    armed = any(each.lemma_.lower() in words("agents.yaml", "forces") for each in nouns)
    return source.via == "organ" and source.actor.kind is ActorKind.COUNTRY and bool(nouns) and not armed


def _acts_itself(match: Match, view: Referents, sources: list[Referent]) -> bool:
    """Whether who speaks is who acts in the content: "Hungary said it will", "they said they would"."""
    acting = {each.actor.id for token in match.content for each in _subject_actors(token, view)}
    return bool(acting) and acting <= {each.actor.id for each in sources}


def _mutual(match: Match, view: Referents) -> Iterator[Candidate]:
    frame = match.entry.frame
    found = [each for token in match.slots["B"] for each in view.of(token) if each.via in ACTING]
    if frame.relation and len(found) <= 5:  # noqa: PLR2004
        for left, right in combinations(found, 2):
            if left.actor.id != right.actor.id:
                yield Candidate(left, frame.relation, right, match.predicate, match, frame)
                if not relation(frame.relation).symmetric:
                    yield Candidate(right, frame.relation, left, match.predicate, match, frame)


def _inner(match: Match, view: Referents, depth: int) -> Iterator[tuple[Candidate, bool]]:
    """The edges of what is threatened, promised, demanded or refused, and whether it is to be done.

    "To resume attacks" is of the attacks; "to stop attacks" and "not to attack" are, but it is not to be done.
    """
    for token in match.content:
        for each in [token, *joined(token, match.entry.frame)]:
            for used in matches(each):
                name = used.entry.frame.name
                done = name != _ENDING and not negated(each)
                through = name in {_GOING_ON, _ENDING} and depth < _DEPTH
                found = (
                    _inner(used, view, depth + 1) if through else ((one, True) for one in edges(used, view, depth + 1))
                )
                yield from ((one, done == to_do) for one, to_do in found)


def _inherited(match: Match, view: Referents, inner: list[Candidate], sources: list[Referent]) -> list[Referent]:
    """The target of an act of speech that names none: who is to act, or whom the threatened act would hit."""
    frame = match.entry.frame
    acting = {each.actor.id for each in sources}
    if frame.inherit == "subject" and not any(map(_done_to, match.content)):
        people = {each.actor.id for each in sources if each.via == "people"}
        # Who warns of what his own state will do warns whom it would hit.
        warned = inner if frame.relation == "WARNS" else []
        acting |= {each.actor.country for each in sources if warned and each.actor.country}
        found = [
            each
            for token in match.content
            for each in _subject_actors(token, view)
            if each.actor.id not in acting or (each.via == "organ" and each.actor.id in people)
        ]
        if found:
            return found
        if any(preposition(token) == "including" for token in match.content):
            return []
        ends = [*(each.source for each in inner), *(each.target for each in warned)]
        return [each for each in ends if each.actor.id not in acting]
    if frame.inherit == "source":
        found = [each for token in match.content for part in bearers(token) for each in view.of(part)]
        return [each for each in found if each.actor.id not in acting]
    if frame.inherit == "target":
        found = [each.target for each in inner if each.target.actor.id not in acting]
        return list({each.actor.id: each for each in found}.values()) or _only_other(match, view, acting)
    return []


def _done_to(noun: Token) -> bool:
    """As in "called for their release", "for the release of": whose it is is who is released."""
    whose = [each for each in children(noun, "nmod") if preposition(each) == "of"] or children(noun, "nmod:poss")
    return noun.lemma_.lower() in words("verbs.yaml", "of_persons") and bool(whose)


def _only_other(match: Match, view: Referents, acting: set[str]) -> list[Referent]:
    """The one other actor in the content of a threat, promise or refusal, whatever its place there."""
    if match.entry.frame.name not in _LOOSE:
        return []
    found: dict[str, Referent] = {}
    for token in match.content:
        for part in token.subtree:
            mention = view.mention(part)
            if mention is not None and part.i == mention.start and mention.actor.id not in acting:
                found.setdefault(mention.actor.id, Referent(mention.actor, "loose", mention.start, mention.end - 1))
    return list(found.values()) if len(found) == 1 else []


def _subject_actors(clause: Token, view: Referents) -> list[Referent]:
    own = children(clause, *SUBJECTS) or arguments(clause).subjects
    return [each for token in own for each in view.of(token) if each.via != "place"]


def _compounds(token: Token, view: Referents) -> Iterator[Candidate]:
    """As in "Iranian-backed militias": the participle after a hyphen."""
    frames = lexicon().compounds.get(token.lower_, ())
    doc = token.doc
    if not frames or token.i < 2 or doc[token.i - 1].text not in {"-", "–"}:  # noqa: PLR2004
        return
    before = view.mention(doc[token.i - 2])
    noun = token.head if token.dep_ in {"amod", "acl", "compound"} else child(token, "nsubj", "nsubj:pass")
    if before is None or noun is None:
        return
    backer = Referent(before.actor, "name", before.start, before.end - 1)
    for frame in frames:
        for each in backed(frame, noun, view):
            if each.actor.id != backer.actor.id:
                left, right = (each, backer) if frame.swap else (backer, each)
                yield Candidate(left, frame.relation, right, token, None, frame)


def _parts(token: Token, view: Referents) -> Iterator[Candidate]:
    """As in "Russia's GRU": an agency is part of whose it is said to be, where the register says no other."""
    mention = view.mention(token)
    if mention is None or token.i != mention.end - 1 or mention.actor.kind is not ActorKind.AGENCY:
        return
    part = Referent(mention.actor, "name", mention.start, mention.end - 1)
    for each in children(token, "nmod:poss"):
        for owner in view.of(each):
            if (
                owner.via != "place"
                and owner.actor.kind is ActorKind.COUNTRY
                and mention.actor.country in {None, owner.actor.id}
            ):
                yield Candidate(part, "PART_OF", owner, token, None, Frame("possessor", "PART_OF"))
