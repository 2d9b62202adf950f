"""In a browser: whether it can be seen."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from graph.register import Register
from tests.graph.page.conftest import Opener
from tests.graph.page.snapshots import levant, samples, synthetic

_BOXES = """
  return drawing.seenNodes.get().map(node => {
    const label = drawing.network.body.nodes[node.id].shape.labelModule;
    const {left, top, width, height} = label.size;
    const shown = node.font.size > 0 && width > 0;
    const size = node.font.size * drawing.network.getScale();
    return {left, top, right: left + width, bottom: top + height, shown, size};
  });
"""


@pytest.mark.parametrize("size", [(1400, 900), (1366, 640), (390, 844)])
@pytest.mark.parametrize("actors", [17, 40, 60])
def test_labels_are_legible_and_do_not_overlap(open_page: Opener, actors: int, size: tuple[int, int]) -> None:
    page = open_page(levant() if actors == 17 else synthetic(actors), size=size)
    page.execute_async_script("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))")
    boxes = page.execute_script(_BOXES)
    shown = [each for each in boxes if each["shown"]]
    # Small screens leave out the labels of weaker actors rather than shrink all of them.
    assert len(shown) >= len(boxes) * (1 if size[0] > 1300 else 0.4)
    assert min(each["size"] for each in shown) >= 10.99
    for a, b in itertools.combinations(shown, 2):
        apart = a["right"] <= b["left"] or b["right"] <= a["left"] or a["bottom"] <= b["top"] or b["bottom"] <= a["top"]
        assert apart


def test_long_names_are_whole_at_first_sight(open_page: Opener) -> None:
    names = sorted({actor.name for actor in Register.load().actors()}, key=lambda name: (len(name), name))[-240::4]
    whole = synthetic(60)
    renamed = replace(whole, actors=tuple(replace(a, name=b) for a, b in zip(whole.actors, names, strict=True)))
    labels = open_page(renamed).execute_script(
        "return drawing.seenNodes.get().filter(node => node.font.size > 0).map(node => node.label)"
    )
    whole_names = {label.replace("\n", " ") for label in labels}
    # One in twenty may be left out where it would lie on another.
    assert whole_names <= set(names) and len(whole_names) >= 0.95 * len(names)


_FILLED = """
  const stage = dom.byId("network").getBoundingClientRect();
  const boxes = drawing.seenNodes.getIds().map(id => drawing.network.getBoundingBox(id));
  const low = {x: Math.min(...boxes.map(box => box.left)), y: Math.min(...boxes.map(box => box.top))};
  const high = {x: Math.max(...boxes.map(box => box.right)), y: Math.max(...boxes.map(box => box.bottom))};
  const [first, last] = [low, high].map(each => drawing.network.canvasToDOM(each));
  return [(last.x - first.x) / stage.width, (last.y - first.y) / stage.height];
