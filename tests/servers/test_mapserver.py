"""Our WMS and WCS connectors, through the engine, against a real MapServer over one real field."""

from __future__ import annotations

from pathlib import Path

import httpx2
import numpy as np
import pytest
from rasterio.io import MemoryFile

from connectors.extents import BBox
from connectors.items import Item
from connectors.operations import Search
from tests.servers.mapserver import TITLE, field
from tests.servers.registration import Registered, add, world

pytestmark = pytest.mark.servers

PATIENT = "limits = { budget_s = 30.0, rate_per_s = 1000.0 }"
BOX = BBox(west=0.0, south=0.0, east=90.0, north=60.0)


def registered(url: str, folder: Path, service: str) -> Registered:
    return add(f"{url}?service={service}&request=GetCapabilities", folder)


async def layer(known: Registered, folder: Path, *, words: str) -> Item:
    search = Search(family="eo", bbox=BOX, filters={"q": words}, limit=10)
    async with world(known, folder=folder, more=PATIENT) as outside:
        found = await outside.search(search, source=known.id, deadline_s=30.0)
    assert found.complete, found.reports
    (only,) = found.items
    return only


async def test_a_map_is_offered_and_drawn(mapserver_url: str, tmp_path: Path) -> None:
    known = registered(mapserver_url, tmp_path, "WMS")
    assert known.said == f"{known.id} registered: wms (eo) at {mapserver_url}"
    item = await layer(known, tmp_path, words="temperature")
    assert item.properties["title"] == TITLE
    (drawn,) = (asset for asset in item.assets if asset.key == "map")
    answer = httpx2.get(drawn.href)
    assert (answer.headers["content-type"], answer.content[:4]) == ("image/png", b"\x89PNG")
    assert len(answer.content) > 200


async def test_a_coverage_is_cut_and_holds_the_values(mapserver_url: str, tmp_path: Path) -> None:
    known = registered(mapserver_url, tmp_path, "WCS")
    assert known.said == f"{known.id} registered: wcs (eo) at {mapserver_url}"
    item = await layer(known, tmp_path, words="tas")  # its capabilities give coverages no title
    (cut,) = (asset for asset in item.assets if asset.key == "coverage")
    answer = httpx2.get(cut.href)
    with MemoryFile(answer.content) as memory, memory.open() as raster:
        values, bounds = raster.read(1), raster.bounds
    assert bounds.left <= BOX.west < BOX.east <= bounds.right + 1e-6
    rows, columns = field().shape
    north, west = round((90 - bounds.top) / 180 * rows), round((bounds.left + 180) / 360 * columns)
    height, width = values.shape
    expected = field()[north : north + height, west : west + width]
    np.testing.assert_allclose(values, expected, rtol=1e-5)
