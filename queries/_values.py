from __future__ import annotations

import re
from datetime import date

from graph.errors import QueryError
from queries._query import Default, Parameter, ParameterType

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_BOOLEANS = {"true": True, "yes": True, "false": False, "no": False}
_EXAMPLES = {
    ParameterType.TEXT: "text",
    ParameterType.ACTOR: "the id, name or alias of an actor",
    ParameterType.DOCUMENT: "the id, name or title of a document",
    ParameterType.DATE: "a date like 2019, 2019-12 or 2019-12-03",
    ParameterType.INTEGER: "a whole number of at least 0",
    ParameterType.NUMBER: "a number",
    ParameterType.BOOLEAN: "true or false",
}


def checked(parameter: Parameter, value: object) -> Default:
    """The value as the parameter's type; text is converted, so that it may come from a command line.

    Raises QueryError for a value of another type.

    >>> checked(Parameter("limit", ParameterType.INTEGER), "50")
    50
    """
    result = _converted(parameter.type, value)
    if result is None:
        raise QueryError(f"{parameter.name}={value!r} does not fit", remedy=f"give {_EXAMPLES[parameter.type]}")
    return result


def _converted(kind: ParameterType, value: object) -> Default:
    text = value.strip() if isinstance(value, str) else value
    match kind:
        case ParameterType.BOOLEAN:
            return _BOOLEANS.get(text.lower()) if isinstance(text, str) else text if isinstance(text, bool) else None
        case ParameterType.INTEGER:
            return _integer(text)
        case ParameterType.NUMBER:
            return _number(text)
        case ParameterType.DATE:
            return text if isinstance(text, str) and _is_date(text) else None
        case _:
            return text if isinstance(text, str) and text else None


def _integer(value: object) -> int | None:
    if isinstance(value, str) and re.fullmatch(r"\d{1,18}", value, re.ASCII):
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _number(value: object) -> float | None:
    if isinstance(value, str) and re.fullmatch(r"-?\d{1,18}(\.\d{1,18})?", value, re.ASCII):
        return float(value)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _is_date(text: str) -> bool:
    found = _DATE.fullmatch(text)
    if found is None or not text.isascii():
        return False
    try:
        date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return False
    return True
