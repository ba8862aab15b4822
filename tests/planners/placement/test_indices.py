from __future__ import annotations

from dataclasses import replace

import pytest

from planners.placement import place
from planners.placement.indices import SUBSET
from tests.planners.intents import TAS, TEXAS, WORLD, only, planned
from tests.planners.placement.offers import ASKED, HOT, MEAN, OFFER, codes, elsewhere, placed


def test_an_index_is_cut_and_computed_at_the_server_and_joined_here() -> None:
    plan = placed(MEAN)
    assert elsewhere(plan)[:2] == [SUBSET, "tg_mean"]
    load, cut, index, merge = only(plan, "load"), only(plan, SUBSET), only(plan, "tg_mean"), only(plan, "merge_cubes")
    assert load.arguments["by_reference"] is True
    assert cut.needs == (load.id,) and index.needs == (cut.id,) and merge.needs == (index.id,)
    assert (cut.arguments["lon0"], cut.arguments["lat1"]) == (pytest.approx(-109.6), pytest.approx(39.5))
    assert (cut.arguments["start_date"], cut.arguments["end_date"]) == ("2000-01-01", "2005-12-31")
    assert merge.arguments["variable"] == "tg_mean" and index.arguments["freq"] == "YS"
    assert "filter_spatial" not in {s.operation for s in plan.steps}
    assert codes(plan)["ran_at"] == {"server": "Finch", "source": "finch-x", "processes": [SUBSET, "tg_mean"]}


def test_a_box_near_the_meridian_is_not_cut_there() -> None:
    east = replace(TEXAS, bbox=replace(TEXAS.bbox, west=1.0, east=12.0), geometry_id=None)  # type: ignore[type-var]
    assert set(elsewhere(placed(replace(MEAN, places=(east,))))) == {"tg_mean"}
    assert set(elsewhere(placed(replace(MEAN, places=(WORLD,))))) == {"tg_mean"}


def test_months_and_thresholds_go_in_the_servers_words() -> None:
    assert only(placed(replace(MEAN, months=(6, 7))), "tg_mean").arguments["month"] == [6, 7]
    plan = planned(HOT)
    hot = only(plan, "tx_days_above")
    steps = [
        replace(s, arguments={**s.arguments, "threshold": "35 degC", "op": ">"}) if s is hot else s for s in plan.steps
    ]
    done = place(replace(plan, steps=tuple(steps)), {0: (ASKED,)}, {"finch-x": OFFER}, prefer="named")
    told = only(done, "tx_days_above").arguments
    assert (told["thresh"], told["op"]) == ("35 degC", ">") and "threshold" not in told


def test_what_is_described_otherwise_stays_here_and_says_why() -> None:
    plan = placed(replace(MEAN, quantities=(replace(TAS, indicator="tg10p"),)))
    assert elsewhere(plan) == []
    told = codes(plan)["server_differs"]
    assert told["process"] == "tg10p" and "reference" in told["reason"]
