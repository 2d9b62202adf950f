"""The file as text: what it may and may not hold."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import graph.page
from graph.errors import DetenteError, InputError
from graph.model import Snapshot
from graph.page import PageOptions, inline, render
from tests.graph.page.snapshots import levant, synthetic

_ASSETS = Path(graph.page.__file__).parent / "assets"
_SCRIPTS = sorted(_ASSETS.glob("*.js"))


@pytest.fixture(scope="module")
def page() -> str:
    return render(levant(), PageOptions(title="Levant"))


@pytest.mark.parametrize("script", _SCRIPTS, ids=lambda path: path.name)
def test_scripts_never_make_markup_or_code_from_text(script: Path) -> None:
    text = script.read_text("utf-8")
    forbidden = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|\.on\w+ ?=|srcdoc|</script|<!--"
    )
    assert not re.search(forbidden, text, re.IGNORECASE)


@pytest.mark.parametrize("asset", sorted(_ASSETS.iterdir()), ids=lambda path: path.name)
def test_assets_are_small_and_name_no_other_place(asset: Path) -> None:
    text = asset.read_text("utf-8")
    assert len(text.splitlines()) < 400
    addresses = set(re.findall(r"https?://[^\s\"'<)]+", text))
    assert addresses <= {"http://www.w3.org/2000/svg", "http://www.gexf.net/1.2draft"}


def test_only_our_own_assets_are_marked_safe() -> None:
    template = (_ASSETS / "page.html.j2").read_text("utf-8")
    assert re.findall(r"(\S+)\s*\|\s*safe", template) == ["view.styles", "script"]


def test_every_asset_is_in_the_page(page: str) -> None:
    for asset in (*_SCRIPTS, *_ASSETS.glob("*.css")):
        lines = [line.strip() for line in asset.read_text("utf-8").splitlines()]
        assert "\n".join(lines) in page


def test_the_policy_allows_no_request_and_only_hashed_scripts(page: str) -> None:
    found = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert found
    policy = dict(part.split(" ", 1) for part in found.group(1).replace("&#39;", "'").split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["img-src"] == "data: blob:"
    assert re.fullmatch(r"('sha256-[\w+/=]{44}' ?)+", policy["script-src"])
    assert (
        policy["script-src"].count("sha256-") == len(_SCRIPTS) + 1 == len(re.findall("^<script>", page, re.MULTILINE))
    )


def test_no_address_is_loaded(page: str) -> None:
    assert not re.search(r"<(?:link|img|iframe|object|embed|base)\b", page.split("<script", maxsplit=1)[0])
    assert not re.search(r"<script[^>]+src=", page)


def test_the_same_snapshot_gives_the_same_bytes(page: str) -> None:
    code = (
        "import sys; from graph.page import *; from tests.graph.page.snapshots import levant;"
        "sys.stdout.buffer.write(render(levant(), PageOptions(title='Levant')).encode())"
    )
    root = Path(graph.page.__file__).parents[2]
    environment = {**os.environ, "PYTHONHASHSEED": "12345"}
    again = subprocess.run([sys.executable, "-c", code], cwd=root, env=environment, capture_output=True, check=True)
    assert again.stdout == page.encode()


def test_order_in_the_snapshot_does_not_matter(page: str) -> None:
    one = levant()
    other = Snapshot(one.actors[::-1], one.documents[::-1], one.claims[::-1], one.ties[::-1])
    assert render(other, PageOptions(title="Levant")) == page


def test_size_at_fifty_actors() -> None:
    assert len(render(synthetic(50)).encode()) <= 600_000


def test_size_at_five_hundred_actors() -> None:
    assert len(render(synthetic(500), PageOptions(limit=500)).encode()) <= 1_500_000


def test_an_empty_snapshot_is_a_page() -> None:
    assert "nothing to draw yet" in render(Snapshot((), (), (), ()))


def test_the_strongest_are_drawn_and_the_rest_counted() -> None:
    assert '"leftOut":50' in render(synthetic(200))


def test_too_many_actors_are_refused_with_a_way_out() -> None:
    with pytest.raises(DetenteError, match=r"2,001 actors are too many.*focus.*limit=150") as refused:
        render(synthetic(2001), PageOptions(limit=None))
    assert "\n" not in str(refused.value)


def test_focus_draws_the_neighbourhood() -> None:
    page = render(levant(), PageOptions(focus=("turkey",)))
    assert '"id":"syria"' in page
    assert '"id":"iran"' not in page
    assert '"id":"iran"' in render(levant(), PageOptions(focus=("turkey",), hops=2))


def test_the_focus_is_drawn_before_stronger_actors() -> None:
    page = render(levant(), PageOptions(focus=("turkey",), hops=3, limit=2))
    assert '"id":"turkey"' in page


def test_an_unknown_focus_is_an_error_that_names_it() -> None:
    with pytest.raises(InputError, match="'atlantis'"):
        render(levant(), PageOptions(focus=("atlantis",)))


def test_titles_are_text() -> None:
    page = render(levant(), PageOptions(title="</title><script>1</script>\x00\ud800"))
    assert "&lt;/title&gt;&lt;script&gt;1&lt;/script&gt;" in page
    assert page.encode("utf-8")


def test_the_page_in_a_notebook_is_shut_off() -> None:
    frame = inline('<p title="a">&</p>')
    assert 'sandbox="allow-scripts allow-downloads allow-popups"' in frame
    assert 'srcdoc="&lt;p title=&quot;a&quot;&gt;&amp;&lt;/p&gt;"' in frame


def test_importing_the_page_does_not_import_pyvis() -> None:
    code = "import sys, graph.page; sys.exit('pyvis' in sys.modules or 'IPython' in sys.modules)"
    root = Path(graph.page.__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0
