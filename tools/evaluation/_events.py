"""Event records in the manner of PLOVER: who acted on whom by code, and the type of the act.

A record marks pairs of actors by CAMEO actor codes ("USAGOV") or the words of the text. A pair is found where a claim
holds between
the two that is asserted, planned or negated, its type right where one such claim is of the PLOVER type, its polarity
where one is
on the same side. What is planned counts as its type or as AGREE or THREATEN, what is negated as REJECT.
Records without any event show asserted claims too many.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from graph.relations import relation, relations

Record: TypeAlias = dict[str, Any]

_NO_COUNTRY = frozenset({"IGO", "IMG", "NGO", "NGM", "MNC", "UIS", "INT", "---", "###"})
# A change of wording between codebooks: an invasion is OCCUPIES here, a lifted blockade CONCEDES_TO.
_ALSO = {("ASSAULT", "OCCUPIES"), ("RETREAT", "CONCEDES_TO"), ("REQUEST", "URGES"), ("THREATEN", "WARNS")}
# URGES has no type of its own, but may be a REQUEST.
_TYPED = {name for name, each in relations().items() if each.plover} | {name for _, name in _ALSO}


@dataclass
class EventScore:
    """Counts by name, and a line for every pair that was missed or has another type."""

    counts: Counter[str] = field(default_factory=Counter[str])
    shown: list[str] = field(default_factory=list[str])

    def share(self, part: str, whole: str) -> float:
        """One count as a share of another; not a number where there is nothing to share."""
        return self.counts[part] / self.counts[whole] if self.counts[whole] else float("nan")


def score_events(gold: Iterable[Record], claims: Iterable[Record], codes: dict[str, str] | None = None) -> EventScore:
    """Compares claims with event records; `codes` gives the ids of actors that are no real countries."""
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for claim in claims:
        if claim["status"] in {"asserted", "planned", "negated"} and claim["relation"] in _TYPED:
            found[claim["document"]].append(claim)
    total = EventScore()
    for document in gold:
        own = found[document["id"]]
        total.counts["edges"] += len(own)
        if not document["events"]:
            total.counts["empty"] += 1
            asserted = [claim for claim in own if claim["status"] == "asserted"]
            total.counts["edges where none"] += len(asserted)
            total.shown += [f"NONE   {document['id']}: {_edge(claim)}" for claim in asserted]
        for event in _once(document["events"]):
            _event(total, document, event, own, codes or {})
    return total


def _once(events: list[Record]) -> list[Record]:
    """Each pair of a reciprocal event once."""
    seen: set[frozenset[str]] = set()
    kept = []
    for each in events:
        pair = frozenset({str(each["source"]), str(each["target"])})
        if not (each["reciprocal"] and pair in seen):
            kept.append(each)
        seen.add(pair)
    return [each for each in kept if each["source"] and each["target"] and each["plover"]]


def _event(total: EventScore, document: Record, event: Record, claims: list[Record], codes: dict[str, str]) -> None:
    pairs = [claim for claim in claims if _joins(claim, event, codes)]
    typed = [claim for claim in pairs if _type(claim, event)]
    quad = event["quad"] or ""
    sided = [claim for claim in pairs if _side(claim) in {"", quad[-1:]}]
    total.counts.update(pairs=1, found=bool(pairs), typed=bool(typed), sided=bool(sided))
    wanted = f"{event['source']} {event['plover']} {event['target']}"
    if not pairs:
        others = "; ".join(map(_edge, claims))
        total.shown.append(f"MISSED {document['id']}: {wanted} | {document['text'][:300]} | {others}")
    elif not typed:
        total.shown.append(
            f"TYPE   {document['id']}: {wanted} | {document['text'][:300]} | {'; '.join(map(_edge, pairs))}"
        )


def _type(claim: Record, event: Record) -> bool:
    return event["plover"] in _plover(claim) or (event["plover"], claim["relation"]) in _ALSO


def _plover(claim: Record) -> set[str]:
    """The PLOVER types that a claim can be: its own, or what its status makes of it; projects differ in that."""
    own = {relation(claim["relation"]).plover or ""}
    if claim["status"] == "negated":
        return {"REJECT"}
    if claim["status"] == "planned":
        return own | {{"C": "AGREE", "K": "THREATEN"}.get(_own_side(claim), "")}
    return own


def _side(claim: Record) -> str:
    """C for cooperation, K for conflict, nothing for neither."""
    return "K" if claim["status"] == "negated" else _own_side(claim)


def _own_side(claim: Record) -> str:
    return {"cooperation": "C", "conflict": "K"}.get(relation(claim["relation"]).polarity.value, "")


def _joins(claim: Record, event: Record, codes: dict[str, str]) -> bool:
    ends = (claim["source"], claim["target"])
    either = event["reciprocal"] or relation(claim["relation"]).symmetric
    ways = (ends, ends[::-1]) if either else (ends,)
    return any(
        _is(left, event["source"], event["source_text"], codes)
        and _is(right, event["target"], event["target_text"], codes)
        for left, right in ways
    )


def _is(actor: Record, code: str, text: str | None, codes: dict[str, str]) -> bool:
    if code[:3] in codes:
        return codes[code[:3]] in {actor["id"], actor.get("country")}
    if code[:3] not in _NO_COUNTRY and actor.get("country") == code[:3]:
        return True
    return bool(text) and bool(_names(actor["name"]) & _names(text or ""))


def _names(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text) if word[0].isupper() and len(word) > 1}


def _edge(claim: Record) -> str:
    return f"{claim['source']['name']} {claim['relation']} {claim['target']['name']}"
