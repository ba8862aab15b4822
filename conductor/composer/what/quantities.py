"""What is measured, with its threshold: bounds find the quantity that they bound, days that meet one become an indicator."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from conductor.composer.text.calendar_words import fold
from conductor.composer.text.utterance import Utterance
from conductor.composer.what.counting import DAYS, counts_days, degrees_left_out, nights, of_weather
from conductor.composer.what.said_once import merged, plain_words_dropped
from conductor.composer.what.thresholds import Bound
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.quantities import (
    QuantityEntry,
    by_indicator,
    by_standard_name,
    by_variable,
    threshold_indicator,
)
from planners.intent import Quantity, Threshold

_TEMPERATURE = frozenset({"degC", "degF", "K", "deg"})
_RAIN = frozenset({"mm", "mm/day", "cm", "inch"})
_SPEED = frozenset({"m/s", "km/h", "kt", "mph"})
# what days are counted by: a gust and the day's strongest wind make a windy day
_COUNTED_BY = {"tasmax": "tasmax", "tasmin": "tasmin", "pr": "pr", "sfcWind": "sfcWind", "sfcWindmax": "sfcWind", "wsgmax10m": "sfcWind"}  # fmt: skip
# "days with more than", "jours avec au moins": of rain only by the unit that follows
_OF_WHAT_FOLLOWS = Pattern(r"\b(?:more(?: than)?|least|plus(?: de)?|moins(?: de)?)$")
_GAP = 4  # letters between a bound and what it is of: "25 mm de pluie"
_OF_DAYS = Pattern(r"^t[xng]_days_(?:above|below)$")
_PER_CENT = Pattern(r"humidity|cloud|ice_area|area_fraction|snow|moisture")
_SPELLS = Pattern(r"(?:hot|cold)_spell")
_KINDS: tuple[tuple[frozenset[str], str], ...] = (
    (_TEMPERATURE, r"temperature|freez|frost|heat|warm|cold|cool|degree"),
    (_RAIN, r"precipitation|rain|snow|snd|runoff|evap|water|thickness|wet_?days|dry_?days"),
    (_SPEED, r"wind|speed|gust"),
    (frozenset({"hPa"}), r"pressure"),
    (frozenset({"m3/s"}), r"runoff|discharge|water_volume|river"),
    (frozenset({"m"}), r"height|depth|thickness|level|wave"),
    (frozenset({"%"}), _PER_CENT.pattern),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Quantities with their thresholds, and the bounds that found no quantity."""

    quantities: tuple[Quantity, ...]
    unbound: tuple[Bound, ...] = ()


def bind(utterance: Utterance, quantities: Sequence[Quantity], bounds: Sequence[Bound]) -> Measured:
    """Give every bound to the quantity it fits, nearest first; make one where days or degrees stand alone."""
    named = _without_shares(utterance, quantities, bounds)
    measured = _lying(_retargeted(named, bounds), bounds, utterance.folded)
    unbound = []
    for bound in bounds:
        index = _fitting(utterance, measured, bound)
        if index is not None:
            measured[index] = _bounded(utterance, measured[index], bound)
        elif made := _made(utterance, bound):
            measured.append(made)
        else:
            unbound.append(bound)
    measured = _without_its_day(measured)
    return Measured(quantities=tuple(plain_words_dropped(utterance, merged(measured))), unbound=tuple(unbound))


def _without_its_day(quantities: list[Quantity]) -> list[Quantity]:
    """ "Au moins 25 mm de pluie en un jour, combien de fois": days are counted, no greatest of them is sought."""
    bounds = [q.span for q in quantities if q.indicator == "wetdays" and q.threshold is not None and q.span]
    return [
        q
        for q in quantities
        if q.indicator != "rx1day" or not q.span or not any(0 <= q.span.start - b.end <= _GAP for b in bounds)
    ]


def _without_shares(utterance: Utterance, quantities: Sequence[Quantity], bounds: Sequence[Bound]) -> list[Quantity]:
    """ "Days over 40 % of the area was …": the share bounds an area, and no days of heat are counted by it."""
    shares = [utterance.span(b.start, b.end) for b in bounds if b.threshold.units == "%"]
    return [
        q
        for q in quantities
        if q.span is None
        or not _OF_DAYS.match(q.indicator or "")
        or not any(q.span.start < share.start <= q.span.end + 4 and share.end > q.span.end for share in shares)
    ]


