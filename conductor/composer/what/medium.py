"""The medium of what is measured: the sea where a sea warms, the ground that a satellite feels, the level of a river."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from conductor.composer.text.calendar_words import fold
from conductor.composer.what.quantities import as_quantity
from conductor.composer.what.said_once import CHANGE_WORD
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.quantities import by_standard_name, by_variable
from planners.intent import Quantity

_AT_DEPTH = Pattern(
    r"\b(?:at|a|below|under|down to|jusqu'a|sous|au-dela de|par) (?:a depth of |une profondeur de |about |environ )?\d{2,5} ?(?:m|metres?|meters?)\b(?! (?:resolution|pixels?|de resolution|above|au-dessus))|"
    r"\b(?:at depth|subsurface|in the deep|en profondeur|de profondeur|au fond|profond\w*|seafloor|sea bottom|bottom (?:water|temperature)s?)\b"
)
_OF_WATER = Pattern(
    r"\bsea[- ]surface\b(?! (?:height|salinity|level))|\b(?:is|was|are|were|will) the (?:seas?|oceans?|sea ?water|waters?)\b(?! (?:levels?|rise|ice))|\b(?:est|etait|sera|sont|etaient) (?:la mer|l'ocean|l'eau|les eaux)\b|\b(?:la mer|l'eau|l'ocean|les eaux)(?: (?:de |du |d')[^.?!;,]{2,30}?)?(?: y)? (?:etait|est|sera|sont|etaient|seront|a ete|a-t-elle ete)\b|\b(?:les|des) (?:oceans|mers) (?:[^.?!;,]{2,30} )?(?:se (?:rechauff|refroidi)|chauff|sont|etaient|seront)\w*|\b(?:marine|sea|ocean|water)s?(?: surface)? temperatures?\b|\btemperatures? (?:de surface |en surface |moyennes? |mondiales? |globales? |maxim\w+ |minim\w+ |estivales? |hivernales? |record )*(?:de |des |d')(?:la mer|l'ocean|l'eau|eaux)\b"
)
# of a place that is a sea: "temperature of the Adriatic", "température de surface en mer de Corail", "how warm was the sea"
_OF_ITS_SURFACE = Pattern(
    r"\b(?:current|courant|gulf stream)\b|\btemp(?:erature)?s? (?:in|dans) (?:the |la |l')?(?:\w+ )?(?:sea|ocean|mer|gulf|golfe|bay|baie|strait|detroit|channel|manche|sound|bight|fjord)\b|\bsurface of the\b|\b(?<!air )temperatures? (?:(?:moyennes?|maxim\w+|minim\w+|actuelle|future|estivale|hivernale) )*(?:de|en) surface\b|\bsurface temperatures?\b(?! (?:air|de l'air))|"
    r"\bquelle temperature (?:fai[st]|fera|avai|a-t)|(?<!air )(?<!l'air )\btemperatures?(?: (?:moyennes?|maxim\w+|minim\w+|actuelle|future))? (?:(?:of|de|du) (?:the |la |l')?)?(?:\w+ )?(?:sea|ocean|mer|mediterran\w+|adriati\w+|baltic|baltique|caribbean|caraibes|atlanti\w+|pacifi\w+|arctic ocean|north sea|gulf|golfe|bay|baie|straits?|detroits?|(?:english )?channel|manche|sound|bight|fjords?)\b"
)
_FLOW = Pattern(
    r"\b(?:coule(?:nt|r)?|s'ecoule(?:nt|r)?)\b|\bflows?\b(?! (?:direction|accumulation|chart|meters?|of (?:ships?|traffic|goods|people|ice|lava|sediments?|heat|air)\b))"
)
_LEVEL = Pattern(
    r"\b(?:niveaux?|levels?|stage|heights?|hauteurs?|cotes?|altimetr(?:y|ie))\b(?! (?:of|de) (?:confidence|confiance|detail|theory))|\bhow (?:high|low) (?:is|was|did|does|are|were)\b|\bjusqu'ou\b[^.;?!,]{0,50}\b(?:descend\w*|mont\w*|baiss\w*|tomb\w*|remont\w*)|\bhow far (?:down|up)?\b ?(?:did|has|will)\b[^.;?!,]{0,50}\b(?:fall\w*|drop\w*|rise\w*|risen|sink|sunk|go|gone)\b|"
    r"\b(?:is|was|are|were|ran|runs?|running) (?:the )?(?:[\w-]+ ){0,2}?(?:low|high)\b(?! (?:resolution|quality|cloud|res\b|emission))|"
    r"\b(?:is|was|are|were|been|be) [^.?!;,]{2,50} (?:lower|higher|fuller|emptier)\b(?! (?:resolution|quality|res\b|emission))|\b(?:plus|moins|aussi) (?:rempli|plein|vide)e?s?\b|"
    r"\b(?:did|has|have|had|does|do|is|will) [^.?!;,]{2,50} (?:drop(?:ped|ping)?|ris(?:e|en|ing)|f(?:a|e)ll(?:en|ing)?|recede[ds]?|(?:re)?fill(?:ed|ing)?(?: back)?(?: up)?|empt(?:y|ied)|(?:go|gone|come|coming|going)(?: back)? (?:up|down))\b(?! (?:rain|snow|frost|colou?rs?|foliage)\b)|"
    r"\b(?:(?<=s')|(?<=a )|(?<=elle )|(?<=il )|(?<=est )|(?<=va )|(?<=s'est )|(?<=t-il )|(?<=t-elle )|(?<=\bse )(?!vide))(?:baisse|monte|descend|remonte|vide|rempli|redescend|abaisse)(?:u|e|ue|r|t)?s?\b|\b(?:est|etait|sont|etaient|sera)(?:-(?:il|elle)s?)? (?:(?:tres|si|trop|plus|aussi) )?(?:bas|basses?|hautes?|hauts?)\b|\b(?:lower|higher) than\b|\b(?:plus|moins) (?:bas|basses?|hautes?|hauts?) qu"
)


_OF_SOMETHING_ELSE = Pattern(
    r"\b(?:ice|lava|mud|debris|heat|air|sap|cash|moisture|traffic|overland|ground ?water|pyroclastic) $"
)


def flow_of(
    quantities: Sequence[Quantity], kinds: Sequence[str], folded: str, *, simulated: bool = False
) -> tuple[Quantity, ...]:
    """ "The Danube's flow", whatever else is measured beside it; `simulated` where a hydrological model runs, whose flow is a river's."""
    discharge = by_standard_name("water_volume_transport_in_river_channel")
    watered = simulated or "river" in kinds or ("basin" in kinds and not quantities)
    said = _FLOW.search(folded) if watered else None
    if said is None or discharge is None or _OF_SOMETHING_ELSE.before(folded, said.start()):
        return tuple(quantities)
    told = any(q.standard_name == discharge.standard_name or q.variable_id in ("mrro", "mrros") for q in quantities)
    return tuple(quantities) if told else (*quantities, as_quantity(discharge, said[0]))


