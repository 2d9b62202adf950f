"""Who is named in a sentence: known names, titled persons, named strangers."""

from __future__ import annotations

from graph.model import Actor, ActorKind
from loaders.english._apposed_bodies import apposed_body
from loaders.english._cast import Cast, surname
from loaders.english._data import words
from loaders.english._long_names import long_name
from loaders.english._person_cues import called_as_people_are, of_a_body, of_a_nation
from loaders.english._pipeline import is_word
from loaders.english._places import place_of
from loaders.english._runs import JOINERS, Piece, capital, is_body, pieces_of
from loaders.english._sentence import Mention, Sentence
from loaders.english._spelled import Spelled, acronym, spelled, stands_for
from loaders.english._titles import kind_of_name, kind_of_noun, relation_of, title_at
from loaders.english._tree import ancestors, child, preposition
from loaders.english._unions import is_state, spans, united_by
from loaders.english._words import Doc, Token

_FULL_NAME = range(2, 5)
# Words that are in no list of words, and are no names: "Their leader Ali Hassan".
_SMALL = frozenset({"PRON", "DET", "ADP", "SCONJ", "CCONJ", "AUX", "PART"})
_ACRONYM = 4
# How many words a title and its body have at most.
_BODY = 12
# A ministry is its country; without one it is not known whose it is.
_APART = frozenset({",", ";", ":", "(", ")", '"', "“", "”", "–", "—"})
_BREAKING = frozenset({"VERB", "AUX", "ADP", "SCONJ", "CCONJ"})
_DONE_TO = frozenset({"obj", "nsubj:pass"})
# No acronym behind these is theirs.
_CALLED_IN_FULL = frozenset({ActorKind.PERSON, ActorKind.COUNTRY, ActorKind.PEOPLE})
_ARMED = ("-backed", "-allied", "-linked", "-trained", "-armed")
_BODILY = (*_ARMED, "-based", "-led", "-headquartered", "-sponsored")
# So many words an office has at most, and what must stand before it: a name and a comma.
_OFFICE, _BEFORE_OFFICE = 4, 2
_GENERIC = frozenset({"Ministry", "Department", "Foreign", "Defence", "Defense", "Interior"})


def note_names(sentence: Sentence, cast: Cast) -> None:
    """First pass: notes every actor whose name is beyond doubt, so that later short forms can be told."""
    for match in sentence.matches:
        if match.sure and len(match.candidates) == 1:
            cast.meet(match.candidates[0].actor, sentence.text[match.start : match.end])


def find_mentions(sentence: Sentence, cast: Cast) -> None:
    """Second pass: fills `sentence.mentions`, in order and without overlap."""
    pieces = pieces_of(sentence.doc, sentence.matches, headline=sentence.headline)
    bodies = [each for each in spelled(sentence.doc) if each.name.split()[0] not in _GENERIC]
    united = list(spans(sentence.doc))
    used: list[Mention] = []
    for position, piece in enumerate(pieces):
        if used and piece.start < used[-1].end:
            continue
        if (span := next((each for each in united if each[0] <= piece.start < each[1]), None)) is not None:
            used.append(united_by(span, _known(piece), sentence, cast))
            continue
        if (body := next((each for each in bodies if each.start <= piece.start < each.end), None)) is not None:
            used.append(_spelled(body, piece, sentence, cast))
            continue
        mention = long_name(sentence.doc, pieces, position, cast) or _known(piece) if piece.kind == "match" else None
        if mention is None and piece.kind in {"match", "name"} and not _is_label(sentence.doc, pieces, position):
            mention = _unknown(sentence, cast, pieces, position)
        if mention is not None and not _in_place(mention, sentence.doc) and not _is_money(mention, sentence.doc):
            used.append(_ethnic(mention, sentence, cast) or mention)
            _note_acronym(mention, sentence.doc, cast)
    sentence.mentions = used


