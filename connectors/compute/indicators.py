"""Indicators: every xclim climate index as a process of its own, listed from the vocabulary, described and run by xclim.

Ids are xclim's in lower case; those of its virtual modules carry the module (`icclim.tg`). xclim (6 s to import) is loaded
when an indicator is described in full or run, not when they are listed.
"""

from __future__ import annotations

import calendar
import warnings
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, Any

import numpy as np

from connectors.compute import times, units
from connectors.compute.cluster import settled
from connectors.compute.description import REQUIRED, Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput, IntervalInput, MonthsInput, ThresholdInput
from connectors.compute.processes.aggregate_temporal_period import in_order
from connectors.errors import Refused
from connectors.extents import Interval
from connectors.items import JSON, Caveat
from connectors.vocabulary import tables

if TYPE_CHECKING:
    import xarray as xr

_NUMBERS = {"NUMBER": float | int, "BOOL": bool, "STRING": str, "DATE": str, "DAY_OF_YEAR": str, "FREQ_STR": str}
_FREQUENCIES = {"Y": "yr", "M": "mon", "Q": "season", "D": "day"}
_PERCENTILE = "_per"
_XCLIM_RAISES = (ValueError, TypeError, KeyError, AttributeError, IndexError, RuntimeError)  # where the data do not fit
REFERENCE = Interval(start="1995-01-01", end="2014-12-31")  # AR6 WGI
_OUTPUTS = {"cube": Output(kind="cube", title="The indicator", title_fr="L'indicateur")}


@cache
def table() -> Mapping[str, Mapping[str, str]]:
    """Process id → the vocabulary's row of the indicator, sorted."""
    columns = ("indicator", "family", "title", "title_fr", "inputs", "units")
    rows = (dict(zip(columns, row, strict=True)) for row in tables.rows("indicators"))
    found = {(r["indicator"] if r["family"] == "xclim" else f"{r['family']}.{r['indicator']}"): r for r in rows}
    return dict(sorted(found.items()))


def known(process_id: str) -> str | None:
    """The id under which an indicator is listed; a bare name stands for the first module that has it."""
    wanted = process_id.lower().removeprefix("xclim.")
    if wanted in table():
        return wanted
    return next((name for name in table() if name.partition(".")[2] == wanted), None)


def summary(process_id: str) -> Description:
    """The listed description of an indicator: its words, without its inputs."""
    row = table()[process_id]
    return Description(
        id=process_id,
        title=row["title"],
        title_fr=row["title_fr"],
        description=f"xclim indicator of {row['inputs'].replace('|', ', ')}"
        + (f", in {row['units']}" if row["units"] else ""),
        description_fr=f"Indicateur xclim de {row['inputs'].replace('|', ', ')}"
        + (f", en {row['units']}" if row["units"] else ""),
        inputs={},
        outputs=_OUTPUTS,
        run=partial(run, process_id),
        keywords=("xclim", row["family"]),
    )


@cache
def describe(process_id: str) -> Description:
    """The whole description of an indicator, from xclim: variables as cubes, thresholds with units, frequency, months."""
    from xclim.core.locales import get_local_dict

    indicator = _indicator(process_id)
    french = get_local_dict("fr")[1].get(_key(process_id), {})
    variables = {
        n: p for n, p in indicator.parameters.items() if p.kind.name in ("VARIABLE", "OPTIONAL_VARIABLE") and n != "lat"
    }
    inputs: dict[str, Input] = {}
    needed = [n for n, p in variables.items() if p.kind.name == "VARIABLE" and not n.endswith(_PERCENTILE)]
    if len(needed) == 1:
        inputs["data"] = Input(
            type=CubeInput, title="Cube of the variable", title_fr="Cube de la variable", default=None
        )
    for name, parameter in variables.items():
        inputs[name] = Input(type=CubeInput, title=f"{name}: {parameter.description}", default=None)
    if any(name.endswith(_PERCENTILE) for name in variables):
        inputs["reference"] = Input(
            type=IntervalInput, title="Years of the percentiles", title_fr="Années des percentiles", default=REFERENCE
        )
    inputs |= {name: entry for name, p in indicator.parameters.items() if (entry := _parameter(name, p)) is not None}
    if len(thresholds := [n for n in inputs if n.startswith("thresh")]) == 1:
        inputs["threshold"] = Input(
            type=ThresholdInput, title=f"The same as {thresholds[0]}", title_fr="Seuil", default=None
        )
    if any(p.kind.name == "KWARGS" and n == "indexer" for n, p in indicator.parameters.items()):
        inputs["months"] = Input(type=MonthsInput, title="Months of the year", title_fr="Mois de l'année", default=None)
    return replace(
        summary(process_id),
        description=str(indicator.abstract) or summary(process_id).description,
        description_fr=str(french.get("abstract") or summary(process_id).description_fr),
        inputs=inputs,
        outputs=dict.fromkeys(_output_names(indicator), _OUTPUTS["cube"]),
    )


