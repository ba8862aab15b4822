"""Times that are held against each other or only told: the reference of a coming change, a time of both, the day of a scene, what a work is about."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import SAME, Meaning

MEANINGS = (
    Meaning(
        name="whether it rains more", slots={"action": "project", "periods": ["target 2050-01-01..2050-12-31", "reference 1995-01-01..2014-12-31"]},
        english=("Will it rain more in Belfast in 2050, ssp585?", "will it rain more in belfast 2050 ssp585 yes or no", "Will Belfast get more rain in 2050, ssp585?"),
        french=("Pleuvra-t-il plus à Belfast en 2050, ssp585 ?", "pleuvra t il plus a belfast en 2050 ssp585 oui ou non", "Pleuvra-t-il davantage à Belfast en 2050, ssp585 ?", "Va-t-il pleuvoir plus à Belfast en 2050, ssp585 ?", "Il pleuvra plus à Belfast en 2050, ssp585 ?", "Y aura-t-il plus de pluie à Belfast en 2050, ssp585 ?"),
    ),
    Meaning(
        name="whether it rains", slots={"action": "project", "periods": ["target 2050-01-01..2050-12-31"]},
        english=("Will it rain in Belfast in 2050, ssp585?", "Will it rain more than 10 mm a day in Belfast in 2050, ssp585?"),
        french=("Pleuvra-t-il à Belfast en 2050, ssp585 ?", "Pleuvra-t-il plus de 10 mm par jour à Belfast en 2050, ssp585 ?"),
    ),
    Meaning(
        name="what will be lost", slots={"action": "project", "periods": ["target 2071-01-01..2100-12-31", "reference 1995-01-01..2014-12-31"]},
        english=("Will the Yukon lose its frost days? 2071-2100, ssp585", "Is the Yukon going to lose its frost days? 2071-2100, ssp585", "Will the Alps gain hot days in 2071-2100, ssp585?"),
        french=("Le Yukon va-t-il perdre ses jours de gel ? 2071-2100, ssp585", "Le Yukon perdra-t-il ses jours de gel ? 2071-2100, ssp585", "Est-ce que le Yukon va perdre ses jours de gel ? 2071-2100, ssp585", "Les Alpes gagneront-elles des jours de canicule en 2071-2100, ssp585 ?"),
    ),
    Meaning(
        name="two places compared, over one time", slots={"periods": ["target 1981-01-01..2010-12-31"]},
        english=("Rain of the Nile basin and of the Niger basin, compared, 1981-2010", "Oslo and Bergen compared: 1981-2010 temperature", "Rain in Togo and in Benin compared over 1981-2010"),
        french=("La pluie du bassin du Nil et celle du bassin du Niger, comparées, 1981-2010", "Oslo et Bergen comparées : température 1981-2010", "Pluie au Togo et au Bénin comparées sur 1981-2010"),
    ),
    Meaning(
        name="one year compared to a span", slots={"periods": ["target 2024-01-01..2024-12-31", "reference 1991-01-01..2020-12-31"]},
        english=("Temperature in Oslo in 2024 compared to 1991-2020", "Temperature in Oslo and Bergen in 2024 compared to 1991-2020"),
        french=("Température à Oslo en 2024 comparée à 1991-2020", "Température à Oslo et Bergen en 2024 comparée à 1991-2020", "Comment la température de 2024 se comparait-elle à celle de 1991-2020 à Oslo ?"),
    ),
    Meaning(
        name="how a span compares with another", slots={"action": "compare", "compared": "periods", "periods": ["target 1991-01-01..2020-12-31", "reference 1961-01-01..1990-12-31"]},
        english=("How does 1991-2020 compare with 1961-1990 for winter temperature in Norway?", "Compare 1991-2020 to 1961-1990 for winter temperature in Norway"),
        french=("Comment se compare 1991-2020 à 1961-1990 pour la température hivernale en Norvège ?", "Comment 1991-2020 se compare-t-il à 1961-1990 pour la température en Norvège ?", "1991-2020 se compare comment à 1961-1990 pour la température en Norvège ?"),
    ),
    Meaning(
        name="the scene of a day", frames=("Sentinel-2 of Zermatt, 20 February 2024 || {}", "Sentinel-2 de Zermatt, 20 février 2024 || {}"), slots={"periods": ["target 2024-03-20..2024-03-20"]},
        english=("now with the one of March 20", "now March 20", "now 20 March", "and on March 20?", "the scene of March 20"),
        french=("maintenant avec celle du 20 mars", "maintenant le 20 mars", "maintenant au 20 mars", "et le 20 mars ?", "la scène du 20 mars"),
    ),
    Meaning(
        name="a month of a short year", slots={"periods": ["target 2020-03-01..2020-03-31"]},
        english=("Rain in Oslo in March 20", "rain in oslo of march 20"),
        french=("pluie à oslo en mars 20",),
    ),
    Meaning(
        name="a season that a work is about", slots={"months": [1], "periods": SAME},
        english=("For an exhibition on the winters of our grandparents, mean January temperature from 1940 to 1970 in Trondheim", "For an article about winter, mean January temperature from 1940 to 1970 in Trondheim"),
        french=("Pour une exposition sur les hivers de nos grands-parents, température moyenne de janvier de 1940 à 1970 à Trondheim", "Pour un article sur l'hiver, température moyenne de janvier de 1940 à 1970 à Trondheim"),
    ),
    Meaning(
        name="a season that a work is about and no other", slots={"months": [1, 2, 12]},
        english=("For a report on winter, mean temperature in Lyon, 1961-1990",),
        french=("Pour un rapport sur l'hiver, température moyenne à Lyon, 1961-1990",),
    ),
    Meaning(
        name="a month of the year told before, held against the same month",
        slots={"action": "compare", "compared": "periods", "periods": SAME},
        english=("Does the 2022 drought in the Po plain show up in the July NDVI, compared with July 2020?", "Does the 2022 drought in the Po plain show up in the NDVI of July, compared with July 2020?", "Is the 2022 drought in the Po plain visible in the NDVI of July against July 2020?"),
        french=("Est-ce que la sécheresse de 2022 dans la plaine du Pô se voit sur le NDVI de juillet, par rapport à juillet 2020 ?", "La sécheresse de 2022 dans la plaine du Pô se voit-elle sur le NDVI de juillet, comparé à juillet 2020 ?", "La sécheresse de 2022 dans la plaine du Pô est-elle visible dans le NDVI de juillet face à juillet 2020 ?"),
    ),
)  # fmt: skip
