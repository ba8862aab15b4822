"""adjust_bias: a simulation mapped onto what was observed, by xsdba."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from connectors.compute import times, units
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput, IntervalInput
from connectors.compute.processes.aggregate_temporal import timed
from connectors.errors import Refused
from connectors.extents import Interval
from connectors.items import Caveat

if TYPE_CHECKING:
    import xarray as xr

Method = Literal["scaling", "eqm", "dqm", "qdm"]
Kind = Literal["+", "*"]
Group = Literal["time", "time.month", "time.season", "time.dayofyear"]
_CLASSES = {
    "dqm": "DetrendedQuantileMapping",
    "eqm": "EmpiricalQuantileMapping",
    "qdm": "QuantileDeltaMapping",
    "scaling": "Scaling",
}


def adjust_bias(
    data: Field, *, reference: Field, training: Interval, method: Method = "qdm", kind: Kind = "+",
    group: Group = "time.month", nquantiles: int = 50, interval: Interval | None = None,
) -> Computed:  # fmt: skip
    """Each run trained on its own steps of the training period against the reference, then adjusted over all its steps.

    With `interval` only its steps are adjusted and given: the quantiles of qdm and dqm are then those of that climate alone.
    """
    timed(data)
    timed(reference)
    truth = reference.one()
    if truth.sizes["realization"] != 1:
        raise Refused(f"the reference is one record, {truth.sizes['realization']} are given")
    observed = truth.isel(realization=0, drop=True, time=times.inside(truth, training))

    def adjusted(part: xr.DataArray) -> xr.DataArray:
        import xarray as xr

        known = str(part.attrs.get("standard_name") or truth.attrs.get("standard_name", ""))
        wanted = str(part.attrs["units"])
        values = units.convert(observed.data, given=reference.units, wanted=wanted, standard_name=known)
        same = observed.copy(data=values).assign_attrs(units=wanted)
        kept = part if interval is None else part.isel(time=times.inside(part, interval))
        runs = [_run(part.isel(realization=r), kept.isel(realization=r), same, training, method=method, kind=kind,
                     group=group, n=nquantiles)
                for r in range(part.sizes["realization"])]  # fmt: skip
        values = xr.concat(runs, dim="realization").transpose(*part.dims)
        return kept.copy(data=np.asarray(values.values, float))

    cube = data.mapped(adjusted, bias_adjusted=method)
    parameters = {"method": method, "start": training.start, "end": training.end, "reference": reference.id}
    return Computed(outputs={"cube": cube}, caveats=(Caveat(code="bias_adjusted", parameters=parameters),))


def _run(
    run: xr.DataArray, kept: xr.DataArray, observed: xr.DataArray, training: Interval, *, method: Method, kind: Kind,
    group: Group, n: int,
) -> xr.DataArray:  # fmt: skip
    """The steps of one run that are kept, adjusted; raises Refused where it and the reference do not share a calendar or the training period."""
    import xsdba

    steps = times.inside(run, training)
    if not steps.any() or not observed.sizes["time"] or not kept.sizes["time"]:
        raise Refused(
            f"the training period {training.start}…{training.end} is not in both the simulation and the reference"
        )
    sim, hist, ref = _plain(kept), _plain(run.isel(time=steps)), _plain(observed)
    options: dict[str, Any] = {"group": group, "kind": kind}
    if method != "scaling":
        options["nquantiles"] = n
    try:
        with warnings.catch_warnings(), xsdba.set_options(extra_output=False):
            warnings.simplefilter("ignore")
            trained = getattr(xsdba, _CLASSES[method]).train(ref, hist, **options)
            scen: xr.DataArray = trained.adjust(sim)
    except (ValueError, TypeError, KeyError, NotImplementedError) as error:  # xsdba: a kind or group a method lacks
        raise Refused(f"the bias cannot be adjusted by {method!r}: {' '.join(str(error).split())}") from error
    return scen.transpose(*run.dims)


def _plain(array: xr.DataArray) -> xr.DataArray:
    """The array with its axes alone, whole along time."""
    kept = array.reset_coords([c for c in array.coords if c not in array.dims], drop=True)
    kept = kept.assign_attrs({"units": array.attrs["units"]})
    return kept.chunk({"time": -1}) if kept.chunks else kept


DESCRIPTION = Description(
    id="adjust_bias",
    title="Adjust the bias of a simulation",
    title_fr="Corriger le biais d'une simulation",
    description=(
        "Maps a simulation onto a reference: scaling, empirical (eqm), detrended (dqm) quantile mapping or quantile delta "
        "mapping (qdm), additive or multiplicative, by month or season (xsdba)."
    ),
    description_fr="Ramène une simulation à une référence : mise à l'échelle ou correspondance de quantiles (xsdba).",
    inputs={
        "data": Input(type=CubeInput, title="Simulation", title_fr="Simulation"),
        "reference": Input(
            type=CubeInput, title="Reference on the same cells", title_fr="Référence sur les mêmes mailles"
        ),
        "training": Input(type=IntervalInput, title="Training period", title_fr="Période d'apprentissage"),
        "method": Input(type=Method, title="Method", title_fr="Méthode", default="qdm"),
        "kind": Input(type=Kind, title="Additive or multiplicative", title_fr="Additif ou multiplicatif", default="+"),
        "group": Input(type=Group, title="Grouping", title_fr="Groupement", default="time.month"),
        "nquantiles": Input(type=int, title="Quantiles", title_fr="Quantiles", default=50),
        "interval": Input(
            type=IntervalInput, title="Steps to give, all where not said", title_fr="Pas à donner", default=None
        ),
    },
    outputs={"cube": Output(kind="cube", title="Adjusted", title_fr="Corrigé")},
    run=adjust_bias,
    keywords=("bias",),
)
