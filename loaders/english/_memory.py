"""What a sentence leaves in mind for those that follow."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import Actor, ActorKind, Claim, Status
from loaders.english._data import words
from loaders.english._denials import ACCUSING
from loaders.english._discourse import BESIDE, NAMED, SUBJECT, Discourse
from loaders.english._referent import ACTING, BODIES
from loaders.english._referents import Referents, main_subjects
from loaders.english._sentence import Mention
from loaders.english._taken_up import deeds
from loaders.english._trail import role_of
from loaders.english._tree import PASSIVE_SUBJECTS, SUBJECTS, children, head_of, preposition

_ROW = 3
_BETWEEN = frozenset(
    {"MEETS", "NEGOTIATES_WITH", "SIGNS_WITH", "ATTACKS", "CEASES_FIRE_WITH", "RELEASES", "HOSTILE_TO"}
)
# What one state says or does against another, which makes them the two sides where no more is told.
_QUARRELS = frozenset({"ACCUSES", "CRITICIZES", "THREATENS", "WARNS", "SANCTIONS", "BLOCKADES", "EXPELS"})
_FOR_EXAMPLE = frozenset({"including", "such as", "like", "notably"})
_UNDONE = frozenset({Status.NEGATED, Status.HYPOTHETICAL})
_AGAINST = frozenset({"ATTACKS", "STRIKES", "CEASES_FIRE_WITH", "HOSTILE_TO"})


def remember(view: Referents) -> None:
    """Leaves in mind who was spoken of in a sentence, in what place, and by which descriptions they can be meant
    again.
    """
    discourse, doc = view.discourse, view.sentence.doc
    _leave_trail(view)
    discourse.deeds += deeds(view)
    discourse.turn()
    subjects = main_subjects(view)
    for mention in view.sentence.mentions:
        discourse.note(mention.actor, BESIDE if _only_tells(mention, view) else NAMED)
        if mention.actor.kind is ActorKind.PERSON:
            _note_titles(view, mention)
    for actor in subjects:
        discourse.note(actor, SUBJECT)
    for token in doc:
        if token.pos_ == "NOUN" and token.lower_ in words("agents.yaml", "state"):
            owners = [each for each in view.of(token) if each.via == "organ"]
            if len(owners) == 1 and owners[0].first != token.i:
                discourse.organs[token.lower_] = owners[0].actor
    if parties := _parties(view, subjects):
        discourse.parties = parties
    if len(discourse.parties) > 1 and all(each.kind is ActorKind.COUNTRY for each in discourse.parties):
        discourse.states = discourse.parties
    elif len(pair := _pair(view)) == 2:  # noqa: PLR2004
        discourse.states = pair
    discourse.subjects = subjects
    discourse.listed.update({len(row): row for row in _rows(view)})
    discourse.vague = not subjects and _several(view)


def _leave_trail(view: Referents) -> None:
    """Notes who was spoken of where in a sentence, by name or by a word for him; of a person also his country."""
    trail, doc, register = view.discourse.trail, view.sentence.doc, view.cast.register
    trail.paragraph = view.sentence.paragraph
    for mention in view.sentence.mentions:
        trail.note(mention.actor, role_of(head_of(doc, mention.start, mention.end)))
        own = mention.actor.country
        if own is not None and own != mention.actor.id and (home := register.get(own)) is not None:
            trail.note(home, "behind")
    for token in doc:
        if view.mention(token) is None and token.pos_ in {"PRON", "NOUN", "PROPN"}:
            for each in view.of(token):
                if each.via in {"reference", "organ", "place"} and each.first <= token.i <= each.last:
                    trail.note(each.actor, role_of(token))


def note_act(claim: Claim, named: tuple[Actor, ...], discourse: Discourse) -> None:
    """Notes an act, and between whom it was; two states that have to do with each other later are no longer opposed."""
    source, target = named[:2]
    if claim.status is Status.ASSERTED and not _lies_in_told(claim, discourse):
        claimant = next((each for each in named if each.id == claim.claimant), None)
        discourse.acts.append(discourse.act(claim.relation, source, target, claim.quote, claimant))
    if claim.status in _UNDONE:
        return
    states = all(each.kind is ActorKind.COUNTRY for each in (source, target))
    if claim.relation in _QUARRELS and states and claim.status is Status.ASSERTED:
        discourse.quarrelling = [source, target]
    if claim.relation not in _BETWEEN:
        return
    discourse.parties = [source, target]
    if claim.relation in _AGAINST:
        discourse.opposed = [source, target]
    elif all(each.kind is ActorKind.COUNTRY for each in (source, target, *discourse.opposed)):
        discourse.opposed = []


def _lies_in_told(claim: Claim, discourse: Discourse) -> bool:
    """As in "Iran struck us, Israel said": the accusation is all in the act that was told, and no further one."""
    return (
        claim.relation == ACCUSING
        and claim.object is None
        and any(
            each.claimant is not None and (each.claimant.id, each.source.id) == (claim.source, claim.target)
            for each in discourse.told_now()
        )
    )


def _only_tells(mention: Mention, view: Referents) -> bool:
    """As in "Gabonese President X": a country that only says whose office somebody holds is hardly spoken of."""
    root = head_of(view.sentence.doc, mention.start, mention.end)
    person = view.mention(root.head)
    return (
        mention.actor.kind is ActorKind.COUNTRY
        and root.dep_ in {"compound", "amod", "nmod:poss"}
        and person is not None
        and person.actor.kind is ActorKind.PERSON
    )


def _pair(view: Referents) -> list[Actor]:
    """The two countries that a sentence speaks of, if it speaks of two; where something is says nothing."""
    tokens = (view.sentence.doc[each.start : each.end].root for each in view.sentence.mentions)
    found = [each.actor for token in tokens for each in view.of(token) if each.via != "place"]
    return list({each.id: each for each in found if each.kind is ActorKind.COUNTRY}.values())


def _several(view: Referents) -> bool:
    """As in "The four states had broken off relations": whether the main subject is a plural, whoever it means."""
    roots = [token for token in view.sentence.doc if token.head == token]
    return any(each.tag_ == "NNS" for root in roots for each in children(root, *SUBJECTS, *PASSIVE_SUBJECTS))


def _parties(view: Referents, subjects: list[Actor]) -> list[Actor]:
    """Who can be "the two" or "all three" of the next sentence: bodies named side by side, those that act first."""
    if len(subjects) > 1 and all(each.kind in BODIES for each in subjects):
        return subjects
    for token in view.sentence.doc:
        if token.dep_ != "conj" and children(token, "conj") and preposition(token) not in _FOR_EXAMPLE:
            found = [each.actor for each in view.of(token) if each.via in ACTING]
            if len(found) > 1 and all(each.kind in BODIES for each in found):
                return found
    return []


def _rows(view: Referents) -> Iterator[list[Actor]]:
    """Bodies named in a row, at least three: who "all three" can be long after."""
    for token in view.sentence.doc:
        if token.dep_ != "conj" and children(token, "conj"):
            found = [each.actor for each in view.of(token) if each.via != "thing"]
            if len(found) >= _ROW and len({each.kind for each in found}) == 1 and found[0].kind in BODIES:
                yield found


def _note_titles(view: Referents, mention: Mention) -> None:
    """The nouns by which a person can be called again: the offices of the register, and the title in the text."""
    doc, known = view.sentence.doc, words("descriptions.yaml", "person")
    near = [doc[mention.start - 1].lower_] if mention.start else []
    root = doc[mention.start : mention.end].root
    near += [each.lower_ for each in root.children if each.dep_ == "appos"]
    if root.dep_ == "appos":
        near.append(root.head.lower_)
    roles = view.cast.register.roles(mention.actor.id) if mention.actor.known else ()
    year = (view.cast.published or "")[:4]
    held = [
        part
        for role in roles
        if not year or (role.since or "0")[:4] <= year <= (role.until or "9999")[:4]
        for part in role.office.lower().split()
    ]
    for noun in (*near, *held):
        if noun in known:
            view.discourse.titles[noun] = mention.actor
