"""Forking: our side of the nursery: it is started at first need, given jobs, and started again when it died."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import Any

from connectors.errors import Unavailable
from connectors.sandbox import wire
from connectors.sandbox.policy import Strength

START_S, GRACE_S = 30.0, 5.0
_ENVIRONMENT = {  # nothing of ours: no credentials, no proxies, no paths
    "HDF5_USE_FILE_LOCKING": "FALSE", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "LANG": "C.UTF-8",
    "GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR", "GDAL_HTTP_MAX_RETRY": "0", "PYTHONDONTWRITEBYTECODE": "1",
}  # fmt: skip


class Forks:
    """The process that readers are forked from."""

    def __init__(self) -> None:
        self._lock = Lock()
        self.process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._strength = Strength(subprocess=False)

    def strength(self) -> Strength:
        """What confines readers; raises Unavailable where the process cannot be started."""
        with self._lock:
            self._started()
        return self._strength

    def begin(self, task: Mapping[str, Any]) -> tuple[socket.socket, socket.socket]:
        """The sockets of a job that is under way: of its answers, and of how its reader ended. Raises Unavailable."""
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

    def close(self) -> None:
        """End the process and all readers."""
        with self._lock:
            if self._control is not None:
                self._control.close()
            if self.process is not None:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self.process.wait(GRACE_S)
                self.process.kill()
                self.process.wait()
            self._control = self.process = None

    def _started(self) -> socket.socket:
        if self._control is not None and self.process is not None and self.process.poll() is None:
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
            self.process = subprocess.Popen(
                [sys.executable, "-I", "-c", program], pass_fds=[theirs.fileno()], env=_ENVIRONMENT, cwd="/",
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip
        ours.settimeout(START_S)
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
