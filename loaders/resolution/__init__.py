"""Which actor is meant by each name in a text: the register's words, and what stands around them."""

from loaders.resolution._offices import holder
from loaders.resolution._resolution import Office, Resolution
from loaders.resolution._resolve import resolve

__all__ = ["Office", "Resolution", "holder", "resolve"]
