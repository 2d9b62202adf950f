from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

Place = tuple[str | int, ...]

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_QID = re.compile(r"Q[1-9]\d*")
_SHOWN = 40


class Fault(Exception):  # noqa: N818 - never leaves the package: it becomes a RegisterError with file and line
    """What was expected at a place in a file of actors."""

    def __init__(self, place: Place, expected: str) -> None:
        super().__init__(expected)
        self.place = place
        self.expected = expected


class Fields:
    """One mapping of a file, read field by field; every reader raises Fault where the file says something else.

    All values are texts, lists and mappings, as YAML's base schema gives them.
    """

    def __init__(self, raw: object, place: Place, known: Sequence[str]) -> None:
        if not isinstance(raw, dict):
            raise Fault(place, f"fields such as {', '.join(known[:3])}, not {shown(raw)}")
        for key in raw:
            if key not in known:
                raise Fault((*place, str(key)), f"one of the fields {', '.join(known)}, not {str(key)!r}")
        self._raw: Mapping[str, object] = raw
        self.place = place

    def __contains__(self, key: str) -> bool:
        return key in self._raw

    def text(self, key: str) -> str:
        """A field that must be there."""
        if key not in self._raw:
            raise Fault(self.place, f"a field {key!r}")
        return string(self._raw[key], (*self.place, key))

    def slug(self, key: str) -> str:
        """The id of an actor."""
        return self._matching(key, _SLUG, "an id of a-z, 0-9 and '-'")

    def reference(self, key: str) -> str | None:
        """The id of another actor, None where the field is missing."""
        return self.slug(key) if key in self else None

    def qid(self) -> str | None:
        """A Wikidata id, None where the field is missing."""
        return self._matching("qid", _QID, "a Wikidata id such as Q794") if "qid" in self else None

    def date(self, key: str) -> str | None:
        """An ISO date of any precision, None where the field is missing."""
        return self._matching(key, _DATE, "a date such as 2019, 2019-12 or 2019-12-03") if key in self else None

    def choice(self, key: str, choices: Sequence[str], default: str | None = None) -> str:
        """One of several words; without a default the field must be there."""
        if default is not None and key not in self:
            return default
        text = self.text(key)
        if text not in choices:
            raise Fault((*self.place, key), f"one of {', '.join(choices)}, not {shown(text)}")
        return text

    def items(self, key: str) -> Iterator[tuple[object, Place]]:
        """The items of a list with their places; nothing where the field is missing."""
        listed = self._raw.get(key, [])
        if not isinstance(listed, list):
            raise Fault((*self.place, key), f"a list for {key!r}, not {shown(listed)}")
        for index, each in enumerate(listed):
            yield each, (*self.place, key, index)

    def texts(self, key: str) -> dict[str, str]:
        """A mapping of names to texts; empty where the field is missing."""
        named = self._raw.get(key, {})
        if not isinstance(named, dict):
            raise Fault((*self.place, key), f"names and texts for {key!r}, not {shown(named)}")
        return {str(name): string(text, (*self.place, key, str(name))) for name, text in named.items()}

    def _matching(self, key: str, pattern: re.Pattern[str], what: str) -> str:
        text = self.text(key)
        if not pattern.fullmatch(text):
            raise Fault((*self.place, key), f"{what}, not {shown(text)}")
        return text


def string(value: object, place: Place) -> str:
    """A text that is not blank."""
    if not isinstance(value, str) or not value.strip():
        raise Fault(place, f"a text, not {shown(value)}")
    return value


def shown(value: object) -> str:
    """A value as an error shows it, cut short."""
    plain = repr(value)
    return plain if len(plain) <= _SHOWN else f"{plain[: _SHOWN - 3]}..."
