"""Process: foreign files read by confined processes; an error of theirs is an error here, a crash of theirs is one too."""

from __future__ import annotations

import atexit
import contextlib
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from threading import BoundedSemaphore, Lock
from typing import Any

from connectors.errors import BadReply, Refused, Unavailable
from connectors.items import JSON
from connectors.sandbox import wire
from connectors.sandbox.policy import Limits, Strength
from connectors.sandbox.reader import answer, raised
from connectors.sandbox.rules.signature import HEAD_BYTES, kind_of

AT_ONCE = 4
_RASTERS = ("rasterio", "rasterio.enums", "rasterio.windows")
_LIBRARIES = {"hdf5": ("h5py", "netCDF4"), "classic": ("netCDF4",), "tiff": _RASTERS, "jp2": _RASTERS}
_START_S, _GRACE_S = 30.0, 5.0
_REMEMBERED = 4096
_ENVIRONMENT = {  # nothing of ours: no credentials, no proxies, no paths
    "HDF5_USE_FILE_LOCKING": "FALSE", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "LANG": "C.UTF-8",
    "GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR", "GDAL_HTTP_MAX_RETRY": "0", "PYTHONDONTWRITEBYTECODE": "1",
}  # fmt: skip


class Readers:
    """Readers of foreign files, a few at a time, forked from one process that is started at first need."""

    def __init__(self, *, at_once: int = AT_ONCE) -> None:
        self._lock = Lock()
        self._gate = BoundedSemaphore(at_once)
        self._nursery: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._strength = Strength(subprocess=False)
        self._examined: dict[tuple[str, int, int], None] = {}

    def read(
        self,
        path: Path,
        call: str = "",
        *,
        arguments: Mapping[str, JSON] | None = None,
        limits: Limits | None = None,
    ) -> Any:
        """Examine a file, then what `call` (`module:function`, of ours) makes of it; without `call` only examine.

        Raises Refused for a file that attacks, BadReply for one that is damaged.
        """  # fmt: skip
        mark = _mark(path)
        task = {
            "path": str(path), "call": call, "arguments": dict(arguments or {}), "warm": _libraries(path),
            "limits": asdict(limits or Limits()), "examine": mark not in self._examined,
        }  # fmt: skip
        if not task["examine"] and not call:
            return None
        value = raised(self._answered(task) if _can_fork() else answer(task))
        if _mark(path) == mark:
            while len(self._examined) >= _REMEMBERED:
                self._examined.pop(next(iter(self._examined)), None)
            self._examined[mark] = None
        return value

    def strength(self) -> Strength:
        """What confines readers here; starts the process that they are forked from."""
        if _can_fork():
            with self._lock:
                self._started()
        return self._strength

    def close(self) -> None:
        """End the process and all readers."""
        with self._lock:
            if self._control is not None:
                self._control.close()
            if self._nursery is not None:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self._nursery.wait(_GRACE_S)
                self._nursery.kill()
                self._nursery.wait()
            self._control = self._nursery = None

    def _answered(self, task: Mapping[str, Any]) -> Any:
        wall_s = float(task["limits"]["wall_s"]) + _GRACE_S
        with self._gate:
            channel, end = self._handed_over(task)
            with channel, end:
                channel.settimeout(wall_s)
                try:
                    return wire.receive(channel)
                except (EOFError, OSError):  # a timeout is an OSError
                    raise _ended(end, Path(task["path"]), wall_s=wall_s) from None

    def _handed_over(self, task: Mapping[str, Any]) -> tuple[socket.socket, socket.socket]:
        """The sockets of a job that is under way."""
        channel, theirs = socket.socketpair()
        end, its_end = socket.socketpair()
        with theirs, its_end, self._lock:
            for attempt in range(2):
                control = self._started()
                try:
                    socket.send_fds(control, [b"j"], [theirs.fileno(), its_end.fileno()])
                    break
                except OSError:
                    control.close()
                    self._control = None  # it died: begin anew, once
                    if attempt:
                        raise
            wire.send(channel, task)
        return channel, end

    def _started(self) -> socket.socket:
        if self._control is not None and self._nursery is not None and self._nursery.poll() is None:
            return self._control
        if self._control is not None:
            self._control.close()
            self._control = None
        ours, theirs = socket.socketpair()
        paths = [str(Path(__file__).resolve().parents[2]), *(path for path in sys.path if path)]
        program = (
            f"import sys; sys.path[:] = {paths!r}; from connectors.sandbox.nursery import main; main({theirs.fileno()})"
        )
        with theirs:
            self._nursery = subprocess.Popen(
                [sys.executable, "-I", "-c", program], pass_fds=[theirs.fileno()], env=_ENVIRONMENT, cwd="/",
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip
        ours.settimeout(_START_S)
        try:
            told = wire.receive(ours)
        except (EOFError, OSError) as error:
            ours.close()
            raise Unavailable(
                "the process that reads foreign files could not be started; see `conductor doctor`", kind="sandbox"
            ) from error
        ours.settimeout(None)
        self._strength = Strength(landlock=int(told["landlock"]), namespace=bool(told["namespace"]))
        self._control = ours
        return ours


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


def _libraries(path: Path) -> list[str]:
    """What a file of this kind is read with: loaded before its reader is shut in."""
    with path.open("rb") as file:
        return list(_LIBRARIES.get(kind_of(file.read(HEAD_BYTES)), ()))


def _mark(path: Path) -> tuple[str, int, int]:
    try:
        status = path.stat()
    except OSError as error:
        raise BadReply(f"{path.name!r} cannot be opened ({error.strerror or error})", kind="bad_payload") from error
    return str(path), status.st_size, status.st_mtime_ns


def _ended(end: socket.socket, path: Path, *, wall_s: float) -> BadReply | Refused:
    """Why a reader ended without an answer."""
    end.settimeout(_GRACE_S)
    try:
        told = wire.receive(end)
    except (EOFError, OSError, BadReply):
        told = {}
    number = int(told.get("signal") or 0)
    if told.get("late") or number == signal.SIGXCPU:
        return Refused(
            f"reading {path.name!r} took longer than {wall_s - _GRACE_S:.0f} s; ask for a smaller part of it",
            kind="too_large",
        )
    how = f"signal {signal.Signals(number).name}" if number else str(told.get("failed") or "no answer")
    return BadReply(
        f"{path.name!r} crashed the library that reads it ({how}), apart from us; it is damaged or made to do so: do not"
        " use it, fetch it again from another place",
        kind="crashed",
    )
