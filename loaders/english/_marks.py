"""What the words right at a predicate say of whether it happened: "not", "will", "might", "planned", "if"."""

from __future__ import annotations

from graph.model import Status
from loaders.english._data import words
from loaders.english._tree import PASSIVE_SUBJECTS, SUBJECTS, child, children, negated, preposition
from loaders.english._words import Token

# What somebody does something for; it need not have come to that.
_PURPOSE = "purpose"
CONDITIONS = frozenset({"if", "unless", "whether", "lest", "provided", "should"})
_IF = frozenset({"if", "unless"})
_INSTEAD = frozenset({"rather", "instead"})
_CHOICES = frozenset({"choice", "option", "alternative"})
_NOTHING = frozenset({"nothing", "nobody", "none"})
# "Would like" is a polite wish, no condition.
_POLITE = frozenset({"like", "love", "prefer"})
# Before their subject these make a condition: "Were China to invade", "Should Israel strike".
_INVERTED = frozenset({"should", "were", "had"})
_FORMS_OF_BE = frozenset({"is", "are", "was", "were", "'s", "’s"})
_CLAUSES = frozenset({"csubj", "csubj:pass", "nsubj:outer"})
_NO_QUESTION = {"question": "out", "table": "off", "agenda": "off"}
_HAVING = _FORMS_OF_BE | {"has", "have", "had", "been"}
# Behind these the present is something to come: "until Israel withdraws".
_BEFORE = frozenset({"until", "till", "once", "before"})
_PRESENT = frozenset({"VB", "VBZ", "VBP"})
# Where somebody is to be: "is due in Ankara", "is expected in Doha".
_AWAITED = frozenset({"due", "expected", "awaited"})
_ASKING = frozenset({"WRB", "WP", "WDT", "WP$"})
# As in "far from signing", "stopped short of accusing".
_SHORT = (("far", "from"), ("short", "of"))


def _denied(token: Token) -> str | None:
    if negated(token) and not _but(token):
        return "negated"
    if any(map(_nobody, children(token, *SUBJECTS, *PASSIVE_SUBJECTS))):
        return "negated"
    if (nothing := child(token, "obj")) is not None and nothing.lower_ in _NOTHING and not _nothing_but(nothing):
        return nothing.lower_
    if _share_denied(token) or _revoked(token):
        return (token.head.head if _share_denied(token) else token.head).text
    return _not_quite(token) or _kept_away(token)


def _nothing_but(nothing: Token) -> bool:
    """As in "has nothing but contempt for"."""
    return any(each.lower_ == "but" for each in nothing.doc[nothing.i + 1 : nothing.i + 2])


def _none_of_it(noun: Token) -> bool:
    """As in "lost no time in recognising it", "gave no details of its raid", which deny nothing."""
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in words("verbs.yaml", "none_of_it")


def _but(choice: Token) -> bool:
    """As in "had no choice but to retreat", "lost no time in sending"."""
    if _none_of_it(choice):
        return True
    free = choice.lemma_.lower() in _CHOICES
    return free and any(each.lower_ == "but" for each in choice.doc[choice.i + 1 : choice.i + 3])


def _nobody(subject: Token) -> bool:
    """As in "no country has recognised", "nobody expects"."""
    return negated(subject) or subject.lower_ in _NOTHING


def _kept_away(token: Token) -> str | None:
    """As in "is far from signing", "the meeting fell through", "has yet to sign"."""
    for adverb, joined in _SHORT:
        if token.head.lower_ == adverb and any(each.lower_ == joined for each in children(token, "mark")):
            return f"{adverb} {joined}"
    if token.dep_ in PASSIVE_SUBJECTS | SUBJECTS and token.pos_ == "NOUN" and (word := _never_came(token.head)):
        return word
    if token.dep_ in PASSIVE_SUBJECTS | SUBJECTS | _CLAUSES and _excluded(token.head):
        return token.head.text
    having = token.head.lower_ in _HAVING or child(token, "aux", "cop") is not None
    return "yet to" if having and _yet_to(token) else None


def _excluded(said: Token) -> bool:
    """As in "lifting the ban is out of the question", "talks with Hamas are off the table"."""
    if child(said, "cop") is None or negated(said):
        return False
    return _NO_QUESTION.get(said.lemma_.lower()) in {each.lower_ for each in children(said, "case")}


