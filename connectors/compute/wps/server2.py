"""WPS 2.0: one server, spoken to by our own client (ZOO-Project, 52°North, GeoServer).

OGC 14-065r2. A job is its JobID at the server's address; the protocol has no list of jobs and no place for a key of ours.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field, replace

from connectors.base import PUBLIC, Request
from connectors.compute.ogcapi_documents import Keep, retry_after
from connectors.compute.remote import Job, Lost, LostAnswer, Mode, ProcessDescription, ProcessSummary, Send
from connectors.compute.wps import capabilities, documents2, exceptions, outputs
from connectors.compute.wps.inputs import given
from connectors.errors import BadReply, Refused, Unavailable
from connectors.items import Processed
from connectors.markup import Element, local_name, read_xml
from connectors.offers import Source
from connectors.operations import Process
from connectors.transport import Reply

XML = {"Accept": "text/xml, application/xml"}
POSTED = {**XML, "Content-Type": "text/xml; charset=utf-8"}


@dataclass(frozen=True, slots=True, kw_only=True)
class WPS2:
    """One server. Options of its source: `jobs = "post"` asks after jobs by POST, `response = "raw"` for bare data.

    `described` are descriptions asked for in this process, so that a submission need not ask twice.
    """

    url: str
    send: Send
    source: Source | None = None
    keep: Keep | None = None
    described: dict[str, ProcessDescription] = field(default_factory=dict, repr=False, compare=False)

    @property
    def lost(self) -> Lost:
        return "unknown"

    async def capabilities(self) -> capabilities.Capabilities:
        """What the server says of itself and offers; raises BadReply where it answers in another version."""
        told = capabilities.capabilities(await self._get({"request": "GetCapabilities"}))
        if not told.version.startswith("2."):
            raise BadReply(
                f"{self.url} was asked for WPS 2.0 and answered in {told.version or 'no version'}: its kind is 'wps-1'",
                kind="bad_payload",
            )
        return told

    async def processes(self) -> tuple[ProcessSummary, ...]:
        return (await self.capabilities()).processes

    async def describe(self, process_id: str) -> ProcessDescription:
        root = await self._get({"request": "DescribeProcess", "identifier": process_id})
        self.described[process_id] = documents2.description(root, process_id)
        return self.described[process_id]

    async def submit(self, process: Process, *, key: str, mode: Mode) -> Job:
        """Send the execution; a job, or one that already holds its results. The key has no place in this protocol."""
        description = await self._known(process.process_id)
        reply = await self.send(self.request(process, description, mode=mode))
        return await self.begun(reply, process, description)

    def request(self, process: Process, description: ProcessDescription, *, mode: Mode) -> Request:
        """The execution request; raises Refused for inputs that the server does not take or cannot reach."""
        values = given(process.inputs, description)
        body = documents2.execute(
            process.process_id, values, description, mode=mode, raw=self._option("response") == "raw"
        )
        return Request(method="POST", url=self.url, content=body, headers=POSTED, idempotent=False)

    async def begun(self, reply: Reply, process: Process, description: ProcessDescription) -> Job:
        """What an execution's answer says: a job, its results, or an error to raise."""
        begun = Job(href=self.url, process_id=process.process_id)
        root = _document(reply)
        if root is not None and local_name(root) == "StatusInfo":
            identity, state, progress = documents2.state(root)
            if not identity:
                raise BadReply(f"{self.url} began a job and does not say which", kind="bad_payload")
            return replace(begun, id=identity, state=state, progress=progress, retry_after=retry_after(reply))
        found = self._results(reply, root, name=next(iter(description.outputs), "output"))
        found = await outputs.resolved_if_it_can_be(found, base=self.url, send=self.send)
        return replace(begun, href="", state="successful", outcome=found)

    async def status(self, job: Job) -> Job:
        reply = await self._about("GetStatus", job)
        identity, state, progress = documents2.state(exceptions.root_of(reply, looking=True))
        return replace(
            job,
            id=job.id or identity,
            state=state,
            progress=progress,
            message=documents2.said_aside(reply.body),
            retry_after=retry_after(reply),
        )

    async def results(self, job: Job) -> Processed:
        """The results; a failed job tells its reason only here, as an exception report with a status of 200."""
        reply = await self._about("GetResult", job)
        found = self._results(reply, _document(reply, looking=True), name="output")
        if job.state == "failed":
            raise Refused(f"job {job.id} failed and the server gives no reason", kind="failed")
        return await outputs.resolved(found, base=self.url, send=self.send)

    async def dismiss(self, job: Job) -> None:
        with contextlib.suppress(Refused):
            body = documents2.about_job("Dismiss", job.id)
            exceptions.root_of(
                await self.send(Request(method="POST", url=job.href or self.url, content=body, headers=POSTED))
            )

    async def find(self, process: Process, lost: LostAnswer) -> Job | None:
        """WPS 2.0 has no list of jobs."""
        return None

    def _results(self, reply: Reply, root: Element | None, *, name: str) -> Processed:
        if root is not None and local_name(root) == "Result":
            return outputs.processed(documents2.result(root), base=self.url, keep=self.keep)
        body, media = documents2.without_headers(reply.body), reply.headers.get("content-type", "")
        if body != reply.body:  # the true media type is in the lines that were cut off
            head = reply.body[: len(reply.body) - len(body)].decode("latin-1").lower()
            media = next((line[14:] for line in head.splitlines() if line.startswith("content-type: ")), media)
        return outputs.raw(body, media, name=name, base=self.url, keep=self.keep)

    async def _about(self, request: str, job: Job) -> Reply:
        if self._option("jobs") == "post":
            body = documents2.about_job(request, job.id)
            asked = Request(method="POST", url=job.href or self.url, content=body, headers=POSTED)
        else:
            params = {"service": "WPS", "request": request, "version": documents2.VERSION, "JobID": job.id}
            asked = Request(method="GET", url=job.href or self.url, params=params, headers=XML)
        return await self.send(asked)

    async def _known(self, process_id: str) -> ProcessDescription:
        """The description; where it cannot be had, the execution was not sent, which the runner must know."""
        try:
            return self.described.get(process_id) or await self.describe(process_id)
        except Unavailable as error:
            raise Unavailable(str(error), kind="connect", retry_after=error.retry_after) from error
        except BadReply as error:
            raise Refused(f"{process_id!r} cannot be run: {error}", kind=error.kind) from error

    async def _get(self, asked: dict[str, str]) -> Element:
        params = {"service": "WPS", "version": documents2.VERSION, **asked}
        reply = await self.send(Request(method="GET", url=self.url, params=params, headers=XML, context=PUBLIC))
        return exceptions.root_of(reply, looking=True)

    def _option(self, name: str) -> str:
        return str(self.source.options.get(name) or "") if self.source is not None else ""


def _document(reply: Reply, *, looking: bool = False) -> Element | None:
    """The document of a reply, None where it is bare data; raises the error that it holds."""
    if reply.status >= 400:
        raise exceptions.problem(reply, looking=looking)
    try:
        root = read_xml(reply.body, allow_exception=True)
    except BadReply:
        return None
    if local_name(root) == "ExceptionReport":
        raise exceptions.problem(reply, looking=looking)
    return root
