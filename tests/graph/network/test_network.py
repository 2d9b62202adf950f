from __future__ import annotations

import io
import math
import os
import subprocess
import sys
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import networkx as nx
import pytest

import graph
from graph.errors import VocabularyError
from graph.model import Actor, ActorKind, Snapshot, Tie
from graph.network import ActorGraph, blocs, label_lines, layout, network, radius, to_gexf
from graph.relations import relation

_ROOT = Path(graph.__file__).parents[1]


def _snapshot(*ties: tuple[str, str, str] | tuple[str, str, str, int]) -> Snapshot:
    """A snapshot with these ties: source, relation, target and how many claims."""
    found = []
    for source, name, target, *claims in ties:
        meaning = relation(name)
        figures = (claims[0] if claims else 1, 1, ("Wire",), 0, "2021", None, 0.9)
        found.append(Tie(source, name, target, *figures, meaning.polarity.value, meaning.weight or 0.0))
    names = sorted({end for tie in found for end in (tie.source, tie.target)})
    actors = tuple(Actor(name, name.title(), ActorKind.COUNTRY) for name in names)
    return Snapshot(actors, (), (), tuple(found))


def _blocs(*ties: tuple[str, str, str] | tuple[str, str, str, int]) -> list[set[str]]:
    return [set(each) for each in blocs(network(_snapshot(*ties)))]


def test_parallel_ties_stay_apart_and_keep_their_figures() -> None:
    found = network(_snapshot(("iran", "ARMS", "syria", 4), ("iran", "BACKS", "syria"), ("syria", "MEETS", "iran")))
    assert sorted(found.edges(keys=True)) == [
        ("iran", "syria", "ARMS"), ("iran", "syria", "BACKS"), ("syria", "iran", "MEETS")
    ]  # fmt: skip
    arms = found.edges["iran", "syria", "ARMS"]
    assert (arms["claims"], arms["polarity"], arms["weight"], arms["symmetric"]) == (4, "cooperation", 8.3, False)
    assert found.edges["syria", "iran", "MEETS"]["symmetric"]
    assert found.nodes["iran"] == found.nodes["iran"] | {"name": "Iran", "kind": "country", "claims": 6, "bloc": 0}


def test_an_unknown_relation_is_refused() -> None:
    tie = Tie("a", "HUGS", "b", 1, 1, (), 0, None, None, 1.0, "neutral", 0.0)
    actors = (Actor("a", "A", ActorKind.COUNTRY), Actor("b", "B", ActorKind.COUNTRY))
    with pytest.raises(VocabularyError, match="HUGS"):
        network(Snapshot(actors, (), (), (tie,)))


def test_allies_and_leaders_make_blocs() -> None:
    found = _blocs(
        ("russia", "BACKS", "assad"),
        ("assad", "LEADS", "syria"),
        ("usa", "ARMS", "israel"),
        ("israel", "WARNS", "syria"),
    )
    assert found == [{"russia", "assad", "syria"}, {"israel", "usa"}]


def test_more_conflict_than_cooperation_makes_no_allies() -> None:
    assert _blocs(("a", "MEETS", "b"), ("a", "STRIKES", "b", 2)) == [{"a"}, {"b"}]
    assert _blocs(("a", "MEETS", "b", 3), ("a", "STRIKES", "b", 2)) == [{"a", "b"}]


def test_a_rumour_makes_no_allies() -> None:
    plain = _snapshot(("a", "BACKS", "b"), ("b", "LEADS", "c"))
    rumour = replace(plain, ties=tuple(replace(tie, hedged=int(tie.source == "a")) for tie in plain.ties))
    assert [set(each) for each in blocs(network(rumour))] == [{"b", "c"}, {"a"}]


def test_enemies_with_a_common_friend_are_parted_at_the_weakest_claim() -> None:
    found = _blocs(
        ("friend", "BACKS", "a", 5), ("friend", "BACKS", "b", 2), ("chief", "LEADS", "b", 3), ("a", "STRIKES", "b")
    )
    assert found == [{"a", "friend"}, {"b", "chief"}]


