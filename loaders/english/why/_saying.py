"""Which words name who says a claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from loaders.english._arguments import arguments
from loaders.english._candidates import Candidate
from loaders.english._data import words
from loaders.english._referents import Referents, main_subjects
from loaders.english._status import Standing
from loaders.english._tellers import says
from loaders.english._tree import preposition


def claimant_words(actor: str, candidate: Candidate | None, how: Standing | None, view: Referents) -> str:
    """Where the text says that an actor says it; `candidate` and `how` are of the claim, where it is an act."""
    if how is not None and how.accuser is not None and candidate is not None and how.accuser != candidate.predicate:
        return f'who accuses of it with "{how.accuser.text}"'
    if (found := next(_said(actor, view), "")) != "":
        return found
    tail = view.sentence.attribution
    if tail is not None:
        subjects = main_subjects(view) or view.discourse.subjects
        inner = Referents(tail, view.cast, replace(view.discourse, subjects=subjects))
        if (found := next(_said(actor, inner), "")) != "":
            return found
    if view.sentence.speaker is not None and view.sentence.speaker.id == actor:
        return "the speaker of the quotation"
    if view.discourse.issuer is not None and view.discourse.issuer.id == actor:
        return "the body whose statement this is"
    return "named elsewhere in the sentence"


def _said(actor: str, view: Referents) -> Iterator[str]:
    """The words of each phrase with "according to", and of each verb of speech, that the actor belongs to."""
    doc = view.sentence.doc
    for token in doc:
        if preposition(token) in words("speech.yaml", "according") and _is(actor, view, token.i):
            yield f'"{doc[token.left_edge.i : token.i + 1].text}"'
        if says(token):
            for subject in arguments(token).subjects:
                if _is(actor, view, subject.i):
                    yield f'"{subject.text} {token.text}"'


def _is(actor: str, view: Referents, i: int) -> bool:
    return any(each.actor.id == actor for each in view.of(view.sentence.doc[i]))
