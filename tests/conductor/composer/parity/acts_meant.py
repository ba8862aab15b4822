"""What is meant by what is said beside it: what one can find, what models announce, a model due for training, a subject made plain, a plain wish."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import SAME, Meaning

MEANINGS = (
    Meaning(name="whatever one finds of a phenomenon", slots={"action": "detect", "phenomena": ["methane_plume"]},
        english=("Methane leaks near Hassi Messaoud in 2023, anything you find with Sentinel-5P", "Methane leaks near Hassi Messaoud in 2023, everything you can find with Sentinel-5P", "Methane leaks near Hassi Messaoud in 2023, whatever you find with Sentinel-5P"),
        french=("Fuites de méthane près de Hassi Messaoud en 2023, tout ce que tu trouves avec Sentinel-5P", "Fuites de méthane près de Hassi Messaoud en 2023, tout ce que tu peux trouver avec Sentinel-5P", "Fuites de méthane près de Hassi Messaoud en 2023, tout ce que vous trouverez avec Sentinel-5P")),
    Meaning(name="what was, and what models announce", slots={"parts": 2, "action": "describe", "2:action": "project", "2:quantities": ["snc"], "2:facets.experiment_id": ["ssp370"]},
        english=("What was the snow cover in Zermatt in winter 2023-2024, and what do the models announce for 2050 in ssp370?", "What was the snow cover in Zermatt in winter 2023-2024, and what do the models say for 2050 in ssp370?", "What was the snow cover in Zermatt in winter 2023-2024, and what do simulations show for 2050 in ssp370?"),
        french=("Quel a été l'enneigement à Zermatt l'hiver 2023-2024, et qu'annoncent les modèles pour 2050 en ssp370 ?", "Quel a été l'enneigement à Zermatt l'hiver 2023-2024, et que disent les modèles pour 2050 en ssp370 ?", "Quel a été l'enneigement à Zermatt l'hiver 2023-2024, et que montrent les simulations pour 2050 en ssp370 ?")),
    Meaning(name="a model due for training", slots={"action": "train", "phenomena": ["iceberg"]},
        english=("The model that detects icebergs needs retraining, we've just added 300 annotations.", "The iceberg detector must be retrained, we've just added 300 annotations.", "Our iceberg classifier has to be trained again, it needs training on 300 annotations."),
        french=("Il faudrait réentraîner le modèle qui détecte les icebergs, on vient d'ajouter 300 annotations.", "Le détecteur d'icebergs doit être réentraîné, on vient d'ajouter 300 annotations.", "Notre classifieur d'icebergs a besoin d'être entraîné sur 300 annotations.")),
    Meaning(name="a subject made plain afterwards", slots={"action": "trend", "quantities": ["no2"], "phenomena": [], "collections": ["sentinel-5p"]},
        english=("Has air quality in Milan improved since 2018? I mean the NO2 seen by Sentinel-5P.", "Has air quality in Milan worsened since 2018? I'm talking about the NO2 seen by Sentinel-5P.", "Has air quality in Milan got better since 2018? I mean the NO2 from Sentinel-5P."),
        french=("La qualité de l'air à Milan s'est-elle améliorée depuis 2018 ? Je parle du NO2 vu par Sentinel-5P.", "La qualité de l'air à Milan s'est-elle dégradée depuis 2018 ? Je veux dire le NO2 vu par Sentinel-5P.", "La qualité de l'air à Milan a-t-elle empiré depuis 2018 ? Je parle du NO2 de Sentinel-5P.")),
    Meaning(name="only the trend is wanted", slots={"action": "trend", "periods": SAME},
        english=("Is the flow of the Mekong falling more downstream of Vientiane? I just want the trend from 1990 to 2020.", "Is the flow of the Mekong declining faster downstream of Vientiane? I only need the trend from 1990 to 2020.", "Is the flow of the Mekong dropping downstream of Vientiane? I just need the trend from 1990 to 2020."),
        french=("Le débit du Mékong baisse-t-il davantage en aval de Vientiane ? Je veux juste la tendance de 1990 à 2020.", "Le débit du Mékong décline-t-il plus vite en aval de Vientiane ? J'ai juste besoin de la tendance de 1990 à 2020.", "Le débit du Mékong diminue-t-il en aval de Vientiane ? J'ai seulement besoin de la tendance de 1990 à 2020.")),
    Meaning(name="whether it moves since", slots={"action": "trend", "quantities": ["surface_albedo"]},
        english=("Surface albedo in Antarctica: has it been changing since 2000?", "Surface albedo in Antarctica: is it changing since 2000?", "Surface albedo in Antarctica: has it moved since 2000?"),
        french=("Albédo de surface en Antarctique : est-ce que ça bouge depuis 2000 ?", "Albédo de surface en Antarctique : est-ce que ça change depuis 2000 ?", "Albédo de surface en Antarctique : est-ce que ça a bougé depuis 2000 ?")),
    Meaning(name="climate projections wanted for a place", slots={"action": "project", "clarification": "places"},
        english=("I need climate projections for my region, mid-century.", "We need climate projections for our valley, mid-century.", "Climate projections for my region by mid-century, please"),
        french=("Il me faut des projections climatiques pour ma région, milieu du siècle.", "Nous avons besoin de projections climatiques pour notre vallée, milieu du siècle.", "Des projections climatiques pour ma région au milieu du siècle, s'il vous plaît")),
    Meaning(name="a model of elevation looked for", slots={"action": "find", "quantities": []},
        english=("Elevation model for La Palma at 30 m", "Digital elevation model of La Palma, 30 m", "Height model of La Palma, 30 m"),
        french=("Modèle d'élévation de La Palma à 30 m", "Modèle numérique d'altitude de La Palma, 30 m", "Modèle de hauteur de La Palma, 30 m")),
    Meaning(name="a comparison of what was told before", slots={"action": "compare", "compared": "observations", "declined": None},
        english=("Compare it with observations.", "Compare that with the observations.", "Compare this to the stations."),
        french=("Compare-le aux observations.", "Compare cela aux observations.", "Compare ça aux stations.")),
    Meaning(name="how much came down", slots={"action": "describe", "quantities": ["prsn"], "statistics": ["sum"]},
        english=("How much snow fell in Buffalo, New York, from 23 to 27 December 2022?", "How much snow has fallen in Buffalo, New York, from 23 to 27 December 2022?", "How much did it snow in Buffalo, New York, from 23 to 27 December 2022?"),
        french=("Combien il est tombé de neige à Buffalo, dans l'État de New York, du 23 au 27 décembre 2022 ?", "Combien est-il tombé de neige à Buffalo, dans l'État de New York, du 23 au 27 décembre 2022 ?", "Combien de neige est tombée à Buffalo, dans l'État de New York, du 23 au 27 décembre 2022 ?")),
)  # fmt: skip
