"""Rehearsal: the libraries used once on nothing before readers are forked, so that no reader pays for their first use."""

from __future__ import annotations


def rehearse(name: str) -> None:
    """Use a library as the reading of a file will."""
    if name == "h5py":
        _hdf5()
    elif name == "netCDF4":
        _netcdf()


def _hdf5() -> None:
    import h5py

    from connectors.sandbox.rules.hdf5 import walk

    with h5py.File("nothing", "w", driver="core", backing_store=False) as file:
        file.create_group("group").create_dataset("values", data=[1.0, 2.0], chunks=(1,), compression="gzip")
        file["group/values"].attrs["units"] = "K"
        walk(file, name="nothing", size=1 << 20)


def _netcdf() -> None:
    import netCDF4

    with netCDF4.Dataset("nothing", "w", diskless=True, persist=False) as data:
        data.createDimension("time", 2)
        values = data.createVariable("values", "f4", ("time",), zlib=True)
        values.units = "K"
        values[:] = [1.0, 2.0]
        _ = values[:], {name: values.getncattr(name) for name in values.ncattrs()}
