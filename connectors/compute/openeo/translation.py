"""Plans as openEO process graphs: what a plan would do here, said so that a back end does it where the scenes lie.

A plan comes as its JSON (`steps`, references as `{"from_step": …}`). What openEO has no words for is refused by name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from connectors.compute.openeo.graph import FORMAT, Graph, feature, reducer, spatial_extent, temporal_extent
from connectors.errors import Unsupported
from connectors.extents import BBox, Interval
from connectors.items import JSON

Node = Mapping[str, str]
Geometry = Callable[[str], Mapping[str, JSON] | None]  # a polygon as GeoJSON by its id, where there is one
TIME, BANDS = "t", "bands"
INDICES: Mapping[str, tuple[str, str]] = {  # normalized differences by the common names of their bands (eo extension)
    "NDVI": ("nir", "red"),
    "NDWI": ("green", "nir"),
    "NDMI": ("nir", "swir16"),
    "NBR": ("nir", "swir22"),
    "NDSI": ("green", "swir16"),
    "NDRE": ("nir", "rededge"),
}
SENTINEL_2: Mapping[str, str] = {
    "blue": "B02", "green": "B03", "red": "B04", "rededge": "B05", "nir": "B08", "swir16": "B11", "swir22": "B12",
}  # fmt: skip
LANDSAT_8: Mapping[str, str] = {
    "blue": "B02", "green": "B03", "red": "B04", "nir": "B05", "swir16": "B06", "swir22": "B07",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How a back end calls things: collections by our names, the common names of bands by collection."""

    collections: Mapping[str, str] = field(default_factory=dict)
    bands: Mapping[str, Mapping[str, str]] = field(
        default_factory=lambda: {"sentinel-2-l2a": SENTINEL_2, "sentinel-2-l1c": SENTINEL_2, "landsat-c2-l2": LANDSAT_8}
    )
    form: str = FORMAT


def process_graph(
    steps: Sequence[Mapping[str, Any]], *, dialect: Dialect, until: str = "", geometry: Geometry = lambda name: None
) -> dict[str, JSON]:
    """The graph of a plan up to the step `until`, or to the last one that openEO has words for; raises Unsupported."""
    known = {str(step["id"]): step for step in steps}
    if until:
        return _Translator(known, dialect, geometry).graph(until)
    reasons: list[str] = []
    for step in reversed(steps):
        if step["kind"] == "process":
            try:
                return _Translator(known, dialect, geometry).graph(str(step["id"]))
            except Unsupported as reason:
                reasons.append(str(reason))
    raise Unsupported(
        f"no step of the plan can be said in openEO: {'; '.join(dict.fromkeys(reasons)) or 'none computes'}"
    )


