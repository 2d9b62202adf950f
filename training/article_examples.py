"""The sentences of marked articles as the network learns from them: their words, and what joins each two actor words.

    python -m training.article_examples OUT.jsonl training/gold/*.jsonl tests/gold/training/articles.jsonl

A line of OUT is a sentence: its words as the parser sees them, the pairs of actor words that nothing joins (`none`),
and `edges` of the gold with the pairs that may say them. `source` is the document it is of.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from graph.model import Document
from graph.register import Register
from loaders.english import EnglishReader
from tools.score import read_lines
from training.article_pairs import joined


def examples(reader: EnglishReader, gold: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """A line for each sentence of the gold in which an actor is spoken of."""
    for document in gold:
        text = Document(document["id"], "", document["text"], published=document.get("date"))
        for view in (step.view for step in reader.steps(text)):
            plain, edges = joined(view, document)
            if plain or edges:
                told = [asdict(each) for each in edges]
                words = view.sentence.doc.user_data["seen"]
                yield {"words": words, "none": plain, "edges": told, "source": document["id"]}


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("gold", type=Path, nargs="+")
    options = parser.parse_args()
    gold = [document for path in options.gold for document in read_lines(path)]
    lines = [json.dumps(each) for each in examples(EnglishReader(Register.load()), gold)]
    options.out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    print(f"{len(lines)} sentences of {len(gold)} documents")


if __name__ == "__main__":
    main()
