from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NoReturn

from graph.errors import QueryError
from queries._query import Parameter, ParameterType, Query
from queries._values import checked

_KEYS = ("name", "question", "parameters", "columns")
_ENTRY = re.compile(r"// (?P<key>[a-z]+):(?: (?P<value>.*))?")
_QUERY_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_PARAMETER = re.compile(r"(?P<name>\w+): (?P<type>\w+)(?P<default> = (?P<value>\S.*))?")


@dataclass(slots=True)
class _Entry:
    value: str
    line: int


def parse(text: str, file: str) -> Query:
    """The query that the text of a `.cypher` file holds.

    Raises QueryError that names the file and the line of a bad header.
    """
    entries, rest = _entries(text, file)
    for key in _KEYS:
        if key not in entries:
            _fail(file, 1, f"the header has no line '// {key}: ...'")
    name = entries["name"]
    if not _QUERY_NAME.fullmatch(name.value) or f"{name.value}.cypher" != file.rpartition("/")[2]:
        _fail(file, name.line, f"name {name.value!r} is not the name of the file")
    if not entries["question"].value:
        _fail(file, entries["question"].line, "the question is empty")
    query = Query(
        name.value,
        entries["question"].value,
        _parameters(entries["parameters"], file),
        _columns(entries["columns"], file),
        rest,
    )
    _check_use(query, entries["parameters"].line, file)
    return query


def _entries(text: str, file: str) -> tuple[dict[str, _Entry], str]:
    entries: dict[str, _Entry] = {}
    last: _Entry | None = None
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        if not line.startswith("//"):
            return entries, _body(lines[number - 1 :], number, file)
        if line.startswith("//   ") and last is not None:
            last.value = f"{last.value} {line[5:].strip()}".strip()
            continue
        last = _entry(line, number, file, entries)
    return entries, _body([], len(lines), file)


def _entry(line: str, number: int, file: str, entries: dict[str, _Entry]) -> _Entry:
    found = _ENTRY.fullmatch(line)
    if found is None or found["key"] not in _KEYS:
        _fail(file, number, f"{line!r} is not one of {', '.join(f'// {key}: ...' for key in _KEYS)}")
    if found["key"] in entries:
        _fail(file, number, f"a second '{found['key']}'")
    entry = _Entry((found["value"] or "").strip(), number)
    entries[found["key"]] = entry
    return entry


def _body(lines: list[str], number: int, file: str) -> str:
    body = "\n".join(lines).strip()
    if not body:
        _fail(file, number, "no Cypher below the header")
    return body + "\n"


def _parameters(entry: _Entry, file: str) -> tuple[Parameter, ...]:
    parameters = [_parameter(part, entry.line, file) for part in _split(entry.value)]
    names = [parameter.name for parameter in parameters]
    if len(set(names)) != len(names):
        _fail(file, entry.line, "a parameter is named twice")
    return tuple(parameters)


def _parameter(part: str, line: int, file: str) -> Parameter:
    found = _PARAMETER.fullmatch(part)
    if found is None or not _NAME.fullmatch(found["name"]) or found["type"] not in set(ParameterType):
        _fail(file, line, f"{part!r} is not like 'since: date = null' with a type of {', '.join(ParameterType)}")
    kind = ParameterType(found["type"])
    if found["default"] is None:
        return Parameter(found["name"], kind)
    if found["value"] == "null":
        return Parameter(found["name"], kind, required=False)
    try:
        default = checked(Parameter(found["name"], kind), found["value"])
    except QueryError as error:
        _fail(file, line, error.problem)
    return Parameter(found["name"], kind, required=False, default=default)


def _columns(entry: _Entry, file: str) -> tuple[str, ...]:
    columns = tuple(_split(entry.value))
    wrong = [column for column in columns if not _NAME.fullmatch(column)]
    if not columns or wrong or len(set(columns)) != len(columns):
        _fail(file, entry.line, "columns are different names in lower case, with commas between them")
    return columns


def _check_use(query: Query, line: int, file: str) -> None:
    """Hold the header to the text: every parameter that it names is used, and no other."""
    used = set(re.findall(r"\$(\w+)", query.text))
    named = {parameter.name for parameter in query.parameters}
    if used != named:
        _fail(file, line, f"the header and the text differ in the parameters {', '.join(sorted(used ^ named))}")


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(",")] if text else []


def _fail(file: str, line: int, problem: str) -> NoReturn:
    raise QueryError(f"{file}, line {line}: {problem}", remedy="correct the header of the file")
