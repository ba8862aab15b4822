"""Vegetation, carbon, ground and ice on land, spectral indices. Wordings of each, English and French."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import Meaning

_FRAME_1 = ("Show me {} in Ghana, 2001 to 2010", "Montre-moi {} au Ghana, de 2001 à 2010")
_FRAME_2 = ("How much {} since 1980 in Greenland?", "{} depuis 1980 au Groenland ?")
_FRAME_3 = ("Show me {} in Greenland, 2001 to 2010", "Montre-moi {} au Groenland, de 2001 à 2010")
# name · frames · slots · English · French
_ROWS = (
    ("NDVI", _FRAME_1, {"quantities": ("NDVI",)},
     "NDVI | the vegetation index | greenness | how green it was | vegetation greenness | the normalized difference vegetation index",
     "le NDVI | l'indice de végétation | la verdeur | si c'était vert | la verdeur de la végétation | l'indice de végétation normalisé | l'indice de végétation par différence normalisée"),
    ("EVI", _FRAME_1, {"quantities": ("EVI",)},
     "EVI | the enhanced vegetation index",
     "l'EVI | l'indice de végétation amélioré | l'indice de végétation rehaussé"),
    ("NDWI", _FRAME_1, {"quantities": ("NDWI",)},
     "NDWI | the water index | the normalized difference water index",
     "le NDWI | l'indice d'eau | l'indice d'eau par différence normalisée | l'indice de différence normalisée de l'eau"),
    ("NDMI", _FRAME_1, {"quantities": ("NDMI",)},
     "NDMI | the moisture index | vegetation water content | the vegetation moisture index",
     "le NDMI | l'indice d'humidité | la teneur en eau de la végétation | l'indice d'humidité de la végétation | l'indice d'humidité par différence normalisée"),
    ("NDSI", _FRAME_1, {"quantities": ("NDSI",)},
     "NDSI | the snow index | the normalized difference snow index",
     "le NDSI | l'indice de neige | l'indice de neige par différence normalisée"),
    ("NBR", _FRAME_1, {"quantities": ("NBR",)},
     "NBR | the burn ratio | the normalized burn ratio | the burn index",
     "le NBR | le rapport normalisé de combustion | l'indice de brûlage | l'indice normalisé de combustion | l'indice de brûlis"),
    ("NDBI", _FRAME_1, {"quantities": ("NDBI",)},
     "NDBI | the built-up index | the normalized difference built-up index",
     "le NDBI | l'indice de bâti | l'indice du bâti | l'indice de bâti par différence normalisée"),
    ("LAI", _FRAME_1, {"quantities": ("lai",)},
     "leaf area index | LAI | leaf area",
     "l'indice foliaire | le LAI | la surface foliaire | l'indice de surface foliaire"),
    ("FAPAR", _FRAME_1, {"quantities": ("FAPAR",)},
     "FAPAR | FPAR | the fraction of absorbed photosynthetically active radiation",
     "le FAPAR | le FPAR | la fraction du rayonnement photosynthétiquement actif absorbé"),
    ("GPP", _FRAME_1, {"quantities": ("gpp",)},
     "GPP | gross primary production | gross primary productivity | photosynthesis | carbon uptake by plants",
     "la GPP | la production primaire brute | la productivité primaire brute | la photosynthèse | l'absorption de carbone par les plantes"),
    ("NPP", _FRAME_1, {"quantities": ("npp",)},
     "NPP | net primary production | net primary productivity | plant productivity | vegetation productivity",
     "la NPP | la production primaire nette | la productivité primaire nette | la productivité des plantes | la productivité végétale | la productivité de la végétation"),
    ("carbon sink", _FRAME_1, {"quantities": ("nbp",)},
     "the land carbon sink | net biome production | the terrestrial carbon sink | land carbon uptake",
     "le puits de carbone terrestre | la production nette du biome | le puits de carbone des terres | l'absorption de carbone par les terres | le puits de carbone continental"),
    ("biomass", _FRAME_1, {"quantities": ("cVeg",)},
     "biomass | vegetation carbon | forest biomass | above-ground biomass | forest carbon | plant biomass",
     "la biomasse | le carbone de la végétation | la biomasse forestière | la biomasse aérienne | le carbone forestier | la biomasse végétale | la biomasse des forêts | le carbone des forêts"),
    ("soil carbon", _FRAME_1, {"quantities": ("cSoil",)},
     "soil carbon | carbon in the soil | soil organic carbon | carbon stored in soils",
     "le carbone du sol | le carbone dans le sol | le carbone organique du sol | le carbone stocké dans les sols | le carbone organique des sols | le carbone des sols"),
    ("carbon stocks", _FRAME_1, {"quantities": ("cLand",)},
     "land carbon | carbon stocks | terrestrial carbon",
     "le carbone terrestre | les stocks de carbone | le stock de carbone"),
    ("soil salinity", _FRAME_1, {"quantities": ("soil_water_salinity",)},
     "soil salinity | the salinity of the soil | salty soils | soil salinization | how salty the soil is",
     "la salinité du sol | la salinité des sols | les sols salés | la salinisation des sols | si le sol est salé | les sols salins"),
    ("albedo", _FRAME_1, {"quantities": ("surface_albedo",)},
     "albedo | surface albedo | the reflectivity of the surface | the albedo of the ground",
     "l'albédo | l'albédo de surface | la réflectivité de la surface | l'albédo du sol | l'albédo de la surface"),
    ("elevation", _FRAME_1, {"quantities": ("orog",)},
     "elevation | altitude | topography | terrain height",
     "l'élévation | l'altitude | la topographie | la hauteur du terrain | le relief"),
    ("tree cover percentage", _FRAME_1, {"quantities": ("treeFrac",)},
     "tree cover percentage | forest fraction | the tree fraction | the percentage of tree cover",
     "le pourcentage de couvert arboré | la fraction de forêt | la fraction arborée | le pourcentage de forêt"),
    ("fire emissions", _FRAME_1, {"quantities": ("fFire",)},
     "fire emissions | carbon emissions from fires | fire carbon emissions | emissions from fires",
     "les émissions des feux | les émissions de carbone des feux | les émissions de carbone des incendies | les émissions dues aux feux | les émissions des incendies"),
    ("mass balance", _FRAME_2, {"quantities": ("acabf",)},
     "did the surface mass balance change | has the surface mass balance changed",
     "comment le bilan de masse en surface a-t-il changé | de combien le bilan de masse en surface a-t-il changé"),
    ("SMB", _FRAME_3, {"quantities": ("acabf",)},
     "surface mass balance | ice sheet mass balance | glacier mass balance | the mass balance of the ice | mass balance",
     "le bilan de masse en surface | le bilan de masse de la calotte | le bilan de masse des glaciers | le bilan de masse de la glace | le bilan de masse"),
    ("ice sheet thickness", _FRAME_3, {"quantities": ("lithk",)},
     "ice sheet thickness | the thickness of the ice sheet | glacier thickness | the thickness of the glaciers",
     "l'épaisseur de la calotte | l'épaisseur de l'inlandsis | l'épaisseur des glaciers | l'épaisseur de la calotte glaciaire | l'épaisseur du glacier"),
    ("active layer", _FRAME_3, {"quantities": ("tpf",)},
     "active layer thickness | thaw depth | active layer depth | permafrost thickness | the active layer",
     "l'épaisseur de la couche active | la profondeur de dégel | la profondeur de la couche active | l'épaisseur du pergélisol | la couche active"),
)  # fmt: skip

MEANINGS = tuple(
    Meaning(
        name=name, frames=frames, slots=slots, english=tuple(english.split(" | ")), french=tuple(french.split(" | "))
    )
    for name, frames, slots, english, french in _ROWS
)
