"""Evidence from climate archives: find runs, load them, join them, take a place's yearly means, set them on a baseline.

A `Subject` says what a chain of evidence is about; each function adds its steps and refers to the last one's output.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from planners.blocks.indices import PERCENTILES_FROM, index_of, units_of_index
from planners.blocks.sketch import Sketch
from planners.blocks.when import BASELINE, pair
from planners.blocks.where import extent_of, place_document
from planners.errors import NoPlan
from planners.intent import Intent, Period, Place, Quantity
from planners.plan import Ref

CHOICES = (0, 1)  # bodies of evidence asked of every search: the best one, and the next
OBSERVED = "obs"
EVERYTHING = 1000  # records a search may bring: a whole multi-model set

OBSERVATIONS = {  # global records by collection, under the names they have in the archive of observations, one version of each
    "berkeley-earth": ("Berkeley-HighRes",),
    "gistemp": ("GISTEMPv4",),
    "hadcrut": ("HadCRUT5",),
}

_TEMPERATURES = frozenset({"ta", "tas", "tasmax", "tasmin", "tos", "ts"})
_RELATIVE = frozenset({"evspsbl", "huss", "mrro", "pr", "prsn"})
_ON_LEVELS = frozenset({"hur", "hus", "ta", "ua", "va", "wap", "zg"})
_LAYERS = (
    ("lower", 92_500.0),
    ("basse", 92_500.0),
    ("mid", 50_000.0),
    ("moyenne", 50_000.0),
    ("upper", 25_000.0),
    ("haute", 25_000.0),
)
_REDUCERS = ("max", "min", "sum")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One quantity at one place under one experiment; `facets` are those said besides the experiment."""

    quantity: Quantity
    place: Place
    experiment: str
    facets: Mapping[str, list[str]] = field(default_factory=dict)
    months: tuple[int, ...] = ()
    reducer: str = "mean"
    members: str = "one_per_model"
    choice: int = 0

    @property
    def variable(self) -> str:
        return self.quantity.indicator or variable_of(self.quantity)

    @property
    def pressure(self) -> float | str | None:
        """Pascals, "lowest", or None for a quantity that has no levels."""
        return pressure_of(self.quantity) if self.variable in _ON_LEVELS else None

    @property
    def conditions(self) -> dict[str, Any]:
        """What the answer holds under."""
        level = {"pressure_hPa": self.pressure / 100} if isinstance(self.pressure, float) else {}
        months = {"months": list(self.months)} if self.months else {}
        model = {"source_id": self.facets["source_id"]} if self.facets.get("source_id") else {}
        return {"experiment_id": self.experiment} | model | level | months


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """A chain under way: the array so far, and the items that it was found among."""

    cube: Ref
    items: Ref


def variable_of(quantity: Quantity) -> str:
    """The CMIP6 variable; raises NoPlan where the quantity is none."""
    if quantity.variable_id is None:
        raise NoPlan(
            f"{quantity.name!r} is not a variable of a climate archive that can be computed yet",
            missing="quantities", nearest=("near-surface air temperature (tas)",),
        )  # fmt: skip
    return quantity.variable_id


def pressure_of(quantity: Quantity) -> float | str:
    """The pressure that the words name, in pascals; the lowest level where they name none."""
    if said := re.search(r"(\d{2,4})\s*(?:hPa|mb)\b", quantity.name):
        return float(said[1]) * 100
    name = quantity.name.lower()
    return next((pascals for word, pascals in _LAYERS if word in name), "lowest")


def quantity_document(quantity: Quantity) -> dict[str, Any]:
    """The quantity as answers carry it."""
    document: dict[str, Any] = {
        "name": quantity.name, "standard_name": quantity.standard_name, "variable_id": quantity.variable_id,
    }  # fmt: skip
    if quantity.indicator:
        document["indicator"] = quantity.indicator
        if (bound := quantity.threshold) is not None:
            document["threshold"] = {"op": bound.op, "value": bound.value, "units": bound.units}
    return document


def observed_records(intent: Intent) -> list[str]:
    """The observational records that the collections name; empty where they name others, or none."""
    if not intent.collections or set(intent.collections) - OBSERVATIONS.keys():
        return []
    return [record for c in intent.collections for record in OBSERVATIONS[c]]


def facets_of(intent: Intent) -> dict[str, list[str]]:
    """The facets said, experiments left out: every chain sets its own."""
    return {k: list(v) for k, v in intent.facets.items() if k != "experiment_id"}


def reducer_of(intent: Intent) -> str:
    """How values within a year are reduced: as said, else their mean."""
    return next((s for s in intent.statistics if s in _REDUCERS), "mean")


def units_of(variable: str, kind: str) -> str | None:
    """Units to answer in: °C for a temperature, K for its change; None keeps the data's own."""
    if variable not in _TEMPERATURES:
        return None
    return "degC" if kind == "level" else "K"


