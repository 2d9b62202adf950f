"""Scores the shipped pipeline on a treebank file: tags, UAS and LAS on gold sentences.

python training/evaluate.py training/corpus/ewt-test.spacy training/corpus/gum-news.spacy
"""

from __future__ import annotations

import sys
from pathlib import Path

from spacy.training import Corpus

from loaders.english._pipeline import pipeline


def main(paths: list[Path]) -> None:
    """Prints one line a file, in the order given."""
    nlp = pipeline()
    for path in paths:
        scores = nlp.evaluate(list(Corpus(path)(nlp)))
        figures = (f"{name} {100 * scores[name]:.2f}" for name in ("pos_acc", "tag_acc", "dep_uas", "dep_las"))
        print(path.stem, *figures, f"{scores['speed']:.0f} words/s")


if __name__ == "__main__":
    main([Path(each) for each in sys.argv[1:]])
