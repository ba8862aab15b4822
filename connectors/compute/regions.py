"""Region: a place with its polygon, and the weights of a grid's cells in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

import numpy as np

from connectors.compute import grid
from connectors.compute.inputs import Place
from connectors.errors import MissingHolding, Refused
from connectors.extents import BBox
from connectors.items import Caveat

if TYPE_CHECKING:
    import xarray as xr
    from shapely.geometry.base import BaseGeometry

POINTS = ("city", "point")
FEW_CELLS = 3.0  # a place less than so many cells wide is only coarsely seen
LEAST_COVERAGE = 0.5
WHOLE = 0.99


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Where a process works: the polygon (None: the box stands for it), or the globe."""

    name: str = ""
    kind: str = "bbox"
    bbox: BBox
    polygon: BaseGeometry | None = None
    approximate: bool = False

    @property
    def is_globe(self) -> bool:
        return self.kind == "globe" or (
            self.bbox.width >= 359.9 and self.bbox.south <= -89.9 and self.bbox.north >= 89.9
        )

    @property
    def center(self) -> tuple[float, float]:
        """(longitude, latitude) of the middle; the pole of a cap around it."""
        longitude, latitude = self.bbox.center
        if self.bbox.width >= 359.9 and (self.bbox.north >= 90) != (self.bbox.south <= -90):
            return 0.0, 90.0 if self.bbox.north >= 90 else -90.0
        return longitude, latitude

    @property
    def geometry(self) -> BaseGeometry:
        return grid.box(self.bbox) if self.polygon is None else self.polygon

    @property
    def area_km2(self) -> float:
        return self.bbox.area_km2 if self.polygon is None else grid.area_km2(self.polygon)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Square kilometres of each cell in the region (lat, lon), or a single cell; with what must be said about them."""

    km2: xr.DataArray
    cell_km: float
    place_km: float
    caveats: tuple[Caveat, ...] = ()
    coverage: float = 1.0


def resolve(place: Place, *, geometries: Callable[[str], BaseGeometry]) -> Region:
    """The place with its polygon; its box instead, and said so, where the polygon is not at hand."""
    polygon, approximate = None, False
    if place.geometry_id and place.kind not in (*POINTS, "globe"):
        try:
            polygon = _mainland(geometries(place.geometry_id), place.bbox)
        except (MissingHolding, KeyError, Refused):
            approximate = True
    return Region(name=place.name, kind=place.kind, bbox=place.bbox, polygon=polygon, approximate=approximate)


def _mainland(polygon: BaseGeometry, bbox: BBox) -> BaseGeometry:
    """The parts of the polygon in the place's own box, which leaves out distant overseas parts; all where none is."""
    import shapely

    parts = shapely.get_parts(polygon)
    near = parts[shapely.intersects(parts, grid.box(bbox))]
    return shapely.union_all(near) if 0 < len(near) < len(parts) else polygon


def weigh(array: xr.DataArray, region: Region) -> Weights:
    """How much each cell counts; raises Refused where the data do not cover the region."""
    if region.is_globe:
        return _globe(array, region)
    side = grid.cell_km(array)
    if region.kind in POINTS or _smaller_than_a_cell(array, region.bbox):
        return _nearest(array, region, side=side)
    km2 = grid.overlap(array, region.geometry)
    covered = float(km2.sum()) / max(region.area_km2, 1e-9)
    if covered < LEAST_COVERAGE:
        raise _outside(array, region, covered=covered)
    place_km = round(sqrt(region.area_km2), 1)
    side = grid.cell_km(array, weights=km2)
    caveats = [Caveat(code="approximate_place", parameters={"place": region.name})] if region.approximate else []
    if covered < WHOLE:
        caveats.append(Caveat(code="partial_coverage", parameters={"fraction": round(covered, 3)}))
    if place_km / side < FEW_CELLS:
        parameters = {"cell_km": side, "place_km": place_km, "cells": int((km2 > 0).sum())}
        caveats.append(Caveat(code="coarse_grid", parameters=parameters))
    return Weights(
        km2=km2, cell_km=side, place_km=place_km, caveats=tuple(caveats), coverage=round(min(1.0, covered), 4)
    )


def _globe(array: xr.DataArray, region: Region) -> Weights:
    km2 = grid.areas(array)
    covered = float(km2.sum()) / grid.SPHERE_KM2
    if covered < 0.9:
        raise _outside(array, region, covered=covered)
    return Weights(
        km2=km2,
        cell_km=grid.cell_km(array),
        place_km=round(sqrt(grid.SPHERE_KM2), 1),
        coverage=round(min(1.0, covered), 4),
    )


def _nearest(array: xr.DataArray, region: Region, *, side: float) -> Weights:
    """The cell whose centre is nearest to the middle of the place."""
    longitude, latitude = region.center
    lon, lat = np.meshgrid(array["lon"].values, array["lat"].values)
    distance = grid.distance_km(lon, lat, longitude=longitude, latitude=latitude)
    row, column = (int(i) for i in np.unravel_index(int(distance.argmin()), distance.shape))
    if distance[row, column] > _longest_side(array, row, column):
        raise _outside(array, region, covered=0.0)
    chosen = np.zeros(distance.shape)
    chosen[row, column] = 1.0
    caveat = Caveat(
        code="nearest_cell", parameters={"distance_km": round(float(distance[row, column]), 1), "cell_km": side}
    )
    place_km = 1.0 if region.kind == "point" else round(sqrt(max(region.bbox.area_km2, 1.0)), 1)
    return Weights(km2=grid.on_grid(array, chosen), cell_km=side, place_km=place_km, caveats=(caveat,))


def _longest_side(array: xr.DataArray, row: int, column: int) -> float:
    """The longer side of a cell, kilometres: a point farther than that from the nearest centre lies outside the data."""
    south, north = float(array.lat_south[row]), float(array.lat_north[row])
    west, east = float(array.lon_west[column]), float(array.lon_east[column])
    middle = float(array["lat"][row])
    points = (np.array([west, east]), np.array([south, middle]))
    height, width = (
        grid.distance_km(*points, longitude=west, latitude=north)[0],
        grid.distance_km(*points, longitude=west, latitude=middle)[1],
    )
    return float(max(height, width))


def _smaller_than_a_cell(array: xr.DataArray, bbox: BBox) -> bool:
    height = float((array.lat_north - array.lat_south).mean())
    width = float((array.lon_east - array.lon_west).mean())
    return bbox.north - bbox.south < height and bbox.width < width


def _outside(array: xr.DataArray, region: Region, *, covered: float) -> Refused:
    box = grid.extent(array)
    has = f"{box.west:.4g}…{box.east:.4g}° E, {box.south:.4g}…{box.north:.4g}° N"
    share = f"cover {covered:.0%} of" if covered else "do not reach"
    return Refused(f"the data {share} {region.name or region.kind!r}; they cover {has}")
