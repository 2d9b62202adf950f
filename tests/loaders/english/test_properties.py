"""Whatever the text: verbatim quotes or no claims, never an exception, the same twice, in time that grows with it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.model import Document, Reading, document_id
from graph.register import Register
from loaders.english import EnglishReader

ARTICLE = """Iran warns Israel

Iran has armed Hezbollah for years, Israel said on Monday. “We will strike Syria,” Ali Khamenei said. The group did
not comment. Iranian-backed militias attacked Russian bases in Syria, according to Reuters.

"""
PROPERTY = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])

_NEWS = st.sampled_from(
    [
        *("Iran", "Iranian-backed", "Hezbollah", "the Kremlin", "Ali Khamenei", "militias", "sanctions", "It", "we"),
        *("arms", "said", "struck", "denied", "accused", "of", "against", "on", "with", "and", "to", "not", "will"),
        *(",", ".", "“", "”", '"', "’s", "-", "(", ")", "\n", "\n\n", "\u00a0", "on Monday", "reportedly", "Read"),
        *("<b>", "</script>", "&amp;", "[[", "{{", "\u200b", "\ufeff", "\x00", "\r\n", "\u2028", "é", "e\u0301", "🇮🇷"),
    ]
)
_SOUP = st.lists(_NEWS, max_size=60).map(" ".join)
_ANY = st.text(st.characters(codec=None, exclude_categories=()), max_size=300)
_MARKUP = st.text("<>&;/=\"'[]{}()|#*_`~\\ \n\tIran armed Iraq.", max_size=300)
_BLENDS = st.lists(st.one_of(_SOUP, _ANY, _MARKUP, st.just(ARTICLE)), max_size=6).map("".join)


@cache
def reader() -> EnglishReader:
    return EnglishReader(Register.load())


def read(text: str) -> Reading:
    return reader().read(Document(document_id(text), "any", text, published="2021-01-20"))


def holds(reading: Reading) -> None:
    """What is true of every reading."""
    text = reading.document.text
    known = {actor.id for actor in reading.actors}
    assert len({claim.id for claim in reading.claims}) == len(reading.claims)
    assert len(known) == len(reading.actors)
    for claim in reading.claims:
        assert claim.quote
        assert text[claim.start : claim.end] == claim.quote
        assert claim.quote in claim.sentence
        assert claim.sentence in text
        assert {claim.source, claim.target} <= known
        assert claim.claimant is None or claim.claimant in known
        assert claim.source != claim.target
        assert 0 <= claim.confidence <= 1


@pytest.mark.parametrize("texts", [_SOUP, _ANY, _MARKUP, _BLENDS], ids=["soup", "any", "markup", "blends"])
def test_any_text(texts: st.SearchStrategy[str]) -> None:
    @given(texts)
    @PROPERTY
    def holds_for(text: str) -> None:
        found = read(text)
        holds(found)
        assert read(text) == found

    holds_for()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00",
        "\ud800",
        "\ud800Iran armed Hezbollah.\udfff",
        "Iran  armed   Hezbollah.",
        "\ufeffIran armed Hezbollah.",
        "Iran armed Hezbollah.\x00\x00",
        "Iran\u202e armed Hezbollah.",
        "Iran\n\n\n\narmed\n\nHezbollah",
        "." * 5000,
        "“" * 5000,
        "(" * 5000,
        " " * 5000,
        "\n" * 5000,
        "\r\n \t" * 5000,
        "“‘" * 2000 + "Iran armed Hezbollah" + "’”" * 2000,
        "Iran said: “" * 300 + "Russia condemned Turkey" + "”" * 300 + ".",
        '"' * 4001,
        "<p><i>Iran</i>" * 400,
        "[Iran](http://x) **armed** _Hezbollah_ ~~not~~ `x` | a | b |\n|---|---|\n" * 60,
        "Iran. " * 1000,
        "said " * 1000,
        "of " * 1500,
        "\ud800\udfff" * 1000,
        "\udfff Iran armed \ud800\ud800 Hezbollah\udc00, Israel said.",
        "\u202e\u2066Iran\u2069 armed\u202c Hezbollah." * 100,
        "e" + "\u0301" * 3000 + " armed Iran.",
        "🇮🇷" * 1500,
        "Iran " * 500,
        "a" * 5000,
        "é" * 3000,
        "-".join(["Iran"] * 400),
        "and, " * 800,
        "<a href='x'>Iran</a> <b>armed</b> <script>Hezbollah</script>.",
        "Peace at last, a calm day, a mild evening.",
    ],
    ids=lambda text: repr(text[:16]),
)
def test_odd_texts(text: str) -> None:
    holds(read(text))


FRONTS = {
    "emoji": "🚀",
    "joined emoji": "👩\u200d👩\u200d👧\u200d👦",
    "flags": "🇮🇷🇮🇱",
    "combining": "e\u0301\u0301\u0301",
    "above the first plane": "\U0001d56c\U0001d57b",
    "line breaks": "\r\n\r\n",
    "byte order mark": "\ufeff",
    "ligature": "\ufdfa",
    "right to left": "\u202e\u05d0\u05d1",
    "null": "\x00",
}


@pytest.mark.parametrize("front", FRONTS.values(), ids=FRONTS)
@pytest.mark.parametrize("gap", ["", " ", "\n\n"], ids=repr)
def test_offsets_count_characters(front: str, gap: str) -> None:
    text = f"{front}{gap}The summit went well, {front}. Russia condemned Turkey."
    found = read(text)
    holds(found)
    start = text.index("Russia")
    assert [(claim.start, claim.end) for claim in found.claims] == [(start, len(text) - 1)]


def test_a_sentence_of_two_thousand_words() -> None:
    text = "Iran armed Hezbollah " + "and then it rained on the old town " * 250 + "."
    assert len(text.split()) > 2000
    holds(read(text))


def test_a_list_of_two_thousand_names() -> None:
    text = "Russia condemned " + ", ".join(["Iran", "Iraq", "Turkey", "Syria"] * 500) + "."
    holds(read(text))


GROWING: dict[str, Callable[[int], str]] = {
    "no full stop": lambda size: "Iran armed Hezbollah and Russia condemned Turkey and " * (size // 53),
    "sentences": lambda size: "Iran armed Hezbollah. " * (size // 22),
    "paragraphs": lambda size: "Iran armed Hezbollah.\n\n" * (size // 23),
    "headlines": lambda size: "Iran armed Hezbollah\n" * (size // 21),
    "one word": lambda size: "x" * size,
    "open quotes": lambda size: "“Iran, " * (size // 7),
    "quotes in quotes": lambda size: "“Iran ‘said " * (size // 24) + "armed” Syria’ " * (size // 28),
    "brackets": lambda size: "(Iran [" * (size // 14) + "]) " * (size // 6),
    "markup": lambda size: "<p class='x'>Iran &amp; <b>armed</b> Syria</p>" * (size // 46),
    "newlines": lambda size: "\n" * size,
    "blank lines and words": lambda size: "Iran\n \n" * (size // 7),
    "commas": lambda size: "Iran, Syria, " * (size // 13),
    "hyphens": lambda size: "Iran-" * (size // 5),
    "full stops": lambda size: "U.S. " * (size // 5),
    "attributions": lambda size: "It was a dark day for the region, Iran said. " * (size // 45),
    "new names": lambda size: " ".join(f"President Zor{number}a met Vel{number}i." for number in range(size // 30)),
    "halves of surrogate pairs": lambda size: "Iran \ud800 armed \udfff Syria. " * (size // 24),
}


@pytest.mark.parametrize("line", GROWING.values(), ids=GROWING)
def test_work_grows_with_the_text(line: Callable[[int], str]) -> None:
    """Four times the text takes at most six times the calls; a square would take sixteen."""
    small, large = line(2_000), line(8_000)
    read(small)
    assert calls(large) < 6 * calls(small) + 20_000


@pytest.mark.timeout(280)
def test_a_line_of_a_megabyte() -> None:
    text = "counterrevolutionaries misunderstood the incomprehensibilities and " * 16_000
    assert len(text) > 1_000_000
    assert "\n" not in text
    holds(read(text))


def calls(text: str) -> int:
    """How many functions are called to read a text: the same on every machine, unlike seconds."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        holds(read(text))
    finally:
        sys.setprofile(before)
    return count
