"""The embedded OGC API – Processes server: local processes over HTTP, in process or on a port.

https://docs.ogc.org/is/18-062r2/18-062r2.html (Part 1: Core 1.0), job list and dismiss included; errors are RFC 7807.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from connectors.compute import catalogue
from connectors.compute.description import Language
from connectors.compute.jobs import Job, Jobs
from connectors.compute.local import LocalProcesses, Results
from connectors.errors import BadReply, ConnectorError, MissingHolding, Refused, Unavailable, Unsupported
from connectors.items import JSON, Cube

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

    from connectors.embedded.inbox import Inbox
    from connectors.embedded.notices import Notices

MAX_BODY = 8 * 2**20
MOST_KEY, MOST_KEYS, MOST_JOBS = 128, 20, 1000  # characters of a key, keys of a job, jobs whose keys are kept
CONFORMANCE = tuple(
    f"http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/{name}"
    for name in ("core", "dismiss", "job-list", "json", "ogc-process-description")
)
CALLBACK = "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/callback"
_EXCEPTIONS = "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0"
_STATUS: Mapping[type[ConnectorError], int] = {
    BadReply: 422, MissingHolding: 424, Refused: 400, Unavailable: 503, Unsupported: 501,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Port:
    """What a server needs besides when it is asked from afar: where files come in, and who calls back."""

    inbox: Inbox
    notices: Notices


class ProblemError(Exception):
    """An answer that is an error: status, RFC 7807 type and detail."""

    def __init__(self, status: int, detail: str, *, kind: str = "", error: str = "Refused") -> None:
        super().__init__(detail)
        self.status = status
        self.document: dict[str, JSON] = {
            "type": f"{_EXCEPTIONS}/{kind}" if kind else "about:blank",
            "title": kind.replace("-", " ").capitalize() or "The request cannot be served",
            "status": status,
            "detail": detail,
            "error": error,
        }


def app(processes: LocalProcesses, *, clock: Callable[[], datetime], port: Port | None = None) -> Starlette:
    """The ASGI application over `processes`; results lie under their `base_url`. `port` is for those who ask from afar."""
    from starlette.applications import Starlette
    from starlette.exceptions import HTTPException
    from starlette.routing import Route

    node = _Node(processes, Jobs(processes, clock=clock), port)
    routes = [
        Route("/", node.landing),
        Route("/conformance", node.conformance),
        Route("/processes", node.processes),
        Route("/processes/{process_id}", node.process),
        Route("/processes/{process_id}/execution", node.execution, methods=["POST"]),
        Route("/jobs", node.jobs),
        Route("/jobs/{job_id}", node.status, methods=["GET"]),
        Route("/jobs/{job_id}", node.dismiss, methods=["DELETE"]),
        Route("/jobs/{job_id}/results", node.results),
        Route("/jobs/{job_id}/results/{name}", node.result),
    ]
    handlers: dict[Any, Any] = {ProblemError: _problem, ConnectorError: _connector_error, HTTPException: _http_error}
    return Starlette(routes=routes, exception_handlers=handlers)


class _Node:
    """The handlers of one server."""

    def __init__(self, processes: LocalProcesses, jobs: Jobs, port: Port | None) -> None:
        self._processes = processes
        self._jobs = jobs
        self._port = port
        self._watched: set[asyncio.Task[None]] = set()
        self._keys: dict[str, list[str]] = {}  # of the jobs that were asked for with one
        self._url = processes.base_url

    async def landing(self, request: Request) -> Response:
        relations = (
            ("self", ""),
            ("conformance", "/conformance"),
            ("http://www.opengis.net/def/rel/ogc/1.0/conformance", "/conformance"),
            ("http://www.opengis.net/def/rel/ogc/1.0/processes", "/processes"),
            ("http://www.opengis.net/def/rel/ogc/1.0/job-list", "/jobs"),
        )
        links = [_link(f"{self._url}{path or '/'}", rel) for rel, path in relations]
        words = "Climate and land-cover processes over local files and xclim's climate indicators."
        return _json({"title": "Local processes", "description": words, "links": links})

    async def conformance(self, request: Request) -> Response:
        return _json({"conformsTo": [*CONFORMANCE, *(() if self._port is None else (CALLBACK,))]})

    async def processes(self, request: Request) -> Response:
        language = _language(request)
        every = list(catalogue.summaries())
        offset, limit = _count(request, "offset", 0), _count(request, "limit", len(every))
        shown = every[offset : offset + limit]
        links = [_link(f"{self._url}/processes", "self")]
        if offset + limit < len(every):
            links.append(_link(f"{self._url}/processes?limit={limit}&offset={offset + limit}", "next"))
        listed = [d.summary(language) | {"links": [_link(f"{self._url}/processes/{d.id}", "self")]} for d in shown]
        return _json({"processes": listed, "links": links}, language=language)

    async def process(self, request: Request) -> Response:
        language = _language(request)
        described = await asyncio.to_thread(catalogue.description, request.path_params["process_id"])
        execute = "http://www.opengis.net/def/rel/ogc/1.0/execute"
        links = [
            _link(f"{self._url}/processes/{described.id}{path}", rel)
            for rel, path in (("self", ""), (execute, "/execution"))
        ]
        return _json(described.to_dict(language) | {"links": links}, language=language)

    async def execution(self, request: Request) -> Response:
        body = await _body(request, most=MAX_BODY if self._port is None else self._port.inbox.most_bytes)
        inputs = body.get("inputs", {})
        if not isinstance(inputs, dict):
            raise ProblemError(400, "'inputs' is an object of inputs by name", kind="invalid-parameter")
        subscriber: dict[str, str] = {}
        if self._port is not None:
            subscriber = await self._port.notices.accepted(body.get("subscriber"))
            inputs = await self._port.inbox.taken(inputs)
        process_id = request.path_params["process_id"]
        job = None if body.get("outputs") else self._jobs.recall(process_id, inputs)
        if job is not None and job.results is not None:
            selected = tuple(job.results.outputs)
        else:
            execution = await asyncio.to_thread(self._processes.read, process_id, inputs)
            selected = _selected(body, tuple(execution.description.outputs))
            job = self._jobs.submit(execution)
        self._note(job, request.headers.get("idempotency-key", ""))
        self._watch(job, subscriber)
        prefer = request.headers.get("prefer", "").lower()
        patience = re.search(r"wait=(\d+)", prefer)
        if "respond-async" in prefer:
            job = (await self._jobs.wait(job.id, seconds=float(patience[1])) if patience else job) or job
            if not patience or job.status in ("accepted", "running"):
                headers = {"Location": f"{self._url}/jobs/{job.id}", "Preference-Applied": "respond-async"}
                return _json(job.to_dict(base_url=self._url), status=201, headers=headers)
        job = await self._jobs.wait(job.id) or job
        return await self._answer(self._ended(job), selected, response=str(body.get("response", "document")))

    def _note(self, job: Job, key: str) -> None:
        """Keep the key of a request, so that its job is found where the answer is lost."""
        if self._port is not None and key and len(key) <= MOST_KEY:
            keys = self._keys.pop(job.id, [])
            self._keys[job.id] = keys if key in keys else [*keys, key][-MOST_KEYS:]
            while len(self._keys) > MOST_JOBS:
                del self._keys[next(iter(self._keys))]

    def _status(self, job: Job) -> dict[str, JSON]:
        """The status document of a job, with the keys of its requests."""
        keys = {} if self._port is None else {"idempotencyKeys": self._keys.get(job.id, [])}
        return job.to_dict(base_url=self._url) | keys

    def _watch(self, job: Job, subscriber: Mapping[str, str]) -> None:
        """Have who asked told how a job goes."""
        if subscriber:
            task = asyncio.ensure_future(self._told(job, subscriber))
            self._watched.add(task)
            task.add_done_callback(self._watched.discard)

    async def _told(self, job: Job, subscriber: Mapping[str, str]) -> None:
        assert self._port is not None
        notices = self._port.notices
        if "inProgressUri" in subscriber and job.status in ("accepted", "running"):
            notices.tell(subscriber["inProgressUri"], job.to_dict(base_url=self._url))
        ended = await self._jobs.wait(job.id) or job
        if ended.status == "successful" and ended.results is not None and "successUri" in subscriber:
            notices.tell(subscriber["successUri"], ended.results.to_dict())
        elif ended.status != "successful" and "failedUri" in subscriber:
            notices.tell(subscriber["failedUri"], ended.to_dict(base_url=self._url))

    async def jobs(self, request: Request) -> Response:
        every = self._jobs.all()
        limit = _count(request, "limit", 100)
        listed = [self._status(job) for job in every[:limit]]
        return _json({"jobs": listed, "links": [_link(f"{self._url}/jobs", "self")]})

    async def status(self, request: Request) -> Response:
        return _json(self._status(self._job(request)))

    async def dismiss(self, request: Request) -> Response:
        self._job(request)
        job = self._jobs.dismiss(request.path_params["job_id"])
        if job is None:
            raise ProblemError(404, "the job is gone", kind="no-such-job")
        return _json(job.to_dict(base_url=self._url))

    async def results(self, request: Request) -> Response:
        return _json(self._ended(self._job(request)).to_dict())

    async def result(self, request: Request) -> Response:
        results, name = self._ended(self._job(request)), request.path_params["name"]
        if name not in results.to_dict():
            raise ProblemError(
                404, f"the job has no output {name!r}; it has {', '.join(results.to_dict())}", kind="no-such-output"
            )
        wanted = request.query_params.get("f", "")
        accepted = request.headers.get("accept", "")
        coverage = wanted in ("json", "covjson") or "coverage+json" in accepted
        return await self._one(results, name, coverage=coverage)

    def _job(self, request: Request) -> Job:
        job = self._jobs.get(request.path_params["job_id"])
        if job is None:
            raise ProblemError(
                404, f"there is no job {request.path_params['job_id']!r}; GET /jobs lists them", kind="no-such-job"
            )
        return job

    def _ended(self, job: Job) -> Results:
        """The job's results; raises ProblemError while there are none, and the job's own error if it failed."""
        if job.error is not None:
            raise job.error
        if job.status == "dismissed":
            raise ProblemError(410, f"the job {job.id!r} was dismissed", kind="no-such-job")
        if job.results is None:
            raise ProblemError(404, f"the job {job.id!r} is {job.status}", kind="result-not-ready")
        return job.results

    async def _answer(self, results: Results, selected: tuple[str, ...], *, response: str) -> Response:
        if response == "raw" and len(selected) == 1:
            return await self._one(results, selected[0], coverage=False)
        document = results.to_dict()
        return _json({name: document[name] for name in (*selected, "caveats") if name in document})

    async def _one(self, results: Results, name: str, *, coverage: bool) -> Response:
        """One output: a cube as NetCDF or CoverageJSON, anything else as JSON."""
        from starlette.responses import Response

        from connectors.compute import export

        value = results.outputs.get(name)
        if not isinstance(value, Cube):
            return _json(results.to_dict()[name])
        field = await asyncio.to_thread(self._processes.held, value.hrefs[0])
        if field is None:
            raise ProblemError(
                410, f"the cube {value.hrefs[0]!r} is no longer held; run the process again", error="Unavailable"
            )
        if coverage:
            return _json(await asyncio.to_thread(export.to_coverage, field), media_type=export.COVERAGE)
        content = await asyncio.to_thread(export.to_netcdf, field)
        return Response(content, media_type=export.NETCDF)


async def _body(request: Request, *, most: int) -> dict[str, JSON]:
    """The request's JSON object; raises ProblemError where it is none or too large."""
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > most:
            raise ProblemError(413, f"a request has at most {most} bytes", kind="invalid-parameter")
        parts.append(part)
    try:
        body = json.loads(b"".join(parts) or b"{}")
    except (ValueError, RecursionError) as error:
        raise ProblemError(400, f"the body is not JSON ({error})", kind="invalid-parameter") from error
    if not isinstance(body, dict):
        raise ProblemError(400, "the body is an object with 'inputs'", kind="invalid-parameter")
    return body


