"""Who speaks in direct speech: the subject of the speech verb around it, or before its colon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from graph.model import Actor, ActorKind
from loaders.english._data import words
from loaders.english._discourse import Discourse, fits
from loaders.english._referents import Referents, main_subjects
from loaders.english._sentence import Sentence
from loaders.english._tellers import says, tellers, tellers_of
from loaders.english._titles import offices
from loaders.english._tree import PASSIVE_SUBJECTS, SHIFTED, SUBJECTS, ancestors, child, children, negated
from loaders.english._words import Token

Span: TypeAlias = tuple[int, int]

_DEFINITE = frozenset({"the", "this", "that"})

_QUOTED = re.compile(r"“[^”]{2,2000}”?|\"[^\"]{2,2000}\"|«[^»]{2,2000}»")
# Shorter ones are words of somebody in a sentence of the writer's, unless they are a sentence of their own.
_WHOLE = 25
_SENTENCE = re.compile(r"[“\"«]\W*[A-Z](?:\S*\s+){2,}\S*[,.!?][”\"»]?")


def mark_quotations(sentences: list[Sentence], text: str) -> list[list[Span]]:
    """Marks the tokens in direct speech, and gives the quotations of every sentence that are speech.

    A quotation may run over several sentences of a paragraph; a few quoted words do not change who speaks.
    """
    found: list[list[Span]] = []
    spans: list[Span] = []
    done = -1
    ends = {each.paragraph: each.start + len(each.text) for each in sentences}
    for each in sentences:
        if each.paragraph != done:
            done = each.paragraph
            spans = [match.span() for match in _QUOTED.finditer(text, each.start, ends[done])]
        each.quoted = [_inside(each.start + token.idx, spans) for token in each.doc]
        end = each.start + len(each.text)
        found.append([span for span in spans if span[0] < end and each.start < span[1] and _is_speech(text, span)])
    return found


def _is_speech(text: str, span: Span) -> bool:
    return span[1] - span[0] > _WHOLE or _SENTENCE.fullmatch(text, *span) is not None


def _inside(offset: int, spans: list[Span]) -> bool:
    return any(start <= offset < end for start, end in spans)


def find_speakers(sentences: list[Sentence], spans: list[list[Span]], views: list[Referents]) -> None:
    """Gives every sentence that holds direct speech its speaker, and those between two of one speaker their teller.

    The subject of the speech verb outside the quotation, or of the sentence before that ends with a colon.
    """
    said = _said(views)
    _mark_told(views, said)
    _mark_written(views, said)
    if not any(spans):
        return
    by_span = {span: who for own, who in zip(spans, said, strict=True) if who is not None for span in own}
    last: Sentence | None = None
    opened: Actor | None = None
    told_in: int | None = None
    for each, own, who, view in zip(sentences, spans, said, views, strict=True):
        each.speaker = next((by_span[span] for span in own if span in by_span), None)
        if each.speaker is None and own:
            near = last is not None and each.paragraph - last.paragraph <= 1
            presented = opened if told_in in {None, each.paragraph} else None
            each.speaker = presented or (last.speaker if last is not None and near else None)
        last = each if own else last if last is not None and last.paragraph == each.paragraph else None
        opened = who if each.text.rstrip().endswith(":") else _presented(view) if not own else None
        told_in = each.paragraph if opened is not None and not each.text.rstrip().endswith(":") else None


def _presented(view: Referents) -> Actor | None:
    """As in "The prime minister, Maia Sandu, was blunt. “Russia has attacked us.”": the person a sentence is about."""
    subjects = main_subjects(view)
    return subjects[0] if len(subjects) == 1 and subjects[0].kind is ActorKind.PERSON else None


def _mark_told(views: Sequence[Referents], said: Sequence[Actor | None]) -> None:
    """As in "Araghchi said Israel had attacked. It had armed rebels, too. He added that ..."."""
    follows: list[tuple[Referents | None, Actor | None]] = [*zip(views[2:], said[2:], strict=True), (None, None)]
    for before, view, who, own, (after, then) in zip(views, views[1:], said, said[1:], follows, strict=False):
        if who is None or own is not None or before.sentence.paragraph != view.sentence.paragraph:
            continue
        if not _shifted(view) or any(map(_is_speech_verb, view.sentence.doc)):
            continue
        beside = after if after is not None and after.sentence.paragraph == view.sentence.paragraph else None
        again = beside is not None and (then.id == who.id if then is not None else _goes_on(beside, who))
        if again or _in_his_words(view, who):
            view.sentence.teller = who


def _in_his_words(view: Referents, who: Actor) -> bool:
    """As in "It would ask them for forgiveness", "That was "no method" among allies", said of himself or his side.

    "Would" alone may be what came then: "Hamas would later attack".
    """
    roots = [token for token in view.sentence.doc if token.head == token]
    would = any(each.lower_ == "would" for root in roots for each in children(root, "aux"))
    scrap = any(view.sentence.quoted) and not all(view.sentence.quoted)
    subjects = [each for root in roots for each in children(root, *SUBJECTS, *PASSIVE_SUBJECTS)]
    own = [each.actor.id in {who.id, who.country} for subject in subjects for each in view.of(subject)]
    pronoun = any(each.pos_ == "PRON" for each in subjects)
    then = any(each.lower_ in words("modals.yaml", "later") for each in view.sentence.doc)
    return (would or scrap) and (pronoun or any(own)) and not then


def _shifted(view: Referents) -> bool:
    """Whether a sentence is told in the tense of what somebody has said: "It had armed rebels, too"."""
    roots = (token for token in view.sentence.doc if token.head == token)
    return any(each.lower_ in SHIFTED for root in roots for each in children(root, "aux", "aux:pass", "cop"))


def _mark_written(views: Sequence[Referents], said: Sequence[Actor | None]) -> None:
    """As in "A UN report says Rwanda arms the M23. The report says Uganda does so too.": whose text it was before, of
    that name rather than of any; or "the same report" who spoke in the sentence before.
    """
    authors: dict[str, Actor] = {}
    paragraphs = [None, *(view.sentence.paragraph for view in views)]
    for before, paragraph, view, who in zip([None, *said], paragraphs, views, said, strict=False):
        texts = [each for each in view.sentence.doc if each.pos_ == "NOUN" and each.lemma_.lower() in _texts()]
        owned = [each.actor for text in texts for each in view.of(text) if each.via in {"thing", "organ"}]
        again = [each for each in texts if any(det.lower_ in _DEFINITE for det in children(each, "det"))]
        speaking = [each for each in again if each.dep_ in SUBJECTS and _is_speech_verb(each.head)]
        if not owned and who is None and speaking and view.sentence.teller is None:
            near = before if paragraph == view.sentence.paragraph and _is_the_same(speaking[0]) else None
            last = next(reversed(authors.values()), None)
            view.sentence.teller = authors.get(speaking[0].lemma_.lower()) or last or near
        for text in texts if owned or len(again) < len(texts) else ():
            if (author := next(_authors(text, owned, who, view), None)) is not None:
                authors.pop(text.lemma_.lower(), None)
                authors[text.lemma_.lower()] = author


def _is_the_same(text: Token) -> bool:
    return any(each.lower_ == "same" for each in children(text, "amod"))


def _authors(text: Token, owned: Sequence[Actor], who: Actor | None, view: Referents) -> Iterator[Actor]:
    """Whose a text is, who speaks in it, or who has issued it: "Oxfam has published a report"."""
    yield from owned
    if who is not None:
        yield who
    if text.dep_ == "obj" and text.head.lemma_.lower() in words("speech.yaml", "issuing") and not negated(text.head):
        yield from tellers(children(text.head, *SUBJECTS), view)


def _texts() -> frozenset[str]:
    return words("speech.yaml", "written")


def _goes_on(view: Referents, who: Actor) -> bool:
    """Whether a sentence has "he said" or "it added" that can be somebody's."""
    verbs = filter(_is_speech_verb, view.sentence.doc)
    subjects = (subject for verb in verbs for subject in children(verb, *SUBJECTS))
    return any(subject.pos_ == "PRON" and fits(subject.lower_, [who]) for subject in subjects)


