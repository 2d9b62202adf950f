"""The reader binds an office to its holder as the resolution of names does."""

from __future__ import annotations

import pytest

from tests.loaders.english.conftest import Read
from tests.loaders.resolution.offices import CASES


@pytest.mark.parametrize(("phrase", "of", "date", "held_by"), CASES)
def test_who_acts(read: Read, phrase: str, of: str, date: str, held_by: str) -> None:
    claims = read(f"{phrase} accused Syria of lying on Monday.", date).claims
    accusing = {each.source for each in claims if each.relation == "ACCUSES" and each.target == "syria"}
    assert held_by in accusing
    assert accusing <= {held_by, of}
