"""`conductor processes deploy | undeploy | providers | quote`: what a Weaver can do beside running processes."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from conductor.interfaces.cli.exits import OVER_BUDGET, explained
from conductor.interfaces.cli.opened import AsJson, Debug, Online, outside

if TYPE_CHECKING:
    from connectors.compute.weaver.server import Weaver
    from connectors.outside import Outside

SourceId = Annotated[str, typer.Argument(metavar="SOURCE", help="A source of kind weaver.")]
Name = Annotated[str, typer.Argument(metavar="PROCESS", help="The id that the process has there.")]


def deploy(
    source: SourceId, name: Name,
    cwl: Annotated[Path | None, typer.Option("--cwl", help="A CWL package as JSON: a tool in Docker or a workflow.")] = None,
    wps: Annotated[str, typer.Option("--wps", metavar="URL", help="A WPS 1.0 server that runs it.")] = "",
    ogcapi: Annotated[str, typer.Option("--ogcapi", metavar="URL", help="An OGC API – Processes server that runs it.")] = "",
    process: Annotated[str, typer.Option("--process", help="The id at that server; the same where not said.")] = "",
    title: Annotated[str, typer.Option("--title")] = "", online: Online = None, debug: Debug = False,
) -> None:  # fmt: skip
    """Deploy a process: a CWL package, or one of another server."""
    from connectors.compute.weaver import deployment

    with explained(debug=debug):
        if sum(map(bool, (cwl, wps, ogcapi))) != 1:
            raise ValueError("name one of --cwl, --wps and --ogcapi")
        if cwl is not None:
            document = deployment.cwl(name, json.loads(cwl.read_text("utf-8")), title=title)
        elif wps:
            document = deployment.remote_wps(name, url=wps, identifier=process or name, title=title)
        else:
            document = deployment.remote_ogcapi(name, url=ogcapi, identifier=process or name, title=title)
        asyncio.run(_deploy(source, document, online=online))


def undeploy(source: SourceId, name: Name, online: Online = None, debug: Debug = False) -> None:
    """Take a deployed process away."""
    with explained(debug=debug):
        asyncio.run(_undeploy(source, name, online=online))


def providers(
    source: SourceId,
    add: Annotated[tuple[str, str] | None, typer.Option("--add", metavar="ID URL", help="Register a WPS server.")] = None,
    remove: Annotated[str, typer.Option("--remove", metavar="ID", help="Take one away.")] = "",
    online: Online = None, debug: Debug = False,
) -> None:  # fmt: skip
    """The servers that a Weaver stands before."""
    with explained(debug=debug):
        asyncio.run(_providers(source, add, remove, online=online))


def quote(
    source: SourceId, name: Name,
    given: Annotated[list[str] | None, typer.Option("--input", "-i", metavar="NAME=VALUE", help="An input.")] = None,
    inputs: Annotated[Path | None, typer.Option("--inputs", help="A JSON file of inputs by name.")] = None,
    as_json: AsJson = False, online: Online = None, debug: Debug = False,
) -> None:  # fmt: skip
    """What running a process there would cost; a quote that failed has no price, and says why."""
    from conductor.interfaces.cli.processes import inputs_of

    with explained(debug=debug):
        asyncio.run(_quote(source, name, inputs_of(given or [], inputs), as_json=as_json, online=online))


def weaver_at(opened: Outside, source: str) -> Weaver:
    """The Weaver behind a source; raises Unsupported for another kind of server."""
    from connectors.compute.weaver.server import Weaver
    from connectors.errors import Unsupported

    server = opened.processing(source).server
    if not isinstance(server, Weaver):
        raise Unsupported(f"{source!r} is no Weaver; only those deploy, quote and keep providers", source=source)
    return server


async def _deploy(source: str, document: dict[str, Any], *, online: bool | None) -> None:
    from connectors.compute.weaver.deployment import deploy as deployed

    async with outside(online=online) as opened:
        done = await deployed(weaver_at(opened, source), document)
    sys.stdout.write(f"{done.id} deployed at {source}{f', version {done.version}' if done.version else ''}\n")


async def _undeploy(source: str, name: str, *, online: bool | None) -> None:
    from connectors.compute.weaver.deployment import undeploy as undeployed

    async with outside(online=online) as opened:
        await undeployed(weaver_at(opened, source), name)
    sys.stdout.write(f"{name} is no longer at {source}\n")


async def _providers(source: str, add: tuple[str, str] | None, remove: str, *, online: bool | None) -> None:
    from conductor.interfaces.cli.processes import table
    from connectors.compute.weaver import providers as kept

    async with outside(online=online) as opened:
        server = weaver_at(opened, source)
        if add is not None:
            await kept.register(server, add[0], url=add[1])
        if remove:
            await kept.unregister(server, remove)
        known = await kept.providers(server)
    table("provider kind title address", [(p.id, p.type, p.title, p.url) for p in known])


async def _quote(source: str, name: str, inputs: dict[str, Any], *, as_json: bool, online: bool | None) -> None:
    from conductor.contract import plain
    from conductor.interfaces.cli.asking import dump
    from connectors.compute.weaver.quotations import quote as quoted
    from connectors.operations import Process

    async with outside(online=online) as opened:
        told = await quoted(weaver_at(opened, source), Process(process_id=name, inputs=inputs))
    if as_json:
        sys.stdout.write(dump(plain(told)) + "\n")
    elif told.state == "priced":
        long = f", about {told.seconds:.0f} s" if told.seconds is not None else ""
        sys.stdout.write(f"{told.amount:g} {told.currency}{long}; quotation {told.id}\n")
    elif told.state == "pending":
        sys.stdout.write(f"quotation {told.id} is being made; ask again\n")
    else:
        sys.stderr.write(f"error: {source} could not make quotation {told.id}: {told.reason}\n")
        raise SystemExit(OVER_BUDGET)
