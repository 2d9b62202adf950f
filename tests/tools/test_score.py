"""The scorer: what counts as found, as right and as forbidden."""

import json
from pathlib import Path
from typing import Any

import pytest

from tools.score import Record, main, score

TEXT = "Iran arms Hezbollah. Syria met Iraq."


def actor(name: str) -> Record:
    return {"id": name.lower(), "name": name, "kind": "country", "country": None}


def claim(source: str, relation: str, target: str, **more: Any) -> Record:  # noqa: ANN401 - any field of a claim
    plain = {"status": "asserted", "hedged": False, "claimant": None, "quote": TEXT[:4], "start": 0, "end": 4}
    return {"document": "d", "source": actor(source), "relation": relation, "target": actor(target), **plain, **more}


def edge(source: str, relation: str, target: str, **more: Any) -> Record:  # noqa: ANN401 - any field of an edge
    plain = {"status": "asserted", "hedged": False, "claimant": None, "required": True, "quote": "x"}
    return {"source": [source], "relation": [relation], "target": [target], **plain, **more}


def gold(*edges: Record, **more: Any) -> list[Record]:  # noqa: ANN401 - any field of a document
    return [{"id": "d", "text": TEXT, "tags": ["t"], "edges": list(edges), **more}]


def test_found_and_right() -> None:
    total = score(gold(edge("Iran", "ARMS", "Hezbollah")), [claim("Iran", "ARMS", "Hezbollah")] * 2)
    assert (total.precision, total.recall, total.f1) == (1.0, 1.0, 1.0)
    assert total.tags["t"] == [1, 1]
    assert total.shown == []


def test_missed_and_wrong() -> None:
    total = score(gold(edge("Iran", "ARMS", "Hezbollah")), [claim("Hezbollah", "ARMS", "Iran")])
    assert (total.precision, total.recall, total.f1) == (0.0, 0.0, 0.0)
    assert [line.split()[0] for line in total.shown] == ["WRONG", "MISSED"]


def test_order_counts_only_where_the_relation_has_one() -> None:
    total = score(gold(edge("Iraq", "MEETS", "Syria")), [claim("Syria", "MEETS", "Iraq")])
    assert total.recall == 1.0


@pytest.mark.parametrize("name", ["the islamic republic of iran", "Irán", "iran"])
def test_names_are_compared_without_accents_capitals_and_article(name: str) -> None:
    wanted = edge("Iran", "ARMS", "Hezbollah") | {"source": ["The Islamic Republic of Iran", "Iran"]}
    assert score(gold(wanted), [claim(name, "ARMS", "Hezbollah")]).recall == 1.0


def test_an_optional_edge_is_right_and_not_missed() -> None:
    optional = gold(edge("Iran", "ARMS", "Hezbollah", required=False))
    assert score(optional, [claim("Iran", "ARMS", "Hezbollah")]).precision == 1.0
    assert score(optional, []).counts["required"] == 0


def test_only_asserted_claims_count() -> None:
    total = score(gold(edge("Iran", "ARMS", "Hezbollah")), [claim("Iran", "ARMS", "Hezbollah", status="planned")])
    assert total.recall == 0.0
    assert (total.counts["asserted"], total.counts["matched"], total.counts["status right"]) == (0, 1, 0)


def test_hedge_and_claimant() -> None:
    wanted = gold(edge("Iran", "ARMS", "Hezbollah", hedged=True, claimant="Jusoor", claimant_alt=["Jusoor Studies"]))
    said = claim("Iran", "ARMS", "Hezbollah", hedged=True, claimant=actor("Jusoor Studies"))
    assert score(wanted, [said]).counts["claimant right"] == 1
    assert score(wanted, [claim("Iran", "ARMS", "Hezbollah")]).counts["hedge right"] == 0


def test_forbidden() -> None:
    forbidden = gold(forbidden=[edge("Iran", "*", "Hezbollah")])
    assert score(forbidden, [claim("Iran", "MEETS", "Hezbollah")]).counts["forbidden hit"] == 1


@pytest.mark.parametrize(("quote", "right"), [("Iran", 1), ("iran", 0), ("", 0)])
def test_quotes(quote: str, right: int) -> None:
    assert score(gold(), [claim("Iran", "ARMS", "Hezbollah", quote=quote)]).counts["quotes verbatim"] == right


def test_ignored_relations_are_not_wrong() -> None:
    total = score(gold(), [claim("Iran", "MEETS", "Iraq")], frozenset({"MEETS"}))
    assert (total.counts["asserted"], total.shown) == (0, [])


def test_what_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, rows in {
        "gold": gold(edge("Iran", "ARMS", "Hezbollah"), edge("Iran", "MEETS", "Iraq")),
        "claims": [claim("Iran", "ARMS", "Hezbollah")],
    }.items():
        (tmp_path / name).write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    main([str(tmp_path / "gold"), str(tmp_path / "claims"), "--tags", "--misses", "3"])
    assert capsys.readouterr().out.splitlines() == [
        "  t                  1/2",
        "MISSED d: Iran MEETS Iraq | x",
        "documents 1  required 2  found 1  asserted 1  right 1",
        "precision 1.000  recall 0.500  F1 0.667",
        "status 1.000  hedge 1.000  claimant nan  verbatim quotes 1.000  forbidden hit 0",
    ]
