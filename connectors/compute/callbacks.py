"""Callbacks: a small web application that servers may call when a job of ours moves, so that it is looked at at once.

https://docs.ogc.org/is/18-062r2/18-062r2.html, section 7.11.3 (subscriber). What a call says is not believed, only heard.
"""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response


class Callbacks:
    """Who waits for which job, by the key that is the last part of the address called."""

    def __init__(self) -> None:
        self._waiting: dict[str, asyncio.Event] = {}

    async def sleep(self, key: str, seconds: float) -> bool:
        """Sleep, at most until the job of `key` is heard of; whether it was."""
        event = self._waiting.setdefault(key, asyncio.Event())
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(event.wait(), seconds)
        heard = event.is_set()
        event.clear()
        return heard

    def forget(self, key: str) -> None:
        """Listen no more for a job that has ended."""
        self._waiting.pop(key, None)

    def heard(self, key: str) -> bool:
        """Wake who waits for a job; False where nobody does."""
        event = self._waiting.get(key)
        if event is not None:
            event.set()
        return event is not None

    def app(self) -> Starlette:
        """The application: POST /<key>."""
        from starlette.applications import Starlette
        from starlette.responses import Response
        from starlette.routing import Route

        async def call(request: Request) -> Response:
            return Response(status_code=204 if self.heard(request.path_params["key"]) else 404)

        return Starlette(routes=[Route("/{key}", call, methods=["POST"])])
