"""What was told elsewhere is asked for: sources and dates that words only point at; who holds data needs no place."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import Meaning

MEANINGS = (
    Meaning(
        name="a mission that words point at",
        english=("that satellite", "this sensor", "our usual mission", "the same collection", "the other satellite", "these instruments"),
        french=("ce satellite", "ce capteur", "notre mission habituelle", "la même collection", "l'autre satellite", "ces instruments"),
        frames=("Find the scenes of {} over Nice, May 2025", "Trouve les scènes de {} sur Nice, mai 2025"),
        slots={"clarification": "collections", "action": "find", "places": ["FR [7, 44, 7, 44]"]},
    ),
    Meaning(
        name="satellites in general",
        english=("Nice seen by satellite, May 2025", "Images by satellite over Nice, May 2025", "satellite images of Nice in May 2025"),
        french=("Nice vue par satellite, mai 2025", "Images par satellite de Nice, mai 2025", "images satellite de Nice en mai 2025"),
        slots={"clarification": None},
    ),
    Meaning(
        name="scenes of dates told elsewhere",
        english=("on that day", "on the same dates", "that week", "over the period", "for our study period", "at that date"),
        french=("ce jour-là", "aux mêmes dates", "cette semaine-là", "sur la période", "pour notre période d'étude", "à cette date"),
        frames=("Sentinel-2 over Nice {}", "Sentinel-2 sur Nice {}"),
        slots={"clarification": "periods", "collections": ["sentinel-2-l2a"]},
    ),
    Meaning(
        name="rain since a date told elsewhere",
        english=("How much has it rained in Oslo since then?", "Total rain in Oslo since that day", "Rain in Oslo between then and now"),
        french=("Combien a-t-il plu à Oslo depuis lors ?", "Cumul de pluie à Oslo depuis ce jour", "Pluie à Oslo entre cette date et maintenant"),
        slots={"clarification": "periods"},
    ),
    Meaning(
        name="periods that are told",
        english=("over the period 1991-2020", "over the period from 1991 to 2020", "for the years 1991 to 2020", "in that period, 1991-2020"),
        french=("sur la période 1991-2020", "sur la période de 1991 à 2020", "pour les années 1991 à 2020", "sur cette période, 1991-2020"),
        frames=("Mean temperature in Oslo {}", "Température moyenne à Oslo {}"),
        slots={"clarification": None, "periods": ["target 1991-01-01..2020-12-31"]},
    ),
    Meaning(
        name="who holds a mission's data",
        english=("Which catalogues carry PlanetScope?", "Is there an openEO backend with PlanetScope?", "List the portals that serve PlanetScope", "Where can I download PlanetScope?"),
        french=("Quels catalogues ont PlanetScope ?", "Y a-t-il un backend openEO avec PlanetScope ?", "Liste les portails qui servent PlanetScope", "Où puis-je télécharger PlanetScope ?"),
        slots={"clarification": None, "action": "find", "collections": ["planetscope"]},
    ),
    Meaning(
        name="applications, services and formats for images",
        english=("which applications on the ADES can orthorectify images?", "list the processes that mosaic scenes", "CWL workflows that take imagery as input", "which WPS services can reproject scenes?",
                 "which data formats do your images come in?", "what satellite imagery do you have access to?", "high-resolution imagery providers", "sample notebooks for reading satellite scenes",
                 "which missions carry a hyperspectral imager?", "apps deployed here for image processing"),
        french=("quelles applications de l'ADES peuvent orthorectifier des images ?", "liste les processus qui mosaïquent des scènes", "workflows CWL qui prennent de l'imagerie en entrée", "quels services WPS peuvent reprojeter des scènes ?",
                "dans quels formats sont vos images ?", "à quelle imagerie satellite avez-vous accès ?", "fournisseurs d'imagerie à haute résolution", "carnets d'exemple pour lire des scènes satellite",
                "quelles missions portent un imageur hyperspectral ?", "applications déployées ici pour le traitement d'images"),
        slots={"clarification": None, "places": []},
    ),
    Meaning(
        name="scenes without a place",
        english=("find satellite images with little cloud", "show me the latest Sentinel-2 scenes", "radar scenes of last week"),
        french=("trouve des images satellite avec peu de nuages", "montre-moi les dernières scènes Sentinel-2", "scènes radar de la semaine dernière"),
        slots={"clarification": "places", "action": "find"},
    ),
    Meaning(
        name="files of models for ground that is only pointed at",
        english=("daily tasmax files of CanESM5 ssp245 for my region", "I study floods in our catchment: list the daily tasmax files of CanESM5 for ssp245", "find daily tasmax, CanESM5, ssp245, for our valley"),
        french=("fichiers tasmax quotidiens de CanESM5 ssp245 pour ma région", "J'étudie les crues de notre bassin : liste les fichiers tasmax quotidiens de CanESM5 pour ssp245", "trouve tasmax quotidien, CanESM5, ssp245, pour notre vallée"),
        slots={"clarification": None, "action": "find", "facets.source_id": ["CanESM5"], "facets.frequency": ["day"]},
    ),
    Meaning(
        name="labels of a mission's images",
        english=("labelled ship chips from Sentinel-1", "find annotated Sentinel-1 images of ships", "a training set of ships on Sentinel-1"),
        french=("vignettes de navires étiquetées de Sentinel-1", "trouve des images Sentinel-1 annotées de navires", "un jeu d'entraînement de navires sur Sentinel-1"),
        slots={"clarification": None, "collections": ["sentinel-1-grd"]},
    ),
    Meaning(
        name="downscaled models cover the world",
        english=("NEX-GDDP-CMIP6 tasmax for ACCESS-CM2", "tasmax of ACCESS-CM2 in NEX-GDDP-CMIP6"),
        french=("tasmax NEX-GDDP-CMIP6 pour ACCESS-CM2", "tasmax d'ACCESS-CM2 dans NEX-GDDP-CMIP6"),
        slots={"clarification": None, "quantities": ["tasmax"]},
    ),
    Meaning(
        name="a radar named in a sentence of its own",
        slots={"parts": 1, "collections": ["sentinel-1-grd"], "quantities": [], "phenomena": ["flood"]},
        frames=("How many km² were under water in Sylhet on 20 June 2022? {}", "Combien de km² étaient inondés à Sylhet le 20 juin 2022 ? {}"),
        english=("Radar imagery only.", "Radar imagery only, it was overcast.", "Radar images exclusively."),
        french=("Imagerie radar uniquement.", "Imagerie radar uniquement, le ciel était bouché.", "Images radar seulement, il faisait nuageux."),
    ),
)  # fmt: skip
