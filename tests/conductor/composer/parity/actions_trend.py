"""How something goes over the years, in both languages, and what only looks like it."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import SAME, Meaning

_TREND = {"action": "trend"}
_DESCRIBE = {"action": "describe"}

MEANINGS = (
    Meaning(
        name="warming of a country",
        slots=_TREND,
        frames=("{} since 1970", "{} depuis 1970"),
        english=("warming of Mali", "how much has Mali warmed", "has Mali warmed", "has Mali got hotter", "is Mali warming", "temperature trend in Mali", "temperature rise in Mali", "by how much has the temperature risen in Mali", "rate of warming of Mali", "how fast is Mali heating up", "how is the temperature evolving in Mali", "evolution of temperature in Mali", "temperature increase in Mali", "how has the temperature of Mali changed"),
        french=("réchauffement du Mali", "de combien le Mali s'est-il réchauffé", "le Mali s'est-il réchauffé", "fait-il plus chaud au Mali", "le Mali se réchauffe-t-il", "est-ce que le Mali se réchauffe", "tendance de la température au Mali", "hausse de la température au Mali", "de combien la température a-t-elle augmenté au Mali", "rythme de réchauffement du Mali", "à quelle vitesse le Mali se réchauffe", "comment évolue la température au Mali", "évolution de la température au Mali", "augmentation de la température au Mali", "comment la température du Mali a-t-elle changé", "ça se réchauffe au Mali"),
    ),
    Meaning(
        name="drying of a region",
        slots=_TREND,
        frames=("{} over the last 40 years", "{} depuis 40 ans"),
        english=("is rainfall decreasing in Senegal", "has rainfall declined in Senegal", "decline of rainfall in Senegal", "does it rain less in Senegal", "does it rain less and less in Senegal", "is there less rain in Senegal", "rainfall trend Senegal", "how has rainfall evolved in Senegal", "drop in rainfall in Senegal", "rainfall in Senegal: up or down", "is rainfall on the decline in Senegal", "has Senegal become drier, judging by rainfall,"),
        french=("la pluie diminue-t-elle au Sénégal", "les pluies ont-elles diminué au Sénégal", "diminution des pluies au Sénégal", "pleut-il moins au Sénégal", "pleut-il de moins en moins au Sénégal", "y a-t-il moins de pluie au Sénégal", "tendance des pluies Sénégal", "comment les pluies ont-elles évolué au Sénégal", "baisse des pluies au Sénégal", "pluie au Sénégal : en hausse ou en baisse", "les pluies sont-elles en recul au Sénégal", "le Sénégal est-il devenu plus sec, côté pluie,", "il pleut moins au Sénégal"),
    ),
    Meaning(
        name="significance",
        slots=_TREND,
        english=("Is the rise in sea surface temperature off Peru significant?", "Mann-Kendall test on the sea surface temperature off Peru, 1982-2020", "Theil-Sen slope of sea surface temperature off Peru since 1982", "Is there a statistically significant trend in sea surface temperature off Peru?", "slope and p-value of sea surface temperature off Peru 1982-2020", "linear trend of sea surface temperature off Peru"),
        french=("La hausse de la température de surface de la mer au large du Pérou est-elle significative ?", "Test de Mann-Kendall sur la température de surface de la mer au large du Pérou, 1982-2020", "Pente de Theil-Sen de la température de surface de la mer au large du Pérou depuis 1982", "Y a-t-il une tendance statistiquement significative de la température de surface de la mer au large du Pérou ?", "pente et valeur p de la température de surface de la mer au large du Pérou 1982-2020", "tendance linéaire de la température de surface de la mer au large du Pérou"),
    ),
    Meaning(
        name="rate",
        slots=_TREND,
        english=("How fast is sea ice shrinking in the Arctic?", "At what rate is Arctic sea ice declining?", "What is the rate of loss of Arctic sea ice?", "How quickly does Arctic sea ice retreat?", "Arctic sea ice: how many percent lost per decade?", "decline per decade of Arctic sea ice", "Rate of decline of Arctic sea ice since 1979", "pace of the Arctic sea ice decline"),
        french=("À quelle vitesse la banquise arctique rétrécit-elle ?", "À quel rythme la banquise arctique recule-t-elle ?", "Quel est le taux de perte de la banquise arctique ?", "La banquise arctique recule-t-elle vite ?", "Banquise arctique : combien de pour cent perdus par décennie ?", "recul par décennie de la banquise arctique", "Taux de recul de la banquise arctique depuis 1979", "rythme du recul de la banquise arctique", "La banquise arctique fond à quelle vitesse ?"),
    ),
    Meaning(
        name="than it used to",
        slots=_TREND,
        english=("Does it snow less than it used to in Quebec?", "Is there less snow in Quebec than there used to be?", "Are winters less snowy in Quebec than before?", "Does it snow less nowadays in Quebec?", "Does it snow less and less in Quebec?", "Is snow getting rarer in Quebec?", "Does snow depth keep falling in Quebec?", "Is Quebec losing its snow?"),
        french=("Neige-t-il moins qu'avant au Québec ?", "Y a-t-il moins de neige au Québec qu'autrefois ?", "Les hivers sont-ils moins neigeux au Québec qu'avant ?", "Neige-t-il de moins en moins au Québec ?", "La neige se fait-elle plus rare au Québec ?", "La hauteur de neige continue-t-elle de baisser au Québec ?", "Le Québec perd-il sa neige ?", "Neige-tu moins qu'avant au Québec ?", "Est-ce qu'il neige moins qu'avant au Québec ?"),
    ),
    Meaning(
        name="year after year",
        slots=_TREND,
        english=("Does the number of hot days grow year after year in Seville?", "Is the number of hot days going up every year in Seville?", "Do hot days get more numerous each year in Seville?", "How do hot days evolve over the years in Seville?", "Are hot days more frequent with each passing decade in Seville?", "Hot days in Seville over time: trend?"),
        french=("Le nombre de jours chauds augmente-t-il d'année en année à Séville ?", "Le nombre de jours chauds monte-t-il chaque année à Séville ?", "Les jours chauds sont-ils plus nombreux chaque année à Séville ?", "Comment évoluent les jours chauds au fil des ans à Séville ?", "Les jours chauds sont-ils plus fréquents à chaque décennie à Séville ?", "Jours chauds à Séville au fil du temps : tendance ?"),
    ),
    Meaning(
        name="lengthening",
        slots=_TREND,
        frames=("{} in Ukraine since 1960", "{} en Ukraine depuis 1960"),
        english=("is the growing season getting longer", "has the growing season lengthened", "lengthening of the growing season", "does the growing season last longer", "how many days has the growing season gained", "is the growing season longer and longer", "trend in the length of the growing season", "growing season: longer or shorter?"),
        french=("la saison de croissance s'allonge-t-elle", "la saison de croissance s'est-elle allongée", "allongement de la saison de croissance", "la saison de croissance dure-t-elle plus longtemps", "combien de jours la saison de croissance a-t-elle gagnés", "la saison de croissance est-elle de plus en plus longue", "tendance de la durée de la saison de croissance", "saison de croissance : plus longue ou plus courte ?", "est-ce que la saison de croissance rallonge"),
    ),
    Meaning(
        name="greening",
        slots=_TREND,
        frames=("{} since 2000", "{} depuis 2000"),
        english=("is the Sahel greening", "has the Sahel greened, NDVI trend", "NDVI trend in the Sahel", "greening or browning of the Sahel", "evolution of NDVI in the Sahel", "how has NDVI evolved in the Sahel", "has NDVI increased in the Sahel", "is NDVI increasing in the Sahel", "NDVI increase in the Sahel"),
        french=("le Sahel reverdit-il", "le Sahel a-t-il reverdi, tendance du NDVI", "tendance du NDVI au Sahel", "verdissement ou brunissement du Sahel", "évolution du NDVI au Sahel", "comment le NDVI a-t-il évolué au Sahel", "le NDVI a-t-il augmenté au Sahel", "le NDVI augmente-t-il au Sahel", "hausse du NDVI au Sahel"),
    ),
    Meaning(
        name="a coast that is eaten away",
        slots=_TREND,
        english=("How fast is the coast eroding at Saint-Louis, Senegal?", "Is the shoreline retreating at Saint-Louis, Senegal since 1990?", "Rate of shoreline retreat at Saint-Louis, Senegal", "erosion rate of the coast at Saint-Louis, Senegal", "Trend in coastal erosion at Saint-Louis, Senegal"),
        french=("À quelle vitesse la côte s'érode-t-elle à Saint-Louis du Sénégal ?", "Le trait de côte recule-t-il à Saint-Louis du Sénégal depuis 1990 ?", "Vitesse de recul du trait de côte à Saint-Louis du Sénégal", "taux d'érosion de la côte à Saint-Louis du Sénégal", "Tendance de l'érosion côtière à Saint-Louis du Sénégal"),
    ),
    Meaning(
        name="sums and means of every decade are no trend",
        slots=_DESCRIBE,
        frames=("{}, 1950-2019", "{}, 1950-2019"),
        english=("total rain by decade in Mauritania", "mean temperature per decade in Mauritania", "rainfall totals of each decade in Mauritania", "average wind speed by decade in Mauritania", "maximum temperature of each decade in Mauritania", "decadal means of temperature in Mauritania"),
        french=("pluie totale par décennie en Mauritanie", "température moyenne par décennie en Mauritanie", "cumuls de pluie de chaque décennie en Mauritanie", "vitesse moyenne du vent par décennie en Mauritanie", "température maximale de chaque décennie en Mauritanie", "moyennes décennales de la température en Mauritanie", "cumul pluviométrique par décennie en Mauritanie"),
    ),
    Meaning(
        name="a superlative over a long time is no trend",
        slots=_DESCRIBE,
        english=("longest dry spell in Marrakesh since 2000", "The hottest day in Marrakesh since 1980", "wettest year in Marrakesh since 1950", "coldest month in Marrakesh since 1960", "What was the driest year in Marrakesh since 1950?", "most rain in one day in Marrakesh since 1970"),
        french=("plus longue période sèche à Marrakech depuis 2000", "Le jour le plus chaud à Marrakech depuis 1980", "année la plus humide à Marrakech depuis 1950", "mois le plus froid à Marrakech depuis 1960", "Quelle a été l'année la plus sèche à Marrakech depuis 1950 ?", "plus forte pluie en un jour à Marrakech depuis 1970", "plus longue vague de chaleur à Marrakech depuis 1970"),
    ),
    Meaning(
        name="how variable from year to year is no trend",
        slots=_DESCRIBE,
        english=("How variable is rainfall from year to year in Benin? standard deviation 1961-2020", "interannual variability of rainfall in Benin 1961-2020", "Does rainfall vary a lot from one year to the next in Benin? standard deviation 1961-2020", "year-to-year variability of rain in Benin, 1961-2020", "standard deviation of annual rainfall in Benin 1961-2020"),
        french=("À quel point la pluie est-elle variable d'une année à l'autre au Bénin ? écart type 1961-2020", "variabilité interannuelle de la pluie au Bénin 1961-2020", "La pluie varie-t-elle beaucoup d'une année à l'autre au Bénin ? écart type 1961-2020", "variabilité des pluies d'une année sur l'autre au Bénin, 1961-2020", "écart type de la pluie annuelle au Bénin 1961-2020"),
    ),
    Meaning(
        name="a value of one time",
        slots=_DESCRIBE,
        english=("How hot was it in Niamey in April 2024?", "temperature in Niamey April 2024", "What was the temperature in Niamey in April 2024?", "Give me the temperature of Niamey for April 2024", "Tell me how warm it was in Niamey in April 2024", "I need the mean temperature of Niamey in April 2024", "avg temp niamey april 2024", "April 2024 temperatures for Niamey please", "Niamey, April 2024: mean temperature"),
        french=("Quelle chaleur faisait-il à Niamey en avril 2024 ?", "température à Niamey avril 2024", "Quelle était la température à Niamey en avril 2024 ?", "Donne-moi la température de Niamey pour avril 2024", "Dis-moi combien il faisait chaud à Niamey en avril 2024", "J'ai besoin de la température moyenne de Niamey en avril 2024", "temp moy niamey avril 2024", "Températures d'avril 2024 à Niamey svp", "Niamey, avril 2024 : température moyenne", "Il a fait chaud comment à Niamey en avril 2024 ?", "Il faisait combien à Niamey en avril 2024 ?"),
    ),
    Meaning(
        name="a normal",
        slots=_DESCRIBE,
        english=("Mean annual rainfall in Kigali, 1991-2020", "How much rain does Kigali normally get per year?", "normal rainfall for Kigali 1991-2020", "What is the average annual rainfall in Kigali over 1991-2020?", "climatology of rain in Kigali 1991-2020", "usual rainfall in Kigali", "How much rain falls in Kigali in a typical year?"),
        french=("Pluie annuelle moyenne à Kigali, 1991-2020", "Combien de pluie Kigali reçoit-elle normalement par an ?", "pluie normale de Kigali 1991-2020", "Quelle est la pluie annuelle moyenne à Kigali sur 1991-2020 ?", "climatologie de la pluie à Kigali 1991-2020", "pluie habituelle à Kigali", "Il tombe combien de pluie par an en moyenne à Kigali ?"),
    ),
    Meaning(
        name="how often a bound was passed",
        slots=_DESCRIBE,
        english=("How many days above 40 °C in Basra in 2023?", "number of days over 40 °C in Basra in 2023", "On how many days did the temperature exceed 40 °C in Basra in 2023?", "days > 40 °C Basra 2023", "Count the days above 40 °C in Basra in 2023", "How often was it hotter than 40 °C in Basra in 2023?", "Did it get above 40 °C in Basra in 2023?"),
        french=("Combien de jours au-dessus de 40 °C à Bassora en 2023 ?", "nombre de jours à plus de 40 °C à Bassora en 2023", "Combien de jours la température a-t-elle dépassé 40 °C à Bassora en 2023 ?", "jours > 40 °C Bassora 2023", "Compte les jours au-dessus de 40 °C à Bassora en 2023", "Combien de fois a-t-il fait plus de 40 °C à Bassora en 2023 ?", "A-t-il fait plus de 40 °C à Bassora en 2023 ?"),
    ),
    Meaning(
        name="an anomaly",
        slots=_DESCRIBE,
        english=("temperature anomaly in Finland in 2023 relative to 1991-2020", "Finland 2023: departure of temperature from the 1991-2020 mean", "temperature anomaly of 2023 against the 1991-2020 normal, Finland"),
        french=("anomalie de température en Finlande en 2023 par rapport à 1991-2020", "De combien 2023 a-t-elle dépassé la normale 1991-2020 des températures en Finlande ?", "Finlande 2023 : écart de la température à la moyenne 1991-2020", "anomalie de température de 2023 par rapport à la normale 1991-2020, Finlande"),
    ),
    Meaning(
        name="a series or a plot",
        slots=_DESCRIBE,
        english=("Plot the monthly temperature in Lomé from 2000 to 2020", "Show me a graph of monthly temperature in Lomé, 2000-2020", "time series of monthly temperature, Lomé, 2000-2020", "Draw the curve of monthly temperature in Lomé, 2000-2020", "Can you chart monthly temperature for Lomé 2000-2020?", "monthly temperature Lomé 2000-2020 as a table"),
        french=("Trace la température mensuelle à Lomé de 2000 à 2020", "Montre-moi un graphique de la température mensuelle à Lomé, 2000-2020", "série temporelle de la température mensuelle, Lomé, 2000-2020", "Dessine la courbe de la température mensuelle à Lomé, 2000-2020", "Peux-tu tracer la température mensuelle de Lomé 2000-2020 ?", "température mensuelle Lomé 2000-2020 sous forme de tableau", "Fais-moi le graphe de la température mensuelle à Lomé, 2000-2020"),
    ),
    Meaning(
        name="an extreme",
        slots=_DESCRIBE,
        english=("100-year flood of daily rain in Marseille, 1961-2020", "100-year return level of one-day rain in Marseille, 1961-2020", "What is the hundred-year daily rainfall in Marseille, 1961-2020?", "one-in-100-year rainfall Marseille 1961-2020", "Daily rain that comes once in a hundred years in Marseille, 1961-2020"),
        french=("pluie journalière centennale à Marseille, 1961-2020", "niveau de retour 100 ans de la pluie d'un jour à Marseille, 1961-2020", "Quelle est la pluie journalière centennale à Marseille, 1961-2020 ?", "pluie de période de retour 100 ans Marseille 1961-2020", "Pluie journalière qui revient une fois par siècle à Marseille, 1961-2020"),
    ),
    Meaning(
        name="something that gains or loses strength",
        slots={"action": "trend", "periods": SAME},
        english=("are cyclone-season winds getting stronger in Vanuatu since 1980", "are the winds strengthening in Vanuatu since 1980", "is the wind weakening in Vanuatu since 1980?"),
        french=("est-ce que les vents de la saison cyclonique se renforcent au Vanuatu depuis 1980", "les vents s'intensifient-ils au Vanuatu depuis 1980 ?", "le vent s'affaiblit-il au Vanuatu depuis 1980 ?"),
    ),
    Meaning(
        name="a town that has more or fewer of something",
        slots={"action": "trend", "periods": SAME},
        english=("I'd love to know if my hometown, Ushuaia, has had fewer snowy days since the eighties.", "Has Ushuaia had fewer snowy days since 1980?", "Does Ushuaia get more hot days since 1980?"),
        french=("J'aimerais savoir si ma ville, Ushuaïa, a moins de jours de neige depuis les années 80.", "Ushuaïa a-t-elle moins de jours de neige depuis 1980 ?", "Ushuaïa connaît-elle plus de jours chauds depuis 1980 ?"),
    ),
    Meaning(
        name="by how much something fell over many years",
        slots={"action": "trend", "periods": SAME},
        english=("How much did groundwater fall under northern India in the last 20 years (GRACE)?", "By how much has groundwater dropped in northern India in the last 20 years (GRACE)?", "How much has groundwater declined in northern India in the last 20 years, from GRACE?"),
        french=("De combien la nappe phréatique a-t-elle baissé sous le nord de l'Inde ces 20 dernières années (GRACE) ?", "De combien a diminué la nappe phréatique dans le nord de l'Inde ces 20 dernières années (GRACE) ?", "De combien la nappe phréatique a-t-elle reculé dans le nord de l'Inde ces 20 dernières années, selon GRACE ?"),
    ),
    Meaning(
        name="how often a bound is crossed is no trend",
        slots={"action": "describe", "periods": SAME},
        english=("How often does the temperature drop below −30 °C in Kuujjuaq, over 1991-2020?", "How often does the temperature rise above 10 °C in Kuujjuaq, 1991-2020?", "How many times does the temperature fall below −30 °C in Kuujjuaq, 1991-2020?"),
        french=("À quelle fréquence la température descend-elle sous −30 °C à Kuujjuaq, sur 1991-2020 ?", "À quelle fréquence la température monte-t-elle au-dessus de 10 °C à Kuujjuaq, 1991-2020 ?", "Combien de fois la température baisse-t-elle en dessous de −30 °C à Kuujjuaq, 1991-2020 ?"),
    ),
    Meaning(
        name="what gravity tells between two years is no pair of images",
        slots={"action": "trend", "collections": ["grace"], "periods": SAME},
        english=("Did Greenland lose ice between 2003 and 2023, per GRACE-FO?", "Has Greenland lost ice between 2003 and 2023, according to GRACE?", "Did the ice of Greenland decrease between 2003 and 2023, according to GRACE?"),
        french=("Le Groenland a-t-il perdu de la glace entre 2003 et 2023, selon GRACE-FO ?", "Le Groenland a-t-il perdu de la glace entre 2003 et 2023, d'après GRACE ?", "La glace du Groenland a-t-elle diminué entre 2003 et 2023, selon GRACE ?"),
    ),
    Meaning(
        name="what is seen at home before a question of the future",
        slots={"action": "project", "periods": SAME},
        english=("My bees are coming out earlier and earlier: by how many days should the growing season lengthen in Estrie by 2050 under SSP2-4.5?", "We get more and more rain: by how many days will the growing season lengthen in Estrie by 2050 under SSP2-4.5?", "It is warmer and warmer here: by how many days will the growing season lengthen in Estrie by 2050 under SSP2-4.5?"),
        french=("Mes abeilles sortent de plus en plus tôt : de combien de jours la saison de croissance devrait-elle s'allonger en Estrie d'ici 2050 selon SSP2-4.5 ?", "Il pleut de plus en plus : de combien de jours la saison de croissance s'allongera-t-elle en Estrie d'ici 2050 selon SSP2-4.5 ?", "Il fait de moins en moins froid ici : de combien de jours la saison de croissance s'allongera-t-elle en Estrie d'ici 2050 selon SSP2-4.5 ?"),
    ),
    Meaning(
        name="a change of one way and whose it is, since when",
        slots={"action": "trend"},
        english=("Global warming since the 1880s in GISTEMP", "Global cooling since 1850 in HadCRUT", "Regional drying since 1980 in the Maghreb", "Ocean warming since the 1960s"),
        french=("Réchauffement mondial depuis les années 1880 dans GISTEMP", "Refroidissement global depuis 1850 dans HadCRUT", "Assèchement régional depuis 1980 au Maghreb", "Réchauffement océanique depuis les années 1960"),
    ),
)  # fmt: skip
