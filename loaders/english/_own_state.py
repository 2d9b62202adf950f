"""The state that a text is of, whose ministers it names without saying whose: "Foreign Minister Elrington said"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from graph.model import Actor, ActorKind
from loaders.english._data import words
from loaders.english._holding import mention_before, title_ending
from loaders.english._homes import Homes
from loaders.english._referents import Referents
from loaders.english._sentence import Mention
from loaders.english._titles import is_former, is_of_state
from loaders.english._trail import Trail

# What speaks for a state, beside its share of all the names of states in the text.
_DATELINE, _FIRST, _HEAD, _MINISTER = 0.8, 0.15, 0.35, 0.5
# What speaks against it: its envoy is in somebody else's country.
_ENVOY = 0.35
# How many who are named with their bare offices count.
_MOST = 2
# So many names more let one name alone say little.
_FEW = 3


def homes(views: Iterable[Referents], trail: Trail, dateline: Actor | None) -> Homes:
    """What the names of states in a text, its dateline and those who hold office in it say."""
    total = sum(count for _, count in trail.told_of) + _FEW
    scores = {actor.id: count / total for actor, count in trail.told_of}
    read, at = list(views), dateline.id if dateline is not None else None
    first = next((each.actor.id for view in read for each in view.sentence.mentions if _is_state(each.actor)), None)
    for key, more in ((at, _DATELINE), (first, _FIRST)):
        if key is not None:
            scores[key] = scores.get(key, 0.0) + more
    bare = {(office, country): None for view in read for office, country in _bare_offices(view)}
    heads = Counter(country for (_, leads), country in bare if leads)
    ministers = Counter(country for (_, leads), country in bare if not leads)
    envoys = {country for view in read for country in _sending(view)}
    for key in scores:
        scores[key] += _HEAD * min(heads[key], _MOST) + _MINISTER * min(ministers[key], _MOST)
        scores[key] -= _ENVOY * (key in envoys and key != at)
    return Homes(scores)


def _is_state(actor: Actor) -> bool:
    return actor.kind is ActorKind.COUNTRY


def _bare_offices(view: Referents) -> Iterator[tuple[tuple[str, bool], str]]:
    """As in "Prime Minister James Marape": who is known to hold an office of a state, which nobody names here."""
    for mention in view.sentence.mentions:
        person = mention.actor
        if person.kind is ActorKind.PERSON and person.known and person.country and _is_bare(mention, view):
            yield (person.id, view.cast.leads(person)), person.country


def _is_bare(mention: Mention, view: Referents) -> bool:
    doc, title = view.sentence.doc, title_ending(view, mention.start)
    if title is None or not title.relation or not is_of_state(doc[title.start : title.end].text):
        return False
    before = doc[title.start - 1] if title.start else None
    return mention_before(view, title.start) is None and (before is None or not is_former(before.text))


def _sending(view: Referents) -> Iterator[str]:
    """As in "the Indonesian ambassador": the states whose envoys are spoken of."""
    doc = view.sentence.doc
    for mention in view.sentence.mentions:
        after = mention.end + (mention.end < len(doc) and doc[mention.end].text in {"'s", "’s", "'", "’"})
        if _is_state(mention.actor) and after < len(doc) and doc[after].lower_ in words("titles.yaml", "abroad"):
            yield mention.actor.id
