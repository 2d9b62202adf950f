"""`detente why`: claims with their reasons, sentences with all that was considered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from detente._reading import open_explainer
from tests.detente.doubles import Command

TEXT = (
    "Iran has reportedly armed Hezbollah, Israel said on Monday. Belarus frobnicated. "
    "Israel has warned both Syria and Iran."
)
EXPLAIN = open_explainer()


@pytest.fixture(autouse=True)
def article(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr("detente._reading.open_explainer", lambda _actors=(): EXPLAIN)
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_every_claim_has_its_reasons(detente: Command) -> None:
    found = detente("why", "article.txt")
    assert (found.status, found.err) == (0, "")
    assert found.out.startswith("1 Iran ARMS Hezbollah ")
    for line in (
        "quote      Iran has reportedly armed Hezbollah (0 to 35)",
        "stands in  loaders/english/data/frames/aid.yaml, line ",
        'source     "Iran" is Iran (iran, country): name',
        "hedged     reportedly",
        'claimant   israel: "Israel said"',
    ):
        assert f"  {line}" in found.out


def test_one_claim(detente: Command) -> None:
    everything = json.loads(detente("why", "article.txt", "--format", "json").out)
    last = len(everything["claims"])
    assert (
        json.loads(detente("why", "article.txt", "--claim", str(last), "--format", "json").out)
        == (everything["claims"][-1])
    )
    assert detente("why", "article.txt", "--claim", str(last)).out.startswith(f"{last} Israel WARNS Iran")


def test_one_sentence(detente: Command) -> None:
    found = detente("why", "article.txt", "--sentence", "3")
    assert "text    Belarus frobnicated." in found.out
    assert "no frame  for frobnicated" in found.out
    assert "claims  none" in found.out
    record = json.loads(detente("why", "article.txt", "--sentence", "3", "--format", "json").out)
    assert [word["text"] for word in record["words"]] == ["Belarus", "frobnicated", "."]
    assert record["unknown"] == ["frobnicated"]
    assert TEXT[record["start"] : record["end"]] == record["text"]


def test_a_short_text_without_claims_shows_what_was_considered(detente: Command) -> None:
    found = detente("why", "--text", "Belarus frobnicated.")
    assert found.status == 0
    assert found.out.startswith("text: no claims\nsentence 1 of 1")


def test_a_longer_one_names_the_option(detente: Command, article: Path) -> None:
    article.write_text("It rained. It snowed. It froze. It thawed. It rained again.", encoding="utf-8")
    assert detente("why", "article.txt").out == "article: no claims; look at one with --sentence N, from 1 to 5\n"


def test_standard_input_is_a_text_or_a_json_line(detente: Command) -> None:
    told = detente("why", "-", "--format", "json", stdin=TEXT.encode()).out
    line = json.dumps({"id": "text", "text": TEXT}).encode()
    assert json.loads(told)["claims"]
    assert detente("why", "-", "--format", "json", stdin=line).out == told


@pytest.mark.parametrize(
    ("arguments", "status", "problem"),
    [
        ((), 2, "FILE"),
        (("article.txt", "--text", "Iran"), 2, "FILE"),
        (("article.txt", "--claim", "99"), 2, "claims"),
        (("article.txt", "--sentence", "99"), 2, "the article has 4 sentences"),
        (("article.txt", "--claim", "1", "--sentence", "1"), 2, "--sentence"),
        (("missing.txt",), 1, "missing.txt"),
        (("two.jsonl",), 1, "--article: a1, a2"),
        (("two.jsonl", "--article", "a3"), 1, "a1, a2"),
        (("-",), 1, "UTF-8"),
        (("--text", ""), 1, "no text"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    arguments: tuple[str, ...], status: int, problem: str, detente: Command, tmp_path: Path
) -> None:
    rows = [json.dumps({"id": name, "text": TEXT}) for name in ("a1", "a2")]
    (tmp_path / "two.jsonl").write_text("\n".join(rows), encoding="utf-8")
    found = detente("why", *arguments, stdin=b"\xff\xfeI")
    assert (found.status, found.out, found.err.count("\n")) == (status, "", 1)
    assert problem in found.err


def test_one_article_of_several(detente: Command, tmp_path: Path) -> None:
    rows = [
        json.dumps({"id": name, "text": text})
        for name, text in (("a1", TEXT), ("a2", "Israel has warned both Syria and Iran."))
    ]
    (tmp_path / "two.jsonl").write_text("\n".join(rows), encoding="utf-8")
    found = json.loads(detente("why", "two.jsonl", "--article", "a2", "--format", "json").out)
    assert (found["document"], len(found["sentences"])) == ("a2", 1)


def test_text_from_outside_steers_no_terminal(detente: Command, article: Path) -> None:
    article.write_text("Iran armed \x1b[31m[bold]Hezbollah[/bold]\x9b\u202e.", encoding="utf-8")
    for arguments in ((), ("--sentence", "1"), ("--format", "json")):
        found = detente("why", "article.txt", *arguments)
        assert not {"\x1b", "\x9b", "\u202e"} & set(found.out)
        assert "[bold]" in found.out