"""


@pytest.mark.parametrize("size", [(1400, 860), (1440, 780), (1366, 640)])
@pytest.mark.parametrize("actors", [17, 40, 60])
def test_the_network_fills_the_screen_of_a_laptop(open_page: Opener, actors: int, size: tuple[int, int]) -> None:
    page = open_page(levant() if actors == 17 else synthetic(actors), size=size)
    across, down = page.execute_script(_FILLED)
    assert 0.8 <= across <= 1
    assert 0.8 <= down <= 1


_SEEN = """
  const stage = dom.byId("network").getBoundingClientRect();
  const over = ["bar", "zoom", "hint", "panel"].map(id => dom.byId(id).getBoundingClientRect());
  const covers = over.filter(box => box.width);
  const boxes = drawing.seenNodes.get().flatMap(node => {
    const {x, y} = drawing.network.getPosition(node.id);
    const {left, top, width, height} = drawing.network.body.nodes[node.id].shape.labelModule.size;
    const sign = {left: x - node.size, top: y - node.size, right: x + node.size, bottom: y + node.size};
    return node.font.size ? [sign, {left, top, right: left + width, bottom: top + height}] : [sign];
  }).map(box => {
    const ends = [{x: box.left, y: box.top}, {x: box.right, y: box.bottom}];
    const [low, high] = ends.map(end => drawing.network.canvasToDOM(end));
    return {left: low.x + stage.left, top: low.y + stage.top, right: high.x + stage.left, bottom: high.y + stage.top};
  });
  const outside = boxes.filter(box =>
    box.left < stage.left || box.right > stage.right || box.top < stage.top || box.bottom > stage.bottom);
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return [boxes.length, outside.length, boxes.filter(box => covers.some(cover => meet(box, cover))).length];
"""
_TWO_FRAMES = "requestAnimationFrame(() => requestAnimationFrame(() => arguments[0]()))"
_SCREENS = [(1400, 900), (1280, 720), (1920, 1080), (390, 844)]


def _resize(page: Chrome, size: tuple[int, int]) -> None:
    metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    page.execute_async_script("new ResizeObserver(() => arguments[0]()).observe(dom.byId('network'))")
    page.execute_async_script(_TWO_FRAMES)


@pytest.mark.parametrize("size", _SCREENS)
@pytest.mark.parametrize("actors", ["samples", 17, 40, 60])
def test_all_is_within_the_stage_and_nothing_covers_it(
    open_page: Opener, actors: int | str, size: tuple[int, int]
) -> None:
    drawn = {"samples": samples, 17: levant}
    page = open_page(drawn[actors]() if actors in drawn else synthetic(int(actors)), size=size)
    page.execute_async_script(_TWO_FRAMES)
    boxes, outside, covered = page.execute_script(_SEEN)
    assert boxes > page.execute_script("return data.drawn.length")
    assert (outside, covered) == (0, 0)


@pytest.mark.parametrize("size", _SCREENS)
def test_another_window_shows_everything_again(open_page: Opener, size: tuple[int, int]) -> None:
    page = open_page(samples(), size=(1000, 620))
    _resize(page, size)
    boxes, outside, covered = page.execute_script(_SEEN)
    assert boxes > 39
    assert (outside, covered) == (0, 0)


def test_another_window_keeps_the_view_that_was_chosen(open_page: Opener) -> None:
    page = open_page(samples(), size=(1400, 900))
    page.find_element(By.ID, "zoom-in").click()
    view = "return [drawing.network.getScale(), drawing.network.getViewPosition()]"
    page.execute_async_script(_TWO_FRAMES)
    before = page.execute_script(view)
    _resize(page, (1000, 620))
    after = page.execute_script(view)
    assert after[0] == pytest.approx(before[0])
    assert after[1] == pytest.approx(before[1], abs=1)


def test_names_without_room_are_counted(open_page: Opener) -> None:
    page = open_page(samples(), size=(390, 844))
    page.execute_async_script(_TWO_FRAMES)
    hidden = page.execute_script("return drawing.seenNodes.get().filter(node => !node.font.size).length")
    said = page.find_element(By.ID, "hint").text
    assert said.startswith(f"{hidden} name") if hidden else said.startswith("Click")


@pytest.mark.parametrize("actors", [20, 150, 500])
def test_no_line_is_level(open_page: Opener, actors: int) -> None:
    page = open_page(synthetic(actors))
    lines = "return Object.values(drawing.network.body.edges)"
    assert page.execute_script(f"{lines}.length") > 20
    assert page.execute_script(f"{lines}.filter(each => each.from.y === each.to.y).length") == 0


_CONTRAST = """
  const light = hex => {
    const parts = [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16) / 255);
    const [r, g, b] = parts.map(part => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [a, b] = [theme.color(arguments[0]), theme.color(arguments[1])].map(light);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
"""
_TEXTS = [("ink", "paper"), ("ink", "card"), ("quiet", "card"), ("quiet", "paper"), ("quiet", "sunk"), ("ink", "sunk"),
          ("accent", "card"), ("accent", "paper"), ("on-accent", "accent"), ("on-mark", "mark")]  # fmt: skip
_LINES = ["cooperation", "conflict", "neutral", "standing", "lone", *(f"bloc-{number}" for number in range(8))]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_contrast_of_text_and_lines(open_page: Opener, *, dark: bool) -> None:
    page = open_page(dark=dark)
    for text, ground in _TEXTS:
        assert page.execute_script(_CONTRAST, text, ground) >= 4.5, (text, ground)
    for line in _LINES:
        assert page.execute_script(_CONTRAST, line, "paper") >= 3, line


def test_conflict_is_told_without_colour(open_page: Opener) -> None:
    page = open_page()
    dashed = page.execute_script(
        "return data.lines.filter(line => line.tie).map(line => [line.relation.group, Boolean(line.edge.dashes)])"
    )
    assert {tuple(each) for each in dashed} == {
        ("cooperation", False), ("conflict", True), ("neutral", False), ("standing", True)
    }  # fmt: skip


@pytest.mark.parametrize("address", ["", "#actor=iran", "#view=table", "#line=iran+ARMS+hezbollah+asserted"])
def test_a_phone_needs_no_sideways_scrolling(open_page: Opener, address: str) -> None:
    page = open_page(size=(390, 844), address=address)
    assert page.execute_script("return document.documentElement.scrollWidth") <= 390
    for part in ("panel", "filters", "table"):
        wide = page.execute_script(f"const it = dom.byId('{part}'); return it.scrollWidth - it.clientWidth")
        assert wide <= 0
    page.find_element(By.ID, "open-filters").click()
    assert page.find_element(By.ID, "reset").is_displayed()
    assert page.execute_script("return document.documentElement.scrollWidth") <= 390


def test_targets_of_a_finger_are_large_enough(open_page: Opener) -> None:
    page = open_page(size=(390, 844))
    for button in page.find_elements(By.CSS_SELECTOR, "#top button, #top summary, #zoom button, #find"):
        if button.is_displayed():
            assert button.size["height"] >= 36


def test_the_switch_turns_dark_and_stays_in_the_address(open_page: Opener) -> None:
    page = open_page()
    paper = page.execute_script("return theme.color('paper')")
    page.find_element(By.ID, "theme").click()
    assert page.execute_script("return theme.color('paper')") != paper
    assert "theme=dark" in page.execute_script("return location.hash")


def test_parallel_ties_lie_apart(open_page: Opener) -> None:
    page = open_page()
    middles = page.execute_script(
        "const pair = ['iran', 'israel'];"
        "return data.lines.filter(line => line.tie && pair.includes(line.source.id) && pair.includes(line.target.id))"
        ".map(line => drawing.network.body.edges[line.id].edgeType.getPoint(0.5))"
    )
    assert len(middles) == 3
    for a, b in itertools.combinations(middles, 2):
        assert ((a["x"] - b["x"]) ** 2 + (a["y"] - b["y"]) ** 2) ** 0.5 >= 15
