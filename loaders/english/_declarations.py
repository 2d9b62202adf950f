"""Statements that are not called one, or name nobody at once: several weak signs together say so, and whose it is.

Who declares something does it in the present tense, as "the Ministry", and alone: "The Government of Kenya condemns the
attack. The Ministry recalls that". Who reports it writes in the past tense, and of several.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from graph.model import Actor, ActorKind
from graph.register import Register
from loaders.english._data import load, words
from loaders.english._declarers import behind_of, first_of_us, headed_so, organization, topic, within
from loaders.english._releases import is_dated, reports, signs
from loaders.english._sentence import Mention, Sentence
from loaders.english._tree import SUBJECTS, child, children
from loaders.english._words import Token

_OURS = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|[Oo]urs)\b")
_OUR_STATE = re.compile(r"\b[Oo]ur (?:country|state|nation|republic|people|army|kingdom|armed forces)\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:on|last) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
# What each sign counts, and from where on a text is a statement.
_LABEL, _HEADED, _DECLARED, _BODY, _FORMAL, _REPORTED, _OTHERS = 3, 2, 1, 1, 1, 4, 2
_MOST, _SOME, _ENOUGH, _FIRST, _LAST, _LINE = 4, 2, 4, 5, 3, 15
# What more than one declaration counts, or one of a body by its full name.
_MORE = 3
_VERBS = frozenset({"VERB", "AUX"})
_PERFECT = frozenset({"has", "have"})
_ISSUING = frozenset({ActorKind.COUNTRY, ActorKind.ORGANIZATION, ActorKind.ARMED_GROUP, ActorKind.AGENCY})


@dataclass(frozen=True, slots=True)
class _Declared:
    """Who declares something in a sentence, where it tells, and how much that says of the text."""

    actor: Actor | None
    weight: int
    organ: str = ""


def declaring(sentences: list[Sentence], text: str, register: Register, home: Actor | None = None) -> Actor | None:
    """Whose statement a text is, by the signs of one; `home` is the state of its dateline. None for reports."""
    giver = _given(sentences, register)
    if giver is None and not reports(text):
        giver = first_of_us(sentences) or headed_so(sentences, register)
    if giver is not None:
        return giver
    declared = list(_declared(sentences, register))
    heads = list(_headed(sentences))
    labels = [each for each in sentences[:_FIRST] if _is_label(each)]
    bodies = is_dated(text) and any(_is_heading(each) for each in heads if each in sentences[:_FIRST])
    score = _LABEL * bool(labels) + _HEADED * bool(heads) + _of_the_acts(declared)
    if not score or score + _of_the_words(sentences, text) < _ENOUGH or not (declared or labels or bodies):
        return None
    named = [actor for line in [*heads, *labels] for actor in _bodies(line, 0, topic(line), register)]
    once = _declarer([each for each in declared if each.actor and each.actor.kind is not ActorKind.COUNTRY], 0)
    found = _declarer(declared, _MORE) or next((each for each in named if each.known), once) or next(iter(named), None)
    if found is None or not found.known:
        organs = [found.name] if found is not None else [each.organ for each in declared if each.organ]
        found = organization(sentences[: _FIRST + _LAST], organs) or within(found, register) or found
    return found or home or _declarer(declared, 0) or _first_subject(sentences, register)


def _declarer(declared: list[_Declared], least: int) -> Actor | None:
    """Who declares most, if it is enough: who does so once may only react ("Iran denies it")."""
    weights: Counter[str] = Counter()
    for each in declared:
        weights.update({each.actor.id: each.weight} if each.actor is not None else {})
    most = next((key for key, weight in weights.most_common(1) if weight >= least), None)
    return next((each.actor for each in declared if each.actor is not None and each.actor.id == most), None)


def _is_heading(line: Sentence) -> bool:
    """As in "MINISTRY OF FOREIGN AFFAIRS", "The White House": whose statements such a line heads."""
    seat = any(each.how == "seat" for each in line.mentions)
    return seat or _is_body(line.text, "heading")


def _given(sentences: list[Sentence], register: Register) -> Actor | None:
    """As in "A spokesperson for the Foreign Ministry issued the following statement on Tuesday:"."""
    line = next((each for each in sentences[:_FIRST] if _giving().search(each.text.rstrip())), None)
    return next(_bodies(line, 0, len(line.doc), register), None) if line is not None else None


def _of_the_acts(declared: list[_Declared]) -> int:
    """What the declarations of a text say of it: where several declare something, it is about them."""
    declarers = {each.actor.id for each in declared if each.actor is not None}
    return min(_MOST, sum(each.weight for each in declared)) - _OTHERS * max(0, len(declarers) - 1)


def _of_the_words(sentences: list[Sentence], text: str) -> int:
    """What its words say: "we", the full date, "the sisterly state", and against it the turns of reporters."""
    spoken = " ".join(token.text for each in sentences for token in each.doc if not each.quoted[token.i])
    own = min(_SOME, len(_OURS.findall(spoken))) + is_dated(text) + min(_SOME, signs(text))
    reported = _REPORTED * reports(text) - (_OUR_STATE.search(spoken) is not None) * _SOME
    return own - max(0, reported) - (_WEEKDAY.search(text) is not None)


def _is_label(sentence: Sentence) -> bool:
    """A line that says what a text is: "Press release", "Statement by the Presidency of Ghana"."""
    roots = [token for token in sentence.doc if token.head == token and token.pos_ in _VERBS]
    return not any(token.tag_ in {"VBZ", "VBP"} for token in roots) and any(
        pattern.search(sentence.text) for pattern in _labels()
    )


def _headed(sentences: list[Sentence]) -> Iterator[Sentence]:
    """The lines that head or sign a text with the name of a body: "Embassy of Malaysia in Dhaka"."""
    for each in [*sentences[:_FIRST], *sentences[_FIRST:][-_LAST:]]:
        short = each.headline or len(each.doc) <= _LINE
        if short and (_is_body(each.text) or _is_whole(each)) and not any(map(_is_finite, each.doc)):
            yield each


def _is_finite(token: Token) -> bool:
    return token.pos_ in _VERBS and token.tag_ != "VBN"


def _is_whole(sentence: Sentence) -> bool:
    """A line that is the name of an organization, or a seat of government, and nothing else."""
    return any(
        each.start <= 1
        and each.end >= len(sentence.doc) - 1
        and (each.actor.kind is not ActorKind.COUNTRY or each.how == "seat")
        for each in sentence.mentions[:1]
        if each.actor.kind in _ISSUING
    )


def _is_body(text: str, part: str = "bodies") -> bool:
    named = words("releases.yaml", part)
    return any(word.strip(".,;:()").title() in named for word in text.split() if word[:1].isupper())


def _declared(sentences: list[Sentence], register: Register) -> Iterator[_Declared]:
    for each in sentences:
        for token in each.doc:
            if _is_main(token) and not each.headline and not each.quoted[token.i] and _declares(token):
                found = _by_whom(token, each, register)
                if found is not None:
                    yield found


def _is_main(verb: Token) -> bool:
    """The root of a sentence, or what hangs on a dateline that is taken for one: "Doha - The State expresses"."""
    head = verb.head
    return head == verb or (head.head == head and head.pos_ == "PROPN" and head.i == 0 and verb.dep_ not in SUBJECTS)


def _declares(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    perfect = verb.tag_ == "VBN" and lemma in words("releases.yaml", "has_declared")
    if perfect and child(verb, "aux:pass") is None:
        return any(each.lower_ in _PERFECT for each in children(verb, "aux"))
    return verb.tag_ in {"VBZ", "VBP"} and lemma in words("releases.yaml", "declares")


def _by_whom(verb: Token, sentence: Sentence, register: Register) -> _Declared | None:
    subject = child(verb, *SUBJECTS)
    if subject is None or subject.pos_ == "PRON":
        return None
    inside = [each.i for each in subject.subtree if each.i < verb.i]
    start, end = min(inside, default=verb.i), max(inside, default=verb.i) + 1
    if any(start <= each.start < end and each.actor.kind is ActorKind.PERSON for each in _known(sentence)):
        return None
    actor = next(_bodies(sentence, start, end, register), None)
    if not _is_body(sentence.doc[start : subject.i + 1].text):
        present = verb.tag_ != "VBN"
        return _Declared(actor, _DECLARED) if actor is not None and present else None
    wish = child(verb, "xcomp") if verb.lemma_.lower() == "wish" else None
    weight = 0 if verb.tag_ == "VBN" else _DECLARED
    organ = " ".join(each.text for each in sentence.doc[start : subject.i + 1] if each.lower_ != "the")
    return _Declared(actor, weight + _BODY + _FORMAL * (wish is not None), organ)


def _known(sentence: Sentence) -> list[Mention]:
    return [each for each in sentence.mentions if each.how != "stranger"]


def _bodies(sentence: Sentence, start: int, end: int, register: Register) -> Iterator[Actor]:
    """The states and bodies named between two words, known ones first; what is part of a state stands for it.

    "The Ministry of Defence of Moldova" is Moldova's, whosever such a ministry may be elsewhere.
    """
    inside = [each for each in sentence.mentions if start <= each.start and each.end <= end]
    of_it = [each for each in inside if each.actor.kind is ActorKind.COUNTRY and behind_of(sentence, each)]
    for each in sorted(inside, key=lambda one: one.how == "stranger"):
        actor = each.actor
        if actor.kind in _ISSUING:
            state = register.get(actor.country) if _serves(actor) and actor.country else None
            organ = _serves(actor) or each.how == "organ"
            owner = next((one.actor for one in of_it if one.start > each.start), None) if organ else None
            yield owner or state or actor


def _serves(actor: Actor) -> bool:
    return actor.kind is ActorKind.AGENCY


def _first_subject(sentences: list[Sentence], register: Register) -> Actor | None:
    """The state or body that the first full sentence tells of."""
    full = (each for each in sentences if any(token.pos_ in _VERBS for token in each.doc))
    for each in islice(full, _FIRST):
        for verb in each.doc:
            subject = child(verb, *SUBJECTS) if verb.head == verb and verb.pos_ in _VERBS else None
            if subject is not None:
                inside = [part.i for part in subject.subtree]
                return next(_bodies(each, min(inside), max(inside) + 1, register), None)
    return None


@cache
def _giving() -> re.Pattern[str]:
    return re.compile(load("releases.yaml")["given"])


@cache
def _labels() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(each, re.MULTILINE) for each in load("releases.yaml")["labels"])
