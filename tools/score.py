"""Scores extracted claims against gold edges.

    detente extract article.txt --format jsonl | python tools/score.py GOLD /dev/stdin

GOLD     one document a line: {"id", "text", "tags", "edges": [...], "forbidden": [...]}, an edge
         {"source": [names], "relation": [names], "target": [names], "status", "hedged", "claimant", "required"}.
CLAIMS   one claim a line, as `detente extract --format jsonl` prints them; "start" and "end" are character offsets of
         the quote in the document's text.

Prints precision, recall and F1 over asserted edges, then how often status, hedge and claimant are right on the edges
found, how many quotes are verbatim, and how many forbidden edges came out. Where the gold has the dates and places of
its edges, it prints how many of those given are right, and how many of those told were found. Precision counts an
asserted edge as right where it matches any gold edge that is asserted (required or optional); recall counts required
asserted edges.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from graph.relations import relations

Record: TypeAlias = dict[str, Any]


@dataclass
class Score:
    """Counts by name, recall by tag as (found, required), and a line for every miss and every wrong edge."""

    counts: Counter[str] = field(default_factory=Counter[str])
    tags: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    shown: list[str] = field(default_factory=list[str])

    def rate(self, part: str, whole: str) -> float:
        """One count as a share of another; not a number where there is nothing to share."""
        return self.counts[part] / self.counts[whole] if self.counts[whole] else float("nan")

    @property
    def precision(self) -> float:
        """The share of the asserted edges that the gold has."""
        return self.rate("asserted right", "asserted")

    @property
    def recall(self) -> float:
        """The share of the required edges that were found."""
        return self.rate("required found", "required")

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def score(gold: Iterable[Record], claims: Iterable[Record], ignore: frozenset[str] = frozenset()) -> Score:
    """Compares claims with gold edges; `ignore` are relations that are not wrong where the gold has no such edge."""
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for claim in claims:
        found[claim["document"]].append(claim)
    total = Score()
    for document in gold:
        own = found.get(document["id"], [])
        _quotes(total, document, own)
        _precision(total, document, own, ignore)
        for edge in document["edges"]:
            _edge(total, document, edge, [claim for claim in own if same_edge(edge, claim)])
    return total


def _quotes(total: Score, document: Record, claims: list[Record]) -> None:
    text = document.get("text")
    for claim in claims:
        quote = claim.get("quote") or ""
        total.counts["quotes"] += 1
        total.counts["quotes verbatim"] += bool(quote) and (
            text is None or text[claim["start"] : claim["end"]] == quote
        )


def _precision(total: Score, document: Record, claims: list[Record], ignore: frozenset[str]) -> None:
    for claim in _asserted(claims):
        right = any(edge["status"] == "asserted" and same_edge(edge, claim) for edge in document["edges"])
        if not right and claim["relation"] in ignore:
            continue
        total.counts["asserted"] += 1
        total.counts["asserted right"] += right
        total.counts["forbidden hit"] += any(same_edge(edge, claim) for edge in document.get("forbidden", []))
        if not right:
            edge = f"{claim['source']['name']} {claim['relation']} {claim['target']['name']}"
            total.shown.append(f"WRONG  {document['id']}: {edge} | {claim.get('quote')}")


def _asserted(claims: list[Record]) -> Iterator[Record]:
    """Every asserted edge once."""
    seen = set()
    for claim in claims:
        edge = (name_key(claim["source"]["name"]), claim["relation"], name_key(claim["target"]["name"]))
        if claim["status"] == "asserted" and edge not in seen:
            seen.add(edge)
            yield claim


def _edge(total: Score, document: Record, edge: Record, hits: list[Record]) -> None:
    """Counts one gold edge, with the claims that match it."""
    if edge["status"] == "asserted" and edge.get("required"):
        hit = any(claim["status"] == "asserted" for claim in hits)
        total.counts["required"] += 1
        total.counts["required found"] += hit
        for tag in document.get("tags", []):
            total.tags[tag][0] += hit
            total.tags[tag][1] += 1
        if not hit:
            names = f"{edge['source'][0]} {edge['relation'][0]} {edge['target'][0]}"
            total.shown.append(f"MISSED {document['id']}: {names} | {edge.get('quote')}")
    if hits:
        _manner(total, edge, next((claim for claim in hits if claim["status"] == edge["status"]), hits[0]))
    told = [claim for claim in hits if claim["status"] == edge["status"]]
    if told and "dates" in edge:
        _when_and_where(total, "date", edge["dates"], {claim.get("date") for claim in told})
        _when_and_where(total, "place", edge["places"], {claim.get("place") for claim in told})


def _manner(total: Score, edge: Record, claim: Record) -> None:
    """Whether status, hedge and claimant of a claim are those of its gold edge."""
    total.counts["matched"] += 1
    total.counts["status right"] += claim["status"] == edge["status"]
    total.counts["hedge right"] += bool(claim.get("hedged")) == bool(edge.get("hedged"))
    if edge.get("claimant"):
        accepted = {name_key(name) for name in [edge["claimant"], *edge.get("claimant_alt", [])]}
        total.counts["claimants"] += 1
        total.counts["claimant right"] += bool(accepted & (_keys(claim.get("claimant")) or {""}))


def _when_and_where(total: Score, what: str, accepted: list[str], given: set[str | None]) -> None:
    """Whether the dates, or places, that the claims of a gold edge have are among those that its text tells."""
    answers = sorted(each for each in given if each)
    right = [each for each in answers if any(_same_answer(what, each, other) for other in accepted)]
    total.counts[f"{what}s given"] += len(answers)
    total.counts[f"{what}s given right"] += len(right)
    total.counts[f"{what}s told"] += bool(accepted)
    total.counts[f"{what}s told found"] += bool(right)


def _same_answer(what: str, given: str, accepted: str) -> bool:
    """Dates are the same to the letter; a place may have more or fewer words: "Barmal" and "Barmal district"."""
    if what == "date":
        return given == accepted
    one, other = f" {name_key(given)} ", f" {name_key(accepted)} "
    return one in other or other in one


def same_edge(edge: Record, claim: Record) -> bool:
    """Whether a claim has the ends and the relation of a gold edge, whatever its status."""
    if claim["relation"] not in edge["relation"] and "*" not in edge["relation"]:
        return False
    source, target = {name_key(name) for name in edge["source"]}, {name_key(name) for name in edge["target"]}
    there, here = _keys(claim["source"]), _keys(claim["target"])
    if source & there and target & here:
        return True
    relation = relations().get(claim["relation"])
    return relation is not None and relation.symmetric and bool(source & here and target & there)


def _keys(actor: Record | None) -> set[str]:
    return {name_key(actor.get("name")), name_key(actor.get("id"))} - {""} if actor else set()


def name_key(name: str | None) -> str:
    """A name without accents, capitals, punctuation and article."""
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", " ", re.sub(r"^the\s+", "", plain)).strip()


def report(total: Score, documents: int, *, tags: bool = False, misses: int = 0) -> Iterator[str]:
    """The lines to print."""
    counts = total.counts
    if tags:
        yield from (f"  {tag:18} {hit}/{whole}" for tag, (hit, whole) in sorted(total.tags.items()))
    yield from total.shown[:misses]
    yield (
        f"documents {documents}  required {counts['required']}  found {counts['required found']}"
        f"  asserted {counts['asserted']}  right {counts['asserted right']}"
    )
    yield f"precision {total.precision:.3f}  recall {total.recall:.3f}  F1 {total.f1:.3f}"
    yield (
        f"status {total.rate('status right', 'matched'):.3f}  hedge {total.rate('hedge right', 'matched'):.3f}"
        f"  claimant {total.rate('claimant right', 'claimants'):.3f}"
        f"  verbatim quotes {total.rate('quotes verbatim', 'quotes'):.3f}  forbidden hit {counts['forbidden hit']}"
    )
    for what in ("dates", "places"):
        if counts[f"{what} told"]:
            precision, recall = (
                total.rate(f"{what} {part}", f"{what} {whole}")
                for part, whole in (("given right", "given"), ("told found", "told"))
            )
            yield (
                f"{what}: precision {precision:.3f} of {counts[f'{what} given']}"
                f"  recall {recall:.3f} of {counts[f'{what} told']}"
            )


def read_lines(path: Path) -> list[Record]:
    """The objects of a file of JSON lines."""
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def main(arguments: list[str] | None = None) -> None:
    """Scores two files and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("claims", type=Path)
    parser.add_argument("--tags", action="store_true", help="recall by tag")
    parser.add_argument("--misses", type=int, default=0, help="show this many misses and wrong edges")
    parser.add_argument("--ignore", default="", help="relations that are not wrong where the gold has no such edge")
    options = parser.parse_args(arguments)
    gold = read_lines(options.gold)
    total = score(gold, read_lines(options.claims), frozenset(options.ignore.split(",")))
    sys.stdout.writelines(f"{line}\n" for line in report(total, len(gold), tags=options.tags, misses=options.misses))


if __name__ == "__main__":
    main()
