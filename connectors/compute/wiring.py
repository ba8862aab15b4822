"""Wiring of process servers: the executor of a source, durable where the server outlives us."""

from __future__ import annotations

import hashlib
import os
import random
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any

from connectors.compute.calls import Calls
from connectors.compute.direct import Direct
from connectors.compute.following import Pace
from connectors.compute.handing import Hand
from connectors.compute.job_table import JobTable
from connectors.compute.offered import Offered
from connectors.compute.remote import ProcessServer, Send
from connectors.compute.runner import Runner
from connectors.engine.memory import Memory
from connectors.offers import Source

_SUFFIXES = {
    "application/json": ".json",
    "application/geo+json": ".geojson",
    "application/netcdf": ".nc",
    "application/x-netcdf": ".nc",
    "application/zip": ".zip",
    "application/x-grib": ".grib",
    "image/png": ".png",
    "image/tiff": ".tif",
    "text/csv": ".csv",
}
PATIENCE_S = 3600.0


def executor(
    kind: Callable[..., ProcessServer],
    source: Source,
    *,
    send: Send,
    jobs: JobTable,
    memory: Memory,
    rng: random.Random,
    now: Callable[[], float],
    folder: Path,
    fetch: Callable[[str], Awaitable[bytes]],
    calls: Calls | None = None,
) -> Direct | Runner:
    """What runs processes at `source`, in the protocol of `kind`: bare results go into `folder`, `fetch` gives what lies here."""
    patience = float(str(source.options.get("patience_s", PATIENCE_S)))
    if source.embedded:
        server: Any = kind(url=source.url, send=send, source=source, references=False, repeatable=True)
        return Direct(server=server, patience_s=patience)
    heard = calls if calls is not None and calls.may_come_from(source) else None
    told = {} if heard is None else {"subscriber": heard.url}
    server = kind(url=source.url, send=send, source=source, keep=partial(keep, folder=folder), **told)
    offered = Offered(server=server, address=f"{source.kind} {source.url}", memory=memory, now=now)
    return Runner(
        server=server,
        table=jobs,
        offered=offered,
        hand=Hand(fetch=fetch, offered=offered),
        now=now,
        pace=Pace(rng=rng),
        patience_s=patience,
        callbacks=None if heard is None else heard.callbacks,
    )


def keep(body: bytes, media: str, *, folder: Path) -> str:
    """Put bytes away under their checksum; gives the path."""
    name = hashlib.sha256(body).hexdigest()
    path = folder / name[:2] / f"{name}{_SUFFIXES.get(media, '.bin')}"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}.part")
        part.write_bytes(body)
        part.replace(path)
    return str(path)
