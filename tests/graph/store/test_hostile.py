"""Text from outside is only ever text, whatever field it comes in, and what cannot be stored says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from graph.errors import InputError
from graph.model import Actor, ActorKind, Alias, Reading
from graph.store import BoltStore, Written

Make = Callable[..., Reading]

HOSTILE = [
    "`}) DETACH DELETE n //",
    "'; MATCH (n) DETACH DELETE n; //",
    '"}) SET n.owned = true //',
    "$rows \\u0027 {id: 1}",
    "<script>alert(1)</script>\r\n\x00\x7f",
    "\u202eيران 🇮🇷 \U0001f600 ﷽",
    " ",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_every_field_comes_back_as_it_was(store: BoltStore, make: Make, text: str) -> None:
    evil = Actor(text, text, ActorKind.PERSON, (Alias(text),), text, {text: text}, text, text, known=False)
    reading = make("alpha", ("iran", "ARMS", "hezbollah"))
    (claim,) = reading.claims
    (known,) = [actor for actor in reading.actors if actor.id == claim.target]
    claim = replace(claim, id=text, source=text, claimant=text, quote=text, sentence=text, place=text)
    claim = replace(claim, date=text, object=text, extractor=text, document=text)
    document = replace(reading.document, id=text, name=text, text=text, title=text, url=text, outlet=text)
    reading = Reading(replace(document, author=text, published=text, loader=text), (claim,), (evil, known))
    assert store.write([reading]) == Written(documents=1, claims=1, ties=1, actors=2)
    found = store.snapshot()
    assert set(found.actors) == {evil, known}
    assert (found.documents, found.claims) == ((reading.document,), (claim,))
    assert store.write([reading]) == Written()
    assert store.remove(text)
    assert store.counts() == {"actors": 0, "documents": 0, "claims": 0, "ties": 0}


def test_half_a_character_is_refused(store: BoltStore, make: Make) -> None:
    reading = make("alpha", ("iran", "ARMS", "hezbollah"), title="half \udc80")
    with pytest.raises(InputError, match="lone surrogate"):
        store.write([reading])
    assert store.counts()["documents"] == 0


def test_a_text_too_long_for_a_message_is_refused(store: BoltStore, make: Make) -> None:
    with pytest.raises(InputError, match="characters is too long to store: split it"):
        store.write([make("alpha", ("iran", "ARMS", "hezbollah"), text="long " * 1_000_000)])
    assert store.counts()["documents"] == 0


def test_a_long_text_comes_back_whole(store: BoltStore, make: Make) -> None:
    text = "A long story — état. " * 120_000
    store.write([make("alpha", ("iran", "ARMS", "hezbollah"), text=text)])
    (document,) = store.snapshot().documents
    assert document.text == text
