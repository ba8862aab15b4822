"""Our connector of OGC API collections, through the engine, against pygeoapi: features, a coverage, EDR."""

from __future__ import annotations

from pathlib import Path

import httpx2
import numpy as np
import pytest
from shapely.geometry import box, shape

from connectors.extents import BBox, Interval
from connectors.items import Item
from connectors.operations import Search
from tests.servers.layers import FIRST_YEAR, features, field
from tests.servers.registration import Registered, add, world

pytestmark = pytest.mark.servers

PATIENT = "limits = { budget_s = 120.0, rate_per_s = 1000.0 }"
EUROPE = BBox(west=-10.0, south=35.0, east=40.0, north=70.0)
YEARS = Interval(start=f"{FIRST_YEAR + 2}-01-01", end=f"{FIRST_YEAR + 4}-12-31")


@pytest.fixture(scope="module")
def registered(pygeoapi_url: str, tmp_path_factory: pytest.TempPathFactory) -> Registered:
    return add(f"{pygeoapi_url}/collections", tmp_path_factory.mktemp("config"))


async def found(registered: Registered, folder: Path, words: str, box: BBox, interval: Interval | None = None) -> Item:
    search = Search(family="eo", bbox=box, interval=interval, filters={"q": words})
    async with world(registered, folder=folder, more=PATIENT) as outside:
        answer = await outside.search(search, source=registered.id, deadline_s=120.0)
    assert answer.complete, answer.reports
    (only,) = answer.items
    return only


def href(item: Item, key: str) -> str:
    return next(asset.href for asset in item.assets if asset.key == key)


def _get(address: str) -> httpx2.Response:
    return httpx2.get(address, timeout=120.0)


def test_its_protocol_is_found_out(registered: Registered, pygeoapi_url: str) -> None:
    assert registered.said == f"{registered.id} registered: ogcapi-collections (eo) at {pygeoapi_url}"


async def test_features_of_a_box_are_offered(registered: Registered, tmp_path: Path) -> None:
    middle = shape(features()[0]["geometry"]).centroid
    near = BBox(west=middle.x - 0.1, south=middle.y - 0.1, east=middle.x + 0.1, north=middle.y + 0.1)
    item = await found(registered, tmp_path, "footprints", near)
    given = _get(href(item, "items")).json()
    expected = {
        f["id"]
        for f in features()
        if shape(f["geometry"]).intersects(box(near.west, near.south, near.east, near.north))
    }
    assert {feature["id"] for feature in given["features"]} == expected != set()


async def test_a_coverage_is_cut_and_holds_the_values(registered: Registered, tmp_path: Path) -> None:
    import xarray as xr

    item = await found(registered, tmp_path, "temperature", EUROPE, YEARS)
    assert (item.id, item.interval.start) == ("tas", f"{FIRST_YEAR}-07-01")
    (tmp_path / "cut.nc").write_bytes(_get(href(item, "coverage")).content)
    part = field()["tas"].sel(lat=slice(35, 70), lon=slice(-10, 40), time=slice(YEARS.start, YEARS.end))
    with xr.open_dataset(tmp_path / "cut.nc") as cut:
        values = cut["tas"].sortby("lat").transpose("time", "lat", "lon").values
    np.testing.assert_allclose(values, part.values, rtol=1e-5)


async def test_a_coverage_is_cut_by_the_box_alone(registered: Registered, tmp_path: Path) -> None:
    import xarray as xr

    item = await found(registered, tmp_path, "temperature", EUROPE)
    (tmp_path / "cut.nc").write_bytes(_get(href(item, "coverage")).content)
    with xr.open_dataset(tmp_path / "cut.nc") as cut:
        assert cut["tas"].size == field()["tas"].sel(lat=slice(35, 70), lon=slice(-10, 40)).size


async def test_a_place_is_asked_by_edr(registered: Registered, tmp_path: Path) -> None:
    item = await found(registered, tmp_path, "temperature", EUROPE, YEARS)
    assert item.properties["edr:parameters"] == ["tas"]
    given = _get(href(item, "position")).json()
    (values,) = (r["values"] for name, r in given["ranges"].items() if name == "tas")
    nearest = field()["tas"].sel(lat=52.5, lon=15.0, method="nearest").sel(time=slice(YEARS.start, YEARS.end))
    np.testing.assert_allclose(np.asarray(values, dtype="f4"), nearest.values, rtol=1e-5)


async def test_a_cube_is_asked_by_edr(registered: Registered, tmp_path: Path) -> None:
    item = await found(registered, tmp_path, "temperature", EUROPE, YEARS)
    given = _get(href(item, "cube")).json()
    part = field()["tas"].sel(lat=slice(35, 70), lon=slice(-10, 40), time=slice(YEARS.start, YEARS.end))
    (values,) = (r["values"] for name, r in given["ranges"].items() if name == "tas")
    assert np.asarray(values, dtype="f4").size == part.size
    np.testing.assert_allclose(np.sort(np.asarray(values, dtype="f4")), np.sort(part.values.ravel()), rtol=1e-5)
