"""What is asked back, declined or explained: comparisons of nothing, ground that is pointed at, other fields, definitions, learning."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import SAME, Meaning

NO = {"declined": "out_of_scope"}
WHERE = {"clarification": "places", "declined": None}
FORECAST = {"declined": "no_such_data"}

MEANINGS = (
    Meaning(
        name="a comparison of nothing",
        slots={**WHERE, "action": "compare", "follow_up": True},
        english=("Compare them", "Compare them please", "Could you compare the two?", "compare both", "contrast the two", "how do they differ?", "What is the difference between them?", "what's the difference?", "put them side by side", "Which of them is the warmest?", "And which one is warmer?", "which of the two is drier?"),
        french=("Compare-les", "Compare les deux stp", "Peux-tu les comparer ?", "Comparez les trois", "confronte-les", "en quoi diffèrent-ils ?", "Quelle est la différence entre les deux ?", "quelle est la différence ?", "mets-les côte à côte", "Lequel d'entre eux est le plus chaud ?", "Et laquelle est la plus chaude ?", "oppose les deux"),
    ),
    Meaning(
        name="a comparison of what is no matter of ours",
        slots=NO,
        english=("compare cats and dogs", "Compare the prices of flats in Paris and Lyon"),
        french=("compare les chats et les chiens", "Compare le prix des appartements à Paris et à Lyon"),
    ),
    Meaning(
        name="this year against the last",
        slots={"action": "compare", "compared": "periods"},
        english=("Compare this year with the previous one for our catchment", "Compare this summer with last for rain in Oslo", "compare this month to the one before for NDVI in Kano"),
        french=("Compare cette année à la précédente pour notre bassin versant", "Compare cet été avec le précédent pour la pluie à Oslo", "compare ce mois au précédent pour le NDVI à Kano"),
    ),
    Meaning(
        name="how ground that is pointed at fares",
        slots={**WHERE, "action": "trend"},
        english=("Is this area getting drier?", "Is the lake getting smaller?", "Is our river drying up?", "Is it getting drier here?", "Is the glacier melting?"),
        french=("Cette zone s'assèche-t-elle ?", "Le lac rétrécit-il ?", "Notre rivière s'assèche-t-elle ?", "Ça s'assèche ici ?", "Le glacier fond-il ?", "Le lac baisse-t-il ?"),
    ),
    Meaning(
        name="a figure of ground that is pointed at",
        slots={**WHERE, "action": "describe"},
        english=("How deep was the snow at the pass on Christmas day?", "What should we do with drought in our valley? rain over the last 5 years"),
        french=("Quelle était la hauteur de neige au col le jour de Noël ?", "Que faire contre la sécheresse dans notre vallée ? pluie des 5 dernières années"),
    ),
    Meaning(
        name="seen from space",
        slots={**WHERE, "action": "find"},
        english=("I'd like to see the lagoon from space in August 2023", "Satellite view of our farm from space, June 2023", "aerial views of our village in 2022"),
        french=("J'aimerais voir le lagon depuis l'espace en août 2023", "Vue satellite de notre ferme depuis l'espace, juin 2023", "vues aériennes de notre village en 2022"),
    ),
    Meaning(
        name="here it is, is nowhere",
        slots={"clarification": None, "action": "find", "quantities": ["tasmin"]},
        english=("I receive many requests, and here is today's. A student wants daily minimum temperature from GFDL-ESM4 under ssp370, first member, on the native grid. Where is it?",),
        french=("Je reçois beaucoup de demandes, et voici celle du jour. Un étudiant veut la température minimale quotidienne de GFDL-ESM4 en ssp370, premier membre, sur la grille native. Où est-elle ?",),
    ),
    Meaning(
        name="music, painting, homework, other work",
        slots=NO,
        english=("Play me some sea music", "Who painted Water Lilies?", "Can you tune my guitar?", "Can you correct my pupils' maths homework?", "Mark my essay"),
        french=("Mets-moi de la musique de mer", "Qui a peint les Nymphéas ?", "Peux-tu accorder ma guitare ?", "Tu peux corriger les devoirs de maths de mes élèves ?", "Corrige mes copies"),
    ),
    Meaning(
        name="what can be asked",
        slots={"declined": None, "action": "explain"},
        english=("What can I ask you?", "what may I ask you", "Can you work with CORDEX data for Africa?", "Do you handle CMIP5 data?"),
        french=("Qu'est-ce que je peux te demander ?", "que puis-je te demander ?", "Peux-tu travailler avec les données CORDEX pour l'Afrique ?", "Gères-tu les données CMIP5 ?"),
    ),
    Meaning(
        name="what our models can see", slots={"action": "explain", "clarification": None},
        english=("What objects can your models recognise on aerial photos?", "What can your models detect on satellite images?", "Which objects do your models recognise on aerial images?", "What are your models able to recognise on drone photos?"),
        french=("Quels objets tes modèles savent-ils reconnaître sur des photos aériennes ?", "Que savent détecter vos modèles sur des images satellite ?", "Quels objets vos modèles reconnaissent-ils sur les images aériennes ?", "Que peuvent reconnaître tes modèles sur des photos de drone ?"),
    ),
    Meaning(
        name="something one does", slots={"action": "explain"},
        english=("Spectral unmixing for dust on panels at Ouarzazate? Is it something you do", "Mapping dust at Ouarzazate, is that something you can do?"),
        french=("Démélange spectral pour la poussière à Ouarzazate ? c'est une chose que tu fais", "Cartographier la poussière à Ouarzazate, c'est quelque chose que vous faites ?"),
    ),
    Meaning(
        name="a model of ours looked for", slots={"action": "find", "phenomena": ["ship"]},
        english=("Which models do you have for ships?", "Do you have models for ships?"),
        french=("Quels modèles as-tu pour les navires ?", "As-tu des modèles pour les navires ?"),
    ),
    Meaning(
        name="ice of the days to come", slots={"declined": "no_such_data"},
        english=("Where will the ice be thin next week in Aupaluk?", "Will the ice be thick enough next week in Aupaluk?", "Can you tell us every morning of next week where the ice will be thin in Aupaluk?"),
        french=("Où la glace sera-t-elle mince la semaine prochaine à Aupaluk ?", "La glace sera-t-elle assez épaisse la semaine prochaine à Aupaluk ?", "Pouvez-vous nous dire chaque matin de la semaine prochaine où la glace sera mince à Aupaluk ?"),
    ),
    Meaning(
        name="where a project lies is no future", slots={"action": "detect", "phenomena": ["vegetation"]},
        english=("Show vegetation in Kasserine or wherever the project sits", "Vegetation where the project is located in Tunisia", "Vegetation in Kasserine, our project area"),
        french=("Montre la végétation à Kasserine ou là où se trouve le projet", "Végétation là où est le projet en Tunisie", "Végétation à Kasserine, notre zone de projet"),
    ),
    Meaning(
        name="a projection asked of it", slots={"action": "project", "declined": None},
        english=("Project it to the 2050 horizon", "Project them to the 2050 horizon", "Can you project it to 2050?"),
        french=("Projette-le à l'horizon 2050", "Projetez-la à l'horizon 2050", "Projette-les à l'horizon 2050", "Projette ça à l'horizon 2050"),
    ),
    Meaning(
        name="clouds and bulletins of tomorrow",
        slots=FORECAST,
        english=("Will it be cloudy over Rotterdam tomorrow for my drone flight?", "Give me the avalanche forecast for Chamonix tomorrow", "Will there be clouds over Lyon tomorrow?", "showers in Lyon tomorrow?"),
        french=("Y aura-t-il des nuages sur Rotterdam demain pour mon vol de drone ?", "Donne-moi le bulletin d'avalanches de demain à Chamonix", "Y aura-t-il des nuages sur Lyon demain ?", "des averses à Lyon demain ?"),
    ),
    Meaning(
        name="the day the paper closes is no forecast",
        slots={"declined": None, "action": "describe", "quantities": ["pr"]},
        english=("I need the total rainfall of June to August 2022 over the Loire basin. We go to print on Thursday.", "Rain in Oslo in May 2022, please. It airs on Friday."),
        french=("Il me faut le cumul de pluie de juin à août 2022 sur le bassin de la Loire. On boucle jeudi.", "La pluie à Oslo en mai 2022, s'il vous plaît. On publie vendredi."),
    ),
    Meaning(
        name="the weather of a place",
        slots={"declined": None, "action": "describe"},
        english=("The weather in Melbourne today", "the weather in Oslo on 3 May 2020"),
        french=("Le temps à Melbourne aujourd'hui", "Le temps à Oslo le 3 mai 2020", "la météo à Oslo le 3 mai 2020"),
    ),
    Meaning(
        name="clouds below nothing, and between bounds that exclude each other",
        slots={"declined": "contradiction"},
        english=("Minimum cloud 80%, maximum cloud 20%, Sentinel-2, Hobart", "Sentinel-2 images of Rome with -5% cloud"),
        french=("Nuages minimum 80 %, maximum 20 %, Sentinel-2, Hobart", "Images Sentinel-2 de Rome avec -5 % de nuages"),
    ),
    Meaning(
        name="clouds between bounds",
        slots={"declined": None, "filters.cloud_cover_max": 20.0},
        english=("Sentinel-2 images of Rome, 10 -20 % clouds", "Minimum cloud 5%, maximum cloud 20%, Sentinel-2, Hobart"),
        french=("Images Sentinel-2 de Rome, 10-20 % de nuages", "Nuages minimum 5 %, maximum 20 %, Sentinel-2, Hobart"),
    ),
    Meaning(
        name="a flood that is supposed",
        slots={"declined": None, "action": "simulate"},
        english=("Simulate what happens downstream of Lyon if the Rhône rises like in November 2002", "Run the flood model on the Mono river at Athiémé, September 2010"),
        french=("Simule ce qui se passe en aval de Lyon si le Rhône monte comme en novembre 2002", "Fais tourner le modèle d'inondation sur le fleuve Mono à Athiémé, septembre 2010"),
    ),
    Meaning(
        name="by whose definition",
        slots={"action": "explain"},
        english=("How is a heatwave defined in the southern United States?", "What is the official definition of drought in Spain?", "How reliable is ERA5 for rain in the Sahel?", "How accurate is CHIRPS in East Africa?"),
        french=("Comment définit-on une vague de chaleur dans le sud des États-Unis ?", "Quelle est la définition officielle de la sécheresse en Espagne ?", "Quelle est la fiabilité d'ERA5 pour la pluie au Sahel ?", "CHIRPS est-il fiable en Afrique de l'Est ?"),
    ),
    Meaning(
        name="a learner to fit",
        slots={"action": "train"},
        english=("Fit a random forest on my samples", "fit a random forest for crop mapping around Chartres", "Build a neural network to detect boats off Dakar", "develop a CNN for cloud masking", "train a random forest on my samples"),
        french=("Ajuste une forêt aléatoire sur mes échantillons", "ajuste une forêt aléatoire pour cartographier les cultures autour de Chartres", "Construis un réseau de neurones pour détecter les bateaux au large de Dakar", "développe un CNN pour le masquage des nuages", "entraîne une forêt aléatoire sur mes échantillons"),
    ),
    Meaning(
        name="what is fitted to a series is no learner",
        slots={"action": "trend"},
        english=("Fit a trend to the temperature of Oslo",),
        french=("Ajuste une tendance à la température d'Oslo",),
    ),
    Meaning(
        name="the climate of a place, with nothing said of what",
        slots={"action": "describe", "clarification": "quantities"},
        english=("What's the climate like in Tbilisi?", "What is the climate of Tbilisi?"),
        french=("Quel est le climat de Tbilissi ?", "C'est quoi le climat de Tbilissi ?"),
    ),
    Meaning(
        name="would like is no future",
        slots={"action": "describe", "quantities": ["frost_days"]},
        english=("I would like to know when frost starts in Sofia", "Would you tell me when frost starts in Sofia?", "I'd like to know when frost starts in Sofia"),
        french=("J'aimerais savoir quand commence le gel à Sofia", "Voudrais-tu me dire quand commence le gel à Sofia ?", "Je voudrais savoir quand commence le gel à Sofia"),
    ),
    Meaning(
        name="less than it did then",
        slots={"action": "compare", "compared": "periods", "periods": SAME},
        english=("Does it rain less in Perth than it did in the 1960s?", "Does it rain less in Perth than in the 1960s?", "Is there less rain in Perth than there was in the 1960s?"),
        french=("Pleut-il moins à Perth que dans les années 1960 ?", "Y a-t-il moins de pluie à Perth que dans les années 1960 ?"),
    ),
    Meaning(
        name="became, got, varied",
        slots={"action": "trend"},
        english=("Is it true that Mali got wetter after 1990?", "How has rain in the Atacama varied since 1981?", "Is it raining more in the north of Italy? 1950 to 2023", "Snow line in the Pyrenees: is it climbing?", "Does it still freeze in April in Reims? frost days per year for that month, 2000-2023"),
        french=("Est-ce vrai que le Mali est devenu plus humide après 1990 ?", "Comment la pluie de l'Atacama a-t-elle varié depuis 1981 ?", "Pleut-il davantage dans le nord de l'Italie ? de 1950 à 2023", "Limite de la neige dans les Pyrénées : monte-t-elle ?", "Est-ce qu'il gèle encore en avril à Reims ? jours de gel par an pour ce mois, 2000-2023"),
    ),
    Meaning(
        name="a series of decades, a cycle of months, a spread of years are no trend",
        slots={"action": "describe"},
        english=("Sea surface temperature of the Red Sea by decade since 1900", "how the rainfall of each month varies in Toulouse, as a monthly climatology over 1991-2020", "Precipitation in Guyana: how does the annual total vary from year to year? 1981-2020"),
        french=("Température de surface de la mer Rouge par décennie depuis 1900", "comment la pluie varie de mois en mois à Toulouse, sous forme de climatologie mensuelle sur 1991-2020", "Précipitations au Guyana : comment le total annuel varie-t-il d'une année à l'autre ? 1981-2020"),
    ),
    Meaning(
        name="so much a decade is a trend",
        slots={"action": "trend"},
        english=("Warming of the Gulf of Lion per decade, 1982-2024", "How many degrees per decade has Phoenix warmed since 1970?"),
        french=("Réchauffement du golfe du Lion par décennie, 1982-2024", "De combien de degrés par décennie Phoenix s'est-elle réchauffée depuis 1970 ?"),
    ),
    Meaning(
        name="how often something comes is counted",
        slots={"action": "detect", "phenomena": ["storm"]},
        english=("How often does it hail in Graz?",),
        french=("À quelle fréquence grêle-t-il à Graz ?",),
    ),
    Meaning(
        name="over the decades to come",
        slots={**WHERE, "action": "project"},
        english=("Number of hot days in the region over the next decades", "hot days in our region in the coming decades"),
        french=("Nombre de jours chauds dans la région au cours des prochaines décennies", "jours chauds dans notre région dans les décennies à venir"),
    ),
    Meaning(
        name="what the writer tells before he asks",
        slots={"parts": 1, "action": "find", "collections": ["landsat-c2-l2"], "phenomena": []},
        english=("Good day, I'm a lawyer working on a land dispute in Cambodia. The date at which the trees were felled matters a lot to my clients. Show me Landsat 8 images of Ratanakiri from the dry season, December 2013 to April 2014.",),
        french=("Bonjour, je suis avocate et je travaille sur un conflit foncier au Cambodge. La date d'abattage des arbres compte beaucoup pour mes clients. Montrez-moi les images Landsat 8 du Ratanakiri pendant la saison sèche, de décembre 2013 à avril 2014.",),
    ),
    Meaning(
        name="what he does is not what he wants",
        slots={"parts": 1, "action": "train", "phenomena": ["burn_scar"], "collections": ["sentinel-2-l2a"]},
        english=("I have been mapping peat fires for ten years, always by hand, and my eyes are tired. Please train a model on Sentinel-2 that finds burn scars in Central Kalimantan, using the images of September and October 2019.",),
        french=("Je cartographie les feux de tourbe depuis dix ans, toujours à la main, et mes yeux fatiguent. Entraînez s'il vous plaît un modèle sur Sentinel-2 qui trouve les cicatrices de feu au Kalimantan central, avec les images de septembre et octobre 2019.",),
    ),
    Meaning(
        name="a term of the turn before",
        slots={"action": "explain", "declined": None, "follow_up": False},
        frames=("Trend in wind speed in Nebraska, 1979-2022 || {}", "Tendance du vent au Nebraska, 1979-2022 || {}"),
        english=("explain how significance is tested", "what does significant mean?", "what does a p-value mean?"),
        french=("explique comment la significativité est testée", "que veut dire significatif ?", "que signifie une p-value ?"),
    ),
    Meaning(
        name="do it for another",
        slots={"action": "find", "quantities": ["so2"], "follow_up": True},
        frames=("Sentinel-5P NO2 over Wuhan in February 2020 || {}", "NO2 Sentinel-5P sur Wuhan en février 2020 || {}"),
        english=("do it for SO2", "redo it for SO2", "same for SO2"),
        french=("fais-le pour le SO2", "refais-le pour le SO2", "pareil pour le SO2"),
    ),
    Meaning(
        name="a course asked of since then",
        slots={"action": "trend", "follow_up": True},
        frames=("Water surface of Lake Naivasha in 2020 || {}", "Surface en eau du lac Naivasha en 2020 || {}"),
        english=("and since 2000, how does it evolve?", "and how has it evolved since 2000?"),
        french=("et depuis 2000, comment évolue-t-elle ?", "et comment a-t-elle évolué depuis 2000 ?"),
    ),
    Meaning(
        name="what changed since the scenes",
        slots={"action": "change", "declined": None, "follow_up": True},
        frames=("Landsat images of Perth, 2020 || {}", "Images Landsat de Perth, 2020 || {}"),
        english=("what has changed since?",),
        french=("qu'est-ce qui a changé depuis ?",),
    ),
    Meaning(
        name="data sets set side by side",
        slots={"action": "compare", "compared": "sources"},
        english=("Compare sea surface temperature datasets for coral monitoring in the Red Sea, 2010-2024", "Compare rainfall data sets for South Asia, 2010-2022"),
        french=("Compare les jeux de température de surface de la mer pour le suivi des coraux en mer Rouge, 2010-2024", "Compare les jeux de données de pluie pour l'Asie du Sud, 2010-2022"),
    ),
    Meaning(
        name="a model against what was measured",
        slots={"action": "compare", "compared": "observations"},
        english=("Global wind speed variance from CMIP6 versus observations", "European summer temperature standard deviation in CMIP6 relative to E-OBS"),
        french=("Variance de la vitesse du vent mondiale de CMIP6 par rapport aux observations", "Écart-type de la température estivale européenne dans CMIP6 par rapport à E-OBS"),
    ),
    Meaning(
        name="what was detected against another year",
        slots={"action": "compare", "compared": "periods", "follow_up": True},
        frames=("How many hectares burned in Chile in 2023? || {}", "Combien d'hectares ont brûlé au Chili en 2023 ? || {}"),
        english=("How does that compare with 2017?", "and relative to 2017?"),
        french=("Et par rapport à 2017 ?", "Ça donne quoi par rapport à 2017 ?", "Et comparé à 2017 ?"),
    ),
    Meaning(
        name="from which year data are there",
        slots={"action": "explain", "collections": ["era5"]},
        english=("From which year does the ERA5 dataset provide data?", "Since what year is ERA5 available?"),
        french=("À partir de quelle année le jeu ERA5 fournit-il des données ?", "Depuis quelle année ERA5 est-il disponible ?"),
    ),
    Meaning(
        name="a method of downscaling",
        slots={"action": "explain", "declined": None},
        english=("What are the drawbacks of the delta method for downscaling?",),
        french=("Quels sont les inconvénients de la méthode delta pour la réduction d'échelle ?",),
    ),
    Meaning(
        name="a variable that is not told",
        slots={"clarification": "quantities"},
        english=("Which CMIP6 models have all three scenarios for the variable I need, on the native grid?",),
        french=("Quels modèles CMIP6 ont les trois scénarios pour la variable qu'il me faut, sur la grille native ?", "Quels modèles CMIP6 ont la variable dont j'ai besoin, sur la grille native ?"),
    ),
    Meaning(
        name="went up between two days",
        slots={"action": "change", "quantities": ["NDMI"]},
        english=("Did the NDMI around (45.7640, 4.8357), 6 km radius, go up between 1 June 2022 and 1 June 2023?",),
        french=("Le NDMI autour de (45.7640, 4.8357), rayon de 6 km, est-il monté entre le 1er juin 2022 et le 1er juin 2023 ?",),
    ),
    Meaning(
        name="help to understand",
        slots={"action": "explain", "clarification": None},
        english=("Help me understand how you get from the dark patch on a Sentinel-1 image to the oil slick.", "I'm trying to understand what ensemble members are", "I'd like to understand how SPEI is built"),
        french=("Aidez-moi à comprendre comment on passe de la tache sombre sur l'image Sentinel-1 à la nappe d'huile.", "J'essaie de comprendre ce que sont les membres d'un ensemble", "Je voudrais comprendre comment le SPEI est construit"),
    ),
    Meaning(
        name="an abbreviation with its point goes on",
        slots={"action": "describe", "parts": 1, "periods": SAME, "places": SAME, "collections": ["gpcp"]},
        english=("What is the mean annual precip. of the Orinoco basin, GPCP, 1981–2010?", "Precip. over the Orinoco basin, GPCP, 1981–2010", "Avg. precip. in the Orinoco basin, GPCP, 1981–2010?"),
        french=("Quelle est la précip. annuelle moyenne du bassin de l'Orénoque, GPCP, 1981–2010 ?", "Précip. du bassin de l'Orénoque, GPCP, 1981–2010", "Précip. moy. du bassin de l'Orénoque, GPCP, 1981–2010 ?"),
    ),
    Meaning(
        name="an explanation sums up and bounds no data",
        slots={"action": "explain", "statistics": [], "aggregation": None},
        english=("How do models account for aerosols?", "Why do floods peak after the rain stops?", "How far back do ERA5 records go?", "Does the NDVI account for soil brightness?", "How come the sum of monthly temperatures means nothing?"),
        french=("Comment les modèles tiennent-ils compte des aérosols ?", "Pourquoi les crues culminent-elles après la fin de la pluie ?", "Jusqu'où remontent les données ERA5 ?", "Le NDVI tient-il compte de la brillance du sol ?", "Comment se fait-il que la somme des températures mensuelles ne veuille rien dire ?"),
    ),
)  # fmt: skip
