"""Text from outside, made safe for a terminal."""

from __future__ import annotations

import json


def clean(text: str) -> str:
    r"""A text without anything that steers a terminal: no control characters, no line breaks, no reversal of direction.

    >>> clean("Iran \x1b[31marms\x1b[0m\nHezbollah")
    'Iran [31marms [0m Hezbollah'
    """
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def dump(value: object, *, indent: int | None = None) -> str:
    r"""A value as JSON that keeps every character, with those that steer a terminal written as escapes.

    >>> print(dump({"quote": "“é” \x9b\u202e"}))
    {"quote": "“é” \u009b\u202e"}
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or char == "\n" else json.dumps(char)[1:-1] for char in text)
