"""`conductor processes graph | collections`: a question as an openEO process graph, and the data of a back end."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from conductor.interfaces.cli.exits import explained
from conductor.interfaces.cli.opened import AsJson, Debug, Online, outside

if TYPE_CHECKING:
    from connectors.compute.openeo.server import OpenEO
    from connectors.outside import Outside

BackEnd = Annotated[str, typer.Option("--source", help="The openEO back end whose names are used.")]


def graph(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="In plain words, English or French.")],
    source: BackEnd = "openeo-cdse",
    until: Annotated[str, typer.Option("--until", metavar="STEP", help="The step of the plan that it ends with.")] = "",
    run: Annotated[bool, typer.Option("--run", help="Run it there, too.")] = False,
    online: Online = None, debug: Debug = False,
) -> None:  # fmt: skip
    """What a question would compute, as an openEO process graph on stdout."""
    with explained(debug=debug):
        asyncio.run(_graph(question, source, until, run=run, online=online))


def collections(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A source of kind openeo.")],
    as_json: AsJson = False, online: Online = None, debug: Debug = False,
) -> None:  # fmt: skip
    """The data collections of an openEO back end."""
    with explained(debug=debug):
        asyncio.run(_collections(source, as_json=as_json, online=online))


async def _graph(question: str, source: str, until: str, *, run: bool, online: bool | None) -> None:
    from conductor.ask import Conductor
    from conductor.interfaces.cli.asking import dump, question_from
    from conductor.interfaces.cli.outputs import show
    from conductor.interfaces.cli.processes import tell
    from conductor.settings import from_environment
    from connectors.base import listening
    from connectors.compute.openeo.translation import Dialect, process_graph
    from connectors.operations import Process

    asked = question_from(question, now=None, language=None, history=None, choice=None)
    async with Conductor.from_settings(from_environment()) as conductor:
        plan = conductor.plan(conductor.understand(asked))
    async with outside(online=online) as opened:
        told = back_end(opened, source).source
        dialect = Dialect(
            collections=told.collections if told else {},
            form=str(told.options.get("format", "netCDF")) if told else "netCDF",
        )
        nodes = process_graph(plan.to_dict()["steps"], dialect=dialect, until=until)
        if not run:
            sys.stdout.write(dump({"process_graph": nodes}) + "\n")
            return
        with listening(tell):
            process = Process(process_id="process_graph", inputs={"process_graph": nodes})
            show(await opened.processing(source).execute(process, source=source), as_json=False)


async def _collections(source: str, *, as_json: bool, online: bool | None) -> None:
    from conductor.contract import plain
    from conductor.interfaces.cli.asking import dump
    from conductor.interfaces.cli.processes import table

    async with outside(online=online) as opened:
        found = await back_end(opened, source).collections()
    if as_json:
        sys.stdout.write(dump({"collections": [plain(c) for c in found]}) + "\n")
        return
    rows = [(c.id, c.title, f"{c.interval.start or '…'} – {c.interval.end or '…'}", " ".join(c.bands)) for c in found]
    table("collection title time bands", rows)


def back_end(opened: Outside, source: str) -> OpenEO:
    """The openEO back end behind a source; raises Unsupported for another kind of server."""
    from connectors.compute.openeo.server import OpenEO
    from connectors.errors import Unsupported

    server = opened.processing(source).server
    if not isinstance(server, OpenEO):
        raise Unsupported(f"{source!r} is no openEO back end; see `conductor processes`", source=source)
    return server
