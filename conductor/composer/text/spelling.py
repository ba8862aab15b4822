"""Misspelt words of the field put right: one or two letters wrong, swapped, missing or doubled; real words are left alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files

from conductor.composer.text.calendar_words import fold
from connectors.vocabulary.demonyms import is_demonym
from connectors.vocabulary.phrase_index import ordinary

_WORDS = """
temperature temperatures precipitation rainfall snowfall humidity pressure radiation evapotranspiration
evaporation runoff streamflow discharge moisture salinity warming cooling warmer colder hotter wetter drier
climate weather climatology anomaly anomalies projection projections projected scenario scenarios emission
emissions historical simulation simulations simulate experiment ensemble resolution frequency variable
variables dataset datasets reanalysis observation observations observed satellite satellites imagery images
image scenes radar optical thermal sentinel landsat copernicus acquisition acquisitions reflectance vegetation
index indices deforestation forest forests wildfire wildfires burned drought droughts flood floods flooded
flooding heatwave heatwaves cyclone cyclones hurricane hurricanes typhoon earthquake landslide landslides
glacier glaciers permafrost iceberg urban cropland crops water surface extent cloud clouds cloudy cloudless
coverage change changes changed changing increase increased decrease decreased trend trends compare compared
comparison difference between average median maximum minimum monthly annual annually yearly seasonal daily
hourly decade decades century percent percentile threshold degrees celsius fahrenheit kelvin kilometers
kilometres radius within around before after during january february march april august september october
november december summer winter spring autumn monday tuesday wednesday thursday friday saturday sunday
tomorrow yesterday global world river basin watershed lake coast coastal island islands mountain mountains
ocean valley valleys desert peninsula strait north south east west northern southern eastern western country province county region please show
download available latest recent future historical hydrological model models train training detect detection
classify segmentation building buildings damage snow snowpack extreme extremes tropical nights frost growing
season length return period wind speed sunshine degree explain calculate compute workflow notebook table
radiatif radiatifs radiative radiatives superficie superficies superficiel superficiels superficielle superficielles ascending descending polarization ascendante descendante surface
temperatures precipitations pluie pluies neige humidite pression rayonnement ruissellement debit debits
salinite rechauffement climat climatique anomalie projections projete scenarios emissions historique
simulation simulations experience jeux donnees variable modele modeles satellite imagerie image images scene
scenes radar vegetation indice indices deforestation foret forets incendie incendies secheresse secheresses
inondation inondations canicule canicules cyclone ouragan seisme glissement glacier glaciers banquise
pergelisol surface etendue nuage nuages nuageux couverture changement changements augmentation augmente
diminution tendance tendances comparer compare comparaison difference moyenne moyen mediane maximum minimum
mensuel mensuelle mensuelles annuel annuelle annuelles saisonnier quotidien quotidienne journalier journaliere
horaire decennie decennies siecle pourcent centile seuil degres janvier fevrier avril juillet septembre
octobre novembre decembre hiver printemps automne demain hier monde mondial riviere fleuve bassin versant cote
cotier ile montagne montagnes peninsule archipel detroit golfe vallee plaine ocean nord ouest pays province departement dernier derniere prochain prochaine
disponible disponibles telecharger recent recente futur future hydrologique entraine detecter detection
classifier segmentation batiment batiments degats vagues chaleur jours nuits tropicales gel croissance retour
vent vitesse ensoleillement detruit detruits detruite detruites explique calcule tableau carte graphique depuis pendant entre autour moins
"""
LEXICON = tuple(sorted(set(_WORDS.split())))
_LEXICON = frozenset(LEXICON)
_MISSIONS = frozenset({"landsat", "sentinel", "copernicus"})  # names are not reached from other words as far as that
_ELIDED = frozenset(
    {"aujourd", "quelqu", "jusqu", "lorsqu", "puisqu", "presqu", "quoiqu", "prud", "norte"}
)  # what an apostrophe leaves of a word, and the north of Rio Grande do Norte
SHORTEST = 5
# Letters of an index or variable typed in the wrong order; too short for the rule above.
_ACRONYMS = {
    "nvdi": "NDVI",
    "ndiv": "NDVI",
    "dnvi": "NDVI",
    "ndvii": "NDVI",
    "nwdi": "NDWI",
    "tasmaxx": "tasmax",
    "tasmx": "tasmax",
    "tsmax": "tasmax",
    "tasmn": "tasmin",
    "tsmin": "tasmin",
}


def correction(word: str, *, known: Callable[[str], bool]) -> str:
    """The word of the field that `word` was meant to be, or `word` itself."""
    folded = fold(word)
    if folded in _ACRONYMS:
        return _ACRONYMS[folded]
    if folded in _ELIDED or len(folded) < SHORTEST or folded in _LEXICON or folded in _real_words() or word.isupper():
        return word
    if folded[-1] in "sx" and folded[:-1] in _LEXICON and folded[-2] != "s":  # a plural is no slip
        return word
    best = _nearest(folded)
    return word if best is None or known(word) or is_demonym(word) else best


def distance_allowed(length: int) -> int:
    """How many letters may be wrong in a word of this length."""
    return 1 if length < 7 else 2


@cache
def _nearest(folded: str) -> str | None:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    reach = distance_allowed(len(folded))
    near = process.extract(folded, LEXICON, scorer=OSA.distance, score_cutoff=reach, limit=3)
    alike = [(distance, text) for text, distance, _ in near if distance < 2 or text not in _MISSIONS]
    alike = [(distance, text) for distance, text in alike if text[0] == folded[0] or sorted(text) == sorted(folded)]
    if not alike or (len(alike) > 1 and alike[0][0] == alike[1][0] == 2):
        return None
    return min(alike)[1]


@cache
def _real_words() -> frozenset[str]:
    lines = (files("conductor.composer") / "real_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#")) | ordinary(None)
