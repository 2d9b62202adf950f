"""What the reader makes of the gold: a change that reads it worse must not pass unseen."""

from __future__ import annotations

import json
import math
import os
from functools import cache
from pathlib import Path

import pytest

from tools.evaluation import Result, claim_results, event_results

FIGURES: dict[str, dict[str, float]] = json.loads((Path(__file__).parent / "figures.json").read_text("utf-8"))
POINT = 0.01
SHARED = ("the sample article", "PLOVER records", "PETRARCH records", "invented countries")


@cache
def results() -> dict[str, Result]:
    return {each.suite: each for each in (*claim_results(), *event_results())}


@pytest.mark.parametrize("suite", sorted(FIGURES))
def test_no_figure_falls_by_more_than_a_point(suite: str) -> None:
    if suite in SHARED and suite not in results():
        if os.environ.get("CI"):
            pytest.fail(f"no records for {suite}")
        pytest.skip(f"no records for {suite}: they stand in shared/evaluation beside the project")
    now = results()[suite].figures
    fallen = {
        name: (before, now[name])
        for name, before in FIGURES[suite].items()
        if before <= 1 and now[name] < before - POINT
    }
    assert fallen == {}


def test_every_suite_is_recorded() -> None:
    assert set(results()) <= set(FIGURES)


def test_every_quote_is_verbatim() -> None:
    # A suite that gives no claim has no quotes, and NaN as their share.
    shares = [each.figures["verbatim"] for each in results().values() if "verbatim" in each.figures]
    assert {share for share in shares if not math.isnan(share)} == {1.0}
