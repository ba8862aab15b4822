"""Views: the part of the world that a map shows, drawn whole where it crosses the antimeridian."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from connectors.extents import GLOBE, BBox, around

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Ring = Sequence[Sequence[float]]
_WIDE = 300.0  # degrees: what is wider is shown with the whole world
_GAP = 1.5  # cells


def view_of(boxes: Sequence[BBox]) -> BBox:
    """The smallest box around all, with a margin; the globe where they reach around it or there are none."""
    whole = around(boxes) if boxes else GLOBE
    margin = max(0.4, 0.35 * max(whole.width, whole.north - whole.south))
    south, north = max(-90.0, whole.south - margin), min(90.0, whole.north + margin)
    if whole.width > _WIDE or (whole.crosses_antimeridian and whole.width + 2 * margin >= 360):
        return GLOBE
    if whole.crosses_antimeridian:
        return BBox.of((whole.west - margin, south, whole.west + whole.width + margin, north))
    return BBox(west=max(-180.0, whole.west - margin), south=south, east=min(180.0, whole.east + margin), north=north)


def columns(lon: Any) -> tuple[Any, Any]:
    """The longitudes of a grid in a run without a gap, past 180° where its cells lie across, and the order that it took."""
    import numpy as np

    order = np.argsort(lon, kind="stable")
    lon = lon[order]
    steps = np.diff(lon)
    is_even = len(lon) > 2 and steps.max() <= _GAP * np.median(steps)
    if len(lon) < 2 or is_even or steps.max() <= lon[0] + 360 - lon[-1]:
        return lon, order
    after = int(steps.argmax()) + 1
    turned = np.concatenate((np.arange(after, len(lon)), np.arange(after)))
    run = lon[turned]
    return np.where(run < run[0], run + 360, run), order[turned]


def edges(centres: Any, *, size: float) -> Any:
    """The edges of cells in a run: half-way between centres; of a single one by its size, degrees."""
    import numpy as np

    if len(centres) < 2:
        return np.array([centres[0] - size / 2, centres[0] + size / 2])
    between = (centres[1:] + centres[:-1]) / 2
    return np.concatenate(([2 * centres[0] - between[0]], between, [2 * centres[-1] - between[-1]]))


def view_around(x: Any, y: Any) -> BBox:
    """The view of a grid by the edges of its columns and rows; the globe where it is that wide."""
    if x[-1] - x[0] > _WIDE:
        return GLOBE
    return BBox.of((float(x[0]), max(-90.0, float(y.min())), float(x[-1]), min(90.0, float(y.max()))))


def within(ring: Ring, view: BBox) -> Iterator[tuple[list[float], list[float]]]:
    """The ring where it shows in the view, by whole turns of the globe: none, once, or on both sides."""
    x, y = [p[0] for p in ring], [p[1] for p in ring]
    east = view.west + view.width
    for turn in (-360.0, 0.0, 360.0):
        if max(x) + turn >= view.west and min(x) + turn <= east and max(y) >= view.south and min(y) <= view.north:
            yield [value + turn for value in x] if turn else x, y


def ring_of(box: BBox) -> Ring:
    """The corners of a box, run on past 180° where it crosses the antimeridian."""
    west, east = box.west, box.west + box.width
    return [(west, box.south), (east, box.south), (east, box.north), (west, box.north), (west, box.south)]


def framed(axes: Axes, view: BBox) -> None:
    """Limit the axes to the view; longitudes past 180° are labelled as they are called."""
    east = view.west + view.width
    axes.set_xlim(view.west, east)
    axes.set_ylim(view.south, view.north)
    if east > 180:
        axes.xaxis.set_major_formatter(lambda x, _: f"{x - 360 if x > 180 else x:g}".replace("-", "\u2212"))
