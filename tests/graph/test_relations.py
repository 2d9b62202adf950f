from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from graph.errors import VocabularyError
from graph.relations import Polarity, cameo_relation, relation, relations

_CODES = [
    code
    for line in Path(__file__).with_name("cameo-codes.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for code in line.split()
]


def test_the_list_of_codes_is_whole() -> None:
    assert len(_CODES) == len(set(_CODES)) == 318
    assert sum(len(code) == 2 for code in _CODES) == 20
    assert {code[:-1] for code in _CODES if len(code) > 2} <= set(_CODES)


@pytest.mark.parametrize("code", _CODES)
def test_every_cameo_code_has_one_event_relation(code: str) -> None:
    found = cameo_relation(code)
    assert not found.stative
    prefixes = [
        (prefix, each.name) for each in relations().values() for prefix in each.cameo if code.startswith(prefix)
    ]
    longest = max(len(prefix) for prefix, _ in prefixes)
    assert [name for prefix, name in prefixes if len(prefix) == longest] == [found.name]


def test_no_two_relations_claim_the_same_prefix() -> None:
    prefixes = Counter(prefix for each in relations().values() for prefix in each.cameo)
    assert [prefix for prefix, times in prefixes.items() if times > 1] == []
    assert set(prefixes) <= set(_CODES)


@pytest.mark.parametrize("code", ["", "0", "00", "21", "1", "210", "x1", "ARMS"])
def test_a_code_outside_cameo_is_refused(code: str) -> None:
    with pytest.raises(VocabularyError, match="unknown CAMEO code"):
        cameo_relation(code)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("010", "COMMENTS_ON"),
        ("015", "ATTACKS"),
        ("042", "MEETS"),
        ("046", "NEGOTIATES_WITH"),
        ("0871", "CEASES_FIRE_WITH"),
        ("0872", "WITHDRAWS_FROM"),
        ("1384", "THREATENS"),
        ("1312", "THREATENS"),
        ("163", "SANCTIONS"),
        ("1661", "EXPELS"),
        ("174", "EXPELS"),
        ("1831", "STRIKES"),
        ("195", "STRIKES"),
        ("204", "ATTACKS"),
    ],
)
def test_codes_whose_relation_is_easily_mistaken(code: str, name: str) -> None:
    assert cameo_relation(code).name == name


def test_every_name_is_fit_for_cypher() -> None:
    assert all(re.fullmatch(r"[A-Z]+(_[A-Z]+)*", name) for name in relations())


def test_forty_event_relations_and_eight_stative() -> None:
    stative = [each.name for each in relations().values() if each.stative]
    assert len(relations()) == 48
    assert len(stative) == 8


def test_the_sign_of_the_weight_is_that_of_the_polarity() -> None:
    for each in relations().values():
        if each.polarity is Polarity.COOPERATION:
            assert each.weight is not None and 0 < each.weight <= 10, each.name
        elif each.polarity is Polarity.CONFLICT:
            assert each.weight is not None and -10 <= each.weight < 0, each.name


def test_an_unknown_relation_names_the_choices() -> None:
    with pytest.raises(VocabularyError, match=r"unknown relation 'arms': choose one of MEETS, "):
        relation("arms")
