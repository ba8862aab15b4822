"""Reading 1,000 STAC items: our decoder beside pystac's ItemCollection, which pystac-client gives; and writing a search."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

import pystac
import pytest
from pystac_client.item_search import BaseSearch
from pytest_benchmark.fixture import BenchmarkFixture

from connectors.base import Request
from connectors.eo.stac import StacConnector
from connectors.extents import BBox
from connectors.offers import Source
from connectors.operations import Search
from tests.servers.catalogs import as_items, real_items

SOURCE = Source(
    id="s", title="S", kind="stac-api", family="eo", url="https://stac.example", options={"open_collections": True}
)
WRITES = 100


@pytest.fixture(scope="module")
def page() -> bytes:
    """A page of 1,000 items: those of the holdings and, where they lie beside the checkout, recorded ones."""
    items = as_items(real_items())
    items = [{"stac_version": "1.0.0", "type": "Feature", **items[n * 7 % len(items)]} for n in range(1000)]
    return json.dumps({"type": "FeatureCollection", "features": items, "links": []}).encode()


@pytest.mark.parametrize("whose", ["ours", "pystac"])
def test_a_thousand_items_are_read(page: bytes, benchmark: BenchmarkFixture, whose: str) -> None:
    asked = Request(method="POST", url="https://stac.example/search", json={"limit": 1000})

    def ours() -> Any:
        return StacConnector(SOURCE).decode(page, asked)

    def theirs() -> Any:
        return pystac.ItemCollection.from_dict(json.loads(page))

    read = ours if whose == "ours" else theirs
    benchmark.extra_info["CPU s"] = round(_cpu_s(read), 3)
    assert len(benchmark(read).items) == 1000


@pytest.mark.parametrize("whose", ["ours", "pystac-client"])
def test_a_search_is_written(benchmark: BenchmarkFixture, whose: str) -> None:
    search = Search(family="eo", collections=("a",), bbox=BBox(west=1, south=2, east=3, north=4))
    connector = StacConnector(SOURCE)

    def ours() -> object:
        return connector.plan(search)

    def theirs() -> object:
        return BaseSearch("", collections=["a"], bbox=[1, 2, 3, 4], limit=100).get_parameters()

    write = ours if whose == "ours" else theirs
    benchmark.extra_info["CPU µs"] = round(_cpu_s(lambda: [write() for _ in range(WRITES)]) / WRITES * 1e6)
    assert benchmark(write)


def _cpu_s(work: Callable[[], object], *, rounds: int = 3) -> float:
    """The least processor time of several rounds."""
    spent = []
    for _ in range(rounds):
        started = time.process_time()
        work()
        spent.append(time.process_time() - started)
    return min(spent)
