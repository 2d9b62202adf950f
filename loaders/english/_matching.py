"""Which entry of the frames a word is used under, and which tokens fill its slots."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.model import Status
from loaders.english._arguments import Arguments, arguments
from loaders.english._frames import Entry, Frame, lexicon
from loaders.english._nouns import (
    _infinitive_after,
    holder_of,
    is_act,
    may_name,
    noun_content,
    noun_places,
    source_of_noun,
)
from loaders.english._patterns import Filler, Oblique, Pattern
from loaders.english._senses import has_sense
from loaders.english._tree import PASSIVE_SUBJECTS, SUBJECTS, children, negated, preposition
from loaders.english._words import Token, once


@dataclass
class Match:
    """An entry in use.

    `slots` maps S, T, B and X to tokens, `content` are the heads of what is said, wanted or refused.
    """

    entry: Entry
    predicate: Token
    slots: dict[str, list[Token]] = field(default_factory=dict[str, list[Token]])
    content: list[Token] = field(default_factory=list[Token])
    score: int = 0
    effect: bool = False


def match_verb(verb: Token, found: Arguments | None = None) -> list[Match]:
    """The entries that fit a verb or adjective best; several only where they ask for equally much."""
    if verb.lemma_.lower() not in lexicon().verbs:
        return []
    return _matches_of_verb(verb) if found is None else _match_verb(verb, found)


@once
def _matches_of_verb(verb: Token) -> list[Match]:
    return _match_verb(verb, arguments(verb))


def _match_verb(verb: Token, found: Arguments) -> list[Match]:
    entries, open_ = lexicon().verbs[verb.lemma_.lower()], _open(found)
    possible = (each for each in entries if all(open_ & phrase.prepositions for phrase in each.pattern.obliques))
    fits = [match for entry in possible if (match := _fit(entry, verb, found)) is not None]
    return _best(fits)


def _open(found: Arguments) -> set[str]:
    """The prepositions of the phrases that could be a verb's."""
    return {*found.obliques, *found.nested, *found.deep}


def match_noun(noun: Token) -> list[Match]:
    """The entries that fit a noun that is an act: "airstrike", "demand for Iran to"."""
    return _matches_of_noun(noun) if _name(noun) in lexicon().nouns else []


def _name(noun: Token) -> str:
    return noun.lower_ if noun.pos_ == "VERB" else noun.lemma_.lower()


@once
def _matches_of_noun(noun: Token) -> list[Match]:
    fits = [_fit_noun(entry, noun) for entry in lexicon().nouns[_name(noun)] if _modified(entry.pattern, noun)]
    return _best([match for match in fits if match is not None])


def _modified(pattern: Pattern, noun: Token) -> bool:
    """Whether a noun has the word that a pattern asks for: "poor relations", "relations are poor"."""
    if not pattern.modifier:
        return True
    told = [noun.head] if noun.dep_ in SUBJECTS | PASSIVE_SUBJECTS and noun.head.pos_ in {"ADJ", "VERB"} else []
    return any(
        each.lemma_.lower() in {pattern.modifier, pattern.modifier.rstrip("s")} or each.lower_ == pattern.modifier
        for each in (*children(noun, "compound", "amod", "nmod"), *told)
    )


def match_role(noun: Token) -> list[Match]:
    """The entries that fit a noun that says what somebody is to somebody: "ally", "arch-foe"."""
    return _matches_of_role(noun) if noun.lemma_.lower() in lexicon().roles else []


@once
def _matches_of_role(noun: Token) -> list[Match]:
    fits = []
    for entry in lexicon().roles[noun.lemma_.lower()]:
        if not _modified(entry.pattern, noun):
            continue
        match = _fit_noun(entry, noun) or _owned_role(entry, noun)
        if match is not None and (found := holder_of(noun)):
            match.slots["S"] = found
            fits.append(match)
    return _best(fits)


