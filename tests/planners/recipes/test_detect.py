from __future__ import annotations

from dataclasses import replace

import pytest

from planners.errors import NoPlan
from planners.intent import Intent, Period
from tests.planners.intents import BERLIN, IOWA, only, planned, shape

CLOUDS = Intent(
    action="detect", phenomena=("cloud",), collections=("sentinel-2-l2a",), places=(replace(BERLIN, relation="west_of"),),
    periods=(Period(start="2017-02-16", end="2017-02-16"),),
)  # fmt: skip


def test_clouds_are_seen_by_the_detector_in_the_level_it_reads() -> None:
    plan = planned(CLOUDS)
    assert shape(plan) == ["s1 search()", "s2 load(s1)", "s3 s2cloudless(s2)", "s4 respond(s3, s1)"]
    assert only(plan, "search").arguments["collections"] == ["sentinel-2-l1c"]


def test_west_of_a_place_is_the_strip_beside_it() -> None:
    west, _, east, _ = only(planned(CLOUDS), "search").arguments["bbox"]
    assert west < 12.5 and 13.1 < east < 13.8


def test_a_land_cover_phenomenon_is_a_share() -> None:
    assert only(planned(Intent(action="detect", phenomena=("crop",), places=(IOWA,))), "class_area").arguments[
        "classes"
    ] == [12]


def test_a_phenomenon_without_a_detector_is_refused_with_what_is_near() -> None:
    with pytest.raises(NoPlan, match="flood") as refused:
        planned(replace(CLOUDS, phenomena=("flood",), collections=()))
    assert "find scenes of flood" in refused.value.nearest
