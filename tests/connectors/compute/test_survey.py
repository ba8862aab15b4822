"""A survey tells of values what its checks need, also where they come in slabs."""

from __future__ import annotations

import numpy as np
import pytest

from connectors.compute.survey import axis_role, of_axis, of_values


def test_slabs_are_counted_together() -> None:
    told = of_values(iter([np.array([1.0, np.nan]), np.array([[3.0, -999.0], [1e20, 5.0]])]))
    assert (told["n"], told["missing"], told["huge"], told["fills"]) == (6, 2, 1, {"-999.0": 1})
    assert (told["low"], told["high"]) == (-999.0, 5.0)


def test_nothing_has_no_extremes() -> None:
    assert of_values(iter([np.array([np.nan])]))["low"] is None


def test_times_tell_their_days_repeats_and_order() -> None:
    units = {"units": "days since 2000-01-01", "calendar": "360_day"}
    told = of_axis("time", np.array([0.0, 30.0, 30.0, 20.0]), units)
    assert (told["first"], told["last"], told["repeats"], told["is_ordered"]) == ("2000-01-01", "2000-02-01", 1, False)


@pytest.mark.parametrize(
    ("name", "attributes", "role"),
    [
        ("y", {"units": "degrees_north"}, "lat"),
        ("longitude", {}, "lon"),
        ("time", {"units": "1"}, ""),
        ("plev", {}, ""),
    ],
)
def test_an_axis_is_known_by_its_attributes_or_its_name(name: str, attributes: dict[str, str], role: str) -> None:
    assert axis_role(name, attributes) == role
