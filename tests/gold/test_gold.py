"""The gold files keep their format, so that a score on them means something."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.model import Status
from graph.relations import relations

HERE = Path(__file__).parent
SCORED = ("scored/challenge.jsonl", "scored/articles.jsonl", "scored/off_topic.jsonl")
TRAINING = ("training/challenge.jsonl", "training/articles.jsonl", "training/off_topic.jsonl")
# What the reader learns from besides.
LEARNED = tuple(
    f"../../training/gold/{each.name}" for each in sorted((HERE.parents[1] / "training/gold").glob("*.jsonl"))
)
FILES = ("challenge.jsonl", "articles.jsonl", *TRAINING, *SCORED, *LEARNED)
DOCUMENT_KEYS = {"id", "text", "date", "tags", "edges", "forbidden"}
EDGE_KEYS = {"source", "relation", "target", "status", "hedged", "claimant", "required", "quote"}
# The words of the quote that stand for the two and for the act, where they are marked.
WORDS = ("source_said", "target_said", "act")
# When and where the act was, by the text, where that is marked: accepted answers, none where the text does not say.
SCENE = {"dates", "places"}
FORBIDDEN_KEYS = {"source", "relation", "target", "why"}

Record = dict[str, Any]


def _documents(name: str) -> list[Record]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _edges(name: str) -> Iterator[tuple[Record, Record]]:
    for document in _documents(name):
        for edge in document["edges"]:
            yield document, edge


def _is_names(value: object) -> bool:
    if not isinstance(value, list) or not value:
        return False
    texts = [each for each in value if isinstance(each, str) and each and each == each.strip()]
    return len(texts) == len(value) == len(set(texts))


@pytest.mark.parametrize("name", FILES)
def test_documents_are_complete(name: str) -> None:
    for document in _documents(name):
        assert set(document) == DOCUMENT_KEYS, document["id"]
        assert document["text"] == document["text"].strip() != "", document["id"]
        assert document["date"] is None or date.fromisoformat(document["date"]), document["id"]
        assert _is_names(document["tags"]), document["id"]


def test_ids_are_unique() -> None:
    ids = Counter(document["id"] for name in FILES for document in _documents(name))
    assert [each for each, times in ids.items() if times > 1] == []


def test_texts_are_unique() -> None:
    texts = Counter(document["text"] for name in FILES for document in _documents(name))
    assert [each for each, times in texts.items() if times > 1] == []


@pytest.mark.parametrize("name", FILES)
def test_dates_and_places_are_told_by_the_text(name: str) -> None:
    for document, edge in _edges(name):
        if not SCENE.isdisjoint(edge):
            assert set(edge) >= SCENE, (document["id"], edge)
            assert edge["status"] in {"asserted", "negated"}, (document["id"], edge)
            assert all(re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", each) for each in edge["dates"]), (
                document["id"],
                edge,
            )
            assert all(each.lower() in document["text"].lower() for each in edge["places"]), (document["id"], edge)


@pytest.mark.parametrize("name", FILES)
def test_edges_are_complete(name: str) -> None:
    for document, edge in _edges(name):
        assert EDGE_KEYS <= set(edge) <= EDGE_KEYS | {"claimant_alt", *WORDS, *SCENE}, (document["id"], edge)
        assert _is_names(edge["source"]) and _is_names(edge["target"]), (document["id"], edge)
        assert isinstance(edge["hedged"], bool), (document["id"], edge)
        assert isinstance(edge["required"], bool), (document["id"], edge)
        assert edge["claimant"] is None or edge["claimant"].strip(), (document["id"], edge)
        assert "claimant_alt" not in edge or (edge["claimant"] and _is_names(edge["claimant_alt"])), document["id"]


@pytest.mark.parametrize("name", FILES)
def test_quotes_are_verbatim(name: str) -> None:
    missing = [
        (document["id"], edge["quote"]) for document, edge in _edges(name) if edge["quote"] not in document["text"]
    ]
    empty = [document["id"] for document, edge in _edges(name) if not edge["quote"].strip()]
    assert missing == [] == empty


@pytest.mark.parametrize("name", FILES)
def test_words_that_stand_for_something_are_of_the_quote(name: str) -> None:
    wrong = [
        (document["id"], edge["quote"], edge[part])
        for document, edge in _edges(name)
        for part in WORDS
        if part in edge and not (edge[part] and edge[part] in edge["quote"])
    ]
    assert wrong == []


@pytest.mark.parametrize("name", FILES)
def test_relations_and_statuses_exist(name: str) -> None:
    for document, edge in _edges(name):
        assert _is_names(edge["relation"]), (document["id"], edge)
        assert set(edge["relation"]) <= set(relations()), (document["id"], edge)
        assert edge["status"] in {each.value for each in Status}, (document["id"], edge)


@pytest.mark.parametrize("name", FILES)
def test_nobody_acts_on_itself(name: str) -> None:
    assert [
        (document["id"], edge["quote"]) for document, edge in _edges(name) if set(edge["source"]) & set(edge["target"])
    ] == []


@pytest.mark.parametrize("name", FILES)
def test_forbidden_edges_have_a_reason(name: str) -> None:
    for document in _documents(name):
        for edge in document["forbidden"]:
            assert set(edge) == FORBIDDEN_KEYS, (document["id"], edge)
            assert _is_names(edge["source"]) and _is_names(edge["target"]), (document["id"], edge)
            assert set(edge["relation"]) <= {*relations(), "*"}, (document["id"], edge)
            assert edge["why"].strip(), (document["id"], edge)


@pytest.mark.parametrize("name", FILES)
def test_no_forbidden_edge_is_also_right(name: str) -> None:
    for document in _documents(name):
        for bad in document["forbidden"]:
            clash = [edge["quote"] for edge in document["edges"] if edge["status"] == "asserted" and _same(bad, edge)]
            assert clash == [], (document["id"], bad)


def _same(bad: Record, edge: Record) -> bool:
    shared = set(edge["relation"]) if "*" in bad["relation"] else set(edge["relation"]) & set(bad["relation"])
    if not shared:
        return False
    turned = any(relations()[each].symmetric for each in shared) and _ends_meet(bad, edge["target"], edge["source"])
    return turned or _ends_meet(bad, edge["source"], edge["target"])


def _ends_meet(bad: Record, source: list[str], target: list[str]) -> bool:
    return bool(set(bad["source"]) & set(source) and set(bad["target"]) & set(target))


def test_every_relation_is_required_twice_as_an_active_verb() -> None:
    counts = Counter(
        edge["relation"][0]
        for document, edge in _edges("challenge.jsonl")
        if "active" in document["tags"] and edge["required"] and edge["status"] == "asserted"
    )
    assert [each for each in relations() if counts[each] < 2] == []


def test_scored_sentences_require_every_relation() -> None:
    found = {
        edge["relation"][0]
        for _, edge in _edges("scored/challenge.jsonl")
        if edge["required"] and edge["status"] == "asserted"
    }
    assert [each for each in relations() if each not in found] == []


def test_scored_articles_are_as_long_as_articles() -> None:
    lengths = {document["id"]: len(document["text"].split()) for name in SCORED[1:] for document in _documents(name)}
    assert len(lengths) >= 20
    assert [each for each, words in lengths.items() if not 250 <= words <= 600] == []


def test_texts_without_event_have_no_edges() -> None:
    plain = [document for name in FILES for document in _documents(name) if "no-event" in document["tags"]]
    assert len(plain) >= 56
    assert [document["id"] for document in plain if document["edges"]] == []


def test_every_relation_is_required_thrice_in_training() -> None:
    counts = Counter(
        edge["relation"][0]
        for _, edge in _edges("training/challenge.jsonl")
        if edge["required"] and edge["status"] == "asserted"
    )
    assert [each for each in relations() if counts[each] < 3] == []


def test_forty_training_sentences_have_no_edge() -> None:
    plain = [document for document in _documents("training/challenge.jsonl") if not document["edges"]]
    assert len(plain) >= 40
    assert [document["id"] for document in plain if "no-event" not in document["tags"]] == []
