"""Lands by abbreviations and farmed belts, counties, towns by their streets; verbs and prepositions that are no place; what the ground does and how warm it is."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import SAME, Meaning

MEANINGS = (
    Meaning(
        name="the Northwest Territories, abbreviated",
        slots={"places": ["CA [-136, 60, -102, 79]"]},
        english=("Rain in NWT in 2020", "Fires in the N.W.T. in August 2023", "Rain in the Northwest Territories in 2020"),
        french=("Pluie aux T.N.-O. en 2020", "Feux dans les TNO en août 2023", "Pluie dans les Territoires du Nord-Ouest en 2020"),
    ),
    Meaning(
        name="Prince Edward Island, abbreviated",
        slots={"places": ["CA [-64, 46, -62, 47]"]},
        english=("Rain in PEI in 2021", "Rain in P.E.I. in 2021"),
        french=("Pluie à l'ÎPÉ en 2021", "Pluie à l'Île-du-Prince-Édouard en 2021"),
    ),
    Meaning(
        name="the wheat belt of the land said after it",
        slots={"places": ["AU [115, -34, 121, -29]"]},
        english=("wheat-belt dry spells in Western Australia, 1990-2020", "How do wheat-belt dry spells in Western Australia differ between ssp126 and ssp585 in 2050?", "Rain over the Wheatbelt in 2020"),
        french=("périodes sèches de la ceinture de blé d'Australie-Occidentale, 1990-2020", "Pluie sur la ceinture de blé australienne en 2020", "Pluie sur le Wheatbelt en 2020"),
    ),
    Meaning(
        name="the corn belt",
        slots={"action": "describe", "places": ["US [-104, 36, -80, 49]"]},
        english=("NDVI of the corn belt in 2020", "NDVI of the US Corn Belt in 2020"),
        french=("NDVI de la ceinture de maïs en 2020", "NDVI de la ceinture du maïs en 2020", "NDVI de la Corn Belt en 2020"),
    ),
    Meaning(
        name="the southern half of the Central Valley",
        slots={"places": ["US [-122, 35, -119, 38]"]},
        english=("Fog over the San Joaquin Valley on 12 January 2024", "NDVI of the San Joaquin Valley in 2021"),
        french=("Brouillard sur la vallée de San Joaquin le 12 janvier 2024", "NDVI de la vallée du San Joaquin en 2021"),
    ),
    Meaning(
        name="a county that bears a city's name",
        slots={"places": ["CA [-81, 43, -81, 44]"]},
        english=("Rain in Perth County in 2020", "We design culverts in Perth County: the 50-year one-day rainfall", "How wet was the County of Perth in 2020?"),
        french=("Pluie dans le comté de Perth en 2020", "Nous dimensionnons des ponceaux dans le comté de Perth : la pluie d'un jour de récurrence 50 ans", "Le comté de Perth a-t-il été humide en 2020 ?"),
    ),
    Meaning(
        name="a district around a town",
        slots={"places": SAME},
        english=("NDVI of Puri district in 2021",),
        french=("NDVI du district de Puri en 2021",),
    ),
    Meaning(
        name="a town told by its streets",
        slots={"places": ["CA [-124, 48, -123, 49]"]},
        english=("Flooded streets in Victoria on 15 November 2021", "Flooding around the streets of Victoria on 15 November 2021"),
        french=("Rues inondées à Victoria le 15 novembre 2021", "Inondations dans les rues de Victoria le 15 novembre 2021"),
    ),
    Meaning(
        name="what one does on snow or waves is no town",
        slots={"places": ["JP [138, 37, 138, 37]"]},
        english=("Enough snow to ski in Hakuba in 2050, ssp585?", "Will there still be snow for skiing in Hakuba in 2050, ssp585?"),
        french=("Assez de neige pour skier à Hakuba en 2050, ssp585 ?", "Y aura-t-il encore de la neige pour skier à Hakuba en 2050, ssp585 ?", "Pourra-t-on encore skier à Hakuba en 2050, ssp585 ?"),
    ),
    Meaning(
        name="a basin that is not named",
        slots={"places": [], "clarification": "places"},
        english=("Rain for the basin under ssp245 in the 2050s", "Project it for the basin under ssp245, 2050s."),
        french=("Pluie pour le bassin sous ssp245 dans les années 2050", "Projette-le pour le bassin sous ssp245, années 2050."),
    ),
    Meaning(
        name="the warmth of the ground",
        slots={"quantities": ["tsl"]},
        english=("Permafrost ground temperature around Yakutsk, 2061-2080, ssp370", "Ground temperature near Tuktoyaktuk 2015-2034", "Soil temperature at Whitehorse in 2020"),
        french=("Température du sol du pergélisol autour de Iakoutsk, 2061-2080, ssp370", "Température du sol près de Tuktoyaktuk 2015-2034", "Température du sol à Whitehorse en 2020"),
    ),
    Meaning(
        name="the warmth of the ground as a satellite feels it",
        slots={"quantities": ["ts"]},
        english=("MODIS land surface temperature at night for Kuwait, July 2021", "Night-time land surface temperature of Riyadh, MODIS, 2022", "Landsat ground temperature of Phoenix, July 2023"),
        french=("Température de surface MODIS de nuit pour le Koweït, juillet 2021", "Température de surface nocturne de Riyad, MODIS, 2022", "Température du sol Landsat de Phoenix, juillet 2023"),
    ),
    Meaning(
        name="from day to night",
        frames=("{} in Tamanrasset for July 2020", "{} à Tamanrasset pour juillet 2020"),
        slots={"quantities": ["dtr"]},
        english=("the diurnal range of temperature", "the daily range of temperature", "the day-to-night range of temperatures", "the diurnal temperature range"),
        french=("l'amplitude diurne de la température", "l'amplitude journalière de la température", "l'écart diurne de température", "l'amplitude thermique diurne"),
    ),
    Meaning(
        name="degree days under a bound",
        slots={"quantities": SAME},
        english=("Degree days below 18 °C in Montpellier in 2020", "How many degree days under 18 °C were there in Montpellier in 2020?", "Degree-days below 18 °C in Montpellier in 2020"),
        french=("Degrés-jours sous 18 °C à Montpellier en 2020", "Combien de degrés-jours en dessous de 18 °C y a-t-il eu à Montpellier en 2020 ?", "Degrés-jours sous 18 °C, Montpellier, 2020"),
    ),
    Meaning(
        name="ground that moves is no soil and no air",
        slots={"quantities": [], "phenomena": []},
        english=("Ground displacement at Noto between 24 December 2023 and 5 January 2024, Sentinel-1 SLC", "Ground displacement in Venice in 2023, Sentinel-1", "Land subsidence in Jakarta, 2018-2022, Sentinel-1"),
        french=("Déplacement du sol à Noto entre le 24 décembre 2023 et le 5 janvier 2024, Sentinel-1 SLC", "Mouvement du sol à Venise en 2023, Sentinel-1", "Affaissement du sol à Jakarta, 2018-2022, Sentinel-1"),
    ),
)  # fmt: skip
