"""What the outside world gives back: found things, handles on arrays, small results.

Found things are STAC Items (https://stacspec.org, 1.1.0), ESGF datasets too, with the cmip6 extension's properties.
An array never crosses a seam: a `Cube` is a reference to one, so that plans, logs and remote servers can carry it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from connectors.extents import BBox, Interval

JSON = Any  # a JSON document: str, int, float, bool, None, list, dict


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A STAC / RFC 8288 link."""

    rel: str
    href: str
    type: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """One place a file can be had from: `protocol` is https, opendap, globus, kerchunk or file."""

    href: str
    node: str = ""
    protocol: str = "https"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """One file, wherever it lies; `checksum` is `algorithm:hex` (`sha256:…`), `size` bytes."""

    key: str
    locations: tuple[Location, ...]
    type: str | None = None
    roles: tuple[str, ...] = ()
    title: str | None = None
    size: int | None = None
    checksum: str | None = None
    properties: Mapping[str, JSON] = field(default_factory=dict)

    @property
    def href(self) -> str:
        """The first location's address."""
        return self.locations[0].href


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A dataset, scene or model found: a STAC Item; `sources` names every catalogue that returned it."""

    id: str
    collection: str
    bbox: BBox | None = None
    geometry: Mapping[str, JSON] | None = None
    interval: Interval = Interval()
    properties: Mapping[str, JSON] = field(default_factory=dict)
    assets: Sequence[Asset] = ()  # a tuple, or one that is read at first sight (connectors.assets)
    links: tuple[Link, ...] = ()
    sources: tuple[str, ...] = ()

    def get(self, name: str) -> JSON:
        """A property by bare name, whichever extension prefix it carries (`cmip6:source_id` as `source_id`)."""
        if name in self.properties:
            return self.properties[name]
        return next((v for k, v in self.properties.items() if k.rpartition(":")[2] == name), None)

    def to_dict(self) -> dict[str, JSON]:
        """The STAC 1.1.0 Item as JSON."""
        start, end = self.interval.start, self.interval.end
        instant = f"{start}T00:00:00Z" if start and start == end else None
        times = {"datetime": self.properties.get("datetime", instant)}
        if start and end and times["datetime"] is None:
            times |= {"start_datetime": f"{start}T00:00:00Z", "end_datetime": f"{end}T23:59:59Z"}
        return {
            "type": "Feature",
            "stac_version": "1.1.0",
            "stac_extensions": [],
            "id": self.id,
            "collection": self.collection,
            "geometry": dict(self.geometry) if self.geometry else None,
            **({"bbox": self.bbox.to_list()} if self.bbox and self.geometry else {}),
            "properties": times | dict(self.properties),
            "assets": {a.key: _asset_dict(a) for a in self.assets},
            "links": [
                {k: v for k, v in (("rel", n.rel), ("href", n.href), ("type", n.type), ("title", n.title)) if v}
                for n in self.links
            ],
        }


def _asset_dict(asset: Asset) -> dict[str, JSON]:
    entries = {
        "href": asset.href,
        "type": asset.type,
        "title": asset.title,
        "roles": list(asset.roles) or None,
        "file:size": asset.size,
        "file:checksum": asset.checksum,
    }
    document = {k: v for k, v in entries.items() if v is not None} | dict(asset.properties)
    if len(asset.locations) > 1:
        document["alternate"] = {loc.node or loc.href: {"href": loc.href} for loc in asset.locations[1:]}
    return document


@dataclass(frozen=True, slots=True, kw_only=True)
class Cube:
    """A reference to a CF array: files on disk, or a result held by a process server.

    `properties` are the item's (`source_id`, `experiment_id`, `member_id`, …); `derived_from` are the ids of the items and
    files (with tracking id or checksum) that it was made of.
    """

    hrefs: tuple[str, ...]
    id: str = ""
    type: str = "application/x-netcdf"
    properties: Mapping[str, JSON] = field(default_factory=dict)
    derived_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A number with its units and the range that was computed with it; never a probability."""

    value: float
    units: str
    low: float | None = None
    high: float | None = None
    range_meaning: str | None = None
    n: int | None = None
    details: Mapping[str, JSON] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Values along x (ISO dates or years), with an optional band; `lines` are named members of the same length."""

    x: tuple[str, ...]
    y: tuple[float | None, ...]
    units: str
    name: str = ""
    low: tuple[float | None, ...] | None = None
    high: tuple[float | None, ...] | None = None
    band_meaning: str | None = None
    lines: Mapping[str, tuple[float | None, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under named columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[JSON, ...], ...]
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caveat:
    """What the reader must know, as a code and its numbers; the narrator has the words in each language."""

    code: str
    parameters: Mapping[str, JSON] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReport:
    """How one source fared in one search or call; `state` uses the words of the answer contract.

    `via` names the mirror that answered in its stead.
    """

    source: str
    state: str
    n: int = 0
    matched: int | None = None
    took_ms: int = 0
    attempts: int = 1
    hedged: bool = False
    post_filtered: tuple[str, ...] = ()
    error: str | None = None
    via: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The outcome of a federated search: merged items, a report for every source, facet counts where asked.

    `incomplete` are items of a model that lacks one of the values of `Search.every`; `cursor` resumes the search after this
    page, empty at the end or where no page was asked for.
    """

    items: tuple[Item, ...]
    reports: tuple[SourceReport, ...]
    matched: int | None = None
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    caveats: tuple[Caveat, ...] = ()
    incomplete: tuple[Item, ...] = ()
    cursor: str = ""

    @property
    def complete(self) -> bool:
        """True where every source that could matter answered."""
        return all(r.via or r.state in ("ok", "empty", "skipped_offline", "skipped_capability") for r in self.reports)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """The outcome of a load: cubes ready to be read, and the items that were passed over with the reason."""

    cubes: tuple[Cube, ...]
    items: tuple[Item, ...] = ()
    reports: tuple[SourceReport, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    bytes: int = 0


Output = Cube | Value | Series | Table | str | float | int | bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Processed:
    """The outcome of a process or a model run: named outputs, and what must be said about them."""

    outputs: Mapping[str, Output]
    caveats: tuple[Caveat, ...] = ()
    reports: tuple[SourceReport, ...] = ()


Outcome = Found | Loaded | Processed
