"""Whom a word without a name means: who was spoken of, the model over them, and the marks it learns from."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.model import Actor, ActorKind, Document
from loaders.english import EnglishReader
from loaders.english._antecedents import shares, sort_of
from loaders.english._data import load
from loaders.english._trail import Trail
from tools.score import read_lines
from training.acts_data import items
from training.referents import articles, marked

ROOT = Path(__file__).parents[3]


def actor(number: int, kind: ActorKind = ActorKind.COUNTRY) -> Actor:
    return Actor(f"actor-{number}", f"Actor {number}", kind)


def meant(text: str, word: str, reader: EnglishReader) -> set[str]:
    """Whom the last use of a word in a text means."""
    found: set[str] = set()
    for step in reader.steps(Document("x", "x", text)):
        for token in step.view.sentence.doc:
            if token.lower_ == word:
                found = {each.actor.id for each in step.view.of(token)}
    return found


def test_a_trail_keeps_the_latest_actors_and_the_highest_role_of_a_sentence() -> None:
    trail = Trail()
    for number in range(60):
        trail.note(actor(number), "phrase")
    trail.note(actor(3), "main subject")
    trail.note(actor(3), "owner")
    kept = list(trail.traces())
    assert kept[0].actor == actor(3)
    assert (kept[0].role, kept[0].count, kept[0].leading) == ("main subject", 3, 1)
    assert len(kept) < 60
    trail.turn = 1000
    assert list(trail.traces()) == []


def test_the_countries_of_a_text_are_known_before_they_are_named() -> None:
    trail = Trail()
    trail.begin(actor(1), [actor(2), actor(3), actor(2), actor(4, ActorKind.PERSON)])
    assert [(each.id, count) for each, count in trail.told_of] == [("actor-2", 2), ("actor-3", 1)]
    assert trail.home == "actor-1"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "Turkey looks on the Syrian Democratic Forces as foes. Turkey has bombed them.",
            "them",
            "syrian-democratic-forces",
        ),
        ("Israel warned Hezbollah on Sunday. The Iran-backed group did not reply.", "group", "hezbollah"),
        ("KINSHASA - Rebels took the town of Goma. The army fled.", "army", "democratic-republic-of-the-congo"),
        (
            "Pakistan and Afghanistan fought in October. Qatar brought both sides together.",
            "sides",
            "pakistan afghanistan",
        ),
        ("Peru broke with Mexico. Lima said it would not be lectured.", "it", "peru"),
    ],
)
def test_who_is_meant(text: str, word: str, expected: str, reader: EnglishReader) -> None:
    assert meant(text, word, reader) == set(expected.split())


def test_shares_add_up_to_one_and_nobody_comes_first(reader: EnglishReader) -> None:
    text = "Israel warned Hezbollah. Iran armed it."
    *_, last = reader.steps(Document("x", "x", text))
    token = last.view.sentence.doc[2]
    found = shares(token, last.view, [])
    assert sort_of(token) == "it"
    assert found[0][0] == ()
    assert sum(share for _, share in found) == pytest.approx(1.0)
    assert {each.id for actors, _ in found for each in actors} == {"israel", "hezbollah", "iran", "lebanon"}


def test_weights_are_of_words_that_are_asked_about() -> None:
    sorts = {"it", "he", "they", "two", "kin", "home", "country", "organization", "armed_group", "company", "person"}
    shared = {"nobody", "far", "role", "known", "word", "inside", "bears the word", "of whom is named by it"}
    shared |= {"owns", "does", "is done", "done to"}
    heads = {name.split(":")[0].split(" ")[0] for name in load("antecedents.yaml")["weights"]}
    assert heads <= sorts | {each.split(" ")[0] for each in shared}


def test_every_mark_is_of_a_word_that_stands_there() -> None:
    found = articles(ROOT / "training" / "referents.txt", ROOT / "training" / "acts")
    assert sum(len(each.questions) for each in found) > 5000
    assert all(each.questions[place].answers for each in found for place in each.questions)


def test_every_mark_of_the_gold_is_of_a_word_that_stands_there() -> None:
    gold = [each for path in sorted((ROOT / "training" / "gold").glob("articles_*.jsonl")) for each in read_lines(path)]
    found = marked(ROOT / "training" / "gold" / "referents.txt", gold)
    assert sum(len(each.questions) for each in found) > 20_000
    assert all(each.questions[place].answers for each in found for place in each.questions)


def test_a_mark_of_a_document_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    marks = tmp_path / "marks.txt"
    marks.write_text("peru it = Peru\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no document peru"):
        marked(marks, [])


def test_a_mark_of_a_paragraph_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    line = next(items(ROOT / "training" / "acts" / "wire.txt")).line
    marks = tmp_path / "marks.txt"
    marks.write_text(f"START wire:{line}\nwire:{line + 1} it = Peru\n", encoding="utf-8")
    with pytest.raises(ValueError, match=f"no paragraph wire:{line + 1}"):
        articles(marks, ROOT / "training" / "acts")


def test_a_line_that_is_no_mark_is_told_with_its_place(tmp_path: Path) -> None:
    marks = tmp_path / "marks.txt"
    marks.write_text("# marks\nSTART wire:1\nit is Peru\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"marks\.txt:3: expected 'START file:line'"):
        articles(marks, ROOT / "training" / "acts")


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("NAIROBI (Reuters) - The army struck the rebels.", "kenya"),
        ("“Iran will pay for this!” The army struck the rebels.", None),
        ("Did Chad arm the rebels? The army struck them.", None),
    ],
)
def test_only_what_stands_before_the_first_sentence_is_a_dateline(
    text: str, home: str | None, reader: EnglishReader
) -> None:
    step = next(reader.steps(Document("x", "x", text)))
    assert step.view.discourse.trail.home == home
