"""A program in a process of its own, from when it answers until the block ends; a free port for it to listen on."""

from __future__ import annotations

import os
import signal
import socket
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 240.0


def executable(environment: str, name: str) -> Path:
    """A program of one of the environments that `scripts/servers.py` makes: `servers`, `pgstac` or `peers`."""
    return ROOT / f".venv-{environment}" / "bin" / name


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(
    command: Sequence[str],
    *,
    answers: str | Callable[[], bool],
    log: Path,
    environment: Mapping[str, str] | None = None,
    user: str | None = None,
    stop: signal.Signals = signal.SIGTERM,
    folder: Path | None = None,
) -> Iterator[None]:
    """Run `command` until the block ends; enters once `answers` does: an address, or a question of one's own.

    `user` runs it as somebody else, which root alone can; `folder` is where it runs, for what it leaves there.
    """
    as_whom = {"user": user, "group": user, "extra_groups": ()} if user else {}
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            env={**os.environ, **(environment or {})},
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=folder,
            **as_whom,
        )  # type: ignore[call-overload]
        try:
            _wait(process, answers if callable(answers) else lambda: _answers(answers), log)
            yield
        finally:
            process.send_signal(stop)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait(process: subprocess.Popen[bytes], is_up: Callable[[], bool], log: Path) -> None:
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"{process.args!r} ended before it answered: {log.read_text(errors='replace')[-2000:]}")
        if is_up():
            return
        time.sleep(0.1)
    raise RuntimeError(f"{process.args!r} did not answer within {PATIENCE_S:.0f} s")


def _answers(address: str) -> bool:
    """Whether the address gives a good reply; its certificate is nobody's business here."""
    anyone = ssl._create_unverified_context() if address.startswith("https:") else None
    try:
        with urlopen(address, timeout=5, context=anyone):
            return True
    except (URLError, ConnectionError, TimeoutError):
        return False
