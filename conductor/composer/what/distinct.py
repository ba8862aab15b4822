"""Quantities that are only the setting of another one, or the same one said twice, left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from conductor.composer.text.calendar_words import fold
from conductor.composer.text.utterance import Utterance
from conductor.composer.what.quantities import as_quantity
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.quantities import by_indicator
from planners.intent import Quantity, Threshold

# Events and seasons that a question is about while something else is measured: "the lowest daily minimum in the cold wave".
_SETTING = {
    "heat_wave_frequency": r"heat[- ]?waves?|waves? of heat|(?:canicule|vague de chaleur|vagues de chaleur|heat dome|dome de chaleur)s?",
    "cold_spell_frequency": r"cold ?(?:waves?|snaps?|spells?)|waves? of cold|vagues? de froid",
    "rain_season": r"(?:rainy|rain|wet)[- ]seasons?|saisons? (?:des pluies|humides?)|hivernage|petite saison des pluies",
    "dry_spell_frequency": r"dry[- ](?:seasons?|periods?)|(?:saisons?|periodes?) seches?",
    "growing_season_length": r"growing[- ]seasons?|saison de croissance|saison de vegetation",
}
_TROPICAL = Threshold(op=">", value=20, units="degC")  # a night that stays above it is a tropical one
_COUNTED = Pattern(
    r"\b(?:number of|how many|count\w*|frequency of|nombre de|combien de|frequence des?|compte\w*|more|fewer|plus de|moins de)\s*$"
)
# an oscillation is the setting of what is measured: "the effect of El Niño on rainfall"
_OSCILLATION = Pattern(
    r"el nino|la nina|enso|pdo|amo|pacific decadal oscillation|oscillation decennale du pacifique|"
    r"atlantic multidecadal oscillation"
)
# "consecutive dry days a year (CDD)": the identifier in brackets says what the words before it mean
_EXPLAINED = Pattern(r"(?: (?!(?:and|et|or|ou|with|avec|in|at|to)\b)[\w'-]+){0,4} ?\(\s*(?:l'indice |indice |index )?")
_TOGETHER = Pattern(r"[\s(\"'`:=\[]{0,3}")


def distinct(utterance: Utterance, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The quantities that are meant; a list of one stays as it is."""
    quantities = _energy(_nights(quantities))
    if len(quantities) < 2:
        return tuple(quantities)
    kept = [
        q for q in quantities if not any(_typed_beside(utterance, other, q) for other in quantities if other is not q)
    ]
    real = [q for q in kept if not _setting(utterance, q) and not _OSCILLATION.fullmatch(fold(q.name))]
    return tuple(real or kept)


def _nights(quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """ "Nights above 20 °C" are tropical nights with their bound said, not these and days above a bound besides."""
    tropical = next((q for q in quantities if q.indicator == "tropical_nights"), None)
    counted = next((q for q in quantities if q.indicator == "tn_days_above"), None)
    if counted is None or counted.threshold is None:
        return tuple(quantities)
    if tropical is None:
        entry = by_indicator("tropical_nights") if counted.threshold == _TROPICAL else None
        if entry is None:
            return tuple(quantities)
        tropical = replace(as_quantity(entry, counted.name), span=counted.span)
        return tuple(replace(tropical, threshold=_TROPICAL) if q is counted else q for q in quantities)
    one = replace(tropical, threshold=counted.threshold)
    return tuple(one if q is tropical else q for q in quantities if q is not counted)


def _energy(quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """ "HDD and CDD" are degree-days both, though CDD alone counts dry days."""
    entry = by_indicator("cooling_degree_days")
    if entry is None or not any(q.indicator == "heating_degree_days" for q in quantities):
        return tuple(quantities)
    return tuple(
        replace(as_quantity(entry, q.name), span=q.span)
        if q.indicator == "cdd" and q.name.lower() in ("cdd", "cdds")
        else q
        for q in quantities
    )


def _setting(utterance: Utterance, quantity: Quantity) -> bool:
    pattern = _SETTING.get(quantity.indicator or "")
    if pattern is None or quantity.span is None or quantity.threshold is not None:
        return False
    asked = _COUNTED.search(fold(utterance.typed[: quantity.span.start]))
    return not asked and bool(re.fullmatch(pattern, fold(quantity.name)))


def _typed_beside(utterance: Utterance, typed: Quantity, worded: Quantity) -> bool:
    """ "soil moisture mrsos", "temperature (tas)": the identifier typed beside the words says which is meant."""
    if (
        typed.span is None
        or worded.span is None
        or typed.name not in (typed.variable_id, typed.indicator)
        or worded.name in (worded.variable_id, worded.indicator)
    ):
        return False
    first, second = sorted((typed.span, worded.span), key=lambda span: span.start)
    between = utterance.typed[first.end : second.start]
    explained = second is typed.span and bool(_EXPLAINED.fullmatch(fold(between)))
    return first.end <= second.start and (explained or bool(_TOGETHER.fullmatch(between)))
