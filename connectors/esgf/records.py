"""ESGF index documents (Solr, the bridge, Globus) as STAC Items and Assets.

A document is a JSON object whose values are scalars or lists, as the index pleases; both are read alike. Sizes are bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from connectors.base import Request
from connectors.esgf.checksums import read_checksum
from connectors.esgf.drs import DatasetId, member_parts, parse_dataset_id
from connectors.esgf.facets import canonical, facet_values
from connectors.esgf.filenames import coverage, normalise, parse_filename
from connectors.extents import BBox, Interval
from connectors.items import JSON, Asset, Item, Link, Location

Document = Mapping[str, JSON]

SEVERAL_VARIABLES = ("CMIP5",)
"""Projects whose datasets hold many variables: one Item a requested variable."""

_MODERN = ("CMIP6", "CMIP6Plus", "CMIP7", "CORDEX-CMIP6")  # their ids are right where their facets are not
_DROPPED = frozenset((
    "id", "title", "type", "score", "url", "xlink", "geo", "geo_units", "text", "timestamp", "creation_date",
    "replica", "index_node", "description", "format", "dataset_id", "dataset_id_template_",
    "directory_format_template_", "metadata_format", "master_gateway", "datetime_start", "datetime_stop",
    "datetime_end", "east_degrees", "west_degrees", "north_degrees", "south_degrees", "height_bottom", "height_top",
    "height_units", "variable_long_name", "variable_units", "cf_standard_name", "checksum", "checksum_type",
    "number_of_aggregations", "publish_path", "globus_url", "drs_id",
))  # fmt: skip
_LISTS = ("data_node", "access")
_GLOBUS = re.compile(r"globus:/*([a-zA-Z0-9-]+)/(.*)")
WRONG_GLOBUS_PATHS = (
    "dea29ae8-bb92-4c63-bdbc-260522c92fe8",
)  # OLCF: its paths in the index are wrong (intake-esgf, 2026)


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePage:
    """One decoded file listing: the assets of each dataset, by instance id, and the next request if there is more."""

    files: Mapping[str, tuple[Asset, ...]] = field(default_factory=dict)
    next: Request | None = None
    matched: int | None = None


def one(value: JSON) -> JSON:
    """The scalar of a value that may be a list of one; None for an empty list."""
    return (value[0] if value else None) if isinstance(value, list) else value


def many(value: JSON) -> tuple[JSON, ...]:
    """The values of a scalar or list; empty for None."""
    return tuple(value) if isinstance(value, list) else () if value is None else (value,)


def dataset_items(doc: Document, *, source: str, variables: Sequence[str] = ()) -> tuple[Item, ...]:
    """A Dataset document as Items: one, or one a requested variable where datasets hold several."""
    name = str(doc.get("instance_id") or one(doc.get("id")) or "").partition("|")[0]
    if not name:
        return ()
    identity = identity_of(name)
    project = str(one(doc.get("project")) or (identity.project if identity else "")) or "unknown"
    facets = canonical({k: v for k, v in doc.items() if k not in _DROPPED and not k.startswith("_")}, project=project)
    properties: dict[str, JSON] = {k: _plain(k, v) for k, v in facets.items() if v not in (None, [], "")}
    properties |= {"project": project, "instance_id": name, "version": _version(doc, name)}
    properties |= {"latest": _truth(doc.get("latest"), True), "retracted": _truth(doc.get("retracted"), False)}
    properties |= put_right(properties, identity=identity, project=project)
    item = Item(
        id=name, collection=project, bbox=_bbox(doc), interval=_interval(doc), properties=properties,
        links=_links(doc), sources=(source,),
    )  # fmt: skip
    held = many(facets.get("variable_id"))
    wanted = [v for v in variables if v in held] if project in SEVERAL_VARIABLES else []
    if not wanted:
        return (item,)
    return tuple(replace(item, id=f"{name}.{v}", properties={**properties, "variable_id": v}) for v in wanted)


def file_asset(doc: Document, *, upgrade: bool = True) -> tuple[str, Asset] | None:
    """A File document as (dataset instance id, Asset); None where no address in it can be used.

    `upgrade` puts the https address of a plain http one before it.
    """
    key = normalise(str(doc.get("title") or one(doc.get("id")) or "").partition("|")[0])
    node = str(one(doc.get("data_node")) or "")
    locations = tuple(_locations(many(doc.get("url")), node=node, upgrade=upgrade))
    if not key or not locations:
        return None
    dataset = str(one(doc.get("dataset_id")) or "").partition("|")[0] or _dataset_of(doc, key)
    name = parse_filename(key)
    details: dict[str, JSON] = {
        "tracking_id": one(doc.get("tracking_id")),
        "variable_id": one(doc.get("variable_id") or doc.get("variable")),
        "time_coverage_start": name.interval.start,
        "time_coverage_end": name.interval.end,
    }
    asset = Asset(
        key=key, locations=locations, type="application/netcdf", roles=("data",), size=_integer(doc.get("size")),
        checksum=_checksum(doc), properties={k: v for k, v in details.items() if v is not None},
    )  # fmt: skip
    return dataset, asset


def group_files(found: Iterable[tuple[str, Asset]]) -> dict[str, tuple[Asset, ...]]:
    """The assets of each dataset, sorted by file name; copies of one file become one asset with all its locations."""
    datasets: dict[str, dict[str, Asset]] = {}
    for dataset, asset in found:
        files = datasets.setdefault(dataset, {})
        files[asset.key] = _joined(files[asset.key], asset) if asset.key in files else asset
    return {dataset: tuple(files[k] for k in sorted(files)) for dataset, files in sorted(datasets.items())}


def with_files(item: Item, assets: Iterable[Asset]) -> Item:
    """The item with its files, and the time that their names say they cover."""
    variables = many(item.properties.get("variable_id"))
    chosen = tuple(a for a in assets if not variables or a.properties.get("variable_id") in (None, *variables))
    named = coverage(a.key for a in chosen)
    return replace(item, assets=chosen, interval=item.interval if named.is_open else named)


def dataset_keys(items: Iterable[Item]) -> tuple[str, ...]:
    """The index's dataset ids (`instance_id|data_node`) of these items, in order and without repetition."""
    return tuple(
        dict.fromkeys(f"{i.get('instance_id') or i.id}|{node}" for i in items for node in many_of(i.get("data_node")))
    )


