from __future__ import annotations

import pytest

from graph.errors import QueryError
from queries import Parameter, ParameterType, library, parse

_GOOD = """\
// name: some-thing
// question: What is there,
//   and since when?
// parameters: who: actor, since: date = null, limit: integer = 5, all: boolean = false
// columns: actor, last_seen

MATCH (a:Actor {id: $who}) WHERE $all OR a.last >= $since
RETURN a.name AS actor, a.last AS last_seen LIMIT $limit
"""


def test_good_header() -> None:
    query = parse(_GOOD, "some-thing.cypher")
    assert query.question == "What is there, and since when?"
    assert query.columns == ("actor", "last_seen")
    assert query.parameters == (
        Parameter("who", ParameterType.ACTOR),
        Parameter("since", ParameterType.DATE, required=False),
        Parameter("limit", ParameterType.INTEGER, required=False, default=5),
        Parameter("all", ParameterType.BOOLEAN, required=False, default=False),
    )
    assert query.text.startswith("MATCH (a:Actor")


def test_a_default_reads_as_it_was_written() -> None:
    shown = [str(parameter) for parameter in parse(_GOOD, "some-thing.cypher").parameters]
    assert shown == ["who: actor", "since: date = null", "limit: integer = 5", "all: boolean = false"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("// name: some-thing\n", "", "line 1: the header has no line '// name: ...'"),
        ("name: some-thing", "name: other", "line 1: name 'other' is not the name of the file"),
        ("// question:", "// query:", "line 2: '// query: What is there,' is not one of"),
        ("// question: What is there,\n//   and since when?", "// question:", "line 2: the question is empty"),
        ("// columns:", "// name: again\n// columns:", "line 5: a second 'name'"),
        ("since: date", "since: day", "line 4: 'since: day = null' is not like"),
        ("limit: integer = 5", "limit: integer = five", "line 4: limit='five' does not fit"),
        ("since: date = null", "who: date = null", "line 4: a parameter is named twice"),
        ("actor, last_seen", "actor, actor", "line 5: columns are different names"),
        ("LIMIT $limit", "LIMIT 5", "line 4: the header and the text differ in the parameters limit"),
        ("$since", "$until", "line 4: the header and the text differ in the parameters since, until"),
    ],
)
def test_bad_header_names_file_and_line(old: str, new: str, message: str) -> None:
    assert old in _GOOD
    with pytest.raises(QueryError) as caught:
        parse(_GOOD.replace(old, new), "some-thing.cypher")
    assert f"some-thing.cypher, {message}" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_no_text_below_the_header() -> None:
    with pytest.raises(QueryError, match="line 5: no Cypher below the header"):
        parse(_GOOD[: _GOOD.index("MATCH")].rstrip(), "some-thing.cypher")


def test_library_holds_the_promised_questions() -> None:
    promised = {"alliances", "tensions", "between", "who-arms-whom", "actor", "unconfirmed"}
    assert promised <= set(library())
    assert list(library()) == sorted(library())
