"""`conductor processes cwl`: a process as a package of the Common Workflow Language, for cwltool, Weaver and their like."""

from __future__ import annotations

import asyncio
import sys
from typing import Annotated

import typer

from conductor.interfaces.cli.exits import explained
from conductor.interfaces.cli.opened import Debug, Online, outside


def cwl(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="As in `conductor processes`.")],
    processes: Annotated[list[str], typer.Argument(metavar="PROCESS", help="One, or several that are run one after another.")],
    image: Annotated[str, typer.Option(help="A Docker image that holds `conductor`; Weaver wants one.")] = "",
    online: Online = None, debug: Debug = False,
) -> None:  # fmt: skip
    """Print a process as a CWL tool; several, of which each reads the array of the one before, as a CWL workflow."""
    with explained(debug=debug):
        asyncio.run(_cwl(source, processes, image=image, online=online))


async def _cwl(source: str, processes: list[str], *, image: str, online: bool | None) -> None:
    from conductor.interfaces.cli.asking import dump
    from connectors.compute.cwl import Link, tool, workflow

    async with outside(online=online) as opened:
        offered = opened.processing(source).offered
        tools = [tool(await offered.describe(name), source=source, image=image) for name in processes]
    if len(tools) == 1:
        sys.stdout.write(dump(tools[0]) + "\n")
        return
    links: list[Link] = []
    for number, (name, made) in enumerate(zip(processes, tools, strict=True), start=1):
        files = [n for n, entry in made["inputs"].items() if "--file" in str(entry)]
        before = next((o for o in links[-1].tool["outputs"]), "") if links else ""
        sources = {files[0]: f"{links[-1].id}/{before}"} if links and files else {}
        links.append(Link(id=f"step{number}_{name}", tool=made, sources=sources))
    sys.stdout.write(dump(workflow(links, label=", then ".join(processes))) + "\n")
