"""WCS 2.0: coverages read from their own descriptions, and the GetCoverage request of a window of one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import sqrt
from urllib.parse import urlencode

from connectors.eo.map_layer import MOST_PIXELS, Window
from connectors.extents import BBox
from connectors.markup import Element, children, local_name, text

_LONGITUDE = re.compile(r"(lon|long|longitude|x|e)", re.IGNORECASE)
_LATITUDE = re.compile(r"(lat|latitude|y|n)", re.IGNORECASE)
_TIME = re.compile(r"(time|t|ansi|date|phenomenontime)", re.IGNORECASE)
_GEOGRAPHIC = re.compile(r"(4326|CRS84|4258|4979)")
_DAY = re.compile(r"\"?(\d{4}-\d\d-\d\d)")
_FORMATS = re.compile(r"(netcdf|tiff|geotiff)", re.IGNORECASE)
_SCALING = "service-extension_scaling"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What a capabilities document says of the service: its coverages, formats and whether it scales."""

    coverages: tuple[str, ...]
    titles: tuple[str, ...]
    formats: tuple[str, ...]
    scales: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """One coverage; `axes` are the labels of longitude, latitude and time, empty where it has none.

    `size` is its columns and rows, (0, 0) where its grid is not told.
    """

    id: str
    axes: tuple[str, str, str]
    bbox: BBox | None
    times: tuple[str, ...] = ()
    size: tuple[int, int] = (0, 0)
    fields: tuple[str, ...] = ()


def read_offer(body: bytes) -> Offered:
    """The coverages of a service, as OWSLib lists them."""
    from owslib.wcs import WebCoverageService

    service = WebCoverageService("https://capabilities.invalid/", version="2.0.1", xml=body)
    root = service._capabilities
    formats = [e.text for e in root.iter() if local_name(e) == "formatSupported" and e.text]
    profiles = " ".join(service.identification.profiles or ())
    named = [(coverage.id, coverage.title or "") for coverage in service.contents.values()]
    return Offered(
        coverages=tuple(name for name, _ in named),
        titles=tuple(title for _, title in named),
        formats=tuple(formats),
        scales=_SCALING in profiles,
    )


def read_coverages(root: Element) -> tuple[Coverage, ...]:
    """The coverages of a DescribeCoverage reply; those that cannot be read are left out."""
    read = (_coverage(description) for description in children(root, "CoverageDescription"))
    return tuple(coverage for coverage in read if coverage)


def get_coverage(coverage: Coverage, window: Window, *, base: str, format: str, scales: bool) -> str:
    """The address of a window of the coverage; empty where it has no degrees to cut by, or is too large and not scaled."""
    longitude, latitude, time = coverage.axes
    if not (longitude and latitude and coverage.bbox):
        return ""
    west, south, east, north = window.box
    width, height = _share(coverage, window)
    factor = MOST_PIXELS / sqrt(width * height) if width * height > MOST_PIXELS**2 else 1.0
    if factor < 1 and not scales:
        return ""
    parameters = [
        ("service", "WCS"),
        ("version", "2.0.1"),
        ("request", "GetCoverage"),
        ("coverageId", coverage.id),
        ("subset", f"{longitude}({west:.9g},{east:.9g})"),
        ("subset", f"{latitude}({south:.9g},{north:.9g})"),
        *([("subset", f'{time}("{window.time}")')] if time and window.time else []),
        *([("scalefactor", f"{factor:.4g}")] if factor < 1 else []),
        ("format", format),
    ]
    return f"{base}{'&' if '?' in base else '?'}{urlencode(parameters, safe='(),:/')}"


def preferred_format(formats: tuple[str, ...]) -> str:
    """NetCDF or GeoTIFF where offered."""
    ranked = sorted(formats, key=lambda f: (not _FORMATS.search(f), "netcdf" not in f.lower()))
    return ranked[0] if ranked else "image/tiff"


def _coverage(description: Element) -> Coverage | None:
    name = text(description, "CoverageId")
    envelope = next((e for e in description.iter() if local_name(e).startswith("Envelope")), None)
    if not name or envelope is None:
        return None
    labels = (envelope.get("axisLabels") or "").replace(",", " ").split()
    lower, upper = text(envelope, "lowerCorner").split(), text(envelope, "upperCorner").split()
    ends = dict(zip(labels, zip(lower, upper, strict=False), strict=False))
    x, y, t = (next((a for a in labels if axis.fullmatch(a)), "") for axis in (_LONGITUDE, _LATITUDE, _TIME))
    is_geographic = bool(_GEOGRAPHIC.search(envelope.get("srsName") or ""))
    grid = next((e for e in description.iter() if local_name(e) == "GridEnvelope"), None)
    return Coverage(
        id=name,
        axes=(x, y, t) if is_geographic else ("", "", t),
        bbox=_box(ends, x=x, y=y) if is_geographic else None,
        times=_times(envelope, ends.get(t)),
        size=_size(grid, axes=_grid_axes(description) or labels, x=x, y=y) if grid is not None else (0, 0),
        fields=tuple(e.get("name") or "" for e in description.iter() if local_name(e) == "field"),
    )


def _box(ends: dict[str, tuple[str, str]], *, x: str, y: str) -> BBox | None:
    try:
        west, east, south, north = (*(float(v) for v in ends[x]), *(float(v) for v in ends[y]))
        return BBox.of((west, max(-90.0, south), east, min(90.0, north)))
    except (KeyError, ValueError):
        return None


def _times(envelope: Element, ends: tuple[str, str] | None) -> tuple[str, ...]:
    """First and last time, from the envelope's time axis or its begin and end positions."""
    stated = ends or (text(envelope, "beginPosition"), text(envelope, "endPosition"))
    days = [day[1] for value in stated if (day := _DAY.match(value))]
    return ("/".join(days),) if len(days) == 2 else ()


def _grid_axes(description: Element) -> list[str]:
    labels = next((e.text for e in description.iter() if local_name(e) == "axisLabels" and e.text), "")
    return labels.split()


def _size(grid: Element, *, axes: list[str], x: str, y: str) -> tuple[int, int]:
    """Columns and rows by the grid's own order of axes, which is not that of the envelope."""
    low, high = (text(grid, name).split() for name in ("low", "high"))
    try:
        counts = {axis: int(b) - int(a) + 1 for axis, a, b in zip(axes, low, high, strict=False)}
        return counts.get(x, 0), counts.get(y, 0)
    except ValueError:
        return 0, 0


def _share(coverage: Coverage, window: Window) -> tuple[float, float]:
    """Columns and rows that fall to the window."""
    if coverage.bbox is None:
        return 0.0, 0.0
    west, south, east, north = window.box
    height = coverage.bbox.north - coverage.bbox.south
    return (
        coverage.size[0] * (east - west) / max(coverage.bbox.width, 1e-9),
        coverage.size[1] * (north - south) / max(height, 1e-9),
    )
