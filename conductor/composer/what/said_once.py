"""Quantities said twice and meant once: "warming" beside heat waves, "rain" counted in days, an index and what it is made of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conductor.composer.text.calendar_words import fold
from conductor.composer.text.utterance import Utterance
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.quantities import by_indicator
from planners.intent import Quantity

_PLAIN_TEMPERATURE = Pattern(
    r"(?:the |mean |air |surface )*temp(?:eratures?)?(?: (?:changes?|increases?|rises?|anomal\w+))?|"
    r"temperature (?:change|increase|rise)|temp(?:erature)?s? (?:moyennes? )?(?:de l'air|de (?:la )?surface|en surface|ambiantes?|exterieures?)|(?:changements? de |hausse (?:de |des )?)?temperatures?|warm\w*|"
    r"rechauff\w*|plus chaud\w*"
)
CHANGE_WORD = Pattern(
    r"(?:getting )?(?:warm(?:er|ing|ed|s)?|cool(?:er|ing)|hotter|colder)(?: up)?|(?:se )?rechauff\w+|plus (?:chaud|"
    r"froid)\w*|(?:la |forte |grande )?chaleur|heat|warmth|how (?:hot|warm|cold)|combien de degres|how many degrees|monsoon|mousson|el nino|la nina|enso"
)
_MOST = Pattern(
    r"\b(?:max\w*|most|highest|heaviest|greatest|record|rx1day|plus (?:forte?s?|gros(?:ses?)?|abondante?s?|intenses?)|extremes?)\b"
)
_DRY = frozenset({"cdd", "dry_days", "dry_spell_frequency", "dry_spell_max_length", "dry_spell_total_length"})
_LACKED = Pattern(r"(?:sans|pas de|without) ")
_LACK = Pattern(r"\b(?:without|no|lack of|any|sans|pas de|aucune|manque de) $")
_WARM_INDICATOR = Pattern(r"t[xng]|heat|hot|cold|frost|tropical|warm|summer|ice_days|freez|cool|growing")
_WINDS = frozenset({"sfcWind", "sfcWindmax", "wsgmax10m"})
_BLOWS = Pattern(r"souffl|\bbl[eo]w")
_RAIN_INDICATORS = frozenset(
    {"wetdays", "dry_days", "rx1day", "rx5day", "cdd", "cwd", "r10mm", "r20mm", "max_1day_precipitation_amount"}
)

# rain asked in its unit: "the worst one-day downpour, how many mm was it?"
_IN_UNITS = Pattern(r"(?:how many|combien de) (?:mm|cm|millimet\w+|centimet\w+|inches|pouces)")

# an amount of snow, said as water just behind it: "how much snow (water equivalent)", "combien de neige (en équivalent eau)"
_HOW_MUCH_SNOW = Pattern(r"(?:how much|combien de|quelle quantite de|what amount of) (?:snow|neige)")
_SAID_AS = Pattern(r"\W*(?:(?:in|as|en|exprimee?|expressed)\W+){0,2}(?:the |l')?")


def merged(quantities: Sequence[Quantity]) -> list[Quantity]:
    """One quantity for each thing measured, the one with a threshold where both have the name."""
    kept: dict[tuple[str | None, ...], Quantity] = {}
    for quantity in quantities:
        key = (quantity.indicator or quantity.standard_name, quantity.variable_id, quantity.spectral_index)
        if key not in kept or kept[key].threshold is None:
            kept[key] = quantity
    return list(kept.values())


def plain_words_dropped(utterance: Utterance, quantities: list[Quantity]) -> list[Quantity]:
    """ "Temperature changes" after "sea surface temperature", "warming" beside heat waves, "rain" counted in days: said once, meant once."""
    return [q for q in quantities if not any(_covers(utterance, other, q) for other in quantities if other is not q)]


def _covers(utterance: Utterance, specific: Quantity, plain: Quantity) -> bool:
    if plain.threshold is not None and specific.threshold is None and plain.variable_id != "tas":
        return False
    if _listed(utterance, specific, plain):
        return False
    daily = plain.indicator == "rx1day" and not _MOST.search(fold(utterance.typed))
    if daily and specific.variable_id == "pr" and specific.threshold:  # "more than 100 mm of rain in a day"
        return True
    if plain.variable_id == "pr" and not plain.threshold and specific.indicator in _DRY and _lacking(utterance, plain):
        return True
    if plain.variable_id == "pr" and specific.indicator in _RAIN_INDICATORS and _IN_UNITS.fullmatch(fold(plain.name)):
        return True
    if specific.variable_id == "snw" and plain.variable_id == "prsn" and specific.span and plain.span:
        between = fold(utterance.typed[plain.span.end : specific.span.start])
        return bool(_HOW_MUCH_SNOW.fullmatch(fold(plain.name)) and _SAID_AS.fullmatch(between))
    if plain.variable_id == "sfcWind" and specific.variable_id in _WINDS and _BLOWS.search(fold(plain.name)):
        return plain.threshold is None  # "le vent le plus fort a-t-il soufflé"
    if _made_of(utterance, specific, plain) or (specific.indicator, plain.indicator) == ("sdii", "wetdays"):
        return True
    if plain.variable_id == "tas" and not plain.indicator:
        warm = _WARM_INDICATOR.match(specific.indicator or "") or "temperature" in (specific.standard_name or "")
        return bool(_PLAIN_TEMPERATURE.fullmatch(fold(plain.name)) and warm) or bool(
            CHANGE_WORD.fullmatch(fold(plain.name))
        )
    if plain.variable_id in _WINDS and not (plain.indicator or plain.threshold):
        return specific.indicator == "windy_days" and bool(
            specific.threshold
        )  # "crosswinds: how often did gusts exceed 25 m/s?"
    return (
        plain.variable_id == "pr"
        and not plain.indicator
        and (specific.indicator or "") in _RAIN_INDICATORS
        and bool(specific.threshold)
    )


def _lacking(utterance: Utterance, rain: Quantity) -> bool:
    """ "Which goes longer without rain? … consecutive dry days": rain only as what is not there."""
    before = fold(utterance.typed[: rain.span.start]) if rain.span else ""
    return bool(_LACKED.match(fold(rain.name)) or _LACK.search(before))


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
