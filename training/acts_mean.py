"""The mean of the weights of two trainings of the network of acts, of which one went on from the other.

    python -m training.acts_mean BEFORE AFTER OUT

Such a mean is often as good on old and new items as the better of the two (Wortsman et al. 2022, "Model soups").
"""

from __future__ import annotations

import argparse
from pathlib import Path

from safetensors.torch import load_file, save_file

from training.train import packed, unpacked


def mean(before: Path, after: Path, out: Path) -> None:
    """Writes the mean of every value; a ValueError where the two are of different networks."""
    left, right = unpacked(load_file(before)), unpacked(load_file(after))
    if left.keys() != right.keys():
        raise ValueError(f"{before} and {after} are of different networks: they have other layers")
    save_file(packed({name: (left[name].float() + right[name].float()) / 2 for name in left}), out)


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    mean(options.before, options.after, options.out)


if __name__ == "__main__":
    main()
