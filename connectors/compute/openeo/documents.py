"""What openEO back ends write: versions, capabilities, collections, processes, jobs, results and logs.

https://openeo.org/documentation/1.0/developers/api/reference.html, API 1.2 and what 1.0 back ends leave out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin

from connectors.compute import ogcapi_documents
from connectors.compute.remote import Job, ProcessDescription, ProcessSummary, State
from connectors.errors import BadReply, Unsupported
from connectors.extents import BBox, Interval
from connectors.items import JSON, Cube, Output, Processed
from connectors.transport import Reply

STATES: Mapping[str, State] = {
    "created": "waiting",
    "queued": "waiting",
    "running": "waiting",
    "finished": "successful",
    "error": "failed",
    "canceled": "dismissed",
}
_VERSION = re.compile(r"(\d+)\.(\d+)\.(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What a back end offers: `endpoints` as `METHOD /path`, plans by name with whether they cost."""

    api_version: str
    title: str = ""
    backend_version: str = ""
    endpoints: frozenset[str] = frozenset()
    currency: str = ""
    plans: Mapping[str, bool] = field(default_factory=dict)

    @property
    def modes(self) -> tuple[str, ...]:
        """How processes are run there, in OGC's words."""
        known = {"POST /result": "sync-execute", "POST /jobs": "async-execute", "DELETE /jobs/{job_id}": "dismiss"}
        return tuple(mode for endpoint, mode in known.items() if endpoint in self.endpoints)


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """A data collection: its box, its time, its bands or variables."""

    id: str
    title: str = ""
    bbox: BBox | None = None
    interval: Interval = Interval()
    bands: tuple[str, ...] = ()
    licence: str = ""


def newest(told: Mapping[str, JSON], *, url: str) -> str:
    """The address of the newest production version 1 of `/.well-known/openeo`; raises Unsupported where there is none."""
    listed = told.get("versions")
    known: list[tuple[bool, tuple[int, ...], str]] = []
    for entry in listed if isinstance(listed, list) else []:
        found = _VERSION.match(str(entry.get("api_version", ""))) if isinstance(entry, Mapping) else None
        if found and found[1] == "1":
            number = tuple(int(part) for part in found.groups())
            known.append((bool(entry.get("production", True)), number, urljoin(url, str(entry.get("url", "")))))
    if not known:
        raise Unsupported(f"{url} offers no version 1 of the openEO API")
    return max(known)[2].rstrip("/")


def capabilities(told: Mapping[str, JSON]) -> Capabilities:
    """The capabilities document; raises BadReply where it is none."""
    version = str(told.get("api_version") or "")
    if not version:
        raise BadReply("a capabilities document without an api_version", kind="bad_payload")
    endpoints = told.get("endpoints")
    billing = told.get("billing")
    billing = billing if isinstance(billing, Mapping) else {}
    plans = billing.get("plans")
    return Capabilities(
        api_version=version,
        title=str(told.get("title") or ""),
        backend_version=str(told.get("backend_version") or ""),
        endpoints=frozenset(
            f"{method} {entry['path']}"
            for entry in (endpoints if isinstance(endpoints, list) else ())
            if isinstance(entry, Mapping) and "path" in entry
            for method in entry.get("methods", ())
        ),
        currency=str(billing.get("currency") or ""),
        plans={
            str(plan["name"]): bool(plan.get("paid"))
            for plan in (plans if isinstance(plans, list) else ())
            if isinstance(plan, Mapping) and "name" in plan
        },
    )


