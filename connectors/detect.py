"""Detect: which protocol an address speaks, from its own answers, so that a user need only name it."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import msgspec

from connectors.base import Request
from connectors.errors import ConnectorError, Unsupported
from connectors.items import JSON
from connectors.offers import Source
from connectors.transport import Reply, Transport

_BUDGET_S = 10.0
_SOLR = {"format": "application/solr+json", "type": "Dataset", "limit": "0"}
_CAPABILITIES = {"service": "WPS", "request": "GetCapabilities"}
_FAMILY = {"esgf-solr": "esgf", "stac-api": "eo", "stac-static": "eo", "openeo": "compute"}


async def detect(url: str, *, transport: Transport, supported: Callable[[str], bool]) -> Source:
    """The source behind `url`: STAC, esg-search, OGC API – Processes, openEO or WPS; raises Unsupported.

    `supported` tells which kinds have a connector here; others are written down but disabled.
    """
    url = url.strip()
    if urlsplit(url).scheme not in ("http", "https"):
        url = f"https://{url}"
    answered: list[str] = []
    landing = await _json(transport, url, {}, answered)
    kind = _by_landing(landing) if isinstance(landing, dict) else ""
    title = str(landing.get("title") or "") if isinstance(landing, dict) else ""
    if not kind:
        kind, url = await _by_question(transport, url, answered)
    if not kind:
        said = f"; it said: {answered[0]}" if answered else ""
        raise Unsupported(
            f"{url!r} speaks none of STAC, esg-search, OGC API – Processes, openEO and WPS{said};"
            " give the address of its landing page"
        )
    kind, family = _dialect(kind, landing)
    name = re.sub(r"[^a-z0-9]+", "-", (urlsplit(url).hostname or "source").lower()).strip("-")
    port = urlsplit(url).port
    return Source(
        id=f"{name}-{port}" if port else name,
        title=title or name,
        kind=kind,
        family=family,
        url=url,
        enabled=supported(kind),
        evidence="added by the user",
        collections=_children(landing) if kind == "esgf-stac" else {},
        options={"open_collections": True} if kind == "stac-api" else {},
    )


def _by_landing(document: dict[str, JSON]) -> str:
    conforms = [str(c) for c in document.get("conformsTo") or []]
    links = {str(link.get("rel")) for link in document.get("links") or [] if isinstance(link, dict)}
    if "api_version" in document and "endpoints" in document:
        return "openeo"
    if "stac_version" in document or "search" in links or any("item-search" in c for c in conforms):
        return "stac-api" if "search" in links or any("item-search" in c for c in conforms) else "stac-static"
    is_processes = any("ogcapi-processes" in c for c in conforms) or any(
        rel == "processes" or rel.endswith("/rel/ogc/1.0/processes") for rel in links
    )
    return "ogcapi-processes" if is_processes else ""


async def _by_question(transport: Transport, url: str, answered: list[str]) -> tuple[str, str]:
    base = url.rstrip("/")
    for address in dict.fromkeys((base, f"{base}/search", f"{base}/esg-search/search")):
        reply = await _json(transport, address, _SOLR, answered)
        if isinstance(reply, dict) and isinstance(reply.get("response"), dict) and "numFound" in reply["response"]:
            return "esgf-solr", address
    capabilities = await _reply(transport, url, _CAPABILITIES, answered)
    if capabilities and b"Capabilities" in capabilities.body[:4096] and b"wps" in capabilities.body[:4096].lower():
        return "wps-1", url
    processes = await _json(transport, f"{base}/processes", {}, answered)
    if isinstance(processes, dict) and isinstance(processes.get("processes"), list):
        return "ogcapi-processes", base
    return "", url


def _dialect(kind: str, landing: JSON) -> tuple[str, str]:
    """The kind and its family; a STAC API of ESGF speaks a dialect of its own."""
    text = f"{landing.get('title')} {landing.get('id')}" if isinstance(landing, dict) else ""
    if kind == "stac-api" and "esgf" in text.lower():
        return "esgf-stac", "esgf"
    return kind, _FAMILY.get(kind, "compute")


def _children(landing: JSON) -> dict[str, str]:
    """The collections that a landing page links to, by their titles: their ids may be in the wrong case."""
    links = landing.get("links", []) if isinstance(landing, dict) else []
    titles = [str(link["title"]) for link in links if link.get("rel") == "child" and link.get("title")]
    return {title: title for title in titles}


async def _json(transport: Transport, url: str, params: dict[str, str], answered: list[str]) -> JSON:
    reply = await _reply(transport, url, params, answered)
    if reply is None:
        return None
    try:
        return msgspec.json.decode(reply.body)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


async def _reply(transport: Transport, url: str, params: dict[str, str], answered: list[str]) -> Reply | None:
    """The reply if it is a good one; what went wrong otherwise is put on the list."""
    try:
        reply = await transport.send(Request(method="GET", url=url, params=params), budget_s=_BUDGET_S, connect_s=3.0)
    except ConnectorError as error:
        answered.append(str(error))
        return None
    if reply.status >= 300:
        answered.append(f"{url} answered {reply.status}")
        return None
    return reply
