"""Turns a trained pipeline into the one that ships: dictionary lemmas added, weights in half precision.

    python training/export.py training/runs/news/model-best loaders/english/pipeline

The rule lemmatizer's tables come from spacy-lookups-data (a build-time package); they are stored in the pipeline.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

import numpy as np
import spacy
import srsly


def main(source: Path, target: Path) -> None:
    """Writes the pipeline of `source` to `target`, which is replaced."""
    nlp = spacy.load(source)
    nlp.add_pipe("lemmatizer", config={"mode": "rule"}).initialize()  # type: ignore[attr-defined]
    for doomed in ("license", "sources", "author", "email", "url"):
        nlp.meta.pop(doomed, None)
    nlp.meta |= {
        "name": "news_ud",
        "version": "1.0.0",
        "license": "CC BY-SA 4.0",
        "description": "Universal Dependencies pipeline trained on UD_English-EWT",
    }
    beside = target.with_name(target.name + ".new")
    nlp.to_disk(beside)
    for path in sorted(beside.glob("*/model")):
        message = srsly.msgpack_loads(path.read_bytes(), use_list=True)
        path.write_bytes(srsly.msgpack_dumps(_halved(message)))
    shutil.rmtree(target, ignore_errors=True)
    beside.rename(target)
    size = sum(path.stat().st_size for path in target.rglob("*") if path.is_file())
    print(f"{target}: {size / 1e6:.1f} MB")


def _halved(value: Any) -> Any:
    if isinstance(value, np.ndarray) and value.dtype == np.float32:
        return value.astype(np.float16)
    if isinstance(value, dict):
        return {key: _halved(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_halved(each) for each in value]
    return value


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
