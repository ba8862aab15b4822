"""hand_inundation: stage and extent on the terrain of the holdings."""

from __future__ import annotations

import numpy as np
import pytest

from connectors.compute.processes.hand_inundation import hand_inundation
from connectors.items import Table, Value
from tests.connectors.compute.basins import FACTS, PLACE, affine, codes, needs_rhine, terrain


@needs_rhine
@affine
def test_a_higher_flood_stands_higher_and_covers_no_less() -> None:
    bankfull = Value(value=220.0, units="m3 s-1", details=FACTS)
    small, large = (
        hand_inundation(
            **terrain(), place=PLACE, discharge=Value(value=q, units="m3 s-1", details=FACTS), bankfull=bankfull
        )
        for q in (210.0, 900.0)
    )
    stages = [c.outputs["stage"].value for c in (small, large)]  # type: ignore[union-attr]
    areas = [c.outputs["value"].value for c in (small, large)]  # type: ignore[union-attr]
    assert stages[0] < stages[1] and areas[0] == 0.0 and areas[1] > 10.0
    assert codes(large) == {"assumed_channel", "analogue_reach", "coarse_terrain"}
    grid = large.outputs["grid"]
    assert isinstance(grid, Table)
    wet = [row for row in grid.rows if row[2]]
    cell = (30 / 3600 * 111.195) ** 2 * np.cos(np.radians(50.6))
    assert len(wet) * cell == pytest.approx(areas[1], rel=0.02)
