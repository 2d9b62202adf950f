from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

from graph.model import Snapshot
from graph.page import PageOptions, render
from tests.graph.page.snapshots import levant

Opener: TypeAlias = Callable[..., Chrome]

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


def _program(*names: str) -> str:
    for name in names:
        if found := shutil.which(name):
            return found
    missing = f"no {' or '.join(names)} on the path; on Debian and Ubuntu: apt-get install chromium chromium-driver"
    if os.environ.get("CI") == "true":
        pytest.fail(missing)
    pytest.skip(missing)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """A headless Chromium with a profile of its own, that keeps a log of every request."""
    options = ChromeOptions()
    options.binary_location = _program("chromium", "chromium-browser", "google-chrome")
    for flag in (*_FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    options.add_experimental_option("prefs", {"download.default_directory": str(tmp_path_factory.mktemp("saved"))})
    driver = Chrome(options=options, service=Service(_program("chromedriver")))
    yield driver
    driver.quit()


@pytest.fixture(scope="session")
def pages() -> Callable[[Snapshot, PageOptions | None], str]:
    """Renders each snapshot once; drawing takes longer than looking."""
    made: dict[tuple[int, PageOptions | None], tuple[Snapshot, str]] = {}

    def page(snapshot: Snapshot, options: PageOptions | None) -> str:
        key = id(snapshot), options
        if key not in made:
            made[key] = snapshot, render(snapshot, options)
        return made[key][1]

    return page


@pytest.fixture
def open_page(browser: Chrome, tmp_path: Path, pages: Callable[[Snapshot, PageOptions | None], str]) -> Opener:
    """Opens a snapshot as its page, by default the small one in light colours on a laptop's screen."""

    def opened(
        snapshot: Snapshot | None = None,
        options: PageOptions | None = None,
        *,
        size: tuple[int, int] = (1400, 900),
        dark: bool = False,
        address: str = "",
    ) -> Chrome:
        path = tmp_path / "page.html"
        path.write_text(pages(snapshot or levant(), options), encoding="utf-8")
        show(browser, path, size=size, dark=dark, address=address)
        return browser

    return opened


def log(browser: Chrome, name: str) -> list[dict[str, Any]]:
    """What was logged since the last look: "browser" for the console, "performance" for requests."""
    entries: list[dict[str, Any]] = browser.execute("getLog", {"type": name})["value"]
    return entries


def show(browser: Chrome, path: Path, *, size: tuple[int, int], dark: bool = False, address: str = "") -> None:
    """Opens a file at this size of the window; no animation, so that every click can be followed at once."""
    metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False}
    features = [
        {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
        {"name": "prefers-reduced-motion", "value": "reduce"},
    ]
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    browser.get("about:blank")
    for name in ("browser", "performance"):
        log(browser, name)
    browser.get(f"{path.as_uri()}{address}")
