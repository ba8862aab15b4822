"""Foreign NetCDF read by a confined process is what is read here; what attacks or is damaged is not read."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from connectors.compute import apart, netcdf
from connectors.errors import BadReply, Refused
from tests.connectors.compute.samples import AMERICA, GLOBAL_TAS
from tests.connectors.sandbox.attacks import corrupt_chunk, external_link

A1B = AMERICA / "A1B_north_america.nc"


@pytest.mark.skipif(not A1B.exists(), reason="the holdings are not here")
@pytest.mark.parametrize("path", [A1B, GLOBAL_TAS])
def test_a_file_read_apart_is_the_file_read_here(path: Path) -> None:
    here = netcdf.read_raw(path, variable="tas", declared="tas")
    there = apart.read_raw(apart.Asked(path=path, variable="tas", declared="tas"))
    pieces = apart.read_raw(apart.Asked(path=path, variable="tas", declared="tas", lazy=True))
    assert (there.name, there.dims, there.axes.keys()) == (here.name, here.dims, here.axes.keys())
    assert there.attributes["units"] == here.attributes["units"]
    np.testing.assert_array_equal(there.values, here.values)
    np.testing.assert_allclose(pieces.values.compute(), here.values, rtol=1e-6)
    for name, axis in here.axes.items():
        np.testing.assert_array_equal(there.axes[name].values, axis.values)


def test_a_corrupt_chunk_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BadReply, match=r"corrupt\.nc"):
        apart.read_raw(apart.Asked(path=corrupt_chunk(tmp_path, tmp_path), variable="tas"))


def test_a_link_out_of_the_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="link into another file"):
        apart.read_raw(apart.Asked(path=external_link(tmp_path, tmp_path), variable="tas"))
