"""Files of the user's own, laid over the register."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import RegisterError
from graph.model import ActorKind
from graph.register import Register


def load(folder: Path, *texts: str) -> Register:
    paths = []
    for number, text in enumerate(texts):
        path = folder / f"mine{number}.yaml"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return Register.load(paths)


def meant(register: Register, text: str) -> list[str]:
    return [candidate.actor.id for match in register.find(text) for candidate in match.candidates]


def test_extends_adds_aliases_and_keeps_the_rest(tmp_path: Path) -> None:
    register = load(
        tmp_path, "- extends: iran\n  epithets: [{text: Land of the Lion, stance: friendly}]\n  drop: [Persians]\n"
    )
    assert meant(register, "The Land of the Lion and Tehran") == ["iran", "iran"]
    assert meant(register, "Persians") == []
    assert register.actor("iran").name == "Iran"
    assert register.actor("iran").qid == "Q794"


def test_extends_changes_how_a_word_is_taken(tmp_path: Path) -> None:
    register = load(tmp_path, "- extends: georgia\n  aliases: [Georgia]\n")
    assert register.find("Georgia")[0].candidates[0].alias.needs == ""


def test_a_known_id_is_replaced(tmp_path: Path) -> None:
    register = load(tmp_path, "- {id: iran, kind: country, name: Eran, demonyms: [Erani]}\n")
    assert meant(register, "Eran, Iran and the Erani") == ["iran", "iran"]


def test_a_later_file_wins(tmp_path: Path) -> None:
    first = "- {id: gondor, kind: country, name: Gondor}\n"
    register = load(tmp_path, first, "- extends: gondor\n  capitals: [Minas Tirith]\n")
    assert meant(register, "Gondor and Minas Tirith") == ["gondor", "gondor"]


def test_new_actors_with_roles_and_ties(tmp_path: Path) -> None:
    register = load(
        tmp_path,
        "- {id: mordor, kind: country, name: Mordor, codes: {iso3: MOR}}\n"
        "- id: sauron\n"
        "  kind: person\n"
        "  name: Sauron the Great\n"
        "  country: mordor\n"
        "  surname: Sauron\n"
        "  roles: [{office: king, of: mordor, from: 1000, as_of: 3018}]\n"
        "- {id: nazgul, kind: armed_group, name: Nazgul, ties: [{relation: PROXY_OF, target: mordor}]}\n",
    )
    holder = register.holder("king", "mordor", "2000")
    assert holder is not None
    assert (holder.id, holder.iso3) == ("sauron", "MOR")
    assert register.roles("sauron")[0].relation == "LEADS"
    assert register.find("Sauron")[0].candidates[0].alias.needs == "context"
    assert register.links("nazgul")[0].target == "mordor"


def test_where_an_office_or_a_tie_is_known_from_is_kept(tmp_path: Path) -> None:
    text = """
- id: gondor
  kind: country
  name: Gondor
  members: [{id: rangers, from: "2901", source: Red Book}]
- {id: rangers, kind: armed_group, name: Rangers, ties: [{relation: PROXY_OF, target: gondor, source: "Annals, p. 3"}]}
- id: denethor
  kind: person
  name: Denethor
  roles: [{office: steward, of: gondor, from: "2984", to: "3019", source: "Annals, p. 7"}]
