"""Scores understandings against gold questions by the rules of the understanding contract ("Scoring")."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

JSON = Mapping[str, Any]

PLAIN = ("compared", "follow_up")
SETS = ("phenomena", "collections", "statistics", "outputs", "months", "models")
OUTSIDE = ("clarify", "declined", "parts", "same_plan_as")
# factor and offset to one base unit a kind
UNITS: dict[str, tuple[float, float]] = {
    "degc": (1, 273.15), "c": (1, 273.15), "degf": (5 / 9, 255.3722), "f": (5 / 9, 255.3722), "cm": (10, 0), "m": (1000, 0), "km/h": (1 / 3.6, 0), "1": (100, 0),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How one question fared: slot by slot, as a whole, in any of its readings, with the first reading's probability."""

    slots: Mapping[str, bool]
    right: bool
    anywhere: bool
    probability: float | None


def mark(gold: JSON, understood: JSON) -> Mark:
    """Score one understanding."""
    intents = list(understood.get("intents") or ())
    slots: dict[str, bool] = {}
    if "declined" in gold:
        reason = (understood.get("declined") or {}).get("reason")
        slots["declined"] = reason in _many(gold["declined"]) if gold["declined"] else reason is None
    if "clarify" in gold:
        asked = (understood.get("clarification") or {}).get("slot")
        slots["clarify"] = asked == gold["clarify"]["slot"] if gold["clarify"] else asked is None
    anywhere = True
    if not gold.get("declined"):
        for number, part in enumerate(gold.get("parts") or [gold], 1):
            readings = [i for i in intents if i.get("part", 1) == number] or [{}]
            scored = [_slots(part, reading) for reading in readings]
            for slot, right in scored[0].items():
                slots[slot] = slots.get(slot, True) and right
            anywhere = anywhere and any(all(s.values()) for s in scored)
    right = all(slots.values())
    probability = float(intents[0].get("probability") or 0.0) if intents else None
    return Mark(slots=slots, right=right, anywhere=right or (anywhere and bool(intents)), probability=probability)


def _slots(gold: JSON, intent: JSON) -> dict[str, bool]:
    return {name: _slot(name, want, intent.get(name)) for name, want in gold.items() if name not in OUTSIDE}


def _slot(name: str, want: Any, have: Any) -> bool:
    if name == "action":
        return have in _many(want) if want is not None else have is None
    if name == "aggregation":
        return (have or "none") == (want or "none")
    if name in PLAIN:
        return bool(have == want)
    if name in ("facets", "filters"):
        return _keys(want, have or {})
    if name == "processes":
        return _same([str(v).split("@")[0] for v in want], [str(v).split("@")[0] for v in have or ()])
    if name in SETS:
        return _same(want, have)
    items: dict[str, Callable[[JSON, JSON], bool]] = {"quantities": _quantity, "places": _place, "periods": _period}
    return _pairs(_many(want), _many(have), items[name])


def _pairs(golds: Sequence[JSON], haves: Sequence[JSON], same: Callable[[JSON, JSON], bool]) -> bool:
    rest = list(haves)
    for gold in golds:
        hit = next((item for item in rest if same(gold, item)), None)
        if hit is None:
            return False
        rest.remove(hit)
    return not rest


def _quantity(gold: JSON, have: JSON) -> bool:
    for key in ("variable_id", "indicator", "spectral_index", "standard_name"):
        if gold.get(key) is not None and _plain(gold[key]) != _plain(have.get(key) or ""):
            return False
    if "threshold" not in gold:
        return True
    a, b = gold["threshold"], have.get("threshold")
    if not a or not b:
        return not a and not b
    x, y = _base(a), _base(b)
    return bool(a["op"].rstrip("=") == b["op"].rstrip("=") and abs(x - y) <= 0.01 * max(1.0, abs(x)))


def _base(threshold: JSON) -> float:
    scale, offset = UNITS.get(_plain(threshold.get("units") or "").replace(" ", ""), (1.0, 0.0))
    return float(threshold["value"]) * scale + offset


def _place(gold: JSON, have: JSON) -> bool:
    if gold.get("kind") == "globe":
        return bool(have.get("kind") == "globe")
    box = have.get("bbox")
    if not box:
        return False
    west, south, east, north = box
    if gold.get("lat") is not None:
        lon = gold["lon"]
        across = west - 0.05 <= lon <= east + 0.05 if west <= east else lon >= west - 0.05 or lon <= east + 0.05
        if not (across and south - 0.05 <= gold["lat"] <= north + 0.05):
            return False
    width = (east - west) % 360 if west > east else east - west
    if gold.get("max_span_deg") and max(width, north - south) > gold["max_span_deg"]:
        return False
    if gold.get("country") and have.get("country") and gold["country"] != have["country"]:
        return False
    if "relation" in gold and _plain(gold["relation"] or "") != _plain(have.get("relation") or ""):
        return False
    wanted = gold.get("distance_km")
    return wanted is None or abs((have.get("distance_km") or 0) - wanted) <= 0.02 * wanted + 0.5


def _period(gold: JSON, have: JSON) -> bool:
    if gold.get("warming_level"):
        return (
            bool(have.get("warming_level"))
            and abs(have["warming_level"]["value"] - gold["warming_level"]["value"]) < 0.01
        )
    return all(gold.get(k) == have.get(k) for k in ("start", "end")) and gold.get("role", "target") == have.get(
        "role", "target"
    )


def _keys(want: JSON, have: JSON) -> bool:
    if not want:
        return not any(have.values())
    return all(_value(key, value, have.get(key)) for key, value in want.items())


def _value(key: str, want: Any, have: Any) -> bool:
    if isinstance(want, int | float):
        return isinstance(have, int | float) and abs(have - want) <= 0.01 * max(1.0, abs(want))
    if key == "sort":
        return _plain(_many(want)[0]).lstrip("+") == _plain((_many(have) or [""])[0]).lstrip("+")
    return _same(want, have)


def _same(want: Any, have: Any) -> bool:
    return {_plain(v) for v in _many(want)} == {_plain(v) for v in _many(have)}


def _many(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [] if value is None else [value]


def _plain(value: Any) -> str:
    text = unicodedata.normalize("NFKD", str(value)).encode("ascii", "ignore").decode().lower()
    return " ".join(text.replace("_", " ").replace("-", " ").split())
