"""Terrain: a model of heights and its flow directions; the reach that drains an area, and heights above its stream (HAND).

HAND: Nobre et al. 2011, doi:10.1016/j.jhydrol.2011.03.051, by pyflwdir (Eilander et al. 2021).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians
from typing import Any

import numpy as np

from connectors.compute.hydraulics.rating import Reach
from connectors.compute.rasters import Raster
from connectors.errors import BadReply, Refused, Unsupported
from connectors.sandbox.imagery import opened

Array = np.ndarray[Any, Any]
KM_PER_DEGREE = 111.195
STREAM_SHARE = 0.25  # of the reach's drained area, from which on a cell counts as a stream of its own
_LEAST_SLOPE = 1e-5


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A terrain model with its flow network; `area` is what each cell drains, km²."""

    flow: Any
    heights: Array
    area: Array
    west: float
    north: float
    step: float

    def lonlat(self, index: int) -> tuple[float, float]:
        row, column = divmod(int(index), self.heights.shape[1])
        return self.west + (column + 0.5) * self.step, self.north - (row + 0.5) * self.step

    def cell_km2(self, rows: Array) -> Array:
        """The area of cells by their row."""
        latitude = self.north - (rows + 0.5) * self.step
        return np.asarray(KM_PER_DEGREE**2 * self.step**2 * np.cos(np.radians(latitude)))

    @property
    def cell_km(self) -> float:
        """The side of a cell in the middle of the terrain, km."""
        return float(
            self.step * KM_PER_DEGREE * cos(radians(self.north - self.heights.shape[0] * self.step / 2)) ** 0.5
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A reach found in a network: its cells downstream, the plain cells beside it (flat indices) and the hydraulics."""

    stream: Array
    plain: Array
    reach: Reach
    longitude: float
    latitude: float
    area_km2: float
    distance_km: float


@lru_cache(maxsize=2)
def _network(heights: Raster, directions: Raster | None) -> Network:
    import pyflwdir
    import rasterio

    try:
        with opened(heights.path, is_trusted=heights.is_trusted) as source:
            transform, band = source.transform, source.read(1).astype("float32")
            nodata, geographic = source.nodata, source.crs is None or source.crs.is_geographic
        if not geographic:
            raise Unsupported(f"{heights.path.name!r} is projected; only latitude–longitude terrain can be read")
        if directions is None:
            flow = pyflwdir.from_dem(
                band, nodata=-9999.0 if nodata is None else nodata, transform=transform, latlon=True
            )
        else:
            with opened(directions.path, is_trusted=directions.is_trusted) as source:
                flow = pyflwdir.from_array(source.read(1), ftype="d8", transform=transform, latlon=True)
    except (rasterio.errors.RasterioError, ValueError) as error:
        raise BadReply(
            f"{heights.path.name!r} cannot be read as terrain ({error}); fetch it again", kind="bad_payload"
        ) from error
    area = flow.upstream_area("km2")
    return Network(flow=flow, heights=band, area=area, west=transform.c, north=transform.f, step=transform.a)


def network(heights: Raster, directions: Raster | None) -> Network:
    """The flow network of a terrain model; where no directions are given they are derived from the heights."""
    return _network(heights, directions)


def reach_near(
    found: Network, *, longitude: float, latitude: float, area_km2: float, length_km: float, bankfull: float,
    tolerance: float = 0.15,
) -> Place:  # fmt: skip
    """The stream cell draining about `area_km2` that lies nearest to a point, and the reach around it.

    Raises Refused where the terrain has no stream of that size.
    """
    fitting = np.nonzero((np.abs(found.area / area_km2 - 1.0) <= tolerance).ravel())[0]
    if not len(fitting):
        raise Refused(f"the terrain has no stream that drains {area_km2:g} km² within {tolerance:.0%}")
    lon, lat = (np.array(v) for v in zip(*(found.lonlat(int(i)) for i in fitting), strict=True))
    away = KM_PER_DEGREE * np.hypot(lat - latitude, (lon - longitude) * np.cos(np.radians((lat + latitude) / 2)))
    middle = int(fitting[int(np.argmin(away))])
    stream, length = _course(found, middle, length_km)
    plain, heights = _plain(found, stream, area_km2)
    drop = float(found.heights.flat[stream[0]] - found.heights.flat[stream[-1]])
    areas = found.cell_km2(plain // found.heights.shape[1]) * 1e6
    reach = Reach(length=length * 1000, slope=max(_LEAST_SLOPE, drop / (length * 1000)), heights=heights, areas=areas,
                  bankfull=bankfull)  # fmt: skip
    at = found.lonlat(middle)
    return Place(stream=stream, plain=plain, reach=reach, longitude=at[0], latitude=at[1],
                 area_km2=float(found.area.flat[middle]), distance_km=float(away.min()))  # fmt: skip


def _course(found: Network, middle: int, length_km: float) -> tuple[Array, float]:
    """Cells from half the length above a cell, along the main stem, to half below; and the length between, km."""
    above, up = _walk(found, middle, found.flow.main_upstream(found.area), length_km / 2)
    below, down = _walk(found, middle, found.flow.idxs_ds, length_km / 2)
    return np.array([*above[:0:-1], *below]), up + down


def _walk(found: Network, start: int, following: Array, length_km: float) -> tuple[list[int], float]:
    """Cells one after another until a length is covered or the stream ends."""
    cells, walked = [start], 0.0
    while walked < length_km:
        here = cells[-1]
        after = int(following[here])
        if after in (here, -1) or found.area.flat[after] <= 0:
            break
        (lon, lat), (there, other) = found.lonlat(here), found.lonlat(after)
        walked += KM_PER_DEGREE * float(np.hypot(other - lat, (there - lon) * cos(radians(lat))))
        cells.append(after)
    return cells, walked


def _plain(found: Network, stream: Array, area_km2: float) -> tuple[Array, Array]:
    """The cells that drain to the reach before any other stream, and their heights above it."""
    streams = found.area >= STREAM_SHARE * area_km2
    streams.ravel()[stream] = True
    mark = np.full(found.heights.shape, -1, "int32")
    mark[streams] = 0
    mark.ravel()[stream] = 1
    nearest = found.flow.fillnodata(mark, nodata=-1, direction="up")
    above = found.flow.hand(streams, found.heights)
    chosen = np.nonzero((nearest.ravel() == 1) & (above.ravel() >= 0))[0]
    return chosen, above.ravel()[chosen].astype(float)
