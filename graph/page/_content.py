"""What the page knows besides the drawing, as plain lists and dictionaries; unknown fields are left out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeAlias

from graph.model import Actor, Claim, Document, Snapshot, Standing
from graph.network import ActorGraph, blocs
from graph.page._choose import Part
from graph.page._draw import used
from graph.page._lines import Line, group
from graph.page._names import other_names, vocabulary
from graph.relations import Relation, relations

Plain: TypeAlias = dict[str, Any]


_MOST = 20_000  # claims in one file
_NEWEST = 20  # of each line, where there are more


def content(part: Part, graph: ActorGraph, drawn: list[Line]) -> Plain:
    """Actors, relations, documents, sentences, claims and blocs; claims point to the others by number, from 1 on.

    Of more than 20,000 claims only the newest of each line are taken, so that the file can still be opened.
    """
    snapshot = part.snapshot
    many = len(snapshot.claims)
    kept = drawn if many <= _MOST else [replace(line, claims=_newest(line.claims, snapshot)) for line in drawn]
    snapshot = snapshot if many <= _MOST else _without_the_rest(snapshot, kept)
    people = {actor.id: number for number, actor in enumerate(snapshot.actors)}
    papers = {document.id: number for number, document in enumerate(snapshot.documents)}
    sentences = {text: number for number, text in enumerate(sorted({claim.sentence for claim in snapshot.claims}))}
    said = vocabulary(sentences)
    ties = [tie for tie in snapshot.standing if tie.source in people and tie.target in people]
    references = {text: number for number, text in enumerate(sorted({tie.reference for tie in ties if tie.reference}))}
    standing = [_standing(tie, people, references) for tie in ties]
    return {
        "leftOut": part.left_out,
        "core": len(part.core),
        "kept": {"of": many} if many > _MOST else None,
        "actors": [_actor(each, graph, part.stands, said) for each in snapshot.actors],
        "relations": [_relation(relations()[name]) for name in used(drawn)],
        "documents": [_document(each) for each in snapshot.documents],
        "sentences": list(sentences),
        "claims": _columns(
            [
                _claim(claim, line=number, people=people, papers=papers, sentences=sentences)
                for number, line in enumerate(kept)
                for claim in line.claims
            ]
        ),
        **({"standing": _columns(standing), "references": list(references)} if standing else {}),
        "blocs": [sorted(people[each] for each in bloc) for bloc in blocs(graph) if len(bloc) > 1],
    }


def _standing(tie: Standing, people: dict[str, int], references: dict[str, int]) -> Plain:
    """A tie that the register knows: no line of the drawing, and no claim behind it."""
    return _known(
        source=people[tie.source] + 1,
        words=words(relations()[tie.relation]),
        target=people[tie.target] + 1,
        office=tie.office or None,
        since=tie.since,
        until=tie.until,
        as_of=tie.as_of,
        reference=references[tie.reference] + 1 if tie.reference else None,
    )


def _newest(claims: tuple[Claim, ...], snapshot: Snapshot) -> tuple[Claim, ...]:
    published = {document.id: document.published for document in snapshot.documents}
    dated = sorted(claims, key=lambda claim: claim.date or published.get(claim.document) or "", reverse=True)
    return tuple(dated[:_NEWEST])


def _without_the_rest(snapshot: Snapshot, kept: list[Line]) -> Snapshot:
    claims = tuple(claim for line in kept for claim in line.claims)
    cited = {claim.document for claim in claims}
    return replace(snapshot, claims=claims, documents=tuple(each for each in snapshot.documents if each.id in cited))


def _actor(actor: Actor, graph: ActorGraph, stands: dict[str, int], said: frozenset[str]) -> Plain:
    return _known(
        id=actor.id,
        name=actor.name,
        kind=actor.kind.value,
        aliases=other_names(actor, said),
        country=actor.country,
        iso3=actor.iso3,
        qid=actor.qid,
        bloc=graph.nodes[actor.id]["bloc"] if actor.id in graph else -1,
        found=None if actor.known else True,
        stands=stands.get(actor.id),
    )


def _relation(meaning: Relation) -> Plain:
    """A relation with its meaning; the page makes its words from the name where they are the same."""
    said = words(meaning)
    return _known(
        name=meaning.name,
        words=said if said != _plain(meaning.name) else None,
        group=group(meaning),
        act=act if (act := meaning.cls.split()[0]) in _ACTS else None,
        symmetric=meaning.symmetric or None,
        weight=meaning.weight,
        meaning=meaning.meaning,
    )


_ACTS = {"verbal", "material"}
_WORDS = {
    "DEMANDS": "makes demands of",
    "MEDIATES": "mediates for",
    "MEMBER_OF": "is a member of",
    "PLEDGES": "makes pledges to",
    "PROXY_OF": "is a proxy of",
}


def words(meaning: Relation) -> str:
    """A relation as a verb: what stands between two actors in a sentence.

    >>> words(relations()["STRIKES"]), words(relations()["PART_OF"])
    ('strikes', 'is part of')
    """
    plain = _plain(meaning.name)
    return _WORDS.get(meaning.name) or (plain if plain.split()[0].endswith("s") else f"is {plain}")


def _plain(name: str) -> str:
    return name.lower().replace("_", " ")


def _document(document: Document) -> Plain:
    return _known(
        name=document.title or document.name,
        outlet=document.outlet,
        author=document.author,
        published=document.published,
        url=document.url,
    )


def _claim(
    claim: Claim, *, line: int, people: dict[str, int], papers: dict[str, int], sentences: dict[str, int]
) -> Plain:
    return _known(
        line=line + 1,
        document=papers[claim.document] + 1 if claim.document in papers else None,
        sentence=sentences[claim.sentence] + 1,
        quote=_place(claim),
        hedged=int(claim.hedged) or None,
        claimant=people[claim.claimant] + 1 if claim.claimant in people else None,
        date=claim.date,
        place=claim.place,
        confidence=round(claim.confidence, 2),
        object=claim.object,
    )


def _place(claim: Claim) -> list[int] | str | None:
    """Where the quote stands in the sentence, in UTF-16 units as a browser counts; the quote where it does not."""
    if claim.quote == claim.sentence:
        return None
    at = claim.sentence.find(claim.quote)
    return claim.quote if at < 0 else [_units(claim.sentence[:at]), _units(claim.quote)]


def _units(text: str) -> int:
    return len(text) + sum(each > "\uffff" for each in text)


def _columns(rows: list[Plain]) -> Plain:
    """Each field once with all its values, 0 for one that is unknown: half the size of rows with names."""
    names = sorted({name for row in rows for name in row})
    return {name: [row.get(name, 0) for row in rows] for name in names}


def _known(**fields: object) -> Plain:
    return {name: value for name, value in fields.items() if value is not None and value != []}
