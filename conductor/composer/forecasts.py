"""Weather forecasts: asked for by name, by a forecast model, or by asking of tomorrow."""

from __future__ import annotations

import re

from conductor.answer import Declined
from conductor.composer.language import Language
from conductor.composer.reading import Reading
from conductor.composer.refusals import refuse

_WEATHER_MODELS = re.compile(
    r"\b(?:aurora|graphcast|pangu(?:-?weather)?|fourcastnet|fcn|earth-?2|gencast|aifs|neuralgcm|corrdiff|stormcast|"
    r"gfs|ifs|hrrr|icon-?(?:eu|d2)|arome|arpege)\b"
)
# What one asks of tomorrow's weather without naming it.
_WEATHER_WORDS = re.compile(
    r"\b(?:umbrella|raincoat|sunscreen|sunny|picnic|barbecue|what (?:should i|to) wear|hang (?:the|my) (?:laundry|washing)|parapluie|impermeable|creme solaire|"
    r"pique-nique|ensoleille|beau temps|comment m'habiller|etendre (?:le|mon) linge|rain|storm|snow|pluie|orages?|neige|weather|meteo|fog|foggy|brouillard|frost|gel|gelee|hail|grele|thunder|verglas|icy)\b"
)
_ABLE = re.compile(
    r"^\W*(?:can|could|do|are) you\b|^\W*(?:peux-tu|pouvez-vous|sais-tu|savez-vous|es-tu capable|est-ce que (?:tu|vous))\b"
)


def forecast(r: Reading, language: Language) -> Declined | None:
    """Weather of days to come, for which no source is registered; whether one can forecast at all is a question about the system."""
    if r.facets.get("experiment_id") or (r.collections and not r.cues.forecast):
        return None
    if _ABLE.match(r.utterance.folded) and not (r.located or r.targets or r.cues.soon):
        return None
    days_ahead = any(p.start and p.start > r.now.isoformat() and int(p.start[:4]) <= r.now.year + 1 for p in r.targets)
    ahead = r.cues.soon or (days_ahead and all(p.end and p.end[:4] <= str(r.now.year + 1) for p in r.targets))
    models = bool(_WEATHER_MODELS.search(r.utterance.folded)) and (r.cues.forecast or ahead)
    if (
        models
        or (r.cues.forecast and (ahead or not r.targets) and not r.cues.how_to and not r.cues.what_is)
        or (
            ahead and r.cues.soon and bool(r.quantities or r.named.implied or _WEATHER_WORDS.search(r.utterance.folded))
        )
    ):
        return refuse("no_such_data", "forecast", language, said="", nearest=("era5", "ssp245"))
    return None
