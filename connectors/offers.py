"""What a source can do: the static capability statement of a registered endpoint."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from connectors.items import JSON


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Politeness and patience, per source: seconds, connections, requests a second, records a page."""

    connect_s: float = 1.0
    budget_s: float = 4.0
    max_connections: int = 4
    rate_per_s: float = 10.0
    page_max: int = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One registered endpoint, as read from `connectors/sources/*.toml` and the user's own file."""

    id: str
    title: str
    kind: str  # esgf-solr | stac-api | ogcapi-processes | ml-local | …: a key of connectors.registry.KINDS
    family: str  # esgf | eo | compute | ml
    url: str
    embedded: bool = False
    enabled: bool = True
    group: str = ""  # synchronised replicas share a group: hedge inside it
    status: str = "production"
    verified: str = ""  # ISO date of the last run that reached it, empty if never
    evidence: str = ""
    licence: str = ""
    limits: Limits = Limits()
    auth: Mapping[str, str] = field(default_factory=dict)  # phase (search, download, process) → scheme
    quirks: tuple[str, ...] = ()
    collections: Mapping[str, str] = field(default_factory=dict)  # canonical id → the source's own
    options: Mapping[str, JSON] = field(default_factory=dict)
