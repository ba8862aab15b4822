"""LocalProcesses: runs a described process here, in worker threads; cubes of results stay in memory for the next step.

An execution's id is the hash of what is asked (files by size and time of change), so the same request is the same job,
also in a later process where a ledger is kept.
"""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock, RLock
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from connectors.compute import catalogue, encoding
from connectors.compute.cluster import Cluster, settled
from connectors.compute.description import Description
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import Place, RasterFile, RecordFile
from connectors.compute.ledger import Entry, Ledger
from connectors.errors import BadReply, ConnectorError, Unavailable
from connectors.items import JSON, Caveat, Cube, Output

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from connectors.compute.hydrology.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Execution:
    """One request that has been read and checked: its id, process and inputs as objects."""

    id: str
    description: Description
    inputs: Mapping[str, Any]
    given: Mapping[str, JSON] = field(default_factory=dict)  # the inputs as they came


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """Named outputs, cubes by reference, and what must be said about them."""

    outputs: Mapping[str, Output]
    caveats: tuple[Caveat, ...] = ()

    def to_dict(self) -> dict[str, JSON]:
        """The results document of OGC API – Processes, the caveats as one more output."""
        return {name: encoding.encode(value) for name, value in self.outputs.items()} | {
            "caveats": encoding.encode(self.caveats)
        }


