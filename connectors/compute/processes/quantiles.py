"""quantiles: quantiles of each run and cell over time, months or all steps of an interval."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from connectors.compute import statistics, times
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field, names
from connectors.compute.inputs import CubeInput, IntervalInput
from connectors.compute.processes.aggregate_temporal import timed
from connectors.errors import Refused
from connectors.extents import Interval
from connectors.items import Table

if TYPE_CHECKING:
    import xarray as xr


def quantiles(data: Field, *, probabilities: tuple[float, ...], interval: Interval | None = None) -> Computed:
    """Linear quantiles (Hyndman and Fan's type 7) over time; a table where space is reduced already."""
    timed(data)
    if not probabilities or any(not 0 <= p <= 1 for p in probabilities):
        raise Refused(f"probabilities lie in 0…1, got {list(probabilities)}")

    def ranked(part: xr.DataArray) -> xr.DataArray:
        if interval is not None:
            part = part.isel(time=times.inside(part, interval))
        if not part.sizes["time"]:
            raise Refused(f"no step of {data.id!r} lies in the interval")
        whole = part.chunk({"time": -1}) if part.chunks else part
        found = whole.quantile(list(probabilities), dim="time", keep_attrs=True)
        return found.transpose("realization", "quantile", ...).rename(part.name).assign_attrs(_untimed(part))

    cube = data.mapped(ranked)
    outputs: dict[str, Field | Table] = {"cube": cube}
    if all(set(part.dims) == {"realization", "quantile"} for part in cube.parts):
        outputs["table"] = _table(cube)
    return Computed(outputs=outputs)


def _untimed(part: xr.DataArray) -> dict[str, object]:
    return {k: v for k, v in part.attrs.items() if k != "frequency"}


def _table(cube: Field) -> Table:
    part = cube.parts[0]
    columns = ("run", *(f"{float(q):g} [{cube.units}]" for q in part["quantile"].values))
    rows = tuple(
        (name, *statistics.numbers(np.asarray(row, float)))
        for piece in cube.parts
        for name, row in zip(names(piece), piece.transpose("realization", "quantile").values, strict=True)
    )
    return Table(columns=columns, rows=rows, title="Quantiles over time")


DESCRIPTION = Description(
    id="quantiles",
    title="Quantiles over time",
    title_fr="Quantiles dans le temps",
    description="Quantiles of each run and cell over all steps, or those of an interval; missing values are left out.",
    description_fr="Quantiles de chaque simulation et maille sur tous les pas, ou ceux d'un intervalle.",
    inputs={
        "data": Input(type=CubeInput, title="Cube", title_fr="Cube"),
        "probabilities": Input(type=tuple[float, ...], title="Probabilities, 0…1", title_fr="Probabilités, 0…1"),
        "interval": Input(type=IntervalInput, title="Start and end", title_fr="Début et fin", default=None),
    },
    outputs={
        "cube": Output(kind="cube", title="Quantiles", title_fr="Quantiles"),
        "table": Output(kind="table", title="One row a run", title_fr="Une ligne par simulation"),
    },
    run=quantiles,
    keywords=("openEO",),
)
