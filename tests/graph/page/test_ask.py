"""In a browser: what can be asked of the page, and how much of a large network it shows."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from selenium.webdriver import Keys
from selenium.webdriver.common.by import By

from graph.model import Actor, ActorKind, Claim, Snapshot, Status
from graph.page import inline, render
from graph.relations import relation
from tests.graph.page.conftest import Opener, log, show
from tests.graph.page.snapshots import Said, article, assemble, levant, synthetic

_SHOWN = "return sieve.shown.claims.map(claim => claim.quote).sort()"
_ACTORS = "return [...sieve.shown.actors].map(actor => actor.id).sort()"
_POSITIONS = (
    "const at = actor => [actor.id, drawing.nodes.get(actor.node)];"
    "return Object.fromEntries(data.drawn.map(at).map(([id, {x, y}]) => [id, [x, y]]))"
)


def _quotes(snapshot: Snapshot, keeps: Callable[[Claim], bool]) -> list[str]:
    return sorted(each.quote for each in snapshot.claims if each.status is Status.ASSERTED and keeps(each))


def _kind(snapshot: Snapshot, actor: str) -> ActorKind:
    return next(each.kind for each in snapshot.actors if each.id == actor)


@pytest.mark.parametrize(
    ("change", "keeps"),
    [
        ("claimant: 'sana'", lambda claim: claim.claimant == "sana"),
        ("claimant: '?'", lambda claim: claim.claimant is None),
        (
            "act: 'material'",
            lambda claim: relation(claim.relation).cls.startswith("material"),
        ),
        ("kinds: new Set(['country'])", lambda claim: not {claim.source, claim.target} & _countries()),
        ("text: 'damascus'", lambda claim: "damascus" in claim.sentence.lower()),
    ],
)
def test_more_filters_keep_the_claims_they_say(open_page: Opener, change: str, keeps: Callable[[Claim], bool]) -> None:
    page = open_page()
    page.execute_script(f"state.change({{{change}}})")
    wanted = _quotes(levant(), keeps)
    assert wanted
    assert page.execute_script(_SHOWN) == wanted
    address = page.execute_script("return location.hash")
    assert open_page(address=address).execute_script(_SHOWN) == wanted
    page.find_element(By.ID, "reset").click()
    assert page.execute_script("return state.filtered()") is False


def _countries() -> set[str]:
    return {each.id for each in levant().actors if each.kind is ActorKind.COUNTRY}


def test_entries_of_the_legend_have_counts_and_switch_off(open_page: Opener) -> None:
    page = open_page()
    person = page.find_element(By.XPATH, "//label[.//span[text()='Person']]")
    assert person.find_element(By.CLASS_NAME, "number").text == "2"
    person.click()
    left = page.execute_script(_ACTORS)
    assert not [each for each in left if _kind(levant(), each) is ActorKind.PERSON]
    bloc = page.find_elements(By.CSS_SELECTOR, ".bloc")[0]
    gone = set(page.execute_script("return data.blocs[0].map(each => data.actors[each].id)"))
    assert bloc.find_element(By.CLASS_NAME, "number").text == str(len(gone))
    bloc.find_element(By.TAG_NAME, "input").click()
    assert not gone & set(page.execute_script(_ACTORS))


def test_colours_tell_kinds_where_asked(open_page: Opener) -> None:
    page = open_page()
    colours = "return data.drawn.map(each => [each.kind, drawing.nodes.get(each.node).color.background])"
    page.find_element(By.XPATH, "//button[text()='Kind']").click()
    by_kind: dict[str, set[str]] = {}
    for kind, colour in page.execute_script(colours):
        by_kind.setdefault(kind, set()).add(colour)
    assert all(len(each) == 1 for each in by_kind.values())
    assert len(set.union(*by_kind.values())) == len(by_kind)
    assert "colour=kind" in page.execute_script("return location.hash")


def _quarrel() -> Snapshot:
    """A strike that another article denies, one that the striker denies, and friends who also warn each other."""
    actors = [Actor(each, each.upper(), ActorKind.COUNTRY) for each in "abcd"]
    first = [
        Said("A struck B.", "a", "STRIKES", "b", "struck"),
        Said("C armed D.", "c", "ARMS", "d", "armed"),
        Said("C warned D.", "c", "WARNS", "d", "warned"),
        Said("B attacked C.", "b", "ATTACKS", "c", "attacked"),
        Said("B met A.", "a", "MEETS", "b", "met"),
    ]
    second = [
        Said("A did not strike B.", "a", "STRIKES", "b", "did not strike", status=Status.NEGATED),
        Said("B denied that it had attacked.", "b", "DENIES", "c", "denied", object="ATTACKS"),
    ]
    return assemble(actors, [article("first", first), article("second", second)])


@pytest.mark.parametrize(
    ("kind", "quotes"),
    [
        ("denied", ["attacked", "denied", "did not strike", "struck"]),
        ("mixed", ["armed", "met", "struck", "warned"]),
    ],
)
def test_only_contradictions(open_page: Opener, kind: str, quotes: list[str]) -> None:
    page = open_page(_quarrel())
    page.execute_script(f"state.change({{discord: '{kind}'}})")
    assert page.execute_script(_SHOWN) == quotes


def test_the_path_has_the_fewest_steps(open_page: Opener) -> None:
    page = open_page(address="#actor=turkey")
    box = page.find_element(By.ID, "path-end")
    box.send_keys("houth", Keys.ENTER)
    way = page.execute_script("return sieve.shown.way.map(step => step.to.id)")
    graph = nx.Graph((tie.source, tie.target) for tie in levant().ties)
    assert len(way) == nx.shortest_path_length(graph, "turkey", "houthis")
    assert all(graph.has_edge(a, b) for a, b in zip(["turkey", *way], way, strict=False))
    assert "Turkey – Syria" in page.find_element(By.ID, "panel").text
    page.execute_script("state.change({off: new Set(['STRIKES', 'WARNS', 'ATTACKS'])})")
    assert "No ties that pass the filters" in page.find_element(By.ID, "panel").text
    address = page.execute_script("return location.hash")
    assert "path=turkey" in address
    assert "end=houthis" in address


def test_the_time_runs_from_the_first_day_to_the_last(open_page: Opener) -> None:
    page = open_page()
    whole = len(page.execute_script(_SHOWN))
    page.find_element(By.CLASS_NAME, "play").click()
    counts = [len(page.execute_script(_SHOWN))]
    while page.execute_script("return timeline.running()"):
        page.execute_async_script("setTimeout(arguments[0], 100)")
        counts.append(len(page.execute_script(_SHOWN)))
    # On a busy machine the last days pass between the count and the question whether it runs.
    counts.append(len(page.execute_script(_SHOWN)))
    assert counts[0] < whole
    assert counts == sorted(counts)
    assert counts[-1] == whole


_YEARS_AND_DAYS = ["1967", "2020", *(f"2021-01-{day:02}" for day in range(11, 16))]


@pytest.mark.parametrize(
    ("told", "steps"),
    [
        (["1967", "2020-03", *["2021-01-11"] * 20, *["2021-01-15"] * 20], _YEARS_AND_DAYS),
        (["2021-01-11", "2021-01-14"], [f"2021-01-{day:02}" for day in range(11, 15)]),
        (["2019", "2019-03-04", "2020-12"], ["2019-01", "2019-02", "2019-03"]),
    ],
)
def test_acts_of_long_ago_leave_the_time_its_days(open_page: Opener, told: list[str], steps: list[str]) -> None:
    found = open_page().execute_script("return dates.steps(arguments[0].map(dates.interval))", told)
    assert found[: len(steps)] == steps
    assert found == sorted(found)


def test_words_of_sentences_are_found(open_page: Opener) -> None:
    page = open_page()
    find = page.find_element(By.ID, "find")
    find.send_keys("damascus")
    options = [each.text for each in page.find_elements(By.CSS_SELECTOR, "#suggestions li")]
    assert "Only sentences with “damascus”" in options[-1]
    find.send_keys(Keys.ARROW_UP, Keys.ENTER)
    assert all(
        "damascus" in each.lower() for each in page.execute_script("return sieve.shown.claims.map(c => c.sentence)")
    )


def test_with_whom_and_against_whom_an_actor_stands(open_page: Opener) -> None:
    page = open_page(address="#actor=israel")
    sides = {each.text.split("\n")[0]: each.text for each in page.find_elements(By.CSS_SELECTOR, "#panel .side")}
    assert "United States" in sides["With"]
    assert "Iran" in sides["Against"]
    assert "Iran" not in sides["With"]


def test_filters_that_leave_nothing_say_so(open_page: Opener) -> None:
    page = open_page(address="#confidence=1")
    assert "No tie passes the filters." in page.find_element(By.ID, "nothing").text
    page.find_element(By.CSS_SELECTOR, "#nothing button").click()
    assert not page.find_element(By.ID, "nothing").is_displayed()


def test_of_a_large_network_the_strongest_come_first_and_nobody_moves(open_page: Opener) -> None:
    page = open_page(synthetic(300))
    core = page.execute_script(_ACTORS)
    before = page.execute_script(_POSITIONS)
    assert len(core) == 60
    assert "60 of 300 actors" in page.find_element(By.ID, "bar").text
    labels = page.execute_script("return drawing.seenNodes.get().filter(node => node.font.size > 0).length")
    assert labels == 60
    page.find_element(By.XPATH, "//*[@id='bar']/button[text()='60 more']").click()
    assert len(page.execute_script(_ACTORS)) == 120
    page.find_element(By.XPATH, "//*[@id='bar']/button[text()='All']").click()
    assert len(page.execute_script(_ACTORS)) == 300
    assert "top=all" in page.execute_script("return location.hash")
    page.find_element(By.XPATH, "//*[@id='bar']/button[starts-with(text(), 'Back')]").click()
    assert page.execute_script(_ACTORS) == core
    assert page.execute_script(_POSITIONS) == before


def test_a_bloc_opens_into_its_members(open_page: Opener) -> None:
    page = open_page(synthetic(300))
    before = page.execute_script(_POSITIONS)
    page.find_element(By.CSS_SELECTOR, "#filters .bloc button").click()
    page.find_element(By.CSS_SELECTOR, "#panel .actions button").click()
    drawn = set(page.execute_script(_ACTORS))
    bloc = page.execute_script("return data.blocs[state.now.selected.bloc].map(each => data.actors[each].id)")
    assert len(drawn) > 60
    assert drawn >= set(bloc)
    assert not page.find_elements(By.CSS_SELECTOR, "#panel .actions")
    after = page.execute_script(_POSITIONS)
    assert {actor: after[actor] for actor in before} == before


def test_a_network_that_is_too_large_says_what_was_put_together(open_page: Opener) -> None:
    page = open_page(synthetic(2010))
    assert "18 weak actors are put together by kind." in page.find_element(By.ID, "about").text
    name = page.execute_script("return data.drawn.find(actor => actor.stands > 1).name")
    page.execute_script("state.change({statuses: new Set(data.claims.map(claim => claim.status))})")
    page.find_element(By.ID, "find").send_keys(name, Keys.ENTER)
    assert "Stands for" in page.find_element(By.ID, "panel").text
    assert page.find_elements(By.CSS_SELECTOR, "#panel .group")


def test_an_actor_that_is_not_drawn_is_found_and_its_neighbours_join(open_page: Opener) -> None:
    page = open_page(synthetic(300))
    weak = page.execute_script("return data.drawn.find(actor => actor.rank === 299 - 40).name")
    page.find_element(By.ID, "find").send_keys(weak, Keys.ENTER)
    assert page.execute_script("return state.now.selected.actor.name") == weak
    assert len(page.execute_script(_ACTORS)) == 61
    neighbours = (
        "const ties = state.now.selected.actor.lines.filter(line => sieve.shown.live.has(line));"
        "return new Set(ties.flatMap(line => [line.source, line.target])).size"
    )
    page.execute_script("state.change({selected: {actor: data.drawn.find(actor => actor.rank === 0)}})")
    wanted = page.execute_script(neighbours)
    assert page.execute_script("return sieve.hidden(state.now.selected.actor).length") > 0
    page.find_element(By.XPATH, "//*[@id='panel']//button[starts-with(text(), 'Draw ')]").click()
    shown = set(page.execute_script(_ACTORS))
    assert page.execute_script("return sieve.hidden(state.now.selected.actor).length") == 0
    assert len(shown) >= 60 + 1
    assert wanted <= len(shown)
    again = open_page(synthetic(300), address=page.execute_script("return location.hash"))
    assert set(again.execute_script(_ACTORS)) == shown


def test_double_click_draws_what_is_tied_to_an_actor(open_page: Opener) -> None:
    page = open_page(synthetic(300))
    # As vis tells of it: a driver's two clicks may lie further apart than those of a hand.
    page.execute_script(
        "const hub = data.drawn.find(actor => actor.rank === 0);"
        "const DOM = drawing.network.canvasToDOM(drawing.network.getPosition(hub.node));"
        "drawing.network.body.emitter.emit('doubleClick', {pointer: {DOM}})"
    )
    assert len(page.execute_script(_ACTORS)) > 60
    assert page.execute_script("return state.now.selected.actor.rank") == 0


def test_the_drawing_as_svg_holds_every_actor_and_tie(open_page: Opener) -> None:
    page = open_page()
    root = ET.fromstring(page.execute_script("return picture.svg()"))
    name = "{http://www.w3.org/2000/svg}"
    titles = [each.findtext(f"{name}title") for each in root.iter(f"{name}g")]
    assert len(titles) == len(levant().ties) + 16
    assert "Iran" in titles
    texts = {each.text for each in root.iter(f"{name}text")}
    assert {"Iran", "Hezbollah"} <= texts
    assert not list(root.iter(f"{name}script"))


def test_the_page_within_a_notebook_draws_and_complains_of_nothing(open_page: Opener, tmp_path: Path) -> None:
    page = open_page()
    host = tmp_path / "host.html"
    host.write_text(f"<!doctype html><title>notebook</title>{inline(render(levant()))}", encoding="utf-8")
    show(page, host, size=(1200, 800))
    page.switch_to.frame(page.find_element(By.TAG_NAME, "iframe"))
    assert page.execute_script("return drawing.seenNodes.length") == 16
    page.execute_script("state.change({selected: {actor: data.actorById.get('iran')}, confidence: 0.2})")
    assert page.find_element(By.ID, "panel").is_displayed()
    page.switch_to.default_content()
    assert [each for each in log(page, "browser") if each["level"] in {"SEVERE", "WARNING"}] == []


def test_the_sheet_of_a_part_holds_that_part(open_page: Opener) -> None:
    page = open_page(synthetic(300))
    rows = list(csv.DictReader(io.StringIO(page.execute_script("return save.sheet()").lstrip("\ufeff"))))
    assert len(rows) == page.execute_script("return sieve.shown.claims.length")
    assert len({row["source"] for row in rows} | {row["target"] for row in rows}) <= 60
