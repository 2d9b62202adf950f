"""Who stands where around a predicate, whatever the construction.

Active, passive, participle, relative clause, control.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from loaders.english._data import words
from loaders.english._tree import (
    PASSIVE_SUBJECTS,
    SUBJECTS,
    child,
    children,
    first_conjunct,
    is_participle,
    preposition,
)
from loaders.english._words import UNASKED, Token

_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_DEPTH = 8
_FULL_STOPS = frozenset({".", "!", "?", ".”", "”", '"'})
_CLAUSAL = frozenset({"ROOT", "conj", "ccomp", "advcl", "parataxis", "acl:relcl"})


@dataclass
class Arguments:
    """The places around a predicate, as if it stood in an active main clause.

    `obliques` is by preposition, `nested` the same of phrases that hang on the object ("aid to Serbia"), `deep` of
    those
    on another phrase ("came to the aid of Serbia");
    `content` are the heads of clauses that depend on it.
    """

    subjects: list[Token] = field(default_factory=list[Token])
    objects: list[Token] = field(default_factory=list[Token])
    indirect: list[Token] = field(default_factory=list[Token])
    obliques: dict[str, list[Token]] = field(default_factory=lambda: defaultdict(list))
    nested: dict[str, list[Token]] = field(default_factory=lambda: defaultdict(list))
    deep: dict[str, list[Token]] = field(default_factory=lambda: defaultdict(list))
    content: list[Token] = field(default_factory=list[Token])
    particles: frozenset[str] = frozenset()
    passive: bool = False


def arguments(verb: Token, depth: int = 0) -> Arguments:
    """The arguments of a verb, or of an adjective or noun with a copula; nobody may change them."""
    answers = verb.doc.answers((arguments, depth))
    found: Arguments = answers[verb.i]
    if found is UNASKED:
        found = answers[verb.i] = _arguments(verb, depth)
    return found


def _arguments(verb: Token, depth: int) -> Arguments:
    found = Arguments(particles=_particles(verb))
    found.passive = _passive(verb)
    for each in verb.children:
        _place(found, verb, each)
    if found.indirect and not found.objects:
        found.objects, found.indirect = found.indirect, []
    if (
        found.objects
        and not found.indirect
        and not found.passive
        and verb.lemma_.lower() in words("verbs.yaml", "giving")
    ):
        found.indirect = _receiver(found.objects[0], verb)
    if found.passive and len(found.objects) > 1 and verb.lemma_.lower() in words("verbs.yaml", "giving"):
        found.indirect, found.objects = found.objects[:1], found.objects[1:]
    _relative(found, verb)
    _finite_after_name(found, verb)
    if not found.content:
        found.content = _said_before(verb)
    if not found.subjects and not (found.passive and found.objects and found.obliques.get("by")):
        _shared_subject(found, verb, depth)
    if found.passive:
        found.subjects = found.obliques.pop("by", [])
    _shared_object(found, verb)
    _particle_object(found, verb)
    for noun in found.objects:
        _of_object(found, verb, noun)
    for noun in [each for places in found.obliques.values() for each in places]:
        for each in children(noun, "nmod", "obl:agent", "obl"):
            if each.i > noun.i and (name := preposition(each)):
                found.deep[name].append(each)
    return found


def _said_before(verb: Token) -> list[Token]:
    """As in "Lithuania must stop, Belarus said": the clause before who says it is what he says."""
    told = verb.head
    if verb.dep_ != "parataxis" or told.i > verb.i or told.pos_ not in {"VERB", "ADJ", "NOUN"}:
        return []
    says = verb.lemma_.lower() in words("speech.yaml", "say") and bool(children(verb, *SUBJECTS))
    return [told] if says and told.head == told and not children(verb, "obj", "ccomp", "xcomp") else []


def _finite_after_name(found: Arguments, verb: Token) -> None:
    """As in "China waived visas for", read as "(China waived visas)": the finite verb taken for an adjective.

    Only where the noun is what the whole sentence hangs on, and a name stands right before the verb.
    """
    before = verb.doc[verb.i - 1] if verb.i else None
    if before is None or before.pos_ != "PROPN" or verb.tag_ not in {"VBD", "VBN", "VBZ", "JJ"}:
        return
    if verb.dep_ == "ROOT" and not found.subjects and found.objects and before.head in found.objects:
        found.subjects = [before]
    elif (
        verb.dep_ == "amod"
        and verb.head.dep_ == "ROOT"
        and verb.i < verb.head.i
        and before.head in {verb, verb.head}
        and child(verb.head, "cop", "nsubj") is None
    ):
        found.passive, found.subjects, found.objects = False, [before], [verb.head]


def _receiver(thing: Token, verb: Token) -> list[Token]:
    """As in "granted Malawi emergency funds", read as "(Malawi emergency funds)": a name right after the verb."""
    first = thing.left_edge
    if first.i == verb.i + 1 and first.head == thing and first.pos_ == "PROPN" and first.dep_ in {"compound", "nmod"}:
        return [first]
    return []


def _particles(verb: Token) -> frozenset[str]:
    adverbs = {"out", "off", "back", "away", "down", "up", "together", "apart", "in", "over"}
    return frozenset(
        each.lower_
        for each in verb.children
        if each.dep_ == "compound:prt" or (each.dep_ == "advmod" and each.lower_ in adverbs and each.i > verb.i)
    )


def _passive(verb: Token) -> bool:
    if verb.pos_ == "ADJ":
        return False
    if children(verb, "aux:pass"):
        return True
    if children(verb, *PASSIVE_SUBJECTS):
        return child(verb, "obj") is None and not _finite(verb)
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not children(verb, *SUBJECTS, "aux"):
        return _passive(verb.head) and not children(verb, "obj")
    told = verb.tag_ == "VBD" and children(verb, *SUBJECTS)
    bare = verb.tag_ in {"VBN", "VBD"} and is_participle(verb) and not told
    return bare and verb.dep_ in {"acl", "amod", "advcl", "xcomp"} and child(verb, "obj") is None


def _finite(verb: Token) -> bool:
    """Whether a "passive" without "is" must be active: in a full sentence such a verb is finite ("Qatar mediated
    between").

    Headlines have such passives ("Envoy expelled"), and what is coordinated with a passive shares its auxiliary.
    """
    shared = verb.dep_ == "conj" and bool(children(verb.head, "aux:pass"))
    return verb.doc[-1].text in _FULL_STOPS and verb.dep_ in _CLAUSAL and not shared


def _place(found: Arguments, verb: Token, each: Token) -> None:
    dep = each.dep_
    if _is_time(each) and each.i > verb.i:
        return
    if dep in SUBJECTS and each.i > verb.i and preposition(each):
        dep = "obl"
    if dep in SUBJECTS or (dep in PASSIVE_SUBJECTS and (verb.pos_ == "ADJ" or not found.passive)):
        found.subjects.append(each)
    elif dep in PASSIVE_SUBJECTS or dep == "obj":
        found.objects.append(each)
    elif dep == "iobj":
        found.indirect.append(each)
    elif dep in {"obl", "obl:agent", "nmod", "advmod", "obl:npmod", "nmod:npmod"} and (name := preposition(each)):
        found.obliques[name].append(each)
    elif dep == "advmod" and (inner := children(each, "obl")):
        for part in inner:
            found.obliques[preposition(part)].append(part)
    elif dep in {"xcomp", "ccomp"}:
        found.content.append(each)
        if each.pos_ == "NOUN" and each.i > verb.i and not children(each, "cop", "aux", *SUBJECTS):
            _noun_as_clause(found, verb, each)
    elif dep == "advcl":
        _clause(found, each)


def _noun_as_clause(found: Arguments, verb: Token, noun: Token) -> None:
    """As in "called off talks", "yielded to pressure": an object or phrase that the tree takes for a clause."""
    for each in children(noun, "nmod"):
        if each.i > noun.i and (inner := preposition(each)):
            found.nested[inner].append(each)
    if name := preposition(noun):
        found.obliques[name].append(noun)
    if (
        child(verb, "obj") is None
        and not name
        and verb.lemma_.lower() not in {"be", "become", "remain", "seem", "stay"}
    ):
        found.objects.append(noun)


def _is_time(token: Token) -> bool:
    """As in "on Monday", "in March", "on Dec 24", "in 2015"."""
    if token.lemma_.lower() in words("quantities.yaml", "times"):
        return True
    near = [token, *children(token, "nmod:unmarked", "compound", "nmod", "nummod", "obl:unmarked")]
    return token.pos_ == "NUM" and (
        token.shape_ == "dddd" or any(each.lemma_.lower() in words("quantities.yaml", "times") for each in near)
    )


def _of_object(found: Arguments, verb: Token, noun: Token) -> None:
    """What hangs on the object: "aid to Serbia", and "accused Iran of arming", whose clause is the verb's content."""
    for each in children(noun, "nmod", "acl"):
        name = preposition(each)
        if each.i < noun.i or noun.i < verb.i or not name:
            continue
        if each.dep_ == "nmod":
            found.nested[name].append(each)
            if name == "of":
                for inner in children(each, "nmod"):
                    found.nested[preposition(inner)].append(inner)
        elif not found.content and name in {"of", "for", "from", "against", "with"}:
            found.content.append(each)


def _particle_object(found: Arguments, verb: Token) -> None:
    """As in "handed over (case) the bodies": the particle taken for a preposition, or the object for a bare phrase."""
    if found.objects or verb.i + 1 >= len(verb.doc):
        return
    if found.particles:
        bare = [each for each in children(verb, "obl") if each.i > verb.i and not preposition(each)]
        found.objects = [each for each in bare if not _is_time(each)]
    name = verb.doc[verb.i + 1].lower_
    if name == "over" and verb.lemma_.lower() not in {"hand", "take", "turn", "give", "roll", "win", "throw"}:
        return
    if name in {"over", "out", "off", "up", "down", "back"} and found.obliques.get(name):
        found.objects = list(found.obliques[name])
        found.particles |= {name}


def _clause(found: Arguments, clause: Token) -> None:
    """As in "accused of backing", "warned against striking", "reproached it with arming".

    A gerund after a preposition is both a place and content.
    """
    marks = [each.lower_ for each in children(clause, "mark", "case")]
    if not marks and clause.tag_ == "VBG" and clause.doc[clause.i - 1].text != "," and not found.objects:
        found.content.append(clause)
    own = marks[:1] == ["with"] and clause.tag_ == "VBG" and not children(clause, *SUBJECTS, *PASSIVE_SUBJECTS)
    if own or (marks and marks[0] in {"of", "for", "against", "from", "over", "about", "to"}):
        found.content.append(clause)
        if marks[0] != "to":
            found.obliques[marks[0]].append(clause)


def _relative(found: Arguments, verb: Token) -> None:
    """Puts the head noun where the relative pronoun stands, or into the gap."""
    if verb.dep_ == "acl":
        noun = verb.head
        if found.passive and not found.objects:
            found.objects = [noun]
        elif not found.subjects and (verb.tag_ == "VBG" or found.objects or children(verb, "ccomp")):
            found.subjects = _authors(noun) if _speaks_for(noun) else [noun]
        return
    if verb.dep_ != "acl:relcl" or is_reported(verb):
        return
    noun = verb.head
    pronouns = [
        each
        for places in (found.subjects, found.objects, *found.obliques.values())
        for each in places
        if each.lower_ in _RELATIVE and each.pos_ == "PRON"
    ]
    if not pronouns:
        if not found.objects and found.subjects:
            found.objects = [noun]
        return
    for places in (found.subjects, found.objects, *found.obliques.values()):
        places[:] = [noun if each in pronouns else each for each in places]


def _speaks_for(noun: Token) -> bool:
    """A text, whose author acts, or what somebody has: "Russia has a presence helping Assad"."""
    had = noun.dep_ == "obj" and noun.head.lemma_.lower() in {"have", "maintain", "keep"}
    return had or noun.lemma_.lower() in words("speech.yaml", "texts")


def _authors(text: Token) -> list[Token]:
    """Who speaks in a text: "issued a statement condemning", "Iran's letter urging"."""
    owners = [each for each in children(text, "nmod:poss", "compound", "amod") if each.text[0].isupper()]
    if owners or text.dep_ not in {"obj", "nsubj:pass", "obl"}:
        return owners
    return arguments(text.head).subjects


def is_reported(verb: Token) -> bool:
    """Whether a clause that the tree takes for a relative one is what somebody says.

    "claimed on its website that officials met".
    """
    return any(each.lower_ == "that" and each.dep_ == "mark" for each in verb.children)


def _shared_subject(found: Arguments, verb: Token, depth: int) -> None:
    """The subject that a verb shares with the clause it hangs on."""
    if depth > _DEPTH:
        return
    head = verb.head
    if verb.dep_ == "conj" and (own := _name_before(verb)) is not None:
        if found.passive:
            found.objects = found.objects or [own]
        else:
            found.subjects = [own]
    elif verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX", "ADJ", "NOUN"}:
        above = arguments(first_conjunct(verb), depth + 1)
        if found.passive and not found.objects:
            found.objects = above.objects if above.passive else above.subjects
        elif not found.passive:
            found.subjects = above.objects if above.passive else above.subjects
    elif verb.dep_ in {"advcl", "xcomp", "ccomp", "dep"} and head.pos_ in {"VERB", "AUX", "ADJ", "NOUN"}:
        shared = _controller(arguments(head, depth + 1), verb)
        if found.passive:
            found.objects = found.objects or shared
        else:
            found.subjects = shared


def _name_before(verb: Token) -> Token | None:
    """As in "It was brokered by X, and Israel was represented by Y": who stands before a finite verb, behind ", and".

    The tree takes such a name or noun ("..., and angry crowds set fire to") for one more of those before it.
    """
    first = min((each.i for each in children(verb, "aux", "aux:pass", "advmod") if each.i < verb.i), default=verb.i)
    name = verb.doc[first - 1] if first > 1 else None
    if name is None or name.pos_ not in {"PROPN", "NOUN"} or name.dep_ != "conj":
        return None
    if first == verb.i and verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return None
    left = name.left_edge
    mark = left if left.dep_ in {"cc", "punct"} or left.i == 0 else verb.doc[left.i - 1]
    return name if mark.lower_ in {"and", "but"} and verb.doc[mark.i - 1].text == "," else None


def _controller(above: Arguments, verb: Token) -> list[Token]:
    """Who acts in a clause without a subject: the object of the verb above ("urged X to"), else its subject."""
    from loaders.english._matching import controls_by_subject

    if above.passive:
        return above.objects
    marked = [each.lower_ for each in children(verb, "mark", "case")]
    by_object = verb.dep_ in {"xcomp", "ccomp"} or (bool(marked) and marked[0] in {"of", "from"})
    if by_object and not controls_by_subject(verb.head, above):
        return above.objects or above.indirect or _addressed(above) or above.subjects
    return above.subjects


def _addressed(above: Arguments) -> list[Token]:
    for name in ("on", "upon", "to", "for"):
        if found := above.obliques.get(name):
            return found
    return []


def _shared_object(found: Arguments, verb: Token) -> None:
    """As in "arms and trains Hezbollah": they have one object, whichever of the verbs the tree hangs it on."""
    if found.objects or found.passive or found.obliques:
        return
    for each in children(verb, "conj"):
        if each.pos_ == "VERB" and not children(each, *SUBJECTS) and (shared := children(each, "obj")):
            found.objects = shared
            return
    before = verb.head
    if verb.dep_ == "conj" and before.pos_ == "VERB" and not children(verb, *SUBJECTS, "ccomp", "xcomp"):
        found.objects = [each for each in children(before, "obj") if each.i > verb.i] or _noun_of_relative(before)


def _noun_of_relative(verb: Token) -> list[Token]:
    """As in "Hezbollah, which Iran funds and arms": the noun, where it is the object of the verb of its clause."""
    if verb.dep_ != "acl:relcl":
        return []
    return [each for each in arguments(verb).objects if each == verb.head]
