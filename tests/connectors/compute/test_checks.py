"""Results that cannot be right are failures with the reason; odd ones are caveats; right ones pass in silence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import netCDF4
import numpy as np
import pytest
import xarray as xr

from conductor.narrator.caveats import words
from connectors.arrays.opendap import read_dods
from connectors.compute.checks import check_array, check_file, check_processed
from connectors.errors import BadReply
from connectors.extents import Interval
from connectors.items import Caveat, Cube, Processed, Series, Value
from connectors.operations import Process

ALL_OF_2000 = Interval(start="2000-01-01", end="2000-02-29")


def made(
    folder: Path,
    values: Any,
    *,
    fill: float | None = None,
    days: Any = None,
    lat: Any = (40.0, 50.0),
    **attributes: str,
) -> Path:
    """A file of `tas` (time, lat) in kelvins, unless it is told to be something else."""
    path = folder / "result.nc"
    values = np.asarray(values, float)
    told = {"standard_name": "air_temperature", "units": "K"} | attributes
    with netCDF4.Dataset(path, "w") as data:
        for name, size in (("time", values.shape[0]), ("lat", values.shape[1])):
            data.createDimension(name, size)
        time, north = data.createVariable("time", "f8", ("time",)), data.createVariable("lat", "f8", ("lat",))
        time.units, north.units = "days since 2000-01-01", "degrees_north"
        time[:], north[:] = np.arange(values.shape[0]) if days is None else days, lat
        tas = data.createVariable("tas", "f4", ("time", "lat"), fill_value=fill)
        tas.setncatts({name: value for name, value in told.items() if value})
        tas[:] = values
    return path


def warm(steps: int = 60) -> Any:
    return np.full((steps, 2), 285.0) + np.arange(2)


def processed(path: Path) -> Processed:
    return Processed(outputs={"output": Cube(hrefs=(str(path),))})


def test_a_right_result_passes(tmp_path: Path) -> None:
    assert check_file(made(tmp_path, warm()), asked=ALL_OF_2000) == ()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"values": np.zeros((60, 2))}, r"runs from 0 to 0 K where air_temperature lies within 130 to 350"),
        ({"values": np.where(np.arange(120).reshape(60, 2) % 7, 285.0, -999.0)}, "18 times -999, a fill value"),
        ({"values": np.where(np.arange(120).reshape(60, 2) % 7, 285.0, 1e20)}, "18 values of 'tas' are fill values"),
        ({"values": np.full((60, 2), np.nan)}, "no value that is a number"),
        ({"units": "kg m-2 s-1"}, "which is no unit of air_temperature"),
        ({"units": "degC"}, "runs from 558"),
        ({"days": np.arange(60)[::-1]}, "times run backwards"),
        ({"days": np.r_[np.arange(59), 58]}, "1 times come twice"),
        ({"days": np.arange(60) + 36500}, "nothing of 2000-01-01 to 2000-02-29"),
        ({"lat": (40.0, 140.0)}, "'lat' runs from 40 to 140 degrees"),
        ({"values": np.zeros((0, 2))}, "no value at all|nothing along"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_a_failure_with_its_reason(change: dict[str, Any], reason: str, tmp_path: Path) -> None:
    path = made(tmp_path, **{"values": warm()} | change)
    with pytest.raises(BadReply, match=reason) as caught:
        check_processed(
            processed(path), Process(process_id="subset", inputs={"interval": ["2000-01-01", "2000-02-29"]})
        )
    assert caught.value.kind == "implausible"
    assert "result.nc" in str(caught.value)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"values": np.full((60, 2), 335.0)}, "unusual_values"),
        ({"units": ""}, "no_units"),
        ({"values": warm(20)}, "partial_time"),
        ({"values": np.where(np.arange(120).reshape(60, 2) % 20, np.nan, 285.0)}, "mostly_missing"),
    ],
)  # fmt: skip
def test_what_is_odd_is_said_in_both_languages(change: dict[str, Any], code: str, tmp_path: Path) -> None:
    (caveat,) = check_file(made(tmp_path, **{"values": warm()} | change), asked=ALL_OF_2000)
    assert caveat.code == code
    for language in ("en", "fr"):
        assert "{" not in words(caveat, language)
        assert code.replace("_", " ") not in words(caveat, language)


def test_declared_fill_values_and_changes_are_right(tmp_path: Path) -> None:
    holed = np.where(np.arange(120).reshape(60, 2) % 7, 285.0, -999.0)
    assert check_file(made(tmp_path, holed, fill=-999.0)) == ()
    assert check_file(made(tmp_path, np.zeros((60, 2)), long_name="Anomaly of temperature")) == ()


def test_a_mean_of_zero_kelvins_is_no_success() -> None:
    """What Finch reports as a success when its OPeNDAP server sends half a body."""
    process = Process(process_id="mean", inputs={"variable": "tas"})
    with pytest.raises(BadReply, match=r"'the result of mean' cannot be right.* 0 to 0 K"):
        check_processed(Processed(outputs={"value": Value(value=0.0, units="K")}), process)
    assert check_processed(Processed(outputs={"value": Value(value=293.05, units="K")}), process) == ()


def test_a_number_that_is_none_and_a_series_of_fills_are_failures() -> None:
    process = Process(process_id="mean", inputs={"variable": "tas"})
    with pytest.raises(BadReply, match="is not a number"):
        check_processed(Processed(outputs={"value": Value(value=float("nan"), units="K")}), process)
    with pytest.raises(BadReply, match="-999"):
        series = Series(x=("2000", "2001"), y=(285.0, -999.0), units="K")
        check_processed(Processed(outputs={"series": series}), process)


def test_what_is_not_numbers_is_let_be() -> None:
    assert check_processed(Processed(outputs={"text": "done", "n": 3}), Process(process_id="count")) == ()


def test_an_array_in_memory_is_checked_as_a_file_is() -> None:
    array = xr.DataArray(np.full((3, 2), 9.96921e36), dims=("time", "lat"), coords={"lat": [40.0, 50.0]}, name="tas")
    with pytest.raises(BadReply, match="beyond 1e19"):
        check_array(array, name="tas.nc")
    assert check_array(array * 0 + 280.0, name="tas.nc") == ()


def test_half_a_body_of_opendap_is_a_failure() -> None:
    """The bytes that pydap's file server sends for a subset: the whole is declared, less is there."""
    declared = b"Dataset {\n    Float32 tas[time = 100];\n} x;\nData:\n"
    count = (100).to_bytes(4, "big")
    with pytest.raises(BadReply, match="sent less"):
        read_dods(declared + count + count + b"\x00" * 100, "tas", where="http://h.example/x")


def test_doubts_are_caveats() -> None:
    assert "beyond what was ever measured" in words(
        Caveat(code="unusual_values", parameters={"variable": "tas", "low": "280", "high": "335", "units": "K"}), "en"
    )