def _spelled(body: Spelled, piece: Piece, sentence: Sentence, cast: Cast) -> Mention:
    """The body whose name an acronym behind it spells, unless all of the name is known."""
    known, match = _known(piece), piece.match
    if known is not None and match is not None and match.end - match.start >= len(body.name):
        return known
    home = known.actor if known is not None else _country_before(sentence, body.start)
    kind = kind_of_name(body.name.split()) or ActorKind.ORGANIZATION
    found = cast.shorts.get(body.short) or cast.stranger(body.name, kind, home)
    cast.shorts.setdefault(body.short, found)
    return Mention(body.start, body.end, found, "stranger")


def _note_acronym(mention: Mention, doc: Doc, cast: Cast) -> None:
    """As in "the Arakan Army (AA)", which is called so from then on."""
    short = acronym(doc, mention.end) if mention.actor.kind not in _CALLED_IN_FULL and mention.how != "organ" else ""
    if short and stands_for(short, doc[mention.start : mention.end].text):
        cast.shorts.setdefault(short, mention.actor)


def _is_money(mention: Mention, doc: Doc) -> bool:
    """As "US" in "US$ 4 billion"."""
    return doc[mention.end - 1].text.endswith("$")


def _in_place(mention: Mention, doc: Doc) -> bool:
    """As "Cox" in "Cox's Bazar", which is no person's."""
    place = place_of(doc[mention.start]) if mention.actor.kind is ActorKind.PERSON else None
    return place is not None and place[1] <= mention.start and place[2] >= mention.end


def _ethnic(mention: Mention, sentence: Sentence, cast: Cast) -> Mention | None:
    """As in "ethnic Turks", who need not be of Turkey."""
    before = mention.start - 1
    if mention.how != "demonym" or before < 0 or sentence.doc[before].lower_ != "ethnic":
        return None
    name = f"ethnic {sentence.doc[mention.start : mention.end].text}"
    return Mention(before, mention.end, cast.stranger(name, ActorKind.PEOPLE), "stranger")


def _known(piece: Piece) -> Mention | None:
    """The actor that the resolution found, if it found one alone."""
    match = piece.match
    if match is None or not match.sure or len(match.candidates) != 1:
        return None
    return Mention(piece.start, piece.end, match.candidates[0].actor, match.how)


def _unknown(sentence: Sentence, cast: Cast, pieces: list[Piece], position: int) -> Mention | None:
    doc = sentence.doc
    start, end = pieces[position].start, pieces[position].end
    while (
        position + 1 < len(pieces)
        and pieces[position + 1].start == end
        and pieces[position + 1].kind in {"name", "match"}
    ):
        position += 1
        end = pieces[position].end
    text = doc[start:end].text
    if (told := _told(sentence, start, end, cast)) is not None:
        return told
    before = pieces[_before(pieces, start)] if start else None
    country = _country_before(sentence, start) if doc[start:end].root.dep_ not in _DONE_TO else None
    titled = position + 1 < len(pieces) and pieces[position + 1].kind == "title" and pieces[position + 1].start == end
    nameless = titled and " " not in text and kind_of_name([text]) is not None
    led = titled and (_is_acronym(text) or _leads_on(doc, pieces, position))
    national = len(doc[start:end].text.split()) in _FULL_NAME and of_a_nation(doc, start, pieces)
    by_place = ActorKind.ORGANIZATION if led else ActorKind.PERSON if national else None
    kind = by_place or _kind(doc, start, end, before)
    owns = titled and not led and _named_behind(doc, pieces, position)
    if kind is ActorKind.PERSON and (owns or not _looks_like_person(doc, start, end)):
        return None
    if kind is None or nameless:
        return None
    parts = [each.capitalize() for each in text.split()]
    if kind is ActorKind.AGENCY and parts[0] in _GENERIC | {"The"} and (_GENERIC & set(parts)):
        country = country or _country_after(sentence, end)
        return Mention(start, end, country, "organ") if country is not None else None
    found = cast.stranger(text, kind, country)
    if (short := acronym(doc, end)) and kind is not ActorKind.PERSON:
        cast.shorts.setdefault(short, found)
    return Mention(start, end, found, "stranger")


