"""Which of the marked items are kept from training the network, and which half of the articles one is in."""

from __future__ import annotations

from zlib import crc32

HELD = 8
# Files that are wholly kept from it, so that the linker can learn from them what its opinion is worth.
WHOLLY = frozenset({"domestic.txt", "unreal.txt"})


def held_out(source: str) -> bool:
    """Whether an item ("asia.txt:12") is kept from training the network.

    Every eighth is, whatever else is added to its file, and every one of some files.
    """
    return source.split(":", maxsplit=1)[0] in WHOLLY or crc32(source.encode()) % HELD == 0


def half(document: str) -> int:
    """In which half of the marked articles one is, 0 or 1: what one half taught is tried on the other."""
    return crc32(document.encode()) % 2
