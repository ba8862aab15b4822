"""Descriptions: the value, change or seasonal cycle of a quantity in the past, a class's share, a scene's cloud."""

from __future__ import annotations

from dataclasses import replace

from connectors.offers import Source
from connectors.vocabulary import collections
from planners.blocks.answers import about, respond, respond_change, respond_coarser, respond_level, respond_map
from planners.blocks.evidence import CHOICES, OBSERVED, Subject, facets_of, observed_records, placed, reducer_of
from planners.blocks.imagery import asks_clouds, class_asked, respond_class_share, respond_cloud_share, respond_index
from planners.blocks.sketch import Sketch
from planners.blocks.when import BASELINE, dated, historical_end, pair, period_document
from planners.blocks.where import places_of, sites_of
from planners.errors import NoPlan
from planners.intent import Intent, Period
from planners.plan import Step

action = "describe"
_CONTINUATION = "ssp245"  # past years after `historical` ends are read from the middle scenario, as AR6 does


def steps(intent: Intent, sources: tuple[Source, ...]) -> tuple[Step, ...]:
    """Answer a description from imagery where a class or cloud is asked, else from climate archives."""
    sketch = Sketch()
    for place in places_of(intent):
        if asks_clouds(intent):
            respond_cloud_share(sketch, intent, place)
        elif indices := tuple(q.spectral_index for q in intent.quantities if q.spectral_index):
            for index in indices:
                respond_index(sketch, intent, place, index)
        elif class_asked(intent):
            respond_class_share(sketch, intent, place)
    if not sketch.steps:
        _refuse_imagery(intent)
        for target in dated(intent) or (Period(start=BASELINE.start, end=BASELINE.end),):
            for subject in _subjects(intent, target):
                _past(sketch, intent, subject, target)
    respond_coarser(sketch, intent)
    return sketch.steps


def _refuse_imagery(intent: Intent) -> None:
    """Refuse what would need imagery or a reanalysis to be read: only the archives below can be computed on."""
    if intent.collections and not observed_records(intent):
        said = ", ".join(entry.name_en if (entry := collections.collection(c)) else c for c in intent.collections)
        raise NoPlan(f"values cannot be computed from {said} yet; its data can be found", missing="collections",
                     nearest=(f"find {said} data", "climate model values for the same place and years"))  # fmt: skip
    if not intent.quantities:
        raise NoPlan("no quantity is named; name one, for instance temperature", missing="quantities")


def _subjects(intent: Intent, target: Period) -> tuple[Subject, ...]:
    past = (target.end or "9999") <= historical_end(facets_of(intent))
    records = observed_records(intent)
    facets = facets_of(intent) | ({"source_id": records} if records else {})
    experiments = (
        (OBSERVED,)
        if records
        else intent.facets.get("experiment_id") or (("historical",) if past else (_CONTINUATION,))
    )
    return tuple(
        Subject(quantity=quantity, place=place, experiment=experiment, facets=facets, months=intent.months, members="all" if records else "one_per_model",
                reducer=reducer_of(intent), choice=choice)
        for choice in CHOICES for quantity in intent.quantities for place in sites_of(intent) for experiment in experiments
    )  # fmt: skip


def _past(sketch: Sketch, intent: Intent, subject: Subject, target: Period) -> None:
    if "map" in intent.outputs and subject.choice == 0:
        respond_map(sketch, intent, subject, target=target, reference=intent.reference)
    if intent.aggregation == "climatology" and not subject.quantity.indicator:
        _cycle(sketch, intent, subject, target)
    elif intent.reference is not None:
        respond_change(sketch, intent, subject, target=target, reference=intent.reference)
    else:
        respond_level(sketch, intent, subject, target=target)


def _cycle(sketch: Sketch, intent: Intent, subject: Subject, target: Period) -> None:
    """The mean course of the year."""
    chain = placed(sketch, replace(subject, facets={"frequency": ["mon"]} | dict(subject.facets)), (target,))
    course = sketch.process("climatology", output="series", data=chain.cube, interval=pair(target))
    respond(sketch, intent, kind="series", role="climatology", series=course,
            items=chain.items, period=period_document(target), **about(subject))  # fmt: skip
