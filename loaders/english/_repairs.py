"""Repairs of trees that the parser is known to get wrong on news: a finite verb taken for a participle."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from loaders.english._forms import Forms

_PARTICIPLES = frozenset({"VBN", "VBD"})
_HAVE = frozenset({"has", "have", "had", "having"})


@dataclass
class _Tree:
    heads: list[int]
    deps: list[str]

    def children(self, head: int, *deps: str) -> list[int]:
        return [
            i
            for i, (up, dep) in enumerate(zip(self.heads, self.deps, strict=True))
            if up == head and i != head and (not deps or dep in deps)
        ]

    def hang(self, token: int, head: int, dep: str) -> None:
        self.heads[token], self.deps[token] = head, dep


def repaired(doc: Doc) -> Doc:
    """The same document with the known faults of its tree put right."""
    tree = _Tree([token.head.i for token in doc], [token.dep_ for token in doc])
    before = (list(tree.heads), list(tree.deps))
    for token in doc:
        if token.pos_ == "AUX":
            _subject_of_auxiliary(tree, token.i)
    for token in doc:
        if token.pos_ == "VERB" and token.tag_ in _PARTICIPLES:
            _perfect(doc, tree, token.i)
            _past(tree, token.i)
            _finite(doc, tree, token.i)
    return doc if before == (tree.heads, tree.deps) else _rebuilt(doc, tree)


def _subject_of_auxiliary(tree: _Tree, aux: int) -> None:
    """As in "Mali has (aux) rejected": the subject belongs to the verb."""
    if tree.deps[aux] in {"aux", "aux:pass"}:
        for child in tree.children(aux, "nsubj", "nsubj:pass"):
            tree.heads[child] = tree.heads[aux]


def _perfect(doc: Doc, tree: _Tree, verb: int) -> None:
    """As in "have tortured scores" read as "have (tortured scores)".

    The participle is the verb, the noun its object.
    """
    noun = tree.heads[verb]
    if tree.deps[verb] != "amod" or noun <= verb:
        return
    have = next((i for i in range(verb - 1, max(-1, verb - 4), -1) if doc[i].lower_ in _HAVE), None)
    if have is None or any(doc[i].pos_ not in {"ADV", "PART"} for i in range(have + 1, verb)):
        return
    inner = tree.heads[have] in {verb, noun} or (tree.heads[noun] == have and tree.deps[noun] == "obj")
    if not inner:
        return
    top = have if tree.heads[noun] == have else noun
    up, dep = tree.heads[top], tree.deps[top]
    tree.hang(verb, verb if up == top else up, dep)
    for child in [*tree.children(have), *(i for i in tree.children(noun) if i < have)]:
        if child not in {verb, noun}:
            tree.heads[child] = verb
    tree.hang(noun, verb, "obj")
    tree.hang(have, verb, "aux")


def _past(tree: _Tree, verb: int) -> None:
    """As in "Mali denied (amod) reports": a noun with a subject and no copula is the object of its participle."""
    noun = tree.heads[verb]
    subjects = tree.children(noun, "nsubj")
    if tree.deps[verb] != "amod" or noun <= verb or not subjects or subjects[0] > verb or tree.children(noun, "cop"):
        return
    up, dep = tree.heads[noun], tree.deps[noun]
    tree.hang(verb, verb if up == noun else up, dep)
    for child in tree.children(noun):
        if child < verb or tree.deps[child] in {"punct", "advcl", "parataxis"}:
            tree.heads[child] = verb
    tree.hang(noun, verb, "obj")


def _finite(doc: Doc, tree: _Tree, verb: int) -> None:
    """As in "bulldozers demolished homes" without any other verb: a participle after a noun takes no object."""
    noun = tree.heads[verb]
    if tree.deps[verb] != "acl" or tree.heads[noun] != noun or noun >= verb or doc[verb - 1].text == ",":
        return
    if doc[noun].pos_ not in {"NOUN", "PROPN"} or not (_takes_object(tree, verb) or _only_verb(doc, tree, verb)):
        return
    tree.hang(verb, verb, "ROOT")
    for child in tree.children(noun):
        if child > verb or tree.deps[child] == "punct":
            tree.heads[child] = verb
    tree.hang(noun, verb, "nsubj")


def _takes_object(tree: _Tree, verb: int) -> bool:
    return bool(tree.children(verb, "obj", "ccomp", "xcomp"))


def _only_verb(doc: Doc, tree: _Tree, verb: int) -> bool:
    """Whether a sentence with a full stop would have no verb but this one and what hangs on it."""
    noun = tree.heads[verb]
    return doc[-1].text in {".", "”", '"'} and not any(
        doc[i].pos_ in {"VERB", "AUX"} for i in tree.children(noun) if i != verb
    )


def as_written(seen: Doc, doc: Doc, found: Forms) -> Doc:
    """The tree of a sentence with stand-ins, put on the words as they are written."""
    tree = _Tree([token.head.i for token in seen], [token.dep_ for token in seen])
    lemmas = [found.lemmas.get(token.i, token.lemma_) for token in seen]
    return _rebuilt(seen, tree, words=[token.text for token in doc], lemmas=lemmas)


def _rebuilt(doc: Doc, tree: _Tree, words: list[str] | None = None, lemmas: list[str] | None = None) -> Doc:
    return Doc(
        doc.vocab,
        words=words or [token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        heads=tree.heads,
        deps=tree.deps,
        pos=[token.pos_ for token in doc],
        tags=[token.tag_ for token in doc],
        morphs=[str(token.morph) for token in doc],
        lemmas=lemmas or [token.lemma_ for token in doc],
    )
