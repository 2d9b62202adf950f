"""The language of the patterns: what each mark means, and what is refused."""

import re
from pathlib import Path

import pytest
import yaml

from graph.errors import InputError
from loaders.english._frames import _KEYS, _frame
from loaders.english._patterns import Filler, Oblique, Pattern, compile_noun, compile_verb

TARGET = Filler(slot="T")
GUIDE = (Path(__file__).parents[3] / "docs/extending.md").read_text(encoding="utf-8")
ROWS = [
    (text.replace("\\|", "|"), part) for text, part in re.findall(r"^\| `(.+?)` \| `(\w+)` \|", GUIDE, re.MULTILINE)
]


def verb(text: str) -> Pattern:
    (found,) = compile_verb(text)
    return found


def noun(text: str) -> Pattern:
    (found,) = compile_noun(text)
    return found


def test_object() -> None:
    found = verb("S arm T")
    assert (found.word, found.subject, found.objects, found.obliques) == ("arm", Filler(slot="S"), (TARGET,), ())
    assert found.text == "S arm T"


def test_every_head_is_a_pattern_of_its_own() -> None:
    assert [each.word for each in compile_verb("S arm|equip T")] == ["arm", "equip"]
    assert [(each.modifier, each.word) for each in compile_noun("air_raid|strike on T")] == [
        ("air", "raid"),
        ("", "strike"),
    ]


def test_prepositions() -> None:
    assert verb("S strike at|on T").obliques == (Oblique(frozenset({"at", "on"}), TARGET),)


def test_sense() -> None:
    found = verb("S impose <sanctions> on T")
    assert found.objects == (Filler(sense="sanctions"),)
    assert found.obliques == (Oblique(frozenset({"on"}), TARGET),)


def test_two_objects() -> None:
    assert verb("S give T <arms>").objects == (TARGET, Filler(sense="arms"))


def test_particle() -> None:
    found = verb("S turn +down|away T")
    assert (found.particles, found.objects) == (frozenset({"down", "away"}), (TARGET,))


def test_fixed_word() -> None:
    found = verb("S make peace with T")
    assert (found.fixed, found.objects) == ((frozenset({"peace"}),), ())


def test_fixed_word_behind_a_preposition() -> None:
    assert verb("S remove T from list|blacklist").obliques == (
        Oblique(frozenset({"from"}), Filler(words=frozenset({"list", "blacklist"}))),
    )


def test_both_parties() -> None:
    assert verb("B meet").subject == Filler(slot="B")


@pytest.mark.parametrize(
    ("text", "form"), [("S vow C", ""), ("S vow to C", "to"), ("S vow that C", "that"), ("S tell T to C!", "!to")]
)
def test_content(text: str, form: str) -> None:
    found = verb(text)
    assert (found.content, found.form, found.obliques) == (True, form, ())


def test_noun_takes_its_source_from_its_possessor() -> None:
    found = noun("raid on|against T")
    assert (found.subject, found.obliques) == (
        Filler(slot="S"),
        (Oblique(frozenset({"on", "against"}), TARGET),),
    )


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("S impose <sanctions> on T", "S impose X on T"),
        ("S strike at T", "S strike"),
        ("S carry +out T", "S carry T"),
        ("S make peace with T", "S make T with X"),
        ("S urge T to C", "S urge T"),
    ],
)
def test_who_asks_for_more_weighs_more(more: str, less: str) -> None:
    assert verb(more).weight > verb(less).weight


@pytest.mark.parametrize("text", ["", "S", "arm T", "T", "S strike at", "S give T T T"])
def test_verbs_that_are_refused(text: str) -> None:
    with pytest.raises(InputError) as caught:
        compile_verb(text)
    assert repr(text) in str(caught.value)
    assert caught.value.remedy


@pytest.mark.parametrize("text", ["", "S raid on T", "raid on"])
def test_nouns_that_are_refused(text: str) -> None:
    with pytest.raises(InputError) as caught:
        compile_noun(text)
    assert repr(text) in str(caught.value)


@pytest.mark.parametrize(("text", "part"), ROWS)
def test_patterns_of_the_guide(text: str, part: str) -> None:
    assert (compile_verb if part in {"verbs", "adjectives"} else compile_noun)(text)


def test_the_guide_shows_every_part_and_every_field() -> None:
    assert len(ROWS) > 15
    assert {part for _, part in ROWS} == {"verbs", "adjectives", "nouns", "roles"}
    assert sorted(key for key in _KEYS - {"frame"} if f"`{key}" not in GUIDE) == []


def test_frames_of_the_guide() -> None:
    examples = [yaml.safe_load(text) for text in re.findall(r"^```yaml\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)]
    frames = [row for rows in examples for row in rows if "frame" in row]
    assert [_frame(row).relation for row in frames] == ["CRITICIZES"]
    assert all(compile_verb(text) for row in frames for text in row["verbs"])
