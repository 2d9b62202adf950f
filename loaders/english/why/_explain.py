"""The explanation of a document: its sentences as the reader saw them, and its claims with their reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graph.model import Actor, Claim, Document, Status
from loaders.english._attribution import hedges
from loaders.english._claims import used_in
from loaders.english._dates import event_time
from loaders.english._offices import offices_in
from loaders.english._reader import EnglishReader
from loaders.english._referents import Referents
from loaders.english._status import Governed, Standing, governed, standing
from loaders.english.why._actors import named
from loaders.english.why._edges import Judged, judged
from loaders.english.why._saying import claimant_words
from loaders.english.why._tried import tried, unknown
from loaders.english.why._types import Because, Edge, Explanation, SentenceExplained, Word


def explain(reader: EnglishReader, document: Document) -> Explanation:
    """How a document is read: the claims are those of `reader.read(document)`, in the same order.

    >>> from graph.model import document_id
    >>> from graph.register import Register
    >>> text = "Iran has reportedly armed Hezbollah."
    >>> found = explain(EnglishReader(Register.load()), Document(document_id(text), "example", text))
    >>> [(each.edge.entry.frame, each.edge.entry.pattern, each.hedged_by) for each in found.claims]
    [('arm', 'S arm|equip|rearm T', ('reportedly',))]
    """
    final = {each.id: each for each in reader.read(document).claims}
    numbers: dict[str, int] = {}
    sentences: list[SentenceExplained] = []
    claims: list[Because] = []
    for step in reader.steps(document):
        told = _Told.of(step.view)
        # The same edge can come out of a sentence twice with one id; the reader keeps the first.
        new: dict[str, tuple[Claim, tuple[Actor, ...]]] = {}
        for claim, actors in step.claims:
            if claim.id not in numbers:
                new[claim.id] = claim, actors
                numbers[claim.id] = len(numbers) + 1
        sentences.append(_sentence(len(sentences) + 1, told, [numbers[each] for each in new]))
        for key, (claim, actors) in new.items():
            because = _because(claim, actors, numbers[key], len(sentences), told)
            claims.append(_as_told_below(because, final[key]))
    return Explanation(document.name, tuple(sentences), tuple(claims), _note(sentences, document))


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told again of one sentence, for all its claims."""

    view: Referents
    judged: list[Judged]
    above: Governed

    @classmethod
    def of(cls, view: Referents) -> _Told:
        used = used_in(view)
        return cls(view, judged(view, used), governed(used))


def _note(sentences: Sequence[SentenceExplained], document: Document) -> str:
    if sentences or not document.text.strip():
        return ""
    reasons = "it is about sport or the like (gates.yaml), or no line of it is of an article (boilerplate.yaml)"
    return f"nothing of the text was read: {reasons}"


def _sentence(number: int, told: _Told, claims: Sequence[int]) -> SentenceExplained:
    view, sentence = told.view, told.view.sentence
    return SentenceExplained(
        number=number,
        start=sentence.start,
        end=sentence.start + len(sentence.text),
        text=sentence.text,
        headline=sentence.headline,
        attribution=sentence.start > sentence.whole[0],
        speaker=sentence.speaker.name if sentence.speaker else None,
        words=tuple(_words(view)),
        mentions=tuple(named(each, view) for each in sentence.mentions),
        tried=tuple(tried(view, [each.candidate for each in told.judged])),
        edges=tuple(each.edge for each in told.judged),
        claims=tuple(claims),
        unknown=unknown(view),
    )


def _words(view: Referents) -> Iterator[Word]:
    # The lemma of a known name is that of its stand-in.
    names = view.sentence.doc.user_data.get("names", ())
    for token in view.sentence.doc:
        lemma = token.text if token.i in names else token.lemma_
        yield Word(token.i, token.text, lemma, token.pos_, token.tag_, token.dep_, token.head.i)


