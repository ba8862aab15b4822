"""The medium of what is measured: the sea where a sea warms, the ground that a satellite feels, the level of a river."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from conductor.composer.text.calendar_words import fold
from conductor.composer.what.quantities import as_quantity
from conductor.composer.what.said_once import CHANGE_WORD
from connectors.vocabulary.quantities import by_standard_name, by_variable
from planners.intent import Quantity

_AT_DEPTH = re.compile(
    r"\b(?:at|a|below|under|down to|jusqu'a|sous|au-dela de|par) (?:a depth of |une profondeur de |about |environ )?\d{2,5} ?(?:m|metres?|meters?)\b(?! (?:resolution|pixels?|de resolution|above|au-dessus))|"
    r"\b(?:at depth|subsurface|in the deep|en profondeur|de profondeur|au fond|profond\w*|seafloor|sea bottom|bottom (?:water|temperature)s?)\b"
)
_OF_WATER = re.compile(
    r"\bsea[- ]surface\b(?! (?:height|salinity|level))|\b(?:marine|sea|ocean|water)s?(?: surface)? temperatures?\b|\btemperatures? (?:de surface |en surface |moyennes? |maxim\w+ |minim\w+ |estivales? |hivernales? |record )*(?:de |des |d')(?:la mer|l'ocean|l'eau|eaux)\b"
)
_FLOW = re.compile(
    r"\bflows?\b(?! (?:direction|accumulation|chart|meters?|of (?:ships?|traffic|goods|people|ice|lava|sediments?|heat|air)\b))"
)
_LEVEL = re.compile(
    r"\b(?:niveaux?|levels?|stage|hauteurs?|cotes?)\b(?! (?:of|de) (?:confidence|confiance|detail|theory))"
)


_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:ice|lava|mud|debris|heat|air|sap|cash|moisture|traffic|overland|ground ?water|pyroclastic) $"
)


def flow_of(quantities: Sequence[Quantity], kinds: Sequence[str], folded: str) -> tuple[Quantity, ...]:
    """ "The Danube's flow", whatever else is measured beside it."""
    discharge = by_standard_name("water_volume_transport_in_river_channel")
    watered = "river" in kinds or ("basin" in kinds and not quantities)
    said = _FLOW.search(folded) if watered else None
    if said is None or discharge is None or _OF_SOMETHING_ELSE.search(folded[: said.start()]):
        return tuple(quantities)
    told = any(q.standard_name == discharge.standard_name or q.variable_id in ("mrro", "mrros") for q in quantities)
    return tuple(quantities) if told else (*quantities, as_quantity(discharge, said[0]))


def level_of(
    quantities: Sequence[Quantity], kinds: Sequence[str], folded: str, statistics: Sequence[str]
) -> tuple[Quantity, ...]:
    """ "Niveau du Rhin à Cologne": of a river or lake and nothing else, the height of its water."""
    wet = bool({"river", "lake"} & set(kinds))
    said = _LEVEL.search(folded)
    entry = by_standard_name("water_surface_height_above_reference_datum") if wet and said and not quantities else None
    if entry is None or said is None or any(s.startswith("return_period") for s in statistics):
        return tuple(quantities)
    return (as_quantity(entry, said[0]),)


_SURFACE = re.compile(r"(?<!sub)(?<!sub )\bsurface\b")


def at_surface(quantities: Sequence[Quantity], folded: str) -> tuple[Quantity, ...]:
    """ "Salinity at the surface of the Baltic" is that of the surface, which has a variable of its own."""
    entry = by_variable("sos")
    if entry is None or not _SURFACE.search(folded) or _AT_DEPTH.search(folded):
        return tuple(quantities)
    return tuple(
        replace(as_quantity(entry, q.name), threshold=q.threshold, span=q.span) if q.variable_id == "so" else q
        for q in quantities
    )


_NIGHTS = re.compile(r"\b(?:nights?|nuits?|night-?time|nocturnes?|overnight)\b")
_DAYS_TOO = re.compile(r"\b(?:days?|daytime|jours?|journees?|diurnes?)\b")


def of_nights(quantities: Sequence[Quantity], folded: str) -> tuple[Quantity, ...]:
    """Nights that grow warmer do so by their minimum temperature."""
    entry = by_variable("tasmin")
    if entry is None or not _NIGHTS.search(folded) or _DAYS_TOO.search(folded):
        return tuple(quantities)
    return tuple(
        replace(as_quantity(entry, q.name), threshold=q.threshold, span=q.span)
        if q.variable_id == "tas" and not q.indicator
        else q
        for q in quantities
    )


_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|winter|summer|spring|autumn|"
    r"janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|hiver|ete|printemps|automne)"
)
_EXTREME = re.compile(
    rf"\b(?:daily|nightly|{_MONTH}) (?:mean |average )?(?P<en>min|max)(?:imum|ima|imums)?\b(?= (?:in|at|for|of|over|since)\b|\W*$)|"
    rf"\b(?:la |les |des )(?P<fr>min|max)imales? (?:moyennes? |normales? |quotidiennes? |journalieres? )*(?:de |d'|en )?{_MONTH}\b"
)


def of_extremes(quantities: Sequence[Quantity], folded: str) -> tuple[Quantity, ...]:
    """ "The January minimum", "la maximale de juillet": of nothing else, the day's lowest or highest temperature."""
    said = None if quantities else _EXTREME.search(folded)
    entry = by_variable("tas" + (said["en"] or said["fr"])) if said else None
    return (as_quantity(entry, said[0].strip()),) if said and entry else tuple(quantities)


def of_ground(quantities: Sequence[Quantity], *, thermal: bool) -> tuple[Quantity, ...]:
    """The "surface temperature" that a satellite sees is the ground's, not the air's."""
    entry = by_variable("ts")
    if entry is None or not thermal:
        return tuple(quantities)
    return tuple(
        replace(as_quantity(entry, q.name), threshold=q.threshold, span=q.span)
        if q.variable_id == "tas" and not q.indicator and re.search(r"surface|ground|sol\b|skin", fold(q.name))
        else q
        for q in quantities
    )


def at_sea(
    quantities: Sequence[Quantity], kinds: Sequence[str], folded: str, *, of_sea: bool = False
) -> tuple[Quantity, ...]:
    """A sea that warms does so at its surface, and a sea's temperature "at the surface" is the water's; `of_sea` data hold no other."""
    entry = by_variable("thetao" if _AT_DEPTH.search(folded) else "tos")
    at_sea_only = bool(kinds) and set(kinds) <= {"sea", "ocean"}
    of_water = of_sea or bool(_OF_WATER.search(folded)) or (at_sea_only and "surface of the" in folded)
    if entry is None or not (at_sea_only or of_water or any(q.variable_id == "tos" for q in quantities)):
        return tuple(quantities)

    def meant(quantity: Quantity) -> bool:
        plain = quantity.variable_id == "tas" and not quantity.indicator
        return plain and (at_sea_only or of_water) and (of_water or bool(CHANGE_WORD.fullmatch(fold(quantity.name))))

    def below(quantity: Quantity) -> bool:
        return entry.variable_id == "thetao" and quantity.variable_id == "tos" and "surface" not in fold(quantity.name)

    return tuple(
        replace(as_quantity(entry, q.name), variable_id=entry.variable_id, span=q.span) if meant(q) or below(q) else q
        for q in quantities
    )
