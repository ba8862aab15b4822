"""A plain OGC API – Processes server: every request is a new job, which takes its time; run as a program it has a port.

It knows no keys, as pygeoapi does not; `executions` counts how often each input was really worked on.
"""

from __future__ import annotations

import asyncio
import itertools
import random
import sys
from collections import Counter
from datetime import UTC, datetime
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

MODES = ["sync-execute", "async-execute", "dismiss"]


class JobServer:
    """`delay_s` is the most it waits before and after it notes a job, `work_s` how long a job takes."""

    def __init__(self, *, delay_s: float = 0.0, work_s: float = 0.0, seed: int = 0, modes: list[str] = MODES) -> None:
        self.executions: Counter[str] = Counter()
        self.posts = 0
        self._jobs: dict[str, dict[str, Any]] = {}
        self._inputs: dict[str, dict[str, Any]] = {}
        self._work: dict[str, asyncio.Task[None]] = {}
        self._delay_s, self._work_s, self._modes = delay_s, work_s, modes
        self._rng = random.Random(seed)
        self._numbers = itertools.count(1)

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/processes/{process}", self._describe),
                Route("/processes/{process}/execution", self._execute, methods=["POST"]),
                Route("/jobs", self._list),
                Route("/jobs/{job}", self._status, methods=["GET"]),
                Route("/jobs/{job}", self._dismiss, methods=["DELETE"]),
                Route("/jobs/{job}/results", self._results),
                Route("/executions", lambda request: JSONResponse(dict(self.executions))),
            ]
        )

    async def _describe(self, request: Request) -> Response:
        return JSONResponse({"id": request.path_params["process"], "version": "1", "jobControlOptions": self._modes})

    async def _execute(self, request: Request) -> Response:
        self.posts += 1
        body = await request.json()
        await asyncio.sleep(self._rng.uniform(0, self._delay_s))
        job = self._begin(request.path_params["process"], body.get("inputs", {}))
        if "respond-async" not in request.headers.get("prefer", ""):
            await self._work[job["jobID"]]
            return JSONResponse({"double": 2 * self._inputs[job["jobID"]]["n"]})
        await asyncio.sleep(self._rng.uniform(0, self._delay_s))
        return JSONResponse(job, status_code=201, headers={"location": f"/jobs/{job['jobID']}"})

    def _begin(self, process: str, inputs: dict[str, Any]) -> dict[str, Any]:
        name = f"j{next(self._numbers)}"
        job = {"jobID": name, "processID": process, "type": "process", "status": "accepted", "progress": 0}
        self._jobs[name], self._inputs[name] = job | {"created": datetime.now(UTC).isoformat()}, inputs
        self._work[name] = asyncio.get_running_loop().create_task(self._run(name))
        return dict(self._jobs[name])

    async def _run(self, name: str) -> None:
        self.executions[str(self._inputs[name].get("n"))] += 1
        for progress in (25, 50, 75):
            self._jobs[name] |= {"status": "running", "progress": progress, "message": f"at {progress} %"}
            await asyncio.sleep(self._work_s / 3)
        well = isinstance(self._inputs[name].get("n"), int)
        self._jobs[name] |= {"status": "successful" if well else "failed", "progress": 100}
        self._jobs[name]["message"] = "" if well else "n is not a number"

    async def _list(self, request: Request) -> Response:
        return JSONResponse({"jobs": list(reversed(self._jobs.values())), "links": []})

    async def _status(self, request: Request) -> Response:
        job = self._jobs.get(request.path_params["job"])
        return JSONResponse(job or {"detail": "no such job"}, status_code=200 if job else 404)

    async def _results(self, request: Request) -> Response:
        name = request.path_params["job"]
        if self._jobs[name]["status"] != "successful":
            return JSONResponse({"detail": "no results"}, status_code=400)
        return JSONResponse({"double": 2 * self._inputs[name]["n"]})

    async def _dismiss(self, request: Request) -> Response:
        name = request.path_params["job"]
        if name not in self._jobs:
            return JSONResponse({"detail": "no such job"}, status_code=404)
        self._work[name].cancel()
        self._jobs[name] |= {"status": "dismissed"}
        return JSONResponse(self._jobs[name])

    def forget(self) -> None:
        """Lose every job, as a server that is started anew."""
        self._jobs.clear()

    @property
    def states(self) -> list[str]:
        return [str(job["status"]) for job in self._jobs.values()]


if __name__ == "__main__":
    import uvicorn

    server = JobServer(delay_s=0.15, work_s=0.45, seed=int(sys.argv[2]))
    uvicorn.run(server.app(), host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")
