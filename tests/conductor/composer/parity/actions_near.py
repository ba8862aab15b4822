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
)  # fmt: skip
