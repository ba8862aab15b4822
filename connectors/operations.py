"""All that can be asked of the outside world: search it, load from it, run a process or a model in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from connectors.extents import BBox, Interval
from connectors.items import JSON, Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """Find items. `facets` are ESGF search facets in vocabulary spelling (OR within a key, AND between keys);

    `filters` are those of the understanding contract (`cloud_cover_max`, `platform`, …); `count` names facets whose
    values are to be counted (ESGF `facets=`), with `limit=0` for counts alone. `every` names facets of which one model,
    member, grid and table must have all the values (models with both tasmax and pr), not any of them.
    """

    family: str  # "esgf" | "eo" | "ml"
    collections: tuple[str, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    bbox: BBox | None = None
    interval: Interval | None = None
    filters: Mapping[str, JSON] = field(default_factory=dict)
    count: tuple[str, ...] = ()
    limit: int = 100
    every: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """Fetch the files of the items that serve: the `choice`-th best group of evidence for this place and these intervals.

    `by_reference` leaves files where they lie, for a server that fetches them itself; those of this machine are fetched all the same.
    """

    items: tuple[Item, ...]
    bbox: BBox | None = None
    intervals: tuple[Interval, ...] = ()
    assets: tuple[str, ...] = ()
    choice: int = 0
    by_reference: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """Run an OGC process by id; cubes among the inputs travel by reference."""

    process_id: str
    inputs: Mapping[str, JSON] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Infer:
    """Run the ML model described by the STAC MLM item `model` over the given cubes."""

    model: str
    inputs: Mapping[str, JSON] = field(default_factory=dict)


Operation = Search | Load | Process | Infer
