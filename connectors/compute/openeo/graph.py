"""Process graphs: nodes put together, requests of ours as graphs, and what a graph needs to be run.

https://openeo.org/documentation/1.0/developers/api/reference.html#section/Processes/Process-Graphs
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from connectors.compute import encoding
from connectors.errors import Refused
from connectors.extents import BBox, Interval
from connectors.items import JSON
from connectors.operations import Process

WHOLE = "process_graph"  # the id under which a whole graph is asked for
FORMAT = "netCDF"


@dataclass(slots=True)
class Graph:
    """A graph that grows: nodes are named after their process and a number, as the openEO clients do."""

    nodes: dict[str, dict[str, JSON]] = field(default_factory=dict)
    _counts: Counter[str] = field(default_factory=Counter)

    def add(self, process_id: str, /, **arguments: JSON) -> dict[str, str]:
        """Add a node; gives the reference that other nodes take as an argument."""
        name = process_id.replace("_", "")
        self._counts[name] += 1
        self.nodes[f"{name}{self._counts[name]}"] = {
            "process_id": process_id,
            "arguments": {key: value for key, value in arguments.items() if value is not None},
        }
        return {"from_node": f"{name}{self._counts[name]}"}

    def ending(self, reference: Mapping[str, str]) -> dict[str, JSON]:
        """The whole graph, whose result is that node's."""
        end = reference["from_node"]
        return {name: node | ({"result": True} if name == end else {}) for name, node in self.nodes.items()}


def reducer(name: str) -> dict[str, JSON]:
    """A child graph that reduces by one process (`mean`, `max`, …)."""
    node = {"process_id": name, "arguments": {"data": {"from_parameter": "data"}}, "result": True}
    return {"process_graph": {f"{name}1": node}}


def spatial_extent(box: BBox | None) -> dict[str, JSON] | None:
    """A box as openEO writes it, GeoJSON in two parts across the antimeridian, of which a bounding box there says nothing."""
    if box is None:
        return None
    if box.crosses_antimeridian:
        return feature(box)
    return dict(zip(("west", "south", "east", "north"), box.to_list(), strict=True))


def feature(box: BBox) -> dict[str, JSON]:
    """A box as a feature collection, which every back end takes."""
    s, n = box.south, box.north
    rings = [[[w, s], [e, s], [e, n], [w, n], [w, s]] for w, e in box.spans]
    geometry: dict[str, JSON] = {"type": "MultiPolygon", "coordinates": [[ring] for ring in rings]}
    if len(rings) == 1:
        geometry = {"type": "Polygon", "coordinates": rings}
    return {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}, "geometry": geometry}]}


def temporal_extent(interval: Interval) -> list[str | None] | None:
    """An interval as openEO writes it: its end is not in it any more."""
    from datetime import date, timedelta

    if interval.start is None and interval.end is None:
        return None
    end = None if interval.end is None else (date.fromisoformat(interval.end[:10]) + timedelta(days=1)).isoformat()
    return [interval.start, end]


def of_process(process: Process, *, form: str = FORMAT) -> dict[str, JSON]:
    """The graph of a request: a whole one as it is given, or one process with its cubes loaded and its result saved."""
    if process.process_id == WHOLE:
        return checked(process.inputs.get(WHOLE))
    graph = Graph()
    arguments = {name: _loaded(value, graph) for name, value in process.inputs.items()}
    last = graph.add(process.process_id, **arguments)
    if any(node["process_id"].startswith("load_") for node in graph.nodes.values()):
        last = graph.add("save_result", data=last, format=form, options={})
    return graph.ending(last)


def checked(graph: Any) -> dict[str, JSON]:
    """A graph that was given; raises Refused where it cannot be one."""
    if not isinstance(graph, Mapping) or not graph:
        raise Refused(f"{WHOLE!r} wants an openEO process graph: nodes by name, each with a process_id and arguments")
    for name, node in graph.items():
        if (
            not isinstance(node, Mapping)
            or not node.get("process_id")
            or not isinstance(node.get("arguments"), Mapping)
        ):
            raise Refused(f"node {name!r} of the process graph lacks a process_id or arguments")
        for used in _used(node["arguments"]):
            if used not in graph:
                raise Refused(f"node {name!r} of the process graph takes the result of {used!r}, which is not in it")
    ends = [name for name, node in graph.items() if node.get("result")]
    if len(ends) != 1:
        raise Refused(f"one node of a process graph has `result: true`; here it is {len(ends)}")
    return dict(graph)


def _used(value: Any) -> set[str]:
    """The nodes that arguments refer to; those of child graphs are their own."""
    if isinstance(value, Mapping):
        if WHOLE in value:
            return set()
        own = {str(value["from_node"])} if "from_node" in value else set()
        return own.union(*(_used(inner) for inner in value.values()))
    if isinstance(value, list | tuple):
        return set().union(*(_used(inner) for inner in value))
    return set()


def _loaded(value: Any, graph: Graph) -> JSON:
    """An argument, its cubes loaded from where they lie."""
    if isinstance(value, list | tuple):
        return [_loaded(inner, graph) for inner in value]
    document = encoding.encode(value)
    if isinstance(document, Mapping) and document.get("hrefs"):
        loaded = [graph.add("load_url", url=href, format=FORMAT) for href in document["hrefs"]]
        merged = loaded[0]
        for other in loaded[1:]:
            merged = graph.add("merge_cubes", cube1=merged, cube2=other)
        return merged
    return document
