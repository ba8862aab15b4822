"""Acts by what is named: a place that snow lay on, a season that is measured, a belt that is only where, ice by its mountain."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import Meaning

MEANINGS = (
    Meaning(
        name="where snow lay",
        slots={"action": "detect", "phenomena": ["snow"], "statistics": ["area"]},
        english=("Where did snow lie on the Atlas Mountains on 15 February 2021? Give the area in km²", "Where was there snow in the Atlas Mountains on 15 February 2021? Give its area in km²", "Map the snow of the Atlas Mountains on 15 February 2021, with its area in km²"),
        french=("Où y avait-il de la neige au sol dans l'Atlas le 15 février 2021 ? Donne la superficie en km²", "Où y avait-il de la neige dans l'Atlas le 15 février 2021 ? Donne la superficie", "Cartographie la neige de l'Atlas le 15 février 2021, avec sa superficie en km²"),
    ),
    Meaning(
        name="how long snow stays, on an imager",
        slots={"action": "describe", "quantities": ["snd_season_length"], "statistics": ["mean"], "collections": ["modis"]},
        english=("Mean snow cover duration in the Alps 2001-2020, MODIS", "Snow season length in the Alps from MODIS, 2001-2020 average", "MODIS: average length of the snow season in the Alps, 2001-2020"),
        french=("Durée moyenne d'enneigement dans les Alpes 2001-2020, MODIS", "Durée de la saison de neige dans les Alpes d'après MODIS, moyenne 2001-2020", "MODIS : durée moyenne de l'enneigement dans les Alpes, 2001-2020"),
    ),
    Meaning(
        name="when snow goes",
        slots={"action": "describe", "quantities": ["snd_season_end"]},
        english=("Snow-free date in Svalbard in 2023?", "date the snow disappeared in Svalbard in 2023", "When did the snow disappear in Svalbard in 2023?"),
        french=("Date de disparition de la neige au Svalbard en 2023 ?", "date de déneigement au Svalbard en 2023", "date de fin de l'enneigement au Svalbard en 2023"),
    ),
    Meaning(
        name="how thick ice was",
        slots={"action": "describe", "quantities": ["sithick"]},
        english=("How thick was the ice in Hudson Bay in April 2022?", "How thick did the ice get in Hudson Bay in April 2022?", "ice thickness in Hudson Bay in April 2022"),
        french=("Quelle épaisseur avait la glace dans la baie d'Hudson en avril 2022 ?", "Quelle épaisseur faisait la banquise dans la baie d'Hudson en avril 2022 ?", "épaisseur de la glace dans la baie d'Hudson en avril 2022"),
    ),
    Meaning(
        name="a year under way against the last",
        slots={"action": "compare", "compared": "periods"},
        english=("Is there enough water in the Theewaterskloof reservoir this year compared with last year?", "Rainfall in Nairobi this year compared with last year", "Temperature of Oslo this year against last year"),
        french=("Y a-t-il assez d'eau dans le réservoir de Theewaterskloof cette année par rapport à l'an dernier ?", "Pluie à Nairobi cette année par rapport à l'an dernier", "Température d'Oslo cette année par rapport à l'année dernière"),
    ),
    Meaning(
        name="a belt of grain is where",
        slots={"action": "find", "phenomena": [], "collections": ["sentinel-2-l2a"]},
        english=("Sentinel-2, corn belt of Iowa, July 2024", "Sentinel-2 over the corn belt of Iowa in July 2024", "Sentinel-2, wheat belt of Iowa, July 2024"),
        french=("Sentinel-2, ceinture du maïs de l'Iowa, juillet 2024", "Sentinel-2 sur la ceinture du maïs de l'Iowa en juillet 2024", "Sentinel-2, ceinture du blé de l'Iowa, juillet 2024"),
    ),
    Meaning(
        name="the fields of a belt are what",
        slots={"action": "detect", "phenomena": ["crop"]},
        english=("Wheat fields of the corn belt of Iowa, Sentinel-2, July 2024", "Map the crops of the corn belt of Iowa in July 2024", "centre-pivot fields in Iowa, Sentinel-2, July 2024"),
        french=("Champs de blé de la ceinture du maïs de l'Iowa, Sentinel-2, juillet 2024", "Cartographie les cultures de la ceinture du maïs de l'Iowa en juillet 2024", "champs irrigués par pivot dans l'Iowa, Sentinel-2, juillet 2024"),
    ),
    Meaning(
        name="the ice of a mountain",
        slots={"action": "detect", "phenomena": ["glacier"]},
        english=("The ice of Kilimanjaro in 2020, Landsat", "Map the ice of Kilimanjaro in 2020", "ice on Kilimanjaro, 2020, Landsat"),
        french=("La glace du Kilimandjaro en 2020, Landsat", "Cartographie la glace du Kilimandjaro en 2020", "glace sur le Kilimandjaro, 2020, Landsat"),
    ),
    Meaning(
        name="an agglomeration is where",
        slots={"action": "find", "phenomena": []},
        english=("Landsat, agglomeration of Lyon, July 2022", "Landsat images of the agglomeration of Lyon, July 2022", "Landsat over the agglomeration of Lyon in July 2022"),
        french=("Landsat, agglomération de Lyon, juillet 2022", "Landsat sur l'agglomération de Lyon, juillet 2022", "Landsat sur l'agglomération de Lyon en juillet 2022"),
    ),
)  # fmt: skip
