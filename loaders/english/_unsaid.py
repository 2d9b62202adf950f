"""Whom an act is done to that its own words do not name, of those spoken of: "Poland welcomed the decision".

A log-linear model over the actors so far, with nobody among them, as for pronouns (`_antecedents.py`). Its weights are
a data file (unsaid.yaml), trained by `training/unsaid.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model import Actor, ActorKind
from graph.relations import relation
from loaders.english._antecedents import Antecedent, likelihoods, near
from loaders.english._clues import Clues
from loaders.english._data import load
from loaders.english._hit import BLAMING, hit_by_what
from loaders.english._implied import implied
from loaders.english._matching import Match
from loaders.english._referent import ACTING, Referent
from loaders.english._sentence import Sentence
from loaders.english._steps import highest
from loaders.english._trail import Trace
from loaders.english._tree import children, preposition
from loaders.english._words import Token

if TYPE_CHECKING:
    from loaders.english._referents import Referents

_SORT = "unsaid"
_KINDS = frozenset(
    {
        ActorKind.COUNTRY,
        ActorKind.ORGANIZATION,
        ActorKind.ARMED_GROUP,
        ActorKind.AGENCY,
        ActorKind.COMPANY,
        ActorKind.PERSON,
        ActorKind.PEOPLE,
    }
)
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
# So many sentences and acts back somebody may have been spoken of.
_SENTENCES, _ACTS = 8, 12
_STEPS = (0.02, 0.06, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9)


@dataclass(frozen=True)
class Open:
    """An act of one source that is told without whom it is done to.

    `frame` has the word that says it, or is the network of acts; `objects` and `content` are what the word has beside
    its source; `ruled` is whom the rules take the act to be done to; `network` how likely the network finds the act.
    """

    predicate: Token
    relation: str
    source: Referent
    frame: str
    objects: tuple[Token, ...]
    content: tuple[Token, ...]
    ruled: tuple[Referent, ...]
    network: float


def open_act(match: Match, view: Referents, name: str, sources: Sequence[Referent]) -> Open | None:
    """The act of a match whose targets were not found; None where nobody, or a crowd, does it."""
    if not 0 < len(sources) <= 2:  # noqa: PLR2004
        return None
    return Open(
        predicate=match.predicate,
        relation=name,
        source=sources[0],
        frame=match.entry.frame.name,
        objects=tuple(each for slot, tokens in match.slots.items() if slot != "S" for each in tokens),
        content=tuple(match.content),
        ruled=tuple(implied(match, view, name, list(sources))),
        network=done_to_the_unsaid(sources[0], name, view.sentence),
    )


def done_to_the_unsaid(source: Referent, name: str, sentence: Sentence) -> float:
    """How likely the network of acts finds that he does it to somebody whom the sentence does not name."""
    places = range(source.first, source.last + 1)
    return max((sentence.unsaid[i].relations.get(name, 0.0) for i in places if i in sentence.unsaid), default=0.0)


def unsaid(act: Open, view: Referents) -> list[Referent]:
    """Whom it is most likely done to, if that is likely enough; else nobody."""
    said = likelihoods(choices(act, view), load("unsaid.yaml")["weights"])
    actors, share = max(said, key=lambda each: each[1], default=((), 1.0))
    if share < load("unsaid.yaml")["threshold"]:
        return []
    at = act.predicate.i
    return [Referent(each, "implied", at, at, share) for each in actors]


def choices(act: Open, view: Referents) -> list[Antecedent]:
    """Nobody, and those whom the act may be done to, with the features that hold of each, by name."""
    traces = [
        each for each in _spoken_of(act, view) if each.actor.kind in _KINDS and each.actor.id != act.source.actor.id
    ]
    place = Clues(act.predicate, view, _SORT, {each.actor.id for each in act.ruled}, traces)
    return [
        Antecedent((), tuple(_nobody(act, len(traces)))),
        *(Antecedent((each.actor,), (*place.of(each), *_features(act, each.actor, view))) for each in traces),
    ]


def _spoken_of(act: Open, view: Referents) -> list[Trace]:
    """Those spoken of lately, the countries of the text, and who is named behind the act in its sentence."""
    turn = view.discourse.trail.turn
    found = {each.actor.id: each for each in near(act.predicate, view, ahead=True)}
    for mention in view.sentence.mentions:
        found.setdefault(mention.actor.id, Trace(mention.actor, last=turn, role="later", first=turn))
    hit = hit_by_what(act.objects) if act.relation in BLAMING else []
    sparing = (each for token in hit for each in view.of(token) if each.via in ACTING - {"people"})
    apart = {*_backers(act, view), *(each.actor.id for each in sparing)}
    lately = [each for each in found.values() if each.last >= turn - _SENTENCES or each.role == "ahead"]
    return [each for each in lately if each.actor.id not in apart]


def _backers(act: Open, view: Referents) -> Iterator[str]:
    """As in "M23, armed by Rwanda, took the town": by whom the source has been helped, who has nothing done to him."""
    for mention in view.sentence.mentions:
        agent = view.sentence.doc[mention.start : mention.end].root
        word = agent.head
        beside = word.dep_ in {"acl", "advcl"} and word.tag_ == "VBN" and preposition(agent) == "by"
        if beside and (act.source.first <= word.head.i <= act.source.last or word.head == act.predicate):
            yield mention.actor.id


def _nobody(act: Open, many: int) -> Iterator[str]:
    """The features of the act being done to nobody who was spoken of."""
    yield "nobody"
    yield f"nobody:{act.relation}"
    yield f"nobody:{relation(act.relation).polarity.value}"
    yield f"nobody:of {min(many, 4)}"
    yield f"nobody:by {act.source.actor.kind.value}"
    yield f"nobody:frame {act.frame}"
    yield f"nobody:word {act.predicate.lemma_.lower()}"
    yield f"nobody:is {act.predicate.pos_}"
    yield f"nobody:content {bool(act.content)}"
    yield f"nobody:network {highest(act.network, _STEPS)}"
    yield f"nobody:object {bool(act.objects)}"
    for noun in act.objects[:1]:
        articles = {each.lower_ for each in children(noun, "det")}
        definite = "definite" if articles & _DEFINITE else "article" if articles else "bare"
        yield f"nobody:object {noun.tag_}"
        yield f"nobody:object {definite}"


def _features(act: Open, actor: Actor, view: Referents) -> Iterator[str]:
    """What speaks for an actor beside where he was spoken of."""
    side, kind, source = relation(act.relation).polarity.value, actor.kind.value, act.source.actor
    yield f"to {kind}:{act.relation}"
    yield f"to {kind}:{side}"
    yield f"to {kind}:by {source.kind.value}"
    if any(each.actor.id == actor.id for each in act.ruled):
        yield "ruled"
        yield f"ruled:{side}"
    if _at_home(source, actor):
        yield "at home"
        yield f"at home:{side}"
        yield f"at home:{source.kind.value}:{kind}"
    yield from _last_act(act, actor, view)
    yield from _here(act, actor, view)


def _at_home(source: Actor, actor: Actor) -> bool:
    own = source.country is not None and source.country == actor.country
    return own or source.country == actor.id or actor.country == source.id


def _last_act(act: Open, actor: Actor, view: Referents) -> Iterator[str]:
    """The last act that the actor had a part in, and whether the source, or his country, had the other."""
    own, side = {act.source.actor.id, act.source.actor.country}, relation(act.relation).polarity.value
    for told, back in view.discourse.acts_with(actor, _ACTS):
        among = "both" if own & {told.source.id, told.target.id} else "other"
        part = "did" if told.source.id == actor.id else "had done"
        before = "stative" if relation(told.relation).stative else relation(told.relation).polarity.value
        yield f"last act:{min(back, 3)}:{part}:{among}"
        yield f"last act:{part}:{among}:{before}>{side}"
        yield f"last act:{part}:{among}:{told.relation}>{act.relation}"
        return


def _here(act: Open, actor: Actor, view: Referents) -> Iterator[str]:
    """Where in the sentence of the act he is named."""
    named = [each for each in view.sentence.mentions if each.actor.id == actor.id]
    if not named:
        yield "elsewhere"
        return
    yield "before the act" if named[-1].end <= act.predicate.i else "behind the act"
    inside = (part.i for each in (*act.objects, *act.content) for part in each.subtree)
    if named[-1].start in inside:
        yield "inside"
        yield f"inside:{relation(act.relation).polarity.value}"
