"""What the keeper must know of an engine."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol


class Engine(Protocol):
    """A database server in Java that speaks Bolt.

    `name` is also its folder's in the data folder. `ready` is what its log says once it answers. `patience` is how
    many seconds that may take, `ending` how many its end. `idles` tells whether it ends when nobody uses it.
    """

    @property
    def name(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def user(self) -> str: ...
    @property
    def database(self) -> str: ...
    @property
    def ready(self) -> bytes: ...
    @property
    def patience(self) -> float: ...
    @property
    def ending(self) -> float: ...
    @property
    def idles(self) -> bool: ...

    def version(self) -> str:
        """The version that is installed; raises StoreUnavailableError where none is."""
        ...

    def prepare(self, folder: Path) -> None:
        """Fetch or write what the first start needs."""
        ...

    def command(self, folder: Path, port: int) -> list[str]:
        """The command line that serves the data in `folder` over Bolt on `port` of the loopback address."""
        ...