def units_for(subject: Subject, kind: str) -> str | None:
    """Units to answer in, of a variable or an index."""
    if subject.quantity.indicator:
        return units_of_index(subject.quantity, kind)
    return units_of(subject.variable, kind)


def joined(
    sketch: Sketch,
    subject: Subject,
    periods: tuple[Period | None, ...],
    *,
    variable: str = "",
    frequencies: tuple[str, ...] = (),
) -> Chain:
    """The runs found and loaded for the periods, each scenario joined to its historical part."""
    variable = variable or subject.variable
    steps = list(frequencies) or (["mon"] if subject.months else ["mon", "yr"])
    experiments = [subject.experiment]
    if subject.experiment not in ("historical", OBSERVED):
        experiments.append("historical")
    facets = {"frequency": steps} | dict(subject.facets)
    facets |= {"variable_id": [variable], "experiment_id": experiments}
    found = sketch.add("search", "esgf", "search", family="esgf", facets=facets, limit=EVERYTHING)
    intervals = [pair(p) for p in periods if p is not None]
    loaded = sketch.add("load", "files", "load", items=Ref(from_step=found), bbox=extent_of(subject.place),
                        intervals=intervals, choice=subject.choice)  # fmt: skip
    named = {"sources": subject.facets.get("source_id"), "member_ids": subject.facets.get("member_id")}
    chosen: dict[str, Any] = {name: list(values) for name, values in named.items() if values}
    cube = sketch.process("merge_cubes", data=Ref(from_step=loaded), variable=variable, experiments=[subject.experiment],
                          members=subject.members, **chosen)  # fmt: skip
    if subject.pressure is not None:
        cube = sketch.process("filter_level", data=cube, pressure=subject.pressure)
    return Chain(cube=cube, items=Ref(from_step=found))


def indexed(sketch: Sketch, subject: Subject, periods: tuple[Period | None, ...]) -> Chain:
    """A climate index of every run and cell of the place, from daily values."""
    index, place = index_of(subject.quantity), place_document(subject.place)
    chains = {v: joined(sketch, subject, periods, variable=v, frequencies=("day",)) for v in index.searched}
    cut = {v: sketch.process("filter_spatial", data=chain.cube, place=place) for v, chain in chains.items()}
    inputs: dict[str, Any] = {v: cut[v] for v in index.variables}
    for name, (process, needed) in index.derived.items():
        given: dict[str, Any] = {v: cut[v] for v in needed}
        inputs[name] = sketch.process(process, **given)
    if subject.months:
        inputs["months"] = list(subject.months)
    if index.by_percentile:
        inputs[PERCENTILES_FROM] = pair(BASELINE)
    cube = sketch.process(index.indicator, **inputs, **index.arguments)
    return Chain(cube=cube, items=chains[index.searched[0]].items)


def gridded(sketch: Sketch, subject: Subject, periods: tuple[Period | None, ...]) -> Chain:
    """Every run on its cells: the variable at the steps that the data have, or the index by year."""
    return (indexed if subject.quantity.indicator else joined)(sketch, subject, periods)


def placed(sketch: Sketch, subject: Subject, periods: tuple[Period | None, ...]) -> Chain:
    """The place's own values, at the steps that the data have, one series a run."""
    chain = gridded(sketch, subject, periods)
    cube = sketch.process("aggregate_spatial", data=chain.cube, place=place_document(subject.place), reducer="mean")
    return Chain(cube=cube, items=chain.items)


def yearly(sketch: Sketch, subject: Subject, periods: tuple[Period | None, ...]) -> Chain:
    """The place's yearly values, or those of a season, one series a run, over the given periods."""
    chain = placed(sketch, subject, periods)
    is_index = bool(subject.quantity.indicator)  # which has its months and its own way to reduce a year already
    season: dict[str, Any] = {"months": list(subject.months)} if subject.months and not is_index else {}
    reducer = "mean" if is_index else subject.reducer
    cube = sketch.process("aggregate_temporal_period", data=chain.cube, period="year", reducer=reducer, **season)
    return Chain(cube=cube, items=chain.items)


def against_baseline(sketch: Sketch, subject: Subject, cube: Ref, reference: Period) -> Ref:
    """Each run's departure from its own mean over the reference period; relative for water fluxes."""
    relative = subject.variable in _RELATIVE
    return sketch.process("anomaly", data=cube, reference=pair(reference), relative=relative)


def over(sketch: Sketch, cube: Ref, period: Period) -> Ref:
    """Each run's mean over a period."""
    return sketch.process("aggregate_temporal", data=cube, interval=pair(period), reducer="mean")


def spread(sketch: Sketch, subject: Subject, cube: Ref, kind: str) -> str:
    """The ensemble's median and range; outputs `value`, `table`, and `series` where time is left."""
    return sketch.process("ensemble_statistics", output="value", data=cube, quantiles=[0.05, 0.5, 0.95],
                          units=units_for(subject, kind), kind=kind).from_step  # fmt: skip
