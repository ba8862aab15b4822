"""Weather forecasts: asked for by name, by a forecast model, or by asking of tomorrow."""

from __future__ import annotations

from datetime import date

from conductor.answer import Declined
from conductor.composer.reading import Reading
from conductor.composer.replies.refusals import refuse
from conductor.composer.text.language import Language
from conductor.composer.wish.able import ABLE_TO_FORECAST
from conductor.composer.wish.actions import decide
from connectors.vocabulary.patterns import Pattern
from planners.intent import Period

_WEATHER_MODELS = Pattern(
    r"\b(?:aurora|graphcast|pangu(?:-?weather)?|fourcastnet|fcn|earth-?2|gencast|aifs|neuralgcm|corrdiff|stormcast|"
    r"gfs|ifs|hrrr|icon-?(?:eu|d2)|arome|arpege)\b"
)
# What one asks of tomorrow's weather without naming it.
_WEATHER_WORDS = Pattern(
    r"\b(?:umbrella|raincoat|sunscreen|sunny|picnic|barbecue|what (?:should i|to) wear|hang (?:the|my) (?:laundry|washing)|parapluie|impermeable|creme solaire|"
    r"pique-nique|ensoleille|(?<!coucher du )(?<!lever du )soleil|sun(?!day|-)|sunshine|beau temps|faire combien|combien (?:de degres )?(?:va-t-il|fera-t-il)|fera-t-il|quel temps|temps (?:qu'il fer|prevu)|comment m'habiller|etendre (?:le|mon) linge|highs?|lows?|temperatures?|maximales?|minimales?|maxima|minima|rains?|rainy|pluvieu\w+|stormy|storms?|tempetes?|snowy?|winds?|vents?|pluies?|orages?|orageu\w+|neige|weather|meteo|fog|foggy|brouillards?|brume|mist|misty|frost|frosty|gel|gelees?|ice|glaces?|hail|grele|clear sky|clear skies|ciel (?:clair|degage)|heat|chaleur|thunder\w*|verglas|icy|pleuv\w*|pleut|pleuvra\w*|neig(?:er|era|e|eait)\w*|(?:fera|fasse|faire|fait) (?:beau|chaud|froid|gris|mauvais)|nice (?:weather|day)|rain(?:s|ing)?|snow(?:s|ing)?|uv|windy|venteux|cloudy|nuageux|hot|warm|cold|chaud|froid|clouds?|nuages?|couvert|overcast|averses?|showers?|degrees|degres|heat ?waves?|canicules?|(?:avalanche|flood|storm|heat|fire) (?:bulletins?|warnings?)|bulletins?|vigilances?|hurricanes?|ouragans?|cyclones?)\b"
)
_ABLE = Pattern(
    r"^\W*(?:can|could|do|are) you\b|^\W*(?:peux-tu|pouvez-vous|sais-tu|savez-vous|es-tu capable|est-ce que (?:tu|vous))\b"
)
_OUTLOOK = Pattern(
    r"\b(?:\w+[- ]days?|weather|weekend|week's|weekly|coming|short[- ]range|medium[- ]range) outlook\b|\boutlook for (?:the )?(?:week|coming|next|days|tomorrow)\b|\bperspectives meteo\b"
)
_WHICH_FORECASTS = Pattern(
    r"\b(?:which|what|any|quel(?:le)?s?)\b[^.?!]{0,40}\b(?:forecasts?|previsions?)\b[^.?!]{0,30}\b(?:sources?|registered|available|products?|services?|enregistree?s?|disponibles?|(?:do|have) you|avez-vous|as-tu)\b|\b(?:forecast|weather|prevision|meteo)s? (?:sources?|providers?|fournisseurs?)\b"
)
_A_DAY = Pattern(
    r"\b(?:tomorrow|tonight|demain|ce soir|this (?:weekend|afternoon|evening)|ce week-?end|apres-demain|(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b"
)

LONG = 31  # days; a time up to today that is longer than this week or this month

