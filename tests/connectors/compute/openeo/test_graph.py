"""Process graphs: put together, and looked at."""

from __future__ import annotations

from typing import Any

import pytest

from connectors.compute.openeo import graph
from connectors.errors import Refused
from connectors.extents import BBox, Interval
from connectors.items import Cube
from connectors.operations import Process


def test_nodes_are_named_after_their_process() -> None:
    growing = graph.Graph()
    first = growing.add("load_collection", id="S2", bands=None)
    second = growing.add("load_collection", id="L8")
    last = growing.add("merge_cubes", cube1=first, cube2=second)
    assert growing.ending(last) == {
        "loadcollection1": {"process_id": "load_collection", "arguments": {"id": "S2"}},
        "loadcollection2": {"process_id": "load_collection", "arguments": {"id": "L8"}},
        "mergecubes1": {
            "process_id": "merge_cubes",
            "arguments": {"cube1": {"from_node": "loadcollection1"}, "cube2": {"from_node": "loadcollection2"}},
            "result": True,
        },
    }


def test_an_interval_ends_before_its_end() -> None:
    assert graph.temporal_extent(Interval(start="2020-01-01", end="2020-12-31")) == ["2020-01-01", "2021-01-01"]
    assert graph.temporal_extent(Interval(start="2020-01-01")) == ["2020-01-01", None]
    assert graph.temporal_extent(Interval()) is None


def test_a_box_has_its_four_sides() -> None:
    box = BBox(west=1, south=2, east=3, north=4)
    assert graph.spatial_extent(box) == {"west": 1, "south": 2, "east": 3, "north": 4}
    assert graph.spatial_extent(None) is None


def test_cubes_are_loaded_from_where_they_lie_and_the_result_is_saved() -> None:
    cube = Cube(hrefs=("http://h/a.nc", "http://h/b.nc"))
    made = graph.of_process(Process(process_id="ndvi", inputs={"data": cube, "red": "B04"}))
    assert [node["process_id"] for node in made.values()] == [
        "load_url",
        "load_url",
        "merge_cubes",
        "ndvi",
        "save_result",
    ]
    assert made["ndvi1"]["arguments"] == {"data": {"from_node": "mergecubes1"}, "red": "B04"}
    assert made["saveresult1"]["result"] is True


def test_a_number_is_not_saved() -> None:
    assert list(graph.of_process(Process(process_id="add", inputs={"x": 1}))) == ["add1"]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (None, "wants an openEO process graph"),
        ({"a": {"process_id": "add"}}, "lacks a process_id or arguments"),
        ({"a": {"process_id": "add", "arguments": {}}}, "here it is 0"),
        (
            {n: {"process_id": "add", "arguments": {}, "result": True} for n in "ab"},
            "here it is 2",
        ),
    ],
)
def test_what_is_no_graph_is_refused(given: Any, words: str) -> None:
    with pytest.raises(Refused, match=words):
        graph.checked(given)


def test_child_graphs_have_nodes_of_their_own() -> None:
    node = {"process_id": "reduce_dimension", "arguments": {"reducer": graph.reducer("mean")}, "result": True}
    assert graph.checked({"a": node}) == {"a": node}


def test_a_box_across_the_antimeridian_is_geojson_in_two_parts() -> None:
    extent = graph.spatial_extent(BBox(west=177, south=-20, east=-178, north=-15))

    assert extent is not None
    geometry = extent["features"][0]["geometry"]
    assert geometry["type"] == "MultiPolygon"
    assert [(ring[0][0][0], ring[0][1][0]) for ring in geometry["coordinates"]] == [(177, 180.0), (-180.0, -178)]
