"""In a browser: what an analyst does with the page."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

import networkx as nx
import pytest
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

from graph.model import Actor, ActorKind, Claim, Document, Snapshot, Standing
from graph.ties import tie_key
from tests.graph.page.conftest import Opener
from tests.graph.page.snapshots import Said, article, assemble, levant, samples

Keeps: TypeAlias = Callable[[Claim, Document], bool]

_POSITIONS = "return drawing.network.getPositions()"
_SHOWN = "return drawing.seenEdges.length"


def _panel(page: Chrome) -> str:
    return page.find_element(By.ID, "panel").text


def _choice(page: Chrome, words: str) -> WebElement:
    """The box of the legend or of the filters with these words."""
    path = f"//aside[@id='filters']//label[.//span[text()='{words}'] or .//b[text()='{words}']]/input"
    return page.find_element(By.XPATH, path)


def _click_line(page: Chrome, line: str) -> None:
    """Clicks with the mouse where this line, and no other thing, is drawn."""
    spot = page.execute_script(
        """
        const edge = drawing.network.body.edges[arguments[0]];
        for (let share = 0.5, step = 0.03; share > 0.06 && share < 0.94; share += step, step = -step * 1.12) {
          const at = drawing.network.canvasToDOM(edge.edgeType.getPoint(share));
          const found = drawing.at(at);
          if (found && found.line && found.line.id === arguments[0]) return at;
        }
        return null;
        """,
        line,
    )
    assert spot, f"no place to click on line {line}"
    stage = page.find_element(By.ID, "network")
    x, y = spot["x"] - stage.size["width"] / 2, spot["y"] - stage.size["height"] / 2
    ActionChains(page, duration=10).move_to_element_with_offset(stage, round(x), round(y)).click().perform()
    # vis waits to see whether a click becomes a double click.
    page.execute_async_script("setTimeout(arguments[0], 350)")


def test_clicking_any_line_opens_a_sentence_that_a_document_holds(open_page: Opener) -> None:
    snapshot = levant()
    page = open_page(snapshot)
    lines = page.execute_script("return drawing.seenEdges.getIds()")
    assert len(lines) == len(snapshot.ties)
    for line in lines:
        _click_line(page, line)
        quotes = page.execute_script(
            "return [...document.querySelectorAll('#panel blockquote')].map(q => q.textContent)"
        )
        marks = page.execute_script("return [...document.querySelectorAll('#panel mark')].map(m => m.textContent)")
        assert quotes
        assert len(marks) == len(quotes)
        for quote, mark in zip(quotes, marks, strict=True):
            assert any(quote in document.text for document in snapshot.documents)
            assert mark in {claim.quote for claim in snapshot.claims}
        page.find_element(By.CSS_SELECTOR, "#panel .close").click()
        page.execute_script("drawing.everything(false)")


def test_a_claim_says_who_says_so_when_and_how_surely(open_page: Opener) -> None:
    page = open_page(address="#line=israel+STRIKES+quds-force+asserted")
    text = _panel(page)
    for part in ("According to Sana", "Event 13 Jan 2021 in Damascus", "confidence 88%", "Gulf Wire", "14 Jan 2021"):
        assert part in text
    page = open_page(address="#line=iran+ARMS+hezbollah+asserted")
    text = _panel(page)
    for part in ("2 sentences", "1 hedged", "Hedged", "Unknown outlet", "publication date unknown", "+8.3"):
        assert part in text


_LOOK = """
  return data.lines.filter(line => line.tie).map(line => {
    const edge = drawing.edges.get(line.id);
    const hearsay = line.claims.every(claim => claim.hedged || claim.claimant);
    return [hearsay, edge.label.includes("alleged"), edge.arrows.to.type];
  });