class Store:
    """Fields by href, the least recently used ones forgotten beyond `max_bytes`."""

    def __init__(self, *, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._fields: OrderedDict[str, Field] = OrderedDict()
        self._lock = Lock()

    def put(self, href: str, field: Field) -> None:
        with self._lock:
            self._fields[href] = field
            self._fields.move_to_end(href)
            while len(self._fields) > 1 and sum(f.nbytes for f in self._fields.values()) > self._max_bytes:
                self._fields.popitem(last=False)

    def get(self, href: str) -> Field | None:
        with self._lock:
            if href in self._fields:
                self._fields.move_to_end(href)
            return self._fields.get(href)

    def drop(self, prefix: str) -> None:
        """Forget all fields whose href begins so."""
        with self._lock:
            for href in [h for h in self._fields if h.startswith(prefix)]:
                del self._fields[href]


@dataclass(slots=True, kw_only=True)
class LocalProcesses:
    """Processes over the files under `roots`; `base_url` is where their results are said to lie.

    Lazy arrays are computed on `cluster`. With a `ledger`, what was computed before is not computed again, and cubes are made again when they are read.
    """

    holdings_dir: Path
    roots: Sequence[Path]
    base_url: str = "http://processes.embedded"
    max_bytes: int = 512 * 2**20
    workers: int = 2
    ledger: Ledger | None = None
    cluster: Cluster = field(default_factory=Cluster)
    store: Store = field(init=False)
    _pool: ThreadPoolExecutor = field(init=False)
    _making: RLock = field(init=False)

    def __post_init__(self) -> None:
        self.base_url = self.base_url.rstrip("/")
        self.store = Store(max_bytes=self.max_bytes)
        self._pool = ThreadPoolExecutor(max_workers=self.workers, thread_name_prefix="process")
        self._making = RLock()

    def recall(self, process_id: str, inputs: Mapping[str, JSON]) -> tuple[str, Results] | None:
        """The id and results of a request that was run before, by this process or an earlier one."""
        if self.ledger is None:
            return None
        identity = self._identity(process_id, inputs)
        entry = self.ledger.find(identity)
        return None if entry is None else (identity, Results(outputs=entry.outputs, caveats=entry.caveats))

    def read(self, process_id: str, inputs: Mapping[str, JSON]) -> Execution:
        """Check a request against the description; raises Refused with what is wrong."""
        description = catalogue.description(process_id)
        return Execution(
            id=self._identity(description.id, inputs),
            description=description,
            inputs=description.read(inputs),
            given=inputs,
        )

    def run(self, execution: Execution) -> Results:
        """Resolve the inputs and run, in the calling thread; raises ConnectorError."""
        failed: list[Caveat] = []
        with self.cluster.used():
            resolved = {name: self._resolve(value, execution, failed) for name, value in execution.inputs.items()}
            computed: Computed = execution.description.run(**resolved)
            outputs = {name: self._keep(execution.id, name, value) for name, value in computed.outputs.items()}
        results = Results(outputs=outputs, caveats=(*failed, *computed.caveats))
        self._note(execution, results)
        return results

    def submit(self, execution: Execution, *, begun: Callable[[], None]) -> Future[Results]:
        """Run in a worker thread, whatever event loop asks; `begun` is called there when it does."""

        def work() -> Results:
            begun()
            return self.run(execution)

        return self._pool.submit(work)

    def result_href(self, job: str, name: str) -> str:
        return f"{self.base_url}/jobs/{job}/results/{name}"

    def holds(self, results: Results) -> bool:
        """Whether every cube of the results is in memory or can be made again."""
        hrefs = [href for value in results.outputs.values() if isinstance(value, Cube) for href in value.hrefs]
        return all(self.store.get(href) is not None or self._entry(href) is not None for href in hrefs)

    def held(self, href: str) -> Field | None:
        """The cube of a result, made again where it was forgotten; None where it cannot be had any more."""
        if (found := self.store.get(href)) is not None:
            return found
        with self._making:
            entry = None if self.store.get(href) else self._entry(href)
            if entry is not None:
                execution = self.read(entry.process_id, entry.inputs)
                if execution.id == self._job(href):  # else its files have changed
                    self.run(execution)
            return self.store.get(href)

    def close(self) -> None:
        """Wait for no one: running processes end, waiting ones do not begin."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self.cluster.close()
        if self.ledger is not None:
            self.ledger.close()

    def _job(self, href: str) -> str:
        return href.removeprefix(f"{self.base_url}/jobs/").partition("/")[0]

    def _entry(self, href: str) -> Entry | None:
        return None if self.ledger is None else self.ledger.find(self._job(href))

    def _note(self, execution: Execution, results: Results) -> None:
        if self.ledger is not None and execution.given:
            process = execution.description.id
            entry = Entry(process_id=process, inputs=execution.given, outputs=results.outputs, caveats=results.caveats)
            self.ledger.keep(execution.id, entry)

    def _keep(self, job: str, name: str, value: Field | Output) -> Output:
        if not isinstance(value, Field):
            return value
        href = self.result_href(job, name)
        parts = settled(value.parts)
        value = value if parts is value.parts else replace(value, parts=parts)
        self.store.put(href, value)
        return Cube(hrefs=(href,), id=value.id, properties=dict(value.properties), derived_from=value.derived_from)

    def _identity(self, process_id: str, inputs: Mapping[str, JSON]) -> str:
        document = [process_id, encoding.encode(inputs), [_fingerprint(href) for href in sorted(_hrefs(inputs))]]
        canonical = json.dumps(document, sort_keys=True, separators=(",", ":"), default=str)
        return hashlib.sha256(canonical.encode()).hexdigest()[:24]

    def _resolve(self, value: Any, execution: Execution, failed: list[Caveat]) -> Any:
        """Inputs as the function takes them: cubes read, places with their polygons."""
        from connectors.compute import rasters, readers, regions

        variable = execution.inputs.get("variable")
        match value:
            case Cube():
                return self._doubted(value, self._field(value, variable), failed)
            case RasterFile():
                path = readers.local_path(value.cube.hrefs[0], roots=self.roots)
                known = readers.is_under(path, (self.holdings_dir,))
                return rasters.Raster(path=path, id=value.cube.id, is_trusted=known)
            case RecordFile():
                return self._record(value.cube)
            case Place():
                return regions.resolve(value, geometries=self._geometry)
            case tuple() if value and isinstance(value[0], Place):
                return tuple(regions.resolve(place, geometries=self._geometry) for place in value)
            case tuple() if value and isinstance(value[0], Cube):
                return self._fields(value, variable, failed)
        return value

    def _fields(self, cubes: tuple[Cube, ...], variable: str | None, failed: list[Caveat]) -> tuple[Field, ...]:
        """Those of several cubes that can be read; a damaged one is a member that failed, unless all are."""
        fields: list[Field] = []
        errors: list[ConnectorError] = []
        for cube, found in zip(cubes, self._read_all(cubes, variable), strict=True):
            try:
                if isinstance(found, BadReply):
                    raise found
                fields.append(self._doubted(cube, found, failed))
            except BadReply as error:
                errors.append(error)
        if not fields:
            raise errors[0]
        if errors:
            parameters = {"n": len(errors), "of": len(cubes), "because": [str(error) for error in errors[:5]]}
            failed.append(Caveat(code="failed_members", parameters=parameters))
        return tuple(fields)

    def _read_all(self, cubes: tuple[Cube, ...], variable: str | None) -> list[Field | BadReply]:
        """Each cube, or why it cannot be read; foreign ones in shares that are read at once, by a process each."""

        def attempt(cube: Cube) -> Field | BadReply:
            try:
                return self._field(cube, variable)
            except BadReply as error:
                return error

        if len(cubes) == 1 or not all(self._is_foreign(cube) for cube in cubes):
            return [attempt(cube) for cube in cubes]
        from connectors.compute import readers

        found = readers.read_at_once(cubes, roots=self.roots, variable=variable, trusted=(self.holdings_dir,))
        for error in found:
            if isinstance(error, ConnectorError) and not isinstance(error, BadReply):
                raise error
        return [one for one in found if isinstance(one, Field | BadReply)]

    def _is_foreign(self, cube: Cube) -> bool:
        """Whether its files are neither results of ours nor holdings."""
        from connectors.compute import readers

        if not cube.hrefs or cube.hrefs[0].startswith(self.base_url + "/"):
            return False
        return not readers.is_under(readers.local_path(cube.hrefs[0], roots=self.roots), (self.holdings_dir,))

    def _field(self, cube: Cube, variable: str | None) -> Field:
        from connectors.compute import readers

        if len(cube.hrefs) == 1 and cube.hrefs[0].startswith(self.base_url + "/"):
            if (held := self.held(cube.hrefs[0])) is None:
                raise Unavailable(
                    f"the result {cube.hrefs[0]!r} is no longer held; run its step again", kind="http_410"
                )
            return held
        return readers.read(cube, roots=self.roots, variable=variable, trusted=(self.holdings_dir,))

    def _doubted(self, cube: Cube, field: Field, told: list[Caveat]) -> Field:
        """The field; what is odd about one that was read from foreign files is told."""
        from connectors.compute import checks, readers

        if self._is_foreign(cube) and "bands" not in field.parts[0].dims:
            name = readers.local_path(cube.hrefs[0], roots=self.roots).name
            told += [doubt for doubt in checks.check_array(field.parts[0], name=name) if doubt not in told]
        return field

    def _record(self, cube: Cube) -> Record:
        """A basin's record, from a result that is held or from a file."""
        from connectors.compute import readers
        from connectors.compute.hydrology import record

        if len(cube.hrefs) == 1 and cube.hrefs[0].startswith(self.base_url + "/"):
            return record.from_field(self._field(cube, None))
        path = readers.local_path(cube.hrefs[0], roots=self.roots)
        return record.read(
            path,
            id=cube.id,
            properties=cube.properties,
            derived_from=cube.derived_from,
            is_trusted=readers.is_under(path, (self.holdings_dir,)),
        )

    def _geometry(self, geometry_id: str) -> BaseGeometry:
        from connectors.vocabulary import geometries

        return geometries.geometry(geometry_id, self.holdings_dir)


def _hrefs(value: Any) -> set[str]:
    """Every href in the inputs."""
    if isinstance(value, Cube):
        return set(value.hrefs)
    if isinstance(value, Mapping):
        own = value.get("hrefs") or ([value["href"]] if isinstance(value.get("href"), str) else [])
        return {str(href) for href in own} | {h for inner in value.values() for h in _hrefs(inner)}
    if isinstance(value, list | tuple):
        return {h for inner in value for h in _hrefs(inner)}
    return set()


def _fingerprint(href: str) -> JSON:
    """What tells one content of a file from another: size and time of change."""
    try:
        told = Path(unquote(href.removeprefix("file://")) if href.startswith("file:") else href).stat()
    except (OSError, ValueError):
        return href
    return [href, told.st_size, told.st_mtime_ns]
