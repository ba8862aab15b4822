"""Quote: what a step or a plan is expected to cost before it runs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Money, in an ISO 4217 currency."""

    amount: float
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Seconds at the median and the 90th percentile, bytes moved, requests sent, money if any; `at` are servers of others."""

    seconds_p50: float = 0.0
    seconds_p90: float = 0.0
    bytes: int = 0
    requests: int = 0
    cost: Cost | None = None
    basis: Literal["measured", "declared", "estimated"] = "estimated"
    at: tuple[str, ...] = ()


def total(quotes: Iterable[Quote]) -> Quote:
    """Sum quotes as if run one after another; the basis is the weakest of them."""
    ranks = ("measured", "declared", "estimated")
    quotes = tuple(quotes)
    costs = [q.cost for q in quotes if q.cost]
    return Quote(
        seconds_p50=round(sum(q.seconds_p50 for q in quotes), 3),
        seconds_p90=round(sum(q.seconds_p90 for q in quotes), 3),
        bytes=sum(q.bytes for q in quotes),
        requests=sum(q.requests for q in quotes),
        cost=Cost(amount=sum(c.amount for c in costs), currency=costs[0].currency) if costs else None,
        basis=max((q.basis for q in quotes), key=ranks.index, default="estimated"),
        at=tuple(dict.fromkeys(server for q in quotes for server in q.at)),
    )
