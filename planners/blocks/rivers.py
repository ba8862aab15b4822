"""Rivers: the steps of a chain from a basin's record over a climate change to discharge, floods, stage and extent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from connectors.vocabulary.basins import BASINS, Basin, basin
from planners.blocks.answers import respond
from planners.blocks.evidence import Subject, against_baseline, joined, over, yearly
from planners.blocks.sketch import Sketch
from planners.blocks.when import pair, period_document
from planners.blocks.where import WORLD, place_document
from planners.errors import NoPlan
from planners.intent import Intent, Period, Place, Quantity
from planners.plan import Ref

RECORDS, TERRAIN = "river-records", "merit-hydro"
TEMPERATURE = Quantity(name="near-surface air temperature", standard_name="air_temperature", variable_id="tas")
RAIN = Quantity(name="precipitation", standard_name="precipitation_flux", variable_id="pr")
DISCHARGE = {"name": "river discharge", "standard_name": "water_volume_transport_in_river_channel", "variable_id": None}
HEAVY_RAIN = 7.0  # % a kelvin: "about 7% for each 1°C", extreme daily precipitation of the world, AR6 WGI SPM B.2.4 (high confidence)
BANKFULL_YEARS = 2.0  # rivers overflow about every second year


@dataclass(frozen=True, slots=True, kw_only=True)
class River:
    """A basin with its record loaded and the model that was calibrated on it; `control` is its observed weather's run."""

    basin: Basin
    record: Ref
    found: Ref
    parameters: Ref
    simulator: str
    control: Ref

    @property
    def place(self) -> Place:
        return place_of(self.basin)

    @property
    def reference(self) -> Period:
        return Period(role="reference", start=self.basin.record[0], end=self.basin.record[1])

    def conditions(self, **more: Any) -> dict[str, Any]:
        return {"river": self.basin.river, "gauge": self.basin.gauge} | more


def place_of(gauged: Basin) -> Place:
    return Place(name=gauged.river, kind="basin", country=gauged.country, bbox=gauged.bbox)


def basin_of(intent: Intent) -> Basin:
    """The gauged basin that the question names; raises NoPlan naming those that there are."""
    known = tuple(f"the {b.river} at {b.gauge}, {b.record[0][:4]} to {b.record[1][:4]}" for b in BASINS)
    for place in intent.places:
        if (found := basin(place.name, box=place.bbox)) is not None:
            return found
    said = " and ".join(p.name for p in intent.places)
    what = f"no record of weather and discharge of {said} is on hand" if said else "no river basin is named"
    raise NoPlan(
        f"{what}; a hydrological model needs one to be calibrated on",
        missing="basins" if said else "basin",
        nearest=known,
    )


def calibrated(sketch: Sketch, gauged: Basin, *, simulator: str) -> River:
    """Find and load the basin's record, calibrate on it, and run the observed weather through the model."""
    box = gauged.bbox.to_list()
    found = sketch.add("search", "eo", "search", family="eo", collections=[RECORDS], bbox=box, interval=None, filters={},
                       limit=10)  # fmt: skip
    loaded = sketch.add("load", "files", "load", items=Ref(from_step=found), bbox=box, intervals=[], choice=0)
    record = Ref(from_step=loaded)
    parameters = sketch.process("gr4j_calibrate", output="parameters", data=record)
    control = sketch.process(simulator, data=record, parameters=parameters)
    return River(basin=gauged, record=record, found=Ref(from_step=found), parameters=parameters, simulator=simulator,
                 control=control)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A basin's climate change under one scenario: cubes of each model's change, and the searches they came of."""

    temperature: Ref
    warming: Ref
    rain: Ref
    items: tuple[Ref, ...]


def climate_change(
    sketch: Sketch, river: River, *, experiment: str, target: Period, facets: dict[str, list[str]]
) -> Change:
    """Warming here and of the world, and the change of rain where an archive holds it, against the record's years."""
    cubes, items = [], []
    for quantity, place in ((TEMPERATURE, river.place), (TEMPERATURE, WORLD), (RAIN, river.place)):
        subject = Subject(quantity=quantity, place=place, experiment=experiment, facets=facets)
        chain = yearly(sketch, subject, (target, river.reference))
        cubes.append(over(sketch, against_baseline(sketch, subject, chain.cube, river.reference), target))
        items.append(chain.items)
    return Change(temperature=cubes[0], warming=cubes[1], rain=cubes[2], items=tuple(dict.fromkeys(items)))


def discharge_under(sketch: Sketch, river: River, **change: Any) -> Ref:
    """The discharge that the model makes of the basin's weather under a change."""
    weather = sketch.process("delta_change", data=river.record, **change)
    return sketch.process(river.simulator, data=weather, parameters=river.parameters)


def discharge_adjusted(
    sketch: Sketch, river: River, *, experiment: str, target: Period, facets: dict[str, list[str]], method: str
) -> tuple[Ref, tuple[Ref, ...]]:
    """The discharge under the models' own days, their bias adjusted on the record, and the searches they came of."""
    place, items = place_document(river.place), list[Ref]()
    days: dict[str, Any] = {}
    for name, quantity in (("temperature", TEMPERATURE), ("precipitation", RAIN)):
        subject = Subject(quantity=quantity, place=river.place, experiment=experiment, facets=facets)
        chain = joined(sketch, subject, (target, river.reference), frequencies=("day",))
        days[name] = sketch.process("aggregate_spatial", data=chain.cube, place=place, reducer="mean")
        items.append(chain.items)
    weather = sketch.process("adjust_weather", data=river.record, **days, interval=pair(target), method=method)
    return sketch.process(river.simulator, data=weather, parameters=river.parameters), tuple(items)


