"""Every question of the library on the small graph of conftest.py: the same answer from both engines."""

from __future__ import annotations

import pytest

from graph.store import Store, Value
from queries import library, run

_NEEDED: dict[str, dict[str, object]] = {
    "actor": {"actor": "iran"},
    "between": {"actor": "iran", "other": "israel"},
    "claims-of": {"document": "alpha"},
    "standing": {"actor": "hezbollah"},
}


def _cells(store: Store, name: str, columns: str, **parameters: object) -> list[tuple[Value, ...]]:
    records = run(store, name, parameters).records()
    return [tuple(record[column] for column in columns.split()) for record in records]


@pytest.mark.parametrize("name", sorted(library()))
def test_answer_has_the_columns_of_the_header(store: Store, name: str) -> None:
    table = run(store, name, _NEEDED.get(name, {}))
    assert table.columns == library()[name].columns
    assert table.rows
    assert not table.truncated


@pytest.mark.parametrize("name", sorted(name for name, query in library().items() if "limit" in query.text))
def test_limit_keeps_the_first_rows(store: Store, name: str) -> None:
    everything = run(store, name, _NEEDED.get(name, {}))
    assert run(store, name, {**_NEEDED.get(name, {}), "limit": "1"}).rows == everything.rows[:1]


def test_alliances(store: Store) -> None:
    columns = "actor other score cooperation conflict claims outlets relations first last quote document"
    assert _cells(store, "alliances", columns) == [
        (
            *("Hezbollah", "Iran", 19.2, 19.2, 0.0, 3, 2, ("ARMS", "PROXY_OF")),
            *("2021-01-18", "2021-02-03", "Iran arms Hezbollah.", "Alpha"),
        ),
        (
            *("Russia", "Syria", 7.6, 7.6, 0.0, 2, 2, ("BACKS", "MEDIATES")),
            *("2021-01-18", "2021-02-03", "Russia props up Assad.", "Alpha"),
        ),
        (
            *("Georgia", "Russia", 6.4, 6.4, 0.0, 1, 1, ("TRADES_WITH",)),
            *("2021-02-03", "2021-02-03", "Georgia trades with Russia.", "beta"),
        ),
        (
            *("Georgia", "Israel", 6.4, 6.4, 0.0, 1, 1, ("TRADES_WITH",)),
            *(None, None, "Georgia's governor trades with Israel.", "gamma"),
        ),
        (
            *("Israel", "Russia", 0.9, 2.9, 2.0, 2, 2, ("MEDIATES", "CRITICIZES")),
            *("2021-01-18", "2021-02-03", "Russia mediated for Israel.", "beta"),
        ),
    ]


def test_a_minister_who_praises_his_country_is_no_alliance(store: Store) -> None:
    pairs = _cells(store, "alliances", "actor other", rollup=False)
    assert ("Russia", "Bashar al-Assad") in [pair[::-1] for pair in pairs]
    assert all("Sergei Lavrov" not in pair for pair in pairs)


def test_alliances_since_leaves_out_what_is_older_or_has_no_date(store: Store) -> None:
    assert _cells(store, "alliances", "actor other relations", since="2021-02") == [
        ("Hezbollah", "Iran", ("ARMS",)),
        ("Georgia", "Russia", ("TRADES_WITH",)),
        ("Israel", "Russia", ("MEDIATES",)),
        ("Russia", "Syria", ("MEDIATES",)),
        ("Israel", "Syria", ("MEETS",)),
    ]


def test_tensions(store: Store) -> None:
    columns = "actor other score cooperation conflict claims outlets relations first last quote document"
    assert _cells(store, "tensions", columns) == [
        (
            *("Iran", "Israel", 15.2, 0.0, 15.2, 3, 2, ("STRIKES", "DENIES")),
            *("2021-01-11", "2021-02", "Israel struck Iran.", "Alpha"),
        ),
        (
            *("Israel", "Syria", 2.6, 1.8, 4.4, 2, 2, ("WARNS", "MEETS")),
            *("2021-01-18", "2021-02-03", "Israel warned Syria.", "Alpha"),
        ),
    ]


def test_tensions_without_rollup_name_the_person(store: Store) -> None:
    assert ("Israel", "Sergei Lavrov") in _cells(store, "tensions", "actor other", rollup="false")


def test_between_has_both_directions_and_every_status(store: Store) -> None:
    assert _cells(store, "between", "date source relation target status", actor="iran", other="israel") == [
        (None, "Iran", "DENIES", "Israel", "asserted"),
        (None, "Iran", "STRIKES", "Israel", "planned"),
        ("2021-01-11", "Israel", "STRIKES", "Iran", "asserted"),
        ("2021-02", "Israel", "STRIKES", "Iran", "asserted"),
        ("2021-02-03", "Iran", "STRIKES", "Israel", "negated"),
    ]


