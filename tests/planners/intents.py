"""Readings of questions written by hand, and a register with one source of each family."""

from __future__ import annotations

from connectors.extents import GLOBE, BBox
from connectors.offers import Source
from planners.intent import Intent, Period, Place, Quantity
from planners.plan import Plan, Step
from planners.registry import plan_for

SOURCES = tuple(
    Source(id=f"some-{f}", title=f"Some {f}", kind=f, family=f, url="") for f in ("compute", "eo", "esgf", "ml")
)
TAS = Quantity(name="temperature", standard_name="air_temperature", variable_id="tas")
TA = Quantity(name="lower-tropospheric temperature", standard_name="air_temperature", variable_id="ta")
CROPLAND = Quantity(name="cropland")
WORLD = Place(name="the world", kind="globe", bbox=GLOBE)
TEXAS = Place(
    name="Texas",
    kind="region",
    country="US",
    bbox=BBox(west=-106.6, south=25.8, east=-93.5, north=36.5),
    geometry_id="us-states:TX",
)
IOWA = Place(
    name="Iowa",
    kind="region",
    country="US",
    bbox=BBox(west=-96.6, south=40.4, east=-90.1, north=43.5),
    geometry_id="us-states:IA",
)
MONTREAL = Place(name="Montréal", kind="city", country="CA", bbox=BBox(west=-74.0, south=45.4, east=-73.5, north=45.7))
BERLIN = Place(
    name="Berlin", kind="city", country="DE", bbox=BBox(west=13.1, south=52.3, east=13.8, north=52.7), relation="near"
)
LATE = Period(start="2081-01-01", end="2100-12-31")
RECENT = Period(role="reference", start="1995-01-01", end="2014-12-31")

WARMING = Intent(
    action="project", quantities=(TAS,), places=(WORLD,), periods=(LATE, RECENT), facets={"experiment_id": ("ssp245",)}
)


def planned(*intents: Intent) -> Plan:
    return plan_for("a question", intents, SOURCES)


def shape(plan: Plan) -> list[str]:
    """The plan as `operation(ids it needs)` lines."""
    return [f"{s.id} {s.operation}({', '.join(s.needs)})" for s in plan.steps]


def responses(plan: Plan) -> list[Step]:
    return [s for s in plan.steps if s.kind == "fuse"]


def only(plan: Plan, operation: str) -> Step:
    """The first step of this operation."""
    return next(s for s in plan.steps if s.operation == operation)