_HOURS_AHEAD = Pattern(
    r"\b(?:this (?:evening|afternoon)|cet apres-midi|cette nuit|(?:in|over|for|during) the next \d{1,3} ?h(?:ours?|rs?)?|(?:les|des|dans les|pour les|d'ici) (?:\d{1,3} prochaines? ?h(?:eures?)?|prochaines \d{1,3} ?h(?:eures?)?))\b"
)
# "what weather can we expect in Malaga next month"
_TO_EXPECT = Pattern(
    r"\b(?:what|which|how much|kind of|sort of) (?:\w+ ){0,2}?(?:weather|rain|snow|sun|heat|wind|temperatures?) (?:can|should|do|are|will|is|may) (?:\w+ )?(?:to be )?(?:expect\w*|get|have)\b|"
    r"\bquel(?:le)?s? (?:temps|meteo|pluie|neige|temperatures?|vent) (?:peut-on|doit-on|faut-il|pouvons-nous|est-ce qu'on peut|nous) (?:s'|nous |y )?(?:attendre|avoir|attend)\b|\b(?:outlook|perspectives meteo)\b"
)
_THIS_COMING = Pattern(
    r"\b(?:this coming|the coming|next|upcoming) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:forecasts?|previsions?)\b.{0,60}\b(?:this week|cette semaine|today|aujourd'hui)\b|\ble week-?end (?:sera|va|il)\b|\b(?:will|is) (?:the|this) weekend\b|"
    r"\b(?:is|will) (?:mon|tues|wednes|thurs|fri|satur|sun)day (?:going to )?be?\b|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) (?:va|sera|fera|s'annonce)\b"
)


def _brief(period: Period) -> bool:
    """A day or some days, as weather is asked of, not a season or a year."""
    return bool(
        period.start and period.end and (date.fromisoformat(period.end) - date.fromisoformat(period.start)).days < 10
    )


def _under_way(r: Reading) -> bool:
    """Whether no time is named but today or the week under way."""
    today = r.now.isoformat()
    return all(p.end and p.end >= today and _brief(p) for p in r.targets)


def _told(r: Reading) -> bool:
    """Whether a time that is over is asked of, beside which "we record tomorrow" is the writer's diary."""
    today = r.now.isoformat()
    dated = [(p.start, p.end) for p in r.targets if p.start and p.end and p.start < today]
    return any(end < today or (date.fromisoformat(end) - date.fromisoformat(start)).days > LONG for start, end in dated)


def forecast(r: Reading, language: Language) -> Declined | None:
    """Weather of days to come, for which no source is registered; whether one can forecast at all is a question about the system."""
    if r.facets.get("experiment_id") or (r.collections and not r.cues.forecast):
        return None
    folded = r.utterance.folded
    able = _ABLE.match(folded) and not _A_DAY.search(folded)
    if not r.located and (able or ABLE_TO_FORECAST.match(folded) or _WHICH_FORECASTS.search(folded)):
        return None
    if not (r.located or r.cues.soon or _HOURS_AHEAD.search(folded)) and decide(r).action == "explain":
        return None  # how good forecasts are
    days_ahead = any(p.start and p.start > r.now.isoformat() and int(p.start[:4]) <= r.now.year + 1 for p in r.targets)
    ahead = r.cues.soon or (days_ahead and all(p.end and p.end[:4] <= str(r.now.year + 1) for p in r.targets))
    soon = (
        r.cues.soon
        or bool(_THIS_COMING.search(folded) or _HOURS_AHEAD.search(folded))
        or (days_ahead and all(_brief(p) for p in r.targets))
    )
    ahead = ahead or soon
    models = bool(_WEATHER_MODELS.search(folded)) and (r.cues.forecast or ahead)
    if (
        models
        or (r.cues.forecast and (ahead or _under_way(r)) and not r.cues.how_to and not r.cues.what_is)
        or (ahead and soon and not _told(r) and bool(r.quantities or r.named.implied or _WEATHER_WORDS.search(folded)))
        or (days_ahead and soon and not _told(r) and bool(r.phenomena) and not (r.cues.simulate or r.cues.train_verb))
        or (bool(_OUTLOOK.search(folded)) and (ahead or not r.targets))
        or (days_ahead and ahead and bool(_TO_EXPECT.search(folded)))
    ):
        return refuse("no_such_data", "forecast", language, said="", nearest=("era5", "ssp245"))
    return None
