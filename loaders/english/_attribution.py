"""Who says it: the subject of a speech verb, "according to", the speaker of a quotation, the issuer."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import islice

from graph.model import Actor, ActorKind
from loaders.english._arguments import is_reported
from loaders.english._data import load, words
from loaders.english._frames import lexicon
from loaders.english._judging import judges
from loaders.english._nouns import is_act
from loaders.english._referent import Referent
from loaders.english._referents import Referents, main_subjects
from loaders.english._sentence import Sentence
from loaders.english._tellers import by_whom, says, tellers, tellers_of
from loaders.english._tree import PASSIVE_SUBJECTS, SHIFTED, SUBJECTS, ancestors, child, children, preposition
from loaders.english._words import Token

_PERSONAL = frozenset({"he", "she"})
_FOR = frozenset({"for", "with", "over", "of"})
_ITSELF = frozenset({"itself", "himself", "herself", "themselves"})
_PRESENT = frozenset({"VBP", "VBZ"})
_ENDING = "ending"
_ASKING = frozenset({"URGES", "DEMANDS", "WARNS"})
# Names of a country that may tell where something was.
_PLACES = frozenset({"name", "capital", "demonym", "acronym"})


def claimants(predicate: Token, view: Referents) -> Iterator[Actor]:
    """Who says that a predicate holds, from the nearest to the farthest."""
    if predicate.lemma_.lower() == "claim" and any(map(_claimed, children(predicate, "obj"))):
        yield from tellers_of(predicate, view)
    said = False
    passed: set[int] = set()
    for token in _chain(predicate):
        yield from _according(token, view)
        yield from _beside(token, view, passed)
        passed.add(token.i)
        said = (
            said
            or token.dep_ in {"ccomp", "xcomp"}
            or (token.dep_ == "parataxis" and (child(token.head, "obj", "ccomp") is None or _told_on(token)))
            or (token.dep_ == "advcl" and child(token, "mark") is None and child(token.head, "obj") is None)
            or (token.dep_ == "acl:relcl" and is_reported(token))
            or _told_in(token)
            or _claimed(token)
        )
        if _claimed(token) and token.dep_ == "nmod":
            yield from tellers_of(token.head.head, view)
        yield from _labelled(token, view)
        if _judged(token) or _called(token) or _to_be_ended(token):
            yield from tellers_of(token.head, view)
        if (counting := _counted(token)) is not None:
            yield from tellers_of(counting, view)
        told = token.head != token and said and (_says(token.head) or _denies(token.head))
        if told and not _behind_the_quotation(predicate, token, view):
            yield from _outside(predicate, token.head, view) or tellers_of(token.head, view)
    if (tail := view.sentence.attribution) is not None:
        subjects = main_subjects(view) or view.discourse.subjects
        parties = subjects if len(subjects) > 1 else view.discourse.parties
        inner = Referents(tail, view.cast, replace(view.discourse, subjects=subjects, parties=parties), plain=True)
        for token in filter(_says, tail.doc):
            yield from tellers_of(token, inner)
        if tail.headline and not _tells_where(tail):
            yield from tellers([token for token in tail.doc if token.head == token], inner)
    if view.sentence.speaker is not None and view.sentence.quoted[predicate.i]:
        yield view.sentence.speaker
    if view.sentence.teller is not None:
        yield view.sentence.teller
    if view.discourse.issuer is not None:
        yield view.discourse.issuer


def _told_on(clause: Token) -> bool:
    """As in "said Iran was lying: it had sent them", in the tense of what is said before the colon; behind one who says
    it in the present ("diplomats say one hurdle remains: it wants") no tense tells the two apart.
    """
    told = child(clause.head, "ccomp")
    marks = {each.text for each in clause.children}
    goes_on = _shifted(clause) and not marks.isdisjoint({":", ";"})
    return told is not None and told.i < clause.i and (goes_on or (":" in marks and clause.head.tag_ in _PRESENT))


def _shifted(clause: Token) -> bool:
    """Whether a clause has the tense of what somebody has said: "it had sent them"."""
    return any(each.lower_ in SHIFTED for each in children(clause, "aux", "aux:pass", "cop"))


def _behind_the_quotation(predicate: Token, words: Token, view: Referents) -> bool:
    """As in ""It was a dark day," Iran said after Russia attacked Georgia", whatever the tree makes of it."""
    quoted, verb = view.sentence.quoted, words.head.i
    return bool(quoted) and quoted[words.i] and not quoted[predicate.i] and words.i < verb < predicate.i


def _outside(predicate: Token, verb: Token, view: Referents) -> list[Actor]:
    """The speaker of a quotation where the words around it only say "he said": who that is, was told before."""
    speaker, quoted = view.sentence.speaker, view.sentence.quoted
    pronoun = any(each.lower_ in _PERSONAL for each in children(verb, *SUBJECTS))
    return [speaker] if speaker is not None and pronoun and quoted[predicate.i] and not quoted[verb.i] else []


def speaker(word: Token, view: Referents) -> list[Referent]:
    """Who says it, in a quotation or of his own: "the raid was illegal, Jordan said"; an outlet only passes it on."""
    if view.sentence.quoted[word.i]:
        found = [view.sentence.speaker] if view.sentence.speaker is not None else []
    else:
        found = list(islice(claimants(word, view), 1))
    named = [each for each in found if each.kind is not ActorKind.OUTLET and each != view.discourse.issuer]
    return [Referent(each, "reference", word.i, word.i) for each in named]


def _chain(predicate: Token) -> Iterator[Token]:
    """A predicate and what it hangs on, up to the end of its part of the sentence; a semicolon ends none that goes on
    in the tense of what is told: "said it was unfortunate; it had made an offer".
    """
    yield predicate
    for token, parent in ancestors(predicate):
        apart = token.dep_ in {"conj", "parataxis"} and any(each.text == ";" for each in token.children)
        if apart and not _shifted(token):
            return
        yield parent


def _says(token: Token) -> bool:
    """Whether a word is one of saying, unlike "finds itself protecting"."""
    return says(token) and not any(each.lower_ in _ITSELF for each in children(token, "obj"))


def _claimed(noun: Token) -> bool:
    """As in "the Houthis claimed an attack", "claimed responsibility for the raid"."""
    if noun.dep_ == "nmod" and noun.head.lemma_.lower() in words("speech.yaml", "shares"):
        noun = noun.head
    claimable = is_act(noun) or noun.lemma_.lower() in words("speech.yaml", "shares")
    told = noun.dep_ == "obj" and noun.head.lemma_.lower() in words("speech.yaml", "of_acts")
    return claimable and noun.pos_ == "NOUN" and told


def _told_in(clause: Token) -> bool:
    """As in "said in a letter to the Council that Sudan had armed them", where the clause is read as the noun's."""
    if clause.dep_ not in {"acl", "acl:relcl"} or not any(each.lower_ == "that" for each in clause.children):
        return False
    subject = child(clause, *SUBJECTS)
    if subject is None or subject.lower_ == "that":
        return False
    phrase = [above for below, above in ancestors(clause) if below.dep_ in {"acl", "acl:relcl", "nmod", "obl"}]
    verb = next((each for each in phrase if each.pos_ == "VERB"), None)
    return verb is not None and _says(verb) and child(verb, "ccomp") is None


