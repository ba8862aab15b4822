"""THREDDS data servers, as PAVICS and ESGF's data nodes run them: walked catalogue by catalogue, files joined to datasets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from connectors.base import Page, Request, SearchPlan
from connectors.errors import BadReply
from connectors.esgf.drs import DatasetId, parse_dataset_id
from connectors.esgf.filenames import FileName, parse_filename
from connectors.esgf.predicates import NOT_PREDICATES, failed_predicates, item_key
from connectors.esgf.thredds_catalog import Entry, read_catalog
from connectors.extents import Interval
from connectors.items import JSON, Asset, Item
from connectors.markup import local_name, read_xml
from connectors.offers import Source
from connectors.operations import Search

DEPTH = 8
_NAMED = ("variable_id", "experiment_id", "source_id")  # facets that a file must speak of somewhere
_PERIOD = re.compile(r"[_.]\d{4,14}-\d{4,14}$")
_EXTENSION = re.compile(r"\.(nc\d?|grib\d?|grb\d?|h5|hdf5?|zarr)$")
_MEMBER = re.compile(r"r\d+i\d+p\d+(f\d+)?")
_EXPERIMENT = re.compile(r"historical|hist-\w+|ssp\d{3}|rcp\d{2}|piControl|amip|evaluation", re.IGNORECASE)
_FREQUENCY = re.compile(r"\d?hr|day|mon|yr|fx")
_DRS_HEADS = ("CMIP6", "CMIP6Plus", "CORDEX-CMIP6", "CMIP5", "cmip5", "CORDEX", "cordex", "obs4MIPs")


class ThreddsConnector:
    """Walks one server.

    `source.collections` maps our projects to the catalogues below `source.url` that hold them, separated by commas;
    a search that names none of them asks nothing, unless `options.open_collections` lets it walk from the top.
    """

    def __init__(self, source: Source) -> None:
        self.source = source

    def plan(self, search: Search) -> SearchPlan | None:
        """The first catalogues of the walk."""
        if search.family != self.source.family:
            return None
        known = self.source.collections
        starts = [(c, path) for c in search.collections for path in known.get(c, "").split(",") if path]
        if not starts and self.source.options.get("open_collections"):
            starts = [(c, "") for c in search.collections[:1] or ("",)]
        interval = [search.interval.start, search.interval.end] if search.interval else None
        requests = tuple(
            Request(
                method="GET",
                url=self._address(path.strip()),
                context={
                    "collection": collection,
                    "facets": {name: list(v) for name, v in search.facets.items() if name in _NAMED and v},
                    "interval": interval,
                    "depth": int(self.source.options.get("depth", DEPTH)),
                },
            )
            for collection, path in starts
        )
        residual = [*search.facets, *(f for f in search.filters if f not in NOT_PREDICATES)]
        residual += [n for n, v in (("bbox", search.bbox), ("interval", search.interval)) if v is not None]
        return SearchPlan(requests=requests, residual=tuple(residual)) if requests else None

    def decode(self, body: bytes, request: Request) -> Page:
        """The datasets of one catalogue, and the catalogues below it; raises BadReply on anything else."""
        root = read_xml(body, source=self.source.id)
        if local_name(root) != "catalog":
            raise BadReply(
                f"{self.source.id!r} sent {local_name(root)!r} where a THREDDS catalog was expected;"
                f" does {request.url} end in catalog.xml?",
                source=self.source.id,
                kind="bad_payload",
            )
        context: Mapping[str, JSON] = request.context or {}
        entries, references = read_catalog(root, url=request.url)
        depth = int(context.get("depth", DEPTH)) - 1
        below = (r.url for r in references if urlsplit(r.url).netloc == urlsplit(request.url).netloc)
        onward = (Request(method="GET", url=url, context={**context, "depth": depth}) for url in below)
        return Page(items=tuple(self._datasets(entries, context)), also=tuple(onward) if depth >= 0 else ())

    def check(self, item: Item, search: Search) -> tuple[str, ...]:
        """The predicates that a dataset fails."""
        return failed_predicates(item, search, trust_box=True)

    def key(self, item: Item) -> str:
        """What names this dataset in every ESGF catalogue."""
        return item_key(item)

    def _address(self, path: str) -> str:
        if not path:
            return self.source.url
        document = path if path.endswith(".xml") else f"{path.rstrip('/')}/catalog.xml"
        return urljoin(self.source.url.rpartition("/")[0] + "/", document)

    def _datasets(self, entries: Sequence[Entry], context: Mapping[str, JSON]) -> Iterator[Item]:
        """One item for all files that differ in nothing but their period; those that speak of nothing asked left out."""
        groups: dict[tuple[str, str], list[tuple[Entry, FileName]]] = {}
        for entry in entries:
            named = parse_filename(re.sub(r"\.ncml$", ".nc", entry.path.partition("?")[0]))
            stem = _PERIOD.sub("", _EXTENSION.sub("", named.name))
            groups.setdefault((entry.path.rpartition("/")[0], stem), []).append((entry, named))
        for (folder, stem), files in groups.items():
            item = self._dataset(folder, stem, files, collection=str(context.get("collection") or ""))
            speaks = _speaking_of(item, f"{folder}/{stem}", context.get("facets") or {})
            if speaks and _lies_in(item, context.get("interval")):
                yield speaks

    def _dataset(self, folder: str, stem: str, files: Sequence[tuple[Entry, FileName]], *, collection: str) -> Item:
        identity = _identity(folder)
        facets = _from_tokens(stem) | _from_template(files[0][1]) | dict(identity.facets if identity else {})
        project = collection or (identity.project if identity else "") or self.source.id
        starts = [s for e, n in files if (s := n.interval.start or e.interval.start)]
        ends = [s for e, n in files if (s := n.interval.end or e.interval.end)]
        nodes = sorted({location.node for entry, _ in files for location in entry.locations})
        return Item(
            id=identity.instance_id if identity else f"{folder.replace('/', '.')}.{stem}",
            collection=project,
            bbox=files[0][0].bbox,
            interval=Interval(start=min(starts), end=max(ends)) if starts and ends else Interval(),
            properties=facets | {"project": project, "data_node": nodes, "title": stem},
            assets=tuple(_asset(entry, named) for entry, named in files),
            sources=(self.source.id,),
        )


def _identity(folder: str) -> DatasetId | None:
    """The dataset whose DRS is spelt out in the folders."""
    parts = folder.split("/")
    for at, part in enumerate(parts):
        if part in _DRS_HEADS:
            try:
                return parse_dataset_id(".".join(parts[at:]))
            except ValueError:
                continue
    return None


def _from_template(named: FileName) -> dict[str, JSON]:
    """The facets of a name; none of one that only has as many parts, with a frequency where the variable would be."""
    return {} if _FREQUENCY.fullmatch(named.facets.get("variable_id", "")) else dict(named.facets)


def _from_tokens(stem: str) -> dict[str, JSON]:
    """What a name of no known template says for certain: frequency, experiments, member, and the model before them."""
    tokens = stem.split("_")
    found: dict[str, JSON] = {
        "frequency": next((t for t in tokens if _FREQUENCY.fullmatch(t)), ""),
        "member_id": next((t for t in tokens if _MEMBER.fullmatch(t)), ""),
    }
    joined = [token.split("+") for token in tokens]  # historical+ssp585
    at = next((n for n, parts in enumerate(joined) if all(_EXPERIMENT.fullmatch(part) for part in parts)), -1)
    if at > 0 and found["member_id"]:
        found |= {"experiment_id": joined[at] if len(joined[at]) > 1 else joined[at][0], "source_id": tokens[at - 1]}
    return {name: value for name, value in found.items() if value}


def _speaking_of(item: Item, path: str, facets: Mapping[str, Sequence[str]]) -> Item | None:
    """The item with the facets that its path speaks of; None where it speaks of none of the values asked for.

    A view that joins files of many variables names none of them.
    """
    is_view = all(location.protocol == "opendap" for asset in item.assets for location in asset.locations)
    tokens = {token.casefold(): token for token in re.split(r"[/_.+]", path)}
    found: dict[str, JSON] = {}
    for name, values in facets.items():
        if item.get(name) is not None or (name == "variable_id" and is_view):
            continue
        spoken = next((value for value in values if value.casefold() in tokens), None)
        if spoken is None:
            return None
        found[name] = spoken
    if not found:
        return item
    return replace(item, properties={**item.properties, **found})


def _lies_in(item: Item, interval: Sequence[str | None] | None) -> bool:
    return interval is None or item.interval.intersects(Interval(start=interval[0], end=interval[1]))


def _asset(entry: Entry, named: FileName) -> Asset:
    stated: dict[str, JSON] = {
        "time_coverage_start": named.interval.start,
        "time_coverage_end": named.interval.end,
        "approximate_size": entry.about,
    }
    return Asset(
        key=named.name,
        locations=entry.locations,
        type="application/netcdf",
        roles=("data",),
        size=entry.size,
        properties={name: value for name, value in stated.items() if value},
    )
