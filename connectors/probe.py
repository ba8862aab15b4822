"""Probe: is each source there, and if not, what to do; all asked at once, within three seconds of a machine that is not busy."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from connectors.access.credentials import Credentials
from connectors.base import Request
from connectors.deadline import deadline, fair_time
from connectors.engine.status import failure
from connectors.errors import AuthMissing, ConnectorError, MissingHolding, Unavailable
from connectors.offers import Source
from connectors.reachability import Reachability
from connectors.transport import Transport, shown

BUDGET_S = (
    1.6  # from the first probe to the last, so that all is told within three seconds where the machine is not busy
)
EMBEDDED_BUDGET_S = 60.0  # a first start reads the index of the holdings

_PARAMS: Mapping[str, Mapping[str, str]] = {
    "esgf-solr": {"format": "application/solr+json", "type": "Dataset", "limit": "0"},
    "cmr": {"page_size": "0"},
    "csw": {"service": "CSW", "request": "GetCapabilities"},
    "odata": {"$top": "1"},
    "wcs": {"service": "WCS", "request": "GetCapabilities"},
    "wfs": {"service": "WFS", "request": "GetCapabilities"},
    "wms": {"service": "WMS", "request": "GetCapabilities"},
    "wmts": {"service": "WMTS", "request": "GetCapabilities"},
    "cwt": {"service": "WPS", "request": "GetCapabilities"},
    "wps-1": {"service": "WPS", "request": "GetCapabilities"},
    "wps-2": {"service": "WPS", "request": "GetCapabilities", "version": "2.0.0"},
}
_PATHS: Mapping[str, str] = {
    "cmr": "/collections.json",
    "esgf-errata": "/status",
    "esgf-globus": "/search?limit=1&q=*",
    "ogcapi-processes": "/conformance",
    "openeo": "/.well-known/openeo",
    "weaver": "/conformance",
}
_ADVICE: Mapping[str, str] = {
    "dns": "its name cannot be resolved: check the address, or disable it in your sources file",
    "connect": "it does not accept connections: try later, or disable it in your sources file",
    "timeout": "it does not answer in time: try later; answers go on without it",
    "tls": "its certificate is not trusted: check this machine's clock and certificates",
    "reset": "it breaks off connections: try later",
    "guard": "it leads to a private address: register it with `conductor sources add` if it is yours",
    "rate_limited": "it was asked too often: wait before asking again",
    "bad_payload": "it answers with a web page: a login, a captive portal or a moved service",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """What one source said: `state` is ok, failed, auth, offline or disabled; `advice` says what to do, empty if nothing."""

    source: Source
    state: str
    took_ms: int = 0
    detail: str = ""
    advice: str = ""


async def probe(
    sources: Sequence[Source], *, transport: Transport, credentials: Credentials, reachability: Reachability
) -> tuple[Probe, ...]:
    """One probe for each source, in the order given; those of the network are all in after `BUDGET_S` of fair time."""
    transport.prepare()
    end = fair_time() + BUDGET_S
    far = next((source for source in sources if source.enabled and not source.embedded), None)
    if far is not None:  # found out before the embedded nodes start, which keeps the loop busy for a while
        await reachability.is_online()

    async def one(source: Source) -> Probe:
        if not source.enabled:
            return Probe(source=source, state="disabled", detail=source.evidence)
        if not source.embedded:
            try:
                await reachability.check(source)
            except ConnectorError as error:
                return Probe(source=source, state="offline", detail=str(error))
        budget = EMBEDDED_BUDGET_S if source.embedded else end - fair_time()
        return await _asked(source, budget_s=budget, transport=transport, credentials=credentials)

    first = sorted(sources, key=lambda source: source.embedded)
    probes = await asyncio.gather(*(one(source) for source in first))
    by_source = {probe.source.id: probe for probe in probes}
    return tuple(by_source[source.id] for source in sources)


async def _asked(source: Source, *, budget_s: float, transport: Transport, credentials: Credentials) -> Probe:
    started = fair_time()
    try:
        if not source.url.startswith(("http://", "https://")):
            return Probe(source=source, state="ok")
        path = str(source.options.get("probe") or _PATHS.get(source.kind, ""))
        url = source.url.rstrip("/") + path if path else source.url
        bare = Request(method="GET", url=url, params=_PARAMS.get(source.kind, {}))
        async with deadline(budget_s):  # a realm that grants credentials may be silent too
            request = await credentials.authorized(bare, source=source, phase="search")
            reply = await transport.send(request, budget_s=budget_s, connect_s=source.limits.connect_s)
        error: ConnectorError | None = failure(reply, now=0.0)
    except TimeoutError:
        error = Unavailable(f"{shown(source.url)} did not answer in time", source=source.id, kind="timeout")
    except ConnectorError as caught:
        error = caught
    took = round((fair_time() - started) * 1000)
    if error is None:
        return Probe(source=source, state="ok", took_ms=took, advice=_download_advice(source, credentials))
    error = credentials.redacted(error)
    state = "auth" if isinstance(error, AuthMissing) else "failed"
    return Probe(source=source, state=state, took_ms=took, detail=str(error), advice=_advice(source, error))


def _download_advice(source: Source, credentials: Credentials) -> str:
    """What is still missing before its files can be had; empty if nothing."""
    for phase in ("download", "process"):
        try:
            credentials.headers(source, phase=phase, url=source.url)
        except ConnectorError as error:
            return str(error)
    return ""


def _advice(source: Source, error: ConnectorError) -> str:
    if isinstance(error, AuthMissing | MissingHolding):
        return str(error)
    if source.embedded:
        return "run `conductor holdings sync`"
    if error.kind.startswith("http_5"):
        return "it is ill: try later; answers go on without it"
    if error.kind in ("http_404", "http_410"):
        return "it is no longer at this address: look for its successor and correct it in your sources file"
    return _ADVICE.get(error.kind, "try later")
