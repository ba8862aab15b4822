"""`conductor holdings`: sync, list, add: the real data that the embedded federation serves."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from conductor.interfaces.cli.exits import explained

app = typer.Typer(
    help="The real data that the embedded federation serves.", no_args_is_help=True, rich_markup_mode=None
)


@app.command()
def sync(
    only: Annotated[
        list[str] | None, typer.Option("--only", help="Fetch just these holdings (repeat or separate by commas).")
    ] = None,
    quiet_if_present: Annotated[bool, typer.Option(help="Say nothing where all is there.")] = False,
    listing: Annotated[bool, typer.Option("--list", help="List instead of fetching.")] = False,
    debug: Annotated[bool, typer.Option("--debug")] = False,
) -> None:
    """Fetch the archives that are missing, check their hashes, unpack their data; offline afterwards."""
    from conductor.interfaces.cli.holding_progress import fetch, show
    from conductor.settings import from_environment

    names = tuple(name for entry in only or () for name in entry.split(",") if name)
    with explained(debug=debug):
        settings = from_environment()
        if listing:
            show(settings.holdings_dir)
        else:
            fetch(settings.holdings_dir, only=names, quiet_if_present=quiet_if_present)


@app.command("list")
def list_(debug: Annotated[bool, typer.Option("--debug")] = False) -> None:
    """List the holdings with their state, size, licence."""
    from conductor.interfaces.cli.holding_progress import show
    from conductor.settings import from_environment

    with explained(debug=debug):
        show(from_environment().holdings_dir)


@app.command()
def add(
    path: Annotated[Path, typer.Argument(help="A folder of NetCDF in DRS layout, or of STAC items.")],
    drs: Annotated[str, typer.Option("--drs", help="cmip6, cordex, stac or auto.")] = "auto",
    debug: Annotated[bool, typer.Option("--debug")] = False,
) -> None:
    """Serve a folder of your own as a local node."""
    from conductor.interfaces.cli.holding_progress import add_folder
    from conductor.settings import from_environment

    with explained(debug=debug):
        add_folder(path, drs=drs, data_dir=from_environment().data_dir)