def _not_quite(token: Token) -> str | None:
    """As in "no longer cooperates", "nearly attacked"; who "nearly doubled" his aid has given it."""
    for each in children(token, "advmod"):
        if each.lower_ == "longer" and any(part.lower_ == "no" for part in each.children):
            return "no longer"
        done = token.lemma_.lower() in words("verbs.yaml", "finishing")
        if each.i < token.i and token.pos_ == "VERB" and not done and each.lower_ in words("modals.yaml", "almost"):
            return each.lower_
    return None


def _share_denied(token: Token) -> bool:
    """As in "denied involvement in the attack", "rejected any responsibility for the raid"."""
    share = token.head
    if token.dep_ != "nmod" or share.dep_ != "obj" or share.lemma_.lower() not in words("speech.yaml", "shares"):
        return False
    rejects = words("speech.yaml", "deny") | words("speech.yaml", "reject")
    return share.head.lemma_.lower() in rejects and not negated(share.head)


def _revoked(token: Token) -> bool:
    """As in "the withdrawal of Ghana's recognition", "the revocation of their support"."""
    named = token.dep_ == "nmod" and token.pos_ == "NOUN" and preposition(token) == "of"
    return named and token.head.lemma_.lower() in words("verbs.yaml", "revocations")


def _never_came(verb: Token) -> str | None:
    """As in "the release never came", "the meeting fell through": what did not take place."""
    lemma = verb.lemma_.lower()
    made = lemma in words("verbs.yaml", "making") and bool(children(verb, *PASSIVE_SUBJECTS))
    placed = lemma == "take" and any(each.lower_ == "place" for each in children(verb, "obj"))
    if (made or placed or lemma in words("verbs.yaml", "taking_place")) and negated(verb):
        return "negated"
    through = lemma == "fall" and any(each.lower_ == "through" for each in verb.children)
    return "fall through" if through and not negated(verb) else None


def _yet_to(token: Token) -> bool:
    """As in "has yet to sign"."""
    infinitive = any(each.lower_ == "to" for each in children(token, "mark"))
    return infinitive and any(
        each.lower_ == "yet" and each.i < token.i for each in (*token.children, *token.head.children)
    )


def own_mark(token: Token) -> tuple[Status, str] | None:
    """What stands on the token itself."""
    if (word := _denied(token)) is not None:
        return Status.NEGATED, word
    if (word := _left_open(token)) is not None:
        return Status.HYPOTHETICAL, word
    wanted = "time to" if _is_time(token) else _advised(token)
    if _headlined(token) or wanted is not None:
        return (Status.PLANNED, "to") if wanted is None or _headlined(token) else (Status.WISHED, wanted)
    helping = (each for each in children(token, "aux", "mark", "advmod", "case", "cc") if not _tells_else(each, token))
    if (marked := next(((status, each.lower_) for each in helping if (status := _marked(each))), None)) is not None:
        return marked
    if (ahead := _ahead(token)) is not None:
        return Status.PLANNED, ahead
    found = adjective_mark(token) if token.pos_ == "NOUN" and not _but(token) else None
    return (Status(found[1]), found[0]) if found is not None else None


def _tells_else(helping: Token, verb: Token) -> bool:
    """As "would" in "would like to meet", and in "would later attack", which it did, unlike "said it would later"."""
    if helping.lower_ != "would":
        return False
    narrated = verb.head == verb and not verb.doc.user_data.get("reported")
    later = any(each.lower_ in words("modals.yaml", "later") for each in children(verb, "advmod"))
    return verb.lemma_.lower() in _POLITE or (narrated and later)


