"""Direct: runs a process at a server that lives and ends with us, so that nothing of its jobs is written down."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass, replace

from connectors.base import Progress, progressed
from connectors.compute.following import SILENCE_S, Follower, Pace, Sleep
from connectors.compute.job_table import request_id
from connectors.compute.remote import Job, Mode, ProcessServer
from connectors.errors import ConnectorError, Unavailable, Unsupported
from connectors.items import Processed
from connectors.operations import Operation, Process


@dataclass(frozen=True, slots=True, kw_only=True)
class Direct:
    """An executor of processes at one server; a job that is not waited for any more is dismissed."""

    server: ProcessServer
    mode: Mode = "sync"
    pace: Pace = Pace(first_s=0.2, longest_s=10.0)
    patience_s: float = 3600.0
    silence_s: float = SILENCE_S  # who listens hears so often that a server which answers at the end is at work
    sleep: Sleep = asyncio.sleep

    @property
    def offered(self) -> ProcessServer:
        """What the server offers, from itself: it costs nothing to ask."""
        return self.server

    async def execute(self, operation: Operation, *, source: str) -> Processed:
        """Run a `Process`; raises ConnectorError with the server's own words."""
        process = checked(operation, source=source)
        follower = Follower(server=self.server, pace=self.pace, patience_s=self.patience_s, sleep=self.sleep)
        try:
            job = await self._submitted(process, source=source)
            try:
                job = await follower.follow(job, seen=lambda seen: tell(seen, source=source))
            except (asyncio.CancelledError, Unavailable):
                await dismissed(self.server, job)
                raise
            return await follower.results(job)
        except ConnectorError as error:
            error.source = error.source or source
            raise

    async def _submitted(self, process: Process, *, source: str) -> Job:
        """What the server answers, however long it works before it does: it lives as long as we wait for it."""
        asked = asyncio.ensure_future(self.server.submit(process, key=request_id(source, process), mode=self.mode))
        try:
            while not (await asyncio.wait({asked}, timeout=self.silence_s))[0]:
                tell(Job(href="", process_id=process.process_id), source=source)
            return asked.result()
        finally:
            asked.cancel()


def checked(operation: Operation, *, source: str) -> Process:
    """The operation as a process; raises Unsupported for any other."""
    if not isinstance(operation, Process):
        raise Unsupported(f"{source!r} runs processes, not a {type(operation).__name__.lower()}", source=source)
    return operation


def tell(job: Job, *, source: str) -> None:
    """Say how far a job has come to who listens."""
    progressed(Progress(source=source, state=job.state, percent=job.progress, message=job.message))


async def dismissed(server: ProcessServer, job: Job) -> Job:
    """Tell the server to stop; whether it hears does not matter."""
    with contextlib.suppress(ConnectorError):
        await asyncio.shield(server.dismiss(job))
    return replace(job, state="dismissed")
