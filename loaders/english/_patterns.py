"""The small language in which the frames say how a word takes its actors.

S strike at T                 subject, verb, preposition, target
S call on T to C              C is the content: an infinitive, or a noun that is an act
S say that C                  a finite clause
S tell T to C!                there must be a clause
S impose <sanctions> on T     an object of that sense (senses.yaml)
S dismiss T<claim>            a target that is, or has, something of that sense
S<shooters> hit T             a source that is, or has, something of that sense
S carry +out <attack> on T    a particle
S make peace with T           a fixed word
S call T =harsh               a fixed word of that list (speech.yaml)
S supply|furnish T with <arms>    alternatives
B meet                        B: both parties, in one plural subject or coordinated
airstrike|raid on|against T   a noun; its source is its possessor, its demonym, "by S" or a light verb's subject
arms_shipment to T            a noun with a fixed word before it
"""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.errors import InputError
from loaders.english._data import words

SLOTS = frozenset("STBX")
PREPOSITIONS = frozenset(
    (
        "about above across after against along alongside amid among amongst around as at before behind beside besides "
        "between beyond by during for from in inside into near of off on onto outside over through to toward towards "
        "under upon via with within without opposite amidst despite regarding concerning aboard"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Filler:
    """What may stand in a place: an actor in a slot (S, T, B), anything (X), a noun of a sense, or a fixed word."""

    slot: str = ""
    sense: str = ""
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Oblique:
    """A prepositional phrase that a pattern asks for."""

    prepositions: frozenset[str]
    filler: Filler


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way for one word to take its actors; `text` is the source of it, for explanations.

    `word` is the lemma, `modifier` a fixed word before a noun, `particles` those of which a verb must have one, `fixed`
    words that must stand beside it. `objects` holds the direct object, or the indirect and the direct one. `content`
    tells that a clause may follow, `form` what must introduce it: "to" an infinitive, "that" a finite one, else one of
    the prepositions; with "!" there must be one. `weight` is how much it asks for: the one that asks for most and finds
    it wins.
    """

    text: str
    word: str
    modifier: str = ""
    particles: frozenset[str] = frozenset()
    subject: Filler = Filler()
    objects: tuple[Filler, ...] = ()
    obliques: tuple[Oblique, ...] = ()
    content: bool = False
    form: str = ""
    fixed: tuple[frozenset[str], ...] = ()
    weight: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "weight", self._weight())

    def _weight(self) -> int:
        fillers = (self.subject, *self.objects, *(each.filler for each in self.obliques))
        senses = sum(bool(each.sense) for each in fillers)
        places = (
            len(self.objects) + len(self.obliques) + 2 * len(self.fixed) + bool(self.particles) + bool(self.modifier)
        )
        return 2 * (places + senses) + self.content


def verb_heads(text: str) -> list[str]:
    """The heads of a line for a verb or adjective; nothing where there is none.

    >>> verb_heads("S supply|furnish T with <arms>")
    ['supply', 'furnish']
    """
    parts = text.split()
    return parts[1].split("|") if len(parts) > 1 else []


def noun_heads(text: str) -> list[str]:
    """The heads of a line for a noun, each once and without the word before it.

    >>> noun_heads("arms_shipment|weapon_shipment|airlift to T")
    ['shipment', 'airlift']
    """
    heads = text.split()[:1]
    return list(dict.fromkeys(head.rpartition("_")[2] for each in heads for head in each.split("|")))


def compile_verb(text: str) -> list[Pattern]:
    """The patterns of a line for a verb or adjective, one for each alternative head.

    Raises InputError where the line does not follow the grammar.

    >>> [p.word for p in compile_verb("S supply|furnish T with <arms>")]
    ['supply', 'furnish']
    >>> sorted(compile_verb("S carry +out <attack> on T")[0].particles)
    ['out']
    """
    parts = text.split()
    subject = _filler(parts[0]) if len(parts) > 1 else None
    if subject is None or subject.slot not in SLOTS:
        raise InputError(f"frame pattern {text!r}", remedy="a verb's pattern begins with a slot, as in 'S strike T'")
    rest = _Places(text, parts[2:])
    return [
        Pattern(
            text,
            word,
            "",
            rest.particles,
            subject,
            tuple(rest.objects),
            tuple(rest.obliques),
            rest.content,
            rest.form,
            tuple(rest.fixed),
        )
        for word in parts[1].split("|")
    ]


def compile_noun(text: str) -> list[Pattern]:
    """The patterns of a line for a noun.

    >>> [(p.modifier, p.word) for p in compile_noun("arms_shipment|weapon_delivery to T")]
    [('arms', 'shipment'), ('weapon', 'delivery')]
    """
    parts = text.split()
    if not parts or parts[0] in SLOTS:
        raise InputError(f"frame pattern {text!r}", remedy="a noun's pattern begins with the noun, as in 'raid on T'")
    rest = _Places(text, parts[1:])
    found = []
    for head in parts[0].split("|"):
        modifier, _, word = head.rpartition("_")
        found.append(
            Pattern(
                text, word, modifier, frozenset(), Filler(slot="S"), (), tuple(rest.obliques), rest.content, rest.form
            )
        )
    return found


class _Places:
    """What stands after the head of a pattern."""

    def __init__(self, text: str, parts: list[str]) -> None:
        self.text = text
        self.particles: frozenset[str] = frozenset()
        self.objects: list[Filler] = []
        self.obliques: list[Oblique] = []
        self.fixed: list[frozenset[str]] = []
        self.content = False
        self.form = ""
        self._pending: frozenset[str] = frozenset()
        for part in parts:
            self._read(part)
        if self._pending or len(self.objects) > 2:  # noqa: PLR2004
            raise InputError(
                f"frame pattern {text!r}",
                remedy="a preposition needs something after it, and a verb takes two objects at most",
            )

    def _read(self, part: str) -> None:
        listed = words("speech.yaml", part[1:]) if part.startswith("=") else None
        names = listed or frozenset(part.lstrip("+").replace("_", " ").split("|"))
        filler = _filler(part)
        known = [name.split()[-1] in PREPOSITIONS or name == "that" for name in names]
        if filler is None and any(known) and not all(known) and not part.startswith("+"):
            raise InputError(f"frame pattern {self.text!r}", remedy=f"{part!r} mixes prepositions and other words")
        if part in {"C", "C!"}:
            self.form = "!" if part == "C!" else self.form
            self.form += "|".join(sorted(self._pending))
            self.content, self._pending = True, frozenset()
        elif part.startswith("+"):
            self.particles = names
        elif (
            filler is None
            and not self._pending
            and all(name.split()[-1] in PREPOSITIONS or name == "that" for name in names)
        ):
            self._pending = names
        elif self._pending:
            self.obliques.append(Oblique(self._pending, filler or Filler(words=names)))
            self._pending = frozenset()
        elif filler is None:
            self.fixed.append(names)
        else:
            self.objects.append(filler)


def _filler(part: str) -> Filler | None:
    if part in SLOTS:
        return Filler(slot=part)
    slot, found, sense = part.rstrip(">").partition("<")
    if found and part.endswith(">") and (not slot or slot in SLOTS):
        return Filler(slot=slot, sense=sense)
    return None
