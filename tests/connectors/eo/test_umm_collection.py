"""UMM-C collections: datasets with their extents, keywords and DOI."""

from __future__ import annotations

from typing import Any

import pytest

from connectors.eo.umm_collection import read_collection
from connectors.extents import BBox, Interval
from connectors.items import Item

RECTANGLE = {
    "WestBoundingCoordinate": -125,
    "EastBoundingCoordinate": -67,
    "NorthBoundingCoordinate": 53,
    "SouthBoundingCoordinate": 25,
}
SWOT: dict[str, Any] = {
    "ShortName": "SWOT_L2_HR_Raster_2.0",
    "Version": "2.0",
    "EntryTitle": "SWOT Level 2 Water Mask Raster",
    "Abstract": "Water surface elevation",
    "DOI": {"DOI": "10.5067/SWOT-RASTER-2.0"},
    "Platforms": [{"ShortName": "SWOT", "Instruments": [{"ShortName": "KaRIn"}]}],
    "ProcessingLevel": {"Id": "2"},
    "ScienceKeywords": [{"Category": "EARTH SCIENCE", "Topic": "TERRESTRIAL HYDROSPHERE", "Term": "SURFACE WATER"}],
    "SpatialExtent": {"HorizontalSpatialDomain": {"Geometry": {"BoundingRectangles": [RECTANGLE]}}},
    "TemporalExtents": [{"RangeDateTimes": [{"BeginningDateTime": "2022-12-16T00:00:00.000Z"}]}],
    "RelatedUrls": [{"URL": "https://podaac.example/swot", "Description": "home"}],
}


def _read(umm: dict[str, Any]) -> Item:
    item = read_collection(umm, concept_id="C1-X", updated="2024", source="cmr", canonical={"A@1": "ours"})
    assert item is not None
    return item


def test_a_dataset_that_goes_on() -> None:
    item = _read(SWOT)

    assert (item.id, item.collection) == ("SWOT_L2_HR_Raster_2.0.2.0", "SWOT_L2_HR_Raster_2.0")
    assert item.interval == Interval(start="2022-12-16")
    assert item.bbox == BBox(west=-125, south=25, east=-67, north=53)
    assert item.properties["keywords"] == ["surface water", "terrestrial hydrosphere"]
    assert (item.properties["platform"], item.properties["sci:doi"]) == ("swot", "10.5067/SWOT-RASTER-2.0")
    assert [link.rel for link in item.links] == ["cite-as", "about"]


def test_rectangles_on_both_sides_of_180_are_one_box_across_it() -> None:
    sides = (
        {"WestBoundingCoordinate": 170, "EastBoundingCoordinate": 180},
        {"WestBoundingCoordinate": -180, "EastBoundingCoordinate": -150},
    )
    rectangles = [{"SouthBoundingCoordinate": 50, "NorthBoundingCoordinate": 72} | side for side in sides]
    item = _read(
        SWOT | {"SpatialExtent": {"HorizontalSpatialDomain": {"Geometry": {"BoundingRectangles": rectangles}}}}
    )

    assert item.bbox == BBox(west=170, south=50, east=-150, north=72)
    assert item.geometry is not None and item.geometry["type"] == "MultiPolygon"


def test_several_rectangles_and_ranges_are_covered_together() -> None:
    other = RECTANGLE | {"EastBoundingCoordinate": -50, "SouthBoundingCoordinate": -10}
    ranges = [
        {"BeginningDateTime": "2000-01-01T00:00:00Z", "EndingDateTime": "2001-01-01T00:00:00Z"},
        {"BeginningDateTime": "1999-01-01T00:00:00Z", "EndingDateTime": "2003-01-01T00:00:00Z"},
    ]
    item = _read(
        {
            "ShortName": "A",
            "Version": "1",
            "SpatialExtent": {"HorizontalSpatialDomain": {"Geometry": {"BoundingRectangles": [RECTANGLE, other]}}},
            "TemporalExtents": [{"RangeDateTimes": ranges}],
        }
    )

    assert item.collection == "ours"
    assert item.bbox == BBox(west=-125, south=-10, east=-50, north=53)
    assert item.interval == Interval(start="1999-01-01", end="2003-01-01")


@pytest.mark.parametrize("umm", [{}, {"ShortName": "A", "Platforms": 3}, {"ShortName": "A", "TemporalExtents": [1]}])
def test_what_cannot_be_read_is_none(umm: dict[str, Any]) -> None:
    assert read_collection(umm, concept_id="", updated="", source="cmr", canonical={}) is None
