from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from conductor.answer import Finding
from conductor.fusion.respond import fuse
from conductor.results import Failed, StepResult, Successful
from connectors.items import Caveat, Cube, Found, Item, Loaded, Processed, Series, SourceReport, Table, Value
from planners.intent import Intent
from planners.plan import Plan
from tests.planners.intents import WARMING, planned

ITEM = Item(id="dataset.v1", collection="CMIP6", properties={"source_id": "M"})
CUBE = Cube(hrefs=("http://data/x.nc",), id="x", derived_from=("dataset.v1",))
VALUE = Value(
    value=2.13,
    units="K",
    low=1.4,
    high=3.09,
    range_meaning="5–95 % of 37 models",
    n=37,
    details={"models": 37, "runs": 39, "agreement_sign": 1.0},
)
TABLE = Table(columns=("source_id", "change"), rows=(("M", 2.1),))
SERIES = Series(x=("1995", "2100"), y=(0.0, 2.5), units="K")
OUTCOMES: dict[str, Any] = {
    "search": Found(
        items=(ITEM,), reports=(SourceReport(source="a", state="ok"), SourceReport(source="b", state="timeout"))
    ),
    "load": Loaded(cubes=(CUBE,), items=(ITEM,)),
    "merge_cubes": Processed(
        outputs={"cube": CUBE}, caveats=(Caveat(code="one_per_model", parameters={"runs": 39, "used": 37}),)
    ),
    "ensemble_statistics": Processed(outputs={"value": VALUE, "table": TABLE, "series": SERIES}),
}


def results(plan: Plan, **changed: Any) -> tuple[StepResult, ...]:
    outcomes = OUTCOMES | {"aggregate_temporal": Processed(outputs={"cube": CUBE})} | changed
    return tuple(Successful(step=s.id, outcome=outcomes.get(s.operation)) for s in plan.steps)


@pytest.fixture
def best() -> Finding:
    plan = planned(WARMING)
    return fuse(plan, results(plan))[0]


def test_a_response_carries_the_value_it_shows(best: Finding) -> None:
    assert (best.value, best.units, best.low, best.high, best.n) == (2.13, "K", 1.4, 3.09, 37)
    assert (best.table, best.series) == (TABLE, SERIES)


def test_a_response_carries_what_it_was_made_of(best: Finding) -> None:
    assert (best.items, best.derived_from) == ((ITEM,), ("dataset.v1",))


def test_a_response_carries_the_caveats_of_all_that_lies_behind_it_once(best: Finding) -> None:
    assert [c.code for c in best.caveats] == ["one_per_model", "not_all_sources"]


def test_its_parts_are_those_of_the_value_and_the_sources(best: Finding) -> None:
    assert best.score.parts == {"coverage": 0.5, "agreement": round(37 / 38, 4), "quality": 1.0}


def test_two_bodies_that_say_the_same_of_the_same_data_are_one() -> None:
    plan = planned(WARMING)
    assert len(fuse(plan, results(plan))) == 1


def test_what_did_not_come_gives_no_finding() -> None:
    plan = planned(WARMING)
    ended = [Failed(step=r.step, error="Unavailable", message="down") if r.step == "s8" else r for r in results(plan)]
    assert [f.step for f in fuse(plan, ended)] != []
    assert fuse(plan, results(plan, ensemble_statistics=None)) == ()


def test_the_order_of_results_does_not_matter() -> None:
    plan = planned(WARMING)
    assert fuse(plan, results(plan)) == fuse(plan, results(plan)[::-1])


def test_a_listing_is_counted_by_the_catalogue_where_it_counts_and_here_where_not() -> None:
    plan = planned(Intent(action="find", facets={"variable_id": ("ta",)}))
    found = Found(items=(ITEM, ITEM), reports=(), matched=326, facets={"source_id": {"B": 4, "A": 3}})
    models, nodes = fuse(plan, results(plan, search=found))
    assert (models.table and models.table.rows, models.n, models.details["matched"]) == ((("A", 3), ("B", 4)), 2, 326)
    assert nodes.n == 0


def test_a_definition_needs_no_search() -> None:
    plan = planned(WARMING, Intent(part=2, action="train"))
    unsupported = next(f for f in fuse(plan, results(plan)) if f.role == "unsupported")
    assert (unsupported.kind, unsupported.details["missing"]) == ("explanation", "train")


def test_sides_that_share_no_model_are_contrasted_by_their_medians() -> None:
    intent = replace(
        WARMING, action="compare", compared="sources", facets={"experiment_id": ("ssp245",), "source_id": ("A", "B")}
    )
    plan = planned(intent)
    contrast = next(f for f in fuse(plan, results(plan)) if f.role == "contrast")
    assert (contrast.value, contrast.units, contrast.low, contrast.details["medians"]) == (0.0, "K", None, [2.13, 2.13])
