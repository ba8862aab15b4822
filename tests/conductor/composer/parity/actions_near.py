"""What looks like another wish and is none, in both languages: near misses of the words that tell the action."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import Meaning

MEANINGS = (
    Meaning(
        name="a rise that is to come is projected",
        slots={"action": "project"},
        english=("temperature rise in Mali by 2070 under ssp245", "rainfall decline in Senegal by 2100, ssp585"),
        french=("hausse de la température au Mali d'ici 2070 sous ssp245", "baisse des pluies au Sénégal d'ici 2100, ssp585"),
    ),
    Meaning(
        name="two months of one season are no choice",
        slots={"action": "trend", "compared": None},
        english=("Is the sea surface off Brest getting warmer in July and August since 1990?", "Has the sea surface off Brest become warmer in July and August since 1990?"),
        french=("La surface de la mer au large de Brest devient-elle plus chaude en juillet et août depuis 1990 ?", "La surface de la mer au large de Brest est-elle devenue plus chaude en juillet et août depuis 1990 ?"),
    ),
    Meaning(
        name="what changed is no choice of which",
        slots={"action": "change", "compared": None},
        english=("What has changed in Lagos between May 2020 and May 2024, Sentinel-2?", "Sentinel-2: what changed in Lagos between May 2020 and May 2024?"),
        french=("Qu'est-ce qui a changé à Lagos entre mai 2020 et mai 2024, Sentinel-2 ?", "Sentinel-2 : ce qui a changé à Lagos entre mai 2020 et mai 2024 ?"),
    ),
    Meaning(
        name="damage of one day is mapped",
        slots={"action": "detect"},
        english=("Map the earthquake damage in Antakya on 9 February 2023",),
        french=("Cartographie les dégâts du séisme à Antakya au 9 février 2023",),
    ),
    Meaning(
        name="what a segmentation model is",
        slots={"action": "explain"},
        english=("What is a segmentation model?", "How does a ship detection model work?", "Which model is best for ship detection?"),
        french=("Qu'est-ce qu'un modèle de segmentation ?", "Comment fonctionne un modèle de détection de navires ?", "Quel modèle est le meilleur pour détecter les navires ?"),
    ),
    Meaning(
        name="a dam that broke is an event",
        slots={"action": "detect"},
        english=("Map the flood after the dam failure at Derna, 13 September 2023",),
        french=("Cartographie l'inondation après la rupture des barrages à Derna, 13 septembre 2023",),
    ),
    Meaning(
        name="a passage that is a place",
        slots={"action": "describe"},
        english=("sea ice concentration in the Northwest Passage in September 2012",),
        french=("concentration de la banquise dans le passage du Nord-Ouest en septembre 2012",),
    ),
    Meaning(
        name="the slope of each decade is a trend",
        slots={"action": "trend"},
        english=("warming per decade in Mauritania, 1950-2019", "rainfall trend by decade in Mauritania, 1950-2019"),
        french=("réchauffement par décennie en Mauritanie, 1950-2019", "tendance des pluies par décennie en Mauritanie, 1950-2019"),
    ),
    Meaning(
        name="the strongest of two days on end is no choice",
        slots={"action": "describe", "compared": None, "statistics": ("max",)},
        english=("What was the strongest wind in Bordeaux on 27 and 28 December 1999?", "What was the highest temperature in Bordeaux on 3 and 4 August 2003?"),
        french=("Quel a été le vent le plus fort à Bordeaux les 27 et 28 décembre 1999 ?", "Quelle a été la température la plus élevée à Bordeaux les 3 et 4 août 2003 ?", "Les 27 et 28 décembre 1999, quel a été le vent le plus fort à Bordeaux ?"),
    ),
    Meaning(
        name="the hottest of two years is one",
        slots={"action": "compare", "compared": "periods"},
        english=("Which year was the hottest in Lyon, 2003 or 2022?",),
        french=("Quelle a été l'année la plus chaude à Lyon, 2003 ou 2022 ?",),
    ),
    Meaning(
        name="two places to come, counted from a normal",
        slots={"action": "project", "compared": None, "periods": ["target 2041-01-01..2060-12-31", "reference 1991-01-01..2020-12-31"]},
        english=("Frost days in Mendoza and Maule for 2041-2060 under SSP2-4.5, compared with 1991-2020", "Frost days in Mendoza and Maule for 2041-2060 under SSP2-4.5, relative to 1991-2020"),
        french=("Jours de gel à Mendoza et dans le Maule pour 2041-2060 en SSP2-4.5, comparés à 1991-2020", "Jours de gel à Mendoza et dans le Maule pour 2041-2060 en SSP2-4.5, par rapport à 1991-2020"),
    ),
    Meaning(
        name="two places compared",
        slots={"action": "compare", "compared": "places"},
        english=("Rain in Kenya in 2050 compared with Uganda under ssp245",),
        french=("La pluie au Kenya en 2050 comparée à l'Ouganda en ssp245",),
    ),
    Meaning(
        name="has anything to do with",
        slots={"action": "describe", "phenomena": ("drought",)},
        english=("Does ENSO have anything to do with droughts in Java?", "Does ENSO have something to do with droughts in Java?"),
        french=("ENSO a-t-il à voir avec les sécheresses à Java ?",),
    ),
)  # fmt: skip
