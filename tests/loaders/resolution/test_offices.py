"""An office without a name is whoever held it at the date; where that is not known, its owner is named and says so."""

from __future__ import annotations

import pytest

from graph.register import Register
from loaders.resolution import holder, resolve
from tests.loaders.resolution.offices import CASES


@pytest.fixture(scope="session")
def register() -> Register:
    return Register.load()


@pytest.mark.parametrize(("phrase", "of", "date", "held_by"), CASES)
def test_an_office_at_a_date(register: Register, phrase: str, of: str, date: str, held_by: str) -> None:
    text = f"{phrase} warned Syria on Monday."
    found, _ = resolve(register, text, date)
    assert found.office is not None
    assert (found.how, found.actor and found.actor.id, found.office.of) == ("office", held_by, of)
    assert phrase.removeprefix("The ") == text[found.start : found.end]


@pytest.mark.parametrize(("phrase", "of", "date", "held_by"), CASES)
def test_the_owner_with_the_office_beside_it(register: Register, phrase: str, of: str, date: str, held_by: str) -> None:
    found, _ = resolve(register, f"{phrase} warned Syria on Monday.", date, offices=False)
    assert found.actor is register.actor(of)
    assert found.office is not None
    assert found.office.holder == held_by


@pytest.mark.parametrize(
    "phrase",
    ["The former French president", "An Israeli ambassador", "The next British prime minister", "The Italian leader"],
)
def test_nobody_is_guessed(register: Register, phrase: str) -> None:
    found, _ = resolve(register, f"{phrase} warned Syria on Monday.", "2019-06-01")
    assert found.how != "office" or phrase == "The Italian leader"


def test_offices_that_many_hold_name_nobody(register: Register) -> None:
    assert register.holder("ambassador", "russia", "2019-06-01") is None
    assert holder(register, "ambassador", "united-states", "2019-06-01") is None
    assert holder(register, "president", "france", None) is None


def test_two_kings_of_one_name(register: Register) -> None:
    def king(text: str, date: str | None) -> str | None:
        actor = resolve(register, text, date)[0].actor
        return actor.id if actor else None

    assert king("King Abdullah spoke.", "2020-01-01") is None
    assert king("King Abdullah of Jordan spoke.", None) == "king-abdullah-ii"
    assert king("King Abdullah of Saudi Arabia spoke.", "2010-01-01") == "abdullah-bin-abdulaziz"
