from __future__ import annotations

from dataclasses import dataclass

from graph.model import Actor
from graph.register import Candidate


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a text speaks of without naming its holder, `text[start:end]`: "French president".

    `of` is the id of the state, organization or group; `holder` is the id of who held it at the date of the text, None
    where there is no date or the register does not know.
    """

    title: str
    of: str
    holder: str | None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Resolution:
    """A stretch of a text, `text[start:end]`, and whom it means.

    One candidate is who is meant; several, or one with `sure` False, stay ambiguous. `how` tells by what: a kind of
    alias ("name", "demonym", "capital", "seat", "epithet", "organ"), "surname", "title" or "office"; `why` tells what
    decided where the words alone do not.
    """

    start: int
    end: int
    candidates: tuple[Candidate, ...]
    how: str
    why: str = ""
    sure: bool = True
    office: Office | None = None

    @property
    def actor(self) -> Actor | None:
        """Who is meant; None where that stays open."""
        return self.candidates[0].actor if self.sure and len(self.candidates) == 1 else None
