"""Files: a load from end to end: the chosen evidence's files are listed, fetched and handed on as cubes."""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from connectors.arrays.fetching import PROTOCOLS
from connectors.arrays.parts import Subset
from connectors.base import ListsFiles, Request
from connectors.coverage import day, days
from connectors.deadline import fair_time
from connectors.downloads import Downloads, Fetched
from connectors.engine.call import Caller, Trail
from connectors.engine.flight import Flights
from connectors.errors import BadReply, ConnectorError, Refused, Unavailable
from connectors.extents import Interval
from connectors.items import JSON, Asset, Caveat, Cube, Item, Loaded, Location, SourceReport
from connectors.merge import join_assets
from connectors.offers import Source
from connectors.operations import Load
from connectors.selection import Evidence, bodies

MAX_FILES = 2000
MAX_BYTES = 4 * 2**30
LISTING_S = 20.0
_MAX_PAGES = 50
_INDEXES_A_DATASET = 3
_DATA_ROLES = ("data", "reflectance")
Listing = tuple[Mapping[str, tuple[Asset, ...]], SourceReport]  # files by dataset, and how the catalogue fared


@dataclass(frozen=True, slots=True, kw_only=True)
class Lister:
    """A source that lists the files of its datasets in a second call, and the connector that speaks to it."""

    source: Source
    connector: ListsFiles


