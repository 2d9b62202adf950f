"""Towns and regions, and people of no told country: whom they stand for."""

from __future__ import annotations

from collections import Counter

from graph.model import ActorKind, Document, Reading
from graph.register import Register
from loaders.english import EnglishReader
from loaders.english._data import load, words
from loaders.english._pipeline import parse
from loaders.english._places import place_of

PLACES = {name: country for country, names in load("places.yaml").items() for name in names}
READER = EnglishReader(Register.load())


def read(ident: str, text: str) -> Reading:
    return READER.read(Document(ident, ident, text))


def test_every_place_is_of_a_country_of_the_register() -> None:
    register = Register.load()
    assert len(PLACES) > 900
    assert {register.actor(country).kind for country in PLACES.values()} == {ActorKind.COUNTRY}


def test_a_place_stands_once_and_under_no_name_of_an_actor() -> None:
    names = Counter(name for names in load("places.yaml").values() for name in names)
    assert [name for name, count in names.items() if count > 1] == []
    register = Register.load()
    whole = [name for name in PLACES for found in register.find(name) if (found.start, found.end) == (0, len(name))]
    assert whole == []


def test_every_place_is_found_where_it_stands() -> None:
    for name, doc in zip(PLACES, parse([(f"Turkey shelled {name} on Monday.", []) for name in PLACES]), strict=True):
        spans = [place_of(token) for token in doc]
        assert name in {doc[each[1] : each[2] + 1].text for each in spans if each is not None}


def test_adjectives_that_are_not_like_the_name_are_of_countries_that_are_known() -> None:
    register = Register.load()
    assert all(adjective != register.demonym(ident) for ident, adjective in load("demonyms.yaml").items())
    (claim,) = read("a", "American students protested against Russia.").claims
    assert (claim.source, claim.target) == ("american-students", "russia")
    (claim,) = read("a", "Students in the United States demonstrated against Russia.").claims
    assert (claim.source, claim.target) == ("american-students", "russia")


def test_a_place_of_several_words_is_found_among_capitals() -> None:
    (claim,) = read("a", "Turkish jets struck Deir ez-Zor on Monday.").claims
    assert (claim.source, claim.relation, claim.target) == ("turkey", "STRIKES", "syria")


def test_gunmen_of_two_documents_are_two_actors_and_of_one_document_one() -> None:
    text = "Gunmen attacked Togo. Gunmen attacked Benin."
    one, other = read("first", text), read("second", text)
    sources = [{claim.source for claim in reading.claims if claim.relation == "ATTACKS"} for reading in (one, other)]
    assert [len(each) for each in sources] == [1, 1]
    assert sources[0].isdisjoint(sources[1])
    assert {actor.name for actor in one.actors if not actor.known} == {"gunmen"}


def test_nouns_for_nameless_people_are_known_as_such() -> None:
    known = words("agents.yaml", "armed") | words("agents.yaml", "people") | words("agents.yaml", "groups")
    assert words("agents.yaml", "nameless") <= known
