"""return_levels: floods by return period, and how far a record bears them."""

from __future__ import annotations

import numpy as np
import pytest

from connectors.compute.processes.return_levels import return_levels
from connectors.errors import Refused
from connectors.items import Table, Value
from tests.connectors.compute.basins import codes, made


def test_return_levels_grow_with_the_period_and_say_how_short_the_record_is() -> None:
    random = np.random.default_rng(5)
    levels = return_levels(made(9 * 366, disch=random.gamma(1.0, 20.0, 9 * 366)), return_period=50.0)
    table, value = levels.outputs["table"], levels.outputs["value"]
    assert isinstance(table, Table) and isinstance(value, Value)
    numbers = [row[1] for row in table.rows]
    assert numbers == sorted(numbers) and value.low < value.value < value.high  # type: ignore[operator]
    assert codes(levels) == {"daily_means", "short_record", "extrapolated_flood"}


def test_four_years_are_too_few_for_floods() -> None:
    with pytest.raises(Refused, match="4 whole hydrological years"):
        return_levels(made(4 * 366, disch=3.0))
