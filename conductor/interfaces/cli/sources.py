"""`conductor sources` and `conductor doctor`: which endpoints are registered, and which of them answer now."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from conductor.interfaces.cli.exits import ANSWERED, PARTIAL, explained

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conductor.settings import Settings
    from connectors.offers import Source
    from connectors.outside import Outside
    from connectors.probe import Probe
    from connectors.sandbox.policy import Strength

app = typer.Typer(help="The registered endpoints.", invoke_without_command=True, rich_markup_mode=None)

AsJson = Annotated[bool, typer.Option("--json", help="JSON alone on stdout.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show the stack trace of an error.")]


@app.callback()
def sources(context: typer.Context, as_json: AsJson = False, debug: Debug = False) -> None:
    """List the registered endpoints: embedded ones first."""
    if context.invoked_subcommand:
        return
    from rich.console import Console
    from rich.table import Table

    from conductor.contract import source_to_dict
    from conductor.interfaces.cli.asking import dump

    with explained(debug=debug):
        registered = outside_of(_settings()).sources
        if as_json:
            sys.stdout.write(dump({"sources": [source_to_dict(s) for s in registered]}) + "\n")
            return
        table = Table(box=None, pad_edge=False, header_style="dim")
        for column in ("source", "kind", "family", "state", "address"):
            table.add_column(column, overflow="fold")
        for source in sorted(registered, key=lambda s: (not s.embedded, s.id)):
            state = "embedded" if source.embedded else "enabled" if source.enabled else "disabled"
            table.add_row(source.id, source.kind, source.family, state, source.url)
        Console(highlight=False).print(table)


@app.command()
def add(
    url: Annotated[str, typer.Argument(help="The address of a STAC API, an ESGF search node, an OGC API, …")],
    debug: Debug = False,
) -> None:
    """Register an endpoint of your own: its protocol is found out."""
    with explained(debug=debug):
        source = asyncio.run(_add(url))
        sys.stdout.write(f"{source.id} registered: {source.kind} ({source.family}) at {source.url}\n")


def doctor(
    online: Annotated[bool | None, typer.Option("--online/--offline", help="Ask live sources too, or never.")] = None,
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Ask every source at once whether it is there, and say what to do about those that are not."""
    with explained(debug=debug):
        settings = _settings()
        online = settings.online if online is None else online
        probes, strength = asyncio.run(_examined(replace(settings, online=online)))
        _show(probes, strength, as_json=as_json)
    embedded_down = any(p.source.embedded and p.state not in ("ok", "disabled") for p in probes)
    raise SystemExit(PARTIAL if embedded_down else ANSWERED)


def _show(probes: Sequence[Probe], strength: Strength, *, as_json: bool) -> None:
    from rich.console import Console
    from rich.table import Table

    from conductor.interfaces.cli.asking import dump

    if as_json:
        rows = [
            {"source": p.source.id, "state": p.state, "took_ms": p.took_ms, "detail": p.detail, "advice": p.advice}
            for p in probes
        ]
        sandbox = {"landlock": strength.landlock, "no_network": strength.namespace, "apart": strength.subprocess}
        sys.stdout.write(dump({"probes": rows, "sandbox": sandbox}) + "\n")
        return
    console = Console(highlight=False)
    table = Table(box=None, pad_edge=False, header_style="dim")
    for column in ("source", "state", "ms", "what to do"):
        table.add_column(column, overflow="fold")
    colours = {"ok": "green", "failed": "red", "auth": "yellow"}
    offline = [p for p in probes if p.state == "offline"]
    for p in sorted(
        (p for p in probes if p.state not in ("offline", "disabled")),
        key=lambda p: (not p.source.embedded, p.source.id),
    ):
        colour = colours.get(p.state, "dim")
        table.add_row(p.source.id, f"[{colour}]{p.state}[/]", str(p.took_ms), p.advice or p.detail)
    console.print(table)
    console.print(f"[dim]{strength.told()}[/]")
    if offline:
        console.print(
            f"[dim]no network: {len(offline)} live sources were not asked; the embedded ones answer without it[/]"
        )


def _sandbox() -> Strength:
    """What confines the reading of foreign files on this machine."""
    from connectors.sandbox.process import readers

    return readers().strength()


async def _examined(settings: Settings) -> tuple[tuple[Probe, ...], Strength]:
    """The sources and this machine's sandbox, at the same time."""
    outside = outside_of(settings)
    try:
        return await asyncio.gather(outside.probe(), asyncio.to_thread(_sandbox))
    finally:
        await outside.aclose()


async def _add(url: str) -> Source:
    outside = outside_of(_settings())
    try:
        return await outside.add_source(url)
    finally:
        await outside.aclose()


def _settings() -> Settings:
    from conductor.settings import from_environment

    return from_environment()


def outside_of(settings: Settings) -> Outside:
    """The outside world by the settings; to be closed."""
    import time

    from connectors.registry import connect

    return connect(
        holdings_dir=settings.holdings_dir, data_dir=settings.data_dir, cache_dir=settings.cache_dir, sources_file=settings.sources_file,
        online=settings.online, now=time.time, environ=settings.environ, netrc=settings.netrc,
    )  # fmt: skip
