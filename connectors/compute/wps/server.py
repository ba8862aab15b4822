"""WPS 1.0: one server, through OWSLib's documents and our own transport (PyWPS, ZOO-Project, 52°North, rook, Finch).

OGC 05-007r7. A job is its status document; there is no list of jobs, no dismissal and no place for a key of ours.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from connectors.base import PUBLIC, Request
from connectors.compute.ogcapi_documents import Keep, retry_after
from connectors.compute.remote import Job, Lost, LostAnswer, Mode, ProcessDescription, ProcessSummary, Send
from connectors.compute.wps import capabilities, descriptions, exceptions, outputs, requests, responses
from connectors.compute.wps.inputs import given
from connectors.errors import BadReply, Refused, Unavailable
from connectors.items import Processed
from connectors.markup import Element
from connectors.offers import Source
from connectors.operations import Process
from connectors.transport import Reply

XML = {"Accept": "text/xml, application/xml"}
_NOT_BEGUN = "connect"  # the runner's word for a request that never arrived


@dataclass(frozen=True, slots=True, kw_only=True)
class WPS1:
    """One server. Options of its source: `language`, `execute = "kvp"` for GET, `response = "raw"` for bare data.

    `described` are descriptions asked for in this process, so that a submission need not ask twice.
    """

    url: str
    send: Send
    source: Source | None = None
    keep: Keep | None = None
    language: str = ""
    described: dict[str, ProcessDescription] = field(default_factory=dict, repr=False, compare=False)

    @property
    def lost(self) -> Lost:
        return "unknown"

    async def capabilities(self) -> capabilities.Capabilities:
        """What the server says of itself and offers, in the language set."""
        return capabilities.capabilities(await self._get({"request": "GetCapabilities"}))

    async def in_language(self, wanted: str) -> WPS1:
        """This server in the tongue of its own list that serves `wanted` best; itself where it lists none."""
        spoken = (await self.capabilities()).languages
        return replace(self, language=capabilities.best_language(wanted, spoken), described={})

    async def processes(self) -> tuple[ProcessSummary, ...]:
        return (await self.capabilities()).processes

    async def describe(self, process_id: str) -> ProcessDescription:
        root = await self._get({"request": "DescribeProcess", "identifier": process_id})
        self.described[process_id] = descriptions.description(root, process_id)
        return self.described[process_id]

    async def submit(self, process: Process, *, key: str, mode: Mode) -> Job:
        """Send the execution; a job, or one that already holds its results. The key has no place in this protocol."""
        description = await self._known(process.process_id)
        reply = await self.send(self.request(process, description, mode=mode))
        job = self.begun(reply, process, description)
        if job.outcome is None:
            return job
        return replace(job, outcome=await outputs.resolved_if_it_can_be(job.outcome, base=self.url, send=self.send))

    def request(self, process: Process, description: ProcessDescription, *, mode: Mode) -> Request:
        """The execution request; raises Refused for inputs that the server does not take or cannot reach."""
        values = given(process.inputs, description)
        language, raw = self._language, self._option("response") == "raw"
        if self._option("execute") == "kvp":
            asked = requests.pairs(process.process_id, values, description, mode=mode, language=language, raw=raw)
            return Request(method="GET", url=self.url, params=asked, headers=XML, idempotent=False)
        body = requests.document(process.process_id, values, description, mode=mode, language=language, raw=raw)
        headers = XML | {"Content-Type": "text/xml; charset=utf-8"}
        return Request(method="POST", url=self.url, content=body, headers=headers, idempotent=False)

    def begun(self, reply: Reply, process: Process, description: ProcessDescription) -> Job:
        """What an execution's answer says: a job, its results, or an error to raise."""
        media = reply.headers.get("content-type", "text/xml")
        if reply.status < 400 and not (_is_xml(media) and b"ExecuteResponse" in reply.body[:4096]):
            if b"ExceptionReport" in reply.body[:1024]:
                raise exceptions.problem(reply)
            name = next(iter(description.outputs), "output")
            bare = outputs.raw(reply.body, media, name=name, base=self.url, keep=self.keep)
            return Job(href="", process_id=process.process_id, state="successful", outcome=bare)
        told = responses.execution(exceptions.root_of(reply))
        if told.state == "failed":
            raise Refused(told.message, kind="failed")
        if told.state == "waiting" and not told.location:
            raise BadReply(f"{self.url} began a job and does not say where it is", kind="bad_payload")
        job = Job(href=outputs.reachable(told.location, base=self.url) if told.location else "")
        return self._job(job, told, reply, process_id=process.process_id)

    async def status(self, job: Job) -> Job:
        reply = await self.send(Request(method="GET", url=job.href, headers=XML))
        try:
            told = responses.execution(exceptions.root_of(reply, looking=True))
        except Refused as error:
            if reply.status != 400 or "service" not in str(error):
                raise
            # PyWPS answers for a status document that is gone as for a question without a service
            raise Refused(f"the server knows no job at {job.href}", kind="http_404") from error
        seen = self._job(job, told, reply, process_id=job.process_id)
        if seen.outcome is None:
            return seen
        return replace(seen, outcome=await outputs.resolved(seen.outcome, base=self.url, send=self.send))

    async def results(self, job: Job) -> Processed:
        seen = job if job.state == "failed" and job.message else await self.status(job)
        if seen.state == "failed":
            raise Refused(seen.message, kind="failed")
        if seen.outcome is None:
            raise Unavailable(f"job {job.href} has no results yet", kind="not_ready")
        return seen.outcome

    async def dismiss(self, job: Job) -> None:
        """There is no way to tell a WPS 1.0 server to stop: it goes on, and nobody listens."""

    async def find(self, process: Process, lost: LostAnswer) -> Job | None:
        """WPS 1.0 has no list of jobs."""
        return None

    def outcome(self, told: responses.Execution) -> Processed:
        """The outputs that a finished execution tells."""
        return outputs.processed(told.outputs, base=self.url, keep=self.keep)

    def _job(self, job: Job, told: responses.Execution, reply: Reply, *, process_id: str) -> Job:
        done = told.state == "successful"
        outcome = self.outcome(told) if done else None
        return replace(
            job,
            id=job.id or job.href.rpartition("/")[2].partition("?")[0].removesuffix(".xml"),
            process_id=process_id,
            state=told.state,
            message=told.message,
            progress=told.progress,
            created=told.created or job.created,
            retry_after=retry_after(reply),
            outcome=outcome,
        )

    async def _known(self, process_id: str) -> ProcessDescription:
        """The description; where it cannot be had, the execution was not sent, which the runner must know."""
        try:
            return self.described.get(process_id) or await self.describe(process_id)
        except Unavailable as error:
            raise Unavailable(str(error), kind=_NOT_BEGUN, retry_after=error.retry_after) from error
        except BadReply as error:
            raise Refused(f"{process_id!r} cannot be run: {error}", kind=error.kind) from error

    async def _get(self, asked: dict[str, str]) -> Element:
        params = {"service": "WPS", "version": requests.VERSION, **asked}
        if self._language:
            params["language"] = self._language
        return exceptions.root_of(
            await self.send(Request(method="GET", url=self.url, params=params, headers=XML, context=PUBLIC)),
            looking=True,
        )

    @property
    def _language(self) -> str:
        return self.language or self._option("language")

    def _option(self, name: str) -> str:
        return str(self.source.options.get(name) or "") if self.source is not None else ""


def _is_xml(media: str) -> bool:
    return "xml" in media.partition(";")[0]