def file_batches(items: Iterable[Item], *, size: int) -> Iterable[tuple[str, tuple[str, ...]]]:
    """(variable, dataset ids) of the file listings to ask for: at most `size` datasets each, one variable in CMIP5."""
    groups: dict[str, list[Item]] = {}
    for item in items:
        variable = item.get("variable_id") if item.collection in SEVERAL_VARIABLES else None
        groups.setdefault(variable if isinstance(variable, str) else "", []).append(item)
    for variable, members in groups.items():
        keys = dataset_keys(members)
        for at in range(0, len(keys), size):
            yield variable, keys[at : at + size]


def many_of(value: JSON) -> tuple[JSON, ...]:
    """As `many`, for properties that hold tuples too."""
    return tuple(value) if isinstance(value, (list, tuple)) else many(value)


def identity_of(name: str) -> DatasetId | None:
    """What the id says; None where it is no DRS id."""
    try:
        return parse_dataset_id(name)
    except ValueError:
        return None


def _plain(key: str, value: JSON) -> JSON:
    if key in _LISTS:
        return list(many(value))
    return one(value) if isinstance(value, list) and len(value) == 1 else value


def put_right(properties: Document, *, identity: DatasetId | None, project: str) -> dict[str, JSON]:
    """The facets that must be those of the id; `corrected` names the ones that were wrong."""
    right: dict[str, JSON] = {}
    if project == "CMIP5" and isinstance(properties.get("source_id"), str):
        right["source_id"] = facet_values("source_id", (properties["source_id"],), project=project)[0]
    if identity is None or identity.project != project or project not in _MODERN:
        return right
    facets = dict(identity.facets)
    if "member_id" in facets:
        facets["variant_label"] = member_parts(facets["member_id"])[1]
    wrong = [k for k, v in facets.items() if k in properties and v not in many_of(properties[k])]
    right |= {k: v for k, v in facets.items() if k not in properties or k in wrong}
    return right | ({"corrected": sorted(wrong)} if wrong else {})


