"""Bounds on days, the size of what lies or burns, levels of water, and adjectives that stand inside a name, in both languages."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import Meaning

MEANINGS = (
    Meaning(
        name="days above a bound",
        slots={"quantities": ("tx_days_above>30degC",)},
        english=("days with more than 30 degrees in Lyon in 2022", "How many days with more than 30 degrees in Lyon in 2022?", "30-degree days in Lyon in 2022", "temps above 30 °C in Lyon in 2022: number of summer days"),
        french=("les jours à plus de 30 degrés à Lyon en 2022", "Combien de jours à plus de 30 degrés à Lyon en 2022 ?", "les jours à 30 degrés à Lyon en 2022", "jours avec plus de 30 degrés à Lyon en 2022"),
    ),
    Meaning(
        name="days with much rain stay of rain",
        slots={"quantities": ("wetdays>20mm/day",)},
        english=("days with more than 20 mm in Lyon in 2022", "days with more than 20 mm of rain in Lyon in 2022"),
        french=("jours avec plus de 20 mm à Lyon en 2022", "jours avec plus de 20 mm de pluie à Lyon en 2022"),
    ),
    Meaning(
        name="cold nights",
        slots={"quantities": ("tn_days_below<-20degC",)},
        english=("minus 20 degree nights in Winnipeg in 2020", "-20 °C nights in Winnipeg in 2020", "nights at -20 in Winnipeg in 2020", "how many minus 20 nights in Winnipeg in 2020?", "days under -20 °C in Winnipeg in 2020"),
        french=("nuits à moins 20 degrés à Winnipeg en 2020", "les nuits à -20 à Winnipeg en 2020", "nuits de -20 °C à Winnipeg en 2020", "les jours à moins de -20 °C à Winnipeg en 2020"),
    ),
    Meaning(
        name="a distance below nothing is impossible still",
        slots={"declined": "contradiction"},
        english=("Sentinel-2 scenes within -20 km of Lyon in 2020",),
        french=("scènes Sentinel-2 à moins de -20 km de Lyon en 2020",),
    ),
    Meaning(
        name="days with gusts",
        slots={"quantities": ("windy_days>100km/h",)},
        english=("how many days with gusts over 100 km/h in Brest in 2020", "number of days with gusts of more than 100 km/h in Brest in 2020"),
        french=("combien de jours avec des rafales de plus de 100 km/h à Brest en 2020", "nombre de jours avec des rafales à plus de 100 km/h à Brest en 2020"),
    ),
    Meaning(
        name="gusts",
        slots={"quantities": ("wsgmax10m>100km/h",)},
        english=("gusts over 100 km/h in Brest in 2020", "gusts of more than 100 km/h in Brest in 2020"),
        french=("rafales à plus de 100 km/h à Brest en 2020", "rafales dépassant 100 km/h à Brest en 2020"),
    ),
    Meaning(
        name="than or equal to",
        slots={"quantities": ("tn_days_below<=-10degC",)},
        english=("Minimum temperature lower than or equal to -10 °C in Lyon, number of days in 2015", "days with minimum temperature less than or equal to -10 °C in Lyon in 2015"),
        french=("Température minimale inférieure ou égale à -10 °C à Lyon, nombre de jours en 2015",),
    ),
    Meaning(
        name="levels of lakes",
        slots={"quantities": ("water_surface_height_above_reference_datum",), "phenomena": (), "action": "describe"},
        english=("SWOT water levels of Lake Victoria in 2024", "level of Lake Victoria in 2024", "SWOT level of Lake Victoria in 2024", "altimetry of Lake Victoria in 2024", "Water level of the Caspian Sea in 2024"),
        french=("niveaux d'eau SWOT du lac Victoria en 2024", "niveau du lac Victoria en 2024", "niveau SWOT du lac Victoria en 2024", "altimétrie du lac Victoria en 2024", "Niveau de la mer Caspienne en 2024"),
    ),
    Meaning(
        name="extent of sea ice",
        slots={"quantities": ("sea_ice_extent",), "statistics": ("extent",)},
        english=("Extent of the Antarctic sea ice in February 2023", "sea ice extent in Antarctica in February 2023"),
        french=("Étendue de la banquise antarctique en février 2023", "étendue mensuelle de la banquise en Antarctique en février 2023"),
    ),
    Meaning(
        name="thickness of sea ice",
        slots={"quantities": ("sithick",)},
        english=("Projected sea ice thickness around Svalbard, ssp370", "How thick will the sea ice be around Svalbard in 2090, ssp370?"),
        french=("Épaisseur projetée de la banquise autour du Svalbard, ssp370", "Quelle épaisseur de glace de mer autour du Svalbard en 2090, ssp370 ?", "épaisseur moyenne de la banquise autour du Svalbard, ssp370"),
    ),
    Meaning(
        name="adjectives inside a name",
        slots={"quantities": ("ts",)},
        english=("Mean land surface temperature of Karachi, May 2024, Landsat",),
        french=("Température moyenne de surface du sol à Karachi, mai 2024, Landsat",),
    ),
    Meaning(
        name="a maximum by its name stays one",
        slots={"quantities": ("tasmax",)},
        english=("Highest maximum temperature in Madrid in 2022", "Annual maximum of daily temperature in Madrid since 1960"),
        french=("température maximale de l'air à Madrid en 2022", "Maximum annuel de la température quotidienne à Madrid depuis 1960"),
    ),
    Meaning(
        name="temperature of a sea",
        slots={"quantities": ("tos",)},
        english=("Temperature of the Aegean Sea in July 2024", "How warm was the Adriatic in July 2024?", "surface temperature in the Coral Sea in July 2024", "temperature North Sea January 2020"),
        french=("Température de la mer Égée en juillet 2024", "Quelle température faisait l'Adriatique en juillet 2024 ?", "température de surface en mer de Corail en juillet 2024", "température mer du Nord janvier 2020"),
    ),
    Meaning(
        name="ice of a lake",
        slots={"quantities": (), "phenomena": ("lake_ice",)},
        english=("Ice on Lake Baikal: when was it frozen in winter 2022-2023?", "Has the ice season on Lake Baikal become shorter since 1980?"),
        french=("Glace sur le lac Baïkal : quand était-il gelé à l'hiver 2022-2023 ?", "La saison de glace sur le lac Baïkal s'est-elle raccourcie depuis 1980 ?"),
    ),
    Meaning(
        name="heating and cooling",
        slots={"quantities": ("heating_degree_days", "cooling_degree_days")},
        english=("Energy demand: HDD and CDD in Vienna, Austria, 2020",),
        french=("degrés-jours de chauffage et degrés-jours de climatisation à Vienne, Autriche, 2020",),
    ),
    Meaning(
        name="flood of so many years",
        slots={"quantities": ("water_volume_transport_in_river_channel",), "phenomena": (), "statistics": ("return_period_50",)},
        english=("50-year flood of the Vistula, 1991-2020", "the 50-year flow of the Vistula, 1991-2020"),
        french=("crue cinquantennale de la Vistule, 1991-2020", "crue de récurrence 50 ans de la Vistule, 1991-2020", "débit cinquantennal de la Vistule, 1991-2020"),
    ),
    Meaning(
        name="size of what was flooded",
        slots={"statistics": ("area",), "phenomena": ("flood",)},
        english=("How much flooded land in Sindh in August 2022?", "Flooded area near Sukkur in August 2022", "How many hectares flooded in Sindh in August 2022?"),
        french=("Quelle surface inondée au Sind en août 2022 ?", "Surface inondée près de Sukkur en août 2022", "Combien d'hectares inondés au Sind en août 2022 ?"),
    ),
    Meaning(
        name="surface of a lake that is warm is no area",
        slots={"statistics": ()},
        english=("Temperature of the Lake Constance surface in July 2024", "What is the CF name of leaf area index?"),
        french=("Température de surface du lac de Constance en juillet 2024", "Quel est le nom CF de l'indice de surface foliaire ?"),
    ),
    Meaning(
        name="a season is the setting of what is measured",
        slots={"quantities": ("pr",)},
        english=("Total rain over the Zambezi basin, rainy season 2023-2024",),
        french=("Pluie totale sur le bassin du Zambèze, saison des pluies 2023-2024",),
    ),
    Meaning(
        name="the day in a name is no step",
        slots={"aggregation": None},
        english=("Mean daily temperature range in Tashkent in July, 1991-2020", "Largest daily snowfall in Buffalo, New York, since 1970"),
        french=("Amplitude thermique quotidienne moyenne à Tachkent en juillet, 1991-2020", "Plus grosse chute de neige quotidienne à Buffalo, New York, depuis 1970", "moyenne de la température quotidienne à Tachkent en juillet, 1991-2020"),
    ),
    Meaning(
        name="an amount of land that was lost",
        slots={"action": "detect", "statistics": ("area",), "phenomena": ("deforestation",)},
        english=("How much tree cover loss did Brazil have in 2022?", "How much tree cover was lost in Brazil in 2022?", "How much deforestation was there in Brazil in 2022?", "What was the tree cover loss of Brazil in 2022?", "how much forest did Brazil lose in 2022?"),
        french=("Quelle perte de couvert arboré le Brésil a-t-il eue en 2022 ?", "Combien de couvert arboré a été perdu au Brésil en 2022 ?", "Combien de déforestation au Brésil en 2022 ?", "Quelle a été la perte de couvert arboré du Brésil en 2022 ?", "combien de forêt le Brésil a-t-il perdu en 2022 ?"),
    ),
    Meaning(
        name="an amount of land that there is",
        slots={"action": "detect", "statistics": ("area",)},
        english=("How much natural grassland was there in Mongolia in 2022?", "How much of Mongolia was grassland in 2022?"),
        french=("Combien de prairie naturelle y avait-il en Mongolie en 2022 ?",),
    ),
    Meaning(
        name="an amount of moor",
        slots={"statistics": ("area",), "phenomena": ("wetland",)},
        english=("How much peatland was disturbed in Scotland in July 2024?",),
        french=("Combien de tourbière a été perturbée en Écosse en juillet 2024 ?",),
    ),
    Meaning(
        name="a loss that is only named",
        slots={"statistics": ()},
        english=("Tree cover loss in Peru in 2021", "How much has Lagos grown since 2000?"),
        french=("Perte de couvert arboré au Pérou en 2021", "De combien Lagos a-t-elle grandi depuis 2000 ?"),
    ),
    Meaning(
        name="a size in a table",
        slots={"statistics": ("area",), "action": "detect", "outputs": ("table",)},
        english=("Show the burned area in the Pantanal, September 2020, MODIS, as a table", "Burned area in the Pantanal, September 2020, MODIS, as a spreadsheet", "Give the burned area of the Pantanal, September 2020, MODIS, in a table"),
        french=("Montre la superficie brûlée dans le Pantanal, septembre 2020, MODIS, dans un tableau", "Surface brûlée dans le Pantanal, septembre 2020, MODIS, dans un tableur", "Donne la surface brûlée du Pantanal, septembre 2020, MODIS, sous forme de tableau"),
    ),
)  # fmt: skip
