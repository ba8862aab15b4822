"""Refusals, questions back and parts that both languages must tell alike: weather of a day, other fields, ground pointed at, how far from normal."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import SAME, Meaning

OSLO, LIMA = "NO [10, 60, 11, 60]", "PE [-77, -12, -77, -12]"
Y2020, Y2021 = "target 2020-01-01..2020-12-31", "target 2021-01-01..2021-12-31"
NORMAL = "reference 1991-01-01..2020-12-31"
NO = {"declined": "out_of_scope"}
NONE_SUCH = {"declined": "no_such_data"}
ASKED = {"declined": None, "clarification": "places"}
MEAN = ("Mean temperature in Morocco in 2020 || {}", "Température moyenne au Maroc en 2020 || {}")

MEANINGS = (
    Meaning(
        name="the weather of a day", slots={"declined": None, "action": "describe", "places": [OSLO], "periods": ["target 2026-06-14..2026-06-14"]},
        english=("The weather in Oslo yesterday", "Weather in Oslo yesterday", "Yesterday's weather in Oslo", "How was the weather in Oslo yesterday?"),
        french=("Le temps à Oslo hier", "Temps à Oslo hier", "Le temps d'hier à Oslo", "Comment était le temps à Oslo hier ?", "La météo d'hier à Oslo"),
    ),
    Meaning(
        name="time that is no weather", slots={"declined": None, "action": "trend"},
        english=("How does the rain of Oslo change over time?", "Rain over time in Oslo, 1980-2020"),
        french=("Comment la pluie évolue-t-elle dans le temps à Oslo ?", "La pluie au fil du temps à Oslo, 1980-2020"),
    ),
    Meaning(
        name="the weather to come", slots=NONE_SUCH,
        english=("The weather tomorrow in Oslo", "Will it be cloudy in Oslo tomorrow?", "Will there be clouds over Oslo tomorrow?", "Will there be storms in Oslo tonight?", "Avalanche bulletin for Chamonix tomorrow", "Flood warning for Passau tomorrow", "Air quality in Oslo tomorrow", "Will it rain in Oslo today?", "Clear sky over Oslo tonight?"),
        french=("Le temps demain à Oslo", "Le ciel sera-t-il nuageux à Oslo demain ?", "Y aura-t-il des nuages sur Oslo demain ?", "Y aura-t-il des orages à Oslo ce soir ?", "Bulletin d'avalanches de demain à Chamonix", "Alerte de crue pour demain à Passau", "Qualité de l'air à Oslo demain", "Va-t-il pleuvoir à Oslo aujourd'hui ?", "Ciel dégagé sur Oslo ce soir ?"),
    ),
    Meaning(
        name="a diary beside what is over", slots={"declined": None, "action": "describe", "quantities": ["pr"]},
        english=("Rain in Oslo in 2020? We print on Friday.", "I need the rain in Oslo in 2020. The meeting is on Friday."),
        french=("Pluie à Oslo en 2020 ? On boucle vendredi.", "Il me faut la pluie à Oslo en 2020. La réunion est vendredi."),
    ),
    Meaning(
        name="other trades and games", slots=NO,
        english=("Can you tune my guitar?", "Translate this letter, please", "How do you play chess?", 'Translate "rain" into Spanish', "How do you say snow in German?", "Where can I park in Lille?", "Train timetable from Paris to Lyon", "How far is Paris from Lyon?", "Who painted Water Lilies?", "Play me some sea music"),
        french=("Peux-tu accorder ma guitare ?", "Traduis cette lettre, s'il te plaît", "Comment joue-t-on aux échecs ?", "Traduis « pluie » en espagnol", "Comment dit-on neige en allemand ?", "Où me garer à Lille ?", "Horaires des trains de Paris à Lyon", "À quelle distance Paris est-elle de Lyon ?", "Qui a peint les Nymphéas ?", "Mets-moi de la musique de mer"),
    ),
    Meaning(
        name="near misses of other trades", slots={"declined": None},
        english=("How far is the fire from Athens?", "Train a model on the stations of Lyon", "What does 2 °C of warming translate to in Kenya in 2050?", "How far did the rain of 2020 in Oslo lie from the 1991-2020 normal?"),
        french=("À quelle distance d'Athènes est l'incendie ?", "Entraîne un modèle sur les stations de Lyon", "Comment se traduit un réchauffement de 2 °C au Kenya en 2050 ?", "De combien la pluie de 2020 à Oslo s'écartait-elle de la normale 1991-2020 ?"),
    ),
    Meaning(
        name="small talk", slots={"declined": None, "clarification": None, "action": "explain", "quantities": []},
        english=("How are you?", "Good morning, how are you?", "Are you a robot?", "Are you an AI?", "How do I talk to you?", "What can I ask you?"),
        french=("Comment ça va ?", "Bonjour, comment vas-tu ?", "Es-tu un robot ?", "Es-tu une IA ?", "Comment je te parle ?", "Qu'est-ce que je peux te demander ?"),
    ),
    Meaning(
        name="going to, no wind", slots={"action": "describe", "quantities": ["pr"]},
        english=("You are going to give me the rain in Oslo in 2020",), french=("Tu vas me donner la pluie à Oslo en 2020", "Vas-tu me donner la pluie à Oslo en 2020 ?"),
    ),
    Meaning(
        name="another field after a figure", frames=MEAN, slots=NO,
        english=("tell me a joke", "what is the price of wheat there?", "who is the king?", "book me a hotel there"),
        french=("raconte-moi une blague", "quel est le prix du blé là-bas ?", "qui est le roi ?", "réserve-moi un hôtel là-bas"),
    ),
    Meaning(
        name="of what was shown", frames=MEAN, slots={"declined": None, "follow_up": True, "quantities": ["tas"]},
        english=("what is the resolution?", "what is the unit?", "explain how you got it", "how was it computed?", "what's the source?"),
        french=("quelle est la résolution ?", "quelle est l'unité ?", "explique comment tu l'as obtenue", "comment a-t-elle été calculée ?", "quelle est la source ?"),
    ),
    Meaning(
        name="held against its normal, after a figure", frames=MEAN, slots={"declined": None, "follow_up": True, "periods": [NORMAL, Y2020]},
        english=("was it above the 1991-2020 normal?", "how far from the 1991-2020 normal?"),
        french=("était-ce au-dessus de la normale 1991-2020 ?", "à quel écart de la normale 1991-2020 ?"),
    ),
    Meaning(
        name="trained on what was found", frames=("Sentinel-2 images of Lima in 2020 || {}", "Images Sentinel-2 de Lima en 2020 || {}"),
        slots={"action": "train", "places": [LIMA], "collections": ["sentinel-2-l2a"], "follow_up": True},
        english=("train a model on them to map olive groves", "train a classifier on these to map olive groves"),
        french=("entraîne un modèle dessus pour cartographier les oliveraies", "entraîne un classifieur avec ça pour cartographier les oliveraies"),
    ),
    Meaning(
        name="colours of a radar", slots=NONE_SUCH,
        english=("Sentinel-1 optical true-colour image of Nice", "True-colour Sentinel-1 scenes of Nice", "Natural colour Sentinel-1 picture of Nice", "Optical scenes of Nice from Sentinel-1"),
        french=("Image optique en vraies couleurs de Sentinel-1 sur Nice", "Scènes Sentinel-1 en couleurs naturelles de Nice", "Photo Sentinel-1 en couleurs vraies de Nice", "Scènes optiques de Nice par Sentinel-1"),
    ),
    Meaning(
        name="colours beside a radar", slots={"declined": None, "collections": ["sentinel-1-grd"]},
        english=("Sentinel-1 and optical images of Nice in May 2023",), french=("Images Sentinel-1 et optiques de Nice en mai 2023",),
    ),
    Meaning(
        name="least and most cloud", frames=("Sentinel-2 of Oslo, {}", "Sentinel-2 d'Oslo, {}"),
        slots={"declined": None, "filters": {"cloud_cover_min": 10.0, "cloud_cover_max": 20.0}, "statistics": []},
        english=("minimum cloud 10%, maximum cloud 20%", "min cloud cover 10%, max cloud cover 20%", "cloud at least 10% and at most 20%"),
        french=("nuages minimum 10 %, maximum 20 %", "couverture nuageuse min 10 %, couverture nuageuse max 20 %", "nuages au moins 10 % et au plus 20 %"),
    ),
    Meaning(
        name="least above most", frames=("Sentinel-2 of Oslo, {}", "Sentinel-2 d'Oslo, {}"), slots={"declined": "contradiction"},
        english=("minimum cloud 80%, maximum cloud 20%", "min cloud cover 80%, max cloud cover 20%"),
        french=("nuages minimum 80 %, maximum 20 %", "couverture nuageuse min 80 %, couverture nuageuse max 20 %"),
    ),
    Meaning(
        name="ground that is pointed at, changing", slots=ASKED,
        english=("Is the lake shrinking?", "Is the river rising?", "Is the beach disappearing?", "Is the island sinking?", "Has the reservoir filled?", "How full is the reservoir?", "Is the lake getting smaller?", "Is this area getting drier?", "Is the glacier losing ice?"),
        french=("Le lac rétrécit-il ?", "La rivière monte-t-elle ?", "La plage disparaît-elle ?", "L'île s'enfonce-t-elle ?", "Le réservoir s'est-il rempli ?", "Quel est le niveau du réservoir ?", "Le lac devient-il plus petit ?", "Cette zone s'assèche-t-elle ?", "Le glacier perd-il de la glace ?"),
    ),
    Meaning(
        name="ground that is pointed at, measured", slots=ASKED,
        english=("Rain at the refuge in June 2023", "Snow depth at the pass in January 2024", "Show me the lagoon in August 2023", "Satellite image of the lagoon in August 2023", "Snow at the summit in May 2023"),
        french=("Pluie au refuge en juin 2023", "Hauteur de neige au col en janvier 2024", "Montre-moi le lagon en août 2023", "Image satellite du lagon en août 2023", "Neige au sommet en mai 2023"),
    ),
    Meaning(
        name="a bound not told", slots={"declined": None, "clarification": "quantities"},
        english=("Where is the limit exceeded in Denmark in 2020?", "How many times was the threshold exceeded in Denmark in 2020?", "How often does it exceed the threshold in Lyon in 2020?"),
        french=("Où la limite est-elle dépassée au Danemark en 2020 ?", "Combien de fois le seuil a-t-il été dépassé au Danemark en 2020 ?", "Combien de fois dépasse-t-on le seuil à Lyon en 2020 ?"),
    ),
    Meaning(
        name="the extremes of a season", frames=("{} in Oslo in 2020", "{} à Oslo en 2020"), slots={"declined": None, "clarification": None, "quantities": ["tasmax"]},
        english=("The summer maximum", "The spring maximum", "The annual maximum", "The monthly maximum", "The July maximum"),
        french=("Le maximum estival", "Le maximum printanier", "Le maximum annuel", "Le maximum mensuel", "Le maximum de juillet", "Le maximum d'été"),
    ),
    Meaning(
        name="both extremes", frames=("{} in Oslo in 2020", "{} à Oslo en 2020"), slots={"declined": None, "quantities": ["tasmax", "tasmin"]},
        english=("Highs and lows", "Lows and highs"), french=("Maximales et minimales", "Minimales et maximales"),
    ),
    Meaning(
        name="a maximum of something else", slots={"quantities": ["pr"]},
        english=("The annual maximum of rain in Oslo in 2020",), french=("Le maximum annuel de pluie à Oslo en 2020",),
    ),
    Meaning(
        name="how far from normal", frames=("rain in Oslo in 2020{}", "pluie à Oslo en 2020{}"),
        slots={"parts": 1, "quantities": ["pr"], "places": [OSLO], "periods": [NORMAL, Y2020]},
        english=(", and how far from the 1991-2020 normal?", " and how far off the 1991-2020 mean it was", " and its departure from the 1991-2020 normal", " and by how much it exceeded the 1991-2020 normal", ", and was it more than the 1991-2020 normal?", " and how it compares with the 1991-2020 mean", ". How does it compare with the 1991-2020 average?"),
        french=(", et à combien était-elle de la normale 1991-2020 ?", " et à quelle distance de la moyenne 1991-2020 elle se situait", " et son écart à la normale 1991-2020", " et de combien elle dépassait la normale 1991-2020", ", et était-ce plus que la normale 1991-2020 ?", " et comment elle se compare à la moyenne 1991-2020", ". Comment se compare-t-elle à la moyenne 1991-2020 ?"),
    ),
    Meaning(
        name="another time, no normal", frames=("rain in Oslo in 2020{}", "pluie à Oslo en 2020{}"), slots={"parts": 1, "periods": [Y2020, Y2021]},
        english=(", and how much in 2021?", " and in 2021"), french=(", et combien en 2021 ?", " et en 2021"),
    ),
    Meaning(
        name="two wishes without an article", slots={"parts": 2, "1:quantities": ["pr"], "1:places": [OSLO], "1:periods": [Y2020], "2:quantities": ["tas"], "2:places": [LIMA], "2:periods": [Y2021]},
        english=("Rain in Oslo in 2020, plus temperature in Lima in 2021", "Rain in Oslo in 2020 as well as temperature in Lima in 2021", "Rain in Oslo in 2020 and temperature in Lima in 2021", "Rain in Oslo in 2020, then temperature in Lima in 2021", "Rain in Oslo in 2020 along with temperature in Lima in 2021", "Rain in Oslo in 2020; temperature in Lima in 2021", "First part: rain in Oslo in 2020. Second part: temperature in Lima in 2021"),
        french=("Pluie à Oslo en 2020, plus la température à Lima en 2021", "Pluie à Oslo en 2020 ainsi que température à Lima en 2021", "Pluie à Oslo en 2020 et température à Lima en 2021", "Pluie à Oslo en 2020, puis température à Lima en 2021", "Pluie à Oslo en 2020 de même que température à Lima en 2021", "Pluie à Oslo en 2020 ; température à Lima en 2021", "Première partie : pluie à Oslo en 2020. Deuxième partie : température à Lima en 2021"),
    ),
    Meaning(
        name="three wishes", slots={"parts": 3, "2:quantities": ["EVI"], "3:places": [LIMA]},
        english=("NDVI of Kano in August 2023, EVI of Zaria in July 2022 and rain in Lima in 2020",), french=("NDVI de Kano en août 2023, EVI de Zaria en juillet 2022 et pluie à Lima en 2020",),
    ),
    Meaning(
        name="two quantities of one place", slots={"parts": 1, "quantities": ["pr", "tas"], "places": [OSLO], "periods": [Y2020]},
        english=("Rain as well as temperature in Oslo in 2020", "Rain and also temperature in Oslo in 2020"), french=("Pluie ainsi que température à Oslo en 2020", "Pluie et aussi température à Oslo en 2020"),
    ),
    Meaning(
        name="a word asked after beside a figure", frames=("SPEI in Syria in 2008{}", "SPEI en Syrie en 2008{}"), slots={"parts": 2, "1:action": "describe", "2:action": "explain", "2:places": []},
        english=(", and what is SPEI?", ". And what does it mean?", ", and tell me what it measures", ", and what does SPEI mean?", ". By the way, what is ERA5?"),
        french=(", et qu'est-ce que le SPEI ?", ". Et qu'est-ce que ça veut dire ?", ", et dis-moi ce que ça mesure", ", et que veut dire SPEI ?", ". Au fait, c'est quoi ERA5 ?"),
    ),
    Meaning(
        name="a figure asked after beside a figure", slots={"parts": 1},
        english=("Rain in Oslo in 2020, and what is the mean?",), french=("Pluie à Oslo en 2020, et quelle est la moyenne ?",),
    ),
    Meaning(
        name="told what it is, then computed", slots={"parts": 2, "1:action": "explain", "2:action": "describe", "2:quantities": ["spi"]},
        english=("Could you first tell me what an SPI is and then compute it for Lesotho?", "Tell me what SPI is, then compute it for Lesotho in 2016"),
        french=("Pourriez-vous d'abord me dire ce qu'est un SPI puis le calculer pour le Lesotho ?", "Dis-moi ce qu'est le SPI, puis calcule-le pour le Lesotho en 2016"),
    ),
    Meaning(
        name="which of them, of nothing", slots={"declined": None, "clarification": "places", "quantities": ["tas"], "action": "compare"},
        english=("Which of them is the warmest?", "Which one is the warmest?", "Which one is warmer?"), french=("Lequel d'entre eux est le plus chaud ?", "Lequel est le plus chaud ?", "Laquelle est la plus chaude ?"),
    ),
    Meaning(
        name="ground chosen before", slots=ASKED,
        english=("How much rain fell at the given location in 2020?", "Are heatwaves expected to last longer at the chosen site?", "Temperature in the selected area in 2020"),
        french=("Combien a-t-il plu à l'endroit donné en 2020 ?", "Les canicules devraient-elles durer plus longtemps sur le site choisi ?", "Température dans la zone sélectionnée en 2020"),
    ),
    Meaning(
        name="a variable spoken of elsewhere", slots={"declined": None, "clarification": "quantities"},
        english=("Which CMIP6 models have the variable I need?",), french=("Quels modèles CMIP6 ont la variable qu'il me faut ?", "Quels modèles CMIP6 ont la variable que je veux ?"),
    ),
    Meaning(
        name="water beside clouds", slots={"declined": None, "filters": {"cloud_cover_min": 30.0}},
        english=("Find Sentinel-2 images of Oslo with cloud coverage over 30% and water percentage less than 5%",), french=("Trouve des images Sentinel-2 d'Oslo avec plus de 30 % de nuages et moins de 5 % d'eau",),
    ),
    Meaning(
        name="of a place of fiction", slots=NONE_SUCH,
        english=("What is the climate of Narnia?", "What's the main export of Wakanda?"), french=("C'est quoi le climat de Narnia ?", "C'est quoi la principale exportation du Wakanda ?"),
    ),
    Meaning(
        name="what may be done with data", slots={"declined": None, "clarification": None, "action": "explain"},
        english=("What coastal analysis can I do with radar images?", "Which calculations are possible with ERA5?", "What are the drawbacks of the delta method for downscaling?"),
        french=("Quelle analyse côtière puis-je faire avec des images radar ?", "Quels calculs sont possibles avec ERA5 ?", "Quels sont les inconvénients de la méthode delta pour la réduction d'échelle ?"),
    ),
    Meaning(
        name="carried on from nothing", slots={"declined": None, "follow_up": True, "clarification": SAME},
        english=("And in Lima?",), french=("Et à Lima ?",),
    ),
)  # fmt: skip
