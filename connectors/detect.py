"""Detect: which protocol an address speaks, from its own answers, so that a user need only name it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qsl, urlencode, urlsplit

import msgspec

from connectors.base import Request
from connectors.errors import ConnectorError, Unsupported
from connectors.items import JSON
from connectors.markup import local_name, read_xml, text
from connectors.offers import Source
from connectors.transport import Reply, Transport

_BUDGET_S = 10.0
_AT_ONCE = 4
_SOLR = {"format": "application/solr+json", "type": "Dataset", "limit": "0"}
_OGC = {"WPS": "wps-1", "CSW": "csw", "WMS": "wms", "WMTS": "wmts", "WCS": "wcs", "WFS": "wfs"}
_FAMILY = {
    "cmr": "eo",
    "csw": "eo",
    "esgf-globus": "esgf",
    "esgf-solr": "esgf",
    "odata": "eo",
    "ogcapi-collections": "eo",
    "ogcapi-records": "eo",
    "stac-api": "eo",
    "stac-collections": "eo",
    "stac-static": "eo",
    "thredds": "esgf",
    "wcs": "eo",
    "wfs": "eo",
    "wms": "eo",
    "wmts": "eo",
}
# Catalogues whose holdings are not known here: what is asked is looked for by its own name.
_OPEN = (
    "csw",
    "ogcapi-collections",
    "ogcapi-records",
    "stac-api",
    "stac-collections",
    "thredds",
    "wcs",
    "wfs",
    "wms",
    "wmts",
)
_DATA = ("data", "http://www.opengis.net/def/rel/ogc/1.0/data")
_NAMESPACES = (  # of roots that are called alike
    ("thredds", "thredds"),
    ("/wmts/", "wmts"),
    ("/wcs/", "wcs"),
    ("/wfs/", "wfs"),
    ("/cat/csw/", "csw"),
    ("/wps/1", "wps-1"),
    ("/wps/2", "wps-2"),
    ("/wms", "wms"),
)
_CWT_PROCESSES = (b">CDAT.", b">CDSpark.")  # the ESGF Compute API is a WPS with these processes
_OFTEN = {"wps-1": "cwt"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spoken:
    """A protocol, the address to speak it at, and what else the source needs to be told."""

    kind: str
    url: str
    options: dict[str, JSON] = field(default_factory=dict)
    title: str = ""


async def detect(url: str, *, transport: Transport, supported: Callable[[str], bool]) -> Source:
    """The source behind `url`; raises Unsupported where it speaks no protocol known here.

    `supported` tells which kinds have a connector here; others are written down but disabled.
    """
    url = url.strip()
    if urlsplit(url).scheme not in ("http", "https"):
        url = f"https://{url}"
    answered: list[str] = []
    first = await _reply(transport, url, {}, answered)
    landing = _json(first)
    spoken = _by_landing(landing, url) if isinstance(landing, dict) else _by_markup(first, url)
    spoken = spoken or await _by_question(transport, url, answered)
    if spoken is None:
        said = f"; it said: {answered[0]}" if answered else ""
        raise Unsupported(
            f"{url!r} speaks none of STAC, esg-search, Globus Search, OGC API – Processes and Records, CSW, WMS, WMTS, WCS, WPS,"
            f" openEO, THREDDS, OData and CMR{said}; give the address of its landing page"
        )
    source = _source(spoken, landing if isinstance(landing, dict) else {}, supported=supported)
    if source.kind != "esgf-stac" or source.collections:
        return source
    listed = _json(await _reply(transport, f"{_bare(source.url).rstrip('/')}/collections", {}, answered))
    return replace(source, collections=_listed(listed))


def _source(spoken: _Spoken, landing: dict[str, JSON], *, supported: Callable[[str], bool]) -> Source:
    kind, family = _dialect(spoken.kind, landing)
    parts = urlsplit(spoken.url)
    name = re.sub(r"[^a-z0-9]+", "-", (parts.hostname or "source").lower()).strip("-")
    return Source(
        id=f"{name}-{parts.port}" if parts.port else name,
        title=str(landing.get("title") or "") or spoken.title or name,
        kind=kind,
        family=family,
        url=spoken.url,
        enabled=supported(kind),
        evidence="added by the user",
        quirks=_quirks(landing) if kind == "stac-api" else (),
        collections=_children(landing) if kind == "esgf-stac" else {},
        options=({"open_collections": True} if kind in _OPEN else {}) | spoken.options,
    )


def _by_landing(document: dict[str, JSON], url: str) -> _Spoken | None:
    conforms = " ".join(str(c) for c in document.get("conformsTo") or [])
    links = {str(link.get("rel")) for link in document.get("links") or [] if isinstance(link, dict)}
    if "api_version" in document and "endpoints" in document:
        return _Spoken(kind="openeo", url=url)
    if "@odata.context" in document:
        return _Spoken(kind="odata", url=_bare(url))
    if _lists_collections(document, url):
        return _Spoken(kind="ogcapi-collections", url=_bare(url).rstrip("/").removesuffix("/collections"))
    if document.get("itemType") == "record" and "/collections/" in url:
        base, _, catalogue = _bare(url).rstrip("/").removesuffix("/items").rpartition("/collections/")
        return _Spoken(kind="ogcapi-records", url=base, options={"catalogue": catalogue})
    if "search" in links or "item-search" in conforms:
        return _Spoken(kind="stac-api", url=url)
    if "stac_version" in document:
        is_api = "data" in links and bool(conforms)
        options: dict[str, JSON] = {"datasets": True} if "datasets-search" in conforms else {}
        return (
            _Spoken(kind="stac-collections", url=url, options=options)
            if is_api
            else _Spoken(kind="stac-static", url=url)
        )
    if "ogcapi-processes" in conforms or any(r == "processes" or r.endswith("/rel/ogc/1.0/processes") for r in links):
        return _Spoken(kind="ogcapi-processes", url=url)
    if "ogcapi-records" in conforms:
        return _Spoken(kind="ogcapi-records", url=url)
    return _Spoken(kind="ogcapi-collections", url=url) if links & set(_DATA) else None


def _lists_collections(document: dict[str, JSON], url: str) -> bool:
    """True for the list of an OGC API's collections, those of a STAC API excepted."""
    collections = document.get("collections")
    if not isinstance(collections, list) or not _bare(url).rstrip("/").endswith("/collections"):
        return False
    return not any("stac_version" in c for c in collections if isinstance(c, dict))