"""


def test_what_is_only_alleged_looks_otherwise_than_a_fact(open_page: Opener) -> None:
    page = open_page(samples(), address="#line=iran+PROTECTS+al-qaeda+asserted")
    text = _panel(page)
    for part in ("Tie, only alleged", "protects (alleged)", "No sentence says it in its own voice", "Hedged",
                 "According to Mike Pompeo", "accused Iran of sheltering al-Qaeda"):  # fmt: skip
        assert part in text
    page = open_page()
    looks = {tuple(each) for each in page.execute_script(_LOOK)}
    assert looks == {(True, True, "vee"), (False, False, "arrow")}
    assert "only alleged" in page.find_element(By.ID, "filters").text


def test_an_accusation_puts_nobody_on_a_side(open_page: Opener) -> None:
    page = open_page(samples(), address="#actor=al-qaeda")
    assert page.execute_script("return data.actorById.get('al-qaeda').bloc") == -1
    assert not page.find_elements(By.CSS_SELECTOR, "#panel .side")


def test_the_panel_tells_what_the_register_knows_apart_from_articles(open_page: Opener) -> None:
    office = Standing("bashar-al-assad", "LEADS", "syria", office="president", since="2000-07-17", until="2024-12-08")
    snapshot = replace(levant(), standing=(office,))
    page = open_page(snapshot, address="#actor=syria")
    page.find_element(By.CSS_SELECTOR, "#panel .register summary").click()
    found = page.find_element(By.CSS_SELECTOR, "#panel .register li").text
    assert found == "Bashar al-Assad leads Syria (president, 17 Jul 2000 – 8 Dec 2024)"


def test_the_panel_tells_where_an_office_is_known_from(open_page: Opener) -> None:
    bold = Standing("bashar-al-assad", "LEADS", "syria", office="president", reference="<b>Annals</b>, p. 7")
    plain = Standing("bashar-al-assad", "LEADS", "syria", office="leader", since="2000", reference="Red Book")
    page = open_page(replace(levant(), standing=(bold, plain)), address="#actor=syria")
    page.find_element(By.CSS_SELECTOR, "#panel .register summary").click()
    found = [each.text for each in page.find_elements(By.CSS_SELECTOR, "#panel .register li")]
    assert found == [
        "Bashar al-Assad leads Syria (leader, since 2000), known from: Red Book",
        "Bashar al-Assad leads Syria (president), known from: <b>Annals</b>, p. 7",
    ]


def test_what_is_not_established_is_drawn_only_when_asked_for(open_page: Opener) -> None:
    snapshot = levant()
    page = open_page(snapshot)
    before = page.execute_script(_POSITIONS)
    assert page.execute_script(_SHOWN) == len(snapshot.ties)
    for words, ghosts in (("Planned", 1), ("Wished for", 2), ("Said not to be so", 3), ("Only possible", 5)):
        _choice(page, words).click()
        assert page.execute_script(_SHOWN) == len(snapshot.ties) + ghosts
    assert page.execute_script("return drawing.edges.get(data.lines.find(each => !each.tie).id).dashes") == [2, 5]
    assert page.execute_script(_POSITIONS) == before


@pytest.mark.parametrize(
    ("change", "keeps"),
    [
        ("off: new Set(['STRIKES'])", lambda claim, _: claim.relation != "STRIKES"),
        ("confidence: 0.9", lambda claim, _: claim.confidence >= 0.9),
        ("hedged: 'none'", lambda claim, _: not claim.hedged),
        ("hedged: 'only'", lambda claim, _: claim.hedged),
        ("outlet: 'Gulf Wire'", lambda _, document: document.outlet == "Gulf Wire"),
        ("outlet: '?'", lambda _, document: document.outlet is None),
        ("undated: false", lambda claim, document: bool(claim.date or document.published)),
        (
            "from: '2021-03', undated: false",
            lambda claim, document: (claim.date or document.published or "") >= "2021-03",
        ),
        ("to: '2020', undated: false", lambda claim, document: "" < (claim.date or document.published or "") < "2021"),
    ],
)
def test_filters_keep_the_claims_they_say_and_move_nobody(open_page: Opener, change: str, keeps: Keeps) -> None:
    snapshot = levant()
    page = open_page()
    before = page.execute_script(_POSITIONS)
    page.execute_script(f"state.change({{{change}}})")
    documents = {document.id: document for document in snapshot.documents}
    kept = [each for each in snapshot.claims if each.status == "asserted" and keeps(each, documents[each.document])]
    assert 0 < len(kept) < 27
    assert page.execute_script("return sieve.shown.claims.length") == len(kept)
    ties = {tie_key(each.source, each.relation, each.target) for each in kept}
    assert page.execute_script(_SHOWN) == len(ties)
    assert page.execute_script(_POSITIONS) == before
    page.find_element(By.ID, "reset").click()
    assert page.execute_script(_SHOWN) == len(snapshot.ties)


def test_the_legend_switches_relations_and_whole_groups(open_page: Opener) -> None:
    page = open_page()
    assert not _choice(page, "strikes").is_displayed()
    for opener in page.find_elements(By.CLASS_NAME, "opener"):
        opener.click()
    _choice(page, "strikes").click()
    assert "22 of 26 ties shown" in page.find_element(By.CLASS_NAME, "shown").text
    assert _choice(page, "Conflict").get_property("indeterminate")
    _choice(page, "Cooperation").click()
    assert "12 of 26 ties shown" in page.find_element(By.CLASS_NAME, "shown").text
    _choice(page, "Cooperation").click()
    assert "22 of 26 ties shown" in page.find_element(By.CLASS_NAME, "shown").text


@pytest.mark.parametrize(
    ("typed", "found"), [("iran", "Iran"), ("kremlin", "Russia"), ("IAEA", "International Atomic"), ("sana", "Sana")]
)
def test_search_finds_names_and_aliases(open_page: Opener, typed: str, found: str) -> None:
    page = open_page()
    page.find_element(By.TAG_NAME, "body").send_keys("/")
    page.switch_to.active_element.send_keys(typed)
    assert found in page.find_element(By.CSS_SELECTOR, "#suggestions li").text
    page.switch_to.active_element.send_keys(Keys.ENTER)
    assert found in page.find_element(By.CSS_SELECTOR, "#panel h2").text


def test_escape_closes_but_never_resets(open_page: Opener) -> None:
    page = open_page(address="#off=STRIKES&actor=iran")
    shown = page.execute_script(_SHOWN)
    find = page.find_element(By.ID, "find")
    find.send_keys("rus", Keys.ESCAPE)
    assert page.find_element(By.ID, "panel").is_displayed()
    find.send_keys(Keys.ESCAPE)
    page.find_element(By.TAG_NAME, "body").send_keys(Keys.ESCAPE)
    assert not page.find_element(By.ID, "panel").is_displayed()
    page.find_element(By.TAG_NAME, "body").send_keys(Keys.ESCAPE)
    assert page.execute_script(_SHOWN) == shown < 26


def test_the_neighbourhood_grows_step_by_step(open_page: Opener) -> None:
    page = open_page(address="#actor=turkey")
    before = page.execute_script(_POSITIONS)
    page.find_element(By.XPATH, "//aside[@id='panel']//button[text()='Only neighbours']").click()
    seen = "return [...sieve.shown.actors].map(actor => actor.id).sort()"
    assert page.execute_script(seen) == ["syria", "turkey"]
    page.find_element(By.XPATH, "//*[@id='bar']//button[text()='One step further']").click()
    assert page.execute_script(seen) == ["bashar-al-assad", "iran", "israel", "russia", "syria", "turkey"]
    assert all(before[name] == spot for name, spot in page.execute_script(_POSITIONS).items())
    page.find_element(By.XPATH, "//*[@id='bar']//button[text()='Show all actors']").click()
    assert len(page.execute_script(seen)) == 16


def test_the_table_lists_exactly_what_is_shown_and_sorts(open_page: Opener) -> None:
    page = open_page(address="#view=table&confidence=0.9")
    shown = page.execute_script("return sieve.shown.claims.map(claim => claim.sentence).sort()")
    cells = "return [...document.querySelectorAll('#table tbody tr')].map(row => row.cells[arguments[0]].textContent)"
    assert sorted(page.execute_script(cells, 4)) == shown
    assert 0 < len(shown) < 27
    page.find_element(By.XPATH, "//th/button[starts-with(text(), 'Confidence')]").click()
    ascending = [int(each.rstrip("%")) for each in page.execute_script(cells, 8)]
    assert ascending == sorted(ascending)
    page.switch_to.active_element.click()
    assert [int(each.rstrip("%")) for each in page.execute_script(cells, 8)] == ascending[::-1]


def test_the_address_brings_the_same_view_back(open_page: Opener) -> None:
    page = open_page()
    page.execute_script(
        "state.change({off: new Set(['WARNS', 'MEETS']), statuses: new Set(['asserted', 'planned']), hedged: 'none',"
        "outlet: 'Gulf Wire', from: '2020', to: '2021', confidence: 0.55, undated: false, theme: 'dark',"
        "around: data.actorById.get('iran'), steps: 2,"
        "selected: {line: data.lineByKey.get('iran ARMS hezbollah asserted')}})"
    )
    state = (
        "const {now} = state; const list = set => [...set].sort();"
        "return JSON.stringify({...now, off: list(now.off), statuses: list(now.statuses),"
        "around: now.around.id, selected: data.key(now.selected.line), panel: dom.byId('panel').textContent,"
        "lines: drawing.seenEdges.getIds(), theme: document.documentElement.dataset.theme})"
    )
    before, address = page.execute_script(state), page.execute_script("return location.hash")
    assert page.execute_script("return document.getElementById('panel').textContent")
    page = open_page(address=address)
    assert page.execute_script(state) == before


@pytest.mark.parametrize(
    "address", ["#actor=nobody&off=X&states=y&from=z&around=q&steps=-3&confidence=x&bloc=99", "#%E0%A4%A"]
)
def test_a_broken_address_shows_the_page_as_ever(open_page: Opener, address: str) -> None:
    page = open_page(address=address)
    assert len(page.execute_script("return data.lines.map(line => line.id)")) == 31


def test_the_sheet_and_the_graph_hold_what_is_shown(open_page: Opener) -> None:
    page = open_page(address="#outlet=Gulf+Wire")
    rows = list(csv.DictReader(io.StringIO(page.execute_script("return save.sheet()").lstrip("\ufeff"))))
    assert len(rows) == page.execute_script("return sieve.shown.claims.length")
    assert {row["outlet"] for row in rows} == {"Gulf Wire"}
    text = page.execute_script("return save.graph()")
    graph = nx.read_gexf(io.BytesIO(text.encode()))
    assert graph.number_of_edges() == page.execute_script(_SHOWN)
    assert graph.nodes["iran"]["label"] == "Iran"


def test_many_lines_come_by_the_page(open_page: Opener) -> None:
    actors = [Actor(f"a{number:02d}", f"Actor {number}", ActorKind.COUNTRY) for number in range(31)]
    said = [Said(f"Actor 0 warned {each.name}.", "a00", "WARNS", each.id, "warned") for each in actors[1:]]
    page = open_page(assemble(actors, [article("warnings", said)]), address="#actor=a00")
    assert len(page.find_elements(By.CSS_SELECTOR, "#panel .group")) == 20
    page.find_element(By.CSS_SELECTOR, "#panel .paged > button").click()
    assert len(page.find_elements(By.CSS_SELECTOR, "#panel .group")) == 30


def test_a_page_without_claims_says_so(open_page: Opener) -> None:
    page = open_page(Snapshot((), (), (), ()))
    assert "nothing to draw yet" in page.find_element(By.ID, "hint").text


def test_selection_dims_the_rest(open_page: Opener) -> None:
    page = open_page(address="#actor=turkey")
    bright = page.execute_script(
        "return drawing.seenNodes.get({filter: node => node.opacity === 1}).map(each => each.label)"
    )
    assert sorted(bright) == ["Syria", "Turkey"]
    faint = page.execute_script("return drawing.seenEdges.get({filter: edge => edge.color.opacity < 0.2}).length")
    assert faint == page.execute_script(_SHOWN) - 1
