"""Members: which of a model's runs, or of a family's records, stands for it; the same choice every time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import numpy as np

from connectors.compute import families, times
from connectors.compute.cluster import is_lazy
from connectors.compute.fields import drop
from connectors.compute.simulations import keys

if TYPE_CHECKING:
    import xarray as xr

Members = Literal["one_per_model", "all", "one_per_family"]
_VARIANT = re.compile(r"(?:s\d+-)?r(\d+)i(\d+)p(\d+)(?:f(\d+))?$")


def rank(member_id: str) -> tuple[int, ...]:
    """Variants in the order of their numbers: r1i1p1f1 before r2i1p1f1 before r10i1p1f1; other names last."""
    found = _VARIANT.match(member_id)
    return (0, *(int(number or 0) for number in found.groups())) if found else (1,)


def chosen(parts: tuple[xr.DataArray, ...], members: Members) -> tuple[xr.DataArray, ...]:
    """One realization with values of each model (lowest variant) or family (see `families.latest`) and experiment."""
    if members == "all":
        return parts
    taken = _records(parts) if members == "one_per_family" else None
    best: dict[tuple[str, str, str], tuple[tuple[int, ...], str, int, int]] = {}
    for p, part in enumerate(parts):
        alive = _alive(part)
        for r, (era, experiment, source, member) in enumerate(keys(part)):
            if not alive[r] or (taken is not None and taken.get(families.family(source)) != source):
                continue
            name = families.family(source) if taken is not None else source
            candidate = (rank(member), member, p, r)
            best[era, experiment, name] = min(best.get((era, experiment, name), candidate), candidate)
    kept = {(p, r) for _, _, p, r in best.values()}
    single = (drop(part, [(p, r) in kept for r in range(part.sizes["realization"])]) for p, part in enumerate(parts))
    return tuple(part for part in single if part.sizes["realization"])


def _alive(part: xr.DataArray) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    others = [d for d in part.dims if d != "realization"]
    if is_lazy(part):  # a large array is not read through to see that it holds something
        return np.ones(part.sizes["realization"], bool)
    return np.asarray(part.notnull().any(others).values)


def _records(parts: tuple[xr.DataArray, ...]) -> dict[str, str]:
    """The record of each family."""
    return families.latest(
        (source, last) for part in parts for (_, _, source, _), last in zip(keys(part), last_years(part), strict=True)
    )


def last_years(part: xr.DataArray) -> list[int]:
    """The last year in which each realization has a value; 0 where it has none."""
    if "time" not in part.dims:
        return [0] * part.sizes["realization"]
    held = part.notnull().any([d for d in part.dims if d not in ("realization", "time")])
    years = times.years(part["time"].values)
    return [int(years[row].max()) if row.any() else 0 for row in held.transpose("realization", "time").values]
