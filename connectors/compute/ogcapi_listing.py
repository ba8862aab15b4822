"""What an OGC API – Processes server can run: its landing page, conformance, list of processes and their descriptions.

https://docs.ogc.org/is/18-062r2/18-062r2.html, sections 7.2 to 7.10.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urljoin, urlsplit

from connectors.base import PUBLIC, Request
from connectors.compute import ogcapi_documents
from connectors.compute.remote import ProcessDescription, ProcessSummary, Send
from connectors.errors import BadReply
from connectors.items import JSON

MOST_PAGES = 50
MODES: Mapping[str, str] = {"async": "async-execute", "sync": "sync-execute"}  # Weaver's older representation
_CLASS = re.compile(r"ogcapi-processes-(?P<part>\d+)/(?P<version>[\d.]+)/(?:conf|req)/(?P<name>[\w/-]+)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Landing:
    """What a server says of itself: title, words, links by relation."""

    title: str = ""
    description: str = ""
    links: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conformance:
    """The conformance classes of OGC API – Processes that a server declares, as (part, version, class)."""

    classes: frozenset[tuple[int, str, str]] = frozenset()

    def has(self, name: str, *, part: int = 1) -> bool:
        """Whether the class is declared, in whatever version."""
        return any(p == part and n == name for p, _, n in self.classes)

    @property
    def versions(self) -> tuple[str, ...]:
        """Versions of Part 1 (Core), the latest first."""
        return tuple(sorted({v for p, v, _ in self.classes if p == 1}, reverse=True))


async def landing(url: str, *, send: Send) -> Landing:
    """The landing page; raises ConnectorError."""
    told = await _told(url.rstrip("/") + "/", send=send)
    links = told.get("links")
    return Landing(
        title=str(told.get("title") or ""),
        description=str(told.get("description") or ""),
        links={
            str(link["rel"]): urljoin(url, str(link.get("href", "")))
            for link in reversed(links if isinstance(links, list) else [])
            if isinstance(link, Mapping) and "rel" in link and "html" not in str(link.get("type", ""))
        },
    )


async def conformance(url: str, *, send: Send) -> Conformance:
    """The declared conformance classes, those of other standards left out; raises ConnectorError."""
    told = await _told(f"{url.rstrip('/')}/conformance", send=send)
    declared = told.get("conformsTo")
    found = (_CLASS.search(str(uri)) for uri in (declared if isinstance(declared, list) else []))
    return Conformance(classes=frozenset((int(m["part"]), m["version"], m["name"]) for m in found if m))


async def processes(url: str, *, send: Send, query: str = "") -> tuple[ProcessSummary, ...]:
    """Every process of a server, page by page, the first asked for with `query`; raises ConnectorError."""
    found: dict[str, ProcessSummary] = {}
    following, seen = f"{url.rstrip('/')}/processes{query}", set[str]()
    while following and following not in seen and len(seen) < MOST_PAGES:
        seen.add(following)
        told = await _told(following, send=send)
        entries = told.get("processes")
        if not isinstance(entries, list):
            raise BadReply(f"{following} is no list of processes", kind="bad_payload")
        found |= {e["id"]: summary(e) for e in entries if isinstance(e, Mapping) and isinstance(e.get("id"), str)}
        found |= {name: ProcessSummary(id=name) for name in entries if isinstance(name, str)}
        following = next_page(told, following)
    return tuple(found.values())


async def describe(url: str, process_id: str, *, send: Send) -> ProcessDescription:
    """The description of one process; raises Refused with the server's words where it has no such process."""
    return description(await _told(f"{url.rstrip('/')}/processes/{quote(process_id, safe=':')}", send=send))


def description(told: Mapping[str, JSON]) -> ProcessDescription:
    """A process description, also one that is nested in `process` (OGC's testbeds, Weaver's `schema=OLD`)."""
    nested = told.get("process")
    if isinstance(nested, Mapping) and "id" in nested:
        told = {**nested, "jobControlOptions": told.get("jobControlOptions", nested.get("jobControlOptions"))}
    return ProcessDescription(
        summary=summary(told), inputs=_named(told.get("inputs")), outputs=_named(told.get("outputs"))
    )


async def _told(url: str, *, send: Send) -> Mapping[str, JSON]:
    reply = await send(Request(method="GET", url=url, headers={"Accept": "application/json"}, context=PUBLIC))
    if reply.status >= 400:
        raise ogcapi_documents.problem(reply)
    told = ogcapi_documents.document(reply)
    if not isinstance(told, Mapping):
        raise BadReply(f"{url} answered no JSON object", kind="bad_payload")
    return told


def summary(entry: Mapping[str, JSON]) -> ProcessSummary:
    """One entry of a list of processes."""
    modes = entry.get("jobControlOptions")
    return ProcessSummary(
        id=str(entry.get("id", "")),
        title=str(entry.get("title") or ""),
        description=str(entry.get("description") or ""),
        version=str(entry.get("version") or ""),
        modes=tuple(MODES.get(str(m), str(m)) for m in modes) if isinstance(modes, list) else (),
    )


def _named(entries: JSON) -> Mapping[str, JSON]:
    """Inputs or outputs by name: an object of them, or as older drafts had it a list of objects with an `id`."""
    if isinstance(entries, Mapping):
        return entries
    listed = entries if isinstance(entries, list) else []
    return {str(e["id"]): e for e in listed if isinstance(e, Mapping) and "id" in e}


def next_page(told: Mapping[str, JSON], here: str) -> str:
    """The page after, at the host that was asked; empty at the end."""
    links = told.get("links")
    for link in links if isinstance(links, list) else []:
        if isinstance(link, Mapping) and link.get("rel") == "next" and link.get("href"):
            asked = urlsplit(here)
            return (
                urlsplit(urljoin(here, str(link["href"])))._replace(scheme=asked.scheme, netloc=asked.netloc).geturl()
            )
    return ""
