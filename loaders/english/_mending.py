"""Trees mended where the network often takes the wrong one of two readings and the grammar leaves but one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# What hangs on a clause, not on the noun that the network took for its head.
_OF_CLAUSE = frozenset({"punct", "advcl", "parataxis", "ccomp"})
_SAYS = frozenset({"say", "says", "said"})
_TOLD = frozenset({"parataxis", "ccomp", "dep"})
_FINITE = frozenset({"VBD", "VBZ"})
_HELPING = frozenset({"aux", "aux:pass", "cop"})
_OWN = _HELPING | {"nsubj", "nsubj:pass"}
_BE = frozenset({"cop", "aux"})
_ACCUSES = ("accus", "suspect")
_CLAUSES_ON = frozenset({"acl", "advcl"})
# In what somebody says something, and who does so: "denied in a statement that".
_STATEMENTS = frozenset(
    "statement statements message messages interview letter speech post tweet report briefing address note release "
    "communique communiqué radio television parliament court twitter facebook telegram phone".split()
)
_STATES = frozenset(
    "say says said deny denies denied claim claims claimed announce announced confirm confirmed state stated warn "
    "warned declare declared insist insisted write wrote add added allege alleged argue argued report reported admit "
    "admitted acknowledge acknowledged tell told note noted stress stressed reiterate reiterated".split()
)
_INFINITIVE = frozenset({"xcomp", "advcl", "ccomp"})
_HAVE = frozenset({"have", "has", "had", "having"})
# Auxiliaries of what was said before.
_SAID_BEFORE = frozenset({"had", "would"})
_CLOSING = frozenset({"”", '"', "''", "’’", "»"})
# How far a speaker stands from the quotation before him, and from his verb.
_NEAR = 12
_OF_STATEMENT = frozenset({"obl", "obl:unmarked"})


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


def mend_stated(words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Makes the clause in "denied in a statement that it fired" what is denied, and no part of "statement".

    >>> words = ["Chad", "denied", "in", "a", "statement", "that", "it", "fired"]
    >>> heads, deps = [1, 1, 4, 4, 1, 7, 7, 4], ["nsubj", "ROOT", "case", "det", "obl", "mark", "nsubj", "acl"]
    >>> mend_stated(words, heads, deps)
    >>> heads[7], deps[7]
    (1, 'ccomp')
    """
    for clause, (noun, dep) in enumerate(zip(list(heads), list(deps), strict=True)):
        verb = heads[noun]
        stated = dep in {"acl", "acl:relcl"} and deps[noun] in _OF_STATEMENT and words[noun].lower() in _STATEMENTS
        if not stated or clause < noun or words[verb].lower() not in _STATES:
            continue
        own = [i for i, head in enumerate(heads) if head == clause and i < clause]
        that = any(words[i].lower() == "that" and deps[i] == "mark" for i in own)
        if that and any(deps[i].startswith("nsubj") for i in own) and "ccomp" not in _below(verb, heads, deps):
            heads[clause], deps[clause] = verb, "ccomp"


