"""Registry: the wiring of the outside world over the sources that are registered."""

from __future__ import annotations

import logging
import random
import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from connectors.access.credentials import Credentials
from connectors.access.wiring import Certificates, DataAccess
from connectors.access.wiring import credentials as wired
from connectors.base import PUBLIC, Executor, ListsFiles, Request, SearchConnector
from connectors.compute.job_table import JobTable
from connectors.deadline import fair_time
from connectors.downloads import Downloads
from connectors.embedded.hosts import embedded_apps, locator, readable
from connectors.engine.breaker import Breakers
from connectors.engine.call import Caller, Trail
from connectors.engine.cursor import Cursors
from connectors.engine.federation import Engine, Gate
from connectors.engine.limits import Limiter
from connectors.engine.memory import Memory
from connectors.engine.results import Results
from connectors.engine.retry import Retries
from connectors.engine.speeds import Speeds
from connectors.errors import AuthMissing, ConnectorError, Unsupported
from connectors.files import Files, Lister
from connectors.guard import Guard, is_loopback
from connectors.items import Caveat, Item
from connectors.kinds import KINDS, SEARCHED, load_kind
from connectors.offers import Source
from connectors.outside import Outside, Wiring
from connectors.reachability import Reachability
from connectors.shelf import MAX_BYTES
from connectors.source_files import address, read_sources, registered_addresses
from connectors.transport import Reply, Transport

if TYPE_CHECKING:
    from connectors.compute.calls import Calls

LOG = logging.getLogger(__name__)
_CURSOR_KEY = "cursor key"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ground:
    """What all parts stand on."""

    sources: tuple[Source, ...]
    transport: Transport
    caller: Caller
    limiter: Limiter
    memory: Memory
    credentials: Credentials
    guard: Guard
    rng: random.Random
    now: Callable[[], float]
    roots: Callable[[], Sequence[Path]]  # the folders whose files may be handed to processes elsewhere
    calls: Calls | None
    holdings_dir: Path  # whose files are known by their hashes

    @property
    def by_id(self) -> Mapping[str, Source]:
        return {source.id: source for source in self.sources}


def connect(
    *,
    holdings_dir: Path,
    data_dir: Path,
    cache_dir: Path,
    sources_file: Path,
    online: bool | None,
    now: Callable[[], float],
    environ: Mapping[str, str] | None = None,
    netrc: Path | None = None,
    cluster: str = "none",
    max_cache_bytes: int = MAX_BYTES,
    calls: Calls | None = None,
) -> Outside:
    """Wire the outside world: no I/O but the reading of the source files.

    `online`: True asks live sources too, False never, None finds out. `now` gives epoch seconds; `environ` and `netrc`
    are where secrets, a proxy (HTTPS_PROXY) and a contact (CONDUCTOR_CONTACT) may be told; `calls` is where servers may call us.
    """
    contact, proxy = (environ := environ or {}).get("CONDUCTOR_CONTACT", ""), _proxy(environ)
    jobs = JobTable(data_dir / "jobs.sqlite", now=now)
    closers: list[Callable[[], None]] = [jobs.close]
    apps = embedded_apps(
        holdings_dir, data_dir=data_dir, cache_dir=cache_dir, now=now, closers=closers, cluster=cluster
    )
    guard, sources = Guard(registered=registered_addresses(sources_file)), read_sources(sources_file)
    tls = partial(Certificates(sources=sources).context, credentials=lambda: credentials)
    transport = Transport(apps=apps, guard=guard, contact=contact, proxy=proxy, tls=tls)
    credentials: Credentials = wired(transport, environ=environ, netrc=netrc, config_dir=sources_file.parent, now=now)
    ground = _ground(
        sources, transport=transport, guard=guard, credentials=credentials, cache_dir=cache_dir, now=now, calls=calls,
        roots=cache(lambda: readable(holdings_dir, data_dir=data_dir, cache_dir=cache_dir)), holdings_dir=holdings_dir,
    )  # fmt: skip
    wiring = _wiring(
        ground, cache_dir=cache_dir, locate=locator(holdings_dir, data_dir=data_dir), max_cache_bytes=max_cache_bytes,
        online=True if proxy and online is None else online,
        door=lambda url: Transport(guard=Guard(registered=[address(url)]), contact=contact, proxy=proxy),
        user_file=sources_file, closers=closers, jobs=jobs,
    )  # fmt: skip
    return Outside(wiring)


