"""OGC API – Processes: one server, spoken to in the words of Part 1 (Core 1.0 and the 2.0 draft) as real servers write them.

https://docs.ogc.org/is/18-062r2/18-062r2.html; the runner follows the jobs that are begun here.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Self
from urllib.parse import quote

from connectors.base import Request
from connectors.compute import encoding, ogcapi_documents, ogcapi_listing
from connectors.compute.handing import within
from connectors.compute.remote import Job, Lost, LostAnswer, Mode, ProcessDescription, ProcessSummary, Send
from connectors.errors import BadReply, ConnectorError, Refused, Unavailable
from connectors.items import JSON, Processed
from connectors.offers import Source
from connectors.operations import Process
from connectors.transport import Reply

NETCDF = "application/x-netcdf"
JSON_ONLY: Mapping[str, str] = {"Accept": "application/json"}
MOST_LISTED = 10  # pages of a job list that are looked through
CLOCKS_S = 2.0  # how far a server's created times may be off the Date it sends
_ECHOES = ("inputs", "parameters")


@dataclass(frozen=True, slots=True, kw_only=True)
class OGCProcesses:
    """One server. `references` sends cubes as the standard's links and not as objects, which only our own server reads.

    `repeatable` says that the same request is the same job there, so that it may be sent again after a lost answer;
    `keep` puts bare result files away; `subscriber` is an address of ours that the server may call when a job moves,
    `language` what lists and descriptions are asked for in.
    """

    url: str
    send: Send
    source: Source | None = None
    references: bool = True
    repeatable: bool = False
    keep: ogcapi_documents.Keep | None = None
    subscriber: str = ""
    language: str = ""

    @property
    def lost(self) -> Lost:
        return "same-job" if self.repeatable else "listed"

    async def processes(self) -> tuple[ProcessSummary, ...]:
        return await ogcapi_listing.processes(self.base, send=self._speaking)

    async def describe(self, process_id: str) -> ProcessDescription:
        return await ogcapi_listing.describe(self.base, process_id, send=self._speaking)

    async def in_language(self, wanted: str) -> Self:
        """This server asked for its words in a language; it answers in its own where it has no other."""
        return replace(self, language=wanted)

    async def _speaking(self, request: Request) -> Reply:
        spoken = {"Accept-Language": self.language} if self.language else {}
        return await self.send(replace(request, headers={**request.headers, **spoken}))

    async def landing(self) -> ogcapi_listing.Landing:
        """What the server says of itself."""
        return await ogcapi_listing.landing(self.base, send=self.send)

    async def conformance(self) -> ogcapi_listing.Conformance:
        """The classes of the standard that it declares."""
        return await ogcapi_listing.conformance(self.base, send=self.send)

    async def submit(self, process: Process, *, key: str, mode: Mode) -> Job:
        """Send the execution request; a job, or one that already holds its results."""
        reply = await self.send(self.request(process, key=key, mode=mode))
        return self.begun(reply, process)

    def request(self, process: Process, *, key: str, mode: Mode) -> Request:
        """The execution request; the key goes as a header that servers which do not know it leave alone."""
        prefer = {"Prefer": "respond-async"} if mode == "async" else {}
        return Request(
            method="POST",
            url=f"{self.base}/processes/{quote(process.process_id, safe=':/')}/execution",
            json={"inputs": self.inputs(process), "response": "document"} | self._callbacks(key),
            headers={**JSON_ONLY, **prefer, "Idempotency-Key": key},
            idempotent=self.repeatable,
        )

    def inputs(self, process: Process) -> dict[str, JSON]:
        """The inputs as the standard writes them."""
        return {name: self._input(value) for name, value in process.inputs.items()}

    def begun(self, reply: Reply, process: Process) -> Job:
        """What an execution's answer says: a job, its results, or an error to raise."""
        if reply.status >= 400 and not _is_failed_job(reply):
            raise ogcapi_documents.problem(reply)
        if reply.status in (201, 202) or _is_job(reply):
            return replace(ogcapi_documents.job(reply, base_url=self.base), process_id=process.process_id)
        outcome = ogcapi_documents.results(reply, keep=self.keep)
        return Job(href="", process_id=process.process_id, state="successful", outcome=outcome)

    async def status(self, job: Job) -> Job:
        reply = await self.send(Request(method="GET", url=job.href, headers=JSON_ONLY))
        if reply.status >= 400:
            raise ogcapi_documents.problem(reply)
        seen = ogcapi_documents.job(reply, base_url=self.base)
        return replace(seen, href=job.href, id=job.id or seen.id, process_id=job.process_id)

    async def results(self, job: Job) -> Processed:
        href = job.results_href or f"{job.href.rstrip('/')}/results"
        reply = await self.send(Request(method="GET", url=href, headers=JSON_ONLY))
        if job.state != "failed" and reply.status < 400:
            return ogcapi_documents.results(reply, keep=self.keep)
        error = ogcapi_documents.problem(reply)
        if job.state == "failed" and job.message:
            known = type(error) if reply.status >= 400 else Refused
            raise known(job.message, kind=error.kind)
        raise error

    async def dismiss(self, job: Job) -> None:
        with contextlib.suppress(Refused):
            reply = await self.send(Request(method="DELETE", url=job.href, headers=JSON_ONLY))
            if reply.status >= 400 and reply.status not in (404, 410):
                raise ogcapi_documents.problem(reply)

    async def find(self, process: Process, lost: LostAnswer) -> Job | None:
        """The job among those of the server that is new, nobody else's, and of this process with these inputs."""
        told = await self._listed(self.listing(process, lost), process, lost)
        echoes = [(job, self._echoes(document, process, key=lost.key)) for job, document in told]
        certain, likely = ([job for job, echo in echoes if echo is wanted] for wanted in (True, None))
        if certain:
            return certain[0]
        if len(likely) > 1:
            raise Unavailable(
                f"the answer to {process.process_id!r} was lost, and {len(likely)} new jobs at {self.base} could be it"
                f" ({', '.join(job.id for job in likely[:5])}); look at them there, dismiss what is not yours, run again",
                kind="lost_answer",
            )
        return replace(likely[0], is_certain=False) if likely else None

    def listing(self, process: Process, lost: LostAnswer) -> str:
        """The address of the jobs to look through."""
        return f"{self.base}/jobs?processID={quote(process.process_id)}&limit=100"

    @property
    def base(self) -> str:
        return self.url.rstrip("/")

    async def _listed(self, url: str, process: Process, lost: LostAnswer) -> list[tuple[Job, Mapping[str, JSON]]]:
        found: list[tuple[Job, Mapping[str, JSON]]] = []
        for _ in range(MOST_LISTED):
            reply = await self.send(Request(method="GET", url=url, headers=JSON_ONLY))
            if reply.status >= 400:
                raise ogcapi_documents.problem(reply)
            clock = ogcapi_documents.served_at(reply)
            since = lost.since + (0.0 if clock is None else clock - lost.now) - CLOCKS_S
            page = ogcapi_documents.listed(reply, base_url=self.base)
            new = [(job, told) for job, told in page if _epoch(job.created, otherwise=since) >= since]
            found += [pair for pair in new if _is_candidate(pair[0], process, lost)]
            url = ogcapi_listing.next_page(ogcapi_documents.document(reply), url)
            if not url or (page and not new):
                break
        return found

    def _echoes(self, document: Mapping[str, JSON], process: Process, *, key: str) -> bool | None:
        """Whether a job's document tells of our key (our own servers do) or of these inputs; None where it tells of neither."""
        if isinstance(keys := document.get("idempotencyKeys"), list):
            return key in keys
        request = document.get("metadata")
        request = request.get("request") if isinstance(request, Mapping) else None
        told = request.get("ids") if isinstance(request, Mapping) else None  # the Copernicus services
        told = told or next((document[name] for name in _ECHOES if document.get(name)), None)
        return None if told is None else told in (self.inputs(process), dict(process.inputs))

    def _callbacks(self, key: str) -> dict[str, JSON]:
        if not self.subscriber:
            return {}
        address = f"{self.subscriber.rstrip('/')}/{key}"
        return {"subscriber": {f"{name}Uri": address for name in ("success", "failed", "inProgress")}}

    def _input(self, value: Any) -> JSON:
        """An input as the standard writes it: links for files, objects inside `value`."""
        if isinstance(value, list | tuple):
            entries = [self._input(entry) for entry in value]
            return (
                [e for entry in entries for e in entry]
                if entries and all(isinstance(e, list) for e in entries)
                else entries
            )
        document = encoding.encode(value)
        if isinstance(document, Mapping) and document.get("hrefs") and self.references:
            links = [_link(str(href), str(document.get("type") or NETCDF)) for href in document["hrefs"]]
            return links[0] if len(links) == 1 else links
        if isinstance(document, Mapping) and not {"href", "value"} & set(document):
            return {"value": document}
        return document