def _selected(body: Mapping[str, JSON], outputs: tuple[str, ...]) -> tuple[str, ...]:
    """The outputs that the request names; all where it names none."""
    asked = body.get("outputs") or {}
    names = tuple(str(name) for name in asked) if isinstance(asked, dict | list) else ()
    if unknown := [name for name in names if name not in outputs]:
        raise ProblemError(
            400, f"there is no output {unknown[0]!r}; there are {', '.join(outputs)}", kind="invalid-parameter"
        )
    return names or outputs


def _count(request: Request, name: str, default: int) -> int:
    text = request.query_params.get(name, "")
    if text and not text.isdigit():
        raise ProblemError(400, f"{name!r} is a whole number, got {text!r}", kind="invalid-parameter")
    return int(text) if text else default


def _language(request: Request) -> Language:
    return "fr" if request.headers.get("accept-language", "").lower().startswith("fr") else "en"


def _link(href: str, rel: str) -> dict[str, str]:
    return {"href": href, "rel": rel, "type": "application/json"}


def _json(
    document: JSON,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    language: str = "",
    media_type: str = "application/json",
) -> Response:
    from starlette.responses import Response

    told = dict(headers or {}) | ({"Content-Language": language} if language else {})
    body = json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return Response(body, status_code=status, headers=told, media_type=media_type)


async def _problem(request: Request, error: ProblemError) -> Response:
    return _json(error.document, status=error.status, media_type="application/problem+json")


async def _connector_error(request: Request, error: ConnectorError) -> Response:
    kind = error.kind if error.kind.startswith("no-such") else "invalid-parameter" if isinstance(error, Refused) else ""
    status = next((code for known, code in _STATUS.items() if isinstance(error, known)), 500)
    if kind.startswith("no-such"):
        status = 404
    elif error.kind.startswith("http_"):
        status = int(error.kind[5:])
    return await _problem(request, ProblemError(status, str(error), kind=kind, error=type(error).__name__))


async def _http_error(request: Request, error: Any) -> Response:
    return await _problem(
        request, ProblemError(error.status_code, f"{error.detail}: {request.method} {request.url.path}")
    )
