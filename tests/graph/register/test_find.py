"""Finding names in text: spans, boundaries, ambiguity and spelling."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import AliasKind
from graph.register import Match, Register
from graph.register._fold import fold

CASES = [
    json.loads(line) for line in (Path(__file__).parent / "mentions.jsonl").read_text(encoding="utf-8").splitlines()
]
MARKS = st.sampled_from(["\u0301", "\u200b", "\u00ad", "😀", "é", " ", "\n", "x", "’s", "-", ".", "\u00a0", "\ufeff"])
NAMES = st.sampled_from(["Iran", "U.S.", "South Sudan", "Côte d’Ivoire", "Sergei Lavrov", "al-Qaeda", "US", "Bush"])


def found(register: Register, text: str) -> dict[str, str | None]:
    return {text[match.start : match.end]: match.sole.id if match.sole else None for match in register.find(text)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_mentions_in_sentences(register: Register, case: dict[str, object]) -> None:
    assert found(register, str(case["text"])) == case["names"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Abdel-Fattah El-Sisi arrived.", "abdel-fattah-al-sisi"),
        ("Abdul Fattah Al Sisi arrived.", "abdel-fattah-al-sisi"),
        ("ABDEL-FATTAH EL-SISI ARRIVED.", "abdel-fattah-al-sisi"),
        ("Mohamed Bin Salman arrived.", "mohammed-bin-salman"),
        ("Kassym Jomart Tokayev arrived.", "kassym-jomart-tokayev"),
    ],
)
def test_a_person_by_other_transliterations(register: Register, text: str, actor: str) -> None:
    assert list(found(register, text).values()) == [actor]


@pytest.mark.parametrize(
    ("text", "actor"),
    [("Amina Mohammed", "amina-mohammed"), ("Amina Mohamed", "amina-mohamed"), ("AMINA MOHAMED", "amina-mohamed")],
)
def test_who_is_written_so_goes_before_who_only_may_be(register: Register, text: str, actor: str) -> None:
    assert found(register, f"{text} arrived.") == {text: actor}


def test_other_transliterations_are_for_persons_alone(register: Register) -> None:
    # El Salvador is no "Al Salvador".
    assert found(register, "Al Salvador") == {}


@pytest.mark.parametrize(
    ("text", "name", "actor"),
    [
        ("Secretary of State Antony J. Blinken spoke.", "Antony J. Blinken", "antony-blinken"),
        ("Joseph R. Biden met him.", "Joseph R. Biden", "joe-biden"),
        ("George W. Bush met Tony Blair.", "George W. Bush", "george-w-bush"),
        ("George H. W. Bush met John Major.", "George H. W. Bush", "george-h-w-bush"),
    ],
)
def test_a_person_with_an_initial_of_his_own_or_more(register: Register, text: str, name: str, actor: str) -> None:
    assert found(register, text).get(name) == actor


def test_who_has_no_such_initial_needs_context(register: Register) -> None:
    (match,) = register.find("David L. Cameron won the cup.")
    assert {each.alias.needs for each in match.candidates} == {"context"}


def test_there_are_enough_sentences() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("😀😀 Iran 😀", 3, 7),
        ("e\u0301te\u0301 Iran", 6, 10),
        ("Ira\u0301n\u0301 said", 0, 6),
        ("\ufeffIran", 1, 5),
        ("Ni\u00adge\u00adria’s army", 0, 9),
        ("South\u00a0Sudan", 0, 11),
        ("South\nSudan", 0, 11),
        ("Sergei\u2009Lavrov", 0, 13),
        ("Guinea\u2011Bissau", 0, 13),
        ("𝐀 Iran", 2, 6),
    ],
)
def test_offsets_count_characters_of_the_text_as_given(register: Register, text: str, start: int, end: int) -> None:
    assert [(match.start, match.end) for match in register.find(text)] == [(start, end)]


@pytest.mark.parametrize(
    "text", ["Iran", "Iran's", "Iran’s", "(Iran)", "“Iran”", "pro-Iran", "Iran—", "Iran,", "#Iran", "Iran/Iraq"]
)
def test_signs_around_a_name_are_no_part_of_it(register: Register, text: str) -> None:
    match = register.find(text)[0]
    assert text[match.start : match.end] == "Iran"


@pytest.mark.parametrize(
    "text", ["Tirana2", "Iranx", "xIran", "Iran_", "_Iran", "2Iran", "Iránico", "mali", "Malik", "Omani-er2"]
)
def test_names_within_words_are_none(register: Register, text: str) -> None:
    assert "Iran" not in found(register, text)
    assert "Mali" not in found(register, text)
    assert "Oman" not in found(register, text)


def test_the_shorter_name_is_found_where_the_longer_one_is_cut(register: Register) -> None:
    assert found(register, "the Islamic State of Iraqi tribes") == {"Islamic State": "islamic-state", "Iraqi": "iraq"}


def test_ambiguous_words_keep_all_their_meanings(register: Register) -> None:
    match = register.find("The Congolese army")[0]
    assert [one.actor.id for one in match.candidates] == ["democratic-republic-of-the-congo", "republic-of-the-congo"]
    assert match.sole is None


def test_a_word_that_needs_no_context_comes_first(register: Register) -> None:
    match = register.find("RSF fighters")[0]
    assert [one.actor.id for one in match.candidates] == ["rapid-support-forces", "reporters-without-borders"]
    assert match.sole is register.actor("rapid-support-forces")


@pytest.mark.parametrize(
    ("word", "first"), [("Bush", "george-w-bush"), ("Clinton", "bill-clinton"), ("Kim", "kim-jong-un")]
)
def test_of_several_persons_the_latest_leader_comes_first(register: Register, word: str, first: str) -> None:
    match = register.find(word)[0]
    assert match.candidates[0].actor.id == first
    assert match.sole is None


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Iran", AliasKind.NAME),
        ("Iranians", AliasKind.DEMONYM),
        ("Tehran", AliasKind.CAPITAL),
        ("Kremlin", AliasKind.SEAT),
        ("Zionist entity", AliasKind.EPITHET),
        ("IDF", AliasKind.ORGAN),
    ],
)
def test_the_kind_of_the_word_is_kept(register: Register, word: str, kind: AliasKind) -> None:
    assert register.find(word)[0].candidates[0].alias.kind is kind


def test_loaded_words_keep_their_stance(register: Register) -> None:
    assert register.find("the Zionist entity")[0].candidates[0].alias.stance == "hostile"


@pytest.mark.parametrize("word", ["Georgia", "Jordan", "Chad", "Congo", "Dominican", "Korea", "Powell", "Congress"])
def test_words_that_are_also_something_else_need_context(register: Register, word: str) -> None:
    assert {one.alias.needs for one in register.find(word)[0].candidates} == {"context"}


def test_no_text_no_names(register: Register) -> None:
    assert register.find("") == []


@given(parts=st.lists(st.one_of(MARKS, NAMES, st.text(max_size=4)), max_size=12))
def test_spans_lie_in_the_text_in_order_and_name_what_they_say(register: Register, parts: list[str]) -> None:
    text = "".join(parts)
    end = 0
    for match in register.find(text):
        assert end <= match.start < match.end <= len(text)
        assert spellings(match, text)
        end = match.end


def spellings(match: Match, text: str) -> bool:
    written = fold(text[match.start : match.end]).text.casefold().replace(" ", "-")
    return any(fold(one.alias.text).text.casefold().replace(" ", "-") == written for one in match.candidates)


def test_a_long_text_is_searched_in_linear_time(register: Register) -> None:
    text = "Iran warned the U.S. and South Sudan’s army. " * 20_000
    begun = time.process_time()
    assert len(register.find(text)) == 60_000
    assert time.process_time() - begun < 5
