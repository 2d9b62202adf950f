"""Files, folders and streams of articles become documents: plain text, saved web pages, JSON lines.

A bad document is yielded as a `DocumentError`, not raised, so that a batch goes on. Nothing is fetched.
"""

from loaders.documents._bytes import MAX_BYTES
from loaders.documents._find import SUFFIXES, find_articles
from loaders.documents._json_lines import read_json_lines
from loaders.documents._read import read_documents

__all__ = ["MAX_BYTES", "SUFFIXES", "find_articles", "read_documents", "read_json_lines"]
