"""Which patterns were held against the words of a sentence, and what came of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from loaders.english import _frames as frames
from loaders.english._candidates import Candidate, matches
from loaders.english._frames import Frame, lexicon
from loaders.english._matching import Match, fit
from loaders.english._referents import Referents
from loaders.english._words import Token
from loaders.english.why._actors import who
from loaders.english.why._misfits import lacks
from loaders.english.why._sources import place
from loaders.english.why._types import Entry, Slot, Tried, Who

_READ_AS = {"verbs": frozenset({"VERB", "ADJ", "AUX"}), "nouns": frozenset({"NOUN", "PROPN"})}
_READ_AS["roles"] = _READ_AS["nouns"]
_ORDER = ("used", "effect", "outdone", "misfit")
_SLOTS = "SBTX"


def entry_of(frame: Frame, pattern: str, lemma: str, part: str) -> Entry:
    """A pattern with its place in the data files."""
    file, line = place(frame, pattern)
    relation = frame.relation or "|".join(frame.by_content.values())
    return Entry(frame.name, relation, pattern, lemma, part, file, line)


def tried(view: Referents, edges: Sequence[Candidate]) -> Iterator[Tried]:
    """Every pattern that could be held against a word of the sentence, word by word, the best first.

    `edges` are the candidates of the sentence.
    """
    giving = {(id(each.match.entry), each.predicate.i) for each in edges if each.match is not None}
    for token in view.sentence.doc:
        used = {id(each.entry): each for each in matches(token)}
        found = [
            _used(used[id(entry)], part, view, (id(entry), token.i) in giving)
            if id(entry) in used
            else _unused(token, entry, part, view)
            for part, group in _parts().items()
            for entry in group.get(_lemma(token, part), ())
        ]
        yield from sorted(found, key=lambda each: (_ORDER.index(each.verdict), len(each.lacks)))


def unknown(view: Referents) -> tuple[str, ...]:
    """The verbs that no frame holds, in order."""
    found = (
        token.text
        for token in view.sentence.doc
        if token.pos_ == "VERB" and not any(group.get(_lemma(token, part)) for part, group in _parts().items())
    )
    return tuple(dict.fromkeys(found))


def _parts() -> Mapping[str, Mapping[str, tuple[frames.Entry, ...]]]:
    known = lexicon()
    return {"verbs": known.verbs, "nouns": known.nouns, "roles": known.roles}


def _lemma(token: Token, part: str) -> str:
    return token.lower_ if part == "nouns" and token.pos_ == "VERB" else token.lemma_.lower()


def _used(match: Match, part: str, view: Referents, giving: bool) -> Tried:
    token, entry = match.predicate, match.entry
    told = entry_of(entry.frame, entry.pattern.text, entry.pattern.word, part)
    verdict = "effect" if match.effect else "used"
    note = "" if giving else _note(match, view)
    return Tried(token.text, token.lemma_, told, verdict, slots=_slots(match, view), note=note)


def _unused(token: Token, entry: frames.Entry, part: str, view: Referents) -> Tried:
    told = entry_of(entry.frame, entry.pattern.text, entry.pattern.word, part)
    missing = lacks(entry, part, token)
    if token.pos_ not in _READ_AS[part] and not (part == "nouns" and token.tag_ == "VBG"):
        missing = (f"the tree has it as {token.pos_} ({token.tag_})", *missing)
    if missing:
        return Tried(token.text, token.lemma_, told, "misfit", missing)
    fitting = fit(part, entry, token)
    slots = _slots(fitting, view) if fitting is not None else ()
    return Tried(token.text, token.lemma_, told, "outdone", slots=slots, note="another pattern asks for more")


def _slots(match: Match, view: Referents) -> tuple[Slot, ...]:
    found = [Slot(name, *_filled(match.slots[name], view)) for name in _SLOTS if match.slots.get(name)]
    content = ", ".join(each.text for each in match.content)
    return (*found, Slot("C", content, ())) if content else tuple(found)


def _filled(tokens: Sequence[Token], view: Referents) -> tuple[str, tuple[Who, ...]]:
    actors = {each.actor.id: who(each, view) for token in tokens for each in view.of(token)}
    return ", ".join(each.text for each in tokens), tuple(actors.values())


def _note(match: Match, view: Referents) -> str:
    """Why a pattern in use gives no candidate edge."""
    frame = match.entry.frame
    reasons = (
        (match.effect, "used only for what it does to its content"),
        (not frame.relation and not frame.by_content, "it has no relation of its own and only changes its content"),
        ("B" in match.slots, "there are not two parties that are actors"),
        (frame.source != "speaker" and not _any(match, "S", view), _missing(match, "S", "who acts")),
        (not _any(match, "T", view), _missing(match, "T", "whom it concerns")),
        (frame.same_subject, "who speaks must be who acts in the content"),
    )
    return next((said for holds, said in reasons if holds), "no pair of different actors fits its slots")


def _any(match: Match, slot: str, view: Referents) -> bool:
    return any(view.of(token) for token in match.slots.get(slot, ()))


def _missing(match: Match, slot: str, meaning: str) -> str:
    tokens = match.slots.get(slot, ())
    if tokens:
        return f'{slot} ({meaning}) is "{", ".join(each.text for each in tokens)}", which is no actor that is known'
    return f"nothing stands for {slot} ({meaning})"
