"""The esg-search request: its parameters checked as the real service checks them, and the records they select."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from connectors.embedded.esgf_records import Record
from connectors.embedded.lucene import LuceneError, Predicate, parse
from connectors.extents import BBox
from connectors.items import JSON

JSON_FORMAT, XML_FORMAT = "application/solr+json", "application/solr+xml"
DEFAULT_LIMIT, WGET_LIMIT, MAX_LIMIT = 10, 1000, 10_000
TYPES = ("Dataset", "File", "Aggregation")

_KEYWORDS = ("offset", "limit", "query", "format", "facets", "fields", "distrib", "shards", "from", "to", "sort")
_SINGLE = ("type", "replica", "latest", "retracted", "start", "end", "bbox", "min_version", "max_version")
_CORE = frozenset((
    "id", "master_id", "instance_id", "drs_id", "title", "description", "timestamp", "url", "xlink", "size",
    "number_of_files", "number_of_aggregations", "dataset_id", "tracking_id", "access", "version", "checksum",
    "checksum_type", "data_node", "index_node",
))  # fmt: skip
_UNSUPPORTED = ("lat", "lon", "location", "radius", "polygon")
_FACETS = frozenset((
    "project", "mip_era", "activity_id", "activity_drs", "institution_id", "source_id", "source_type",
    "experiment_id", "experiment_title", "sub_experiment_id", "member_id", "variant_label", "table_id", "frequency",
    "realm", "variable", "variable_id", "variable_long_name", "cf_standard_name", "grid_label", "nominal_resolution",
    "product", "data_specs_version", "experiment", "model", "ensemble", "institute", "time_frequency", "cmor_table",
    "experiment_family", "domain", "driving_model", "rcm_name", "rcm_version", "domain_id", "driving_source_id",
    "driving_experiment_id", "driving_variant_label", "version_realization", "region", "target_mip",
    "dataset_category", "spatial_kind", "calendar",
))  # fmt: skip
_NOT_FACETS = _CORE - {"access", "version", "data_node", "index_node"} | {
    "type", "latest", "replica", "retracted", "datetime_start", "datetime_stop", "west_degrees", "east_degrees",
    "south_degrees", "north_degrees", "geo", "variable_units", "_timestamp", "citation", "citation_url", "doi", "license",
    "further_info_url", "score",
}  # fmt: skip
_LOCAL_TO_WGET = ("download_structure", "download_emptypath")


class QueryError(Exception):
    """The service refuses the request with this HTTP status."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A checked request; `predicates` select records, `filters` are their Solr spelling for the reply's header."""

    kind: str
    format: str
    offset: int
    limit: int
    facets: tuple[str, ...]
    fields: tuple[str, ...]
    distrib: bool
    shards: tuple[str, ...]
    text: str
    filters: tuple[str, ...]
    predicates: tuple[Predicate, ...]

    def select(self, records: Iterable[Record]) -> list[Record]:
        """The records that satisfy every predicate, in the index's own order."""
        return [r for r in records if all(p(r) for p in self.predicates)]


def facet_names(records: Iterable[Record]) -> tuple[str, ...]:
    """The facets configured on this node: the usual ones and whatever list fields its records carry."""
    carried = {k for r in records for k, v in r.items() if isinstance(v, list)}
    return tuple(sorted((_FACETS | carried) - _NOT_FACETS))


def read_query(
    pairs: Sequence[tuple[str, str]], *, configured: Sequence[str], kind: str | None = None, limit: int = DEFAULT_LIMIT
) -> Query:
    """Check and read the parameters, in any order, repeated or joined by commas; raises QueryError as the service does."""
    values: dict[str, list[str]] = {}
    for key, value in pairs:
        if not value.strip():
            raise QueryError(400, f"Invalid empty value for parameter={key}")
        if any(ord(c) < 32 for c in key + value):
            raise QueryError(400, f"Invalid character(s) detected in parameter value={value!r}")
        values.setdefault(key, []).append(value)
    _check_names(values, configured)
    wanted = _number(values, "limit", limit)
    if wanted > MAX_LIMIT:
        raise QueryError(400, f"Too many records requested, maximum allowed value is limit={MAX_LIMIT}")
    format_ = values.get("format", [XML_FORMAT])[0]
    if format_ not in (JSON_FORMAT, XML_FORMAT):
        raise QueryError(501, f"Invalid requested format: {format_}")
    type_ = kind or values.get("type", ["Dataset"])[0]
    if type_ not in TYPES:
        raise QueryError(400, f"Unsupported results type: {type_} is not mapped to any Solr core")
    facets = _listed(values, "facets")
    filters, predicates = _constraints(values)
    return Query(
        kind=type_, format=format_, offset=_number(values, "offset", 0), limit=wanted,
        facets=tuple(configured) if "*" in facets else facets, fields=_listed(values, "fields"),
        distrib=_true(values.get("distrib", ["true"])[0]), shards=_listed(values, "shards"),
        text=" AND ".join(values.get("query", ["*:*"])), filters=(f"type:{type_}", *filters), predicates=tuple(predicates),
    )  # fmt: skip


