"""Disputes, namesakes, limits and refusals in both languages, beside near misses."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import Meaning

WARMEST = ("Warmest month in Darwin in 2019, ERA5? || {}", "Mois le plus chaud à Darwin en 2019, ERA5 ? || {}")
COMPOSITE = (
    "Make me a median Sentinel-2 composite of Zanzibar in 2023. || {}",
    "Fais-moi un composite médian Sentinel-2 de Zanzibar en 2023. || {}",
)
SST = ("SST off Galicia in August 2023 || {}", "SST au large de la Galice en août 2023 || {}")
NO, NONE_SUCH = {"declined": "out_of_scope"}, {"declined": "no_such_data"}

MEANINGS = (
    Meaning(
        name="a dispute that tells what is believed", frames=WARMEST, slots={"action": "describe", "quantities": ["tas"], "places": ["AU [131, -13, 131, -12]"], "periods": ["target 2019-01-01..2019-12-31"], "months": [], "statistics": ["max"], "follow_up": True},
        english=("That's wrong, everybody knows it was November. Look again.", "are you sure? I thought it was November", "that can't be right, people say it was December", "really? we all remember it was in November"),
        french=("C'est faux, tout le monde sait que c'était novembre. Revérifie.", "tu es sûr ? je pensais que c'était novembre", "ce n'est pas possible, les gens disent que c'était décembre", "vraiment ? on dit que c'était en novembre"),
    ),
    Meaning(
        name="a dispute that tells what was seen", frames=("How much rain fell in Kinshasa in December 2023 according to ERA5? || {}", "Combien de pluie est tombée à Kinshasa en décembre 2023 selon ERA5 ? || {}"),
        slots={"action": "describe", "quantities": ["pr"], "phenomena": [], "statistics": ["sum"], "collections": ["era5"], "follow_up": True},
        english=("That seems too little, half the city was under water, are you sure?", "are you sure? the whole town was flooded", "that looks too low, our street was flooded"),
        french=("Ça me semble trop peu, la moitié de la ville était sous l'eau, tu es sûr ?", "tu es sûr ? toute la ville était inondée", "ça me paraît trop peu, notre rue était inondée"),
    ),
    Meaning(
        name="the namesake of a land", frames=("Rain in Karachi, June 2015, ERA5 || {}", "Pluie à Karachi, juin 2015, ERA5 || {}"), slots={"action": "describe", "places": ["PK [68, 25, 69, 26]"], "collections": ["era5"], "follow_up": True},
        english=("and for Hyderabad, the one in Pakistan", "and Hyderabad, the Pakistani one?", "now Hyderabad in Pakistan", "Hyderabad, the one of Pakistan"),
        french=("et pour Hyderabad, celle du Pakistan", "et Hyderabad, celui du Pakistan ?", "maintenant Hyderabad au Pakistan", "Hyderabad, celle qui est au Pakistan"),
    ),
    Meaning(
        name="the limit of clouds moved", frames=COMPOSITE, slots={"action": "find", "statistics": ["median"], "filters": {"cloud_cover_max": 5.0}, "follow_up": True},
        english=("Hmm, there are still clouds, lower the maximum to 5%.", "bring the cloud maximum down to 5 %", "set the maximum to 5 %", "at most 5 % cloud"),
        french=("Hmm, il y a encore des nuages, baisse le maximum à 5 %.", "ramène le maximum de nuages à 5 %", "mets le maximum à 5 %", "au plus 5 % de nuages"),
    ),
    Meaning(
        name="counted from a mean", frames=SST, slots={"action": "describe", "quantities": ["tos"], "periods": ["target 2023-08-01..2023-08-31", "reference 1991-01-01..2020-12-31"], "follow_up": True},
        english=("in degrees above the 1991-2020 mean, please", "below the 1991-2020 average?", "as an anomaly vs 1991-2020", "anomaly against 1991-2020"),
        french=("en degrés au-dessus de la moyenne 1991-2020, s'il te plaît", "en dessous de la moyenne 1991-2020 ?", "en anomalie vs 1991-2020", "anomalie par rapport à 1991-2020"),
    ),
    Meaning(
        name="sports and shares", slots=NO,
        english=("Who's going to win the Stanley Cup this year, in your opinion?", "who will win the World Cup?", "Forget the climate stuff and tell me which shares to buy this month.", "which stocks should I buy?", "who wins the Tour de France this year?"),
        french=("Qui va gagner la Coupe Stanley cette année, à ton avis ?", "qui gagnera la Coupe du monde ?", "Oublie le climat et dis-moi quelles actions acheter ce mois-ci.", "quelles actions dois-je acheter ?", "qui gagne le Tour de France cette année ?"),
    ),
    Meaning(
        name="weather during sports", slots={"declined": None, "quantities": ["tas"], "places": ["QA [51, 25, 52, 26]"]},
        english=("Heat during the World Cup in Qatar in 2022", "temperature at the World Cup in Qatar in 2022", "How hot was Qatar during the World Cup in 2022?"),
        french=("Chaleur pendant la Coupe du monde au Qatar en 2022", "température à la Coupe du monde au Qatar en 2022", "Quelle chaleur au Qatar pendant la Coupe du monde en 2022 ?"),
    ),
    Meaning(
        name="weather of days to come", slots=NONE_SUCH,
        english=("What's the chance it rains in Glasgow next Saturday?", "I need to know if the weather will be nice in Annecy next Saturday, my sister is getting married.", "Will it be sunny in Annecy on Sunday?", "Forecast the ice cover of the Great Lakes for next January."),
        french=("Quelle est la probabilité qu'il pleuve à Glasgow samedi prochain ?", "J'ai besoin de savoir s'il fera beau à Annecy samedi prochain, on marie ma sœur.", "Fera-t-il beau à Annecy dimanche ?", "Prévois la couverture de glace des Grands Lacs pour janvier prochain."),
    ),
    Meaning(
        name="how instruments see", slots={"declined": None, "action": "explain"},
        english=("Why do altimeters lose accuracy within a few kilometres of the shore?", "How does a scatterometer work?", "Why do radiometers drift?", "What is the swath of an altimeter?"),
        french=("Pourquoi les altimètres perdent-ils en précision à quelques kilomètres des côtes ?", "Comment marche un diffusiomètre ?", "Pourquoi les radiomètres dérivent-ils ?", "C'est quoi la fauchée d'un altimètre ?"),
    ),
    Meaning(
        name="bands that radar lacks", slots=NONE_SUCH,
        english=("Sentinel-1 in optical and visible band over Hanoi", "Sentinel-1 visible band over Hanoi", "optical images of Hanoi from Sentinel-1"),
        french=("Sentinel-1 en bande optique et visible sur Hanoï", "Sentinel-1 bande visible sur Hanoï", "images optiques de Hanoï par Sentinel-1"),
    ),
    Meaning(
        name="the character of a future", slots={"declined": None, "action": "project", "places": ["CH [7, 47, 7, 47]"], "periods": ["target 2050-01-01..2050-12-31"]},
        english=("I'd like to see what it looks like in Yverdon in 2050.", "what will it look like in Yverdon in 2050?", "what will it be like in Yverdon in 2050?"),
        french=("Je voudrais voir ce que ça donne à Yverdon en 2050.", "ça va donner quoi à Yverdon en 2050 ?", "à quoi ça ressemblera à Yverdon en 2050 ?"),
    ),
    Meaning(
        name="what a run is to tell", slots={"action": "simulate", "models": ["HEC-RAS"], "parts": 1, "places": ["CA [-71, 46, -70, 47]", "CA [-71, 46, -71, 46]"]},
        english=("Run HEC-RAS on the Chaudière River for the 100-year flood and tell me where the water would rise in Beauceville.", "Run HEC-RAS on the Chaudière River and show me what would be wet in Beauceville."),
        french=("Faites tourner HEC-RAS sur la rivière Chaudière pour la crue centennale et dites-moi où l'eau monterait à Beauceville.", "Faites tourner HEC-RAS sur la rivière Chaudière et montrez-moi ce qui serait mouillé à Beauceville."),
    ),
    Meaning(
        name="what is meant is told after the question",
        slots={"action": "compare", "compared": "periods", "statistics": ["area"], "parts": 1},
        english=("Was the Po lower in summer 2022 than in summer 2021? I mean its surface water area on Sentinel-2.", "Was Lake Mead smaller in July 2022 than in July 2000? I mean its water area.", "Is Lake Chad larger in 2023 than in 2003? I mean its surface, in Landsat."),
        french=("Le Pô était-il plus bas à l'été 2022 qu'à l'été 2021 ? Je parle de sa superficie en eau sur Sentinel-2.", "Le lac Mead était-il plus petit en juillet 2022 qu'en juillet 2000 ? Je veux dire sa superficie en eau.", "Le lac Tchad est-il plus grand en 2023 qu'en 2003 ? Je veux dire sa surface, avec Landsat."),
    ),
)  # fmt: skip
