"""Cells of a latitude–longitude grid: their edges, areas on the sphere, and how much of each lies inside a place.

Areas are exact in Lambert's cylindrical equal-area plane (x = longitude in radians, y = sine of latitude).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Any

import numpy as np

from connectors.extents import EARTH_RADIUS_KM, BBox

if TYPE_CHECKING:
    import xarray as xr
    from shapely.geometry.base import BaseGeometry

Numbers = np.ndarray[Any, np.dtype[np.float64]]
AXES = {
    "lat": {"standard_name": "latitude", "units": "degrees_north", "axis": "Y"},
    "lon": {"standard_name": "longitude", "units": "degrees_east", "axis": "X"},
}
SPHERE_KM2 = 4 * np.pi * EARTH_RADIUS_KM**2


def wrap(longitude: Numbers) -> Numbers:
    """Longitudes in −180…180, 180 excluded; those already there are kept to the bit."""
    longitude = np.asarray(longitude, float)
    wrapped = (longitude + 180.0) % 360.0 - 180.0
    return np.where((longitude >= -180.0) & (longitude < 180.0), longitude, np.where(wrapped >= 180.0, -180.0, wrapped))


def edges(centres: Numbers, *, bounds: Numbers | None, limit: float | None = None) -> tuple[Numbers, Numbers]:
    """Lower and upper edge of each cell: the file's own bounds where they hold the centres, else half-way to the neighbours."""
    centres = np.asarray(centres, float)
    if bounds is not None and bounds.shape == (len(centres), 2):
        low, high = bounds.min(axis=1), bounds.max(axis=1)
        if np.all((low <= centres + 1e-6) & (centres <= high + 1e-6) & (high > low)):
            return low, high
    half = np.diff(centres) / 2 if len(centres) > 1 else np.array([0.5])
    before, after = np.concatenate((half[:1], half)), np.concatenate((half, half[-1:]))
    if len(centres) == 1:
        before, after = half, half
    low, high = np.minimum(centres - before, centres + after), np.maximum(centres - before, centres + after)
    return (low, high) if limit is None else (np.clip(low, -limit, limit), np.clip(high, -limit, limit))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """A canonical grid: coordinates by name on `lat` or `lon`, and which rows and columns of the file's own grid they are."""

    coords: Mapping[str, tuple[str, Numbers]]
    rows: np.ndarray[Any, np.dtype[np.intp]]
    columns: np.ndarray[Any, np.dtype[np.intp]]

    @classmethod
    def of(
        cls, lat: Numbers, lon: Numbers, *, lat_bounds: Numbers | None = None, lon_bounds: Numbers | None = None
    ) -> Cells:
        """Longitudes −180…180 and latitudes ascending, the cells' edges beside them, no column twice."""
        lat, lon = np.asarray(lat, float), np.asarray(lon, float)
        south, north = edges(lat, bounds=lat_bounds, limit=90.0)
        west, east = edges(lon, bounds=lon_bounds)
        wrapped = wrap(lon)
        west, east = west + wrapped - lon, east + wrapped - lon
        rows, (_, columns) = np.argsort(lat, kind="stable"), np.unique(wrapped.round(6), return_index=True)
        along_lat = {"lat": lat, "lat_south": south, "lat_north": north}
        along_lon = {"lon": wrapped, "lon_west": west, "lon_east": east}
        coords = {n: ("lat", v[rows]) for n, v in along_lat.items()}
        coords |= {n: ("lon", v[columns]) for n, v in along_lon.items()}
        return cls(coords=coords, rows=rows, columns=columns)

    @property
    def is_as_in_file(self) -> bool:
        """Whether rows and columns keep their places."""
        return all(np.array_equal(kept, np.arange(len(kept))) for kept in (self.rows, self.columns))


def with_cells(
    array: xr.DataArray, *, lat_bounds: Numbers | None = None, lon_bounds: Numbers | None = None
) -> xr.DataArray:
    """The array with longitudes −180…180 and latitudes ascending, its cells' edges as coordinates, no column twice."""
    cells = Cells.of(array["lat"].values, array["lon"].values, lat_bounds=lat_bounds, lon_bounds=lon_bounds)
    array = array.isel(lat=cells.rows, lon=cells.columns).assign_coords(cells.coords)
    for name, attributes in AXES.items():
        array[name].attrs = dict(attributes)
    return array


def areas(array: xr.DataArray) -> xr.DataArray:
    """Area of each cell, square kilometres, (lat, lon)."""
    height = np.sin(np.radians(array.lat_north)) - np.sin(np.radians(array.lat_south))
    width = np.radians(array.lon_east - array.lon_west)
    area: xr.DataArray = height * width * EARTH_RADIUS_KM**2
    return area.transpose("lat", "lon")


