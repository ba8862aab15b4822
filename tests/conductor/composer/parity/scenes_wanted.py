"""Scenes and files wanted: how many at most, the clearest of them, by which mission and not by which, at which step."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import Meaning

LOME = ("Sentinel-2 of Lomé in 2023, {}", "Sentinel-2 sur Lomé en 2023, {}")
LISTED = ("List the Sentinel-2 images of Ziguinchor in 2023{}", "Liste les images Sentinel-2 de Ziguinchor en 2023{}")
FILES = ("All files of zg {} for historical, MRI-ESM2-0", "Tous les fichiers de zg {} pour historical, MRI-ESM2-0")

MEANINGS = (
    Meaning(
        name="ten at the most", frames=LOME, slots={"action": "find", "filters": {"limit": 10}, "statistics": []},
        english=("ten at the most", "ten at most", "ten at the very most", "no more than ten", "10 at the most", "at the most 10", "ten scenes at the most", "ten max"),
        french=("dix au plus", "dix tout au plus", "dix au grand maximum", "pas plus de dix", "10 au plus", "tout au plus 10", "dix scènes tout au plus", "dix max", "dix au maximum"),
    ),
    Meaning(
        name="no more than fifteen", frames=LOME, slots={"action": "find", "filters": {"limit": 15}},
        english=("no more than fifteen", "fifteen at most", "fifteen at the most", "not more than 15"),
        french=("pas plus de quinze", "quinze au plus", "quinze au maximum", "pas plus d'une quinzaine", "pas plus de 15"),
    ),
    Meaning(
        name="the five clearest", frames=LOME, slots={"action": "find", "filters": {"limit": 5, "sort": "+eo:cloud_cover"}},
        english=("the five clearest", "the clearest five", "the five least cloudy", "the clearest five are enough"),
        french=("les cinq plus dégagées", "les cinq plus claires", "les cinq moins nuageuses", "les cinq moins couvertes", "les cinq plus dégagées suffisent"),
    ),
    Meaning(
        name="the latest there is", frames=LOME, slots={"action": "find", "filters": {"limit": 1, "sort": "-datetime"}},
        english=("latest available", "the latest", "the last available", "the last one available", "the most recent available"),
        french=("la dernière disponible", "la dernière", "la dernière en date", "la plus récente", "la plus récente disponible", "le plus récent disponible"),
    ),
    Meaning(
        name="the latest ones are more than one", frames=LOME, slots={"action": "find", "filters": {"sort": "-datetime"}},
        english=("the latest available ones",),
        french=("les dernières disponibles", "les plus récentes disponibles"),
    ),
    Meaning(
        name="an index by pixel is worked out", slots={"action": "describe", "statistics": ["max"], "parts": 1},
        english=("Max NDVI composite, Mali, 2021", "Maximum NDVI composite over Mali, 2021", "Maximum-value NDVI composite of Mali, 2021"),
        french=("Composite de NDVI maximal, Mali, 2021", "Composite de NDVI max, Mali, 2021", "Composite du NDVI maximum, Mali, 2021", "Composite NDVI max sur le Mali en 2021"),
    ),
    Meaning(
        name="composites looked for", slots={"action": "find", "statistics": ["max"]},
        english=("Find max NDVI composites of Mali for 2021", "Search for maximum NDVI composites of Mali for 2021"),
        french=("Trouve des composites de NDVI maximal du Mali pour 2021", "Cherche des composites de NDVI max du Mali pour 2021"),
    ),
    Meaning(
        name="radar turned down", frames=LISTED, slots={"action": "find", "collections": ["sentinel-2-l2a"], "parts": 1, "declined": None},
        english=(". I am not interested in radar.", ". Radar doesn't interest me.", ". Radar is of no use to us.", ". We don't need radar.", ". No need for radar.", "; radar isn't needed.", ", no radar please.", ", not Sentinel-1."),
        french=(". Le radar ne m'intéresse pas.", ". Je ne suis pas intéressé par le radar.", ". Le radar ne nous intéresse pas.", ". Le radar ne sert à rien.", ", le radar n'est pas utile.", ", pas besoin de radar.", ", pas de radar.", ", je ne veux pas de radar.", ", pas Sentinel-1."),
    ),
    Meaning(
        name="radar as well", frames=LISTED, slots={"collections": ["sentinel-2-l2a", "sentinel-1-grd"]},
        english=(" and those of Sentinel-1", ", not only those but Sentinel-1 too"),
        french=(" et celles de Sentinel-1", ", ainsi que celles de Sentinel-1"),
    ),
    Meaning(
        name="a mission alone is asked of, whatever is denied", slots={"collections": ["sentinel-2-l2a"]},
        english=("Why are there no Sentinel-2 images of Lomé in June 2023?", "Are there no Sentinel-2 images of Lomé in June 2023?"),
        french=("Pourquoi n'y a-t-il pas d'images Sentinel-2 de Lomé en juin 2023 ?", "N'y a-t-il aucune image Sentinel-2 de Lomé en juin 2023 ?"),
    ),
    Meaning(
        name="six-hourly files", frames=FILES, slots={"facets.frequency": ["6hr"]},
        english=("at 6-hourly frequency", "every 6 hours", "at a 6-hour step", "at six-hour intervals", "at six-hourly steps"),
        french=("au pas de 6 heures", "au pas de six heures", "au pas de temps de 6 heures", "toutes les 6 heures", "au pas de 6 h"),
    ),
    Meaning(
        name="hourly files in a later turn", frames=("List ERA5 datasets on wind || {}", "Liste les jeux ERA5 sur le vent || {}"), slots={"facets.frequency": ["1hr"], "collections": ["era5"]},
        english=("those with hourly steps", "hourly ones", "the hourly ones"),
        french=("ceux au pas horaire", "au pas horaire", "ceux au pas d'une heure", "les horaires"),
    ),
    Meaning(
        name="a historical trend, not the historical runs", slots={"facets": {"mip_era": ["CMIP6"]}},
        english=("Historical trend of temperature in Oslo, CMIP6", "Historical temperature in Oslo, CMIP6, 1950-2014", "Historical observations of temperature in Oslo, CMIP6"),
        french=("Tendance historique de la température à Oslo, CMIP6", "Température historique à Oslo, CMIP6, 1950-2014", "Observations historiques de température à Oslo, CMIP6"),
    ),
    Meaning(
        name="the historical runs", slots={"facets.experiment_id": ["historical"]},
        english=("Historical simulation of temperature in Oslo, CMIP6", "Historical runs of CMIP6, temperature in Oslo"),
        french=("Simulation historique de la température à Oslo, CMIP6", "Expérience historique de CMIP6, température à Oslo"),
    ),
    Meaning(
        name="a figure seen from above",
        slots={"action": "describe"},
        english=("How hot were the streets of Medellín on 2 March 2024, seen from space?", "What was the temperature in the streets of Delhi on 20 May 2024, as seen from space?", "How green was Nairobi in May 2024, seen from above?"),
        french=("Quelle température faisait-il dans les rues de Medellín le 2 mars 2024, vue de l'espace ?", "Quelle était la température dans les rues de Delhi le 20 mai 2024, vue de l'espace ?", "À quel point Nairobi était-elle verte en mai 2024, vue d'en haut ?"),
    ),
    Meaning(
        name="a place seen from above",
        slots={"action": "find", "declined": None},
        english=("Show me Nairobi in May 2024, seen from space", "Nairobi in May 2024, as seen from orbit", "Show me Nairobi in May 2024, seen from above"),
        french=("Montre-moi Nairobi en mai 2024, vue de l'espace", "Nairobi en mai 2024, vue du ciel", "Montre-moi Nairobi en mai 2024, vue d'en haut"),
    ),
)  # fmt: skip