def _ground(
    sources: tuple[Source, ...],
    *,
    transport: Transport,
    guard: Guard,
    credentials: Credentials,
    cache_dir: Path,
    now: Callable[[], float],
    roots: Callable[[], Sequence[Path]],
    calls: Calls | None,
    holdings_dir: Path,
) -> _Ground:
    memory, rng = Memory(cache_dir / "engine.sqlite"), random.Random(now())
    limiter = Limiter(memory=memory, now=now)
    caller = Caller(
        transport=transport,
        breakers=Breakers(memory=memory, now=now),
        limiter=limiter,
        retries=Retries(rng),
        credentials=credentials,
        now=now,
    )
    return _Ground(
        sources=sources,
        transport=transport,
        caller=caller,
        limiter=limiter,
        memory=memory,
        credentials=credentials,
        guard=guard,
        rng=rng,
        now=now,
        roots=roots,
        calls=calls,
        holdings_dir=holdings_dir,
    )


def _wiring(
    ground: _Ground,
    *,
    cache_dir: Path,
    locate: Callable[[str], Path | None],
    max_cache_bytes: int,
    online: bool | None,
    door: Callable[[str], Transport],
    user_file: Path,
    closers: list[Callable[[], None]],
    jobs: JobTable,
) -> Wiring:
    searcher, reachability = cache(lambda name: _searcher(ground.by_id[name])), _reachability(ground, online=online)
    return Wiring(
        sources=ground.sources,
        transport=ground.transport,
        engine=_engine(ground, gate=reachability.check),
        files=_files(ground, searcher, folder=cache_dir / "files", locate=locate, max_bytes=max_cache_bytes),
        memory=ground.memory,
        credentials=ground.credentials,
        reachability=reachability,
        searcher=lambda source: searcher(source.id),
        executor=partial(
            _executor, ground=ground, gate=reachability.check, jobs=jobs, cache_dir=cache_dir, locate=locate
        ),
        jobs=jobs,
        errata=_errata(ground, gate=reachability.check),
        credits=partial(_credits, ground, gate=reachability.check),
        cursors=cache(lambda: Cursors(_cursor_key(ground.memory, now=ground.now()))),
        door=door,
        supported=KINDS.__contains__,
        now=ground.now,
        user_file=user_file,
        take_in=partial(_take_in, folder=cache_dir / "files" / "results"),
        flush=ground.caller.flush,
        closers=closers,
    )


def _engine(ground: _Ground, *, gate: Gate) -> Engine:
    return Engine(caller=ground.caller, results=Results(memory=ground.memory, now=ground.now), gate=gate)


def _proxy(environ: Mapping[str, str]) -> str | None:
    return environ.get("HTTPS_PROXY") or environ.get("https_proxy") or None


def _cursor_key(memory: Memory, *, now: float) -> bytes:
    """What signs cursors: made once for an installation, and kept in its memory."""
    known = memory.fact(_CURSOR_KEY, since=0.0)
    if known is None:
        memory.keep_fact(_CURSOR_KEY, secrets.token_hex(32), now=now)
        known = memory.fact(_CURSOR_KEY, since=0.0) or secrets.token_hex(32)
    return bytes.fromhex(known)


def _reachability(ground: _Ground, *, online: bool | None) -> Reachability:
    live = (address(s.url) for s in ground.sources if s.enabled and not s.embedded and s.kind in KINDS)
    return Reachability(
        online=online,
        addresses=tuple((host, port) for host, port in live if not is_loopback(host)),
        guard=ground.guard,
        memory=ground.memory,
        now=ground.now,
    )


def _files(ground: _Ground, searcher: Callable[[str], Any], **where: Any) -> Files:
    """What loads files; `where` as `_downloads` takes it."""
    return Files(
        downloads=_downloads(ground, **where),
        caller=ground.caller,
        lister=lambda name: _lister(ground.by_id.get(name), searcher=searcher),
    )