def test_every_actor_is_in_exactly_one_bloc_without_its_enemies() -> None:
    found = network(_web(60))
    parts = blocs(found)
    assert sorted(name for part in parts for name in part) == sorted(found)
    balance: dict[tuple[str, ...], int] = {}
    for source, target, tie in found.edges(data=True):
        sign = {"cooperation": 1, "conflict": -1}.get(tie["polarity"], 0)
        pair = tuple(sorted((source, target)))
        balance[pair] = balance.get(pair, 0) + sign * tie["claims"]
    enemies = {pair for pair, total in balance.items() if total < 0}
    assert enemies
    assert not any(set(pair) <= part for pair in enemies for part in parts)


def _web(actors: int) -> Snapshot:
    drawn = nx.barabasi_albert_graph(actors, 2, seed=5)
    names = ("ARMS", "STRIKES", "MEETS", "URGES", "WARNS", "ALLIED_WITH")
    return _snapshot(*((f"a{a:03}", names[(a * 7 + b) % len(names)], f"a{b:03}") for a, b in sorted(drawn.edges)))


def test_the_layout_is_the_same_in_every_process() -> None:
    code = (
        "import importlib.util, sys; spec = importlib.util.spec_from_file_location('here', sys.argv[1]);"
        "here = importlib.util.module_from_spec(spec); spec.loader.exec_module(here);"
        "print(here.picture())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code, __file__], cwd=_ROOT, env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "99")
    ]  # fmt: skip
    assert runs[0] == runs[1] == f"{picture()}\n"


def picture() -> tuple[object, object]:
    found = network(_web(25))
    return layout(found), [sorted(each) for each in blocs(found)]


