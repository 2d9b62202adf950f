from __future__ import annotations

import logging
import re
from pathlib import Path

from graph.errors import DocumentError
from loaders.documents._details import Details, details

_SENTENCE = re.compile(r"\w\s+\w.*[.!?]", re.DOTALL)


def read_html(page: str, path: Path) -> tuple[str, Details]:
    """The article in a web page, without menus, links to other articles and comments, and what its head says.

    Raises `DocumentError` where the page has no article.
    """
    import trafilatura  # a second to import, and needed for web pages alone

    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        found = trafilatura.bare_extraction(
            page,
            favor_precision=True,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (RecursionError, ValueError, AssertionError) as error:
        raise DocumentError(path, f"a web page that cannot be parsed ({type(error).__name__})") from None
    data = found if isinstance(found, dict) else found.as_dict() if found else {}
    text = data.get("text")
    if not isinstance(text, str) or not _SENTENCE.search(text):
        raise DocumentError(path, "no article text in the web page", remedy="save its text in a .txt file")
    return text, details({key: data.get(key) for key in ("title", "url", "sitename", "author", "date")})