def _told(sentence: Sentence, start: int, end: int, cast: Cast) -> Mention | None:
    """Who was named before, whose organ a name is by the country before it, or what a noun behind it says."""
    doc = sentence.doc
    if (known := _called_before(doc, start, end, cast)) is not None:
        return known
    owner = _owner(sentence, start) if is_body(doc[start:end].text) else None
    if owner is not None:
        return Mention(start, end, owner, "organ")
    if _is_called(doc, start, end):
        return Mention(start, end + 1, cast.stranger(doc[start : end + 1].text, ActorKind.ORGANIZATION), "stranger")
    return None


def _is_called(doc: Doc, start: int, end: int) -> bool:
    """As in "the Azimio coalition", "his Semilla party": a noun behind a name says what it is."""
    if start == 0 or end >= len(doc) or doc[end].text not in words("titles.yaml", "called"):
        return False
    goes_on = end + 1 < len(doc) and doc[end + 1].pos_ in {"NOUN", "PROPN"}
    owned = doc[start - 1].pos_ in {"DET", "PRON", "PART", "ADJ"}
    return owned and not goes_on and not any(map(_is_plain, doc[start:end]))


def _called_before(doc: Doc, start: int, end: int, cast: Cast) -> Mention | None:
    """Who was named in full before, and is called by an acronym, a surname, or a title and his given name."""
    text = doc[start:end].text
    if (known := cast.shorts.get(text)) is not None:
        return Mention(start, end, known, "acronym")
    if (stranger := cast.unknown.get(text)) is not None:
        return Mention(start, end, stranger, "stranger")
    honoured = start > 0 and doc[start - 1].lower_ in words("titles.yaml", "with_given_names")
    person = cast.givens.get(text) if honoured else _short_name(cast, text)
    return Mention(start, end, person, "surname") if person is not None else None


def _is_label(doc: Doc, pieces: list[Piece], position: int) -> bool:
    """As in "WORLD US envoy arrives": the section of a paper before a known name."""
    piece, following = pieces[position], pieces[position + 1 : position + 2]
    text = doc[piece.start : piece.end].text
    shouted = piece.kind == "name" and text.isalpha() and text.isupper() and len(text) > _ACRONYM
    return shouted and any(each.kind == "match" and each.start == piece.end for each in following)


def _leads_on(doc: Doc, pieces: list[Piece], position: int) -> bool:
    """As in "Alternativa leader Afrim Gashi": a body whose head or speaker is named behind it."""
    body, title = pieces[position : position + 2]
    heading = doc[title.start : title.end].text.lower() in words("titles.yaml", "heading_bodies")
    name = doc[body.start : body.end]
    return heading and _named_behind(doc, pieces, position) and not any(map(_is_plain, name))


def _named_behind(doc: Doc, pieces: list[Piece], position: int) -> bool:
    """Whether the title behind a name is that of another name, as in "Ontario Premier Doug Ford"."""
    title, head = pieces[position + 1], pieces[position + 2] if position + 2 < len(pieces) else None
    named = head is not None and head.kind in {"name", "match"} and head.start == title.end
    return named and place_of(doc[pieces[position].start]) is None


def _is_plain(token: Token) -> bool:
    """Whether a word may have its capital from where it stands, or is an adjective: "Opposition", "Catalan"."""
    lower, lemma = token.lower_, token.lemma_.lower()
    parts = ("state", "armed", "groups", "people", "sided", "siding", "place")
    agents = any(lower in words("agents.yaml", part) or lemma in words("agents.yaml", part) for part in parts)
    ends = lower.endswith(("ian", "ean", "ish", "ese", "an", "ist", "ic", "al", "en", "ous", "ary"))
    named = token.pos_ in {"PROPN", "X"} or (token.pos_ not in _SMALL and not is_word(lower))
    return agents or ends or not named or title_at([lower], 0) > 0 or (token.i == 0 and is_word(lower))


def _is_acronym(text: str) -> bool:
    return text.isalpha() and text.isupper() and 1 < len(text) <= _ACRONYM + 1


def _short_name(cast: Cast, text: str) -> Actor | None:
    return (cast.people.get(surname(text)) or cast.middles.get(text)) if " " not in text else None


def _before(pieces: list[Piece], start: int) -> int:
    return max((i for i, piece in enumerate(pieces) if piece.end <= start), default=0)