def _retargeted(quantities: Sequence[Quantity], bounds: Sequence[Bound]) -> list[Quantity]:
    """ "Days above": days of what is told by the units of the bound."""
    counted = {"mm": "wetdays", "wind": "windy_days"}
    units = {b.threshold.units for b in bounds}
    wanted = (
        counted["mm"]
        if units & _RAIN and not units & _TEMPERATURE
        else counted["wind"]
        if units & _SPEED and not units & _TEMPERATURE
        else None
    )
    generic = {"tx_days_above", "tg_days_above", "tx_days_below", "wetdays", "r10mm", "r20mm"}
    if units & _TEMPERATURE and not units & _RAIN:
        quantities = [q for q in quantities if q.indicator != "wetdays" or not _OF_WHAT_FOLLOWS.search(fold(q.name))]
    entry = by_indicator(wanted) if wanted else None
    return [
        replace(as_quantity(entry, q.name), span=q.span) if entry and q.indicator in generic else q for q in quantities
    ]


_FELL = Pattern(r"\b(?:receiv\w*|experienc\w*|fell|fallen|tomb(?:e|ee|ees|es|er|era|ait)|recu|recue|recoi\w*)\b")
_ON_THE_GROUND = Pattern(r"\b(?:on the ground|lying|au sol)\b")


def _lying(quantities: list[Quantity], bounds: Sequence[Bound], folded: str) -> list[Quantity]:
    """ "Days with more than 5 cm of snow on the ground": days of what lies, not of what falls."""
    lies = bool(_ON_THE_GROUND.search(folded))
    deep = ("snd", "prsn") if lies else ("snd",)
    depth = next((q for q in quantities if q.variable_id in deep and not q.indicator), None)
    entry = by_indicator("snd_days_above")
    counted = any(q.indicator == "wetdays" for q in quantities)
    measured = any(b.threshold.units in ("mm", "cm", "m") for b in bounds)
    if depth is not None and entry is not None and not counted and lies and measured and DAYS.search(folded):
        return [replace(as_quantity(entry, q.name), span=q.span) if q is depth else q for q in quantities]
    if depth is None or entry is None or not counted:
        return quantities
    days = [replace(as_quantity(entry, q.name), span=q.span) if q.indicator == "wetdays" else q for q in quantities]
    return [q for q in days if q is not depth]


def _fitting(utterance: Utterance, quantities: Sequence[Quantity], bound: Bound) -> int | None:
    ranked = [
        (_distance(utterance, q, bound), i) for i, q in enumerate(quantities) if q.threshold is None and _fits(q, bound)
    ]
    days = [(far, i) for far, i in ranked if _OF_DAYS.search(quantities[i].indicator or "")]
    plain = days and all(quantities[i].variable_id == "tas" or (far, i) in days for far, i in ranked)
    return min(days if plain else ranked)[1] if ranked else None  # "temps above 25 °C: number of summer days"


def _distance(utterance: Utterance, quantity: Quantity, bound: Bound) -> int:
    if quantity.span is None:
        return 10_000
    where = utterance.span(bound.start, bound.end)
    return max(quantity.span.start - where.end, where.start - quantity.span.end, 0)


def _fits(quantity: Quantity, bound: Bound) -> bool:
    units, value = bound.threshold.units, bound.threshold.value
    if quantity.spectral_index:
        return units == "" and abs(value) <= 10_000
    name = " ".join(
        filter(None, (quantity.standard_name, quantity.indicator, quantity.name.lower(), _long_name(quantity)))
    )
    if units == "":
        return bool(re.search(r"temperature|days_above|days_below|days_over|days_under|tropical", name)) or bool(
            re.search(r"sp(?:e)?i\b|\bph\b|salinity|humidex", name)
        )
    if units == "m" and "integral_wrt_depth" in name:  # "heat content to 700 m": of that much water
        return False
    pattern = next((words for kinds, words in _KINDS if units in kinds), None)
    return bool(pattern and re.search(pattern, name)) or (
        units in _TEMPERATURE
        and ((quantity.indicator or "")[:2] in ("tx", "tn", "tg") or bool(_SPELLS.match(quantity.indicator or "")))
    )


def _long_name(quantity: Quantity) -> str:
    entry = by_variable(quantity.variable_id) if quantity.variable_id else None
    return f"{entry.standard_name or ''} {entry.name_en}" if entry else ""


