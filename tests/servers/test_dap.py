"""Our OPeNDAP reader against pydap: a dataset in memory, and the file server that answers 200 and sends too little."""

from __future__ import annotations

from pathlib import Path

import netCDF4
import numpy as np
import pytest

from connectors.arrays.fetching import fetch
from connectors.arrays.parts import Subset
from connectors.base import Request
from connectors.errors import ConnectorError
from connectors.extents import BBox, Interval
from connectors.guard import Guard
from connectors.items import Location
from connectors.source_files import address
from connectors.transport import Reply, Transport
from tests.servers import dap

pytestmark = pytest.mark.servers

BOX = BBox(west=4.0, south=44.0, east=12.0, north=50.0)
TEN_DAYS = Interval(start="2000-01-11", end="2000-01-20")


async def copied(href: str, part: Path) -> None:
    """The part of the dataset written to a file, through a transport that may go there."""
    transport = Transport(guard=Guard(registered=[address(href)]))

    async def send(request: Request, *, budget_s: float, max_bytes: int) -> Reply:
        return await transport.send(request, budget_s=budget_s, max_bytes=max_bytes)

    subset = Subset(variable="tas", bbox=BOX, intervals=(TEN_DAYS,))
    try:
        await fetch(Location(href=href, protocol="opendap"), part, subset=subset, send=send, now=0.0)
    finally:
        await transport.aclose()


async def test_a_part_of_a_dataset_is_read_rightly(dap_url: str, tmp_path: Path) -> None:
    await copied(dap_url, tmp_path / "part.nc")

    whole = (
        280 + np.arange(dap.DAYS * dap.NORTHS * dap.EASTS, dtype="f4").reshape(dap.DAYS, dap.NORTHS, dap.EASTS) / 1000
    )
    with netCDF4.Dataset(tmp_path / "part.nc") as part:
        days, norths, easts = (part.variables[name][:] for name in ("time", "lat", "lon"))
        values = np.asarray(part.variables["tas"][:])
    assert set(range(10, 20)) <= {int(day) for day in days}
    assert (BOX.south >= norths.min() and BOX.north <= norths.max(), len(norths) < dap.NORTHS) == (True, True)
    first = (int(days[0]), round((float(norths[0]) - 40) / 2), round(float(easts[0]) / 2))
    cut = tuple(slice(start, start + n) for start, n in zip(first, values.shape, strict=True))
    np.testing.assert_allclose(values, whole[cut], rtol=1e-6)


async def test_a_reply_cut_short_is_a_failure(tmp_path: Path) -> None:
    """The netCDF library reads garbage from this server without a word."""
    if missing := dap.missing():
        pytest.skip(missing)
    files = tmp_path / "files"
    files.mkdir()
    _write(files / "tas.nc")
    with dap.dap_files(tmp_path, files) as served, pytest.raises(ConnectorError, match="broke off"):
        await copied(f"{served}/tas.nc", tmp_path / "part.nc")
    assert not (tmp_path / "part.nc").exists()


def _write(path: Path) -> None:
    with netCDF4.Dataset(path, "w", format="NETCDF3_64BIT_OFFSET") as file:
        for name, size, units in (("time", dap.DAYS, f"days since {dap.START}"), ("lat", dap.NORTHS, "degrees_north"),
                                  ("lon", dap.EASTS, "degrees_east")):  # fmt: skip
            file.createDimension(name, size)
            axis = file.createVariable(name, "f8", (name,))
            axis.units = units
            axis[:] = {"time": np.arange(size), "lat": np.linspace(40, 56, size), "lon": np.linspace(0, 22, size)}[name]
        tas = file.createVariable("tas", "f4", ("time", "lat", "lon"))
        tas.units = "K"
        tas[:] = 280.0
