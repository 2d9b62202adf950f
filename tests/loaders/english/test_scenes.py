"""Where it happened: what the sentence says of the place of an act."""

import pytest

from tests.loaders.english.conftest import Read

PLACED = [
    ("Egypt met Sudan in Geneva.", "Geneva"),
    ("Talks between Egypt and Sudan in Geneva failed.", "Geneva"),
    ("Israel struck Iranian depots in northern Syria.", "northern Syria"),
    ("Israel carried out strikes on Syria near the town of Homs.", "Homs"),
    ("Turkish jets struck Deir ez-Zor on Monday.", "Deir ez-Zor"),
    ("Pakistan attacked Afghanistan in Barmal district.", "Barmal district"),
    ("Iran's president visited Moscow.", "Moscow"),
    ("Sudanese troops seized the Chadian village of Tine.", "Tine"),
    ("Russia deployed troops to Syria.", "Syria"),
    ("The last French soldier left Mali.", "Mali"),
    ("Hungary's prime minister flew to Tbilisi to congratulate Georgia.", "Tbilisi"),
    ("Iran seized an Emirati ship in the Gulf of Oman.", "Gulf of Oman"),
    ("Ukraine's president met Joe Biden in the White House.", "White House"),
    ("During a visit to Kyiv, the Polish president met Ukraine's prime minister.", "Kyiv"),
    ("Egypt held talks with Sudan on the Nile in Kinshasa.", "Kinshasa"),
    ("Egypt held talks with Sudan over the Renaissance Dam.", None),
    ("Foreign Minister Wang Yi met Qureshi in Dushanbe and asked Pakistan for the truth.", "Dushanbe"),
    ("Israel struck Syria.", None),
    ("Israel struck Syria in March.", None),
    ("Egypt held talks on Libya with Sudan.", None),
    ("Egypt criticised Sudan at the Security Council.", None),
    ("Norway gave its backing to Sudan.", None),
]


@pytest.mark.parametrize(("text", "place"), PLACED)
def test_place(text: str, place: str | None, read: Read) -> None:
    claims = [claim for claim in read(text).claims if claim.relation not in {"LEADS", "REPRESENTS"}]
    assert claims
    assert {claim.place for claim in claims} == {place}


def test_of_several_places_an_act_has_that_of_whom_it_is_done_to(read: Read) -> None:
    claims = read("Turkish troops were deployed in northern Syria and Iraq.").claims
    assert {(claim.target, claim.place) for claim in claims} == {("syria", "northern Syria"), ("iraq", "Iraq")}


def test_what_only_holds_is_nowhere(read: Read) -> None:
    (claim, *_) = read("MINUSCA, the UN mission in Bangui, has left the town.").claims
    assert (claim.relation, claim.place) == ("PART_OF", None)


def test_where_an_act_was_is_not_where_it_is_condemned(read: Read) -> None:
    claims = read("Egypt, Jordan and Iraq condemned Israel for an attack in Homs on Syria.").claims
    assert {claim.place for claim in claims if claim.relation == "CRITICIZES"} == {None}


def test_a_warning_is_not_given_where_others_were_hit(read: Read) -> None:
    claims = read("Israel has attacked Iranian targets in Syria and has warned Iran.").claims
    assert {claim.relation: claim.place for claim in claims} == {"ATTACKS": "Syria", "WARNS": None}
