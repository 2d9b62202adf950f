"""Decisions about actors: kept in a file, applied to readings, reversible."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graph.decisions import Decision, Decisions, Verdict, decided
from graph.errors import InputError
from graph.model import Actor, ActorKind, Claim, Document, Reading, Status
from graph.ties import derive

PEOPLE = (
    Actor("front", "The Front", ActorKind.ARMED_GROUP, known=False),
    Actor("hezbollah", "Hezbollah", ActorKind.ARMED_GROUP),
    Actor("israel", "Israel", ActorKind.COUNTRY),
)
KNOWN = {actor.id: actor for actor in PEOPLE if actor.known}
SAME = Decision(Verdict.SAME, "hezbollah", "front", "The Front", "armed_group")


def claim(number: int, source: str, target: str, claimant: str | None = None) -> Claim:
    return Claim(str(number), "d", source, "ATTACKS", target, Status.ASSERTED, False, claimant, "q", 0, 1, "q")


READING = Reading(
    Document("d", "d", "q"),
    (claim(1, "front", "israel"), claim(2, "israel", "front", "front"), claim(3, "front", "hezbollah")),
    PEOPLE,
)


def applied(reading: Reading, *made: Decision) -> Reading:
    (found,) = decided([reading], Decisions(made), KNOWN.get)
    return found


def test_no_claim_is_lost_and_each_says_whom_the_reader_found() -> None:
    found = applied(READING, SAME)
    assert [each.id for each in found.claims] == ["1", "2", "3"]
    assert [(each.source, each.target, each.claimant, each.read) for each in found.claims] == [
        ("hezbollah", "israel", None, "source=front|armed_group|The Front"),
        ("israel", "hezbollah", "hezbollah", "target=front|armed_group|The Front;claimant=front|armed_group|The Front"),
        ("hezbollah", "hezbollah", None, "source=front|armed_group|The Front"),
    ]
    assert [actor.id for actor in found.actors] == ["hezbollah", "israel"]


def test_nobody_is_tied_to_himself() -> None:
    found = applied(READING, SAME)
    ends = [(tie.source, tie.target) for tie in derive(found.claims, {"d": found.document})]
    assert ends == [("hezbollah", "israel"), ("israel", "hezbollah")]


def test_applied_twice_is_applied_once() -> None:
    once = applied(READING, SAME)
    assert applied(once, SAME) == once


@pytest.mark.parametrize("verdict", [Verdict.DIFFERENT, Verdict.UNSURE])
def test_a_split_gives_back_what_was(verdict: Verdict) -> None:
    joined = applied(READING, SAME)
    assert applied(joined, replace(SAME, verdict=verdict)) == READING


def test_chains_lead_to_their_end_and_circles_end() -> None:
    made = Decisions((Decision(Verdict.SAME, "b", "a"), Decision(Verdict.SAME, "c", "b")))
    assert made.kept() == {"a": "c", "b": "c"}
    circle = made.with_(Decision(Verdict.SAME, "a", "c"))
    assert set(circle.kept()) == {"a", "b", "c"}


def test_the_last_decision_about_a_pair_counts() -> None:
    made = Decisions((SAME,)).with_(Decision(Verdict.UNSURE, "front", "hezbollah"))
    assert [each.verdict for each in made.made] == [Verdict.UNSURE]
    assert made.about("hezbollah", "front") == made.made[0]


def test_a_file_keeps_them(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    assert Decisions.load(path) == Decisions()
    made = Decisions((SAME, Decision(Verdict.UNSURE, "israel", "no")))
    path.write_text(made.text(), encoding="utf-8")
    assert Decisions.load(path) == made


@pytest.mark.parametrize(
    "text",
    [
        "- x\n",
        "a: b\n",
        "- {verdict: same, keep: a}\n",
        "- {verdict: no, keep: a, other: b}\n",
        "[" * 3_000,
        "- {verdict: same, keep: a, other: a}\n",
        "- {verdict: same, keep: a, other: [b]}\n",
        "- {verdict: same, keep: a, other: b, kind: planet}\n",
    ],
)
def test_any_other_file_is_refused_in_one_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        Decisions.load(path)
    assert "\n" not in str(caught.value)


def test_a_split_without_the_old_decision_still_knows_the_name_and_kind() -> None:
    joined = applied(READING, SAME)
    assert applied(joined) == READING
    strange = Actor("front", "The; Front=|%", ActorKind.PEOPLE, known=False)
    reading = replace(READING, actors=(strange, *PEOPLE[1:]))
    assert applied(applied(reading, SAME)) == reading


def test_two_unknown_actors_are_joined_under_the_name_of_the_first() -> None:
    same = Decision(Verdict.SAME, "league", "front", "The Front", "armed_group", "The League", "people")
    actors = {each.id: each for each in applied(READING, same).actors}
    assert actors["league"] == Actor("league", "The League", ActorKind.PEOPLE, known=False)
    assert "front" not in actors
