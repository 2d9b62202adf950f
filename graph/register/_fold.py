from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_SIGNS = {
    **dict.fromkeys("\u2018\u2019\u201b\u02bb\u02bc\u02b9\u0060\u00b4", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'),
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\t\n\r", " "),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
}
# Letters with a stroke and the dotless i have no decomposition in Unicode.
_STROKES = dict(zip("øØłŁđĐıħĦ", "oOlLdDihH", strict=True))
_PLAINER = re.compile("[`\t\n\r]")
_UNSEEN = re.compile("[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]")


class _Table(dict[int, str]):
    """For `str.translate`: one character for one, worked out when a character is first met."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        base = unicodedata.normalize("NFD", sign)[0] if code >= 0x80 else sign  # noqa: PLR2004
        self[code] = plain = base if base.isascii() and base.isalpha() else sign
        return plain


_TABLE = _Table({ord(sign): plain for sign, plain in (_SIGNS | _STROKES).items()})


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as the index sees it, and the way back to the text as given."""

    text: str
    positions: tuple[int, ...] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the text as given that a span of the folded text stands for."""
        if self.positions is None:
            return start, end
        return self.positions[start], self.positions[end]


def fold(text: str) -> Folded:
    """The text with plain quotes, blanks, hyphens and letters.

    Every character becomes one character; combining marks, soft hyphens and zero-width characters are left out and
    counted to the character before them.

    >>> fold("Côte d’Ivoire").text
    "Cote d'Ivoire"
    """
    if text.isascii() and not _PLAINER.search(text):
        return Folded(text, None)
    plain = text.translate(_TABLE)
    if not _UNSEEN.search(plain):
        return Folded(plain, None)
    kept = [index for index, sign in enumerate(plain) if not _UNSEEN.match(sign)]
    return Folded("".join(plain[index] for index in kept), (*kept, len(text)))
