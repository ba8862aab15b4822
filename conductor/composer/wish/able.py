"""Whether the service is asked if it can forecast at all, and no forecast is wanted."""

from __future__ import annotations

from conductor.composer.reading import Reading
from connectors.vocabulary.patterns import Pattern

# "can you forecast tomorrow's weather, or only the climate?"
ABLE_TO_FORECAST = Pattern(
    r"^\W*(?:can|could|do|are) you (?:also |able to |actually |even )*(?:forecast|predict|do (?:weather )?forecasts?|make forecasts?|give forecasts?)\b|"
    r"^\W*(?:peux-tu|pouvez-vous|sais-tu|savez-vous|est-ce que (?:tu|vous) (?:peux|pouvez|sais|savez|fais|faites)|fais-tu|faites-vous) (?:aussi |meme )?(?:prevoir|predire|faire (?:des|de la|les) previsions?|des previsions?)\b"
)
# "or is it only past and far future?": the times of the other choice are not asked of
_OR_ONLY = Pattern(
    r"\bor (?:(?:is|are|do|does|can) (?:it|that|this|you|they) |it's |you )?(?:\w+ )?(?:only|just|solely|nothing but)\b|\bou (?:bien )?(?:est-ce |c'est |vous \w+ |tu \w+ |ne \w+-vous )?(?:\w+ )?(?:seulement|juste|uniquement|que)\b"
)


def asks_whether_it_forecasts(r: Reading) -> bool:
    """ "Can you forecast rain at all, or is it only past and far future?": of no place, and of no time."""
    folded = r.utterance.folded
    timed = (r.periods or r.months) and not _OR_ONLY.search(folded)
    return bool(ABLE_TO_FORECAST.match(folded)) and not (r.located or r.facets or timed)
