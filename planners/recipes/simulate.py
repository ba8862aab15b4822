"""Simulations: a basin's rainfall–runoff model calibrated, run under a climate change, and its floods put on terrain."""

from __future__ import annotations

from connectors.offers import Source
from planners.blocks.evidence import facets_of
from planners.blocks.rivers import (
    HEAVY_RAIN,
    River,
    basin_of,
    calibrated,
    climate_change,
    discharge_adjusted,
    discharge_under,
    respond_extent,
    respond_flood_change,
    respond_level,
    respond_simulated,
    respond_skill,
    respond_wave,
)
from planners.blocks.sketch import Sketch
from planners.blocks.when import END_OF_CENTURY, HISTORICAL_END, dated
from planners.errors import NoPlan
from planners.intent import Intent, Period
from planners.plan import Ref, Step

action = "simulate"
RETURN_PERIOD = 10.0  # years, where none is said: about as long as the record
SCENARIOS_SHOWN = ("ssp245", "ssp585")
HISTORICAL = f"{HISTORICAL_END['CMIP6']}-12-31"
_RETURNS = "return_period_"
_RAINFALL_RUNOFF = {"gr4j": "gr4j_simulate", "cemaneige": "gr4j_simulate", "raven": "raven_gr4j"}
_ADJUSTING = {  # processes that are named in questions, by the method of xsdba
    "adjust_bias": "qdm", "adjust_weather": "qdm", "detrended_quantile_mapping": "dqm", "empirical_quantile_mapping": "eqm",
    "quantile_delta_mapping": "qdm",
}  # fmt: skip
_HYDRAULIC = frozenset({"hand", "manning", "pyflwdir", "local inertial", "local_inertial"})


def steps(intent: Intent, sources: tuple[Source, ...]) -> tuple[Step, ...]:
    """Answer with floods under each scenario against those of the record, or with the record's own where none is ahead."""
    sketch = Sketch()
    river = calibrated(sketch, basin_of(intent), simulator=_simulator(intent))
    years = _return_period(intent)
    ahead = _ahead(intent, river)
    for target in ahead:
        for experiment in _scenarios(intent):
            if _method(intent):
                _adjusted(sketch, intent, river, experiment=experiment, target=target, years=years)
            _future(sketch, intent, river, experiment=experiment, target=target, years=years)
    if not ahead:
        _present(sketch, intent, river, years=years)
    respond_skill(sketch, intent, river)
    return sketch.steps


def _simulator(intent: Intent) -> str:
    """The process that runs the model named; raises NoPlan for a model that is none of ours."""
    named = [m.casefold() for m in intent.models]
    unknown = [m for m in intent.models if m.casefold() not in _RAINFALL_RUNOFF and m.casefold() not in _HYDRAULIC]
    if unknown:
        raise NoPlan(f"the model {unknown[0]!r} is not run here", missing="hydrological_models",
                     nearest=("the same with GR4J and CemaNeige", "the same with Raven's GR4J, where it is installed"))  # fmt: skip
    return "raven_gr4j" if "raven" in named else "gr4j_simulate"


def _return_period(intent: Intent) -> float:
    said = (s.removeprefix(_RETURNS) for s in intent.statistics if s.startswith(_RETURNS))
    return next((float(years) for years in said if years.isdigit() and int(years) > 1), RETURN_PERIOD)


def _scenarios(intent: Intent) -> tuple[str, ...]:
    return tuple(e for e in intent.facets.get("experiment_id", ()) if e != "historical") or SCENARIOS_SHOWN


def _ahead(intent: Intent, river: River) -> tuple[Period, ...]:
    """The periods after the record that are asked about; the end of the century where only a scenario is said."""
    if any(p.warming_level is not None for p in intent.targets):
        raise NoPlan("floods at a level of global warming cannot be simulated yet", missing="warming_level",
                     nearest=("floods by a period of years",))  # fmt: skip
    first, last = river.basin.record
    targets = dated(intent)
    if not targets:
        return (END_OF_CENTURY,) if intent.facets.get("experiment_id") else ()
    for target in targets:
        if (target.end or "9999") < first or last < (target.start or first) <= (target.end or "9999") <= HISTORICAL:
            raise NoPlan(f"the record of the {river.basin.river} holds {first[:4]} to {last[:4]}", missing="record",
                         nearest=(f"the {river.basin.river} in {first[:4]} to {last[:4]}", "its floods by 2050"))  # fmt: skip
    return tuple(p for p in targets if (p.start or "") > last)


