"""The sample articles: long enough, dated, and marked as samples."""

from importlib.resources import files
from pathlib import Path

from graph.model import Document
from loaders.documents import read_documents

FOLDER = Path(str(files("detente") / "samples"))


def test_samples_are_articles_of_named_sample_outlets() -> None:
    found = list(read_documents([FOLDER]))
    assert len(found) == 3
    for document in found:
        assert isinstance(document, Document), document
        assert len(document.text.split()) > 300
        assert document.outlet
        assert document.outlet.startswith("Sample ")
        assert document.published
        assert document.published.startswith("2021-01")
        assert document.title == document.text.splitlines()[0]
        assert document.url is None
    assert len({document.outlet for document in found if isinstance(document, Document)}) == 3
