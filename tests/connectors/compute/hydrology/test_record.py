"""Records of basins: read from files of several habits, kept as cubes, refused where they make no sense."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from connectors.compute import export
from connectors.compute.hydrology import record
from connectors.errors import BadReply, Refused
from tests.connectors.compute.basins import SALMON, fulda, made, needs_fulda


@needs_fulda
def test_the_fulda_is_read_with_its_ten_years() -> None:
    found = fulda()
    assert (str(found.days[0]), str(found.days[-1]), len(found.days)) == ("1979-01-01", "1988-12-31", 3653)
    assert found.observed()[:3] == pytest.approx([143.0, 110.0, 62.6])
    assert found.values["tasmin"][0, 0] == -20.1 and found.values["pr"][0, 0] == 1.0
    assert found.observed().max() == 360.0 and 0.2 < found.observed().mean() * found.millimetres / 2.3 < 0.5


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


def test_a_record_is_the_same_as_a_cube_and_as_the_file_of_one(tmp_path: Path) -> None:
    before = made(tas=[[1.0], [2.0]], pr=[[3.0], [4.0]], disch=5.0)
    held = record.from_field(before.to_field())
    assert held.runs == ("M0", "M1") and held.values["disch"].shape == (1, 1095)
    path = tmp_path / "cube.nc"
    path.write_bytes(export.to_netcdf(before.to_field()))
    read = record.read(path, id="made", properties=before.properties, derived_from=("made",))
    assert read.runs == ("M0", "M1")
    for name, values in before.values.items():
        np.testing.assert_array_equal(read.values[name], values)


@pytest.mark.skipif(not SALMON.exists(), reason="the reference library is not here")
def test_a_netcdf_of_raven_is_read() -> None:
    found = record.read(SALMON, id="salmon", properties={"area_km2": 4250.6, "latitude": 54.4}, derived_from=())
    assert {"tas", "tasmin", "tasmax", "pr", "disch"} <= found.values.keys() and len(found.days) > 20_000


def test_a_record_without_its_area_is_refused_by_that_name() -> None:
    with pytest.raises(Refused, match="does not say its area_km2"):
        _ = record.Record(days=np.array(["2001-01-01"], "datetime64[D]"), values={}, id="x").millimetres
