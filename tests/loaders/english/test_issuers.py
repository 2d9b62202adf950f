"""Texts that are somebody's statement, and texts that only look like one."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.model import Document
from loaders.english import EnglishReader

_TEXTS = Path(__file__).with_name("issuers")


def _cases(name: str) -> list[Any]:
    found: list[dict[str, str]] = yaml.safe_load((_TEXTS / f"{name}.yaml").read_text(encoding="utf-8"))
    return [pytest.param(each, id=each["id"]) for each in found]


def _claimants(case: dict[str, str], reader: EnglishReader) -> Counter[str | None]:
    reading = reader.read(Document(case["id"], "", case["text"], published="2023-06-01"))
    names = {each.id: each.name for each in reading.actors}
    return Counter(names.get(each.claimant) if each.claimant else None for each in reading.claims)


@pytest.mark.parametrize("case", _cases("statements"))
def test_who_issues_a_statement_says_what_it_says(case: dict[str, str], reader: EnglishReader) -> None:
    found = _claimants(case, reader)
    assert found[case["issuer"]] > found.total() / 2, found


@pytest.mark.parametrize("case", _cases("reports"))
def test_a_report_or_a_column_is_nobodys_statement(case: dict[str, str], reader: EnglishReader) -> None:
    found = _claimants(case, reader)
    assert found[None], found


@pytest.mark.parametrize("case", _cases("spoken"))
def test_who_is_asked_or_writes_says_what_he_says(case: dict[str, str], reader: EnglishReader) -> None:
    found = _claimants(case, reader)
    speaker = case.get("speaker")
    assert speaker is None or found[speaker] >= 2, found
    assert speaker is not None or found.keys() <= {None}, found
