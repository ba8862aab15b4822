"""Acts: what a mission took is looked for, whatever is seen in it; what is seen is looked for, whatever data are wished for beside it."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import Meaning

_FIND = {"action": "find", "clarification": None}
_DETECT = {"action": "detect", "clarification": None}
_CHANGE = {"action": "change", "clarification": None}

MEANINGS = (
    Meaning(
        name="some of what a mission took of an event",
        slots={**_FIND, "collections": ["sentinel-1-grd"], "phenomena": ["flood"]},
        english=("Got any Sentinel-1 over the Beira flood of March 2019?", "anything from Sentinel-1 over the Beira flood of March 2019?", "Is there any Sentinel-1 of the Beira flood of March 2019?", "You guys have Sentinel-1 of the Beira flood in March 2019?", "Was there any Sentinel-1 over the Beira flood of March 2019?", "A colleague asks if there's any Sentinel-1 of the Beira flood of March 2019"),
        french=("T'as du Sentinel-1 sur l'inondation de Beira de mars 2019 ?", "quelque chose de Sentinel-1 sur l'inondation de Beira de mars 2019 ?", "Y a-t-il du Sentinel-1 de l'inondation de Beira de mars 2019 ?", "Vous avez du Sentinel-1 de l'inondation de Beira en mars 2019 ?", "Y avait-il du Sentinel-1 sur l'inondation de Beira en mars 2019 ?", "Un collègue demande s'il y a du Sentinel-1 de l'inondation de Beira de mars 2019"),
    ),
    Meaning(
        name="anything about something",
        slots={**_FIND, "phenomena": ["flood"]},
        english=("Is there anything on floods in Pakistan in 2022?", "Anything on the floods in Pakistan in 2022?", "Do you have anything on floods in Pakistan in 2022?"),
        french=("Y a-t-il quelque chose sur les inondations au Pakistan en 2022 ?", "Quelque chose sur les inondations au Pakistan en 2022 ?", "Vous avez quelque chose sur les inondations au Pakistan en 2022 ?"),
    ),
    Meaning(
        name="something seen, on whatever mission",
        slots={**_DETECT, "phenomena": ["wildfire"]},
        english=("Is there anything burning near Evia on MODIS, August 2021?", "any MODIS fires near Evia in August 2021?", "Are there fires near Evia on MODIS in August 2021?"),
        french=("Y a-t-il quelque chose qui brûle près d'Eubée sur MODIS, août 2021 ?", "des feux MODIS près d'Eubée en août 2021 ?", "Y a-t-il des feux près d'Eubée sur MODIS en août 2021 ?"),
    ),
    Meaning(
        name="oil off a coast",
        slots={**_DETECT, "phenomena": ["oil_spill"]},
        english=("Is there oil off Brest on 12 March 2024?", "Any oil off Brest on 12 March 2024?", "oil off Brest, 12 March 2024", "Was there crude off Brest on 12 March 2024?"),
        french=("Y a-t-il du pétrole au large de Brest le 12 mars 2024 ?", "Du pétrole au large de Brest le 12 mars 2024 ?", "pétrole au large de Brest, 12 mars 2024", "Y avait-il du mazout au large de Brest le 12 mars 2024 ?"),
    ),
    Meaning(
        name="things counted, on the best data to be had",
        slots={**_DETECT, "phenomena": ["ship"], "statistics": ["count"]},
        english=("How many ships off Singapore on 3 May 2024? Sharpest imagery available please", "how many ships were off Singapore on 3 May 2024, with the best images available", "number of ships off Singapore on 3 May 2024, finest imagery you can get", "Count the ships off Singapore on 3 May 2024, on the latest data you have"),
        french=("Combien de navires au large de Singapour le 3 mai 2024 ? Imagerie la plus fine disponible svp", "combien de navires y avait-il au large de Singapour le 3 mai 2024, avec les meilleures images disponibles", "nombre de navires au large de Singapour le 3 mai 2024, imagerie la plus fine que tu trouves", "Compte les navires au large de Singapour le 3 mai 2024, sur les données les plus récentes que vous avez"),
    ),
    Meaning(
        name="land mapped, on the newest data to be had",
        slots={**_DETECT, "phenomena": ["urban"]},
        english=("Sealed surfaces within 15 km of Rennes, most recent data possible", "built-up areas within 15 km of Rennes, latest images available", "Sealed surfaces within 15 km of Rennes, newest imagery you have"),
        french=("Surfaces imperméabilisées dans un rayon de 15 km autour de Rennes, la plus récente donnée possible", "zones bâties à moins de 15 km de Rennes, dernières images disponibles", "Surfaces imperméabilisées à moins de 15 km de Rennes, imagerie la plus récente que vous avez"),
    ),
    Meaning(
        name="forest cleared since",
        slots={**_DETECT, "phenomena": ["deforestation"]},
        english=("Where has forest been cleared in Virunga National Park since 1 January?", "Can you show me where forest has been cleared in Virunga National Park since 1 January? I have no budget for commercial imagery.", "Which forests have been felled in Virunga National Park since 1 January?", "forest loss in Virunga National Park since 1 January"),
        french=("Où la forêt a-t-elle été défrichée dans le parc national des Virunga depuis le 1er janvier ?", "Pouvez-vous me montrer où la forêt a été défrichée dans le parc national des Virunga depuis le 1er janvier ? Je n'ai aucun budget pour de l'imagerie payante.", "Quelles forêts ont été abattues dans le parc national des Virunga depuis le 1er janvier ?", "perte de forêt dans le parc national des Virunga depuis le 1er janvier"),
    ),
    Meaning(
        name="the size of the forest lost",
        slots=_DETECT,
        english=("Hectares of forest lost in Ucayali from 2020 to 2024", "percentage of old-growth forest felled in Tasmania since 2010", "Share of the forest lost in Borneo since 2001", "Square kilometres of rainforest cleared in Pará between 2015 and 2020", "Area of forest lost in Gabon from 2010 to 2020"),
        french=("Hectares de forêt perdus en Ucayali de 2020 à 2024", "pourcentage de vieilles forêts abattues en Tasmanie depuis 2010", "Part de la forêt perdue à Bornéo depuis 2001", "Kilomètres carrés de forêt tropicale défrichés au Pará entre 2015 et 2020", "Superficie de forêt perdue au Gabon de 2010 à 2020"),
    ),
    Meaning(
        name="what fell or wore away between two dates",
        slots=_CHANGE,
        english=("Show me where the Sentinel-1 backscatter dropped between 2 and 14 May 2024 around Porto Alegre; that should be the flood.", "How many km of the Ghanaian coastline eroded by more than 10 m between 2005 and 2020?", "Where did the NDVI plummet between June and August 2022 around Bordeaux?", "Which cliffs of Normandy eroded between 2000 and 2020?"),
        french=("Montre-moi où la rétrodiffusion de Sentinel-1 a chuté entre le 2 et le 14 mai 2024 autour de Porto Alegre ; ça devrait être l'inondation.", "Combien de km du littoral ghanéen ont reculé de plus de 10 m entre 2005 et 2020 ?", "Où le NDVI a-t-il chuté entre juin et août 2022 autour de Bordeaux ?", "Quelles falaises de Normandie se sont érodées entre 2000 et 2020 ?"),
    ),
    Meaning(
        name="the before and the after image",
        slots={**_CHANGE, "phenomena": ["building"], "periods": ["reference 2023-01-01..2023-01-31", "target 2023-02-08..2023-02-15"]},
        english=("Please map the damaged buildings in Antakya: WorldView from January 2023 as the before image, 8 to 15 February 2023 as the after image.", "Damaged buildings in Antakya, before image January 2023, after image 8 to 15 February 2023", "buildings in Antakya in 8-15 February 2023 that weren't damaged in January 2023: before and after"),
        french=("Merci de cartographier les bâtiments endommagés à Antakya : WorldView de janvier 2023 comme image avant, du 8 au 15 février 2023 comme image après.", "Bâtiments endommagés à Antakya, image avant : janvier 2023, image après : du 8 au 15 février 2023", "bâtiments d'Antakya du 8 au 15 février 2023 qui n'étaient pas endommagés en janvier 2023 : avant et après"),
    ),
    Meaning(
        name="what was not there",
        slots={**_CHANGE, "periods": ["reference 2004-01-01..2004-12-31", "target 2024-01-01..2024-12-31"]},
        english=("What stands in Dubai in 2024 that was not there in 2004?", "Dubai: what's there in 2024 that wasn't in 2004?", "Which buildings of Dubai in 2024 did not exist in 2004?"),
        french=("Qu'est-ce qui se dresse à Dubaï en 2024 qui n'était pas là en 2004 ?", "Dubaï : qu'y a-t-il en 2024 qui n'existait pas en 2004 ?", "Quels bâtiments de Dubaï en 2024 n'existaient pas en 2004 ?"),
    ),
    Meaning(
        name="runs that others made",
        slots={"action": "find"},
        english=("Does anybody run an ice-sheet model for Antarctica in CMIP6 (ISMIP6)? List the experiments.", "Who ran a regional climate model over Africa in CORDEX?", "Which institutes ran the ocean models of OMIP?", "Has anyone run RegCM4 over SAM-22?", "Send me every daily tasmin file of the CORDEX domain SAM-22, evaluation run, RegCM4-7."),
        french=("Quelqu'un fait-il tourner un modèle de calotte pour l'Antarctique dans CMIP6 (ISMIP6) ? Liste les expériences.", "Qui a fait tourner un modèle climatique régional sur l'Afrique dans CORDEX ?", "Quels instituts ont fait tourner les modèles océaniques d'OMIP ?", "Quelqu'un a-t-il fait tourner RegCM4 sur SAM-22 ?", "Envoie-moi tous les fichiers tasmin quotidiens du domaine CORDEX SAM-22, simulation evaluation, RegCM4-7."),
    ),
    Meaning(
        name="where data are to be had",
        slots={"action": "find", "facets.frequency": ["mon"]},
        english=("rlut from CERES through obs4MIPs, global, monthly, where do I find it?", "Where can I download monthly tas from CanESM5 ssp245?", "obs4MIPs monthly clt, what's there?", "What is there in CMIP6 for monthly o2 under ssp585?"),
        french=("rlut de CERES via obs4MIPs, à l'échelle mondiale, en mensuel, où est-ce que je le trouve ?", "Où puis-je télécharger tas mensuel de CanESM5 ssp245 ?", "qu'est-ce qu'il y a comme clt mensuel dans obs4MIPs ?", "qu'est-ce qu'il y a dans CMIP6 pour o2 mensuel en ssp585 ?"),
    ),
    Meaning(
        name="a label that no training needs",
        slots={"action": "find", "facets.grid_label": ["gr1"]},
        english=("gr1 grid label, thetao, GFDL-ESM4, ssp119", "thetao with grid label gr1 from GFDL-ESM4, ssp119", "grid label gr1: thetao of GFDL-ESM4 in ssp119"),
        french=("étiquette de grille gr1, thetao, GFDL-ESM4, ssp119", "thetao avec l'étiquette de grille gr1 de GFDL-ESM4, ssp119", "étiquette de grille gr1 : thetao de GFDL-ESM4 en ssp119"),
    ),
    Meaning(
        name="how two issues of a source are made",
        slots={"action": "explain", "clarification": None},
        english=("Is ESA WorldCover 2020 the same algorithm as 2021?", "Do MODIS Collection 6 and 6.1 use the same calibration?", "WorldCover 2020 and WorldCover 2021: same method?"),
        french=("ESA WorldCover 2020, c'est le même algorithme que 2021 ?", "MODIS Collection 6 et 6.1 ont-elles la même calibration ?", "WorldCover 2020 et WorldCover 2021 : même méthode ?"),
    ),
    Meaning(
        name="a time-lapse of scenes",
        slots={**_FIND, "collections": ["landsat-c2-l2"]},
        english=("A timelapse of Dubai's coast, 2000 to 2020, Landsat", "Show a time-lapse of Dubai's coast from 2000 to 2020 with Landsat", "Landsat time-lapse of the coast of Dubai, 2000-2020"),
        french=("Un accéléré de la côte de Dubaï, de 2000 à 2020, Landsat", "Montre un accéléré de la côte de Dubaï de 2000 à 2020 avec Landsat", "Images Landsat en accéléré de la côte de Dubaï, 2000-2020"),
    ),
    Meaning(name="where a crop stands", slots={**_DETECT, "phenomena": ["crop"], "periods": ["target 2025-05-01..2025-05-31"]},
        english=("where is barley growing east of Tiaret, May 2025, at 10 m or finer", "where does barley grow east of Tiaret in May 2025", "is barley growing east of Tiaret in May 2025?", "where is barley grown east of Tiaret in May 2025?"),
        french=("où pousse l'orge à l'est de Tiaret, en mai 2025, à 10 m ou mieux", "où est-ce que pousse l'orge à l'est de Tiaret en mai 2025", "où l'orge est-elle cultivée à l'est de Tiaret en mai 2025 ?", "où cultive-t-on l'orge à l'est de Tiaret en mai 2025 ?")),
    Meaning(name="how far cropland has grown", slots={"action": "trend", "phenomena": ["crop"]},
        english=("has cropland grown around Tiaret since 2015?", "where has cropland grown around Tiaret since 2015?", "is cropland expanding around Tiaret since 2015?"),
        french=("les cultures ont-elles progressé autour de Tiaret depuis 2015 ?", "les terres cultivées ont-elles augmenté autour de Tiaret depuis 2015 ?", "les cultures progressent-elles autour de Tiaret depuis 2015 ?")),
    Meaning(name="some of a mission, and in a sentence after it what is there", slots={**_FIND, "collections": ["planetscope"], "phenomena": ["glacier"]},
        english=("Some PlanetScope at 46.45 N 8.05 E, 1 to 15 March 2026? It's the front of a glacier, two views are enough", "Any PlanetScope at 46.45 N 8.05 E, 1 to 15 March 2026? It's the front of a glacier", "PlanetScope at 46.45 N 8.05 E, 1 to 15 March 2026? It's the front of a glacier, two views will do"),
        french=("Du PlanetScope à 46,45° N 8,05° E, du 1er au 15 mars 2026 ? C'est le front d'un glacier, deux vues me suffisent", "Du PlanetScope à 46,45° N 8,05° E, du 1er au 15 mars 2026 ? C'est le front d'un glacier", "PlanetScope à 46,45° N 8,05° E, du 1er au 15 mars 2026 ? C'est le front d'un glacier, une vue suffirait")),
    Meaning(name="whether an archive has a variable", slots={**_FIND, "quantities": ["clt"], "facets.project": ["obs4MIPs"]},
        english=("does obs4MIPs have any total cloud fraction (clt)", "does obs4MIPs hold any clt?", "does obs4MIPs include some total cloud fraction (clt)?"),
        french=("obs4MIPs a-t-il de la fraction nuageuse totale (clt)", "est-ce que obs4MIPs a du clt ?", "obs4MIPs contient-il de la fraction nuageuse totale (clt) ?")),
)  # fmt: skip