def _judged(clause: Token) -> bool:
    """As in "thanked Rabat for having eased it", "reproached it with arming them": by who judges it, it was done."""
    marked = any(each.lower_ in _FOR for each in children(clause, "mark", "case"))
    own = child(clause, *SUBJECTS, *PASSIVE_SUBJECTS) is not None
    return marked and not own and clause.tag_ == "VBG" and clause.head.pos_ == "VERB" and judges(clause.head)


def _labelled(clause: Token, view: Referents) -> list[Actor]:
    """As in "The Kremlin: Ukraine has shelled us": who is known before the colon, if that may not be where it was, as
    "Kyiv:" and "UN Security Council:" may.
    """
    noun, named = clause.head, view.mention(clause.head)
    colon = clause.dep_ == "parataxis" and any(each.text == ":" for each in clause.children)
    if not colon or noun.dep_ != "ROOT" or noun.pos_ not in {"NOUN", "PROPN"} or noun.i > clause.i:
        return []
    kind = named.actor.kind if named is not None else None
    town = kind is ActorKind.COUNTRY and named is not None and named.how in _PLACES
    place = town or kind is ActorKind.ORGANIZATION
    return [] if place else [each for each in tellers([noun], view) if each.known]


def _called(noun: Token) -> bool:
    """As in "called Bhutan a friend of Bangladesh": by who calls it so, it is one; unlike "called the charge a lie"."""
    named, whom = noun.pos_ in {"NOUN", "ADJ", "PROPN"} and noun.dep_ in {"xcomp", "obj"}, child(noun.head, "obj")
    calls = named and noun.head.lemma_.lower() in words("speech.yaml", "calling")
    return calls and whom is not None and whom != noun and whom.lemma_.lower() not in words("speech.yaml", "told")


