"""Seas, lakes, rivers, islands, ranges: Natural Earth's names with French ones by rule; and the curated table."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from connectors.extents import BBox
from connectors.vocabulary.spelling import normalise
from scripts.vocabulary.places.drafts import Box, Draft

_SOURCE = "Natural Earth 1:10m physical (public domain), by martynafford/natural-earth-geojson 0b9a6ce"
CURATED = "curated for this project (scripts/vocabulary/curated/places.tsv): names in use, boxes read from maps"
FURTHER = "curated for this project (scripts/vocabulary/curated/features.tsv): names in use, boxes read from maps"
# People of a city about as well known as a feature of the kind.
_WEIGHTS = {"river": 60_000, "lake": 60_000, "sea": 120_000, "mountain_range": 120_000, "island": 150_000, "protected_area": 90_000,
            "region": 120_000, "other": 90_000, "city": 30_000}  # fmt: skip
_WORDINGS = {
    "river": ("{} River", "River {}", "rivière {}", "fleuve {}"),
    "mountain_range": ("massif de {}", "monts {}", "{} mountains"),
    "island": ("{} Island", "island of {}", "isle of {}", "île {}"),
    "protected_area": ("{} National Park", "parc national {}", "parc {}", "{} NP", "{} Reserve", "réserve {}"),
    "region": ("{} region", "région {}"),
    "other": ("mont {}", "Mount {}", "{} volcano", "volcan {}"),
}  # fmt: skip
_CORE = re.compile(r"^(?:River|rivière|fleuve|rio) (?:d[eu] |des |de la |de l'|d')?|,? River$")
_KINDS = {
    "Island": "island", "Island group": "island", "Range/mtn": "mountain_range", "Plateau": "region", "Desert": "region",
    "Pen/cape": "region", "Peninsula": "region", "Geoarea": "region", "Coast": "region", "Plain": "region", "Delta": "region", "Basin": "region",
    "Valley": "region", "Lowland": "region", "Tundra": "region", "Isthmus": "region", "Wetlands": "region", "Foothills": "mountain_range",
    "ocean": "ocean", "sea": "sea", "bay": "sea", "gulf": "sea", "strait": "sea", "channel": "sea", "sound": "sea", "fjord": "sea",
    "lagoon": "sea", "inlet": "sea", "reef": "region",
}  # fmt: skip
_GEOMETRY = {
    "Mediterranean": "ar6:MED", "Sahara": "ar6:SAH", "Tibetan Plateau": "ar6:TIB", "Caribbean": "ar6:CAR", "Arabian Peninsula": "ar6:ARP",
    "New Caledonia": "countries:NCL", "French Polynesia": "countries:PYF", "Puerto Rico": "countries:PRI", "Greenland": "countries:GRL",
}  # fmt: skip
_SHORT = {"Mts.": "Mountains", "Pen.": "Peninsula", "Ra.": "Range", "Str.": "Strait", "Sd.": "Sound", "Is.": "Islands", "I.": "Island", "Pt.": "Point",
          "St.": "Saint", "Ste.": "Sainte", "Mt.": "Mount", "L.": "Lake"}  # fmt: skip
_RANK = {0: 1_500_000, 1: 800_000, 2: 400_000, 3: 200_000, 4: 100_000, 5: 50_000, 6: 25_000}
_FRENCH = (
    (re.compile(r"^Lake (.+)$"), "lac {}"), (re.compile(r"^(.+) Lake$"), "lac {}"), (re.compile(r"^Lago (?:di |de )?(.+)$"), "lac {}"),
    (re.compile(r"^Gulf of (.+)$"), "golfe de {}"), (re.compile(r"^Golfo (?:de )?(.+)$"), "golfe de {}"), (re.compile(r"^Bay of (.+)$"), "baie de {}"),
    (re.compile(r"^(.+) Bay$"), "baie de {}"), (re.compile(r"^(.+) Sea$"), "mer de {}"), (re.compile(r"^(.+) Strait$"), "détroit de {}"),
    (re.compile(r"^Strait of (.+)$"), "détroit de {}"), (re.compile(r"^(.+) Islands$"), "îles {}"), (re.compile(r"^(.+) Island$"), "île {}"),
    (re.compile(r"^Isle of (.+)$"), "île de {}"), (re.compile(r"^(.+) Mountains$"), "monts {}"), (re.compile(r"^(.+) Range$"), "chaîne {}"),
    (re.compile(r"^(.+) Desert$"), "désert de {}"), (re.compile(r"^(.+) Peninsula$"), "péninsule de {}"), (re.compile(r"^(.+) Plateau$"), "plateau de {}"),
    (re.compile(r"^(.+) Reservoir$"), "réservoir {}"), (re.compile(r"^(.+) Delta$"), "delta de {}"),
)  # fmt: skip
_RIVER = re.compile(r"^(?:rivière|fleuve) (?:du |de la |de l'|des |aux )?(.+)$")
_CORES = re.compile(
    r"^(?:Lake |Lago (?:di |de )?|Lac |River )?(.+?)(?: Lake| River| Mountains| Range| Islands?| Desert)?$"
)


def features(extracts: Path) -> Iterator[Draft]:
    """Natural Earth's marine areas, regions, lakes and rivers, wider mergers of homonyms left out."""
    for name in ("ne_10m_geography_marine_polys.names_bbox", "ne_10m_geography_regions_polys.names_bbox"):
        for number, row in enumerate(_rows(extracts, name)):
            kind = _KINDS.get(row["class"])
            if row["name"] and kind:
                yield _feature(row, kind, f"{name.split('_')[3]}{number}")
    for number, row in enumerate(_rows(extracts, "ne_10m_lakes.names_bbox")):
        if row["name"]:
            yield _feature(row, "lake", f"lake{number}")
    for number, row in enumerate(_rows(extracts, "ne_10m_rivers.names_bbox")):
        box = row["bbox"]
        if row["name"] and box[2] - box[0] < 25 and box[3] - box[1] < 25:
            yield _river(row, number)


