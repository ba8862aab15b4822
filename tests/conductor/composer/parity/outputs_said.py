"""The form of the answer in both languages: one number, a map to be made, no graph at all."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import Meaning

MEANINGS = (
    Meaning(
        name="one number",
        slots={"outputs": ("value",)},
        english=("highest wind speed in Agadir between 2000 and 2020, one number please", "I would need one number: the highest wind speed in Agadir between 2000 and 2020", "highest wind speed in Agadir between 2000 and 2020. A single figure would do.", "just the number: highest wind speed in Agadir between 2000 and 2020"),
        french=("vitesse du vent la plus élevée à Agadir entre 2000 et 2020, un seul chiffre svp", "il me faudrait un seul chiffre : la vitesse du vent la plus élevée à Agadir entre 2000 et 2020", "juste le chiffre : vitesse du vent la plus élevée à Agadir entre 2000 et 2020"),
    ),
    Meaning(
        name="figures are no drawing",
        slots={"outputs": ()},
        english=("I'd like to answer with figures: minimum temperature in Padua in January 1985", "Minimum temperature in Padua in January 1985, no need for a graph", "Outline the glaciers of Svalbard in 2020"),
        french=("J'aimerais répondre avec des chiffres : température minimale à Padoue en janvier 1985", "Température minimale à Padoue en janvier 1985, pas besoin de graphique", "Trace les contours des glaciers du Svalbard en 2020"),
    ),
    Meaning(
        name="a drawing",
        slots={"outputs": ("plot",)},
        english=("draw the NDVI of Turkana County month by month in 2021", "plot the NDVI of Turkana County month by month in 2021"),
        french=("trace le NDVI du comté de Turkana mois par mois en 2021", "pourriez-vous tracer le NDVI du comté de Turkana mois par mois en 2021 ?"),
    ),
    Meaning(
        name="to map",
        slots={"outputs": ("map",), "action": "detect"},
        english=("Apply Prithvi to map burn scars in Chile, February 2024", "Map the burn scars in Chile, February 2024"),
        french=("Applique Prithvi pour cartographier les cicatrices de feu au Chili, février 2024", "Cartographie les cicatrices de feu au Chili, février 2024"),
    ),
    Meaning(
        name="tables of CMIP are none",
        slots={"outputs": ()},
        english=("What's the difference between the LImon and SImon tables?", "Which frequency is the DRS table Lmon?"),
        french=("Quelle est la différence entre les tables LImon et SImon ?", "À quelle fréquence correspond la table DRS Lmon ?"),
    ),
    Meaning(
        name="a table by the day",
        slots={"outputs": ("table",), "aggregation": "daily"},
        english=("Maximum temperature in Phoenix in July 2023 || put it in a table day by day",),
        french=("Température maximale à Phoenix en juillet 2023 || mets-la dans un tableau jour par jour",),
    ),
)  # fmt: skip