def _key(process_id: str) -> str:
    from xclim.core.indicator import registry

    module, _, name = process_id.rpartition(".")
    candidates = (f"{module}.{name.upper()}" if module else name.upper(), f"xclim.core.indicator.{name.upper()}")
    return next(key for key in candidates if key in registry)


def _indicator(process_id: str) -> Any:
    from xclim.core.indicator import registry

    return registry[_key(process_id)].get_instance()


def _parameter(name: str, parameter: Any) -> Input | None:
    import inspect

    kind, given = parameter.kind.name, parameter.default
    default = REQUIRED if given is inspect.Parameter.empty or isinstance(given, type) else given
    title = str(parameter.description or name)
    if kind == "QUANTIFIED":
        return Input(type=ThresholdInput, title=title, default=default)
    if kind == "NUMBER_SEQUENCE":
        return Input(type=tuple[float, ...], title=title, default=default)
    if kind in _NUMBERS:
        return Input(type=_NUMBERS[kind], title=title, default=default)
    return None


def run(process_id: str, /, **inputs: Any) -> Computed:
    """Run the indicator on cubes given by variable (or `data` where it takes one); incomplete periods are dropped."""
    indicator = _indicator(process_id)
    cubes = _cubes(process_id, indicator, inputs)
    arguments = _arguments(indicator, inputs)
    first = next(iter(cubes.values()))
    years = inputs.get("reference") or REFERENCE
    results = [
        _one(process_id, indicator, cubes, arguments, index, reference=years) for index in range(len(first.parts))
    ]
    left = sorted({label for grids in results for _, labels in grids for label in labels})
    derived = tuple(dict.fromkeys(source for field in cubes.values() for source in field.derived_from))
    outputs: dict[str, Field] = {}
    for number, name in enumerate(_output_names(indicator)):
        made = replace(
            first,
            id=f"{process_id}.{first.id}",
            derived_from=derived,
            parts=tuple(grids[number][0] for grids in results),
        )
        outputs[name] = made.noted(indicator=process_id, variable_id=None, change=False)
    caveats = (Caveat(code="incomplete_years", parameters={"n": len(left), "years": left[:20]}),) if left else ()
    return Computed(outputs=outputs, caveats=caveats)


def _output_names(indicator: Any) -> tuple[str, ...]:
    """`cube` where the indicator gives one array, xclim's own names where it gives several."""
    return ("cube",) if indicator.n_outs == 1 else tuple(str(told["var_name"]) for told in indicator.cf_attrs)