def _owned_role(entry: Entry, noun: Token) -> Match | None:
    """As in "Serbia, Russia's friend" and "a Russian ally": the target stands before the role."""
    owners = [
        each
        for each in children(noun, "nmod:poss", "amod", "compound")
        if each.i < noun.i and (each.dep_ == "nmod:poss" or may_name(each))
    ]
    if not owners or len(entry.pattern.obliques) != 1 or not entry.pattern.obliques[0].prepositions & {"of", "to"}:
        return None
    return Match(entry, noun, {"T": owners}, [], entry.pattern.weight)


def without_undone(used: list[Match]) -> list[Match]:
    """Without the nouns that another word says to be over: "lifted its sanctions on", "the lifting of sanctions on"."""
    undone = {noun.i for match in used if match.entry.frame.undoes and not match.effect for noun in _undone(match)}
    return [match for match in used if match.predicate.i not in undone]


def _undone(match: Match) -> list[Token]:
    """The nouns that a pattern asks for by what they mean, not by who they are."""
    pattern, word = match.entry.pattern, match.predicate
    found = arguments(word)
    fixed = frozenset[str]().union(*pattern.fixed)
    plain = any(each.sense for each in pattern.objects)
    tokens = [each for each in found.objects if plain or each.lemma_.lower() in fixed or each.lower_ in fixed]
    for oblique in pattern.obliques:
        if oblique.filler.sense and not oblique.filler.slot:
            tokens += [each for name in oblique.prepositions for each in found.obliques.get(name, ())]
            tokens += [each for each in children(word, "nmod") if preposition(each) in oblique.prepositions]
    return [part for each in tokens for part in (each, *children(each, "conj"))]


def fit(part: str, entry: Entry, token: Token) -> Match | None:
    """An entry of a part of the lexicon ("verbs", "nouns", "roles") at a word, whatever others ask for."""
    if part == "verbs":
        return _fit(entry, token, arguments(token))
    if part == "nouns":
        return _fit_noun(entry, token) if _modified(entry.pattern, token) else None
    return (_fit_noun(entry, token) or _owned_role(entry, token)) if holder_of(token) else None


def controls_by_subject(verb: Token, found: Arguments) -> bool:
    """Whether the subject of a verb, rather than its object, acts in its content ("promised him to go")."""
    matches = match_verb(verb, found)
    return any(each.entry.frame.control == "S" for each in matches) if matches else False


def _best(fits: list[Match]) -> list[Match]:
    """Those that ask for most; where they leave the content out, the best one that has it is kept for its effect."""
    top = max((match.score for match in fits), default=0)
    best = [match for match in fits if match.score == top]
    if any(match.content and match.entry.frame.content is not None for match in best):
        return best
    rest = [match for match in fits if match.content and match.entry.frame.content is not None and match.score < top]
    for match in rest:
        match.effect = True
    return best + sorted(rest, key=lambda match: -match.score)[:1]


def _fit(entry: Entry, verb: Token, found: Arguments) -> Match | None:
    pattern = entry.pattern
    if (pattern.objects and not found.objects) or not _fit_words(pattern, verb, found):
        return None
    match = Match(entry, verb, {}, list(found.content), pattern.weight)
    if not _fit_subject(match, pattern, found.subjects or _bare_subject(verb, pattern, found)):
        return None
    if not (_fit_objects(match, pattern, found) and _fit_obliques(match, found)):
        return None
    if not _is_told_so(found.content, entry.frame):
        return None
    if pattern.content:
        return _with_content(match, pattern, found)
    return match if _complete(match, pattern) else None


def _fit_subject(match: Match, pattern: Pattern, subjects: list[Token]) -> bool:
    """A subject is filled in where there is one; only where the pattern says of what sense it is, there must be."""
    if pattern.subject.sense:
        return _accept(match, pattern.subject, subjects)
    _fill(match, pattern.subject, subjects)
    return True


def _bare_subject(verb: Token, pattern: Pattern, found: Arguments) -> list[Token]:
    """Who acts where the tree has a passive without "is" or "by", and the pattern takes no object: "Qatar mediated
    between".
    """
    bare = found.passive and not pattern.objects and not children(verb, "aux:pass")
    return children(verb, *PASSIVE_SUBJECTS) if bare else []