def _version(doc: Document, name: str) -> str:
    found = re.search(r"\.v(\d+)$", name)
    return found[1] if found else str(one(doc.get("version")) or "")


def _truth(value: JSON, default: bool) -> bool:
    value = one(value)
    return default if value is None else str(value).lower() in ("true", "t", "1")


def _integer(value: JSON) -> int | None:
    try:
        return int(one(value))
    except (TypeError, ValueError):
        return None


def _interval(doc: Document) -> Interval:
    start = str(one(doc.get("datetime_start")) or "")[:10] or None
    end = str(one(doc.get("datetime_stop") or doc.get("datetime_end")) or "")[:10] or None
    return Interval(start=start, end=end) if not (start and end and start > end) else Interval()


def _bbox(doc: Document) -> BBox | None:
    corners = [one(doc.get(f"{side}_degrees")) for side in ("west", "south", "east", "north")]
    try:
        return sphere_box([float(c) for c in corners])
    except (TypeError, ValueError):
        return None


def sphere_box(corners: Sequence[float]) -> BBox:
    """A box from cell centres: one that leaves out less than a coarse cell of the circle goes all around."""
    box = BBox.of(corners)
    return BBox(west=-180.0, south=box.south, east=180.0, north=box.north) if box.width >= _ALL_AROUND else box


_ALL_AROUND = 337.5  # degrees; the coarsest grids published have cells of 22.5


def _links(doc: Document) -> tuple[Link, ...]:
    links = [Link(rel="cite-as", href=_https(str(u)), type="application/json") for u in many(doc.get("citation_url"))]
    links += [Link(rel="describedby", href=str(u), type="text/html") for u in many(doc.get("further_info_url"))]
    return tuple(links)


def _https(url: str) -> str:
    return "https://" + url[7:] if _is_public_http(url) else url


def _locations(urls: Iterable[JSON], *, node: str, upgrade: bool) -> Iterable[Location]:
    for entry in urls:
        address, _, rest = str(entry).partition("|")
        service = rest.rpartition("|")[2]
        if service == "HTTPServer":
            if upgrade and _is_public_http(address):
                yield Location(href=_https(address), node=node)
            yield Location(href=address, node=node)
        elif service == "OPENDAP":
            yield Location(href=re.sub(r"\.html$", "", address), node=node, protocol="opendap")
        elif service == "Globus" and (matched := _GLOBUS.match(address)) and matched[1] not in WRONG_GLOBUS_PATHS:
            yield Location(href=f"globus:{matched[1]}/{matched[2]}", node=node, protocol="globus")


def _is_public_http(url: str) -> bool:
    host = urlsplit(url).netloc
    return url.startswith("http://") and ":" not in host and host != "localhost" and not host[-1:].isdigit()


def _checksum(doc: Document) -> str | None:
    digest, kind = one(doc.get("checksum")), one(doc.get("checksum_type"))
    return read_checksum(str(digest), kind=str(kind or "")) if digest else None


def _dataset_of(doc: Document, key: str) -> str:
    name = str(one(doc.get("instance_id") or doc.get("id")) or "").partition("|")[0]
    return re.sub(rf"\.{re.escape(key)}(_\d+)?$", "", name)


def _joined(first: Asset, second: Asset) -> Asset:
    """The two copies as one; a copy whose checksum of the same kind differs is another file and left aside."""
    a, b = first.checksum or "", second.checksum or ""
    if a and b and a != b and a.partition(":")[0] == b.partition(":")[0]:
        return first
    locations = (*first.locations, *(loc for loc in second.locations if loc not in first.locations))
    return replace(first, locations=ordered(locations), checksum=first.checksum or second.checksum)


def ordered(locations: Sequence[Location]) -> tuple[Location, ...]:
    """The locations by how directly they give the file; within a protocol as they came."""
    rank = ("https", "opendap", "kerchunk", "globus")
    return tuple(sorted(locations, key=lambda loc: rank.index(loc.protocol) if loc.protocol in rank else len(rank)))
