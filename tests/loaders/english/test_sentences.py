"""Where sentences end, and where the attribution at the end of one begins."""

import pytest

from loaders.english._sentences import LONGEST, attribution, sentences

TWO = [
    ("Iran met Iraq.", "Israel stayed away."),
    ("Did Iran meet Iraq?", "Nobody knows."),
    ("“We agreed.”", "He left."),
    ('"We agreed."', "He left."),
    ("He left (for Iraq).", "Iran waited."),
    ("“We agreed.”", "“We did not.”"),
    ("He flew to the U.S.", "The envoy stayed."),
    ("It belongs to Gazprom Ltd.", "The company denied it."),
    ("They met at 5 p.m.", "On Monday they left."),
    ("They met at 5 p.m.", "No deal was signed."),
    ("Iran waited…", "Iraq did not."),
    ("It fired in 2019.", "Élysée officials were silent."),
    pytest.param(
        ("He is in group B.", "The others left."),
        marks=pytest.mark.xfail(strict=True, reason="a letter at the end of a sentence is taken for an initial"),
    ),
]
ONE = [
    "Gen. Ali met Dr. Haddad and Mr. Saleh.",
    "Lt. Gen. Khalid met the U.N. envoy.",
    "J. R. Smith of the U.S. Navy met George W. Bush.",
    "The U.S. Treasury and the U.K. Foreign Office agreed.",
    "Sen. Lindsey Graham left on Sept. 11.",
    "It was No. 5 on the list of St. Petersburg.",
    "Prices rose by 3.5 percent.",
    "He said (in Arabic) that it was over.",
    "The firm, Iran Air Co. of Tehran, refused.",
    "Iran asked “Why?” and left.",
    "It was vs. Iraq, i.e. Baghdad.",
]


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


@pytest.mark.parametrize("pair", TWO)
def test_two(pair: tuple[str, str]) -> None:
    assert split(" ".join(pair)) == list(pair)


@pytest.mark.parametrize("text", ONE)
def test_one(text: str) -> None:
    assert split(text) == [text]


def test_only_the_part_that_is_asked_for() -> None:
    text = "A. One here. Two here. Three here."
    assert [text[start:end] for start, end in sentences(text, 3, 22)] == ["One here.", "Two here."]


def test_white_space_is_left_out() -> None:
    assert split("  Iran met Iraq.\n\n  Israel left.\t") == ["Iran met Iraq.", "Israel left."]


def test_a_run_without_end_is_cut_between_words() -> None:
    text = "word " * 5000
    parts = split(text)
    assert all(len(part) <= LONGEST for part in parts)
    assert " ".join(part.strip() for part in parts) == text.strip()


def test_a_run_without_blanks_is_cut() -> None:
    parts = split("x" * 5000)
    assert "".join(parts) == "x" * 5000
    assert max(map(len, parts)) <= LONGEST


TAILS = [
    ("Mali expelled the French envoy,", "the foreign ministry said on Monday."),
    ("Mali expelled the French envoy,", "Reuters reported."),
    ("Rebels attacked the town of Kidal,", "a UN official told reporters."),
    ("Israel struck Syria again overnight,", "state media said."),
    ("Chad closed its border with Sudan,", "the interior minister announced late on Friday."),
    ("“Iran will answer every attack on it,”", "the general was quoted as saying."),
]


@pytest.mark.parametrize(("main", "tail"), TAILS)
def test_attribution_at_the_end(main: str, tail: str) -> None:
    text = f"{main} {tail}"
    found = attribution(text)
    assert found is not None
    assert text[found:] == tail


@pytest.mark.parametrize(
    "text",
    [
        "Mali expelled the French envoy.",
        "The foreign ministry said on Monday that Mali expelled the envoy.",
        "Mali expelled the French envoy, who the ministry said had spied.",
        "Mali expelled the French envoy, and the ministry said nothing.",
        "Mali expelled the envoy, which France said was wrong.",
        "No, he said.",
        "Mali met Chad, Niger, Togo and Benin.",
        "x, y said." * 400,
    ],
)
def test_no_attribution_at_the_end(text: str) -> None:
    assert attribution(text) is None