def _check_names(values: Mapping[str, list[str]], configured: Sequence[str]) -> None:
    allowed = {*_KEYWORDS, *_SINGLE, *_CORE, *_LOCAL_TO_WGET, *configured}
    for key in values:
        if key in _UNSUPPORTED:
            raise QueryError(400, f"Unsupported parameter: {key}")
        if key.removesuffix("!") not in allowed:
            raise QueryError(400, f"Invalid HTTP query parameter={key}")


def _number(values: Mapping[str, list[str]], key: str, default: int) -> int:
    text = values.get(key, [str(default)])[0]
    if not re.fullmatch(r"\d{1,9}", text):
        raise QueryError(400, f"Invalid value for parameter {key}={text}: a whole number is expected")
    return int(text)


def _listed(values: Mapping[str, list[str]], key: str) -> tuple[str, ...]:
    return tuple(v for text in values.get(key, []) for v in re.split(r"\s*,\s*", text.strip()) if v)


def _true(text: str) -> bool:
    return text[:1] in "tT1"


def _constraints(values: Mapping[str, list[str]]) -> tuple[list[str], list[Predicate]]:
    filters: list[str] = []
    predicates: list[Predicate] = []
    for text in values.get("query", []):
        try:
            predicates.append(parse(text))
        except LuceneError as error:
            raise QueryError(400, str(error)) from error
    for key, texts in values.items():
        if key in ("latest", "replica", "retracted"):
            filters.append(f"{key}:{texts[0]}")
            predicates.append(_flag(key, _true(texts[0])))
        elif key in _WINDOWS:
            predicates.append(_WINDOWS[key](texts[0]))
        elif key not in _KEYWORDS and key not in ("type", *_LOCAL_TO_WGET):
            wanted = tuple(v for text in texts for v in _split(text))
            filters += (
                [_spelt(key, wanted)] if not key.endswith("!") else [f"-{_spelt(key[:-1], (v,))}" for v in wanted]
            )
            predicates.append(_facet(key, wanted))
    if "from" in values:
        predicates.append(_from(values["from"][0], "_timestamp"))
    if "to" in values:
        predicates.append(_until(values["to"][0], "_timestamp"))
    return filters, predicates


def _split(text: str) -> list[str]:
    """The values of a comma list; commas inside brackets belong to the value: `CESM1(CAM5.1,FV2)`."""
    return [v.strip() for v in re.split(r",(?![^(\[{]*[)\]}])", text) if v.strip()]


def _spelt(key: str, wanted: Sequence[str]) -> str:
    return " || ".join(f'{key}:"{v}"' for v in wanted)


def _facet(key: str, wanted: Sequence[str]) -> Predicate:
    name, among = key.removesuffix("!"), frozenset(v.strip('"') for v in wanted)

    def holds(record: Mapping[str, JSON]) -> bool:
        value = record.get(name)
        held = value if isinstance(value, list) else [] if value is None else [value]
        return any(str(v) in among for v in held)

    return holds if key == name else lambda record: not holds(record)


def _flag(key: str, wanted: bool) -> Predicate:
    return lambda record: record.get(key) is wanted


def _instant(text: str, *, padding: str) -> str:
    """The time as `YYYY-MM-DDThh:mm:ss`, what is missing of it taken from `padding`."""
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d(T\d\d(:\d\d(:\d\d(\.\d+)?)?)?Z?)?)?)?", text):
        raise QueryError(400, f"Invalid Date String:'{text}'")
    given = text.rstrip("Z")[:19]
    return given + padding[len(given) :]


def _from(text: str, field: str) -> Predicate:
    if text == "*":
        return lambda record: field in record
    limit = _instant(text, padding="0000-01-01T00:00:00")
    return lambda record: field in record and str(record[field])[:19] >= limit


def _until(text: str, field: str) -> Predicate:
    if text in ("*", "NOW"):
        return lambda record: field in record
    limit = _instant(text, padding="9999-12-31T23:59:59")
    return lambda record: field in record and str(record[field])[:19] <= limit


def _version(text: str, *, greatest: bool) -> Predicate:
    if not text.isdigit():
        raise QueryError(400, f"Invalid version {text!r}: a whole number is expected")
    limit = int(text)
    return lambda record: int(record["version"]) <= limit if greatest else int(record["version"]) >= limit


def _bbox(text: str) -> Predicate:
    numbers = text.strip()[1:-1].split(",")
    if not re.fullmatch(r"\[.*\]", text.strip()) or len(numbers) != 4:
        raise QueryError(400, f"Invalid bbox {text!r}: [west,south,east,north] is expected")
    try:
        asked = BBox.of([float(n) for n in numbers])
    except ValueError as error:
        raise QueryError(400, f"Invalid bbox {text!r}: four numbers are expected") from error
    sides = ("west_degrees", "south_degrees", "east_degrees", "north_degrees")
    return lambda r: "east_degrees" in r and asked.intersects(BBox.of([r[side] for side in sides]))


_WINDOWS: Mapping[str, Callable[[str], Predicate]] = {
    "start": lambda text: _from(text, "datetime_stop"),
    "end": lambda text: _until(text, "datetime_start"),
    "bbox": _bbox,
    "min_version": lambda text: _version(text, greatest=False),
    "max_version": lambda text: _version(text, greatest=True),
}
