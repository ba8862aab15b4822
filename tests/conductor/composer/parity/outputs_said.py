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
    Meaning(name="how long a run takes", slots={"outputs": ("quote",)},
        english=("Tell me how long one run of Raven takes", "How long does a Raven run over 30 years usually take?", "How long would a run of Raven take?"),
        french=("Dis-moi combien de temps prend une exécution de Raven", "Combien de temps prend d'habitude une exécution de Raven sur 30 ans ?", "Combien de temps prendrait une exécution de Raven ?")),
    Meaning(name="a cost that is not paid in money", slots={"outputs": (), "action": "explain"},
        english=("What is downscaling, and what does it cost in uncertainty?", "What does downscaling cost in precision?", "What does downscaling cost us in accuracy?"),
        french=("C'est quoi la descente d'échelle, et que coûte-t-elle en incertitude ?", "Que coûte la descente d'échelle en précision ?", "Que nous coûte la descente d'échelle en exactitude ?")),
    Meaning(name="what is learnt to be mapped", slots={"outputs": (), "action": "train"},
        english=("Train a U-Net to map kelp beds off Tasmania", "Train a U-Net for mapping kelp beds off Tasmania", "Fine-tune a U-Net to map kelp off Tasmania"),
        french=("Entraîne un U-Net à cartographier les forêts de laminaires au large de la Tasmanie", "Entraîne un U-Net pour cartographier les forêts de laminaires au large de la Tasmanie", "Entraîne un U-Net à la cartographie des laminaires au large de la Tasmanie")),
    Meaning(name="a value in its units", slots={"outputs": ("value",)}, frames=("The sea level at Saint-Malo by 2100, 1.5 °C pathway, {}", "Le niveau de la mer à Saint-Malo à l'horizon 2100, trajectoire 1,5 °C, {}"),
        english=("value in centimetres", "the value only", "just the value"),
        french=("valeur en centimètres", "la valeur seulement", "juste la valeur")),
    Meaning(name="what is wanted plotted", slots={"outputs": ("plot",), "action": "simulate"}, frames=("I'd like HBVEC run on the Fraser basin under ssp370 for 2051-2080, {}", "J'aimerais que HBVEC tourne sur le bassin du Fraser sous ssp370 pour 2051-2080, {}"),
        english=("and the low flows plotted", "and the low flows to be plotted", "with a plot of the low flows"),
        french=("et que les étiages soient tracés", "et que le débit soit tracé", "avec une courbe des étiages")),
    Meaning(name="nothing but the number", slots={"outputs": ("value",), "statistics": ()}, frames=("Ships off Brest on 3 May 2024, {}", "Navires au large de Brest le 3 mai 2024, {}"),
        english=("just the number", "only the number", "give me the number"),
        french=("juste le nombre", "seulement le nombre", "uniquement le nombre")),
    Meaning(name="a model that maps", slots={"outputs": ()}, frames=("Run the Prithvi model {} on the Sentinel-2 scene of Vichy of 3 May 2025", "Fais tourner {} sur la scène Sentinel-2 de Vichy du 3 mai 2025"),
        english=("for flood mapping", "for mapping floods", "for water mapping"),
        french=("le modèle Prithvi pour cartographier l'inondation", "le modèle Prithvi de cartographie des inondations", "le modèle pour cartographier l'eau")),
)  # fmt: skip
