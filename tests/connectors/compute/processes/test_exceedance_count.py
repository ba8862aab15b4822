"""exceedance_count: days beyond a threshold in each complete year."""

from __future__ import annotations

import numpy as np
import pytest
import xarray as xr

from connectors.compute import times
from connectors.compute.fields import Field
from connectors.compute.processes.exceedance_count import exceedance_count
from connectors.errors import Refused
from tests.connectors.compute.samples import monthly, named

VALUES = np.random.default_rng(13).normal(290, 8, 365 * 2 + 1 + 40)


def _daily() -> Field:
    clock = np.datetime64("2000-01-01", "us") + np.arange(len(VALUES)) * np.timedelta64(1, "D")
    array = xr.DataArray(
        VALUES[None],
        dims=("realization", "time"),
        coords={"time": clock},
        attrs={"units": "K", "frequency": "day"},
        name="tasmax",
    )
    return Field(parts=(named(array, ["A"]),), id="daily")


@pytest.mark.parametrize(
    ("threshold", "op", "kelvin"),
    [((25.0, "degC"), ">", 298.15), ((298.15, None), ">", 298.15), ((0.0, "degC"), "<", 273.15)],
)
def test_days_are_counted_in_the_units_of_the_threshold(
    threshold: tuple[float, str | None], op: str, kelvin: float
) -> None:
    array = exceedance_count(_daily(), threshold=threshold, op=op).cube.one()  # type: ignore[arg-type]
    beyond = kelvin < VALUES if op == ">" else kelvin > VALUES
    assert array.values.tolist() == [[beyond[:366].sum(), beyond[366:731].sum()]]
    assert (array.attrs["units"], times.labels(array)) == ("day", ("2000", "2001"))


def test_counts_are_levels_and_not_changes() -> None:
    assert not exceedance_count(_daily(), threshold=(25.0, "degC")).cube.is_change


def test_months_may_be_chosen() -> None:
    array = exceedance_count(_daily(), threshold=(25.0, "degC"), months=(6, 7, 8)).cube.one()
    assert array.values[0, 0] == (VALUES[152:244] > 298.15).sum()


def test_monthly_data_have_no_days() -> None:
    with pytest.raises(Refused, match="needs daily"):
        exceedance_count(monthly([np.ones(24)]), threshold=(1.0, "K"))


def test_a_threshold_of_another_quantity_is_refused() -> None:
    with pytest.raises(Refused, match="cannot be converted"):
        exceedance_count(_daily(), threshold=(25.0, "mm/day"))
