"""robustness: the share of models that change significantly, and that agree on the sign."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Literal

from connectors.compute import statistics, times
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput, IntervalInput
from connectors.compute.processes.aggregate_temporal import timed
from connectors.errors import Refused
from connectors.extents import Interval
from connectors.items import Table, Value

if TYPE_CHECKING:
    import xarray as xr

_FRACTIONS = ("changed", "positive", "negative", "agree", "valid")
Test = Literal["ttest", "welch-ttest", "mannwhitney-utest", "ipcc-ar6-c", "threshold"]


def robustness(data: Field, *, interval: Interval, reference: Interval, test: Test = "welch-ttest") -> Computed:
    """Fractions by xclim.ensembles over runs: changed, positive, agreeing; AR6's category where space is reduced."""
    timed(data)
    if data.frequency not in ("yr", "season"):
        raise Refused(
            f"{data.id!r} holds {data.frequency} values; aggregate it by year first (aggregate_temporal_period)"
        )
    array = data.one()
    if array.sizes["realization"] < 2:
        raise Refused("robustness is a property of an ensemble; there is one run only")
    found = _fractions(array, interval, reference, test)
    if "lat" in array.dims:
        return Computed(outputs={"cube": data.mapped(lambda part: _field(found["agree"], part))})
    fractions = {name: float(found[name]) for name in _FRACTIONS}
    category = _category(fractions)
    runs = int(array.sizes["realization"])
    details = {k: statistics.number(v) for k, v in fractions.items()} | {
        "category": category,
        "runs": runs,
        "test": test,
    }
    value = Value(value=100.0 * fractions["agree"], units="%", n=runs, details=details)
    rows = tuple((name, statistics.number(round(share, 6))) for name, share in fractions.items())
    return Computed(
        outputs={"value": value, "table": Table(columns=("share of runs", "fraction"), rows=rows, title=category)}
    )


def _field(agree: xr.DataArray, array: xr.DataArray) -> xr.DataArray:
    """The agreement by cell as one realization."""
    runs = {n: ("realization", array[n].values[:1]) for n in array.coords if array[n].dims == ("realization",)}
    cells = {n: array[n] for n in array.coords if array[n].dims in (("lat",), ("lon",)) and n not in array.dims}
    told = {"units": "1", "frequency": "fx", "long_name": "share of runs that agree on the sign of change"}
    return agree.expand_dims("realization").assign_coords(runs | cells).assign_attrs(told).rename("agreement")


def _fractions(array: xr.DataArray, interval: Interval, reference: Interval, test: Test) -> xr.Dataset:
    from xclim import ensembles

    plain = array.reset_coords([c for c in array.coords if c not in array.dims], drop=True)
    future, past = (plain.isel(time=times.inside(array, period)) for period in (interval, reference))
    if future.sizes["time"] < 2 or past.sizes["time"] < 2:
        raise Refused("both periods need two years at least")
    options = {"abs_thresh": 0.0} if test == "threshold" else {}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # xclim 0.62 asks pandas 3 in old words
            found: xr.Dataset = ensembles.robustness_fractions(future, past, test=test, **options)
    except (ValueError, TypeError, KeyError) as error:
        raise Refused(f"the test {test!r} cannot be made: {' '.join(str(error).split())}") from error
    return found


def _category(fractions: dict[str, float]) -> str:
    """IPCC AR6 WGI Atlas, advanced approach."""
    if fractions["changed"] < 0.66:
        return "no robust signal"
    return "robust signal" if fractions["agree"] >= 0.8 else "conflicting signals"


DESCRIPTION = Description(
    id="robustness",
    title="Robustness of a change",
    title_fr="Robustesse d'un changement",
    description=(
        "The share of runs that change significantly between two periods and agree on the sign (xclim.ensembles), and the "
        "category of the IPCC's advanced approach: robust, no robust signal, conflicting signals."
    ),
    description_fr="La part des simulations qui changent significativement et s'accordent sur le signe ; catégorie du GIEC.",
    inputs={
        "data": Input(type=CubeInput, title="Annual cube", title_fr="Cube annuel"),
        "interval": Input(type=IntervalInput, title="Period", title_fr="Période"),
        "reference": Input(type=IntervalInput, title="Reference period", title_fr="Période de référence"),
        "test": Input(type=Test, title="Test", title_fr="Test", default="welch-ttest"),
    },
    outputs={
        "value": Output(kind="value", title="Agreement, %", title_fr="Accord, %"),
        "table": Output(kind="table", title="All shares", title_fr="Toutes les parts"),
        "cube": Output(kind="cube", title="Agreement by cell", title_fr="Accord par maille"),
    },
    run=robustness,
    keywords=("ensemble",),
)
