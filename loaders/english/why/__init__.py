"""How a reading came about: for every claim the frame, the actors, the weights and the words that decided it.

What the reader does is told in plain values, so that it can be printed, compared and written as JSON.
"""

from loaders.english.why._explain import explain
from loaders.english.why._types import (
    Because,
    Edge,
    Entry,
    Explanation,
    SentenceExplained,
    Slot,
    Tried,
    Weight,
    Who,
    Word,
)

__all__ = [
    "Because",
    "Edge",
    "Entry",
    "Explanation",
    "SentenceExplained",
    "Slot",
    "Tried",
    "Weight",
    "Who",
    "Word",
    "explain",
]
