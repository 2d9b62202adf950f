"""JSON lines: text exactly as given, ids, and errors that name the line."""

import io
import json
from pathlib import Path

import pytest

from graph.errors import DocumentError
from graph.model import Document
from loaders.documents import MAX_BYTES, read_documents, read_json_lines

TEXT = "Iran met Iraq.\r\n\u2028 “Good.” \ufeff"


def lines(*objects: object) -> bytes:
    return b"".join(json.dumps(each).encode() + b"\n" for each in objects)


def test_fields_are_taken_over() -> None:
    given = {"id": 7, "text": TEXT, "date": "2021-01-19T01:02:03Z", "title": "T", "url": "u", "source": "Wire", "x": []}
    (found,) = read_json_lines(io.BytesIO(lines(given)))
    assert isinstance(found, Document)
    assert found.text == TEXT
    assert (found.name, found.published, found.title, found.url, found.outlet) == ("7", "2021-01-19", "T", "u", "Wire")
    assert (found.author, found.loader) == (None, "jsonl")


def test_article_without_id_is_called_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(b"\n" + lines({"text": "Iran met Iraq.", "id": None, "date": None}))
    (found,) = read_documents([path])
    assert isinstance(found, Document)
    assert found.name == f"{path}-2"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_byte_order_marks(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "news.jsonl").write_text('{"id": "a", "text": "Iran met Iraq."}\n', encoding=encoding)
    (found,) = read_documents([tmp_path / "news.jsonl"])
    assert isinstance(found, Document)
    assert (found.name, found.text) == ("a", "Iran met Iraq.")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b'{"text": }', "not JSON"),
        (b"{", "not JSON"),
        (b"[1]", "not a JSON object"),
        (b'"Iran"', "not a JSON object"),
        (b'{"id": "a"}', "no text in field 'text'"),
        (b'{"text": " "}', "no text in field 'text'"),
        (b'{"text": ["Iran"]}', "no text in field 'text'"),
        (b'{"text": "Iran", "date": "soon"}', "'soon' is no date"),
        (b'{"text": "Iran", "id": {"a": 1}}', "field 'id' must be text"),
        (b'{"text": "Iran \\ud800"}', "half of a surrogate pair"),
        (b'{"text": "Iran caf\xe9"}', "not UTF-8"),
        (b"[" * 100_000, "nested too deep"),
    ],
)
def test_bad_line_is_named_and_the_rest_goes_on(line: bytes, problem: str) -> None:
    stream = io.BytesIO(lines({"id": "a", "text": "x"}) + line + b"\n" + lines({"id": "b", "text": "y"}))
    first, error, last = read_json_lines(stream, "news.jsonl")
    assert isinstance(first, Document)
    assert isinstance(error, DocumentError)
    assert isinstance(last, Document)
    assert str(error).startswith("news.jsonl, line 2: ")
    assert problem in str(error)
    assert "\n" not in str(error)


def test_empty_stream_is_an_error() -> None:
    (error,) = read_json_lines(io.BytesIO(b"\n \n"))
    assert str(error).startswith("standard input: no articles in it")


def test_endless_line_is_not_read_whole() -> None:
    stream = io.BytesIO(b'{"text": "' + b"x" * (3 * MAX_BYTES))
    (error,) = read_json_lines(stream)
    assert "line 1: over 5 MB" in str(error)
    assert stream.tell() <= MAX_BYTES + 1


def test_id_for_many_articles_is_refused(tmp_path: Path) -> None:
    (tmp_path / "news.jsonl").write_bytes(lines({"id": "a", "text": "x"}))
    (error,) = read_documents([tmp_path / "news.jsonl"], "mine")
    assert "ids of their own" in str(error)
