"""A web service that says what a real Weaver said: its recorded answers, by method, path, query and inputs."""

from __future__ import annotations

import base64
import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tests.connectors.compute.samples import SHARED

RECORDED = SHARED / "fixtures/recorded/weaver"
BASE = "http://127.0.0.1:15040"
_OURS = ("tags", "limit")  # what we ask for more than the recorder did


class Replay:
    """The recorded exchanges with these numbers, or all; repeated ones in their order, the last for ever."""

    def __init__(self, numbers: Iterable[str] = ()) -> None:
        chosen = set(numbers)
        self.asked: list[Request] = []
        self._exchanges: dict[Any, list[dict[str, Any]]] = defaultdict(list)
        for path in sorted(RECORDED.glob("*.json")):
            if chosen and path.name[:3] not in chosen:
                continue
            exchange = json.loads(path.read_text("utf-8"))
            request = exchange["request"]
            key = _key(request["method"], request["path"], request["query"], request["headers"], request["body"])
            self._exchanges[key].append(exchange["response"])

    def app(self, url: str = BASE) -> Starlette:
        """The service at `url`, which takes the recorded address's place in what it says."""

        async def answer(request: Request) -> Response:
            self.asked.append(request)
            body = (await request.body()).decode() or None
            query = {k: v for k, v in request.query_params.items() if k not in _OURS}
            key = _key(request.method, request.url.path, query, dict(request.headers), body)
            known = self._exchanges.get(key)
            if not known:
                return Response(f"not recorded: {key}", status_code=501)
            said = known.pop(0) if len(known) > 1 else known[0]
            binary = said.get("body_base64")
            content = base64.b64decode(binary) if binary else (said["body"] or "").replace(BASE, url).encode()
            headers = {name: value.replace(BASE, url) for name, value in said["headers"].items()}
            return Response(content, status_code=said["status"], headers=headers)

        methods = ["GET", "POST", "PUT", "PATCH", "DELETE"]
        return Starlette(routes=[Route("/{path:path}", answer, methods=methods)])


def _key(method: str, path: str, query: dict[str, str], headers: dict[str, str], body: str | None) -> Any:
    """What tells requests apart: not how the inputs are wrapped, but what they are."""
    told: Any = None
    if body:
        try:
            document = json.loads(body)
        except ValueError:
            document = body
        told = document.get("inputs", document) if isinstance(document, dict) else document
        if "processDescription" in (told if isinstance(told, dict) else {}):
            told = {"id": _id_of(told), "unit": told.get("executionUnit")}
    wait = "respond-async" in headers.get("prefer", "") if method == "POST" and "execution" in path else None
    form = headers.get("accept", "") if path.endswith("/prov") else ""
    query = {k: v for k, v in query.items() if k not in _OURS}
    return method, path, tuple(sorted(query.items())), json.dumps(told, sort_keys=True), wait, form


def _id_of(document: dict[str, Any]) -> str:
    described = document["processDescription"]
    return str(described.get("process", described)["id"])


def files() -> list[Path]:
    return sorted(RECORDED.glob("*.json"))
