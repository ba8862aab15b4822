"""fit_curve: a curve over time fitted to every run and cell by least squares."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from connectors.compute import curves, times
from connectors.compute.curves import Curve
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput, IntervalInput
from connectors.compute.processes.aggregate_temporal import timed
from connectors.errors import Refused
from connectors.extents import Interval

if TYPE_CHECKING:
    import xarray as xr


def fit_curve(data: Field, *, function: Curve = "linear", interval: Interval | None = None) -> Computed:
    """The parameters along a new axis `parameters`; time is counted in years from 2000."""
    timed(data)

    def fit(part: xr.DataArray) -> xr.DataArray:
        import xarray as xr

        if interval is not None:
            part = part.isel(time=times.inside(part, interval))
        columns = curves.design(curves.years(part), function)
        if part.sizes["time"] < columns.shape[1]:
            raise Refused(
                f"{part.sizes['time']} steps are too few for the {columns.shape[1]} parameters of {function!r}"
            )
        whole = part.chunk({"time": -1}) if part.chunks else part
        found = xr.apply_ufunc(
            curves.fitted, whole, kwargs={"columns": columns}, input_core_dims=[["time"]],
            output_core_dims=[["parameters"]], dask="parallelized", output_dtypes=[float],
            dask_gufunc_kwargs={"output_sizes": {"parameters": columns.shape[1]}},
        )  # fmt: skip
        names = np.array(curves.NAMES[function], object)
        attrs = {k: v for k, v in part.attrs.items() if k != "frequency"} | {"function": function}
        found = found.assign_coords(parameters=names).rename(part.name).assign_attrs(attrs)
        fitted: xr.DataArray = found.transpose("realization", "parameters", ...)
        return fitted

    return Computed(outputs={"cube": data.mapped(fit, variable_id=None)})


DESCRIPTION = Description(
    id="fit_curve",
    title="Fit a curve over time",
    title_fr="Ajuster une courbe dans le temps",
    description="Least squares of a line, a parabola, or a line with one yearly harmonic, for each run and cell; years from 2000.",
    description_fr="Moindres carrés d'une droite, d'une parabole, ou d'une droite et d'une harmonique annuelle ; années depuis 2000.",
    inputs={
        "data": Input(type=CubeInput, title="Cube", title_fr="Cube"),
        "function": Input(type=Curve, title="Curve", title_fr="Courbe", default="linear"),
        "interval": Input(type=IntervalInput, title="Start and end", title_fr="Début et fin", default=None),
    },
    outputs={"cube": Output(kind="cube", title="Parameters", title_fr="Paramètres")},
    run=fit_curve,
    keywords=("openEO",),
)
