"""A loopback server that speaks chat-completions: what it answers is said beforehand, what it was asked is kept."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.connectors.embedded.serving import serving


@dataclass(slots=True)
class ChatServer:
    """`text` is the next answer; `key` must be sent where there is one; `knows_schemas` false refuses them as some do."""

    text: str = "{}"
    key: str = ""
    knows_schemas: bool = True
    status: int = 200
    body: bytes | None = None
    delay_s: float = 0.0
    url: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)

    async def __call__(self, request: Request) -> Response:
        document = await request.json()
        self.asked.append(document)
        await asyncio.sleep(self.delay_s)
        if self.key and request.headers.get("authorization") != f"Bearer {self.key}":
            return JSONResponse({"error": {"message": "Incorrect API key provided", "type": "auth"}}, status_code=401)
        if "response_format" in document and not self.knows_schemas:
            return JSONResponse({"error": {"message": "response_format is not supported"}}, status_code=400)
        if self.body is not None or self.status != 200:
            return Response(self.body or b"", status_code=self.status, media_type="application/json")
        message = {"role": "assistant", "content": self.text}
        choices = [{"index": 0, "message": message, "finish_reason": "stop"}]
        usage = {"prompt_tokens": 12, "completion_tokens": 3}
        return JSONResponse({"object": "chat.completion", "model": "m", "choices": choices, "usage": usage})


@contextmanager
def chat_server() -> Iterator[ChatServer]:
    """A running server; its base address ends in `/v1`."""
    server = ChatServer()

    async def answer(request: Request) -> Response:
        return await server(request)

    with serving(Starlette(routes=[Route("/v1/chat/completions", answer, methods=["POST"])])) as address:
        server.url = f"{address}/v1"
        yield server
