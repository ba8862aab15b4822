"""OGC API – Processes: runs a process at a server, at once or as a job that is looked at until it ends.

https://docs.ogc.org/is/18-062r2/18-062r2.html, Part 1: Core 1.0, and what its 2.0 draft and real servers do otherwise.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from connectors.base import Request
from connectors.compute import encoding, ogcapi_documents
from connectors.compute.ogcapi_documents import JobStatus
from connectors.errors import ConnectorError, Refused, Unavailable, Unsupported
from connectors.items import JSON, Processed
from connectors.operations import Operation, Process
from connectors.transport import Reply

NETCDF = "application/x-netcdf"
FIRST_WAIT_S, LONGEST_WAIT_S, SLOWER = 0.2, 10.0, 1.5
MISSES = 3  # looks at a job that may fail in a row before it counts as lost


class Send(Protocol):
    """The transport, as far as it is needed: a request in, the whole reply out; raises Unavailable and its like."""

    async def __call__(self, request: Request) -> Reply: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class OGCProcesses:
    """One server. `references` sends cubes as the standard's links and not as objects, which only our own server reads.

    `repeatable` says that the same request is the same job there, so that it may be sent again after a lost answer.
    """

    url: str
    send: Send
    mode: Literal["sync", "async"] = "sync"
    references: bool = True
    repeatable: bool = False
    patience_s: float = 3600.0
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep

    async def execute(self, operation: Operation, *, source: str) -> Processed:
        """Run a `Process`; raises ConnectorError with the server's own words."""
        if not isinstance(operation, Process):
            raise Unsupported(f"{source!r} runs processes, not a {type(operation).__name__.lower()}", source=source)
        try:
            reply = await self.send(self.request(operation))
            if reply.status >= 400 and not _is_failed_job(reply):
                raise ogcapi_documents.problem(reply, source=source)
            if reply.status in (201, 202) or _is_job(reply):
                return await self._follow(ogcapi_documents.job(reply, base_url=self.url.rstrip("/")), source=source)
            return ogcapi_documents.results(reply)
        except ConnectorError as error:
            error.source = error.source or source
            raise

    def request(self, process: Process) -> Request:
        """The execution request."""
        prefer = {"Prefer": "respond-async"} if self.mode == "async" else {}
        inputs = {name: self._input(value) for name, value in process.inputs.items()}
        return Request(
            method="POST",
            url=f"{self.url.rstrip('/')}/processes/{process.process_id}/execution",
            json={"inputs": inputs, "response": "document"},
            headers={"Accept": "application/json"} | prefer,
            idempotent=self.repeatable,
        )

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
            links = [{"href": href, "type": document.get("type") or NETCDF} for href in document["hrefs"]]
            return links[0] if len(links) == 1 else links
        if isinstance(document, Mapping) and not {"href", "value"} & set(document):
            return {"value": document}
        return document

    async def _follow(self, job: JobStatus, *, source: str) -> Processed:
        """Look at the job, ever more rarely, until it ends; dismissed when it takes too long or the asker leaves."""
        waited, pause, missed = 0.0, FIRST_WAIT_S, 0
        try:
            while job.state == "waiting":
                if waited >= self.patience_s:
                    raise Unavailable(
                        f"job {job.href} has not ended after {waited:.0f} s; it was dismissed", kind="timeout"
                    )
                await self.sleep(pause)
                waited += pause
                reply = await self._look(job.href, missed=missed)
                missed = missed + 1 if reply is None else 0
                if reply is not None:
                    job = _updated(job, ogcapi_documents.job(reply, base_url=self.url.rstrip("/")))
                asked = ogcapi_documents.retry_after(reply) if reply is not None else None
                pause = asked if asked is not None else min(LONGEST_WAIT_S, pause * SLOWER)
        except (asyncio.CancelledError, Unavailable):
            await self._dismiss(job.href)
            raise
        return await self._collect(job, source=source)

    async def _look(self, href: str, *, missed: int) -> Reply | None:
        """The job's status; None where the server stumbles, which is borne a few times."""
        try:
            reply = await self.send(Request(method="GET", url=href, headers={"Accept": "application/json"}))
        except Unavailable:
            if missed + 1 >= MISSES:
                raise
            return None
        if reply.status < 400:
            return reply
        if missed + 1 < MISSES and (reply.status == 404 or reply.status >= 500):
            return None
        raise Unavailable(f"job {href} is lost: {ogcapi_documents.problem(reply)}", kind=f"http_{reply.status}")

    async def _collect(self, job: JobStatus, *, source: str) -> Processed:
        """The results of a job that ended, or the reason that it failed."""
        if job.state == "dismissed":
            raise Refused(f"job {job.href} was dismissed at the server", source=source)
        href = job.results_href or f"{job.href.rstrip('/')}/results"
        reply = await self.send(Request(method="GET", url=href, headers={"Accept": "application/json"}))
        if job.state == "successful" and reply.status < 400:
            return ogcapi_documents.results(reply)
        error = ogcapi_documents.problem(reply, source=source)
        if job.state == "failed" and job.message:
            known = type(error) if reply.status >= 400 else Refused
            raise known(job.message, source=source, kind=error.kind)
        raise error

    async def _dismiss(self, href: str) -> None:
        """Tell the server to stop; whether it hears does not matter."""
        with contextlib.suppress(ConnectorError):
            await asyncio.shield(self.send(Request(method="DELETE", url=href, headers={"Accept": "application/json"})))


def _updated(old: JobStatus, new: JobStatus) -> JobStatus:
    """The newer status at the address that is known to work."""
    return JobStatus(
        href=old.href, state=new.state, message=new.message, progress=new.progress, results_href=new.results_href
    )


def _is_job(reply: Reply) -> bool:
    """Whether an answer of 200 is a status and not the results."""
    if "json" not in reply.headers.get("content-type", "json"):
        return False
    with contextlib.suppress(ConnectorError):
        return ogcapi_documents.is_status(ogcapi_documents.document(reply))
    return False


def _is_failed_job(reply: Reply) -> bool:
    """Weaver answers a failed execution with 400 and the job's status."""
    return _is_job(reply) and ogcapi_documents.job(reply, base_url="").state == "failed"
