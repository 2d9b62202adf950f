"""Sentences by phenomenon, over every relation: what each says, and what it does not say."""

import pytest

from graph.relations import relations
from tests.loaders.english.conftest import Read
from tests.loaders.english.sentence_cases import Case, cases, edges, faults

CASES = list(cases())
READS = [case for case in CASES if not case.not_yet]
NOT_YET = [case for case in CASES if case.not_yet]


@pytest.mark.parametrize("case", READS, ids=lambda case: case.id)
def test_reads(case: Case, read: Read) -> None:
    assert faults(case, edges(read(case.text))) == []


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, id=case.id, marks=pytest.mark.xfail(reason=case.not_yet, strict=True)) for case in NOT_YET],
)
def test_not_yet(case: Case, read: Read) -> None:
    assert faults(case, edges(read(case.text))) == []


def test_every_case_has_an_id_of_its_own() -> None:
    assert len({case.id for case in CASES}) == len(CASES)


def test_every_relation_has_a_case() -> None:
    assert set(relations()) <= {edge.relation for case in CASES for edge in case.expect}