def _link(href: str, media: str) -> dict[str, JSON]:
    """A file by its address, or within as a qualified value (OGC 18-062r2, 7.11.2.3)."""
    if (inside := within(href)) is not None:
        return {"value": inside[1], "encoding": "base64", "mediaType": inside[0] or media}
    return {"href": href, "type": media}


def _is_candidate(job: Job, process: Process, lost: LostAnswer) -> bool:
    named = job.process_id.rpartition("/")[2].partition(":")[0] if job.process_id else ""
    wanted = process.process_id.rpartition("/")[2].partition(":")[0]
    return named in ("", wanted) and not lost.others & {job.href, job.id} and job.state != "dismissed"


def _epoch(moment: str, *, otherwise: float) -> float:
    """Epoch seconds of an RFC 3339 time, UTC where it names no zone."""
    try:
        read = datetime.fromisoformat(moment)
    except ValueError:
        return otherwise
    return (read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp()


def _is_job(reply: Reply) -> bool:
    """Whether an answer of 200 is a status and not the results."""
    if "json" not in reply.headers.get("content-type", "json"):
        return False
    with contextlib.suppress(ConnectorError):
        return ogcapi_documents.is_status(ogcapi_documents.document(reply))
    return False


def _is_failed_job(reply: Reply) -> bool:
    """Weaver answers a failed execution with 400 and the job's status."""
    with contextlib.suppress(BadReply):
        return _is_job(reply) and ogcapi_documents.job(reply, base_url="").state == "failed"
    return False
