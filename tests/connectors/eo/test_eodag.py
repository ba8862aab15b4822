"""The bridge to EODAG: the real library, its provider on loopback."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from connectors.base import Bridges, SearchConnector
from connectors.eo.eodag import EodagConnector
from connectors.errors import BadReply
from connectors.extents import BBox, Interval
from connectors.offers import Limits, Source
from connectors.operations import Search
from connectors.source_files import read_sources
from tests.connectors.fault_server import Exchange, collection, fault_server, feature
from tests.connectors.outside_world import SEARCH, outside, report, source

OWN = {"sentinel-2-l2a": "S2_MSI_L2A_COG"}
BRIDGE = source("eodag", "https://eodag.readthedocs.io", kind="eodag", collections=OWN)


def connector(one: Source = BRIDGE) -> EodagConnector:
    made = EodagConnector(one)
    assert isinstance(made, SearchConnector) and isinstance(made, Bridges)
    return made


def test_it_is_shipped_switched_off() -> None:
    (shipped,) = [s for s in read_sources() if s.kind == "eodag"]
    assert not shipped.enabled and "sentinel-2-l2a" in shipped.collections


def test_a_search_becomes_eodags_own_arguments() -> None:
    search = replace(
        SEARCH,
        bbox=BBox(west=1, south=2, east=3, north=4),
        interval=Interval(start="2020-01-01", end="2020-01-31"),
        filters={"cloud_cover_max": 20},
    )
    plan = connector(replace(BRIDGE, options={"provider": "earth_search"})).plan(search)
    assert plan is not None and plan.residual == ("cloud_cover_max",)
    assert plan.requests[0].json == {
        "collection": "S2_MSI_L2A_COG", "page": 1, "limit": 10, "geom": [1, 2, 3, 4], "start": "2020-01-01T00:00:00Z",
        "end": "2020-01-31T23:59:59Z", "provider": "earth_search", "eo:cloud_cover": 20,
    }  # fmt: skip


def test_without_a_collection_that_it_holds_it_is_not_asked() -> None:
    assert connector().plan(Search(family="eo")) is None
    assert connector().plan(replace(SEARCH, collections=("era5",))) is None


def test_pages_are_counted() -> None:
    plan = connector().plan(replace(SEARCH, limit=2))
    assert plan is not None
    body = json.dumps({"features": [feature("a"), feature("b")], "matched": 3, "page": 1}).encode()
    page = connector().decode(body, plan.requests[0])
    assert (len(page.items), page.next and page.next.json["page"], page.items[0].collection) == (2, 2, "sentinel-2-l2a")


def test_nonsense_is_a_bad_reply() -> None:
    plan = connector().plan(SEARCH)
    assert plan is not None
    with pytest.raises(BadReply):
        connector().decode(b"[]", plan.requests[0])


async def test_the_real_library_searches_its_provider(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("eodag")
    monkeypatch.setenv("EODAG_CFG_DIR", str(tmp_path / "eodag"))

    async def answer(exchange: Exchange) -> None:
        assert exchange.json["collections"] == ["sentinel-2-l2a"]
        await exchange.reply(body=collection([feature(f"S2A_T{n:02d}", cloud=60.0 * n) for n in range(2)], matched=2))

    async with fault_server() as server:
        config = tmp_path / "eodag.yml"
        config.write_text(f"earth_search:\n  search:\n    api_endpoint: {server.add('es', answer)}/search\n")
        options = {"provider": "earth_search", "config": str(config)}
        one = replace(BRIDGE, options=options, limits=Limits(budget_s=60.0))
        search = replace(SEARCH, filters={"cloud_cover_max": 20})
        async with outside(tmp_path, one, online=True) as world:
            found = await world.search(search, source="eodag", deadline_s=60.0)
            failed = replace(search, collections=("nothing",))
            assert report(await world.search(failed, source="eodag"), "eodag").state == "skipped_capability"
    said = report(found, "eodag")
    assert ([item.id for item in found.items], said.state, said.post_filtered) == (
        ["S2A_T00"],
        "ok",
        ("cloud_cover_max",),
    )
    assert found.items[0].get("eodag:provider") == "earth_search"


def test_a_box_across_the_antimeridian_is_two_searches() -> None:
    plan = connector().plan(replace(SEARCH, bbox=BBox(west=177, south=-20, east=-178, north=-15)))

    assert plan is not None
    assert [request.json["geom"] for request in plan.requests] == [[177, -20, 180.0, -15], [-180.0, -20, -178, -15]]
