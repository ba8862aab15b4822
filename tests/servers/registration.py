"""A server registered as a user does it, with `conductor sources add`, and the outside world that then knows it."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from conductor.settings import from_environment
from connectors.outside import Outside
from connectors.registry import connect


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """What the command said, the id it gave, and the user's file it wrote."""

    said: str
    id: str
    sources_file: Path


def add(url: str, folder: Path) -> Registered:
    """Run `conductor sources add URL` with a configuration of its own in `folder`."""
    command = [str(Path(sys.executable).with_name("conductor")), "sources", "add", url]
    environment = {**os.environ, "CONDUCTOR_CONFIG_DIR": str(folder), "CONDUCTOR_CACHE_DIR": str(folder / "cache")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    if done.returncode:
        raise AssertionError(f"{command} ended with {done.returncode}: {done.stderr}")
    return Registered(said=done.stdout.strip(), id=done.stdout.split()[0], sources_file=folder / "sources.toml")


@contextlib.asynccontextmanager
async def world(registered: Registered, *, folder: Path, more: str = "") -> AsyncIterator[Outside]:
    """The registry's own wiring over the user's file, to whose last entry `more` lines of TOML are added, or put in place."""
    names = tuple(
        f"{line.partition('=')[0].strip()} =" for line in more.partition("\n[")[0].splitlines() if "=" in line
    )
    kept = [
        line for line in registered.sources_file.read_text("utf-8").splitlines() if not line.startswith(names or "\0")
    ]
    (folder / "own.toml").write_text("\n".join((*kept, more, "")), "utf-8")
    outside = connect(
        holdings_dir=from_environment().holdings_dir,
        data_dir=folder / "data",
        cache_dir=folder / "cache",
        sources_file=folder / "own.toml",
        online=False,
        now=time.time,
    )
    try:
        yield outside
    finally:
        await outside.aclose()
