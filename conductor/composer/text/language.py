"""Which of the two languages a question is in: by its function words, by py3langid where those are silent."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Literal

from conductor.composer.text.calendar_words import fold
from connectors.vocabulary.patterns import Pattern

Language = Literal["en", "fr"]

_ENGLISH_WORDS = """
the of and to in on is are was were what which how when where who will would can could do does did for from
with without between under over about above below please show find give list compare than that this these
those there it its my we you your has have had be been by at not than more less much many any only instead
same what's it's i i'm let's and's plot map run export make just why should against near coast off within
until through during before after least most per year years month day days since around new using use across
into all each but if then also same last next winter summer spring autumn fall
days nights rain rainfall snow wind winds heat drought droughts flood floods flooding wildfire wildfires monthly
yearly annual daily mean average trend scenes imagery dataset datasets lake river sea ice high low hi lo blw abv avg
temp temps forest soil moisture snowfall clouds storm storms
"""
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_FRENCH_WORDS = """
le la les l un une des du de d et est sont etait etaient quel quelle quels quelles comment combien quand pour
avec sans entre sous sur dans par plus moins que qu qui ou au aux en ne pas ce cet cette ces mon ma mes je j
tu nous vous il elle y se s son sa ses ont ete sera serait va vont peux peut donne trouve montre moi liste
cherche quoi c depuis jusqu vers chez selon svp stp merci bonjour salut seulement plutot meme ajoute trace
carte fais lance calcule pourquoi au-dessus contre autour pres jours mois annee annees ans hiver printemps
jour nuits nuit pluie pluies neige vent vents chaleur secheresse inondation inondations crue crues feux incendie
moyenne moyen moy tendance donnees lac fleuve riviere mer glace fortes faibles foret humidite nuages tempete cb koi
automne depasse jour semaine meteo demain hier dmn celui celle tous toutes leur leurs fois avant apres pendant
"""
_FRENCH = frozenset(_FRENCH_WORDS.split())
_WORD = Pattern(r"[a-z]+(?:-[a-z]+)*")
_ACCENTS = Pattern(r"[àâçèêëîïôùûœ]", re.IGNORECASE)


def recognise(text: str, *, otherwise: Language = "en") -> Language:
    """Name the language; where nothing tells, that of the turns before, English where there are none."""
    words = _WORD.findall(fold(text[:4000]))
    english = sum(word in _ENGLISH for word in words)
    french = sum(word in _FRENCH for word in words) + 0.5 * len(_ACCENTS.findall(text[:4000])) + 0.25 * text.count("é")
    if english != french:
        return "en" if english > french else "fr"
    return _statistical(text) if len(words) >= 6 else otherwise


def _statistical(text: str) -> Language:
    return "fr" if _identifier().classify(text)[0] == "fr" else "en"


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(["en", "fr"])
    return identifier
