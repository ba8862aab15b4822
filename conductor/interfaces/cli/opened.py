"""The outside world for a command: opened from the settings, closed when the command ends; options that commands share."""

from __future__ import annotations

import contextlib
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from connectors.outside import Outside

AsJson = Annotated[bool, typer.Option("--json", help="JSON alone on stdout.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show the stack trace of an error.")]
Online = Annotated[
    bool | None, typer.Option("--online/--offline", help="Ask live sources too, or never; found out where not said.")
]


@contextlib.asynccontextmanager
async def outside(*, online: bool | None = None) -> AsyncIterator[Outside]:
    """The registry's wiring over the user's settings."""
    from conductor.settings import from_environment
    from connectors.registry import connect

    settings = from_environment()
    settings = replace(settings, online=settings.online if online is None else online)
    opened = connect(
        holdings_dir=settings.holdings_dir, data_dir=settings.data_dir, cache_dir=settings.cache_dir, sources_file=settings.sources_file,
        online=settings.online, now=time.time, environ=settings.environ, netrc=settings.netrc,
    )  # fmt: skip
    try:
        yield opened
    finally:
        await opened.aclose()
