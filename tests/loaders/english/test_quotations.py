"""Direct speech: which words stand in it, and who speaks."""

import pytest

from graph.model import Claim
from tests.loaders.english.conftest import Read

MARKS = {"curly": ("“", "”"), "straight": ('"', '"'), "angled": ("«", "»")}


def claimed(text: str, read: Read) -> set[tuple[str, str, str, str | None]]:
    return {(each.source, each.relation, each.target, each.claimant) for each in read(text).claims}


@pytest.mark.parametrize("marks", MARKS.values(), ids=MARKS)
def test_speaker_after_the_quotation(marks: tuple[str, str], read: Read) -> None:
    text = f"{marks[0]}Russia attacked Georgia at dawn and bombed Gori,{marks[1]} Ukraine said."
    assert ("russia", "ATTACKS", "georgia", "ukraine") in claimed(text, read)


@pytest.mark.parametrize("marks", MARKS.values(), ids=MARKS)
def test_speaker_before_the_quotation(marks: tuple[str, str], read: Read) -> None:
    text = f"Ukraine said: {marks[0]}Russia attacked Georgia at dawn and bombed the port.{marks[1]}"
    assert ("russia", "ATTACKS", "georgia", "ukraine") in claimed(text, read)


def test_speaker_in_the_middle(read: Read) -> None:
    text = "“Russia attacked Georgia at dawn today,” Ukraine said. “Belarus has helped Russia.”"
    assert ("belarus", "BACKS", "russia", "ukraine") in claimed(text, read)


def test_the_next_paragraph_has_its_own_speaker(read: Read) -> None:
    text = "“Russia attacked Georgia at dawn today,” Ukraine said.\n\nBelarus helped Russia."
    assert ("belarus", "BACKS", "russia", None) in claimed(text, read)


def test_a_few_quoted_words_change_nothing(read: Read) -> None:
    text = "The vote was “outrageous”. Iran “fully” supports Syria."
    assert claimed(text, read) == {("iran", "BACKS", "syria", None)}


@pytest.mark.parametrize("quote", ["“", "”", '"', "«", "“ “", "” “", '" " "'])
def test_marks_without_a_partner_do_no_harm(quote: str, read: Read) -> None:
    assert ("iran", "ARMS", "hezbollah", None) in claimed(f"{quote} Iran arms Hezbollah.", read)


def test_we_is_who_speaks(read: Read) -> None:
    text = "“We have expelled the Russian ambassador this morning,” Estonia said."
    assert ("estonia", "EXPELS", "russia", "estonia") in claimed(text, read)


def test_we_without_a_speaker_is_nobody(read: Read) -> None:
    assert claimed("“We have expelled the Russian ambassador.”", read) == set()


def test_what_happens_outside_is_not_the_speakers(read: Read) -> None:
    text = "“It was a dark day for the whole region,” Iran said after Russia attacked Georgia."
    (claim,) = [each for each in read(text).claims if each.relation == "ATTACKS"]
    assert isinstance(claim, Claim)
    assert claim.claimant is None
