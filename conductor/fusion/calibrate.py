"""From a raw evidence score to the probability that the evidence answers its reading, by a measured monotone table."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

Knots = tuple[tuple[float, float], ...]  # (raw score, probability), both rising

# Measured with `tests/evals/evidence.py` on 25 November 2026, n = 325 trials: 306 changes of annual temperature over AR6 regions (51 regions,
# SSP1-2.6 and SSP5-8.5, three periods) answered by one coarse model and right where they lie in the likely (17–83 %) range of 34 other
# models of an archive that is not served; 19 responses to the questions of first light, right where computing by hand gives the same.
# Below the lowest score that was tried (0.39) the line to (0, 0.05) is a convention: less was never measured.
MEASURED: Knots = ((0.0, 0.05), (0.3946, 0.75), (0.4385, 0.8462), (0.4791, 0.8514), (0.9732, 0.9333))


def calibrated(raw: float, *, knots: Knots = MEASURED) -> float:
    """The probability at a raw score: linear between knots, flat beyond them."""
    scores = [k[0] for k in knots]
    place = bisect_right(scores, raw)
    if place == 0:
        return knots[0][1]
    if place == len(knots):
        return knots[-1][1]
    (x0, p0), (x1, p1) = knots[place - 1], knots[place]
    return p0 + (p1 - p0) * (raw - x0) / (x1 - x0)


def fit(scores: Sequence[float], right: Sequence[bool], *, least: int = 10) -> Knots:
    """Isotonic regression: bins of at least `least` trials, neighbours that fall pooled, each pool smoothed by one right and one wrong."""
    pools: list[Pool] = []
    for pool in _bins(sorted(zip(scores, right, strict=True)), least=least):
        pools.append(pool)
        while len(pools) > 1 and pools[-2].rate >= pools[-1].rate:
            last = pools.pop()
            pools[-1] = pools[-1].joined(last)
    return tuple((round(p.total / p.trials, 4), round(p.rate, 4)) for p in pools)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """Trials of neighbouring scores: the sum of their scores, how many were right, how many there are."""

    total: float
    right: int
    trials: int

    @property
    def rate(self) -> float:
        return (self.right + 1) / (self.trials + 2)

    def joined(self, other: Pool) -> Pool:
        return Pool(total=self.total + other.total, right=self.right + other.right, trials=self.trials + other.trials)


def _bins(trials: Sequence[tuple[float, bool]], *, least: int) -> list[Pool]:
    """Neighbouring trials by equal counts, equal scores never apart; a short rest joins the last."""
    bins: list[Pool] = []
    current, last = Pool(total=0.0, right=0, trials=0), None
    for score, hit in trials:
        if current.trials >= least and score != last:
            bins.append(current)
            current = Pool(total=0.0, right=0, trials=0)
        current, last = current.joined(Pool(total=score, right=int(hit), trials=1)), score
    if bins and current.trials < least:
        bins[-1] = bins[-1].joined(current)
    elif current.trials:
        bins.append(current)
    return bins
