"""`detente extract`: one claim a line, with the text's own offsets."""

import json
from pathlib import Path

from tests.detente.doubles import Command, SmallStore

TEXT = "Talks\r\n\r\nIran arms Hezbollah. “Yes,” one said.\r\nRussia arms Syria."


def test_json_lines_have_the_agreed_fields(detente: Command, tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_bytes(TEXT.encode())
    found = detente("extract", "talks.txt", "--format", "jsonl")
    assert found.status == 0
    first, second = [json.loads(line) for line in found.out.splitlines()]
    assert list(first) == [
        *("document", "source", "relation", "target", "status", "hedged", "claimant"),
        *("quote", "start", "end", "sentence", "date", "place", "confidence"),
    ]
    assert first["document"] == "talks"
    assert first["source"] == {"id": "iran", "name": "Iran", "kind": "country", "country": "XXX"}
    assert (first["relation"], first["target"]["name"], first["claimant"]) == ("ARMS", "Hezbollah", None)
    assert all(TEXT[claim["start"] : claim["end"]] == claim["quote"] for claim in (first, second))


def test_extract_needs_no_store(detente: Command, store: SmallStore, tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(TEXT)
    detente("extract", "talks.txt")
    assert store.asked == []
    assert store.readings == {}


def test_table_shows_quotes_and_what_was_read(detente: Command, tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(TEXT)
    found = detente("extract", "talks.txt")
    assert "talks: 2 claims" in found.out
    assert "Iran arms Hezbollah." in found.out
    assert found.err == "read talks: 2 claims\n"


def test_id_names_the_article(detente: Command, tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(TEXT)
    found = detente("extract", "talks.txt", "--id", "t-1", "--format", "jsonl")
    assert {json.loads(line)["document"] for line in found.out.splitlines()} == {"t-1"}


def test_id_for_two_articles_is_a_usage_error(detente: Command, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    found = detente("extract", "a.txt", "b.txt", "--id", "t-1")
    assert (found.status, found.out) == (2, "")
    assert "--id" in found.err


def test_json_lines_from_standard_input(detente: Command) -> None:
    line = json.dumps({"id": "a1", "text": TEXT, "date": "2021-01-19", "title": None}) + "\n"
    found = detente("extract", "-", "--format", "jsonl", stdin=line.encode() * 2)
    assert found.status == 0
    assert [json.loads(line)["document"] for line in found.out.splitlines()] == ["a1"] * 4