def _as_told_below(because: Because, final: Claim) -> Because:
    """The same, with whose claim it is, when and where it was, where only the sentences below a headline tell it."""
    if because.claimant != final.claimant:
        because = replace(because, claimant=final.claimant, claimant_by="who says the same below the headline")
    if because.date != final.date:
        because = replace(because, date=final.date, date_by="as told below the headline")
    return replace(because, place=final.place)


def _because(claim: Claim, actors: Sequence[Actor], number: int, sentence: int, told: _Told) -> Because:
    found = _judged_of(claim, told)
    how = standing(found.candidate.predicate, told.above) if found is not None else None
    title = _title(claim, told.view) if found is None else ""
    denial = claim.quote if found is None and not title else ""
    return Because(
        claim=number,
        said=f"{actors[0].name} {claim.relation} {actors[1].name}",
        source=claim.source,
        relation=claim.relation,
        target=claim.target,
        status=claim.status.value,
        hedged=claim.hedged,
        claimant=claim.claimant,
        confidence=claim.confidence,
        quote=claim.quote,
        start=claim.start,
        end=claim.end,
        sentence=sentence,
        text=claim.sentence,
        edge=found.edge if found is not None else None,
        title=title,
        denial=denial,
        status_by=(denial,) if denial and claim.status is Status.NEGATED else _status_by(claim, how),
        hedged_by=_hedged_by(found, how, told) if claim.hedged else (),
        claimant_by=_claimant_by(claim, found, how, told),
        date=claim.date,
        date_by=_date_by(claim, found, told.view),
        place=claim.place,
        others=_others(found, told.judged),
    )


def _judged_of(claim: Claim, told: _Told) -> Judged | None:
    """The believed candidate that is a claim; None where a title or a denial makes it.

    Its own confidence may be less: what is named in one breath with a surer one is believed as far as that.
    """
    ends = (claim.source, claim.relation, claim.target)
    same = [
        each
        for each in told.judged
        if each.edge.believed and (each.edge.source.id, each.edge.relation, each.edge.target.id) == ends
    ]
    exact = (each for each in same if each.edge.confidence == claim.confidence)
    return next(exact, next((each for each in same if each.edge.confidence < claim.confidence), None))


def _others(found: Judged | None, all_: Iterable[Judged]) -> tuple[Edge, ...]:
    if found is None:
        return ()
    predicate = found.candidate.predicate
    return tuple(each.edge for each in all_ if each is not found and each.candidate.predicate == predicate)


def _title(claim: Claim, view: Referents) -> str:
    """The words that give a person the office, as "Foreign Minister Sergei Lavrov"."""
    for office in offices_in(view):
        if (office.person.id, office.relation, office.of.id) == (claim.source, claim.relation, claim.target):
            return view.sentence.doc[office.start : office.end + 1].text
    return ""


def _status_by(claim: Claim, how: Standing | None) -> tuple[str, ...]:
    if how is None or how.status is claim.status:
        return how.reasons if how is not None else ()
    return (*how.reasons, "whoever speaks does it by saying it")


def _claimant_by(claim: Claim, found: Judged | None, how: Standing | None, told: _Told) -> str:
    if not claim.claimant:
        return ""
    if found is None and claim.status is Status.NEGATED:
        return "who denies it"
    return claimant_words(claim.claimant, found.candidate if found is not None else None, how, told.view)


def _date_by(claim: Claim, found: Judged | None, view: Referents) -> str:
    time = event_time(found.candidate.predicate, view.sentence) if claim.date and found is not None else None
    return view.sentence.text[time.start : time.end] if time is not None else ""


def _hedged_by(found: Judged | None, how: Standing | None, told: _Told) -> tuple[str, ...]:
    if found is None:
        return ()
    above = [reason for reason in how.reasons if how.hedged] if how is not None else []
    words = dict.fromkeys([*hedges(found.candidate.predicate, told.view.sentence), *above])
    # "Dismissed Morocco's charge": what one rejects the other has only said.
    return tuple(words) or ((how.accuser.text,) if how is not None and how.accuser is not None else ())
