from __future__ import annotations

import os
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from graph.errors import DocumentError
from graph.model import Document, document_id
from loaders.documents._bytes import decode, open_regular, read_bounded
from loaders.documents._find import find_articles
from loaders.documents._html import read_html
from loaders.documents._json_lines import read_json_lines
from loaders.documents._sidecar import read_sidecar
from loaders.documents._sniff import HEAD, Format, sniff
from loaders.documents._text import read_text


def read_documents(paths: Sequence[Path], name: str | None = None) -> Iterator[Document | DocumentError]:
    """The documents in these files and folders, in the order of `find_articles`.

    `name` is what to call the one document of a text file or web page; without it the stem of the file. Offsets into
    a text file count its characters as they are, after a byte order mark; into a web page, those of the article
    found in it.
    """
    for path in find_articles(paths):
        try:
            with open_regular(path) as file:
                yield from _documents(file, path, name)
        except DocumentError as error:
            yield error
        except OSError as error:
            yield DocumentError(path, f"cannot be read ({error.strerror})", remedy="check the disk it is on")


def _documents(file: BinaryIO, path: Path, name: str | None) -> Iterator[Document | DocumentError]:
    kind = sniff(file.read(HEAD), path)
    file.seek(0)
    if kind is not Format.JSON_LINES:
        yield _single(file, path, kind, name or path.stem)
    elif name is not None:
        raise DocumentError(path, "its articles have ids of their own", remedy="leave out the id")
    else:
        yield from read_json_lines(_utf8(file, path), str(path))


def _utf8(file: BinaryIO, path: Path) -> BinaryIO:
    if file.read(2) in {BOM_UTF16_LE, BOM_UTF16_BE}:
        file.seek(0)
        return BytesIO(decode(read_bounded(file, path), path).encode("utf-8", "surrogatepass"))
    file.seek(0)
    return file


def _single(file: BinaryIO, path: Path, kind: Format, name: str) -> Document:
    html = kind is Format.HTML
    page = decode(read_bounded(file, path), path, html=html)
    text, found = read_html(page, path) if html else read_text(page, path)
    known = read_sidecar(path).over(found)
    return Document(
        id=document_id(text),
        name=os.fsencode(name).decode("utf-8", "replace"),
        text=text,
        title=known.title,
        url=known.url,
        outlet=known.outlet,
        author=known.author,
        published=known.published,
        loader=kind.value,
    )
