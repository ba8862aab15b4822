"""Amounts that fell, sizes asked for and gaps between two: statistics told in other words. Wordings of each, English and French."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import Meaning

MEANINGS = (
    Meaning(name="what fell", slots={"statistics": ("sum",), "quantities": ("pr",)}, frames=("{} in Bergen in January 2023", "{} à Bergen en janvier 2023"),
        english=("How much rain fell", "The rain that fell", "What fell as rain", "What amount of rain fell"),
        french=("Ce qu'il est tombé de pluie", "La pluie tombée", "Qu'est-il tombé comme pluie", "Quelle quantité de pluie est tombée")),
    Meaning(name="how much surface", slots={"statistics": ("area",), "phenomena": ("surface_water",)},
        english=("How much surface did the Aral Sea lose from 1990 to 2020?", "How much surface area did Lake Urmia lose from 1990 to 2020?", "How much area did Lake Poopó lose from 1990 to 2020?"),
        french=("La mer d'Aral a perdu combien de superficie de 1990 à 2020 ?", "Combien de surface le lac d'Ourmia a-t-il perdue de 1990 à 2020 ?", "Le lac Poopó a perdu combien de surface de 1990 à 2020 ?")),
    Meaning(name="how large what has no surface is", slots={"statistics": ()},
        english=("How large is the cold bias of CanESM5 in Kenya relative to HadCRUT?", "How big is the uncertainty of ERA5 rainfall over Kenya?", "How large was the warming of Svalbard between 1980 and 2020?"),
        french=("Que vaut le biais froid de CanESM5 au Kenya par rapport à HadCRUT ?", "Quelle est l'incertitude des pluies d'ERA5 sur le Kenya ?", "De combien s'est réchauffé le Svalbard entre 1980 et 2020 ?")),
    Meaning(name="the area affected", slots={"statistics": ("area",), "phenomena": ("flood",)}, frames=("Flooding in Rio Grande do Sul in May 2024, Sentinel-1, {}", "Inondations dans le Rio Grande do Sul en mai 2024, Sentinel-1, {}"),
        english=("give me the affected area", "tell me the flooded area", "and send me the inundated area"),
        french=("donne-moi la surface touchée", "dis-moi la superficie inondée", "et envoie-moi la surface inondée")),
    Meaning(name="the area at the end of a chain", slots={"statistics": ("area",), "action": "simulate"}, frames=("Run the chain GR4J → HEC-RAS for the Ouémé basin, ssp370, around 2060, {}", "Lance la chaîne GR4J → HEC-RAS pour le bassin de l'Ouémé, ssp370, autour de 2060, {}"),
        english=("and give me the flooded area", "tell me the flooded area", "and send me the inundated area"),
        french=("et donne-moi la superficie inondée", "dis-moi la superficie inondée", "et envoie-moi la surface inondée")),
    Meaning(name="areas mapped", slots={"statistics": (), "outputs": ("map",)},
        english=("Map the burned area on Rhodes in July 2023", "Map of the burned areas of Rhodes in July 2023", "Map the burnt areas on Rhodes in July 2023"),
        french=("Cartographie la superficie brûlée à Rhodes en juillet 2023", "Carte des zones brûlées de Rhodes en juillet 2023", "Cartographie les surfaces brûlées à Rhodes en juillet 2023")),
    Meaning(name="a gap between two", slots={"statistics": ("difference", "mean"), "action": "compare"}, frames=("{} RCP4.5 and SSP2-4.5 for mean temperature over India, 2071-2100?", "{} RCP4.5 et SSP2-4.5 pour la température moyenne sur l'Inde, 2071-2100 ?"),
        english=("What's the gap between", "What is the difference between", "How wide is the gap between"),
        french=("Quel est l'écart entre", "Quelle est la différence entre", "De quel ordre est l'écart entre")),
    Meaning(name="how strong it got", slots={"statistics": ("max",), "quantities": ("sfcWind",)}, frames=("{} at Reykjavik on 14 February 2020?", "{} à Reykjavik le 14 février 2020 ?"),
        english=("How strong did the wind get", "How strong did the wind blow", "How high did the wind get"),
        french=("Jusqu'où est monté le vent", "Jusqu'où le vent est-il monté", "Jusqu'où a grimpé le vent")),
    Meaning(name="a table of counts", slots={"statistics": ("count",), "outputs": ("table",), "phenomena": ("ship",)}, frames=("Ships on the Sentinel-1 scene of the Strait of Hormuz of 20 June 2025, {}", "Navires sur la scène Sentinel-1 du détroit d'Ormuz du 20 juin 2025, {}"),
        english=("table of counts", "table of numbers", "as a table of counts"),
        french=("tableau des nombres", "tableau des effectifs", "tableau de comptage")),
    Meaning(name="a model that counts", slots={"statistics": ("count",), "action": "find"},
        english=("Is there an ONNX model in the zoo that counts vehicles?", "Is there an ONNX model in the zoo for counting vehicles?", "Find an ONNX model that counts vehicles"),
        french=("Y a-t-il dans le zoo un modèle ONNX qui compte les véhicules ?", "Trouve un modèle ONNX comptant les véhicules", "Trouve un modèle ONNX qui compte les véhicules")),
    Meaning(name="more or less than the normal", slots={"statistics": ("anomaly",), "action": "describe", "compared": None},
        english=("Rain in Trujillo in February 2026, was it above normal?", "Rain in Trujillo in February 2026, more than usual?", "Rain in Trujillo in February 2026, was it less than normal?", "Was July 2022 warmer than usual in Cologne and Bonn?"),
        french=("La pluie à Trujillo en février 2026, était-ce plus que la normale ?", "La pluie à Trujillo en février 2026, plus que d'habitude ?", "La pluie à Trujillo en février 2026, était-ce moins que la normale ?", "Juillet 2022 a-t-il été plus chaud que d'habitude à Cologne et à Bonn ?")),
)  # fmt: skip
