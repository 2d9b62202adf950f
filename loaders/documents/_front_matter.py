from __future__ import annotations

import re
from typing import Any

import yaml

_BLOCK = re.compile(r"---[ \t]*\r?\n(.*?\r?\n)?---[ \t]*(?:\r?\n|$)", re.DOTALL)
_WORD = re.compile(r"\S")


def front_matter(text: str) -> tuple[dict[str, Any], str]:
    r"""The YAML block at the head of a text, and the text with that block blanked out, as long as before.

    Blanking keeps every offset: a quote stands at the same place in the file as in the text that is read. A block
    that holds no mapping is part of the article. Raises `yaml.YAMLError`.

    >>> front_matter("---\ntitle: Talks\n---\nIran met Iraq.")
    ({'title': 'Talks'}, '   \n            \n   \nIran met Iraq.')
    """
    match = _BLOCK.match(text)
    if match is None:
        return {}, text
    data = yaml.safe_load(match[1] or "")
    if data is not None and not isinstance(data, dict):
        return {}, text
    return data or {}, _WORD.sub(" ", match[0]) + text[match.end() :]
