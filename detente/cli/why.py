from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente import _reading
from detente.cli._options import Actors
from detente.cli._plain import dump
from graph.errors import DocumentError, InputError

if TYPE_CHECKING:
    from graph.model import Document
    from loaders.english.why import Explanation

_STREAM = Path("-")


class ReasonFormat(StrEnum):
    """How reasons are printed."""

    TEXT = "text"
    JSON = "json"


def why(  # noqa: PLR0917 - the options of the command
    path: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE",
            help="One article; - for a text, or an article as a JSON line, on standard input.",
            show_default=False,
        ),
    ] = None,
    text: Annotated[
        str | None, typer.Option("--text", metavar="TEXT", help="A text instead of a file.", show_default=False)
    ] = None,
    claim: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Only claim N, as extract counts them.", show_default=False)
    ] = None,
    sentence: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=1,
            help="Everything about sentence N: words, tree, actors, patterns that fit or not, edges.",
            show_default=False,
        ),
    ] = None,
    article: Annotated[
        str | None, typer.Option(metavar="ID", help="Which article of a file with several.", show_default=False)
    ] = None,
    how: Annotated[ReasonFormat, typer.Option("--format", "-f", help="How to print it.")] = ReasonFormat.TEXT,
    actors: Actors = None,
) -> None:
    """Tell why each claim of an article was read, or why a sentence gives none."""
    from detente.cli._reasons import print_claims, print_sentences

    if (path is None) == (text is None):
        raise typer.BadParameter("give one article: FILE, - or --text TEXT", param_hint="FILE")
    if claim is not None and sentence is not None:
        raise typer.BadParameter("ask for a claim or for a sentence, not for both", param_hint="--sentence")
    document = _only(list(_documents(path, text)), article)
    found = _reading.open_explainer(actors or ())(document)
    _check(claim, "--claim", len(found.claims), "claims")
    _check(sentence, "--sentence", len(found.sentences), "sentences")
    if how is ReasonFormat.JSON:
        _print_json(found, claim, sentence)
    elif sentence is not None:
        print_sentences(found, [found.sentences[sentence - 1]])
    else:
        print_claims(found, found.claims if claim is None else [found.claims[claim - 1]])


def _documents(path: Path | None, text: str | None) -> Iterator[Document | DocumentError]:
    from loaders.documents import find_articles, read_documents, read_json_lines

    if text is not None:
        yield from _written(text, "--text")
    elif path == _STREAM:
        found = sys.stdin.buffer.read()
        if found.lstrip()[:1] == b"{":
            yield from read_json_lines(BytesIO(found))
        else:
            yield from _written(_decoded(found), "standard input")
    elif path is not None:
        yield from read_documents(find_articles([path]))


def _written(text: str, name: str) -> Iterator[Document | DocumentError]:
    """A text that has no file, through the same checks as an article of a stream."""
    from loaders.documents import read_json_lines

    return read_json_lines(BytesIO(json.dumps({"id": "text", "text": text}).encode()), name)


def _decoded(found: bytes) -> str:
    try:
        return found.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DocumentError("standard input", "not UTF-8 text", remedy="convert it first, e.g. with iconv") from None


def _only(found: Sequence[Document | DocumentError], article: str | None) -> Document:
    """The one article that is asked for."""
    for each in found:
        if isinstance(each, DocumentError):
            raise each
    documents = [each for each in found if not isinstance(each, DocumentError)]
    named = [each for each in documents if article in {None, each.name}]
    if len(named) == 1:
        return named[0]
    names = ", ".join(each.name for each in documents[:5]) + (", ..." if len(documents) > 5 else "")  # noqa: PLR2004
    problem = f"{len(documents)} articles" if article is None else f"{len(named)} articles are called {article!r}"
    raise InputError(problem, remedy=f"name one with --article: {names}")


def _check(number: int | None, option: str, count: int, what: str) -> None:
    if number is not None and number > count:
        raise typer.BadParameter(f"there is no {number}; the article has {count} {what}", param_hint=option)


def _print_json(found: Explanation, claim: int | None, sentence: int | None) -> None:
    from dataclasses import asdict

    if claim is not None:
        print(dump(asdict(found.claims[claim - 1]), indent=2))
    elif sentence is not None:
        print(dump(asdict(found.sentences[sentence - 1]), indent=2))
    else:
        print(dump(asdict(found), indent=2))
