"""The mean of the weights of several trainings of the network of acts that went on from the same one.

    python -m training.acts_mean OUT WEIGHTS...

Such a mean is often as good as the best of them, or better (Wortsman et al. 2022, "Model soups").
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from safetensors.torch import load_file, save_file

from training.train import packed, unpacked


def mean(weights: Sequence[Path], out: Path) -> None:
    """Writes the mean of every value; a ValueError where the files are of different networks."""
    found = [unpacked(load_file(path)) for path in weights]
    for path, each in zip(weights, found, strict=True):
        if each.keys() != found[0].keys():
            raise ValueError(f"{weights[0]} and {path} are of different networks: they have other layers")
    save_file(packed({name: sum(each[name] for each in found) / len(found) for name in found[0]}), out)


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("weights", type=Path, nargs="+")
    options = parser.parse_args()
    mean(options.weights, options.out)


if __name__ == "__main__":
    main()
