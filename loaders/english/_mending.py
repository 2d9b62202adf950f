"""Trees mended where the network often takes the wrong one of two readings and the grammar leaves but one."""

from __future__ import annotations

from collections.abc import Sequence

# What hangs on a clause, not on the noun that the network took for its head.
_OF_CLAUSE = frozenset({"punct", "advcl", "parataxis", "ccomp"})
_SAYS = frozenset({"say", "says", "said"})
_TOLD = frozenset({"parataxis", "ccomp", "dep"})
_BE = frozenset({"cop", "aux"})


def mend_progressives(heads: list[int], deps: list[str], tags: list[str]) -> None:
    """Makes "is shipping" in "is shipping ballistic missiles" the verb, where it was read as "is (shipping missiles)".

    A form of "be" with the "-ing" right behind it is a progressive; a noun that is counted and has no article, as
    there, is hardly said to be what somebody is. `heads` are places of words from 0, a root is its own head.

    >>> heads, deps = [4, 4, 4, 4, 4], ["nsubj", "cop", "amod", "amod", "ROOT"]
    >>> mend_progressives(heads, deps, ["NNP", "VBZ", "VBG", "JJ", "NNS"])
    >>> heads, deps
    ([2, 2, 2, 4, 2], ['nsubj', 'aux', 'ROOT', 'amod', 'obj'])
    """
    for verb, (noun, dep, tag) in enumerate(zip(list(heads), list(deps), tags, strict=True)):
        if tag == "VBG" and dep == "amod" and noun > verb and tags[noun] == "NNS" and deps[noun] != "obj":
            be = next((i for i in range(verb - 1, -1, -1) if deps[i] in _BE and heads[i] in {noun, verb}), None)
            if be is not None and all(deps[i] == "advmod" for i in range(be + 1, verb)):
                _raise(verb, noun, be, heads, deps)


def _raise(verb: int, noun: int, be: int, heads: list[int], deps: list[str]) -> None:
    heads[verb], deps[verb] = (verb if heads[noun] == noun else heads[noun]), deps[noun]
    for i, head in enumerate(heads):
        if head == noun and i not in {verb, noun} and (i < verb or deps[i] in _OF_CLAUSE):
            heads[i] = verb
    heads[noun], deps[noun], deps[be] = verb, "obj", "aux"


def mend_reported(words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Makes what is said a clause, where its subject was taken for what is said: "Iran says the group is backed by".

    Nobody says somebody: the object of "says" with a clause behind it that has no subject is its subject.

    >>> words = ["Iran", "says", "Hamas", "is", "backed"]
    >>> heads, deps = [1, 1, 1, 4, 1], ["nsubj", "ROOT", "obj", "aux:pass", "parataxis"]
    >>> mend_reported(words, heads, deps)
    >>> heads, deps
    ([1, 1, 4, 4, 1], ['nsubj', 'ROOT', 'nsubj:pass', 'aux:pass', 'ccomp'])
    """
    for noun, (says, dep) in enumerate(zip(list(heads), list(deps), strict=True)):
        if dep != "obj" or words[says].lower() not in _SAYS:
            continue
        behind = (i for i, head in enumerate(heads) if head == says and i > noun and deps[i] in _TOLD)
        clause = next(behind, None)
        own = [deps[i] for i, head in enumerate(heads) if head == clause and i < (clause or 0)]
        if clause is not None and not {"nsubj", "nsubj:pass"} & set(own) and {"aux:pass", "aux", "cop"} & set(own):
            passive = "aux:pass" in own
            heads[noun], deps[noun], deps[clause] = clause, "nsubj:pass" if passive else "nsubj", "ccomp"
