"""Offices by the order of the words, where a tree may go wrong: "the President of Tajikistan, Emomali Rahmon"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import ActorKind
from loaders.english._data import load, words
from loaders.english._holding import Title, fit, mention_before, owner_before, title_ending
from loaders.english._referent import Referent, is_agent, serves
from loaders.english._referents import Referents
from loaders.english._sentence import Mention, Office
from loaders.english._titles import ACCREDITED, relation_of, title_at
from loaders.english._words import Doc, Token

_JOINING = frozenset({"of", "for", "to"})
# How many words a body has at most.
_BODY = 8


def also(office: Office, mention: Mention, view: Referents) -> Iterator[Office]:
    """As in "X, the president of Zimbabwe and chairman of SADC": what else he is, who is named before both."""
    doc = view.sentence.doc
    lowered = doc.lowered
    if office.end < mention.end or doc[mention.end].text != ",":
        return
    for place in range(mention.end + 1, len(doc) - 1):
        if doc[place].is_punct or doc[place].pos_ in {"AUX", "VERB"}:
            return
        if lowered[place] == "and":
            start = place + 1 + (lowered[place + 1] in {"the", "a", "an"})
            end = start + (title_at(lowered, start) if start < len(doc) else 0)
            if end > start and lowered[end : end + 1] == ["of"]:
                yield from _title_after(mention, Title(relation_of(lowered[start:end]), start, end), view)


def announced(mention: Mention, view: Referents) -> Office | None:
    """As in "the President of Tajikistan, Emomali Rahmon", "the chief of Chad's army, General X": title, body, name."""
    doc = view.sentence.doc
    start = rank_before(mention, view)
    comma = start > 1 and doc[start - 1].text == ","
    end = start - comma
    for join in range(end - 1, max(0, end - _BODY), -1):
        if doc[join].is_punct and doc[join].text != "-":
            return None
        title = title_ending(view, join) if doc[join].lower_ in _JOINING else None
        if title is not None and not (title.relation == "LEADS" and doc[join].lower_ == "for"):
            return _held_by(mention, title, (join, end), view, close=not comma)
    return None


def _held_by(mention: Mention, title: Title, body: tuple[int, int], view: Referents, *, close: bool) -> Office | None:
    """The office of a title, of the body between it and a name; who is sent "to" one serves who sent him."""
    doc = view.sentence.doc
    join, end = body
    last = view.mention(doc[end - 1])
    named = last is not None and last.end == end and last.start > join
    if not title.relation or (close and not named):
        return None
    sent = doc[title.end - 1].lower_ in ACCREDITED
    to = next((i for i in range(join, end) if doc[i].lower_ == "to"), end) if sent else end
    if to != join and not (named and to == end and _bare(last, join, doc)):
        noun = doc[join + 1 : to].root
        found = _own(_sole(noun, range(join, to), view), noun, mention, view)
        if found is None:
            return None
        name = "REPRESENTS" if serves(found, doc) else fit(title.relation, found.actor, doc[title.end - 1].lower_)
        return Office(mention.actor, name, found.actor, title.start, mention.end - 1)
    owner = owner_before(view, title.start)
    about = sent and doc[join].lower_ == "for"
    of = owner if to == join or (about and owner is not None) else last.actor if last is not None else None
    if about and owner is None and of is not None and of.kind is ActorKind.COUNTRY:
        return None
    if of is None or of.kind is ActorKind.PERSON:
        return None
    return Office(mention.actor, fit(title.relation, of), of, title.start, mention.end - 1)


def _bare(last: Mention | None, join: int, doc: Doc) -> bool:
    """Whether nothing that names another stands between "of" and a name: "of the ruling Colorado Party"."""
    if last is None:
        return False
    sides = load("titles.yaml")["sides"]
    return all(each.pos_ == "DET" or each.lower_ in sides or _plain(each) for each in doc[join + 1 : last.start])


def _plain(token: Token) -> bool:
    return token.pos_ in {"ADJ", "VERB"} and token.text.islower()


def _sole(noun: Token, within: range, view: Referents) -> Referent | None:
    """The one body that a phrase means: "of Chad's army"."""
    found = [each for each in view.of(noun) if each.first in within]
    sole = found[0] if len(found) == 1 and found[0].via != "thing" else None
    if sole is None and is_agent(noun.lower_, noun.lemma_, "state"):
        owners = {each.actor.id: each for i in within if (each := view.mention(noun.doc[i])) is not None}
        told = [Referent(each.actor, "organ", each.start, noun.i) for each in owners.values()]
        sole = told[0] if len(told) == 1 else None
    return sole if sole is not None and sole.actor.kind is not ActorKind.PERSON else None


def _own(found: Referent | None, noun: Token, mention: Mention, view: Referents) -> Referent | None:
    """As in "a spokesman for the junta, X": whose country is known, whomever "its" may mean otherwise."""
    country = mention.actor.country if mention.actor.known else None
    told = found is not None and found.via != "reference" and not _referring(found, noun)
    if told or country is None or not is_agent(noun.lower_, noun.lemma_, "state"):
        return found
    home = view.cast.register.get(country)
    return Referent(home, "organ", noun.i, noun.i) if home is not None else found


def _referring(found: Referent, noun: Token) -> bool:
    """As in "its foreign ministry": whether a pronoun tells whose an organ is."""
    return any(each.pos_ == "PRON" for each in noun.doc[found.first : noun.i])


def rank_before(mention: Mention, view: Referents) -> int:
    """Where a name begins with what tells no office: "Lt Gen Aroldo Lazaro"."""
    start, doc = mention.start, view.sentence.doc
    while (title := title_ending(view, start)) is not None and title.start > 0:
        ranks = words("titles.yaml", "ranks")
        if title.relation and not all(each.lower_ in ranks for each in doc[title.start : title.end]):
            break
        start = title.start
    return start


def apposed(mention: Mention, view: Referents) -> Iterator[Office]:
    """The same by the words alone, for a name in commas whose tree went wrong: "X, a top adviser to Y, ..."."""
    doc = view.sentence.doc
    lowered = doc.lowered
    if mention.end >= len(doc) or doc[mention.end].text != ",":
        return
    for i in range(mention.end + 1, min(mention.end + 6, len(doc))):
        if doc[i].is_punct or doc[i].pos_ in {"AUX", "VERB"}:
            return
        if length := title_at(lowered, i):
            yield from _title_after(mention, Title(relation_of(lowered[i : i + length]), i, i + length), view)
            return


def _title_after(mention: Mention, title: Title, view: Referents) -> Iterator[Office]:
    """As in "X, adviser to Y, ..." or "X, the EU's foreign policy chief, ..."."""
    doc, after = view.sentence.doc, title.end
    if after + 1 >= len(doc) or not title.relation:
        return
    owner = mention_before(view, title.start)
    owned = owner is not None and owner.start > mention.end and owner.actor.id != mention.actor.id
    if owner is not None and owned and (doc[after].is_punct or doc[after].lower_ in {"for", "to"}):
        yield Office(mention.actor, fit(title.relation, owner.actor), owner.actor, mention.start, title.end - 1)
    joining, sent = doc[after].lower_, doc[after - 1].lower_ in ACCREDITED
    if joining in _JOINING and not (sent and joining == "to") and not owned:
        of = _employer_after(after, mention, view)
        if of is not None and not (sent and joining == "for" and of.actor.kind is ActorKind.COUNTRY):
            yield Office(mention.actor, fit(title.relation, of.actor), of.actor, mention.start, of.end - 1)


def _employer_after(start: int, mention: Mention, view: Referents) -> Mention | None:
    """The last name before the next comma or verb: "to Iran Supreme Leader Ali Khamenei"."""
    doc, found = view.sentence.doc, None
    for token in doc[start + 1 :]:
        if (token.is_punct and token.text != "-") or token.pos_ in {"AUX", "VERB"}:
            break
        inner = view.mention(token)
        found = inner if inner is not None and inner.actor.id != mention.actor.id else found
    return found
