"""`conductor jobs`: the jobs asked of remote servers; open ones are gone on with or cancelled, ended ones looked at."""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from conductor.interfaces.cli.exits import PARTIAL, explained
from conductor.interfaces.cli.opened import AsJson, Debug, Online, outside

if TYPE_CHECKING:
    from connectors.compute.job_table import Entry
    from connectors.outside import Outside

app = typer.Typer(help="Jobs at remote servers.", invoke_without_command=True, rich_markup_mode=None)
Key = Annotated[str, typer.Argument(metavar="JOB", help="The beginning of its key, as `conductor jobs` shows it.")]


@app.callback()
def jobs(
    context: typer.Context,
    source: Annotated[str, typer.Option("--source", help="Only those at this source.")] = "",
    open_only: Annotated[bool, typer.Option("--open", help="Only those that have not ended.")] = False,
    as_json: AsJson = False, debug: Debug = False,
) -> None:  # fmt: skip
    """List the jobs of the last thirty days, the latest first."""
    if context.invoked_subcommand:
        return
    with explained(debug=debug):
        asyncio.run(_list(source, open_only=open_only, as_json=as_json))


@app.command()
def show(key: Key, as_json: AsJson = False, debug: Debug = False) -> None:
    """One job: what was asked, how it went, what it gave."""
    with explained(debug=debug):
        asyncio.run(_show(key, as_json=as_json))


@app.command()
def resume(
    key: Annotated[str, typer.Argument(metavar="JOB", help="All open ones where not said.")] = "",
    online: Online = None, debug: Debug = False,
) -> None:  # fmt: skip
    """Go on with open jobs, and wait for their results."""
    with explained(debug=debug):
        failed = asyncio.run(_resume(key, online=online))
    raise SystemExit(PARTIAL if failed else 0)


@app.command()
def cancel(key: Key, online: Online = None, debug: Debug = False) -> None:
    """Have a job dismissed at its server."""
    with explained(debug=debug):
        asyncio.run(_cancel(key, online=online))


@app.command()
def log(key: Key, online: Online = None, debug: Debug = False) -> None:
    """The log of a job: what was seen of it, and what a Weaver wrote."""
    with explained(debug=debug):
        asyncio.run(_log(key, online=online))


@app.command()
def prov(
    key: Key,
    form: Annotated[str, typer.Option("--format", help="json, jsonld, xml, turtle or provn.")] = "json",
    online: Online = None, debug: Debug = False,
) -> None:  # fmt: skip
    """The provenance that a Weaver keeps of a job, as W3C PROV."""
    with explained(debug=debug):
        asyncio.run(_prov(key, form, online=online))


async def _list(source: str, *, open_only: bool, as_json: bool) -> None:
    from conductor.interfaces.cli.asking import dump
    from conductor.interfaces.cli.processes import table

    async with outside() as opened:
        entries = opened.jobs.entries(source=source, open_only=open_only)
    if as_json:
        sys.stdout.write(dump({"jobs": [document(e) for e in entries]}) + "\n")
        return
    rows = [(e.key[:8], e.source, e.process.process_id, e.stage, _moment(e.stored_at), _took(e)) for e in entries]
    table("job source process stage asked took", rows)


def document(entry: Entry) -> dict[str, Any]:
    """A job as JSON."""
    return {
        "key": entry.key,
        "source": entry.source,
        "process": entry.process.process_id,
        "inputs": entry.process.inputs,
        "mode": entry.mode,
        "stage": entry.stage,
        "asked": _moment(entry.stored_at),
        "ended": _moment(entry.ended_at) if entry.ended_at else None,
        "address": entry.job.href if entry.job else None,
        "error": str(entry.error) if entry.error else None,
    }


async def _show(key: str, *, as_json: bool) -> None:
    from conductor.interfaces.cli.asking import dump
    from conductor.interfaces.cli.outputs import show

    async with outside() as opened:
        entry = found(opened, key)
    if not as_json or entry.results is None:
        sys.stdout.write(dump(document(entry)) + "\n")
    if entry.results is not None:
        show(entry.results, as_json=as_json)


async def _resume(key: str, *, online: bool | None) -> int:
    """Go on with one or all; gives how many could not be."""
    from conductor.interfaces.cli.processes import tell
    from connectors.base import listening
    from connectors.compute.runner import Runner
    from connectors.errors import ConnectorError

    failed = 0
    async with outside(online=online) as opened:
        entries = (found(opened, key),) if key else opened.jobs.entries(open_only=True)
        for entry in entries:
            try:
                runner = opened.processing(entry.source)
                with listening(tell):
                    if isinstance(runner, Runner):
                        await runner.resume(entry)
                sys.stdout.write(f"{entry.key[:8]} {entry.process.process_id} at {entry.source}: successful\n")
            except ConnectorError as error:
                failed += 1
                sys.stderr.write(f"error: {entry.key[:8]} at {entry.source}: {error}\n")
    return failed


async def _cancel(key: str, *, online: bool | None) -> None:
    from connectors.compute.runner import Runner

    async with outside(online=online) as opened:
        entry = found(opened, key)
        runner = opened.processing(entry.source)
        if isinstance(runner, Runner):
            entry = await runner.cancel(entry)
    sys.stdout.write(f"{entry.key[:8]} is {entry.stage}\n")


async def _log(key: str, *, online: bool | None) -> None:
    from connectors.compute.weaver.records import logs
    from connectors.compute.weaver.server import Weaver

    async with outside(online=online) as opened:
        entry = found(opened, key)
        for look in opened.jobs.looks(entry.key):
            far = f" {look.progress:.0f} %" if look.progress is not None else ""
            sys.stdout.write(f"{_moment(look.at)} {look.stage}{far} {look.message}".rstrip() + "\n")
        server = opened.processing(entry.source).server
        if isinstance(server, Weaver) and entry.job is not None:
            for line in await logs(server, entry.job):
                sys.stdout.write(f"{line.at} {line.level} {line.text}\n")


async def _prov(key: str, form: str, *, online: bool | None) -> None:
    from typing import cast

    from conductor.interfaces.cli.deployments import weaver_at
    from connectors.compute.weaver.records import FORMATS, ProvFormat, provenance

    if form not in FORMATS:
        raise ValueError(f"--format is one of {', '.join(FORMATS)}, got {form!r}")
    async with outside(online=online) as opened:
        entry = found(opened, key)
        server = weaver_at(opened, entry.source)
        if entry.job is None:
            raise ValueError(f"job {entry.key[:8]} was never begun")
        sys.stdout.write(await provenance(server, entry.job, form=cast("ProvFormat", form)))


def found(opened: Outside, key: str) -> Entry:
    """The job whose key begins so; raises ValueError."""
    entry = opened.jobs.entry(key)
    if entry is None:
        raise ValueError(f"no single job begins with {key!r}; see `conductor jobs`")
    return entry


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _took(entry: Entry) -> str:
    return f"{entry.ended_at - entry.stored_at:.1f} s" if entry.ended_at is not None else ""
