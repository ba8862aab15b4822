"""Written: requests in the shape in which they are kept: by the memory of answers, and in cursors."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from connectors.base import Request


class Written(msgspec.Struct, array_like=True, frozen=True):
    """One request, written down; a body in bytes is text here, as those of searches are."""

    method: str
    url: str
    params: dict[str, str]
    json: Any
    content: str | None
    headers: dict[str, str]
    idempotent: bool
    context: Any


def write(requests: Iterable[Request]) -> tuple[Written, ...]:
    """The requests, ready to be kept."""
    return tuple(
        Written(
            method=r.method,
            url=r.url,
            params=dict(r.params),
            json=r.json,
            content=r.content.decode() if isinstance(r.content, bytes) else r.content,
            headers=dict(r.headers),
            idempotent=r.idempotent,
            context=r.context,
        )
        for r in requests
    )


def read(written: Iterable[Written]) -> tuple[Request, ...]:
    """The requests as they were."""
    return tuple(
        Request(
            method=w.method,
            url=w.url,
            params=w.params,
            json=w.json,
            content=w.content,
            headers=w.headers,
            idempotent=w.idempotent,
            context=w.context,
        )
        for w in written
    )