def _country_before(sentence: Sentence, start: int) -> Actor | None:
    """The country of "Turkish think tank X", found among the known names just before in one phrase."""
    for match in reversed(sentence.matches):
        span = sentence.doc.char_span(match.start, match.end, alignment_mode="expand")
        if span is not None and 0 <= start - span.end <= 4 and is_state(match):  # noqa: PLR2004
            # "A Finnish firm, X" is one phrase; "its war on Ukraine, Minister X said" is not.
            inside = sentence.doc[span.end : start - (span.end < start - 1 and sentence.doc[start - 1].text == ",")]
            apart = any(each.text in _APART or each.pos_ in _BREAKING for each in inside)
            return None if apart else match.candidates[0].actor
    return None


def _owner(sentence: Sentence, start: int) -> Actor | None:
    """The country whose name or demonym stands right before: "Armenia's Security Council", "the Dutch Senate"."""
    place = start - 1 - (start > 0 and sentence.doc[start - 1].lower_ in {"'s", "’s", "'", "’"})
    for match in sentence.matches:
        span = sentence.doc.char_span(match.start, match.end, alignment_mode="expand")
        if span is not None and span.end - 1 == place and match.sure and len(match.candidates) == 1:
            actor = match.candidates[0].actor
            return actor if actor.kind is ActorKind.COUNTRY else None
    return None


def _country_after(sentence: Sentence, end: int) -> Actor | None:
    """The country of "the Ministry of Defence of the Republic of Kazakhstan", among the known names just behind."""
    for match in sentence.matches:
        span = sentence.doc.char_span(match.start, match.end, alignment_mode="expand")
        if span is not None and 0 < span.start - end <= 4 and match.candidates[0].actor.kind is ActorKind.COUNTRY:  # noqa: PLR2004
            return match.candidates[0].actor if sentence.doc[end].lower_ == "of" else None
    return None


def _kind(doc: Doc, start: int, end: int, before: Piece | None) -> ActorKind | None:
    names = doc[start:end].text.split()
    if before is not None and before.kind == "title" and before.end == start:
        return ActorKind.PERSON
    if _office_of(doc, start) and len(names) in _FULL_NAME:
        return ActorKind.PERSON
    if (kind := _noun_before(doc, start) or _headed(doc, start, end) or _placed(doc, start, names)) is not None:
        return kind
    said = kind_of_name(names) if len(names) > 1 else None
    if (kind := said or apposed_body(doc, start, end)) is not None:
        return kind
    head, full = doc[start:end].root, len(names) in _FULL_NAME
    if (full and (of_a_body(doc, end) or _behind_office(doc, start) or _speaks(head))) or _apposed_office(head):
        return ActorKind.PERSON
    by_name = ActorKind.PERSON if called_as_people_are(doc, start, end) else None
    return (_kind_by_role(doc, start, head) or by_name) if full else None


def _office_of(doc: Doc, start: int) -> bool:
    """As in "the ambassador of Kazakhstan X", "the High Commissioner of the UK to Fiji, X": title, body and name."""
    end = start - (start > 0 and doc[start - 1].text == ",")
    first = max(0, end - _BODY)
    lowered = [each.lower_ for each in doc[first:end]]
    joins = [i for i, word in enumerate(lowered) if word in {"of", "for", "to"}]
    if not joins or (end == start and not doc[end - 1].text[0].isupper()):
        return False
    if any(each.is_punct for each in doc[first + joins[0] : end]):
        return False
    return any(i + title_at(lowered, i) == join and relation_of(lowered[i:join]) for join in joins for i in range(join))


def _headed(doc: Doc, start: int, end: int) -> ActorKind | None:
    """As in "Tom Brown, president of Alta Vista Watch": a body whose head is named before his office."""
    join = start - 1 - (start > 0 and doc[start - 1].lower_ == "the")
    names = doc[start:end].text.split()
    closed = end < len(doc) and doc[end].lower_ != "at"
    if join < _BEFORE_OFFICE or doc[join].lower_ != "of" or len(names) < min(_FULL_NAME) or not closed:
        return None
    lowered = doc.lowered
    for first in range(max(_BEFORE_OFFICE, join - _OFFICE), join):
        if first + title_at(lowered, first) == join and relation_of(lowered[first:join]) == "LEADS":
            comma = first - 1 - (lowered[first - 1] in {"the", "a"})
            if doc[comma].text == "," and doc[comma - 1].pos_ == "PROPN":
                return kind_of_name(names) or ActorKind.ORGANIZATION
    return None


