"""Maps: fields with a colour bar, footprints of scenes and places over country outlines, always with a scale bar and a legend."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians
from typing import TYPE_CHECKING, Any

from conductor.answer import Finding
from conductor.interfaces.plots.style import ACCENT, INK, SECOND, SOFT, canvas, encode, footer, styled
from connectors.extents import BBox

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Ring = Sequence[Sequence[float]]


def footprints(finding: Finding, *, title: str, outlines: Sequence[Ring], kind: str = "svg") -> bytes:
    """Outlines of the items found, the asked place dashed, countries behind."""
    boxes = [item.bbox for item in finding.items if item.bbox]
    place = _box((finding.place or {}).get("bbox"))
    view = _view([*boxes, *([place] if place else [])])
    with styled(axes__grid=False):
        figure, axes = canvas(6.4, 5.4)
        _background(axes, view, outlines)
        for number, item in enumerate(finding.items):
            for ring in _rings(item.geometry, item.bbox):
                axes.fill(
                    *_xy(ring),
                    facecolor=ACCENT,
                    alpha=0.18,
                    edgecolor=ACCENT,
                    lw=1.3,
                    label="scene footprint" if not number else None,
                )
        if place:
            axes.plot(
                *_xy(_ring(place)),
                color=SECOND,
                lw=1.6,
                ls=(0, (4, 2)),
                label=f"asked: {(finding.place or {}).get('name', 'place')}",
            )
        _scale_bar(axes, view)
        axes.set_title(title, wrap=True)
        axes.legend(loc="upper right")
        footer(figure, f"{len(finding.items)} found · longitude and latitude, WGS 84")
        return encode(figure, kind=kind)


def field(finding: Finding, *, title: str, outlines: Sequence[Ring], kind: str = "svg") -> bytes:
    """A gridded field (`details["grid"]`: lat, lon, values, units) as cells of their true size, no smoothing."""
    import numpy as np

    grid: dict[str, Any] = finding.details["grid"]
    lon, lat = np.asarray(grid["lon"], float), np.asarray(grid["lat"], float)
    values = np.array([[np.nan if v is None else v for v in row] for row in grid["values"]], float)
    view = BBox(west=-180.0, south=-90.0, east=180.0, north=90.0) if lon.max() - lon.min() > 300 else _around(lon, lat)
    diverging = bool(np.nanmin(values) < 0 < np.nanmax(values)) or finding.reference is not None
    reach = float(np.nanmax(np.abs(values))) if diverging else None
    with styled(axes__grid=False):
        figure, axes = canvas(7.6, 4.6)
        mesh = axes.pcolormesh(
            lon,
            lat,
            values,
            shading="nearest",
            cmap=_colours(finding, diverging=diverging),
            vmin=-reach if reach else None,
            vmax=reach,
            rasterized=True,
        )
        _background(axes, view, outlines, fill=False)
        bar = figure.colorbar(mesh, ax=axes, shrink=0.82, pad=0.02)
        bar.set_label(str(grid.get("units", "")))
        bar.outline.set_visible(False)
        place = _box((finding.place or {}).get("bbox"))
        if place and place.width < 300:
            axes.plot(*_xy(_ring(place)), color=INK, lw=1.4, ls=(0, (4, 2)))
        _scale_bar(axes, view)
        axes.set_title(title, wrap=True)
        footer(figure, "cells at their true size · longitude and latitude, WGS 84")
        return encode(figure, kind=kind)


_WET = frozenset(
    {"pr", "prw", "mrro", "mrros", "mrso", "mrsos", "evspsbl", "hurs"}
)  # more of it is greener, not redder


def _colours(finding: Finding, *, diverging: bool) -> str:
    """Brown to green for water and vegetation, blue to red for the rest; one hue for what has no middle."""
    if finding.conditions.get("spectral_index") or (finding.quantity or {}).get("variable_id") in _WET:
        return "BrBG" if diverging else "YlGn"
    return "RdBu_r" if diverging else "cividis"


def _background(axes: Axes, view: BBox, outlines: Sequence[Ring], *, fill: bool = True) -> None:
    axes.set_xlim(view.west, view.east)
    axes.set_ylim(view.south, view.north)
    axes.set_aspect(1 / max(0.2, cos(radians((view.south + view.north) / 2))) if view.width < 300 else 1.0)
    if fill:
        axes.set_facecolor("#eaf1f4")
    for ring in outlines:
        x, y = _xy(ring)
        if max(x) < view.west or min(x) > view.east or max(y) < view.south or min(y) > view.north:
            continue
        if fill:
            axes.fill(x, y, facecolor="#f7f6f2", edgecolor=SOFT, lw=0.6, zorder=0)
        else:
            axes.plot(x, y, color=INK, lw=0.45, alpha=0.7)


def _scale_bar(axes: Axes, view: BBox) -> None:
    """A bar of a round length in kilometres at the latitude where it is drawn."""
    latitude = view.south + 0.07 * (view.north - view.south)
    km_per_degree = 111.195 * max(0.05, cos(radians(latitude)))
    width = view.east - view.west
    wanted = 0.25 * width * km_per_degree
    length = next((n for n in (5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1) if n <= wanted), 1)
    left = view.west + 0.04 * width
    axes.plot(
        [left, left + length / km_per_degree], [latitude, latitude], color=INK, lw=3, solid_capstyle="butt", zorder=6
    )
    axes.annotate(f"{length} km", (left, latitude), xytext=(0, 5), textcoords="offset points", fontsize=9, zorder=6)


def _view(boxes: Sequence[BBox]) -> BBox:
    """The smallest box around all, with a margin; the globe where one crosses the antimeridian."""
    if not boxes or any(b.crosses_antimeridian for b in boxes):
        return BBox(west=-180.0, south=-90.0, east=180.0, north=90.0)
    west, east = min(b.west for b in boxes), max(b.east for b in boxes)
    south, north = min(b.south for b in boxes), max(b.north for b in boxes)
    margin = max(0.4, 0.35 * max(east - west, north - south))
    return BBox(
        west=max(-180.0, west - margin),
        south=max(-90.0, south - margin),
        east=min(180.0, east + margin),
        north=min(90.0, north + margin),
    )


def _around(lon: Any, lat: Any) -> BBox:
    step = float(abs(lon[1] - lon[0])) / 2 if len(lon) > 1 else 1.0
    return BBox(
        west=max(-180.0, float(lon.min()) - step), south=max(-90.0, float(lat.min()) - step),
        east=min(180.0, float(lon.max()) + step), north=min(90.0, float(lat.max()) + step),
    )  # fmt: skip


def _rings(geometry: Any, bbox: BBox | None) -> list[Ring]:
    if geometry and geometry.get("type") == "Polygon":
        return [geometry["coordinates"][0]]
    if geometry and geometry.get("type") == "MultiPolygon":
        return [polygon[0] for polygon in geometry["coordinates"]]
    return [_ring(bbox)] if bbox else []


def _box(value: Any) -> BBox | None:
    if isinstance(value, BBox):
        return value
    if isinstance(value, dict):
        return BBox(**value)
    return BBox.of(value) if value else None


def _ring(box: BBox) -> Ring:
    return [
        (box.west, box.south),
        (box.east, box.south),
        (box.east, box.north),
        (box.west, box.north),
        (box.west, box.south),
    ]


def _xy(ring: Ring) -> tuple[list[float], list[float]]:
    return [p[0] for p in ring], [p[1] for p in ring]
