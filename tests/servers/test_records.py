"""Our Records connector, through the engine, against the real pygeoapi."""

from __future__ import annotations

from pathlib import Path

import pytest

from connectors.extents import BBox
from connectors.operations import Search
from tests.connectors.outside_world import report
from tests.servers.records import real_records
from tests.servers.registration import Registered, add, world

pytestmark = pytest.mark.servers

PATIENT = "limits = { budget_s = 30.0, rate_per_s = 1000.0, page_max = 5 }"


@pytest.fixture(scope="module")
def registered(pygeoapi_url: str, tmp_path_factory: pytest.TempPathFactory) -> Registered:
    return add(f"{pygeoapi_url}/collections/metadata", tmp_path_factory.mktemp("config"))


def test_its_protocol_is_found_out(registered: Registered, pygeoapi_url: str) -> None:
    assert registered.said == f"{registered.id} registered: ogcapi-records (eo) at {pygeoapi_url}"


async def test_words_find_what_they_name_and_pages_are_followed(registered: Registered, tmp_path: Path) -> None:
    expected = {r["id"] for r in real_records() if "sentinel" in str(r["properties"]).lower()}
    async with world(registered, folder=tmp_path, more=PATIENT) as outside:
        found = await outside.search(Search(family="eo", filters={"q": "Sentinel"}, limit=100), source=registered.id)
    told = report(found, registered.id)
    assert {item.id for item in found.items} == expected
    assert (told.state, told.matched, told.attempts) == ("ok", len(expected), -(-len(expected) // 5))


async def test_a_collection_is_looked_for_by_its_own_name(registered: Registered, tmp_path: Path) -> None:
    async with world(registered, folder=tmp_path, more=PATIENT) as outside:
        found = await outside.search(Search(family="eo", collections=("ghrsst",)), source=registered.id)
    assert [(item.id, item.collection) for item in found.items] == [("ghrsst", "ghrsst")]


async def test_a_box_across_the_antimeridian_finds_what_covers_the_globe(
    registered: Registered, tmp_path: Path
) -> None:
    search = Search(family="eo", bbox=BBox(west=177, south=-20, east=-178, north=-15), limit=100)
    async with world(registered, folder=tmp_path, more=PATIENT) as outside:
        found = await outside.search(search, source=registered.id)
    assert len(found.items) == len(real_records())
