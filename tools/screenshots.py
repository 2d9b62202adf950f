"""Takes the pictures of the documentation: `python -m tools.screenshots detente.html docs/pictures`.

Of the page that is given: page-light.png (a laptop's screen, the tie with most sentences opened), page-dark.png (the
whole network) and page-phone.png. Of networks made by rule: actors-20.png to actors-2000.png, as they are first seen.
Pictures keep all their colours: with fewer, the lines of the legend change theirs. Needs Chromium and chromedriver on
the path, and Pillow (`pip install pillow`).
"""

from __future__ import annotations

import argparse
import io
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

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
    "--hide-scrollbars",
)
_OPEN_THE_STRONGEST_TIE = (
    "const ties = data.lines.filter(line => line.tie);"
    "ties.sort((a, b) => b.claims.length - a.claims.length);"
    "state.change({selected: {line: ties[0]}})"
)


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: its file, the size of the screen in pixels, the colours, and what to do before it is taken."""

    name: str
    width: int
    height: int
    colours: str
    script: str


_PICTURES = (
    Picture("page-light.png", 1400, 860, "light", _OPEN_THE_STRONGEST_TIE),
    Picture("page-dark.png", 1400, 860, "dark", ""),
    Picture("page-phone.png", 390, 844, "light", _OPEN_THE_STRONGEST_TIE),
)
_SIZES = (20, 150, 500, 2000)


def _program(name: str) -> str:
    # Named outright: otherwise selenium would look for a driver on the network.
    return shutil.which(name) or sys.exit(f"{name} is not on the path: apt-get install chromium chromium-driver")


def _take(browser: Chrome, page: Path, picture: Picture, folder: Path) -> None:
    metrics = {"width": picture.width, "height": picture.height, "deviceScaleFactor": 1, "mobile": False}
    features = [
        {"name": "prefers-color-scheme", "value": picture.colours},
        {"name": "prefers-reduced-motion", "value": "reduce"},
    ]
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    browser.get("about:blank")
    browser.get(page.resolve().as_uri())
    browser.execute_script(picture.script)
    browser.execute_async_script("setTimeout(arguments[0], 500)")
    with Image.open(io.BytesIO(browser.get_screenshot_as_png())) as seen:
        seen.convert("RGB").save(folder / picture.name, optimize=True)


def main() -> None:
    """Reads the arguments and takes all pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", type=Path, help="the HTML file")
    parser.add_argument("folder", type=Path, help="where the pictures go")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        options = ChromeOptions()
        options.binary_location = _program("chromium")
        for flag in (*_FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        with Chrome(options=options, service=Service(_program("chromedriver"))) as browser:
            for picture in _PICTURES:
                _take(browser, arguments.page, picture, arguments.folder)
            for actors in _SIZES:
                made = Path(profile) / "page.html"
                made.write_text(render(synthetic(actors), PageOptions(title=f"{actors:,} actors")), "utf-8")
                colours = "dark" if actors == _SIZES[1] else "light"
                _take(browser, made, Picture(f"actors-{actors}.png", 1400, 860, colours, ""), arguments.folder)


if __name__ == "__main__":
    main()
