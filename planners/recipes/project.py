"""Projections: future values or their change under each scenario, or the year a warming level is passed."""

from __future__ import annotations

from connectors.offers import Source
from planners.blocks.answers import about, respond, respond_change, respond_coarser, respond_level, respond_map
from planners.blocks.evidence import CHOICES, Subject, facets_of, reducer_of, yearly
from planners.blocks.sketch import Sketch
from planners.blocks.when import BASELINE, END_OF_CENTURY, PREINDUSTRIAL, dated, pair, period_document
from planners.blocks.where import sites_of
from planners.errors import NoPlan
from planners.intent import Intent, Period, Quantity
from planners.plan import Ref, Step

action = "project"
SCENARIOS_SHOWN = ("ssp245", "ssp585")  # where none is said: the middle of the road and the highest
WARMING = Quantity(name="near-surface air temperature", standard_name="air_temperature", variable_id="tas")
_CHANGES = frozenset({"anomaly", "difference", "ratio"})


def steps(intent: Intent, sources: tuple[Source, ...]) -> tuple[Step, ...]:
    """Answer a projection: every quantity, place, scenario and period said, from two bodies of evidence each."""
    sketch = Sketch()
    level = next((p.warming_level for p in intent.targets if p.warming_level is not None), None)
    for subject in subjects(intent, warming=level is not None):
        if level is not None:
            _crossing(sketch, intent, subject, level)
        else:
            _future(sketch, intent, subject)
    respond_coarser(sketch, intent)
    return sketch.steps


def subjects(intent: Intent, *, warming: bool) -> tuple[Subject, ...]:
    """What is asked about, scenarios in the order said, the best evidence first."""
    quantities = intent.quantities or ((WARMING,) if warming else ())
    if not quantities:
        raise NoPlan("no quantity is named; name one, for instance temperature", missing="quantities")
    scenarios = tuple(e for e in intent.facets.get("experiment_id", ()) if e != "historical") or SCENARIOS_SHOWN
    return tuple(
        Subject(quantity=quantity, place=place, experiment=scenario, facets=facets_of(intent), months=intent.months,
                reducer=reducer_of(intent), choice=choice)
        for choice in CHOICES for quantity in quantities for place in sites_of(intent) for scenario in scenarios
    )  # fmt: skip


def _future(sketch: Sketch, intent: Intent, subject: Subject) -> None:
    change_asked = intent.reference is not None or bool(_CHANGES & set(intent.statistics))
    reference = intent.reference or BASELINE
    for target in dated(intent) or (END_OF_CENTURY,):
        if not change_asked:
            respond_level(sketch, intent, subject, target=target)
        respond_change(sketch, intent, subject, target=target, reference=reference)
        if "map" in intent.outputs and subject.choice == 0:
            respond_map(sketch, intent, subject, target=target, reference=reference if change_asked else None)


def _crossing(sketch: Sketch, intent: Intent, subject: Subject, level: float) -> None:
    """The year in which the running mean passes a level of global warming."""
    if subject.place.kind != "globe":
        raise NoPlan(
            f"values at {level:g} °C of global warming cannot be computed for {subject.place.name!r} yet",
            missing="warming_level",
            nearest=(f"when the world passes {level:g} °C", f"the change in {subject.place.name} by a period of years"),
        )
    reference = intent.reference or PREINDUSTRIAL
    ahead = Period(start=reference.start, end=END_OF_CENTURY.end)
    chain = yearly(sketch, subject, (ahead,))
    crossing = sketch.add("process", "local-processes", "crossing_time", data=chain.cube, threshold=level,
                          reference=pair(reference), window=20)  # fmt: skip
    respond(sketch, intent, kind="value", role="crossing", value=Ref(from_step=crossing, output="value"),
            series=Ref(from_step=crossing, output="series"), table=Ref(from_step=crossing, output="table"),
            items=chain.items, reference=period_document(reference),
            **about(subject, conditions={"warming_level": level}))  # fmt: skip
