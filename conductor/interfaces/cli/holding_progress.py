"""Progress bars, lists and outcomes of `conductor holdings`."""

from __future__ import annotations

import sys
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TaskID, TextColumn, TransferSpeedColumn
from rich.table import Table

from conductor.interfaces.cli.exits import NOTHING_USABLE, complain
from connectors.embedded import folders, holdings


def fetch(holdings_dir: Path, *, only: tuple[str, ...], quiet_if_present: bool) -> None:
    """Sync with one bar a holding; exit code 5 where one could not be had, the others are kept."""
    console = Console(stderr=True, highlight=False)
    tasks: dict[str, TaskID] = {}
    columns = (TextColumn("{task.description:<16}"), BarColumn(bar_width=32), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=console, disable=not sys.stderr.isatty()) as progress:

        def advance(holding: str, done: int, whole: int) -> None:
            if holding not in tasks:
                tasks[holding] = progress.add_task(holding, total=whole)
            progress.update(tasks[holding], completed=done)

        reports = holdings.sync(holdings_dir, only=only, on_progress=advance)
    fetched = [r for r in reports if r.state == "fetched"]
    failed = [r for r in reports if r.state == "failed"]
    for report in failed:
        complain(f"{report.id}: {report.error}")
    if fetched or not quiet_if_present:
        whole = sum(r.bytes for r in fetched) / 1e6
        console.print(
            f"{len(fetched)} holdings fetched ({whole:.0f} MB), {len(reports) - len(fetched) - len(failed)} already there, {len(failed)} failed"
        )
    if failed:
        raise SystemExit(NOTHING_USABLE)


def show(holdings_dir: Path) -> None:
    """One line a holding: state, size, licence, what it is."""
    table = Table(box=None, pad_edge=False, header_style="dim")
    for column in ("holding", "state", "MB", "licence", "what it is"):
        table.add_column(column, overflow="fold")
    for status in holdings.listing(holdings_dir):
        size = status.bytes or status.holding.bytes
        state = {"present": "[green]present[/]", "damaged": "[red]damaged[/]"}.get(status.state, status.state)
        table.add_row(status.id, state, f"{size / 1e6:.1f}", status.holding.licence, status.holding.title)
    Console(highlight=False).print(table)


def add_folder(path: Path, *, drs: str, data_dir: Path) -> None:
    """Register a folder and say what was found in it and what could not be read."""
    node, contents = folders.add(data_dir, path, drs=drs)
    console = Console(highlight=False)
    console.print(
        f"{node.id} is served as a local node: {len(contents.datasets)} datasets ({contents.files} files), "
        f"{contents.items} STAC items in {contents.collections} collections"
    )
    for unusable in contents.unusable:
        console.print(f"[yellow]! left out: {unusable.path}: {unusable.reason}[/]")
