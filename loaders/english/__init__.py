"""The reader of English sentences: claims by argument frames over a Universal Dependencies parse."""

from loaders.english._reader import EnglishReader

__all__ = ["EnglishReader"]
