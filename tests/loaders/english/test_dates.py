"""When it happened: what the sentence says, against the day of publication (Wednesday, 20 January 2021)."""

import pytest

from tests.loaders.english.conftest import Read

DATED = [
    ("Israel struck Syria on Monday.", "2021-01-18"),
    ("Israel struck Syria on Wednesday.", "2021-01-20"),
    ("Israel struck Syria on Thursday.", "2021-01-14"),
    ("Israel struck Syria yesterday.", "2021-01-19"),
    ("Israel struck Syria overnight.", "2021-01-20"),
    ("Israel struck Syria last month.", "2020-12"),
    ("Israel struck Syria this month.", "2021-01"),
    ("Israel struck Syria last year.", "2020"),
    ("Israel struck Syria on December 3, 2019.", "2019-12-03"),
    ("Israel struck Syria on 3 December 2019.", "2019-12-03"),
    ("Israel struck Syria in December 2019.", "2019-12"),
    ("Israel struck Syria in December of 2019.", "2019-12"),
    ("Israel struck Syria in 2007.", "2007"),
    ("Israel struck Syria on January 5.", "2021-01-05"),
    ("Israel struck Syria on 5 December.", "2020-12-05"),
    ("Israel struck Syria in March.", "2020-03"),
    ("Israel struck Syria.", None),
    ("Israel struck Syria on many occasions.", None),
    ("Israel struck Syria on February 31, 2019.", None),
]


@pytest.mark.parametrize(("text", "date"), DATED)
def test_date(text: str, date: str | None, read: Read) -> None:
    assert [claim.date for claim in read(text).claims] == [date]


@pytest.mark.parametrize(
    ("text", "date"),
    [("Israel struck Syria on Monday.", None), ("Israel struck Syria in December 2019.", "2019-12")],
)
@pytest.mark.parametrize("published", [None, "2021", "2021-01"])
def test_a_relative_date_needs_the_day_of_publication(
    text: str, date: str | None, published: str | None, read: Read
) -> None:
    assert [claim.date for claim in read(text, published).claims] == [date]


def test_each_act_has_the_date_of_its_own_clause(read: Read) -> None:
    claims = read("Egypt met Sudan in 2009, and Libya attacked Chad in 2011.").claims
    assert {(claim.source, claim.date) for claim in claims} == {("egypt", "2009"), ("libya", "2011")}


@pytest.mark.parametrize("text", ["Israel will strike Syria on Monday.", "Israel threatened to strike Syria in 2020."])
def test_what_has_not_happened_has_no_date(text: str, read: Read) -> None:
    assert {claim.date for claim in read(text).claims if claim.relation == "STRIKES"} == {None}


def test_a_year_that_is_part_of_something_else(read: Read) -> None:
    text = "Israel struck Syria, which had joined the Arab League in 1945."
    assert [claim.date for claim in read(text).claims if claim.relation == "STRIKES"] == [None]
