"""Explanations tell what the reader did: the same claims, and reasons that add up."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import TypeAlias

import pytest

from graph.model import Document, document_id
from loaders.english import EnglishReader
from loaders.english.why import Explanation, Tried, explain
from tests.loaders.english.sentence_cases import cases

ROOT = Path(__file__).parents[3]
Explain: TypeAlias = Callable[[str], Explanation]


@pytest.fixture(scope="module")
def why(reader: EnglishReader) -> Explain:
    return lambda text: explain(reader, document(text))


def document(text: str) -> Document:
    return Document(document_id(text), "test", text, published="2021-01-20")


def test_claims_are_those_of_the_reading_and_each_has_its_reasons(reader: EnglishReader, why: Explain) -> None:
    told = 0
    for case in islice(cases(), 0, None, 25):
        reading, found = reader.read(document(case.text)), why(case.text)
        assert [(each.source, each.relation, each.target, each.start, each.end) for each in found.claims] == [
            (each.source, each.relation, each.target, each.start, each.end) for each in reading.claims
        ]
        for each, claim in zip(found.claims, reading.claims, strict=True):
            assert (each.edge is None) == bool(each.title or each.denial), case.id
            assert bool(each.hedged_by) == claim.hedged, case.id
            assert bool(each.claimant_by) == bool(claim.claimant), case.id
            assert (each.date, each.place) == (claim.date, claim.place), case.id
            assert bool(each.date_by) == bool(claim.date), case.id
            assert each.edge is None or each.edge.confidence <= claim.confidence
            assert each.edge is None or claim.status == "asserted" or each.status_by, case.id
            told += 1
    assert told > 30


def test_weights_add_up_to_the_confidence(why: Explain) -> None:
    seen = 0
    for case in islice(cases(), 0, None, 25):
        for sentence in why(case.text).sentences:
            for edge in sentence.edges:
                total = edge.bias + sum(each.weight for each in edge.weights)
                assert edge.confidence == pytest.approx(1 / (1 + math.exp(-total)), abs=0.001)
                assert edge.believed != bool(edge.reason)
                seen += 1
    assert seen > 30


def test_a_pattern_fits_or_lacks_something_and_stands_where_it_is_said_to(why: Explain) -> None:
    verdicts: dict[str, int] = {}
    for case in islice(cases(), 0, None, 25):
        for each in (one for sentence in why(case.text).sentences for one in sentence.tried):
            verdicts[each.verdict] = verdicts.get(each.verdict, 0) + 1
            assert (each.verdict == "misfit") == bool(each.lacks), (case.id, each)
            line = (ROOT / each.entry.file).read_text(encoding="utf-8").splitlines()[each.entry.line - 1]
            assert each.entry.pattern in line or line.startswith(f"- frame: {each.entry.frame}")
    assert min(verdicts.get(each, 0) for each in ("used", "outdone", "misfit")) > 5


def tried(found: Explanation, pattern: str) -> Tried:
    matching = [one for sentence in found.sentences for one in sentence.tried if one.entry.pattern.endswith(pattern)]
    assert len(matching) == 1, [one.entry.pattern for sentence in found.sentences for one in sentence.tried]
    return matching[0]


@pytest.mark.parametrize(
    ("text", "pattern", "lacks"),
    [
        ("Iran has armed Hezbollah.", "arm T with X", '"with": X asked, no such phrase'),
        (
            "Russia imposed a pause on Iran.",
            "<sanctions> on|upon|against|over T",
            'object: <sanctions> asked, found "pause"',
        ),
        ("Iran warned.", "alert|forewarn T", "object: T asked, none found"),
        ("Iran withdrew.", "retreat|evacuate from T", '"from": T asked, no such phrase'),
        ("Israel carried attacks on Syria.", "massacres|killings on|against|of|in T", "no "),
    ],
)
def test_what_a_pattern_lacks(text: str, pattern: str, lacks: str, why: Explain) -> None:
    found = [one for sentence in why(text).sentences for one in sentence.tried if one.entry.pattern.endswith(pattern)]
    assert found
    assert any(each.startswith(lacks) for one in found for each in one.lacks), [one.lacks for one in found]


def test_the_fewest_things_are_said_to_be_missing(why: Explain) -> None:
    assert tried(why("Iran has armed Hezbollah."), "S arm T with X").lacks == ('"with": X asked, no such phrase',)


def test_a_pattern_in_use_without_an_edge_tells_who_is_missing(why: Explain) -> None:
    (sentence,) = why("Russia shelled the airfield.").sentences
    (used,) = [each for each in sentence.tried if each.verdict == "used"]
    assert used.note == 'T (whom it concerns) is "airfield", which is no actor that is known'
    assert [(slot.name, slot.words, [who.id for who in slot.actors]) for slot in used.slots] == [
        ("S", "Russia", ["russia"]),
        ("T", "airfield", []),
    ]


def test_verbs_that_no_frame_holds(why: Explain) -> None:
    (sentence,) = why("Belarus frobnicated Myanmar.").sentences
    assert sentence.unknown == ("frobnicated",)
    assert [who.id for who in sentence.mentions] == ["belarus", "myanmar"]


def test_a_candidate_below_the_threshold_says_so(reader: EnglishReader, why: Explain) -> None:
    reasons = (each.reason for case in cases() for one in why(case.text).sentences for each in one.edges)
    assert any("below the threshold" in each for each in reasons)


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Iran has armed Hezbollah.", ("Iran", "name", "name", "")),
        ("Tehran has armed Hezbollah.", ("Tehran", "name", "capital", "")),
        ("Iranian troops attacked Israel.", ("Iranian troops", "organ", "demonym", "")),
        (
            "Russia met Iran. It has armed Hezbollah.",
            ("It", "reference", "pronoun", "the subject of the sentence before, so likely"),
        ),
    ],
)
def test_how_an_actor_was_found(text: str, how: tuple[str, ...], why: Explain) -> None:
    edge = why(text).claims[-1].edge
    assert edge is not None
    antecedent = re.sub(r"0\.\d\d likely", "so likely", edge.source.antecedent)
    assert (edge.source.words, edge.source.via, edge.source.how, antecedent) == how


@pytest.mark.parametrize(
    ("text", "status", "by"),
    [
        ("Iran will arm Hezbollah.", "planned", "will"),
        ("Iran did not arm Hezbollah.", "negated", "negated"),
        ("Iran refused to arm Hezbollah.", "negated", "refused (refuse)"),
    ],
)
def test_what_decided_the_status(text: str, status: str, by: str, why: Explain) -> None:
    found = [each for each in why(text).claims if each.relation == "ARMS"]
    assert [(each.status, by in each.status_by) for each in found] == [(status, True)]


def test_hedge_and_claimant(why: Explain) -> None:
    told = why("Iran has reportedly armed Hezbollah, Israel said on Monday.").claims
    (claim,) = [each for each in told if each.relation == "ARMS"]
    assert (claim.hedged_by, claim.claimant, claim.claimant_by) == (("reportedly",), "israel", '"Israel said"')


def test_one_of_two_named_together_is_believed_as_far_as_the_other(why: Explain) -> None:
    text = "New ambassadors from Kenya and Ghana presented their credentials to President Xi Jinping on Tuesday."
    met = [each for each in why(text).claims if each.relation == "MEETS"]
    assert [each.denial for each in met] == ["", ""]
    assert met[0].confidence == met[1].confidence
    assert [each.date_by for each in met] == ["Tuesday", "Tuesday"]


def test_what_is_rejected_was_only_said(why: Explain) -> None:
    told = why("Algeria dismissed Morocco's charge that it trains the Polisario Front.").claims
    (hedged,) = [each for each in told if each.hedged]
    assert (hedged.claimant, hedged.hedged_by) == ("morocco", ("charge",))


def test_a_text_that_is_not_read_says_why(why: Explain) -> None:
    found = why("The striker scored twice as the champions beat the league leaders in the second half of the match.")
    assert found.sentences == ()
    assert "gates.yaml" in found.note