def respond_skill(sketch: Sketch, intent: Intent, river: River) -> None:
    """How well the model follows the measured discharge on years that it was not calibrated on."""
    step = river.parameters.from_step
    respond(sketch, intent, kind="value", role="hydrograph", value=Ref(from_step=step, output="value"),
            series=Ref(from_step=step, output="series"), table=Ref(from_step=step, output="skill"), items=river.found,
            quantity=DISCHARGE, place=place_document(river.place), period=period_document(river.reference),
            conditions=river.conditions(model="GR4J"))  # fmt: skip


def respond_flood_change(
    sketch: Sketch, intent: Intent, river: River, discharge: Ref, *, target: Period, return_period: float,
    items: tuple[Ref, ...], conditions: dict[str, Any], caveats: tuple[dict[str, Any], ...] = (),
) -> Ref:  # fmt: skip
    """How much higher the flood is than under observed weather; gives the step's hydrograph of the highest flood."""
    change = sketch.add("process", "local-processes", "flood_change", data=discharge, other=river.control,
                        return_period=return_period)  # fmt: skip
    respond(sketch, intent, kind="value", role="flood_change", value=Ref(from_step=change, output="value"),
            table=Ref(from_step=change, output="table"), series=Ref(from_step=change, output="series"),
            items=[river.found, *items], quantity=DISCHARGE, place=place_document(river.place),
            period=period_document(target), reference=period_document(river.reference), caveats=list(caveats),
            conditions=river.conditions(return_period=return_period, **conditions))  # fmt: skip
    return Ref(from_step=change, output="series")


def level(sketch: Sketch, discharge: Ref, years: float) -> str:
    """The flood of a return period; outputs `value`, `table`, `series`."""
    return sketch.add("process", "local-processes", "return_levels", data=discharge, return_period=years)


def respond_level(sketch: Sketch, intent: Intent, river: River, *, return_period: float) -> None:
    """The flood of a return period under the observed weather."""
    step = level(sketch, river.control, return_period)
    respond(sketch, intent, kind="value", role="flood_level", value=Ref(from_step=step, output="value"),
            table=Ref(from_step=step, output="table"), series=Ref(from_step=step, output="series"), items=river.found,
            quantity=DISCHARGE, place=place_document(river.place), period=period_document(river.reference),
            conditions=river.conditions(return_period=return_period))  # fmt: skip


def _terrain(sketch: Sketch) -> tuple[Ref, dict[str, Ref]]:
    """The search for a terrain model, and its heights and flow directions as loaded."""
    found = Ref(from_step=sketch.add("search", "eo", "search", family="eo", collections=[TERRAIN], bbox=None,
                                     interval=None, filters={}, limit=10))  # fmt: skip
    loads = {asset: sketch.add("load", "files", "load", items=found, bbox=None, intervals=[], assets=[asset], choice=0)
             for asset in ("elevation", "directions")}  # fmt: skip
    return found, {asset: Ref(from_step=step) for asset, step in loads.items()}


def respond_extent(
    sketch: Sketch, intent: Intent, river: River, discharge: Ref, *, period: Period, return_period: float,
    items: tuple[Ref, ...] = (), conditions: dict[str, Any] | None = None,
) -> None:  # fmt: skip
    """The stage of the flood of a return period, and what it covers."""
    found, terrain = _terrain(sketch)
    flood = Ref(from_step=level(sketch, discharge, return_period), output="value")
    bankfull = Ref(from_step=level(sketch, river.control, BANKFULL_YEARS), output="value")
    extent = sketch.add("process", "local-processes", "hand_inundation", **terrain, place=place_document(river.place),
                        discharge=flood, bankfull=bankfull, area_km2=river.basin.area_km2)  # fmt: skip
    respond(sketch, intent, kind="value", role="flood_extent", value=Ref(from_step=extent, output="value"),
            grid=Ref(from_step=extent, output="grid"), items=[river.found, found, *items],
            quantity={"name": "flooded area", "standard_name": None, "variable_id": None},
            place=place_document(river.place), period=period_document(period),
            conditions=river.conditions(return_period=return_period, **(conditions or {})))  # fmt: skip


def respond_wave(
    sketch: Sketch, intent: Intent, river: River, hydrograph: Ref, *, period: Period, items: tuple[Ref, ...] = (),
    conditions: dict[str, Any] | None = None,
) -> None:  # fmt: skip
    """The highest flood of the record routed in two dimensions over the terrain."""
    found, terrain = _terrain(sketch)
    wave = sketch.add("process", "local-processes", "local_inertial", **terrain, place=place_document(river.place),
                      inflow=hydrograph, area_km2=river.basin.area_km2)  # fmt: skip
    respond(sketch, intent, kind="value", role="flood_wave", value=Ref(from_step=wave, output="value"),
            grid=Ref(from_step=wave, output="grid"), items=[river.found, found, *items],
            quantity={"name": "flooded area", "standard_name": None, "variable_id": None},
            place=place_document(river.place), period=period_document(period),
            conditions=river.conditions(**(conditions or {})))  # fmt: skip


def respond_simulated(sketch: Sketch, intent: Intent, river: River, *, target: Period) -> None:
    """The hydrograph of some days of the record, simulated beside observed."""
    step = sketch.add("process", "local-processes", river.simulator, data=river.record, parameters=river.parameters,
                      interval=pair(target))  # fmt: skip
    respond(sketch, intent, kind="value", role="discharge", value=Ref(from_step=step, output="value"),
            series=Ref(from_step=step, output="series"), items=river.found, quantity=DISCHARGE,
            place=place_document(river.place), period=period_document(target), conditions=river.conditions(model="GR4J"))  # fmt: skip