def _by_markup(reply: Reply | None, url: str) -> _Spoken | None:
    """What an XML document is the capabilities or the catalogue of."""
    if reply is None or reply.body.lstrip()[:1] != b"<":
        return None
    try:
        root = read_xml(reply.body)
    except ConnectorError:
        return None
    name, namespace = local_name(root), str(root.tag).partition("}")[0].lower()
    if name in ("WMS_Capabilities", "WMT_MS_Capabilities"):
        return _Spoken(kind="wms", url=_bare(url), options={"version": "1.1.1"} if name.startswith("WMT") else {})
    if name not in ("Capabilities", "catalog", "WPS_Capabilities", "WFS_Capabilities"):
        return None
    kind = next((kind for mark, kind in _NAMESPACES if mark in namespace), "")
    if kind == "wps-1" and any(mark in reply.body for mark in _CWT_PROCESSES):
        kind = "cwt"
    title = text(root, "ServiceIdentification", "Title") if kind.startswith("wps") else ""
    return _Spoken(kind=kind, url=_bare(url), title=title[:80]) if kind else None


async def _by_question(transport: Transport, url: str, answered: list[str]) -> _Spoken | None:
    """Every protocol's own question, a few at a time; the first that is answered in the order of the list."""
    base, gate = _bare(url).rstrip("/"), asyncio.Semaphore(_AT_ONCE)
    catalogues = [re.sub(r"\.html(\?.*)?$", ".xml", base), f"{base}/catalog.xml", f"{base}/thredds/catalog.xml"]
    questions: list[tuple[str, str, dict[str, str]]] = [
        *(("esgf-solr", address, _SOLR) for address in (base, f"{base}/search", f"{base}/esg-search/search")),
        *((kind, _bare(url), {"service": name, "request": "GetCapabilities"}) for name, kind in _OGC.items()),
        ("wps-2", _bare(url), {"service": "WPS", "request": "GetCapabilities", "version": "2.0.0"}),
        ("cmr", f"{base}/collections.umm_json", {"page_size": "0"}),
        *((("esgf-globus", f"{base}/search", {"q": "*", "limit": "1"}),) if "/v1/index/" in base else ()),
        *(("thredds", address, {}) for address in catalogues),
        ("ogcapi-processes", f"{base}/processes", {}),
    ]

    async def ask(kind: str, address: str, params: dict[str, str]) -> _Spoken | None:
        async with gate:
            reply = await _reply(transport, address, params, answered)
        return _understood(kind, reply, address=address, base=base)

    answers = await asyncio.gather(*(ask(*question) for question in questions))
    return next((answer for answer in answers if answer), None)


