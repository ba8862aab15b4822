"""The holdings on disk: `<holdings_dir>/<holding id>/<member path>`, fetched, listed, verified and found."""

from __future__ import annotations

import fcntl
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Lock
from typing import Literal

from connectors.embedded import archives, manifest
from connectors.embedded.manifest import Holding
from connectors.embedded.members import Receipt, problems, read_receipt, unpack
from connectors.embedded.storage import storage_error
from connectors.errors import ConnectorError, MissingHolding, Refused
from connectors.vocabulary import geometry_index

OnProgress = Callable[[str, int, int], None]  # holding id, bytes that came, bytes in all
_AT_ONCE = 2
_LOCK, _UNFINISHED = ".sync.lock", ".sync-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """How one holding fared in a sync; `bytes` are those of its archive, 0 where nothing had to be fetched."""

    id: str
    state: Literal["present", "fetched", "failed"]
    bytes: int = 0
    error: ConnectorError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """One holding as it lies on disk; `bytes` are those of its members, `problems` say what is damaged."""

    holding: Holding
    state: Literal["present", "missing", "damaged"]
    bytes: int = 0
    problems: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return self.holding.id


def listing(holdings_dir: Path, *, known: tuple[Holding, ...] | None = None) -> tuple[Status, ...]:
    """Every holding of the manifest and its state, from receipts and file sizes: quick."""
    return tuple(_status(holdings_dir, holding, hashes=False) for holding in known or manifest.holdings())


def verify(
    holdings_dir: Path, *, only: Iterable[str] = (), known: tuple[Holding, ...] | None = None
) -> tuple[Status, ...]:
    """The same with the hash of every member computed again; without `only`, of all that are there."""
    chosen = manifest.select(known or manifest.holdings(), only=only) if only else known or manifest.holdings()
    checked = (_status(holdings_dir, holding, hashes=True) for holding in chosen)
    return tuple(status for status in checked if only or status.state != "missing")


def path(holdings_dir: Path, holding_id: str, member: str) -> Path:
    """Where a member lies; raises MissingHolding, saying how to fetch it."""
    found = holdings_dir / holding_id / member
    if not found.is_file():
        state = "damaged" if (holdings_dir / holding_id).is_dir() else "missing"
        raise MissingHolding(
            f"holding {holding_id!r} is {state}: there is no {member!r}; try: conductor holdings sync --only {holding_id}",
            source=holding_id,
            kind=state,
        )
    return found


def sync(
    holdings_dir: Path,
    *,
    only: Iterable[str] = (),
    on_progress: OnProgress | None = None,
    python: str = sys.executable,
    pip_options: tuple[str, ...] = (),
    known: tuple[Holding, ...] | None = None,
) -> tuple[Report, ...]:
    """Fetch what is missing or damaged, two at a time; what fails is in the reports and leaves nothing half-written.

    `only` names holdings; without it the default set. `on_progress` is called from other threads, never two at once.
    Raises Refused (unknown id, another sync at work) and KeyboardInterrupt, both after cleaning up.
    """
    chosen = manifest.select(known or manifest.holdings(), only=only)
    wanted = [h for h in chosen if _status(holdings_dir, h, hashes=False).state != "present"]
    reports = {h.id: Report(id=h.id, state="present") for h in chosen}
    if wanted:
        try:
            with _locked(holdings_dir):
                job = _Job(holdings_dir=holdings_dir, python=python, pip_options=pip_options, on_progress=on_progress)
                reports |= {report.id: report for report in job.run(wanted)}
        except OSError as error:
            failed = storage_error(error, holdings_dir)
            reports |= {h.id: Report(id=h.id, state="failed", error=failed) for h in wanted}
    return tuple(reports.values())


class _Job:
    """One sync at work: what its two threads share."""

    def __init__(
        self, *, holdings_dir: Path, python: str, pip_options: tuple[str, ...], on_progress: OnProgress | None
    ) -> None:
        self._dir = holdings_dir
        self._python = python
        self._pip_options = pip_options
        self._on_progress = on_progress
        self._one_at_a_time = Lock()
        self._stop = Event()

    def run(self, wanted: list[Holding]) -> tuple[Report, ...]:
        largest_first = sorted(wanted, key=lambda h: -h.bytes)
        with ThreadPoolExecutor(max_workers=_AT_ONCE, thread_name_prefix="holdings") as pool:
            futures: list[Future[Report]] = [pool.submit(self._fetch, holding) for holding in largest_first]
            try:
                return tuple(future.result() for future in futures)
            except BaseException:
                self._stop.set()
                pool.shutdown(wait=True, cancel_futures=True)
                raise

    def _fetch(self, holding: Holding) -> Report:
        if self._stop.is_set():
            raise KeyboardInterrupt
        self._tell(holding, 0)
        try:
            with tempfile.TemporaryDirectory(prefix=_UNFINISHED, dir=self._dir, ignore_cleanup_errors=True) as folder:
                self._install(holding, Path(folder))
        except ConnectorError as error:
            return Report(id=holding.id, state="failed", error=error)
        except OSError as error:
            return Report(id=holding.id, state="failed", error=storage_error(error, self._dir))
        self._tell(holding, holding.bytes)
        return Report(id=holding.id, state="fetched", bytes=holding.bytes)

    def _install(self, holding: Holding, folder: Path) -> None:
        archive = archives.download(
            holding,
            into=folder,
            python=self._python,
            pip_options=self._pip_options,
            stop=self._stop,
            on_bytes=lambda size: self._tell(holding, min(size, holding.bytes)),
        )
        unpacked = folder / "unpacked"
        unpacked.mkdir()
        unpack(archive, holding, into=unpacked)
        geometry_index.build(unpacked, holding=holding.id)
        _swap(unpacked, self._dir / holding.id, aside=folder / "replaced")

    def _tell(self, holding: Holding, size: int) -> None:
        if self._on_progress is not None:
            with self._one_at_a_time:
                self._on_progress(holding.id, size, holding.bytes)


def _swap(new: Path, target: Path, *, aside: Path) -> None:
    """Put `new` where `target` is; a rename that fails puts the old one back."""
    replaces = target.exists() or target.is_symlink()
    if replaces:
        target.rename(aside)
    try:
        new.rename(target)
    except BaseException:
        if replaces:
            aside.rename(target)
        raise


def _status(holdings_dir: Path, holding: Holding, *, hashes: bool) -> Status:
    folder = holdings_dir / holding.id
    if not folder.is_dir():
        return Status(holding=holding, state="missing")
    receipt = read_receipt(folder)
    found = ("it has no receipt of a sync",) if receipt is None else _mismatch(receipt, holding)
    if receipt is not None and not found:
        found = problems(folder, receipt, hashes=hashes)
    size = receipt.bytes if receipt is not None else 0
    return Status(holding=holding, state="damaged" if found else "present", bytes=size, problems=found)


def _mismatch(receipt: Receipt, holding: Holding) -> tuple[str, ...]:
    if receipt.fits(holding):
        return ()
    return (
        f"it was unpacked from {receipt.archive} {receipt.version}, the manifest now wants {holding.archive} {holding.version}",
    )


@contextmanager
def _locked(holdings_dir: Path) -> Iterator[None]:
    """Be the only sync in this folder; what a killed one left unfinished is cleared away."""
    holdings_dir.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(holdings_dir / _LOCK, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as busy:
            raise Refused(
                f"another sync is at work in {str(holdings_dir)!r}; wait until it is done", kind="busy"
            ) from busy
        for left in holdings_dir.glob(f"{_UNFINISHED}*"):
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
        yield
    finally:
        os.close(descriptor)  # the file stays: unlinking it would let two syncs hold two locks
