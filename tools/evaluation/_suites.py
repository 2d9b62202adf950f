"""What the reader is scored on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from tools.evaluation._events import score_events
from tools.evaluation._reading import Record, claims
from tools.score import Score, read_lines, score

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold"
SHARED = ROOT.parent / "shared" / "evaluation"
FICTION = GOLD / "fiction.yaml"

# Name, file, and whether the texts were looked at while the reader was made.
_CLAIMS = (
    ("own articles, unseen", GOLD / "scored" / "articles.jsonl", False),
    ("own sentences, unseen", GOLD / "scored" / "challenge.jsonl", False),
    ("off topic, unseen", GOLD / "scored" / "off_topic.jsonl", False),
    ("own articles, trained on", GOLD / "training" / "articles.jsonl", True),
    ("own sentences, trained on", GOLD / "training" / "challenge.jsonl", True),
    ("off topic, trained on", GOLD / "training" / "off_topic.jsonl", True),
    ("first articles", GOLD / "articles.jsonl", True),
    ("first sentences", GOLD / "challenge.jsonl", True),
    ("the sample article", SHARED / "russia-tells-israel.jsonl", True),
)
_EVENTS = (
    ("PLOVER records", SHARED / "plover_gsr_dev.jsonl", ()),
    ("PETRARCH records", SHARED / "petrarch_gsr_dev.jsonl", ()),
    ("invented countries", SHARED / "petrarch_units_dev.jsonl", (FICTION,)),
)


@dataclass(frozen=True)
class Result:
    """The figures of one suite by name, from 0 to 1 or counts; `tags` has recall by phenomenon as (found, required)."""

    suite: str
    seen: bool
    figures: dict[str, float]
    tags: dict[str, list[int]] = field(default_factory=dict[str, list[int]])


def claim_results() -> Iterator[Result]:
    """Gold claims: precision and recall of asserted edges; status, hedge, claimant, date and place of those
    found.
    """
    for name, path, seen in _CLAIMS:
        if path.is_file():
            gold = read_lines(path)
            total = score(gold, claims(gold))
            yield Result(name, seen, _figures(total, gold), dict(sorted(total.tags.items())))


def event_results() -> Iterator[Result]:
    """Event records: pairs found, and of those the type and polarity that are right; edges where there is no event."""
    for name, path, actors in _EVENTS:
        if path.is_file():
            gold = read_lines(path)
            total = score_events(gold, claims(gold, actors), _codes(actors))
            figures = {
                "pairs": total.counts["pairs"],
                "found": total.share("found", "pairs"),
                "type": total.share("typed", "found"),
                "polarity": total.share("sided", "found"),
                "texts without event": total.counts["empty"],
                "edges in those": total.counts["edges where none"],
            }
            yield Result(name, True, figures)


def _figures(total: Score, gold: list[Record]) -> dict[str, float]:
    words = sum(len(document["text"].split()) for document in gold)
    return {
        "documents": len(gold),
        "precision": total.precision,
        "recall": total.recall,
        "status": total.rate("status right", "matched"),
        "hedge": total.rate("hedge right", "matched"),
        "claimant": total.rate("claimant right", "claimants"),
        "date right": total.rate("dates given right", "dates given"),
        "date found": total.rate("dates told found", "dates told"),
        "place right": total.rate("places given right", "places given"),
        "place found": total.rate("places told found", "places told"),
        "verbatim": total.rate("quotes verbatim", "quotes"),
        "wrong per 1,000 words": 1000 * (total.counts["asserted"] - total.counts["asserted right"]) / words,
    }


def _codes(actors: tuple[Path, ...]) -> dict[str, str]:
    rows = [row for path in actors for row in yaml.safe_load(path.read_text("utf-8"))["actors"]]
    return {row["codes"]["cameo"]: row["id"] for row in rows if "codes" in row}
