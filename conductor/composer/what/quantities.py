"""What is measured, with its threshold: bounds find the quantity that they bound, days that meet one become an indicator."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from conductor.composer.text.calendar_words import fold
from conductor.composer.text.utterance import Utterance
from conductor.composer.what.thresholds import Bound
from connectors.vocabulary.quantities import (
    QuantityEntry,
    by_indicator,
    by_variable,
    threshold_indicator,
)
from planners.intent import Quantity, Threshold

_TEMPERATURE = frozenset({"degC", "degF", "K", "deg"})
_RAIN = frozenset({"mm", "mm/day", "cm", "inch"})
_SPEED = frozenset({"m/s", "km/h", "kt", "mph"})
_DAYS = re.compile(r"\b(?:days?|nights?|jours?|journees?|nuits?)\b")
_DAYS_COUNTED = re.compile(
    r"\b(?:how many|how often|number of|combien de|nombre de|count of|a combien de reprises) (?:\w+ ){0,2}?(?:days?|nights?|jours?|journees?|nuits?)\b[^.;?!]*$"
)
HOTTEST = 60
_HOW_OFTEN = re.compile(
    r"\b(?:how often|how many times|combien de fois|a quelle frequence)\b[^.;?!]{0,30}\b(?:it|temperatures?|temps?|mercury|thermometer|on|il|t-il|t-on|thermometre|mercure|fait-il)\b[^.;?!]{0,30}$"
)
_OTHER_MEASURE = re.compile(
    r"\b(?:rain\w*|wet|dry|snow\w*|wind\w*|gust\w*|humid\w*|pluies?|secs?|seche\w*|neige|vents?|rafales?|precip\w*|clouds?|nuages?|mm|hours?|heures?|spi|spei|waves?|vagues?|level|niveau)\b"
)
_DAYS_WITH = re.compile(
    r"\b(?:days?|nights?|jours?|journees?|nuits?)(?: (?:a|with|of|where|when|that|are|is|get|the|temperatures?|temps?|max\w*|min\w*|highs?|lows?|a|avec|ou|dont|la|le|les|un|une|de|il|fait|fera|il fera|reach|hit|goes?|exceed\w*|per year|par an|tx|tn))* ?$"
)
_NO_NOUN = re.compile(
    r"\W*$|\W*(?:[,.;:?!)(]|(?:in|at|by|over|for|per|a year|each|every|under|from|between|during|since|on|around|near|with|en|a|au|aux|dans|sur|par|d'ici|vers|sous|selon|pour|entre|avec|depuis|chaque|will|does|do|did|can|could|should|ssp\w*|rcp\w*)\b)"
)
_PER_CENT = re.compile(r"humidity|cloud|ice_area|area_fraction|snow|moisture")
_PLAIN_TEMPERATURE = re.compile(
    r"(?:the |mean |air |surface )*temp(?:eratures?)?(?: (?:changes?|increases?|rises?|anomal\w+))?|"
    r"temperature (?:change|increase|rise)|(?:changements? de |hausse (?:de |des )?)?temperatures?|warm\w*|"
    r"rechauff\w*|plus chaud\w*"
)
CHANGE_WORD = re.compile(
    r"(?:getting )?(?:warm(?:er|ing|ed|s)?|cool(?:er|ing)|hotter|colder)(?: up)?|(?:se )?rechauff\w+|plus (?:chaud|"
    r"froid)\w*|(?:la |forte |grande )?chaleur|heat|warmth|how (?:hot|warm|cold)|combien de degres|how many degrees|monsoon|mousson|el nino|la nina|enso"
)
_SPELLS = re.compile(r"(?:hot|cold)_spell")
_WARM_INDICATOR = re.compile(r"t[xng]|heat|hot|cold|frost|tropical|warm|summer|ice_days|freez|cool|growing")
_RAIN_INDICATORS = frozenset(
    {"wetdays", "dry_days", "rx1day", "rx5day", "cdd", "cwd", "r10mm", "r20mm", "max_1day_precipitation_amount"}
)
_DAILY_RAIN = re.compile(
    r"\b(?:daily|one[- ]day|1[- ]day|24[- ]?h(?:our)?s?|single[- ]day|(?:sur|en) 1 jour|journali\w+|quotidien\w*|sur (?:un jour|24 ?h)|"
    r"en 24 ?h|d'un jour|en un jour)\b"
)
_FIVE_DAYS = re.compile(r"\b(?:5|five|cinq)[- ](?:days?|jours)\b")
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
    measured = _lying(_retargeted(quantities, bounds), bounds, utterance.folded)
    unbound = []
    for bound in bounds:
        index = _fitting(utterance, measured, bound)
        if index is not None:
            measured[index] = _bounded(utterance, measured[index], bound)
        elif made := _made(utterance, bound):
            measured.append(made)
        else:
            unbound.append(bound)
    return Measured(quantities=tuple(_plain_words_dropped(utterance, _merged(measured))), unbound=tuple(unbound))


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
    entry = by_indicator(wanted) if wanted else None
    return [
        replace(as_quantity(entry, q.name), span=q.span) if entry and q.indicator in generic else q for q in quantities
    ]


_ON_THE_GROUND = re.compile(r"\b(?:on the ground|lying|au sol)\b")


def _lying(quantities: list[Quantity], bounds: Sequence[Bound], folded: str) -> list[Quantity]:
    """ "Days with more than 5 cm of snow on the ground": days of what lies, not of what falls."""
    lies = bool(_ON_THE_GROUND.search(folded))
    deep = ("snd", "prsn") if lies else ("snd",)
    depth = next((q for q in quantities if q.variable_id in deep and not q.indicator), None)
    entry = by_indicator("snd_days_above")
    counted = any(q.indicator == "wetdays" for q in quantities)
    measured = any(b.threshold.units in ("mm", "cm", "m") for b in bounds)
    if depth is not None and entry is not None and not counted and lies and measured and _DAYS.search(folded):
        return [replace(as_quantity(entry, q.name), span=q.span) if q is depth else q for q in quantities]
    if depth is None or entry is None or not counted:
        return quantities
    days = [replace(as_quantity(entry, q.name), span=q.span) if q.indicator == "wetdays" else q for q in quantities]
    return [q for q in days if q is not depth]


def _merged(quantities: Sequence[Quantity]) -> list[Quantity]:
    """One quantity for each thing measured, the one with a threshold where both have the name."""
    kept: dict[tuple[str | None, ...], Quantity] = {}
    for quantity in quantities:
        key = (quantity.indicator or quantity.standard_name, quantity.variable_id, quantity.spectral_index)
        if key not in kept or kept[key].threshold is None:
            kept[key] = quantity
    return list(kept.values())


def _plain_words_dropped(utterance: Utterance, quantities: list[Quantity]) -> list[Quantity]:
    """ "Temperature changes" after "sea surface temperature", "warming" beside heat waves, "rain" counted in days: said once, meant once."""
    return [q for q in quantities if not any(_covers(utterance, other, q) for other in quantities if other is not q)]


def _covers(utterance: Utterance, specific: Quantity, plain: Quantity) -> bool:
    if plain.threshold is not None and specific.threshold is None and plain.variable_id != "tas":
        return False
    if _listed(utterance, specific, plain):
        return False
    if _made_of(utterance, specific, plain):
        return True
    if plain.variable_id == "tas" and not plain.indicator:
        warm = _WARM_INDICATOR.match(specific.indicator or "") or "temperature" in (specific.standard_name or "")
        return bool(_PLAIN_TEMPERATURE.fullmatch(fold(plain.name)) and warm) or bool(
            CHANGE_WORD.fullmatch(fold(plain.name))
        )
    return (
        plain.variable_id == "pr"
        and not plain.indicator
        and (specific.indicator or "") in _RAIN_INDICATORS
        and bool(specific.threshold)
    )


def _made_of(utterance: Utterance, specific: Quantity, plain: Quantity) -> bool:
    """ "Daily intensity index of rainfall": an indicator followed by what it is computed from."""
    entry = by_indicator(specific.indicator) if specific.indicator else None
    if entry is None or plain.indicator or plain.variable_id not in entry.inputs or not specific.span or not plain.span:
        return False
    between = fold(utterance.typed[specific.span.end : plain.span.start])
    return bool(
        re.fullmatch(
            r"\s*(?:index\s*)?(?:of|in|for|de|des|du|d'|from)\s*(?:the|la|le|les|l')?\s*(?:daily|annual|monthly|mean)?\s*",
            between,
        )
    )


def _listed(utterance: Utterance, a: Quantity, b: Quantity) -> bool:
    """Joined by "and" or a comma, so that both are meant."""
    if a.span is None or b.span is None:
        return False
    first, second = sorted((a.span, b.span), key=lambda span: span.start)
    return bool(
        re.fullmatch(
            r"\s*(?:,|and|et|or|ou|&|/|\+|and the|et (?:la|le|les|l'))+\s*(?:the|la|le|les|l'|mean|total)?\s*",
            fold(utterance.typed[first.end : second.start]),
        )
    )


def _fitting(utterance: Utterance, quantities: Sequence[Quantity], bound: Bound) -> int | None:
    ranked = [
        (_distance(utterance, q, bound), i) for i, q in enumerate(quantities) if q.threshold is None and _fits(q, bound)
    ]
    return min(ranked)[1] if ranked else None


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
            re.search(r"sp(?:e)?i\b|\bph\b|salinity", name)
        )
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
    if (
        not quantity.indicator
        and quantity.variable_id in ("tas", "tasmax", "tasmin", "pr")
        and _counts_days(utterance, bound)
    ):
        variable = {
            "tas": "tasmin" if _nights(utterance, bound) else "tasmax" if ">" in threshold.op else "tasmin"
        }.get(quantity.variable_id, quantity.variable_id)
        if entry := threshold_indicator(variable, threshold.op):
            counted = as_quantity(entry, quantity.name)
            return replace(counted, threshold=_with_units(counted, threshold), span=quantity.span)
    return replace(quantity, threshold=threshold)


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
    threshold, days = bound.threshold, _counts_days(utterance, bound)
    variable = _variable(utterance, bound, days=days)
    if variable is None:
        return None
    name = utterance.text[bound.start : bound.end]
    entry = threshold_indicator(variable, threshold.op) if days else by_variable(variable)
    if entry is None:
        return None
    units = (
        "degC" if threshold.units in ("deg", "") else "mm/day" if days and threshold.units == "mm" else threshold.units
    )
    return replace(
        as_quantity(entry, name), threshold=replace(threshold, units=units), span=utterance.span(bound.start, bound.end)
    )


def _variable(utterance: Utterance, bound: Bound, *, days: bool) -> str | None:
    units, above = bound.threshold.units, ">" in bound.threshold.op
    if units == "" and days and _degrees_left_out(utterance, bound):
        units = "deg"
    if units == "deg" and not days and _of_weather(utterance, bound):
        units = "degC"
    if units in ("degC", "degF", "K") or (units == "deg" and days):
        return "tas" if not days else "tasmin" if _nights(utterance, bound) or not above else "tasmax"
    around = utterance.folded[max(bound.start - 25, 0) : bound.end + 25]
    if units in ("mm", "cm", "m") and re.search(r"\b(?:snow|neige)\b", around):
        return "snd"
    if units in _RAIN and (days or units != "cm"):
        return (
            "pr"
            if days or units == "mm/day" or re.search(r"\b(?:rain|wet|pluie|precipitation)", utterance.folded)
            else None
        )
    return "sfcWind" if units in _SPEED else None


_WEATHER = re.compile(
    r"\b(?:it|il|t-il|on|thermomet\w*|mercury|mercure|hot|warm|cold|freez\w*|chaud\w*|froid\w*|fait|faisait|fera|heat\w*|canicul\w*|years?|annees?|months?|mois|hours?|heures?|ever|jamais|deja)\b"
)
_ANGLE = re.compile(
    r"\b(?:slopes?|steep\w*|pentes?|raides?|angles?|nadir|incidence|tilt\w*|inclin\w*|aspects?|latitudes?|longitudes?|(?:north|south|east|west|nord|sud|est|ouest) of|zenith\w*|grid|grille|resolution|spacing|maille)\b"
)
_DIRECTION_AFTER = re.compile(
    r" ?(?:north|south|east|west|nord|sud|est|ouest|[nsew]\b|of (?:slope|latitude|longitude)|de (?:pente|latitude|longitude|warming))"
)


def _of_weather(utterance: Utterance, bound: Bound) -> bool:
    """ "Was it above 40 degrees?": degrees of heat, where no angle and no line on the globe is spoken of."""
    folded = utterance.folded
    angle = _ANGLE.search(folded) or _DIRECTION_AFTER.match(folded[bound.end :])
    return bool(_WEATHER.search(folded)) and not angle


def _counts_days(utterance: Utterance, bound: Bound) -> bool:
    if _DAYS_COUNTED.search(utterance.folded[: bound.start]) or _HOW_OFTEN.search(utterance.folded[: bound.start]):
        return True
    if re.match(
        r"[^.;?!]{0,60}\b(?:(?:how many|number of|combien de|nombre de) (?:days?|nights?|jours?|nuits?))\b|(?:(?: in (?:a|one) day| en (?:un|une) jour(?:nee)?)?\W{0,3}(?:how (?:often|many times)|combien de fois|a quelle frequence)\b)",
        utterance.folded[bound.end :],
    ):
        return True
    around = utterance.folded[max(0, bound.start - 48) : bound.start] + utterance.folded[bound.end : bound.end + 12]
    return bool(_DAYS.search(re.sub(r"mm ?/ ?day", "", around))) and not re.search(
        r"\b(?:hottest|coldest|this|that|last|ce|cette) (?:day|jour)", around
    )


def _nights(utterance: Utterance, bound: Bound) -> bool:
    around = utterance.folded[max(0, bound.start - 48) : bound.end + 12]
    return bool(
        re.search(r"\b(?:nights?|nuits?|min|mini|minima|minimums?|minimal\w*|lows?|tn|tmin)\b", around)
    ) and not re.search(r"\b(?:max\w*|highs?|tmax)\b", around)


def _degrees_left_out(utterance: Utterance, bound: Bound) -> bool:
    """ "Days > 35", "jours à plus de 30": a bare number that days exceed is one of degrees, where nothing else is spoken of."""
    if abs(bound.threshold.value) > HOTTEST or _OTHER_MEASURE.search(utterance.folded):
        return False
    before = utterance.folded[: bound.start]
    return bool(_DAYS_WITH.search(before) or _HOW_OFTEN.search(before)) and bool(
        _NO_NOUN.match(utterance.folded[bound.end :])
    )


def as_quantity(entry: QuantityEntry, name: str) -> Quantity:
    """The quantity of an entry under the name that was said."""
    return Quantity(
        name=name,
        standard_name=entry.standard_name,
        variable_id=None if entry.indicator else entry.variable_id,
        indicator=entry.indicator,
        spectral_index=entry.spectral_index,
    )


_MOST_IN_A_DAY = re.compile(
    r"\b(?:max\w*|highest|heaviest|record|plus (?:forte?s?|grosse?s?|abondante?s?|haute?s?))\b(?! (?:temp|wind|vent))[^.;?!]{0,40}\b(?:(?:in|over|within|per) (?:a |one |1 )(?:single )?day|(?:in|over|within) 24 ?h(?:ours?)?|24[- ]?h(?:ours?|r)?|"
    r"one[- ]day|1[- ]day|en (?:un|1) (?:seul )?jour|sur (?:un|1) (?:seul )?jour|(?:en|sur|par) (?:24|vingt-quatre) ?h(?:eures)?|en une (?:seule )?journee)\b"
)


def return_level(quantities: Sequence[Quantity], statistics: Sequence[str], folded: str) -> tuple[Quantity, ...]:
    """The return level of one-day rain is that of the indicator rx1day."""
    longest = _FIVE_DAYS.search(folded) and re.search(
        r"\b(?:max\w*|heaviest|wettest|rainiest|extreme|most|plus (?:forte?s?|pluvieu\w+|arrose\w*))\b", folded
    )
    levels_of = any(s.startswith("return_period_") for s in statistics)
    daily = (levels_of and _DAILY_RAIN.search(folded)) or _MOST_IN_A_DAY.search(folded)
    entry = by_indicator("rx5day") if longest else by_indicator("rx1day")
    if entry is None or not (longest or daily):
        return tuple(quantities)
    levels = [
        replace(as_quantity(entry, q.name), threshold=q.threshold, span=q.span)
        if q.variable_id == "pr" and not q.indicator
        else q
        for q in quantities
    ]
    return tuple(_merged(levels))