def collection(told: Mapping[str, JSON]) -> Collection:
    """A collection, from the list or alone."""
    extent = told.get("extent")
    extent = extent if isinstance(extent, Mapping) else {}
    boxes, times = _inner(extent, "spatial", "bbox"), _inner(extent, "temporal", "interval")
    start, end = times[0] if times and isinstance(times[0], list) and len(times[0]) == 2 else (None, None)
    dimensions = told.get("cube:dimensions")
    bands = [
        str(value)
        for entry in (dimensions.values() if isinstance(dimensions, Mapping) else ())
        if isinstance(entry, Mapping) and entry.get("type") == "bands"
        for value in entry.get("values") or ()
    ]
    return Collection(
        id=str(told.get("id", "")),
        title=str(told.get("title") or ""),
        bbox=_box(boxes[0] if boxes else None),
        interval=Interval(start=start[:10] if start else None, end=end[:10] if end else None),
        bands=tuple(bands),
        licence=str(told.get("license") or ""),
    )


def process(told: Mapping[str, JSON], *, modes: tuple[str, ...]) -> ProcessDescription:
    """An openEO process as an OGC process description."""
    parameters = told.get("parameters")
    returns = told.get("returns")
    return ProcessDescription(
        summary=summary(told, modes=modes),
        inputs={
            str(p["name"]): {
                "title": str(p["name"]),
                "description": str(p.get("description") or ""),
                "schema": p.get("schema") or {},
                "minOccurs": 0 if p.get("optional") else 1,
            }
            for p in (parameters if isinstance(parameters, list) else ())
            if isinstance(p, Mapping) and "name" in p
        },
        outputs={"result": returns if isinstance(returns, Mapping) else {}},
    )


def summary(told: Mapping[str, JSON], *, modes: tuple[str, ...]) -> ProcessSummary:
    """The entry of a process in the list."""
    return ProcessSummary(
        id=str(told.get("id", "")),
        title=str(told.get("summary") or ""),
        description=str(told.get("description") or ""),
        modes=modes,
    )


def job(told: Mapping[str, JSON], *, base: str, reply: Reply) -> Job:
    """A batch job, from the list or alone; raises BadReply where it has no id."""
    identity = str(told.get("id") or "")
    if not identity:
        raise BadReply(f"{reply.url} tells of a job without an id", kind="bad_payload")
    progress = told.get("progress")
    status = str(told.get("status") or "created").lower()
    return Job(
        href=f"{base}/jobs/{identity}",
        id=identity,
        state=STATES.get(status, "waiting"),
        message=status,
        progress=float(progress) if isinstance(progress, int | float) else None,
        created=str(told.get("created") or ""),
        results_href=f"{base}/jobs/{identity}/results",
        retry_after=ogcapi_documents.retry_after(reply),
    )


def results(told: Mapping[str, JSON], *, url: str) -> Processed:
    """The data assets of a job's results (a STAC Item or Collection) as outputs by name."""
    assets = told.get("assets")
    found: dict[str, Output] = {}
    for name, asset in (assets if isinstance(assets, Mapping) else {}).items():
        if not isinstance(asset, Mapping) or not asset.get("href"):
            continue
        roles = asset.get("roles")
        if isinstance(roles, list) and roles and "data" not in roles:
            continue
        media = str(asset.get("type") or "application/octet-stream")
        found[str(name)] = Cube(hrefs=(urljoin(url, str(asset["href"])),), id=str(name), type=media)
    if not found:
        raise BadReply(f"{url} holds no data", kind="bad_payload")
    return Processed(outputs=found)


def complaints(told: Mapping[str, JSON]) -> tuple[str, ...]:
    """What the log of a failed job says went wrong, the last first."""
    entries = told.get("logs")
    return tuple(
        str(entry["message"])
        for entry in reversed(entries if isinstance(entries, list) else [])
        if isinstance(entry, Mapping) and entry.get("message") and entry.get("level") in ("error", None)
    )


def _inner(document: Mapping[str, JSON], *names: str) -> list[JSON]:
    value: JSON = document
    for name in names:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value if isinstance(value, list) else []


def _box(values: JSON) -> BBox | None:
    try:
        return BBox.of(values) if isinstance(values, list) else None
    except (ValueError, TypeError):
        return None