def _one(
    process_id: str,
    indicator: Any,
    cubes: Mapping[str, Field],
    arguments: Mapping[str, Any],
    index: int,
    *,
    reference: Interval,
) -> tuple[tuple[xr.DataArray, tuple[str, ...]], ...]:
    """Run the indicator over one grid: each array it gives, and the periods left out of it."""
    import xclim
    from xclim.core import MissingVariableError, ValidationError

    first = next(iter(cubes.values()))
    arrays = {name: _for_xclim(_matching(field, first, index)) for name, field in cubes.items()}
    arrays |= _percentiles(process_id, indicator, arrays, first.parts[index], reference)
    if "lat" in indicator.parameters and "lat" in first.parts[index].coords:
        arrays["lat"] = first.parts[index]["lat"]
    try:
        with warnings.catch_warnings(), xclim.set_options(cf_compliance="log", data_validation="raise"):
            warnings.simplefilter("ignore", DeprecationWarning)  # xclim 0.62 asks pandas 3 in old words
            computed = indicator(**arrays, **arguments)
    except (ValidationError, MissingVariableError, *_XCLIM_RAISES) as error:
        raise Refused(f"indicator {process_id!r} cannot be computed: {' '.join(str(error).split())}") from error
    arrays_out = settled(computed if isinstance(computed, tuple) else (computed,))
    return _complete(tuple(_canonical(array, first.parts[index], process_id) for array in arrays_out), process_id)


def _complete(made: tuple[xr.DataArray, ...], process_id: str) -> tuple[tuple[xr.DataArray, tuple[str, ...]], ...]:
    """The arrays without the periods in which none has a value, and the names of those; raises Refused where none is left."""
    timed = [array for array in made if "time" in array.dims]
    if len({array.sizes["time"] for array in timed}) != 1:
        return tuple((array, ()) for array in made)
    held = np.any([a.notnull().any([d for d in a.dims if d != "time"]).values for a in timed], axis=0)
    left = tuple(label for label, there in zip(times.labels(timed[0]), held, strict=True) if not there)
    if not held.any():
        raise Refused(f"indicator {process_id!r} finds no complete period in the data")
    kept = np.nonzero(held)[0]
    return tuple((array.isel(time=kept), left) if "time" in array.dims else (array, ()) for array in made)


def _percentiles(
    process_id: str, indicator: Any, arrays: Mapping[str, xr.DataArray], part: xr.DataArray, reference: Interval
) -> dict[str, xr.DataArray]:
    """The percentiles that the indicator compares with and that were not given, over the reference years."""
    wanted = [n for n, p in indicator.parameters.items() if p.kind.name == "VARIABLE" and n.endswith(_PERCENTILE)]
    if not (wanted := [n for n in wanted if n not in arrays]):
        return {}
    from connectors.compute import percentiles

    steps = times.inside(part, reference)
    return {
        name: percentiles.over_reference(
            arrays[name.removesuffix(_PERCENTILE)].isel(time=steps), process_id=process_id, name=name
        )
        for name in wanted
    }


def _cubes(process_id: str, indicator: Any, inputs: Mapping[str, Any]) -> dict[str, Field]:
    """The cube of each variable; raises Refused naming those that are missing."""
    kinds = {
        n: p.kind.name
        for n, p in indicator.parameters.items()
        if p.kind.name in ("VARIABLE", "OPTIONAL_VARIABLE") and n != "lat"
    }
    given = {name: inputs[name] for name in kinds if isinstance(inputs.get(name), Field)}
    needed = [name for name, kind in kinds.items() if kind == "VARIABLE" and not name.endswith(_PERCENTILE)]
    if isinstance(inputs.get("data"), Field) and len(needed) == 1:
        given.setdefault(needed[0], inputs["data"])
    if missing := [name for name in needed if name not in given]:
        raise Refused(f"indicator {process_id!r} needs the cubes {', '.join(missing)}")
    lengths = {len(field.parts) for field in given.values()}
    if len(lengths) != 1:
        raise Refused(f"the cubes given to {process_id!r} hold different models; merge them over the same ones")
    return given


def _arguments(indicator: Any, inputs: Mapping[str, Any]) -> dict[str, JSON]:
    """Parameters as xclim takes them; `threshold` stands for the indicator's only one."""
    arguments: dict[str, JSON] = {}
    for name, value in inputs.items():
        if name == "threshold" and value is not None:
            only = next(n for n in indicator.parameters if n.startswith("thresh"))
            arguments[only] = _quantified(value, indicator.parameters[only].default)
        elif name == "months" and value is not None:
            arguments |= {"month": list(value)} | _yearly_from(value, indicator, inputs.get("freq"))
    for name, parameter in indicator.parameters.items():
        if name in arguments or inputs.get(name) is None or parameter.kind.name in ("VARIABLE", "OPTIONAL_VARIABLE"):
            continue
        value = inputs[name]
        arguments[name] = _quantified(value, parameter.default) if parameter.kind.name == "QUANTIFIED" else value
    return arguments


