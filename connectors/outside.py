"""Outside: the conductor's only view of the world; every operation goes through here to the sources that can do it."""

from __future__ import annotations

import asyncio
import difflib
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from connectors.access.credentials import Credentials
from connectors.base import Executor, Request, SearchConnector
from connectors.deadline import deadline, fair_time
from connectors.detect import detect
from connectors.engine.ask import Endpoint, Landed
from connectors.engine.cursor import Cursor, Cursors
from connectors.engine.federation import DEADLINE_S, Engine
from connectors.engine.memory import Memory
from connectors.errors import ConnectorError, Unavailable, Unsupported
from connectors.files import Files
from connectors.items import JSON, Caveat, Found, Item, Loaded, Outcome, Processed
from connectors.offers import ProcessOffer, Source
from connectors.operations import Infer, Load, Operation, Process, Search
from connectors.probe import Probe, probe
from connectors.reachability import Reachability
from connectors.source_files import add_source
from connectors.transport import Transport

if TYPE_CHECKING:
    from connectors.access.login import Standing
    from connectors.compute.direct import Direct
    from connectors.compute.job_table import JobTable
    from connectors.compute.runner import Runner
    from connectors.esgf.credits import Credit, Credits

OFFER_S = 20.0  # how long a process server is waited for to say what it offers
_VERIFIED = "verified "
_MOST_EMPTY_PAGES = (
    20  # of copies alone, or of what does not serve; the next is not asked for once a search's time is over
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wiring:
    """The parts that `connectors.registry.connect` put together."""

    sources: tuple[Source, ...]
    transport: Transport
    engine: Engine
    files: Files
    memory: Memory
    credentials: Credentials
    reachability: Reachability
    searcher: Callable[[Source], SearchConnector | None]
    executor: Callable[[Source], Executor]
    jobs: JobTable
    errata: Callable[[Sequence[Item]], Awaitable[tuple[Caveat, ...]]]  # what is known to be wrong with data
    credits: Callable[[], Credits]
    cursors: Callable[[], Cursors]
    door: Callable[[str], Transport]  # a transport that may reach the address a user typed
    supported: Callable[[str], bool]
    now: Callable[[], float]
    user_file: Path
    take_in: Callable[[Path], str]
    flush: Callable[[], None]  # writes down what was learnt
    closers: list[Callable[[], None]]  # filled as embedded apps start


class Outside:
    """Searches, loads, processes and infers; an `Executor` for the conductor. Close it with `aclose`."""

    def __init__(self, wiring: Wiring) -> None:
        self._wiring = wiring
        self._executors: dict[str, Executor] = {}

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every registered source, sorted by id, disabled ones included; no I/O."""
        return self._wiring.sources

    async def execute(self, operation: Operation, *, source: str) -> Outcome:
        """Do one operation: a search at a family or one source, a load through `files`, a process or model at one source.

        Raises ConnectorError; a source that fails in a search is a report instead.
        """
        match operation:
            case Search():
                return await self.search(operation, source=source)
            case Load():
                return await self.load(operation)
            case Process() | Infer():
                executor = self._executor(source)
                if isinstance(operation, Process) and not self._named(source).embedded:
                    from connectors.compute.elsewhere import run

                    return await run(operation, executor, source=source, here=self._here)
                if isinstance(operation, Process):
                    inputs = await self._wiring.files.at_hand(dict(operation.inputs))
                    operation = replace(operation, inputs=inputs)
                return await executor.execute(operation, source=source)

    async def at_hand(self, value: JSON) -> JSON:
        """Inputs whose files have been fetched from their addresses; raises ConnectorError."""
        return await self._wiring.files.at_hand(value)

    def is_inside(self, href: str) -> bool:
        """Whether an address is one of the federation embedded in this process, which nobody else can reach."""
        return self._wiring.transport.is_embedded(href)

    async def content(self, href: str) -> bytes:
        """The bytes of a result, wherever it is held; raises ConnectorError."""
        if self._wiring.transport.is_embedded(href):
            reply = await self._wiring.transport.send(Request(method="GET", url=href), budget_s=60.0)
            if reply.status >= 400:
                raise Unavailable(f"{href} answered {reply.status}; run its process again", kind=f"http_{reply.status}")
            return reply.body
        paths = (await self.at_hand({"hrefs": [href]}))["hrefs"]
        return await asyncio.to_thread(Path(paths[0]).read_bytes)

    def taken_in(self, path: Path) -> str:
        """A copy of a user's file where processes may read it, under its checksum; gives its path."""
        return self._wiring.take_in(path)

    async def _here(self, process: Process) -> Processed:
        """Run a process on this machine."""
        source = next(s.id for s in self.sources if s.family == "compute" and s.embedded)
        done = await self.execute(process, source=source)
        assert isinstance(done, Processed)
        return done

    async def search(self, search: Search, *, source: str = "", deadline_s: float = DEADLINE_S) -> Found:
        """Ask every source of the family at once, or the one named."""
        return await self._wiring.engine.search(search, self.endpoints(search, source=source), deadline_s=deadline_s)

    async def page(self, search: Search, *, source: str = "", deadline_s: float = DEADLINE_S) -> Found:
        """As `search`, up to the limit from each source; `Found.cursor` leads to the next page, empty after the last."""
        return await self._page(search, source=source, cursor=None, deadline_s=deadline_s)

    async def resume(self, cursor: str, *, deadline_s: float = DEADLINE_S) -> Found:
        """The page after the one that gave this cursor; raises Refused for a cursor that was not given here."""
        read = self._wiring.cursors().read(cursor)
        return await self._page(read.search, source=read.source, cursor=read, deadline_s=deadline_s)

    async def _page(self, search: Search, *, source: str, cursor: Cursor | None, deadline_s: float) -> Found:
        endpoints = self.endpoints(search, source=source)
        end = fair_time() + deadline_s
        for _ in range(_MOST_EMPTY_PAGES):
            page, after = await self._wiring.engine.page(
                search, endpoints, source=source, cursor=cursor, deadline_s=deadline_s
            )
            if page.items or after is None or not page.complete or fair_time() > end:
                break
            cursor = after
        return replace(page, cursor=self._wiring.cursors().write(after) if after else "")

    def stream(self, search: Search, *, source: str = "") -> AsyncGenerator[Landed, None]:
        """As `search`, each source's part as soon as it is there."""
        return self._wiring.engine.stream(search, self.endpoints(search, source=source))

    async def load(self, load: Load) -> Loaded:
        """The files that serve, with what is known to be wrong with them."""
        loaded = await self._wiring.files.load(load)
        passed_over = {item.id for item in loaded.items}
        caveats = await self._wiring.errata([i for i in load.items if i.id not in passed_over]) if loaded.cubes else ()
        return replace(loaded, caveats=(*loaded.caveats, *caveats)) if caveats else loaded

    async def cite(self, name: str) -> tuple[Credit, tuple[Caveat, ...]]:
        """Whom to credit for an ESGF dataset, by its id, its PID or a file's tracking id; with its known errors.

        Raises ConnectorError for an unknown identifier, ValueError for what is none.
        """
        from connectors.esgf.credits import dataset_name, described, facets_of, is_pid

        credits, pid, handle = self._wiring.credits(), "", None
        if is_pid(name):
            pid, handle = await credits.dataset_of(name)
            name = dataset_name(handle)
        item = described(name)
        found = await self.search(
            Search(family="esgf", collections=(item.collection,), facets=facets_of(item), limit=200)
        )
        known = next((i for i in found.items if i.id == item.id or i.get("instance_id") == item.id), item)
        credit, caveats = await asyncio.gather(
            credits.credit(known, pid=pid, handle=handle), self._wiring.errata([known])
        )
        return credit, caveats

    def endpoints(self, search: Search, *, source: str = "") -> tuple[Endpoint, ...]:
        """The enabled sources that a search goes to; raises Unsupported for a source that is not there."""
        named = "" if source in ("", search.family) else source
        chosen = [s for s in self.sources if s.enabled and (s.id == named if named else s.family == search.family)]
        if named and not chosen:
            raise Unsupported(f"no enabled source {named!r}; see `conductor sources`", source=named)
        found = ((s, self._wiring.searcher(s)) for s in chosen)
        return tuple(Endpoint(source=s, connector=connector) for s, connector in found if connector is not None)

    async def probe(self, *, only: Sequence[str] = ()) -> tuple[Probe, ...]:
        """Ask every source whether it is there, all at once; remembers which were."""
        w = self._wiring
        chosen = [s for s in self.listing() if not only or s.id in only]
        probes = await probe(chosen, transport=w.transport, credentials=w.credentials, reachability=w.reachability)
        today = datetime.fromtimestamp(w.now(), UTC).date().isoformat()
        for found in probes:
            if found.state == "ok" and not found.source.embedded:
                w.memory.keep_fact(_VERIFIED + found.source.id, today, now=w.now())
        return probes

    @property
    def jobs(self) -> JobTable:
        """The table of all jobs asked of remote servers."""
        return self._wiring.jobs

    def processing(self, name: str) -> Runner | Direct:
        """What runs processes at a source; raises Unsupported where it runs none."""
        from connectors.compute.direct import Direct
        from connectors.compute.runner import Runner

        built = self._executor(self._named(name).id)
        if not isinstance(built, Runner | Direct):
            raise Unsupported(f"{name!r} runs no processes; see `conductor processes`", source=name)
        return built

    async def offer(self, name: str, *, look_at: Sequence[str] = (), deadline_s: float = OFFER_S) -> ProcessOffer:
        """What a process server offers, and how it describes some of it; says why where it cannot be asked."""
        source = self._named(name)
        try:
            async with deadline(deadline_s):
                offered = self.processing(name).offered
                listed = frozenset(process.id for process in await offered.processes())
                described = [await offered.describe(p) for p in dict.fromkeys(look_at) if p in listed]
        except (ConnectorError, TimeoutError) as error:
            return ProcessOffer(source=source, away=str(error) or f"no answer within {deadline_s:g} s")
        usual = {d.summary.id: self.jobs.usual_s(name, d.summary.id) for d in described}
        return ProcessOffer(
            source=source,
            processes=listed,
            inputs={d.summary.id: d.inputs for d in described},
            outputs={d.summary.id: tuple(d.outputs) for d in described},
            usual_s={process: seconds for process, seconds in usual.items() if seconds is not None},
        )

    def listing(self) -> tuple[Source, ...]:
        """The sources with the date of the last probe that reached each."""
        seen = (
            (s, None if s.embedded else self._wiring.memory.fact(_VERIFIED + s.id, since=0.0)) for s in self.sources
        )
        return tuple(replace(s, verified=date) if date else s for s, date in seen)

    async def add_source(self, url: str) -> Source:
        """Find out what `url` speaks and write it into the user's file; raises Unsupported, Unavailable."""
        w = self._wiring
        door = w.door(url)
        try:
            found = await detect(url, transport=door, supported=w.supported)
        finally:
            await door.aclose()
        return add_source(found, user_file=w.user_file)

    def access(self, name: str) -> tuple[Standing, ...]:
        """What each phase of a source wants and still lacks, without asking anybody; raises Unsupported, Refused."""
        from connectors.access.login import standings

        return standings(self._named(name), self._wiring.credentials)

    async def login(self, name: str, *, tell: Callable[[str], None]) -> tuple[str, ...]:
        """Log in where a source's realm has logins by device; says where they are kept, nothing where it has none."""
        from connectors.access.login import login

        return await login(self._named(name), self._wiring.credentials, tell=tell, sleep=asyncio.sleep)

    async def aclose(self) -> None:
        """Close connections and the memory."""
        await self._wiring.engine.aclose()
        await self._wiring.transport.aclose()
        self._wiring.flush()
        for close in self._wiring.closers:
            close()
        self._wiring.memory.close()

    def _named(self, name: str) -> Source:
        source = next((s for s in self.sources if s.id == name), None)
        if source is None:
            close = difflib.get_close_matches(name, [s.id for s in self.sources], n=1)
            hint = f"did you mean {close[0]!r}? See" if close else "see"
            raise Unsupported(f"no source {name!r}; {hint} `conductor sources`", source=name)
        return source

    def _executor(self, name: str) -> Executor:
        if name not in self._executors:
            source = next((s for s in self.sources if s.id == name and s.enabled), None)
            if source is None:
                raise Unsupported(f"no enabled source {name!r}; see `conductor sources`", source=name)
            self._executors[name] = self._wiring.executor(source)
        return self._executors[name]