def _placed(doc: Doc, start: int, names: list[str]) -> ActorKind | None:
    """As in "the Congo-based ADF", "an Iran-backed AAH": an acronym behind such a word is a body's."""
    before = doc[max(0, start - 3) : start].text.lower()
    if len(names) > 1 or not _is_acronym(names[0]) or not before.endswith(_BODILY):
        return None
    return ActorKind.ARMED_GROUP if before.endswith(_ARMED) else ActorKind.ORGANIZATION


def _behind_office(doc: Doc, start: int) -> bool:
    """As in "the Indonesian Ambassador, X": a title and a comma stand right before a name."""
    end = start - 1
    if end < 1 or doc[end].text != ",":
        return False
    first = max(0, end - _BODY)
    lowered = [each.lower_ for each in doc[first:end]]
    return any(i + title_at(lowered, i) == len(lowered) and relation_of(lowered[i:]) for i in range(len(lowered)))


def _kind_by_role(doc: Doc, start: int, head: Token) -> ActorKind | None:
    """What a full name is by what is done to it, or what it does; with an article it is no person's."""
    article = start > 0 and doc[start - 1].lower_ == "the"
    verb = head.head.lemma_.lower()
    if head.dep_ == "nsubj" and verb in words("verbs.yaml", "by_speakers"):
        return ActorKind.ORGANIZATION if article else ActorKind.PERSON
    agent = head.dep_ in {"obl", "obl:agent"} and preposition(head) == "by"
    done_to = head.dep_ in {"obj", "nsubj:pass"} and verb in words("verbs.yaml", "to_persons")
    done_of = head.dep_ == "nmod" and preposition(head) == "of" and verb in words("verbs.yaml", "of_persons")
    done_by = agent and verb in words("verbs.yaml", "by_persons")
    return ActorKind.PERSON if (done_to or done_of or done_by) and not article else None


def _noun_before(doc: Doc, start: int) -> ActorKind | None:
    for length in (3, 2, 1):
        if start - length >= 0 and (kind := kind_of_noun(doc[start - length : start].text)) is not None:
            return kind
    return None


def _apposed_office(head: Token) -> bool:
    """Whether an apposition says the office: "Ali Akbar Velayati, a top adviser to ...", "the commander, X"."""
    if head.dep_ in {"appos", "conj"} and child(head, "cc") is None:
        above = [parent for _, parent in ancestors(head) if parent.pos_ == "NOUN" and parent.i < head.i]
        if any(title_at([each.lower_], 0) for each in above):
            return True
    near = [each for each in head.children if not _of_another(each, head)]
    beside = {"appos", "flat", "compound", "conj"} | (set() if preposition(head) else {"nmod"})
    near += [head.head] if head.dep_ in beside else []
    return any(each.dep_ in {"appos", "flat", "nsubj"} or each == head.head for each in near) and any(
        title_at([each.lower_], 0) or title_at([part.lower_ for part in each.subtree][-2:], 0)
        for each in near
        if each.pos_ == "NOUN"
    )


def _of_another(beside: Token, head: Token) -> bool:
    """As in "in Harbin, Guo Jiakun, the spokesman": a name stands between, which the office is of."""
    name = max((each.i for each in head.children if each.dep_ == "flat"), default=head.i)
    between = beside.doc[name + 1 : beside.left_edge.i]
    return any(each.pos_ == "PROPN" and each.is_title for each in between)


def _speaks(head: Token) -> bool:
    return head.dep_ == "nsubj" and head.head.lemma_ in words("speech.yaml", "say")


def _looks_like_person(doc: Doc, start: int, end: int) -> bool:
    return (
        all(capital(token) or token.lower_ in JOINERS or token.text == "-" for token in doc[start:end])
        and child(doc[start:end].root, "cop") is None
    )
