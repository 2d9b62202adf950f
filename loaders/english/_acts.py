"""The network of acts: for two actors of a sentence, how likely each relation is, and which word says so.

It judges what the frames find, and finds acts for whose words there is no frame. It is one more head over the states
that the parser's network has for the words. `training/acts` holds the sentences that it has learned from,
`training/README.md` the recipe.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from importlib.resources import files
from itertools import permutations
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from graph.relations import relation
from loaders.english._encoding import Encoded, batches, filled, stacked
from loaders.english._onnx import session_soon
from loaders.english._sentence import Likely, Pair

Pairs: TypeAlias = dict[Pair, Likely]

# Stands, as the second of a pair, for somebody whom the sentence does not name.
UNSAID = -1
_MOST_PAIRS = 90
_LEAST = 0.01
_ENDS = (("source", 0), ("target", 1))
FOLDER = Path(str(files("loaders.english").joinpath("pipeline")))


class Acts:
    """The network of `acts.onnx` with the names in `codes.json` beside it; loaded in the background."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opened = session_soon(folder / "acts.onnx")

    def between(self, sentences: Sequence[tuple[Encoded, Sequence[int]]]) -> list[Pairs]:
        """For each sentence, given with the places of its actor words: every ordered pair of these, and each with
        `UNSAID`.

        Of too many pairs those are looked at whose words are the nearest. Probabilities below one in a hundred are left
        out.
        """
        pairs = [_pairs(len(sentence.row.first) - 1, actors) for sentence, actors in sentences]
        found: list[Pairs] = [{} for _ in sentences]
        asking = [i for i, each in enumerate(pairs) if each]
        for places in batches([len(sentences[i][0].row.ids) for i in asking]):
            batch = [asking[place] for place in places]
            self._tell([sentences[i][0] for i in batch], [pairs[i] for i in batch], [found[i] for i in batch])
        return found

    def _tell(self, batch: Sequence[Encoded], pairs: Sequence[Sequence[Pair]], found: Sequence[Pairs]) -> None:
        """Notes what the network says of some pairs of each sentence."""
        # Word 0 is the root, so that the words of the sentence begin at 1.
        ends = {name: filled([[pair[i] + 1 for pair in each] for each in pairs]) for name, i in _ENDS}
        words = {name: filled([getattr(each.row, name) for each in batch]) for name in ("first", "last")}
        inputs = {"states": stacked([each.states for each in batch]), **words, **ends}
        told = self._session.run(None, inputs)
        for i, asked in enumerate(pairs):
            found[i].update(zip(asked, self._likely(*(each[i, : len(asked)] for each in told)), strict=True))

    def _likely(self, scores: NDArray[Any], spots: NDArray[Any]) -> list[Likely]:
        found = [Likely({}, max(0, spot - 1)) for spot in spots.tolist()]
        pairs, names = np.nonzero(scores[:, 1:] >= _LEAST)
        shares = scores[pairs, names + 1].tolist()
        for pair, name, share in zip(pairs.tolist(), names.tolist(), shares, strict=True):
            found[pair].relations[self._relations[name]] = share
        return found

    @cached_property
    def _relations(self) -> list[str]:
        found: list[str] = json.loads((self._folder / "codes.json").read_text("utf-8"))["relations"]
        return found

    @property
    def _session(self) -> Any:  # noqa: ANN401 - onnxruntime has no types
        return self._opened()


@cache
def acts() -> Acts:
    """The trained network."""
    return Acts(FOLDER)


def at_least(pairs: Pairs, share: float) -> Iterator[tuple[int, str, int, int]]:
    """What is at least so likely: source, relation and target, and the word that says it.

    A symmetric relation comes once, and counts with the mean of both orders.
    """
    for (a, b), each in sorted(pairs.items()):
        for name in sorted(each.relations):
            if (a < b or not relation(name).symmetric) and chance(pairs, a, name, b) >= share:
                yield a, name, b, each.word


def chance(pairs: Pairs, source: int, name: str, target: int) -> float:
    """How likely a relation is; of a symmetric one the mean of both orders."""
    orders = [(source, target), (target, source)] if relation(name).symmetric else [(source, target)]
    return sum(pairs[each].relations.get(name, 0.0) for each in orders if each in pairs) / len(orders)


def _pairs(length: int, actors: Sequence[int]) -> list[Pair]:
    """The nearest pairs of actor words, and each of these with somebody who is not named."""
    known = [each for each in actors if each < length]
    found = sorted(permutations(known, 2), key=lambda pair: (abs(pair[0] - pair[1]), pair))
    return [*found[:_MOST_PAIRS], *((each, UNSAID) for each in known[:_MOST_PAIRS])]
