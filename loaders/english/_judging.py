"""What somebody thinks of what others do: who is blamed for it, whose warning is answered, on whom revenge is sworn."""

from __future__ import annotations

from graph.model import Actor
from graph.relations import Polarity, relation
from loaders.english._arguments import arguments
from loaders.english._data import words
from loaders.english._matching import Match, match_noun, match_verb
from loaders.english._referent import ACTING, Referent
from loaders.english._referents import Referents
from loaders.english._taken_up import deeds, taken_up
from loaders.english._tree import PASSIVE_SUBJECTS, SUBJECTS, children
from loaders.english._words import Token

# What is said of an act by somebody whom it need not concern.
REACTIONS = frozenset({"CRITICIZES", "BACKS"})
# The same and what is said of an act that was done to who says it.
JUDGING = REACTIONS | {"REJECTS", "DENIES"}


def judges(verb: Token) -> bool:
    """Whether a verb tells what somebody thinks of what others do: "condemned the raid"."""
    return any(each.entry.frame.relation in REACTIONS for each in match_verb(verb))


def hostile(noun: Token) -> list[Match]:
    """The entries by which a noun is a hostile act done to somebody: "the invasion of"."""
    used = match_noun(noun) if noun.pos_ == "NOUN" else []
    named = [each for each in used if each.entry.frame.relation and "T" in each.slots]
    return [each for each in named if relation(each.entry.frame.relation).polarity is Polarity.CONFLICT]


def _acts_judged(match: Match) -> list[Match]:
    return [each for token in match.slots.get("T", ()) for each in hostile(token)]


def suffering(match: Match, view: Referents) -> set[str]:
    """To whom a hostile act is done that somebody judges: whoever condemns "the invasion of Ukraine" not Ukraine."""
    hit = [each for inner in _acts_judged(match) for token in inner.slots["T"] for each in view.of(token)]
    return {each.actor.id for each in hit if each.via in ACTING - {"people"}}


def blamed(match: Match, view: Referents, sources: list[Referent], spared: set[str]) -> list[Referent]:
    """Who does the hostile act that somebody judges."""
    no = spared | {each.actor.id for each in sources}
    doers = [each for inner in _acts_judged(match) for token in inner.slots.get("S", ()) for each in view.of(token)]
    done = spared or any(view.of(token) for inner in _acts_judged(match) for token in inner.slots["T"])
    found = [each for each in doers if done and each.actor.id not in no and each.via in ACTING]
    return found or [each for each in _told_of(match, view) if each.actor.id not in no]


def _told_of(match: Match, view: Referents) -> list[Referent]:
    """As in "backed the sanctions that ECOWAS imposed": who does what is judged, by the clause that tells of it."""
    return [
        each
        for token in match.slots.get("T", ())
        if token.pos_ == "NOUN" and not view.of(token)
        for verb in children(token, "acl:relcl")
        if not judges(verb)
        and not any(part.tag_ in {"WDT", "WP"} for part in children(verb, *SUBJECTS, *PASSIVE_SUBJECTS))
        for subject in children(verb, *SUBJECTS)
        for each in view.of(subject)
        if each.via in ACTING - {"people"}
    ]


def judges_it(match: Match, name: str) -> bool:
    """As in "called it unlawful": rather what was done than who was spoken of last."""
    judged = match.slots.get("T", ())
    return (
        name in JUDGING - {"BACKS"} and bool(judged) and all(each.lower_ in {"it", "this", "that"} for each in judged)
    )


def answered(match: Match, view: Referents, name: str, sources: list[Referent]) -> list[Referent]:
    """As in "Japan rejected the warning", "India condemned the raids": whoever warned it before, or raided whomever.

    Who "denied any part" in something denies it to whoever accused him.
    """
    if name not in JUDGING or not sources:
        return []
    tokens = [*match.slots.get("T", ()), *match.content, *arguments(match.predicate).objects]
    for token in tokens:
        definite = token.pos_ == "PRON" or any(
            each.lower_ in {"the", "this", "that", "such"} for each in children(token, "det")
        )
        who = [each.actor for each in sources]
        authors = _makers(token, view, who, name) if definite else []
        if not authors and name == "DENIES" and token.lemma_.lower() in words("speech.yaml", "shares"):
            authors = view.discourse.authors("accusation", who)
        if authors:
            return [Referent(each, "reference", token.i, token.i) for each in authors]
    return []


def _makers(token: Token, view: Referents, who: list[Actor], name: str) -> list[Actor]:
    """Who did or said what a word takes up; of "turned it down" who offered it rather than who accused him."""
    whoever = name in REACTIONS
    told = _who_told(token, view, who, name)
    if told and token.pos_ == "PRON":
        return told
    doers = view.discourse.doers(token.lower_, who) if whoever else []
    return view.discourse.authors(token.lower_, who, whoever) or told or doers


def _who_told(token: Token, view: Referents, judges: list[Actor], name: str) -> list[Actor]:
    """Whose word or deed a noun takes up; "it" is an offer only where it is turned down."""
    if token.pos_ == "PRON" and name != "REJECTS":
        return []
    told = [*view.discourse.deeds, *deeds(view, token.i)]
    turn, own = view.discourse.trail.turn, name not in REACTIONS
    return taken_up(token.lower_, told, judges, turn, own=own, said=name == "DENIES")


def avenging(match: Match) -> list[Token]:
    """As in "vowed revenge", "promised to retaliate": the words for it."""
    said = [*match.content, *arguments(match.predicate).objects]
    return [each for each in said if each.lemma_.lower() in words("descriptions.yaml", "revenge")]


def avenged(match: Match, view: Referents, name: str, sources: list[Referent]) -> list[Referent]:
    """On whom somebody vows revenge: whoever hit him last."""
    if name != "THREATENS":
        return []
    return [
        Referent(actor, "reference", word.i, word.i)
        for word in avenging(match)[:1]
        for source in sources[:1]
        if (actor := view.discourse.assailant(source.actor)) is not None
    ]
