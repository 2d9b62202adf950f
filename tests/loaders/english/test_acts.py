"""The network of acts: which words it asks about, what it says, and that it is asked alike whatever stands around."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.model import Document, document_id
from graph.register import Register
from graph.relations import relations
from loaders.english import EnglishReader, _likely, _parser
from loaders.english._actor_words import actor_words, is_where
from loaders.english._acts import UNSAID, acts, at_least, chance
from loaders.english._candidates import Candidate
from loaders.english._frames import Frame
from loaders.english._pipeline import parser
from loaders.english._referent import Referent
from loaders.english._referents import Referents
from loaders.english._sentence import Likely

MANY = "Russia, China, Iran, Iraq, Syria, Israel, Egypt, Jordan, Kuwait, Qatar, Oman and Yemen sent delegations."


def views(text: str) -> list[Referents]:
    reader = EnglishReader(Register.load())
    return [step.view for step in reader.steps(Document(document_id(text), "test", text, published="2021-01-20"))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Israel's army shelled Hezbollah.", ["Israel", "Hezbollah"]),
        ("Iranian-backed militias shelled it.", ["Iranian", "militias", "it"]),
        ("Sergei Lavrov told his hosts that the group had left.", ["Sergei Lavrov", "his", "group"]),
        ("The wheat price rose.", []),
    ],
)
def test_words_that_stand_for_actors(text: str, words: list[str]) -> None:
    (view,) = views(text)
    assert [view.sentence.doc[i].text for i in actor_words(view)] == words


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Israel faces threats from Syrian territory.", ["Syrian"]),
        ("Turkish jets entered Greek airspace.", []),
        ("Iran met Iraq in Oman.", ["Oman"]),
    ],
)
def test_who_is_only_where_something_happened(text: str, where: list[str]) -> None:
    (view,) = views(text)
    assert [view.sentence.doc[i].text for i in actor_words(view) if is_where(i, view)] == where


def test_every_ordered_pair_is_asked_about_and_of_too_many_the_nearest() -> None:
    (view,) = views("Iran has armed Hezbollah and warned Israel.")
    assert sorted(view.sentence.acts) == [(0, 3), (0, 6), (3, 0), (3, 6), (6, 0), (6, 3)]
    (view,) = views(MANY)
    asked = [abs(a - b) for a, b in view.sentence.acts]
    assert len(asked) == 90
    assert max(asked) < len(actor_words(view)) * 2 - 2


def test_the_likeliest_relation_of_plain_acts() -> None:
    for text, relation, word in [
        ("Turkish jets pounded Kurdish fighters near Kobani.", "STRIKES", "pounded"),
        ("Germany has armed Ukraine.", "ARMS", "armed"),
        ("Kenya denounced Somalia.", "CRITICIZES", "denounced"),
        ("Qatar has jailed two Indian journalists.", "DETAINS", "jailed"),
    ]:
        (view,) = views(text)
        told = [
            (share, name, each.word) for each in view.sentence.acts.values() for name, share in each.relations.items()
        ]
        _, likeliest, spot = max(told)
        assert (likeliest, view.sentence.doc[spot].text) == (relation, word)


def test_probabilities_are_of_the_vocabulary_and_add_up_to_one_at_most() -> None:
    for view in views(f"{MANY} Iran has armed Hezbollah."):
        for each in view.sentence.acts.values():
            assert each.relations.keys() <= relations().keys()
            assert sum(each.relations.values()) <= 1.001


def test_an_edge_for_whose_words_there_is_no_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Estonia frobnicated Latvia."
    (view,) = views(text)
    a, b = actor_words(view)
    view.sentence.acts = {(a, b): Likely({"CRITICIZES": 0.9}, 1), (b, a): Likely({}, 1)}
    (found,) = _likely.proposed(view, [])
    assert (found.source.actor.id, found.relation, found.target.actor.id) == ("estonia", "CRITICIZES", "latvia")
    assert found.predicate.text == "frobnicated"
    assert list(_likely.proposed(view, [found])) == []
    assert _likely.opinion(found, view.sentence) == (0.9, 0.0)
    assert _likely.opinion(replace(found, relation="WARNS"), view.sentence) == (0.0, 0.9)


def test_an_act_that_does_not_say_whom_it_is_done_to() -> None:
    first, view = views("Estonia frobnicated Latvia. Finland frobnicated on Monday.")
    place = actor_words(view)[0]
    view.sentence.unsaid = {place: Likely({"CRITICIZES": 0.7, "WARNS": 0.2}, 1)}
    (found,) = _likely.open_by_network(view, [])
    assert (found.source.actor.id, found.relation, found.predicate.text) == ("finland", "CRITICIZES", "frobnicated")
    assert found.network == pytest.approx(0.7)
    known = Candidate(found.source, "CRITICIZES", Referent(first.sentence.mentions[1].actor, "name", 0, 0),
                      found.predicate, None, Frame("test", "CRITICIZES"))  # fmt: skip
    assert list(_likely.open_by_network(view, [known])) == []
    implied = replace(known, target=replace(known.target, via="implied"))
    assert _likely.opinion(implied, view.sentence) == (0.7, 0.2)


def test_an_act_that_nobody_is_named_for_is_done_to_who_was_spoken_of() -> None:
    text = (
        "Floods have killed hundreds in Somalia.\n\nSomalia thanked Turkey for its help. "
        "Qatar has set aside ten million dollars."
    )
    reading = EnglishReader(Register.load()).read(Document(document_id(text), "test", text))
    (claim,) = (each for each in reading.claims if each.source == "qatar")
    assert (claim.relation, claim.target) == ("AIDS", "somalia")
    assert claim.quote == "Qatar has set aside ten million dollars"


def test_a_symmetric_relation_comes_once_with_the_mean() -> None:
    pairs = {(1, 4): Likely({"MEETS": 0.8, "WARNS": 0.1}, 2), (4, 1): Likely({"MEETS": 0.4, "WARNS": 0.7}, 2)}
    assert list(at_least(pairs, 0.5)) == [(1, "MEETS", 4, 2), (4, "WARNS", 1, 2)]
    assert chance(pairs, 4, "MEETS", 1) == pytest.approx(0.6)


def test_states_that_found_no_room_are_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Iran has armed Hezbollah and warned Israel."
    (before,) = views(text)
    monkeypatch.setattr(_parser, "_MOST_STATES", 0)
    (after,) = views(text)
    assert after.sentence.doc.user_data["encoded"] is None
    assert after.sentence.acts.keys() == before.sentence.acts.keys()
    for pair, each in before.sentence.acts.items():
        again = after.sentence.acts[pair]
        assert again.word == each.word
        assert again.relations == pytest.approx(each.relations, abs=1e-3)


def test_a_sentence_that_is_too_long_is_asked_about_as_far_as_it_was_read() -> None:
    words = ["Iran", *["and"] * 300, "Iraq"]
    (found,) = acts().between([(parser().encoded(words), [0, 301])])
    assert list(found) == [(0, UNSAID)]
