from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import yaml

from graph.errors import InputError
from graph.model import ActorKind

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_HEAD = "# Decisions about actors; the last one about a pair counts. `verdict`: same, different or unsure.\n"
_FIELDS = ("verdict", "keep", "other", "name", "kind", "keep_name", "keep_kind")


class Verdict(StrEnum):
    """Whether two actors are one."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict on two actors by their ids.

    Of the same, `keep` is the one that stays; `name` and `kind` are those of `other`, so that it can come back, and
    `keep_name` and `keep_kind` those of `keep` where the register does not know it.
    """

    verdict: Verdict
    keep: str
    other: str
    name: str = ""
    kind: str = ""
    keep_name: str = ""
    keep_kind: str = ""

    @property
    def pair(self) -> frozenset[str]:
        """The two ids, in no order."""
        return frozenset({self.keep, self.other})


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions of a file, in its order."""

    made: tuple[Decision, ...] = ()

    @classmethod
    def load(cls, path: Path) -> Decisions:
        """The decisions of a file, none where there is no file; raises InputError where it says something else."""
        if not path.exists():
            return cls()
        try:
            raw = yaml.load(path.read_text(encoding="utf-8"), _Loader)  # noqa: S506 - the base loader makes no objects
        except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
            reason = " ".join(str(error).split())[:200]
            raise InputError(f"{path}: no file of decisions ({reason})", remedy="correct it, or move it away") from None
        listed = raw if isinstance(raw, list) else [raw] if raw else []
        return cls(tuple(_decision(path, number, each) for number, each in enumerate(listed, 1)))

    def text(self) -> str:
        """The decisions as a file."""
        rows = [{key: value for key, value in _row(each).items() if value} for each in self.made]
        return _HEAD + yaml.safe_dump(rows, allow_unicode=True, sort_keys=False, width=120)

    def with_(self, new: Decision) -> Decisions:
        """The decisions with another one, which takes the place of an earlier one about the same pair."""
        return Decisions((*(each for each in self.made if each.pair != new.pair), new))

    def about(self, one: str, other: str) -> Decision | None:
        """What was decided about two actors."""
        return next((each for each in self.made if each.pair == {one, other}), None)

    def kept(self) -> Mapping[str, str]:
        """For each actor that was joined to another, the one that stays at the end of the chain."""
        step = {each.other: each.keep for each in self.made if each.verdict is Verdict.SAME}
        found: dict[str, str] = {}
        for ident in step:
            end, seen = ident, {ident}
            while end in step and step[end] not in seen:
                end = step[end]
                seen.add(end)
            found[ident] = end
        return found


def _row(decision: Decision) -> dict[str, str]:
    return {key: str(getattr(decision, key)) for key in _FIELDS}


def _decision(path: Path, number: int, raw: object) -> Decision:
    problem = f"{path}, decision {number}"
    if not isinstance(raw, dict) or not {"verdict", "keep", "other"} <= raw.keys() <= set(_FIELDS):
        raise InputError(f"{problem}: expected verdict, keep and other", remedy="correct it, or move the file away")
    texts = {str(key): value for key, value in raw.items()}
    kinds = {"", *ActorKind}
    known = {texts.get("kind", ""), texts.get("keep_kind", "")} <= kinds
    if texts["verdict"] not in list(Verdict) or not known or texts["keep"] == texts["other"]:
        raise InputError(f"{problem}: expected same, different or unsure of two actors", remedy="correct it")
    if not all(isinstance(value, str) for value in texts.values()):
        raise InputError(f"{problem}: expected texts", remedy="correct it")
    return Decision(**{**texts, "verdict": Verdict(texts["verdict"])})