def mend_told_on(words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Makes the second clause in "said that it had armed them and had denied it" what is said too.

    Who says it would have to have done so before he says it: the tense is that of the clause before.

    >>> words = ["Chad", "said", "it", "had", "armed", "them", "and", "had", "denied", "it"]
    >>> heads = [1, 1, 4, 4, 1, 4, 8, 8, 1, 8]
    >>> deps = ["nsubj", "ROOT", "nsubj", "aux", "ccomp", "obj", "cc", "aux", "conj", "obj"]
    >>> mend_told_on(words, heads, deps)
    >>> heads[8], deps[8]
    (4, 'conj')
    """
    for verb, (says, dep) in enumerate(zip(list(heads), list(deps), strict=True)):
        if dep != "conj" or words[says].lower() not in _STATES or _shifts(says, words, heads, deps):
            continue
        told = [i for i, head in enumerate(heads) if head == says and deps[i] == "ccomp" and i < verb]
        own = {"nsubj", "nsubj:pass"} & _below(verb, heads, deps)
        if told and not own and _shifts(told[-1], words, heads, deps) & _shifts(verb, words, heads, deps):
            heads[verb] = told[-1]


def _shifts(verb: int, words: Sequence[str], heads: Sequence[int], deps: Sequence[str]) -> set[str]:
    """The auxiliaries of reported speech at a verb."""
    own = (i for i, head in enumerate(heads) if head == verb and deps[i] in _HELPING)
    return {words[i].lower() for i in own} & _SAID_BEFORE


def mend_quoted(words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Makes who stands behind a quotation the subject of the speech verb there, not of a verb in the quotation.

    >>> words = ["“", "Iran", "arms", "them", "”", "Katz", "said"]
    >>> heads, deps = [2, 2, 6, 2, 2, 2, 6], ["punct", "nsubj", "ccomp", "obj", "punct", "nsubj", "ROOT"]
    >>> mend_quoted(words, heads, deps)
    >>> heads[5], deps[5]
    (6, 'nsubj')
    """
    for noun, (verb, dep) in enumerate(zip(list(heads), list(deps), strict=True)):
        if (
            dep != "nsubj"
            or verb > noun
            or not any(word in _CLOSING for word in words[max(verb + 1, noun - _NEAR) : noun])
        ):
            continue
        near = range(noun + 1, min(len(words), noun + _NEAR))
        says = next((i for i in near if words[i].lower() in _STATES), None)
        if says is None or noun in _above(says, heads):
            continue
        if not {"nsubj", "nsubj:pass"} & _below(says, heads, deps):
            heads[noun] = says


def _above(word: int, heads: Sequence[int]) -> set[int]:
    """What a word hangs on, up to the root."""
    found = {word}
    while heads[word] not in found:
        word = heads[word]
        found.add(word)
    return found


def _below(word: int, heads: Sequence[int], deps: Sequence[str]) -> set[str]:
    return {dep for i, (head, dep) in enumerate(zip(heads, deps, strict=True)) if head == word and i != word}


def mend_plurals(words: Sequence[str], heads: list[int], deps: list[str], tags: list[str], pos: list[str]) -> None:
    """Makes "talks" in "agreed to talks with" a noun, where it was read as a verb: no infinitive has an "-s".

    >>> words = ["Kenya", "agreed", "to", "talks", "with", "Uganda"]
    >>> heads, deps, pos = [1, 1, 3, 1, 5, 3], ["nsubj", "ROOT", "mark", "xcomp", "case", "obl"], ["VERB"] * 6
    >>> mend_plurals(words, heads, deps, tags := ["NNP", "VBD", "TO", "VB", "IN", "NNP"], pos)
    >>> deps, tags[3], pos[3]
    (['nsubj', 'ROOT', 'case', 'obl', 'case', 'nmod'], 'NNS', 'NOUN')
    """
    for noun in range(1, len(words)):
        to = noun - 1
        if words[to].lower() != "to" or tags[noun] != "VB" or not _plural(words[noun]) or deps[noun] not in _INFINITIVE:
            continue
        tags[noun], pos[noun], deps[noun], deps[to], heads[to] = "NNS", "NOUN", "obl", "case", noun
        for i, (head, dep) in enumerate(zip(heads, deps, strict=True)):
            if head == noun and dep == "obl":
                deps[i] = "nmod"


def _plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "as", "os"))


def mend_perfects(words: Sequence[str], heads: list[int], deps: list[str], tags: list[str]) -> None:
    """Makes "armed" in "has armed Chad" or "that Libya armed Chad" the verb, where it was read as "(armed Chad)".

    A name has no participle before it unless something stands before that: "the occupied West Bank".

    >>> words = ["Libya", "has", "armed", "Chad"]
    >>> heads, deps = [1, 1, 3, 1], ["nsubj", "ROOT", "amod", "obj"]
    >>> mend_perfects(words, heads, deps, ["NNP", "VBZ", "VBN", "NNP"])
    >>> heads, deps
    ([2, 2, 2, 2], ['nsubj', 'aux', 'ROOT', 'obj'])
    """
    for verb, (noun, dep) in enumerate(zip(list(heads), list(deps), strict=True)):
        if (
            dep != "amod"
            or noun != verb + 1
            or not verb
            or tags[noun] != "NNP"
            or not _is_past(words[verb], tags[verb])
        ):
            continue
        before = verb - 1
        if words[before].lower() in _HAVE and heads[noun] == before and deps[noun] == "obj":
            _take_place(verb, before, heads, deps)
            heads[noun], deps[before] = verb, "aux"
        elif tags[before] == "NNP" and heads[before] == noun and "mark" in {deps[i] for i in _left_of(noun, heads)}:
            heads[verb], deps[verb] = (verb if heads[noun] == noun else heads[noun]), _clause(deps[noun])
            for i in _left_of(noun, heads):
                if i not in {verb, noun}:
                    heads[i] = verb
            heads[noun], deps[noun], deps[before] = verb, "obj", "nsubj"


def _is_past(word: str, tag: str) -> bool:
    return tag in {"VBN", "VBD"} or (tag == "JJ" and word.lower().endswith("ed"))


def _left_of(noun: int, heads: Sequence[int]) -> list[int]:
    return [i for i, head in enumerate(heads) if head == noun and i < noun]


def _clause(dep: str) -> str:
    return "ccomp" if dep.startswith(("nsubj", "obj", "obl")) else dep


def _take_place(new: int, old: int, heads: list[int], deps: list[str]) -> None:
    """Puts a word where another stands, with all that hangs on it."""
    heads[new], deps[new] = (new if heads[old] == old else heads[old]), deps[old]
    for i, head in enumerate(heads):
        if head == old and i != new:
            heads[i] = new
    heads[old] = new


