"""Candidate edges that the network of acts proposes, and what it thinks of any candidate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product

from loaders.english._actor_words import head_of, is_where, referents
from loaders.english._acts import at_least, chance
from loaders.english._candidates import Candidate, parted
from loaders.english._data import words
from loaders.english._ends import PLACED
from loaders.english._frames import Frame
from loaders.english._greeting import greeted
from loaders.english._groups import are_adherents
from loaders.english._judging import JUDGING
from loaders.english._misread import BEFORE_NOUNS, anothers, misread, only_titled
from loaders.english._referent import Referent
from loaders.english._referents import Referents
from loaders.english._sentence import Pair, Sentence
from loaders.english._tree import children
from loaders.english._unsaid import Open, unsaid
from loaders.english._words import Token

NETWORK = "network of acts"
_LEAST = 0.3
# Which of them it is, the kinds of the two actors tell better: what "belongs to" the EU is a member of it.
_OBJECTS, _CONTENT = ("obj", "obl", "nmod"), ("ccomp", "xcomp", "advcl")
_ALIKE = frozenset({"MEMBER_OF", "PART_OF"})


def proposed(view: Referents, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """The edges that the network finds at all likely and that are none of the `known` ones.

    Who is only where it happened ("in Libya") does not act, and has things done to it only that are done to places.
    """
    frames = list(known)
    there = {(each.source.actor.id, each.relation, each.target.actor.id) for each in frames}
    for a, name, b, word in at_least(view.sentence.acts, _LEAST):
        said = view.sentence.doc[word]
        there_only = is_where(b, view)
        if greeted(name, head_of(a, view), head_of(b, view), said):
            view.sentence.greeted.add((a, b))
            continue
        if is_where(a, view) or (there_only and name not in PLACED) or misread(name, a, b, said, view):
            continue
        for one, other in product(referents(a, view), referents(b, view)):
            source, target = parted(one, replace(other, via="place") if there_only else other, name, view)
            edge = source.actor.id, name, target.actor.id
            own = source.actor.id == target.actor.id or are_adherents(view.sentence.doc[a], one)
            if own or edge in there:
                continue
            there.add(edge)
            if (
                anothers(name, source, said, view)
                or only_titled(name, source, said, view)
                or _only_tell(name, source, said)
                or (name == "MEDIATES" and _by_its_owner(head_of(a, view), said, view))
            ):
                continue
            rivals = frozenset(
                each.relation for each in frames if each.predicate == said and each.source.actor.id == source.actor.id
            )
            found = Candidate(source, name, target, said, None, Frame(NETWORK, name), rivals=rivals)
            if not any(_same(found, each) for each in frames):
                yield found


def _only_tell(name: str, source: Referent, word: Token) -> bool:
    """As in "rights groups say that Bahrain has": who has no name and tells what others did accuses nobody."""
    unnamed = source.via == "group" and not source.actor.known
    return unnamed and name in JUDGING | {"ACCUSES"} and word.lemma_.lower() in words("speech.yaml", "neutral")


def _by_its_owner(source: Token, word: Token, view: Referents) -> bool:
    """As in "has agreed to US mediation": who mediates is whose the mediation is."""
    near = (*children(word, *BEFORE_NOUNS), *word.doc[max(0, word.i - 1) : word.i])
    owners = [each for each in near if word.pos_ == "NOUN" and view.of(each)]
    return bool(owners) and not any(each == source or each.is_ancestor(source) for each in owners)


def proposed_unsaid(view: Referents, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """The acts that the network finds without whom they are done to, done to whom that is likely to be."""
    for act in open_by_network(view, known):
        for target in unsaid(act, view):
            yield Candidate(act.source, act.relation, target, act.predicate, None, Frame(NETWORK, act.relation))


def open_by_network(view: Referents, known: Iterable[Candidate]) -> Iterator[Open]:
    """The acts that the network finds and none of the `known` edges is, without whom they are done to; each once."""
    there = {(each.source.actor.id, each.relation) for each in known}
    for a, said in sorted(view.sentence.unsaid.items()):
        if is_where(a, view):
            continue
        for name, share in sorted(said.relations.items()):
            for source in referents(a, view) if share >= _LEAST else ():
                if (source.actor.id, name) not in there and not are_adherents(view.sentence.doc[a], source):
                    there.add((source.actor.id, name))
                    yield _open(view.sentence.doc[said.word], name, source, share)


def _open(word: Token, name: str, source: Referent, share: float) -> Open:
    objects, content = tuple(children(word, *_OBJECTS)), tuple(children(word, *_CONTENT))
    return Open(word, name, source, NETWORK, objects, content, (), share)


def _same(found: Candidate, other: Candidate) -> bool:
    """Whether a frame has the edge for the people ("pirates from Somalia") of whom the network saw the country."""
    ends = ((found.source, other.source), (found.target, other.target))
    return found.relation == other.relation and all(
        a.actor.id == b.actor.id or b.first <= a.first <= a.last <= b.last for a, b in ends
    )


def opinion(candidate: Candidate, sentence: Sentence) -> tuple[float, float] | None:
    """How likely the network finds a candidate, and the likeliest other relation of its two actors.

    None where it was not asked about them: they are one word, or no word of the sentence stands for one of them; or
    where it has one take part in what he only welcomes.
    """
    if candidate.target.via == "implied":
        return _of_the_unsaid(candidate, sentence)
    pairs = [
        pair
        for one in _also(candidate.source, sentence)
        for other in _also(candidate.target, sentence)
        for pair in _pairs(one, other, sentence)
    ]
    if not pairs:
        return None
    nearest = list(_pairs(candidate.source, candidate.target, sentence)) or pairs
    alike = _ALIKE if candidate.relation in _ALIKE else {candidate.relation}
    own = max(chance(sentence.acts, a, name, b) for a, b in pairs for name in alike)
    if own < _LEAST and not sentence.greeted.isdisjoint(nearest):
        return None
    others = (share for pair in nearest for name, share in sentence.acts[pair].relations.items() if name not in alike)
    return own, max(others, default=0.0)


def _of_the_unsaid(candidate: Candidate, sentence: Sentence) -> tuple[float, float] | None:
    found = [
        sentence.unsaid[i] for end in _also(candidate.source, sentence) for i in _places(end) if i in sentence.unsaid
    ]
    if not found:
        return None
    own = max(each.relations.get(candidate.relation, 0.0) for each in found)
    others = (share for each in found for name, share in each.relations.items() if name != candidate.relation)
    return own, max(others, default=0.0)


def _places(end: Referent) -> range:
    return range(end.first, end.last + 1)


def _also(end: Referent, sentence: Sentence) -> list[Referent]:
    """An end, and where it is a pronoun also the names in the sentence that it means: "Israel resumed its strikes"."""
    if end.via != "reference" or sentence.doc[end.first].tag_ not in {"PRP", "PRP$"}:
        return [end]
    named = (each for each in sentence.mentions if each.actor.id == end.actor.id)
    return [end, *(Referent(each.actor, "name", each.start, each.end - 1) for each in named)]


def _pairs(source: Referent, target: Referent, sentence: Sentence) -> Iterator[Pair]:
    for a in _places(source):
        for b in _places(target):
            if (a, b) in sentence.acts:
                yield a, b
