"""Constructions of the news that the treebank has too few of, made from its own trees: the new tree is known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from training.treebank import Tree

# What the reader puts in the place of known names (loaders/english/_forms.py).
STAND_INS = {"NNP": ("Iraq", "US", "Bush", "NASA"), "JJ": ("Iraqi",), "NNPS": ("Iraqis",)}
_SPEAKERS = (
    *((word, "NNS") for word in ("officials", "residents", "analysts", "sources")),
    *((word, "PRP") for word in ("he", "she", "they")),
    *((word, "NNP") for word in ("Bush", "Iraq")),
    *(("the", word, "NN") for word in ("ministry", "army", "agency", "minister", "group")),
    *(("police", "NN"), ("a", "spokesman", "NN"), ("state", "media", "NNS")),
)
_SAID = ("said", "reported", "announced", "added", "told", "confirmed", "warned", "claimed", "stated")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_INSIDE = frozenset({"flat", "compound", "nmod:desc", "punct"})
_ARTICLES = frozenset({"a", "an", "the"})


def attributed(tree: Tree, random: Random) -> Tree | None:
    """With an attribution at the end: ", the ministry said on Tuesday."."""
    last = len(tree) - 1
    if tree.words[last] != "." or tree.heads[last] != tree.root + 1 or tree.pos[tree.root] != "VERB" or len(tree) > 45:
        return None
    speaker = list(random.choice(_SPEAKERS))
    tag, noun, articles = speaker[-1], speaker[-2], speaker[:-2]
    at = len(tree)  # the comma takes the place of the full stop, and is word number `at`
    subject = at + len(articles) + 1
    verb = subject + 1
    rows = [(",", ",", "PUNCT", ",", verb, "punct")]
    for word in articles:
        kind = ("DET", "DT", "det") if word.lower() in _ARTICLES else ("NOUN", "NN", "compound")
        rows.append((word, word.lower(), kind[0], kind[1], subject, kind[2]))
    pos = {"PRP": "PRON", "NNP": "PROPN"}.get(tag, "NOUN")
    rows.append((noun, noun, pos, tag, verb, "nsubj"))
    rows.append((random.choice(_SAID), "say", "VERB", "VBD", tree.root + 1, "parataxis"))
    if random.random() < 0.6:
        day = random.choice(_DAYS)
        if random.random() < 0.5:
            rows.append(("on", "on", "ADP", "IN", verb + 2, "case"))
            rows.append((day, day, "PROPN", "NNP", verb, "obl"))
        else:
            rows.append((day, day, "PROPN", "NNP", verb, "obl:unmarked"))
    rows.append((".", ".", "PUNCT", ".", tree.root + 1, "punct"))
    return _extended(tree, rows)


def _extended(tree: Tree, rows: list[tuple[str, str, str, str, int, str]]) -> Tree:
    """The tree with the rows in place of its last word."""
    old = (tree.words, tree.lemmas, tree.pos, tree.tags, tree.heads, tree.deps)
    new = zip(*rows, strict=True)
    return Tree(*(column[:-1] + tuple(more) for column, more in zip(old, new, strict=True)))  # type: ignore[arg-type]


def headlined(tree: Tree, random: Random) -> Tree | None:
    """As a headline: no articles, no "is" of the passive, the past in the present, "will" as "to"."""
    if tree.pos[tree.root] != "VERB" or len(tree) > 25 or not tree.children(tree.root, "nsubj", "nsubj:pass"):
        return None
    doomed = {i for i in range(len(tree)) if tree.words[i].lower() in _ARTICLES and not tree.children(i)}
    doomed |= {i for i in tree.children(tree.root, "aux:pass") if tree.tags[i] in {"VBD", "VBZ", "VBP"}}
    doomed |= {i for i in tree.children(tree.root, "punct") if i == len(tree) - 1}
    for i in range(len(tree)):
        if tree.tags[i] == "VBD" and tree.pos[i] == "VERB" and tree.deps[i] in {"root", "conj"}:
            tree = tree.changed(i, words=_present(tree.lemmas[i]), tags="VBZ")
        elif tree.words[i] == "will" and tree.heads[i] == tree.root + 1:
            tree = tree.changed(i, words="to", lemmas="to", pos="PART", tags="TO", deps="mark")
    short = tree.without({i for i in doomed if not tree.children(i)})
    if not len(short) or random.random() < 0.7:
        return short if len(short) else None
    return replace(short, words=tuple(word[:1].upper() + word[1:] for word in short.words))


def _present(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    return lemma[:-1] + "ies" if lemma.endswith("y") and lemma[-2:-1] not in "aeiou" else lemma + "s"


def joined(tree: Tree, random: Random) -> Tree | None:
    """With every name as one word, as the reader joins them, and half of them as a stand-in."""
    stand_in = random.random() < 0.5
    for start, end in reversed(_names(tree)):
        head = next(i for i in range(start, end) if not start < tree.heads[i] <= end)
        text = " ".join(tree.words[start:end])
        if stand_in and random.random() < 0.8:
            text = random.choice(STAND_INS["NNPS" if tree.tags[head] == "NNPS" else "NNP"])
        tree = tree.changed(head, words=text).without({i for i in range(start, end) if i != head})
    return tree


def _names(tree: Tree) -> list[tuple[int, int]]:
    """Runs of proper nouns of which only one hangs on a word outside, and on which alone words outside hang."""
    found, start = [], 0
    while start < len(tree):
        end = start
        while end < len(tree) and (
            tree.pos[end] == "PROPN" or (start < end < len(tree) - 1 and tree.words[end] == "-")
        ):
            end += 1
        if end > start and _is_name(tree, start, end):
            found.append((start, end))
        start = max(end, start + 1)
    return found


def _is_name(tree: Tree, start: int, end: int) -> bool:
    inside = set(range(start, end))
    heads = [i for i in inside if tree.heads[i] - 1 not in inside]
    if len(heads) != 1:
        return False
    tied = all(tree.deps[i] in _INSIDE for i in inside if i not in heads)
    return tied and all(child in inside for i in inside if i not in heads for child in tree.children(i))


def bare(tree: Tree, random: Random) -> Tree | None:
    """Without the full stop, which titles and cut clauses lack."""
    last = len(tree) - 1
    return tree.without({last}) if last > 1 and tree.pos[last] == "PUNCT" and not tree.children(last) else None


CONSTRUCTS: tuple[tuple[float, Callable[[Tree, Random], Tree | None]], ...] = (
    (0.12, attributed),
    (0.10, headlined),
    (0.05, bare),
    (0.50, joined),
)


def varied(tree: Tree, random: Random) -> Tree:
    """The tree, or with some chance a variant; several constructions can meet in one."""
    for chance, construct in CONSTRUCTS:
        if random.random() < chance:
            tree = construct(tree, random) or tree
    return tree
