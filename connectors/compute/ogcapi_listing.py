"""What an OGC API – Processes server can run: its list of processes and the description of one.

https://docs.ogc.org/is/18-062r2/18-062r2.html, sections 7.9 and 7.10.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urljoin, urlsplit

from connectors.base import Request
from connectors.compute import ogcapi_documents
from connectors.compute.ogcapi import Send
from connectors.errors import BadReply
from connectors.items import JSON

MOST_PAGES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessSummary:
    """One entry of the list: `modes` are the standard's job control options, empty where the server does not say."""

    id: str
    title: str = ""
    description: str = ""
    version: str = ""
    modes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessDescription:
    """A process with its inputs and outputs as the server describes them (JSON Schema under `schema`)."""

    summary: ProcessSummary
    inputs: Mapping[str, JSON] = field(default_factory=dict)
    outputs: Mapping[str, JSON] = field(default_factory=dict)

    @property
    def required(self) -> tuple[str, ...]:
        """The inputs that must be given: those whose `minOccurs` is not 0, which is 1 where it is left out."""
        return tuple(name for name, entry in self.inputs.items() if _least(entry) > 0)


async def processes(url: str, *, send: Send) -> tuple[ProcessSummary, ...]:
    """Every process of a server, page by page; raises ConnectorError."""
    found: dict[str, ProcessSummary] = {}
    following, seen = f"{url.rstrip('/')}/processes", set[str]()
    while following and following not in seen and len(seen) < MOST_PAGES:
        seen.add(following)
        told = await _told(following, send=send)
        entries = told.get("processes")
        if not isinstance(entries, list):
            raise BadReply(f"{following} is no list of processes", kind="bad_payload")
        found |= {e["id"]: _summary(e) for e in entries if isinstance(e, Mapping) and isinstance(e.get("id"), str)}
        following = _next(told, following)
    return tuple(found.values())


async def describe(url: str, process_id: str, *, send: Send) -> ProcessDescription:
    """The description of one process; raises Refused with the server's words where it has no such process."""
    told = await _told(f"{url.rstrip('/')}/processes/{quote(process_id, safe=':')}", send=send)
    return ProcessDescription(
        summary=_summary(told), inputs=_named(told.get("inputs")), outputs=_named(told.get("outputs"))
    )


async def _told(url: str, *, send: Send) -> Mapping[str, JSON]:
    reply = await send(Request(method="GET", url=url, headers={"Accept": "application/json"}))
    if reply.status >= 400:
        raise ogcapi_documents.problem(reply)
    told = ogcapi_documents.document(reply)
    if not isinstance(told, Mapping):
        raise BadReply(f"{url} answered no JSON object", kind="bad_payload")
    return told


def _summary(entry: Mapping[str, JSON]) -> ProcessSummary:
    modes = entry.get("jobControlOptions")
    return ProcessSummary(
        id=str(entry.get("id", "")),
        title=str(entry.get("title") or ""),
        description=str(entry.get("description") or ""),
        version=str(entry.get("version") or ""),
        modes=tuple(str(m) for m in modes) if isinstance(modes, list) else (),
    )


def _named(entries: JSON) -> Mapping[str, JSON]:
    """Inputs or outputs by name: an object of them, or as older drafts had it a list of objects with an `id`."""
    if isinstance(entries, Mapping):
        return entries
    listed = entries if isinstance(entries, list) else []
    return {str(e["id"]): e for e in listed if isinstance(e, Mapping) and "id" in e}


def _least(entry: JSON) -> int:
    least = entry.get("minOccurs", 1) if isinstance(entry, Mapping) else 1
    return int(least) if isinstance(least, int) or str(least).isdigit() else 1


def _next(told: Mapping[str, JSON], here: str) -> str:
    """The page after, at the host that was asked; empty at the end."""
    links = told.get("links")
    for link in links if isinstance(links, list) else []:
        if isinstance(link, Mapping) and link.get("rel") == "next" and link.get("href"):
            asked = urlsplit(here)
            return (
                urlsplit(urljoin(here, str(link["href"])))._replace(scheme=asked.scheme, netloc=asked.netloc).geturl()
            )
    return ""
