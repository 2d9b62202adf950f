"""Claims: believed edges with their status, claimant, quote, date and place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from graph.model import Actor, ActorKind, Claim, Document, Status, claim_id
from graph.relations import Polarity, relation
from loaders.english._alike import alike, alike_before, standing_in
from loaders.english._attribution import claimants, hedged
from loaders.english._belonging import belonging_in
from loaders.english._bystanders import beside_the_act, joins_in, judges_another
from loaders.english._candidates import Candidate, candidates, matches
from loaders.english._dates import event_date
from loaders.english._denials import ACCUSING, denials
from loaders.english._gates import as_said, by_kind, may_act
from loaders.english._harmed import blames_the_harmed, deems_it
from loaders.english._hit import blames_the_hit
from loaders.english._in_company import in_company
from loaders.english._intent import intents
from loaders.english._likely import proposed, proposed_unsaid
from loaders.english._linker import link
from loaders.english._matching import Match, without_undone
from loaders.english._nouns import bearers, rejected_by
from loaders.english._offices import offices_in
from loaders.english._offices_by_register import fits_register
from loaders.english._own_side import of_his_own
from loaders.english._referents import GOVERNMENTS, Referents
from loaders.english._scenes import scene
from loaders.english._sentence import Office
from loaders.english._standings import as_told, standing_of
from loaders.english._status import Standing, governed, tellers
from loaders.english._tree import children, first_conjunct
from loaders.english._unnamed import unnamed_source
from loaders.english._words import Token

# A candidate that is believed, how far, how it is told, and by whom.
Judged: TypeAlias = tuple[Candidate, float, Standing, Actor | None]

EXTRACTOR = "english-frames/1"
_OFFICE_CONFIDENCE = 0.9
# How many words the object of an act may have that a quote goes on to.
_OBJECT = 12
_DENIAL_CONFIDENCE = 0.8
_DENYING = frozenset({"DENIES", "REJECTS"})
_OFFICES = frozenset({"LEADS", "REPRESENTS"})
_HELD = _OFFICES | {"MEMBER_OF"}
# As in "what X did was irresponsible, Y charged": that is how he accuses him.
_SPOKEN = frozenset({"CRITICIZES", "ACCUSES", "DEMANDS", "URGES", "WARNS", "REJECTS"})
_UNNAMED = frozenset({"implied", "reference"})
# What is done by saying it.
_BY_SAYING = frozenset({"ACCUSES", "WARNS", "THREATENS", "COMMENTS_ON"})
_SAID = Standing(Status.ASSERTED, hedged=False, accuser=None, reasons=())


def claims_of(view: Referents, document: Document) -> Iterator[tuple[Claim, tuple[Actor, ...]]]:
    """The claims of one sentence, acts before offices, each with the actors that it names."""
    offices = _offices(view)
    said = _judged(view, offices)
    for each in said:
        yield _claim(each, view, document)
        yield from _told(each, view, document)
    for candidate, sure in intents(said):
        claim, named = _claim((candidate, sure, _SAID, _claimant(candidate, _SAID, view)), view, document)
        # When and where are those of the act, not of what is said of it.
        yield replace(claim, date=None, place=None), named
    yield from _denied(said, view, document)
    for act, other in alike_before(view):
        ends = other.actor, act.relation, act.target
        yield _plain(ends, (0, other.last), _DENIAL_CONFIDENCE, view, document), (other.actor, act.target)
    for office in offices:
        teller = _answering(view) or view.discourse.issuer
        claim = replace(_office_claim(office, view, document), claimant=teller.id if teller else None)
        yield claim, (office.person, office.of, *([teller] if teller else []))


def _judged(view: Referents, offices: list[Office]) -> list[Judged]:
    """The candidates of a sentence that are believed, with their status by the rules, and with who tells them."""
    used = used_in(view)
    above = governed(used)
    found = _with_network(list(candidates(view, used)), offices, view)
    served = {(each.person.id, each.of.id) for each in offices}
    added = standing_in(view.sentence.doc)
    allowed = [
        each
        for each in found
        if may_act(each) and each.source.last not in added and not _of_those_he_serves(each, served)
    ]
    linked = [(as_said(each), sure) for each, sure in in_company(link(allowed, view), view)]
    standings = ((each, sure, _in_his_word(each, standing_of(each, above), view)) for each, sure in linked)
    told = [(each, sure, how) for each, sure, how in standings if not _accuses_himself(each, how, view)]
    by = [(each, sure, how, _claimant(each, how, view)) for each, sure, how in told]
    said = [(each, sure, as_told(each, how) if who is not None else how, who) for each, sure, how, who in by]
    return [*said, *alike(said, view)]


def _of_those_he_serves(candidate: Candidate, served: set[tuple[str, str]]) -> bool:
    """As in "Foreign Secretary X summoned the ambassador": no minister blames the state that he is named for."""
    hostile = relation(candidate.relation).polarity is Polarity.CONFLICT
    ends = candidate.source.actor.id, candidate.target.actor.id
    return hostile and candidate.target.via in _UNNAMED and ends in served


def _ends(candidate: Candidate) -> tuple[str, str]:
    return candidate.source.actor.id, candidate.target.actor.id


def _serves_whom_he_blames(candidate: Candidate, blamed: set[tuple[str, str]]) -> bool:
    """As in "the minister, Anna Berg, criticised Hungary", whose minister she is not by that."""
    return candidate.match is None and candidate.relation in _OFFICES and _ends(candidate) in blamed


def _may_serve(candidate: Candidate, view: Referents) -> bool:
    return fits_register(candidate.relation, candidate.source.actor, candidate.target.actor, view)


def _accuses_himself(candidate: Candidate, how: Standing, view: Referents) -> bool:
    """As in "is accused by the UN of arming rebels": what somebody is accused of, the accuser has not done."""
    verb = how.accuser
    if verb is None or verb == candidate.predicate or verb.pos_ in {"NOUN", "PROPN"}:
        return False
    return candidate.source.actor.id in _telling(verb, view)


def _in_his_word(candidate: Candidate, how: Standing, view: Referents) -> Standing:
    """As in "what X did was irresponsible, Y charged": so he accuses him, and charges nobody with it."""
    verb = how.accuser
    if verb is None or candidate.relation not in _SPOKEN or candidate.source.actor.id not in _telling(verb, view):
        return how
    return replace(how, accuser=None, hedged=False)


def _telling(verb: Token, view: Referents) -> set[str]:
    return {each.actor.id for token in tellers(verb) for each in view.of(token)}


def used_in(view: Referents) -> list[Match]:
    """The entries of the frames that the words of a sentence are used under."""
    return without_undone([match for token in view.sentence.doc for match in matches(token)])


def proposals(view: Referents, used: Iterable[Match]) -> list[Candidate]:
    """The candidate edges of a sentence, of the frames and then of the network, before the gates."""
    return _with_network(list(candidates(view, used)), _offices(view), view)


def _offices(view: Referents) -> list[Office]:
    return [*offices_in(view), *belonging_in(view)]


def _with_network(by_frames: list[Candidate], offices: list[Office], view: Referents) -> list[Candidate]:
    by_network = list(proposed(view, by_frames))
    by_network += [
        each for each in proposed_unsaid(view, [*by_frames, *by_network]) if not judges_another(each, by_frames)
    ]
    by_network = [each for each in by_network if not any(_is_of(office, each) for office in offices)]
    both = (*by_frames, *by_network)
    fair = (each for each in both if not blames_the_hit(each.predicate, each.relation, each.target))
    blamed = {_ends(each) for each in by_frames if relation(each.relation).polarity is Polarity.CONFLICT}
    fair = (each for each in fair if not _serves_whom_he_blames(each, blamed))
    fair = (each for each in fair if not (blames_the_harmed(each) or deems_it(each)) and not of_his_own(each, view))
    fair = (each for each in fair if not joins_in(each, view))
    return [by_kind(each) for each in fair if _may_serve(each, view) and not beside_the_act(each)]


def _is_of(office: Office, candidate: Candidate) -> bool:
    """Whether an office says all that a candidate does, or its title is for another's office, or of another body.

    Who has an office by the words of his title has no other by the network's, unless words behind his name say it.
    """
    ends = candidate.source.actor.id, candidate.target.actor.id
    if ends == (office.person.id, office.of.id):
        return True
    if ends[0] == office.person.id and candidate.relation in _OFFICES and office.relation in _HELD:
        word = candidate.predicate
        before = office.relation in _OFFICES and (word.i < candidate.source.first or word.lower_ in GOVERNMENTS)
        return before or office.start <= word.i <= office.end
    title = candidate.relation == office.relation and office.start <= candidate.predicate.i <= office.end
    own = ends[0] == office.person.id and candidate.predicate.i < candidate.source.first
    return title and (own or ends[1] == office.of.id)


def _denied(said: Iterable[Judged], view: Referents, document: Document) -> Iterator[tuple[Claim, tuple[Actor, ...]]]:
    """What somebody denies that was told of him, and whose word he denies."""
    here = [
        (view.discourse.act(each.relation, each.source.actor, each.target.actor, "", claimant), each.predicate.i)
        for each, _, how, claimant in said
        if how.status is Status.ASSERTED
    ]
    answered = {(act.source.id, act.target.id) for act, _ in here if act.relation in _DENYING}
    for each in denials(view, here):
        accused = each.act.relation == ACCUSING
        if not accused:
            ends = each.act.source, each.act.relation, each.act.target
            told = _plain(ends, (each.first, each.last), _DENIAL_CONFIDENCE, view, document)
            yield replace(told, status=Status.NEGATED, claimant=each.by.id), (each.act.source, each.act.target, each.by)
        teller = each.act.source if accused else each.act.claimant
        if teller is not None and (each.by.id, teller.id) not in answered:
            answered.add((each.by.id, teller.id))
            ends = each.by, "DENIES", teller
            yield _plain(ends, (each.first, each.last), _DENIAL_CONFIDENCE, view, document), (each.by, teller)


def _told(judged: Judged, view: Referents, document: Document) -> Iterator[tuple[Claim, tuple[Actor, ...]]]:
    """As in "dismissed Morocco's charge that it trains fighters": what one rejects the other has said."""
    candidate, sure, how, _ = judged
    teller = how.accuser
    if teller is None or how.status is not Status.NEGATED or rejected_by(teller) is None:
        return
    for by in [each.actor for token in bearers(teller) for each in view.of(token)][:1]:
        if by.id != candidate.source.actor.id:
            ends = candidate.source.actor, candidate.relation, candidate.target.actor
            span = min(teller.i, candidate.predicate.i), max(candidate.predicate.i, candidate.target.last)
            told = replace(_plain(ends, span, sure, view, document), hedged=True, claimant=by.id)
            yield told, (candidate.source.actor, candidate.target.actor, by)


def _office_claim(office: Office, view: Referents, document: Document) -> Claim:
    ends = office.person, office.relation, office.of
    return _plain(ends, (office.start, office.end), _OFFICE_CONFIDENCE, view, document)


def _answering(view: Referents) -> Actor | None:
    """Who answers in an interview, where every word is his, titles too."""
    return view.sentence.speaker if view.sentence.ours is not None and all(view.sentence.quoted) else None


def _plain(
    ends: tuple[Actor, str, Actor], span: tuple[int, int], sure: float, view: Referents, document: Document
) -> Claim:
    """The claim that an edge holds, in the words from the first token to the last."""
    source, name, target = ends
    start, end = view.sentence.offsets(*span)
    return Claim(
        id=claim_id(document.id, start, end, source.id, name, target.id),
        document=document.id,
        source=source.id,
        relation=name,
        target=target.id,
        status=Status.ASSERTED,
        hedged=False,
        claimant=None,
        quote=document.text[start:end],
        start=start,
        end=end,
        sentence=_sentence(view, document),
        confidence=sure,
        extractor=EXTRACTOR,
    )


def _claim(judged: Judged, view: Referents, document: Document) -> tuple[Claim, tuple[Actor, ...]]:
    candidate, sure, how, claimant = judged
    predicate = candidate.predicate
    start, end = _quote(candidate, view)
    source, target = candidate.source.actor, candidate.target.actor
    claim = Claim(
        id=claim_id(document.id, start, end, source.id, candidate.relation, target.id),
        document=document.id,
        source=source.id,
        relation=candidate.relation,
        target=target.id,
        status=how.status,
        hedged=how.hedged or hedged(predicate, view.sentence),
        claimant=claimant.id if claimant else None,
        quote=document.text[start:end],
        start=start,
        end=end,
        sentence=_sentence(view, document),
        date=event_date(predicate, view.sentence) if how.status in {Status.ASSERTED, Status.NEGATED} else None,
        place=scene(candidate, view),
        confidence=sure,
        object=candidate.object,
        extractor=EXTRACTOR,
    )
    return claim, (source, target, *([claimant] if claimant else []))


def _sentence(view: Referents, document: Document) -> str:
    return document.text[slice(*view.sentence.whole)]


def _claimant(candidate: Candidate, how: Standing, view: Referents) -> Actor | None:
    """The nearest who says it: somebody else before the one who acts, who may speak of acts of his own.

    What several say of themselves each says for his part, and what is wished who wishes it.
    """
    if how.accuser is not None and how.accuser != candidate.predicate:
        return next(_accusers(how.accuser, candidate, view), None)
    wished = how.wisher if how.status is Status.WISHED else None
    wishing = [*_accusers(wished, candidate, view)] if wished is not None else []
    found = [*wishing, *claimants(candidate.predicate, view)]
    own = candidate.source.actor.id
    ids = {each.id for each in found}
    if own in ids and len(ids) > 1 and all(_in_one_breath(own, each, view) for each in ids - {own}):
        return candidate.source.actor
    others = (actor for actor in found if actor.id != own)
    # Of his office nobody tells by being called so: "spokeswoman X said"; nor of his word by giving it.
    silent = candidate.relation in _OFFICES | _BY_SAYING or candidate.frame.source == "speaker"
    alone = None if silent or not found else found[0]
    return _by_whom_he_speaks([*others]) or alone


def _by_whom_he_speaks(found: Sequence[Actor]) -> Actor | None:
    """The nearest who says it; of a state that a person of its own tells of, the person: "Hakan Fidan said Turkey had
    told Iraq that".
    """
    nearest = next(iter(found), None)
    if nearest is None or nearest.kind is ActorKind.PERSON:
        return nearest
    return next((each for each in found if each.kind is ActorKind.PERSON and each.country == nearest.id), nearest)


def _in_one_breath(one: str, other: str, view: Referents) -> bool:
    """Whether two are named side by side: "Mali and Niger said that they"."""
    doc, named = view.sentence.doc, view.sentence.mentions
    firsts = [
        {first_conjunct(doc[each.start : each.end].root).i for each in named if each.actor.id == key}
        for key in (one, other)
    ]
    return not firsts[0].isdisjoint(firsts[1])


def _accusers(accuser: Token, candidate: Candidate, view: Referents) -> Iterator[Actor]:
    """Who accuses; nobody accuses himself, but who denies it speaks of acts of his own."""
    own = candidate.source.actor.id if accuser.pos_ not in {"NOUN", "PROPN"} else None
    for token in tellers(accuser):
        yield from [each.actor for each in view.of(token) if each.actor.id != own] or unnamed_source(token, view)


def _quote(candidate: Candidate, view: Referents) -> tuple[int, int]:
    """From the first to the last word that shows the edge, and the object of an act whose target is not named."""
    spots = [candidate.predicate.i]
    for each in (candidate.source, candidate.target):
        spots += (each.first, each.last)
    if candidate.target.via == "implied":
        ends = (max(part.i for part in each.subtree) for each in children(candidate.predicate, "obj"))
        spots += (end for end in ends if end - candidate.predicate.i <= _OBJECT)
    return view.sentence.offsets(min(spots), max(spots))
