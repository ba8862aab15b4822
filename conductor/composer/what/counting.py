"""Whether a bound counts days and what a bare bound measures: "days > 35", "how often is it above 40 degrees", "nights under −20"."""

from __future__ import annotations

import re

from conductor.composer.text.utterance import Utterance
from conductor.composer.what.thresholds import Bound
from connectors.vocabulary.patterns import Pattern

# what a day rains, and "one day" that is some time to come
_NO_DAYS = Pattern(
    r"mm ?/ ?day|(?<!en )(?<!dans )(?<!sur )(?<!d')(?<!eu )\bun jour\b(?! (?:de|sur|par|ou)\b)|(?<!in )(?<!over )\bone day\b(?! (?:of|in)\b)"
)
DAYS = Pattern(r"\b(?:days?|nights?|jours?|journees?|nuits?)\b")
_DAYS_COUNTED = Pattern(
    r"\b(?:how many|how often|number of|count of|combien(?: (?:y )?a-t-(?:il|on)(?: eu)?| y (?:avait|aura|aurait)(?:-t)?-il| il y (?:a|avait|aura)(?: eu)?)? d[e']|nombre (?:moyen |total |annuel |mensuel |maximal |exact |median )*d[e']|a combien de reprises) ?(?:[\w-]+[ -]){0,2}?(?:days?|nights?|jours?|journees?|nuits?)\b|"
    r"\b(?:day|night)[- ]counts?\b"
)
HOTTEST = 60
# whatever is above or below it, a town or the mercury
_HOW_OFTEN = Pattern(
    r"\b(?:how often|how many times|how frequently|combien de fois|a quelle frequence)\b(?! (?:more|less|as|plus|moins|aussi)\b)[^.;?!]{0,90}$"
)
# "rain above 20 mm a day will be more frequent": days of such rain
_OFTENER = Pattern(
    r"[^.;?!]{0,50}\b(?:(?:more|less|as) (?:frequent|often|common|frequently)|(?:plus|moins|aussi) (?:frequent\w*|souvent|courante?s?))\b"
)
_FREQUENCY = Pattern(r"\b(?:frequency|frequence) (?:of|with which|de|des|du|d')\b[^.;?!]{0,40}$")
_OFTEN = Pattern(
    r"\b(?:how (?:often|frequently|many times)|combien de fois|a quelle frequence|il y en a (?:eu )?combien|combien (?:y )?en a)\b"
)
_OTHER_MEASURE = Pattern(
    r"\b(?:rain\w*|wet|dry|snow\w*|wind\w*|gust\w*|humid\w*|pluies?|secs?|seche\w*|neige|vents?|rafales?|precip\w*|clouds?|nuages?|mm|hours?|heures?|spi|spei|waves?|vagues?|level|niveau)\b"
)
_DAYS_WITH = Pattern(
    r"\b(?:days?|nights?|jours?|journees?|nuits?)(?: (?:a|at|with|of|where|when|that|are|is|get|the|temperatures?|temps?|max\w*|min\w*|highs?|lows?|a|avec|ou|dont|la|le|les|un|une|de|il|fait|fera|il fera|reach|hit|goes?|exceed\w*|per year|par an|tx|tn))* ?$"
)
_NIGHTS_AFTER = Pattern(r"[ -]?nights?\b")  # "minus 30 nights"
_NO_NOUN = Pattern(
    r"\W*$|\W*(?:[,.;:?!)(]|(?:in|at|by|over|for|per|a year|each|every|under|from|between|during|since|on|around|near|with|en|a|au|aux|dans|sur|par|d'ici|vers|sous|selon|pour|entre|avec|depuis|chaque|will|does|do|did|can|could|should|ssp\w*|rcp\w*)\b)"
)
_WEATHER = Pattern(
    r"\b(?:it|il|t-il|on|thermomet\w*|mercury|mercure|hot|warm|cold|freez\w*|chaud\w*|froid\w*|fait|faisait|fera|heat\w*|canicul\w*|years?|annees?|months?|mois|hours?|heures?|ever|jamais|deja)\b"
)
_ANGLE = Pattern(
    r"\b(?:slopes?|steep\w*|pentes?|raides?|angles?|nadir|incidence|tilt\w*|inclin\w*|aspects?|latitudes?|longitudes?|(?:north|south|east|west|nord|sud|est|ouest) of|zenith\w*|grid|grille|resolution|spacing|maille)\b"
)
_DIRECTION_AFTER = Pattern(
    r" ?(?:north|south|east|west|nord|sud|est|ouest|[nsew]\b|of (?:slope|latitude|longitude)|de (?:pente|latitude|longitude|warming))"
)


