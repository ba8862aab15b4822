"""Nursery: the process that readers of foreign files are forked from, its libraries loaded before any file is seen.

Each job arrives as two sockets: the task comes and the answer goes over the first, how its reader ended over the second.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import select
import signal
import socket
import time
from collections.abc import Mapping
from typing import Any

from connectors.sandbox import policy, reader, wire
from connectors.sandbox.rehearsal import rehearse

_WARMED: set[str] = set()
_Child = tuple[socket.socket, float]  # where its end is told, and until when it may go on


def main(handle: int) -> None:
    """Serve until the other side is gone."""
    namespace = policy.isolate()
    policy.ready()
    control = socket.socket(fileno=handle)
    wire.send(control, {"landlock": policy.landlock(), "namespace": namespace})
    waker, wakened = socket.socketpair()
    wakened.setblocking(False)
    waker.setblocking(False)
    signal.set_wakeup_fd(wakened.fileno(), warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    children: dict[int, _Child] = {}
    while True:
        ends = [deadline for _, deadline in children.values()]
        pause = max(0.0, min(ends) - time.monotonic()) if ends else None
        ready, _, _ = select.select([control, waker], [], [], pause)
        if waker in ready:
            waker.recv(4096)
        _bury(children)
        if control in ready and not _take(control, children):
            break
    for child in children:
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)


def _take(control: socket.socket, children: dict[int, _Child]) -> bool:
    """Fork a reader for the next job; False where no job will come any more."""
    data, handles, _, _ = socket.recv_fds(control, 1, 2)
    if not data or len(handles) != 2:
        return False
    channel, end = (socket.socket(fileno=handle) for handle in handles)
    with channel:
        try:
            task: Mapping[str, Any] = wire.receive(channel)
            for name in task["warm"]:
                _warm(str(name))
        except Exception as error:  # the asker is told, and the nursery lives on
            with contextlib.suppress(OSError):
                wire.send(end, {"failed": f"{type(error).__name__}: {error}"})
            end.close()
            return True
        child = os.fork()
        if not child:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            control.close()
            end.close()
            reader.serve(channel, task)
        children[child] = (end, time.monotonic() + float(task["limits"]["wall_s"]))
    return True


def _warm(name: str) -> None:
    if name not in _WARMED:
        module = importlib.import_module(name)
        getattr(module, "rehearse", lambda: rehearse(name))()
        gc.freeze()
        _WARMED.add(name)


def _bury(children: dict[int, _Child]) -> None:
    """Tell of readers that ended, and end those whose time is up."""
    for child, (end, deadline) in list(children.items()):
        late = time.monotonic() >= deadline
        if late:
            os.kill(child, signal.SIGKILL)
        gone, status = os.waitpid(child, 0 if late else os.WNOHANG)
        if not gone:
            continue
        del children[child]
        number = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        with contextlib.suppress(OSError), end:
            wire.send(end, {"late": late, "signal": number, "code": os.waitstatus_to_exitcode(status)})
