"""What stands around a noun that names an act: its light verb, its phrases, and who does it."""

from __future__ import annotations

from loaders.english._arguments import arguments
from loaders.english._data import words
from loaders.english._frames import lexicon
from loaders.english._tree import child, children, negated, preposition
from loaders.english._words import Token, once


def is_act(noun: Token) -> bool:
    """Whether a noun stands for an act: it has entries of its own."""
    return noun.pos_ in {"NOUN", "PROPN"} and (noun.lemma_.lower() in lexicon().nouns)


def noun_content(noun: Token, places: dict[str, list[Token]]) -> list[Token]:
    """What a demand, plan or goal is about: its clause, what it "is", and what it includes."""
    found = [each for each in children(noun, "acl", "ccomp", "xcomp", "advcl") if not _is_done(each)]
    if noun.dep_ in {"nsubj", "nsubj:outer"} and _is_what(noun.head):
        found.append(noun.head)
    for each in places.get("for", ()):
        if each.dep_ == "nsubj" and each.head.i > noun.i and each.head not in found:
            found.append(each.head)
    found += [part for each in places.get("including", ()) for part in (each, *children(each, "conj"))]
    if places.get("including") and (verb := light_verb(noun)) is not None:
        found += [
            part for each in children(verb, "advcl") if each.i > noun.i for part in (each, *children(each, "conj"))
        ]
    return found


def _is_what(predicate: Token) -> bool:
    """As in "the plan is an invasion", "is to invade", unlike "is dim" and "is under way"."""
    return child(predicate, "cop") is not None and child(predicate, "case") is None and predicate.pos_ != "ADJ"


def _is_done(clause: Token) -> bool:
    """As in "talks mediated by Oman": a participle says what was done with it, not what it is about."""
    return clause.dep_ == "acl" and clause.tag_ == "VBN" and not children(clause, "mark", "aux", "aux:pass")


def _infinitive_after(token: Token) -> list[Token]:
    """The verb of "for Iran to pull out", whatever the tree hangs it on."""
    following = token.doc[token.i + 1 : token.i + 3]
    return [
        each.head for each in following if each.lower_ == "to" and each.pos_ == "PART" and each.head.pos_ == "VERB"
    ][:1]


def after(noun: Token) -> Token | None:
    """The noun phrase whose preposition stands right after a noun, whatever the tree hangs it on."""
    if noun.i + 1 >= len(noun.doc):
        return None
    case = noun.doc[noun.i + 1]
    return (
        case.head
        if case.dep_ in {"case", "mark"}
        and case.head.i > case.i
        and case.pos_ in {"ADP", "SCONJ"}
        and case.head.pos_ != "VERB"
        else None
    )


@once
def noun_places(noun: Token) -> dict[str, list[Token]]:
    """Prepositional phrases of a noun; those of its light verb are its own: "imposed sanctions on Iran"."""
    places: dict[str, list[Token]] = {}
    for each in children(noun, "nmod", "obl", "acl", "obl:agent"):
        if name := preposition(each):
            places.setdefault(name, []).append(each)
    for each in [part for name in ("of", "from", "by") for part in places.get(name, [])[:1]]:
        for inner in children(each, "nmod"):
            if (name := preposition(inner)) and name != "of":
                places.setdefault(name, []).append(inner)
    follower = after(noun)
    if follower is not None and (name := preposition(follower)) and follower not in places.get(name, ()):
        places.setdefault(name, []).append(follower)
    if _in_protest(noun):
        places.setdefault("against", []).extend(places.pop("of", []))
    verb = light_verb(noun)
    if verb is not None:
        for each in children(verb, "obl", "nmod", "obl:agent"):
            if (name := preposition(each)) and each != noun and each.i > min(noun.i, verb.i):
                places.setdefault(name, []).append(each)
    for clause in children(noun, "acl", "ccomp", "advcl"):
        mark = next((each for each in children(clause, "mark") if each.lower_ == "for"), None)
        subject = child(clause, "nsubj") or (None if mark is None else _between(noun, mark, clause))
        if mark is not None and subject is not None:
            places.setdefault("for", []).append(subject)
    return places


def _in_protest(noun: Token) -> bool:
    """As in "resigned in protest of the ban": what it is against, unlike "a protest of students"."""
    return noun.lower_ == "protest" and preposition(noun) == "in" and not children(noun, "det", "nmod:poss")


def _between(noun: Token, mark: Token, clause: Token) -> Token | None:
    """Who is to act in "Israel's demand for Iran to pull out", where the tree takes the name for another possessor."""
    inside = (each for each in noun.children if mark.i < each.i < clause.i and each.pos_ in {"PROPN", "NOUN", "PRON"})
    return next(inside, None)


@once
def light_verb(noun: Token) -> Token | None:
    """The verb that only carries a noun: "carried out strikes", "strikes were carried out", "is in talks with"."""
    noun = _through_coordination(noun)
    head = noun.head
    if (
        noun.dep_ in {"obj", "nsubj:pass", "acl", "obl"}
        and head.pos_ == "VERB"
        and head.lemma_.lower() in lexicon().light
    ):
        if noun.dep_ == "obl" and preposition(noun) not in {"in", "into", "to", "with", "under", "on", "at", "for"}:
            return None
        return head
    if noun.head != noun and noun.dep_ == "conj":
        return None
    relative = child(noun, "acl", "acl:relcl")
    if (
        relative is not None
        and relative.tag_ in {"VBN", "VBD"}
        and child(relative, "obj", "nsubj") is None
        and relative.lemma_.lower() in lexicon().light
        and relative.pos_ == "VERB"
    ):
        return relative
    return None


