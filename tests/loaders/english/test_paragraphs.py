"""What is the article and what only stands in its file."""

import pytest

from loaders.english._paragraphs import paragraphs
from tests.loaders.english.conftest import Read

BODY = "Iran arms Hezbollah, a diplomat in Vienna told a conference on Monday."
OUTSIDE = {
    "link with two spaces": "Read  WATCH: Israel strikes Iran again",
    "link with a no-break space": "Read\u00a0Israel strikes Iran again",
    "link with a colon": "READ: Israel strikes Iran again",
    "link, read more": "Read more: Israel strikes Iran again",
    "link, see also": "See also Israel strikes Iran again",
    "link, related": "Related Israel strikes Iran",
    "video": "WATCH: Israel strikes Iran",
    "byline": "By Staff Writer, Israel Bureau",
    "byline of an agency": "(Reporting by the Cairo bureau; Editing by the Iran desk)",
    "byline without brackets": "Additional reporting by the Israel and Iran desks",
    "date line": "Published 12 March 2021, Iran",
    "caption by its credit": "Israeli jets bomb Iranian positions (Photo: Israel Defense Forces)",
    "caption by its agency": "Israeli jets bomb Iranian positions /AFP",
    "caption in brackets": "Israeli jets bomb Iranian positions [File: Reuters]",
    "caption by its word": "FILE PHOTO: Israeli jets bomb Iranian positions",
    "agency alone": "AFP",
    "cookies": "This site uses cookies so that Iran meets Iraq on every page",
    "newsletter": "Sign up and learn first when Israel strikes Iran",
    "inbox": "Israel strikes Iran: get the story in your inbox",
    "rights": "© The Iran Post. All rights reserved",
    "follow": "Follow Israel Strikes Iran on Twitter",
    "address": "https://example.org/israel-strikes-iran",
    "line of stars": "* * *",
}


@pytest.mark.parametrize("line", OUTSIDE.values(), ids=OUTSIDE)
@pytest.mark.parametrize("place", ["before", "after", "between"])
def test_yields_nothing(line: str, place: str, read: Read) -> None:
    text = {"before": f"{line}\n\n{BODY}", "after": f"{BODY}\n\n{line}", "between": f"{BODY}\n\n{line}\n\n{BODY}"}[
        place
    ]
    assert [text[part.start : part.end] for part in paragraphs(text)] == [BODY] * text.count(BODY)
    assert {(claim.source, claim.relation, claim.target) for claim in read(text).claims} == {
        ("iran", "ARMS", "hezbollah")
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Read aloud in parliament, the letter condemned Russia and thanked Ukraine for its patience.",
        "Reading the verdict, the judge ordered Iran to pay the families of the sailors.",
        "By Monday, Israel had struck Syria four times.",
        "Related charges were brought against two Russian diplomats in Vienna.",
        "Sources in Baghdad say that Iran arms the militias.",
        "Follow-up talks between Iran and Iraq are planned.",
        "Live rounds were fired at Israeli soldiers.",
        "More than 300 Israeli soldiers entered Lebanon.",
        "Published reports say that Israel struck Syria.",
    ],
)
def test_sentences_that_only_begin_like_a_notice_stay(sentence: str) -> None:
    assert [sentence[part.start : part.end] for part in paragraphs(sentence)] == [sentence]


@pytest.mark.parametrize(
    "tag",
    [
        "BEIRUT (Reuters) - ",
        "BEIRUT, Jan 19 (AP) -- ",
        "(AFP) — ",
        "BEIRUT — ",
        "TEL AVIV, Israel — ",
        "Beirut, Jan. 19, 2021 (Lebanon Wire) - ",
        "BELIZE CITY, Thurs. May 23, 2019 – ",
        "KATHMANDU, Sept 14: ",
        "DUSHANBE, 20 September 2023 – ",
    ],
)
def test_datelines_are_cut_off(tag: str) -> None:
    text = tag + BODY
    assert [text[part.start : part.end] for part in paragraphs(text)] == [BODY]


def test_sentence_with_a_dash_has_no_dateline() -> None:
    text = "The IDF - Israel's army - struck Syria."
    assert [(part.start, part.end) for part in paragraphs(text)] == [(0, len(text))]


def test_lines_of_a_fixed_width_are_one_paragraph() -> None:
    text = (
        "Kenya and Rwanda signed a trade agreement in Kigali on Friday after\n"
        "two years of negotiations, and both sides said that they would open\n"
        "their borders."
    )
    assert [(part.start, part.end) for part in paragraphs(text)] == [(0, len(text))]


def test_short_lines_are_paragraphs_of_their_own() -> None:
    text = "Iran arms Hezbollah\nRussia warns Israel\nTurkey strikes Syria"
    assert [text[part.start : part.end] for part in paragraphs(text)] == text.split("\n")
    assert all(part.headline for part in paragraphs(text))


@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n", "\n \t\n", "\n\n\n\n"])
def test_blank_lines_part_paragraphs(gap: str) -> None:
    text = f"Iran arms Hezbollah{gap}{BODY}"
    found = [(text[part.start : part.end].strip(), part.headline) for part in paragraphs(text)]
    assert found == [("Iran arms Hezbollah", True), (BODY, False)]


@pytest.mark.parametrize("end", [".", "!", "?", "…", ".”", '."', ".)"])
def test_a_sentence_is_no_headline(end: str) -> None:
    (part,) = paragraphs(f"Iran arms Hezbollah{end}")
    assert not part.headline


@pytest.mark.parametrize("text", ["", "\n", " \n \n", "---\n***"])
def test_nothing_in_it(text: str) -> None:
    assert list(paragraphs(text)) == []
