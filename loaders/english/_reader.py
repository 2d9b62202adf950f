"""The reader of English news: a document in, its claims out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.model import Actor, Claim, Document, Reading
from graph.register import Register
from loaders.english._attribution import find_speakers, mark_quotations
from loaders.english._cast import Cast
from loaders.english._claims import claims_of
from loaders.english._discourse import Discourse
from loaders.english._gates import off_topic
from loaders.english._mentions import find_mentions, note_names
from loaders.english._paragraphs import paragraphs
from loaders.english._pipeline import parse
from loaders.english._referents import Referents
from loaders.english._sentence import Sentence
from loaders.english._sentences import sentences
from loaders.english._tree import PASSIVE_SUBJECTS, SUBJECTS, children


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

    def read(self, document: Document) -> Reading:
        """The claims of one document, in the order of the text; never an error, whatever the text."""
        found = self._parsed(document)
        cast = Cast(self._register, document.published)
        for each in found:
            note_names(each, cast)
        for each in found:
            find_mentions(each, cast)
        claims, actors = self._claims(document, found, cast)
        return Reading(document, tuple(claims), tuple(actors[key] for key in sorted(actors)))

    def read_all(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """The claims of many documents, one after the other."""
        for document in documents:
            yield self.read(document)

    def _parsed(self, document: Document) -> list[Sentence]:
        text = document.text
        if off_topic(text):
            return []
        places = [(number, part, span) for number, part in enumerate(paragraphs(text)) for span in sentences(text, part.start, part.end)]
        matches = [self._register.find(text[start:end]) for _, _, (start, end) in places]
        jobs = [(text[start:end], [(m.start, m.end) for m in found]) for (_, _, (start, end)), found in zip(places, matches, strict=True)]
        trees = parse(jobs)
        return [
            Sentence(index, start, text[start:end], part.headline, number, doc, found)
            for index, ((number, part, (start, end)), found, doc) in enumerate(zip(places, matches, trees, strict=True))
            if len(doc)
        ]

    def _claims(self, document: Document, found: list[Sentence], cast: Cast) -> tuple[list[Claim], dict[str, Actor]]:
        discourse = Discourse()
        quotations = mark_quotations(found, document.text)
        find_speakers(found, quotations, [Referents(each, cast, Discourse()) for each in found])
        claims: dict[str, Claim] = {}
        actors: dict[str, Actor] = {}
        for each in found:
            view = Referents(each, cast, discourse)
            for claim, named in claims_of(view, document):
                claims.setdefault(claim.id, claim)
                actors.update({actor.id: actor for actor in named})
                if claim.relation in {"MEETS", "NEGOTIATES_WITH"}:
                    discourse.parties = list(named[:2])
            _remember(view, discourse)
        return list(claims.values()), actors


def _remember(view: Referents, discourse: Discourse) -> None:
    """Leaves in mind who was named, and who the subject of the sentence was."""
    for mention in view.sentence.mentions:
        if mention.how != "demonym":
            discourse.note(mention.actor)
    roots = [token for token in view.sentence.doc if token.head == token]
    subjects = [subject for root in roots for subject in children(root, *SUBJECTS, *PASSIVE_SUBJECTS)]
    discourse.subjects = [each.actor for subject in subjects for each in view.of(subject) if each.via in {"name", "organ", "group", "reference"}]
