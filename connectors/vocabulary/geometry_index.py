"""An index of the polygons of one holding, so that one of them is read in milliseconds.

A SQLite file inside the holding's folder, made when the holding is fetched or first read, and gone with it.
Dense coasts are simplified to 0.002° (200 m), far below the cells of any grid here.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from connectors.extents import BBox
from connectors.vocabulary.geometry_sources import READERS, Shape

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

FILE = ".geometries-1.sqlite"
_DENSE = 50_000  # vertices
_TOLERANCE = 0.002  # degrees
_APART_KM = 500.0  # what lies further from the rest is not the mainland
_KM_PER_DEGREE = 111.195
_SCHEMA = """CREATE TABLE shape (id TEXT PRIMARY KEY, name TEXT NOT NULL, wkb BLOB NOT NULL,
 west REAL, south REAL, east REAL, north REAL, main_west REAL, main_south REAL, main_east REAL, main_north REAL)"""


def connect(folder: Path, *, holding: str) -> sqlite3.Connection:
    """Open the index of a holding's folder, making it if need be; in memory where the folder cannot be written."""
    path = folder / FILE
    if path.is_file():
        with suppress(sqlite3.DatabaseError):
            connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
            connection.execute("SELECT id FROM shape LIMIT 1").fetchone()
            return connection
    content = index_bytes(folder, holding=holding)
    with suppress(OSError):
        _replace(path, content)
    connection = sqlite3.connect(":memory:")
    connection.deserialize(content)
    return connection


def build(folder: Path, *, holding: str) -> None:
    """Write the index into the folder where the holding has polygons; raises OSError if the disk will not take it."""
    if holding in READERS:
        (folder / FILE).write_bytes(index_bytes(folder, holding=holding))


def index_bytes(folder: Path, *, holding: str) -> bytes:
    """The index as SQLite bytes, the same for the same holding."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(_SCHEMA)
        database.executemany(
            f"INSERT OR IGNORE INTO shape VALUES ({','.join('?' * 11)})", map(_row, READERS[holding](folder))
        )
        database.commit()
        return database.serialize()


def mainland(parts: Sequence[BaseGeometry]) -> tuple[BaseGeometry, ...]:
    """The largest part and all that lie within 500 km of it or of one another, by their boxes."""
    import numpy as np
    import shapely

    areas, boxes = shapely.area(parts), shapely.bounds(parts)
    reached, frontier = np.zeros(len(parts), dtype=bool), [int(np.argmax(areas))]
    reached[frontier] = True
    while frontier:
        west, south, east, north = boxes[frontier.pop()]
        up_down = np.maximum(0, np.maximum(south - boxes[:, 3], boxes[:, 1] - north))
        sideways = np.full(len(parts), 360.0)
        for turn in (-360.0, 0.0, 360.0):
            gap = np.maximum(west - boxes[:, 2] - turn, boxes[:, 0] + turn - east)
            sideways = np.minimum(sideways, np.maximum(0, gap))
        highest = np.maximum(np.abs(boxes[:, (1, 3)]).max(axis=1), max(abs(south), abs(north)))
        km = _KM_PER_DEGREE * np.hypot(up_down, sideways * np.cos(np.radians(highest)))
        near = np.flatnonzero((km <= _APART_KM) & ~reached)
        reached[near] = True
        frontier.extend(int(n) for n in near)
    return tuple(part for part, inside in zip(parts, reached, strict=True) if inside)


def box(parts: Sequence[BaseGeometry]) -> BBox:
    """The smallest box around the parts; it crosses the antimeridian where that makes it smaller."""
    import shapely

    bounds = shapely.bounds(parts)
    south, north = float(bounds[:, 1].min()), float(bounds[:, 3].max())
    spans = sorted((float(west), float(east)) for west, east in bounds[:, (0, 2)])
    widest, west, east, reach = 0.0, spans[0][0], max(e for _, e in spans), spans[0][1]
    outer_gap = spans[0][0] + 360 - east
    for start, end in spans:
        if start - reach > max(widest, outer_gap):
            widest, west, east = start - reach, start, reach
        reach = max(reach, end)
    return BBox(west=max(-180.0, west), south=max(-90.0, south), east=min(180.0, east), north=min(90.0, north))


def _row(shape: Shape) -> tuple[object, ...]:
    import shapely

    geometry = _polygons(shape.geometry)
    parts = list(shapely.get_parts(geometry))
    whole, main = box(parts), box(mainland(parts))
    return (shape.id, shape.name, shapely.to_wkb(geometry, byte_order=1), *whole.to_list(), *main.to_list())


def _polygons(geometry: BaseGeometry) -> BaseGeometry:
    """Valid, of polygons alone, simplified part by part where it is dense."""
    import shapely

    if shapely.get_num_coordinates(geometry) > _DENSE:
        geometry = _simplified(geometry)
    if not shapely.is_valid(geometry):
        geometry = shapely.make_valid(geometry)
    if geometry.geom_type not in ("Polygon", "MultiPolygon"):
        flat = shapely.get_parts(shapely.get_parts(geometry))
        geometry = shapely.union_all([part for part in flat if part.geom_type == "Polygon"])
    return shapely.normalize(geometry)


def _simplified(geometry: BaseGeometry) -> BaseGeometry:
    """Islets that the tolerance would swallow stay as they are."""
    import numpy as np
    import shapely

    parts = shapely.get_parts(geometry)
    plain = shapely.simplify(parts, _TOLERANCE, preserve_topology=False)
    return shapely.disjoint_subset_union_all(shapely.make_valid(np.where(shapely.is_empty(plain), parts, plain)))


def _replace(path: Path, content: bytes) -> None:
    descriptor, name = tempfile.mkstemp(prefix=".geometries-", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as out:
            out.write(content)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
