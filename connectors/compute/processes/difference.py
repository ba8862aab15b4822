"""difference: one cube minus another, model by model."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from connectors.compute import units
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field, joined
from connectors.compute.inputs import CubeInput
from connectors.compute.processes.anomaly import as_change
from connectors.errors import Refused
from connectors.items import Caveat

if TYPE_CHECKING:
    import xarray as xr


def difference(data: Field, *, other: Field, relative: bool = False) -> Computed:
    """`data` minus `other` over the models that both have, runs paired where both have them, else model means."""
    first, second = _by_source(data), _by_source(other)
    common = sorted(set(first) & set(second))
    if not common:
        raise Refused(
            f"the cubes share no model: {', '.join(sorted(first)) or 'none'} and {', '.join(sorted(second)) or 'none'}"
        )
    parts = tuple(_minus(first[name], second[name], relative=relative) for name in common)
    alone = sorted(set(first) ^ set(second))
    runs = sum(int(part.sizes["realization"]) for part in parts)
    cube = replace(
        data,
        parts=joined(parts),
        id=f"{data.id}-minus-{other.id}",
        derived_from=tuple(dict.fromkeys((*data.derived_from, *other.derived_from))),
    ).noted(change=True, relative=relative, models=len(common), runs=runs)
    caveats = (Caveat(code="unpaired_models", parameters={"n": len(alone), "models": alone}),) if alone else ()
    return Computed(outputs={"cube": cube}, caveats=caveats)


def _by_source(field: Field) -> dict[str, xr.DataArray]:
    """Each model's runs, sorted by member."""
    found: dict[str, xr.DataArray] = {}
    for part in field.parts:
        sources = part.source_id.values.astype(str)
        for name in dict.fromkeys(sources.tolist()):
            rows = np.nonzero(sources == name)[0]
            order = np.argsort(part.member_id.values[rows].astype(str), kind="stable")
            found[name] = part.isel(realization=rows[order])
    return found


def _minus(first: xr.DataArray, second: xr.DataArray, *, relative: bool) -> xr.DataArray:
    """Differences of the members that both have; of the means where they have none in common."""
    members = [
        dict(zip(a.member_id.values.tolist(), range(a.sizes["realization"]), strict=True)) for a in (first, second)
    ]
    shared = sorted(set(members[0]) & set(members[1]))
    if shared:
        first = first.isel(realization=[members[0][m] for m in shared])
        second = second.isel(realization=[members[1][m] for m in shared])
    else:
        first, second = _averaged(first), _averaged(second)
    if first.dims != second.dims:
        raise Refused(f"the cubes have different axes: {first.dims} and {second.dims}; aggregate both alike first")
    base = second.assign_coords({n: ("realization", first[n].values) for n in ("source_id", "member_id")})
    base = base.drop_vars([n for n in base.coords if n not in base.dims])
    given, wanted = str(second.attrs.get("units", "1")), str(first.attrs.get("units", "1"))
    base = base.copy(
        data=units.convert(
            base.data,
            given=given,
            wanted=wanted,
            change=bool(second.attrs.get("units_metadata")),
            standard_name=str(first.attrs.get("standard_name", "")),
        )
    )
    changed = as_change(first, base, relative=relative)
    label = f"{first.experiment_id.values[0]}-minus-{second.experiment_id.values[0]}"
    same = first.experiment_id.values[0] == second.experiment_id.values[0]
    return (
        changed
        if same
        else changed.assign_coords(experiment_id=("realization", np.full(changed.sizes["realization"], label, object)))
    )


def _averaged(array: xr.DataArray) -> xr.DataArray:
    """The mean of a model's runs, as one realization."""
    mean = array.mean("realization", keep_attrs=True).expand_dims("realization").transpose(*array.dims)
    return mean.assign_coords(
        {n: ("realization", array[n].values[:1]) for n in array.coords if array[n].dims == ("realization",)}
    )


DESCRIPTION = Description(
    id="difference",
    title="Difference of two cubes",
    title_fr="Différence de deux cubes",
    description="One cube minus another over the models that both have; in K for temperatures, or in % of the second.",
    description_fr="Un cube moins un autre sur les modèles communs ; en K pour des températures, ou en % du second.",
    inputs={
        "data": Input(type=CubeInput, title="Cube", title_fr="Cube"),
        "other": Input(type=CubeInput, title="Cube to subtract", title_fr="Cube à soustraire"),
        "relative": Input(type=bool, title="In per cent", title_fr="En pour cent", default=False),
    },
    outputs={"cube": Output(kind="cube", title="Differences", title_fr="Différences")},
    run=difference,
)
