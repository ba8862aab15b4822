"""The seam of remote process servers: what each protocol does for the one runner that drives them all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from connectors.base import Request
from connectors.items import JSON, Processed
from connectors.operations import Process
from connectors.transport import Reply

State = Literal["waiting", "successful", "failed", "dismissed"]
Mode = Literal["sync", "async"]
Lost = Literal["same-job", "listed", "unknown"]


class Send(Protocol):
    """The transport, as far as it is needed: a request in, the whole reply of whatever status out; raises ConnectorError."""

    async def __call__(self, request: Request) -> Reply: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessSummary:
    """One entry of a server's list: `modes` are OGC's job control options, empty where the server does not say."""

    id: str
    title: str = ""
    description: str = ""
    version: str = ""
    modes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessDescription:
    """A process with its inputs and outputs as OGC API – Processes describes them (JSON Schema under `schema`)."""

    summary: ProcessSummary
    inputs: Mapping[str, JSON] = field(default_factory=dict)
    outputs: Mapping[str, JSON] = field(default_factory=dict)

    @property
    def required(self) -> tuple[str, ...]:
        """Inputs that must be given: those whose `minOccurs` is not 0, which is 1 where it is left out."""
        return tuple(name for name, entry in self.inputs.items() if _least(entry) > 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A job as its server tells it, replaced at each look; `progress` in percent, `retry_after` in seconds.

    `href` is where it is looked at: with `id` all that is needed to find it again after a restart. `outcome` is there
    when the answer already holds the results (a synchronous execution). `created` is ISO 8601, in the server's time.
    `is_certain` is False where `find` only supposes that this is the job that was asked for.
    """

    href: str
    id: str = ""
    process_id: str = ""
    state: State = "waiting"
    message: str = ""
    progress: float | None = None
    created: str = ""
    results_href: str = ""
    retry_after: float | None = None
    outcome: Processed | None = None
    is_certain: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LostAnswer:
    """A submission whose answer was lost: its key, the epoch second before it was sent, and jobs known to be others'."""

    key: str
    since: float
    now: float
    others: frozenset[str] = frozenset()


class ProcessServer(Protocol):
    """A server of processes in whatever protocol. It holds no state of jobs: the runner and its table do."""

    @property
    def send(self) -> Send:
        """The transport to it."""

    @property
    def lost(self) -> Lost:
        """What sending a request again does when its answer was lost.

        `same-job`: the server knows the key, or the request, and it is the same job: it is just sent again.
        `listed`: `find` looks the job up among the server's own list. `unknown`: there is no telling; `find` is not asked.
        """

    async def processes(self) -> tuple[ProcessSummary, ...]:
        """Every process of the server; raises ConnectorError."""

    async def describe(self, process_id: str) -> ProcessDescription:
        """One process; raises Refused where there is none of that id."""

    async def submit(self, process: Process, *, key: str, mode: Mode) -> Job:
        """Send the request once, `key` with it wherever the protocol has a place for one.

        Raises Refused for what the server turns down. Unavailable means that the answer was lost, not that nothing was
        begun: the runner then looks. A server that answers with results at once gives a Job with its `outcome`.
        """

    async def status(self, job: Job) -> Job:
        """Look at a job; raises Refused (`http_404`, `http_410`) where it is gone, Unavailable where the server stumbles."""

    async def results(self, job: Job) -> Processed:
        """The results of a successful job, or the error that a failed one gives as its reason."""

    async def dismiss(self, job: Job) -> None:
        """Tell the server to stop and forget; silent where it is gone already."""

    async def find(self, process: Process, lost: LostAnswer) -> Job | None:
        """The job that a lost answer was about; None where the server has none such.

        Raises Unavailable where the list cannot be had, and where several could be it.
        """


def _least(entry: JSON) -> int:
    least = entry.get("minOccurs", 1) if isinstance(entry, Mapping) else 1
    return int(least) if isinstance(least, int) or str(least).isdigit() else 1