def _through_coordination(noun: Token) -> Token:
    while noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    return noun


def source_of_noun(noun: Token, places: dict[str, list[Token]]) -> list[Token]:
    """Who does the act: its possessor, a demonym or name before it, the subject of its light verb or copula."""
    before = [
        each
        for each in children(noun, "nmod:poss", "amod", "compound", "nmod")
        if each.i < noun.i and (each.dep_ == "nmod:poss" or may_name(each))
    ]
    before = before or by_participle(noun)
    if before:
        return [each for each in before if each.dep_ == "nmod:poss"] or before
    if rejected_by(noun) is not None:
        return list(places.get("of", ()))
    if (verb := light_verb(noun)) is not None and (found := _subjects_of_light(verb)):
        return found
    if child(noun, "cop") is not None:
        return children(noun, "nsubj")
    if noun.dep_ in {"obl", "nmod"} and preposition(noun) == "in" and not children(noun, "det", "nmod:poss"):
        return _taken_by(noun.head)
    return _marchers(noun)


def _marchers(noun: Token) -> list[Token]:
    """As in "students threw stones during a rally against": who does something at a protest takes part in it.

    So does who is hurt or held there: "police arrested five men at a protest against".
    """
    there = noun.dep_ == "obl" and preposition(noun) in {"during", "at"} and noun.head.pos_ == "VERB"
    if not there or noun.lemma_.lower() not in words("speech.yaml", "marches"):
        return []
    hurt = noun.head.lemma_.lower() in words("verbs.yaml", "to_persons")
    return arguments(noun.head).objects if hurt else _doers(noun.head)


def _doers(verb: Token) -> list[Token]:
    """The subject of a verb, if he acts: not "students were arrested", but for what they were shouting."""
    found = arguments(verb)
    return [] if found.passive else found.subjects


def _taken_by(head: Token) -> list[Token]:
    """Who acts "in support of": the subject of the verb, or whose "position in support of" it is."""
    if head.pos_ in {"VERB", "ADJ"}:
        return arguments(head).subjects
    return children(head, "nmod:poss") or [each for each in children(head, "amod", "compound") if may_name(each)]


def by_participle(noun: Token) -> list[Token]:
    """Who leads or imposes what a noun names: "the Saudi-led blockade", "American-imposed sanctions"."""
    led = (each for each in children(noun, "amod") if each.lower_ in words("verbs.yaml", "doing_compounds"))
    return [each for participle in led for each in participle.children if each.i < participle.i and may_name(each)]


def _subjects_of_light(verb: Token) -> list[Token]:
    found = arguments(verb)
    if found.subjects or verb.dep_ not in {"acl", "acl:relcl"}:
        return found.subjects
    return list(found.obliques.get("by", ()))


def rejected_by(noun: Token) -> Token | None:
    """The verb whose subject says that what a noun tells is not so: "denied claims", "dismissed as false claims"."""
    told = noun.lemma_.lower() in words("speech.yaml", "told")
    rejects = noun.head.lemma_.lower() in words("speech.yaml", "deny") | words("speech.yaml", "reject")
    false = any(each.lower_ in words("speech.yaml", "untrue") for each in children(noun, "amod"))
    its = noun.dep_ in {"obj", "nsubj:pass"} or (noun.dep_ == "obl" and preposition(noun) == "as" and false)
    called = its and noun.head.lemma_.lower() in words("speech.yaml", "calling") and _called_untrue(noun)
    return noun.head if told and (rejects or called) and its and not negated(noun.head) else None


def _called_untrue(noun: Token) -> bool:
    """As in "called reports that it had armed them nonsense"."""
    behind = (each for each in noun.head.subtree if each.i > noun.i)
    return any(each.lemma_.lower() in words("speech.yaml", "untrue") and not negated(each) for each in behind)


def may_name(token: Token) -> bool:
    """A known name, or a capitalised word that has not its capital from the beginning of the sentence."""
    names: frozenset[int] = token.doc.user_data.get("names", frozenset())
    return token.i in names or token.pos_ == "PROPN" or (token.i > 0 and token.text[0].isupper())


def bearers(noun: Token) -> list[Token]:
    """Who has or does what a noun names: "Russia has a presence", "Iran's backing", "an attack by Mali"."""
    places = {name: tokens for name, tokens in noun_places(noun).items() if name in {"by", "from"}}
    return [each for tokens in places.values() for each in tokens] or source_of_noun(noun, {})


def holder_of(noun: Token) -> list[Token]:
    """Who is the ally, enemy or sponsor: the subject of the copula, or the name beside the noun."""
    if child(noun, "cop") is not None:
        return children(noun, "nsubj", "nsubj:outer")
    if noun.dep_ in {"appos", "xcomp", "conj"} and noun.head.pos_ in {"PROPN", "NOUN"} and noun.dep_ == "appos":
        return [noun.head]
    beside = [each for each in children(noun, "appos", "flat", "nmod:desc") if each.pos_ == "PROPN"]
    if beside:
        return beside
    if noun.dep_ in {"compound", "nmod", "nmod:desc", "flat"} and noun.head.pos_ == "PROPN" and noun.i < noun.head.i:
        return [noun.head]
    if noun.dep_ == "obl" and preposition(noun) == "as":
        return arguments(noun.head).objects or arguments(noun.head).subjects
    return []
