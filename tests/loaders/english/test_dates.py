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


EXPRESSIONS = [
    ("Israel struck Syria on Jan. 5.", "2021-01-05"),
    ("Israel struck Syria on the 5th of January.", "2021-01-05"),
    ("Israel struck Syria on 2020-12-03.", "2020-12-03"),
    ("Israel struck Syria on Monday night.", "2021-01-18"),
    ("Israel struck Syria last Wednesday.", "2021-01-13"),
    ("Israel struck Syria last night.", "2021-01-19"),
    ("Israel struck Syria this morning.", "2021-01-20"),
    ("Israel struck Syria three days ago.", "2021-01-17"),
    ("Israel struck Syria a fortnight after the vote.", None),
    ("Israel struck Syria two months ago.", "2020-11"),
    ("Israel struck Syria four years ago.", "2017"),
    ("Israel struck Syria more than four years ago.", None),
    ("Israel struck Syria last week.", "2021-01"),
    ("Israel struck Syria over the weekend.", "2021-01"),
    ("Israel struck Syria last March.", "2020-03"),
    ("Israel struck Syria in March of last year.", "2020-03"),
    ("Israel struck Syria in late November.", "2020-11"),
    ("Israel struck Syria last summer.", "2020"),
    ("Israel struck Syria in early 2018.", "2018"),
    ("Israel struck Syria in the 1990s.", None),
    ("Israel struck Syria from 2011 to 2014.", None),
    ("Israel struck Syria before 2014.", None),
    ("Monday's attack by Israel on Syria killed ten Syrians.", "2021-01-18"),
    ("Israel did not attack Syria on Monday.", "2021-01-18"),
    ("Israel will not attack Syria in March.", None),
    ("Today Israel supports Syria.", None),
    ("Israel struck Syria on Monday, December 14, 2020.", "2020-12-14"),
    ("Israel struck Syria on Thursday, Dec. 3.", "2020-12-03"),
    ("Israel struck Syria on Friday last week.", "2021-01-15"),
    ("Israel struck Syria on 5-7 December.", "2020-12"),
    ("Israel struck Syria on December 30 and 31, 2019.", "2019-12"),
    ("Israel struck Syria between March 20 and May 1, 2003.", None),
    ("Israel struck Syria on the 4th of December last year.", "2020-12-04"),
    ("Israel struck Syria 1,000 days ago.", None),
    ("Israel struck Syria in the last week of March.", "2020-03"),
    ("Israel struck Syria on 14.12.2020.", "2020-12-14"),
    ("ISRAEL STRUCK SYRIA ON MONDAY", "2021-01-18"),
    # Of a day soon to come, that was last year, an article tells the year.
    ("Egypt held talks with Sudan ahead of a summit on February 3.", None),
    ("Israel struck Syria on February 3-5.", None),
    ("Egypt is meeting Sudan on Friday.", None),
    ("Egypt and Sudan held their first talks since 2016.", None),
    ("Ahead of a vote in September, Egypt expelled a Sudanese diplomat.", None),
    ("Egypt sanctioned Sudan over the murder of a tourist in 2018.", None),
    ("Speaking in Cairo on Tuesday, Sisi condemned Sudan.", "2021-01-19"),
    ("The March 23 Movement attacked Rwanda.", None),
]


@pytest.mark.parametrize(("text", "date"), EXPRESSIONS)
def test_expressions_of_time(text: str, date: str | None, read: Read) -> None:
    claims = [claim for claim in read(text).claims if claim.relation not in {"LEADS", "REPRESENTS"}]
    assert {claim.date for claim in claims} == {date}


def test_a_week_of_two_months_is_only_sure_in_its_year(read: Read) -> None:
    (claim,) = read("Israel struck Syria last week.", "2021-07-05").claims
    assert claim.date == "2021"


FOLLOWING = [
    ("Egypt met Sudan on Monday. Libya attacked Chad a day later.", "2021-01-19"),
    ("Egypt met Sudan on Monday. Libya attacked Chad the following day.", "2021-01-19"),
    ("Egypt met Sudan on Monday. Libya attacked Chad on the same day.", "2021-01-18"),
    ("Egypt met Sudan in 2014. Libya attacked Chad in March of that year.", "2014-03"),
    ("Egypt met Sudan in 2014. Libya attacked Chad two years later.", "2016"),
    ("Egypt met Sudan. Libya attacked Chad a day later.", None),
    ("Egypt met Sudan on Monday. Libya attacked Chad.", None),
]


@pytest.mark.parametrize(("text", "date"), FOLLOWING)
def test_some_are_told_from_the_day_before_them(text: str, date: str | None, read: Read) -> None:
    assert [claim.date for claim in read(text).claims if claim.relation == "ATTACKS"] == [date]


OF_WHICH = [
    ("On Monday Egypt condemned Sudan and expelled its ambassador.", {"2021-01-18"}),
    ("Egypt condemned Sudan, which had attacked Chad in 2011.", {None, "2011"}),
    ("After months of attacks by Libya on Chad, Egypt met Sudan on Monday.", {None, "2021-01-18"}),
    ("Egypt condemned the 2011 attack by Libya on Chad.", {None, "2011"}),
    ("Egypt's president flew to Khartoum on Monday to praise Sudan.", {"2021-01-18"}),
]


@pytest.mark.parametrize(("text", "dates"), OF_WHICH)
def test_a_time_belongs_to_what_it_is_said_of(text: str, dates: set[str | None], read: Read) -> None:
    assert {claim.date for claim in read(text).claims} == dates


def test_a_headline_has_the_date_that_is_told_below_it(read: Read) -> None:
    claims = read("Israel strikes Syria\n\nIsraeli jets struck Syria near Homs on Monday, officials said.").claims
    assert {(claim.date, claim.place) for claim in claims} == {("2021-01-18", "Homs")}


@pytest.mark.parametrize(
    "text",
    [
        "Amman, 20 January 2021\n\nIsrael struck Syria on Monday.",
        "DAMASCUS, Jan. 20, 2021 (Reuters) - Israel struck Syria on Monday.",
    ],
)
def test_the_day_of_a_dateline_counts_where_no_other_is_known(text: str, read: Read) -> None:
    assert [claim.date for claim in read(text, None).claims] == ["2021-01-18"]


def test_who_tells_of_a_raid_need_not_do_so_on_its_day(read: Read) -> None:
    claims = read("Iran struck Israel near Haifa on Monday, the Israeli army said.").claims
    assert {claim.relation: (claim.date, claim.place) for claim in claims} == {
        "STRIKES": ("2021-01-18", "Haifa"),
        "ACCUSES": (None, None),
    }


def test_what_is_condemned_was_before(read: Read) -> None:
    claims = read("On Tuesday, Iran denounced Israel's strikes on Syria.").claims
    assert {claim.relation: claim.date for claim in claims} == {"CRITICIZES": "2021-01-19", "STRIKES": None}


def test_what_was_weeks_later_tells_no_day(read: Read) -> None:
    text = "In July 2014 Egypt met Sudan. Weeks later, it met Chad. A day later Libya attacked Chad."
    assert [claim.date for claim in read(text).claims if claim.relation == "ATTACKS"] == [None]
