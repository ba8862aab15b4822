"""Climate indices: which daily variables an xclim indicator is computed from, and how a question's words set its parameters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from connectors.vocabulary import quantities
from planners.errors import NoPlan
from planners.intent import Quantity

PERCENTILES_FROM = "reference"  # the input that says over which years an indicator's percentiles are taken
DERIVED: Mapping[str, tuple[str, tuple[str, ...]]] = {  # input → the indicator that gives it, and what that takes
    "evspsblpot": ("potential_evapotranspiration", ("tasmin", "tasmax")),
    "wb": ("water_budget", ("pr", "tasmin", "tasmax")),
}
_COMPARING = frozenset(
    {
        "tg_days_above",
        "tg_days_below",
        "tn_days_above",
        "tn_days_below",
        "tx_days_above",
        "tx_days_below",
        "dry_days",
        "wetdays",
    }
)
_DEPTHS = {"mm": "mm/day", "cm": "cm/day", "in": "in/day", "inch": "inch/day"}  # of water, which falls in a day


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """An indicator as it is planned: its daily variables by input, those that are themselves computed, its parameters."""

    indicator: str
    variables: tuple[str, ...]
    derived: Mapping[str, tuple[str, tuple[str, ...]]]
    by_percentile: bool
    arguments: Mapping[str, Any]

    @property
    def searched(self) -> tuple[str, ...]:
        """Every variable that must be found, each once."""
        needed = (*self.variables, *(v for _, names in self.derived.values() for v in names))
        return tuple(dict.fromkeys(needed))


def index_of(quantity: Quantity) -> Index:
    """The index that a quantity names; raises NoPlan where it needs what no climate archive holds."""
    entry = quantities.by_indicator(quantity.indicator or "")
    if entry is None:
        raise NoPlan(f"no indicator {quantity.indicator!r} is known", missing="quantities")
    inputs = [name for name in entry.inputs if name != "lat"]
    plain = [name for name in inputs if not name.endswith("_per")]
    derived = {name: DERIVED[name] for name in plain if name in DERIVED}
    variables = tuple(name for name in plain if name not in derived)
    if unknown := [name for name in variables if quantities.by_variable(name) is None]:
        raise NoPlan(
            f"{quantity.name!r} is computed from {', '.join(unknown)}, which climate archives do not hold",
            missing="inputs", nearest=("an index of temperature, rain, snow or wind",),
        )  # fmt: skip
    return Index(
        indicator=entry.indicator or str(quantity.indicator), variables=variables, derived=derived,
        by_percentile=len(plain) < len(inputs), arguments=_arguments(quantity, variables),
    )  # fmt: skip


def _arguments(quantity: Quantity, variables: tuple[str, ...]) -> dict[str, Any]:
    """The threshold as xclim writes it, and its comparison where the indicator takes one."""
    threshold = quantity.threshold
    if threshold is None:
        return {}
    unit = _DEPTHS.get(threshold.units, threshold.units) if "pr" in variables else threshold.units
    arguments = {"threshold": f"{threshold.value:g} {unit}".strip()}
    return arguments | ({"op": threshold.op} if quantity.indicator in _COMPARING and threshold.op != "==" else {})


def units_of_index(quantity: Quantity, kind: str) -> str | None:
    """Units to answer in: °C for an index that is a temperature, K for its change; None keeps its own."""
    entry = quantities.by_indicator(quantity.indicator or "")
    if entry is None or entry.units != "K":
        return None
    return "degC" if kind == "level" else "K"
