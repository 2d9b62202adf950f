"""Whom the names in sentences mean: boundaries, traps, surnames, offices at a date."""

from __future__ import annotations

import pytest

from graph.model import ActorKind
from graph.register import Register
from loaders.resolution import resolve
from tests.loaders.resolution.marked import OPEN, Marked, sentences

FILES = ("sentences.txt", "sentences-world.txt", "sentences-news.txt", "sentences-more.txt")
SENTENCES = {name: sentences(name) for name in FILES}


@pytest.fixture(scope="session")
def register() -> Register:
    return Register.load()


def outcomes(register: Register, case: Marked) -> tuple[int, list[str], list[str]]:
    """How many mentions are right, what is wrong, and which wrong ones are about a country."""
    found = {(each.start, each.end): each for each in resolve(register, case.text, case.date)}
    expected = {(start, end): ident for start, end, ident in case.mentions}
    right, wrong, countries = 0, [], []
    for span, ident in expected.items():
        each = found.get(span)
        got = None if each is None else each.actor.id if each.actor else OPEN
        right += got == ident
        if got != ident:
            wrong.append(f"{case.text[slice(*span)]}: {got}, not {ident}")
    for span, each in found.items():
        if each.actor and each.actor.id != expected.get(span):
            wrong.append(f"{case.text[slice(*span)]}: {each.actor.id}")
            if each.actor.kind is ActorKind.COUNTRY:
                countries.append(f"{case.text}: {each.actor.id}")
    return right, wrong, countries


def test_there_are_enough_mentions() -> None:
    assert sum(len(case.mentions) for name in FILES for case in SENTENCES[name]) >= 1500


@pytest.mark.parametrize("name", FILES)
def test_mentions_are_resolved_and_no_country_wrongly(register: Register, name: str) -> None:
    results = [outcomes(register, case) for case in SENTENCES[name]]
    wrong = [line for _, lines, _ in results for line in lines]
    right, total = sum(right for right, _, _ in results), sum(len(case.mentions) for case in SENTENCES[name])
    assert right >= 0.97 * total, wrong
    assert [line for _, _, lines in results for line in lines] == []


@pytest.mark.parametrize("words", ["Congolese", "Korean", "Dominican", "Bush"])
def test_what_stays_open_says_all_that_it_can_be(register: Register, words: str) -> None:
    (found,) = resolve(register, f"The {words} visit ended.")
    assert found.actor is None
    assert len(found.candidates) > 1


def test_every_resolution_says_how_it_was_made(register: Register) -> None:
    for case in (each for name in FILES for each in SENTENCES[name]):
        for each in resolve(register, case.text, case.date):
            assert each.how
            needy = any(one.alias.needs for one in each.candidates)
            assert each.why or not (each.actor and needy), case.text


def test_an_office_without_a_date_names_the_state_and_says_so(register: Register) -> None:
    (found,) = resolve(register, "The French president spoke.")
    assert found.actor is register.actor("france")
    assert found.office is not None
    assert (found.office.title, found.office.of, found.office.holder) == ("president", "france", None)
    assert "no date" in found.why


def test_an_office_at_a_date_is_its_holder(register: Register) -> None:
    text = "The French president spoke."
    (found,) = resolve(register, text, "2015-03-02")
    assert (text[found.start : found.end], found.how) == ("French president", "office")
    assert found.actor is register.actor("francois-hollande")


@pytest.mark.parametrize("date", [None, "2015", "2015-03", "2015-03-02"])
@pytest.mark.parametrize("text", ["", " ", "\n\n", "The", "U.S.", "’s", "Jordan", "x" * 5_000, "Georgia, " * 300])
def test_any_text_is_read(register: Register, text: str, date: str | None) -> None:
    end = 0
    for each in resolve(register, text, date):
        assert end <= each.start < each.end <= len(text)
        end = each.end


def test_spans_are_those_of_the_text_as_given(register: Register) -> None:
    text = "Michael Jordan met Côte d’Ivoire’s envoy in N’Djamena."
    assert [text[each.start : each.end] for each in resolve(register, text)] == ["Côte d’Ivoire", "N’Djamena"]


@pytest.mark.parametrize(
    "text",
    [
        "The group's commander in the Strip, Khaled Mansour, praised the raid.",
        "The secretary for Ulster, Chris Heaton-Harris, wrote back.",
        "The separatists' deputy, Hani bin Buraik, said so.",
        "The head of the mission, Carlos Ruiz Massieu, welcomed the vote.",
    ],
)
def test_who_bears_a_surname_of_somebody_known_is_not_he(register: Register, text: str) -> None:
    found = [each.actor for each in resolve(register, text, "2023-05-05")]
    assert not [each for each in found if each is None or each.kind is ActorKind.PERSON]


def test_two_of_a_hyphen_are_both_meant(register: Register) -> None:
    text = "The Trump-Putin talks and what Jean-Claude Juncker said went well."
    found = [each.actor for each in resolve(register, text, "2018-07-17")]
    assert [each.id for each in found if each is not None] == ["donald-trump", "vladimir-putin", "jean-claude-juncker"]
