"""An outside world of loopback servers for a test: sources written to a user's file, wired by the real registry."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from connectors.items import Found, SourceReport
from connectors.offers import Limits, Source
from connectors.operations import Search
from connectors.outside import Outside
from connectors.registry import connect
from connectors.source_files import written

SEARCH = Search(family="eo", collections=("sentinel-2-l2a",), limit=10)
SHIPPED = (
    "ads-catalogue",
    "bas-csw",
    "canada-csw",
    "cds-catalogue",
    "cdse-odata",
    "cdse-stac",
    "cmr",
    "dedl",
    "dlr-eoc",
    "eea-csw",
    "eodc-csw",
    "esa-open-science",
    "earth-search",
    "embedded-stac",
    "esgf-ceda",
    "esgf-dkrz",
    "esgf-east",
    "esgf-errata",
    "esgf-globus",
    "esgf-liu",
    "esgf-nci",
    "esgf-west",
    "eumetsat",
    "ewds-catalogue",
    "fedeo",
    "geodes",
    "handles",
    "landsatlook",
    "marine",
    "marine-csw",
    "met-norway-csw",
    "ouranos-thredds",
    "pacioos-csw",
    "pavics-thredds",
    "pavics-wfs",
    "planetary-computer",
    "theia",
    "wis2-gdc-cma",
    "wis2-gdc-dwd",
    "wis2-gdc-eccc",
)


class Clock:
    """Epoch seconds that move when told."""

    def __init__(self, at: float = 1_790_000_000.0) -> None:
        self.at = at

    def __call__(self) -> float:
        return self.at

    def pass_by(self, seconds: float) -> None:
        self.at += seconds


def source(name: str, url: str, **fields: Any) -> Source:
    """A STAC API of the EO family with quick limits."""
    given: dict[str, Any] = {
        "title": name,
        "kind": "stac-api",
        "family": "eo",
        "limits": Limits(budget_s=2.0, rate_per_s=1000.0),
    } | fields
    return Source(id=name, url=url, **given)


def sources_file(folder: Path, *sources: Source, off: Sequence[str] = (), register: Sequence[str] = ()) -> Path:
    """A user's file with these sources, the shipped live ones, the embedded STAC and those in `off` switched off.

    The addresses in `register` are the user's own too, without being asked in a search.
    """
    path = folder / "sources.toml"
    extra = [source(f"own-{n}", url, enabled=False) for n, url in enumerate(register)]
    tables = [_table(s) for s in (*sources, *extra)]
    off = [f"[source.{name}]\nenabled = false\n" for name in (*SHIPPED, *off)]
    path.write_text("format = 1\n\n" + "\n".join(tables + off), "utf-8")
    return path


def _table(source: Source) -> str:
    limits = {name: getattr(source.limits, name) for name in Limits.__slots__}
    return (
        written(source)
        + "limits = { " + ", ".join(f"{k} = {v}" for k, v in limits.items()) + " }\n"
    )  # fmt: skip


@contextlib.asynccontextmanager
async def outside(
    folder: Path,
    *sources: Source,
    now: Callable[[], float] | None = None,
    online: bool | None = False,
    environ: Mapping[str, str] | None = None,
    holdings_dir: Path | None = None,
    off: Sequence[str] = (),
    register: Sequence[str] = (),
) -> AsyncIterator[Outside]:
    """The registry's own wiring over these sources; two calls with one folder are two processes with one memory."""
    world = connect(
        holdings_dir=holdings_dir or folder / "holdings",
        data_dir=folder / "data",
        cache_dir=folder / "cache",
        sources_file=sources_file(folder, *sources, off=off, register=register),
        online=online,
        now=now or Clock(),
        environ=environ,
    )
    try:
        yield world
    finally:
        await world.aclose()


def report(found: Found, name: str) -> SourceReport:
    """The report of one source; there must be exactly one."""
    (only,) = [r for r in found.reports if r.source == name]
    return only
