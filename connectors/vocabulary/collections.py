"""Earth observation, reanalysis and observation collections by name or mission, and what a mission has and lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from connectors.extents import BBox
from connectors.vocabulary import tables
from connectors.vocabulary.entries import Entry, Wording
from connectors.vocabulary.patterns import Pattern

_PRODUCT = Pattern(
    r"(?<![^\W_])(?:(?P<modis>(?:modis[\s_/-]*(?:terra|aqua)?[\s_/-]*)?(?P<series>m[oyc]d)[\s_-]?(?P<number>\d{2}[a-z]?\d?[a-z]?\d?))"
    r"|modis[\s_/-]+(?P<bare>\d{2}[a-z]\d[a-z]?\d?)"
    r"|(?:viirs[\s_/-]*)?v(?:np|j1|j2)(?P<viirs>\d{2}[a-z]{0,2}\d?[a-z]?\d?))(?:\.\d{1,3})?(?![^\W_])",
    re.IGNORECASE,
)
_TITLES = {
    "09": "surface reflectance", "10": "snow cover", "11": "land surface temperature", "12": "land cover", "13": "vegetation indices",
    "14": "thermal anomalies and fire", "15": "leaf area index", "16": "evapotranspiration", "17": "gross and net primary production",
    "21": "land surface temperature", "29": "sea ice", "43": "albedo", "44": "vegetation continuous fields", "64": "burned area",
    "46": "night lights", "35": "cloud mask", "04": "aerosol", "06": "cloud", "08": "atmosphere",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionEntry(Entry):
    """A collection: dates are ISO (no `end`: it goes on), `resolution_m` the finest pixel, empty tuples mean not said."""

    mission: str
    sensor: str
    platforms: tuple[str, ...] = ()
    level: str = ""
    instruments: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    modes: tuple[str, ...] = ()
    polarizations: tuple[str, ...] = ()
    daytime: tuple[str, ...] = ()
    resolution_m: float | None = None
    region: BBox | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformEntry(Entry):
    """One satellite of a mission, its dates from launch to the end of its data."""

    collection_id: str
    start: str | None = None
    end: str | None = None


def collections() -> tuple[CollectionEntry, ...]:
    """Every collection that has an id of its own."""
    return tuple(_collections().values())


def collection(collection_id: str) -> CollectionEntry | None:
    """The collection of an id; `modis-13q1` and `viirs-09ga` are made from their missions."""
    known = _collections().get(collection_id)
    mission, _, product = collection_id.partition("-")
    if known or mission not in ("modis", "viirs") or not product:
        return known
    base = _collections()[mission]
    digits = re.search(r"\d{2}", product)
    title = _TITLES.get(digits.group(), "") if digits else ""
    name = f"{mission.upper()} {product.upper()}" + (f" ({title})" if title else "")
    return CollectionEntry(
        id=collection_id, name_en=name, name_fr=f"{mission.upper()} {product.upper()}", source=base.source, mission=mission,
        sensor=base.sensor, platforms=base.platforms, instruments=base.instruments, start=base.start, daytime=base.daytime,
        resolution_m=base.resolution_m,
    )  # fmt: skip


def platform(platform_id: str) -> PlatformEntry | None:
    """One satellite: `sentinel-2a`, `landsat-9`."""
    return _platforms().get(platform_id)


def products(text: str) -> tuple[tuple[int, int, CollectionEntry], ...]:
    """Every MODIS or VIIRS product code in a text: `MODIS 13Q1`, `MOD13Q1.061`, `MYD11A1`, `VNP09GA`."""
    found = []
    for match in _PRODUCT.finditer(text):
        code = match.group("number") or match.group("bare")
        entry_id = f"modis-{code.lower()}" if code else f"viirs-{match.group('viirs').lower()}"
        entry = collection(entry_id)
        if entry:
            found.append((match.start(), match.end(), entry))
    return tuple(found)


def wordings() -> Iterator[Wording]:
    """Every way to write a collection; platforms are `platform:<id>`."""
    for row in tables.rows("collections"):
        for language, cell in (("en", row[15]), ("fr", row[16])):
            for text, implies in tables.worded(cell):
                yield Wording(text, row[0], "en" if language == "en" else "fr", implies)
        if "-" in row[0]:
            yield Wording(row[0], row[0], form="identifier")
    for row in tables.rows("platforms"):
        for text in tables.listed(row[5]):
            yield Wording(text, f"platform:{row[0]}")


@cache
def _collections() -> dict[str, CollectionEntry]:
    found = {}
    for row in tables.rows("collections"):
        aliases = tuple(dict.fromkeys(text for cell in row[15:17] for text, _ in tables.worded(cell)))
        found[row[0]] = CollectionEntry(
            id=row[0], mission=row[1], name_en=row[2], name_fr=row[3], aliases=aliases, source=tables.source("collections"),
            sensor=row[4], platforms=tables.listed(row[5]), level=row[6], instruments=tables.listed(row[7]), start=row[8] or None,
            end=row[9] or None, modes=tables.listed(row[10]), polarizations=tables.listed(row[11]), daytime=tables.listed(row[12]),
            resolution_m=float(row[13]) if row[13] else None, region=BBox.of([float(v) for v in row[14].split(",")]) if row[14] else None,
        )  # fmt: skip
    return found


@cache
def _platforms() -> dict[str, PlatformEntry]:
    return {
        row[0]: PlatformEntry(
            id=row[0], name_en=row[2], name_fr=row[2], aliases=tables.listed(row[5]), source=tables.source("platforms"),
            collection_id=row[1], start=row[3] or None, end=row[4] or None,
        )
        for row in tables.rows("platforms")
    }  # fmt: skip
