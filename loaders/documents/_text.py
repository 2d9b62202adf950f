from __future__ import annotations

import yaml

from graph.errors import DocumentError
from loaders.documents._details import Details, details
from loaders.documents._front_matter import front_matter

_HEADLINE = 160


def read_text(text: str, path: object) -> tuple[str, Details]:
    """The text of a plain article, every character at its place in the file, and what its head says about it.

    The head is YAML front matter, or a first line that looks like a headline. Raises `DocumentError`.
    """
    try:
        data, body = front_matter(text)
        given = details(data)
    except yaml.MarkedYAMLError as error:
        line = (error.problem_mark.line + 2) if error.problem_mark else None
        raise DocumentError(str(path), f"front matter is not YAML ({error.problem})", line=line) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        problem = " ".join(str(error).split())
        raise DocumentError(str(path), f"front matter: {problem}") from None
    if not body.strip():
        raise DocumentError(str(path), "no text below the front matter", remedy="give a file with an article's text")
    return body, given.over(Details(title=headline(body)))


def headline(text: str) -> str | None:
    r"""The first line, where it is short, does not end as a sentence does, and a blank line follows.

    >>> headline("Iran meets Iraq\n\nIranian and Iraqi ministers met on Monday.")
    'Iran meets Iraq'
    >>> headline("Iranian and Iraqi ministers met on Monday.\n\nThey spoke of water.") is None
    True
    """
    lines = text.strip().splitlines()
    first = lines[0].strip().removeprefix("# ").strip()
    alone = len(lines) > 1 and not lines[1].strip()
    return first if alone and len(first) <= _HEADLINE and not first.endswith((".", ":", ";", ",")) else None
