"""Who held an office when."""

from __future__ import annotations

import pytest

from graph.errors import VocabularyError
from graph.register import Register


@pytest.mark.parametrize(
    ("office", "of", "date", "holder"),
    [
        ("foreign minister", "russia", "2001-06-01", "Igor Ivanov"),
        ("foreign minister", "russia", "2021-01-19", "Sergei Lavrov"),
        ("foreign minister", "russia", "1997", "Yevgeny Primakov"),
        ("foreign minister", "russia", "2004-03-09", "Sergei Lavrov"),
        ("secretary of state", "united-states", "1999-03-01", "Madeleine Albright"),
        ("secretary of state", "united-states", "2015-07-14", "John Kerry"),
        ("secretary of state", "united-states", "2021-03", "Antony Blinken"),
        ("foreign minister", "united-states", "2007", "Condoleezza Rice"),
        ("foreign secretary", "united-kingdom", "2003-03-20", "Jack Straw"),
        ("defense secretary", "united-states", "2004", "Donald Rumsfeld"),
        ("Secretary of Defense", "united-states", "1995-01-01", "William Perry"),
        ("president", "united-states", "1991-01-17", "George H. W. Bush"),
        ("president", "united-states", "2003-03-20", "George W. Bush"),
        ("president", "france", "2003", "Jacques Chirac"),
        ("president", "france", "2020-02-02", "Emmanuel Macron"),
        ("chancellor", "germany", "2015-09-04", "Angela Merkel"),
        ("prime minister", "israel", "2021-07-01", "Naftali Bennett"),
        ("premier", "israel", "2003", "Ariel Sharon"),
        ("prime minister", "united-kingdom", "2003-03-20", "Tony Blair"),
        ("supreme leader", "iran", "2020", "Ali Khamenei"),
        ("president", "iran", "2008-05", "Mahmoud Ahmadinejad"),
        ("president", "syria", "1995", "Hafez al-Assad"),
        ("president", "syria", "2012", "Bashar al-Assad"),
        ("secretary-general", "united-nations", "1998", "Kofi Annan"),
        ("secretary general", "nato", "2022-02-24", "Jens Stoltenberg"),
        ("secretary-general", "hezbollah", "2006-07-12", "Hassan Nasrallah"),
        ("leader", "north-korea", "2010", "Kim Jong Il"),
        ("director-general", "iaea", "2003", "Mohamed ElBaradei"),
        ("commander", "quds-force", "2020-01-02", "Qassem Soleimani"),
        ("chief of staff", "israel", "2018", "Gadi Eisenkot"),
    ],
)
def test_holder_at_a_date(register: Register, office: str, of: str, date: str, holder: str) -> None:
    actor = register.holder(office, of, date)
    assert actor is not None
    assert actor.name == holder


@pytest.mark.parametrize(
    ("office", "of", "date"),
    [
        ("foreign minister", "russia", "1950"),
        ("astronomer royal", "united-kingdom", "2001"),
        ("president", "nowhere", "2001"),
        ("president", "united-states", "2009"),
        ("president", "soviet-union", None),
    ],
)
def test_no_holder_rather_than_a_guess(register: Register, office: str, of: str, date: str | None) -> None:
    assert register.holder(office, of, date) is None


def test_without_a_date_the_one_still_open(register: Register) -> None:
    actor = register.holder("foreign minister", "russia", None)
    assert actor is not None
    assert actor.id == "sergei-lavrov"


def test_roles_tell_what_they_mean(register: Register) -> None:
    assert {role.relation for role in register.roles("bashar-al-assad")} == {"LEADS"}
    assert {role.relation for role in register.roles("sergei-lavrov")} == {"REPRESENTS"}
    assert register.roles("iran") == ()


def test_standing_relations(register: Register) -> None:
    assert ("PROXY_OF", "iran") in {(link.relation, link.target) for link in register.links("hezbollah")}
    assert ("PART_OF", "irgc") in {(link.relation, link.target) for link in register.links("quds-force")}
    assert ("oman", "MEMBER_OF") in {
        (link.source, link.relation) for link in register.links("gulf-cooperation-council")
    }


def test_actors_carry_the_code_of_their_country(register: Register) -> None:
    codes = {
        ident: register.actor(ident).iso3 for ident in ("hezbollah", "sergei-lavrov", "ira", "islamic-state", "irgc")
    }
    assert codes == {"hezbollah": "LBN", "sergei-lavrov": "RUS", "ira": "GBR", "islamic-state": None, "irgc": "IRN"}


def test_actors_are_sorted_and_known_by_id(register: Register) -> None:
    idents = [actor.id for actor in register.actors()]
    assert idents == sorted(idents)
    assert register.get("no-such-actor") is None
    with pytest.raises(VocabularyError, match="unknown actor 'no-such-actor'"):
        register.actor("no-such-actor")
    with pytest.raises(VocabularyError):
        register.roles("no-such-actor")
