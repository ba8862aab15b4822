"""Footprints: rings and boxes of catalogues that do not speak GeoJSON, cut at the antimeridian (RFC 7946, 3.1.9)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from connectors.eo.predicates import halves
from connectors.extents import BBox
from connectors.items import JSON

Ring = Sequence[tuple[float, float]]  # (longitude, latitude), the first repeated at the end or not
Geometry = Mapping[str, JSON]


def footprint(rings: Sequence[Ring]) -> tuple[Geometry | None, BBox | None]:
    """The geometry and the box of the areas that these outer rings enclose; a ring's edges go the short way round.

    A ring round a pole has a box, from the lowest of its latitudes to the pole, but no geometry.
    """
    unrolled = [_unrolled(ring) for ring in rings if len(ring) >= 3]
    if not unrolled:
        return None, None
    if any(_is_round_a_pole(ring) for ring in unrolled):
        return None, _polar_box(unrolled)
    box = _box(unrolled)
    if box is None:
        return None, None
    if any(x < -180 or x > 180 for ring in unrolled for x, _ in ring):
        return _cut(unrolled), box
    polygons = [[[list(point) for point in ring]] for ring in unrolled]
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": polygons[0]}, box
    return {"type": "MultiPolygon", "coordinates": polygons}, box


def geometry_box(geometry: Geometry | None) -> BBox | None:
    """The box of a GeoJSON Point, Polygon or MultiPolygon, whose edges never wrap: parts on both sides of ±180° are one.

    None of another geometry, or of one that cannot be read.
    """
    kind, coordinates = (geometry or {}).get("type"), (geometry or {}).get("coordinates") or []
    polygons = {"Point": [[[coordinates]]], "Polygon": [coordinates], "MultiPolygon": coordinates}.get(str(kind), [])
    try:
        spans = [([float(p[0]) for p in rings[0]], [float(p[1]) for p in rings[0]]) for rings in polygons if rings]
        return _joined_box(spans) if spans and coordinates else None
    except (IndexError, KeyError, TypeError, ValueError):
        return None


def _joined_box(spans: Sequence[tuple[Sequence[float], Sequence[float]]]) -> BBox:
    """The box of parts, each by its longitudes and latitudes."""
    wests, easts = [min(xs) for xs, _ in spans], [max(xs) for xs, _ in spans]
    south, north = min(min(ys) for _, ys in spans), max(max(ys) for _, ys in spans)
    if min(wests) <= -180 and max(easts) >= 180 and all(e - w < 180 for w, e in zip(wests, easts, strict=True)):
        wests = [w + 360 if e < 0 else w for w, e in zip(wests, easts, strict=True)]
        easts = [e + 360 if e < 0 else e for e in easts]
    return BBox.of((min(wests), south, max(easts), north))


def stated_box(values: Iterable[float | str] | None) -> BBox | None:
    """West, south, east and north as a box; None where they are none, so that a bad box costs no more than itself."""
    try:
        return BBox.of([float(v) for v in values]) if values is not None else None
    except (TypeError, ValueError):
        return None


def box_footprint(box: BBox) -> Geometry:
    """A box as a geometry, in two parts where it crosses the antimeridian."""
    polygons = [[[[w, s], [e, s], [e, n], [w, n], [w, s]]] for w, s, e, n in halves(box)]
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": polygons[0]}
    return {"type": "MultiPolygon", "coordinates": polygons}


def polygon_wkt(west: float, south: float, east: float, north: float) -> str:
    """A box as well-known text, anticlockwise, longitude first."""
    corners = ((west, south), (east, south), (east, north), (west, north), (west, south))
    return "POLYGON((" + ",".join(f"{x:.9g} {y:.9g}" for x, y in corners) + "))"


def _unrolled(ring: Ring) -> list[tuple[float, float]]:
    """The closed ring with longitudes that run on past ±180° instead of jumping; an edge of 360° is the whole way round."""
    points = [*ring] if ring[0] == ring[-1] else [*ring, ring[0]]
    run, turn, before = [points[0]], 0, points[0][0]
    for x, y in points[1:]:
        jump = before - x
        turn += 0 if abs(jump) == 360 else 360 * round(jump / 360)
        run.append((x + turn, y))
        before = x
    return run


def _is_round_a_pole(ring: Ring) -> bool:
    return abs(ring[-1][0] - ring[0][0]) > 180


def _polar_box(rings: Sequence[Ring]) -> BBox:
    latitudes = [y for ring in rings for _, y in ring]
    if sum(latitudes) >= 0:
        return BBox(west=-180.0, south=min(latitudes), east=180.0, north=90.0)
    return BBox(west=-180.0, south=-90.0, east=180.0, north=max(latitudes))


def _box(rings: Sequence[Ring]) -> BBox | None:
    """The box round all rings, each shifted by whole turns to lie nearest the first."""
    first = rings[0][0][0]
    xs = [x + 360 * round((first - ring[0][0]) / 360) for ring in rings for x, _ in ring]
    ys = [y for ring in rings for _, y in ring]
    try:
        return BBox.of((min(xs), min(ys), max(xs), max(ys)))
    except ValueError:
        return None


def _cut(rings: Sequence[Ring]) -> Geometry | None:
    """The rings cut along ±180°, every part back between the two."""
    import shapely
    from shapely.affinity import translate
    from shapely.geometry import Polygon, mapping

    try:
        whole = [Polygon(ring).buffer(0) for ring in rings]
        worlds = (translate(polygon, xoff=turn) for polygon in whole for turn in (-360.0, 0.0, 360.0))
        parts = [part for world in worlds if not (part := world.intersection(shapely.box(-180, -90, 180, 90))).is_empty]
        joined = shapely.unary_union(parts)
    except (shapely.GEOSException, ValueError):
        return None
    drawn: Geometry = mapping(joined)
    return drawn if drawn["type"] in ("Polygon", "MultiPolygon") else None
