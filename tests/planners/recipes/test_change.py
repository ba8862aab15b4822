from __future__ import annotations

from dataclasses import replace

import pytest

from planners.errors import NoPlan
from planners.intent import Intent, Period, Quantity
from tests.planners.intents import TEXAS, WORLD, only, planned, responses

BEFORE = Period(role="reference", start="2008-06-01", end="2008-06-30")
AFTER = Period(start="2011-06-01", end="2011-06-30")
NDVI = Quantity(name="NDVI", spectral_index="NDVI")
GREENING = Intent(
    action="change", quantities=(NDVI,), places=(TEXAS,), periods=(BEFORE, AFTER), collections=("landsat-c2-l2",)
)


def test_the_clearest_scenes_of_both_dates_are_compared() -> None:
    plan = planned(GREENING)
    change = only(plan, "change_map")
    steps = {s.id: s for s in plan.steps}
    loads = [steps[change.arguments[name].from_step] for name in ("data", "other")]
    assert [load.arguments["intervals"] for load in loads] == [
        [["2008-06-01", "2008-06-30"]],
        [["2011-06-01", "2011-06-30"]],
    ]
    assert change.arguments["index"] == "NDVI" and change.arguments["place"]["geometry_id"] == "us-states:TX"


def test_both_dates_come_of_one_collection() -> None:
    plan = planned(GREENING)
    assert [s.arguments["collections"] for s in plan.steps if s.kind == "search"] == [
        ["landsat-c2-l2"], ["landsat-c2-l2"], ["landsat-sr"], ["landsat-sr"]]  # fmt: skip


def test_the_earlier_date_is_the_reference_whichever_was_said_first() -> None:
    swapped = replace(GREENING, periods=(replace(AFTER, role="target"), replace(BEFORE, role="target")))
    said = responses(planned(swapped))[0].arguments
    assert (said["reference"]["start"], said["period"]["start"]) == ("2008-06-01", "2011-06-01")


def test_a_phenomenon_is_shown_by_its_index() -> None:
    water = replace(GREENING, quantities=(), phenomena=("surface_water",), collections=())
    plan = planned(water)
    assert only(plan, "change_map").arguments["index"] == "MNDWI"
    assert ["landsat-sr"] not in [
        s.arguments["collections"] for s in plan.steps if s.kind == "search"
    ]  # it has no green band


def test_two_seasons_are_said() -> None:
    winter = replace(GREENING, periods=(BEFORE, Period(start="2011-12-01", end="2011-12-31")))
    codes = [[c["code"] for c in responses(planned(i))[0].arguments.get("caveats", [])] for i in (GREENING, winter)]
    assert codes == [[], ["different_seasons"]]


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({"periods": (AFTER,)}, "periods"),
        ({"places": ()}, "places"),
        ({"places": (WORLD,)}, "places"),
        ({"quantities": (), "phenomena": ("land_cover",)}, "spectral_index"),
    ],
)
def test_what_cannot_be_compared_is_refused(change: dict[str, object], missing: str) -> None:
    with pytest.raises(NoPlan) as refused:
        planned(replace(GREENING, **change))  # type: ignore[arg-type]
    assert refused.value.missing == missing
