from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

HEAD = 4096
"""How many bytes of a file tell what it is."""

_HTML = re.compile(
    rb"(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|article|main|section|div|p|h1|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_JSON = re.compile(rb'\{\s*"|\[\s*\{')


class Format(StrEnum):
    """What a file holds."""

    TEXT = "text"
    HTML = "html"
    JSON_LINES = "jsonl"


def sniff(head: bytes, path: Path) -> Format:
    """What a file is by its first bytes; its suffix only decides where they say nothing.

    >>> sniff(b"<!DOCTYPE html><html>", Path("saved.txt")).value
    'html'
    >>> sniff(b'{"id": 1, "text": "..."}', Path("saved.txt")).value
    'jsonl'
    """
    start = head.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").removeprefix(b"\xff\xfe").lstrip()
    if _HTML.match(start):
        return Format.HTML
    if _JSON.match(start):
        return Format.JSON_LINES
    suffix = path.suffix.lower()
    if suffix in {".html", ".htm", ".xhtml"}:
        return Format.HTML
    return Format.JSON_LINES if suffix in {".jsonl", ".ndjson"} else Format.TEXT
