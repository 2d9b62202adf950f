"""An actor that a phrase stands for, and what the words around a noun say of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.model import Actor, ActorKind
from loaders.english._data import words
from loaders.english._titles import office_words
from loaders.english._words import Doc, Token

ACTING = frozenset({"name", "organ", "people", "group", "reference"})
BODIES = frozenset({ActorKind.COUNTRY, ActorKind.ORGANIZATION, ActorKind.ARMED_GROUP, ActorKind.AGENCY})
_CREEDS = ("ist", "ite", "ni", "ish", "ian", "lim", "ndu", "ikh", "mil")


@dataclass(frozen=True, slots=True)
class Referent:
    """An actor, and how a phrase stands for it.

    `via`: "name" (named itself), "organ" (its officials, army, government), "people" (its citizens), "group" (people
    under it, an actor of their own), "thing" (what it owns or does), "place" (its territory), "reference" (a pronoun or
    description), "implied" (nothing in the sentence). `first` and `last` are the tokens that show it, `sure` is how
    likely it was where that had to be told from the text around.
    """

    actor: Actor
    via: str
    first: int
    last: int
    sure: float | None = field(default=None, compare=False)


def creed(word: Token) -> bool:
    """As in "Islamist fighters", "Tuareg rebels": an adjective with a capital, which the first word always has."""
    told = word.i > 0 or (word.pos_ in {"ADJ", "PROPN"} and word.lower_.endswith(_CREEDS))
    return word.dep_ in {"amod", "compound"} and word.is_title and told


def joined_by(noun: Token) -> frozenset[str]:
    """What joins a noun to whom it belongs to: "army of Chad", but also "spokesman for the army"."""
    return frozenset({"of", "for"}) if noun.lower_.startswith("spokes") else frozenset({"of"})


def is_agent(lower: str, lemma: str, part: str) -> bool:
    """Whether a noun, as written or by its lemma, is of a part of agents.yaml: "state", "armed", "people"."""
    # A stray space can be a word of its own.
    lower = lower.rsplit(maxsplit=1)[-1] if lower.strip() else lower
    return lower in words("agents.yaml", part) or lemma in words("agents.yaml", part)


def serves(of: Referent, doc: Doc) -> bool:
    """Whether who heads the phrase serves a body: "the chief of the Iranian navy", unlike "of the government"."""
    if of.via != "organ" or of.actor.kind not in BODIES:
        return False
    organs = [each for each in doc[of.first : of.last + 1] if is_agent(each.lower_, each.lemma_, "state")]
    bloc = words("agents.yaml", "heading_blocs") if of.actor.kind is ActorKind.ORGANIZATION else frozenset[str]()
    return bool(organs) and organs[-1].lemma_.lower() not in words("agents.yaml", "heading") | bloc


def within_organ(of: Referent, doc: Doc) -> bool:
    """Whether a name only tells whose organ is meant, which serves it: "the UN mission", unlike "Iran's government"."""
    name = doc[of.first : of.last + 1].root
    organ = name.head
    if name.dep_ not in {"amod", "compound", "nmod:poss"} or organ.pos_ != "NOUN":
        return False
    lemma = organ.lemma_.lower()
    if of.actor.kind is ActorKind.ORGANIZATION and lemma in words("agents.yaml", "heading_blocs"):
        return False
    return is_agent(organ.lower_, lemma, "state") and lemma not in words("agents.yaml", "heading") | office_words()