def _feature(row: dict[str, Any], kind: str, number: str) -> Draft:
    english = _spelt(row["name_en"] or row["name"])
    french = _spelt(row["name_fr"]) if row["name_fr"] else _in_french(english)
    draft = Draft(
        ref=f"{kind}:{number}", kind=kind, name_en=english, name_fr=french, box=_box(row["bbox"]),
        weight=_fame(row) ** 0.75, source=_SOURCE,
    )  # fmt: skip
    draft.add(
        english,
        french,
        _spelt(row["name"]),
        *[_spelt(n) for n in (row["namealt"] or "").split("|") if n != "Great Lakes"],
    )
    core = _CORES.match(english)
    if core and core.group(1) != english and kind in ("mountain_range", "region", "island"):
        draft.add(core.group(1), form=1)
    return draft


def _river(row: dict[str, Any], number: int) -> Draft:
    name = _spelt(row["name"])
    draft = Draft(
        ref=f"river:{number}", kind="river", name_en=f"{name} River", name_fr=f"rivière {name}", box=_box(row["bbox"]),
        weight=_fame(row) ** 0.75 * 0.4, source=_SOURCE,
    )  # fmt: skip
    for core in {name, *(n.strip() for n in (row["namealt"] or "").split("|") if n.strip())}:
        draft.add(f"{core} River", f"River {core}", f"rivière {core}", f"fleuve {core}", f"rio {core}")
        draft.add(core, form=1)
    return draft


def curated(table: Path) -> Iterator[Draft]:
    """The places written by hand; basins get their names in both languages from the river's."""
    for line in table.read_text(encoding="utf-8").splitlines():
        if line.startswith(("#", "kind\t")):
            continue
        kind, english, french, country, box, weight, aliases = line.split("\t")
        west, south, east, north = (float(v) for v in box.split(","))
        draft = Draft(
            ref=f"{kind}:{normalise(english).replace(' ', '-')}", kind=kind, name_en=english, name_fr=french, country=country,
            box=(west, south, east, north), weight=float(weight) ** 0.75, source=CURATED, geometry_id=_GEOMETRY.get(english, ""),
        )  # fmt: skip
        draft.add(
            english.partition(" (")[0] if "(" not in english or kind != "region" else None,
            french.partition(" (")[0] if kind == "basin" else None,
        )
        for alias in aliases.split("|"):
            if kind == "basin":
                draft.add(*_basin_names(alias))
            else:
                draft.add(alias)
                if kind == "river":
                    draft.add(*_RIVER.findall(alias), form=1)
        yield draft


