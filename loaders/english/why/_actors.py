"""How the reader came from words to an actor."""

from __future__ import annotations

from graph.model import Actor
from loaders.english._antecedents import shares
from loaders.english._discourse import PERSONAL, PLURAL, SPEAKING, THINGS
from loaders.english._referent import Referent
from loaders.english._referents import Referents
from loaders.english._sentence import Mention
from loaders.english._words import Token
from loaders.english.why._types import Who

_PRONOUNS = PERSONAL | PLURAL | THINGS | SPEAKING


def who(referent: Referent, view: Referents) -> Who:
    """An actor of a sentence, with the words that stand for it and how."""
    doc = view.sentence.doc
    words = doc[referent.first : referent.last + 1]
    how, antecedent = _reference(referent, view) if referent.via == "reference" else (_how(referent, view), "")
    return _who(referent.actor, words.text, referent.via, how, antecedent)


def named(mention: Mention, view: Referents) -> Who:
    """An actor that a sentence names."""
    return _who(mention.actor, view.sentence.doc[mention.start : mention.end].text, "name", mention.how, "")


def _who(actor: Actor, words: str, via: str, how: str, antecedent: str) -> Who:
    return Who(actor.id, actor.name, actor.kind.value, actor.known, words, via, how, antecedent)


def _how(referent: Referent, view: Referents) -> str:
    """What the words are that name the actor, or, where they name another, its owner's."""
    if referent.via == "implied":
        return "with whom the one who acts had to do before"
    inside = [each for each in view.sentence.mentions if each.start <= referent.last and referent.first < each.end]
    own = [each for each in inside if each.actor.id == referent.actor.id]
    if own or not inside:
        return own[0].how if own else "description"
    return "description" if referent.actor.known else "stranger"


def _reference(referent: Referent, view: Referents) -> tuple[str, str]:
    """Whether a pronoun or a description stands for the actor, and where the actor was taken from."""
    token = view.sentence.doc[referent.first]
    how = "pronoun" if token.lower_ in _PRONOUNS or token.pos_ == "PRON" else "description"
    return how, _antecedent(referent, view) + _likely(token, referent.actor, view)


def _likely(token: Token, actor: Actor, view: Referents) -> str:
    """How likely a word means whom it is taken for, where that is weighed."""
    found = view.by_rule(token)
    if not view.open(token, found):
        return ""
    said = shares(token, view, [each.actor for each in found])
    likely = next((share for actors, share in said if actor in actors), 0.0)
    return f", {likely:.2f} likely"


def _antecedent(referent: Referent, view: Referents) -> str:
    sentence, discourse, actor = view.sentence, view.discourse, referent.actor
    spoken = sentence.doc[referent.first].lower_ in SPEAKING or bool(
        sentence.quoted and sentence.quoted[referent.first]
    )
    if spoken and sentence.speaker is not None and sentence.speaker.id == actor.id:
        return "the speaker of the quotation"
    before = [each for each in sentence.mentions if each.actor.id == actor.id and each.start < referent.first]
    if before:
        return f'"{sentence.doc[before[-1].start : before[-1].end].text}" in the same sentence'
    if discourse.issuer is not None and discourse.issuer.id == actor.id:
        return "the body whose statement this is"
    if actor.id in {each.id for each in discourse.subjects}:
        return "the subject of the sentence before"
    if actor.id in {each.id for each in discourse.parties}:
        return "one of the two parties spoken of before"
    return "spoken of before"
