"""Predicates: every wish of a search looked at again on our side, since servers ignore some and misread others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from connectors.eo.product_id import Product, product
from connectors.extents import BBox
from connectors.items import Item
from connectors.operations import Search

_GSD = {"sentinel-2": 10.0, "sentinel-1": 20.0, "landsat": 30.0, "modis": 250.0, "naip": 1.0}
_POLAR = ("descending", "ascending")


def failures(item: Item, search: Search) -> tuple[str, ...]:
    """Names of what the item fails, in the order of the search; empty where it serves.

    What the item does not state counts as failed, with `:unknown` after the name; `resolution_max` and `daytime`
    excepted, which few catalogues state.
    """
    names = []
    if search.bbox and not touches(item, search.bbox):
        names.append("bbox")
    if search.interval and not search.interval.intersects(item.interval):
        names.append("datetime")
    known = product(item) if search.filters else None
    for name, wanted in search.filters.items():
        if name in _CHECKS:
            verdict = _CHECKS[name](_Facts(item, known), wanted)
            if verdict is None and name not in ("resolution_max", "daytime"):
                names.append(f"{name}:unknown")
            elif verdict is False:
                names.append(name)
    return tuple(names)


def touches(item: Item, box: BBox) -> bool:
    """True where the footprint meets the box; an item with neither geometry nor bbox touches nothing."""
    if item.bbox is None:
        return False
    if not item.bbox.intersects(box):
        return False
    if item.geometry is None or box.holds(item.bbox):
        return True
    import shapely
    from shapely.geometry import shape

    try:
        footprint = shape(dict(item.geometry))
        return any(footprint.intersects(shapely.box(*part)) for part in halves(box))
    except (shapely.GEOSException, ValueError, TypeError, KeyError, IndexError, AttributeError):
        return True


def halves(box: BBox) -> tuple[tuple[float, float, float, float], ...]:
    """(west, south, east, north) of the box, in two parts where it crosses the antimeridian."""
    return tuple((west, box.south, east, box.north) for west, east in box.spans)


def platform(name: str) -> str:
    """One spelling of a platform: `SENTINEL-1A`, `S1A` and `Sentinel 1A` are `sentinel-1a`."""
    bare = name.strip().lower().replace("_", "-").replace(" ", "-")
    if len(bare) == 3 and bare[0] == "s" and bare[1].isdigit():
        return f"sentinel-{bare[1:]}"
    if len(bare) == 2 and bare[0] == "l" and bare[1].isdigit():
        return f"landsat-{bare[1]}"
    return bare


class _Facts:
    """What an item and its name state, under the words of the filters."""

    def __init__(self, item: Item, known: Product | None) -> None:
        self.item = item
        self.known = known

    def number(self, *names: str) -> float | None:
        for name in names:
            value = self.item.properties.get(name)
            if isinstance(value, int | float) and not isinstance(value, bool):
                return float(value)
        return None

    def text(self, *names: str) -> str | None:
        return next((str(v) for n in names if (v := self.item.properties.get(n)) not in (None, "")), None)

    @property
    def tile(self) -> str | None:
        stated = self.text("s2:mgrs_tile", "grid:code")
        if stated:
            return stated.removeprefix("MGRS-").removeprefix("T").upper().zfill(5)
        parts = [self.text(f"mgrs:{n}") for n in ("utm_zone", "latitude_band", "grid_square")]
        if all(parts):
            return "".join(p or "" for p in parts).upper().zfill(5)
        return self.known.cell if self.known and self.known.platform.startswith("sentinel-2") else None

    def wrs(self, *, row: bool) -> int | None:
        stated = self.text("landsat:wrs_row" if row else "landsat:wrs_path")
        if stated and stated.isdigit():
            return int(stated)
        if self.known and self.known.platform.startswith("landsat") and self.known.cell.isdigit():
            return int(self.known.cell[3:] if row else self.known.cell[:3])
        return None

    @property
    def resolution(self) -> float | None:
        stated = self.number("gsd", "sar:pixel_spacing_range", "raster:spatial_resolution")
        per_asset = [v for a in self.item.assets if isinstance(v := a.properties.get("gsd"), int | float)]
        finest = min([float(v) for v in per_asset] + ([stated] if stated is not None else []), default=None)
        if finest is not None:
            return finest
        return next((gsd for start, gsd in _GSD.items() if self.item.collection.startswith(start)), None)


def _at_most(*names: str) -> Callable[[_Facts, Any], bool | None]:
    return lambda facts, wanted: None if (v := facts.number(*names)) is None else v <= float(wanted)


def _at_least(*names: str) -> Callable[[_Facts, Any], bool | None]:
    return lambda facts, wanted: None if (v := facts.number(*names)) is None else v >= float(wanted)


def _platform(facts: _Facts, wanted: Any) -> bool | None:
    stated = facts.text("platform") or (facts.known.platform if facts.known else None)
    accepted = [platform(str(w)) for w in (wanted if isinstance(wanted, list | tuple) else [wanted])]
    return None if stated is None else any(platform(p) in accepted for p in stated.split(","))


def _orbit_state(facts: _Facts, wanted: Any) -> bool | None:
    stated = (facts.text("sat:orbit_state") or "").lower()
    return stated == str(wanted).lower() if stated in _POLAR else None


def _relative_orbit(facts: _Facts, wanted: Any) -> bool | None:
    stated = facts.number("sat:relative_orbit")
    if stated is None and facts.known and facts.known.relative_orbit is not None:
        stated = facts.known.relative_orbit
    return None if stated is None else int(stated) == int(wanted)


def _mgrs_tile(facts: _Facts, wanted: Any) -> bool | None:
    return None if facts.tile is None else facts.tile == str(wanted).upper().removeprefix("T").zfill(5)


def _wrs_path(facts: _Facts, wanted: Any) -> bool | None:
    return None if (path := facts.wrs(row=False)) is None else path == int(wanted)


def _wrs_row(facts: _Facts, wanted: Any) -> bool | None:
    return None if (row := facts.wrs(row=True)) is None else row == int(wanted)


def _polarizations(facts: _Facts, wanted: Any) -> bool | None:
    stated = facts.item.properties.get("sar:polarizations") or (facts.known.polarizations if facts.known else ())
    asked = wanted if isinstance(wanted, list | tuple) else [wanted]
    return {str(p).upper() for p in asked} <= {str(p).upper() for p in stated} if stated else None


def _instrument_mode(facts: _Facts, wanted: Any) -> bool | None:
    stated = facts.text("sar:instrument_mode") or (facts.known.instrument_mode if facts.known else "")
    return stated.upper() == str(wanted).upper() if stated else None


def _resolution(facts: _Facts, wanted: Any) -> bool | None:
    return None if (finest := facts.resolution) is None else finest <= float(wanted)


def _ids(facts: _Facts, wanted: Any) -> bool:
    return facts.item.id in ([wanted] if isinstance(wanted, str) else wanted)


def _intersects(facts: _Facts, wanted: Any) -> bool | None:
    """Whether the footprint meets a GeoJSON geometry; None where it has none, or one that cannot be read."""
    import shapely
    from shapely.geometry import shape

    if facts.item.geometry is None:
        return None
    try:
        return bool(shape(dict(facts.item.geometry)).intersects(shape(wanted)))
    except (shapely.GEOSException, ValueError, TypeError, KeyError, IndexError, AttributeError):
        return None


def _daytime(facts: _Facts, wanted: Any) -> bool | None:
    elevation = facts.number("view:sun_elevation")
    return None if elevation is None else (elevation > 0) == (wanted == "day")


def _one_of(check: Callable[[_Facts, Any], bool | None]) -> Callable[[_Facts, Any], bool | None]:
    """Several wanted values mean any of them."""

    def any_of(facts: _Facts, wanted: Any) -> bool | None:
        verdicts = [check(facts, w) for w in (wanted if isinstance(wanted, list | tuple) else [wanted])]
        return True if True in verdicts else None if None in verdicts else False

    return any_of


_CHECKS: Mapping[str, Callable[[_Facts, Any], bool | None]] = {
    "cloud_cover_max": _at_most("eo:cloud_cover", "cloud_cover"),
    "cloud_cover_min": _at_least("eo:cloud_cover", "cloud_cover"),
    "snow_cover_max": _at_most("eo:snow_cover", "s2:snow_ice_percentage"),
    "resolution_max": _resolution,
    "orbit_state": _one_of(_orbit_state),
    "relative_orbit": _one_of(_relative_orbit),
    "mgrs_tile": _one_of(_mgrs_tile),
    "wrs_path": _one_of(_wrs_path),
    "wrs_row": _one_of(_wrs_row),
    "polarizations": _polarizations,
    "instrument_mode": _one_of(_instrument_mode),
    "platform": _platform,
    "daytime": _one_of(_daytime),
    "ids": _ids,
    "intersects": _intersects,
}
