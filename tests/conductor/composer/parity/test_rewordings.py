"""What says nothing changes nothing: a question means the same behind a greeting, before thanks, in small letters, without its accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from conductor.answer import Understanding
from conductor.composer.contract import to_dict
from tests.conductor.composer.understood import understood


def _small(text: str) -> str:
    """Without the capital that only the beginning of a sentence asks for."""
    return text[0].lower() + text[1:] if not text[1:2].isupper() else text


def _closed(text: str) -> str:
    return text if text[-1] in ".?!" else f"{text}."


def _bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


# what is put around a question, in English and in French: before it, after it, and whether a sentence ends between
_AROUND = (
    ("Hello, ", "", "Bonjour, ", ""),
    ("Dear team,\n\n", "\n\nBest regards,\nJ. Smith", "Madame, Monsieur,\n\n", "\n\nCordialement,\nJ. Durand"),
    ("I work for a ministry. ", " It is urgent.", "Je travaille pour un ministère. ", " C'est urgent."),
    ("Sorry for the bother, ", " Any help is appreciated.", "Désolé de vous déranger, ", " Toute aide est la bienvenue."),
    ("Hi there! Quick question: ", " Thank you in advance, Anna", "Salut ! Petite question : ", " Merci d'avance, Anna"),
    ("I would like to know the answer to this: ", "", "Je voudrais savoir ceci : ", ""),
    ("For my thesis, ", " Thanks! 🙏", "Pour ma thèse, ", " Merci ! 🙏"),
    ("Just curious: ", " We are a small NGO.", "Par curiosité : ", " Nous sommes une petite ONG."),
    ("As a teacher, ", " Looking forward to your answer.", "En tant que professeur, ", " Dans l'attente de votre réponse."),
    ("Please tell me: ", " Pls", "Dites-moi : ", " Svp"),
)  # fmt: skip
_REWRITTEN: Mapping[str, Callable[[str], str]] = {
    "in small letters": str.lower,
    "without accents": _bare,
    "with twice the spaces": lambda text: text.replace(" ", "  "),
    "with a printer's apostrophes": lambda text: text.replace("'", "’"),
    "without the space before its mark": lambda text: re.sub(r" (?=[?!:;])", "", text),
    "ending on three points": lambda text: text if text.endswith("?") else f"{text.rstrip('.')}...",
}
ENGLISH = (
    "Compare ERA5 and CHIRPS rainfall in Uganda for 2011-2019; also download the Landsat 8 scenes of Mount Elgon from February 2021",
    "List the Sentinel-1 scenes over Khulna from 3 to 17 July 2024. Separately, tell me the trend of annual rainfall there since 1981 in ERA5.",
    "Retrain the land-cover model with the new annotations",
    "Force Raven GR4J with ERA5 on the Douro basin for 1991-2018; output a netcdf file",
    "How fast is the Baltic Sea freezing less? ice extent trend 1980-2023",
    "area of the Quelccaya ice cap: yearly rate of loss 1989-2022 with Landsat",
    "At what pace has NDVI been declining in the Gran Chaco since 2002? Use MOD13Q1",
    "delineate lava from the Fagradalsfjall eruption, Iceland, August 2022, with Sentinel-2",
    "What does RCP4.5 mean?",
    "What is coherence in radar, and are there Sentinel-1 SLC images of Kathmandu from May 2015?",
    "Number of frost nights at the orchard, 1992-2021",
    "season by season: temperature of Bhutan, 2002-2019",
    "Does CanESM5 dry out Morocco more than MIROC6 under ssp585 for 2071-2100? I mean precipitation",
    "standard deviation of July temperature in Denmark, 1961-1990, CRU",
    "Osaka",
    "the Danube Delta",
    "Forest fires near the village",
    "How many days above 35 °C will Seville have in 2050 under SSP5-8.5?",
    "Is Dakar getting wetter?",
    "Which is warmer in July, Cairo or Athens?",
)
FRENCH = (
    "Compare les scénarios modéré (SSP245) et du pire (SSP585) pour Beira. En quoi les projections de température diffèrent-elles sur cette côte ?",
    "au large de Lomé",
    "lac Kivu",
    "Décembre à Oslo est-il de moins en moins neigeux depuis 1991 ?",
    "classe les cultures autour de Regina pour 2022 avec HLS",
    "repère la tempête sur le golfe du Bengale le 25 mai 2024 dans l'imagerie satellite",
    "réentraîne le classifieur de fumée, les annotations d'août sont téléversées",
    "Qu'est-ce qui se réchauffe le plus vite d'ici 2100 en ssp585, Delhi ou la mer d'Arabie ?",
    "Explique-moi ce qu'est le SPEI puis calcule-le pour le Luxembourg sur 1991-2020 avec ERA5-Land",
    "les images Sentinel-2 de l'été dernier à Mildura, dans l'État de Victoria",
    "Écart de NBR entre le 10 juillet et le 9 août 2022 autour de Landiras",
    "Pluies au Sahel 1951-2019 dans CRU : quelle est la tendance ?",
    "le produit RTC de Sentinel-1, il est corrigé de quoi exactement",
    "Y avait-il plus de chlorophylle... non, plus de feux actifs en Zambie qu'en Angola le 14 septembre 2024 ?",
    "Combien de nuits tropicales à Marseille en 2022 ?",
    "Pluie maximale en un jour à Kigali en 2071-2100 sous ssp370",
    "Que veut dire SSP2-4.5 ?",
    "Quelles régions se réchauffent le plus vite ?",
    "Le Vatnajökull s'amincit-il ?",
    "Débit moyen de la Loire en août, 1991-2020",
)


def _meant(said: Understanding) -> Any:
    """What was understood, without where it stood and how it was written."""
    whole = to_dict(said)
    plans = [_plain(intent) for intent in whole["intents"]]
    seen: dict[int, Any] = {}
    for plan in plans:
        seen.setdefault(plan["part"], plan)
    return {
        "parts": seen,
        "declined": (whole["declined"] or {}).get("reason"),
        "asked": (whole["clarification"] or {}).get("slot"),
    }


def _plain(value: Any) -> Any:
    """A value without spans, names as they were typed, and figures of how sure it is."""
    if isinstance(value, dict):
        typed = ("span", "period_spans", "name", "words", "probability", "confidence", "together")
        return {key: _plain(one) for key, one in value.items() if key not in typed}
    if isinstance(value, list):
        return sorted((_plain(one) for one in value), key=str)
    return value


def _reworded(text: str, *, french: bool, turn: int) -> list[str]:
    """The question in every second wrapper, so that two questions that follow each other meet them all, and rewritten in every way."""
    before, after = (2, 3) if french else (0, 1)
    ways = _AROUND[turn % 2 :: 2]
    around = [f"{way[before]}{_inside(text, way[before])}" for way in ways]
    around = [f"{_closed(one)}{way[after]}" if way[after] else one for one, way in zip(around, ways, strict=True)]
    return [one for one in (*around, *(write(text) for write in _REWRITTEN.values())) if one != text]


def _inside(text: str, before: str) -> str:
    return text if before[-1] == "\n" or before.endswith(". ") else _small(text)


_ALL = (*((text, False) for text in ENGLISH), *((text, True) for text in FRENCH))


@pytest.mark.parametrize(("turn", "text", "french"), [(turn, *one) for turn, one in enumerate(_ALL)])
def test_what_says_nothing_changes_nothing(turn: int, text: str, french: bool) -> None:
    meant = _meant(understood(text))
    assert [one for one in _reworded(text, french=french, turn=turn) if _meant(understood(one)) != meant] == []
