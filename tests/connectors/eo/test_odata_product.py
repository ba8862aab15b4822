"""Products of the Data Space's OData, by the names of their attributes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from connectors.eo.odata_product import read_product
from connectors.extents import BBox, Interval

SHARED = Path(__file__).resolve().parents[4] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="needs the reference library")
DOWNLOAD = "https://download.example/Products({id})/$value"


@needs_shared
def test_a_recorded_sentinel_2_product() -> None:
    document = json.loads((SHARED / "fixtures/eo/eodag/cop_dataspace_search.json").read_text("utf-8"))
    item = read_product(document["value"][0], source="cdse", download=DOWNLOAD)

    assert item is not None
    assert item.id == "S2A_MSIL1C_20200808T010311_N0500_R045_T54PXA_20230413T212505"
    assert item.interval == Interval(start="2020-08-08", end="2020-08-08")
    assert item.bbox is not None and item.bbox.contains(142.5, 13.8)
    stated = item.properties
    assert stated["eo:cloud_cover"] == pytest.approx(95.13674)
    assert (stated["platform"], stated["grid:code"], stated["sat:relative_orbit"]) == ("sentinel-2a", "MGRS-54PXA", 45)
    product, thumbnail = item.assets
    assert product.locations[0].href == "https://download.example/Products(05edf2bb-d103-49f1-a677-9e474138d84f)/$value"
    assert product.locations[1].href.startswith("s3://eodata/Sentinel-2/")
    assert (product.size, product.checksum) == (224105657, "md5:923ac4992d90b57d41e7ace4d9d90757")
    assert thumbnail.roles == ("thumbnail",)


def _radar(**parts: Any) -> dict[str, Any]:
    values = {"polarisationChannels": "VV&VH", "operationalMode": "IW", "orbitDirection": "ASCENDING"}
    return {
        "Name": "S1A_IW_GRDH.SAFE",
        "Id": "7",
        "ContentDate": {"Start": "2020-01-02T00:00:30Z", "End": "2020-01-01T23:59:50Z"},
        "Attributes": [{"Name": name, "Value": value} for name, value in values.items()],
        "Online": False,
    } | parts


def test_a_radar_product_over_the_antimeridian() -> None:
    east = [[[175, 0], [180, 0], [180, 5], [175, 5], [175, 0]]]
    west = [[[-180, 0], [-178, 0], [-178, 5], [-180, 5], [-180, 0]]]
    item = read_product(
        _radar(GeoFootprint={"type": "MultiPolygon", "coordinates": [east, west]}), source="s", download=DOWNLOAD
    )

    assert item is not None
    assert item.bbox == BBox(west=175, south=0, east=-178, north=5)
    assert item.interval == Interval(start="2020-01-01", end="2020-01-02")
    assert item.properties["sar:polarizations"] == ["VV", "VH"]
    assert (item.properties["sar:instrument_mode"], item.properties["sat:orbit_state"]) == ("IW", "ascending")
    assert item.properties["cdse:online"] is False


@pytest.mark.parametrize("entry", [{}, {"Name": "x", "Id": 1}, _radar(ContentDate=None), _radar(Attributes=[1])])
def test_what_cannot_be_read_is_none(entry: dict[str, Any]) -> None:
    assert read_product(entry, source="s", download=DOWNLOAD) is None