class Files:
    """Turns a `Load` into cubes on disk. `lister` finds a catalogue by id, where it lists files at all."""

    def __init__(
        self,
        *,
        downloads: Downloads,
        caller: Caller,
        lister: Callable[[str], Lister | None],
        max_files: int = MAX_FILES,
        max_bytes: int = MAX_BYTES,
    ) -> None:
        self._downloads = downloads
        self._caller = caller
        self._lister = lister
        self._max_files = max_files
        self._max_bytes = max_bytes
        self._listings: Flights[Listing] = Flights()

    async def load(self, load: Load) -> Loaded:
        """The `choice`-th body of evidence, fetched; no cubes where there is none. Raises ConnectorError."""
        evidence, reports = await self._choose(load)
        if evidence is None:
            return Loaded(cubes=(), items=load.items, reports=reports)
        every = [(item, _wanted_assets(item, load=load)) for item in evidence.items]
        referred = {item.id: hrefs for item, assets in every if load.by_reference and (hrefs := _addresses(assets))}
        wanted = [(item, assets) for item, assets in every if item.id not in referred]
        self._check_size(wanted)
        fetched = await asyncio.gather(*(self._fetch_all(item, assets, load=load) for item, assets in wanted))
        cubes = [_cube(item, assets, referred[item.id]) for item, assets in every if item.id in referred]
        failures = {}
        for (item, assets), got in zip(wanted, fetched, strict=True):
            if isinstance(got, ConnectorError):
                failures[item.id] = got
            elif assets:
                cubes.append(_cube(item, assets, [str(file.path) for file in got]))
        if failures and not cubes:
            raise next(iter(failures.values()))
        arrived = [file for got in fetched if not isinstance(got, ConnectorError) for file in got]
        chosen = {item.id for item in evidence.items} - set(failures)
        return Loaded(
            cubes=tuple(cubes),
            items=tuple(item for item in load.items if item.id not in chosen),
            reports=(*reports, *_node_reports(arrived, failures=failures)),
            caveats=(*evidence.caveats, *_caveats(arrived, failures=failures)),
            bytes=sum(file.bytes for file in arrived),
        )

    async def at_hand(self, value: JSON) -> JSON:
        """Inputs of a process here: the files of cubes that lie at other servers are fetched, as those of a load are."""
        if isinstance(value, Cube):
            return replace(value, hrefs=await self._here(value.hrefs)) if _are_remote(value.hrefs) else value
        if isinstance(value, Mapping):
            hrefs = value.get("hrefs")
            if isinstance(hrefs, list | tuple) and _are_remote(hrefs):
                return {**value, "hrefs": list(await self._here(hrefs))}
            return {name: await self.at_hand(inner) for name, inner in value.items()}
        return [await self.at_hand(inner) for inner in value] if isinstance(value, list | tuple) else value

    async def _here(self, hrefs: Sequence[str]) -> tuple[str, ...]:
        if len(hrefs) > self._max_files:
            raise Refused(f"a result of {len(hrefs)} files, more than the {self._max_files} allowed", kind="too_large")
        assets = [Asset(key="data", locations=(Location(href=href),)) for href in hrefs]
        fetched = [await self._downloads.fetch(asset) for asset in assets]
        await asyncio.to_thread(_examine, fetched)
        return tuple(str(file.path) for file in fetched)

    async def _choose(self, load: Load) -> tuple[Evidence | None, tuple[SourceReport, ...]]:
        """The body asked for, as its files tell; bodies whose files do not cover the periods are passed over."""
        left, reports = load.choice, {}
        for body in bodies(load.items, bbox=load.bbox, intervals=load.intervals):
            listed, told = await self._listed(body.items)
            reports.update({report.source: report for report in told})
            if body.items and not any(item.assets for item in listed):
                _raise_unlisted(told, items=body.items)
            sharper = bodies((i for i in listed if i.assets), bbox=load.bbox, intervals=load.intervals)
            if not sharper:
                continue
            if left == 0:
                extra = tuple(c for c in body.caveats if c.code not in {s.code for s in sharper[0].caveats})
                return replace(sharper[0], caveats=(*extra, *sharper[0].caveats)), tuple(reports.values())
            left -= 1
        return None, tuple(reports.values())

    async def _listed(self, items: Sequence[Item]) -> tuple[tuple[Item, ...], tuple[SourceReport, ...]]:
        """The items with their files, as every catalogue that named them lists them."""
        bare = [item for item in items if not item.assets]
        wanted: dict[str, list[Item]] = {}
        for item in bare:
            for source in [s for s in item.sources if self._lister(s)][:_INDEXES_A_DATASET]:
                wanted.setdefault(source, []).append(item)
        answers = await asyncio.gather(*(self._share(source, members) for source, members in sorted(wanted.items())))
        found: dict[str, list[Item]] = {}
        for files, report in answers:
            for name, assets in files.items():
                found.setdefault(name, []).append(_carrier(name, assets, source=report.source))
        listed = tuple(item if item.assets else _with_files(item, found) for item in items)
        return listed, tuple(report for _, report in answers)

    async def _share(self, source: str, items: Sequence[Item]) -> Listing:
        """As `_list`, once for all loads that want the same at the same time."""
        key = "\n".join((source, *(item.id for item in items)))
        return await self._listings.share(key, lambda: self._list(source, items))

    async def _list(self, source: str, items: Sequence[Item]) -> Listing:
        lister = self._lister(source)
        assert lister is not None
        started, trail = fair_time(), Trail()
        parts = await asyncio.gather(
            *(
                self._pages(request, lister=lister, until=started + LISTING_S, trail=trail)
                for request in lister.connector.plan_files(items)
            )
        )
        files: dict[str, tuple[Asset, ...]] = {}
        for page, _ in parts:
            for name, assets in page.items():
                files[name] = (*files.get(name, ()), *assets)
        error = next((failure for _, failure in parts if failure), None)
        count = sum(len(assets) for assets in files.values())
        state = ("partial" if count else "failed") if error else ("ok" if count else "empty")
        took = round((fair_time() - started) * 1000)
        return files, SourceReport(
            source=source,
            state=state,
            n=count,
            took_ms=took,
            attempts=trail.attempts,
            error=str(error) if error else None,
        )

    async def _pages(
        self, request: Request, *, lister: Lister, until: float, trail: Trail
    ) -> tuple[dict[str, tuple[Asset, ...]], ConnectorError | None]:
        files: dict[str, tuple[Asset, ...]] = {}
        following: Request | None = request
        try:
            for _ in range(_MAX_PAGES):
                if following is None:
                    break
                reply = await self._caller.call(following, source=lister.source, until=until, trail=trail)
                page = lister.connector.decode_files(reply.body, following)
                for name, assets in page.files.items():
                    files[name] = (*files.get(name, ()), *assets)
                following = page.next
        except ConnectorError as error:
            return files, error
        except Exception as error:  # whatever a server's nonsense does to a decoder, other catalogues may do
            return files, BadReply(f"its file listing could not be read ({type(error).__name__}: {error})")
        return files, None

    async def _fetch_all(
        self, item: Item, assets: Sequence[Asset], *, load: Load
    ) -> tuple[Fetched, ...] | ConnectorError:
        """All files of one item; an item with a file missing is no use."""
        subset = _subset(item, load)
        context = {"collection": _own_collection(item)}
        tasks = [
            asyncio.ensure_future(self._downloads.fetch(asset, subset=subset, context=context)) for asset in assets
        ]
        try:
            fetched = tuple(await asyncio.gather(*tasks))
            await asyncio.to_thread(_examine, fetched)
            return fetched
        except ConnectorError as error:
            return error
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    def _check_size(self, wanted: Sequence[tuple[Item, Sequence[Asset]]]) -> None:
        count = sum(len(assets) for _, assets in wanted)
        size = sum(asset.size or 0 for _, assets in wanted for asset in assets if not _is_of_arrays(asset))
        if count > self._max_files or size > self._max_bytes:
            raise Refused(
                f"answering would fetch {count} files of {size / 2**30:.1f} GiB, more than the {self._max_files} files or"
                f" {self._max_bytes / 2**30:.1f} GiB allowed; ask for a shorter period, one model or a yearly frequency",
                kind="too_large",
            )