@pytest.mark.parametrize("actors", [2, 12, 40, 60, 150])
@pytest.mark.parametrize("aspect", [1.55, 0.62])
def test_symbols_and_labels_do_not_overlap(actors: int, aspect: float) -> None:
    found = network(_web(actors)) if actors > 2 else network(_snapshot(("a", "ARMS", "b")))
    spots = layout(found, aspect=aspect)
    boxes = []
    for name, (x, y) in spots.items():
        size = radius(found.nodes[name]["claims"])
        lines = label_lines(found.nodes[name]["name"])
        half = max(size, max(map(len, lines)) * 3.5)
        boxes.append((x - half, y - size, x + half, y + size + 17 * len(lines)))
    for a, b in combinations(boxes, 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


@pytest.mark.parametrize("leaves", [3, 8, 14])
def test_no_actor_sits_on_a_line_where_there_is_room(leaves: int) -> None:
    found = network(_snapshot(*(("hub", "ARMS", f"leaf{number}") for number in range(leaves))))
    spots = layout(found)
    hub = spots["hub"]
    for one, other in combinations(sorted(set(spots) - {"hub"}), 2):
        for end, (x, y) in ((spots[one], spots[other]), (spots[other], spots[one])):
            along = ((x - hub[0]) * (end[0] - hub[0]) + (y - hub[1]) * (end[1] - hub[1])) / (
                (end[0] - hub[0]) ** 2 + (end[1] - hub[1]) ** 2
            )
            away = abs((x - hub[0]) * (end[1] - hub[1]) - (y - hub[1]) * (end[0] - hub[0]))
            away /= ((end[0] - hub[0]) ** 2 + (end[1] - hub[1]) ** 2) ** 0.5
            assert not (0 < along < 1 and away < 12)


def test_a_planar_graph_is_drawn_without_crossings() -> None:
    ring = [f"r{number}" for number in range(8)]
    found = network(_snapshot(*((a, "ARMS", b) for a, b in zip(ring, ring[1:] + ring[:1], strict=True))))
    spots = layout(found)
    ends = [(spots[a], spots[b]) for a, b in found.edges()]
    assert not any(_cross(*one, *other) for one, other in combinations(ends, 2) if not set(one) & set(other))


def _cross(*spots: tuple[float, float]) -> bool:
    a, b, c, d = spots

    def side(p: tuple[float, float], q: tuple[float, float], r: tuple[float, float]) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


@pytest.mark.parametrize("aspect", [1.65, 0.62])
def test_small_components_are_compact_and_hardly_enlarge_the_frame(aspect: float) -> None:
    web, island = _web(30), _snapshot(("one", "STRIKES", "other"), ("x", "ARMS", "y"), ("y", "ARMS", "z"))
    both = network(Snapshot(web.actors + island.actors, (), (), web.ties + island.ties))
    spots = layout(both, aspect=aspect)
    assert _area(spots) <= 1.25 * _area(layout(network(web), aspect=aspect))
    for a, b in (("one", "other"), ("x", "y"), ("y", "z")):
        assert math.dist(spots[a], spots[b]) <= 200
    lines = [(spots[a], spots[b]) for a, b in both.edges() if a.startswith("a")]
    assert not any(_cross(spots[a], spots[b], *line) for a, b in (("one", "other"), ("x", "y")) for line in lines)


def test_many_small_components_share_the_frame_without_overlap() -> None:
    pairs = _snapshot(*((f"p{number:02}", "ARMS", f"q{number:02}") for number in range(40)))
    spots = layout(network(pairs))
    assert min(math.dist(a, b) for a, b in combinations(spots.values(), 2)) > 50
    across, down = [x for x, _ in spots.values()], [y for _, y in spots.values()]
    assert 1.1 <= (max(across) - min(across)) / (max(down) - min(down)) <= 2.2
    assert _area(spots) <= 40 * 40_000


@pytest.mark.parametrize(
    "name",
    [
        "Islamic Revolutionary Guard Corps",
        "German Institute for International and Security Affairs",
        "Iran",
        "Ab " * 18,
    ],
)
def test_names_of_three_lines_are_whole(name: str) -> None:
    lines = label_lines(name)
    assert len(lines) <= 3
    assert " ".join(lines) == name.strip()


def test_longer_names_end_in_dots_and_a_long_word_is_broken() -> None:
    assert label_lines("word " * 30)[-1].endswith("…")
    assert label_lines("x" * 40) == ("x" * 24, "x" * 16)


def test_lone_actors_enlarge_the_frame_by_a_quarter_at_most() -> None:
    web = _web(30)
    lone = tuple(Actor(f"lone{number}", f"Lone {number}", ActorKind.PERSON) for number in range(6))
    with_them = layout(network(Snapshot(web.actors + lone, (), (), web.ties)))
    assert _area(with_them) <= 1.25 * _area(layout(network(web)))


def _area(spots: dict[str, tuple[float, float]]) -> float:
    across, down = [x for x, _ in spots.values()], [y for _, y in spots.values()]
    return (max(across) - min(across)) * (max(down) - min(down))


def test_an_empty_graph_and_a_lone_actor_have_a_layout() -> None:
    empty: ActorGraph = nx.MultiDiGraph()
    assert layout(empty) == {}
    assert blocs(empty) == []
    empty.add_node("one")
    assert list(layout(empty)) == ["one"]


def test_gexf_is_read_back_by_networkx_and_never_changes() -> None:
    found = network(_snapshot(("iran", "ARMS", "syria", 4), ("iran", "BACKS", "syria"), ("syria", "MEETS", "iran")))
    text = to_gexf(found)
    assert text == to_gexf(found)
    again = nx.read_gexf(io.BytesIO(text.encode()))
    assert sorted((a, b, tie["relation"], tie["weight"]) for a, b, tie in again.edges(data=True)) == [
        ("iran", "syria", "ARMS", 4.0), ("iran", "syria", "BACKS", 1.0), ("syria", "iran", "MEETS", 1.0)
    ]  # fmt: skip
    assert again.nodes["iran"]["label"] == "Iran"
    assert "lastmodifieddate" not in text


def test_gexf_holds_names_that_xml_cannot() -> None:
    name = "\x00\ud800<&>\"'"
    actors = (Actor(name, name, ActorKind.PERSON), Actor("b", "B", ActorKind.PERSON))
    tie = Tie(name, "WARNS", "b", 1, 1, (name,), 0, None, None, 1.0, "conflict", -4.4)
    again = nx.read_gexf(io.BytesIO(to_gexf(network(Snapshot(actors, (), (), (tie,)))).encode()))
    assert again.nodes["\ufffd\ufffd<&>\"'"]["label"] == "\ufffd\ufffd<&>\"'"
