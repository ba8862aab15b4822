"""Which evidence is picked for which place and period."""

from __future__ import annotations

import random
from typing import Any

from connectors.extents import GLOBE, BBox, Interval
from connectors.items import Item
from connectors.selection import Evidence, bodies

PAST, FUTURE = Interval(start="1995-01-01", end="2014-12-31"), Interval(start="2081-01-01", end="2100-12-31")
TEXAS = BBox(west=-106.6, south=25.8, east=-93.5, north=36.5)
POLE = BBox(west=-180, south=85, east=180, north=90)


def run(model: str, experiment: str, *, member: str = "r1i1p1f1", bbox: BBox | None = GLOBE, **fields: Any) -> Item:
    years = ("1850", "2014") if experiment == "historical" else ("2015", "2100")
    interval = fields.pop("interval", Interval(start=f"{years[0]}-01-01", end=f"{years[1]}-12-31"))
    properties = {
        "project": "CMIP6",
        "mip_era": "CMIP6",
        "source_id": model,
        "experiment_id": experiment,
        "member_id": member,
        "variable_id": "tas",
        "table_id": "Amon",
        "frequency": "mon",
        "version": "20200101",
    }
    name = f"CMIP6.{model}.{experiment}.{member}.{fields.get('version', '')}{fields.get('table_id', '')}"
    return Item(id=name, collection="CMIP6", bbox=bbox, interval=interval, properties=properties | fields)


def ensemble(experiment: str, models: int) -> Item:
    names = [f"M{i}" for i in range(models)]
    properties = {
        "project": "AR6",
        "mip_era": "CMIP6",
        "spatial_kind": "global-mean",
        "source_id": names,
        "member_id": ["r1"] * models,
        "experiment_id": experiment,
        "variable_id": "tas",
        "frequency": "yr",
    }
    interval = Interval(start="1850-01-01", end="2100-12-31")
    return Item(id=f"AR6.{experiment}", collection="AR6", interval=interval, properties=properties)


def scene(name: str, *, cloud: float, day: str, bbox: BBox) -> Item:
    interval = Interval(start=day, end=day)
    return Item(id=name, collection="s2", bbox=bbox, interval=interval, properties={"eo:cloud_cover": cloud})


def ids(evidence: Evidence) -> list[str]:
    return [item.id for item in evidence.items]


def test_a_global_mean_serves_the_globe_and_nothing_else() -> None:
    items = [ensemble("ssp245", 30), run("A", "ssp245"), run("A", "historical")]
    whole = bodies(items, bbox=GLOBE, intervals=(PAST, FUTURE))
    assert [(b.models, b.runs) for b in whole] == [(30, 30), (1, 1)]
    assert [b.key[0] for b in bodies(items, bbox=TEXAS, intervals=(PAST, FUTURE))] == ["CMIP6"]


def test_a_scenario_is_joined_with_the_historical_part_of_the_same_run() -> None:
    items = [run("A", "ssp245"), run("A", "historical"), run("B", "historical", member="r9i1p1f1")]
    (body,) = bodies(items, bbox=TEXAS, intervals=(PAST, FUTURE))
    assert ids(body) == ["CMIP6.A.historical.r1i1p1f1.", "CMIP6.A.ssp245.r1i1p1f1."]
    assert (body.models, body.runs) == (1, 1)


def test_a_run_without_its_past_is_left_out_and_told() -> None:
    items = [run("A", "ssp245"), run("A", "historical"), run("B", "ssp245")]
    (body,) = bodies(items, bbox=TEXAS, intervals=(PAST, FUTURE))
    assert body.models == 1
    assert [(c.code, c.parameters) for c in body.caveats] == [("runs_without_period", {"runs": 1, "models": ["B"]})]


def test_more_models_come_before_finer_grids_and_those_before_newer_versions() -> None:
    many = [run(m, "ssp245", table_id="Amon") for m in "ABC"]
    fine = [run("A", "ssp245", table_id="day", nominal_resolution="25 km")]
    coarse = [run("A", "ssp245", table_id="3hr", nominal_resolution="250 km", version="20990101")]
    assert [b.key[4] for b in bodies([*coarse, *fine, *many], bbox=TEXAS, intervals=(FUTURE,))] == [
        "Amon",
        "day",
        "3hr",
    ]


