"""Couples of a place and a time, links between wishes, reversed spans: how many questions a text holds, and whether it can be one."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import SAME, Meaning

OSLO, LIMA = ["NO [10, 60, 11, 60]"], ["PE [-77, -12, -77, -12]"]
Y2020, Y2010 = ["target 2020-01-01..2020-12-31"], ["target 2010-01-01..2010-12-31"]
RAIN = {"action": "describe", "quantities": ["pr"]}

MEANINGS = (
    Meaning(
        name="two places, each with its year",
        slots={"parts": 2, **RAIN, "places": OSLO, "periods": Y2020, "2:quantities": ["pr"], "2:places": LIMA, "2:periods": Y2010},
        english=("rain in Oslo in 2020 and in Lima in 2010", "rain in Oslo (2020) and Lima (2010)", "rainfall in Oslo in 2020, in Lima in 2010", "rain in Oslo in 2020; in Lima in 2010", "the rain in Oslo in 2020 and that in Lima in 2010", "rain in Oslo in 2020 as well as in Lima in 2010", "rain in 2020 in Oslo and in 2010 in Lima", "How was the rain in Oslo in 2020 and in Lima in 2010?"),
        french=("pluie à Oslo en 2020 et à Lima en 2010", "pluie à Oslo (2020) et à Lima (2010)", "la pluie à Oslo en 2020, à Lima en 2010", "pluie à Oslo en 2020 ; à Lima en 2010", "la pluie à Oslo en 2020 et celle de Lima en 2010", "la pluie d'Oslo en 2020 ainsi que celle de Lima en 2010", "pluie en 2020 à Oslo et en 2010 à Lima", "pluie à Oslo en 2020 puis à Lima en 2010"),
    ),
    Meaning(
        name="one place, two years",
        slots={"parts": 1, **RAIN, "places": OSLO, "periods": [*Y2020, *Y2010]},
        english=("rain in Oslo in 2020 and 2010", "rain in Oslo in 2020 and in 2010", "rain in 2020 and 2010 in Oslo"),
        french=("pluie à Oslo en 2020 et 2010", "pluie à Oslo en 2020 et en 2010", "pluie en 2020 et 2010 à Oslo"),
    ),
    Meaning(
        name="two places, one year",
        slots={"parts": 1, **RAIN, "places": [*OSLO, *LIMA], "periods": Y2020},
        english=("rain in Oslo and Lima in 2020", "rain in Oslo in 2020 and in Lima", "2020 rain in Oslo and in Lima"),
        french=("pluie à Oslo et Lima en 2020", "pluie à Oslo en 2020 et à Lima", "pluie 2020 à Oslo et à Lima"),
    ),
    Meaning(
        name="held against each other they are one question",
        slots={"parts": 1, "action": "compare", "compared": "places", "quantities": ["pr"], "places": [*OSLO, *LIMA]},
        english=("Compare rain in Oslo in 2020 and in Lima in 2010", "Was it wetter in Oslo in 2020 or in Lima in 2010?", "How did rain differ between Oslo in 2020 and Lima in 2010?"),
        french=("Compare la pluie à Oslo en 2020 et à Lima en 2010", "Pleuvait-il plus à Oslo en 2020 ou à Lima en 2010 ?", "A-t-il plu davantage à Oslo en 2020 qu'à Lima en 2010 ?"),
    ),
    Meaning(
        name="scenes of two places at two times",
        slots={"parts": 2, "action": "find", "2:action": "find", "places": OSLO, "2:places": LIMA, "2:collections": ["sentinel-2-l2a"]},
        english=("Sentinel-2 scenes over Oslo in May 2021 and over Lima in June 2022", "Find Sentinel-2 images of Oslo in May 2021 and of Lima in June 2022"),
        french=("scènes Sentinel-2 sur Oslo en mai 2021 et sur Lima en juin 2022", "Trouve les images Sentinel-2 d'Oslo en mai 2021 puis de Lima en juin 2022"),
    ),
    Meaning(
        name="two things, each with its place and time",
        slots={"parts": 2, "action": "detect", "phenomena": ["deforestation"], "2:action": "describe", "2:quantities": ["NDVI"]},
        english=("Deforestation in Guyana in 2021, plus NDVI of Suriname in 2021", "Deforestation in Guyana in 2021 and NDVI of Suriname in 2022", "deforestation in Guyana in 2021; NDVI of Suriname in 2020"),
        french=("Déforestation au Guyana en 2021, plus le NDVI du Suriname en 2021", "Déforestation au Guyana en 2021 et NDVI du Suriname en 2022", "déforestation au Guyana en 2021 ; NDVI du Suriname en 2020"),
    ),
    Meaning(
        name="a map beside a figure",
        slots={"parts": 2, **RAIN, "2:action": "detect", "2:phenomena": ["crop"], "2:outputs": ["map"]},
        english=("Rainfall in Gabès in 2022 and the map of olive groves there", "The rain in Gabès in 2022 and a map of the olive groves there"),
        french=("La pluie à Gabès en 2022 et la carte des oliveraies là-bas", "Pluie à Gabès en 2022 et la carte d'oliveraies là-bas"),
    ),
    Meaning(
        name="detected here, learnt there",
        slots={"parts": 2, "action": "detect", "phenomena": ["building"], "2:action": "train", "2:phenomena": ["crop"]},
        english=("Detect greenhouses around Antalya in 2023 and also train a classifier for olive groves in Jaén", "Detect greenhouses around Antalya in 2023, then train a classifier for olive groves in Jaén"),
        french=("Détecte les serres autour d'Antalya en 2023 et entraîne aussi un classifieur pour les oliveraies à Jaén", "Détecte les serres autour d'Antalya en 2023, puis entraîne un classifieur pour les oliveraies à Jaén"),
    ),
    Meaning(
        name="defined, then computed",
        slots={"parts": 2, "action": "explain", "2:action": "describe", "2:quantities": ["spi"], "2:periods": ["target 2016-01-01..2016-12-31"]},
        english=("First define the SPI; second, compute it for Lesotho in 2016", "First explain the SPI, then compute it for Lesotho in 2016"),
        french=("D'abord définis le SPI ; ensuite, calcule-le pour le Lesotho en 2016", "D'abord explique le SPI, puis calcule-le pour le Lesotho en 2016"),
    ),
    Meaning(
        name="parts by number in words",
        slots={"parts": 2, "action": "detect", "2:action": "describe", "2:quantities": ["tasmax"], "2:periods": ["target 2018-07-01..2018-07-31"]},
        english=("Part one, the burned area in Attica in July 2018; part two, the maximum temperature in Athens that month", "Part one: the burned area in Attica in July 2018; part two: the maximum temperature in Athens that month"),
        french=("Partie un, la superficie brûlée en Attique en juillet 2018 ; partie deux, la température maximale à Athènes ce mois-là", "Premièrement, la superficie brûlée en Attique en juillet 2018 ; deuxièmement, la température maximale à Athènes ce mois-là"),
    ),
    Meaning(
        name="a trend and the sense of a word",
        slots={"parts": 2, "action": "trend", "quantities": ["tas"], "2:action": "explain"},
        english=("Trend of temperature in Bratislava since 1970 and what does significance mean?",),
        french=("Tendance de la température à Bratislava depuis 1970 et que veut dire significativité ?", "Tendance de la température à Bratislava depuis 1970 et que signifie significatif ?"),
    ),
    Meaning(
        name="how far from the normal completes a figure",
        slots={"parts": 1, "action": "describe", "quantities": ["tasmin"]},
        english=("What was the minimum temperature in Padua in January 1985, and how far from the 1981-2010 normal?",),
        french=("Quelle a été la température minimale à Padoue en janvier 1985, et à combien était-elle de la normale 1981-2010 ?",),
    ),
    Meaning(
        name="a span that ends before it starts",
        slots={"declined": "contradiction"},
        english=("temperature in Oslo between 2020 and 1990", "temperature in Oslo from 2020 to 1990", "temperature in Oslo, 2020-1990", "temperature in Oslo, 2020 to 1990", "rain in Oslo from June 2020 to March 2019", "rain in Oslo between June 2020 and March 2019", "trend of rain in Oslo 2050–2020"),
        french=("température à Oslo entre 2020 et 1990", "température à Oslo de 2020 à 1990", "température à Oslo, 2020-1990", "température à Oslo, 2020 à 1990", "pluie à Oslo de juin 2020 à mars 2019", "pluie à Oslo entre juin 2020 et mars 2019", "tendance de la pluie à Oslo 2050–2020"),
    ),
    Meaning(
        name="two years, the later one first, are no span",
        slots={"declined": None},
        english=("rain in Oslo in 2020 and 1990", "images of Lima from 2020 and 1990", "images of Lima from June 2020 and March 2019", "Compare 2020 to 1990 for rain in Oslo", "difference in temperature in Oslo between 2020 and 1990", "How did the forest of Rondonia change between 2020 and 1990?", "temperature of Oslo, 2081-2100 vs 1995-2014"),
        french=("pluie à Oslo en 2020 et 1990", "images de Lima de 2020 et 1990", "images de Lima de juin 2020 et mars 2019", "Compare 2020 à 1990 pour la pluie à Oslo", "différence de température à Oslo entre 2020 et 1990", "Comment la forêt du Rondônia a-t-elle changé entre 2020 et 1990 ?", "température d'Oslo, 2081-2100 contre 1995-2014"),
    ),
    Meaning(
        name="a year gone by, and what is to come",
        slots={"action": "describe", "parts": 2, "2:action": "project", "2:periods": SAME, "2:facets.experiment_id": ["ssp585"]},
        english=("Number of hot days (>35 °C) in Kano in 2024 per ERA5, and what to expect in the 2060s, ssp585.", "Hot days (>35 °C) in Kano in 2024 per ERA5, and what awaits us in the 2060s under ssp585", "How many hot days (>35 °C) did Kano have in 2024 per ERA5, and what can be expected in the 2060s under ssp585?"),
        french=("Nombre de jours chauds (>35 °C) à Kano en 2024 selon ERA5, et à quoi s'attendre dans les années 2060, ssp585.", "Jours chauds (>35 °C) à Kano en 2024 selon ERA5, et ce qui nous attend dans les années 2060 sous ssp585", "Combien de jours chauds (>35 °C) Kano a-t-elle eus en 2024 selon ERA5, et à quoi faut-il s'attendre dans les années 2060 sous ssp585 ?"),
    ),
)  # fmt: skip
