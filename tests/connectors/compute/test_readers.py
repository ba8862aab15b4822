"""Readers: which files are read, where, and what becomes of those that cannot be."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import xarray as xr

from connectors.compute import readers
from connectors.compute.fields import Field
from connectors.errors import BadReply, MissingHolding, Refused
from connectors.items import Cube
from tests.connectors.compute.samples import HELD, america, polar
from tests.connectors.sandbox.attacks import corrupt_chunk, external_link


def _write(path: Path) -> Cube:
    """A small grid of 1 K."""
    array = xr.DataArray(
        np.ones((2, 2, 2)), dims=("time", "lat", "lon"), attrs={"units": "K"},
        coords={"time": ("time", [15.0, 45.0], {"units": "days since 2000-01-01"}), "lat": [0.0, 1.0], "lon": [0.0, 1.0]},
    )  # fmt: skip
    array.to_dataset(name="tas").to_netcdf(path)
    return Cube(hrefs=(path.as_uri(),), properties={"variable_id": "tas", "source_id": "M"})


def test_many_foreign_files_at_once_are_those_read_one_by_one() -> None:
    cubes = [Cube(hrefs=c.hrefs[:1], id=c.id, properties=c.properties) for c in polar() if "E3SM" not in c.id][:10]
    together = readers.read_at_once(cubes, roots=[HELD], variable="ta")
    for cube, found in zip(cubes, together, strict=True):
        assert isinstance(found, Field)
        xr.testing.assert_identical(found.one(), readers.read(cube, roots=[HELD], variable="ta").one())


def test_of_many_files_each_that_fails_is_told_by_its_name(tmp_path: Path) -> None:
    corrupt, attack = corrupt_chunk(tmp_path, tmp_path), external_link(tmp_path, tmp_path)
    cubes = [
        _write(tmp_path / "one.nc"), Cube(hrefs=(str(corrupt),)), Cube(hrefs=(str(tmp_path / "gone.nc"),)),
        Cube(hrefs=(str(attack),)), _write(tmp_path / "two.nc"),
    ]  # fmt: skip
    first, damaged, gone, refused, last = readers.read_each(cubes, roots=[tmp_path])
    assert isinstance(first, Field) and isinstance(last, Field)
    assert isinstance(damaged, BadReply) and corrupt.name in str(damaged)
    assert isinstance(gone, MissingHolding) and isinstance(refused, Refused) and attack.name in str(refused)


def test_a_file_outside_the_roots_is_refused(tmp_path: Path) -> None:
    cube = _write(tmp_path / "made.nc")
    with pytest.raises(Refused, match=r"made\.nc.*outside"):
        readers.read(cube, roots=[HELD])


def test_a_link_out_of_the_roots_is_refused(tmp_path: Path) -> None:
    outside = _write(tmp_path / "made.nc")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "link.nc").symlink_to(Path(tmp_path / "made.nc"))
    assert outside.hrefs
    with pytest.raises(Refused, match=r"link\.nc.*outside"):
        readers.read(Cube(hrefs=(str(inside / "link.nc"),)), roots=[inside])


def test_a_file_that_is_gone_is_a_missing_holding(tmp_path: Path) -> None:
    with pytest.raises(MissingHolding, match=r"gone\.nc.*holdings sync"):
        readers.read(Cube(hrefs=(str(tmp_path / "gone.nc"),)), roots=[tmp_path])


def test_an_address_of_the_network_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="load it first"):
        readers.read(Cube(hrefs=("http://example.org/a.nc",)), roots=[tmp_path])


def test_large_data_stay_on_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = readers.read(america("E1"), roots=[HELD]).one()
    monkeypatch.setattr(readers, "LARGE_BYTES", 1000)
    lazy = readers.read(america("E1"), roots=[HELD]).one()
    assert lazy.chunks is not None
    np.testing.assert_allclose(lazy.mean("time").values, whole.mean("time").values, rtol=1e-6)