def test_of_two_versions_the_newer_of_two_grids_the_finer_is_taken() -> None:
    items = [
        run("A", "ssp245", version="20190101"),
        run("A", "ssp245", version="20210101"),
        run("B", "ssp245", version="1", grid_label="gn", nominal_resolution="250 km"),
        run("B", "ssp245", version="1 ", grid_label="gr", nominal_resolution="100 km"),
    ]
    (body,) = bodies(items, bbox=TEXAS, intervals=(FUTURE,))
    assert [(i.get("version").strip(), i.get("grid_label")) for i in body.items] == [("20210101", None), ("1", "gr")]


def test_retracted_data_come_last_and_are_told() -> None:
    items = [run("A", "ssp245", retracted=True), run("B", "ssp245", table_id="day")]
    good, bad = bodies(items, bbox=TEXAS, intervals=(FUTURE,))
    assert (good.key[4], bad.key[4]) == ("day", "Amon")
    assert [c.code for c in bad.caveats] == ["retracted"]


def test_a_newer_version_that_was_retracted_is_passed_over() -> None:
    items = [run("A", "ssp245", version="20190101"), run("A", "ssp245", version="20210101", retracted=True)]
    (body,) = bodies(items, bbox=TEXAS, intervals=(FUTURE,))
    assert [i.get("version") for i in body.items] == ["20190101"]


def test_a_field_must_hold_the_place() -> None:
    america = BBox(west=-135, south=15, east=-45, north=60)
    items = [run("A", "ssp245", bbox=america)]
    assert len(bodies(items, bbox=TEXAS, intervals=(FUTURE,))) == 1
    assert bodies(items, bbox=BBox(west=-10, south=30, east=40, north=45), intervals=(FUTURE,)) == ()
    assert bodies(items, bbox=GLOBE, intervals=(FUTURE,)) == ()


def test_cells_at_the_pole_hold_the_pole() -> None:
    cells = BBox(west=0, south=88.0, east=1.4, north=89.5)
    assert len(bodies([run("A", "historical", bbox=cells)], bbox=POLE, intervals=(PAST,))) == 1


def test_a_period_that_reaches_past_the_data_is_truncated_and_told() -> None:
    (body,) = bodies([run("A", "historical")], bbox=TEXAS, intervals=(Interval(start="1950-01-01", end="2026-11-25"),))
    assert [(c.code, c.parameters["covered"]) for c in body.caveats] == [
        ("period_truncated", ["1950-01-01", "2014-12-31"])
    ]


def test_a_period_mostly_outside_the_data_gives_nothing() -> None:
    assert bodies([run("A", "historical")], bbox=TEXAS, intervals=(FUTURE,)) == ()
    assert (
        bodies([run("A", "historical")], bbox=TEXAS, intervals=(Interval(start="2010-01-01", end="2030-12-31"),)) == ()
    )


def test_an_open_period_asks_for_what_there_is() -> None:
    assert len(bodies([run("A", "historical")], bbox=TEXAS, intervals=(Interval(start="1970-01-01"),))) == 1


def test_without_a_place_or_a_period_everything_serves() -> None:
    assert len(bodies([ensemble("ssp245", 3), run("A", "ssp245")])) == 2


def test_scenes_clearest_first_in_a_period_newest_first_without() -> None:
    here = BBox(west=12, south=52, east=14, north=53)
    part = BBox(west=12, south=52, east=12.5, north=53)
    items = [
        scene("partial", cloud=0, day="2017-02-16", bbox=part),
        scene("cloudy", cloud=80, day="2017-02-20", bbox=here),
        scene("clear", cloud=3, day="2017-02-10", bbox=here),
    ]
    february = Interval(start="2017-02-01", end="2017-02-28")
    assert [ids(b)[0] for b in bodies(items, bbox=here, intervals=(february,))] == ["clear", "cloudy", "partial"]
    assert [ids(b)[0] for b in bodies(items, bbox=here)] == ["cloudy", "clear", "partial"]
    assert bodies(items, bbox=here, intervals=(Interval(start="2018-01-01", end="2018-12-31"),)) == ()


def test_the_choice_does_not_depend_on_the_order_of_the_items() -> None:
    items = [run(m, e, table_id=t) for m in "ABC" for e in ("historical", "ssp245") for t in ("Amon", "day")]
    expected = bodies(items, bbox=TEXAS, intervals=(PAST, FUTURE))
    for seed in range(5):
        random.Random(seed).shuffle(items)
        assert bodies(items, bbox=TEXAS, intervals=(PAST, FUTURE)) == expected
