"""local_inertial: a flood wave routed over terrain in two dimensions, its highest extent and depth."""

from __future__ import annotations

from math import sqrt

import numpy as np

from connectors.compute import statistics
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed
from connectors.compute.hydraulics import inertial, terrain
from connectors.compute.hydraulics.inertial import Flood, Inflow, Numbers
from connectors.compute.hydraulics.rating import PLAIN_ROUGHNESS
from connectors.compute.inputs import PlaceInput, RasterInput, SeriesInput
from connectors.compute.processes.hand_inundation import LENGTH_KM, reach_of, said
from connectors.compute.rasters import Raster
from connectors.compute.regions import Region
from connectors.errors import BadReply, Refused
from connectors.items import Series, Table, Value

WET_M = 0.1  # of water, from which on a cell is flooded
MARGIN = 8  # cells around the reach
MASS_TOLERANCE = 1e-3
RIM_SLOPE = 1e-3
LONGEST_DAYS = 60


def local_inertial(
    elevation: Raster, *, place: Region, inflow: Series, area_km2: float, directions: Raster | None = None,
    length_km: float = LENGTH_KM, roughness: float = PLAIN_ROUGHNESS,
) -> Computed:  # fmt: skip
    """Route a daily hydrograph down the reach that stands for the basin; raises BadReply where water goes missing."""
    discharge = _discharge(inflow)
    found = reach_of(elevation, directions, place=place, area_km2=area_km2, length_km=length_km,
                     bankfull=float(np.median(discharge)) or 1.0)  # fmt: skip
    network = terrain.network(elevation, directions)
    ground, top, left = _window(network, found)
    row = int(found.stream[0]) // network.heights.shape[1]
    cell = sqrt(float(network.cell_km2(np.array([row]))[0])) * 1000.0
    source = np.array([[row - top, int(found.stream[0]) % network.heights.shape[1] - left]])
    times = np.asarray(np.arange(len(discharge)) * 86400.0, np.float64)
    flood = inertial.run(
        ground, Inflow(times=times, discharge=discharge, cells=source), cell=cell, roughness=roughness,
        seconds=float(times[-1]), rim_slope=RIM_SLOPE,
    )  # fmt: skip
    if flood.mass_error > MASS_TOLERANCE:
        raise BadReply(
            f"the solver lost {flood.mass_error:.2%} of the water; ask for another roughness", kind="bad_payload"
        )
    value = _covered(flood, found, cell=cell, peak=float(discharge.max()))
    grid = _depths(network, flood, top=top, left=left)
    caveats = tuple(c for c in said(network, found, basin_km2=area_km2) if c.code != "assumed_channel")
    return Computed(outputs={"value": value, "grid": grid}, caveats=caveats)


def _covered(flood: Flood, found: terrain.Place, *, cell: float, peak: float) -> Value:
    """What was wet at the highest, square kilometres, and the solver's account."""
    details = {
        "deepest": statistics.number(round(float(flood.highest.max()), 3)),
        "discharge": statistics.number(peak),
        "mass_error": float(f"{flood.mass_error:.2g}"),
        "inflow_m3": round(flood.inflow),
        "steps": flood.steps,
        "cell_m": round(cell),
        "reach": [round(found.longitude, 3), round(found.latitude, 3)],
        "length_km": round(found.reach.length / 1000, 1),
        "reach_km2": round(found.area_km2, 1),
        "distance_km": round(found.distance_km, 1),
    }
    return Value(value=float((flood.highest > WET_M).sum()) * cell**2 / 1e6, units="km2", n=1, details=details)


def _discharge(inflow: Series) -> Numbers:
    """The hydrograph, m³ s⁻¹; raises Refused for one with gaps, another unit or too many days."""
    if inflow.units not in ("m3 s-1", "m3/s", "m³/s"):
        raise Refused(f"the inflow is in {inflow.units!r}; give m3 s-1")
    values = np.array([np.nan if y is None else y for y in inflow.y], float)
    if not 2 <= len(values) <= LONGEST_DAYS or not np.isfinite(values).all():
        raise Refused(f"the inflow has {len(values)} days; give 2 to {LONGEST_DAYS}, none missing")
    return values


def _window(network: terrain.Network, found: terrain.Place) -> tuple[Numbers, int, int]:
    """The ground around the reach (NaN: outside the terrain), and its first row and column in the terrain."""
    rows, columns = np.divmod(found.stream, network.heights.shape[1])
    top, left = max(0, int(rows.min()) - MARGIN), max(0, int(columns.min()) - MARGIN)
    frame = network.heights[top : int(rows.max()) + MARGIN + 1, left : int(columns.max()) + MARGIN + 1]
    return np.where(frame > -1000, frame, np.nan).astype(float), top, left


def _depths(network: terrain.Network, flood: Flood, *, top: int, left: int) -> Table:
    width = network.heights.shape[1]
    rows = []
    for r, c in np.ndindex(flood.highest.shape):
        lon, lat = network.lonlat((top + r) * width + left + c)
        deep = float(flood.highest[r, c])
        rows.append((round(lat, 6), round(lon, 6), round(deep, 3) if deep > WET_M else None))
    return Table(columns=("lat", "lon", "depth [m]"), rows=tuple(rows), title="m")


DESCRIPTION = Description(
    id="local_inertial",
    title="Flood wave in two dimensions (local inertial)",
    title_fr="Onde de crue en deux dimensions (inertie locale)",
    description=(
        "The local inertial form of the shallow-water equations (Bates et al. 2010) over the terrain around a reach, fed by a "
        "daily hydrograph at its upper end; what the water covered at its highest, and its depth. Mass is kept to 0.1 %."
    ),
    description_fr=(
        "Équations de Saint-Venant à inertie locale (Bates et al. 2010) sur le relief autour d'un tronçon alimenté par un "
        "hydrogramme journalier ; étendue et hauteurs maximales. La masse est conservée à 0,1 %."
    ),
    inputs={
        "elevation": Input(type=RasterInput, title="Terrain, m", title_fr="Relief, m"),
        "place": Input(type=PlaceInput, title="Basin", title_fr="Bassin"),
        "inflow": Input(type=SeriesInput, title="Daily hydrograph, m³ s⁻¹", title_fr="Hydrogramme journalier, m³ s⁻¹"),
        "area_km2": Input(type=float, title="Drained area, km²", title_fr="Superficie drainée, km²"),
        "directions": Input(type=RasterInput, title="D8 directions", title_fr="Directions D8", default=None),
        "length_km": Input(
            type=float, title="Length of the reach, km", title_fr="Longueur du tronçon, km", default=30.0
        ),
        "roughness": Input(type=float, title="Manning's n", title_fr="n de Manning", default=PLAIN_ROUGHNESS),
    },
    outputs={
        "value": Output(kind="value", title="Flooded area, km²", title_fr="Superficie inondée, km²"),
        "grid": Output(kind="table", title="Greatest depth", title_fr="Hauteur d'eau maximale"),
    },
    run=local_inertial,
    keywords=("hydraulics", "floods"),
)
