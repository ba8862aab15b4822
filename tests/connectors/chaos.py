"""Fifty catalogues on loopback, of which one in five misbehaves, each in its own way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from connectors.items import Found
from connectors.offers import Limits, Source
from connectors.operations import Search
from tests.connectors.fault_server import (
    Behaviour,
    FaultServer,
    closed_port,
    first,
    fixed,
    redirect,
    reset,
    silent,
    stac,
    status,
    trickle,
)
from tests.connectors.outside_world import SEARCH, source

COUNT, RECORDS = 50, 5
DELAY_S = 0.02
PATIENT = Limits(budget_s=1.0, rate_per_s=1e6, max_connections=200, page_max=100)
OWN = {"sentinel-2-l2a": "x"}
_FAULTS: tuple[Behaviour, ...] = (
    silent,
    trickle,
    reset,
    status(500),
    status(503),
    status(429, headers={"Retry-After": "30"}),
    fixed(b"<html>Please log in</html>", type="text/html"),
    fixed(b'{"features": [{"id": '),
    redirect("http://10.0.0.1/"),
    first(1, stac("flaky", n=RECORDS), reset),
)


def catalogues(server: FaultServer, *, faulty: bool) -> tuple[list[Source], list[str]]:
    """The sources, and the names of those in good health; `faulty` puts a bad one in the place of every fifth."""
    sources, healthy = [], []
    for number in range(COUNT):
        is_bad = faulty and number % 5 == 4
        name = f"{'bad' if is_bad else 'good'}{number:02d}"
        behaviour = _FAULTS[number // 5] if is_bad else stac(name, n=RECORDS, delay_s=DELAY_S)
        sources.append(source(name, server.add(name, behaviour), limits=PATIENT, collections=OWN))
        healthy += [] if is_bad else [name]
    if faulty:
        sources[-1] = replace(sources[-1], url=f"http://127.0.0.1:{closed_port()}/")
    return sources, healthy


def search(number: int) -> Search:
    """A search like the others and yet another one, so that no answer is taken from the cache."""
    return replace(SEARCH, limit=COUNT * RECORDS, filters={"cloud_cover_max": 70 + number / 100})


def is_whole(found: Found, healthy: Sequence[str], *, sources: int) -> bool:
    """True where every healthy source's records are there and every source is accounted for."""
    held = {item.id for item in found.items}
    wanted = {f"{name}-{i:04d}" for name in healthy for i in range(RECORDS)}
    return wanted <= held and sum(r.source.startswith(("good", "bad")) for r in found.reports) == sources