def mend_finite(words: Sequence[str], heads: list[int], deps: list[str], tags: list[str]) -> None:
    """Coordinates a finite verb with a finite one: "accused Benin of sheltering them and closed", not "sheltering and".

    A verb in the past without a subject or an auxiliary of its own stands beside no "-ing" and no "to stop"; nor,
    behind what somebody said, beside "was arming".

    >>> words = ["Niger", "accused", "Benin", "of", "sheltering", "them", "and", "closed", "camps"]
    >>> heads, deps = [1, 1, 1, 4, 1, 4, 7, 4, 7], ["nsubj", "ROOT", "obj", "mark", "advcl", "obj", "cc", "conj", "obj"]
    >>> mend_finite(words, heads, deps, ["NNP", "VBD", "NNP", "IN", "VBG", "PRP", "CC", "VBD", "NNS"])
    >>> heads[7], deps[7]
    (1, 'conj')
    """
    tree = _Tree(words, heads, deps, tags)
    for verb, (dep, tag) in enumerate(zip(deps, tags, strict=True)):
        if dep != "conj" or tag not in _FINITE or any(deps[i] in _OWN for i in tree.below(verb)):
            continue
        above = tree.finite_above(tree.first(verb), verb)
        if above is not None and tree.cannot_join(tree.first(verb), verb):
            heads[verb] = above


def mend_accused(words: Sequence[str], heads: list[int], deps: list[str], tags: list[str]) -> None:
    """Makes "of sheltering fighters" in "accused its neighbour of sheltering fighters" what somebody is accused of.

    Nobody is accused of fighters: an "-ing" between "of" and a noun in the plural is then a verb and no adjective.
    And it is said of no word before the accusation: "recalled its envoy, accusing Libya of arming rebels".

    >>> words = ["Mali", "accused", "Niger", "of", "sheltering", "fighters"]
    >>> heads, deps = [1, 1, 1, 5, 5, 2], ["nsubj", "ROOT", "obj", "case", "amod", "nmod"]
    >>> mend_accused(words, heads, deps, ["NNP", "VBD", "NNP", "IN", "VBG", "NNS"])
    >>> heads, deps
    ([1, 1, 1, 4, 1, 4], ['nsubj', 'ROOT', 'obj', 'mark', 'advcl', 'obj'])
    """
    for of, word in enumerate(words[:-1]):
        doing = of + 1
        accuses = _accuser(of, words, heads, deps) if word.lower() == "of" and tags[doing] == "VBG" else None
        if accuses is None:
            continue
        noun = heads[doing]
        above = _above(accuses, heads)
        counted = noun > doing and tags[noun] == "NNS" and noun not in above
        if deps[doing] == "amod" and counted and heads[of] == noun:
            heads[doing], heads[noun], heads[of] = accuses, doing, doing
            deps[doing], deps[noun], deps[of] = "advcl", "obj", "mark"
        elif deps[doing] in _CLAUSES_ON and doing not in above and _of_no_part(noun, accuses, heads, deps):
            heads[doing], deps[doing] = accuses, "advcl"


def _of_no_part(noun: int, accuses: int, heads: Sequence[int], deps: Sequence[str]) -> bool:
    """Whether a noun stands before the accusation, or is where it is made: "accused Mali in an interview of"."""
    return noun < accuses or (deps[noun] == "obl" and heads[noun] == accuses)


def _accuser(of: int, words: Sequence[str], heads: Sequence[int], deps: Sequence[str]) -> int | None:
    """The nearest verb of accusing before "of" whose object stands between them."""
    verbs = (i for i in range(of - 1, -1, -1) if words[i].lower().startswith(_ACCUSES))
    return next((i for i in verbs if any(deps[k] == "obj" and heads[k] == i for k in range(i + 1, of))), None)


@dataclass(frozen=True, slots=True)
class _Tree:
    words: Sequence[str]
    heads: Sequence[int]
    deps: Sequence[str]
    tags: Sequence[str]

    def below(self, word: int) -> list[int]:
        return [i for i, head in enumerate(self.heads) if head == word and i != word]

    def first(self, conjunct: int) -> int:
        """The first of those coordinated; a word that stands below itself is left where it is."""
        for _ in self.heads:
            if self.deps[conjunct] != "conj":
                break
            conjunct = self.heads[conjunct]
        return conjunct

    def finite(self, verb: int) -> bool:
        """Whether a verb has a subject's form itself, or by its auxiliary: "was arming", "has armed"."""
        helped = any(self.deps[i] in _HELPING and self.tags[i] in _FINITE | {"VBP", "MD"} for i in self.below(verb))
        return self.tags[verb] in _FINITE | {"VBP"} or (self.tags[verb].startswith("VB") and helped)

    def cannot_join(self, first: int, verb: int) -> bool:
        """Whether a finite verb cannot stand beside a word: an "-ing", "to stop", or "having armed" and a comma."""
        tag = self.tags[first]
        if self.finite(first):
            return tag == "VBG" and self.deps[first] == "ccomp" and self.words[self.heads[first]].lower() in _SAYS
        near = {self.words[i].lower() for i in self.below(first) if self.deps[i] in {"mark", "aux"}}
        comma = any(self.words[i] == "," for i in self.below(verb))
        return tag == "VBG" or (tag == "VB" and "to" in near) or (tag == "VBN" and "having" in near and comma)

    def finite_above(self, word: int, before: int) -> int | None:
        """The nearest finite verb above a word, if it stands before a place."""
        for _ in self.heads:
            if self.heads[word] == word:
                return None
            word = self.heads[word]
            if self.finite(word):
                return word if word < before else None
        return None
