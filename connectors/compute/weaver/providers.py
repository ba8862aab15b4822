"""Providers of a Weaver: WPS servers that it stands before, registered and taken away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from connectors.base import Request
from connectors.compute.ogcapi import JSON_ONLY
from connectors.compute.weaver.server import Weaver
from connectors.items import JSON


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """One registered server."""

    id: str
    title: str = ""
    url: str = ""
    type: str = ""
    is_public: bool = False


async def providers(weaver: Weaver) -> tuple[Provider, ...]:
    """Every registered provider; raises ConnectorError."""
    told = await weaver.get("/providers", {"detail": "true"})
    listed = told.get("providers")
    return tuple(_provider(e) for e in (listed if isinstance(listed, list) else ()) if isinstance(e, Mapping))


async def register(weaver: Weaver, provider_id: str, *, url: str, is_public: bool = True) -> Provider:
    """Register a WPS server; raises Refused (`http_409` where the id is taken, `http_422` where it does not answer)."""
    body = {"id": provider_id, "url": url, "public": is_public}
    request = Request(method="POST", url=f"{weaver.base}/providers", json=body, headers=JSON_ONLY, idempotent=False)
    told = await weaver.call(request)
    return _provider(told if isinstance(told, Mapping) else body)


async def unregister(weaver: Weaver, provider_id: str) -> None:
    """Take a provider away; raises Refused where there is none."""
    url = f"{weaver.base}/providers/{quote(provider_id, safe='')}"
    await weaver.reply(Request(method="DELETE", url=url, headers=JSON_ONLY))


def _provider(told: Mapping[str, JSON]) -> Provider:
    return Provider(
        id=str(told.get("id", "")),
        title=str(told.get("title") or ""),
        url=str(told.get("url") or ""),
        type=str(told.get("type") or ""),
        is_public=bool(told.get("public")),
    )
