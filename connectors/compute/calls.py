"""Calls: where process servers may call us when a job moves, and who listens there."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from connectors.compute.callbacks import Callbacks
from connectors.guard import is_loopback
from connectors.offers import Source

_CALLING = ("ogcapi-processes", "weaver")  # the protocols with a place for an address of ours


@dataclass(frozen=True, slots=True, kw_only=True)
class Calls:
    """Where servers may call us, as they see it, and who listens there."""

    url: str
    callbacks: Callbacks

    def may_come_from(self, source: Source) -> bool:
        """Whether a server is told: one elsewhere is not sent to an address that only this machine knows."""
        ours, theirs = (urlsplit(url).hostname or "" for url in (self.url, source.url))
        return source.kind in _CALLING and (not is_loopback(ours) or is_loopback(theirs))
