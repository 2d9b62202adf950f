"""What a pattern asks for and does not find: the fewest demands without which it would fit.

Every demand of the pattern is loosened step by step, and the pattern is held against the word again by the very rules
of the reader; so nothing here can tell another story than the reader.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from loaders.english._arguments import Arguments, arguments
from loaders.english._frames import Entry
from loaders.english._matching import fit
from loaders.english._patterns import Filler, Oblique
from loaders.english._tree import preposition
from loaders.english._words import Token

_ANYTHING = Filler(slot="X")
_FORMS = {"to": "an infinitive", "that": "a finite clause", "": "a clause or an act"}
_PHRASES = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_PLACED = frozenset({"obj", "iobj", "nsubj", "nsubj:pass", "conj"})


@dataclass(frozen=True, slots=True)
class _Step:
    """One demand less: what is said of it, and how the entry looks without it."""

    said: str
    loosen: Callable[[Entry], Entry]


def lacks(entry: Entry, part: str, token: Token) -> tuple[str, ...]:
    """What an entry of a part of the lexicon ("verbs", "nouns", "roles") misses at a word; empty where it fits."""
    demands = list(_demands(entry, part, token))
    choices = product(*(range(len(each) + 1) for each in demands))
    for choice in sorted(choices, key=lambda levels: (sum(levels), levels)):
        steps = [steps[level - 1] for steps, level in zip(demands, choice, strict=True) if level]
        loosened = entry
        # From the last to the first, as each counts the places before it.
        for step in reversed(steps):
            loosened = step.loosen(loosened)
        if fit(part, loosened, token) is not None:
            return tuple(step.said for step in steps)
    return tuple(steps[-1].said for steps in demands) or (_bare(part),)


def _bare(part: str) -> str:
    return "nobody is said to be it" if part == "roles" else "it takes no object or clause, and here there is one"


def _demands(entry: Entry, part: str, token: Token) -> Iterator[Sequence[_Step]]:
    """The demands of an entry, each with its steps from less to nothing."""
    pattern = entry.pattern
    found = arguments(token) if part == "verbs" else Arguments()
    for i, filler in enumerate(pattern.objects):
        yield list(_object(filler, i, found, token))
    for i, oblique in enumerate(pattern.obliques):
        yield list(_oblique(oblique, i, part, found))
    if pattern.particles:
        yield [_Step(f"no {_either(pattern.particles)} beside it", _without(particles=frozenset()))]
    for names in pattern.fixed:
        yield [_Step(f"no {_either(names)} beside it", _unfixed(names))]
    if pattern.modifier:
        yield [_Step(f'no "{pattern.modifier}" before it', _without(modifier=""))]
    if pattern.content and part == "verbs":
        yield list(_content(pattern.form))
    if entry.frame.modal:
        said = f"its content has none of {_either(entry.frame.modal)}"
        yield [_Step(said, lambda each: replace(each, frame=replace(each.frame, modal=frozenset())))]


def _object(filler: Filler, i: int, found: Arguments, token: Token) -> Iterator[_Step]:
    tokens = found.indirect if i == 0 and found.indirect else found.objects
    said = f"object: {_asked(filler)} asked, {_there(tokens) if tokens else 'none found' + _loose(token)}"
    if filler.sense or filler.words:
        yield _Step(said, _objects(i, _ANYTHING))
    yield _Step(said, _objects(i, None))


def _loose(token: Token) -> str:
    """What hangs on a word without a preposition and without a place among its arguments: a tree that may be wrong."""
    found = [each for each in token.children if each.pos_ in _PHRASES and each.i > token.i and not preposition(each)]
    told = ", ".join(f'"{each.text}" as {each.dep_}' for each in found if each.dep_ not in _PLACED)
    return f" (but {told})" if told else ""


def _oblique(oblique: Oblique, i: int, part: str, found: Arguments) -> Iterator[_Step]:
    said = f"{_either(oblique.prepositions)}: {_asked(oblique.filler)} asked"
    if oblique.filler.sense or oblique.filler.words:
        tokens = [each for name in sorted(oblique.prepositions) for each in found.obliques.get(name, ())]
        there = f", {_there(tokens)}" if tokens else ""
        yield _Step(said + there, _obliques(i, replace(oblique, filler=_ANYTHING)))
    others = sorted(name for name, tokens in found.obliques.items() if tokens) if part == "verbs" else []
    yield _Step(f"{said}, no such phrase" + (f" (only {_either(others)})" if others else ""), _obliques(i, None))


def _content(form: str) -> Iterator[_Step]:
    bare = form.lstrip("!")
    wanted = _FORMS.get(bare) or f"a clause or an act after {_either(bare.split('|'))}"
    if bare:
        yield _Step(f"content: {wanted} asked, it has another form", _without(form="!" if "!" in form else ""))
    yield _Step(f"content: {wanted} asked, none found", _without(content=False, form=""))


def _without(**changes: object) -> Callable[[Entry], Entry]:
    return lambda entry: replace(entry, pattern=replace(entry.pattern, **changes))  # type: ignore[arg-type]


def _unfixed(names: frozenset[str]) -> Callable[[Entry], Entry]:
    return lambda entry: _without(fixed=tuple(each for each in entry.pattern.fixed if each != names))(entry)


def _objects(i: int, filler: Filler | None) -> Callable[[Entry], Entry]:
    def loosen(entry: Entry) -> Entry:
        kept = list(entry.pattern.objects)
        kept[i : i + 1] = [filler] if filler is not None else []
        return replace(entry, pattern=replace(entry.pattern, objects=tuple(kept)))

    return loosen


def _obliques(i: int, oblique: Oblique | None) -> Callable[[Entry], Entry]:
    def loosen(entry: Entry) -> Entry:
        kept = list(entry.pattern.obliques)
        kept[i : i + 1] = [oblique] if oblique is not None else []
        return replace(entry, pattern=replace(entry.pattern, obliques=tuple(kept)))

    return loosen


def _asked(filler: Filler) -> str:
    if filler.sense:
        return f"<{filler.sense}>"
    return filler.slot or _either(filler.words)


def _there(tokens: Sequence[Token]) -> str:
    return "found " + ", ".join(f'"{each.text}"' for each in tokens) if tokens else "none found"


def _either(names: Sequence[str] | frozenset[str]) -> str:
    return " or ".join(f'"{each}"' for each in sorted(names))
