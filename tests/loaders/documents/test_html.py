"""Saved web pages: the article, without what stands around it."""

from pathlib import Path

import pytest

from graph.errors import DocumentError
from graph.model import Document
from loaders.documents import read_documents

PARAGRAPHS = """\
Iranian and Iraqi ministers met in Baghdad on Monday to discuss water rights along their long common border.
Iraq asked Iran to release more water from its dams before the summer. Iran said that it would study the request.
The two countries signed an agreement on pilgrims in the same week. Café owners in Najaf expect more visitors.
""".splitlines()
PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>Iran meets Iraq - Sample Post</title>
<meta property="og:title" content="Iran meets Iraq"><meta property="og:site_name" content="Sample Post">
<meta property="article:published_time" content="2021-01-19T08:00:00Z"><meta name="author" content="Sample Author">
</head><body><nav><a href="/">Home</a> <a href="/w">World news</a></nav><article><h1>Iran meets Iraq</h1>
{body}
<p><strong>Read</strong> <a href="/x">Turkey strikes Syria again</a></p></article><footer>All rights reserved</footer>
<script>alert("Israel strikes Iran")</script></body></html>"""


def page(charset: str = "utf-8") -> bytes:
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return PAGE.format(charset=charset, body=body).encode(charset)


def read_one(path: Path) -> Document:
    (found,) = read_documents([path])
    assert isinstance(found, Document), found
    return found


@pytest.mark.parametrize("name", ["talks.html", "talks.htm", "talks.txt", "talks"])
def test_article_and_its_details(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(page())
    found = read_one(path)
    assert all(paragraph in found.text for paragraph in PARAGRAPHS)
    assert not any(word in found.text for word in ("Turkey", "alert", "World news", "rights reserved"))
    assert (found.name, found.title, found.outlet) == ("talks", "Iran meets Iraq", "Sample Post")
    assert (found.published, found.author, found.loader) == ("2021-01-19", "Sample Author", "html")


def test_sidecar_goes_over_the_page(tmp_path: Path) -> None:
    (tmp_path / "talks.html").write_bytes(page())
    (tmp_path / "talks.json").write_text('{"outlet": "Sample Wire"}', encoding="utf-8")
    found = read_one(tmp_path / "talks.html")
    assert (found.outlet, found.title) == ("Sample Wire", "Iran meets Iraq")


def test_encoding_that_the_page_declares(tmp_path: Path) -> None:
    (tmp_path / "talks.html").write_bytes(page("windows-1252"))
    assert "Café owners" in read_one(tmp_path / "talks.html").text


@pytest.mark.parametrize(
    "text",
    ["<html><body><nav><a href='/'>Home</a></nav></body></html>", "<html></html>", "<div>" * 20_000],
    ids=["only a menu", "nothing", "nested deep"],
)
def test_page_without_article_is_an_error(tmp_path: Path, text: str) -> None:
    (tmp_path / "talks.html").write_text(text, encoding="utf-8")
    (error,) = read_documents([tmp_path / "talks.html"])
    assert isinstance(error, DocumentError)
    assert "web page" in str(error)
    assert "\n" not in str(error)
