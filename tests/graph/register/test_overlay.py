"""A user's files laid over the compiled index: the same as an index made from all anew."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.register import Register
from graph.register._build import indexed
from graph.register._index import Index
from graph.register._overlay import overlaid
from graph.register._shards import Shards, from_texts, with_file
from graph.register._shipped import quick

# Names that meet: in capitals and not, with an article, short, of several words, accented, the same of two.
WORDS = ["Sana", "SANA", "sana", "Oman", "OMAN", "Bush", "al-Assad", "Al Assad", "Assad", "AL-ASSAD", "West Bank",
         "WEST BANK", "West", "US", "us", "Côte Bleue", "Cote Bleue", "North Oman", "North", "al-Bush"]  # fmt: skip
IDS = ["a", "b", "c", "d", "e", "new"]
BASE = """
- {id: a, kind: country, name: Oman, aliases: [Sana, {text: us, needs: context}], demonyms: [Omani]}
- {id: b, kind: country, name: North Oman, country: a, aliases: [West Bank, Côte Bleue]}
- {id: c, kind: outlet, name: SANA, aliases: [{text: West, needs: context}]}
- {id: d, kind: person, name: George Bush, country: a, roles: [{office: president, of: a, from: 1989, to: 1993}]}
- {id: e, kind: person, name: Bashar al-Assad, country: b, roles: [{office: king, of: b, from: 2000, as_of: 2020}]}
"""
MORE = "- {id: f, kind: person, name: Jeb Bush, country: a, roles: [{office: governor, of: a, from: 1999, to: 2007}]}\n"
MASKS = "not_actors: [West Bank Street, US]\n"
TEXT = "Sana SANA us US Oman OMAN Bush al-Assad Al Assad AL-ASSAD West Bank Street WEST BANK Côte Bleue North Oman"

aliases = st.lists(
    st.sampled_from(WORDS) | st.builds(lambda text: {"text": text, "needs": "context"}, st.sampled_from(WORDS)),
    max_size=3,
)
dates = st.sampled_from(["1980", "1991-02", "2010", "2020-01-01"])
roles = st.lists(
    st.builds(lambda of, to: {"office": "president", "of": of, "to": to}, st.sampled_from(IDS[:3]), dates), max_size=2
)
whole = st.fixed_dictionaries(
    {
        "id": st.sampled_from(IDS),
        "kind": st.sampled_from(["country", "outlet", "person", "people"]),
        "name": st.sampled_from(WORDS),
        "aliases": aliases,
        "roles": roles,
    }
)
added = st.fixed_dictionaries(
    {
        "extends": st.sampled_from(IDS[:-1]),
        "aliases": aliases,
        "drop": st.lists(st.sampled_from(WORDS), max_size=2),
        "roles": roles,
    }
)
entries = st.lists(whole | added, max_size=4, unique_by=lambda each: f"{each.get('id')} {each.get('extends')}")
files = st.builds(
    lambda actors, masks: yaml.safe_dump({"actors": actors, "not_actors": masks}, allow_unicode=True),
    entries,
    st.lists(st.sampled_from([*WORDS, "Bush Street", "Omani rial"]), max_size=2, unique=True),
)


def named(register: Index | Register, text: str) -> list[tuple[int, int, tuple[tuple[str, str], ...]]]:
    return [
        (each.start, each.end, tuple((one.actor.id, one.alias.text) for one in each.candidates))
        for each in register.find(text)
    ]


@settings(max_examples=400, deadline=None)
@given(st.lists(files, min_size=1, max_size=2))
def test_a_small_register_is_the_same_laid_over_and_made_anew(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    base = from_texts({"a.yaml": BASE, "b.yaml": MORE, "c.yaml": MASKS})
    before, spellings = indexed(base)
    shards = Shards(before, base.masks)
    folder = tmp_path_factory.mktemp("mine")
    for number, text in enumerate(texts):
        path = folder / f"{number}.yaml"
        path.write_text(text, encoding="utf-8")
        shards = with_file(shards, path)
    laid = overlaid(before, spellings, shards)
    countries = {ident for ident in before if before[ident].kind == "country"}
    assert (laid is None) == any((shards.entries[each].kind == "country") != (each in countries) for each in before)
    assert laid is None or laid == indexed(shards)[1]


MINE = {
    "new actors": "country:\n  Gondor: [Gondorian, Minas Tirith]\narmed_group:\n  Rangers of the North: [Rangers]\n",
    "a name of others": "- {id: sana-band, kind: company, name: Sana, aliases: [BUSH, Congolese]}\n",
    "capitals": "- {id: iranian-radio, kind: outlet, name: IRAN, aliases: [MALI, ASSAD]}\n",
    "capitals gone": "- {id: sana, kind: outlet, name: Syrian News}\n- {extends: nato, drop: [NATO, Nato]}\n",
    "extended": "- {extends: iran, epithets: [Land of the Lion], drop: [Persians, Tehran]}\n",
    "replaced": "- {id: iran, kind: country, name: Eran, demonyms: [Erani]}\n",
    "later office": "- {extends: jeb-bush, roles: [{office: president, of: united-states, from: 2030, as_of: 2030}]}\n",
    "phrases": "not_actors: [Gaza Strip Club, Tehran, Sunday Times]\n",
    "no country": "- {id: georgia, kind: organization, name: Georgia}\n",
}
NEWS = (
    "Tehran and the Persians, BUSH, ASSAD, MALI, SANA and Sana, the Congolese in Gondor, Bush and al-Assad, NATO, "
    "Nato and the Land of the Lion, Erani and Iranian, the Rangers in the Gaza Strip Club, Georgia, Sunday Times"
)


@pytest.mark.parametrize("name", MINE)
def test_the_register_is_the_same_laid_over_and_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(MINE[name].replace("jeb-bush", "george-w-bush"), encoding="utf-8")
    quickly = Register.load([path])
    monkeypatch.setattr("graph.register._register.quick", lambda: None)
    slowly = Register.load([path])
    assert quickly._index._spellings == slowly._index._spellings
    assert named(quickly, NEWS) == named(slowly, NEWS)
    assert quickly.actors() == slowly.actors()
    assert quickly.standing() == slowly.standing()


def test_a_file_of_the_user_costs_little(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(MINE["new actors"] + "actors:\n" + MINE["extended"], encoding="utf-8")
    took = []
    for _ in range(5):
        begun = time.process_time()
        Register.load([path])
        took.append(time.process_time() - begun)
    assert min(took) < 0.6  # 0.15 on an idle machine; made from all anew 1.2


def test_the_shipped_entries_are_not_made_for_a_file_of_the_user(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(MINE["new actors"], encoding="utf-8")
    compiled = quick()
    assert compiled is not None
    entries, spellings, masks = compiled
    assert overlaid(entries, spellings, with_file(Shards(entries, masks), path)) is not None
    assert len(entries._made) < 100
