"""Repairs of trees that the parser is known to get wrong on news: a finite verb taken for a participle."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from loaders.english._forms import Forms, verb_of

_PARTICIPLES = frozenset({"VBN", "VBD"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_CLAUSAL = frozenset({"ROOT", "ccomp", "conj", "advcl", "parataxis", "acl:relcl"})
_LOOSE = frozenset({"compound", "nmod", "obl", "dep", "flat", "obl:unmarked", "nmod:unmarked", "list", "vocative"})
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
        if token.pos_ in {"VERB", "ADJ", "NOUN"}:
            _new_clause(doc, tree, token.i)
    for token in doc:
        if _participle(token):
            _perfect(doc, tree, token.i)
            _past(doc, tree, token.i)
            _finite(doc, tree, token.i)
    changed = before != (tree.heads, tree.deps)
    return _rebuilt(doc, tree) if changed and _is_tree(tree.heads) else doc


def _is_tree(heads: list[int]) -> bool:
    """Whether every token hangs on a root; two repairs together can make a circle."""
    rooted = {i for i, head in enumerate(heads) if i == head}
    for start in range(len(heads)):
        path: list[int] = []
        token = start
        while token not in rooted and token not in path:
            path.append(token)
            token = heads[token]
        if token not in rooted:
            return False
        rooted.update(path)
    return True


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


def _new_clause(doc: Doc, tree: _Tree, verb: int) -> None:
    """As in "Peru praised Fiji, and Chile thanked Tonga": after ", and" a name before a finite verb is its subject."""
    if doc[verb].tag_ not in _FINITE or tree.children(verb, "nsubj", "nsubj:pass", "csubj"):
        return
    noun = _before(doc, verb)
    if noun is None or (noun in {verb, tree.heads[verb]} and tree.deps[verb] != "acl"):
        return
    subject = "nsubj:pass" if tree.children(verb, "aux:pass") else "nsubj"
    if tree.heads[noun] == verb and tree.deps[noun] in _LOOSE and not tree.children(noun, "case"):
        tree.deps[noun] = subject
    elif tree.deps[noun] == "conj" and (mark := _joined(doc, tree, noun)) is not None:
        main = _verb_above(doc, tree, tree.heads[noun])
        if main is not None and main != verb and main < mark:
            tree.hang(verb, main, "conj")
            tree.hang(noun, verb, subject)
            tree.heads[mark] = verb


def _joined(doc: Doc, tree: _Tree, noun: int) -> int | None:
    """The "and" before a noun that is no part of a list of subjects."""
    mark = next((i for i in tree.children(noun, "cc") if i < noun), None)
    return mark if mark is not None and tree.heads[noun] < mark and doc[tree.heads[noun]].pos_ != "VERB" else None


def _before(doc: Doc, verb: int) -> int | None:
    """The head of the noun phrase that ends right before a verb, with adverbs and auxiliaries between."""
    i = verb - 1
    while i > 0 and doc[i].pos_ in {"ADV", "AUX", "PART"}:
        i -= 1
    token = doc[i] if i >= 0 and doc[i].pos_ in {"NOUN", "PROPN"} else None
    while (
        token is not None and token.head.i < verb and token.dep_ in {"flat", "compound", "nmod", "appos", "nmod:desc"}
    ):
        token = token.head
    return token.i if token is not None else None


def _verb_above(doc: Doc, tree: _Tree, token: int) -> int | None:
    for _ in range(len(doc)):
        if doc[token].pos_ == "VERB":
            return token
        if tree.heads[token] == token:
            return None
        token = tree.heads[token]
    return None


def _past(doc: Doc, tree: _Tree, verb: int) -> None:
    """As in "Mali fired (amod) rockets": after a noun without a hyphen, the participle of the next noun is the verb."""
    noun = tree.heads[verb]
    if tree.deps[verb] != "amod" or noun <= verb or tree.children(noun, "cop"):
        return
    subject = next(iter(tree.children(noun, "nsubj")), None)
    if subject is None or subject > verb:
        subject = _before(doc, verb)
    if (
        subject is None
        or subject >= verb
        or (subject + 1 != verb and doc[verb - 1].pos_ not in {"NOUN", "PROPN", "ADV"})
    ):
        return
    subject = _first_of_coordination(tree, subject)
    up, dep = tree.heads[noun], tree.deps[noun]
    if up not in {noun, subject} and up < verb and dep not in {"conj", "nsubj"}:
        return
    tree.hang(verb, verb if up in {noun, subject} else up, "ROOT" if up in {noun, subject} else dep)
    for child in tree.children(noun):
        if child < verb or tree.deps[child] in {"punct", "advcl", "parataxis"}:
            tree.heads[child] = verb
    tree.hang(noun, verb, "obj")
    tree.hang(subject, verb, "nsubj")


def _first_of_coordination(tree: _Tree, token: int) -> int:
    while tree.deps[token] == "conj" and tree.heads[token] < token:
        token = tree.heads[token]
    return token


def _participle(token: Token) -> bool:
    return token.tag_ in _PARTICIPLES or (
        token.pos_ == "ADJ" and token.lower_.endswith("ed") and verb_of(token.lower_) != ""
    )


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
    verbs = {
        i for i, dep in enumerate(tree.deps) if dep in _CLAUSAL and doc[i].pos_ == "ADJ" and tree.children(i, "obj")
    }
    lemmas = lemmas or [token.lemma_ for token in doc]
    return Doc(
        doc.vocab,
        words=words or [token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        heads=tree.heads,
        deps=tree.deps,
        pos=["VERB" if token.i in verbs else token.pos_ for token in doc],
        tags=["VBD" if token.i in verbs else token.tag_ for token in doc],
        morphs=[str(token.morph) for token in doc],
        lemmas=[verb_of(doc[i].lower_) if i in verbs else lemma for i, lemma in enumerate(lemmas)],
    )
