"""Two surnames side by side are one name of somebody else."""

from __future__ import annotations

import pytest

from graph.register import Register
from tests.loaders.resolution.marked import Marked, sentences
from tests.loaders.resolution.test_resolution import outcomes

CASES = sentences("sentences-pairs.txt")


@pytest.fixture(scope="module")
def register() -> Register:
    return Register.load()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:40])
def test_each_is_read_without_a_fault(register: Register, case: Marked) -> None:
    right, wrong, _ = outcomes(register, case)
    assert (right, wrong) == (len(case.mentions), [])


def test_there_are_traps_and_right_ones() -> None:
    assert sum(len(case.mentions) < 2 for case in CASES) >= 20
    assert sum(len(case.mentions) for case in CASES) >= 40
