"""The records that an ESGF node publishes, as esg-search returns them: Dataset, File and Aggregation documents."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote

from connectors.embedded.datasets import DataFile, Dataset
from connectors.esgf.facets import field_name, field_values, spellings
from connectors.items import JSON

Record = dict[str, JSON]

ALWAYS_REPLICATED = ("iris", "mesmer", "xscen")


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An index node and its data node; `files` is the address below which the data node serves `<holding>/<member>`."""

    index_node: str
    data_node: str
    files: str
    replica: bool = False

    def holds(self, dataset: Dataset) -> bool:
        """True for all on the original node; the replica node has copied the small holdings and three in four of the rest."""
        if not self.replica or dataset.holding in ALWAYS_REPLICATED:
            return True
        return dataset.project == "CMIP6" and hashlib.sha256(dataset.master_id.encode()).digest()[0] % 4 != 0


NODES = (
    Node(
        index_node="esgf-node1.embedded", data_node="data1.embedded", files="http://data1.embedded/thredds/fileServer"
    ),
    Node(
        index_node="esgf-node2.embedded",
        data_node="data2.embedded",
        files="http://data2.embedded/thredds/fileServer",
        replica=True,
    ),
)


class Records(Mapping[str, tuple[Record, ...]]):
    """Everything that a node publishes, by record type; a type is built when it is first asked for."""

    def __init__(self, datasets: Iterable[Dataset], node: Node) -> None:
        self._datasets = tuple(d for d in datasets if node.holds(d))
        self._node = node
        self._built: dict[str, tuple[Record, ...]] = {}

    def __getitem__(self, kind: str) -> tuple[Record, ...]:
        if kind not in self._built:
            self._built[kind] = tuple(_BUILDERS[kind](self._datasets, self._node))
        return self._built[kind]

    def __iter__(self) -> Iterator[str]:
        return iter(_BUILDERS)

    def __len__(self) -> int:
        return len(_BUILDERS)


def file_url(node: Node, path: str) -> str:
    return f"{node.files}/{quote(path)}"


def _common(d: Dataset, node: Node) -> Record:
    """What a dataset's three kinds of record share."""
    record: Record = {k: list(v) for k, v in sorted(_fields(d).items())}
    record |= {
        "data_node": node.data_node, "index_node": node.index_node, "latest": d.latest, "replica": node.replica,
        "retracted": False, "version": d.version, "variable": [*d.facets.get("variable_id", ())],
    }  # fmt: skip
    for field, name in (("variable_long_name", "long_name"), ("variable_units", "units"),
                        ("cf_standard_name", "standard_name"), ("calendar", "calendar"), ("license", "license"),
                        ("citation", "citation"), ("doi", "doi"), ("further_info_url", "further_info_url"),
                        ("experiment_title", "experiment_title")):  # fmt: skip
        if d.details.get(name):
            record[field] = [d.details[name]]
    if d.project == "CMIP6":
        record["citation_url"] = [f"http://cera-www.dkrz.de/WDCC/meta/CMIP6/{d.instance_id}.json"]
        record["activity_drs"] = list(d.facets["activity_id"])
    return record


def _fields(d: Dataset) -> Mapping[str, tuple[str, ...]]:
    """The facets under our names and, for the older projects, under those that their clients ask for too."""
    fields = dict(d.facets)
    for names in spellings(d.project):
        for facet, values in d.facets.items():
            name = field_name(facet, names=names)
            if name is not None and name != facet and facet != "activity_id":
                fields[name] = field_values(facet, values, project=d.project)
    return fields


def _coverage(d: Dataset) -> Record:
    covered: Record = {}
    if d.interval.start and d.interval.end:
        covered = {"datetime_start": f"{d.interval.start}T00:00:00Z", "datetime_stop": f"{d.interval.end}T00:00:00Z"}
    if d.bbox:
        west, south, east, north = d.bbox.to_list()
        covered |= {"west_degrees": west, "south_degrees": south, "east_degrees": east, "north_degrees": north}
        covered["geo"] = [f"ENVELOPE({west}, {east}, {north}, {south})"]
    return covered


def _dataset(d: Dataset, node: Node) -> Record:
    catalog = f"{node.files.removesuffix('/fileServer')}/catalog/{d.instance_id}.xml"
    return _finished(
        _common(d, node) | _coverage(d) | {
            "id": f"{d.instance_id}|{node.data_node}", "instance_id": d.instance_id, "master_id": d.master_id,
            "type": "Dataset", "title": d.title, "size": d.size, "number_of_files": len(d.files),
            "number_of_aggregations": int(len(d.files) > 1), "access": ["HTTPServer"],
            "url": [f"{catalog}#{d.instance_id}|application/xml+thredds|THREDDS"],
        }, d.files)  # fmt: skip


def _files(datasets: Iterable[Dataset], node: Node) -> Iterator[Record]:
    for d in datasets:
        shared = _common(d, node)
        yield from (_file(d, file, node, shared) for file in d.files)


def _file(d: Dataset, file: DataFile, node: Node, shared: Record) -> Record:
    facts = file.facts
    record = shared | {
        "id": f"{d.instance_id}.{file.name}|{node.data_node}", "instance_id": f"{d.instance_id}.{file.name}",
        "master_id": f"{d.master_id}.{file.name}", "dataset_id": f"{d.instance_id}|{node.data_node}", "type": "File",
        "title": file.name, "size": facts.size, "checksum": [facts.sha256], "checksum_type": ["SHA256"],
        "url": [f"{file_url(node, file.path)}|application/netcdf|HTTPServer"], "version": "1",
    }  # fmt: skip
    if len(d.facets.get("variable_id", ())) > 1:  # a data set of CMIP5 holds several, a file one of them
        record |= {"variable_id": [facts.variable], "variable": [facts.variable]}
    if "tracking_id" in facts.attributes:
        record["tracking_id"] = [facts.attributes["tracking_id"]]
    if "creation_date" in facts.attributes:
        record["timestamp"] = facts.attributes["creation_date"]
    return _finished(record, (file,))


def _aggregation(d: Dataset, node: Node) -> Record:
    variable = d.facets.get("variable_id", ("",))[0]
    name = f"{d.master_id}.{variable}.{d.version}.aggregation"
    ncml = f"{node.files.removesuffix('/fileServer')}/ncml/{d.instance_id}.ncml"
    return _finished(
        _common(d, node) | _coverage(d) | {
            "id": f"{name}|{node.data_node}", "instance_id": name, "master_id": name, "type": "Aggregation",
            "title": name, "dataset_id": f"{d.instance_id}|{node.data_node}",
            "url": [f"{ncml}|application/xml+ncml|NCML"],
        }, d.files)  # fmt: skip


def _finished(record: Record, files: Iterable[DataFile]) -> Record:
    newest = max(f.facts.mtime_ns for f in files) // 10**9
    record["_timestamp"] = datetime.fromtimestamp(newest, UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    return dict(sorted(record.items()))


_BUILDERS: Mapping[str, Callable[[Iterable[Dataset], Node], Iterable[Record]]] = {
    "Aggregation": lambda datasets, node: (_aggregation(d, node) for d in datasets if len(d.files) > 1),
    "Dataset": lambda datasets, node: (_dataset(d, node) for d in datasets),
    "File": _files,
}
