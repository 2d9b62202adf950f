from __future__ import annotations

from typing import cast

import pytest

from graph.errors import QueryError
from graph.store import Store
from queries import library, run

_NOWHERE = cast("Store", None)


def test_unknown_query_names_the_closest_and_all() -> None:
    with pytest.raises(QueryError) as caught:
        run(_NOWHERE, "aliances")
    assert "did you mean alliances?" in str(caught.value)
    assert "who-arms-whom" in str(caught.value)


def test_underscores_find_the_name_with_hyphens() -> None:
    with pytest.raises(QueryError, match="did you mean who-arms-whom"):
        run(_NOWHERE, "Who_Arms_Whom")


def test_unknown_parameter_names_those_that_there_are() -> None:
    with pytest.raises(QueryError, match=r"no parameter 'sinse': it takes since: date = null"):
        run(_NOWHERE, "alliances", {"sinse": "2020"})


def test_missing_parameter() -> None:
    with pytest.raises(QueryError, match="query 'actor' needs 'actor': it takes actor: actor"):
        run(_NOWHERE, "actor")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("limit", "many"),
        ("limit", -1),
        ("limit", True),
        ("limit", "1; MATCH (n) DETACH DELETE n"),
        ("since", "yesterday"),
        ("since", "2021-02-30"),
        ("since", 2021),
        ("rollup", "maybe"),
    ],
)
def test_value_of_another_type(name: str, value: object) -> None:
    with pytest.raises(QueryError, match="does not fit: give "):
        run(_NOWHERE, "alliances", {name: value})


@pytest.mark.parametrize("text", ["iran", "Iran", "IRAN", "tehran", "iranian"])
def test_actor_by_id_name_or_alias(store: Store, text: str) -> None:
    assert run(store, "actor", {"actor": text}) == run(store, "actor", {"actor": "iran"})


def test_ambiguous_actor_lists_the_choices_and_the_id_settles_it(store: Store) -> None:
    with pytest.raises(QueryError, match=r"more than one actor: give the id of one of georgia \(Georgia\)") as caught:
        run(store, "actor", {"actor": "GEORGIA"})
    assert "georgia-us (Georgia)" in str(caught.value)
    assert run(store, "actor", {"actor": "georgia-us"}).rows


def test_unknown_actor_gets_suggestions(store: Store) -> None:
    with pytest.raises(QueryError, match=r"no actor 'Hizbollah' in the store: did you mean Hezbollah \(hezbollah\)"):
        run(store, "actor", {"actor": "Hizbollah"})


@pytest.mark.parametrize("text", ["' OR 1=1 //", "`x`", "iran'}) DETACH DELETE a //", "\\", "$text", "\x00"])
def test_hostile_actor_is_only_a_name(store: Store, text: str) -> None:
    before = store.counts()
    with pytest.raises(QueryError, match="no actor"):
        run(store, "actor", {"actor": text})
    assert store.counts() == before


def test_document_by_title_and_unknown_document(store: Store) -> None:
    assert run(store, "claims-of", {"document": "alpha"}) == run(store, "claims-of", {"document": "ALPHA"})
    with pytest.raises(QueryError, match="no document 'alfa' in the store: did you mean alpha"):
        run(store, "claims-of", {"document": "alfa"})


def test_no_rows_still_have_columns(store: Store) -> None:
    table = run(store, "alliances", {"since": "2999"})
    assert table.rows == ()
    assert table.columns == library()["alliances"].columns
