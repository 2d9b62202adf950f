"""What the page knows besides the drawing, as plain lists and dictionaries; unknown fields are left out."""

from __future__ import annotations

from typing import Any, TypeAlias

from graph.model import Actor, Claim, Document, Snapshot, Standing
from graph.network import ActorGraph, blocs
from graph.page._lines import Line, group
from graph.relations import Relation, relations

Plain: TypeAlias = dict[str, Any]


def content(snapshot: Snapshot, graph: ActorGraph, drawn: list[Line], left_out: int) -> Plain:
    """Actors, relations, documents, sentences, claims and blocs; claims point to the others by number."""
    people = {actor.id: number for number, actor in enumerate(snapshot.actors)}
    papers = {document.id: number for number, document in enumerate(snapshot.documents)}
    sentences = {text: number for number, text in enumerate(sorted({claim.sentence for claim in snapshot.claims}))}
    used = {line.relation.name for line in drawn}
    return {
        "leftOut": left_out,
        "actors": [_actor(each, graph) for each in snapshot.actors],
        "relations": [_relation(each) for each in relations().values() if each.name in used],
        "documents": [_document(each) for each in snapshot.documents],
        "sentences": list(sentences),
        "claims": [
            _claim(claim, line=number, people=people, papers=papers, sentences=sentences)
            for number, line in enumerate(drawn)
            for claim in line.claims
        ],
        **({"standing": [_standing(each, people) for each in snapshot.standing]} if snapshot.standing else {}),
        "blocs": [sorted(people[each] for each in bloc) for bloc in blocs(graph) if len(bloc) > 1],
    }


def _standing(tie: Standing, people: dict[str, int]) -> Plain:
    """A tie that the register knows: no line of the drawing, and no claim behind it."""
    return _known(
        source=people[tie.source],
        relation=tie.relation,
        target=people[tie.target],
        register=True,
        office=tie.office or None,
        since=tie.since,
        until=tie.until,
        as_of=tie.as_of,
    )


def _actor(actor: Actor, graph: ActorGraph) -> Plain:
    return _known(
        id=actor.id,
        name=actor.name,
        kind=actor.kind.value,
        aliases=list(dict.fromkeys(alias.text for alias in actor.aliases if alias.text != actor.name)),
        country=actor.country,
        iso3=actor.iso3,
        qid=actor.qid,
        bloc=graph.nodes[actor.id]["bloc"] if actor.id in graph else -1,
        found=None if actor.known else True,
    )


def _relation(meaning: Relation) -> Plain:
    return _known(
        name=meaning.name,
        words=words(meaning),
        group=group(meaning),
        symmetric=meaning.symmetric or None,
        weight=meaning.weight,
        meaning=meaning.meaning,
    )


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
    plain = meaning.name.lower().replace("_", " ")
    return _WORDS.get(meaning.name) or (plain if plain.split()[0].endswith("s") else f"is {plain}")


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
        line=line,
        document=papers.get(claim.document),
        sentence=sentences[claim.sentence],
        quote=None if claim.quote == claim.sentence else claim.quote,
        hedged=claim.hedged or None,
        claimant=people.get(claim.claimant) if claim.claimant else None,
        date=claim.date,
        place=claim.place,
        confidence=round(claim.confidence, 3),
        object=claim.object,
    )


def _known(**fields: object) -> Plain:
    return {name: value for name, value in fields.items() if value is not None and value != []}
