"""Who says it: speech verbs, "according to", and the speaker of a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from graph.model import Actor
from loaders.english._arguments import arguments, is_reported
from loaders.english._data import load, words
from loaders.english._discourse import Discourse
from loaders.english._referents import Referents, main_subjects
from loaders.english._sentence import Sentence
from loaders.english._sources import unnamed_source
from loaders.english._tree import SUBJECTS, ancestors, child, children, preposition

_QUOTED = re.compile(r"“[^”]{2,2000}”?|\"[^\"]{2,2000}\"|«[^»]{2,2000}»")
_WHOLE = 25


def mark_quotations(sentences: list[Sentence], text: str) -> list[list[tuple[int, int]]]:
    """Marks the tokens in direct speech, and gives the long quotations of every sentence.

    A quotation may run over several sentences of a paragraph; a few quoted words do not change who speaks.
    """
    found: list[list[tuple[int, int]]] = []
    spans: list[tuple[int, int]] = []
    done = -1
    ends = {each.paragraph: each.start + len(each.text) for each in sentences}
    for each in sentences:
        if each.paragraph != done:
            done = each.paragraph
            spans = [match.span() for match in _QUOTED.finditer(text, each.start, ends[done])]
        each.quoted = [_inside(each.start + token.idx, spans) for token in each.doc]
        found.append(
            [
                span
                for span in spans
                if span[0] < each.start + len(each.text) and each.start < span[1] and span[1] - span[0] > _WHOLE
            ]
        )
    return found


def _inside(offset: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in spans)


def find_speakers(sentences: list[Sentence], spans: list[list[tuple[int, int]]], views: list[Referents]) -> None:
    """Gives every sentence that holds direct speech its speaker.

    The subject of the speech verb outside the quotation.
    """
    by_span: dict[tuple[int, int], Actor] = {}
    by_sentence = {id(view.sentence): view for view in views}
    for view, own in zip(views, spans, strict=True):
        tail = by_sentence.get(id(view.sentence.attribution))
        speaker = _speaker(view) or (_speaker(tail) if tail is not None else None)
        for span in own:
            if speaker is not None:
                by_span[span] = speaker
    last: Sentence | None = None
    for each, own in zip(sentences, spans, strict=True):
        each.speaker = next((by_span[span] for span in own if span in by_span), None)
        if each.speaker is None and own and last is not None and each.paragraph - last.paragraph <= 1:
            each.speaker = last.speaker
        last = each if own else last if last is not None and last.paragraph == each.paragraph else None


def _speaker(view: Referents) -> Actor | None:
    for token in view.sentence.doc:
        if token.lemma_.lower() in words("speech.yaml", "say") and not view.sentence.quoted[token.i]:
            for subject in children(token, *SUBJECTS):
                if (who := _person_or_state(view, subject)) is not None:
                    return who
    return None


def _person_or_state(view: Referents, subject: Token) -> Actor | None:
    found = [each.actor for each in view.of(subject) if each.via in {"name", "organ", "group", "reference"}]
    return found[0] if found else None


def claimants(predicate: Token, view: Referents) -> Iterator[Actor]:
    """Who says that a predicate holds, from the nearest to the farthest."""
    said = False
    for token in _chain(predicate):
        yield from _according(token, view)
        yield from _beside(token, view)
        said = (
            said
            or token.dep_ in {"ccomp", "parataxis", "xcomp"}
            or (token.dep_ == "advcl" and child(token, "mark") is None)
            or (token.dep_ == "acl:relcl" and is_reported(token))
        )
        if token.head != token and said and (_says(token.head) or _denies(token.head)):
            yield from _subjects(token.head, view)
    if (tail := view.sentence.attribution) is not None:
        inner = Referents(tail, view.cast, Discourse(subjects=main_subjects(view) or view.discourse.subjects))
        for token in filter(_says, tail.doc):
            yield from _subjects(token, inner, _speaker_before(token))
    if view.sentence.speaker is not None and view.sentence.quoted[predicate.i]:
        yield view.sentence.speaker
    if view.discourse.issuer is not None:
        yield view.discourse.issuer


def _chain(predicate: Token) -> Iterator[Token]:
    yield predicate
    for _, parent in ancestors(predicate):
        yield parent


def _says(token: Token) -> bool:
    return token.lemma_.lower() in words("speech.yaml", "say")


def _denies(token: Token) -> bool:
    """Who denies an act is who says that it did not happen."""
    return token.lemma_.lower() in words("speech.yaml", "deny")


def _beside(token: Token, view: Referents) -> Iterator[Actor]:
    """As in "..., the agency reported": the speech verb hangs on what is said."""
    for each in children(token, "parataxis", "ccomp", "advcl"):
        if (
            _says(each)
            and child(each, *SUBJECTS) is not None
            and (each.dep_ == "parataxis" or (each.i > token.i and child(each, "ccomp", "obj") is None))
        ):
            yield from _subjects(each, view)


def _speaker_before(verb: Token) -> list[Token]:
    """As in "its foreign minister, Alberto van Klaveren, confirmed", read as a noun with a clause beside it."""
    noun = verb.head
    return [noun] if verb.dep_ == "parataxis" and noun.pos_ in {"NOUN", "PROPN"} and noun.i < verb.i else []


def _subjects(verb: Token, view: Referents, otherwise: Sequence[Token] = ()) -> Iterator[Actor]:
    for subject in arguments(verb).subjects or otherwise:
        found = [
            each.actor
            for each in view.of(subject)
            if each.via in {"name", "organ", "group", "reference"} or (each.via == "thing" and _speaks(subject))
        ]
        yield from found or unnamed_source(subject, view)


def _speaks(noun: Token) -> bool:
    """Whether what somebody owns speaks for him: "a UN report", "Syrian state media"."""
    if noun.lemma_.lower() in words("speech.yaml", "texts"):
        return True
    media = noun.lemma_.lower() in words("agents.yaml", "outlets") or noun.lower_ in words("agents.yaml", "outlets")
    return media and any(
        each.lower_ in {"state", "official", "state-run", "army", "military"} for each in noun.children
    )


def _according(token: Token, view: Referents) -> Iterator[Actor]:
    for each in children(token, "advcl"):
        if each.lemma_.lower() in words("speech.yaml", "views") and any(
            mark.lower_ == "as" for mark in children(each, "mark", "advmod")
        ):
            yield from _subjects(each, view)
    for each in children(token, "obl", "obl:agent", "advcl", "nmod", "parataxis"):
        if preposition(each) in words("speech.yaml", "according") or (
            each.lower_ == "according" and children(each, "obl", "nmod")
        ):
            inner = [each] if each.lower_ != "according" else children(each, "obl", "nmod")
            for one in inner:
                yield from [found.actor for found in view.of(one)] or unnamed_source(one, view)


def hedged(predicate: Token, sentence: Sentence) -> bool:
    """Whether a predicate is said with a reserve."""
    return next(hedges(predicate, sentence), None) is not None


def hedges(predicate: Token, sentence: Sentence) -> Iterator[str]:
    """The words of reserve on a predicate.

    A phrase on the whole sentence, an adverb, "alleged", or "is said to".
    """
    yield from (phrase for phrase in load("speech.yaml")["phrases"] if phrase in sentence.text.lower())
    for token in _chain(predicate):
        for each in children(token, "advmod", "amod", "discourse"):
            if each.lower_ in words("speech.yaml", "hedges"):
                yield each.text
        if (
            token.dep_ in {"xcomp", "ccomp", "advcl"}
            and token.head.lemma_.lower() in words("speech.yaml", "reported")
            and _passive_or_claim(token.head)
        ):
            yield token.head.text
        if token.dep_ in {"acl:relcl", "advcl", "parataxis"}:
            break


def _passive_or_claim(verb: Token) -> bool:
    if verb.lemma_.lower() in words("speech.yaml", "claim"):
        return True
    return child(verb, "aux:pass", "nsubj:pass") is not None or verb.dep_ in {"acl", "amod"}
