"""What speaks for whom a word means: where each was spoken of, how often, and what the sentence does with him."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graph.model import Actor, ActorKind
from loaders.english._steps import reached
from loaders.english._trail import Trace, role_of
from loaders.english._tree import PASSIVE_SUBJECTS, SUBJECTS, ancestors, children
from loaders.english._words import Token

if TYPE_CHECKING:
    from loaders.english._referents import Referents

PRONOUNS = frozenset({"it", "he", "they"})
_DONE_TO = frozenset({"obj", "iobj", "obl"})
_OWNING = ("nmod:poss", "nmod", "compound", "amod")
_DISTANCES = (0, 1, 2, 4, 8)
_COUNTS = (1, 2, 4, 7)
_SHARES = (0.15, 0.3, 0.45, 0.6, 0.8)
_NOBODY = "nobody"
_PLACES = {"owns": {"nmod:poss"}, "does": set(SUBJECTS), "is done": set(PASSIVE_SUBJECTS), "done to": {"obj", "iobj"}}
# Words of these sorts some countries are called by more often than others: "the kingdom", "the junta".
_CALLED = frozenset({"country", "home"})


class Clues:
    """The place of one word in its text, against which every actor is held; features are named strings."""

    def __init__(self, token: Token, view: Referents, sort: str, ruled: set[str], traces: Sequence[Trace]) -> None:
        self._token, self._view, self._sort, self._ruled = token, view, sort, ruled
        trail = view.discourse.trail
        self._turn, self._role, self._many = trail.turn, role_of(token), len(traces)
        self._around = _around(token, view)
        free = [each for each in traces if each.actor.id not in self._around["beside"]]
        self._latest = max((each.last for each in free), default=-1)
        self._most = max((each.count for each in free), default=0)
        total = sum(count for _, count in trail.told_of)
        self._shares = {actor.id: count / total for actor, count in trail.told_of}
        self._foremost = trail.told_of[0][0].id if trail.told_of else None
        names = view.sentence.mentions
        self._inside = {each.actor.id for each in names if token.left_edge.i <= each.start < token.i}
        self._owner = _owners(token, view) if sort == "kin" else set[str]()
        self._owning = _kinds(token, view) if sort == "kin" else ""
        self._doing = _doing(token) if sort in PRONOUNS else ""

    def nobody(self) -> Iterator[str]:
        """The features of the word meaning nobody before it."""
        sort, token = self._sort, self._token
        yield f"{_NOBODY}:{sort}"
        yield f"{_NOBODY}:{sort}:ruled {bool(self._ruled)}"
        yield f"{_NOBODY}:{sort}:role {self._role}"
        yield f"{_NOBODY}:{sort}:of {min(self._many, 4)}"
        if self._doing:
            yield f"{_NOBODY}:{self._doing}"
        if sort not in PRONOUNS:
            yield f"{_NOBODY}:word {token.lower_}"
            yield f"{_NOBODY}:{sort}:{_determined(token)}"
            yield f"{_NOBODY}:{sort}:told more {_told_more(token)}"
        quoted = self._view.sentence.quoted
        if quoted and quoted[token.i]:
            yield f"{_NOBODY}:{sort}:quoted"

    def of(self, trace: Trace) -> Iterator[str]:
        """The features of an actor."""
        yield from self._last_seen(trace)
        yield from self._standing(trace)
        yield from self._in_the_text(trace)
        yield from self._in_the_sentence(trace.actor)
        yield from self._by_the_word(trace.actor)

    def _last_seen(self, trace: Trace) -> Iterator[str]:
        """How far back he was spoken of, and as what."""
        sort, far = self._sort, reached(self._turn - trace.last, _DISTANCES)
        yield f"{sort}:far {far}"
        yield f"{sort}:far {min(far, 2)}:role {trace.role}"
        yield f"far {min(far, 2)}:role {trace.role}"
        yield f"role {self._role}:after {trace.role}:{min(far, 2)}"
        if trace.last == self._latest:
            yield f"{sort}:latest"
        if trace.paragraph == self._view.sentence.paragraph:
            yield f"{sort}:paragraph"

    def _standing(self, trace: Trace) -> Iterator[str]:
        """How much the text so far has spoken of him."""
        sort = self._sort
        yield f"{sort}:count {reached(trace.count, _COUNTS)}"
        if trace.count == self._most:
            yield f"{sort}:most"
        if trace.leading:
            yield f"{sort}:led {reached(trace.leading, _COUNTS)}"
        if trace.first <= 1:
            yield f"{sort}:first"
        if self._many == 1:
            yield f"{sort}:only"

    def _in_the_text(self, trace: Trace) -> Iterator[str]:
        """What the rules, the dateline and the whole text say for a country or anybody."""
        sort, actor = self._sort, trace.actor
        yield f"{sort}:kind {actor.kind.value}"
        yield f"known {actor.known}"
        if actor.id in self._ruled:
            yield f"{sort}:ruled"
            yield f"{sort}:ruled:role {self._role}"
        if actor.id == self._view.discourse.trail.home:
            yield f"{sort}:dateline"
        if actor.kind is ActorKind.COUNTRY:
            yield f"{sort}:share {reached(self._shares.get(actor.id, 0.0), _SHARES)}"
            if actor.id == self._foremost:
                yield f"{sort}:foremost"

    def _in_the_sentence(self, actor: Actor) -> Iterator[str]:
        """Where he stands in the sentence of the word."""
        for name, found in self._around.items():
            if actor.id in found:
                yield f"{self._sort}:{name}:{self._role}"

    def _by_the_word(self, actor: Actor) -> Iterator[str]:
        """What a noun says of whom it can mean, or what a pronoun owns or does; who is often called by a noun."""
        sort, token = self._sort, self._token
        if self._doing:
            yield f"{self._doing}:kind {actor.kind.value}"
        if sort in PRONOUNS:
            return
        yield f"word {token.lower_}:kind {actor.kind.value}"
        if actor.kind is ActorKind.COUNTRY and sort in _CALLED:
            yield f"word {token.lower_}:is {actor.id}"
        if token.lemma_.lower() in actor.name.lower().split():
            yield "bears the word"
        if actor.id in self._inside:
            yield "inside"
        elif actor.country in self._inside:
            yield "of whom is named by it"
        if sort == "kin":
            yield f"kin:kinds {actor.kind.value}:{self._owning}"
            if actor.id in self._owner:
                yield "kin:owner"


def _doing(token: Token) -> str:
    """What a pronoun owns, does, or has done to it: "owns army" of "its army", "does say" of "it said", "is done see"
    of "it was seen", "done to accuse" of "accused it".
    """
    for name, labels in _PLACES.items():
        if token.dep_ in labels:
            return f"{name} {token.head.lemma_.lower()}"
    return ""


def _determined(token: Token) -> str:
    found = children(token, "det")
    return found[0].lower_ if found else "no article"


def _told_more(token: Token) -> bool:
    """Whether words beside the noun say who is meant: a clause, an apposition, a participle before it."""
    return any(each.dep_ in {"acl:relcl", "acl", "appos", "nmod"} for each in token.children)


def _around(token: Token, view: Referents) -> dict[str, set[str]]:
    """Who stands where in the sentence of a word, as far as it is told before it."""
    before = [each.actor.id for each in view.sentence.mentions if each.end <= token.i]
    return {
        "beside": _beside(token, view),
        "clause": _subject_of_clause(token, view),
        "above": _subjects_above(token, view),
        "other side": _opponents(token, view),
        "nearest": set(before[-1:]),
        "opening": set(before[:1]),
    }


def _beside(token: Token, view: Referents) -> set[str]:
    """The subject of the clause that the word is done to in: it would be "itself" there."""
    noun = token
    while noun.dep_ in {"conj", "nmod"} and noun.head != noun:
        noun = noun.head
    if noun.dep_ not in _DONE_TO:
        return set()
    return {each.actor.id for subject in _subjects(noun.head) if subject != token for each in view.of(subject)}


def _subject_of_clause(token: Token, view: Referents) -> set[str]:
    """The subject of the clause that a word stands in, apart from it: "Iran" of "its" in "Iran moved its ships"."""
    verb = next((parent for _, parent in ancestors(token) if parent.pos_ in {"VERB", "AUX"}), None)
    found = [each for each in _subjects(verb) if token not in each.subtree] if verb is not None else []
    return {each.actor.id for subject in found if subject.i < token.i for each in view.of(subject)}


def _subjects(verb: Token) -> list[Token]:
    """The subjects of a verb, or of the one that it shares its subject with."""
    while True:
        if found := children(verb, *SUBJECTS, *PASSIVE_SUBJECTS):
            return found
        if verb.dep_ == "acl:relcl":
            return [verb.head]
        if verb.dep_ not in {"conj", "xcomp", "advcl"} or verb.head == verb:
            return []
        verb = verb.head


def _subjects_above(token: Token, view: Referents) -> set[str]:
    """The subjects of the clauses above that of the word: "Paraguay says that it"."""
    verbs = [parent for _, parent in ancestors(token) if parent.pos_ in {"VERB", "AUX", "ADJ"}]
    return {
        each.actor.id
        for verb in verbs[1:]
        for subject in children(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
        if subject.i < token.i
        for each in view.of(subject)
    }


def _owners(token: Token, view: Referents) -> set[str]:
    """Whose ally or neighbour is spoken of."""
    return {
        each.actor.id for part in children(token, "nmod:poss", "nmod", "compound", "amod") for each in view.of(part)
    }


def _kinds(token: Token, view: Referents) -> str:
    """Of what kind they are: a state's neighbour is a state, a man's rival a man."""
    near = children(token, *_OWNING)
    return "+".join(sorted({each.actor.kind.value for part in near for each in view.of(part)}))


def _opponents(token: Token, view: Referents) -> set[str]:
    """Who stands on the other side of the same verb, as its object or behind a preposition: the navy that arrests
    Indian fishermen is not India's.
    """
    verb = next((parent for _, parent in ancestors(token) if parent.pos_ == "VERB"), None)
    if verb is None:
        return set()
    others = [each for each in children(verb, "obj", "iobj", "obl") if token not in each.subtree]
    inside = [part for other in others for part in (other, *children(other, "amod", "compound"))]
    return {each.actor.id for part in inside for each in view.of(part)}
