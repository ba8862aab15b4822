"""Bounds that are passed: how often, by whom and in which voice, and what is measured where only the unit tells it."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import Meaning

MEANINGS = (
    Meaning(
        name="how often a bound is passed counts the days",
        slots={"action": "describe", "quantities": ("tx_days_above>35degC",), "statistics": (), "clarification": None},
        frames=("{}, 1991-2020?", "{}, 1991-2020 ?"),
        english=(
            "How often was 35 °C exceeded in Rome",
            "How often is the 35 °C mark exceeded in Rome",
            "How often does Rome go above 35 °C",
            "How many times did Rome pass the 35 °C mark",
            "How frequently does Rome top 35 °C",
            "How many times was the 35 °C threshold crossed in Rome",
        ),
        french=(
            "À quelle fréquence dépasse-t-on 35 °C à Rome",
            "À quelle fréquence le seuil de 35 °C est-il franchi à Rome",
            "À quelle fréquence Rome dépasse-t-elle 35 °C",
            "Combien de fois a-t-on dépassé 35 °C à Rome",
            "Combien de fois Rome a-t-elle passé la barre des 35 °C",
        ),
    ),
    Meaning(
        name="how often days are wet or windy",
        slots={"quantities": ("windy_days>80km/h",), "statistics": ()},
        english=(
            "How often do winds exceed 80 km/h in Brest, 2000-2020?",
            "How often does the wind pass 80 km/h in Brest, 2000-2020?",
        ),
        french=(
            "À quelle fréquence les vents dépassent-ils 80 km/h à Brest, 2000-2020 ?",
            "Combien de fois le vent dépasse-t-il 80 km/h à Brest, 2000-2020 ?",
        ),
    ),
    Meaning(
        name="a bound passed once",
        slots={"quantities": ("tas>40degC",), "clarification": None},
        english=(
            "When was 40 °C last exceeded in London?",
            "Was 40 °C ever exceeded in London?",
            "Has the 40 °C mark been passed in London?",
        ),
        french=(
            "Quand 40 °C a-t-il été dépassé à Londres pour la dernière fois ?",
            "Le seuil de 40 °C a-t-il été franchi à Londres ?",
        ),
    ),
    Meaning(
        name="some day is no count of days",
        slots={"quantities": ("tas>50degC",)},
        english=(
            "Will 50 °C ever be exceeded in Kuwait by 2100, ssp585?",
            "Will Kuwait one day exceed 50 °C by 2100, ssp585?",
        ),
        french=(
            "Les 50 °C seront-ils un jour dépassés au Koweït d'ici 2100, ssp585 ?",
            "Le Koweït dépassera-t-il un jour 50 °C d'ici 2100, ssp585 ?",
        ),
    ),
    Meaning(
        name="cubic metres a second are a river's, and no year",
        slots={
            "quantities": ("water_volume_transport_in_river_channel>1500m3/s",),
            "periods": ("target 1991-01-01..2020-12-31",),
            "clarification": None,
        },
        english=("How often did the Seine exceed 1500 m3/s, 1991-2020?", "Was the Seine above 1500 m3/s in 1991-2020?"),
        french=(
            "À quelle fréquence la Seine a-t-elle dépassé 1500 m3/s, 1991-2020 ?",
            "La Seine était-elle au-dessus de 1500 m3/s en 1991-2020 ?",
        ),
    ),
    Meaning(
        name="an average year of some years",
        slots={"aggregation": "climatology", "statistics": ("mean",), "quantities": ("tas",)},
        english=(
            "temperature in Oslo in an average year of 1991-2020",
            "temperature in Oslo, average year of 1991-2020",
            "mean temperature in Oslo in a normal year of 1991-2020",
        ),
        french=(
            "température à Oslo, année moyenne 1991-2020",
            "température à Oslo en année moyenne 1991-2020",
            "température moyenne à Oslo en année normale 1991-2020",
        ),
    ),
    Meaning(
        name="a lake or river that is lower or has dropped",
        slots={"quantities": ("water_surface_height_above_reference_datum",), "clarification": None},
        english=(
            "Was the Serre-Ponçon reservoir lower on 20 August 2022 than on 20 August 2021?",
            "Was the Rhine lower in August 2022 than in August 2018?",
            "Has Lake Mead dropped since 2000?",
            "How far did the Rhine fall in summer 2022?",
            "By how much did Lake Mead fall in 2022?",
            "Was the Kariba dam fuller in 2021 than in 2019?",
        ),
        french=(
            "Le lac de barrage de Serre-Ponçon était-il plus bas le 20 août 2022 que le 20 août 2021 ?",
            "Le Rhin était-il plus bas en août 2022 qu'en août 2018 ?",
            "Le lac Mead a-t-il baissé depuis 2000 ?",
            "De combien le Rhin a-t-il baissé à l'été 2022 ?",
            "Le barrage de Kariba était-il plus rempli en 2021 qu'en 2019 ?",
        ),
    ),
    Meaning(
        name="the flow that a model is given",
        slots={"action": "simulate", "quantities": ("water_volume_transport_in_river_channel",)},
        english=(
            "launch TELEMAC-2D on the Gironde estuary with the flow of December 1999",
            "run HEC-RAS on the Var with the flow of October 2020",
            "simulate the Gironde estuary with TELEMAC and the flows of winter 2021",
        ),
        french=(
            "lance TELEMAC-2D sur l'estuaire de la Gironde avec le débit de décembre 1999",
            "lance HEC-RAS sur le Var avec le débit d'octobre 2020",
            "simule l'estuaire de la Gironde avec TELEMAC et les débits de l'hiver 2021",
        ),
    ),
    Meaning(
        name="words that name no measure are asked about",
        slots={"quantities": (), "clarification": "quantities"},
        english=(
            "Trend of the parameter over Lake Victoria since 1990",
            "How has this quantity changed in Peru since 1990?",
            "trend of that measure in Kenya, 1990-2020",
        ),
        french=(
            "Tendance du paramètre sur le lac Victoria depuis 1990",
            "Comment cette grandeur a-t-elle changé au Pérou depuis 1990 ?",
            "tendance de cette mesure au Kenya, 1990-2020",
        ),
    ),
    Meaning(
        name="a record of the least",
        slots={"quantities": ("tasmin",), "statistics": ("min",)},
        english=(
            "min temp record by month at Oslo since 1980",
            "record minimum temperature in Oslo since 1980",
            "minimum temperature record in Oslo since 1980",
        ),
        french=(
            "record de temp min par mois à Oslo depuis 1980",
            "record de température minimale à Oslo depuis 1980",
            "record de température minimum à Oslo depuis 1980",
        ),
    ),
    Meaning(
        name="how likely or usual a value is",
        slots={"action": "describe", "declined": None, "quantities": ("tas>40degC",)},
        english=(
            "How likely is 40 °C in Warsaw?",
            "What are the chances of getting 40 °C in Warsaw?",
            "Is 40 °C unusual in Warsaw?",
            "How rare is 40 °C in Warsaw?",
        ),
        french=(
            "Quelle est la probabilité de 40 °C à Varsovie ?",
            "Quelle est la probabilité d'avoir 40 °C à Varsovie ?",
            "40 °C est-il inhabituel à Varsovie ?",
            "40 °C, est-ce rare à Varsovie ?",
        ),
    ),
    Meaning(
        name="so much rain in a day, how often",
        slots={"quantities": ("wetdays>=25mm/day",), "statistics": ()},
        english=(
            "at least 25 mm of rain in a day, how often in Miami 1991-2020",
            "how often at least 25 mm of rain in a day in Miami 1991-2020",
            "how often are there at least 25 mm in a day in Miami 1991-2020",
        ),
        french=(
            "au moins 25 mm de pluie en un jour, combien de fois à Miami 1991-2020",
            "combien de fois au moins 25 mm de pluie en un jour à Miami 1991-2020",
            "combien de fois y a-t-il au moins 25 mm en un jour à Miami 1991-2020",
        ),
    ),
)
