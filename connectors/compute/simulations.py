"""Simulations: which run is which, each once, with its own model's and member's history before its scenario.

The Data Reference Syntax of CMIP names a run by mip_era, experiment_id, source_id and member_id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from connectors.compute import times, units
from connectors.compute.fields import drop

if TYPE_CHECKING:
    import xarray as xr

HISTORICAL = "historical"
HISTORY_ENDS = {"CMIP5": 2005, "CMIP6": 2014}
Key = tuple[str, str, str, str]


def keys(part: xr.DataArray) -> list[Key]:
    """(mip_era, experiment_id, source_id, member_id) of each realization."""
    columns = (
        part[name].values.astype(str).tolist() for name in ("mip_era", "experiment_id", "source_id", "member_id")
    )
    return [(era, experiment, source, member) for era, experiment, source, member in zip(*columns, strict=True)]


def of_experiments(parts: tuple[xr.DataArray, ...], experiments: tuple[str, ...] | None) -> tuple[xr.DataArray, ...]:
    """The simulations of these experiments and the histories that may come before them."""
    if not experiments:
        return parts
    wanted = {*experiments, HISTORICAL}
    kept = tuple(drop(part, [str(e) in wanted for e in part.experiment_id.values]) for part in parts)
    kept = tuple(part for part in kept if part.sizes["realization"])
    if set(experiments) == {HISTORICAL} and not kept:
        return tuple(history for part in parts if (history := _past_of(part)) is not None)
    return kept


def without_doubles(parts: tuple[xr.DataArray, ...]) -> tuple[tuple[xr.DataArray, ...], int]:
    """Every simulation once, the longer where two claim to be the same, and how many were left out."""
    best: dict[Key, tuple[int, int]] = {}
    count = 0
    for p, part in enumerate(parts):
        for r, key in enumerate(keys(part)):
            count += 1
            held = best.get(key)
            if held is None or part.sizes.get("time", 0) > parts[held[0]].sizes.get("time", 0):
                best[key] = (p, r)
    kept = set(best.values())
    single = (drop(part, [(p, r) in kept for r in range(part.sizes["realization"])]) for p, part in enumerate(parts))
    return tuple(part for part in single if part.sizes["realization"]), count - len(best)


def with_history(parts: tuple[xr.DataArray, ...], experiments: tuple[str, ...] | None) -> tuple[xr.DataArray, ...]:
    """Scenarios with their history before them; histories by themselves where no scenario was asked for."""
    past = _split(parts, historical=True)
    histories = {_run(p): p for p in past}
    scenarios = _split(parts, historical=False) if past else list(parts)
    if not experiments:
        taken = {_run(p) for p in scenarios if p.sizes["realization"] == 1}
        scenarios += [p for run, p in histories.items() if run not in taken]
    elif not scenarios and HISTORICAL in experiments:
        return tuple(past)
    return tuple(_joined(histories.get(_run(p)), p) for p in scenarios) if past else tuple(scenarios)


def _split(parts: tuple[xr.DataArray, ...], *, historical: bool) -> list[xr.DataArray]:
    """The single realizations that are, or are not, of the historical experiment."""
    return [
        part.isel(realization=[r])
        for part in parts
        for r, key in enumerate(keys(part))
        if (key[1] == HISTORICAL) == historical
    ]


def _run(single: xr.DataArray) -> tuple[str, str, str]:
    era, _, source, member = keys(single)[0]
    return era, source, member


def _past_of(part: xr.DataArray) -> xr.DataArray | None:
    """The past of simulations that files hold already joined to their scenarios, each run once."""
    firsts: dict[tuple[str, str, str], int] = {}
    for i, (era, _, source, member) in enumerate(keys(part)):
        if era in HISTORY_ENDS:
            firsts.setdefault((era, source, member), i)
    ends = {HISTORY_ENDS[era] for era, _, _ in firsts}
    if len(ends) != 1 or "time" not in part.dims:
        return None
    past = part.isel(realization=sorted(firsts.values()), time=times.years(part["time"].values) <= ends.pop())
    return past.assign_coords(experiment_id=("realization", np.full(len(firsts), HISTORICAL, object)))


def _joined(past: xr.DataArray | None, scenario: xr.DataArray) -> xr.DataArray:
    import xarray as xr

    if past is None or past is scenario or not _same_axes(past, scenario):
        return scenario
    earlier = past.isel(time=past["time"].values < scenario["time"].values[0])
    earlier = earlier.copy(
        data=units.convert(
            earlier.data,
            given=earlier.attrs["units"],
            wanted=scenario.attrs["units"],
            standard_name=str(scenario.attrs.get("standard_name", "")),
        )
    )
    earlier = earlier.assign_coords({n: ("realization", scenario[n].values) for n in ("experiment_id", "calendar")})
    whole = xr.concat([earlier, scenario], dim="time", coords="minimal", compat="override", join="override")
    return whole.assign_attrs(scenario.attrs)


def _same_axes(past: xr.DataArray, scenario: xr.DataArray) -> bool:
    """Whether two arrays differ in time only."""
    same = past.dims == scenario.dims and "time" in past.dims and past["time"].dtype == scenario["time"].dtype
    same = same and past.attrs.get("frequency") == scenario.attrs.get("frequency")
    spatial = [d for d in past.dims if d not in ("time", "realization")]
    return same and all(
        past.sizes[d] == scenario.sizes[d] and np.allclose(past[d].values, scenario[d].values, atol=1e-3)
        for d in spatial
    )
