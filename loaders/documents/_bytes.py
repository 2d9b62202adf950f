"""Bytes of a file, bounded, and the text in them."""

from __future__ import annotations

import codecs
import re
import stat
from pathlib import Path
from typing import BinaryIO

from graph.errors import DocumentError

MAX_BYTES = 5_000_000
"""The longest article that is read, in bytes: about 800,000 words."""

_MAGIC = {
    b"%PDF": ("a PDF file", "turn it into text first, e.g. with `pdftotext`"),
    b"PK\x03\x04": ("a ZIP archive or an office file", "save the article as plain text"),
    b"\x1f\x8b": ("compressed", "unpack it first, e.g. with `gunzip`"),
    codecs.BOM_UTF32_LE: ("UTF-32", "convert it first, e.g. `iconv -f UTF-32 -t UTF-8 OLD > NEW`"),
    b"{\\rtf": ("an RTF file", "save the article as plain text"),
}
_ICONV = "convert it first, e.g. `iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW`"
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?((?:windows|iso|koi8|gb|big5|euc|shift)[\w-]{0,20})", re.I)
_BYTE_ORDER_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def open_regular(path: Path) -> BinaryIO:
    """The file, open for reading bytes; a `DocumentError` where it is missing or no regular file."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise DocumentError(path, "no articles in it", remedy="a folder needs .txt, .md, .html or .jsonl files")
        if not stat.S_ISREG(mode):
            raise DocumentError(path, "not a regular file", remedy="name a file or a folder of files")
        return path.open("rb")
    except FileNotFoundError:
        raise DocumentError(path, "no such file", remedy="check the spelling of its name") from None
    except OSError as error:
        raise DocumentError(path, f"cannot be read ({error.strerror})", remedy="check its permissions") from error


def read_bounded(file: BinaryIO, path: Path) -> bytes:
    """All bytes of an article; a `DocumentError` where there are none, or more than `MAX_BYTES`."""
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise DocumentError(path, f"over {MAX_BYTES // 1_000_000} MB, too long for one article", remedy="split it")
    if not data.strip():
        raise DocumentError(path, "the file is empty", remedy="give a file with the text of an article")
    return data


def decode(data: bytes, path: Path | str, *, html: bool = False) -> str:
    """The text of UTF-8 bytes, or of UTF-16 with a byte order mark, without that mark.

    A web page may say another encoding in its head. Raises `DocumentError` for binary data and other encodings.
    """
    for magic, (what, remedy) in _MAGIC.items():
        if data.startswith(magic):
            raise DocumentError(path, f"{what}, not text", remedy=remedy)
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS.items() if data.startswith(mark)), "utf-8")
    if encoding != "utf-16" and b"\0" in data:
        raise DocumentError(path, "binary, not text", remedy="give a text file, a web page or JSON lines")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        declared = _CHARSET.search(data[:4096]) if html else None
        if declared and _known(declared[1].decode()):
            return data.decode(declared[1].decode(), "replace")
        where = f"byte 0x{data[error.start]:02X} at offset {error.start}"
        name = "UTF-16" if encoding == "utf-16" else "UTF-8"
        raise DocumentError(path, f"not {name} ({where})", remedy=_ICONV) from None


def _known(encoding: str) -> bool:
    try:
        codecs.lookup(encoding)
    except LookupError:
        return False
    return True
