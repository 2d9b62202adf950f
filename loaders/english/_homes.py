"""How much speaks for each state that a text is of it, whose ministers it names without saying whose."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field

# What speaks for a state that the text does not name, and how far ahead of the next the state of a text is.
_UNNAMED, _AHEAD = 0.3, 0.12
# The place of an office says so much less.
_PLACES = 4


@dataclass(frozen=True, slots=True)
class Homes:
    """How much speaks for each state, by id, in a whole text."""

    scores: dict[str, float] = field(default_factory=dict[str, float])

    def likeliest(self, here: dict[str, float], without: Container[str] = ()) -> str | None:
        """The state that is clearly ahead, with what the place of an office says, from 0 to 1; "" stands for no state.

        Those in `without` it cannot be.

        >>> Homes({"belize": 0.8, "guatemala": 0.4}).likeliest({"belize": 0.6, "guatemala": 0.2, "": 0.2})
        'belize'
        """
        totals = {"": _UNNAMED, **self.scores}
        totals = {key: score + here.get(key, 0.0) / _PLACES for key, score in totals.items() if key not in without}
        first, *others = sorted(totals, key=lambda key: (-totals[key], key))
        behind = totals[others[0]] if others else 0.0
        return first if first and totals[first] >= behind + _AHEAD else None