def _left_open(token: Token) -> str | None:
    """As in "Should Israel strike", "Did Israel bomb Iran?", "in case of an attack", "until it withdraws"."""
    if token.tag_ in _PRESENT and any(each.lower_ in _BEFORE for each in children(token, "mark")):
        return "until"
    for each in ("in case of", "in the event of", "in event of"):
        if preposition(token) == each or (token.dep_ == "nmod" and _is_case(token.head)):
            return each
    if token.doc[0].lower_ == "were" and token.tag_ == "VB" and any(each.lower_ == "to" for each in token.children):
        return "were"
    if "?" in token.doc[-1].text:
        asks = token.dep_ == "ROOT" and not any(each.tag_ in _ASKING for each in token.children)
        return "?" if asks else None
    subject = child(token, *SUBJECTS, *PASSIVE_SUBJECTS)
    helping = child(token, "aux", "aux:pass", "cop")
    inverted = subject is not None and helping is not None and helping.i < subject.i and helping.lower_ in _INVERTED
    return helping.lower_ if inverted and helping is not None else None


def _is_case(noun: Token) -> bool:
    """As in "in case of", "in the event of", read as a noun of its own."""
    return noun.lemma_.lower() in {"case", "event"} and preposition(noun) == "in"


def _headlined(token: Token) -> bool:
    """As in "Turkey to send troops", "UN peacekeepers to leave Lebanon": a headline's future."""
    noun = token.head if token.dep_ == "acl" else None
    highest = token.dep_ == "ROOT" or (noun is not None and noun.dep_ == "ROOT" and not children(noun, "cop"))
    return highest and any(each.lower_ == "to" for each in children(token, "mark"))


def _is_time(verb: Token) -> bool:
    """As in "it is time for Germany to recognise Palestine"."""
    time = verb.head
    timely = verb.dep_ in {"acl", "advcl"} and time.lower_ == "time" and child(time, "cop") is not None
    return timely and any(each.lower_ == "to" for each in children(verb, "mark"))


def _advised(verb: Token) -> str | None:
    """As in "ought to recognise Kosovo", "had better leave"."""
    if verb.dep_ == "xcomp" and verb.head.lower_ == "ought":
        return "ought"
    had = verb.tag_ == "VB" and any(each.lower_ in {"had", "'d", "’d"} for each in children(verb, "aux"))
    return "had better" if had and any(each.lower_ == "better" for each in children(verb, "advmod")) else None


def _still_to_join(token: Token) -> bool:
    """As in "supports Serbia's accession to the EU", "talks on accession": what others back or block is to come."""
    joins = token.pos_ == "NOUN" and token.lemma_.lower() in words("verbs.yaml", "joining")
    governs = token.dep_ in {"obj", "nmod"} and token.head.lemma_.lower() in words("verbs.yaml", "letting_join")
    return joins and governs and not any(each.shape_ == "dddd" for each in children(token, "nmod", "nummod"))


def _ahead(token: Token) -> str | None:
    """As in "is due to meet", "massed troops to invade", "supports its accession", "ahead of talks"."""
    if _still_to_join(token):
        return token.head.text
    if token.pos_ == "NOUN" and ("ahead" in {preposition(token)[:5], token.head.lower_} or _will_come(token)):
        return "ahead"
    if token.lower_ in _AWAITED and token.dep_ in {"ROOT", "conj", "ccomp"} and not children(token, "xcomp", "ccomp"):
        return token.lower_
    if (word := _arranged(token) or _on_the_way(token)) is not None:
        return word
    if token.tag_ == "VB" and (word := _due(token)) is not None:
        return word
    return _PURPOSE if token.dep_ == "advcl" and _purpose(token) else None


def _arranged(token: Token) -> str | None:
    """As in "set a date for a meeting", "with a view to invading"."""
    above = token.head
    if (
        token.pos_ == "NOUN"
        and preposition(token) == "for"
        and above.lemma_.lower() in words("verbs.yaml", "arranging")
    ):
        return f"{above.text} for"
    view = token.tag_ == "VBG" and above.lower_ == "view" and preposition(above) == "with"
    return "with a view to" if view else None


def _on_the_way(token: Token) -> str | None:
    """As in "is on his way to meet", "en route to a meeting with": where somebody is not yet."""
    way = token.head
    to = preposition(token) == "to" or any(each.lower_ == "to" for each in children(token, "mark"))
    going = way.lower_ in {"way", "route"} and preposition(way) in {"on", "en"}
    return f"on the {way.lower_}" if going and to and token.dep_ in {"acl", "nmod", "obl", "advcl"} else None