def _yearly_from(months: tuple[int, ...], indicator: Any, freq: Any) -> dict[str, JSON]:
    """Years that begin with the first month where the months go over the new year: a winter is not cut in two."""
    ordered = in_order(months)
    if ordered[0] <= ordered[-1] or "freq" not in indicator.parameters or freq != indicator.parameters["freq"].default:
        return {}
    return {"freq": f"YS-{calendar.month_abbr[ordered[0]].upper()}"}


def _quantified(value: Any, default: Any) -> Any:
    """A threshold as xclim writes it, `30 degC`; without units it has the default's."""
    if isinstance(value, str):
        return value
    number, unit = value
    return f"{number:g} {unit or str(default).partition(' ')[2]}".strip()


def _matching(field: Field, first: Field, index: int) -> xr.DataArray:
    """The part of another variable for the same realizations as the first one's."""
    part, target = field.parts[index], first.parts[index]
    if "time" not in part.dims and part.sizes["realization"] == 1:
        return part.isel(realization=0, drop=True)  # the areas of cells: xclim would sum over the runs with them
    if field is first or part.sizes["realization"] == target.sizes["realization"] == 1:
        return part
    pairs = list(zip(part.source_id.values, part.member_id.values, strict=True))
    try:
        rows = [pairs.index(pair) for pair in zip(target.source_id.values, target.member_id.values, strict=True)]
    except ValueError as error:
        raise Refused(f"the cubes hold different runs ({error}); merge them over the same ones") from error
    return part.isel(realization=rows)


def _for_xclim(part: xr.DataArray) -> xr.DataArray:
    kept = [c for c in part.coords if c in part.dims]
    array = part.reset_coords([c for c in part.coords if c not in kept], drop=True)
    return array.assign_attrs(
        {k: v for k, v in part.attrs.items() if k in ("units", "standard_name", "cell_methods", "long_name") and v}
    )


def _canonical(computed: xr.DataArray, part: xr.DataArray, process_id: str) -> xr.DataArray:
    """The result with our coordinates and axes."""
    word = str(part.attrs.get("frequency", "day"))
    if "time" in computed.dims:
        clock = computed["time"].values
        spelled = _freq(computed, clock)
        word = next((known for letter, known in _FREQUENCIES.items() if spelled.startswith(letter)), word)
        computed = computed.assign_coords(time=_axis(clock, word))
    named = computed.rename(str(computed.name or process_id.rpartition(".")[2])).assign_coords(
        {
            n: c
            for n, c in part.coords.items()
            if c.dims and set(c.dims) <= set(computed.dims) and n not in computed.dims
        }
    )
    named.attrs = {k: v for k, v in computed.attrs.items() if isinstance(v, str) and k != "history"} | {
        "frequency": word
    }
    named.attrs["units"] = units.spelled(str(computed.attrs.get("units", "1")))
    order = [d for d in ("realization", "time", "plev", "lat", "lon") if d in named.dims]
    return named.transpose(*order, ...)


def _freq(computed: xr.DataArray, clock: np.ndarray[Any, Any]) -> str:
    import xarray as xr

    inferred: Callable[[xr.DataArray], str | None] = xr.infer_freq  # xarray leaves it untyped
    if len(clock) > 2 and (found := inferred(computed["time"])):
        return str(found)
    return {"yr": "Y", "mon": "M", "season": "Q"}.get(times.frequency(clock, declared="yr"), "D")


def _axis(clock: np.ndarray[Any, Any], word: str) -> np.ndarray[Any, Any]:
    if word == "yr":  # a year that begins in its second half belongs to the one in which it ends
        return times.annual(times.years(clock) + (times.months(clock) > 6))
    return times.axis(times.years(clock), times.months(clock)) if word in ("mon", "season") else clock
