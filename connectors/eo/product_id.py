"""Product names of the missions, read back: what the name of a scene says of its platform, level, tile, orbit and day.

Naming conventions: Sentinel-2 and Sentinel-1 product specifications (ESA), Landsat Collection 2 and pre-collection
scene identifiers (USGS), MODIS and VIIRS granule names (LP DAAC), HLS (LP DAAC), Earth Search's tile identifiers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from re import Match
from typing import NamedTuple

from connectors.items import Item

_NAMES = ("s2:product_uri", "sentinel:product_id", "identifier", "title", "landsat:product_id", "landsat:scene_id")


class Product(NamedTuple):
    """The acquisition that a name speaks of; `cell` is a tile, a path and row, or the start time of a radar pass.

    `day` is the ISO date of sensing.
    """

    platform: str
    level: str
    cell: str
    day: str
    relative_orbit: int | None = None
    polarizations: tuple[str, ...] = ()
    instrument_mode: str = ""


def product(item: Item) -> Product | None:
    """The product an item lists, from its id or the properties that repeat the product's name; None where unnamed."""
    if (named := read_name(item.id)) is not None and named.relative_orbit is not None:
        return named
    stated = item.properties
    names = (item.id, *(stated[name] for name in _NAMES if name in stated))
    found = [known for name in names if isinstance(name, str) and (known := read_name(name))]
    if not found:
        return None
    # A tile id lacks the orbit, which the full product name beside it has.
    return next((p for p in found if p.relative_orbit is not None and p.cell == found[0].cell), found[0])


@lru_cache(maxsize=131_072)  # a catalogue after another lists the same names; about 50 MB when full
def read_name(name: str) -> Product | None:
    """Read one product name or catalogue id."""
    for initials, pattern, reader in _READERS:
        if name.startswith(initials) and (match := pattern.match(name)):
            return reader(match)
    return None


def _day(compact: str) -> str:
    return f"{compact[:4]}-{compact[4:6]}-{compact[6:8]}"


def _ordinal_day(year_and_day: str) -> str:
    return (date(int(year_and_day[:4]), 1, 1) + timedelta(days=int(year_and_day[4:7]) - 1)).isoformat()


def _sentinel2(m: Match[str]) -> Product:
    unit, level, day, orbit, tile = m.groups()
    return Product(f"sentinel-2{unit.lower()}", level.lower(), tile, _day(day), int(orbit))


def _sentinel2_tile(m: Match[str]) -> Product:
    return Product(
        platform=f"sentinel-2{m['unit'].lower()}",
        level=m["level"].lower(),
        cell=m["tile"].zfill(5),
        day=_day(m["day"]),
    )


def _sentinel1(m: Match[str]) -> Product:
    pairs = {"SH": ("HH",), "SV": ("VV",), "DH": ("HH", "HV"), "DV": ("VV", "VH")}
    level = m["type"].lower() + m["resolution"].lower().replace("_", "") + ("-rtc" if m["rtc"] else "")
    return Product(
        platform=f"sentinel-1{m['unit'].lower()}",
        level=level,
        cell=f"{m['mode']}-{m['polarization']}-{m['start']}-{m['stop']}-{m['absolute']}",
        day=_day(m["start"]),
        polarizations=pairs.get(m["polarization"], ()),
        instrument_mode=m["mode"],
    )


def _landsat(m: Match[str]) -> Product:
    return Product(
        platform=f"landsat-{int(m['unit'])}",
        level=f"c{int(m['collection'])}-{m['level'][:2].lower()}",
        cell=m["cell"],
        day=_day(m["day"]),
    )


def _landsat_scene(m: Match[str]) -> Product:
    return Product(platform=f"landsat-{m['unit']}", level="scene", cell=m["cell"], day=_ordinal_day(m["day"]))


def _gridded(m: Match[str]) -> Product:
    platforms = {"MOD": "terra", "MYD": "aqua", "MCD": "terra+aqua", "VNP": "suomi-npp", "VJ1": "noaa-20"}
    return Product(
        platform=platforms[m["sensor"]],
        level=f"{m['product'].lower()}-{m['collection']}",
        cell=m["tile"] or "globe",
        day=_ordinal_day(m["day"]),
    )


def _hls(m: Match[str]) -> Product:
    return Product(
        platform="sentinel-2" if m["kind"] == "S30" else "landsat",
        level=f"hls-{m['kind'].lower()}",
        cell=m["tile"],
        day=_ordinal_day(m["day"]),
    )


_READERS: tuple[tuple[tuple[str, ...], re.Pattern[str], Callable[[Match[str]], Product]], ...] = (
    (
        ("S2",),
        re.compile(
            r"S2(?P<unit>[A-D])_MSI(?P<level>L1C|L2A)_(?P<day>\d{8})T\d{6}_(?:N\d{4}_)?"
            r"R(?P<orbit>\d{3})_T(?P<tile>\d\d[A-Z]{3})_\d{8}T\d{6}"
        ),
        _sentinel2,
    ),
    (
        ("S2",),
        re.compile(
            r"S2(?P<unit>[A-D])_T?(?P<tile>\d{1,2}[A-Z]{3})_(?P<day>\d{8})(?:T\d{6})?(?:_\d+)?_(?P<level>L1C|L2A)$"
        ),
        _sentinel2_tile,
    ),
    (
        ("S1",),
        re.compile(
            r"S1(?P<unit>[A-D])_(?P<mode>IW|EW|WV|S[1-6])_(?P<type>GRD|SLC|OCN|RAW)(?P<resolution>[FHM_])_[0-2][SA]"
            r"(?P<polarization>SH|SV|DH|DV)_(?P<start>\d{8}T\d{6})_(?P<stop>\d{8}T\d{6})_(?P<absolute>\d{6})_"
            r"[0-9A-F]{6}(?:_[0-9A-F]{4})?(?P<rtc>_rtc)?"
        ),
        _sentinel1,
    ),
    (
        ("L",),
        re.compile(
            r"L[COTEM](?P<unit>0[4-9])_(?P<level>L[12][A-Z]{2})_(?P<cell>\d{6})_(?P<day>\d{8})_"
            r"(?:\d{8}_)?(?P<collection>0[12])_(?:RT|T[12]|A[12])"
        ),
        _landsat,
    ),
    (
        ("L",),
        re.compile(r"L[COTEM](?P<unit>[4-9])(?P<cell>\d{6})(?P<day>\d{7})[A-Z]{3}\d\d$"),
        _landsat_scene,
    ),
    (
        ("MOD", "MYD", "MCD", "VNP", "VJ1"),
        re.compile(
            r"(?P<sensor>M[OYC]D|VNP|VJ1)(?P<product>\w+)\.A(?P<day>\d{7})\.(?:(?P<tile>h\d\dv\d\d)\.)?"
            r"(?P<collection>\d{3})\.\d{13}"
        ),
        _gridded,
    ),
    (
        ("HLS",),
        re.compile(r"HLS\.(?P<kind>S30|L30)\.T(?P<tile>\d\d[A-Z]{3})\.(?P<day>\d{7})T\d{6}\.v\d"),
        _hls,
    ),
)
