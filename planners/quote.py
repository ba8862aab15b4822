"""Quote: what a step or a plan is expected to cost before it runs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

SECONDS: Mapping[str, tuple[float, float, int]] = {
    # median, 90th percentile and number of runs, on two cores, each with nothing kept: CPU seconds of the thread that runs
    # the process, as `python -m tests.benchmarks.step_times` takes them; its imports, some seconds once, are not in them
    "process:aggregate_spatial": (0.021, 0.042, 36),
    "process:aggregate_temporal": (0.0077, 0.01, 36),
    "process:aggregate_temporal_period": (0.0018, 0.0029, 36),
    "process:anomaly": (0.0075, 0.0095, 30),
    "process:class_area": (0.076, 0.26, 3),
    "process:delta_change": (0.069, 0.081, 12),
    "process:difference": (0.13, 0.28, 6),
    "process:ensemble_statistics": (0.003, 0.0092, 66),
    "process:flood_change": (0.019, 0.022, 12),
    "process:gr4j_calibrate": (2, 2.2, 3),
    "process:gr4j_simulate": (0.12, 0.14, 15),
    "process:hand_inundation": (1.3, 1.6, 6),
    "process:map_field": (0.074, 0.084, 3),
    "process:merge_cubes": (0.048, 0.14, 24),
    "process:return_levels": (0.16, 0.2, 9),
    "process:trend": (0.045, 0.91, 3),
}


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