def _downloads(ground: _Ground, *, folder: Path, locate: Callable[[str], Path | None], max_bytes: int) -> Downloads:
    return Downloads(
        transport=ground.transport,
        folder=folder,
        limiter=ground.limiter,
        rng=ground.rng,
        now=ground.now,
        local=locate,
        access=DataAccess(sources=ground.sources, credentials=ground.credentials),
        max_bytes=max_bytes,
        speeds=Speeds(memory=ground.memory, now=ground.now),
    )


def _searcher(source: Source) -> SearchConnector | None:
    if source.kind not in SEARCHED:
        return None
    connector: SearchConnector = load_kind(source.kind)(source=source)
    return connector


def _lister(source: Source | None, *, searcher: Callable[[str], SearchConnector | None]) -> Lister | None:
    connector = searcher(source.id) if source and source.enabled else None
    return Lister(source=source, connector=connector) if source and isinstance(connector, ListsFiles) else None


def _errata(ground: _Ground, *, gate: Gate) -> Callable[[Sequence[Item]], Awaitable[tuple[Caveat, ...]]]:
    """A look-up of known errors in the first errata service; what cannot be found out in time is not said."""
    service = next((s for s in ground.sources if s.enabled and s.kind == "esgf-errata"), None)

    async def look_up(items: Sequence[Item]) -> tuple[Caveat, ...]:
        if service is None:
            return ()
        until = fair_time() + service.limits.budget_s

        async def send(request: Request) -> bytes:
            return (await ground.caller.call(request, source=service, until=until, trail=Trail())).body

        try:
            await gate(service)
            caveats: tuple[Caveat, ...] = await load_kind(service.kind)(source=service, send=send).caveats(items)
            return caveats
        except ConnectorError as error:
            LOG.info("errata could not be looked up: %s", error)
            return ()

    return look_up


def _credits(ground: _Ground, *, gate: Gate) -> Any:
    """Who looks up citations and persistent identifiers, within a budget for each request; raises Unsupported."""
    service = next((s for s in ground.sources if s.enabled and s.kind == "handles"), None)
    if service is None:
        raise Unsupported("no source of kind 'handles' is enabled; see `conductor sources`")

    async def send(request: Request) -> bytes:
        await gate(service)
        until = fair_time() + service.limits.budget_s
        return (await ground.caller.call(request, source=service, until=until, trail=Trail())).body

    return load_kind(service.kind)(source=service, send=send)


def _take_in(path: Path, *, folder: Path) -> str:
    from connectors.compute.wiring import keep

    media = {".csv": "text/csv", ".json": "application/json", ".tif": "image/tiff"}.get(
        path.suffix, "application/x-netcdf"
    )
    return keep(path.read_bytes(), media, folder=folder)


def _executor(
    source: Source,
    *,
    ground: _Ground,
    gate: Gate,
    jobs: JobTable,
    cache_dir: Path,
    locate: Callable[[str], Path | None],
) -> Executor:
    limits = source.limits
    patient = replace(
        limits,
        budget_s=max(limits.budget_s, limits.call_s),
        connect_s=max(limits.connect_s, limits.call_connect_s),
    )
    asked = source if source.embedded else replace(source, limits=patient)

    async def send(request: Request) -> Reply:
        if not source.embedded:
            await gate(source)
        try:
            return await ground.caller.relay(request, source=asked)
        except AuthMissing:
            if request.context != PUBLIC:
                raise
            return await ground.caller.relay(request, source=asked, phase="search")

    if source.kind == "ml-local":
        built: Executor = load_kind(source.kind)(cache_dir=cache_dir, locate=locate, trusted=(ground.holdings_dir,))
        return built
    from connectors.compute.handing import fetcher
    from connectors.compute.wiring import executor

    return executor(
        load_kind(source.kind), source, send=send, jobs=jobs, memory=ground.memory, rng=ground.rng, now=ground.now,
        folder=cache_dir / "files" / "results", calls=ground.calls,
        fetch=fetcher(ground.roots, locate, partial(ground.transport.send, budget_s=limits.call_s)),
    )  # fmt: skip
