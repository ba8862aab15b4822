"""openEO: a back end, spoken to as a server of processes: graphs run at once, or as batch jobs that are made and started.

The key of a request is in its job's description, so that a job whose answer was lost is found for certain.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from connectors.base import PUBLIC, Request
from connectors.compute import ogcapi_documents
from connectors.compute.ogcapi_listing import next_page
from connectors.compute.openeo import documents, graph
from connectors.compute.openeo.documents import Capabilities, Collection
from connectors.compute.remote import Job, Lost, LostAnswer, Mode, ProcessDescription, ProcessSummary, Send
from connectors.errors import BadReply, ConnectorError, Refused, Unsupported
from connectors.items import JSON, Processed
from connectors.offers import Source
from connectors.operations import Process
from connectors.transport import Reply

TITLE = "earth-conductor"
MOST_PAGES = 50
_JSON: Mapping[str, str] = {"Accept": "application/json"}


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenEO:
    """One back end; the source's `options.format` is how results are saved, `options.plan` the billing plan."""

    url: str
    send: Send
    source: Source | None = None
    keep: ogcapi_documents.Keep | None = None
    _known: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    @property
    def lost(self) -> Lost:
        return "listed"

    async def base(self) -> str:
        """The address of the newest version of the API, found out once; the source's own where it does not say."""
        if "base" not in self._known:
            url = self.url.rstrip("/")
            try:
                told = await self._get(f"{url}/.well-known/openeo")
                self._known["base"] = documents.newest(told, url=url)
            except (Refused, BadReply, Unsupported) as error:
                if error.kind == "auth":
                    raise
                self._known["base"] = url
        return self._known["base"]

    async def capabilities(self) -> Capabilities:
        """What the back end offers; raises ConnectorError."""
        return documents.capabilities(await self._get(f"{await self.base()}/"))

    async def collections(self) -> tuple[Collection, ...]:
        """Every data collection, page by page; raises ConnectorError."""
        listed = await self._pages(f"{await self.base()}/collections", "collections")
        return tuple(documents.collection(entry) for entry in listed)

    async def processes(self) -> tuple[ProcessSummary, ...]:
        modes = (await self.capabilities()).modes
        listed = await self._pages(f"{await self.base()}/processes", "processes")
        whole = ProcessSummary(id=graph.WHOLE, title="A whole openEO process graph", modes=modes)
        return (whole, *(documents.summary(entry, modes=modes) for entry in listed))

    async def describe(self, process_id: str) -> ProcessDescription:
        modes = (await self.capabilities()).modes
        if process_id == graph.WHOLE:
            told: Mapping[str, JSON] = {
                "id": graph.WHOLE,
                "summary": "A whole openEO process graph",
                "parameters": [{"name": graph.WHOLE, "description": "Nodes by name", "schema": {"type": "object"}}],
            }
            return documents.process(told, modes=modes)
        for entry in await self._pages(f"{await self.base()}/processes", "processes"):
            if entry.get("id") == process_id:
                return documents.process(entry, modes=modes)
        raise Refused(f"{self.url} has no process {process_id!r}", kind="http_404")

    async def submit(self, process: Process, *, key: str, mode: Mode) -> Job:
        base = await self.base()
        body = self.body(process, key=key)
        if mode == "sync":
            reply = await self._sent(Request(method="POST", url=f"{base}/result", json=body, idempotent=False))
            outcome = ogcapi_documents.results(reply, keep=self.keep)
            return Job(href="", process_id=process.process_id, state="successful", outcome=outcome)
        reply = await self._sent(Request(method="POST", url=f"{base}/jobs", json=body, headers=_JSON, idempotent=False))
        identity = (
            reply.headers.get("openeo-identifier") or reply.headers.get("location", "").rstrip("/").rpartition("/")[2]
        )
        if not identity:
            raise BadReply(f"{base} made a job and does not say which", kind="bad_payload")
        return await self._start(documents.job({"id": identity}, base=base, reply=reply), process)

    def body(self, process: Process, *, key: str) -> dict[str, JSON]:
        """The request document: the graph, and the key where people do not look."""
        options = self.source.options if self.source is not None else {}
        nodes = graph.of_process(process, form=str(options.get("format", graph.FORMAT)))
        plan = {"plan": options["plan"]} if "plan" in options else {}
        title = f"{TITLE}: {process.process_id}"
        return {"title": title, "description": f"key {key}", "process": {graph.WHOLE: nodes}, **plan}

    async def status(self, job: Job) -> Job:
        reply = await self._sent(Request(method="GET", url=job.href, headers=_JSON))
        seen = documents.job(_object(reply), base=await self.base(), reply=reply)
        return replace(seen, href=job.href, process_id=job.process_id)

    async def results(self, job: Job) -> Processed:
        href = job.results_href or f"{job.href.rstrip('/')}/results"
        reply = await self.send(Request(method="GET", url=href, headers=_JSON))
        if reply.status < 400 and job.state != "failed":
            return documents.results(_object(reply), url=reply.url)
        error = ogcapi_documents.problem(reply)
        if job.state == "failed" or reply.status == 424:
            raise Refused(await self._reason(job, otherwise=str(error)), kind=error.kind)
        raise error

    async def dismiss(self, job: Job) -> None:
        reply = await self.send(Request(method="DELETE", url=job.href, headers=_JSON))
        if reply.status in (405, 501):  # jobs are kept there; at least it stops
            reply = await self.send(Request(method="DELETE", url=f"{job.href}/results", headers=_JSON))
        if reply.status >= 400 and reply.status not in (404, 410):
            raise ogcapi_documents.problem(reply)

    async def find(self, process: Process, lost: LostAnswer) -> Job | None:
        base = await self.base()
        for entry in await self._pages(f"{base}/jobs?limit=100", "jobs"):
            if lost.key in str(entry.get("description") or ""):
                reply = await self._sent(Request(method="GET", url=f"{base}/jobs/{entry.get('id')}", headers=_JSON))
                told = _object(reply)
                job = replace(documents.job(told, base=base, reply=reply), process_id=process.process_id)
                return await self._start(job, process) if told.get("status") == "created" else job
        return None

    async def logs(self, job: Job) -> tuple[str, ...]:
        """The errors of a job, the last first; raises ConnectorError."""
        return documents.complaints(await self._get(f"{job.href}/logs?level=error"))

    async def _start(self, job: Job, process: Process) -> Job:
        """Start a job that was made; one that runs already stays as it is."""
        await self._sent(Request(method="POST", url=f"{job.href}/results", json={}, headers=_JSON, idempotent=True))
        return replace(job, process_id=process.process_id)

    async def _reason(self, job: Job, *, otherwise: str) -> str:
        with contextlib.suppress(ConnectorError):
            found = await self.logs(job)
            if found:
                return found[0]
        return otherwise

    async def _get(self, url: str) -> Mapping[str, JSON]:
        return _object(await self._sent(Request(method="GET", url=url, headers=_JSON, context=_context(url))))

    async def _sent(self, request: Request) -> Reply:
        reply = await self.send(request)
        if reply.status >= 400:
            raise ogcapi_documents.problem(reply)
        return reply

    async def _pages(self, url: str, name: str) -> list[Mapping[str, JSON]]:
        """The entries of a list of objects, over all its pages."""
        found: list[Mapping[str, JSON]] = []
        for _ in range(MOST_PAGES):
            told = await self._get(url)
            entries = told.get(name)
            if not isinstance(entries, list):
                raise BadReply(f"{url} is no list of {name}", kind="bad_payload")
            found += [entry for entry in entries if isinstance(entry, Mapping)]
            url = next_page(told, url)
            if not url:
                break
        return found


def _context(url: str) -> str | None:
    """Lists and capabilities are public at every back end, jobs are not."""
    return None if "/jobs" in url else PUBLIC


def _object(reply: Reply) -> Mapping[str, JSON]:
    told = ogcapi_documents.document(reply)
    if not isinstance(told, Mapping):
        raise BadReply(f"{reply.url} answered no JSON object", kind="bad_payload")
    return told
