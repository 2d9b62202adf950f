from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from graph.errors import DocumentError
from graph.model import Document, document_id
from loaders.documents._bytes import MAX_BYTES, decode
from loaders.documents._details import details, plain

_SHAPE = 'one article a line: {"id": "a1", "text": "...", "date": "2021-01-19"}; `jq -c .` writes JSON so'


def read_json_lines(stream: BinaryIO, name: str = "standard input") -> Iterator[Document | DocumentError]:
    """The articles of a stream of JSON lines, one object a line; blank lines are passed over.

    Fields: `text`, and where known `id`, `title`, `date`, `url`, `outlet` (or `source`), `author`. `name` is what
    errors call the stream, and the document of a line without `id`, with the number of its line.
    """
    empty = True
    for number, line in enumerate(iter(lambda: stream.readline(MAX_BYTES + 1), b""), start=1):
        if len(line) > MAX_BYTES:
            problem = f"over {MAX_BYTES // 1_000_000} MB in one line, too long for one article"
            yield DocumentError(name, problem, line=number, remedy="split it; the rest of the stream was not read")
            return
        if line.strip():
            empty = False
            yield _document(line, name, number)
    if empty:
        yield DocumentError(name, "no articles in it", remedy=f"give {_SHAPE}")


def _document(line: bytes, name: str, number: int) -> Document | DocumentError:
    try:
        data = json.loads(decode(line, name))
        if not isinstance(data, dict):
            return DocumentError(name, "not a JSON object", line=number, remedy=f"give {_SHAPE}")
        return _article(data, f"{name}-{number}")
    except DocumentError as error:
        return DocumentError(name, error.problem.removeprefix(f"{name}: "), line=number, remedy=error.remedy)
    except json.JSONDecodeError as error:
        problem = f"not JSON ({error.msg}, column {error.colno})"
        return DocumentError(name, problem, line=number, remedy=f"give {_SHAPE}")
    except RecursionError:
        return DocumentError(name, "JSON nested too deep", line=number, remedy=f"give {_SHAPE}")
    except ValueError as error:
        return DocumentError(name, str(error), line=number)


def _article(data: dict[str, Any], fallback: str) -> Document:
    text = data.get("text", data.get("event_text"))
    if not isinstance(text, str) or not text.strip():
        raise ValueError("no text in field 'text'")
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise ValueError("field 'text' holds half of a surrogate pair")
    known = details(data)
    given = data.get("id")
    name = None if given is None else plain("id", given)
    return Document(
        id=document_id(text),
        name=name or fallback,
        text=text,
        title=known.title,
        url=known.url,
        outlet=known.outlet,
        author=known.author,
        published=known.published,
        loader="jsonl",
    )
