"""How large the page is and how fast it answers, beside an empty page of the same browser, all in one run.

    .venv/bin/python -m benchmarks.page [ROUNDS]

(3 unless given.) It makes networks of 50, 150, 500 and 2,000 actors by rule, and one of 500 with 2,000 sentences, and
opens each in a headless Chromium with software rendering, which is slower than a screen with a graphics processor. For
each it tells

- the size of the file, and how long `render` takes without and with a kept layout;
- from opening the file to the first drawing of the network, and how many times an empty page that is;
- from a change of a filter to the drawing that shows it, with the strongest actors drawn and with all of them.

Figures are medians of the rounds in milliseconds. It asserts nothing. Needs chromium and chromedriver on the path.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

from graph.model import Snapshot
from graph.page import PageOptions, render
from tests.graph.page.snapshots import synthetic

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_SIZES = ((50, 1), (150, 1), (500, 1), (500, 2), (2000, 1))  # actors, and sentences for each claim
_EMPTY = "<!doctype html><title>empty</title><p>empty<script>performance.mark('drawn')</script>"
_DRAWN = "const mark = performance.getEntriesByName('drawn')[0]; arguments[0](mark ? mark.startTime : null)"
_ANSWER = """
  const done = arguments[arguments.length - 1];
  const began = performance.now();
  drawing.network.once("afterDrawing", () => done(performance.now() - began));
  state.change(CHANGE);
"""
_CHANGES = (
    "{confidence: 0.7}",
    "{confidence: 0}",
    "{off: new Set(data.relations.slice(0, 20).map(each => each.name))}",
    "{off: new Set()}",
    "{selected: {actor: data.drawn.find(actor => actor.rank === 0)}}",
    "{selected: null}",
)


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured for one size of network; times in milliseconds."""

    actors: int
    sentences: int
    megabytes: float
    render: float
    again: float
    first: float
    core: float
    whole: float


@contextmanager
def browser() -> Iterator[Chrome]:
    """A headless Chromium with a profile of its own."""
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not program or not driver:
        raise SystemExit("chromium and chromedriver are not on the path: apt-get install chromium chromium-driver")
    with tempfile.TemporaryDirectory() as profile:
        options = ChromeOptions()
        options.binary_location = program
        for flag in (*_FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        with Chrome(options=options, service=Service(driver)) as found:
            found.set_window_size(1400, 900)
            found.execute_cdp_cmd(
                "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]}
            )
            yield found


def timed(act: Callable[[], str]) -> tuple[str, float]:
    """What an act gives, and how many milliseconds it took."""
    began = time.perf_counter()
    return act(), 1000 * (time.perf_counter() - began)


def first_drawing(page: Chrome, file: Path, rounds: int) -> float:
    """From opening the file to its first drawing."""
    found = []
    for _ in range(rounds):
        page.get("about:blank")
        page.get(file.as_uri())
        while (moment := page.execute_async_script(_DRAWN)) is None:
            time.sleep(0.02)
        found.append(float(moment))
    return median(found)


def answer(page: Chrome, rounds: int) -> float:
    """From a change of a filter, or of what is selected, to the drawing that shows it: the slowest kind of change."""
    return max(
        median(float(page.execute_async_script(_ANSWER.replace("CHANGE", change))) for _ in range(rounds))
        for change in _CHANGES
    )


def measure(page: Chrome, snapshot: Snapshot, folder: Path, rounds: int) -> Row:
    """Everything about one network."""
    options = PageOptions(cache=folder / "layouts")
    text, fresh = timed(lambda: render(snapshot, options))
    _, again = timed(lambda: render(snapshot, options))
    file = folder / "page.html"
    file.write_text(text, "utf-8")
    first = first_drawing(page, file, rounds)
    core = answer(page, rounds)
    page.execute_script("state.change({top: 0})")
    page.execute_async_script("requestAnimationFrame(() => requestAnimationFrame(() => arguments[0]()))")
    whole = answer(page, rounds)
    return Row(
        len(snapshot.actors),
        len({claim.sentence for claim in snapshot.claims}),
        len(text.encode()) / 1e6,
        fresh,
        again,
        first,
        core,
        whole,
    )


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(rounds: int = 3) -> None:
    """Measure, and print what was found."""
    with tempfile.TemporaryDirectory(prefix="detente-page-") as name, browser() as page:
        folder = Path(name)
        empty = folder / "empty.html"
        empty.write_text(_EMPTY, "utf-8")
        floor = first_drawing(page, empty, rounds)
        known = page.capabilities
        _say(f"{known['browserName']} {known['browserVersion']}; an empty page: {floor:.0f} ms")
        heads = (
            ("actors", 7),
            ("sentences", 11),
            ("MB", 7),
            ("render", 9),
            ("again", 8),
            ("first drawing", 15),
            ("/ empty", 9),
        )
        _say("".join(f"{name:>{wide}}" for name, wide in (*heads, ("filter", 9), ("of all", 9))))
        for actors, sentences in _SIZES:
            row = measure(page, synthetic(actors, sentences=sentences), folder, rounds)
            times = f"{row.render:>9.0f}{row.again:>8.0f}{row.first:>15.0f}{row.first / floor:>9.1f}"
            _say(f"{row.actors:>7,}{row.sentences:>11,}{row.megabytes:>7.2f}{times}{row.core:>9.0f}{row.whole:>9.0f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