def of_weather(utterance: Utterance, bound: Bound) -> bool:
    """ "Was it above 40 degrees?": degrees of heat, where no angle and no line on the globe is spoken of."""
    folded = utterance.folded
    angle = _ANGLE.search(folded) or _DIRECTION_AFTER.match(folded[bound.end :])
    return bool(_WEATHER.search(folded)) and not angle


def counted_days(folded: str) -> bool:
    """Whether the text asks how many days or nights, or how often."""
    return bool(_DAYS_COUNTED.search(folded) or _OFTEN.search(folded))


def _sentence(folded: str) -> int:
    """Where the last sentence of a text begins."""
    return max(folded.rfind(sign) for sign in ".;?!") + 1


def counts_days(utterance: Utterance, bound: Bound) -> bool:
    """Whether days, nights or times are counted that meet the bound."""
    before = utterance.folded[: bound.start]
    if _DAYS_COUNTED.search(before, _sentence(before)) or _HOW_OFTEN.search(before) or _FREQUENCY.search(before):
        return True
    if _OFTENER.match(utterance.folded, bound.end):
        return True
    if re.match(
        r".{0,90}\b(?:how many (?:such|of (?:these|those)) (?:days?|nights?)|how many (?:days?|nights?) like (?:that|this)|combien (?:\w\S* ){0,4}de (?:jours?|nuits?) (?:comme|de ce)|combien de tel(?:le)?s (?:jours?|nuits?))\b|"
        r"[^.;?!]{0,60}\b(?:(?:how many|number of|combien de|nombre de) (?:days?|nights?|jours?|nuits?))\b|(?:(?: (?:of (?:rain|snow|precipitation)|de (?:pluie|neige|precipitations)))?(?: in (?:a|one) day| en (?:un|une) jour(?:nee)?)?\W{0,3}(?:how (?:often|many times)|combien de fois|a quelle frequence)\b)",
        utterance.folded[bound.end :],
    ):
        return True
    around = utterance.folded[max(0, bound.start - 48) : bound.start] + utterance.folded[bound.end : bound.end + 12]
    return bool(DAYS.search(_NO_DAYS.sub(" ", around))) and not re.search(
        r"\b(?:hottest|coldest|this|that|last|ce|cette) (?:day|jour)", around
    )


def nights(utterance: Utterance, bound: Bound) -> bool:
    """Whether the bound is one of nights or of daily minima."""
    around = utterance.folded[max(0, bound.start - 48) : bound.end + 12]
    return bool(
        re.search(r"\b(?:nights?|nuits?|min|mini|minima|minimums?|minimal\w*|lows?|tn|tmin)\b", around)
    ) and not re.search(r"\b(?:max\w*|highs?|tmax)\b", around)


def degrees_left_out(utterance: Utterance, bound: Bound) -> bool:
    """ "Days > 35", "jours à plus de 30": a bare number that days exceed is one of degrees, where nothing else is spoken of."""
    if abs(bound.threshold.value) > HOTTEST or _OTHER_MEASURE.search(utterance.folded):
        return False
    before, after = utterance.folded[: bound.start], utterance.folded[bound.end :]
    if _NIGHTS_AFTER.match(after):
        return True
    return bool(_DAYS_WITH.search(before) or _HOW_OFTEN.search(before)) and bool(_NO_NOUN.match(after))
