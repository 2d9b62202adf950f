import pytest

from graph.errors import InputError
from graph.store.engines import Endpoint, configured


def test_nothing_is_configured_without_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "secret")
    assert configured() is None
    monkeypatch.setenv("NEO4J_URI", "  ")
    assert configured() is None


def test_the_address_alone_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "neo4j://db.example:7687")
    assert configured() == Endpoint("neo4j://db.example:7687", "neo4j", "", None, "neo4j")


@pytest.mark.parametrize("user", ["NEO4J_USER", "NEO4J_USERNAME"])
def test_everything_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch, user: str) -> None:
    monkeypatch.setenv("NEO4J_URI", "neo4j+s://db.example")
    monkeypatch.setenv(user, "ann")
    monkeypatch.setenv("NEO4J_PASSWORD", "secret")
    monkeypatch.setenv("NEO4J_DATABASE", "news")
    assert configured() == Endpoint("neo4j+s://db.example", "ann", "secret", "news", "neo4j")


@pytest.mark.parametrize("address", ["localhost:7687", "http://localhost:7474", "://x", "neo4j"])
def test_an_address_of_something_else_is_refused(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("NEO4J_URI", address)
    with pytest.raises(InputError, match="NEO4J_URI is not an address of Neo4j: write it like neo4j://"):
        configured()


def test_no_password_in_the_text_of_an_endpoint() -> None:
    assert "secret" not in repr(Endpoint("bolt://127.0.0.1:1", "neo4j", "secret", None, "neo4j"))
