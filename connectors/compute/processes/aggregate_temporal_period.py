"""aggregate_temporal_period: whole years, seasons or months out of finer steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from connectors.compute import periods, times
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput, MonthsInput
from connectors.compute.processes.aggregate_temporal import timed
from connectors.errors import Refused
from connectors.items import Caveat

if TYPE_CHECKING:
    import xarray as xr

Period = Literal["year", "season", "month"]
Reducer = Literal["mean", "max", "min", "sum"]
ALL_MONTHS = tuple(range(1, 13))
SEASONS = ((12, 1, 2), (3, 4, 5), (6, 7, 8), (9, 10, 11))
_UFUNCS = {"max": np.maximum, "min": np.minimum, "sum": np.add, "mean": np.add}


def aggregate_temporal_period(
    data: Field, *, period: Period = "year", months: tuple[int, ...] = ALL_MONTHS, reducer: Reducer = "mean"
) -> Computed:
    """One value for each complete year (of these months), season or month; incomplete ones are dropped and named."""
    timed(data)
    if data.frequency == "yr":
        if period != "year" or set(months) != set(ALL_MONTHS):
            raise Refused(f"{data.id!r} holds annual values; they have no {period if period != 'year' else 'months'}")
        return Computed(outputs={"cube": data})
    windows = {"year": (in_order(months),), "season": SEASONS, "month": tuple((m,) for m in ALL_MONTHS)}[period]
    frequency = {"year": "yr", "season": "season", "month": "mon"}[period]
    results = [_reduced(part, windows, reducer=reducer, frequency=frequency) for part in data.parts]
    if not any(array.sizes["time"] for array, _ in results):
        raise Refused(
            f"{data.id!r} has no complete {period} of months {list(months)}; the data span {periods.span(data)}"
        )
    incomplete = sorted({label for _, left in results for label in left})
    kept = iter(array for array, _ in results)
    cube = data.mapped(lambda part: next(kept), months=list(months) if period == "year" else None)
    parameters = {"n": len(incomplete), "years": incomplete[:20]}
    caveats = (Caveat(code="incomplete_years", parameters=parameters),) if incomplete else ()
    return Computed(outputs={"cube": cube}, caveats=caveats)


def in_order(months: tuple[int, ...]) -> tuple[int, ...]:
    """Months in the order in which they follow each other: December before January and February."""
    chosen = sorted(set(months))
    gaps = [i for i in range(1, len(chosen)) if chosen[i] - chosen[i - 1] > 1]
    if 1 in chosen and 12 in chosen and len(gaps) == 1:
        return tuple(chosen[gaps[0] :] + chosen[: gaps[0]])
    return tuple(chosen)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Groups:
    """Consecutive steps that belong together: where each group begins among `steps`, and the year and month it stands for."""

    steps: np.ndarray[Any, Any]
    begins: np.ndarray[Any, Any]
    years: np.ndarray[Any, Any]
    months: np.ndarray[Any, Any]
    incomplete: tuple[str, ...]


def _grouped(part: xr.DataArray, windows: tuple[tuple[int, ...], ...]) -> _Groups:
    clock = part["time"].values
    years, months = times.years(clock), times.months(clock)
    window = np.full(13, -1)
    shift = np.zeros(13, int)
    for i, names in enumerate(windows):
        for month in names:
            window[month] = i
            shift[month] = 1 if names[0] > names[-1] and month >= names[0] else 0
    label = (years + shift[months]) * len(windows) + window[months]
    steps = np.nonzero(window[months] >= 0)[0]
    labels, begins, counts = np.unique(label[steps], return_index=True, return_counts=True)
    whole = np.array([counts[i] >= _expected(part, windows, int(v)) for i, v in enumerate(labels)], bool)
    kept = np.isin(label[steps], labels[whole])
    _, begins = np.unique(label[steps][kept], return_index=True)
    middle = np.array([names[len(names) // 2] for names in windows])
    return _Groups(
        steps=steps[kept],
        begins=begins,
        years=labels[whole] // len(windows),
        months=middle[labels[whole] % len(windows)],
        incomplete=tuple(f"{int(v) // len(windows):04d}" for v in labels[~whole]),
    )


def _expected(part: xr.DataArray, windows: tuple[tuple[int, ...], ...], label: int) -> int:
    """How many steps the group has when it is complete."""
    year, names = label // len(windows), windows[label % len(windows)]
    frequency = part.attrs.get("frequency")
    if frequency == "mon":
        return len(names)
    calendar = str(part.calendar.values[0])
    shifted = names[0] > names[-1]
    days = sum(times.days_in_month(year - 1 if shifted and m >= names[0] else year, m, calendar) for m in names)
    return days * {"6hr": 4, "3hr": 8, "1hr": 24}.get(str(frequency), 1)


def _reduced(
    part: xr.DataArray, windows: tuple[tuple[int, ...], ...], *, reducer: Reducer, frequency: str
) -> tuple[xr.DataArray, tuple[str, ...]]:
    import xarray as xr

    groups = _grouped(part, windows)
    picked = part.isel(time=groups.steps)
    weights = periods.step_weights(picked) if reducer == "mean" else None
    if weights is not None:
        value = _summed(picked * weights, groups) / _summed(weights, groups)
    else:
        value = _summed(picked, groups, reducer=reducer)
        if reducer == "mean":
            value = value / xr.DataArray(np.diff(np.append(groups.begins, len(groups.steps))), dims="time")
    axis = times.annual(groups.years) if frequency == "yr" else times.axis(groups.years, groups.months)
    value = value.assign_coords({n: c for n, c in part.coords.items() if "time" not in c.dims} | {"time": axis})
    methods = f"{part.attrs.get('cell_methods', '')} time: {reducer} over {frequency}".strip()
    value = value.rename(part.name).assign_attrs(part.attrs | {"frequency": frequency, "cell_methods": methods})
    return value.transpose(*(d for d in part.dims)), groups.incomplete


def _summed(array: xr.DataArray, groups: _Groups, *, reducer: Reducer = "sum") -> xr.DataArray:
    """Each group's steps put together; a missing step leaves the group without a value."""
    import xarray as xr

    if not len(groups.begins):
        return array.isel(time=slice(0, 0)).drop_vars("time")
    summed: xr.DataArray = xr.apply_ufunc(
        lambda values: _UFUNCS[reducer].reduceat(values, groups.begins, axis=-1),
        array.drop_vars("time"),
        input_core_dims=[["time"]],
        output_core_dims=[["time"]],
        exclude_dims={"time"},
        dask="parallelized",
        output_dtypes=[float],
        dask_gufunc_kwargs={"output_sizes": {"time": len(groups.begins)}, "allow_rechunk": True},
    )
    return summed


DESCRIPTION = Description(
    id="aggregate_temporal_period",
    title="Aggregate by year, season or month",
    title_fr="Agréger par année, saison ou mois",
    description=(
        "One value for each complete year, or the chosen months of it (December counts to the following winter), season or "
        "month; months are weighted by their days in the run's own calendar. Incomplete ones are dropped and named."
    ),
    description_fr=(
        "Une valeur par année complète (ou par mois choisis ; décembre compte pour l'hiver suivant), saison ou mois ; les mois "
        "sont pondérés par leurs jours dans le calendrier de la simulation. Les périodes incomplètes sont écartées et nommées."
    ),
    inputs={
        "data": Input(type=CubeInput, title="Cube", title_fr="Cube"),
        "period": Input(type=Period, title="Period", title_fr="Période", default="year"),
        "months": Input(type=MonthsInput, title="Months of the year", title_fr="Mois de l'année", default=ALL_MONTHS),
        "reducer": Input(type=Reducer, title="Reducer", title_fr="Réducteur", default="mean"),
    },
    outputs={"cube": Output(kind="cube", title="Values by period", title_fr="Valeurs par période")},
    run=aggregate_temporal_period,
    keywords=("openEO",),
)