def level_of(
    quantities: Sequence[Quantity], kinds: Sequence[str], folded: str, statistics: Sequence[str]
) -> tuple[Quantity, ...]:
    """ "Niveau du Rhin à Cologne": of a river or lake and nothing else, the height of its water."""
    wet = bool({"river", "lake"} & set(kinds))
    said = _LEVEL.search(folded)
    sea_named = kinds and set(kinds) <= {"lake"} and all(q.variable_id == "zos" for q in quantities)  # the Caspian
    free = not quantities or sea_named
    entry = by_standard_name("water_surface_height_above_reference_datum") if wet and said and free else None
    if entry is None or said is None or any(s.startswith("return_period") for s in statistics):
        return tuple(quantities)
    return (as_quantity(entry, said[0]),)


# "relative humidity at 700 hPa": aloft, where variables are others
_ALOFT = Pattern(r"\b\d{2,4} ?(?:hpa|mbar|mb|millibars?)\b")
_UPPER = {"tas": "ta", "hurs": "hur", "huss": "hus", "uas": "ua", "vas": "va", "sfcWind": "ua"}


def aloft(quantities: Sequence[Quantity], folded: str) -> tuple[Quantity, ...]:
    """What is measured at a level of pressure is the air's there, and not the air's near the ground."""
    if not _ALOFT.search(folded):
        return tuple(quantities)
    return tuple(
        replace(as_quantity(entry, q.name), threshold=q.threshold, span=q.span)
        if not q.indicator and (entry := by_variable(_UPPER.get(q.variable_id or "", "")))
        else q
        for q in quantities
    )


_SURFACE = Pattern(r"(?<!sub)(?<!sub )\bsurface\b")


def at_surface(quantities: Sequence[Quantity], folded: str) -> tuple[Quantity, ...]:
    """ "Salinity at the surface of the Baltic" is that of the surface, which has a variable of its own."""
    entry = by_variable("sos")
    if entry is None or not _SURFACE.search(folded) or _AT_DEPTH.search(folded):
        return tuple(quantities)
    return tuple(
        replace(as_quantity(entry, q.name), threshold=q.threshold, span=q.span) if q.variable_id == "so" else q
        for q in quantities
    )


