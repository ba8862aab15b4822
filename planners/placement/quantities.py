"""What a server of climate indicators can compute of a plain variable: its yearly mean, maximum, minimum or sum is one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from planners.blocks.evidence import reducer_of
from planners.intent import Intent, Quantity

_YEARLY = {  # variable and reducer → the xclim indicator of daily values that is the same
    ("tas", "mean"): "tg_mean", ("tas", "max"): "tg_max", ("tas", "min"): "tg_min",
    ("tasmax", "mean"): "tx_mean", ("tasmax", "max"): "tx_max", ("tasmax", "min"): "tx_min",
    ("tasmin", "mean"): "tn_mean", ("tasmin", "max"): "tn_max", ("tasmin", "min"): "tn_min",
    ("pr", "sum"): "prcptot", ("sfcWind", "mean"): "sfcwind_mean",
}  # fmt: skip
_COMPUTED = ("describe", "project", "compare", "trend")


def as_served(intent: Intent, processes: Collection[str]) -> Intent:
    """The intent with its variables as the indicators that a server offers of them; itself where it offers none."""
    if intent.action not in _COMPUTED:
        return intent
    return replace(intent, quantities=tuple(_served(q, reducer_of(intent), processes) for q in intent.quantities))


def _served(quantity: Quantity, reducer: str, processes: Collection[str]) -> Quantity:
    indicator = _YEARLY.get((quantity.variable_id or "", reducer))
    if quantity.indicator or indicator is None or indicator not in processes:
        return quantity
    return replace(quantity, indicator=indicator)