"""
    register = load(tmp_path, text)
    assert register.roles("denethor")[0].reference == "Annals, p. 7"
    known = {(each.source, each.relation): each.reference for each in register.standing() if each.target == "gondor"}
    assert known == {
        ("denethor", "REPRESENTS"): "Annals, p. 7",
        ("rangers", "MEMBER_OF"): "Red Book",
        ("rangers", "PROXY_OF"): "Annals, p. 3",
    }


def test_the_short_form(tmp_path: Path) -> None:
    register = load(
        tmp_path,
        "country:\n"
        "  Gondor: [Gondorian, Gondorians, {text: Minas Tirith, kind: capital}]\n"
        "  Arnor:\n"
        "armed_group:\n"
        "  Uruk-hai: [Uruks]\n"
        "not_actors: [Gondor Street]\n",
    )
    assert meant(register, "Gondorians left Minas Tirith for Arnor; Uruks on Gondor Street") == [
        "gondor",
        "gondor",
        "arnor",
        "uruk-hai",
    ]
    assert register.actor("uruk-hai").kind is ActorKind.ARMED_GROUP


def test_a_mapping_may_hold_full_entries_too(tmp_path: Path) -> None:
    register = load(tmp_path, "actors:\n- {id: rohan, kind: country, name: Rohan}\ncountry:\n  Dale: []\n")
    assert meant(register, "Rohan and Dale") == ["rohan", "dale"]


def test_country_codes_are_texts(tmp_path: Path) -> None:
    register = load(tmp_path, "- {id: norge, kind: country, name: Norge, codes: {iso2: NO}}\n")
    assert register.actor("norge").codes["iso2"] == "NO"


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("- id: x\n  kind: country\n  name: [1\n", 4, "not YAML"),
        ("- id: x\n  kind: planet\n  name: X\n", 2, "one of country, organization"),
        ("- id: x\n  kind: country\n", 1, "a field 'name'"),
        ("- kind: country\n  name: X\n", 1, "a field 'id'"),
        ("- id: Not A Slug\n  kind: country\n  name: X\n", 1, "an id of a-z"),
        ("- id: x\n  kind: country\n  name: X\n  colour: red\n", 4, "one of the fields id"),
        ("- id: x\n  kind: country\n  name: X\n  aliases: X\n", 4, "a list for 'aliases'"),
        ("- id: x\n  kind: country\n  name: X\n  aliases:\n  - Y\n  - {txt: Z}\n", 6, "one of the fields text"),
        ("- id: x\n  kind: country\n  name: X\n  aliases:\n  - Y\n  - []\n", 6, "fields such as text"),
        ("- id: x\n  kind: country\n  name: X\n  aliases: [{text: Y, needs: luck}]\n", 4, "one of context"),
        (
            "- id: x\n  kind: person\n  name: X\n  roles:\n  - {office: king, of: iran, from: May 1990}\n",
            5,
            "a date such",
        ),
        ("- id: x\n  kind: person\n  name: X\n  roles:\n  - {office: king, of: narnia}\n", 1, "'narnia' is none"),
        ("- id: x\n  kind: country\n  name: X\n\n- id: x\n  kind: country\n  name: Y\n", 5, "an id of its own"),
        ("- id: x\n  kind: country\n  name: X\n- extends: narnia\n", 4, "'narnia' is none"),
        ("- id: x\n  kind: country\n  name: X\n  country: narnia\n", 1, "'narnia' is none"),
        ("country:\n  Gondor: Gondorian\n", 2, "a list for 'aliases'"),
        ("country: [Gondor]\n", 1, "names, each with the list"),
        ("planet:\n  Mars: []\n", 1, "one of the fields actors"),
        ("just a sentence\n", 1, "a list of actors, or kinds"),
        ("", 1, "a list of actors, or kinds"),
        ("- id: x\n  kind: country\n  name: ''\n", 3, "a text"),
        ("- id: x\n  kind: country\n  name: X\n  qid: P31\n", 4, "a Wikidata id"),
        ("country:\n  Здесь: []\n", 2, "letters of the Latin alphabet"),
    ],
)
def test_errors_name_file_line_and_what_was_expected(tmp_path: Path, text: str, line: int, expected: str) -> None:
    with pytest.raises(RegisterError) as caught:
        load(tmp_path, text)
    shown = str(caught.value)
    assert f"mine0.yaml, line {line}: " in shown
    assert expected in shown
    assert "\n" not in shown


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match=r"none\.yaml: No such file"):
        Register.load([tmp_path / "none.yaml"])


def test_a_file_that_is_not_text(tmp_path: Path) -> None:
    path = tmp_path / "binary.yaml"
    path.write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(RegisterError, match="not UTF-8 text"):
        Register.load([path])


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match=tmp_path.name):
        Register.load([tmp_path])


@pytest.mark.parametrize(
    "text",
    [
        "[" * 5_000,
        "- " * 5_000 + "x",
        "- !!python/object/apply:os.system [echo]\n",
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        "- &a\n  id: x\n  kind: country\n  name: X\n  aliases: [*a]\n",
        "\x00",
        "- id: x\n  kind: country\n  name: *nowhere\n",
        "%YAML 9.9\n---\n- x\n",
        "--- a\n--- b\n",
    ],
    ids=["deep flow", "deep block", "object", "many references", "itself", "null", "no anchor", "version", "two texts"],
)
def test_hostile_yaml_is_refused_in_one_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(RegisterError) as caught:
        load(tmp_path, text)
    assert "\n" not in str(caught.value)