def _is_speech_verb(token: Token) -> bool:
    return says(token) and child(token, "aux:pass") is None


def _is_told(verb: Token) -> bool:
    """Whether somebody says what a verb tells: "respond" in "said it would respond"."""
    return any(below.dep_ == "ccomp" and _is_speech_verb(above) for below, above in ancestors(verb))


def _said(views: Sequence[Referents]) -> list[Actor | None]:
    """For each sentence who is said to speak in it; "he" and "it" are the subject of the sentence before."""
    by_sentence = {id(view.sentence): view for view in views}
    found: list[Actor | None] = []
    subjects: list[Actor] = []
    official: Actor | None = None
    for view in views:
        told = Referents(view.sentence, view.cast, Discourse(subjects=subjects))
        tail = by_sentence.get(id(view.sentence.attribution))
        after = Discourse(subjects=main_subjects(told) or subjects)
        who = _speaker(told) or (_speaker(Referents(tail.sentence, tail.cast, after)) if tail is not None else None)
        if who is None and official is not None and _says_he(view):
            who = view.sentence.teller = official
        else:
            official = _official(view)
        found.append(who)
        subjects = [who] if who is not None else main_subjects(told) or subjects
    return found


def _official(view: Referents) -> Actor | None:
    """For whom somebody without a name speaks, who is "he" or "she" afterwards: "Lithuania's defence minister"."""
    nouns = (token for token in view.sentence.doc if token.dep_ in SUBJECTS and token.tag_ == "NN")
    human = (noun for noun in nouns if noun.lemma_.lower() in offices() or noun.lemma_.lower() in _sources())
    served = (view.of(noun) for noun in human if noun.head.head == noun.head)
    return next((each[0].actor for each in served if len(each) == 1 and each[0].via == "organ"), None)


def _says_he(view: Referents) -> bool:
    """Whether "he" or "she" speaks in a sentence."""
    verbs = (token for token in view.sentence.doc if _is_speech_verb(token) and not view.sentence.quoted[token.i])
    return any(subject.lower_ in {"he", "she"} for verb in verbs for subject in children(verb, *SUBJECTS))


def _sources() -> frozenset[str]:
    return words("speech.yaml", "sources")


def _speaker(view: Referents) -> Actor | None:
    for token in view.sentence.doc:
        if _is_speech_verb(token) and not _is_told(token) and not view.sentence.quoted[token.i]:
            passive = [] if children(token, *SUBJECTS) else children(token, *PASSIVE_SUBJECTS)
            if (who := next(tellers(passive, view) if passive else tellers_of(token, view), None)) is not None:
                return who
    return None
