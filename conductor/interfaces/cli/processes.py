"""`conductor processes`: what process servers offer, and running it there; a run that was cut off is gone on with."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from conductor.interfaces.cli.deployments import deploy, providers, quote, undeploy
from conductor.interfaces.cli.exits import explained
from conductor.interfaces.cli.graphs import collections, graph
from conductor.interfaces.cli.opened import AsJson, Debug, Online, outside
from conductor.interfaces.cli.packages import cwl
from conductor.interfaces.cli.process_node import serve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from connectors.base import Progress
    from connectors.compute.direct import Direct
    from connectors.compute.remote import ProcessDescription, ProcessSummary
    from connectors.compute.runner import Runner

app = typer.Typer(help="Processes here and at remote servers.", invoke_without_command=True, rich_markup_mode=None)
app.command()(deploy)
app.command()(undeploy)
app.command()(providers)
app.command()(quote)
app.command()(graph)
app.command()(collections)
app.command()(serve)
app.command()(cwl)

SourceId = Annotated[str, typer.Argument(metavar="SOURCE", help="As in `conductor processes`.")]
ProcessId = Annotated[str, typer.Argument(metavar="PROCESS", help="As in `conductor processes list SOURCE`.")]
Lang = Annotated[str, typer.Option("--lang", metavar="CODE", help="The language of its words, such as fr.")]
Given = Annotated[
    list[str] | None,
    typer.Option("--input", "-i", metavar="NAME=VALUE", help="An input: JSON, or text; an address is a file."),
]
OwnFiles = Annotated[
    list[str] | None, typer.Option("--file", "-f", metavar="NAME=PATH", help="An input that is a file of yours.")
]
GivenFile = Annotated[Path | None, typer.Option("--inputs", help="A JSON file of inputs by name.")]


@app.callback()
def processes(context: typer.Context, as_json: AsJson = False, debug: Debug = False) -> None:
    """The servers that run processes, the one on this machine first."""
    if context.invoked_subcommand:
        return
    with explained(debug=debug):
        asyncio.run(_servers(as_json=as_json))


@app.command("list")
def list_(
    source: SourceId = "local-processes",
    match: Annotated[str, typer.Option("--match", help="Only those whose id or title holds this.")] = "",
    lang: Lang = "", as_json: AsJson = False, online: Online = None, debug: Debug = False,
) -> None:  # fmt: skip
    """The processes of a server, remembered for a day."""
    with explained(debug=debug):
        asyncio.run(_list(source, match, lang=lang, as_json=as_json, online=online))


@app.command()
def describe(
    source: SourceId, process: ProcessId, lang: Lang = "", as_json: AsJson = False, online: Online = None,
    debug: Debug = False,
) -> None:  # fmt: skip
    """What a process takes and gives."""
    with explained(debug=debug):
        asyncio.run(_describe(source, process, lang=lang, as_json=as_json, online=online))


@app.command()
def run(
    source: SourceId, process: ProcessId, given: Given = None, inputs: GivenFile = None, files: OwnFiles = None,
    save: Annotated[Path | None, typer.Option("--save", metavar="FOLDER", help="Write arrays there as NetCDF.")] = None,
    as_json: AsJson = False, online: Online = None, debug: Debug = False,
) -> None:  # fmt: skip
    """Run a process there and print its results; Ctrl-C dismisses the job, a crash does not."""
    with explained(debug=debug):
        told = inputs_of(given or [], inputs)
        asyncio.run(_run(source, process, told, files or [], save=save, as_json=as_json, online=online))


def inputs_of(given: list[str], file: Path | None) -> dict[str, Any]:
    """Inputs by name; raises ValueError. The same name twice is a list."""
    told: dict[str, Any] = dict(json.loads(file.read_text("utf-8"))) if file is not None else {}
    seen: set[str] = set()
    for entry in given:
        name, sign, text = entry.partition("=")
        if not sign or not name:
            raise ValueError(f"--input wants NAME=VALUE, got {entry!r}")
        value = _value(text)
        if name in seen:
            before = told[name]
            value = [*before, value] if isinstance(before, list) else [before, value]
        told[name] = value
        seen.add(name)
    return told


def _value(text: str) -> Any:
    if text.startswith(("http://", "https://", "vault://")):
        return (
            {"href": text, "type": "application/x-netcdf"} if text.partition("?")[0].endswith(".nc") else {"href": text}
        )
    try:
        return json.loads(text)
    except ValueError:
        return text


async def _servers(*, as_json: bool) -> None:
    from conductor.contract import source_to_dict
    from conductor.interfaces.cli.asking import dump

    async with outside() as opened:
        known = [s for s in opened.listing() if s.family == "compute"]
    known.sort(key=lambda s: (not s.embedded, s.id))
    if as_json:
        sys.stdout.write(dump({"servers": [source_to_dict(s) for s in known]}) + "\n")
        return
    rows = [(s.id, s.kind, "embedded" if s.embedded else "enabled" if s.enabled else "disabled", s.url) for s in known]
    table("server kind state address", rows)


async def _list(source: str, match: str, *, lang: str, as_json: bool, online: bool | None) -> None:
    from conductor.contract import plain
    from conductor.interfaces.cli.asking import dump

    async with outside(online=online) as opened:
        found = await (await _offer(opened.processing(source), lang)).processes()
    wanted = match.lower()
    found = tuple(p for p in found if wanted in f"{p.id} {p.title}".lower())
    if as_json:
        sys.stdout.write(dump({"processes": [plain(p) for p in found]}) + "\n")
        return
    table("process title how", [(p.id, p.title, _how(p)) for p in found])


def _how(process: ProcessSummary) -> str:
    return ", ".join(mode.removesuffix("-execute") for mode in process.modes if mode.endswith("-execute"))


async def _offer(runner: Runner | Direct, lang: str) -> Any:
    """What lists and describes processes: from memory, or in the language that is wanted from the server itself."""
    if not lang:
        return runner.offered
    spoken = getattr(runner.server, "in_language", None)
    if spoken is None:
        raise ValueError("this server tells its processes in one language; leave --lang out")
    return await spoken(lang)


async def _describe(source: str, process: str, *, lang: str, as_json: bool, online: bool | None) -> None:
    from conductor.contract import plain
    from conductor.interfaces.cli.asking import dump

    async with outside(online=online) as opened:
        described = await (await _offer(opened.processing(source), lang)).describe(process)
    if as_json:
        sys.stdout.write(dump(plain(described)) + "\n")
        return
    sys.stdout.write(f"{described.summary.title or described.summary.id}\n{described.summary.description}\n\n")
    table("input needed what", _inputs(described))
    sys.stdout.write("\n")
    table("output what", [(name, _words(entry)) for name, entry in described.outputs.items()])


def _inputs(described: ProcessDescription) -> list[tuple[str, ...]]:
    return [
        (name, "yes" if name in described.required else "", _words(entry)) for name, entry in described.inputs.items()
    ]


def _words(entry: Any) -> str:
    told = entry if isinstance(entry, dict) else {}
    schema = told.get("schema") if isinstance(told.get("schema"), dict) else {}
    default = f" [{schema['default']}]" if schema and "default" in schema else ""
    return f"{told.get('title') or told.get('description') or ''}{default}".strip()


async def _run(
    source: str,
    process: str,
    inputs: dict[str, Any],
    files: list[str],
    *,
    save: Path | None,
    as_json: bool,
    online: bool | None,
) -> None:
    from conductor.interfaces.cli.outputs import saved, show
    from connectors.base import listening
    from connectors.operations import Process

    own = own_files(files)
    async with outside(online=online) as opened:
        runner = opened.processing(source)
        for name, paths in own.items():
            cubes = [{"hrefs": [opened.taken_in(path)]} for path in paths]
            inputs[name] = cubes[0] if len(cubes) == 1 else cubes
        with listening(tell):
            done = await runner.execute(Process(process_id=process, inputs=inputs), source=source)
        if save is not None:
            done = await saved(done, save, read=opened.content)
    show(done, as_json=as_json)


def own_files(given: list[str]) -> dict[str, list[Path]]:
    """Paths by the name of the input; raises ValueError for what is no file."""
    found: dict[str, list[Path]] = {}
    for entry in given:
        name, sign, text = entry.partition("=")
        if not sign or not name or not Path(text).is_file():
            raise ValueError(f"--file wants NAME=PATH of a file, got {entry!r}")
        found.setdefault(name, []).append(Path(text))
    return found


def tell(progress: Progress) -> None:
    """One line on stderr."""
    far = f" {progress.percent:.0f} %" if progress.percent is not None else ""
    sys.stderr.write(f"{progress.source}: {progress.state}{far} {progress.message}".rstrip() + "\n")


def table(columns: str, rows: Sequence[tuple[str, ...]]) -> None:
    """A table without lines."""
    from rich.console import Console
    from rich.table import Table

    drawn = Table(box=None, pad_edge=False, header_style="dim")
    for column in columns.split():
        drawn.add_column(column, overflow="fold")
    for row in rows:
        drawn.add_row(*row)
    Console(highlight=False, markup=False).print(drawn)
