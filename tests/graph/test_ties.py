from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from graph.model import Claim, Document, Status, Tie
from graph.relations import relations
from graph.ties import derive, tie_key

_DOCUMENTS = {
    "a": Document("a", "a", "text", outlet="Alpha News", published="2021-01-18"),
    "b": Document("b", "b", "text", outlet="Beta Times", published="2020-05"),
    "c": Document("c", "c", "text"),
}
_ARMS = Claim("1", "a", "iran", "ARMS", "hezbollah", Status.ASSERTED, False, None, "q", 0, 1, "q", confidence=0.4)


def test_what_the_claims_add_up_to() -> None:
    claims = [
        _ARMS,
        replace(_ARMS, id="2", hedged=True, confidence=0.7),
        replace(_ARMS, id="3", document="b", date="2019"),
        replace(_ARMS, id="4", document="c"),
    ]
    assert derive(claims, _DOCUMENTS) == [
        Tie(
            *("iran", "ARMS", "hezbollah"),
            claims=4,
            documents=3,
            outlets=("Alpha News", "Beta Times"),
            hedged=1,
            first="2019",
            last="2021-01-18",
            confidence=0.7,
            polarity="cooperation",
            weight=8.3,
        )
    ]


def test_only_asserted_claims_count() -> None:
    others = [replace(_ARMS, id=status, status=status) for status in Status if status is not Status.ASSERTED]
    assert derive(others, _DOCUMENTS) == []
    assert derive([_ARMS, *others], _DOCUMENTS)[0].claims == 1


def test_nobody_is_tied_to_himself() -> None:
    assert derive([replace(_ARMS, target="iran")], _DOCUMENTS) == []


def test_nothing_is_known_of_dates_and_outlets() -> None:
    (tie,) = derive([replace(_ARMS, document="c")], _DOCUMENTS)
    assert (tie.first, tie.last, tie.outlets) == (None, None, ())


def test_the_date_of_the_event_comes_before_that_of_the_document() -> None:
    (tie,) = derive([replace(_ARMS, date="2018-03-01")], _DOCUMENTS)
    assert (tie.first, tie.last) == ("2018-03-01", "2018-03-01")


def test_both_directions_of_a_symmetric_relation_are_one_tie() -> None:
    met = replace(_ARMS, source="syria", relation="MEETS", target="israel")
    (tie,) = derive([met, replace(met, id="2", source="israel", target="syria")], _DOCUMENTS)
    assert (tie.source, tie.target, tie.claims) == ("israel", "syria", 2)


def test_the_directions_of_any_other_relation_are_two_ties() -> None:
    ties = derive([_ARMS, replace(_ARMS, id="2", source="hezbollah", target="iran")], _DOCUMENTS)
    assert [(tie.source, tie.claims) for tie in ties] == [("hezbollah", 1), ("iran", 1)]


def test_a_standing_relation_without_a_weight_weighs_nothing() -> None:
    (tie,) = derive([replace(_ARMS, relation="PART_OF")], _DOCUMENTS)
    assert (tie.polarity, tie.weight) == ("neutral", 0.0)


_CLAIMS = st.lists(
    st.builds(
        lambda key, document, source, name, target, status: replace(
            _ARMS, id=str(key), document=document, source=source, relation=name, target=target, status=status
        ),
        st.integers(0, 99),
        st.sampled_from("abc"),
        st.sampled_from("wxyz"),
        st.sampled_from(sorted(relations())),
        st.sampled_from("wxyz"),
        st.sampled_from(Status),
    )
)


@given(_CLAIMS)
def test_the_order_of_the_claims_does_not_matter(claims: list[Claim]) -> None:
    ties = derive(claims, _DOCUMENTS)
    assert derive(claims[::-1], _DOCUMENTS) == ties
    between = [claim for claim in claims if claim.source != claim.target]
    assert sum(tie.claims for tie in ties) == sum(claim.status is Status.ASSERTED for claim in between)
    keys = [(tie.source, tie.relation, tie.target) for tie in ties]
    assert keys == sorted(set(keys))
    assert keys == [tie_key(*key) for key in keys]
