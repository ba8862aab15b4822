"""Trends: how fast something changes, its range and significance, in observations or in climate models."""

from __future__ import annotations

from typing import Any

from connectors.offers import Source
from planners.blocks.answers import about, respond, respond_coarser
from planners.blocks.evidence import CHOICES, OBSERVED, Subject, facets_of, observed_records, reducer_of, yearly
from planners.blocks.sketch import Sketch
from planners.blocks.when import cut_to, dated, historical_end, pair, period_document
from planners.blocks.where import sites_of
from planners.errors import NoPlan
from planners.intent import Intent, Period, Place
from planners.plan import Ref, Step

action = "trend"
_MODEL_FACETS = frozenset(
    {"activity_id", "experiment_id", "institution_id", "member_id", "mip_era", "project", "source_id", "table_id"}
)
WHOLE_RECORD = Period(start="1850-01-01")


def steps(intent: Intent, sources: tuple[Source, ...]) -> tuple[Step, ...]:
    """Answer a trend for every quantity, place and period: from observations unless models are asked for."""
    records = observed_records(intent)
    if (intent.collections and not records) or any(q.spectral_index for q in intent.quantities):
        raise NoPlan("trends cannot be computed from imagery or reanalyses yet", missing="collections",
                     nearest=("the trend of a climate variable in observations or models",))  # fmt: skip
    if not intent.quantities:
        raise NoPlan("no quantity is named; name one, for instance temperature", missing="quantities")
    sketch = Sketch()
    for period in dated(intent) or (WHOLE_RECORD,):
        for place in sites_of(intent):
            for experiment in _experiments(intent, place):
                _trends(sketch, intent, place, experiment, period)
    respond_coarser(sketch, intent)
    return sketch.steps


def _experiments(intent: Intent, place: Place) -> tuple[str, ...]:
    """Experiments said; else `historical` where models are asked for, else observations, with models beside them off the globe."""
    if observed_records(intent):
        return (OBSERVED,)
    if said := intent.facets.get("experiment_id"):
        return tuple(said)
    if _MODEL_FACETS & set(intent.facets):
        return ("historical",)
    return (OBSERVED,) if place.kind == "globe" else (OBSERVED, "historical")


def _trends(sketch: Sketch, intent: Intent, place: Place, experiment: str, period: Period) -> None:
    observed = experiment == OBSERVED
    facets = facets_of(intent) | ({"source_id": records} if (records := observed_records(intent)) else {})
    caveats: list[dict[str, Any]] = []
    if experiment == "historical":
        period, caveats = cut_to(period, historical_end(facets_of(intent)))
    for choice in (0,) if observed else CHOICES:
        for quantity in intent.quantities:
            subject = Subject(quantity=quantity, place=place, experiment=experiment, facets=facets, months=intent.months,
                              reducer=reducer_of(intent), members="all" if observed else "one_per_model", choice=choice)  # fmt: skip
            chain = yearly(sketch, subject, (period,))
            slope = sketch.add("process", "local-processes", "trend", data=chain.cube, interval=pair(period),
                               by="family" if observed else "realization")  # fmt: skip
            respond(sketch, intent, kind="value", role="trend", value=Ref(from_step=slope, output="value"),
                    series=Ref(from_step=slope, output="series"), table=Ref(from_step=slope, output="table"),
                    items=chain.items, period=period_document(period),
                    **about(subject, caveats=caveats))  # fmt: skip