def _fit_words(pattern: Pattern, verb: Token, found: Arguments) -> bool:
    """Whether particle and fixed words of the pattern stand beside the verb."""
    if not pattern.particles and not pattern.fixed:
        return True
    beside = _beside(verb)
    particle = not pattern.particles or any(each in found.particles or each in beside for each in pattern.particles)
    return particle and not any(beside.isdisjoint(names) for names in pattern.fixed)


def _fit_obliques(match: Match, found: Arguments) -> bool:
    """A phrase on the object counts where the pattern says what the object is: "halted <aid> to T".

    So does one on another phrase: "came to aid of T".
    """
    pattern = match.entry.pattern
    narrow = pattern.content or bool(pattern.fixed) or any(each.sense or each.slot == "X" for each in pattern.objects)
    nested = {
        name: tokens
        for name, tokens in found.nested.items()
        if not (pattern.content and any(_takes(noun, name) for noun in found.objects))
    }
    told = any(each.filler.words or each.filler.sense for each in pattern.obliques)
    return all(
        _fit_oblique(match, each, found.obliques)
        or (narrow and _fit_oblique(match, each, nested))
        or (told and _fit_oblique(match, each, found.deep))
        for each in pattern.obliques
    )


def _takes(noun: Token, name: str) -> bool:
    """Whether a noun has that preposition for the place that is left: "withdrawal from Gaza"."""
    entries = lexicon().nouns.get(noun.lemma_.lower(), ())
    return any(
        name in oblique.prepositions
        for entry in entries
        if entry.frame.relation == "WITHDRAWS_FROM"
        for oblique in entry.pattern.obliques
    )


def _is_told_so(content: list[Token], frame: Frame) -> bool:
    """Whether the content has the auxiliary and the negation that a frame asks for."""
    modal = not frame.modal or _has_modal(content, frame.modal)
    return modal and (not frame.negated or any(map(negated, content)))


def _has_modal(content: list[Token], modals: frozenset[str]) -> bool:
    return any(each.lower_ in modals for token in content for each in children(token, "aux"))


@once
def _beside(verb: Token) -> frozenset[str]:
    """The words beside a verb, as written and by their lemmas, in any place but the subject's and other clauses'.

    Or right behind its object, on which the tree hangs it: "called the vote 'unconscionable'", or before what he is
    called: "considers them a terrorist group".
    """
    near = [each for each in verb.children if each.dep_ not in _APART]
    near += [part for each in children(verb, "obj") for part in children(each, "amod", "appos") if part.i > each.i]
    called = (each for each in children(verb, "xcomp", "ccomp") if each.pos_ == "NOUN" and not children(each, "cop"))
    near += [part for each in called for part in children(each, "amod", "compound")]
    return frozenset(word for each in near for word in (each.lower_, each.lemma_.lower()))


_APART = frozenset({"nsubj", "nsubj:pass", "conj", "parataxis", "advcl", "ccomp", "punct", "cc"})


def _complete(match: Match, pattern: Pattern) -> bool:
    """A pattern with nothing but a subject fits only a verb without an object."""
    return bool(pattern.objects or pattern.obliques or pattern.particles or pattern.fixed) or not children(
        match.predicate, "obj", "ccomp", "xcomp"
    )


def _with_content(match: Match, pattern: Pattern, found: Arguments) -> Match | None:
    """The content of a verb: its clause, else a noun that is an act: "called for talks", "prevented clashes"."""
    clauses = [each for each in found.content if not _is_purpose(each, match.entry.frame, pattern, found)]
    if clauses:
        match.content = [each for each in clauses if _of_form(each, pattern.form.lstrip("!"))]
        return match if match.content else None
    if pattern.form.startswith("!"):
        return None
    match.score -= 1
    if not pattern.objects and not pattern.obliques:
        names = set(pattern.form.split("|")) - {"", "to", "that"}
        objects = [] if names or (found.passive and _has_goal(match.predicate)) else found.objects
        behind = [name for name in _CONTENT if not names or name in names]
        near = [*objects, *(token for name in behind for token in found.obliques.get(name, ()))]
        match.content = [each for each in near if is_act(each)]
        return match if match.content else None
    named = [each for tokens in match.slots.values() for each in tokens]
    near = [] if pattern.objects else list(found.objects)
    near += [token for name in _CONTENT for token in found.obliques.get(name, ())]
    acts = [token for token in near if token not in named and is_act(token)]
    match.content = acts or [each for each in match.slots.get("T", ()) if is_act(each)]
    return match


