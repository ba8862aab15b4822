"""EODAG: a bridge to the providers that it knows, by its own requests; the one source whose bytes are not ours.

It is off until a user's file says `[source.eodag] enabled = true`, and wants the extra `eodag`. Deadline, breaker, cache
and re-checking are the engine's all the same; guard, size cap and host limits do not hold for what EODAG sends.
"""

from __future__ import annotations

import json
import threading
from typing import Any, ClassVar

import msgspec

from connectors.base import Page, Request, SearchPlan
from connectors.eo.naming import canonical_ids, own_collections
from connectors.eo.predicates import failures, halves
from connectors.eo.scene_key import scene_key
from connectors.eo.stac_item import read_items
from connectors.errors import AuthMissing, BadReply, ConnectorError, Refused, Unavailable, Unsupported
from connectors.items import Item
from connectors.offers import Source
from connectors.operations import Search

_NOT_PREDICATES = ("limit", "sort")


class _Reply(msgspec.Struct):
    features: list[msgspec.Raw]
    matched: int | None = None
    page: int = 1


_REPLY = msgspec.json.Decoder(_Reply)


class EodagConnector:
    """Asks EODAG; `source.collections` maps ours to its collections (`S2_MSI_L2A`), separated by commas.

    `options.provider`: the one to ask, else EODAG's own order of preference; `options.config`: its configuration file.
    """

    paging: ClassVar[tuple[str, ...]] = ("offset",)

    def __init__(self, source: Source) -> None:
        self.source = source
        self._canonical = canonical_ids(source, every=True)
        self._gateway: Any = None
        self._lock = threading.Lock()

    def plan(self, search: Search) -> SearchPlan | None:
        """One search a collection, since EODAG takes no more than one, two across the antimeridian; None without one that it holds."""
        is_for_us = search.family == self.source.family and search.collections
        own = own_collections(self.source, search) if is_for_us else None
        if not own:
            return None
        asked: dict[str, Any] = {"page": 1, "limit": max(1, min(search.limit, self.source.limits.page_max))}
        if search.interval and search.interval.start:
            asked["start"] = f"{search.interval.start}T00:00:00Z"
        if search.interval and search.interval.end:
            asked["end"] = f"{search.interval.end}T23:59:59Z"
        if provider := self.source.options.get("provider"):
            asked["provider"] = provider
        if (cloud := search.filters.get("cloud_cover_max")) is not None:
            asked["eo:cloud_cover"] = cloud
        boxes = [{"geom": list(half)} for half in halves(search.bbox)] if search.bbox else [{}]
        requests = (
            Request(
                method="GET",
                url=self.source.url,
                json={**asked, **box, "collection": name},
                context=self._canonical.get(name),
            )
            for name in own
            for box in boxes
        )
        residual = tuple(name for name in search.filters if name not in _NOT_PREDICATES)
        return SearchPlan(requests=tuple(requests), residual=residual)

    def borrow(self, request: Request) -> bytes:
        """Have EODAG search; raises Unsupported where it is not installed, Unavailable where its provider fails."""
        try:
            found = self._dag().search(raise_errors=True, validate=False, count=True, **request.json)
        except ConnectorError:
            raise
        except Exception as error:  # its providers fail in the ways of requests, boto and their own
            raise _told(error) from error
        features = [product.as_dict() for product in found]
        return json.dumps(
            {"features": features, "matched": found.number_matched, "page": request.json["page"]}
        ).encode()

    def decode(self, body: bytes, request: Request) -> Page:
        """Read what EODAG gave; products that are no STAC Items are left out."""
        try:
            reply = _REPLY.decode(body)
        except msgspec.MsgspecError as error:
            raise BadReply(f"EODAG gave no features ({error})", source=self.source.id, kind="bad_payload") from error
        own = str(request.json["collection"])
        names = self._canonical | {own: request.context or own, "": request.context or own}
        size = int(request.json["limit"])
        reached = (reply.page - 1) * size + len(reply.features)
        more = len(reply.features) == size and (reply.matched is None or reached < reply.matched)
        following = Request(
            method="GET", url=request.url, json={**request.json, "page": reply.page + 1}, context=request.context
        )
        items = read_items(reply.features, self.source.id, names)
        return Page(items=items, next=following if more else None, matched=reply.matched)

    def check(self, item: Item, search: Search) -> tuple[str, ...]:
        """The predicates that an item fails."""
        return failures(item, search)

    def key(self, item: Item) -> str:
        """What copies of one scene share."""
        return scene_key(item)

    def _dag(self) -> Any:
        """The gateway, made once: it takes a second."""
        with self._lock:
            if self._gateway is None:
                try:
                    from eodag import EODataAccessGateway
                    from eodag.config import EODAGSettings
                except ImportError as error:
                    message = "EODAG is not installed; run `pip install 'earth-conductor[eodag]'`"
                    raise Unsupported(message, source=self.source.id) from error
                config = self.source.options.get("config")
                own: dict[str, Any] = {"EODAG_EXT_COLLECTIONS_CFG_URI": ""} | ({"cfg_file": config} if config else {})
                # The collections that it ships with: at its first search it would fetch a list of them from the network.
                settings = EODAGSettings(**own)
                self._gateway = EODataAccessGateway(settings=settings)
            return self._gateway


def _told(error: Exception) -> ConnectorError:
    from eodag.utils.exceptions import (
        AuthenticationError,
        MisconfiguredError,
        UnsupportedCollection,
        UnsupportedProvider,
    )
    from eodag.utils.exceptions import TimeOutError as TimedOut

    said = f"EODAG: {type(error).__name__}: {error}"
    if isinstance(error, AuthenticationError | MisconfiguredError):
        return AuthMissing(f"{said}; put the provider's credentials into EODAG's own configuration", kind="auth")
    if isinstance(error, UnsupportedCollection | UnsupportedProvider):
        return Refused(said, kind="http_404")
    return Unavailable(said, kind="timeout" if isinstance(error, TimedOut | TimeoutError) else "http_502")
