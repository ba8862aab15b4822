"""Words that may mean another thing near what is asked: shores that move, stands of trees, a verb that swells, whoever may. English and French."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import Meaning

MEANINGS = (
    Meaning(name="a shore that moves back", slots={"phenomena": ("erosion",)}, frames=("{} from 2015 to 2025?", "{} de 2015 à 2025 ?"),
        english=("By how many metres did the shoreline of Saint-Louis in Senegal move back", "How far has the beach of Nouakchott moved inland", "Did the cliffs of Normandy lose ground"),
        french=("De combien de mètres le trait de côte de Saint-Louis au Sénégal a-t-il reculé", "De combien la plage de Nouakchott a-t-elle reculé", "Les falaises de Normandie ont-elles perdu du terrain")),
    Meaning(name="stands of trees cleared", slots={"phenomena": ("deforestation",)}, frames=("{}, Sentinel-2, June 2024", "{}, Sentinel-2, juin 2024"),
        english=("New clearings in the Abitibi spruce stands", "Clearings in the pine stands of the Landes", "Clearings in the oak stands near Nevers"),
        french=("Nouvelles coupes dans les pessières d'Abitibi", "Coupes dans les pinèdes des Landes", "Coupes dans les chênaies près de Nevers")),
    Meaning(name="fields short of water", slots={"phenomena": ("crop", "drought")}, frames=("Which fields near Lethbridge {} on Landsat in July 2024, by NDMI below 0.1?", "Quels champs près de Lethbridge {} sur Landsat en juillet 2024, d'après un NDMI inférieur à 0,1 ?"),
        english=("look water-stressed", "are water stressed", "suffer from water stress"), french=("paraissent en stress hydrique", "sont en stress hydrique", "souffrent de stress hydrique")),
    Meaning(name="what swells a river is no wave", slots={"quantities": ("snm",)}, frames=("Simulate how much snowmelt {} in May 2050 with HBVEC.", "Simule de combien la fonte des neiges {} en mai 2050 avec HBVEC."),
        english=("would swell the Peace River", "will swell the Fraser", "could swell the Columbia River"), french=("gonflerait la rivière de la Paix", "gonflera le Fraser", "gonflerait le fleuve Columbia")),
    Meaning(name="a kind of model is no rain", slots={"quantities": ("water_volume_transport_in_river_channel",)}, frames=("{}, 1985-2015", "{}, 1985-2015"),
        english=("streamflow of the Niger basin from a rainfall-runoff model", "streamflow of the Niger basin by rainfall-runoff modelling", "Niger streamflow with a rainfall-runoff model"),
        french=("débit du bassin du Niger par un modèle pluie-débit", "débit du bassin du Niger par modélisation pluie-débit", "débit du Niger avec un modèle pluie-débit")),
    Meaning(name="whoever may", slots={"months": (), "periods": ()},
        english=("Who runs ESGF, and may I use the data in a commercial product?", "What is ERA5, and may we publish its data?", "What does CMIP6 hold, and may one share it?"),
        french=("Qui gère ESGF, et puis-je utiliser les données dans un produit commercial ?", "Qu'est-ce qu'ERA5, et pouvons-nous publier ses données ?", "Que contient CMIP6, et peut-on le partager ?")),
    Meaning(name="the hottest days here", slots={"quantities": ("tas",), "clarification": "places"},
        english=("Which days were the hottest here in 2023?", "Which days were the warmest here in 2023?", "Which days were the coldest here in 2022?"),
        french=("Quels jours ont été les plus chauds ici en 2023 ?", "Quels jours ont été les plus froids ici en 2022 ?", "Quels jours étaient les plus froids ici en 2022 ?")),
    Meaning(name="which processes for bias", slots={"processes": ("adjust_bias",)},
        english=("Which WPS processes do you know for bias adjustment?", "Daily rain of Cebu, bias-adjusted, ssp245, 2041-2060", "Adjust the bias of daily rain in Cebu, ssp245, 2041-2060"),
        french=("Quels processus WPS connais-tu pour l'ajustement de biais ?", "Pluie quotidienne de Cebu avec correction de biais, ssp245, 2041-2060", "Ajuste le biais de la pluie quotidienne à Cebu, ssp245, 2041-2060")),
)  # fmt: skip
