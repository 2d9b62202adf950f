"""Which actors a noun phrase stands for, and in what way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from graph.model import Actor, ActorKind
from loaders.english._antecedents import meant, sort_of
from loaders.english._apposed import beside, doers, listed, named_before
from loaders.english._cast import Cast
from loaders.english._data import words
from loaders.english._discourse import SPEAKING, Discourse
from loaders.english._groups import are_people, followers, group, is_sided, nameless, siding_from
from loaders.english._holders import holder_of
from loaders.english._kin import kin_of, not_oneself
from loaders.english._nouns import after, bearers, is_act
from loaders.english._owners import certain_owner
from loaders.english._places import place_of
from loaders.english._pronouns import NUMBERS, all_of, is_each, parties, pronoun, taken_together
from loaders.english._referent import ACTING, Referent, is_agent, joined_by
from loaders.english._sentence import Mention, Sentence
from loaders.english._titles import offices, title_end
from loaders.english._tree import PASSIVE_SUBJECTS, SUBJECTS, child, children, negated, preposition
from loaders.english._unnamed import unnamed_body
from loaders.english._words import Token

_OWNED = ("amod", "compound", "nmod:poss", "nmod:desc", "flat", "det", "nmod", "dep", "nummod")
_NAMED_BY = ("appos", "flat", "compound", "nmod:desc", "nmod")
_TELLING = frozenset({"det", "nmod", "nmod:poss", "amod", "nummod", "compound"})
_DEPTH = 6
_WHERE = frozenset({"in", "at", "inside", "near", "through", "across", "throughout", "around"})
GOVERNMENTS = frozenset({"government", "regime", "administration", "cabinet", "junta"})
_HOMES = frozenset({"country", "nation", "state", "republic", "kingdom"})
_CLAUSES = frozenset({"acl:relcl", "acl", "advcl", "ccomp", "parataxis"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_COUNTING = frozenset().union(*NUMBERS.values())


@dataclass
class Referents:
    """The referents of one sentence; `plain`: the rules alone tell whom its pronouns mean."""

    sentence: Sentence
    cast: Cast
    discourse: Discourse
    plain: bool = False
    _memo: dict[int, list[Referent]] = field(default_factory=dict[int, list[Referent]])

    @cached_property
    def _mention_of(self) -> dict[int, Mention]:
        return {i: mention for mention in self.sentence.mentions for i in range(mention.start, mention.end)}

    def mention(self, token: Token) -> Mention | None:
        """The mention that a token belongs to."""
        return self._mention_of.get(token.i)

    def of(self, token: Token, depth: int = 0) -> list[Referent]:
        """The actors of a noun phrase and of everything coordinated with it, each once."""
        if depth > _DEPTH:
            return []
        found = list(self._own(token, depth))
        for each in [*children(token, "conj"), *self._listed(token), *self._hyphenated(token)]:
            if each.pos_ != "VERB" and not self._inside_same(token, each) and not negated(each):
                found += self.of(each, depth + 1)
        if len(found) < 2:  # noqa: PLR2004
            return found
        return list({each.actor.id: each for each in reversed(found)}.values())[::-1]

    def _listed(self, token: Token) -> list[Token]:
        """As in the headline "Saudi Arabia, Oman condemn raid": a comma for "and" between names of a kind."""
        mention = self.mention(token)
        if not self.sentence.headline or mention is None or mention.how == "demonym":
            return []
        near = (self.mention(each) for each in children(token, "appos", "list", "dep", "flat", "parataxis"))
        return [
            self.sentence.doc[each.start : each.end].root
            for each in near
            if each is not None
            and each.start > mention.end
            and each.actor.kind is mention.actor.kind
            and each.how != "demonym"
        ]

    def _hyphenated(self, token: Token) -> list[Token]:
        """As in "Colombian-Ecuadorean troops", "a German-Iranian woman": two names joined by a hyphen."""
        mention = self.mention(token)
        if mention is None or mention.start < 2 or token.doc[mention.start - 1].text not in {"-", "–"}:  # noqa: PLR2004
            return []
        before = token.doc[mention.start - 2]
        other = self.mention(before)
        kinds = {each.actor.kind for each in (mention, other) if each is not None}
        return [before] if other is not None and before.head == token and kinds == {ActorKind.COUNTRY} else []

    def _inside_same(self, left: Token, right: Token) -> bool:
        mention = self.mention(left)
        return mention is not None and mention is self.mention(right)

    def _own(self, token: Token, depth: int) -> list[Referent]:
        if token.i in self._memo:
            return self._memo[token.i]
        self._memo[token.i] = []
        self._memo[token.i] = found = self._compute(token, depth)
        return found

    def _compute(self, token: Token, depth: int) -> list[Referent]:
        himself = not_oneself(token, self)
        found = [each for each in self.by_rule(token, depth) if each.actor.id not in himself]
        settled = self.plain and found and token.pos_ == "PRON"
        return found if settled or not self.open(token, found) else self._weighed(token, found)

    def open(self, token: Token, found: Sequence[Referent]) -> bool:
        """Whether whom a word means has to be told from the text around: a pronoun, or a noun with nobody's name by it.

        `found` is whom the rules take it for; several stay as they are. "The Iran-backed group" is open too.
        """
        sort = sort_of(token)
        if sort is None or self.mention(token) is not None or certain_owner(token, self, 0) is not None:
            return False
        if sort == "two":
            return all(each.via == "reference" for each in found)
        if sort == "kin":
            return not found and bool(self._owners(token, 0))
        return len(found) <= 1 and (token.pos_ == "PRON" or self._unnamed(token, found))

    def _unnamed(self, token: Token, found: Sequence[Referent]) -> bool:
        """As "the army", "police", "the Iran-backed group": no words by a noun tell whose it is, or only whose side."""
        determiners = {each.lower_ for each in children(token, "det", "nummod")}
        anybodys = token.tag_ == "NNS" and token.lemma_.lower() in words("agents.yaml", "vehicles")
        if not determiners <= _DEFINITE or (anybodys and not determiners):
            return False
        if found and found[0].via == "group":
            return not found[0].actor.known and bool(determiners)
        if any(each.via not in {"reference", "organ"} or each.first != token.i for each in found):
            return False
        return not self._owners(token, 0) and not self._located(token, 0)

    def _weighed(self, token: Token, found: list[Referent]) -> list[Referent]:
        """Whom a word most likely means, where that is likely enough; else what the rules found, if it is a group."""
        told = meant(token, self, [each.actor for each in found])
        if told is None:
            return [each for each in found if each.via == "group"]
        actors, sure = told
        if {each.id for each in actors} == {each.actor.id for each in found}:
            return [replace(each, sure=sure) for each in found]
        via = "reference" if token.pos_ == "PRON" or sort_of(token) != "home" else "organ"
        return [Referent(each, via, token.i, token.i, sure) for each in actors]

    def by_rule(self, token: Token, depth: int = 0) -> list[Referent]:
        """Whom the rules alone take a word for."""
        mention = self.mention(token)
        if mention is not None:
            return self._named(token, mention, depth)
        if token.pos_ == "PRON" or token.lower_ in SPEAKING or is_each(token):
            return pronoun(token, self, depth)
        if token.pos_ not in {"NOUN", "PROPN", "NUM", "ADJ", "DET", "X", "VERB"}:
            return []
        if (sole := self._place(token) or self._named_by(token) or self._apposed_person(token)) is not None:
            return [sole, *(each for part in beside(token, sole.first, sole.last) for each in self.of(part, depth + 1))]
        summed = [replace(each, via="thing") for subject in doers(token) for each in self.of(subject, depth + 1)]
        mention = self.mention(token.head) if token.dep_ == "appos" and token.i > token.head.i and not summed else None
        mention = mention or named_before(token, self)
        if mention is not None:
            return [Referent(mention.actor, "name", mention.start, mention.end - 1)]
        pair = self.described(token) if token.lower_ in _COUNTING else []
        counted = summed or pair or self._quantified(token, depth)
        return counted or self._followers(token, depth) or self._owned(token, depth) or self.described(token)

    def _named(self, token: Token, mention: Mention, depth: int) -> list[Referent]:
        """A mention, unless it begins an organ's name ("Israel Defense Ministry"); after "in" it is where, not who."""
        if token.i >= mention.end:
            return []
        if mention.actor.kind is not ActorKind.PERSON and (person := self._bearer(token)) is not None:
            return [person]
        if mention.how == "organ" and (
            owners := [
                each for each in self._owners(token, depth) if each.first < mention.start or each.first >= mention.end
            ]
        ):
            return [
                Referent(each.actor, "organ", min(each.first, mention.start), max(each.last, mention.end - 1))
                for each in owners
            ]
        where = mention.actor.kind is ActorKind.COUNTRY and preposition(token) in _WHERE
        return [Referent(mention.actor, "place" if where else "name", mention.start, mention.end - 1)]

    def _bearer(self, token: Token) -> Referent | None:
        """As in "U.S. Envoy Tom Perriello", read as one flat name: the person bears it, whoever he serves."""
        for each in children(token, "flat"):
            mention = self.mention(each)
            if mention is not None and mention.actor.kind is ActorKind.PERSON and each.i > token.i:
                return Referent(mention.actor, "name", mention.start, mention.end - 1)
        return None

    def _place(self, token: Token) -> Referent | None:
        """As in "shelled Kharkiv": the country of a town or region, which never acts by that name."""
        found = place_of(token) if token.pos_ == "PROPN" and token.dep_ != "flat" else None
        if found is None or (actor := self.cast.register.get(found[0])) is None:
            return None
        inside = range(found[1], found[2] + 1)
        longer = any(each.i not in inside for each in children(token, "flat", "compound"))
        if longer or any(i in self._mention_of for i in inside):
            return None
        return Referent(actor, "place", found[1], found[2])

    def _named_by(self, token: Token) -> Referent | None:
        """As in "the militant group Hamas", "President Assad": the name decides."""
        end = token.i + 1
        if token.lemma_.lower() in offices():
            end = title_end(token.doc.lowered, token.i, joined=token.text[0].isupper())
        following = self._mention_of.get(end)
        if following is not None and following.start == end and following.actor.kind is ActorKind.PERSON:
            return Referent(following.actor, "name", following.start, following.end - 1)
        for each in children(token, *_NAMED_BY):
            mention = self.mention(each)
            if mention is None and (each.dep_ == "appos" or (each.i > token.i and children(each, "flat"))):
                mention = next((m for part in children(each, "flat") if (m := self.mention(part)) is not None), None)
            if (
                mention is None
                or (each.dep_ in {"compound", "nmod", "nmod:desc"} and each.i < token.i)
                or (each.dep_ == "nmod" and preposition(each))
            ):
                continue
            if mention.how == "demonym" or (mention.actor.kind is ActorKind.COUNTRY and each.dep_ != "appos"):
                continue
            return Referent(mention.actor, "name", mention.start, mention.end - 1)
        return None

    def _apposed_person(self, token: Token) -> Referent | None:
        """As in "the commander of the forces in Syria, Alexander Tchaikov".

        An office is held by the person apposed in its phrase.
        """
        if token.lemma_.lower() not in offices():
            return None
        for each in _phrase(token):
            beside = each.dep_ == "appos" or (each.dep_ == "conj" and child(each, "cc") is None)
            mention = self.mention(each) if beside and each.i > token.i else None
            if mention is not None and mention.actor.kind is ActorKind.PERSON:
                return Referent(mention.actor, "name", mention.start, mention.end - 1)
        return None

    def _quantified(self, token: Token, depth: int) -> list[Referent]:
        """As in "dozens of Israeli soldiers", "members of Hezbollah", "both of them"."""
        if (before := listed(token, self)) is not None:
            return self.of(before, depth + 1)
        if token.lemma_.lower() not in words("quantities.yaml", "quantities") and token.pos_ not in {"NUM", "DET"}:
            return []
        return [
            each
            for inner in children(token, "nmod")
            if preposition(inner) in {"of", "from"}
            for each in self.of(inner, depth + 1)
        ]

    def _followers(self, token: Token, depth: int) -> list[Referent]:
        """As in "Burhan's men", "Hemedti's fighters": whom their leader leads."""
        if token.lower_ not in words("agents.yaml", "following"):
            return []
        return followers(token, self._owners(token, depth), self)

    def _owned(self, token: Token, depth: int) -> list[Referent]:
        lemma, lower = token.lemma_.lower(), token.lower_
        owners = self._owners(token, depth)
        if lemma == "counterpart" and token.tag_ == "NNS":
            owners = [each for each in owners if each.via != "reference"] or self._located(token, depth)
        if lemma in words("agents.yaml", "kin") and token.tag_ != "NNS":
            return kin_of(token, owners, self)
        if is_sided(token) or siding_from(token, owners, self) is not None:
            return group(token, owners or self._located(token, depth), ActorKind.PEOPLE, self)
        if is_agent(lower, lemma, "state") or (lemma in offices() and not are_people(lower, lemma)):
            return self._serving(token, owners or self._located(token, depth))
        if is_agent(lower, lemma, "people"):
            return [
                Referent(each.actor, "people", min(each.first, token.i), max(each.last, token.i))
                for each in owners or self._located(token, depth)
            ] or nameless(token, ActorKind.PEOPLE, self)
        return self._grouped(token, owners, depth)

    def _grouped(self, token: Token, owners: list[Referent], depth: int) -> list[Referent]:
        """A body without a name, the group of people that a noun names, or whose the thing is."""
        lemma, lower = token.lemma_.lower(), token.lower_
        if not owners and (body := unnamed_body(token, self)) is not None:
            return [body]
        for part, kind in (("armed", ActorKind.ARMED_GROUP), ("groups", ActorKind.PEOPLE)):
            if is_agent(lower, lemma, part):
                return group(token, owners or self._located(token, depth), kind, self)
        via = "place" if is_agent(lower, lemma, "place") else "thing"
        if not owners and is_act(token) and token.dep_ not in SUBJECTS:
            owners = [each for bearer in bearers(token) if bearer != token for each in self.of(bearer, depth + 1)]
        return [Referent(each.actor, via, min(each.first, token.i), max(each.last, token.i)) for each in owners]

    def _serving(self, token: Token, owners: list[Referent]) -> list[Referent]:
        """As in "French officials", "his army": who acts for somebody, or holds his office."""
        if not owners:
            return self._remembered(token)
        if (holder := holder_of(token, owners, self)) is not None:
            return [holder]
        owners = [self._at_home(each, token.lemma_.lower()) for each in owners]
        return [Referent(each.actor, "organ", min(each.first, token.i), max(each.last, token.i)) for each in owners]

    def _at_home(self, owner: Referent, lemma: str) -> Referent:
        """As in "his country", "their army": of a person, the country is meant; so it is of the government and the
        army of a person who is known to lead a state.
        """
        person, pronoun = owner.actor, owner.via == "reference"
        if person.kind is not ActorKind.PERSON or not person.country:
            return owner
        governs = lemma in GOVERNMENTS or lemma in words("agents.yaml", "forces")
        if not (pronoun or lemma in _HOMES or (governs and self.cast.leads(person))):
            return owner
        home = self.cast.register.get(person.country)
        return replace(owner, actor=home) if home is not None else owner

    def _owners(self, token: Token, depth: int) -> list[Referent]:
        found: list[Referent] = []
        for each in token.children:
            if each.dep_ in _OWNED and (
                each.i < token.i
                or (each.dep_ == "nmod" and preposition(each) in joined_by(token))
                or each.dep_ == "flat"
            ):
                if each.pos_ == "PRON" and each.dep_ != "nmod:poss":
                    continue
                found += self._modifier(each, depth)
        return list({each.actor.id: each for each in reversed(found)}.values())[::-1]

    def _modifier(self, token: Token, depth: int) -> list[Referent]:
        """The actors of a modifier; a participle in between ("Iranian-backed") does not make an owner."""
        if token.pos_ == "VERB":
            return []
        if token.dep_ == "compound" and token.pos_ == "NOUN" and sort_of(token) == "home":
            return self.of(token, depth + 1)
        if self.mention(token) is None and token.dep_ not in {"nmod:poss", "nmod"}:
            return self._owners(token, depth + 1) if token.dep_ == "compound" and depth < _DEPTH else []
        return self.of(token, depth + 1)

    def _located(self, token: Token, depth: int) -> list[Referent]:
        """As in "rebels in the Ivory Coast", "security forces in Guinea", "gunmen from Boko Haram"."""
        near = children(token, "nmod")
        following = after(token)
        # "A diplomat in Vienna" is seldom an Austrian.
        joined = {"of", "from"} if token.lemma_.lower() in words("agents.yaml", "abroad") else {"in", "of", "from"}
        return [
            each
            for part in (*near, *([following] if following is not None and following not in near else []))
            if preposition(part) in joined
            for each in self.of(part, depth + 1)
            if each.actor.kind in {ActorKind.COUNTRY, ActorKind.ARMED_GROUP}
        ]

    def described(self, token: Token) -> list[Referent]:
        """Who was spoken of before and is meant by a description: "the group", "both countries"."""
        for named in (parties(taken_together(token), self.discourse), *self.discourse.listed.values()):
            if all_of(token, len(named)):
                return [Referent(each, "reference", token.i, token.i) for each in named]
        if not self._definite(token):
            return []
        actor = self.discourse.described(token.lower_)
        return [Referent(actor, "reference", token.i, token.i)] if actor else []

    def _definite(self, token: Token) -> bool:
        """Whether a phrase can mean somebody spoken of before: "the group", "the African bloc"; no name is in it."""
        if not any(each.lower_ in {"the", "this", "that"} for each in children(token, "det")):
            return False
        if children(token, "acl:relcl", "appos", "acl") or any(preposition(each) for each in children(token, "nmod")):
            return False
        inside = [each for each in token.subtree if each.i < token.i]
        return not any(
            self.mention(each) is not None or each.lower_ in words("descriptions.yaml", "others") for each in inside
        )

    def _remembered(self, token: Token) -> list[Referent]:
        """Whose "the ministry" or "the army" is that was spoken of before, or of the one country of the document."""
        last = token.lower_.rsplit(maxsplit=1)[-1]
        issuer = self.discourse.issuer
        if issuer is not None and token.text[:1].isupper() and last in words("agents.yaml", "issuing"):
            own = self.discourse.serving(issuer, last) if last == "minister" else None
            return [Referent(own or issuer, "name" if own else "organ", token.i, token.i)]
        actor = self.discourse.organs.get(last) if self._definite(token) else None
        if actor is None and last in words("agents.yaml", "home") and len(self.cast.countries) == 1:
            bare = not any(each.dep_ in _TELLING for each in token.children)
            actor = self.cast.register.get(*self.cast.countries) if bare or self._definite(token) else None
        return [Referent(actor, "organ", token.i, token.i)] if actor else []


def _phrase(noun: Token) -> Iterator[Token]:
    """A noun and what belongs to its phrase, without the clauses on it, and without "whose son"."""
    yield noun
    for each in noun.children:
        if each.dep_ not in _CLAUSES and not any(part.lower_ == "whose" for part in each.children):
            yield from _phrase(each)


def main_subjects(view: Referents) -> list[Actor]:
    """The actors that are the subject of a sentence's main clause."""
    roots = [token for token in view.sentence.doc if token.head == token]
    subjects = [subject for root in roots for subject in children(root, *SUBJECTS, *PASSIVE_SUBJECTS)]
    return [each.actor for subject in subjects for each in view.of(subject) if each.via in ACTING]
