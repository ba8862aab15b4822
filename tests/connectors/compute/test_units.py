"""Units: levels with offsets, changes without, other quantities by pint, values that cannot be."""

from __future__ import annotations

import numpy as np
import pytest

from connectors.compute import units
from connectors.errors import Refused
from tests.connectors.compute.samples import yearly


@pytest.mark.parametrize(
    ("value", "given", "wanted", "level", "change"),
    [
        (20.0, "°C", "K", 293.15, 20.0),
        (273.15, "kelvin", "degC", 0.0, 273.15),
        (212.0, "degF", "degC", 100.0, 212.0 * 5 / 9),
        (50.0, "%", "1", 0.5, 0.5),
        (3.0, "K", "K", 3.0, 3.0),
    ],
)
def test_changes_convert_without_the_offset(value: float, given: str, wanted: str, level: float, change: float) -> None:
    assert units.convert(value, given=given, wanted=wanted) == pytest.approx(level)
    assert units.convert(value, given=given, wanted=wanted, change=True) == pytest.approx(change)


@pytest.mark.parametrize(
    ("value", "given", "wanted", "name", "result"),
    [
        (1.0, "kg m-2 s-1", "mm day-1", "precipitation_flux", 86400.0),
        (86400.0, "mm/day", "kg m-2 s-1", "precipitation_flux", 1.0),
        (10.0, "m s-1", "km/h", "wind_speed", 36.0),
        (1013.0, "hPa", "Pa", "", 101300.0),
    ],
)
def test_other_units_go_through_pint(value: float, given: str, wanted: str, name: str, result: float) -> None:
    assert units.convert(value, given=given, wanted=wanted, standard_name=name) == pytest.approx(result)


@pytest.mark.parametrize(("given", "wanted"), [("K", "m"), ("K", "%"), ("kg m-2 s-1", "K"), ("nonsense", "K")])
def test_units_of_another_quantity_are_refused(given: str, wanted: str) -> None:
    with pytest.raises(Refused, match="cannot be converted"):
        units.convert(1.0, given=given, wanted=wanted)


def test_temperatures_do_not_wait_for_pint() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from connectors.compute import units; units.convert(1.0, given='°C', wanted='K');"
        "print('pint' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_values_that_no_thermometer_shows_are_left_out() -> None:
    array = yearly([[0.0, 15.7, 288.0, 9.969209968386869e36]]).one()
    assert np.isnan(units.plausible(array).values).tolist() == [[True, True, False, True]]


def test_limits_follow_the_units_of_the_data() -> None:
    array = yearly([[14.5, 288.0]], units="degC").one()
    assert np.isnan(units.plausible(array).values).tolist() == [[False, True]]


def test_changes_have_no_absolute_limits() -> None:
    array = yearly([[0.0, 2.0]]).one()
    array.attrs["units_metadata"] = "temperature: difference"
    assert not np.isnan(units.plausible(array).values).any()
