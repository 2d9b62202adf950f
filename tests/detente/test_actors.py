"""`detente actors`: who is known, who is meant, and the user's own."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import yaml

from tests.detente.doubles import Command, SmallStore

TEXT = "Iran arms Front. Front arms Syria."


def test_list_and_show(detente: Command) -> None:
    found = detente("actors", "list", "--kind", "armed_group", "--country", "lebanon", "--format", "json")
    assert "hezbollah" in {each["id"] for each in json.loads(found.out)}
    shown = json.loads(detente("actors", "show", "Hizbullah", "--format", "json").out)
    assert (shown["id"], shown["kind"], shown["of"]) == ("hezbollah", "armed_group", "lebanon")
    assert {"source": "hezbollah", "relation": "PROXY_OF", "target": "iran"}.items() <= shown["links"][
        0
    ].items() or any(each["relation"] == "PROXY_OF" for each in shown["links"])


def test_an_unknown_kind_or_name_is_a_usage_error(detente: Command) -> None:
    assert detente("actors", "list", "--kind", "planet").status == 2
    assert detente("actors", "show", "Nowhere").status == 2
    several = detente("actors", "show", "Bush")
    assert several.status == 2
    assert "george-w-bush" in several.err


def test_show_says_where_a_tie_is_known_from(detente: Command, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(
        "- {extends: hezbollah, ties: [{relation: HOSTILE_TO, target: israel, from: '1985', source: Open Letter}]}\n"
    )
    shown = json.loads(detente("actors", "show", "hezbollah", "--actors", "mine.yaml", "--format", "json").out)
    assert {"relation": "HOSTILE_TO", "reference": "Open Letter"}.items() <= shown["links"][-1].items()


def test_show_says_where_an_office_is_known_from(detente: Command) -> None:
    shown = json.loads(detente("actors", "show", "boris-yeltsin", "--format", "json").out)
    assert all(role["reference"] in _titles() for role in shown["roles"])
    holders = json.loads(detente("actors", "show", "russia", "--format", "json").out)["holders"]
    assert {each["reference"] for each in holders} <= _titles()
    assert shown["roles"][0]["reference"] in detente("actors", "show", "boris-yeltsin").out


def _titles() -> set[str]:
    text = files("graph.register").joinpath("data", "sources.yaml").read_text(encoding="utf-8")
    return {each["title"] for each in yaml.safe_load(text)["sources"].values()}


def test_resolve_prints_a_line_for_each_text(detente: Command) -> None:
    lines = "The French president spoke.\n\nMichael Jordan met the Congolese envoy.\n"
    found = detente("actors", "resolve", "-", "--format", "jsonl", "--date", "2015-03-02", stdin=lines.encode())
    first, empty, third = [json.loads(line) for line in found.out.splitlines()]
    assert first["text"] == "The French president spoke."
    mention = first["mentions"][0]
    assert (mention["start"], mention["end"], mention["how"]) == (4, 20, "office")
    assert mention["actor"] == {
        "id": "francois-hollande", "name": "Francois Hollande", "kind": "person", "country": "FRA",
    }  # fmt: skip
    assert (empty["mentions"], third["mentions"]) == ([], [])
    assert [each["id"] for each in third["ambiguous"][0]["candidates"]] == [
        "democratic-republic-of-the-congo",
        "republic-of-the-congo",
    ]


def test_resolve_without_a_date_says_that_the_holder_is_open(detente: Command) -> None:
    found = detente("actors", "resolve", "The French president spoke.")
    assert "France" not in found.out
    assert "france" in found.out
    assert "no date" in found.out


def test_a_wrong_date_is_a_usage_error(detente: Command) -> None:
    assert detente("actors", "resolve", "x", "--date", "May 2015").status == 2


def test_fictional_actors(detente: Command, tmp_path: Path) -> None:
    assert detente("actors", "add", "Gondor", "--kind", "country", "--alias", "Minas Tirith").status == 0
    assert detente("actors", "add", "Rangers of the North", "--kind", "armed_group", "--country", "gondor").status == 0
    assert detente("actors", "check", "actors.yaml").out == "2 actors, nothing wrong\n"
    line = detente("actors", "resolve", "Minas Tirith fell.", "--actors", "actors.yaml", "--format", "jsonl").out
    assert json.loads(line)["mentions"][0]["actor"]["id"] == "gondor"
    assert "Rangers of the North" in (tmp_path / "actors.yaml").read_text()


def test_what_does_not_fit_is_not_written(detente: Command, tmp_path: Path) -> None:
    for arguments in (
        ("Iran", "--kind", "country"),
        ("X", "--kind", "planet"),
        ("Y", "--kind", "country", "--country", "z"),
    ):
        assert detente("actors", "add", *arguments).status != 0
    assert detente("actors", "add", "Eriador", "--kind", "country", "--alias", "Tehran").status == 1
    assert not (tmp_path / "actors.yaml").exists()


def test_check_tells_what_is_wrong(detente: Command, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("country:\n  Eriador: [Tehran]\n")
    found = detente("actors", "check", "mine.yaml")
    assert found.status == 1
    assert "'Tehran' means eriador and iran" in found.err


def test_unresolved_is_ready_to_paste(detente: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert detente("actors", "unresolved", "a.txt").status == 0
    assert detente("actors", "unresolved", "a.txt", "--yaml").out == "[]\n"


def test_merge_and_split_are_reversible(detente: Command, store: SmallStore, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    detente("load", "a.txt")
    before = store.snapshot()
    own = ("--decisions", "d.yaml")
    assert detente("actors", "merge", "hezbollah", "front", *own).status == 0
    assert {(tie.source, tie.target) for tie in store.snapshot().ties} == {
        ("iran", "hezbollah"),
        ("hezbollah", "syria"),
    }
    assert len(store.snapshot().claims) == len(before.claims)
    assert "same" in detente("actors", "decisions", *own).out
    assert detente("actors", "split", "front", "hezbollah", *own).status == 0
    assert [(each.id, each.source, each.target) for each in store.snapshot().claims] == [
        (each.id, each.source, each.target) for each in before.claims
    ]
    assert "Front" in {actor.name for actor in store.snapshot().actors}


def test_a_split_without_the_file_of_decisions_gives_the_name_back(
    detente: Command, store: SmallStore, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    detente("load", "a.txt")
    before = store.snapshot()
    detente("actors", "merge", "hezbollah", "front", "--decisions", "d.yaml")
    (tmp_path / "d.yaml").unlink()
    assert detente("actors", "split", "hezbollah", "front", "--decisions", "new.yaml").status == 0
    names = {(each.id, each.name, each.kind) for each in store.snapshot().actors}
    assert names == {(each.id, each.name, each.kind) for each in before.actors}
    assert "name: Front" in (tmp_path / "new.yaml").read_text()


def test_decisions_about_nobody_are_refused(detente: Command, tmp_path: Path) -> None:
    assert detente("actors", "merge", "iran", "nobody-at-all", "--decisions", "d.yaml").status == 2
    assert detente("actors", "merge", "iran", "iran", "--decisions", "d.yaml").status == 2
    assert not (tmp_path / "d.yaml").exists()


def test_load_puts_in_what_the_register_knows(detente: Command, store: SmallStore, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    detente("load", "a.txt")
    assert ("hezbollah", "PROXY_OF", "iran") in {(each.source, each.relation, each.target) for each in store.standing}
