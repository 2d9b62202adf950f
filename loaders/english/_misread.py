"""What the network of acts cannot mean, by the tree: who only stands beside an act, or is named for another one."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import ActorKind
from graph.relations import Polarity, relation
from loaders.english._actor_words import head_of
from loaders.english._arguments import arguments
from loaders.english._data import load, words
from loaders.english._frames import lexicon
from loaders.english._judging import JUDGING, hostile, judges
from loaders.english._loose import AFTERWARDS
from loaders.english._nouns import by_participle
from loaders.english._reasons import doers_by_reason
from loaders.english._referent import Referent
from loaders.english._referents import Referents
from loaders.english._senses import has_sense
from loaders.english._titles import ACCREDITED, is_former, office_words
from loaders.english._tree import PASSIVE_SUBJECTS, SUBJECTS, ancestors, children, first_conjunct, preposition
from loaders.english._words import Token

_OFFICES = frozenset({"LEADS", "REPRESENTS"})
_WHOLES = frozenset({"PART_OF", "MEMBER_OF"})
_TITLE = 4
# Where somebody with an office is says nothing of whose it is: "her counterpart at the NATO summit".
_AT = frozenset({"at", "in", "with", "against", "during", "near", "on"})
# A warning or threat is in what is said, never in a word like "tells".
_PUSHING = frozenset({"WARNS", "THREATENS"})
_NOMINATIVE = frozenset({"he", "she", "they", "we", "i"})
_MUTUAL = frozenset({"mutual", "reciprocal", "latter"})
# Who lifts one of these from sanctions lets them be.
_OBJECTIONS = frozenset({"veto", "objection", "opposition", "reservation", "resistance"})
_ENDING = frozenset({"suspend", "freeze", "halt", "end", "stop", "pause", "cut", "cancel", "scrap"})
_VIOLENT = frozenset({"ATTACKS", "STRIKES"})
_BETWEEN = frozenset({"CEASES_FIRE_WITH", "SIGNS_WITH"})
_WHILE = frozenset({"while", "whereas"})
# What is said of somebody may be said of him in another clause.
_SPOKEN = frozenset({"ACCUSES", "WARNS", "THREATENS", "DEMANDS", "URGES", "COMMENTS_ON", "INVESTIGATES", "PLEDGES"})
_CLAUSAL = frozenset({"VERB", "AUX"})
_CAUSES = frozenset({"because of", "due to", "owing to", "given"})
BEFORE_NOUNS = frozenset({"compound", "amod", "nmod:poss", "flat"})


def misread(name: str, a: int, b: int, word: Token, view: Referents) -> bool:
    """Whether a relation of two actor words by a word is none that the sentence can mean."""
    doc = view.sentence.doc
    source, target = head_of(a, view), head_of(b, view)
    return (
        _against(name, doc[b])
        or _unspoken(name, view)
        or (name in _OFFICES and (_past(a, b, view) or preposition(target) in _AT or _sent_about(target, word)))
        or (name in _PUSHING and (word.lemma_.lower() in words("speech.yaml", "neutral") or _of_weather(word)))
        or (name in JUDGING and _suffers(doc[b], word))
        or _side_by_side(name, source, target, word)
        or _acts_elsewhere(doc[b], word)
        or _in_another_clause(source, target)
        or (name not in JUDGING | _SPOKEN and _in_clause_before(source, target, view))
        or _voiced(doc[b])
        or _paid_back(a, word, view)
        or (name in JUDGING | _SPOKEN and _does_otherwise(source))
        or _another_means(source, word)
        or any(_names_group(each, view) for each in (source, target))
        or _only_for(name, source, target)
        or _is_why(source, target, word)
        or (relation(name).stative and _said_of_another(source, target, word, view))
        or (name in JUDGING | _SPOKEN and _himself_says(target, word))
        or word.lemma_.lower() in load("gates.yaml")["unmeant"].get(name, ())
        or (name == "LIFTS_SANCTIONS_ON" and any(each.lemma_.lower() in _OBJECTIONS for each in children(word, "obj")))
        or (name == "LIFTS_SANCTIONS_ON" and _ends_something_else(word))
        or (name in JUDGING and word.lemma_.lower() in words("verbs.yaml", "stands") and doc[b].head == word)
        or (name == "MEDIATES" and _mediate_together(source, target, word))
        or (name in _BETWEEN and _looks_on(source, word))
        or (name in JUDGING | _SPOKEN and (_only_reports(a, word, view) or _is_told(source, word)))
        or (name in _OFFICES and _before_a_title(doc[b], view))
        or (name == "PROXY_OF" and (_of_its_own(a, view) or _only_called(doc[b])))
        or (name == "LEADS" and (word.dep_ == "amod" or _only_owns(target, view)))
        or (name == "BASED_IN" and source.head.lemma_.lower() in load("gates.yaml")["abroad_for"])
        or (name == "PART_OF" and _of_no_owner(a, b, view))
        or (name in _WHOLES and any(_in_other_clause(each, word) for each in (source, target)))
    )


def only_titled(name: str, source: Referent, word: Token, view: Referents) -> bool:
    """As in "Nepal's prime minister dropped in": who that is, a text does not tell that never names him."""
    within = source.first <= word.i <= source.last and source.actor.id not in view.cast.named
    return name in _OFFICES and within and view.mention(view.sentence.doc[source.first]) is not view.mention(word)


def anothers(name: str, source: Referent, word: Token, view: Referents) -> bool:
    """As in "denounced the Saudi-led blockade", "condemned the killing of": a hostile act is not his who judges it.

    Nor is it anybody's but its doer's, where one is told by the words before it.
    """
    if word.pos_ != "NOUN" or relation(name).polarity is not Polarity.CONFLICT:
        return False
    if doers := [each.actor.id for token in by_participle(word) for each in view.of(token)]:
        return source.actor.id not in doers
    if children(word, "nmod:poss"):
        return False
    if preposition(word) in AFTERWARDS and hostile(word) and not any(each.slots.get("S") for each in hostile(word)):
        return True
    verb = next((parent for _, parent in ancestors(word) if parent.pos_ not in {"NOUN", "PROPN"}), None)
    if verb is None or word.dep_ in SUBJECTS or not judges(verb):
        return False
    return source.actor.id in {each.actor.id for token in arguments(verb).subjects for each in view.of(token)}


def _against(name: str, target: Token) -> bool:
    """As in "backs the Kurds against the Islamic State", who are not helped."""
    return relation(name).polarity is Polarity.COOPERATION and preposition(target) == "against"


def _unspoken(name: str, view: Referents) -> bool:
    """Whether a relation that is never said without certain words is proposed without one of them."""
    needed = load("gates.yaml")["spoken"].get(name)
    return needed is not None and not any(token.lemma_.lower() in needed for token in view.sentence.doc)


def _past(person: int, owner: int, view: Referents) -> bool:
    """Whether a title before one of two names makes nobody serve: "former", or "ambassador to" whom he is sent."""
    doc = view.sentence.doc
    named, served = ([each.lower_ for each in doc[max(0, end - _TITLE) : end]] for end in (person, owner))
    sent = "to" in served and not ACCREDITED.isdisjoint([*named, *served])
    return sent or any(map(is_former, [*named, *served]))


def _before_a_title(owner: Token, view: Referents) -> bool:
    """As in "Police Commissioner X": a noun before a title, whosever it is elsewhere, does not tell whose that is."""
    return view.mention(owner) is None and owner.pos_ != "PRON" and owner.dep_ == "compound"


def _sent_about(target: Token, word: Token) -> bool:
    """As in "the UN special envoy for Yemen": where somebody is sent is not who sends him."""
    return word.lower_ in ACCREDITED and target.head == word and preposition(target) in {"for", "to"}


def _in_other_clause(name: Token, word: Token) -> bool:
    """As in "Qassam is Hamas's wing, the unit belongs to the GRU": of a verb of another clause, which has a subject."""
    named = any(each.pos_ != "PRON" for each in children(word, *SUBJECTS))
    if word.pos_ != "VERB" or not named or word.dep_.startswith("acl"):
        return False
    clause = next((each for _, each in ancestors(name) if each.pos_ == "VERB" or children(each, "cop")), None)
    return clause is not None and clause != word


def _suffers(target: Token, word: Token) -> bool:
    """As in "condemned the invasion of Ukraine": to whom the judged act is done, who is not the one judged for it."""
    for below, parent in ancestors(target):
        if parent == word:
            return False
        if any(below in each.slots["T"] for each in hostile(parent)):
            return True
    return False


def _side_by_side(name: str, source: Token, target: Token, word: Token) -> bool:
    """As in "blamed Iran and Hezbollah": two that are named in one breath do nothing to each other by that.

    Unless the word says so ("Iran and Iraq clashed", "a war between"), or stands in the phrase of one of them ("Iran
    and its ally"). What two do together must be said of them, not elsewhere in the sentence, and "Iran and Iraq,
    friends of Syria" are not each other's.
    """
    first = first_conjunct(source)
    if source == target or first != first_conjunct(target):
        return False
    if any(word in each.subtree for each in (source, target) if each != first):
        return False
    if word.dep_ == "appos" and any(preposition(each) in {"of", "to", "with"} for each in children(word, "nmod")):
        return True
    if not relation(name).symmetric and not _mutual(first, word):
        return True
    return word not in first.subtree and word not in set(_above(first)) and _clause(word) != _clause(first)


def _mutual(first: Token, word: Token) -> bool:
    text = word.doc.text.lower()
    each_other = "each other" in text or "one another" in text or any(each.lower_ in _MUTUAL for each in word.doc)
    between = any(preposition(each) == "between" for each in (first, *_above(first)) if each != word)
    return each_other or between or word.lemma_.lower() in words("verbs.yaml", "mutual")


def _above(token: Token) -> Iterator[Token]:
    return (parent for _, parent in ancestors(token))


def _clause(token: Token) -> Token:
    """The verb of the clause that a token stands in, or its root."""
    above = [token, *_above(token)]
    return next((each for each in above if each.pos_ in _CLAUSAL or each.dep_ == "ROOT"), above[-1])


def _acts_elsewhere(target: Token, word: Token) -> bool:
    """As in "while he was away the gangs attacked": only the verb that "he" stands to does something to him."""
    if target.lower_ not in _NOMINATIVE or target.dep_ not in SUBJECTS | PASSIVE_SUBJECTS:
        return False
    subjects = SUBJECTS | PASSIVE_SUBJECTS
    for token in (word, *_above(word)):
        if token == target.head:
            return False
        if children(token, *subjects):
            return True
    return True


def _ends_something_else(word: Token) -> bool:
    """As in "suspended loan talks", "removed it from a trade programme": who ends what is no sanction lifts none."""
    found = arguments(word)
    left = any(has_sense(each, "programme") for each in found.obliques.get("from", ()))
    ended = [each for each in found.objects if each.pos_ == "NOUN"]
    known = words("senses.yaml", "sanctions") | words("gates.yaml", "lifted")
    near = (part for each in ended for part in (each, *children(each, "compound", "amod", "conj", "nmod")))
    told = any({each.lower_, each.lemma_.lower()} & known for each in near)
    return left or (word.lemma_.lower() in _ENDING and bool(ended) and not told)


def _mediate_together(source: Token, target: Token, word: Token) -> bool:
    """As in "Qatar and Egypt mediated": between those who mediate nobody does."""
    verb = next((each for each in (word, *_above(word)) if each.pos_ == "VERB"), word)
    return any({source, target} <= set(each.subtree) for each in arguments(verb).subjects)


def _is_told(source: Token, word: Token) -> bool:
    """As in "told a US envoy that Hezbollah must disarm": to whom it is said has not said it."""
    noun = source
    while noun.dep_ in BEFORE_NOUNS and noun.head != noun:
        noun = noun.head
    verb = noun.head
    says = noun.dep_ in {"obj", "iobj"} and verb.lemma_.lower() in words("speech.yaml", "say")
    clauses = [*children(verb, "ccomp"), *children(noun, "acl", "ccomp")]
    return says and word != verb and any(word in each.subtree for each in clauses)


def _only_reports(a: int, word: Token, view: Referents) -> bool:
    """As in "the agency says that police fired": an outlet that tells what somebody has done accuses him of nothing."""
    own = view.sentence.doc[a]
    noun = own
    while noun.dep_ in BEFORE_NOUNS:
        noun = noun.head
    known = any(each.actor.kind is ActorKind.OUTLET for each in view.of(own))
    outlet = known or not words("agents.yaml", "outlets").isdisjoint({noun.lower_, noun.lemma_.lower()})
    return outlet and word.lemma_.lower() in words("speech.yaml", "neutral") | {"quote", "cite"}


def _looks_on(source: Token, word: Token) -> bool:
    """As in "the United States will monitor the truce with": who watches over it is no party of it."""
    above = (each for each in (word, *_above(word)) if each.lemma_.lower() in words("verbs.yaml", "onlooking"))
    return any(source in each.subtree for verb in above for each in arguments(verb).subjects)


def _only_called(owner: Token) -> bool:
    """As in "US-designated terrorist group": whom somebody calls something does not act for him."""
    after = owner.doc[owner.i + 1 : owner.i + 3]
    joined = len(after) == 2 and after[0].text in {"-", "–"}  # noqa: PLR2004
    return joined and after[1].lower_ in words("verbs.yaml", "calling_compounds")


def _of_weather(word: Token) -> bool:
    """As in "issued a heat warning for Portugal", which is one to those who live there."""
    warnings = [each for each in (word, *children(word, "obj", "nsubj:pass")) if each.pos_ == "NOUN"]
    return any(
        part.lemma_.lower() in load("gates.yaml")["weather"]
        for each in warnings
        for part in children(each, "compound", "amod")
    )


def _in_clause_before(source: Token, target: Token, view: Referents) -> bool:
    """As in "Lithuania joined NATO, and Uruguay belongs to Mercosur": who has an object of his own needs no other's.

    Nor has "Iranian" of "helped Israel, and the depots held Iranian weapons" to do with Israel.
    """
    clause = _coordinated(source)
    if clause is None or target in clause.subtree:
        return False
    own = children(clause, *SUBJECTS)
    if not any(source in each.subtree for each in own):
        told = not any(part.pos_ == "PRON" for each in own for part in each.subtree)
        return told and source.dep_ in BEFORE_NOUNS
    apart = {each.i for subject in own for each in subject.subtree}
    mentions = (view.mention(each) for each in clause.subtree if each.i not in apart)
    return any(each is not None for each in mentions)


def _coordinated(token: Token) -> Token | None:
    """The clause with a subject of its own that a token stands in, where it is set beside another one."""
    for clause in (token, *_above(token)):
        beside = clause.dep_ in {"conj", "parataxis"} or any(each.lower_ in _WHILE for each in children(clause, "mark"))
        if beside and (clause.pos_ in _CLAUSAL or children(clause, "cop")):
            return clause if children(clause, *SUBJECTS) else None
    return None


def _does_otherwise(source: Token) -> bool:
    """As in "documented a genocide by Myanmar": who does what a noun names says nothing by that."""
    noun = source.head
    if preposition(source) != "by" or noun.pos_ != "NOUN":
        return False
    own = {each.frame.relation for each in lexicon().nouns.get(noun.lemma_.lower(), ())} - {""}
    return bool(own) and own <= _VIOLENT


def _paid_back(a: int, word: Token, view: Referents) -> bool:
    """As in "detained two journalists for criticising Benin": who pays somebody back has not done it."""
    doers = doers_by_reason(word, view)
    return bool(doers) and not any(each.first <= a <= each.last for each in doers)


def _voiced(target: Token) -> bool:
    """As in "the minister affirmed Jordan's support": whose it is that somebody voices has nothing done to him."""
    noun = target.head
    voiced = noun.dep_ == "obj" and noun.head.lemma_.lower() in words("verbs.yaml", "voicing")
    return voiced and target.dep_ in {"nmod:poss", "amod"}


def _in_another_clause(source: Token, target: Token) -> bool:
    """As in "Mali left the bloc, and Togo sits on the Council": what is told of the second is none of the first's.

    Unless the second clause has no doer of its own: its subject is a pronoun, it is a passive, or the target is its
    subject ("the United States struck, and Iran hit back").
    """
    clause = _coordinated(target)
    if clause is None or source in clause.subtree:
        return False
    own = children(clause, *SUBJECTS)
    return not any(target in each.subtree or any(part.pos_ == "PRON" for part in each.subtree) for each in own)


def _names_group(name: Token, view: Referents) -> bool:
    """As in "Tuareg rebels": what a group is called by has done nothing itself."""
    if name.dep_ not in {"amod", "compound"} or name.head.pos_ != "NOUN":
        return False
    return any(each.via == "group" and each.first <= name.i <= each.last for each in view.of(name.head))


def _another_means(source: Token, word: Token) -> bool:
    """As in "wrote to the Council to accuse Thailand": it is the writer who accuses."""
    purpose = (
        word.dep_ == "advcl" and preposition(source) and any(each.lower_ == "to" for each in children(word, "mark"))
    )
    subjects = children(word.head, *SUBJECTS) if purpose and word.head.pos_ == "VERB" else []
    return bool(subjects) and not any(source in each.subtree for each in subjects)


def _himself_says(target: Token, word: Token) -> bool:
    """As in "Mali conceded to demands by rebels": whose demands they are is no target of them."""
    own = target.head == word and word.pos_ == "NOUN" and preposition(target) in {"by", "from"}
    return own and word.lemma_.lower() in words("speech.yaml", "voiced")


def _said_of_another(source: Token, target: Token, word: Token, view: Referents) -> bool:
    """As in "ties between Hamas and members of Fatah", "Berri, a speaker and ally of": what a noun says of another."""
    if word.pos_ != "NOUN" or target.head != word:
        return False
    first = first_conjunct(word)
    if source != word and first_conjunct(source) == first:
        return True
    before = first.head if first.dep_ == "appos" else first
    named = view.mention(before) if before != word else None
    return named is not None and not any(named.start <= each.i < named.end for each in (source, target))


def _is_why(source: Token, target: Token, word: Token) -> bool:
    """As in "Korea holds the money because of American sanctions": a reason is done to nobody who acts for it."""
    verb = word.head
    if preposition(word) not in _CAUSES or source.head != word or not children(verb, "obj"):
        return False
    return any(target in each.subtree for each in children(verb, *SUBJECTS))


def _only_for(name: str, source: Token, target: Token) -> bool:
    """As in "pro-Israel groups": who is for somebody or against him is no more than that to him."""
    doc, start = target.doc, target.i
    sides = start > 1 and doc[start - 1].text in {"-", "–"} and target.head in {source, doc[start - 2]}
    return sides and name != {"pro": "BACKS", "anti": "HOSTILE_TO"}.get(doc[start - 2].lower_, name)


def _only_owns(owner: Token, view: Referents) -> bool:
    """As in "the commander of Pakistan's army": who heads what a country has does not lead the country."""
    noun = owner.head
    if owner.dep_ not in {"nmod:poss", "amod", "compound"} or noun.pos_ not in {"NOUN", "PROPN"}:
        return False
    mention = view.mention(noun)
    if mention is not None:
        return mention.actor.kind is not ActorKind.PERSON
    return noun.lemma_.lower() not in words("agents.yaml", "heading") | office_words()


def _of_its_own(a: int, view: Referents) -> bool:
    """Neither a state nor a body of states is anybody's proxy, whatever pays whom."""
    found = [each.actor for each in view.of(view.sentence.doc[a])]
    return any(each.kind is ActorKind.COUNTRY or (each.known and each.kind is ActorKind.ORGANIZATION) for each in found)


def _of_no_owner(a: int, b: int, view: Referents) -> bool:
    """As in "Lebanon's Hezbollah": neither armed groups nor countries are part of the country before them."""
    parts, wholes = ({each.actor.kind for each in view.of(view.sentence.doc[place])} for place in (a, b))
    return wholes == {ActorKind.COUNTRY} and parts <= {ActorKind.COUNTRY, ActorKind.ARMED_GROUP}
