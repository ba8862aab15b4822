"""Files of basin records: CSV of several habits, NetCDF of the real calendar, and what is no record said so."""

from __future__ import annotations

from pathlib import Path

import netCDF4
import numpy as np
import pytest

from connectors.compute.hydrology import record
from connectors.errors import BadReply


def test_a_file_of_iso_dates_and_other_names_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text("Date,Precip,Temp,Qobs\n2001-02-03,1.5,4,2.0\n2001-02-04,0,NA,2.1\n", encoding="utf-8")
    found = record.read(path, id="", properties={}, derived_from=())
    assert str(found.days[0]) == "2001-02-03" and found.id == "r"
    assert found.values["pr"].tolist() == [[1.5, 0.0]] and np.isnan(found.values["tas"][0, 1])


@pytest.mark.parametrize(
    "body", ["date,p\n2001-01-01,1\n2001-01-05,1\n", "date,p\nnever,1\nnor,2\n", "date,p\n2001-01-01,x\n"]
)
def test_a_file_that_is_no_daily_record_is_said_so(tmp_path: Path, body: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(body, encoding="utf-8")
    with pytest.raises(BadReply, match=r"bad\.csv"):
        record.read(path, id="", properties={}, derived_from=())


def test_a_file_of_another_calendar_is_no_measured_record(tmp_path: Path) -> None:
    path = tmp_path / "model.nc"
    with netCDF4.Dataset(path, "w") as dataset:
        dataset.createDimension("time", 3)
        time, rain = (dataset.createVariable(name, "f8", ("time",)) for name in ("time", "pr"))
        time.units, time.calendar, rain.units = "days since 2001-01-01", "noleap", "mm/day"
        time[:], rain[:] = [0, 1, 2], [1.0, 2.0, 3.0]
    with pytest.raises(BadReply, match="'noleap'"):
        record.read(path, id="", properties={}, derived_from=())
