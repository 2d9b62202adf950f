from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Actor, ActorKind, claim_id, document_id


def test_every_kind_has_a_label_fit_for_cypher() -> None:
    labels = [kind.label for kind in ActorKind]
    assert len(set(labels)) == len(labels)
    assert all(label.isascii() and label.isalpha() and label[0].isupper() for label in labels)


def test_values_cannot_be_changed() -> None:
    actor = Actor("iran", "Iran", ActorKind.COUNTRY)
    with pytest.raises(FrozenInstanceError):
        actor.name = "Persia"  # type: ignore[misc]


def test_actors_with_codes_can_be_in_a_set() -> None:
    assert len({Actor("iran", "Iran", ActorKind.COUNTRY, codes={"cameo": "IRN"})} | set()) == 1


@pytest.mark.parametrize("other", ["Iran  arms\tHezbollah.", " Iran arms\r\nHezbollah.\n", "Iran arms Hezbollah."])
def test_white_space_makes_no_other_document(other: str) -> None:
    assert document_id(other) == document_id("Iran arms Hezbollah.")


def test_two_ways_to_write_a_letter_make_no_other_document() -> None:
    assert document_id("caf\u00e9") == document_id("cafe\u0301")


def test_another_word_makes_another_document() -> None:
    assert document_id("Iran arms Hezbollah.") != document_id("Iran arms Hamas.")


def test_an_id_even_for_half_a_character() -> None:
    assert len(document_id("\udc80")) == 16


@given(st.lists(st.text(st.characters(exclude_characters="\x1f")), min_size=2, max_size=2, unique=True))
def test_the_parts_of_a_claim_do_not_run_together(ends: list[str]) -> None:
    source, target = ends
    there, back = (claim_id("d", 0, 9, *key) for key in ((source, "ARMS", target), (target, "ARMS", source)))
    assert there != back
    assert claim_id("d", 0, 9, source, "ARMS", target) != claim_id("d", 1, 9, source, "ARMS", target)


@given(st.text(), st.text())
def test_an_id_is_sixteen_hexadecimal_digits(text: str, other: str) -> None:
    for key in (document_id(text), claim_id(text, 0, 1, text, "ARMS", other)):
        assert len(key) == 16
        assert int(key, 16) >= 0
