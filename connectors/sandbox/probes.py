"""Probes: what a confined process is made to try so that its confinement can be seen to hold."""

from __future__ import annotations

import os
import signal
import socket
import time
from pathlib import Path

_KEPT: list[bytearray] = []


def contents(path: Path, *, other: str) -> str:
    """What another file holds."""
    return Path(other).read_text(encoding="utf-8")


def write(path: Path, *, other: str) -> str:
    """Write a file."""
    Path(other).write_text("written", encoding="utf-8")
    return other


def call(path: Path, *, port: int) -> bool:
    """Connect to a port of this machine."""
    with socket.create_connection(("127.0.0.1", port), timeout=2.0):
        return True


def environment(path: Path) -> list[str]:
    """The names in the environment."""
    return sorted(os.environ)


def crash(path: Path) -> None:
    """End as a library does that reads beyond its memory."""
    os.kill(os.getpid(), signal.SIGSEGV)


def sleep(path: Path) -> None:
    """Take long."""
    time.sleep(60.0)


def hoard(path: Path) -> int:
    """Take half a gibibyte of memory."""
    return len(bytearray(2**29))


def keep(path: Path) -> int:
    """Take half a gibibyte of memory and not give it back."""
    _KEPT.append(bytearray(2**29))
    return len(_KEPT[0])
