"""Trees that the parser gets wrong on news, as it gives them, and as they should be."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Token

from loaders.english._forms import Forms
from loaders.english._repairs import as_written, repaired
from tests.loaders.english.trees import VOCABULARY, arcs, tree


def test_a_right_tree_stays_as_it_is() -> None:
    doc = tree("Iran NNP PROPN nsubj 1", "arms VBZ VERB ROOT 1 arm", "Hezbollah NNP PROPN obj 1", ". . PUNCT punct 1")
    assert repaired(doc) is doc


def test_past_verb_read_as_participle_before_its_object() -> None:
    doc = tree(
        "Mali NNP PROPN nsubj 2",
        "denied VBN VERB amod 2 deny",
        "reports NNS NOUN ROOT 2 report",
        ". . PUNCT punct 2",
    )
    assert arcs(repaired(doc)) == [
        ("Mali", "nsubj", "denied"),
        ("denied", "ROOT", "denied"),
        ("reports", "obj", "denied"),
        (".", "punct", "denied"),
    ]


def test_past_verb_read_as_participle_after_its_subject() -> None:
    doc = tree(
        "Bulldozers NNS NOUN ROOT 0",
        "demolished VBN VERB acl 0 demolish",
        "homes NNS NOUN obj 1",
        ". . PUNCT punct 0",
    )
    assert arcs(repaired(doc)) == [
        ("Bulldozers", "nsubj", "demolished"),
        ("demolished", "ROOT", "demolished"),
        ("homes", "obj", "demolished"),
        (".", "punct", "demolished"),
    ]


def test_a_participle_after_a_comma_stays_one() -> None:
    doc = tree(
        "M23 NNP PROPN ROOT 0",
        ", , PUNCT punct 2",
        "backed VBN VERB acl 0 back",
        "them PRP PRON obj 2",
        ". . PUNCT punct 0",
    )
    assert repaired(doc) is doc


def test_perfect_read_as_have_with_an_object() -> None:
    doc = tree(
        "Soldiers NNS NOUN nsubj 1",
        "have VBP VERB ROOT 1",
        "tortured VBN VERB amod 3 torture",
        "scores NNS NOUN obj 1 score",
        ". . PUNCT punct 1",
    )
    assert arcs(repaired(doc)) == [
        ("Soldiers", "nsubj", "tortured"),
        ("have", "aux", "tortured"),
        ("tortured", "ROOT", "tortured"),
        ("scores", "obj", "tortured"),
        (".", "punct", "tortured"),
    ]


def test_subject_that_hangs_on_an_auxiliary() -> None:
    doc = tree(
        "Mali NNP PROPN nsubj 1", "has VBZ AUX aux 2 have", "rejected VBN VERB ROOT 2 reject", "it PRP PRON obj 2"
    )
    assert arcs(repaired(doc))[0] == ("Mali", "nsubj", "rejected")


def test_second_clause_read_as_second_object() -> None:
    doc = tree(
        "Peru NNP PROPN nsubj 1",
        "praised VBD VERB ROOT 1 praise",
        "Fiji NNP PROPN obj 1",
        ", , PUNCT punct 5",
        "and CC CCONJ cc 5",
        "Chile NNP PROPN conj 2",
        "thanked VBD VERB acl 5 thank",
        "Tonga NNP PROPN obj 6",
    )
    found = arcs(repaired(doc))
    assert found[5] == ("Chile", "nsubj", "thanked")
    assert found[6] == ("thanked", "conj", "praised")
    assert found[7] == ("Tonga", "obj", "thanked")


def test_words_are_put_back_for_their_stand_ins() -> None:
    seen = tree("Iraq NNP PROPN nsubj 1", "attacked VBD VERB ROOT 1 attack", "US NNP PROPN obj 1")
    written = Doc(seen.vocab, words=["Iran", "arms", "the Houthis"])
    found = as_written(seen, written, Forms(["Iraq", "attacked", "US"], {1: "arm"}))
    assert arcs(found) == [("Iran", "nsubj", "arms"), ("arms", "ROOT", "arms"), ("the Houthis", "obj", "arms")]
    assert (found[1].lemma_, found[1].tag_) == ("arm", "VBD")


_DEPS = [
    "nsubj",
    "nsubj:pass",
    "obj",
    "amod",
    "acl",
    "acl:relcl",
    "conj",
    "cc",
    "aux",
    "aux:pass",
    "cop",
    "obl",
    "punct",
]
_WORDS = st.tuples(
    st.sampled_from(["has", "had", "denied", "Mali", "reports", ",", "and", "."]),
    st.sampled_from(["VBN", "VBD", "VBZ", "NN", "NNP", ",", "CC"]),
    st.sampled_from(["VERB", "AUX", "NOUN", "PROPN", "ADJ", "ADV", "PUNCT", "CCONJ"]),
    st.sampled_from(_DEPS),
)


@st.composite
def any_trees(draw: st.DrawFn) -> Doc:
    """Any tree over any words: every word hangs on one that was attached before it."""
    rows = draw(st.lists(_WORDS, min_size=1, max_size=12))
    order = draw(st.permutations(range(len(rows))))
    heads = [0] * len(rows)
    deps = [row[3] for row in rows]
    for place, word in enumerate(order):
        heads[word] = word if place == 0 else order[draw(st.integers(0, place - 1))]
        deps[word] = "ROOT" if place == 0 else deps[word]
    return Doc(
        VOCABULARY,
        words=[row[0] for row in rows],
        tags=[row[1] for row in rows],
        pos=[row[2] for row in rows],
        deps=deps,
        heads=heads,
        lemmas=[row[0] for row in rows],
    )


@given(any_trees())
@settings(max_examples=300, deadline=None, derandomize=True)
def test_whatever_the_tree_a_tree_comes_out(doc: Doc) -> None:
    found = repaired(doc)
    assert [token.text for token in found] == [token.text for token in doc]
    assert all(found.vocab is doc.vocab and _reaches_a_root(token) for token in found)


def _reaches_a_root(token: Token) -> bool:
    for _ in token.doc:
        if token.head == token:
            return True
        token = token.head
    return False