def test_between_includes_those_who_speak_for_either(store: Store) -> None:
    rows = _cells(store, "between", "source relation target claimant hedged outlet", actor="israel", other="russia")
    assert rows == [
        ("Sergei Lavrov", "CRITICIZES", "Israel", None, False, "Alpha News"),
        ("Russia", "MEDIATES", "Israel", "Jusoor for Studies", True, "Beta Times"),
    ]
    alone = _cells(store, "between", "source", actor="israel", other="russia", rollup=False)
    assert alone == [("Russia",)]


def test_who_arms_whom(store: Store) -> None:
    assert run(store, "who-arms-whom").rows == (
        (
            *("Iran", "Hezbollah", 2, 2, ("Alpha News", "Beta Times"), 0, "2021-01-18", "2021-02-03"),
            *("Iran arms Hezbollah.", "Alpha"),
        ),
    )


def test_actor(store: Store) -> None:
    assert _cells(store, "actor", "source relation target polarity claims hedged quote", actor="iran") == [
        ("Iran", "ARMS", "Hezbollah", "cooperation", 2, 0, "Iran arms Hezbollah."),
        ("Israel", "STRIKES", "Iran", "conflict", 2, 1, "Israel struck Iran."),
        ("Iran", "DENIES", "Israel", "conflict", 1, 0, "Iran denied Israel's charge."),
        ("Hezbollah", "PROXY_OF", "Iran", "neutral", 1, 0, "Hezbollah is Iran's proxy."),
    ]


def test_unconfirmed_leaves_out_what_somebody_says_plainly(store: Store) -> None:
    assert _cells(store, "unconfirmed", "source relation target hedged claimant outlet") == [
        ("Russia", "MEDIATES", "Israel", True, "Jusoor for Studies", "Beta Times"),
        ("Russia", "MEDIATES", "Syria", True, "Jusoor for Studies", "Beta Times"),
        ("Syria", "MEETS", "Israel", False, "Jusoor for Studies", "Beta Times"),
    ]


def test_contradictions_count_negations_and_denials(store: Store) -> None:
    assert run(store, "contradictions").rows == (
        (
            *("Iran", "ARMS", "Hezbollah", 2, 2, "Iran arms Hezbollah.", "Alpha"),
            *("Iran did not arm Hezbollah.", "gamma"),
        ),
    )


def test_brokers(store: Store) -> None:
    assert _cells(store, "brokers", "broker sides claims outlets") == [("Russia", ("Israel", "Syria"), 2, 1)]


def test_actors_of_a_kind(store: Store) -> None:
    assert _cells(store, "actors", "actor country partners claims cooperation conflict", kind="person") == [
        ("Sergei Lavrov", "Russia", 2, 3, 1, 1),
        ("Bashar al-Assad", "Syria", 2, 2, 1, 0),
    ]


def test_documents(store: Store) -> None:
    assert _cells(store, "documents", "document outlet published claims asserted actors") == [
        ("beta", "Beta Times", "2021-02-03", 7, 6, 7),
        ("alpha", "Alpha News", "2021-01-18", 8, 8, 7),
        ("gamma", "Alpha News", None, 5, 3, 4),
    ]
    assert _cells(store, "documents", "document", outlet="alpha news") == [("alpha",), ("gamma",)]


def test_claims_of_a_document_by_name(store: Store) -> None:
    assert _cells(store, "claims-of", "source relation target status start", document="gamma") == [
        ("Iran", "ARMS", "Hezbollah", "negated", 0),
        ("Iran", "DENIES", "Israel", "asserted", 28),
        ("Iran", "STRIKES", "Israel", "planned", 57),
        ("Hezbollah", "PROXY_OF", "Iran", "asserted", 81),
        ("Georgia", "TRADES_WITH", "Israel", "asserted", 108),
    ]


def test_standing_of_an_actor_at_a_date(store: Store) -> None:
    columns = "source relation target office since until reference"
    assert _cells(store, "standing", columns, actor="hezbollah") == [
        ("Hezbollah", "PROXY_OF", "Iran", None, "1985", None, "its manifesto")
    ]
    assad = ("Bashar al-Assad", "LEADS", "Syria", "president", "2000-07-17", "2024-12-08", None)
    assert _cells(store, "standing", columns, actor="syria", date="2010") == [assad]
    assert _cells(store, "standing", columns, actor="syria", date="2024-12-08") == [assad]
    assert _cells(store, "standing", columns, actor="syria", date="2025") == []
