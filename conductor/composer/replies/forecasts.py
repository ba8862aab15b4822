"""Weather forecasts: asked for by name, by a forecast model, or by asking of tomorrow."""

from __future__ import annotations

import re
from datetime import date

from conductor.answer import Declined
from conductor.composer.reading import Reading
from conductor.composer.replies.refusals import refuse
from conductor.composer.text.language import Language
from planners.intent import Period

_WEATHER_MODELS = re.compile(
    r"\b(?:aurora|graphcast|pangu(?:-?weather)?|fourcastnet|fcn|earth-?2|gencast|aifs|neuralgcm|corrdiff|stormcast|"
    r"gfs|ifs|hrrr|icon-?(?:eu|d2)|arome|arpege)\b"
)
# What one asks of tomorrow's weather without naming it.
_WEATHER_WORDS = re.compile(
    r"\b(?:umbrella|raincoat|sunscreen|sunny|picnic|barbecue|what (?:should i|to) wear|hang (?:the|my) (?:laundry|washing)|parapluie|impermeable|creme solaire|"
    r"pique-nique|ensoleille|beau temps|quel temps|temps (?:qu'il fer|prevu)|comment m'habiller|etendre (?:le|mon) linge|highs?|lows?|temperatures?|maximales?|minimales?|maxima|minima|rain|storm|snow|wind|vent|pluie|orages?|neige|weather|meteo|fog|foggy|brouillard|frost|gel|gelee|hail|grele|thunder\w*|verglas|icy|uv|windy|venteux|cloudy|nuageux|hot|warm|cold|chaud|froid|hurricanes?|ouragans?|cyclones?)\b"
)
_ABLE = re.compile(
    r"^\W*(?:can|could|do|are) you\b|^\W*(?:peux-tu|pouvez-vous|sais-tu|savez-vous|es-tu capable|est-ce que (?:tu|vous))\b"
)
_A_DAY = re.compile(
    r"\b(?:tomorrow|tonight|demain|ce soir|this (?:weekend|afternoon|evening)|ce week-?end|apres-demain|(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b"
)


_THIS_COMING = re.compile(
    r"\b(?:this coming|the coming|next|upcoming) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:forecasts?|previsions?)\b.{0,60}\b(?:this week|cette semaine|today|aujourd'hui)\b|\ble week-?end (?:sera|va|il)\b|\b(?:will|is) (?:the|this) weekend\b"
)


def _brief(period: Period) -> bool:
    """A day or some days, as weather is asked of, not a season or a year."""
    return bool(
        period.start and period.end and (date.fromisoformat(period.end) - date.fromisoformat(period.start)).days < 10
    )


def forecast(r: Reading, language: Language) -> Declined | None:
    """Weather of days to come, for which no source is registered; whether one can forecast at all is a question about the system."""
    if r.facets.get("experiment_id") or (r.collections and not r.cues.forecast):
        return None
    if _ABLE.match(r.utterance.folded) and not r.located and not _A_DAY.search(r.utterance.folded):
        return None
    days_ahead = any(p.start and p.start > r.now.isoformat() and int(p.start[:4]) <= r.now.year + 1 for p in r.targets)
    ahead = r.cues.soon or (days_ahead and all(p.end and p.end[:4] <= str(r.now.year + 1) for p in r.targets))
    soon = (
        r.cues.soon
        or bool(_THIS_COMING.search(r.utterance.folded))
        or (days_ahead and all(_brief(p) for p in r.targets))
    )
    ahead = ahead or soon
    models = bool(_WEATHER_MODELS.search(r.utterance.folded)) and (r.cues.forecast or ahead)
    if (
        models
        or (r.cues.forecast and (ahead or not r.targets) and not r.cues.how_to and not r.cues.what_is)
        or (ahead and soon and bool(r.quantities or r.named.implied or _WEATHER_WORDS.search(r.utterance.folded)))
    ):
        return refuse("no_such_data", "forecast", language, said="", nearest=("era5", "ssp245"))
    return None