def _are_remote(hrefs: Sequence[str]) -> bool:
    """Whether files lie at servers of others: those of the embedded federation are opened where they are."""
    parts = [urlsplit(str(href)) for href in hrefs]
    return bool(parts) and all(p.scheme in ("http", "https") and not _is_embedded(p.hostname) for p in parts)


def _is_embedded(host: str | None) -> bool:
    return (host or "").endswith(".embedded")


def _examine(fetched: Iterable[Fetched]) -> None:
    """Have confined processes look at what came from afar; a file that fails is forgotten. Raises Refused, BadReply."""
    foreign = [file for file in fetched if file.bytes]  # the others are holdings, or were looked at when they came
    if not foreign:
        return
    from connectors.sandbox.process import Reading, readers

    with contextlib.closing(readers().read_each([Reading(path=file.path) for file in foreign])) as found:
        for file, error in zip(foreign, found, strict=True):
            if isinstance(error, Refused | BadReply):
                file.path.unlink(missing_ok=True)
                raise error


def _wanted_assets(item: Item, *, load: Load) -> tuple[Asset, ...]:
    """The named assets, else the data files; of files that state their time only those that touch a period."""
    if load.assets:
        by_key = {asset.key: asset for asset in item.assets}
        return tuple(by_key[key] for key in load.assets if key in by_key)
    with_data = [a for a in item.assets if set(a.roles) & set(_DATA_ROLES)]
    assets = [a for a in with_data or item.assets if "@" not in a.key]
    return tuple(asset for asset in assets if _is_timely(asset, load.intervals))


def _subset(item: Item, load: Load) -> Subset:
    """The part that a server of arrays is asked for, where files are had from one."""
    variable = item.get("variable_id")
    return Subset(variable=variable if isinstance(variable, str) else "", bbox=load.bbox, intervals=load.intervals)


def _own_collection(item: Item) -> str:
    """The collection as its catalogue names it, which the item's own address tells; signatures are granted by it."""
    found = (re.search(r"/collections/([^/]+)/items/", link.href) for link in item.links if link.rel == "self")
    return next((match[1] for match in found if match), item.collection)


