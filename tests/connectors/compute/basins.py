"""The Fulda's record and the Rhine's terrain of the holdings, and small records made here."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from connectors.compute.fields import Computed, Field
from connectors.compute.hydrology import record
from connectors.compute.hydrology.gr4j import Parameters
from connectors.compute.hydrology.record import Record
from connectors.compute.processes.aggregate_temporal import aggregate_temporal
from connectors.compute.processes.anomaly import anomaly
from connectors.compute.rasters import Raster
from connectors.compute.regions import Region
from connectors.vocabulary.basins import BASINS
from tests.connectors.compute.samples import HELD, SHARED, interval, yearly

FULDA = HELD / "fulda/spotpy/examples/cmf_data/fulda_climate.csv"
HEIGHTS, DIRECTIONS = HELD / "rhine/examples/rhine_elv0.tif", HELD / "rhine/examples/rhine_d8.tif"
SALMON = SHARED / "data/hydro/Salmon-River-Near-Prince-George_meteo_daily.nc"
BASIN = BASINS[0]
PLACE = Region(name="Fulda", kind="basin", bbox=BASIN.bbox)
FACTS = {"area_km2": BASIN.area_km2, "latitude": BASIN.latitude, "gauge": BASIN.gauge, "river": BASIN.river}
PARAMETERS = Parameters(values=(300.0, 0.0, 60.0, 2.0, 0.5, 4.0), snowfall=30.0).to_table()
needs_fulda = pytest.mark.skipif(not FULDA.exists(), reason="the holding 'fulda' is not here")
needs_rhine = pytest.mark.skipif(not HEIGHTS.exists(), reason="the holding 'rhine' is not here")
affine = pytest.mark.filterwarnings("ignore:Use `@` matmul:PendingDeprecationWarning")  # pyflwdir multiplies affines


def fulda() -> Record:
    return record.read(FULDA, id=BASIN.id, properties=FACTS, derived_from=())


def terrain() -> dict[str, Any]:
    return {"elevation": Raster(path=HEIGHTS), "directions": Raster(path=DIRECTIONS)}


def made(days: int = 3 * 365, **values: Any) -> Record:
    """A record from 1 November 2000 of a basin of 86.4 km², where a millimetre a day is a cubic metre a second."""
    dates = np.datetime64("2000-11-01") + np.arange(days)
    columns = {name: np.broadcast_to(np.atleast_2d(np.asarray(v, float)), (len(np.atleast_2d(v)), days)).copy()
               for name, v in values.items()}  # fmt: skip
    size = max(len(v) for v in columns.values())
    return Record(days=dates, values=columns, runs=tuple(f"M{i}" for i in range(size)) if size > 1 else ("observed",),
                  id="made", properties={"area_km2": 86.4, "latitude": 50.0}, derived_from=("made",))  # fmt: skip


def codes(computed: Computed) -> set[str]:
    return {c.code for c in computed.caveats}


def change(values: dict[str, float], *, units: str = "K") -> Field:
    """The change that each model gives, as anomaly and aggregate_temporal leave it."""
    data = yearly([[280.0] * 5 + [280.0 + v] * 5 for v in values.values()], sources=list(values))
    cube = anomaly(data, reference=interval(2000, 2004), relative=units == "%").cube
    return aggregate_temporal(cube, interval=interval(2005, 2009)).cube


def weather(**values: Any) -> Record:
    random = np.random.default_rng(2)
    rain = np.where(random.random(2200) < 0.4, random.gamma(1.0, 6.0, 2200), 0.0)
    return made(2200, **({"tas": 8.0, "tasmin": 4.0, "tasmax": 12.0, "pr": rain} | values))
