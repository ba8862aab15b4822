"""The seams of the outside world: pure search connectors that the engine drives, executors that do one operation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from typing import Protocol, runtime_checkable

from connectors.items import JSON, Asset, Item, Outcome
from connectors.operations import Operation, Search

PUBLIC = "public"  # the context of a request that a server usually answers without credentials


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One HTTP request, as data: everything the engine needs to send it, retry it and cache it.

    `content` is a body that is not JSON (XML, a file); `context` is never sent: it comes back to the connector's `decode`.
    """

    method: str
    url: str
    params: Mapping[str, str] = field(default_factory=dict)
    json: JSON = None
    content: str | bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)  # may hold a secret
    idempotent: bool = True
    context: JSON = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPlan:
    """What a connector would send for a search; `residual` names the predicates to be checked again on our side.

    Several requests are parts of one search: their items and counts add up, so a page that only counts what another
    request lists leaves its `matched` None.
    """

    requests: tuple[Request, ...]
    residual: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One decoded reply: items, the next request if there is more, the server's own count, facet counts.

    `also` are further requests of the same search, asked breadth first: the children of a catalogue without a search, the
    parts of one that a window cuts. `cut`: the server gives no more, though it holds more.
    """

    items: tuple[Item, ...]
    next: Request | None = None
    also: tuple[Request, ...] = ()
    matched: int | None = None
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    cut: bool = False


@runtime_checkable
class SearchConnector(Protocol):
    """Speaks one catalogue protocol. Pure: no I/O, so it is tested on recorded bytes."""

    def plan(self, search: Search) -> SearchPlan | None:
        """The requests for this search; None where the source cannot hold an answer."""

    def decode(self, body: bytes, request: Request) -> Page:
        """Read one reply; raises BadReply on nonsense."""


@cache
def can(kind: type[object], seam: type[object]) -> bool:
    """Whether a class has what an optional seam asks; looked up once, since a protocol takes its time to compare."""
    return issubclass(kind, seam)


@runtime_checkable
class Bridges(Protocol):
    """Optional in a search connector whose library goes out by itself: the one named exception, off unless switched on.

    No guard, cap or limit of ours holds for what it sends; the engine gives it a thread, a deadline and a breaker.
    """

    def borrow(self, request: Request) -> bytes:
        """Have the library answer, as bytes for `decode`; blocks, raises ConnectorError."""


@runtime_checkable
class PagesByHeader(Protocol):
    """Optional in a search connector whose server names the next page in a header (`CMR-Search-After`)."""

    def paged(self, page: Page, headers: Mapping[str, str], request: Request) -> Page:
        """The page with what the reply's headers, in lower case, say of it."""


@runtime_checkable
class Checks(Protocol):
    """Optional in a search connector: looks at the predicates again on our side, since servers ignore some."""

    def check(self, item: Item, search: Search) -> tuple[str, ...]:
        """Names of the predicates that the item fails; empty where it serves."""


@runtime_checkable
class Keys(Protocol):
    """Optional in a search connector: names the thing itself, so that its copies in other catalogues are one item."""

    def key(self, item: Item) -> str:
        """A canonical key (ESGF instance id, scene key); items that share it are merged."""


class FilePage(Protocol):
    """One decoded file listing: the assets of each dataset, by dataset id, and the next request if there is more."""

    @property
    def files(self) -> Mapping[str, tuple[Asset, ...]]: ...

    @property
    def next(self) -> Request | None: ...


@runtime_checkable
class ListsFiles(Protocol):
    """Optional in a search connector whose datasets list their files in a second call (ESGF `type=File`)."""

    def plan_files(self, items: Iterable[Item]) -> tuple[Request, ...]:
        """The requests that list the files of these datasets."""

    def decode_files(self, body: bytes, request: Request) -> FilePage:
        """Read one listing, by each item's `instance_id` (or id); raises BadReply on nonsense."""


@runtime_checkable
class Executor(Protocol):
    """Does one kind of operation and gives its outcome; the conductor's only view of the outside world."""

    async def execute(self, operation: Operation, *, source: str) -> Outcome:
        """Run `operation` at `source`; raises ConnectorError."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far an operation under way has come: `percent` where its server says so, the server's words."""

    source: str
    state: str
    percent: float | None = None
    message: str = ""


_LISTENER: ContextVar[Callable[[Progress], None] | None] = ContextVar("listener", default=None)


@contextmanager
def listening(listener: Callable[[Progress], None]) -> Iterator[None]:
    """Have `listener` told of the progress of operations that are done inside, in this task."""
    token = _LISTENER.set(listener)
    try:
        yield
    finally:
        _LISTENER.reset(token)


def progressed(progress: Progress) -> None:
    """Tell who listens, if anybody does."""
    listener = _LISTENER.get()
    if listener is not None:
        listener(progress)
