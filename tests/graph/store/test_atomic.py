"""A write is done or not done, whatever fails, and whoever else writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from graph.errors import InputError
from graph.model import Reading
from graph.store import BoltStore, _apply
from graph.store.engines import Endpoint

Make = Callable[..., Reading]


def test_a_failure_in_the_last_step_leaves_nothing(
    store: BoltStore, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.write([make("alpha", ("iran", "ARMS", "hezbollah"))])
    before = store.snapshot()

    def fail(*_: object) -> int:
        raise InputError("the power is gone")

    with monkeypatch.context() as patch:
        patch.setattr(_apply, "refresh", fail)
        with pytest.raises(InputError):
            store.write([make("beta", ("iran", "ARMS", "hezbollah"), ("syria", "MEETS", "israel"))])
    assert store.snapshot() == before
    store.rederive()
    assert store.snapshot() == before


def test_a_bad_reading_spares_the_batches_before_it(store: BoltStore, make: Make) -> None:
    def readings() -> Iterator[Reading]:
        for number in range(50):
            yield make(f"good {number}", ("iran", "ARMS", "hezbollah"))
        yield make("good 50", ("iran", "ARMS", "hezbollah"))
        raise InputError("no more")

    with pytest.raises(InputError):
        store.write(readings())
    assert store.counts()["documents"] == 50
    assert store.snapshot().ties[0].claims == 50


def test_two_writers_lose_no_claim(clean_endpoint: Endpoint, make: Make) -> None:
    halves = [
        [make(f"{half} {number}", ("iran", "ARMS", "hezbollah"), ("syria", "MEETS", "israel")) for number in range(8)]
        for half in ("left", "right")
    ]

    def write(half: list[Reading]) -> None:
        with BoltStore(clean_endpoint) as store:
            for reading in half:
                store.write([reading])

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(write, halves))
    with BoltStore(clean_endpoint) as store:
        before = store.snapshot()
        assert store.counts() == {"actors": 4, "documents": 16, "claims": 32, "ties": 2}
        assert [tie.claims for tie in before.ties] == [16, 16]
        store.rederive()
        assert store.snapshot() == before
