"""filter_level: one pressure level of a cube."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput
from connectors.errors import Refused
from connectors.items import Caveat

if TYPE_CHECKING:
    import xarray as xr

NEAR = 0.02  # a level counts as the one asked for within this share of its pressure


def filter_level(data: Field, *, pressure: float | Literal["lowest"]) -> Computed:
    """The level of this pressure (Pa), or the lowest that no run has gaps in; raises Refused naming the levels held."""
    levels = _common(data)
    if not levels:
        raise Refused(f"{data.id!r} has no pressure levels")
    if pressure == "lowest":
        level = _lowest_whole(data, levels)
    else:
        level = min(levels, key=lambda held: abs(held - pressure))
        if abs(level - pressure) > NEAR * pressure:
            raise Refused(f"no level at {pressure:g} Pa; all runs have {', '.join(f'{held:g}' for held in levels)} Pa")

    def select(part: xr.DataArray) -> xr.DataArray:
        nearest = int(np.abs(part["plev"].values - level).argmin())
        return part.isel(plev=nearest, drop=True)

    caveat = Caveat(code="pressure_level", parameters={"pressure_pa": level, "levels": len(levels)})
    return Computed(outputs={"cube": data.mapped(select, pressure_pa=level)}, caveats=(caveat,))


def _common(data: Field) -> tuple[float, ...]:
    """The pressures that every run has, the one nearest the ground first."""
    held = [{float(v) for v in part["plev"].values} for part in data.parts if "plev" in part.dims]
    if not held or len(held) != len(data.parts):
        return ()
    return tuple(sorted(set.intersection(*held), reverse=True))


def _lowest_whole(data: Field, levels: tuple[float, ...]) -> float:
    """The level nearest the ground of which no run lacks a value, else the one that lacks fewest.

    Where surface pressure falls below a level, models leave gaps or, worse, averages over what is left.
    """
    return min(levels, key=lambda level: (max(_gaps(part, level) for part in data.parts), -level))


def _gaps(part: xr.DataArray, level: float) -> float:
    """The worst run's share of steps with a value at any level that lack one at this level."""
    here = part.isel(plev=int(np.abs(part["plev"].values - level).argmin()), drop=True)
    known = part.notnull().any("plev")
    others = [d for d in known.dims if d != "realization"]
    missing = (known & here.isnull()).sum(others) / known.sum(others)
    return round(float(missing.max()), 4)


DESCRIPTION = Description(
    id="filter_level",
    title="Keep one pressure level",
    title_fr="Garder un niveau de pression",
    description="Keeps the level of a pressure in Pa, or the lowest level above the ground that all runs have without gaps.",
    description_fr="Garde le niveau d'une pression en Pa, ou le plus bas que toutes les simulations ont sans lacune.",
    inputs={
        "data": Input(type=CubeInput, title="Cube", title_fr="Cube"),
        "pressure": Input(
            type=float | Literal["lowest"], title="Pressure, Pa", title_fr="Pression, Pa", default="lowest"
        ),
    },
    outputs={"cube": Output(kind="cube", title="The level", title_fr="Le niveau")},
    run=filter_level,
)