def _bounded(utterance: Utterance, quantity: Quantity, bound: Bound) -> Quantity:
    threshold = _with_units(quantity, bound.threshold)
    if not bound.explicit_operator and re.search(r"_(?:below|under)$", quantity.indicator or ""):
        threshold = replace(threshold, op="<")
    if (
        not quantity.indicator
        and (quantity.variable_id == "tas" or quantity.variable_id in _COUNTED_BY)
        and "surface" not in quantity.name.lower()  # which a satellite measures
        and counts_days(utterance, bound)
    ):
        variable = _COUNTED_BY.get(quantity.variable_id) or (
            "tasmin" if nights(utterance, bound) or ">" not in threshold.op else "tasmax"
        )
        if entry := threshold_indicator(variable, threshold.op):
            counted = as_quantity(entry, quantity.name)
            return replace(counted, threshold=_with_units(counted, threshold), span=quantity.span)
    return _on_its_side(replace(quantity, threshold=threshold))


def _on_its_side(quantity: Quantity) -> Quantity:
    """ "Nights not dropping below 20 °C" are counted above it: the indicator of the side that the bound leaves."""
    indicator, bound = quantity.indicator or "", quantity.threshold
    other = {"below": "above", "above": "below"}.get(indicator.rpartition("_")[2])
    if bound is None or other is None or ("<" in bound.op) == (other == "above") or "=" not in bound.op:
        return quantity
    entry = by_indicator(f"{indicator.rpartition('_')[0]}_{other}")
    return replace(as_quantity(entry, quantity.name), threshold=bound, span=quantity.span) if entry else quantity


def _with_units(quantity: Quantity, threshold: Threshold) -> Threshold:
    if threshold.units == "deg" or (
        threshold.units == "" and not quantity.spectral_index and "sp" not in (quantity.indicator or "")
    ):
        return replace(threshold, units="degC")
    return (
        replace(threshold, units="mm/day") if threshold.units == "mm" and quantity.indicator == "wetdays" else threshold
    )


def _made(utterance: Utterance, bound: Bound) -> Quantity | None:
    """Degrees, millimetres or metres a second with no quantity beside them: days that meet them are counted."""
    threshold, days = bound.threshold, counts_days(utterance, bound)
    entry = _entry(utterance, bound, days=days)
    if entry is None:
        return None
    name = utterance.text[bound.start : bound.end]
    units = (
        "degC" if threshold.units in ("deg", "") else "mm/day" if days and threshold.units == "mm" else threshold.units
    )
    return replace(
        as_quantity(entry, name), threshold=replace(threshold, units=units), span=utterance.span(bound.start, bound.end)
    )


def _entry(utterance: Utterance, bound: Bound, *, days: bool) -> QuantityEntry | None:
    if bound.threshold.units == "m3/s":  # which only a river carries
        return by_standard_name("water_volume_transport_in_river_channel")
    variable = _variable(utterance, bound, days=days)
    if variable is None:
        return None
    return threshold_indicator(variable, bound.threshold.op) if days else by_variable(variable)


def _variable(utterance: Utterance, bound: Bound, *, days: bool) -> str | None:
    units, above = bound.threshold.units, ">" in bound.threshold.op
    if units == "" and days and degrees_left_out(utterance, bound):
        units = "deg"
    if units == "deg" and not days and of_weather(utterance, bound):
        units = "degC"
    if units in ("degC", "degF", "K") or (units == "deg" and days):
        return "tas" if not days else "tasmin" if nights(utterance, bound) or not above else "tasmax"
    around = utterance.folded[max(bound.start - 25, 0) : bound.end + 25]
    if units in ("mm", "cm", "m") and (lies := re.search(r"\b(?:snow|neige|ice|glace)\b", around)):
        if lies[0] in ("snow", "neige"):
            return "prsn" if not days and _FELL.search(utterance.folded) else "snd"
        return "sithick"
    if units in _RAIN and (days or units != "cm"):
        return (
            "pr"
            if days or units == "mm/day" or re.search(r"\b(?:rain|wet|pluie|precipitation)", utterance.folded)
            else None
        )
    return "sfcWind" if units in _SPEED else None


def as_quantity(entry: QuantityEntry, name: str) -> Quantity:
    """The quantity of an entry under the name that was said."""
    return Quantity(
        name=name,
        standard_name=entry.standard_name,
        variable_id=None if entry.indicator else entry.variable_id,
        indicator=entry.indicator,
        spectral_index=entry.spectral_index,
    )