def _to_be_ended(verb: Token) -> bool:
    """As in "urged Washington to stop shielding Israel": by who asks that it end, it goes on."""
    ending = any(each.frame.name == _ENDING for each in lexicon().verbs.get(verb.lemma_.lower(), ()))
    asked = {each.frame.relation for each in lexicon().verbs.get(verb.head.lemma_.lower(), ())}
    return ending and verb.dep_ in {"xcomp", "ccomp", "advcl"} and not asked.isdisjoint(_ASKING)


def _counted(noun: Token) -> Token | None:
    """As in "put the number of soldiers killed at 58": the verb by which who counts the dead tells of their death."""
    number = noun.head if noun.dep_ == "nmod" else noun
    verb = number.head
    told = number.lemma_.lower() in words("speech.yaml", "counts") and number.dep_ == "obj" and verb.lemma_ == "put"
    doc = verb.doc
    numbered = (i for i in range(number.i, len(doc) - 1) if doc[i].lower_ == "at" and doc[i + 1].tag_ in {"CD", "JJS"})
    return verb if told and next(numbered, None) is not None else None


def _denies(token: Token) -> bool:
    """Who denies an act is who says that it did not happen."""
    return token.lemma_.lower() in words("speech.yaml", "deny")


def _beside(token: Token, view: Referents, passed: Collection[int]) -> Iterator[Actor]:
    """As in "..., the agency reported": the speech verb hangs on what is said.

    What stands within it is not said by it: nobody says that "Iran's Press TV" is Iran's. `passed` are the words
    from the predicate up to the token.
    """
    for each in children(token, "parataxis", "ccomp", "advcl"):
        if (
            _says(each)
            and each.i not in passed
            and child(each, *SUBJECTS) is not None
            and not any(mark.text == ";" for mark in each.children)
            and (each.dep_ == "parataxis" or (each.i > token.i and child(each, "ccomp", "obj") is None))
        ):
            yield from tellers_of(each, view)


def _tells_where(tail: Sentence) -> bool:
    """Whether what begins or ends a headline is a clause, or a country's name, which may tell where it was."""
    if any(token.pos_ in {"VERB", "AUX"} for token in tail.doc):
        return True
    countries = (each for each in tail.mentions if each.actor.kind is ActorKind.COUNTRY)
    return tail.text.endswith(":") and any(each.how in _PLACES for each in countries)


def _according(token: Token, view: Referents) -> Iterator[Actor]:
    if preposition(token) == "as" and token.head.lemma_.lower() in words("speech.yaml", "calling_as"):
        yield from tellers_of(token.head, view)
    for each in children(token, "advcl"):
        if each.lemma_.lower() in words("speech.yaml", "views") and any(
            mark.lower_ == "as" for mark in children(each, "mark", "advmod")
        ):
            yield from tellers_of(each, view)
    for each in children(token, "obl", "obl:agent", "advcl", "nmod", "parataxis"):
        if preposition(each) in words("speech.yaml", "according") or (
            each.lower_ == "according" and children(each, "obl", "nmod")
        ):
            inner = [each] if each.lower_ != "according" else children(each, "obl", "nmod")
            for one in inner:
                yield from by_whom(one, view)
        elif each.lemma_.lower() in words("speech.yaml", "viewpoints") and preposition(each) in {"in", "by", "on"}:
            owners = [*children(each, "nmod:poss"), *(of for of in children(each, "nmod") if preposition(of) == "of")]
            yield from (found.actor for owner in owners for found in view.of(owner))


def hedged(predicate: Token, sentence: Sentence) -> bool:
    """Whether a predicate is said with a reserve."""
    return next(hedges(predicate, sentence), None) is not None


def hedges(predicate: Token, sentence: Sentence) -> Iterator[str]:
    """The words of reserve on a predicate.

    A phrase on the whole sentence, an adverb, "alleged", or "is said to".
    """
    yield from (phrase for phrase in load("speech.yaml")["phrases"] if phrase in sentence.text.lower())
    for token in _chain(predicate):
        for each in children(token, "advmod", "amod", "discourse"):
            if each.lower_ in words("speech.yaml", "hedges"):
                yield each.text
        if (
            token.dep_ in {"xcomp", "ccomp", "advcl"}
            and token.head.lemma_.lower() in words("speech.yaml", "reported")
            and _passive_or_claim(token.head)
        ):
            yield token.head.text
        if token.dep_ in {"acl:relcl", "advcl", "parataxis"}:
            break


def _passive_or_claim(verb: Token) -> bool:
    if verb.lemma_.lower() in words("speech.yaml", "claim"):
        return True
    return child(verb, "aux:pass", "nsubj:pass") is not None or verb.dep_ in {"acl", "amod"}
