"""The words of refusals, in English and French."""

from __future__ import annotations

from conductor.answer import Declined
from conductor.composer.text.language import Language

_MESSAGES: dict[str, tuple[str, str]] = {
    "date": ("The date {said!r} does not exist.", "La date {said!r} n'existe pas."),
    "backwards": ("{said!r} ends before it starts.", "{said!r} finit avant de commencer."),
    "percent": ("A share lies between 0 and 100 %, not {said}.", "Une part est comprise entre 0 et 100 %, pas {said}."),
    "cloud": ("No scene can satisfy both bounds: {said}.", "Aucune scène ne satisfait les deux bornes : {said}."),
    "crossed": ("Nothing can be both: {said}.", "Rien ne peut être les deux à la fois : {said}."),
    "years": (
        "The experiment {said} covers {years}, not the years asked for.",
        "L'expérience {said} couvre {years}, pas les années demandées.",
    ),
    "index": (
        "A normalised index lies between -1 and 1, so {said} cannot be.",
        "Un indice normalisé est compris entre -1 et 1 : {said} est impossible.",
    ),
    "cold": (
        "No temperature is below absolute zero: {said}.",
        "Aucune température n'est sous le zéro absolu : {said}.",
    ),
    "negative": (
        "{said} cannot be: the quantity is never negative.",
        "{said} est impossible : la grandeur n'est jamais négative.",
    ),
    "scenario": ("There is no scenario {said}.", "Le scénario {said} n'existe pas."),
    "place": ("{said} is a place of fiction.", "{said} est un lieu de fiction."),
    "era": ("{said} does not belong to {years}.", "{said} n'appartient pas à {years}."),
    "coverage": ("{said} does not cover {years}.", "{said} ne couvre pas {years}."),
    "orbit": ("No pass is both: {said}.", "Aucun passage n'est les deux : {said}."),
    "globe": (
        "{said} lies off the globe: latitudes end at 90°, longitudes at 180°.",
        "{said} est hors du globe : les latitudes s'arrêtent à 90°, les longitudes à 180°.",
    ),
    "early": (
        "Simulations and observations begin in {said}.",
        "Les simulations et les observations commencent en {said}.",
    ),
    "unseen": (
        "No satellite took images before {said}: {years}.",
        "Aucun satellite n'a pris d'images avant {said} : {years}.",
    ),
    "fine": ("No satellite sees finer than about {said}.", "Aucun satellite ne voit plus fin qu'environ {said}."),
    "forecast": (
        "No weather forecast is registered here; observations and climate projections are.",
        "Aucune source de prévision météo n'est enregistrée ici ; des observations et des projections climatiques le sont.",
    ),
    "mission": (
        "{said} has no data then: it covers {years}.",
        "{said} n'a pas de données à ces dates : elle couvre {years}.",
    ),
    "series": ("There is no {said} among {years}.", "Il n'y a pas de {said} parmi {years}."),
    "mode": ("{said} has no {years}.", "{said} n'a pas de {years}."),
    "scope": (
        "This is about neither climate nor weather nor Earth observation.",
        "Cela ne concerne ni le climat, ni la météo, ni l'observation de la Terre.",
    ),
    "examples": (
        "How much will the world warm by 2100?|Find Sentinel-2 scenes near Berlin",
        "De combien le monde va-t-il se réchauffer d'ici 2100 ?|Trouve des scènes Sentinel-2 près de Berlin",
    ),
}


def say(code: str, language: Language, **parameters: str) -> str:
    return _MESSAGES[code][1 if language == "fr" else 0].format(**parameters)


def refuse(
    reason: str, code: str, language: Language, *, said: str, years: str = "", nearest: tuple[str, ...] = ()
) -> Declined:
    return Declined(reason=reason, message=say(code, language, said=said, years=years), nearest=nearest)
