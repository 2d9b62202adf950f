"""Who may be meant where an act has nobody of its own: who stands above it, and whoever is named inside its phrase."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from loaders.english._arguments import arguments
from loaders.english._data import words
from loaders.english._judging import judges
from loaders.english._matching import Match
from loaders.english._nouns import rejected_by
from loaders.english._referent import ACTING, Referent
from loaders.english._referents import Referents
from loaders.english._tree import SUBJECTS, ancestors, children, first_conjunct, preposition
from loaders.english._words import Token

# What somebody does after a deed of nobody that is told, or for it, is another act: "voted to leave after the killing".
AFTERWARDS = frozenset({"after", "following", "since", "over", "amid", "during", "despite"})


def loose_sources(match: Match, view: Referents) -> list[Referent]:
    """Where an act has no actor of its own: who does what stands above it; the linker knows how rarely that is so."""
    if match.slots.get("S") or match.predicate.pos_ == "VERB" or match.entry.frame.source == "speaker":
        return []
    if rejected_by(match.predicate) is not None or preposition(match.predicate) in AFTERWARDS:
        return []
    if _has_somebody(match.predicate, view):
        return []
    for _, parent in ancestors(match.predicate):
        if parent.pos_ in {"VERB", "AUX"}:
            lemma = parent.lemma_.lower()
            if judges(parent) or lemma in words("verbs.yaml", "onlooking") or lemma in _deeming():
                return []
            found = [each for token in arguments(parent).subjects for each in view.of(token)]
            return [replace(each, via="loose") for each in found if each.via in ACTING]
    return []


def _deeming() -> frozenset[str]:
    """As in "considers the attack on Aleppo a crime", which says nothing of who attacked."""
    return words("speech.yaml", "calling") | words("speech.yaml", "calling_as")


def _has_somebody(noun: Token, view: Referents) -> bool:
    """As in "agreed to US mediation": an act with somebody's name before it is his, or done to him."""
    before = [noun.doc[noun.i - 1]] if noun.i else []
    near = [*before, *children(noun, "compound", "amod", "nmod:poss")]
    return any(view.mention(each) is not None for each in near if each.i < noun.i)


def loose_targets(match: Match, view: Referents, sources: list[Referent], spared: set[str]) -> list[Referent]:
    """Where a target stands for nobody: whoever is named inside its phrase, or the one other actor behind the
    predicate.
    """
    if not sources or _says(match) or match.entry.frame.source == "speaker":
        return []
    acting = spared | {each.actor.id for each in sources}
    tokens = match.slots.get("T", ())
    inside = [part for token in tokens for part in token.subtree if part.i >= match.predicate.i]
    found = _named(inside, view, acting)
    if not found and tokens:
        own = {i for each in sources for i in range(each.first, each.last + 1)}
        found = _named([each for each in _behind(match.predicate) if each.i not in own], view, acting)
    doc = match.predicate.doc
    together = all(first_conjunct(doc[each.last]) == first_conjunct(doc[found[0].last]) for each in found)
    return found if together else _whose(found, tokens)


def _says(match: Match) -> bool:
    """Whether a clause is what is said or wanted, unlike what "sent inspectors to a plant to monitor it" is for."""
    frame = match.entry.frame
    return bool(match.content) and (match.entry.pattern.content or frame.content is not None or bool(frame.inherit))


def _whose(found: list[Referent], tokens: Iterable[Token]) -> list[Referent]:
    """As in "the Afghan refugee camp in Pakistan": whose it is, and not where."""
    before = [each for each in found for noun in tokens if noun.doc[each.last].head == noun and each.last < noun.i]
    return before if len(before) == 1 else []


def _behind(predicate: Token) -> list[Token]:
    """What follows a predicate in its own clause, not in one coordinated with it whose subject is another one."""
    others = (each for each in children(predicate, "conj", "parataxis") if children(each, *SUBJECTS))
    apart = {part.i for each in others for part in each.subtree}
    return [part for part in predicate.subtree if part.i > predicate.i and part.i not in apart]


def _named(tokens: list[Token], view: Referents, acting: set[str]) -> list[Referent]:
    found: dict[str, Referent] = {}
    for token in tokens:
        mention = view.mention(token)
        if mention is not None and token.i == mention.end - 1 and mention.actor.id not in acting:
            found.setdefault(mention.actor.id, Referent(mention.actor, "loose", mention.start, mention.end - 1))
    return list(found.values())
