"""Candidate edges: for every predicate, which actors may do what to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations, product

from graph.model import ActorKind
from graph.relations import Polarity, relation
from loaders.english._arguments import arguments
from loaders.english._attribution import speaker
from loaders.english._blows import blamed_attacks, own_attack
from loaders.english._by_content import relation_said
from loaders.english._compounds import backed, standing_in
from loaders.english._data import words
from loaders.english._echoes import echoes
from loaders.english._frames import Frame, lexicon
from loaders.english._groups import apart, are_adherents, are_crowd, citizens, crowd
from loaders.english._implied import implied
from loaders.english._judging import JUDGING, answered, avenged, avenging, blamed, judges_it, suffering
from loaders.english._loose import loose_sources, loose_targets
from loaders.english._matching import Match, joined, match_noun, match_role, match_verb
from loaders.english._nouns import bearers, is_act
from loaders.english._protests import AT_HOME, own_state
from loaders.english._reasons import doers_by_reason
from loaders.english._referent import ACTING, Referent
from loaders.english._referents import Referents
from loaders.english._senses import has_sense
from loaders.english._status import claims
from loaders.english._tree import PASSIVE_SUBJECTS, SUBJECTS, child, children, negated, preposition
from loaders.english._words import Token

_HELD = frozenset(
    {"OCCUPIES", "BLOCKADES", "STRIKES", "ATTACKS", "WITHDRAWS_FROM", "DEPLOYS_TO", "MOBILIZES_AGAINST", "PROTECTS"}
)
_FORCE = frozenset({"STRIKES", "ATTACKS"})
_LOCATED = _FORCE | {"AIDS", "PROTECTS"}
_IN = frozenset({"in", "inside", "near", "across", "within"})
# What is done to a country in a place of it, or is told with "in".
PLACED = _HELD | _LOCATED | {"BASED_IN", "PART_OF", "LEADS", "REPRESENTS"}
# Who of a country acts as a part of its state, unlike its armed groups.
_SERVING = frozenset({ActorKind.AGENCY, ActorKind.PERSON})
# What people do as the public of a country, never as the country.
_PUBLIC = frozenset({"PROTESTS_AGAINST"})
_DEPTH = 3
_ENDING = "ending"
# The frame of words that leave their content what it is: "resume attacks", "keep supplying".
_GOING_ON = "implicative"
_CONCERNING = frozenset({"against", "on", "to", "toward", "towards", "with", "for", "of", "at", "into"})
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
    frame = match.entry.frame
    if match.effect:
        return
    if "B" in match.slots:
        yield from _mutual(match, view)
        return
    told = list(_inner(match, view, depth)) if depth < _DEPTH else []
    inner = [each for each, _ in told]
    name = "THREATENS" if frame.by_content and not told and avenging(match) else relation_said(match, told)
    if not name:
        return
    if name == "REJECTS" and any(relation(each.relation).polarity is Polarity.CONFLICT for each in inner):
        return
    sources = doers_by_reason(match.predicate, view) or _sources(match, view) or loose_sources(match, view)
    if (frame.same_subject and not _acts_itself(match, view, sources)) or (name == "DEMANDS" and claims(match)):
        return
    spared = suffering(match, view) if name in JUDGING else set[str]()
    targets = (
        blamed(match, view, sources, spared)
        or (answered(match, view, name, sources) if judges_it(match, name) else [])
        or _targets(match, view, name, sources, spared)
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
    if nobody and not depth and not relation(name).stative and not avenging(match) and frame.name != AT_HOME:
        targets = implied(match, view, name, sources)
    object_ = inner[0].relation if inner else None
    for one, other in _pairs(sources, targets, view):
        source, target = parted(one, other, name, view)
        if source.actor.id != target.actor.id and (not frame.targets or target.actor.kind.value in frame.targets):
            yield Candidate(source, name, target, match.predicate, match, frame, object_)
    if not depth:
        for noun, one, other in blamed_attacks(match, view, sources, targets):
            yield Candidate(one, BLAMED.relation, other, noun, match, BLAMED)


def _pairs(sources: list[Referent], targets: list[Referent], view: Referents) -> Iterator[tuple[Referent, Referent]]:
    """Every source with every target; the first with the first, where the sentence says "respectively"."""
    apiece = len(sources) == len(targets) and any(each.lower_ == "respectively" for each in view.sentence.doc)
    return zip(sources, targets, strict=True) if apiece else product(sources, targets)


def parted(source: Referent, target: Referent, name: str, view: Referents) -> tuple[Referent, Referent]:
    """Both, where they are of one country, with its people told from it: "Iranian police beat protesters in Tehran"."""
    for_state = {source.actor.id} | ({source.actor.country} if source.actor.kind in _SERVING else set())
    one, other = source, target
    if name in _PUBLIC and _many(source, view):
        return apart(source, view), other
    own = source.actor.id in {target.actor.id, target.actor.country}
    themselves = name in _PUBLIC or (name in _FORCE and are_crowd(source, view))
    if (source.via == "people" and (themselves or own)) or (name in _PUBLIC and own and citizens(source, view)):
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


def _sources(match: Match, view: Referents) -> list[Referent]:
    if match.entry.frame.source == "speaker":
        return speaker(match.predicate, view)
    tokens = match.slots.get("S", ())
    found = [each for token in tokens for each in view.of(token) if not are_adherents(token, each)]
    if not found and match.entry.frame.relation in _PUBLIC:
        found = [each for token in tokens for each in crowd(token, view)]
    if not found and match.entry.frame.relation == "DETAINS":
        found = _where_held(match.predicate, view)
    if not found and match.entry.frame.relation == "EXPELS":
        found = _left(match.predicate, view)
    stationed = match.entry.frame.relation == "DEPLOYS_TO"
    return [each for each in found if each.via in ACTING or each.via == "thing" or (stationed and _is_base(each, view))]


def _is_base(end: Referent, view: Referents) -> bool:
    """As in "Djibouti hosts a Chinese naval base": whose place it is has it there."""
    return end.via == "place" and has_sense(view.sentence.doc[end.last], "bases")


def _where_held(verb: Token, view: Referents) -> list[Referent]:
    """As in "a Saudi exile was arrested in Morocco": whose police did so, where nobody is said to have."""
    by_police = verb.lemma_.lower() in words("verbs.yaml", "by_police") and not view.sentence.headline
    if not by_police or not arguments(verb).passive:
        return []
    near = [each for each in children(verb, "obl") if preposition(each) == "in"]
    found = [each for part in near for each in view.of(part)]
    return [replace(each, via="organ") for each in found if each.actor.kind is ActorKind.COUNTRY]


def _left(verb: Token, view: Referents) -> list[Referent]:
    """As in "the consul was given 48 hours to leave Peru": what he must leave has him leave."""
    inside = [each for each in verb.subtree if each.lemma_.lower() == "leave"] if arguments(verb).passive else []
    found = [each for leaving in inside for part in children(leaving, "obj") for each in view.of(part)]
    return [replace(each, via="organ") for each in found if each.actor.kind is ActorKind.COUNTRY]


def _targets(match: Match, view: Referents, name: str, sources: list[Referent], spared: set[str]) -> list[Referent]:
    if match.entry.frame.parties_of:
        return _parties(match, view)
    done_to = [*match.slots.get("T", ()), *children(match.predicate, "obj")]
    if any(_each_other(token) for part in done_to for token in (part, *children(part, "nmod:poss", "det"))):
        return _sources(match, view)
    acting = {each.actor.id for each in sources}
    tokens = match.slots.get("T", [])
    if name == "EXPELS":
        tokens = [each for each in tokens if not _theirs(each, acting, view)]
    own = [each for token in tokens for each in view.of(token) if each.actor.id not in spared]
    others = any(each.actor.id not in acting for each in own)
    found = own if others else [each for token in tokens for each in _nested(token, view)] or own
    if not others and name in JUDGING and all(each.via == "thing" for each in own):
        found = []
    if not found and name in _LOCATED:
        found = [each for token in tokens for each in standing_in(token, view)]
    if not found and name in _FORCE and all(each.pos_ == "NOUN" for each in tokens):
        found = _there(match.predicate, tokens, view)
    located = name in _HELD | _LOCATED or any("in" in each.prepositions for each in match.entry.pattern.obliques)
    return [each for each in found if each.via != "place" or located]


def _theirs(token: Token, acting: set[str], view: Referents) -> bool:
    """As in "they are sending back their ambassadors": everybody his own."""
    owners = [each for part in children(token, "nmod:poss") if part.pos_ == "PRON" for each in view.of(part)]
    return len(owners) > 1 and {each.actor.id for each in owners} == acting


def _each_other(token: Token) -> bool:
    near = token.doc[max(0, token.i - 1) : token.i + 2].text.lower()
    if token.lower_ == "other" and any(
        each.lower_ == "each" for each in children(token.head, *SUBJECTS, *PASSIVE_SUBJECTS)
    ):
        return True
    return token.lower_ in {"each", "other", "one", "another"} and ("each other" in near or "one another" in near)


def _nested(token: Token, view: Referents) -> list[Referent]:
    """Whom a thing concerns: "contact with the United States", "a camp for Congolese refugees"; not "foes of him"."""
    if token.lemma_.lower() in words("descriptions.yaml", "against_him"):
        return []
    near = [each for each in children(token, "nmod") if preposition(each) in _CONCERNING]
    return [replace(each, via="loose") for part in near for each in view.of(part) if each.via != "place"]


def _there(verb: Token, hit: list[Token], view: Referents) -> list[Referent]:
    """As in "attacked a refugee camp in Chad", where the tree hangs the place on the verb."""
    behind = max((each.i for each in hit), default=verb.i)
    when = (each for each in children(verb, "advcl") if any(part.lower_ == "when" for part in each.children))
    near = [part for each in (verb, *when) for part in children(each, "obl") if part.i > behind]
    near = [each for each in near if preposition(each) in _IN]
    return [replace(each, via="place") for part in near if hit for each in view.of(part)]


def _parties(match: Match, view: Referents) -> list[Referent]:
    """Between whom: the parties of the talks that are brokered, or of the meeting spoken of before."""
    for token in match.slots.get("T", ()):
        for inner in match_noun(token):
            found = [each for slot in ("B", "T", "S") for part in inner.slots.get(slot, ()) for each in view.of(part)]
            if found:
                return found
        if is_act(token) and any(each.lower_ in {"the", "this", "that"} for each in children(token, "det")):
            return [Referent(actor, "reference", token.i, token.i) for actor in view.discourse.parties]
        if found := view.of(token):
            return found
    return []


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
