"""Records of basins: read from files of several habits, kept as cubes, refused where they make no sense."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from connectors.compute import export
from connectors.compute.hydrology import record, record_files
from connectors.errors import Refused
from tests.connectors.compute.basins import FULDA, SALMON, fulda, made, needs_fulda
from tests.connectors.sandbox import attacks


@needs_fulda
def test_the_fulda_is_read_with_its_ten_years() -> None:
    found = fulda()
    assert (str(found.days[0]), str(found.days[-1]), len(found.days)) == ("1979-01-01", "1988-12-31", 3653)
    assert found.observed()[:3] == pytest.approx([143.0, 110.0, 62.6])
    assert found.values["tasmin"][0, 0] == -20.1 and found.values["pr"][0, 0] == 1.0
    assert found.observed().max() == 360.0 and 0.2 < found.observed().mean() * found.millimetres / 2.3 < 0.5


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


@needs_fulda
def test_a_foreign_file_is_read_by_a_confined_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text, cube, expected = tmp_path / "fulda.csv", tmp_path / "fulda.nc", fulda().observed()
    text.write_bytes(FULDA.read_bytes())
    cube.write_bytes(export.to_netcdf(fulda().to_field()))

    def here(path: Path) -> None:
        raise AssertionError(f"{path.name} is read in this process")

    monkeypatch.setattr(record_files, "numbers", here)
    for path in (text, cube):
        found = record.read(path, id="fulda", properties={}, derived_from=(), is_trusted=False)
        assert (str(found.days[0]), str(found.days[-1])) == ("1979-01-01", "1988-12-31")
        np.testing.assert_array_equal(found.observed(), expected)


@pytest.mark.parametrize("make", [attacks.external_storage, attacks.external_link, attacks.shape_bomb])
def test_a_foreign_file_that_attacks_is_refused(make: Callable[[Path, Path], Path], tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("do not tell", encoding="utf-8")
    with pytest.raises(Refused):
        record.read(make(tmp_path, secret), id="", properties={}, derived_from=(), is_trusted=False)


def test_a_record_without_its_area_is_refused_by_that_name() -> None:
    with pytest.raises(Refused, match="does not say its area_km2"):
        _ = record.Record(days=np.array(["2001-01-01"], "datetime64[D]"), values={}, id="x").millimetres
