"""Where the offices and ties that ship are known from."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from graph.errors import RegisterError
from graph.register import Register
from graph.register._shards import from_texts
from graph.register._shipped import COMPILED, shipped
from graph.register._sources import sources

DATA = files("graph.register").joinpath("data")
RUSSIA = "- {id: russia, kind: country, name: Russia}\n"
ROLE = "- id: x\n  kind: person\n  name: X Y\n  roles:\n  - {office: king, of: russia, to: 1990}\n"


def listed() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = yaml.safe_load(DATA.joinpath("sources.yaml").read_text(encoding="utf-8"))[
        "sources"
    ]
    return found


def test_every_source_has_a_title_and_a_licence_and_is_told_from_the_others() -> None:
    assert all(each["title"] and each["licence"] and each["about"] for each in listed().values())
    titles = Counter(each["title"] for each in listed().values())
    assert max(titles.values()) == 1
    assert sources().default in listed()


def test_every_office_and_tie_that_ships_has_a_named_source(register: Register) -> None:
    titles = {each["title"] for each in listed().values()}
    standing = register.standing()
    assert len(standing) > 4000
    assert {each.reference for each in standing} <= titles


def test_most_leaders_of_states_since_1990_are_of_a_published_list(register: Register) -> None:
    known = Counter(each.reference for each in register.standing() if each.relation == "LEADS")
    assert known["REIGN leader list, March 2021"] >= 1000
    assert known[listed()["reign-beginning"]["title"]] >= 150


def test_a_term_of_the_list_is_over_where_the_list_ends_and_only_such_a_term(register: Register) -> None:
    for each in register.standing():
        if each.reference == "REIGN leader list, March 2021":
            assert each.since
            assert "1989-12" <= (each.until or "9999") <= "2021-04", each
        elif each.reference == listed()["reign-beginning"]["title"]:
            assert each.since
            assert (each.until or "9999") >= "2021-03", each


@pytest.mark.parametrize(
    ("office", "of", "date", "ident"),
    [
        ("prime minister", "latvia", "1996-05-05", "andris-skele"),
        ("prime minister", "bulgaria", "1993-06-01", "lyuben-berov"),
        ("president", "switzerland", "2001-07-01", "moritz-leuenberger"),
        ("prime minister", "greece", "2015-03-01", "alexis-tsipras"),
        ("president", "seychelles", "2004-05-01", "james-michel"),
        ("prime minister", "nepal", "1999-08-01", "krishna-prasad-bhattarai"),
        ("president", "micronesia", "2001-01-01", "leo-falcam"),
        ("foreign minister", "japan", "1992-05-01", "michio-watanabe"),
        ("foreign minister", "north-korea", "1995-05-01", "kim-yong-nam"),
        ("foreign minister", "poland", "1997-01-01", "dariusz-rosati"),
        ("foreign minister", "india", "1997-01-01", "i-k-gujral"),
        ("defence minister", "ukraine", "1997-01-01", "oleksandr-kuzmuk"),
        ("defence minister", "syria", "1999-01-01", "mustafa-tlass"),
        ("defence minister", "canada", "1993-03-01", "kim-campbell"),
    ],
)
def test_leaders_since_1990_are_known_by_date(register: Register, office: str, of: str, date: str, ident: str) -> None:
    holder = register.holder(office, of, date)
    assert holder is not None
    assert holder.id == ident


def test_a_role_without_a_source_is_of_the_default_and_one_with_a_name_of_that() -> None:
    text = RUSSIA + ROLE + "  - {office: king, of: russia, from: 1991, to: 1992, source: reign}\n"
    roles = from_texts({"a.yaml": text}).entries["x"].roles
    assert [each.reference for each in roles] == [
        listed()["public-record"]["title"],
        "REIGN leader list, March 2021",
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (RUSSIA + ROLE + "  - {office: king, of: russia, to: 1991, source: regin}\n", 7),
        (
            RUSSIA
            + "- id: x\n  kind: agency\n  name: X\n  ties: [{relation: PART_OF, target: russia, source: regin}]\n",
            2,
        ),
    ],
    ids=["role", "tie"],
)
def test_an_unknown_source_in_a_file_that_ships_is_a_fault(text: str, line: int) -> None:
    with pytest.raises(RegisterError) as caught:
        from_texts({"persons/a.yaml": text})
    shown = str(caught.value)
    assert shown.startswith(f"persons/a.yaml, line {line}: ")
    assert all(part in shown for part in ("'x'", "'regin'", "public-record, reign, reign-beginning"))
    assert "\n" not in shown


def test_an_unknown_source_in_a_shard_stops_check_and_compile(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {"a.yaml": RUSSIA + ROLE + "  - {office: king, of: russia, to: 1991, source: regin}\n"}
    monkeypatch.setattr("graph.register._shipped._texts", lambda folder: texts)
    with pytest.raises(RegisterError, match=r"a\.yaml, line 7: .*'x'.*'regin'"):
        Register.load()


def test_a_file_of_the_user_gives_any_text_and_needs_none(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        "- id: x\n  kind: person\n  name: X Y\n  roles:\n"
        "  - {office: king, of: russia, to: 1990}\n"
        "  - {office: king, of: russia, to: 1991, source: my notes}\n"
        "  - {office: king, of: russia, to: 1992, source: reign}\n"
    )
    register = Register.load([path])
    assert [each.reference for each in register.roles("x")] == [None, "my notes", "REIGN leader list, March 2021"]
    assert all(each.reference for each in register.roles("boris-yeltsin"))


def test_what_extends_an_actor_leaves_its_sources_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("- {extends: boris-yeltsin, roles: [{office: king, of: russia, to: 1990}]}\n")
    *before, mine = Register.load([path]).roles("boris-yeltsin")
    assert tuple(before) == Register.load().roles("boris-yeltsin")
    assert mine.reference is None


def test_the_compiled_form_repeats_no_title() -> None:
    text = DATA.joinpath(COMPILED).read_text(encoding="utf-8")
    assert [each["title"] for each in listed().values() if each["title"] in text] == []
    assert shipped().entries["boris-yeltsin"].roles[0].reference
