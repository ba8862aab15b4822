"""Plans of real questions as openEO process graphs."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question
from connectors.compute.openeo.graph import checked
from connectors.compute.openeo.translation import Dialect, process_graph
from connectors.errors import Unsupported
from connectors.source_files import read_sources
from planners.registry import plan_for

CDSE = Dialect(collections={"sentinel-2-l2a": "SENTINEL2_L2A"})


@cache
def steps(question: str) -> Any:
    asked = Question(text=question, asked_at="2026-11-25T00:00:00Z")
    read = understand(asked)
    return plan_for(question, read.intents, read_sources()).to_dict()["steps"]


def load(collection: str = "sentinel-2-l2a", **more: Any) -> list[dict[str, Any]]:
    search = {"family": "eo", "collections": [collection], "filters": {"cloud_cover_max": 20}}
    loads = {"items": {"from_step": "s1"}, "bbox": [1, 2, 3, 4], "intervals": [["2020-01-01", "2020-12-31"]]}
    return [
        {"id": "s1", "kind": "search", "operation": "search", "arguments": search},
        {"id": "s2", "kind": "load", "operation": "load", "arguments": loads | more},
    ]


def process(number: int, operation: str, **arguments: Any) -> dict[str, Any]:
    data = {"from_step": f"s{number - 1}"}
    return {"id": f"s{number}", "kind": "process", "operation": operation, "arguments": {"data": data} | arguments}


def nodes(graph: dict[str, Any]) -> list[str]:
    return [node["process_id"] for node in graph.values()]


def test_a_change_of_an_index_is_two_loads_and_a_difference() -> None:
    chain = load()
    later = [s | {"id": f"s{n}"} for n, s in ((3, chain[0]), (4, chain[1]))]
    later[1]["arguments"] = chain[1]["arguments"] | {
        "items": {"from_step": "s3"},
        "intervals": [["2023-06-01", "2023-08-31"]],
    }
    change = {
        "id": "s5", "kind": "process", "operation": "change_map",
        "arguments": {"data": {"from_step": "s2"}, "other": {"from_step": "s4"}, "index": "NDVI"},
    }  # fmt: skip
    graph = process_graph([*chain, *later, change], dialect=CDSE)
    assert checked(graph) == graph
    assert nodes(graph).count("load_collection") == 2
    first = graph["loadcollection1"]["arguments"]
    assert (first["id"], first["bands"]) == ("SENTINEL2_L2A", ["B08", "B04"])
    assert first["spatial_extent"] == {"west": 1, "south": 2, "east": 3, "north": 4}
    assert first["temporal_extent"] == ["2020-01-01", "2021-01-01"]
    assert "eo:cloud_cover" in first["properties"]
    assert graph["mergecubes1"]["arguments"]["cube1"] == {"from_node": "reducedimension4"}


def test_a_chain_of_means_keeps_its_order() -> None:
    place = {"name": "x", "kind": "region", "bbox": [1, 2, 3, 4], "geometry_id": "us-states:TX"}
    chain = [
        *load(),
        process(3, "aggregate_spatial", place=place),
        process(4, "aggregate_temporal_period", period="month", reducer="max"),
        process(5, "anomaly", reference=["2020-01-01", "2020-06-30"], relative=True),
        process(6, "aggregate_temporal", interval=["2020-07-01", "2020-12-31"]),
    ]
    polygon = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}
    graph = process_graph(chain, dialect=CDSE, geometry=lambda name: polygon if name == "us-states:TX" else None)
    assert graph["aggregatespatial1"]["arguments"]["geometries"] == polygon
    assert nodes(graph) == [
        "load_collection", "aggregate_spatial", "aggregate_temporal_period", "filter_temporal", "reduce_dimension",
        "merge_cubes", "merge_cubes", "filter_temporal", "reduce_dimension", "save_result",
    ]  # fmt: skip
    assert checked(graph) == graph


def test_what_openeo_has_no_words_for_is_left_to_us() -> None:
    graph = process_graph(
        [*load(), process(3, "filter_temporal", interval=["2020-01-01", None]), process(4, "trend")], dialect=CDSE
    )
    assert nodes(graph) == ["load_collection", "filter_temporal", "save_result"]
    with pytest.raises(Unsupported, match="'trend' \\(step s4\\) has no words"):
        process_graph([*load(), process(3, "merge_cubes"), process(4, "trend")], dialect=CDSE, until="s4")


def test_climate_models_are_not_at_back_ends() -> None:
    with pytest.raises(Unsupported, match="climate models are not among them"):
        process_graph(steps("How much warmer will Texas be in 2081-2100 under SSP2-4.5?"), dialect=CDSE)


def test_a_question_about_scenes_becomes_a_graph() -> None:
    graph = process_graph(
        steps("NDVI change in Texas between summer 2019 and summer 2023 with Sentinel-2"), dialect=CDSE
    )
    assert checked(graph) == graph
    extents = [n["arguments"]["temporal_extent"] for n in graph.values() if n["process_id"] == "load_collection"]
    assert sorted(extents) == [["2019-06-01", "2019-09-01"], ["2023-06-01", "2023-09-01"]]


def test_bands_without_names_are_said() -> None:
    change = {
        "id": "s3", "kind": "process", "operation": "change_map",
        "arguments": {"data": {"from_step": "s2"}, "other": {"from_step": "s2"}, "index": "NDRE"},
    }  # fmt: skip
    with pytest.raises(Unsupported, match="rededge"):
        process_graph([*load("landsat-c2-l2"), change], dialect=CDSE)


def test_across_the_antimeridian_a_cube_is_cut_by_shapes() -> None:
    place = {"name": "Fiji", "kind": "country", "bbox": [177, -20, -178, -15]}
    chain = [
        *load(bbox=[177, -20, -178, -15]),
        process(3, "filter_bbox", place=place),
        process(4, "aggregate_spatial", place=place),
    ]
    graph = process_graph(chain, dialect=CDSE)

    assert checked(graph) == graph
    assert "filter_bbox" not in nodes(graph)
    two = graph["filterspatial1"]["arguments"]["geometries"]
    assert two["features"][0]["geometry"]["type"] == "MultiPolygon"
    assert (
        graph["aggregatespatial1"]["arguments"]["geometries"]
        == graph["loadcollection1"]["arguments"]["spatial_extent"]
        == two
    )