_NIGHTS = Pattern(r"\b(?:nights?|nuits?|night-?time|nocturnes?|overnight)\b")
_DAYS_TOO = Pattern(r"\b(?:days?|daytime|jours?|journees?|diurnes?)\b")


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
_STEP = r"(?:annuel|mensuel|saisonnier|quotidien|journalier|estival|hivernal|printanier|automnal|nocturne|diurne)s?"
_EXTREME = Pattern(
    rf"\b(?:daily|nightly|night-?time|overnight|daytime|annual|yearly|monthly|seasonal|{_MONTH}) (?:mean |average )?(?P<en>min|max)(?:imum|ima|imums)?\b(?= (?:in|at|for|of|over|since)\b|\W*$|[,;:])|"
    r"\b(?P<season>min|max)im(?:um|a)s? (?:(?:moyens?|norma(?:l|ux)|quotidiens?) )?(?:(?:de l'|d')(?:ete|hiver|automne)|de printemps|estiva(?:l|ux)|hiverna(?:l|ux)|printaniers?)(?= (?:moyens? )?(?:a|en|au|aux|de|des|du|dans|sur|pour|depuis)\b|\W*$|,)|"
    rf"\b(?:la |les |des )(?P<fr>min|max)imales? (?:moyennes? |normales? |quotidiennes? |journalieres? )*(?:de |d'|en )?{_MONTH}\b|"
    rf"\b(?P<un>min|max)im(?:um|a|ums) (?:(?:moyen|normal)s? )?(?:{_STEP}|(?:de |d'|du |en )(?:l')?{_MONTH})(?: (?:moyen|normal)s?)?(?= (?:a|au|aux|en|pour|sur|dans|depuis|le)\b|\W*$|[,;:])"
)
_BOTH_WAYS = Pattern(r"\b(?:highs? and lows?|lows? and highs?)\b")


def of_extremes(quantities: Sequence[Quantity], folded: str) -> tuple[Quantity, ...]:
    """ "The January minimum", "la maximale de juillet": of nothing else, the day's lowest or highest temperature."""
    if quantities:
        return tuple(quantities)
    if both := _BOTH_WAYS.search(folded):
        return tuple(as_quantity(entry, both[0]) for name in ("tasmin", "tasmax") if (entry := by_variable(name)))
    said = _EXTREME.search(folded)
    entry = by_variable("tas" + (said["en"] or said["fr"] or said["un"] or said["season"])) if said else None
    return (as_quantity(entry, said[0].strip()),) if said and entry else ()


# "land surface temperature at night": still the ground's
_SKIN = Pattern(r"\b(?:surface temperatures?|temperatures? de (?:la )?surface|temperatures? du sol|lst)\b")
_OF_A_SURFACE = Pattern(r"\btemperatures? (?:of|at|de|a) [^.;?!,]{2,30} surface\b")


def of_ground(
    quantities: Sequence[Quantity], kinds: Sequence[str], folded: str, *, thermal: bool
) -> tuple[Quantity, ...]:
    """The "surface temperature" that a satellite sees is the ground's or the lake's, not the air's."""
    entry = by_variable("ts")
    if entry is None or not thermal:
        return tuple(quantities)
    surface = bool(_OF_A_SURFACE.search(folded))
    lake = bool(kinds) and set(kinds) <= {"lake"}  # the Aral Sea as well
    return tuple(
        replace(as_quantity(entry, q.name), threshold=q.threshold, span=q.span)
        if not q.indicator
        and (
            (q.variable_id in ("tas", "tsl") and (surface or re.search(r"surface|ground|sol\b|skin", fold(q.name))))
            or (q.variable_id == "tos" and lake)
            or (q.variable_id in ("tasmin", "tasmax") and _SKIN.search(folded))
            or (q.variable_id == "tsl" and not _AT_DEPTH.search(folded))
        )
        else q
        for q in quantities
    )


_OF_AIR = Pattern(r"\bair\b")


def _taken_up(quantities: Sequence[Quantity], kinds: Sequence[str]) -> Sequence[Quantity]:
    """ "The carbon sink of the Southern Ocean": what the sea takes up, and not the land."""
    entry = by_variable("fgco2") if kinds and set(kinds) <= {"sea", "ocean"} else None
    if entry is None:
        return quantities
    return [replace(as_quantity(entry, q.name), span=q.span) if q.variable_id == "nbp" else q for q in quantities]


def at_sea(
    quantities: Sequence[Quantity], kinds: Sequence[str], folded: str, *, of_sea: bool = False
) -> tuple[Quantity, ...]:
    """A sea that warms does so at its surface, and a sea's temperature "at the surface" is the water's; `of_sea` data hold no other."""
    quantities = _taken_up(quantities, kinds)
    entry = by_variable("thetao" if _AT_DEPTH.search(folded) else "tos")
    at_sea_only = bool(kinds) and set(kinds) <= {"sea", "ocean"}
    of_water = of_sea or bool(_OF_WATER.search(folded)) or (at_sea_only and bool(_OF_ITS_SURFACE.search(folded)))
    if entry is None or not (at_sea_only or of_water or any(q.variable_id == "tos" for q in quantities)):
        return tuple(quantities)

    def meant(quantity: Quantity) -> bool:
        plain = quantity.variable_id == "tas" and not quantity.indicator
        plain = plain and not _OF_AIR.search(fold(quantity.name))
        return plain and (at_sea_only or of_water) and (of_water or bool(CHANGE_WORD.fullmatch(fold(quantity.name))))

    def below(quantity: Quantity) -> bool:
        return entry.variable_id == "thetao" and quantity.variable_id == "tos" and "surface" not in fold(quantity.name)

    return tuple(
        replace(as_quantity(entry, q.name), variable_id=entry.variable_id, span=q.span) if meant(q) or below(q) else q
        for q in quantities
    )