def _method(intent: Intent) -> str:
    """The method of bias adjustment, where the question wants the models' own days and not the delta method alone."""
    return next((_ADJUSTING[p] for name in intent.processes if (p := name.partition("@")[0]) in _ADJUSTING), "")


def _adjusted(sketch: Sketch, intent: Intent, river: River, *, experiment: str, target: Period, years: float) -> None:
    """The flood under the models' own days, where an archive holds them of the basin."""
    discharge, items = discharge_adjusted(sketch, river, experiment=experiment, target=target, facets=facets_of(intent),
                                          method=_method(intent))  # fmt: skip
    conditions = {"experiment_id": experiment, "rain": "adjusted"}
    respond_flood_change(sketch, intent, river, discharge, target=target, return_period=years, items=items,
                         conditions=conditions)  # fmt: skip
    respond_extent(sketch, intent, river, discharge, period=target, return_period=years, items=items, conditions=conditions)  # fmt: skip


def _future(sketch: Sketch, intent: Intent, river: River, *, experiment: str, target: Period, years: float) -> None:
    """By the delta method, the flood with the archives' own change of rain, with heavy rain growing by warming as in the region
    and as in the world, and with rain unchanged.

    Where no archive has a temperature of the basin, the world's stands for it.
    """
    change = climate_change(sketch, river, experiment=experiment, target=target, facets=facets_of(intent))
    rate = river.basin.heavy_rain
    warmed = {"temperature": change.temperature, "warming": change.warming}
    everywhere = {"temperature": change.warming, "warming": change.warming, "heavy_rain": rate}
    instead = ({"code": "delta_instead", "parameters": {}},) if _method(intent) else ()
    elsewhere = ({"code": "global_temperature", "parameters": {}},)
    for rain, weather, caveats in (
        ("models", warmed | {"precipitation": change.rain}, ()),
        ("heavy", warmed | {"heavy_rain": rate}, ()),
        ("heavy", warmed | {"heavy_rain": HEAVY_RAIN}, ()),
        ("unchanged", warmed, ()),
        ("heavy", everywhere, elsewhere),
    ):
        discharge = discharge_under(sketch, river, **weather)
        grows = weather.get("heavy_rain")
        conditions = {"experiment_id": experiment, "rain": rain} | ({"heavy_rain": grows} if grows else {})
        hydrograph = respond_flood_change(sketch, intent, river, discharge, target=target, return_period=years,
                                          items=change.items, conditions=conditions, caveats=(*instead, *caveats))  # fmt: skip
        if rain == "unchanged" or grows == HEAVY_RAIN or caveats:
            continue  # what is flooded is shown for the first of them
        respond_extent(sketch, intent, river, discharge, period=target, return_period=years, items=change.items,
                       conditions=conditions)  # fmt: skip
        if _in_two_dimensions(intent):
            respond_wave(sketch, intent, river, hydrograph, period=target, items=change.items, conditions=conditions)
    respond_extent(sketch, intent, river, river.control, period=river.reference, return_period=years)


def _present(sketch: Sketch, intent: Intent, river: River, *, years: float) -> None:
    """The record's own discharge over the days asked, its floods, and what they cover."""
    for target in dated(intent):
        respond_simulated(sketch, intent, river, target=target)
    respond_level(sketch, intent, river, return_period=years)
    respond_extent(sketch, intent, river, river.control, period=river.reference, return_period=years)
    if _in_two_dimensions(intent):
        step = sketch.process(river.simulator, output="series", data=river.record, parameters=river.parameters,
                              interval=list(river.basin.highest))  # fmt: skip
        respond_wave(sketch, intent, river, Ref(from_step=step.from_step, output="series"), period=river.reference)


def _in_two_dimensions(intent: Intent) -> bool:
    named = {m.casefold() for m in intent.models} | {p.partition("@")[0] for p in intent.processes}
    return bool(named & {"local inertial", "local_inertial"})
