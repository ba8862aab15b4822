"""predict_curve: the values of a fitted curve at the steps of a cube."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from connectors.compute import curves
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput
from connectors.compute.processes.aggregate_temporal import timed
from connectors.errors import Refused

if TYPE_CHECKING:
    import xarray as xr


def predict_curve(parameters: Field, *, labels: Field) -> Computed:
    """The curve that `fit_curve` fitted, at the steps of the cube `labels`."""
    timed(labels)
    goal = labels.parts[0]
    at = curves.years(goal)

    def predict(part: xr.DataArray) -> xr.DataArray:
        import xarray as xr

        if "parameters" not in part.dims:
            raise Refused(f"{parameters.id!r} holds no fitted parameters; fit_curve gives them")
        function = next((n for n, names in curves.NAMES.items() if names == tuple(part["parameters"].values)), None)
        if function is None:
            raise Refused(f"no curve has the parameters {list(part['parameters'].values)}")
        columns = curves.design(at, function)
        weights = xr.DataArray(
            np.asarray(columns), dims=("time", "parameters"), coords={"parameters": part["parameters"]}
        )
        values = (part * weights).sum("parameters", skipna=False).assign_coords(time=goal["time"])
        attrs = {k: v for k, v in part.attrs.items() if k != "function"} | {
            "frequency": goal.attrs.get("frequency", "fx")
        }
        return values.transpose("realization", "time", ...).rename(part.name).assign_attrs(attrs)

    return Computed(outputs={"cube": parameters.mapped(predict)})


DESCRIPTION = Description(
    id="predict_curve",
    title="Values of a fitted curve",
    title_fr="Valeurs d'une courbe ajustée",
    description="The values of a curve that fit_curve fitted, at the steps of another cube.",
    description_fr="Les valeurs d'une courbe ajustée par fit_curve, aux pas d'un autre cube.",
    inputs={
        "parameters": Input(type=CubeInput, title="Parameters", title_fr="Paramètres"),
        "labels": Input(type=CubeInput, title="Cube with the steps", title_fr="Cube avec les pas"),
    },
    outputs={"cube": Output(kind="cube", title="The curve", title_fr="La courbe")},
    run=predict_curve,
    keywords=("openEO",),
)
