"""flood_change: one simulation against another."""

from __future__ import annotations

import numpy as np
import pytest

from connectors.compute.processes.flood_change import flood_change
from connectors.items import Series, Value
from tests.connectors.compute.basins import made


def test_a_flood_half_as_high_again_is_a_change_of_fifty_per_cent() -> None:
    random = np.random.default_rng(5)
    flow = random.gamma(1.0, 20.0, 7 * 366)
    computed = flood_change(made(7 * 366, disch=[1.5 * flow] * 5), other=made(7 * 366, disch=flow), return_period=10.0)
    value, event = computed.outputs["value"], computed.outputs["series"]
    assert isinstance(value, Value) and isinstance(event, Series)
    assert (value.value, value.low, value.high, value.n) == pytest.approx((50.0, 50.0, 50.0, 5))
    assert max(event.lines["before"]) == pytest.approx(flow.max()) and max(event.y) == pytest.approx(1.5 * flow.max())  # type: ignore[type-var]
