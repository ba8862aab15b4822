"""local_inertial: a hydrograph routed over the terrain of the holdings."""

from __future__ import annotations

import pytest

from connectors.compute.processes.local_inertial import local_inertial
from connectors.errors import Refused
from connectors.items import Series, Value
from tests.connectors.compute.basins import BASIN, PLACE, affine, needs_rhine, terrain


@needs_rhine
@affine
def test_a_wave_keeps_its_water_and_leaves_it_on_the_terrain() -> None:
    inflow = Series(
        x=tuple(f"1984-02-{d:02d}" for d in range(1, 6)), y=(50.0, 150.0, 300.0, 150.0, 60.0), units="m3 s-1"
    )
    routed = local_inertial(**terrain(), place=PLACE, inflow=inflow, area_km2=BASIN.area_km2)
    value = routed.outputs["value"]
    assert isinstance(value, Value) and value.details["mass_error"] < 1e-3
    assert value.value > 0 and value.details["inflow_m3"] == pytest.approx(
        86400 * (25 + 150 + 300 + 150 + 30), rel=0.01
    )


@needs_rhine
@affine
def test_a_hydrograph_with_gaps_or_in_another_unit_is_refused() -> None:
    for series in (Series(x=("a", "b"), y=(1.0, None), units="m3 s-1"), Series(x=("a", "b"), y=(1.0, 2.0), units="mm")):
        with pytest.raises(Refused, match="inflow"):
            local_inertial(**terrain(), place=PLACE, inflow=series, area_km2=BASIN.area_km2)
