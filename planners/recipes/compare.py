"""Comparisons: one response a side, and one for the contrast, computed run by run over what both sides share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from connectors.offers import Source
from planners.blocks.answers import Told, about, respond, respond_change, respond_coarser, respond_level
from planners.blocks.evidence import CHOICES, OBSERVED, Subject, facets_of, observed_records, reducer_of, spread
from planners.blocks.sketch import Sketch
from planners.blocks.when import BASELINE, END_OF_CENTURY, PREINDUSTRIAL, dated, historical_end, period_document
from planners.blocks.where import sites_of
from planners.errors import NoPlan
from planners.intent import Intent, Period, Quantity
from planners.plan import Ref, Step

action = "compare"
_SCENARIOS_SHOWN = ("ssp126", "ssp585")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a comparison: its subject and period, and the baseline where a change is compared."""

    subject: Subject
    target: Period
    reference: Period | None

    @property
    def conditions(self) -> dict[str, Any]:
        """What tells this side from the other."""
        place, period = self.subject.place.name, f"{self.target.start or '..'}/{self.target.end or '..'}"
        return self.subject.conditions | dict(self.subject.facets) | {"place": place, "period": period}


def steps(intent: Intent, sources: tuple[Source, ...]) -> tuple[Step, ...]:
    """Answer a comparison on its axis, from two bodies of evidence."""
    if intent.collections and not observed_records(intent):
        raise NoPlan("imagery and reanalyses cannot be compared yet", missing="collections",
                     nearest=("compare scenarios, models, places or periods of a climate variable",))  # fmt: skip
    if not intent.quantities:
        raise NoPlan("no quantity is named; name one, for instance temperature", missing="quantities")
    sketch = Sketch()
    for quantity in intent.quantities:
        for choice in CHOICES:
            sides = _sides(intent, quantity, choice)
            within = tuple(dict.fromkeys(side.target for side in sides))
            told = [_respond_side(sketch, intent, side, within=within) for side in sides]
            for other, its in zip(sides[1:], told[1:], strict=True):
                _contrast(sketch, intent, (sides[0], told[0]), (other, its))
    respond_coarser(sketch, intent)
    return sketch.steps


def axis_of(intent: Intent) -> str:
    """What is compared: as said, else the first slot that holds two values."""
    if intent.compared:
        return intent.compared
    if len(intent.facets.get("experiment_id", ())) > 1:
        return "scenarios"
    if len(intent.facets.get("source_id", ())) > 1:
        return "sources"
    if len(intent.places) > 1:
        return "places"
    return "periods" if len(dated(intent)) > 1 or intent.reference else "scenarios"


def _sides(intent: Intent, quantity: Quantity, choice: int) -> tuple[Side, ...]:
    said = tuple(e for e in intent.facets.get("experiment_id", ()) if e != "historical")
    targets = dated(intent) or (END_OF_CENTURY,)
    subject = _subject(intent, quantity, choice, said, targets[0])
    side = Side(subject=subject, target=targets[0], reference=intent.reference)
    match axis_of(intent):
        case "scenarios":
            sides = tuple(replace(side, subject=replace(subject, experiment=e)) for e in said or _SCENARIOS_SHOWN)
        case "places":
            sides = tuple(replace(side, subject=replace(subject, place=p)) for p in sites_of(intent))
        case "periods":
            periods = targets if len(targets) > 1 else (*targets, *((intent.reference,) if intent.reference else ()))
            sides = tuple(replace(side, target=replace(p, role="target"), reference=None) for p in periods)
        case "sources":
            names = intent.facets.get("source_id", ())
            sides = tuple(
                replace(side, subject=replace(subject, facets=dict(subject.facets) | {"source_id": [n]})) for n in names
            )
        case "observations":
            sides = _beside_observations(intent, side)
        case other:
            raise NoPlan(f"{other} cannot be compared yet", missing="compared",
                         nearest=("compare scenarios, models, places or periods",))  # fmt: skip
    if len(sides) < 2:
        raise NoPlan(f"a comparison of {axis_of(intent)} needs two of them; only one is named", missing="compared")
    return _with_baseline(sides) if axis_of(intent) == "scenarios" else sides


def _subject(intent: Intent, quantity: Quantity, choice: int, said: tuple[str, ...], target: Period) -> Subject:
    """What the sides have in common: the first scenario said, else the past, else the middle one; records of observations by name."""
    past = (target.end or "9999") <= historical_end(facets_of(intent))
    experiment, facets, members = (
        said[0] if said else "historical" if past else "ssp245",
        facets_of(intent),
        "one_per_model",
    )
    if (records := observed_records(intent)) and axis_of(intent) == "periods":
        experiment, facets, members = OBSERVED, {"source_id": records}, "all"
    return Subject(quantity=quantity, place=sites_of(intent)[0], experiment=experiment, facets=facets, months=intent.months,
                   reducer=reducer_of(intent), members=members, choice=choice)  # fmt: skip


def _with_baseline(sides: tuple[Side, ...]) -> tuple[Side, ...]:
    """Scenarios of the world are compared by their warming; elsewhere as asked."""
    return tuple(replace(s, reference=s.reference or BASELINE) if s.subject.place.kind == "globe" else s for s in sides)


def _beside_observations(intent: Intent, side: Side) -> tuple[Side, ...]:
    """Models and observations since a common baseline: observed levels are not of the models' kind."""
    target = side.target if dated(intent) else Period(start="1995-01-01", end="2014-12-31")
    side = replace(side, target=target, reference=intent.reference or PREINDUSTRIAL)
    plain = {
        k: v for k, v in side.subject.facets.items() if k not in ("mip_era", "source_id", "activity_id", "project")
    }
    records = observed_records(intent)
    observed = replace(
        side.subject, experiment=OBSERVED, members="all", facets=plain | ({"source_id": records} if records else {})
    )
    return side, replace(side, subject=observed)


def _respond_side(sketch: Sketch, intent: Intent, side: Side, *, within: tuple[Period, ...]) -> Told:
    if side.reference is not None:
        return respond_change(sketch, intent, side.subject, target=side.target, reference=side.reference, role="side")
    return respond_level(sketch, intent, side.subject, target=side.target, role="side", within=within)


def _contrast(sketch: Sketch, intent: Intent, first: tuple[Side, Told], second: tuple[Side, Told]) -> None:
    """First side minus second: model by model where both sides can share models, else one median minus the other."""
    (a, of_a), (b, of_b) = first, second
    result: dict[str, Any]
    if _share_models(a, b):
        cube = sketch.process("difference", data=of_a.means, other=of_b.means)
        value = spread(sketch, a.subject, cube, "change")
        result = {"value": Ref(from_step=value, output="value"), "table": Ref(from_step=value, output="table")}
    else:
        result = {"value": of_a.value, "minus": of_b.value}
    differing = [k for k in a.conditions if a.conditions[k] != b.conditions.get(k)]
    told = {k: a.conditions[k] for k in differing} | {
        "minus": {k: b.conditions[k] for k in differing if k in b.conditions}
    }
    respond(sketch, intent, kind="value", role="contrast", period=period_document(a.target), reference=period_document(a.reference),
            items=[of_a.items, of_b.items], **result, **about(a.subject, conditions=told))  # fmt: skip


def _share_models(a: Side, b: Side) -> bool:
    """False where one side alone is observed, or the sides are different models."""
    one_observed = (a.subject.experiment == OBSERVED) != (b.subject.experiment == OBSERVED)
    return not one_observed and a.subject.facets.get("source_id") == b.subject.facets.get("source_id")
