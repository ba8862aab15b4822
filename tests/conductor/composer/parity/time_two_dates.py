"""Dates that tell a state, begin a series, or are two ends of a change; days of a year told before them; the season under way."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import Meaning

MEANINGS = (
    Meaning(
        name="the state of a date",
        slots={"periods": ["target 2024-03-01..2024-03-31"]},
        english=("How many buildings are there in the Kakuma camp as of March 2024?", "Buildings in the Kakuma camp as at March 2024", "Urban area of Kakuma as of March 2024", "How much forest stood around Kakuma as of March 2024?"),
        french=("Combien de bâtiments y a-t-il dans le camp de Kakuma en mars 2024 ?", "Bâtiments du camp de Kakuma en date de mars 2024", "Surface urbaine de Kakuma en mars 2024"),
    ),
    Meaning(
        name="scenes from a date on",
        slots={"periods": ["target 2024-03-01..2026-06-15"]},
        english=("Sentinel-2 scenes of Lyon as of 1 March 2024", "Sentinel-2 images of Lyon from 1 March 2024 onwards", "Sentinel-2 images of Lyon available as of 1 March 2024"),
        french=("Scènes Sentinel-2 de Lyon à compter du 1er mars 2024", "Images Sentinel-2 de Lyon à partir du 1er mars 2024", "Images Sentinel-2 de Lyon depuis le 1er mars 2024"),
    ),
    Meaning(
        name="a change since one date as of another",
        slots={"action": "change", "periods": ["reference 2010-08-01..2010-08-31", "target 2024-08-01..2024-08-31"]},
        english=("Has the Petermann Glacier front retreated since August 2010 as of August 2024?", "How much has the Petermann Glacier shrunk since August 2010 as of August 2024?", "Did the Petermann Glacier retreat between August 2010 and August 2024?"),
        french=("Le front du glacier Petermann a-t-il reculé entre août 2010 et août 2024 ?", "De combien le glacier Petermann a-t-il rétréci entre août 2010 et août 2024 ?", "De combien le glacier Petermann a-t-il reculé entre les images d'août 2010 et d'août 2024 ?"),
    ),
    Meaning(
        name="a loss between two scenes",
        slots={"periods": ["reference 2004-06-01..2004-06-30", "target 2005-06-01..2005-06-30"]},
        english=("How much forest did the Tatra Mountains lose between the June 2004 and June 2005 Landsat scenes?", "How much forest did the Tatra Mountains lose between June 2004 and June 2005?", "How much vegetation did the Tatra Mountains gain between the scenes of June 2004 and June 2005?"),
        french=("Combien de forêt les Tatras ont-elles perdu entre les scènes Landsat de juin 2004 et de juin 2005 ?", "Combien de forêt les Tatras ont-elles perdu entre juin 2004 et juin 2005 ?", "Combien de végétation les Tatras ont-elles gagné entre les images de juin 2004 et celles de juin 2005 ?"),
    ),
    Meaning(
        name="between scenes of two months of one year",
        slots={"periods": ["target 2023-07-01..2023-09-30"]},
        english=("Which fires burned near Kelowna between the July and September 2023 images?", "Burned areas near Kelowna between July and September 2023"),
        french=("Quels feux ont brûlé près de Kelowna entre les images de juillet et de septembre 2023 ?", "Zones brûlées près de Kelowna entre juillet et septembre 2023"),
    ),
    Meaning(
        name="many years that begin with another one",
        frames=("Trend of annual maximum one-day rain in Houston since 1950 || {}", "Tendance de la pluie maximale annuelle en un jour à Houston depuis 1950 || {}"),
        slots={"action": "trend", "periods": ["target 1980-01-01..2026-06-15"]},
        english=("no, from 1980", "make it from 1980", "only from 1980", "and since 1980?", "starting from 1980 instead"),
        french=("non, à partir de 1980", "prends à partir de 1980", "seulement à partir de 1980", "et depuis 1980 ?", "plutôt à partir de 1980"),
    ),
    Meaning(
        name="years gone by that a run reaches",
        slots={"action": "simulate", "periods": ["target 1990-01-01..2005-12-31", "target None..2015-12-31"]},
        english=("calibrate gr4j on the gatineau with obs 1990-2005 then run it to 2015", "calibrate GR4J on the Gatineau with 1990-2005 observations, then extend it to 2015", "Calibrate GR4J on the Gatineau with 1990-2005 observations, then run it until 2015"),
        french=("cale gr4j sur la gatineau avec les obs 1990-2005 pis roule le jusqu'en 2015", "Cale GR4J sur la Gatineau avec les observations 1990-2005, puis prolonge-le jusqu'en 2015", "Cale GR4J sur la Gatineau avec les observations 1990-2005, puis fais-le tourner jusqu'en 2015"),
    ),
    Meaning(
        name="days of the one year told before them",
        slots={"periods": ["target 2022-11-20..2022-12-18"]},
        english=("How humid was it in Doha during the 2022 World Cup, 20 November to 18 December?", "In 2022, from 20 November to 18 December, how hot was Doha?", "Temperature in Doha, 2022, 20 November to 18 December"),
        french=("Quelle était l'humidité à Doha pendant la Coupe du monde 2022, du 20 novembre au 18 décembre ?", "En 2022, du 20 novembre au 18 décembre, quelle chaleur faisait-il à Doha ?", "Température à Doha, 2022, du 20 novembre au 18 décembre"),
    ),
    Meaning(
        name="the season just over, for which something is wanted",
        slots={"periods": ["target 2026-03-01..2026-05-31"], "months": []},
        english=("What satellite images are there of Szeged for this spring?", "Satellite images of Szeged this spring", "NDVI of Szeged for this spring"),
        french=("Quelles images satellite y a-t-il de Szeged pour ce printemps ?", "Images satellite de Szeged ce printemps", "NDVI de Szeged pour ce printemps"),
    ),
    Meaning(
        name="the week under way, for which something is wanted",
        slots={"periods": ["target 2026-06-15..2026-06-15"]},
        english=("Rain in Nice for this week", "Rain in Nice this week", "Show the rain in Nice for this week"),
        french=("La pluie à Nice pour cette semaine", "La pluie à Nice cette semaine", "Montre la pluie à Nice pour cette semaine-ci"),
    ),
    Meaning(
        name="the month beside an identifier in keywords",
        slots={"action": "project", "months": [5], "periods": ["target 2071-01-01..2100-12-31", "reference 1995-01-01..2014-12-31"]},
        english=("ssp585 tasmax may chang for ahmedabad 2071-2100", "tasmax may change ahmedabad 2071-2100 ssp585", "change in may tasmax, ahmedabad, 2071-2100, ssp585"),
        french=("changment de tasmax en mai pr ahmedabad 2071-2100 ssp585", "changement de tasmax en mai ahmedabad 2071-2100 ssp585", "changement du tasmax de mai, ahmedabad, 2071-2100, ssp585"),
    ),
    Meaning(
        name="what a variable may do",
        slots={"action": "project", "months": [], "periods": ["target 2071-01-01..2100-12-31", "reference 1995-01-01..2014-12-31"]},
        english=("how tasmax may change in ahmedabad 2071-2100 ssp585", "How much may tasmax change in Ahmedabad in 2071-2100, ssp585?"),
        french=("comment tasmax pourrait changer à ahmedabad 2071-2100 ssp585",),
    ),
    Meaning(
        name="a season of growth is no growth",
        slots={"periods": ["target 2024-10-01..2025-03-31"], "action": "describe"},
        english=("How many growing degree days did Mildura get between October 2024 and March 2025?", "Growing degree days in Mildura between October 2024 and March 2025", "How many growing-degree days were there in Mildura between October 2024 and March 2025?"),
        french=("Combien de degrés-jours de croissance Mildura a-t-elle reçus entre octobre 2024 et mars 2025 ?", "Degrés-jours de croissance à Mildura entre octobre 2024 et mars 2025", "Combien de degrés-jours de croissance y a-t-il eu à Mildura entre octobre 2024 et mars 2025 ?"),
    ),
)  # fmt: skip
