"""Every error that detente raises on purpose.

DetenteError                 what went wrong, and what to do; the command line prints it in one line
├── InputError               a file, address or text that cannot be used (also a ValueError)
│   ├── DocumentError        one document of a batch; the batch goes on
│   └── RegisterError        a file of actors that does not follow the schema
├── VocabularyError          a relation, polarity or kind that does not exist (also a LookupError)
├── QueryError               a query, parameter or Cypher text that cannot run
└── StoreError               the store cannot be reached or used
    ├── StoreUnavailableError    nothing answers, or it did not start in time
    ├── StoreAuthError           user or password refused
    └── StoreVersionError        made by a version that this one cannot read
"""

from __future__ import annotations

from pathlib import Path


class DetenteError(Exception):
    """Root of all errors of detente; its text says what went wrong and what to do.

    >>> str(DetenteError("no articles in news/", remedy="name a file or a folder with .txt or .html files"))
    'no articles in news/: name a file or a folder with .txt or .html files'
    """

    def __init__(self, problem: str, *, remedy: str = "") -> None:
        self.problem = problem
        self.remedy = remedy
        super().__init__(f"{problem}: {remedy}" if remedy else problem)


class InputError(DetenteError, ValueError):
    """A file, address or text that cannot be used."""


class DocumentError(InputError):
    """One document that cannot be read; names the file and, where there is one, the line.

    >>> str(DocumentError("news.jsonl", "no field 'text'", line=3))
    "news.jsonl, line 3: no field 'text'"
    """

    def __init__(self, path: str | Path, problem: str, *, line: int | None = None, remedy: str = "") -> None:
        self.path = str(path)
        self.line = line
        where = self.path if line is None else f"{self.path}, line {line}"
        super().__init__(f"{where}: {problem}", remedy=remedy)


class RegisterError(InputError):
    """A file of actors that does not follow the schema."""


class VocabularyError(DetenteError, LookupError):
    """A relation, polarity or kind that does not exist."""


class QueryError(DetenteError):
    """A query, parameter or Cypher text that cannot run."""


class StoreError(DetenteError):
    """The store cannot be reached or used."""


class StoreUnavailableError(StoreError):
    """Nothing answers at the store's address, or it did not start in time."""


class StoreAuthError(StoreError):
    """The store refused the user or the password."""


class StoreVersionError(StoreError):
    """The store was made by a version of detente, or of the engine, that cannot be used."""
