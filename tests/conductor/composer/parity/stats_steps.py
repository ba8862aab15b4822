"""Time steps, outputs, counts and sizes in both languages."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import SAME, Meaning

_RAIN = ("rain in Togo from 2001 to 2020, {}", "pluie au Togo de 2001 à 2020, {}")
_SCENES = ("{} over Lomé in 2023, Sentinel-2", "{} sur Lomé en 2023, Sentinel-2")

MEANINGS = (
    Meaning(
        name="daily",
        slots={"aggregation": "daily"},
        frames=_RAIN,
        english=("daily", "day by day", "every day", "each day", "per day", "for each day", "daily values", "daily steps", "at a daily time step", "by day", "on a daily basis", "with daily resolution", "day after day"),
        french=("journalière", "jour par jour", "chaque jour", "tous les jours", "par jour", "pour chaque jour", "valeurs journalières", "au pas journalier", "au pas de temps journalier", "quotidiennement", "jour après jour", "en pas quotidien", "à l'échelle journalière", "sur une base quotidienne"),
    ),
    Meaning(
        name="monthly",
        slots={"aggregation": "monthly"},
        frames=_RAIN,
        english=("monthly", "month by month", "every month", "each month", "per month", "for each month", "monthly values", "monthly steps", "at a monthly time step", "by month", "on a monthly basis", "one value per month", "a value for every month", "monthly totals"),
        french=("mensuelle", "mois par mois", "chaque mois", "tous les mois", "par mois", "pour chaque mois", "valeurs mensuelles", "au pas mensuel", "au pas de temps mensuel", "mensuellement", "mois après mois", "une valeur par mois", "à l'échelle mensuelle", "cumuls mensuels"),
    ),
    Meaning(
        name="seasonal",
        slots={"aggregation": "seasonal"},
        frames=_RAIN,
        english=("seasonal", "season by season", "every season", "each season", "per season", "for each season", "seasonal values", "by season", "at a seasonal time step", "seasonally", "one value per season", "seasonal means", "quarterly seasons: one figure per season"),
        french=("saisonnière", "saison par saison", "à chaque saison", "chaque saison", "par saison", "pour chaque saison", "valeurs saisonnières", "saison après saison", "au pas saisonnier", "à l'échelle saisonnière", "une valeur par saison", "moyennes saisonnières"),
    ),
    Meaning(
        name="annual",
        slots={"aggregation": "annual"},
        frames=_RAIN,
        english=("annual", "yearly", "year by year", "every year", "each year", "per year", "for each year", "annual values", "by year", "at a yearly time step", "annually", "one value per year", "on an annual basis", "year after year", "a figure a year", "annual totals"),
        french=("annuelle", "annuellement", "année par année", "tous les ans", "chaque année", "par an", "pour chaque année", "valeurs annuelles", "par année", "au pas annuel", "au pas de temps annuel", "une valeur par an", "à l'échelle annuelle", "année après année", "an par an", "d'année en année", "cumuls annuels"),
    ),
    Meaning(
        name="decadal",
        slots={"aggregation": "decadal"},
        frames=("rain in Togo from 1951 to 2020, {}", "pluie au Togo de 1951 à 2020, {}"),
        english=("decade by decade", "per decade", "every decade", "each decade", "for each decade", "decadal values", "by decade", "decadal means", "10-year means", "one value per decade", "ten-year averages", "decadal", "in 10-year steps"),
        french=("décennie par décennie", "par décennie", "à chaque décennie", "chaque décennie", "pour chaque décennie", "valeurs décennales", "moyennes décennales", "moyennes sur 10 ans", "une valeur par décennie", "moyennes de dix ans", "décennale", "par pas de 10 ans", "décennie après décennie"),
    ),
    Meaning(
        name="climatology",
        slots={"aggregation": "climatology", "action": "describe"},
        english=("climatology of rain in Togo, 1991-2020", "rain climatology for Togo, 1991-2020", "annual cycle of rain in Togo, 1991-2020", "seasonal cycle of rain in Togo, 1991-2020", "climate normals of rain in Togo, 1991-2020", "monthly normals of rain, Togo, 1991-2020", "What are the 1991-2020 normals for rain in Togo?", "rain in Togo in an average year, 1991-2020", "rain in Togo in a typical year, 1991-2020", "climatological rain of Togo, 1991-2020", "rainfall regime of Togo, 1991-2020", "30-year normal of rain in Togo, 1991-2020"),
        french=("climatologie de la pluie au Togo, 1991-2020", "climatologie des pluies du Togo, 1991-2020", "cycle annuel de la pluie au Togo, 1991-2020", "cycle saisonnier de la pluie au Togo, 1991-2020", "normales climatiques de pluie au Togo, 1991-2020", "normales mensuelles de pluie, Togo, 1991-2020", "Quelles sont les normales 1991-2020 de pluie au Togo ?", "pluie au Togo une année moyenne, 1991-2020", "pluie au Togo pendant une année type, 1991-2020", "pluie climatologique du Togo, 1991-2020", "régime pluviométrique du Togo, 1991-2020", "normale trentenaire de pluie au Togo, 1991-2020", "cycle moyen annuel de la pluie au Togo, 1991-2020"),
    ),
    Meaning(
        name="weekly, no step of the contract",
        slots={"aggregation": None, "periods": SAME, "filters": {}, "action": "describe"},
        frames=_RAIN,
        english=("weekly", "week by week", "every week", "each week", "per week", "for each week", "weekly values", "by week", "fortnightly", "bi-weekly", "biweekly", "every two weeks", "every other week", "every ten days", "in 10-day steps", "hourly", "every hour", "hour by hour"),
        french=("hebdomadaire", "semaine par semaine", "toutes les semaines", "chaque semaine", "par semaine", "pour chaque semaine", "valeurs hebdomadaires", "à la semaine", "bihebdomadaire", "bimensuelle", "tous les quinze jours", "toutes les deux semaines", "une semaine sur deux", "tous les dix jours", "par décade de dix jours", "horaire", "chaque heure", "heure par heure", "toutes les heures"),
    ),
    Meaning(
        name="weekly data searched",
        slots={"facets.frequency": None, "filters": {}, "action": "find"},
        english=("find weekly Sentinel-2 mosaics of Togo for 2023", "find biweekly NDVI composites of Togo for 2023", "find MODIS 16-day composites of Togo for 2023"),
        french=("trouve des mosaïques Sentinel-2 hebdomadaires du Togo pour 2023", "trouve des composites bimensuels de NDVI du Togo pour 2023", "trouve les composites MODIS de 16 jours du Togo pour 2023"),
    ),
    Meaning(
        name="frequency of files",
        slots={"facets.frequency": ("mon",), "action": "find"},
        english=("find monthly tas from CMIP6, ssp245", "any monthly CMIP6 tas for ssp245?", "list tas files, ssp245, monthly, CMIP6", "CMIP6 ssp245 tas at monthly frequency: what datasets are there?", "search CMIP6 for tas, ssp245, monthly means"),
        french=("trouve tas mensuel de CMIP6, ssp245", "y a-t-il du tas CMIP6 mensuel pour ssp245 ?", "liste les fichiers tas, ssp245, mensuels, CMIP6", "tas CMIP6 ssp245 à fréquence mensuelle : quels jeux de données existent ?", "cherche dans CMIP6 tas, ssp245, moyennes mensuelles"),
    ),
    Meaning(
        name="6-hourly files",
        slots={"facets.frequency": ("6hr",), "action": "find"},
        english=("find 6-hourly ua from CMIP6, ssp245", "any six-hourly CMIP6 ua for ssp245?", "CMIP6 ssp245 ua every 6 hours: which datasets?", "search 6hr ua in CMIP6, ssp245"),
        french=("trouve ua CMIP6 aux 6 heures, ssp245", "y a-t-il du ua CMIP6 6-horaire pour ssp245 ?", "ua CMIP6 ssp245 toutes les 6 heures : quels jeux de données ?", "cherche ua 6hr dans CMIP6, ssp245", "trouve ua CMIP6 toutes les six heures, ssp245"),
    ),
    Meaning(
        name="count",
        slots={"statistics": ("count",), "outputs": ()},
        frames=_SCENES,
        english=("How many cloud-free images are there", "number of clear scenes", "count the clear images", "How many clear scenes do you have", "what is the number of clear images", "clear images: how many"),
        french=("Combien d'images sans nuages y a-t-il", "nombre de scènes claires", "compte les images claires", "Combien de scènes claires avez-vous", "quel est le nombre d'images claires", "images claires : combien", "dénombre les images claires"),
    ),
    Meaning(
        name="count of ships",
        slots={"statistics": ("count",), "action": "detect", "phenomena": ("ship",)},
        english=("How many ships are off Lomé on 3 May 2024 in Sentinel-1?", "count the ships off Lomé on 3 May 2024 in Sentinel-1", "number of ships off Lomé on 3 May 2024 in Sentinel-1", "ship count off Lomé on 3 May 2024 in Sentinel-1", "tally the ships off Lomé on 3 May 2024 in Sentinel-1"),
        french=("Combien de navires au large de Lomé le 3 mai 2024 dans Sentinel-1 ?", "compte les navires au large de Lomé le 3 mai 2024 dans Sentinel-1", "nombre de navires au large de Lomé le 3 mai 2024 dans Sentinel-1", "comptage des navires au large de Lomé le 3 mai 2024 dans Sentinel-1", "dénombrer les navires au large de Lomé le 3 mai 2024 dans Sentinel-1"),
    ),
    Meaning(
        name="days above, not counted again",
        slots={"statistics": (), "quantities": ("tx_days_above>30degC",)},
        english=("How many days above 30 °C were there in Lyon in 2022?", "number of days above 30 °C in Lyon in 2022", "days over 30 °C in Lyon in 2022", "How many days exceeded 30 °C in Lyon in 2022?", "count of days above 30 °C in Lyon in 2022", "How many days did it go above 30 °C in Lyon in 2022?", "number of days hotter than 30 °C in Lyon in 2022", "days with a maximum above 30 °C in Lyon in 2022", "days when it was above 30 °C in Lyon in 2022", "How often was it above 30 °C in Lyon in 2022?"),
        french=("Combien de jours au-dessus de 30 °C à Lyon en 2022 ?", "nombre de jours au-dessus de 30 °C à Lyon en 2022", "jours à plus de 30 °C à Lyon en 2022", "Combien de jours ont dépassé 30 °C à Lyon en 2022 ?", "Combien y a-t-il eu de jours au-dessus de 30 °C à Lyon en 2022 ?", "Combien de jours a-t-il fait plus de 30 °C à Lyon en 2022 ?", "nombre de jours plus chauds que 30 °C à Lyon en 2022", "jours de maximum supérieur à 30 °C à Lyon en 2022", "jours où il a fait plus de 30 °C à Lyon en 2022", "nombre de journées de plus de 30 degrés à Lyon en 2022"),
    ),
    Meaning(
        name="frost days",
        slots={"statistics": (), "quantities": SAME},
        english=("How many frost days were there in Oslo in 2021?", "number of frost days in Oslo in 2021", "frost days in Oslo in 2021", "frost-day count for Oslo in 2021", "How many days of frost did Oslo have in 2021?"),
        french=("Combien de jours de gel y a-t-il eu à Oslo en 2021 ?", "nombre de jours de gel à Oslo en 2021", "jours de gel à Oslo en 2021", "combien de jours de gel à Oslo en 2021", "Combien de jours de gel Oslo a-t-elle eus en 2021 ?"),
    ),
    Meaning(
        name="area burned",
        slots={"statistics": ("area",), "action": "detect", "phenomena": ("burn_scar",)},
        english=("How many hectares burned in Rhodes in July 2023?", "area burned in Rhodes in July 2023", "burned area of Rhodes in July 2023 in km²", "How much land burned in Rhodes in July 2023?", "How big is the burn scar in Rhodes, July 2023?", "size in hectares of the burn scar in Rhodes, July 2023", "total burned area in Rhodes in July 2023"),
        french=("Combien d'hectares ont brûlé à Rhodes en juillet 2023 ?", "surface brûlée à Rhodes en juillet 2023", "surface brûlée de Rhodes en juillet 2023 en km²", "Quelle surface a brûlé à Rhodes en juillet 2023 ?", "Quelle est la taille de la cicatrice de feu à Rhodes, juillet 2023 ?", "superficie en hectares de la cicatrice de feu à Rhodes, juillet 2023", "superficie brûlée totale à Rhodes en juillet 2023"),
    ),
    Meaning(
        name="area of a lake",
        slots={"statistics": ("area",)},
        english=("area of Lake Chad in 2020", "surface area of Lake Chad in 2020", "How large was Lake Chad in 2020?", "How big was Lake Chad in 2020?", "size of Lake Chad in 2020", "what area did Lake Chad cover in 2020?"),
        french=("superficie du lac Tchad en 2020", "surface du lac Tchad en 2020", "Quelle était la superficie du lac Tchad en 2020 ?", "Quelle était la taille du lac Tchad en 2020 ?", "taille du lac Tchad en 2020", "quelle surface couvrait le lac Tchad en 2020 ?"),
    ),
    Meaning(
        name="extent",
        slots={"statistics": ("extent",)},
        english=("extent of sea ice in the Kara Sea in March 2020", "sea ice extent, Kara Sea, March 2020", "what was the extent of the sea ice in the Kara Sea in March 2020", "ice extent in the Kara Sea in March 2020"),
        french=("étendue de la banquise en mer de Kara en mars 2020", "étendue de glace de mer, mer de Kara, mars 2020", "quelle était l'étendue de la banquise en mer de Kara en mars 2020", "étendue des glaces en mer de Kara en mars 2020"),
    ),
    Meaning(
        name="volume",
        slots={"statistics": ("volume",)},
        english=("volume of water in Lake Mead in 2022", "water volume of Lake Mead in 2022", "What volume of water did Lake Mead hold in 2022?", "Lake Mead volume, 2022"),
        french=("volume d'eau du lac Mead en 2022", "le volume du lac Mead en 2022", "Quel volume d'eau le lac Mead contenait-il en 2022 ?", "volume lac Mead, 2022"),
    ),
    Meaning(
        name="map", slots={"outputs": ("map",)},
        frames=("temperature of Mali in 2020, {}", "température du Mali en 2020, {}"),
        english=("as a map", "on a map", "map please", "show it on a map", "I want a map", "in map form", "a map of it", "heatmap"),
        french=("sous forme de carte", "sur une carte", "carte svp", "montre-la sur une carte", "je veux une carte", "en carte", "une carte", "cartographie-la", "carte de chaleur"),
    ),
    Meaning(
        name="table", slots={"outputs": ("table",)},
        frames=("temperature of Mali in 2020, {}", "température du Mali en 2020, {}"),
        english=("as a table", "in a table", "table please", "in tabular form", "as a spreadsheet", "put in a table", "tabulated"),
        french=("sous forme de tableau", "dans un tableau", "tableau svp", "sous forme tabulaire", "dans un tableur", "mise en tableau", "en tableau", "présentée en tableau"),
    ),
    Meaning(
        name="plot", slots={"outputs": ("plot",)},
        frames=("temperature of Mali in 2020, {}", "température du Mali en 2020, {}"),
        english=("as a plot", "on a graph", "graph please", "plotted", "draw the curve", "as a chart", "plot it", "with a diagram", "as a histogram", "a graph"),
        french=("sous forme de graphique", "sur un graphe", "graphique svp", "trace la courbe", "en courbe", "dessine la courbe", "avec un diagramme", "en histogramme", "un graphe", "mise en graphique", "trace-la"),
    ),
    Meaning(
        name="timeseries", slots={"outputs": ("timeseries",)},
        frames=("temperature of Mali, 2001-2020, {}", "température du Mali, 2001-2020, {}"),
        english=("as a time series", "time series", "timeseries", "time-series please", ),
        french=("en série temporelle", "série temporelle", "série chronologique", "chronique", "séries temporelles svp", "sous forme de série temporelle"),
    ),
    Meaning(
        name="file", slots={"outputs": ("file",)},
        frames=("temperature of Mali in 2020, {}", "température du Mali en 2020, {}"),
        english=("as a NetCDF", "netcdf please", "as CSV", "in a GeoTIFF", "as a file", "export to csv", "in Excel", "download as csv", "a file I can download", "csv export", "in parquet"),
        french=("en NetCDF", "netcdf svp", "en CSV", "dans un GeoTIFF", "sous forme de fichier", "exporte en csv", "en Excel", "à télécharger en csv", "un fichier à télécharger", "export csv", "au format parquet", "dans un fichier"),
    ),
    Meaning(
        name="notebook", slots={"outputs": ("notebook",)},
        frames=("temperature of Mali in 2020, {}", "température du Mali en 2020, {}"),
        english=("as a notebook", "in a Jupyter notebook", "notebook please", "ipynb", "as a Colab"),
        french=("en notebook", "dans un notebook Jupyter", "notebook svp", "ipynb", "sous forme de carnet Jupyter", "dans un calepin Jupyter", "sur Colab"),
    ),
    Meaning(
        name="workflow", slots={"outputs": ("workflow",)},
        frames=("temperature of Mali in 2020, {}", "température du Mali en 2020, {}"),
        english=("as a workflow", "as CWL", "as a process graph", "give me the workflow", "as an openEO process graph", "as a pipeline definition"),
        french=("en workflow", "en CWL", "en graphe de processus", "donne-moi le workflow", "sous forme de graphe de processus openEO", "en flux de travail", "en chaîne de traitement CWL", "sous forme de graphe de traitements"),
    ),
    Meaning(
        name="quote", slots={"outputs": ("quote",)},
        frames=("mean temperature of Mali in 2020: {}", "température moyenne du Mali en 2020 : {}"),
        english=("how much would it cost?", "give me a quote", "what would it cost?", "a cost estimate please", "quote first", "what's the price?", "how long will it take?", "estimate the cost before running", "what will I pay?", "how expensive is it?"),
        french=("combien ça coûterait ?", "donne-moi un devis", "combien cela coûte-t-il ?", "une estimation du coût svp", "devis d'abord", "quel est le prix ?", "combien de temps cela prendra-t-il ?", "estime le coût avant de lancer", "ça coûte combien ?", "quel serait le coût ?", "à quel prix ?"),
    ),
    Meaning(
        name="explanation", slots={"outputs": ("explanation",)},
        frames=("mean temperature of Mali in 2020, {}", "température moyenne du Mali en 2020, {}"),
        english=("with an explanation", "with explanations"),
        french=("avec une explication", "avec des explications"),
    ),
    Meaning(
        name="no output",
        slots={"outputs": ()},
        english=("temperature in Mali in 2020", "How many Sentinel-2 images of Lomé in 2023?", "NDVI of the rice plots of Bohol in May 2023", "just tell me whether Hanoi was flooded on 3 May 2024, no map", "land cover classification of Togo in 2021"),
        french=("température au Mali en 2020", "Combien d'images Sentinel-2 de Lomé en 2023 ?", "NDVI des parcelles de riz de Bohol en mai 2023", "dis-moi seulement si Hanoï était inondée le 3 mai 2024, pas de carte", "classification de l'occupation du sol du Togo en 2021"),
    ),
)  # fmt: skip
