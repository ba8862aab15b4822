"""Job table: every job asked of a remote server, written before it is sent, so that a killed process can go on with it.

The key of an entry names the request and how often it was begun anew; it is stored before the POST, the job's address
after it, the results at the end. One process at a time drives a key: the system's file locks end with their holder.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any, Literal

from connectors import errors
from connectors.compute import encoding, locks
from connectors.compute.remote import Job, Mode
from connectors.errors import ConnectorError, Unavailable
from connectors.items import JSON, Processed
from connectors.operations import Process

if TYPE_CHECKING:
    from filelock import AsyncFileLock

Stage = Literal["stored", "sent", "waiting", "successful", "failed", "dismissed"]
OPEN: tuple[Stage, ...] = ("stored", "sent", "waiting")
KEPT_S = 30 * 86400.0
_SCHEMA = """
CREATE TABLE IF NOT EXISTS jobs (
    key TEXT PRIMARY KEY, request TEXT NOT NULL, generation INTEGER NOT NULL, source TEXT NOT NULL, process TEXT NOT NULL,
    inputs TEXT NOT NULL, mode TEXT NOT NULL, stage TEXT NOT NULL, stored_at REAL NOT NULL, sent_at REAL, tried_at REAL, ended_at REAL,
    href TEXT NOT NULL DEFAULT '', job TEXT NOT NULL DEFAULT '', results_href TEXT NOT NULL DEFAULT '', results TEXT,
    error TEXT, notes TEXT NOT NULL DEFAULT '', UNIQUE (request, generation)
);
CREATE TABLE IF NOT EXISTS looks (
    number INTEGER PRIMARY KEY, key TEXT NOT NULL, at REAL NOT NULL, stage TEXT NOT NULL, progress REAL, message TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS looks_by_key ON looks (key, number);
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One job as the table has it: times in epoch seconds, `results` and `error` once it has ended.

    `sent_at` is when the request left first, `tried_at` when it left last; `notes` are codes of what must be said of it.
    """

    key: str
    source: str
    process: Process
    mode: Mode
    stage: Stage
    stored_at: float
    sent_at: float | None = None
    tried_at: float | None = None
    ended_at: float | None = None
    job: Job | None = None
    results: Processed | None = None
    error: ConnectorError | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a job stood at a moment: one line of its log."""

    at: float
    stage: str
    progress: float | None
    message: str


class JobTable:
    """Entries in one SQLite file, every change on disk before the call returns; `now` gives epoch seconds."""

    def __init__(self, path: Path, *, now: Callable[[], float]) -> None:
        self._path, self._now, self._lock = path, now, RLock()
        self._locks = path.with_suffix(".locks")
        self._connection: sqlite3.Connection | None = None

    def driver(self, request: str) -> AsyncFileLock:
        """The lock of a request: who holds it is the only one on this machine to send and follow it."""
        from filelock import AsyncFileLock

        self._locks.mkdir(parents=True, exist_ok=True)
        return AsyncFileLock(self._locks / f"{request}.lock", run_in_executor=False, poll_interval=0.1)

    def begin(self, source: str, process: Process, *, mode: Mode, fresh_s: float) -> Entry:
        """The open entry of this request, the one that ended well less than `fresh_s` ago, or a new one."""
        request = request_id(source, process)
        with self._changing() as database:
            last = self._last(request)
            if last is not None and self._serves(last, fresh_s=fresh_s):
                return last
            row = database.execute("SELECT max(generation) FROM jobs WHERE request = ?", (request,)).fetchone()
            generation = 0 if row[0] is None else int(row[0]) + 1
            key = hashlib.sha256(f"{request}:{generation}".encode()).hexdigest()[:32]
            database.execute(
                "INSERT INTO jobs (key, request, generation, source, process, inputs, mode, stage, stored_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, 'stored', ?)",
                (key, request, generation, source, process.process_id, _text(process.inputs), mode, self._now()),
            )
            database.execute("DELETE FROM jobs WHERE ended_at < ?", (self._now() - KEPT_S,))
            still = {row[0] for row in database.execute("SELECT request FROM jobs WHERE ended_at IS NULL")}
            locks.prune(self._locks, still=still, now=self._now())
            database.execute("DELETE FROM looks WHERE at < ?", (self._now() - KEPT_S,))
            return self._one("key = ?", key)

    def sent(self, key: str) -> Entry:
        """Note that the request is about to leave; from here on it may have arrived."""
        return self._set(key, "stage = 'sent', sent_at = coalesce(sent_at, ?), tried_at = ?", self._now(), self._now())

    def unsent(self, key: str) -> Entry:
        """Note that the request surely did not arrive."""
        return self._set(key, "stage = 'stored', sent_at = NULL, tried_at = NULL")

    def noted(self, key: str, code: str) -> Entry:
        """Note something that must be said of the results."""
        return self._set(key, "notes = trim(notes || ' ' || ?)", code)

    def located(self, key: str, job: Job) -> Entry:
        """Note where the server keeps the job."""
        return self._set(
            key, "stage = 'waiting', href = ?, job = ?, results_href = ?", job.href, job.id, job.results_href
        )

    def looked(self, key: str, job: Job) -> None:
        """Add a line to the job's log, where it says something new."""
        with self._changing() as database:
            last = database.execute(
                "SELECT stage, progress, message FROM looks WHERE key = ? ORDER BY number DESC LIMIT 1", (key,)
            ).fetchone()
            if last != (job.state, job.progress, job.message):
                database.execute(
                    "INSERT INTO looks (key, at, stage, progress, message) VALUES (?, ?, ?, ?, ?)",
                    (key, self._now(), job.state, job.progress, job.message),
                )

    def ended(
        self, key: str, stage: Stage, *, results: Processed | None = None, error: ConnectorError | None = None
    ) -> Entry:
        """Note how it ended: the first ending stands."""
        told = None if error is None else json.dumps([type(error).__name__, str(error), error.source, error.kind])
        with self._changing() as database:
            database.execute(
                "UPDATE jobs SET stage = ?, ended_at = ?, results = ?, error = ?"
                " WHERE key = ? AND stage IN ('stored', 'sent', 'waiting')",
                (stage, self._now(), None if results is None else _text(results), told, key),
            )
            return self._one("key = ?", key)

    def entry(self, key: str) -> Entry | None:
        """The entry whose key begins so; None where there is none or there are several."""
        found = self._entries("key GLOB ?", f"{key}*") if key.isalnum() else ()
        return found[0] if len(found) == 1 else None

    def entries(self, *, source: str = "", open_only: bool = False) -> tuple[Entry, ...]:
        """Latest first."""
        stages = "AND stage IN ('stored', 'sent', 'waiting')" if open_only else ""
        return self._entries(f"(? = '' OR source = ?) {stages}", source, source)

    def looks(self, key: str, *, after: int = 0) -> tuple[Look, ...]:
        """The log of a job, oldest first, without its first `after` lines."""
        with self._reading() as database:
            rows = database.execute(
                "SELECT at, stage, progress, message FROM looks WHERE key = ? ORDER BY number LIMIT -1 OFFSET ?",
                (key, after),
            ).fetchall()
        return tuple(Look(at=r[0], stage=r[1], progress=r[2], message=r[3]) for r in rows)

    def claimed(self, source: str, *, but: str) -> frozenset[str]:
        """Addresses and ids of the jobs at a source that belong to other keys."""
        with self._reading() as database:
            rows = database.execute(
                "SELECT href, job FROM jobs WHERE source = ? AND key <> ?", (source, but)
            ).fetchall()
        return frozenset(name for row in rows for name in row if name)

    def usual_s(self, source: str, process_id: str) -> float | None:
        """The median seconds that the last runs of a process took there; None where it never ran."""
        with self._reading() as database:
            rows = database.execute(
                "SELECT ended_at - sent_at FROM jobs WHERE source = ? AND process = ? AND stage = 'successful'"
                " AND sent_at IS NOT NULL ORDER BY ended_at DESC LIMIT 9",
                (source, process_id),
            ).fetchall()
        took = sorted(float(row[0]) for row in rows)
        return took[len(took) // 2] if took else None

    def close(self) -> None:
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _set(self, key: str, assignments: str, *values: object) -> Entry:
        with self._changing() as database:
            database.execute(f"UPDATE jobs SET {assignments} WHERE key = ?", (*values, key))
            return self._one("key = ?", key)

    def _serves(self, entry: Entry, *, fresh_s: float) -> bool:
        if entry.stage in OPEN:
            return True
        return entry.stage == "successful" and self._now() - (entry.ended_at or 0.0) < fresh_s

    def _last(self, request: str) -> Entry | None:
        found = self._entries("request = ? ORDER BY generation DESC LIMIT 1", request, ordered=True)
        return found[0] if found else None

    def _one(self, where: str, *values: object) -> Entry:
        return self._entries(where, *values)[0]

    def _entries(self, where: str, *values: object, ordered: bool = False) -> tuple[Entry, ...]:
        order = "" if ordered else " ORDER BY stored_at DESC, key"
        with self._reading() as database:
            rows = database.execute(
                "SELECT key, source, process, inputs, mode, stage, stored_at, sent_at, tried_at, ended_at,"
                f" href, job, results_href, results, error, notes FROM jobs WHERE {where}{order}",
                values,
            ).fetchall()
        return tuple(_entry(row) for row in rows)

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            if self._connection is None:
                self._connection = _opened(self._path)
            try:
                yield self._connection
            except sqlite3.Error as error:
                raise Unavailable(f"the table of jobs {str(self._path)!r} cannot be used ({error})") from error

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        with self._reading() as database:
            if database.in_transaction:
                yield database
                return
            database.execute("BEGIN IMMEDIATE")
            try:
                yield database
            except BaseException:
                database.execute("ROLLBACK")
                raise
            database.execute("COMMIT")


def request_id(source: str, process: Process) -> str:
    """What is asked of whom, as a hash: the same request is the same id."""
    return hashlib.sha256(f"{source}\n{process.process_id}\n{_text(process.inputs)}".encode()).hexdigest()[:32]


def _text(value: Any) -> str:
    if isinstance(value, Processed):
        outputs = {name: encoding.encode(output) for name, output in value.outputs.items()}
        value = {"outputs": outputs, "caveats": encoding.encode(value.caveats)}
    return json.dumps(encoding.encode(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _processed(text: str) -> Processed:
    told: dict[str, JSON] = json.loads(text)
    outputs = {name: encoding.decode(value) for name, value in told["outputs"].items()}
    return Processed(outputs=outputs, caveats=encoding.caveats(told["caveats"]))


def _error(text: str) -> ConnectorError:
    name, message, source, kind = json.loads(text)
    known = getattr(errors, name, Unavailable)
    error: ConnectorError = known(message, source=source, kind=kind)
    return error


def _entry(row: tuple[Any, ...]) -> Entry:
    key, source, process, inputs, mode, stage, stored_at, sent_at, tried_at, ended_at, *rest = row
    href, job, results_href, results, error, notes = rest
    return Entry(
        key=key,
        source=source,
        process=Process(process_id=process, inputs=json.loads(inputs)),
        mode=mode,
        stage=stage,
        stored_at=stored_at,
        sent_at=sent_at,
        tried_at=tried_at,
        ended_at=ended_at,
        job=Job(href=href, id=job, process_id=process, results_href=results_href) if href else None,
        results=_processed(results) if results else None,
        error=_error(error) if error else None,
        notes=tuple(notes.split()),
    )


def _opened(path: Path) -> sqlite3.Connection:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=10.0, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")  # what was written before a POST must be there after a crash
        connection.executescript(_SCHEMA)
    except (sqlite3.Error, OSError) as error:
        raise Unavailable(
            f"the table of jobs {str(path)!r} cannot be opened ({error}); move it away to start a new one"
        ) from error
    return connection
