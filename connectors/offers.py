"""What a source can do: the static capability statement of a registered endpoint."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from connectors.items import JSON


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Politeness and patience, per source: seconds, connections, requests a second, records a page.

    `call_s` is for one call to a server of processes, which may compute before it answers: Finch's slowest of the tried ones
    took 16 s on two busy cores, so that a minute is four times that; `call_connect_s` is for it to be reached. A job that is
    followed is waited for as long as the option `patience_s` says.
    """

    connect_s: float = 1.0
    budget_s: float = 4.0
    call_s: float = 60.0
    call_connect_s: float = 5.0
    max_connections: int = 4
    rate_per_s: float = 10.0
    page_max: int = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One registered endpoint, as read from `connectors/sources/*.toml` and the user's own file."""

    id: str
    title: str
    kind: str  # esgf-solr | stac-api | ogcapi-processes | ml-local | …: a key of connectors.kinds.KINDS
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessOffer:
    """What a process server offers: the ids of all processes, and of those looked at their inputs and outputs by name.

    `inputs` are as OGC API – Processes describes them; `usual_s` is how long a process usually took there; `away` is why the
    server could not be asked.
    """

    source: Source
    processes: frozenset[str] = frozenset()
    inputs: Mapping[str, Mapping[str, JSON]] = field(default_factory=dict)
    outputs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    usual_s: Mapping[str, float] = field(default_factory=dict)
    away: str = ""
