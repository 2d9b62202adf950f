"""The file as text: what it may and may not hold."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import graph.page
from graph.errors import InputError
from graph.model import Actor, ActorKind, Snapshot
from graph.page import PageOptions, inline, render
from graph.page._names import other_names, vocabulary
from graph.register import Register
from tests.graph.page.snapshots import Said, article, assemble, levant, samples, synthetic

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


# A template that begins within the ${...} of another one: rjsmin would take its blanks for those between words.
_NESTED = re.compile(r"`(?:[^`$\\]|\\.|\$(?!\{)|\$\{[^`{}]*(?:\{[^`{}]*\}[^`{}]*)*\})*\$\{[^`}]*`")


@pytest.mark.parametrize("script", _SCRIPTS, ids=lambda path: path.name)
def test_no_template_lies_within_a_template(script: Path) -> None:
    assert _NESTED.search("`a${b.map(each => `<${each}>`)}`")
    assert not _NESTED.search("`a${b}` + `c${d({ e })}`")
    assert not _NESTED.search(script.read_text("utf-8"))


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
    for script in _SCRIPTS:
        if name := re.search(r"^export const (\w+) = ", script.read_text("utf-8"), re.MULTILINE):
            assert f"let {name[1]}=(()=>{{" in page, script.name
    for style in _ASSETS.glob("*.css"):
        first = re.search(r"[^\s{}*/][^{}*/]*(?= \{)", style.read_text("utf-8"))
        assert first
        assert re.sub(r",\s+", ",", first[0]) + "{" in page, style.name


def test_the_policy_allows_no_request_and_only_hashed_scripts(page: str) -> None:
    found = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert found
    policy = dict(part.split(" ", 1) for part in found.group(1).replace("&#39;", "'").split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["img-src"] == "data: blob:"
    assert policy["require-trusted-types-for"] == "'script'"
    for kind in ("script", "style"):
        texts = re.findall(rf"<{kind}>(.*?)</{kind}>", page, re.DOTALL)
        hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts]
        assert policy[f"{kind}-src"].split() == [f"'sha256-{each}'" for each in hashes]


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


@pytest.mark.parametrize(("snapshot", "most"), [(synthetic(50), 600_000), (samples(), 610_000)], ids=["50", "samples"])
def test_size_at_fifty_actors(snapshot: Snapshot, most: int) -> None:
    assert len(render(snapshot).encode()) <= most


def test_size_at_five_hundred_actors_with_two_thousand_sentences() -> None:
    snapshot = synthetic(500, sentences=2)
    assert len({claim.sentence for claim in snapshot.claims}) >= 1_990
    page = render(snapshot)
    assert len(_content(page)["content"]["sentences"]) >= 1_990
    assert len(page.encode()) <= 1_500_000


def test_names_that_are_said_come_first_and_hundreds_are_cut() -> None:
    usa = next(actor for actor in Register.load().actors() if actor.id == "united-states")
    assert len(usa.aliases) > 100
    found = other_names(usa, vocabulary(["The Pentagon confirmed it."]))
    assert len(found) <= 12
    assert found[0] == "Pentagon"
    assert {"US", "U.S."} & set(found)
    assert not any("imperialis" in name for name in found)


def test_an_empty_snapshot_is_a_page() -> None:
    assert "nothing to draw yet" in render(Snapshot((), (), (), ()))


def _content(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="content">(.*?)</script>', page)
    assert found
    plain: dict[str, Any] = json.loads(found[1])
    return plain


def test_a_limit_takes_the_strongest_and_counts_the_rest() -> None:
    found = _content(render(synthetic(200), PageOptions(limit=150)))
    assert len(found["nodes"]) == 150
    assert found["content"]["leftOut"] == 50


@pytest.mark.parametrize(("actors", "core"), [(150, 0), (151, 60)])
def test_above_150_actors_the_strongest_come_first(actors: int, core: int) -> None:
    found = _content(render(synthetic(actors)))
    assert found["content"]["core"] == core
    assert sorted(node["rank"] for node in found["nodes"]) == list(range(actors))


def test_above_2000_actors_the_weakest_are_put_together_and_keep_their_sentences() -> None:
    snapshot = synthetic(2300)
    found = _content(render(snapshot))
    content = found["content"]
    assert len(found["nodes"]) == 2000
    folded = [actor for actor in content["actors"] if "stands" in actor]
    assert len(folded) == 8
    assert sum(actor["stands"] for actor in folded) == 308
    assert all(actor["name"].startswith(f"{actor['stands']} other ") for actor in folded)
    lines = set(content["claims"]["line"])
    assert lines == set(range(1, len(found["edges"]) + 1))
    assert set(content["sentences"]) <= {claim.sentence for claim in snapshot.claims}


def test_of_very_many_claims_the_newest_of_each_tie_are_kept() -> None:
    actors = [Actor("a", "A", ActorKind.COUNTRY), Actor("b", "B", ActorKind.COUNTRY)]
    said = [
        Said(f"A warned B {each}.", "a", "WARNS", "b", "warned", date=f"20{each % 90 + 10}") for each in range(20_001)
    ]
    found = _content(render(assemble(actors, [article("many", said)])))["content"]
    assert found["kept"] == {"of": 20_001}
    assert set(found["claims"]["date"]) == {"2099"}
    assert len(found["claims"]["line"]) == 20


def test_a_layout_that_was_kept_gives_the_same_page(tmp_path: Path, page: str) -> None:
    options = PageOptions(title="Levant", cache=tmp_path / "kept")
    assert render(levant(), options) == page
    kept = sorted((tmp_path / "kept").iterdir())
    assert len(kept) == 2
    moved = json.loads(kept[0].read_text())
    moved["iran"] = [123456.2, 0.0]
    kept[0].write_text(json.dumps(moved))
    assert "123456" in render(levant(), options)
    for spoilt in ("", "[]", "{}", '{"iran": 1}', "\x00"):
        kept[0].write_text(spoilt)
        assert render(levant(), options) == page


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path, page: str) -> None:
    (tmp_path / "file").write_text("")
    assert render(levant(), PageOptions(title="Levant", cache=tmp_path / "file")) == page


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
