"""`conductor login`: log in to a source by device code, or say what to put in which variable."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from conductor.interfaces.cli.exits import ANSWERED, NO_CREDENTIALS, explained

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conductor.settings import Settings
    from connectors.access.login import Standing
    from connectors.outside import Outside

KEPT = "a secret may lie in the keyring instead: `keyring set earth-conductor NAME`, NAME being the variable"
OPTIONAL = frozenset({"store"})  # a bucket beside the plain downloads: wanted by who asks for it


def login(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="An id that `conductor sources` lists.")],
    debug: Annotated[bool, typer.Option("--debug", help="Show the stack trace of an error.")] = False,
) -> None:
    """Log in to a source: shows an address and a code to type, or which variable wants what."""
    with explained(debug=debug):
        places, standings = asyncio.run(_login(source))
        sys.stdout.write(told(source, places=places, standings=standings))
    raise SystemExit(NO_CREDENTIALS if any(s.missing for s in standings if s.phase not in OPTIONAL) else ANSWERED)


def told(source: str, *, places: Sequence[str], standings: Sequence[Standing]) -> str:
    """The lines for the person who asked."""
    lines = [f"logged in to {source}; kept in {place}" for place in places]
    lines += [f"{s.phase} ({s.scheme}): {s.missing or 'ready'}" for s in standings]
    if any(s.missing for s in standings):
        lines.append(KEPT)
    return "\n".join(lines or [f"{source} needs no credentials"]) + "\n"


async def _login(source: str) -> tuple[tuple[str, ...], tuple[Standing, ...]]:
    outside = _outside()
    try:
        places = await outside.login(source, tell=lambda text: _say(text + "\nwaiting …"))
        return places, outside.access(source)
    finally:
        await outside.aclose()


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def _outside() -> Outside:
    import time

    from conductor.settings import from_environment
    from connectors.registry import connect

    settings: Settings = from_environment()
    return connect(
        holdings_dir=settings.holdings_dir, data_dir=settings.data_dir, cache_dir=settings.cache_dir, sources_file=settings.sources_file,
        online=settings.online, now=time.time, environ=settings.environ, netrc=settings.netrc,
    )  # fmt: skip
