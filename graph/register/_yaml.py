from __future__ import annotations

from typing import Any

import yaml

from graph.errors import RegisterError
from graph.register._fields import Place

# The base schema makes texts, lists and mappings only: NO stays a country code and 2019-12 a text.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def parsed(name: str, text: str) -> Any:  # noqa: ANN401 - whatever the file says; the schema checks it
    """What a YAML text says; raises RegisterError with the file's name and the line."""
    try:
        return yaml.load(text, _LOADER)  # noqa: S506 - the base loader makes no objects
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise RegisterError(f"{name}, line {line}: not YAML, {error.problem}", remedy="correct the line") from None
    except (yaml.YAMLError, RecursionError) as error:
        reason = " ".join(str(error).split())
        raise RegisterError(f"{name}: not YAML, {reason}", remedy="give a list of actors") from None


def line_of(text: str, place: Place) -> int:
    """The line, from 1, on which a place of a YAML text stands, or the nearest place around it."""
    node = yaml.compose(text, _LOADER)
    line = 0
    for step in place:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
            line = node.start_mark.line
        elif isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if key.value == step:
                    node, line = value, key.start_mark.line
                    break
    return line + 1
