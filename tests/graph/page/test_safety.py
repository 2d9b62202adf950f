"""In a browser: text from outside never runs, and the page asks nobody for anything."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import Any

import pytest
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By

from graph.model import Actor, ActorKind, Alias, Document, Snapshot, Status
from graph.page import PageOptions
from tests.graph.page.conftest import Opener, log
from tests.graph.page.snapshots import Said, article, assemble, levant, synthetic

_PAYLOADS = (
    '</script><script>window.pwned=1</script><img src=x onerror="window.pwned=1"> href=',
    "\"><svg onload=window.pwned=1>' onmouseover=window.pwned=1 x=",
    "{{7*7}}{%raw%}${window.pwned=1}<!--<script>window.pwned=1</script>",
    "javascript:window.pwned=1",
    "__proto__",
)


def _hostile(payload: str) -> Snapshot:
    """Every field of actors, documents and claims holds the payload."""
    names = [payload + suffix for suffix in ("", "1", "2")]
    actors = [
        Actor(name, name, ActorKind.PERSON, (Alias(payload),), qid=payload, country=payload, iso3=payload, known=False)
        for name in names
    ]
    said = [
        Said(f"{payload} then {payload}", names[0], relation, names[1], payload, status=status, hedged=True,
             claimant=names[2], date=payload, place=payload, object=payload)
        for relation, status in (("WARNS", Status.ASSERTED), ("MEETS", Status.ASSERTED), ("ARMS", Status.PLANNED))
    ]  # fmt: skip
    document, claims = article(payload, said)
    texts = {each.name: payload for each in fields(Document) if each.name not in {"id", "text", "name"}}
    return assemble(actors, [(replace(document, **texts), claims)])


def _requests(browser: Chrome) -> list[str]:
    events = [json.loads(each["message"])["message"] for each in log(browser, "performance")]
    sent = [each["params"]["request"]["url"] for each in events if each["method"] == "Network.requestWillBeSent"]
    return [url for url in sent if not url.startswith(("file:", "blob:", "data:", "about:"))]


def _complaints(browser: Chrome) -> list[Any]:
    return [each for each in log(browser, "browser") if each["level"] in {"SEVERE", "WARNING"}]


def _use_everything(page: Chrome) -> None:
    """Panel, table, search, filters, saving: every place that text can reach."""
    page.execute_script("state.change({statuses: new Set(Object.keys(words.STATUSES))})")
    for number in range(min(30, page.execute_script("return data.lines.length"))):
        page.execute_script("state.change({selected: {line: data.lines[arguments[0]]}})", number)
    for number in range(min(30, page.execute_script("return data.actors.length"))):
        page.execute_script(
            "state.change({selected: {actor: data.actors[arguments[0]]}});"
            "for (const group of document.querySelectorAll('#panel details')) group.open = true",
            number,
        )
    page.execute_script("if (data.blocs.length) state.change({selected: {bloc: 0}})")
    find = page.find_element(By.ID, "find")
    find.send_keys(page.execute_script("return data.actors[0].name").splitlines()[0][:6])
    find.send_keys(Keys.ESCAPE)
    page.execute_script("state.change({around: data.actors.find(actor => actor.node), view: 'table'})")
    page.execute_script("save.sheet(); save.graph(); state.change({view: 'network', around: null})")


def _hover(page: Chrome) -> list[str]:
    """The texts of the tooltips of the first actor and the first line."""
    page.execute_script("state.change({selected: null})")
    texts = []
    spots = page.execute_script(
        "const at = drawing.network.getPositions(); const [edge] = drawing.seenEdges.get();"
        "const middle = drawing.network.body.edges[edge.id].edgeType.getPoint(0.5);"
        "return [at[edge.from], middle].map(each => drawing.network.canvasToDOM(each))"
    )
    stage = page.find_element(By.ID, "network")
    for spot in spots:
        size = stage.size
        x, y = int(spot["x"] - size["width"] / 2), int(spot["y"] - size["height"] / 2)
        actions = ActionChains(page)
        actions.move_to_element_with_offset(stage, x + 2, y + 2).move_to_element_with_offset(stage, x, y)
        actions.pause(0.4).perform()
        texts.append(page.execute_script("return document.querySelector('.vis-tooltip')?.textContent ?? ''"))
    return texts


@pytest.mark.parametrize("payload", _PAYLOADS)
def test_payloads_in_every_field_stay_text(open_page: Opener, payload: str) -> None:
    page = open_page(_hostile(payload), PageOptions(title=payload))
    before = page.execute_script("return document.querySelectorAll('script').length")
    _use_everything(page)
    tips = _hover(page)
    assert all(payload[:12] in tip for tip in tips)
    assert page.execute_script("return window.pwned") is None
    assert page.execute_script("return document.querySelectorAll('img, iframe, object, embed, base').length") == 0
    assert page.execute_script("return document.querySelectorAll('script').length") == before
    assert page.execute_script("return document.querySelectorAll('a[href^=\"javascript\" i]').length") == 0
    assert not page.execute_script(
        "const named = each => each.getAttributeNames().some(name => name.startsWith('on'));"
        "return [...document.querySelectorAll('*')].some(named)"
    )
    assert _complaints(page) == []
    assert _requests(page) == []


def test_the_policy_stops_what_is_injected_by_hand(open_page: Opener) -> None:
    page = open_page()
    page.execute_script(
        "const image = document.createElement('img'); image.src = 'x'; document.body.append(image);"
        "for (const act of [() => image.setAttribute('onerror', 'window.pwned=1'),"
        "() => document.body.insertAdjacentHTML('beforeend', '<b>x</b>')]) try { act() } catch { /* refused */ }"
    )
    assert page.find_elements(By.TAG_NAME, "b") == []
    assert page.execute_async_script("setTimeout(arguments[0], 150, window.pwned ?? 'nothing')") == "nothing"


@pytest.mark.parametrize("snapshot", [levant(), synthetic(150), Snapshot((), (), (), ())], ids=["17", "150", "none"])
def test_no_request_and_no_complaint(open_page: Opener, snapshot: Snapshot) -> None:
    page = open_page(snapshot)
    if snapshot.claims:
        _use_everything(page)
    assert _requests(page) == []
    assert _complaints(page) == []


def test_links_go_to_the_web_only_and_tell_it_nothing(open_page: Opener) -> None:
    page = open_page()
    page.execute_script("state.change({view: 'table'})")
    links = page.find_elements(By.CSS_SELECTOR, "#table a")
    assert links
    for link in links:
        assert str(link.get_attribute("href")).startswith(("https://", "http://"))
        assert link.get_attribute("rel") == "noopener noreferrer"


def test_cells_that_look_like_formulas_are_text_in_a_spreadsheet(open_page: Opener) -> None:
    actors = [Actor("a", "=1+1", ActorKind.PERSON), Actor("b", "@SUM(1)", ActorKind.PERSON)]
    said = Said('-2+3 "quoted"', "a", "WARNS", "b", "-2+3")
    page = open_page(assemble(actors, [article("formula", [said])]))
    sheet = page.execute_script("return save.sheet()")
    assert '"\'=1+1"' in sheet
    assert '"\'@SUM(1)"' in sheet
    assert '"\'-2+3 ""quoted"""' in sheet
