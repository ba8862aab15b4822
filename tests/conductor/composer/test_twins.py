"""A question and its translation mean one plan: our own paraphrases, family by family, in both languages."""

from __future__ import annotations

import json
from typing import Any

import pytest

from conductor.composer.contract import to_dict
from conductor.composer.grammar import understand
from conductor.question import Question, Turn
from tests.evals.figures import TWIN_SLOTS

NOW = "2026-06-15T12:00:00Z"
TURNS = " || "  # between the turns of a dialogue

# what it has in common · action · English · French
PAIRS = (
    ("how they differ, last", "compare", "Tell me what ssp126 and ssp370 each say for the rain of Togo in 2070, and how they differ", "Dis-moi ce que donnent ssp126 et ssp370 pour la pluie du Togo en 2070, et en quoi ils diffèrent"),
    ("two levels", "compare", "at 2 °C and at 4 °C of warming, how do the heat waves of Crete differ?", "à 2 °C et à 4 °C de réchauffement, en quoi les canicules en Crète diffèrent-elles ?"),
    ("worded degrees", "project", "three-degree world: wettest day of the year in Laos", "monde à trois degrés : le jour le plus pluvieux de l'année au Laos"),
    ("a rate in French", "trend", "Columbia Glacier front, 1995 to 2020, rate of retreat", "front du glacier Columbia, de 1995 à 2020, taux de recul"),
    ("have you", "find", "do u have ssp370 tasmax for Peru daily cmip6", "t'as du ssp370 tasmax pour le Pérou, pas de temps journalier, cmip6 ?"),
    ("unlabelled", "train", "Which of our unlabelled tiles should be annotated next for mangrove mapping in Gabon?", "Quelles tuiles non étiquetées faut-il annoter ensuite pour cartographier la mangrove au Gabon ?"),
    ("purpose, no map", "train", "Fine-tune Prithvi for flood mapping in Mozambique", "Affine Prithvi pour cartographier les inondations au Mozambique"),
    ("thanks for doing", "find", "Our co-op owns land. Please list the Sentinel-2 scenes over Quito from 3 to 9 May 2024.", "Notre coopérative possède des terres. Merci de lister les scènes Sentinel-2 sur Quito du 3 au 9 mai 2024."),
    ("typhoons that passed", "detect", "Which typhoons passed near Taiwan in 2023?", "Quels typhons sont passés près de Taïwan en 2023 ?"),
    ("degrees without a sign", "describe", "Temperature at 61.5 N 23.8 E since 1979", "Température à 61,5 N 23,8 E depuis 1979"),
    ("in haste, short years", "detect", "floods in hanoi 3-9 sept 24 s1", "inondations a hanoi 3-9 sept 24 s1"),
    ("in haste, no apostrophe", "project", "hi change of rain in lome by 2050 ssp370 thx", "slt chgmt de pluie a lome dici 2050 ssp370 mci"),
    ("month against month", "compare", "NO2 over Lima, July versus September 2023", "NO2 sur Lima, juillet contre septembre 2023"),
    ("seven days", "find", "SAR images of the White Sea from the past seven days", "images SAR de la mer Blanche des sept derniers jours"),
    ("seen before asking", "find", "I teach and the sky over Cairo was yellow on 15 March 2021. Is there a MODIS picture of the dust?", "J'enseigne et le ciel du Caire était jaune le 15 mars 2021. Y a-t-il une image MODIS de la poussière ?"),
    ("slowing", "trend", "Is erosion slowing in Togo since 2000?", "L'érosion ralentit-elle au Togo depuis 2000 ?"),
    ("going on", "trend", "Is the Aral Sea still shrinking since 1990?", "La mer d'Aral continue-t-elle de rétrécir depuis 1990 ?"),
    ("how it evolves", "trend", "Show how the sea ice of Baffin Bay has been changing since 1990", "Montre comment la banquise de la baie de Baffin évolue depuis 1990"),
    ("loss measured", "detect", "How much of Borneo's forest has gone since 2005?", "Combien de forêt a disparu à Bornéo depuis 2005 ?"),
    ("what changed", "change", "What has changed around Mariupol between February and May 2022?", "Qu'est-ce qui a changé autour de Marioupol entre février et mai 2022 ?"),
    ("shrinkage", "change", "Shrinkage of Lake Urmia 1995-2015", "Rétrécissement du lac d'Ourmia 1995-2015"),
    ("with themselves", "compare", "Put ERA5 and MERRA-2 side by side for rain in Benin", "Mettre en regard ERA5 et MERRA-2 pour la pluie au Bénin"),
    ("how they differ", "compare", "How do ssp126 and ssp585 differ for the temperature of Jakarta in 2090?", "En quoi ssp126 et ssp585 diffèrent-ils pour la température de Jakarta en 2090 ?"),
    ("own baseline", "project", "How much warmer will Riga be in 2071-2100 vs 1981-2010 under ssp370?", "De combien Riga sera-t-elle plus chaude en 2071-2100 que sur 1981-2010 en ssp370 ?"),
    ("two emissions", "compare", "Low versus high emissions: temperature of Fiji, 2081-2100", "Émissions faibles ou fortes : température des Fidji, 2081-2100, compare"),
    ("as usual", "project", "Rain in Gabon in 2070, business as usual", "Pluie au Gabon en 2070, scénario au fil de l'eau"),
    ("Paris kept", "project", "Rain in Gabon in 2070 if we respect the Paris agreement", "Pluie au Gabon en 2070 si l'on respecte l'accord de Paris"),
    ("oldest", "find", "oldest Landsat picture you have of Petra", "la plus vieille image Landsat de Pétra que tu aies"),
    ("latest", "find", "latest Sentinel-2 over Quito", "la dernière Sentinel-2 sur Quito"),
    ("finer than", "find", "PlanetScope images of Accra, finer than 5 m, 2024", "images PlanetScope d'Accra, plus fines que 5 m, 2024"),
    ("elements", "find", "Sentinel-2 of Cusco, May 2024, 30 % cloud at most, no more than 15 items", "Sentinel-2 de Cusco, mai 2024, 30 % de nuages au plus, pas plus de 15 éléments"),
    ("to label", "train", "Which samples should I label next?", "Quels échantillons dois-je étiqueter ensuite ?"),
    ("labels picked", "train", "select the 30 most uncertain tiles so that our students can annotate them", "sélectionne les 30 tuiles les plus incertaines pour que nos étudiants les annotent"),
    ("model run", "detect", "Run YOLO on the Sentinel-2 image of Odesa, 3 May 2024, for ships", "Passe YOLO sur l'image Sentinel-2 d'Odessa du 3 mai 2024 pour les navires"),
    ("dam that broke", "find", "Sentinel-1 images of Derna after the dam collapse, 12 to 20 September 2023", "images Sentinel-1 de Derna après la rupture des barrages, 12 au 20 septembre 2023"),
    ("return level", "describe", "the 50-year one-day rainfall at Cotonou from ERA5, 1950-2020", "la pluie d'un jour cinquantennale à Cotonou d'après ERA5, 1950-2020"),
    ("once in years", "describe", "What wind does Dakar get once in 50 years? ERA5, 1980-2020", "Quel vent Dakar reçoit-elle une fois en 50 années ? ERA5, 1980-2020"),
    ("percentiles", "project", "10th to 90th percentile of tas in Laos in 2080, ssp245", "10e au 90e centile de tas au Laos en 2080, ssp245"),
    ("strongest", "describe", "strongest daily wind in Cork in January 2024, ERA5", "plus fort vent quotidien à Cork en janvier 2024, ERA5"),
    ("pas mensuel", "describe", "ERA5-Land soil moisture of Mali, monthly, 2001-2020", "humidité du sol d'ERA5-Land au Mali, au pas mensuel, 2001-2020"),
    ("median scenario", "project", "rain of Haiti in the 2040s, middle-of-the-road scenario", "pluie d'Haïti dans les années 2040, scénario médian"),
    ("worded decade", "describe", "Rain in Niger in the sixties", "Pluie au Niger dans les années soixante"),
    ("worded century", "describe", "Mean temperature of Fiji in the twentieth century", "Température moyenne des Fidji au vingtième siècle"),
    ("last decade", "project", "Rain in Oman in the last decade of the century, ssp585", "Pluie à Oman durant la dernière décennie du siècle, ssp585"),
    ("austral summer", "describe", "Rain in Chile in the austral summer of 2020-21", "Pluie au Chili durant l'été austral 2020-21"),
    ("end of month", "detect", "Floods in Sindh, end of August 2022", "Inondations au Sindh, fin août 2022"),
    ("since the start", "find", "Sentinel-1 passes over Malta since the start of 2025", "passages Sentinel-1 sur Malte depuis le début de 2025"),
    ("since a weekday", "describe", "Rain in Porto since last Monday", "Pluie à Porto depuis lundi dernier"),
    ("horizon", "project", "Temperature of Cork on the 2050 horizon, ssp245", "Température de Cork à l'horizon 2050, ssp245"),
    ("face à", "compare", "NO2 over Milan in April 2020 against April 2019", "Le NO2 sur Milan en avril 2020 face à avril 2019"),
    ("his, no season", "detect", "How much of its open water does Lake Poopó hold? Landsat, August 2024", "Quelle part de son eau libre le lac Poopó garde-t-il ? Landsat, août 2024"),
    ("December", "describe", "Rain in Oslo, Dec-Feb, 1990-2020", "Pluie à Oslo, déc-févr, 1990-2020"),
    ("in haste", "describe", "wats the rain in cork last mth", "c koi la pluie a cork le mois dernier"),
    ("plus by a sign", "describe", "hottest day in seville last year", "le jour le + chaud a seville l'an dernier"),
    ("by an adjective", "detect", "Swiss glaciers in 2020", "glaciers suisses en 2020"),
    ("coast by adjective", "find", "Sentinel-2 of the Chilean coast, May 2024", "Sentinel-2 de la côte chilienne, mai 2024"),
    ("other worlds", None, "Rain at the Moon's south pole", "Pluie au pôle Sud de la Lune"),
    ("errands", None, "Book a flight to Nairobi", "Réserve un vol pour Nairobi"),
    ("another minimum", "describe", "Mean winter temperature in Harbin, 2001-2020 || now the coldest night", "Température moyenne d'hiver à Harbin, 2001-2020 || maintenant la nuit la plus froide"),
    ("left out", "find", "Landsat scenes of Mount Kenya in 2020 || you forgot 2021", "Scènes Landsat du mont Kenya en 2020 || tu as oublié 2021"),
    ("the best alone", "find", "Sentinel-2 over Lima, May 2025 || just the best one", "Sentinel-2 sur Lima, mai 2025 || juste la meilleure"),
    ("taken away", "describe", "NDVI at Niamey in September 2023 || minus that of September 2022", "NDVI à Niamey en septembre 2023 || moins celui de septembre 2022"),
    ("fewer clouds", "find", "Sentinel-2 of Mahajanga, May 2024 || fewer clouds please", "Sentinel-2 de Mahajanga, mai 2024 || moins de nuages svp"),
    ("at least a maximum", "describe", "How many days had a maximum of 33 °C or more in Lyon in 2022?", "Combien de jours ont eu un maximum de 33 °C ou plus à Lyon en 2022 ?"),
    ("at most a minimum", "describe", "How many days had a minimum of -12 °C or less in Oslo in 2021?", "Combien de jours ont eu un minimum de -12 °C ou moins à Oslo en 2021 ?"),
    ("weekday that was", "describe", "Highest wind in Brest on Friday 18 February 2022", "Vent le plus fort à Brest le vendredi 18 février 2022"),
    ("weekend to come", None, "What will the weather be in Dakar this weekend?", "Dakar ce week-end, il fera quel temps ?"),
    ("by decades", "describe", "Length of the growing season in Alberta, decade by decade since 1960", "Durée de la saison de croissance en Alberta, décennie par décennie depuis 1960"),
    ("clearest", "find", "The five cloud-freest Sentinel-2 scenes of Accra in 2024", "Les cinq scènes Sentinel-2 les moins nuageuses d'Accra en 2024"),
    ("plain lakes", "detect", "Ice on lakes within 100 km of Kiruna, 20 May 2024", "Glace sur les lacs à moins de 100 km de Kiruna, le 20 mai 2024"),
    ("taken from images", "detect", "Extract the buildings from the Pleiades images of Beirut, 6 August 2020", "Extrais les bâtiments des images Pléiades de Beyrouth, 6 août 2020"),
    ("or not", "trend", "NDVI of Niger in August, 2001 through 2023, rising or not?", "NDVI du Niger en août, de 2001 à 2023, ça monte ou pas ?"),
    ("turbines", "describe", "Mean wind at a wind farm near Aberdeen in 2021", "Vent moyen dans un parc éolien près d'Aberdeen en 2021"),
    ("hinted at", "describe", "Rainfall totals of Beira in March 2019. My colleague suggested CHIRPS, so let us use that.", "Cumuls de pluie à Beira en mars 2019. Ma collègue a suggéré CHIRPS, alors prenons ça."),
    ("which maps better", "compare", "Between Sentinel-1 and Landsat, which maps the floods of Sylhet better? June 2022", "Entre Sentinel-1 et Landsat, lequel cartographie mieux les inondations de Sylhet ? Juin 2022"),
    ("some years until now", "detect", "Drought in Kenya since 3 years", "Sécheresse au Kenya depuis 3 ans"),
    ("clouds lowered", "find", "Landsat over Lomé, March 2024 || lower the cloud limit to 15 %", "Landsat sur Lomé, mars 2024 || descends la limite de nuages à 15 %"),
    ("figure of before", "describe", "NDVI of Kayes, 12 September 2024 || what's the average", "NDVI de Kayes, 12 septembre 2024 || c'est quoi la moyenne"),
    ("pointed at", "describe", "What's the rainfall there?", "Quelle est la pluie là-bas ?"),
    ("ends with compared", "compare", "R20mm at Lomé, 1981-2000 and 2004-2023 compared", "R20mm à Lomé, 1981-2000 et 2004-2023 comparés"),
    ("trade winds", "describe", "Strongest easterlies at Lima in 2020", "Alizés les plus forts à Lima en 2020"),
    ("fire weather", "project", "Fire weather in Corsica in 2050, ssp370", "Météo d'incendie en Corse en 2050, ssp370"),
    ("related to", "project", "Rain in Chad, 2041-2070 wrt 1981-2010, ssp245", "Pluie au Tchad, 2041-2070 rapportée à 1981-2010, ssp245"),
    ("part of the year", "describe", "Share of the annual rain that falls in July in Dakar, 1991-2020", "Part de la pluie annuelle qui tombe en juillet à Dakar, 1991-2020"),
    ("a river's flow", "describe", "Rain at Ségou and the flow of the Niger at Mopti in 2010", "Pluie à Ségou et débit du Niger à Mopti en 2010"),
    ("gets greener", "trend", "Does Mongolia get greener since 1990?", "La Mongolie reverdit-elle depuis 1990 ?"),
    ("provinces of a land", "describe", "Rain of every Spanish province in 2020", "Pluie de chaque province d'Espagne en 2020"),
    ("which of two", "compare", "Rain in Lagos in 2020 || and in Accra || which was wetter?", "Pluie à Lagos en 2020 || et à Accra || laquelle était la plus arrosée ?"),
    ("run on", "simulate", "Simulate the Harricana with HMETS, 1980-2010 || run it to 2020", "Simule l'Harricana avec HMETS, 1980-2010 || prolonge jusqu'en 2020"),
    ("too cloudy", "find", "Sentinel-2 scenes of Kigali, June 2024 || too cloudy, take the radar", "Scènes Sentinel-2 de Kigali, juin 2024 || trop nuageux, prends le radar"),
    ("milder scenario", "project", "Temperature of Zagreb, ssp370, 2041-2060 || a milder scenario: ssp126", "Température de Zagreb, ssp370, 2041-2060 || un scénario plus doux : ssp126"),
    ("classes explained", "detect", "Land cover of Rwanda, 2021, WorldCover || explain the classes to me", "Occupation du sol du Rwanda, 2021, WorldCover || explique-moi les classes"),
)  # fmt: skip


@pytest.mark.parametrize(("action", "english", "french"), [pair[1:] for pair in PAIRS], ids=[pair[0] for pair in PAIRS])
def test_a_translation_means_the_same_plan(action: str | None, english: str, french: str) -> None:
    ours, theirs = _understood(english), _understood(french)
    assert _plan(ours) == _plan(theirs)
    assert _action(ours) == action


def _understood(text: str) -> dict[str, Any]:
    history: list[Turn] = []
    *earlier, last = text.split(TURNS)
    for turn in earlier:
        asked = Question(text=turn, asked_at=NOW, history=tuple(history))
        history.append(Turn(question=turn, intents=understand(asked).intents))
    return to_dict(understand(Question(text=last, asked_at=NOW, history=tuple(history))))


def _plan(understood: dict[str, Any]) -> str:
    intent = (understood["intents"] or [{}])[0]
    core = {slot: intent.get(slot) for slot in TWIN_SLOTS}
    core["asked"] = (understood["clarification"] or {}).get("slot")
    core["declined"] = (understood["declined"] or {}).get("reason")
    return json.dumps(core, sort_keys=True)


def _action(understood: dict[str, Any]) -> str | None:
    return understood["intents"][0]["action"] if understood["intents"] else None
