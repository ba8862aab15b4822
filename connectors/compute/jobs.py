"""Jobs: the executions of local processes with the states and words of OGC API – Processes.

The same request is the same job: asked again it is not run again while its results are held.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import OrderedDict
from collections.abc import Callable, Mapping
from concurrent.futures import CancelledError, Future, InvalidStateError
from dataclasses import dataclass, field, replace
from datetime import datetime
from threading import Lock
from typing import Literal

from connectors.compute.local import Execution, LocalProcesses, Results
from connectors.errors import ConnectorError, Unavailable
from connectors.items import JSON

Status = Literal["accepted", "running", "successful", "failed", "dismissed"]
ENDED = ("successful", "failed", "dismissed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A job as it stands; replaced, never changed."""

    id: str
    process_id: str
    status: Status
    created: datetime
    started: datetime | None = None
    finished: datetime | None = None
    results: Results | None = None
    error: ConnectorError | None = None

    def to_dict(self, *, base_url: str) -> dict[str, JSON]:
        """The statusInfo document."""
        url = f"{base_url}/jobs/{self.id}"
        links = [{"href": url, "rel": "self", "type": "application/json"}]
        if self.status == "successful":
            relation = "http://www.opengis.net/def/rel/ogc/1.0/results"
            links.append({"href": f"{url}/results", "rel": relation, "type": "application/json"})
        moments = {"created": self.created, "started": self.started, "finished": self.finished}
        return {
            "type": "process",
            "processID": self.process_id,
            "jobID": self.id,
            "status": self.status,
            "message": str(self.error) if self.error else "",
            "progress": 100 if self.status in ENDED else 0,
            "links": links,
        } | {name: _rfc3339(moment) for name, moment in moments.items() if moment}


class Jobs:
    """The latest `most` jobs; the clock is passed in."""

    def __init__(self, processes: LocalProcesses, *, clock: Callable[[], datetime], most: int = 1000) -> None:
        self._processes = processes
        self._clock = clock
        self._most = most
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._tokens: dict[str, _Token] = {}
        self._lock = Lock()

    def submit(self, execution: Execution) -> Job:
        """Begin the execution, or give the job that already does it or has done it."""
        with self._lock:
            known = self._jobs.get(execution.id)
            if known is not None and self._serves(known):
                self._jobs.move_to_end(known.id)
                return known
            token = _Token()
            self._tokens[execution.id] = token
            self._put(
                Job(id=execution.id, process_id=execution.description.id, status="accepted", created=self._clock())
            )
        token.work = self._processes.submit(execution, begun=lambda: self._begin(execution.id, token))
        token.work.add_done_callback(lambda ended: self._end(execution.id, token, ended))
        return self._jobs[execution.id]

    def recall(self, process_id: str, inputs: Mapping[str, JSON]) -> Job | None:
        """The job of a request whose results are known from before; None where it has to be run."""
        known = self._processes.recall(process_id, inputs)
        if known is None:
            return None
        identity, results = known
        with self._lock:
            if identity not in self._jobs and identity not in self._tokens:
                now = self._clock()
                job = Job(id=identity, process_id=process_id, status="successful", created=now, results=results)
                self._put(replace(job, started=now, finished=now))
            job = self._jobs[identity]
            return job if job.status == "successful" else None

    async def wait(self, job_id: str, *, seconds: float | None = None) -> Job | None:
        """The job once it has ended, or as it stands after so many seconds; None if it is not known."""
        token = self._tokens.get(job_id)
        if token is not None:
            await asyncio.wait({asyncio.wrap_future(token.ended)}, timeout=seconds)
        return self.get(job_id)

    def get(self, job_id: str) -> Job | None:
        with self._lock:
            return self._jobs.get(job_id)

    def all(self) -> tuple[Job, ...]:
        """Latest first."""
        with self._lock:
            return tuple(reversed(self._jobs.values()))

    def dismiss(self, job_id: str) -> Job | None:
        """Stop the job, or forget its results; None if it is not known. A run that has begun ends unheard."""
        with self._lock:
            job, token = self._jobs.get(job_id), self._tokens.pop(job_id, None)
            if job is None:
                return None
            dismissed = replace(job, status="dismissed", finished=self._clock(), results=None)
            self._put(dismissed)
        if token is not None:
            if token.work is not None:
                token.work.cancel()
            token.settle()
        self._forget(job_id)
        return dismissed

    def _serves(self, job: Job) -> bool:
        if job.status in ("accepted", "running"):
            return True
        return job.status == "successful" and job.results is not None and self._processes.holds(job.results)

    def _put(self, job: Job) -> None:
        self._jobs[job.id] = job
        self._jobs.move_to_end(job.id)
        for old in [j.id for j in self._jobs.values() if j.status in ENDED][: max(0, len(self._jobs) - self._most)]:
            del self._jobs[old]
            self._forget(old)

    def _forget(self, job_id: str) -> None:
        self._processes.store.drop(self._processes.result_href(job_id, ""))

    def _begin(self, job_id: str, token: _Token) -> None:
        with self._lock:
            if self._tokens.get(job_id) is token:
                self._put(replace(self._jobs[job_id], status="running", started=self._clock()))

    def _end(self, job_id: str, token: _Token, work: Future[Results]) -> None:
        results, error = _outcome(work)
        with self._lock:
            mine = self._tokens.get(job_id) is token
            if mine:
                del self._tokens[job_id]
                status: Status = "failed" if error else "successful"
                self._put(
                    replace(self._jobs[job_id], status=status, finished=self._clock(), results=results, error=error)
                )
            elif job_id not in self._tokens:
                self._forget(job_id)
        token.settle()


@dataclass(slots=True)
class _Token:
    """One attempt at a job: the worker's future, and a future that is set once the job says how it ended."""

    ended: Future[None] = field(default_factory=Future)
    work: Future[Results] | None = None

    def settle(self) -> None:
        with contextlib.suppress(InvalidStateError):
            self.ended.set_result(None)


def _outcome(work: Future[Results]) -> tuple[Results | None, ConnectorError | None]:
    """What the worker gave; a fault of ours fails the job and leaves the server standing."""
    try:
        return work.result(), None
    except ConnectorError as error:
        return None, error
    except CancelledError:
        return None, Unavailable("the process was stopped before it began")
    except Exception as error:
        broken = Unavailable(f"the process broke ({type(error).__name__}: {error})", kind="http_500")
        broken.__cause__ = error
        return None, broken


def _rfc3339(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
