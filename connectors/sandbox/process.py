"""Process: foreign files read by confined processes; an error of theirs is an error here, a crash of theirs is one too."""

from __future__ import annotations

import atexit
import os
import signal
import socket
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from connectors.errors import BadReply, ConnectorError, Refused
from connectors.items import JSON
from connectors.sandbox import wire
from connectors.sandbox.forking import GRACE_S, Forks
from connectors.sandbox.policy import Limits, Strength
from connectors.sandbox.reader import OURS, answer, raised
from connectors.sandbox.rules.signature import HEAD_BYTES, kind_of

AT_ONCE = 4
TOGETHER = 8  # files that one reader reads, each seen by it with the others: of one load, and no more than these
_RASTERS = ("rasterio", "rasterio.enums", "rasterio.windows")
_LIBRARIES = {"hdf5": ("h5py", "netCDF4"), "classic": ("netCDF4",), "tiff": _RASTERS, "jp2": _RASTERS}
_REMEMBERED = 4096
_Mark = tuple[str, int, int]  # of a file as it was: path, size and time of change


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A file, and what `call` (`module:function`, of ours) is to make of it; without `call` it is only examined."""

    path: Path
    call: str = ""
    arguments: Mapping[str, JSON] = field(default_factory=dict)


class Readers:
    """Readers of foreign files, a few at a time, forked from one process that is started at first need."""

    def __init__(self, *, at_once: int = AT_ONCE) -> None:
        self.forks = Forks()
        self._gate = BoundedSemaphore(at_once)
        self._examined: dict[_Mark, None] = {}

    def read(
        self,
        path: Path,
        call: str = "",
        *,
        arguments: Mapping[str, JSON] | None = None,
        limits: Limits | None = None,
    ) -> Any:
        """What a reading gives; raises Refused for a file that attacks, BadReply for one that is damaged."""
        reading = Reading(path=path, call=call, arguments=arguments or {})
        if not call and _mark(path) in self._examined:
            return None
        (found,) = self._together([reading], limits or Limits())
        if isinstance(found, ConnectorError):
            raise found
        return found

    def read_each(
        self, readings: Sequence[Reading], *, limits: Limits | None = None
    ) -> Generator[Any | ConnectorError]:
        """What each reading gives, in order, or its error, by one reader while all goes well.

        A file that ends its reader is read again alone, so that it is told by its name, and those after it by another.
        """  # fmt: skip
        limits, done = limits or Limits(), 0
        while done < len(readings):
            for found in self._together(readings[done : done + TOGETHER], limits):
                yield found
                done += 1

    def strength(self) -> Strength:
        """What confines readers here; starts the process that they are forked from."""
        return self.forks.strength() if _can_fork() else Strength(subprocess=False)

    def close(self) -> None:
        """End the process and all readers."""
        self.forks.close()

    def _together(self, readings: Sequence[Reading], limits: Limits) -> Iterator[Any | ConnectorError]:
        """The readings of one reader, as far as it came, and the one that it did not come past by a reader of its own."""
        done = 0
        try:
            marks = [_mark(reading.path) for reading in readings]
            task = _task(readings, limits, examine=[mark not in self._examined for mark in marks])
        except BadReply as error:  # one of them is not there any more
            yield from [error] if len(readings) == 1 else self._together(readings[:1], limits)
            return
        for reply in self._replies(task, limits):
            yield self._taken(reply, marks[done])
            done += 1
        if len(readings) > 1 and done < len(readings):
            yield from self._together(readings[done : done + 1], limits)

    def _replies(self, task: Mapping[str, Any], limits: Limits) -> Iterator[Any]:
        """Answers as they come; the end of a reader of one file is its answer."""
        files = task["readings"]
        if not _can_fork():
            yield from (answer(reading, limits=task["limits"]) for reading in files)
            return
        wall_s = limits.wall_s + GRACE_S
        with self._gate:
            channel, end = self.forks.begin(task)
            with channel, end:
                channel.settimeout(wall_s)
                for _ in files:
                    try:
                        yield wire.receive(channel)
                    except (EOFError, OSError):  # a timeout is an OSError
                        if len(files) == 1:
                            yield _ended(end, Path(files[0]["path"]), wall_s=wall_s)
                        return

    def _taken(self, reply: Any, mark: _Mark) -> Any | ConnectorError:
        """The value of a reply or its error; that a file passed is remembered while it stays as it is."""
        if isinstance(reply, ConnectorError):
            return reply
        try:
            value = raised(reply)
        except ConnectorError as error:
            return error
        if _mark(Path(mark[0])) == mark:
            while len(self._examined) >= _REMEMBERED:
                self._examined.pop(next(iter(self._examined)), None)
            self._examined[mark] = None
        return value


@lru_cache(maxsize=1)
def _shared(process: int) -> Readers:
    made = Readers()
    atexit.register(made.close)
    return made


def readers() -> Readers:
    """The readers of this process; a forked process gets its own."""
    return _shared(os.getpid())


def _can_fork() -> bool:
    return hasattr(os, "fork") and hasattr(socket, "send_fds")


def _task(readings: Sequence[Reading], limits: Limits, *, examine: Sequence[bool]) -> dict[str, Any]:
    """What a reader is told."""
    told = [
        {"path": str(reading.path), "call": reading.call, "arguments": dict(reading.arguments), "examine": is_new}
        for reading, is_new in zip(readings, examine, strict=True)
    ]
    warm = dict.fromkeys(name for reading in readings for name in (*_libraries(reading.path), *_module(reading.call)))
    return {"readings": told, "warm": list(warm), "limits": asdict(limits)}


def _libraries(path: Path) -> tuple[str, ...]:
    """What a file of this kind is read with: loaded before its reader is shut in."""
    try:
        with path.open("rb") as file:
            return _LIBRARIES.get(kind_of(file.read(HEAD_BYTES)), ())
    except OSError as error:
        raise _not_there(path, error) from error


def _module(call: str) -> tuple[str, ...]:
    """Our own module that is called: loaded once, and not by each reader again."""
    module = call.partition(":")[0]
    return (module,) if module.startswith(OURS) else ()


def _mark(path: Path) -> _Mark:
    try:
        status = path.stat()
    except OSError as error:
        raise _not_there(path, error) from error
    return str(path), status.st_size, status.st_mtime_ns


def _not_there(path: Path, error: OSError) -> BadReply:
    return BadReply(f"{path.name!r} cannot be opened ({error.strerror or error})", kind="bad_payload")


def _ended(end: socket.socket, path: Path, *, wall_s: float) -> BadReply | Refused:
    """Why a reader ended without an answer."""
    end.settimeout(GRACE_S)
    try:
        told = wire.receive(end)
    except (EOFError, OSError, BadReply):
        told = {}
    number = int(told.get("signal") or 0)
    if told.get("late") or number == signal.SIGXCPU:
        return Refused(
            f"reading {path.name!r} took longer than {wall_s - GRACE_S:.0f} s; ask for a smaller part of it",
            kind="too_large",
        )
    how = f"signal {signal.Signals(number).name}" if number else str(told.get("failed") or "no answer")
    return BadReply(
        f"{path.name!r} crashed the library that reads it ({how}), apart from us; it is damaged or made to do so: do not"
        " use it, fetch it again from another place",
        kind="crashed",
    )
