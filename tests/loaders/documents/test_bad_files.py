"""Files that cannot be read: each a one-line error that says what to do, and the batch goes on."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.errors import DocumentError
from graph.model import Document
from loaders.documents import MAX_BYTES, find_articles, read_documents


def holding(data: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data)


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"Iran met Iraq. ")
        file.truncate(50_000_000)


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (lambda _: None, "no such file"),
    "folder": (lambda path: path.mkdir(), "no articles in it"),
    "empty": (holding(b""), "the file is empty"),
    "blank": (holding(b" \n\t\n"), "the file is empty"),
    "binary": (holding(b"\x7fELF\x02\x01\x01\x00\x00"), "binary, not text"),
    "pdf": (holding(b"%PDF-1.7\n\xe2\xe3\xcf\xd3"), "pdftotext"),
    "office": (holding(b"PK\x03\x04\x14\x00"), "office file"),
    "gzip": (holding(b"\x1f\x8b\x08\x00"), "gunzip"),
    "latin-1": (holding("Le président".encode("latin-1")), "not UTF-8 (byte 0xE9 at offset 5): convert it first"),
    "utf-32": (holding("Iran met Iraq.".encode("utf-32")), "UTF-32, not text"),
    "half utf-16": (holding("Iran".encode("utf-16") + b"x"), "not UTF-16"),
    "long": (huge, "over 5 MB"),
    "only front matter": (holding(b"---\ntitle: x\n---\n"), "no text below the front matter"),
    "pipe": (os.mkfifo, "not a regular file"),
    "link to nothing": (lambda path: path.symlink_to("nowhere"), "no such file"),
    "link to itself": (lambda path: path.symlink_to(path.name), "cannot be read"),
}


@pytest.mark.parametrize("kind", BAD)
def test_one_line_that_says_what_to_do(tmp_path: Path, kind: str) -> None:
    make, problem = BAD[kind]
    bad, good = tmp_path / "bad.txt", tmp_path / "good.txt"
    make(bad)
    good.write_text("Iran met Iraq.", encoding="utf-8")
    error, document = read_documents([bad, good])
    assert isinstance(error, DocumentError)
    assert str(error).startswith(f"{bad}: ")
    assert problem in str(error)
    assert error.remedy
    assert "\n" not in str(error)
    assert isinstance(document, Document)


def test_unreadable_file(tmp_path: Path) -> None:
    (error,) = read_documents([tmp_path / ("x" * 300)])
    assert "cannot be read (File name too long)" in str(error)


def test_long_file_is_not_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    huge(tmp_path / "long.txt")
    monkeypatch.setattr("loaders.documents._read.decode", None)
    (error,) = read_documents([tmp_path / "long.txt"])
    assert f"over {MAX_BYTES // 1_000_000} MB" in str(error)


def test_folder_is_walked_in_order(tmp_path: Path) -> None:
    names = ["b/2.md", "b/1.jsonl", "a.TXT", "c.htm", "d.html", "note.pdf", ".hidden.txt", ".git/x.txt", "a.json"]
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    found = find_articles([tmp_path / "c.htm", tmp_path, tmp_path / "missing"])
    assert [str(path.relative_to(tmp_path)) for path in found] == [
        *("c.htm", "a.TXT", "b/1.jsonl", "b/2.md", "d.html", "missing")
    ]


def test_folder_that_links_to_itself_ends(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "a.txt").touch()
    assert find_articles([tmp_path]) == [tmp_path / "a.txt"]


def test_name_that_is_not_utf_8_becomes_text(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_bytes(b"Iran met Iraq.")
    (found,) = read_documents([path])
    assert isinstance(found, Document)
    assert found.name == "caf\ufffd"
