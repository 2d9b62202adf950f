"""The reader of English news: a document in, its claims out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from graph.model import Actor, ActorKind, Claim, Document, Reading
from graph.register import Match, Register
from loaders.english._actor_words import look
from loaders.english._acts import acts
from loaders.english._authored import mark_authored
from loaders.english._cast import Cast
from loaders.english._citizens import at_home
from loaders.english._claims import claims_of
from loaders.english._dates import mark_times
from loaders.english._discourse import Discourse
from loaders.english._forms import names_of
from loaders.english._gates import off_topic
from loaders.english._headlines import as_told_below
from loaders.english._interview import mark_interview
from loaders.english._issuer import issuer
from loaders.english._memory import note_act, remember
from loaders.english._mentions import find_mentions, note_names
from loaders.english._own_state import homes
from loaders.english._paragraphs import paragraphs
from loaders.english._pipeline import parse, parser
from loaders.english._places import place_named
from loaders.english._referents import Referents
from loaders.english._sentence import Sentence
from loaders.english._sentences import attribution, headline_label, headline_source, sentences
from loaders.english._speakers import find_speakers, mark_quotations
from loaders.resolution import Office, Resolution, resolve

_WORD = re.compile(r"[^\W\d_][\w' -]*[^\W\d_]")
# As in "Amman, 9 March 2021", a line of its own.
_DATED_LINE = re.compile(
    r"(?P<town>[A-Z][\w' -]{2,30}), (?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2}),? \d{4}$"
)
# A text of so many sentences, with attributions counted on their own, is no article.
_BRIEF = 4
# In how many sentences a text begins.
_OPENING = 3
# Half a surrogate pair is no character: it cannot be encoded, so nothing behind the reader could take it.
_LONE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Step:
    """A sentence with what stands for whom in it, and its claims, each with the actors that it names."""

    view: Referents
    claims: tuple[tuple[Claim, tuple[Actor, ...]], ...]


class EnglishReader:
    """Reads claims out of English news text by rule over a dependency parse.

    >>> from graph.model import Document, document_id
    >>> text = "Israel has warned both Syria and Iran."
    >>> reading = EnglishReader(Register.load()).read(Document(document_id(text), "example", text))
    >>> [(claim.source, claim.relation, claim.target) for claim in reading.claims]
    [('israel', 'WARNS', 'syria'), ('israel', 'WARNS', 'iran')]
    """

    def __init__(self, register: Register) -> None:
        self._register = register
        # Both networks begin to load.
        parser()
        acts()

    def read(self, document: Document) -> Reading:
        """The claims of one document, in the order of the text; never an error, whatever the text."""
        claims: dict[str, Claim] = {}
        actors: dict[str, Actor] = {}
        titles: set[str] = set()
        sentences_: list[Sentence] = []
        discourse = Discourse()
        for step in self.steps(document):
            discourse = step.view.discourse
            sentences_.append(step.view.sentence)
            for claim, named in step.claims:
                claims.setdefault(claim.id, claim)
                actors.update({actor.id: actor for actor in named})
                titles |= {claim.id} if step.view.sentence.headline else set()
        for each in sentences_:
            each.doc.release()
        told = tuple(as_told_below(claims.values(), titles))
        actors = at_home(actors, told, discourse)
        return Reading(document, told, tuple(actors[key] for key in sorted(actors)))

    def read_all(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """The claims of many documents, one after the other."""
        for document in documents:
            yield self.read(document)

    def steps(self, document: Document) -> Iterator[Step]:
        """The same sentence by sentence, for whoever wants to see how it comes about.

        A step is good until the next is asked for: who was spoken of before is as it was when the sentence was read.
        """
        found = self._parsed(document)
        cast = Cast(self._register, document.published, document=document.id)
        for each in found:
            note_names(each, cast)
        # Twice: what a name is may be told behind its first use, as in a headline.
        for each in [*found, *found]:
            find_mentions(each, cast)
        home = self._dateline(found, document)
        quotations = mark_quotations(found, document.text)
        discourse = Discourse(issuer=issuer(found, document.text, self._register, home), brief=len(found) <= _BRIEF)
        told_at = home or self._reporting(found, document)
        discourse.trail.begin(told_at, (each.actor for sentence in found for each in sentence.mentions))
        alone = [Referents(each, cast, Discourse()) for each in found]
        discourse.homes = homes(alone, discourse.trail, home)
        find_speakers(found, quotations, alone)
        mark_interview(found, document.text, self._register)
        if mark_authored(found, document.text, cast, self._register) is not None:
            discourse.issuer = None
        look(alone)
        mark_times(found, document.text, document.published)
        for each in found:
            view = Referents(each, cast, discourse)
            claims = tuple(claims_of(view, document))
            yield Step(view, claims)
            for claim, named in claims:
                note_act(claim, named, discourse)
            remember(view)

    def _dateline(self, sentences_: list[Sentence], document: Document) -> Actor | None:
        """The country whose town stands before the first words of an article: "KINSHASA (Reuters) - ".

        Before a second sentence stands the first, which is none; "the ministry said" is of the state told before it.
        """
        text = _LONE.sub("\ufffd", document.text)
        opening = sentences_[:_OPENING]
        paragraphs_ = {each.paragraph: each for each in reversed(opening)}
        for each in [one for one in opening if one.start == one.whole[0] and one is paragraphs_[one.paragraph]]:
            alone = _DATED_LINE.match(each.text) if each.headline else None
            before = alone["town"] if alone is not None else text[text.rfind("\n", 0, each.start) + 1 : each.start]
            if (found := self._first_country(before, document)) is not None:
                return found
            if town := next((place for word in _WORD.findall(before) if (place := place_named(word.title()))), None):
                return self._register.get(town)
        return None

    def _reporting(self, sentences_: list[Sentence], document: Document) -> Actor | None:
        """The first country of an opening that ends with who says it: "Mali expelled the envoy, the ministry said"."""
        text = _LONE.sub("\ufffd", document.text)
        said = (text[each.whole[0] : each.start] for each in sentences_[:_OPENING] if each.start > each.whole[0])
        return next((found for part in said if (found := self._first_country(part, document)) is not None), None)

    def _first_country(self, text: str, document: Document) -> Actor | None:
        named = resolve(self._register, text, document.published, offices=False)
        countries = (one.actor for name in named for one in name.candidates if one.actor.kind is ActorKind.COUNTRY)
        return next(countries, None)

    def _parsed(self, document: Document) -> list[Sentence]:
        text = _LONE.sub("\ufffd", document.text)
        if off_topic(text):
            return []
        places = list(_clauses(text))
        parts = [text[each.start : each.end] for each in places]
        names = resolve(self._register, text, document.published, offices=False)
        matches = [list(_within(names, each)) for each in places]
        jobs = [(_closed(part), names_of(known, part)) for part, known in zip(parts, matches, strict=True)]
        found = [
            Sentence(place.start, part, place.headline, place.paragraph, doc, known, whole=place.whole)
            for place, part, known, doc in zip(places, parts, matches, parse(jobs), strict=True)
        ]
        for each, place in zip(found, places, strict=True):
            each.offices = list(_offices_within(names, place))
        for each, following in pairwise(found):
            if each.whole == following.whole:
                said, by = (following, each) if each.text.endswith(":") else (each, following)
                said.attribution = by
                said.doc.user_data["reported"] = True
        return [each for each in found if len(each.doc)]


@dataclass(frozen=True, slots=True)
class _Clause:
    start: int
    end: int
    whole: tuple[int, int]
    paragraph: int
    headline: bool


def _clauses(text: str) -> Iterator[_Clause]:
    """Every sentence; an attribution at its end is parsed apart, as the parser takes it for part of the last phrase."""
    for number, part in enumerate(paragraphs(text)):
        for start, end in sentences(text, part.start, part.end):
            for begin, stop in _cuts(text, start, end, headline=part.headline):
                yield _Clause(begin, stop, (start, end), number, part.headline)


def _cuts(text: str, start: int, end: int, *, headline: bool) -> list[tuple[int, int]]:
    """A sentence, or what is said and who says it: at its end, or in a headline before a colon."""
    whole = text[start:end]
    tail = attribution(whole) or (headline_source(whole) if headline else None)
    if tail is not None:
        return [(start, start + len(whole[:tail].rstrip(" :–—-"))), (start + tail, end)]
    behind = headline_label(whole) if headline else None
    return [(start, end)] if behind is None else [(start, start + behind - 1), (start + behind, end)]


def _within(names: Iterable[Resolution], place: _Clause) -> Iterator[Match]:
    """The names of a clause, by their place in it."""
    for each in names:
        if place.start <= each.start and each.end <= place.end:
            yield Match(each.start - place.start, each.end - place.start, each.candidates, each.how, sure=each.sure)


def _offices_within(names: Iterable[Resolution], place: _Clause) -> Iterator[Office]:
    """The offices that a clause speaks of without naming their holders, by their place in it."""
    for each in names:
        office = each.office
        if office is not None and place.start <= office.start and office.end <= place.end:
            yield replace(office, start=office.start - place.start, end=office.end - place.start)


def _closed(text: str) -> str:
    """The same with a full stop for the comma before the attribution."""
    return text[:-1] + "." if text.endswith(",") else text
