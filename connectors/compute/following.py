"""Following: looks at a remote job, ever more rarely or when the server says, until it ends."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from connectors.compute.remote import Job, ProcessServer
from connectors.errors import BadReply, ConnectorError, Refused, Unavailable
from connectors.items import Processed

MISSES = 3  # looks at a job that may fail in a row before it counts as lost
LONGEST_ASKED_S = 600.0  # a server may not make us sleep longer than this
SILENCE_S = 15.0  # who listens hears at least so often that the job is still waited for
GONE = ("http_404", "http_410")
DISMISSED, LOST, LATE = "job_dismissed", "job_lost", "job_late"
Sleep = Callable[[float], Awaitable[bool | None]]  # True where it was woken


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How often a job is looked at: seconds before the first look, how they grow, their most; `rng` spreads them."""

    first_s: float = 0.5
    longest_s: float = 15.0
    slower: float = 1.5
    rng: random.Random | None = None

    def spread(self, pause: float) -> float:
        """The pause, a tenth shorter or longer."""
        return pause if self.rng is None else pause * self.rng.uniform(0.9, 1.1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Follower:
    """Follows the jobs of one server; gives up on one after `patience_s`."""

    server: ProcessServer
    pace: Pace = Pace()
    patience_s: float = 3600.0
    sleep: Sleep = asyncio.sleep

    async def follow(self, job: Job, *, seen: Callable[[Job], None], sleep: Sleep | None = None) -> Job:
        """The job once it has ended; raises Unavailable of kind `job_late` or `job_lost`. `seen` is told of every look."""
        waited, pause, missed = 0.0, self.pace.first_s, 0
        asked = job.retry_after
        while job.state == "waiting":
            if waited >= self.patience_s:
                raise Unavailable(f"job {job.href} has not ended after {waited:.0f} s; it was dismissed", kind=LATE)
            rest = self.pace.spread(pause) if asked is None else min(asked, LONGEST_ASKED_S)
            waited += rest
            while rest > 0:
                woken = await (sleep or self.sleep)(min(rest, SILENCE_S))
                rest = 0.0 if woken else rest - SILENCE_S
                if rest > 0:
                    seen(job)  # a sign of life
            looked = await self._look(job, missed=missed)
            missed = missed + 1 if looked is None else 0
            if looked is not None:
                job = replace(looked, results_href=looked.results_href or job.results_href)
                seen(job)
            asked = looked.retry_after if looked is not None else None
            pause = min(self.pace.longest_s, pause * self.pace.slower)
        return job

    async def results(self, job: Job) -> Processed:
        """The results of a job that ended, or its reason raised; a server that stumbles is asked again."""
        if job.state == "dismissed":
            raise Refused(f"job {job.href} was dismissed at the server", kind=DISMISSED)
        if job.outcome is not None:
            return job.outcome
        for missed in range(MISSES):
            try:
                return await self.server.results(job)
            except ConnectorError as error:
                if missed + 1 == MISSES or not _may_pass(error):
                    raise
                await self.sleep(self.pace.first_s * 2**missed)
        raise AssertionError("the last miss raises")

    async def _look(self, job: Job, *, missed: int) -> Job | None:
        """The job as it stands; None where the server stumbles, which is borne a few times."""
        try:
            return await self.server.status(job)
        except ConnectorError as error:
            if missed + 1 < MISSES and (_may_pass(error) or error.kind in GONE):
                return None
            if error.kind in GONE:
                raise Unavailable(f"job {job.href} is lost: {error}", kind=LOST) from error
            raise


def _may_pass(error: ConnectorError) -> bool:
    return isinstance(error, Unavailable) or (isinstance(error, BadReply) and error.kind == "bad_payload")