def _is_purpose(clause: Token, frame: Frame, pattern: Pattern, found: Arguments) -> bool:
    """As in "blocked a road to protest": what somebody prevents something for is not what he prevents."""
    to = any(each.lower_ == "to" for each in children(clause, "mark"))
    return to and not pattern.form and bool(found.objects) and frame.content is Status.NEGATED


def _has_goal(participle: Token) -> bool:
    """As in "talks aimed at ending the war": what they are for is the content, not they themselves."""
    clauses = children(participle, "advcl", "xcomp", "acl")
    return any(each.lower_ in {"at", "to"} for clause in clauses for each in children(clause, "mark", "case"))


def _of_form(clause: Token, form: str) -> bool:
    """Whether a clause is an infinitive ("to"), finite ("that"), behind a preposition, or whatever is asked for."""
    if not form:
        return True
    marks = {each.lower_ for each in children(clause, "mark", "case")}
    wanted = set(form.split("|"))
    if "to" in wanted and "to" in marks:
        return True
    if "that" in wanted and "to" not in marks and clause.tag_ != "VBG":
        return True
    return bool(marks & (wanted - {"to", "that"}))


_CONTENT = ("for", "to", "against", "from", "of", "over")


def joined(token: Token, frame: Frame) -> list[Token]:
    """What is coordinated with the content; of "said it will" only what has such an auxiliary too."""
    found = children(token, "conj")
    return [each for each in found if _has_modal([each], frame.modal)] if frame.modal else found


def _fit_objects(match: Match, pattern: Pattern, found: Arguments) -> bool:
    if not pattern.objects:
        return True
    if len(pattern.objects) == 2:  # noqa: PLR2004
        if not found.indirect or not found.objects:
            return False
        return _accept(match, pattern.objects[0], found.indirect) and _accept(match, pattern.objects[1], found.objects)
    return bool(found.objects) and _accept(match, pattern.objects[0], found.objects)


def _fit_oblique(match: Match, oblique: Oblique, places: dict[str, list[Token]]) -> bool:
    return any(
        _accept(match, oblique.filler, places[name]) for name in sorted(oblique.prepositions) if places.get(name)
    )


def _accept(match: Match, filler: Filler, tokens: list[Token]) -> bool:
    if filler.sense and not any(has_sense(each, filler.sense) for each in tokens):
        return False
    if filler.words and not any({each.lower_, each.lemma_.lower()} & filler.words for each in tokens):
        return False
    _fill(match, filler, tokens)
    return True


def _fill(match: Match, filler: Filler, tokens: list[Token]) -> None:
    if filler.slot and tokens:
        match.slots.setdefault(filler.slot, []).extend(tokens)


def _fit_noun(entry: Entry, noun: Token) -> Match | None:
    pattern = entry.pattern
    places = noun_places(noun)
    match = Match(entry, noun, {}, noun_content(noun, places), pattern.weight)
    for oblique in pattern.obliques:
        if not _fit_oblique(match, oblique, places):
            return None
    for name in ("by", "from"):
        if (
            "S" not in match.slots
            and places.get(name)
            and not any(name in oblique.prepositions for oblique in pattern.obliques)
        ):
            match.slots["S"] = list(places[name])
    if "S" not in match.slots:
        match.slots["S"] = source_of_noun(noun, places)
    if pattern.content and not match.content and match.slots.get("T"):
        match.content = [verb for each in match.slots["T"] for verb in _infinitive_after(each)]
    if pattern.content and not match.content and not pattern.obliques:
        asked = set(pattern.form.split("|")) & {"of", "for", "at", "on", "about", "over"}
        behind = [name for name in ("of", "for", "to", "against", "on") if not asked or name in asked]
        match.content = [each for name in behind for each in places.get(name, ()) if is_act(each)]
    return None if pattern.form.startswith("!") and not match.content else match