class _Translator:
    """Translates steps back from an end, each once."""

    def __init__(self, steps: Mapping[str, Mapping[str, Any]], dialect: Dialect, geometry: Geometry) -> None:
        self._steps, self._dialect, self._geometry = steps, dialect, geometry
        self._graph = Graph()
        self._done: dict[tuple[str, tuple[str, ...]], Node] = {}

    def graph(self, end: str) -> dict[str, JSON]:
        last = self._node({"from_step": end})
        saved = self._graph.add("save_result", data=last, format=self._dialect.form, options={})
        return self._graph.ending(saved)

    def _node(self, reference: Any, bands: tuple[str, ...] = ()) -> Node:
        step = self._steps.get(str(reference.get("from_step"))) if isinstance(reference, Mapping) else None
        if step is None:
            raise Unsupported(f"{reference!r:.60} is not the result of a step")
        key = (str(step["id"]), bands)
        if key not in self._done:
            self._done[key] = self._translated(step, bands)
        return self._done[key]

    def _translated(self, step: Mapping[str, Any], bands: tuple[str, ...]) -> Node:
        arguments = step.get("arguments", {})
        if step["kind"] == "load":
            return self._load(arguments, bands)
        known = getattr(self, f"_{step['operation']}", None) if step["kind"] == "process" else None
        if known is None or step["operation"].startswith("_"):
            raise Unsupported(f"{step['operation']!r} (step {step['id']}) has no words in openEO")
        node: Node = known(arguments)
        return node

    def _load(self, arguments: Mapping[str, Any], bands: tuple[str, ...]) -> Node:
        search = self._steps.get(str((arguments.get("items") or {}).get("from_step")), {}).get("arguments", {})
        collections: list[Any] = list(search.get("collections") or ())
        if search.get("family") != "eo" or len(collections) != 1:
            raise Unsupported("an openEO back end loads one collection of scenes; climate models are not among them")
        ours = str(collections[0])
        names = self._dialect.bands.get(ours, {})
        if missing := [band for band in bands if band not in names]:
            raise Unsupported(f"the bands {missing} of {ours!r} have no names at this back end")
        times: list[Any] = arguments.get("intervals") or [search.get("interval") or (None, None)]
        whole = Interval(start=min(t[0] or "" for t in times) or None, end=max(t[1] or "" for t in times) or None)
        box = arguments.get("bbox")
        cloud = (search.get("filters") or {}).get("cloud_cover_max")
        return self._graph.add(
            "load_collection",
            id=self._dialect.collections.get(ours, ours),
            spatial_extent=spatial_extent(BBox.of(box)) if box else None,
            temporal_extent=temporal_extent(whole),
            bands=[names[band] for band in bands] or None,
            properties=None if cloud is None else {"eo:cloud_cover": _at_most(float(cloud))},
        )

    def _merge_cubes(self, arguments: Mapping[str, Any]) -> Node:
        return self._node(arguments["data"])

    def _filter_bbox(self, arguments: Mapping[str, Any]) -> Node:
        box, data = BBox.of(arguments["place"]["bbox"]), self._node(arguments["data"])
        if box.crosses_antimeridian:
            return self._graph.add("filter_spatial", data=data, geometries=feature(box))
        return self._graph.add("filter_bbox", data=data, extent=spatial_extent(box))

    def _filter_temporal(self, arguments: Mapping[str, Any]) -> Node:
        return self._within(self._node(arguments["data"]), arguments["interval"])

    def _aggregate_spatial(self, arguments: Mapping[str, Any]) -> Node:
        place = arguments["place"]
        polygon = self._geometry(str(place["geometry_id"])) if place.get("geometry_id") else None
        return self._graph.add(
            "aggregate_spatial",
            data=self._node(arguments["data"]),
            geometries=polygon or feature(BBox.of(place["bbox"])),
            reducer=reducer(str(arguments.get("reducer", "mean"))),
        )

    def _aggregate_temporal_period(self, arguments: Mapping[str, Any]) -> Node:
        if arguments.get("months"):
            raise Unsupported("openEO aggregates whole periods, not chosen months of them")
        return self._graph.add(
            "aggregate_temporal_period",
            data=self._node(arguments["data"]),
            period=str(arguments["period"]),
            reducer=reducer(str(arguments.get("reducer", "mean"))),
        )

    def _aggregate_temporal(self, arguments: Mapping[str, Any]) -> Node:
        within = self._within(self._node(arguments["data"]), arguments["interval"])
        return self._over_time(within, str(arguments.get("reducer", "mean")))

    def _anomaly(self, arguments: Mapping[str, Any]) -> Node:
        data = self._node(arguments["data"])
        usual = self._over_time(self._within(data, arguments["reference"]), "mean")
        less = self._less(data, usual)
        if not arguments.get("relative"):
            return less
        return self._graph.add("merge_cubes", cube1=less, cube2=usual, overlap_resolver=_resolver("divide"))

    def _difference(self, arguments: Mapping[str, Any]) -> Node:
        return self._less(self._node(arguments["data"]), self._node(arguments["other"]))

    def _ndvi(self, arguments: Mapping[str, Any]) -> Node:
        return self._index(arguments["data"], "NDVI")

    def _spectral_index(self, arguments: Mapping[str, Any]) -> Node:
        return self._index(arguments["data"], str(arguments["index"]))

    def _change_map(self, arguments: Mapping[str, Any]) -> Node:
        indices = (self._index(arguments[name], str(arguments["index"])) for name in ("data", "other"))
        before, after = (self._over_time(index, "median") for index in indices)
        return self._less(after, before)

    def _index(self, reference: Any, index: str) -> Node:
        """A spectral index of every image."""
        if index not in INDICES:
            raise Unsupported(f"the index {index!r} is not a normalized difference; those are {', '.join(INDICES)}")
        first, second = ({"from_node": f"arrayelement{n}"} for n in (1, 2))
        child = {
            f"arrayelement{n + 1}": {
                "process_id": "array_element",
                "arguments": {"data": {"from_parameter": "data"}, "index": n},
            }
            for n in range(2)
        } | {
            "normalizeddifference1": {
                "process_id": "normalized_difference",
                "arguments": {"x": first, "y": second},
                "result": True,
            }
        }
        data = self._node(reference, INDICES[index])
        return self._graph.add("reduce_dimension", data=data, dimension=BANDS, reducer={"process_graph": child})

    def _within(self, data: Node, interval: Sequence[str | None]) -> Node:
        extent = temporal_extent(Interval(start=interval[0], end=interval[1]))
        return self._graph.add("filter_temporal", data=data, extent=extent)

    def _over_time(self, data: Node, how: str) -> Node:
        return self._graph.add("reduce_dimension", data=data, dimension=TIME, reducer=reducer(how))

    def _less(self, data: Node, other: Node) -> Node:
        return self._graph.add("merge_cubes", cube1=data, cube2=other, overlap_resolver=_resolver("subtract"))


def _resolver(process_id: str) -> dict[str, JSON]:
    arguments = {name: {"from_parameter": name} for name in ("x", "y")}
    return {"process_graph": {f"{process_id}1": {"process_id": process_id, "arguments": arguments, "result": True}}}


def _at_most(value: float) -> dict[str, JSON]:
    arguments = {"x": {"from_parameter": "value"}, "y": value}
    return {"process_graph": {"lte1": {"process_id": "lte", "arguments": arguments, "result": True}}}
