"""Maps: fields with a colour bar, footprints of scenes and places over country outlines, always with a scale bar and a legend."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians
from typing import TYPE_CHECKING, Any

from conductor.answer import Finding
from conductor.interfaces.plots.labels import WORDS, ticks, units
from conductor.interfaces.plots.style import ACCENT, INK, SECOND, SOFT, canvas, encode, footer, styled
from conductor.interfaces.plots.views import Ring, columns, edges, framed, ring_of, view_around, view_of, within
from connectors.extents import GLOBE, BBox

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def footprints(finding: Finding, *, title: str, outlines: Sequence[Ring], language: str, kind: str = "svg") -> bytes:
    """Outlines of the items found, the asked place dashed, countries behind."""
    words, boxes = WORDS[language], [item.bbox for item in finding.items if item.bbox]
    place = _box((finding.place or {}).get("bbox"))
    view = view_of([*boxes, *([place] if place else [])])
    with styled(axes__grid=False):
        figure, axes = canvas(6.4, 5.4)
        _background(axes, view, outlines, language=language)
        rings = [ring for item in finding.items for ring in _rings(item.geometry, item.bbox)]
        for number, (x, y) in enumerate(part for ring in rings for part in within(ring, view)):
            label = words["scene"] if not number else None
            axes.fill(x, y, facecolor=ACCENT, alpha=0.18, edgecolor=ACCENT, lw=1.3, label=label)
        for number, (x, y) in enumerate(within(ring_of(place), view) if place else ()):
            label = words["asked"].format((finding.place or {}).get("name", words["place"])) if not number else None
            axes.plot(x, y, color=SECOND, lw=1.6, ls=(0, (4, 2)), label=label)
        _scale_bar(axes, view)
        axes.set_title(title, wrap=True)
        axes.legend(loc="upper right")
        footer(figure, words["found"].format(len(finding.items)))
        return encode(figure, kind=kind)


def field(finding: Finding, *, title: str, outlines: Sequence[Ring], language: str, kind: str = "svg") -> bytes:
    """A gridded field (`details["grid"]`: lat, lon, values, units) as cells of their true size, no smoothing."""
    import numpy as np

    grid: dict[str, Any] = finding.details["grid"]
    lon, order = columns(np.asarray(grid["lon"], float))
    values = np.array([[np.nan if v is None else v for v in row] for row in grid["values"]], float)[:, order]
    high, wide = grid.get("cell_degrees") or (1.0, 1.0)
    x, y = edges(lon, size=wide), edges(np.asarray(grid["lat"], float), size=high)
    view = view_around(x, y)
    x = x + (0 if view == GLOBE else view.west - x[0])  # a column on 180° is called -180°, its western edge 171°
    diverging = bool(np.nanmin(values) < 0 < np.nanmax(values)) or finding.reference is not None
    reach = float(np.nanmax(np.abs(values))) if diverging else None
    with styled(axes__grid=False):
        figure, axes = canvas(7.6, 4.6)
        mesh = axes.pcolormesh(
            x,
            y,
            values,
            shading="flat",
            cmap=_colours(finding, diverging=diverging),
            vmin=-reach if reach else None,
            vmax=reach,
            rasterized=True,
        )
        _background(axes, view, outlines, language=language, fill=False)
        bar = figure.colorbar(mesh, ax=axes, shrink=0.82, pad=0.02)
        bar.set_label(units(grid.get("units"), language))
        ticks(bar.ax, language)
        bar.outline.set_visible(False)
        place = _box((finding.place or {}).get("bbox"))
        for ring in within(ring_of(place), view) if place and place.width < 300 else ():
            axes.plot(*ring, color=INK, lw=1.4, ls=(0, (4, 2)))
        _scale_bar(axes, view)
        axes.set_title(title, wrap=True)
        footer(figure, WORDS[language]["cells"])
        return encode(figure, kind=kind)


_WET = frozenset(
    {"pr", "prw", "mrro", "mrros", "mrso", "mrsos", "evspsbl", "hurs"}
)  # more of it is greener, not redder


def _colours(finding: Finding, *, diverging: bool) -> str:
    """Brown to green for water and vegetation, blue to red for the rest; one hue for what has no middle."""
    if finding.conditions.get("spectral_index") or (finding.quantity or {}).get("variable_id") in _WET:
        return "BrBG" if diverging else "YlGn"
    return "RdBu_r" if diverging else "cividis"


def _background(axes: Axes, view: BBox, outlines: Sequence[Ring], *, language: str, fill: bool = True) -> None:
    ticks(axes, language)
    ticks(axes, language, x=True)
    framed(axes, view)
    axes.set_aspect(1 / max(0.2, cos(radians((view.south + view.north) / 2))) if view.width < 300 else 1.0)
    if fill:
        axes.set_facecolor("#eaf1f4")
    for x, y in (part for ring in outlines for part in within(ring, view)):
        if fill:
            axes.fill(x, y, facecolor="#f7f6f2", edgecolor=SOFT, lw=0.6, zorder=0)
        else:
            axes.plot(x, y, color=INK, lw=0.45, alpha=0.7)


def _scale_bar(axes: Axes, view: BBox) -> None:
    """A bar of a round length in kilometres at the latitude where it is drawn."""
    latitude = view.south + 0.07 * (view.north - view.south)
    km_per_degree = 111.195 * max(0.05, cos(radians(latitude)))
    wanted = 0.25 * view.width * km_per_degree
    length = next((n for n in (5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1) if n <= wanted), 1)
    left = view.west + 0.04 * view.width
    axes.plot(
        [left, left + length / km_per_degree], [latitude, latitude], color=INK, lw=3, solid_capstyle="butt", zorder=6
    )
    axes.annotate(f"{length} km", (left, latitude), xytext=(0, 5), textcoords="offset points", fontsize=9, zorder=6)


def _rings(geometry: Any, bbox: BBox | None) -> list[Ring]:
    if geometry and geometry.get("type") == "Polygon":
        return [geometry["coordinates"][0]]
    if geometry and geometry.get("type") == "MultiPolygon":
        return [polygon[0] for polygon in geometry["coordinates"]]
    return [ring_of(bbox)] if bbox else []


def _box(value: Any) -> BBox | None:
    if isinstance(value, BBox):
        return value
    if isinstance(value, dict):
        return BBox(**value)
    return BBox.of(value) if value else None
