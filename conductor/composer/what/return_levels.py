"""The most rain in one day or five: return levels and yearly maxima of rain are those of the indicators rx1day and rx5day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from conductor.composer.what.quantities import as_quantity
from conductor.composer.what.said_once import merged
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.quantities import by_indicator, by_standard_name
from planners.intent import Quantity

_DAILY_RAIN = Pattern(
    r"\b(?:daily|one[- ]day|1[- ]day|24[- ]?h(?:our)?s?|single[- ]day|(?:sur|en) 1 jour|journali\w+|quotidien\w*|sur (?:un jour|24 ?h)|"
    r"en 24 ?h|d'un jour|en un jour|(?:d'|en |sur )une (?:seule )?journee)\b"
)
_FIVE_DAYS = Pattern(r"\b(?:5|five|cinq)[- ](?:days?|jours)\b")
_PLUS_FORT = r"plus (?:forte?s?|gros(?:ses?)?|grande?s?|abondante?s?|haute?s?|elevee?s?|important\w*)"
_CUMUL = r"(?:cumuls?|hauteurs?|lames?|quantites?|totaux|total)(?: (?:de |d')(?:pluies?|precipitations?|eau))?"
_MOST_IN_A_DAY = Pattern(
    r"\b(?:max\w*|extremes?)(?: (?:annual|yearly|seasonal|annuel|saisonnier)\w*)? (?:of |de |des |d')(?:the |la |les |l')?(?:daily (?:rain|precip)|(?:pluies?|precipitations?|cumuls?|hauteurs?)(?: de (?:pluie|precipitations?))? (?:journali|quotidien))|"
    rf"\b(?:max\w*|highest|heaviest|largest|biggest|greatest|record|{_PLUS_FORT})\b(?: \w+){{0,3}} (?:daily (?:(?:rain\w*|precipitation) )?(?:totals?|amounts?|accumulations?|sums?)\b|{_CUMUL} (?:quotidien|journali))|\b{_CUMUL} (?:quotidien|journali)\w*[^.;?!]{{0,30}} {_PLUS_FORT}\b|"
    r"\b(?:max\w*|highest|heaviest|record|plus (?:forte?s?|gros(?:ses?)?|abondante?s?|haute?s?))\b(?! (?:temp|wind|vent))[^.;?!]{0,40}\b(?:(?:in|over|within|per) (?:a |one |1 )(?:single )?day|(?:in|over|within) 24 ?h(?:ours?)?|24[- ]?h(?:ours?|r)?|"
    r"one[- ]day|1[- ]day|(?:en|d'|de|pour) ?(?:un|1) (?:seul )?jour|sur (?:un|1) (?:seul )?jour|(?:en|sur|par) (?:24|vingt-quatre) ?h(?:eures)?|en une (?:seule )?journee)\b"
)


_FLOOD = Pattern(r"\b(?:floods?|flows?|streamflows?|peaks?|crues?|debits?)\b")


def return_level(quantities: Sequence[Quantity], statistics: Sequence[str], folded: str) -> tuple[Quantity, ...]:
    """The return level of one-day rain is that of the indicator rx1day, a flood of so many years is a discharge."""
    longest = _FIVE_DAYS.search(folded) and re.search(
        r"\b(?:max\w*|heaviest|wettest|rainiest|extreme|most|plus (?:forte?s?|pluvieu\w+|arrose\w*))\b", folded
    )
    levels_of = any(s.startswith("return_period_") for s in statistics)
    daily = (levels_of and _DAILY_RAIN.search(folded)) or _MOST_IN_A_DAY.search(folded)
    if levels_of and not quantities and _FLOOD.search(folded):
        discharge = by_standard_name("water_volume_transport_in_river_channel")
        return (as_quantity(discharge, "flood"),) if discharge else ()
    entry = by_indicator("rx5day") if longest else by_indicator("rx1day")
    if entry is None or not (longest or daily):
        return tuple(quantities)
    levels = [
        replace(as_quantity(entry, q.name), threshold=q.threshold, span=q.span)
        if q.variable_id == "pr" and not q.indicator
        else q
        for q in quantities
    ]
    return tuple(merged(levels))
