from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from connectors.offers import ProcessOffer
from planners.placement import Wish, as_served, otherwise, place
from planners.placement.indices import SUBSET
from planners.plan import Plan, Step
from tests.planners.intents import LATE, TAS, TEXAS, WARMING, only, planned, responses
from tests.planners.placement.offers import (
    ASKED,
    FILES,
    FINCH,
    HOT,
    MEAN,
    NODE,
    OFFER,
    OPTION,
    codes,
    elsewhere,
    placed,
)


def test_the_quote_tells_where_and_how_long_it_usually_takes() -> None:
    plan = placed(MEAN)
    assert plan.quote.at == ("finch-x",)
    assert only(plan, "tg_mean").quote.seconds_p50 == 3.0 and only(plan, "tg_mean").quote.basis == "measured"


def test_the_plan_survives_json_and_is_the_same_twice() -> None:
    plan = placed(MEAN)
    assert Plan.from_dict(plan.to_dict()) == plan and placed(MEAN).id == plan.id


@pytest.mark.parametrize(
    ("wish", "offers", "prefer", "code"),
    [
        (replace(ASKED, candidates=()), (OFFER,), "named", "server_unknown"),
        (ASKED, (ProcessOffer(source=FINCH, away="no network"),), "named", "server_away"),
        (ASKED, (ProcessOffer(source=FINCH, processes=frozenset({"other"})),), "named", "server_lacks"),
        (replace(ASKED, process="trend"), (OFFER,), "named", "server_lacks"),
        (ASKED, (OFFER,), "local", "kept_here"),
    ],
)
def test_a_wish_that_is_not_granted_is_told(wish: Wish, offers: Any, prefer: Any, code: str) -> None:
    plan = placed(MEAN, wish, offers=offers, prefer=prefer)
    assert elsewhere(plan) == [] and list(codes(plan)) == [code]
    assert [s.operation for s in plan.steps] == [s.operation for s in planned(MEAN).steps]


def test_a_server_beside_the_data_that_lacks_it_is_not_spoken_of() -> None:
    lacking = ProcessOffer(source=FINCH, processes=frozenset({"other"}))
    assert codes(placed(MEAN, replace(ASKED, is_named=False), offers=(lacking,), prefer="nearest")) == {}


def test_a_step_described_alike_moves_as_it_stands() -> None:
    inputs = {"data": FILES, "interval": OPTION, "reducer": OPTION}
    offer = ProcessOffer(
        source=NODE, processes=frozenset({"aggregate_temporal", "merge_cubes"}),
        inputs={"aggregate_temporal": inputs, "merge_cubes": {"data": FILES}}, outputs={"aggregate_temporal": ("cube",)},
    )  # fmt: skip
    plan = placed(MEAN, Wish(said="node-x", candidates=("node-x",)), offers=(offer,))
    before = only(planned(MEAN), "aggregate_temporal")
    after = only(plan, "aggregate_temporal")
    assert replace(after, source=before.source, quote=before.quote) == before
    assert set(elsewhere(plan)) == {"aggregate_temporal"}


def test_a_cut_alone_may_be_asked_for() -> None:
    plan = placed(replace(MEAN, quantities=(TAS,)), replace(ASKED, process=SUBSET))
    assert set(elsewhere(plan)) == {SUBSET}
    assert only(plan, "merge_cubes").needs == (only(plan, SUBSET).id,)


def test_plain_variables_are_the_indicators_that_a_server_has_of_them() -> None:
    plain = replace(MEAN, quantities=(TAS,))
    assert as_served(plain, {"tg_mean"}).quantities[0].indicator == "tg_mean"
    assert as_served(replace(plain, statistics=("max",)), {"tg_mean"}) == replace(plain, statistics=("max",))
    assert as_served(replace(plain, action="simulate"), {"tg_mean"}).quantities == (TAS,)


def test_what_would_be_done_here_waits_behind() -> None:
    plain = planned(replace(MEAN, quantities=(TAS,)))
    plan = otherwise(placed(MEAN), plain, titles={"finch-x": "Finch"})
    waiting = [s for s in plan.steps if "unless" in s.arguments]
    assert {s.kind for s in waiting} == {"load", "fuse"}
    shown = {s.arguments["value"].from_step for s in responses(plan) if "unless" not in s.arguments}
    assert {r.from_step for s in waiting for group in s.arguments["unless"] for r in group} == shown
    assert [c["code"] for s in waiting if s.kind == "fuse" for c in s.arguments["caveats"]].count("ran_here") == 2
    assert sum(s.quote.seconds_p50 for s in waiting) == 0


def test_that_daily_values_are_wanting_is_not_said_where_the_server_gave_the_index() -> None:
    plan = otherwise(placed(HOT), planned(HOT), titles={"finch-x": "Finch"})
    (wanting,) = (s for s in responses(plan) if s.arguments["role"] == "needs_daily")
    shown = {
        s.arguments["value"] for s in responses(plan) if s.arguments["kind"] == "value" and "unless" not in s.arguments
    }
    assert shown and all(shown & set(group) for group in wanting.arguments["unless"])


def test_a_cut_is_told_of_in_the_reading_that_it_is_made_for_alone() -> None:
    east = replace(TEXAS, bbox=replace(TEXAS.bbox, west=1.0, east=12.0), geometry_id=None)  # type: ignore[type-var]
    both = planned(MEAN, replace(MEAN, places=(east,)))
    plan = place(both, {0: (ASKED,), 1: (ASKED,)}, {"finch-x": OFFER}, prefer="named")
    told = {s.intent: c["parameters"]["processes"] for s in responses(plan) for c in s.arguments.get("caveats", [])}
    assert told == {0: [SUBSET, "tg_mean"], 1: ["tg_mean"]}


def test_a_plan_of_which_nothing_moved_is_left_alone() -> None:
    plan: Plan = planned(WARMING)
    steps: tuple[Step, ...] = otherwise(plan, plan, titles={}).steps
    assert steps == plan.steps and LATE in WARMING.periods
