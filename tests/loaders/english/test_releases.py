"""Press releases that are not called one."""

from __future__ import annotations

import pytest

from loaders.english._releases import is_release

RELEASE = """Amman, 9 March 2021

Minister of Foreign Affairs Ayman Safadi received the foreign minister of the sisterly State of Kuwait during an
official visit to the Kingdom. The two sides discussed bilateral relations and exchanged views."""

MINISTER = """Sofia (03/05/2022) - The Minister of Foreign Affairs of Bulgaria, Teodora Genchovska, received her
Moldovan counterpart. The Minister stated that bilateral relations were good. The two sides exchanged views."""


def test_formal_words_of_a_dated_text_are_a_release() -> None:
    assert is_release(RELEASE)


def test_a_minister_called_so_with_a_capital_is_the_writers_own() -> None:
    assert is_release(MINISTER)
    assert not is_release(MINISTER.replace("The Minister stated", "The minister told reporters"))


@pytest.mark.parametrize(
    "words", ["By Ali Hassan\n\n", "(Reuters) - ", "Petra News Agency\n\n", "Witnesses and analysts: "]
)
def test_what_a_newspaper_writes_is_none(words: str) -> None:
    assert not is_release(words + RELEASE)


@pytest.mark.timeout(20)
@pytest.mark.parametrize("part", ["\n", "A-", " ", "By A", "expressed a’s ", "according to the "], ids=repr)
def test_time_grows_with_the_text(part: str) -> None:
    """A square of its length would take minutes."""
    assert not is_release(part * 200_000)
