"""The public face of every package. A name that goes or comes here is a change that users see."""

from importlib import import_module

import pytest

FACES = {
    "detente.cli": "run",
    "graph.decisions": "Decision Decisions Verdict decided from_snapshot noted",
    "graph.network": "ActorGraph blocs label_lines layout network radius to_gexf",
    "graph.page": "PageOptions inline render",
    "graph.register": "Candidate Link Match Register Role problems slug",
    "graph.relations": "Polarity Relation cameo_relation relation relations",
    "graph.store": "BoltStore Parameters Store Table Value Written open_store stop_embedded",
    "loaders.documents": "MAX_BYTES SUFFIXES find_articles read_documents read_json_lines",
    "loaders.english": "EnglishReader",
    "loaders.english.why": "Because Edge Entry Explanation SentenceExplained Slot Tried Weight Who Word explain",
    "loaders.resolution": "Office Resolution holder resolve",
    "queries": "Parameter ParameterType Query actor_id library parse run",
}


@pytest.mark.parametrize("package", FACES)
def test_public_names(package: str) -> None:
    module = import_module(package)
    assert sorted(module.__all__) == sorted(FACES[package].split())
    assert all(hasattr(module, name) for name in module.__all__)
