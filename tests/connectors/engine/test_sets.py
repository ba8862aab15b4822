"""Models that have both: what belongs together is parted from what lacks a part."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from connectors.engine.sets import complete_sets, wanted
from connectors.items import Item
from connectors.offers import Limits
from connectors.operations import Search
from tests.connectors.fault_server import Exchange, FaultServer, fault_server
from tests.connectors.outside_world import outside, source

BOTH = Search(
    family="esgf", facets={"variable_id": ("tasmax", "pr")}, every=("variable_id",), count=("source_id",), limit=10
)


@pytest.fixture
async def server() -> AsyncIterator[FaultServer]:
    async with fault_server() as running:
        yield running


def run(model: str, variable: str, *, member: str = "r1i1p1f1", table: str = "day", **more: Any) -> Item:
    properties = {"project": "CMIP6", "source_id": model, "member_id": member, "table_id": table, "frequency": "day",
                  "experiment_id": "historical", "grid_label": "gn", "variable_id": variable} | more  # fmt: skip
    return Item(id=".".join(map(str, properties.values())), collection="CMIP6", properties=properties)


def models(items: Sequence[Item]) -> set[str]:
    return {str(item.get("source_id")) for item in items}


def test_both_must_be_of_the_same_member_and_grid() -> None:
    items = [
        run("A", "tasmax"), run("A", "pr"),
        run("B", "tasmax"), run("B", "pr", member="r2i1p1f1"),
        run("C", "tasmax"), run("C", "pr", grid_label="gr"),
        run("D", "pr"),
    ]  # fmt: skip
    sets = complete_sets(items, BOTH)
    assert (models(sets.items), models(sets.incomplete)) == ({"A"}, {"B", "C", "D"})
    assert sets.facets == {"source_id": {"A": 2}}


def test_what_each_model_lacks_is_told_but_for_those_that_have_a_whole_run() -> None:
    items = [run("A", "tasmax"), run("A", "pr"), run("A", "pr", member="r9i1p1f1"), run("D", "pr")]
    (caveat,) = complete_sets(items, BOTH).caveats
    assert caveat.code == "incomplete_sets"
    assert caveat.parameters == {"values": ["tasmax", "pr"], "sets": 2, "n": 1, "models": {"D": ["tasmax"]}}


def test_variables_that_no_table_holds_together_are_compared_by_frequency() -> None:
    search = Search(family="esgf", facets={"variable_id": ("tas", "mrso")}, every=("variable_id",))
    items = [run("A", "tas", table="Amon"), run("A", "mrso", table="Lmon"), run("B", "tas", table="Amon")]
    sets = complete_sets(items, search)
    assert (models(sets.items), models(sets.incomplete)) == ({"A"}, {"B"})


def test_scenarios_may_be_what_must_be_there_together() -> None:
    search = Search(family="esgf", facets={"experiment_id": ("ssp126", "ssp585")}, every=("experiment_id",))
    items = [run("A", "tas", experiment_id="ssp126"), run("A", "tas", experiment_id="ssp585"), run("B", "tas", experiment_id="ssp585")]  # fmt: skip
    assert models(complete_sets(items, search).items) == {"A"}


def test_both_variables_are_wanted_of_both_scenarios() -> None:
    every = {"variable_id": ("tas", "pr"), "experiment_id": ("historical", "ssp585")}
    search = Search(family="esgf", facets=every, every=("variable_id", "experiment_id"))
    whole = [run("A", v, experiment_id=e) for v in every["variable_id"] for e in every["experiment_id"]]
    crossed = [run("B", "tas"), run("B", "pr", experiment_id="ssp585")]
    past = [run("C", "tas"), run("C", "pr")]
    sets = complete_sets([*whole, *crossed, *past], search)
    assert models(sets.items) == {"A"}
    assert sets.caveats[0].parameters["models"] == {"B": ["pr historical", "tas ssp585"], "C": ["ssp585"]}


def test_members_and_time_steps_may_be_what_must_be_there_together() -> None:
    members = Search(family="esgf", facets={"member_id": ("r1i1p1f1", "r2i1p1f1")}, every=("member_id",))
    items = [run("A", "tas"), run("A", "tas", member="r2i1p1f1"), run("B", "tas")]
    assert models(complete_sets(items, members).items) == {"A"}
    steps = Search(family="esgf", facets={"frequency": ("day", "mon")}, every=("frequency",))
    items = [run("A", "tas"), run("A", "tas", table="Amon", frequency="mon"), run("B", "tas")]
    assert models(complete_sets(items, steps).items) == {"A"}
    tables = replace(steps, facets={"table_id": ("day", "Amon")}, every=("table_id",))
    assert models(complete_sets(items, tables).items) == {"A"}


def test_of_one_model_it_is_members_that_lack_a_part() -> None:
    both = {"source_id": ("A",), "experiment_id": ("historical", "ssp585")}
    search = Search(family="esgf", facets=both, every=("experiment_id",))
    items = [run("A", "tas"), run("A", "tas", experiment_id="ssp585"), run("A", "tas", member="r9i1p1f1")]
    (caveat,) = complete_sets(items, search).caveats
    assert (caveat.code, caveat.parameters["models"]) == ("incomplete_members", {"r9i1p1f1": ["ssp585"]})


def test_a_record_of_many_models_counts_for_each_of_them() -> None:
    """The embedded series of AR6 lists its models in one record a scenario."""
    search = Search(
        family="esgf", facets={"experiment_id": ("ssp126", "ssp585")}, every=("experiment_id",), count=("source_id",)
    )
    items = [run("", "tas", experiment_id="ssp126", source_id=["A", "B"]), run("", "tas", experiment_id="ssp585", source_id=["B", "C"])]  # fmt: skip
    sets = complete_sets(items, search)
    assert sets.facets == {"source_id": {"B": 2}} and len(sets.items) == 2
    assert sets.caveats[0].parameters["models"] == {"A": ["ssp585"], "C": ["ssp126"]}


def test_one_value_wants_nothing_more() -> None:
    assert wanted(Search(family="esgf", facets={"variable_id": ("tas",)}, every=("variable_id",))) == {}


async def test_a_search_for_both_reads_on_until_it_knows(server: FaultServer, tmp_path: Path) -> None:
    """Thirty models with tasmax come first, pr of ten of them after; the limit alone would call all incomplete."""
    docs = [_doc(f"M{n:02d}", "tasmax") for n in range(30)] + [_doc(f"M{n:02d}", "pr") for n in range(20, 30)]

    async def index(exchange: Exchange) -> None:
        start, rows = int(exchange.query["offset"]), int(exchange.query["limit"])
        found: Mapping[str, Any] = {"numFound": len(docs), "start": start, "docs": docs[start : start + rows]}
        await exchange.reply(body=json.dumps({"response": found}).encode())

    limits = Limits(budget_s=5.0, rate_per_s=1e6, page_max=25)
    one = source("solr", server.add("solr", index), kind="esgf-solr", family="esgf", limits=limits)
    async with outside(tmp_path, one) as world:
        found = await world.search(BOTH, source="solr")
    assert found.facets == {"source_id": {f"M{n}": 2 for n in range(20, 30)}}
    assert (found.matched, len(found.items), len(found.incomplete)) == (20, 10, 10)
    assert found.caveats[-1].parameters["n"] == 20


def _doc(model: str, variable: str) -> dict[str, Any]:
    name = f"CMIP6.CMIP.I.{model}.historical.r1i1p1f1.day.{variable}.gn.v20200101"
    return {"id": f"{name}|node", "instance_id": name, "project": ["CMIP6"], "variable_id": [variable]}
