from __future__ import annotations

import random
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from connectors.base import Request
from connectors.compute.callbacks import Callbacks
from connectors.compute.calls import Calls
from connectors.compute.direct import Direct
from connectors.compute.job_table import JobTable
from connectors.compute.ogcapi import OGCProcesses
from connectors.compute.runner import Runner
from connectors.compute.wiring import executor, keep
from connectors.engine.memory import Memory
from connectors.offers import Source
from connectors.transport import Reply

THERE = Source(id="there", title="", kind="ogcapi-processes", family="compute", url="https://there.org/api")
CALLS = Calls(url="https://us.org/callbacks", callbacks=Callbacks())


async def send(request: Request) -> Reply:
    return Reply(status=404, headers={}, body=b"", url=request.url)


async def fetch(href: str) -> bytes:
    return b""


def made(source: Source, folder: Path, **more: Any) -> Direct | Runner:
    return executor(
        OGCProcesses, source, send=send, jobs=JobTable(folder / "jobs.sqlite", now=time.time), memory=Memory(None),
        rng=random.Random(1), now=time.time, folder=folder, fetch=fetch, **more,
    )  # fmt: skip


def test_what_lives_with_us_needs_no_table_of_jobs(tmp_path: Path) -> None:
    assert isinstance(made(replace(THERE, embedded=True), tmp_path), Direct)


def test_a_server_is_told_where_to_call(tmp_path: Path) -> None:
    runner: Any = made(THERE, tmp_path, calls=CALLS)
    assert runner.callbacks is CALLS.callbacks and runner.server.subscriber == CALLS.url


@pytest.mark.parametrize(
    ("url", "source", "told"),
    [
        ("https://us.org/callbacks", THERE, True),
        ("http://127.0.0.1:8000/callbacks", THERE, False),
        ("http://127.0.0.1:8000/callbacks", replace(THERE, url="http://localhost:5000"), True),
        ("https://us.org/callbacks", replace(THERE, kind="wps-1"), False),
    ],
)
def test_only_who_can_reach_us_and_has_a_place_for_it_is_told(url: str, source: Source, told: bool) -> None:
    assert replace(CALLS, url=url).may_come_from(source) is told


def test_bytes_are_put_away_once_under_their_checksum(tmp_path: Path) -> None:
    first, again = (keep(b"same", "application/x-netcdf", folder=tmp_path) for _ in range(2))
    assert first == again and first.endswith(".nc") and Path(first).read_bytes() == b"same"