def cell_km(array: xr.DataArray, *, weights: xr.DataArray | None = None) -> float:
    """Side of the square that has the area of a typical cell, kilometres; typical for the weighted cells."""
    area = areas(array)
    return round(sqrt(float(area.mean() if weights is None else (area * weights).sum() / weights.sum())), 1)


def extent(array: xr.DataArray) -> BBox:
    """The box that the cells cover."""
    south, north = float(array.lat_south.min()), float(array.lat_north.max())
    west, east = array.lon_west.values, array.lon_east.values
    if (east - west).sum() >= 359.9:
        return BBox(west=-180.0, south=south, east=180.0, north=north)
    gap = int(np.argmax(west[1:] - east[:-1])) if len(west) > 1 else 0
    if len(west) > 1 and west[gap + 1] - east[gap] > west[0] + 360 - east[-1]:  # the data lie across the antimeridian
        return BBox.of([float(wrap(west[gap + 1])), south, float(wrap(east[gap])), north])
    return BBox.of([float(west[0]), south, float(east[-1]), north])


def on_grid(array: xr.DataArray, values: Numbers) -> xr.DataArray:
    """Values of every cell as an array on the grid of `array`, (lat, lon)."""
    import xarray as xr

    names = ("lat", "lon", "lat_south", "lat_north", "lon_west", "lon_east")
    return xr.DataArray(values, dims=("lat", "lon"), coords={name: array[name] for name in names})


def overlap(array: xr.DataArray, geometry: BaseGeometry) -> xr.DataArray:
    """Area of each cell that lies inside `geometry` (degrees), square kilometres, (lat, lon)."""
    import shapely

    plane = equal_area(_repeated(geometry, array))
    west, east = np.radians(array.lon_west.values), np.radians(array.lon_east.values)
    south, north = np.sin(np.radians(array.lat_south.values)), np.sin(np.radians(array.lat_north.values))
    x0, y0, x1, y1 = plane.bounds if not plane.is_empty else (0.0, 0.0, 0.0, 0.0)
    rows, columns = np.nonzero((north > y0) & (south < y1))[0], np.nonzero((east > x0) & (west < x1))[0]
    inside = np.zeros((len(south), len(west)))
    if len(rows) and len(columns):
        shapely.prepare(plane)
        r, c = (index.ravel() for index in np.meshgrid(rows, columns, indexing="ij"))
        cells = shapely.box(west[c], south[r], east[c], north[r])
        whole = shapely.contains_properly(plane, cells)
        shared = np.where(whole, shapely.area(cells), 0.0)
        cut = ~whole & shapely.intersects(plane, cells)
        shared[cut] = shapely.area(shapely.intersection(cells[cut], plane))
        inside[r, c] = shared
    return on_grid(array, inside * EARTH_RADIUS_KM**2)


def area_km2(geometry: BaseGeometry) -> float:
    """Area of a geometry in degrees on the sphere, square kilometres."""
    return float(equal_area(geometry).area) * EARTH_RADIUS_KM**2


def box(bbox: BBox) -> BaseGeometry:
    """The box as a geometry in degrees, in two pieces where it crosses the antimeridian."""
    import shapely

    parts = [shapely.box(west, bbox.south, east, bbox.north) for west, east in bbox.spans]
    return parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts)


def equal_area(geometry: BaseGeometry) -> BaseGeometry:
    """The geometry in the equal-area plane; long edges are bent as straight lines in degrees are."""
    import shapely

    def project(points: Numbers) -> Numbers:
        return np.column_stack((np.radians(points[:, 0]), np.sin(np.radians(points[:, 1]))))

    return shapely.make_valid(shapely.transform(shapely.segmentize(geometry, 0.5), project))


def distance_km(longitudes: Numbers, latitudes: Numbers, *, longitude: float, latitude: float) -> Numbers:
    """Great-circle distance of points from one point, kilometres."""
    lat, lon, phi = np.radians(latitudes), np.radians(np.asarray(longitudes) - longitude), np.radians(latitude)
    haversine = np.sin((lat - phi) / 2) ** 2 + np.cos(lat) * np.cos(phi) * np.sin(lon / 2) ** 2
    return np.asarray(2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.clip(haversine, 0, 1))))


def _repeated(geometry: BaseGeometry, array: xr.DataArray) -> BaseGeometry:
    """The geometry, with its copies a turn away where cells reach over the antimeridian."""
    import shapely
    from shapely.affinity import translate

    copies = [geometry]
    if float(array.lon_west.min()) < -180:
        copies.append(translate(geometry, xoff=-360))
    if float(array.lon_east.max()) > 180:
        copies.append(translate(geometry, xoff=360))
    return geometry if len(copies) == 1 else shapely.union_all(copies)