def further(table: Path) -> Iterator[Draft]:
    """The features written by hand with a box or a middle and a radius; common wordings of each kind are added by rule."""
    for line in table.read_text(encoding="utf-8").splitlines():
        if line.startswith(("#", "kind\t")):
            continue
        kind, english, french, country, where, aliases = line.split("\t")
        french = french or (f"rivière {english}" if kind == "river" else _in_french(english))
        bare = english.partition(" (")[0]
        draft = Draft(
            ref=f"{kind}:{normalise(english).replace(' ', '-')}", kind=kind, name_en=bare, name_fr=french.partition(" (")[0], country=country,
            box=_around(where), weight=_WEIGHTS[kind] ** 0.75, source=FURTHER, geometry_id=_GEOMETRY.get(english, ""),
        )  # fmt: skip
        for name in (bare, french.partition(" (")[0], *filter(None, aliases.split("|"))):
            draft.add(name, *(wording.format(name) for wording in _WORDINGS.get(kind, ())))
            if kind == "river":
                draft.add(*_RIVER.findall(name))
        yield draft


def basins(rivers: Iterable[Draft], known: set[str]) -> Iterator[Draft]:
    """A basin for each river that has none: the river's box, a little wider, said to be approximate by its kind."""
    for river in rivers:
        core = re.sub(r"^(?:River |rivière |fleuve )|,? (?:River|Creek)$", "", river.name_en)
        if f"basin {normalise(core)}" in known:
            continue
        west, south, east, north = river.box
        draft = Draft(
            ref=f"basin:{river.ref.partition(':')[2]}", kind="basin", name_en=f"{core} basin", name_fr=f"bassin de {core}", country=river.country,
            box=(max(-180.0, west - 0.3), max(-90.0, south - 0.3), min(180.0, east + 0.3), min(90.0, north + 0.3)),
            weight=river.weight * 0.8, source=river.source,
        )  # fmt: skip
        for name in {core, *(_CORE.sub("", text) for text in river.names)}:
            draft.add(*_basin_names(name))
        yield draft


def _around(where: str) -> Box:
    """`west,south,east,north`, or the square around `latitude,longitude,radius in km`."""
    values = [float(v) for v in where.split(",")]
    if len(values) == 3:
        latitude, longitude, radius = values
        up = radius / 111.2
        side = min(15.0, up / max(0.05, math.cos(math.radians(latitude))))
        values = [longitude - side, max(-90.0, latitude - up), longitude + side, min(90.0, latitude + up)]
    west, south, east, north = (round(edge, 3) for edge in BBox.of(values).to_list())
    return west, south, east, north


def _basin_names(river: str) -> Iterator[str]:
    for word in (
        "basin",
        "watershed",
        "catchment",
        "river basin",
        "drainage basin",
        "river watershed",
        "river catchment",
        "drainage",
    ):
        yield f"{river} {word}"
    for word in ("bassin", "bassin versant", "bassin hydrographique", "bassin hydrologique", "bv"):
        yield f"{word} {river}"
    yield f"basin of the {river}"
    yield f"watershed of the {river}"
    yield f"bassin versant rivière {river}"
    yield f"bassin rivière {river}"
    yield f"bassin fleuve {river}"


def _fame(row: dict[str, Any]) -> int:
    """People of a city about as well known, by Natural Earth's rank."""
    return 12_000 if row["scalerank"] is None else _RANK.get(int(row["scalerank"]), 12_000)


def _in_french(english: str) -> str:
    for pattern, template in _FRENCH:
        match = pattern.match(english)
        if match:
            return template.format(match.group(1))
    return english


def _spelt(name: str) -> str:
    """Capitals put down, abbreviations written out, double spaces gone."""
    words = " ".join(_SHORT.get(w if not w.isupper() else w.capitalize(), w) for w in name.split())
    if words.isupper():
        words = " ".join(
            w.capitalize() if w.lower() not in ("of", "the", "and", "de", "du", "des") else w.lower()
            for w in words.split()
        )
    return words


def _box(values: list[float]) -> Box:
    return values[0], values[1], values[2], values[3]


def _rows(extracts: Path, name: str) -> list[dict[str, Any]]:
    return list(json.loads((extracts / f"{name}.json").read_text(encoding="utf-8")))
