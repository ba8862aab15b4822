"""Runner: drives the processes of any remote server, each request once, however often this process is killed meanwhile.

What is asked is written into the job table before it is sent, its address after; a lost answer is looked for before the
request is sent again; who stops listening has the job dismissed.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from functools import partial

from connectors.base import Request
from connectors.compute.callbacks import Callbacks
from connectors.compute.direct import checked, dismissed, tell
from connectors.compute.following import DISMISSED, LATE, LOST, Follower, Pace, Sleep
from connectors.compute.job_table import Entry, JobTable, request_id
from connectors.compute.offered import Offered
from connectors.compute.remote import Job, LostAnswer, Mode, ProcessServer
from connectors.errors import AuthMissing, BadReply, ConnectorError, Refused, Unavailable, Unsupported
from connectors.items import Caveat, Cube, Processed
from connectors.operations import Operation, Process

SHORT_S = 2.0  # a process that usually ends sooner is run at once where its server can
FRESH_S = 3600.0  # results younger than this answer the same request again
TRIES = 3
PARTING_S = 5.0  # how long a submission under way is waited for when the asker leaves, to dismiss what it begins
NOT_ARRIVED = ("connect", "dns", "tls", "breaker", "rate_limited")


@dataclass(frozen=True, slots=True, kw_only=True)
class Runner:
    """An executor of processes at one server; `now` gives epoch seconds.

    `mode` is chosen by what the process says of itself and how long it usually takes, unless it is given. `settle_s` is
    how long after it was sent a request may still turn up in the server's list of jobs.
    """

    server: ProcessServer
    table: JobTable
    offered: Offered
    now: Callable[[], float]
    mode: Mode | None = None
    fresh_s: float = FRESH_S
    settle_s: float = 3.0
    patience_s: float = 3600.0
    pace: Pace = field(default_factory=Pace)
    sleep: Sleep = asyncio.sleep
    callbacks: Callbacks | None = None
    hand: Callable[[Process], Awaitable[Process]] | None = None  # makes what lies on this machine ready to leave it

    async def execute(self, operation: Operation, *, source: str) -> Processed:
        """Run a `Process`, or go on with it where an earlier run of ours was cut off; raises ConnectorError."""
        process = checked(operation, source=source)
        try:
            async with self.table.driver(request_id(source, process)):
                return await self._driven(process, source=source)
        except ConnectorError as error:
            error.source = error.source or source
            raise

    async def resume(self, entry: Entry) -> Processed:
        """Go on with an open job of the table."""
        return await self.execute(entry.process, source=entry.source)

    async def cancel(self, entry: Entry) -> Entry:
        """Have an open job dismissed at its server, also one that another process follows."""
        if entry.job is not None:
            await dismissed(self.server, entry.job)
        return self.table.ended(entry.key, "dismissed")

    async def _driven(self, process: Process, *, source: str) -> Processed:
        entry = self._entry(process, source, await self._mode(process, source))
        if entry.results is not None and await self._is_gone(entry.results):
            entry = self.table.begin(source, process, mode=entry.mode, fresh_s=0.0)
        resumed = entry.job is not None
        try:
            return await self._finished(entry)
        except Unavailable as error:
            if error.kind != LOST or not resumed:
                raise
        return await self._finished(self._entry(process, source, entry.mode))  # the server has forgotten: begin anew

    async def _is_gone(self, results: Processed) -> bool:
        """Whether the server no longer holds what an earlier run gave; who cannot be asked is believed to."""
        hrefs = (href for output in results.outputs.values() if isinstance(output, Cube) for href in output.hrefs)
        href = next((h for h in hrefs if h.startswith(("http://", "https://"))), "")
        if not href:
            return False
        try:
            return (await self.server.send(Request(method="HEAD", url=href))).status in (404, 410)
        except ConnectorError:
            return False

    def _entry(self, process: Process, source: str, mode: Mode) -> Entry:
        return self.table.begin(source, process, mode=mode, fresh_s=self.fresh_s)

    async def _mode(self, process: Process, source: str) -> Mode:
        if self.mode is not None:
            return self.mode
        try:
            modes = (await self.offered.describe(process.process_id)).summary.modes
        except ConnectorError as error:
            if isinstance(error, AuthMissing) or error.kind in ("http_404", "no-such-process"):
                raise
            return "async"
        if "sync-execute" not in modes:
            return "async"
        usual = self.table.usual_s(source, process.process_id)
        return "sync" if "async-execute" not in modes or (usual is not None and usual < SHORT_S) else "async"

    async def _finished(self, entry: Entry) -> Processed:
        """Bring an entry to its end; what is merely out of reach leaves it open for the next run."""
        if entry.results is not None:
            return entry.results
        follower = Follower(server=self.server, pace=self.pace, patience_s=self.patience_s, sleep=self.sleep)
        try:
            job = entry.job or await self._begun(entry)
            job = await self._followed(job, entry, follower)
            results = await follower.results(job)
            doubts = await _checked(results, entry.process)
        except (Refused, BadReply, Unsupported) as error:
            self.table.ended(entry.key, "dismissed" if error.kind == DISMISSED else "failed", error=error)
            raise
        except Unavailable as error:
            if error.kind in (LATE, LOST):
                self.table.ended(entry.key, "failed", error=error)
            raise
        notes = (self.table.entry(entry.key) or entry).notes
        caveats = tuple(Caveat(code=code, parameters={"source": entry.source, "job": job.id}) for code in notes)
        results = replace(results, caveats=(*results.caveats, *caveats, *doubts))
        return self.table.ended(entry.key, "successful", results=results).results or results

    async def _followed(self, job: Job, entry: Entry, follower: Follower) -> Job:
        sleep = None if self.callbacks is None else partial(self.callbacks.sleep, entry.key)
        try:
            return await follower.follow(job, seen=partial(self._seen, entry), sleep=sleep)
        except asyncio.CancelledError:
            await self._drop(entry, job)
            raise
        except Unavailable as error:
            if error.kind == LATE:
                await dismissed(self.server, job)
            raise
        finally:
            if self.callbacks is not None:
                self.callbacks.forget(entry.key)

    def _seen(self, entry: Entry, job: Job) -> None:
        self.table.looked(entry.key, job)
        tell(job, source=entry.source)

    async def _begun(self, entry: Entry) -> Job:
        """The job of an entry, found again or begun; one submission of a process at a time, so that its job is plain."""
        process = entry.process if self.hand is None else await self.hand(entry.process)
        if self.server.lost != "listed" or entry.mode == "sync":
            return await self._submitted(entry, process)
        name = hashlib.sha256(f"{entry.source}\n{entry.process.process_id}".encode()).hexdigest()[:32]
        async with self.table.driver(name):
            return await self._submitted(entry, process)

    async def _submitted(self, entry: Entry, process: Process) -> Job:
        """Send what was handed over of the entry's process, at most so many times."""
        lost: Unavailable | None = None
        for attempt in range(TRIES):
            if entry.stage == "sent":
                if (found := await self._found(entry, process)) is not None:
                    return found
                if self.server.lost == "unknown":
                    entry = self.table.noted(entry.key, "repeated_job")
            if attempt and lost is not None:
                await self.sleep(lost.retry_after or self.pace.first_s * 2**attempt)
            entry = self.table.sent(entry.key)
            try:
                return self._begins(entry, await self._post(entry, process))
            except Unavailable as error:
                lost = error
                if error.kind in NOT_ARRIVED:
                    entry = self.table.unsent(entry.key)
        assert lost is not None
        if entry.stage == "sent" and (found := await self._found(entry, process)) is not None:
            return found
        raise lost

    def _begins(self, entry: Entry, job: Job) -> Job:
        if job.outcome is None:
            self.table.located(entry.key, job)
        self._seen(entry, job)
        return job

    async def _post(self, entry: Entry, process: Process) -> Job:
        """Send; when the asker leaves meanwhile, what the answer tells of is dismissed."""
        task = asyncio.ensure_future(self.server.submit(process, key=entry.key, mode=entry.mode))
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            with contextlib.suppress(ConnectorError, TimeoutError):
                job = await asyncio.wait_for(task, PARTING_S)
                await self._drop(entry, job)
            raise

    async def _drop(self, entry: Entry, job: Job) -> None:
        await dismissed(self.server, job)
        self.table.ended(entry.key, "dismissed")

    async def _found(self, entry: Entry, process: Process) -> Job | None:
        """The job that an earlier submission began, looked for until it can no longer turn up; None where there is none."""
        if self.server.lost != "listed" or entry.sent_at is None:
            return None
        while True:
            others = self.table.claimed(entry.source, but=entry.key)
            lost = LostAnswer(key=entry.key, since=entry.sent_at, now=self.now(), others=others)
            try:
                job = await self.server.find(process, lost)
            except AuthMissing:
                raise
            except (Refused, Unsupported, BadReply):  # the server keeps no list
                self.table.noted(entry.key, "repeated_job")
                return None
            if job is not None:
                if not job.is_certain:
                    self.table.noted(entry.key, "recovered_job")
                return self._begins(entry, job)
            left = (entry.tried_at or entry.sent_at) + self.settle_s - self.now()
            if left <= 0:
                return None
            await self.sleep(min(left + 0.01, self.pace.first_s))


async def _checked(results: Processed, process: Process) -> tuple[Caveat, ...]:
    """What must be said about results; raises BadReply (`implausible`) where they cannot be right."""
    from connectors.compute.checks import check_processed

    return await asyncio.to_thread(check_processed, results, process)
