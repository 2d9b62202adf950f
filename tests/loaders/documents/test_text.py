"""Plain text: every character at its place, and what the head or a sidecar says about it."""

from pathlib import Path

import pytest

from graph.errors import DocumentError
from graph.model import Document
from loaders.documents import read_documents

ARTICLE = "Iran meets Iraq\n\nIranian and Iraqi ministers met on Monday. “Good talks,” one said.\n"


def read_one(path: Path, name: str | None = None) -> Document:
    (found,) = read_documents([path], name)
    assert isinstance(found, Document), found
    return found


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def test_text_is_exactly_as_given(tmp_path: Path) -> None:
    text = ARTICLE.replace("\n", "\r\n") + "\t \u00a0\n\n"
    found = read_one(write(tmp_path / "talks.txt", text))
    assert found.text == text
    assert (found.name, found.title, found.loader) == ("talks", "Iran meets Iraq", "text")
    assert (found.published, found.outlet, found.url, found.author) == (None, None, None, None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_byte_order_mark_is_no_part_of_the_text(tmp_path: Path, encoding: str) -> None:
    assert read_one(write(tmp_path / "talks.txt", ARTICLE, encoding)).text == ARTICLE


def test_sidecar_says_what_the_text_does_not(tmp_path: Path) -> None:
    path = write(tmp_path / "talks.txt", ARTICLE)
    write(tmp_path / "talks.json", '{"date": "2021-01-19", "outlet": "Sample Wire", "url": null, "title": "Other"}')
    found = read_one(path)
    assert (found.published, found.outlet, found.url, found.title) == ("2021-01-19", "Sample Wire", None, "Other")


@pytest.mark.parametrize(
    ("sidecar", "problem"),
    [
        ('{"date": }', "talks.json, line 1: not JSON"),
        ("[1]", "talks.json: not a JSON object"),
        ('{"date": "19 January"}', "'19 January' is no date"),
        ('{"date": "2021-02-30"}', "not in the calendar"),
        ('{"outlet": {"name": "x"}}', "field 'outlet' must be text"),
    ],
)
def test_bad_sidecar_is_named(tmp_path: Path, sidecar: str, problem: str) -> None:
    write(tmp_path / "talks.json", sidecar)
    (error,) = read_documents([write(tmp_path / "talks.txt", ARTICLE)])
    assert isinstance(error, DocumentError)
    assert problem in str(error)


def test_front_matter_keeps_offsets_of_the_file(tmp_path: Path) -> None:
    text = "---\r\ntitle: Talks: none\r\n---\r\n" + ARTICLE
    (bad,) = read_documents([write(tmp_path / "bad.md", text)])
    assert isinstance(bad, DocumentError)
    assert "bad.md, line 2: front matter is not YAML" in str(bad)

    text = "---\r\ntitle: Talks\r\ndate: 2021-01-19\r\nauthors: [A, B]\r\n---\r\n" + ARTICLE
    found = read_one(write(tmp_path / "good.md", text))
    assert (found.title, found.published, found.author) == ("Talks", "2021-01-19", "A, B")
    assert len(found.text) == len(text)
    assert found.text.index("Iranian") == text.index("Iranian")
    assert "Talks" not in found.text


def test_front_matter_does_not_change_the_identity_of_a_text(tmp_path: Path) -> None:
    plain = read_one(write(tmp_path / "plain.txt", ARTICLE))
    headed = read_one(write(tmp_path / "headed.txt", "---\noutlet: Sample Wire\n---\n" + ARTICLE))
    assert plain.id == headed.id


def test_a_rule_that_opens_an_article_is_no_front_matter(tmp_path: Path) -> None:
    text = "---\nA statement by both sides\n---\n" + ARTICLE
    assert read_one(write(tmp_path / "talks.txt", text)).text == text


def test_expanding_front_matter_is_refused_at_once(tmp_path: Path) -> None:
    levels = "\n".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 12))
    head = f"---\nl0: &l0 x\n{levels}\ntitle: *l11\n---\n"
    (error,) = read_documents([write(tmp_path / "talks.txt", head + ARTICLE)])
    assert isinstance(error, DocumentError)
    assert "field 'title' must be text" in str(error)


def test_name_is_the_given_id(tmp_path: Path) -> None:
    assert read_one(write(tmp_path / "talks.txt", ARTICLE), "t-1").name == "t-1"