def _is_of_arrays(asset: Asset) -> bool:
    """True where only a part of the file may be had, from a server of arrays, which has a limit of its own."""
    return all(location.protocol in PROTOCOLS for location in asset.locations)


def _is_timely(asset: Asset, intervals: Sequence[Interval]) -> bool:
    start, end = (asset.properties.get(f"time_coverage_{edge}") for edge in ("start", "end"))
    if not intervals or not start or not end:
        return True
    first, last = day(str(start)), day(str(end))
    asked = [days(interval, bounds=(first, last)) for interval in intervals]
    return any(first <= until and since <= last for since, until in asked)


def _carrier(name: str, assets: tuple[Asset, ...], *, source: str) -> Item:
    return Item(id=name, collection="", assets=assets, sources=(source,))


def _with_files(item: Item, found: Mapping[str, Sequence[Item]]) -> Item:
    """The item with the files of its dataset; where a dataset holds several variables, only those of the item's."""
    carriers = found.get(str(item.get("instance_id") or item.id), ())
    assets, _ = join_assets(carriers)
    variables = item.get("variable_id")
    own = variables if isinstance(variables, list | tuple) else [variables]
    chosen = (a for a in assets if not variables or a.properties.get("variable_id") in (None, *own))
    return replace(item, assets=tuple(sorted(chosen, key=lambda asset: asset.key)))


def _addresses(assets: Sequence[Asset]) -> tuple[str, ...]:
    """Where other servers can fetch every one of the files by HTTP; empty where one of them lies on this machine alone."""
    found = [
        next((at.href for at in a.locations if at.protocol == "https" and _are_remote([at.href])), "") for a in assets
    ]
    return tuple(found) if all(found) else ()


def _cube(item: Item, assets: Sequence[Asset], hrefs: Sequence[str]) -> Cube:
    marks = [
        f"{asset.key}#{asset.properties.get('tracking_id') or asset.checksum or ''}".rstrip("#") for asset in assets
    ]
    return Cube(
        hrefs=tuple(hrefs),
        id=item.id,
        type=assets[0].type or "application/x-netcdf",
        properties={**item.properties, "assets": [asset.key for asset in assets]},
        derived_from=(item.id, *marks),
    )


def _raise_unlisted(reports: Sequence[SourceReport], *, items: Sequence[Item]) -> None:
    failed = [report for report in reports if report.state == "failed"]
    if failed:
        reasons = "; ".join(f"{report.source}: {report.error}" for report in failed)
        raise Unavailable(f"the files of {items[0].id!r} could not be listed: {reasons}", source=failed[0].source)


def _node_reports(files: Iterable[Fetched], *, failures: Mapping[str, ConnectorError]) -> tuple[SourceReport, ...]:
    """A report for each file server: how many files it gave, or why it gave none."""
    given: dict[str, int] = {}
    silent: dict[str, str] = {}
    for file in files:
        given[file.node] = given.get(file.node, 0) + 1
        silent.update(dict(file.failed))
    served = [SourceReport(source=node, state="ok", n=n) for node, n in sorted(given.items()) if node != "cache"]
    via = next((report.source for report in served), None) if not failures else None
    dead = [
        SourceReport(source=node, state="failed", error=reason, via=via)
        for node, reason in sorted(silent.items())
        if node not in given
    ]
    return (*served, *dead)


def _caveats(files: Iterable[Fetched], *, failures: Mapping[str, ConnectorError]) -> tuple[Caveat, ...]:
    replaced: dict[str, int] = {}
    for file in files:
        for node, _ in file.failed:
            replaced[node] = replaced.get(node, 0) + 1
    caveats = [Caveat(code="replica_failed", parameters={"node": n, "files": c}) for n, c in sorted(replaced.items())]
    if failures:
        reasons = {name: str(error) for name, error in sorted(failures.items())}
        caveats.append(Caveat(code="not_loaded", parameters={"items": reasons}))
    return tuple(caveats)
