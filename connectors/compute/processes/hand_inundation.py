"""hand_inundation: how high a flood stands and what it covers along a river, by heights above the nearest drainage."""

from __future__ import annotations

from typing import Any

import numpy as np

from connectors.compute import statistics
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed
from connectors.compute.hydraulics import terrain
from connectors.compute.inputs import PlaceInput, RasterInput, ValueInput
from connectors.compute.rasters import Raster
from connectors.compute.regions import Region
from connectors.errors import Refused
from connectors.items import JSON, Caveat, Table, Value

LENGTH_KM = 30.0
_FAR_KM = 5.0  # from the basin's middle on, a reach whose area differs is another river's
_COARSE_KM = 0.1  # cells in which flood plains are not seen


def hand_inundation(
    elevation: Raster, *, place: Region, discharge: Value, bankfull: Value, directions: Raster | None = None,
    area_km2: float | None = None, length_km: float = LENGTH_KM,
) -> Computed:  # fmt: skip
    """Stage by Manning's formula and the cells below it, on the stream nearest to the place that drains its area."""
    found = reach_of(elevation, directions, place=place, area_km2=area_km2 or _area(discharge), length_km=length_km,
                     bankfull=bankfull.value)  # fmt: skip
    reach = found.reach
    stage = reach.stage(discharge.value)
    depth = reach.flooded(stage)
    area = float(reach.areas[depth > 0].sum()) / 1e6
    range_of = {name: q for name, q in (("low", discharge.low), ("high", discharge.high)) if q is not None}
    stages = {name: reach.stage(q) for name, q in range_of.items()}
    areas = {name: float(reach.areas[reach.flooded(s) > 0].sum()) / 1e6 for name, s in stages.items()}
    details = _details(found, discharge, stage)
    told: dict[str, Any] = {"range_meaning": discharge.range_meaning, "n": discharge.n, "details": details}
    network = terrain.network(elevation, directions)
    outputs: dict[str, Any] = {
        "value": Value(value=area, units="km2", low=areas.get("low"), high=areas.get("high"), **told),
        "stage": Value(value=stage, units="m", low=stages.get("low"), high=stages.get("high"), **told),
        "grid": depth_table(network, found, depth),
    }
    return Computed(outputs=outputs, caveats=said(network, found, basin_km2=area_km2 or _area(discharge)))


def reach_of(
    elevation: Raster, directions: Raster | None, *, place: Region, area_km2: float, length_km: float, bankfull: float
) -> terrain.Place:
    """The reach that stands for a basin's outlet."""
    longitude, latitude = place.center
    return terrain.reach_near(
        terrain.network(elevation, directions), longitude=longitude, latitude=latitude,
        area_km2=area_km2, length_km=length_km, bankfull=bankfull,
    )  # fmt: skip


def _area(discharge: Value) -> float:
    area = discharge.details.get("area_km2")
    if not isinstance(area, int | float):
        raise Refused("it is not said what area the discharge drains; give 'area_km2'")
    return float(area)


def _details(found: terrain.Place, discharge: Value, stage: float) -> dict[str, JSON]:
    reach = found.reach
    kept = {n: v for n, v in discharge.details.items() if n in ("return_period", "gauge", "river", "models")}
    return kept | {
        "discharge": statistics.number(discharge.value),
        "stage": round(stage, 3),
        "over_banks": round(max(0.0, stage - reach.depth), 3),
        "bankfull": statistics.number(reach.bankfull),
        "channel_width": round(reach.width, 1),
        "channel_depth": round(reach.depth, 2),
        "slope": round(reach.slope, 6),
        "length_km": round(reach.length / 1000, 1),
        "reach": [round(found.longitude, 3), round(found.latitude, 3)],
        "reach_km2": round(found.area_km2, 1),
        "distance_km": round(found.distance_km, 1),
    }


def depth_table(network: terrain.Network, found: terrain.Place, depth: Any) -> Table:
    """Latitude, longitude and depth of water of every cell in the box around the flooded ones and the stream."""
    width = network.heights.shape[1]
    shown = {int(i): 0.0 for i in found.stream} | {
        int(i): float(d) for i, d in zip(found.plain, depth, strict=True) if d > 0
    }
    rows, columns = (np.array(v) for v in zip(*(divmod(i, width) for i in shown), strict=True))
    cells = tuple(
        (round(lat, 6), round(lon, 6), None if (d := shown.get(r * width + c)) is None else round(d, 3))
        for r in range(int(rows.min()) - 1, int(rows.max()) + 2)
        for c in range(int(columns.min()) - 1, int(columns.max()) + 2)
        for lon, lat in (network.lonlat(r * width + c),)
    )
    return Table(columns=("lat", "lon", "depth [m]"), rows=cells, title="m")


def said(network: terrain.Network, found: terrain.Place, *, basin_km2: float) -> tuple[Caveat, ...]:
    """Where the reach is not the basin's own, that cells are coarse, and that the channel is not measured."""
    caveats = [Caveat(code="assumed_channel", parameters={"width": round(found.reach.width)})]
    if found.distance_km > _FAR_KM:
        parameters = {"lon": round(found.longitude, 2), "lat": round(found.latitude, 2), "basin_km2": round(basin_km2),
                      "distance_km": round(found.distance_km), "reach_km2": round(found.area_km2)}  # fmt: skip
        caveats.append(Caveat(code="analogue_reach", parameters=parameters))
    if network.cell_km > _COARSE_KM:
        caveats.append(Caveat(code="coarse_terrain", parameters={"metres": round(network.cell_km * 1000)}))
    return tuple(caveats)


DESCRIPTION = Description(
    id="hand_inundation",
    title="Flood stage and extent by heights above the drainage (HAND)",
    title_fr="Hauteur et étendue d'une crue par hauteurs au-dessus du drainage (HAND)",
    description=(
        "The stage at which a discharge passes a reach, by Manning's formula over a channel of regime width and the flood plain, "
        "and the cells that lie lower. The reach is the stream nearest to the place that drains the same area."
    ),
    description_fr=(
        "La hauteur à laquelle un débit passe un tronçon, selon Manning, et les mailles situées plus bas. Le tronçon est le cours "
        "d'eau le plus proche du lieu qui draine la même superficie."
    ),
    inputs={
        "elevation": Input(type=RasterInput, title="Terrain, m", title_fr="Relief, m"),
        "place": Input(type=PlaceInput, title="Basin", title_fr="Bassin"),
        "discharge": Input(type=ValueInput, title="Discharge, m³ s⁻¹", title_fr="Débit, m³ s⁻¹"),
        "bankfull": Input(type=ValueInput, title="Bankfull discharge, m³ s⁻¹", title_fr="Débit de plein bord, m³ s⁻¹"),
        "directions": Input(type=RasterInput, title="D8 directions", title_fr="Directions D8", default=None),
        "area_km2": Input(type=float, title="Drained area, km²", title_fr="Superficie drainée, km²", default=None),
        "length_km": Input(
            type=float, title="Length of the reach, km", title_fr="Longueur du tronçon, km", default=30.0
        ),
    },
    outputs={
        "value": Output(kind="value", title="Flooded area, km²", title_fr="Superficie inondée, km²"),
        "stage": Output(kind="value", title="Stage above the bed, m", title_fr="Hauteur au-dessus du lit, m"),
        "grid": Output(kind="table", title="Depth of water", title_fr="Hauteur d'eau"),
    },
    run=hand_inundation,
    keywords=("hydraulics", "floods", "HAND"),
)
