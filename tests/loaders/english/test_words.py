"""The words of a sentence: stretches of them, the tree over them, what is asked of each once."""

from __future__ import annotations

from loaders.english._words import Doc, Token, once
from tests.loaders.english.trees import tree


def test_a_stretch_of_characters_takes_in_the_words_that_it_touches() -> None:
    doc = Doc(["al", "-", "Assad", "left"], [False, False, True, False])
    assert doc.text == "al-Assad left"
    found = doc.char_span(1, 8, alignment_mode="expand")
    assert found is not None and found.text == "al-Assad"
    assert doc.char_span(1, 8) is None
    assert doc.char_span(9, 40) is None


def test_merged_words_keep_their_places() -> None:
    doc = Doc(["Abu", "Dhabi", "met", "Hong", "Kong", "."], [True, True, True, True, False, False])
    found = doc.merged([(0, 2), (3, 5)])
    assert [each.text for each in found] == ["Abu Dhabi", "met", "Hong Kong", "."]
    assert found.text == doc.text
    assert [each.idx for each in found] == [0, 10, 14, 23]


def test_tree() -> None:
    doc = tree("Iran NNP PROPN nmod 1", "ships NNS NOUN nsubj 2", "left VBD VERB ROOT 2", "Oman NNP PROPN obj 2")
    assert [each.text for each in doc[2].children] == ["ships", "Oman"]
    assert [each.text for each in doc[2].subtree] == ["Iran", "ships", "left", "Oman"]
    assert doc[1].left_edge is doc[0]
    assert doc[0:2].root is doc[1]
    assert doc[2].is_ancestor(doc[0])


def test_a_question_is_asked_once() -> None:
    asked: list[str] = []

    @once
    def shout(token: Token) -> str:
        asked.append(token.text)
        return token.text.upper()

    doc = Doc(["Iran", "left"])
    assert [shout(doc[0]), shout(doc[0]), shout(doc[1])] == ["IRAN", "IRAN", "LEFT"]
    assert asked == ["Iran", "left"]