def _understood(kind: str, reply: Reply | None, *, address: str, base: str) -> _Spoken | None:
    """The protocol where the reply is the answer to its question."""
    document = _json(reply)
    if kind == "esgf-solr":
        response = document.get("response") if isinstance(document, dict) else None
        return _Spoken(kind=kind, url=address) if isinstance(response, dict) and "numFound" in response else None
    if kind == "esgf-globus":
        is_index = isinstance(document, dict) and document.get("@datatype") == "GSearchResult"
        return _Spoken(kind=kind, url=base) if is_index else None
    if kind == "cmr":
        return (
            _Spoken(kind=kind, url=base) if isinstance(document, dict) and {"hits", "items"} <= set(document) else None
        )
    if kind == "ogcapi-processes":
        is_list = isinstance(document, dict) and isinstance(document.get("processes"), list)
        return _Spoken(kind=kind, url=base) if is_list else None
    found = _by_markup(reply, address)
    return replace(found, url=address) if found and found.kind in (kind, _OFTEN.get(kind)) else None


def _bare(url: str) -> str:
    """The address without an OGC question in it; what else is in its query stays."""
    parts = urlsplit(url)
    kept = [(k, v) for k, v in parse_qsl(parts.query) if k.lower() not in ("service", "request", "version", "f")]
    return parts._replace(query=urlencode(kept), fragment="").geturl()


def _dialect(kind: str, landing: JSON) -> tuple[str, str]:
    """The kind and its family; a STAC API of ESGF speaks a dialect of its own."""
    named = f"{landing.get('title')} {landing.get('id')}" if isinstance(landing, dict) else ""
    if kind == "stac-api" and "esgf" in named.lower():
        return "esgf-stac", "esgf"
    return kind, _FAMILY.get(kind, "compute")


def _quirks(landing: JSON) -> tuple[str, ...]:
    """What the API says that it can and cannot do, so that nothing is sent which it would ignore in silence."""
    from connectors.eo.conformance import quirks

    return quirks(landing)


def _children(landing: JSON) -> dict[str, str]:
    """The collections that a landing page links to, by their titles: their ids may be in the wrong case."""
    links = landing.get("links", []) if isinstance(landing, dict) else []
    titles = [str(link["title"]) for link in links if link.get("rel") == "child" and link.get("title")]
    return {title: title for title in titles}


def _listed(document: JSON) -> dict[str, str]:
    """The ids of a list of collections, where the landing page links to none of them."""
    found = document.get("collections") if isinstance(document, dict) else None
    entries = found if isinstance(found, list) else []
    return {str(c["id"]): str(c["id"]) for c in entries if isinstance(c, dict) and c.get("id")}


def _json(reply: Reply | None) -> JSON:
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