def _due(verb: Token) -> str | None:
    """As in "is due to meet", "is to buy"."""
    if any(each.lower_ == "due" for each in children(verb, "mark", "advmod")):
        return "due to"
    return "is to" if any(map(_before_to, children(verb, "aux"))) else None


def _before_to(be: Token) -> bool:
    """As in "India is to buy"."""
    to = be.nbor() if be.i + 1 < len(be.doc) else None
    return be.lower_ in _FORMS_OF_BE and to is not None and to.lower_ == "to" and to.head == be.head


def _will_come(noun: Token) -> bool:
    """As in "talks will resume", "a visit is to take place"."""
    verb = noun.head
    if noun.dep_ not in SUBJECTS or verb.lemma_.lower() not in words("verbs.yaml", "taking_place") | {"take"}:
        return False
    return any(each.lower_ in words("modals.yaml", "planned") for each in children(verb, "aux")) or _headlined(verb)


def _marked(each: Token) -> Status | None:
    """What an auxiliary or conjunction says: "will", "must", "might", "if", "rather than"."""
    word = each.lower_
    if each.dep_ == "aux":
        for status in (Status.PLANNED, Status.WISHED, Status.HYPOTHETICAL):
            if word in words("modals.yaml", status.value):
                return status
    elif word == "without" and each.dep_ in {"mark", "case"}:
        return Status.NEGATED
    elif (each.dep_ != "cc" and word in CONDITIONS) or (word in _INSTEAD and _of_clause(each)):
        return Status.HYPOTHETICAL
    return None


def _of_clause(instead: Token) -> bool:
    """As in "rather than attack", "instead of attacking", unlike "would rather talk"."""
    return instead.dep_ != "advmod" or child(instead, "fixed") is not None


def _purpose(token: Token) -> bool:
    """As in "massed troops to invade", "flies to Doha to meet": what somebody does something for is yet to come.

    Of what was done for it, it is told as done: who "flew to Doha to meet" has met, as far as is known. Not so where
    what was done only prepared for it ("dug tunnels to attack"), or sent others, unless it is to serve with them.
    """
    marks = {each.lower_ for each in children(token, "mark")}
    return "to" in marks and token.head.pos_ == "VERB" and not _done_for(token) and child(token, "nsubj", "aux") is None


def _done_for(purpose: Token) -> bool:
    verb, lemma = purpose.head, purpose.head.lemma_.lower()
    if lemma in words("verbs.yaml", "using"):
        return True
    past = verb.tag_ in {"VBD", "VBN"} and not negated(verb)
    if lemma in words("verbs.yaml", "sending"):
        return past and purpose.lemma_.lower() in words("verbs.yaml", "serving")
    return past and lemma not in words("verbs.yaml", "preparing")


def adjective_mark(noun: Token) -> tuple[str, str] | None:
    """As in "planned strikes", "possible sanctions": the adjective says that it has not happened."""
    none_of_it = _none_of_it(noun)
    for each in children(noun, "amod", "compound", "det"):
        if none_of_it and each.lower_ == "no":
            continue
        for status in ("planned", "hypothetical", "negated", "wished"):
            if each.lower_ in words("modals.yaml", f"{status}_adjectives"):
                return each.lower_, status
    return None


def in_reported_speech(own: tuple[Status, str], token: Token, parent: Token | None, *, promised: bool) -> Status:
    """As in "said it would": the future of what somebody said then; unlike "said it would be a mistake to"."""
    said = words("speech.yaml", "say")
    reported = (
        promised
        or (parent is not None and token.dep_ == "ccomp" and parent.lemma_.lower() in said)
        or any(each.lemma_.lower() in said for each in children(token, "parataxis", "ccomp"))
        or bool(token.doc.user_data.get("reported"))
    )
    judged = token.pos_ == "NOUN" and child(token, "cop") is not None
    unreal = any(each.lower_ == "have" for each in children(token, "aux"))
    open_ = judged or unreal or _depends(token)
    return Status.PLANNED if reported and not open_ and own[1] in {"would", "'d", "’d"} else own[0]


def _depends(verb: Token) -> bool:
    """As in "said it would respond if Chad attacked"."""
    clauses = children(verb, "advcl")
    return any(each.lower_ in _IF for clause in clauses for each in children(clause, "mark"))
