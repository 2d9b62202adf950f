"""The data of the reader holds together: patterns, senses, relations, keys, expressions."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml

import loaders.english
from graph.errors import InputError, VocabularyError
from graph.relations import Polarity, relations
from loaders.english._data import load
from loaders.english._frames import FILES, _frame, lexicon
from loaders.english._patterns import Pattern, compile_noun, compile_verb

PACKAGE = Path(str(files(loaders.english)))
DATA = PACKAGE / "data"
COMPILERS = {"verbs": compile_verb, "adjectives": compile_verb, "nouns": compile_noun, "roles": compile_noun}
ROWS = [(file, row) for file in FILES for row in load(f"frames/{file}.yaml")]
FRAMES = pytest.mark.parametrize("row", [row for _, row in ROWS], ids=[row["frame"] for _, row in ROWS])
FITTED = {"antecedents.yaml", "linker.yaml", "reliability.yaml", "unsaid.yaml"}
WORD_LISTS = sorted(path.name for path in DATA.glob("*.yaml") if path.name not in FITTED)


def patterns(row: dict[str, Any]) -> Iterator[tuple[str, Pattern]]:
    for part, compiler in COMPILERS.items():
        for text in row.get(part, ()):
            for pattern in compiler(text):
                yield part, pattern


def scalars(node: object) -> Iterator[object]:
    if isinstance(node, dict | list):
        for each in node.values() if isinstance(node, dict) else node:
            yield from scalars(each)
    else:
        yield node


def test_every_file_of_frames_is_read_and_holds_some() -> None:
    assert {path.stem for path in (DATA / "frames").glob("*.yaml")} == set(FILES)
    assert {file for file, _ in ROWS} == set(FILES)


def test_names_of_frames_differ() -> None:
    assert [name for name, count in Counter(row["frame"] for _, row in ROWS).items() if count > 1] == []


@FRAMES
def test_patterns_compile_and_there_is_one(row: dict[str, Any]) -> None:
    assert list(patterns(row)) or row.get("compounds")


@FRAMES
def test_fields_have_values_that_mean_something(row: dict[str, Any]) -> None:
    frame = _frame(row)
    assert frame.control in {"S", "T"}
    assert frame.inherit in {"", "subject", "target", "source"}
    assert frame.source in {"", "speaker"}
    assert set(frame.by_content) <= {each.value for each in Polarity}
    assert frame.relation or frame.by_content or frame.content


@FRAMES
def test_no_pattern_stands_twice_in_a_frame(row: dict[str, Any]) -> None:
    found = Counter((part, replace(pattern, text="")) for part, pattern in patterns(row))
    assert sorted(f"{part}: {pattern.word}" for (part, pattern), count in found.items() if count > 1) == []


def test_every_sense_exists() -> None:
    entries = [each for part in (lexicon().verbs, lexicon().nouns, lexicon().roles) for each in part.values()]
    used = {
        filler.sense
        for group in entries
        for entry in group
        for filler in (entry.pattern.subject, *entry.pattern.objects, *(each.filler for each in entry.pattern.obliques))
    } - {""}
    assert sorted(used - set(lexicon().senses)) == []
    assert sorted(set(lexicon().senses) - used - {"light"}) == []


def test_every_relation_that_can_be_read_is_carried_by_a_frame() -> None:
    named = {name for _, row in ROWS for name in (row.get("relation"), *row.get("by_content", {}).values()) if name}
    assert sorted(set(relations()) - named) == []


def test_patterns_that_fit_alike_agree_on_the_relation() -> None:
    found: dict[tuple[str, Pattern, str], set[str]] = {}
    for _, row in ROWS:
        for part, pattern in patterns(row):
            if row.get("relation") and not pattern.content:
                targets = ",".join(row.get("targets", ()))
                found.setdefault((part, replace(pattern, text=""), targets), set()).add(row["relation"])
    assert sorted(f"{key[1].word}: {sorted(names)}" for key, names in found.items() if len(names) > 1) == []


@pytest.mark.parametrize("file", WORD_LISTS)
def test_words_are_texts_and_stand_once(file: str) -> None:
    """YAML takes an unquoted no, on or yes for a truth value."""
    assert [each for each in scalars(load(file)) if not isinstance(each, str) or not each.strip()] == []
    lists = [node for node in _lists(load(file)) if all(isinstance(each, str) for each in node)]
    assert [word for node in lists for word, count in Counter(node).items() if count > 1] == []


def _lists(node: object) -> Iterator[list[object]]:
    if isinstance(node, list):
        yield node
    for each in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _lists(each)


def keys_in_code() -> list[tuple[str, str]]:
    """What the code asks of the data: `words(file, key)` and `load(file)[key]`, where both are written out."""
    found = set()
    for path in PACKAGE.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "words":
                asked: list[ast.expr] = node.args
            elif isinstance(node, ast.Subscript) and isinstance(node.value, ast.Call):
                asked = [*node.value.args, node.slice]
            else:
                continue
            texts = [each.value for each in asked if isinstance(each, ast.Constant) and isinstance(each.value, str)]
            if len(texts) == 2 and texts[0].endswith(".yaml"):
                found.add((texts[0], texts[1]))
    return sorted(found)


def test_keys_in_code_are_found() -> None:
    assert ("speech.yaml", "say") in keys_in_code()
    assert ("linker.yaml", "weights") in keys_in_code()


@pytest.mark.parametrize(("file", "key"), keys_in_code(), ids="/".join)
def test_every_key_that_the_code_reads_exists(file: str, key: str) -> None:
    assert load(file)[key] or load(file)[key] == 0


@pytest.mark.parametrize("part", ["outside", "dateline"])
def test_expressions_compile(part: str) -> None:
    assert all(re.compile(text) for text in load("boilerplate.yaml")[part])


def test_weights_of_the_linker_are_of_features_that_exist() -> None:
    ends = {
        f"{end}{part}"
        for end in ("source", "target")
        for part in ("", "-kind", "-how", "-between", "-dep", "-hangs", "-side", "-sure")
    }
    families = {
        "predicate",
        "relation",
        "via",
        "asks",
        "content",
        "trust",
        "network",
        "network-other",
        "beside a frame",
        "brief",
        "network-best",
        "implied",
        "sources",
        "targets",
        "target-told",
        "target-here",
        "target-rank",
        "before",
        *ends,
    }
    alone = {"brief", "headline", "far", "long", "inverted", "same-country", "own-country", "quoted"}
    alone |= {f"{end}-{part}" for end in ("source", "target") for part in ("stranger", "distant")}
    names = set(load("linker.yaml")["weights"])
    assert {name.split(":")[0] for name in names if ":" in name} <= families
    assert {name for name in names if ":" not in name} <= alone


def test_gates_name_relations_and_kinds_that_exist() -> None:
    kinds = {"country", "organization", "armed_group", "agency", "person", "outlet", "company", "people"}
    rules = load("gates.yaml")
    assert {name for rule in rules["kinds"] for name in rule["relations"]} | set(rules["outlets"]) <= set(relations())
    assert {kind for rule in rules["kinds"] for kind in (*rule.get("source", ()), *rule.get("target", ()))} <= kinds


@pytest.mark.parametrize(
    ("text", "error", "problem"),
    [
        ("{frame: arm, relation: ARMZ, verbs: [S arm T]}", VocabularyError, "ARMZ"),
        ("{frame: arm, verb: [S arm T]}", InputError, "verb"),
        ("{relation: ARMS}", InputError, "ARMS"),
        ("{frame: arm, content: hoped}", ValueError, "hoped"),
    ],
)
def test_frames_that_are_refused(text: str, error: type[Exception], problem: str) -> None:
    with pytest.raises(error, match=problem):
        _frame(yaml.safe_load(text))
