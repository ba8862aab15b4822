"""What a Weaver keeps of a job beside its results: logs, statistics, inputs, exceptions and W3C PROV."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from connectors.base import Request
from connectors.compute.ogcapi import JSON_ONLY
from connectors.compute.remote import Job
from connectors.compute.weaver.server import Weaver
from connectors.errors import BadReply
from connectors.items import JSON

ProvFormat = Literal["json", "jsonld", "xml", "turtle", "provn"]
FORMATS: Mapping[str, str] = {
    "json": "application/json",
    "jsonld": "application/ld+json",
    "xml": "text/xml",
    "turtle": "text/turtle",
    "provn": "text/provenance-notation",
}
_LINE = re.compile(
    r"\[(?P<at>[^\]]+)\]\s+(?P<level>[A-Z]+)\s+\[[^\]]*\]\s+(?P<after>[\d:]+)?\s*(?:(?P<percent>\d+)%)?\s*(?P<state>\w+)?\s+(?P<text>.*)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One line of a job's log; what cannot be told apart is all in `text`."""

    text: str
    at: str = ""
    level: str = ""
    percent: float | None = None
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """What a job used, in bytes: its peak memory, and the size of all outputs and of each."""

    memory_bytes: int | None = None
    total_bytes: int | None = None
    outputs: Mapping[str, int]


async def logs(weaver: Weaver, job: Job) -> tuple[LogLine, ...]:
    """The log, oldest line first; raises ConnectorError."""
    told = await _told(weaver, job, "logs")
    return tuple(_line(str(line)) for line in (told if isinstance(told, list) else ()))


async def statistics(weaver: Weaver, job: Job) -> Statistics:
    """What a job that ended used; raises ConnectorError."""
    told = await _told(weaver, job, "statistics")
    told = told if isinstance(told, Mapping) else {}
    process, outputs = told.get("process"), told.get("outputs")
    process = process if isinstance(process, Mapping) else {}
    sizes = outputs.items() if isinstance(outputs, Mapping) else ()
    return Statistics(
        memory_bytes=_whole(process.get("usedMemoryBytes")),
        total_bytes=_whole(process.get("totalSizeBytes")),
        outputs={str(n): int(e["sizeBytes"]) for n, e in sizes if isinstance(e, Mapping) and "sizeBytes" in e},
    )


async def inputs(weaver: Weaver, job: Job) -> Mapping[str, JSON]:
    """The inputs as the server took them."""
    told = await _told(weaver, job, "inputs")
    given = told.get("inputs") if isinstance(told, Mapping) else None
    return given if isinstance(given, Mapping) else {}


async def exceptions(weaver: Weaver, job: Job) -> tuple[str, ...]:
    """Why a job failed, in the words of whatever failed; empty for one that did not."""
    told = await _told(weaver, job, "exceptions")
    entries = told if isinstance(told, list) else []
    return tuple(str(e.get("Text", e)) if isinstance(e, Mapping) else str(e) for e in entries)


async def provenance(weaver: Weaver, job: Job, *, form: ProvFormat = "json") -> str:
    """The job as W3C PROV, as the server wrote it; raises ConnectorError."""
    url = f"{job.href.rstrip('/')}/prov"
    reply = await weaver.reply(Request(method="GET", url=url, headers={"Accept": FORMATS[form]}))
    text = reply.body.decode("utf-8", errors="replace")
    if not text.strip():
        raise BadReply(f"{url} holds no provenance", kind="bad_payload")
    return text


async def _told(weaver: Weaver, job: Job, part: str) -> JSON:
    return await weaver.call(Request(method="GET", url=f"{job.href.rstrip('/')}/{part}", headers=JSON_ONLY))


def _line(text: str) -> LogLine:
    found = _LINE.fullmatch(text.strip())
    if found is None:
        return LogLine(text=text.strip())
    return LogLine(
        text=found["text"].strip(),
        at=found["at"],
        level=found["level"],
        percent=float(found["percent"]) if found["percent"] else None,
        state=found["state"] or "",
    )


def _whole(value: JSON) -> int | None:
    return int(value) if isinstance(value, int | float) else None
