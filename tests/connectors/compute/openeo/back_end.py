"""A small openEO back end: versions, processes, collections, batch jobs that run for a while, results as files, one token."""

from __future__ import annotations

import asyncio
import itertools
from collections import Counter
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

TOKEN = "oidc/here/abc"
ENDPOINTS = [
    {"path": "/result", "methods": ["POST"]},
    {"path": "/jobs", "methods": ["GET", "POST"]},
    {"path": "/jobs/{job_id}", "methods": ["GET", "DELETE"]},
]
PROCESSES = [
    {
        "id": "add",
        "summary": "Addition",
        "description": "Adds.",
        "parameters": [
            {"name": "x", "description": "One", "schema": {"type": "number"}},
            {"name": "y", "description": "Other", "schema": {"type": "number"}, "optional": True, "default": 0},
        ],
        "returns": {"schema": {"type": "number"}},
    },
    {"id": "fail", "summary": "Fails", "parameters": [], "returns": {}},
    {"id": "ndvi", "summary": "NDVI", "parameters": [], "returns": {}},
]
COLLECTIONS = [
    {
        "id": "S2",
        "title": "Sentinel-2",
        "license": "proprietary",
        "extent": {
            "spatial": {"bbox": [[-10, 40, 10, 60]]},
            "temporal": {"interval": [["2015-07-04T00:00:00Z", None]]},
        },
        "cube:dimensions": {"bands": {"type": "bands", "values": ["B04", "B08"]}},
    }
]


class BackEnd:
    """`work_s` is how long a job runs; a graph whose only node is `fail` fails."""

    def __init__(self, *, work_s: float = 0.05, page: int = 100) -> None:
        self.jobs: dict[str, dict[str, Any]] = {}
        self.executions: Counter[str] = Counter()
        self.work_s, self._page = work_s, page
        self._numbers = itertools.count(1)
        self._work: dict[str, asyncio.Task[None]] = {}

    def app(self) -> Starlette:
        v = "/openeo/1.2"
        return Starlette(
            routes=[
                Route("/.well-known/openeo", self._versions),
                Route(
                    f"{v}/", lambda r: JSONResponse({"api_version": "1.2.0", "title": "Here", "endpoints": ENDPOINTS})
                ),
                Route(f"{v}/processes", lambda r: JSONResponse({"processes": PROCESSES, "links": []})),
                Route(f"{v}/collections", lambda r: JSONResponse({"collections": COLLECTIONS, "links": []})),
                Route(f"{v}/result", self._result, methods=["POST"]),
                Route(f"{v}/jobs", self._create, methods=["POST"]),
                Route(f"{v}/jobs", self._list, methods=["GET"]),
                Route(f"{v}/jobs/{{job}}", self._status, methods=["GET"]),
                Route(f"{v}/jobs/{{job}}", self._delete, methods=["DELETE"]),
                Route(f"{v}/jobs/{{job}}/results", self._start, methods=["POST"]),
                Route(f"{v}/jobs/{{job}}/results", self._results, methods=["GET"]),
                Route(f"{v}/jobs/{{job}}/logs", self._logs),
            ]
        )

    async def _versions(self, request: Request) -> Response:
        versions = [
            {"api_version": "0.4.2", "url": "/openeo/0.4/"},
            {"api_version": "1.2.0", "url": "/openeo/1.2/", "production": True},
            {"api_version": "1.3.0", "url": "/openeo/1.3/", "production": False},
        ]
        return JSONResponse({"versions": versions})

    async def _result(self, request: Request) -> Response:
        if (refused := _unauthorized(request)) is not None:
            return refused
        node = _last((await request.json())["process"]["process_graph"])
        if node["process_id"] == "add":
            return JSONResponse(node["arguments"]["x"] + node["arguments"].get("y", 0))
        return Response(b"CDF\x01bytes", media_type="application/x-netcdf")

    async def _create(self, request: Request) -> Response:
        if (refused := _unauthorized(request)) is not None:
            return refused
        body = await request.json()
        name = f"b-{next(self._numbers)}"
        self.jobs[name] = {
            "id": name, "title": body.get("title"), "description": body.get("description"), "status": "created",
            "created": "2026-11-25T12:00:00Z", "process": body["process"],
        }  # fmt: skip
        headers = {"location": f"/openeo/1.2/jobs/{name}", "openeo-identifier": name}
        return Response(status_code=201, headers=headers)

    async def _start(self, request: Request) -> Response:
        name = request.path_params["job"]
        if self.jobs[name]["status"] == "created":
            self.jobs[name]["status"] = "queued"
            self._work[name] = asyncio.get_running_loop().create_task(self._run(name))
        return Response(status_code=202)

    async def _run(self, name: str) -> None:
        node = _last(self.jobs[name]["process"]["process_graph"])
        self.executions[str(node["arguments"].get("x"))] += 1
        self.jobs[name] |= {"status": "running", "progress": 50}
        await asyncio.sleep(self.work_s)
        self.jobs[name] |= {"status": "error" if node["process_id"] == "fail" else "finished", "progress": 100}

    async def _list(self, request: Request) -> Response:
        offset = int(request.query_params.get("offset", 0))
        shown = [{k: v for k, v in job.items() if k not in ("process", "progress")} for job in self.jobs.values()][
            offset : offset + self._page
        ]
        more = offset + self._page < len(self.jobs)
        links = [{"rel": "next", "href": f"/openeo/1.2/jobs?offset={offset + self._page}"}] if more else []
        return JSONResponse({"jobs": shown, "links": links})

    async def _status(self, request: Request) -> Response:
        job = self.jobs.get(request.path_params["job"])
        return JSONResponse(job) if job else _error("JobNotFound", 404)

    async def _delete(self, request: Request) -> Response:
        name = request.path_params["job"]
        if self.jobs.pop(name, None) is None:
            return _error("JobNotFound", 404)
        if name in self._work:
            self._work[name].cancel()
        return Response(status_code=204)

    async def _results(self, request: Request) -> Response:
        job = self.jobs[request.path_params["job"]]
        if job["status"] == "error":
            return _error("JobFailed", 424)
        if job["status"] != "finished":
            return _error("JobNotFinished", 400)
        base = str(request.url).rpartition("/")[0]
        assets = {
            "openEO.nc": {"href": f"{base}/files/openEO.nc", "type": "application/netcdf", "roles": ["data"]},
            "preview.png": {"href": f"{base}/files/preview.png", "type": "image/png", "roles": ["thumbnail"]},
        }
        return JSONResponse({"type": "Feature", "stac_version": "1.0.0", "id": job["id"], "assets": assets})

    async def _logs(self, request: Request) -> Response:
        logs = [
            {"id": "1", "level": "error", "message": "The process 'fail' cannot be run here"},
            {"id": "2", "level": "info", "message": "Stopped"},
        ]
        return JSONResponse({"level": "error", "logs": logs, "links": []})


def _unauthorized(request: Request) -> Response | None:
    if request.headers.get("authorization") == f"Bearer {TOKEN}":
        return None
    return _error("AuthenticationRequired", 401)


def _error(code: str, status: int) -> Response:
    return JSONResponse({"code": code, "message": f"{code} it is", "id": "r-1", "links": []}, status_code=status)


def _last(graph: dict[str, Any]) -> dict[str, Any]:
    return next(node for node in graph.values() if node.get("result"))
