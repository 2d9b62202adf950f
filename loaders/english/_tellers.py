"""Who a noun at a verb of saying means: a body or person that is known, who issued a text, a name that nobody knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.model import Actor, ActorKind
from graph.relations import Polarity, relation
from loaders.english._arguments import arguments
from loaders.english._data import words
from loaders.english._matching import match_verb
from loaders.english._places import place_of
from loaders.english._referent import ACTING, BODIES, Referent, is_agent
from loaders.english._referents import Referents
from loaders.english._runs import JOINERS, capital, is_body
from loaders.english._titles import is_former, kind_of_name, title_from
from loaders.english._tree import SUBJECTS, ancestors, child, children, head_of, preposition
from loaders.english._unnamed import unnamed_source
from loaders.english._words import Token

# "The Kremlin quoted Putin as saying".
_QUOTING = frozenset({"quote", "cite"})
_SPEAKING = frozenset({"spokesman", "spokeswoman", "spokesperson"})
# "Let it be known", "made it plain".
_MAKING = frozenset({"let", "make"})
_THEMSELVES = frozenset({"it", "they"})
_BOTH = frozenset({"both", "two", "their"})
_NAMING = frozenset({"NOUN", "PROPN"})
# Before an outlet's noun: that it speaks for whom it belongs to.
_OFFICIAL = frozenset({"state", "official", "state-run", "army", "military"})
# Who has spokesmen.
_HAVING = BODIES | {ActorKind.COUNTRY, ActorKind.COMPANY}
_VIA = frozenset({"name", "organ", "group", "reference"})


def says(verb: Token) -> bool:
    """Whether a word is one of saying; some are only with a clause for what is said: "charged that it had fired"."""
    lemma = verb.lemma_.lower()
    if lemma in words("speech.yaml", "say"):
        return True
    if verb.pos_ != "VERB":
        return False
    if lemma in words("speech.yaml", "say_that") and child(verb, "ccomp") is not None:
        return True
    known = children(verb, "xcomp") if lemma in _MAKING else []
    return any(each.lower_ in words("speech.yaml", "made_known") for each in known) or _continues(verb)


def _continues(verb: Token) -> bool:
    """As in "Helsinki, it went on, had armed them"."""
    on = any(each.lower_ == "on" and each.i == verb.i + 1 for each in children(verb, "advmod", "compound:prt"))
    return verb.lemma_.lower() == "go" and verb.dep_ == "parataxis" and on and child(verb, "obl", "xcomp") is None


def tellers_of(verb: Token, view: Referents) -> Iterator[Actor]:
    """Who says what a verb tells; of "the state agency INA" or "army spokesman Ali", read as two subjects, the last."""
    if (person := _named_before(verb, view)) is not None:
        yield person
        return
    quoted = children(verb.head, "obj") if verb.tag_ == "VBG" and verb.head.lemma_ in _QUOTING else []
    yield from tellers(quoted or arguments(verb).subjects or speaker_before(verb), view)


def _named_before(verb: Token, view: Referents) -> Actor | None:
    """As in "Ministry spokesperson Ambassador Daifallah Al-Fayez said": the person named right before the verb.

    Whatever the tree makes of his titles; not "the office of Benjamin Netanyahu said".
    """
    name = view.mention(verb.doc[verb.i - 1]) if verb.i and verb.tag_ in {"VBD", "VBZ", "VBP"} else None
    if name is None or name.actor.kind is not ActorKind.PERSON:
        return None
    head = head_of(verb.doc, name.start, name.end)
    plain = child(head, "case") is None and head.dep_ not in {"conj", "obj", "obl", "nmod:poss"}
    return name.actor if plain and any(above == verb for _, above in ancestors(head)) else None


def tellers(nouns: Sequence[Token], view: Referents) -> Iterator[Actor]:
    """Whom nouns for who tells mean, the last first; those without a name after all that have one."""
    unnamed: list[Actor] = []
    for subject in reversed(nouns):
        found = [
            each.actor
            for each in view.of(subject)
            if each.via in _VIA or (each.via == "thing" and _speaks(subject, each))
            if not _for_himself(subject, each)
        ]
        found = _apposed(subject, found, view) or found or _of_itself(subject, view)
        found = found or list(_issuers(subject, view)) or _of_both(subject, view) or _named_behind(subject, view)
        yield from found
        unnamed += [] if found else unnamed_source(subject, view) or _by_name(subject, view)
    yield from unnamed


def _for_himself(teller: Token, named: Referent) -> bool:
    """As in "analysts in Singapore", "Russian witnesses", "a retired Israeli general": they speak for no state.

    Nor do "diplomats" of whom nothing says whose they are.
    """
    if named.via != "organ" or named.actor.kind is not ActorKind.COUNTRY:
        return False
    if teller.lemma_.lower() == "diplomat" and named.first == named.last == teller.i:
        return True
    over = any(is_former(each.lower_) or each.lower_ == "retired" for each in children(teller, "amod"))
    return over or teller.lemma_.lower() in words("speech.yaml", "private")


def _apposed(noun: Token, found: Sequence[Actor], view: Referents) -> list[Actor]:
    """As in "the ruling party, Amal, claims": the name of a group that has no other."""
    if not found or any(each.known for each in found):
        return []
    return [actor for each in children(noun, "appos") for actor in _by_name(each, view)]


def _named_behind(noun: Token, view: Referents) -> list[Actor]:
    """As in "the state oil concern Belneftekhim said": the name behind a noun that says nothing of who that is, unlike
    "the driver, a Palestinian, said".
    """
    for each in children(noun, "appos"):
        mention = view.mention(each)
        if children(each, "det") or (mention is not None and mention.how == "demonym"):
            continue
        if found := [mention.actor] if mention is not None else _by_name(each, view):
            return found
    return []


def _of_both(noun: Token, view: Referents) -> list[Actor]:
    """As in "both ministries said", "their offices announced", "a joint statement": the two of whom was spoken."""
    if children(noun, "nmod", "acl", "acl:relcl"):
        return []
    lemma = noun.lemma_.lower()
    joint = lemma in words("speech.yaml", "texts") and any(each.lower_ == "joint" for each in children(noun, "amod"))
    bodies = noun.tag_ == "NNS" and lemma in words("agents.yaml", "issuing")
    two = any(each.lower_ in _BOTH for each in children(noun, "det", "nummod", "nmod:poss"))
    return list(view.discourse.parties) if joint or (bodies and two) else []


def _of_itself(spokesman: Token, view: Referents) -> list[Actor]:
    """As in "a spokesperson said it was ready": he speaks for the body that "it" is; and in "the KNU has withdrawn, a
    spokesman said" for the one that is the subject of what he says, unless that is hostile: it may be the other side's.
    """
    if spokesman.lemma_.lower() not in _SPEAKING or spokesman.dep_ not in SUBJECTS:
        return []
    said = children(spokesman.head, "ccomp")
    subjects = [each for clause in said for each in children(clause, *SUBJECTS)]
    itself = [found.actor for each in subjects if each.lower_ in _THEMSELVES for found in view.of(each)]
    if itself or any(each.dep_ != "det" for each in spokesman.children):
        return itself[:1]
    before = [each for each in subjects if each.i < spokesman.i and not _hostile(each.head)]
    told = [found.actor for each in before for found in view.of(each) if found.via in ACTING]
    bodies = {each.id: each for each in told if each.kind in _HAVING}
    return list(bodies.values()) if len(bodies) == 1 else []


def _hostile(verb: Token) -> bool:
    """Whether the frames have a verb for a hostile act."""
    named = (relation(each.entry.frame.relation) for each in match_verb(verb) if each.entry.frame.relation)
    return any(each.polarity is Polarity.CONFLICT for each in named)


def _issuers(noun: Token, view: Referents) -> Iterator[Actor]:
    """As in "the statement published by Ecuador's foreign ministry said", "a report by Amnesty International"."""
    if noun.lemma_.lower() in words("speech.yaml", "texts"):
        issued = [
            each for each in children(noun, "acl") if each.lemma_.lower() not in words("speech.yaml", "obtaining")
        ]
        agents = [agent for verb in issued for agent in children(verb, "obl:agent", "obl")]
        for agent in [*agents, *children(noun, "nmod")]:
            if preposition(agent) in {"by", "from"}:
                yield from by_whom(agent, view)


def by_whom(noun: Token, view: Referents) -> list[Actor]:
    """Who is named after "by" or "according to", or has no name there."""
    found = [each.actor for each in view.of(noun) if not _for_himself(noun, each)]
    return found or unnamed_source(noun, view) or _by_name(noun, view)


def _speaks(noun: Token, named: Referent) -> bool:
    """Whether what somebody owns speaks for him: "a UN report", "Manila's defence department", "Syrian state media"."""
    lemma = noun.lemma_.lower()
    if lemma in words("speech.yaml", "texts") or lemma in words("agents.yaml", "bodies"):
        return True
    if lemma not in words("agents.yaml", "outlets") and noun.lower_ not in words("agents.yaml", "outlets"):
        return False
    return named.actor.kind is ActorKind.ARMED_GROUP or any(each.lower_ in _OFFICIAL for each in noun.children)


def _by_name(noun: Token, view: Referents) -> list[Actor]:
    """Who tells, and has a name that says nothing else of him: "the Guardian reported", "according to Rybar"."""
    if noun.pos_ != "PROPN" or not capital(noun) or view.mention(noun) is not None or place_of(noun) is not None:
        return []
    if (outlet := _outlet(noun, view)) is not None:
        return [outlet]
    first, last = _span(noun)
    name = noun.doc[first : last + 1].text
    parts = name.split()
    article = any(each.lower_ == "the" for each in children(noun, "det"))
    if is_body(name) or title_from(noun) or (len(parts) == 1 and _common(noun)):
        return []
    kind = kind_of_name(parts) or (ActorKind.ORGANIZATION if article or len(parts) == 1 else ActorKind.PERSON)
    return [view.cast.stranger(name, kind)]


def _outlet(noun: Token, view: Referents) -> Actor | None:
    """As "Times" and "Guardian", which mean the paper where they tell."""
    place = noun.idx, noun.idx + len(noun.text)
    for match in view.sentence.matches:
        if match.start < place[1] and place[0] < match.end:
            found = [each.actor for each in match.candidates if each.actor.kind is ActorKind.OUTLET]
            return found[0] if found else None
    return None


def _span(noun: Token) -> tuple[int, int]:
    """The first and last word of the name that a noun stands in."""
    doc, first, last = noun.doc, noun.i, noun.i
    while first > 0 and capital(doc[first - 1]) and doc[first - 1].head in {noun, noun.head}:
        first -= 1
    while last + 1 < len(doc) and (capital(doc[last + 1]) or _joins(doc[last + 1])) and noun in doc[last + 1].ancestors:
        last += 1
    return first, last


def _joins(word: Token) -> bool:
    return word.lower_ in JOINERS and word.i + 1 < len(word.doc) and capital(word.doc[word.i + 1])


def _common(noun: Token) -> bool:
    """Whether a word with a capital is a noun for somebody, of whom it does not say who he is: "the Ministry"."""
    parts = ("state", "armed", "groups", "people", "outlets", "issuing")
    lemma = noun.lemma_.lower()
    return noun.i == 0 or any(is_agent(noun.lower_, lemma, part) for part in parts)


def speaker_before(verb: Token) -> list[Token]:
    """Who speaks where the tree gives the verb no subject: "its foreign minister, Alberto van Klaveren, confirmed".

    The noun is read as one with a clause beside it, or as what is said: "its spokeswoman, Pham Thu Hang, said".
    """
    noun = verb.head
    if verb.dep_ == "parataxis" and noun.pos_ in _NAMING and noun.i < verb.i:
        return [] if any(each.pos_ == "VERB" for each in noun.doc[noun.i : verb.i]) else [noun]
    before = [each for each in children(verb, "ccomp", "dislocated") if each.pos_ in _NAMING and each.i < verb.i]
    nouns = [each for each in before if child(each, "cop", "mark", "case") is None][-1:]
    return [name for noun in nouns for name in children(noun, "appos", "vocative") if name.pos_ == "PROPN"][
        -1:
    ] or nouns
