"""What is wanted of images, in both languages: the scenes themselves, what they show, what changed between two of them."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import SAME, Meaning

_FIND = {"action": "find"}
_DETECT = {"action": "detect"}
_CHANGE = {"action": "change"}

MEANINGS = (
    Meaning(
        name="scenes of a mission",
        slots=_FIND,
        english=("Find Sentinel-2 images of Dakar in June 2023", "Sentinel-2 Dakar June 2023", "Sentinel-2 scenes over Dakar, June 2023", "I'm looking for Sentinel-2 images of Dakar in June 2023", "Any Sentinel-2 images of Dakar for June 2023?", "Are there Sentinel-2 images of Dakar in June 2023?", "Do you have Sentinel-2 imagery over Dakar for June 2023?", "Show me the Sentinel-2 images of Dakar from June 2023", "List the Sentinel-2 acquisitions over Dakar in June 2023", "Get me Sentinel-2 for Dakar, June 2023", "I need Sentinel-2 images of Dakar from June 2023", "Download Sentinel-2 tiles of Dakar for June 2023", "Which Sentinel-2 images are available over Dakar in June 2023?", "What Sentinel-2 data do you have for Dakar in June 2023?", "How many Sentinel-2 images are there of Dakar in June 2023?", "When did Sentinel-2 pass over Dakar in June 2023?", "Has Sentinel-2 imaged Dakar in June 2023?"),
        french=("Trouve des images Sentinel-2 de Dakar en juin 2023", "Sentinel-2 Dakar juin 2023", "Scènes Sentinel-2 sur Dakar, juin 2023", "Je cherche des images Sentinel-2 de Dakar en juin 2023", "Des images Sentinel-2 de Dakar pour juin 2023 ?", "Y a-t-il des images Sentinel-2 de Dakar en juin 2023 ?", "Avez-vous de l'imagerie Sentinel-2 sur Dakar pour juin 2023 ?", "Montre-moi les images Sentinel-2 de Dakar de juin 2023", "Liste les acquisitions Sentinel-2 sur Dakar en juin 2023", "Sors-moi du Sentinel-2 pour Dakar, juin 2023", "J'ai besoin d'images Sentinel-2 de Dakar de juin 2023", "Télécharge les tuiles Sentinel-2 de Dakar pour juin 2023", "Quelles images Sentinel-2 sont disponibles sur Dakar en juin 2023 ?", "Quelles données Sentinel-2 avez-vous pour Dakar en juin 2023 ?", "Combien d'images Sentinel-2 y a-t-il de Dakar en juin 2023 ?", "Quand Sentinel-2 est-il passé sur Dakar en juin 2023 ?", "Sentinel-2 a-t-il imagé Dakar en juin 2023 ?", "T'as du Sentinel-2 sur Dakar en juin 2023 ?", "Il me faudrait les images Sentinel-2 de Dakar de juin 2023"),
    ),
    Meaning(
        name="cloud-free scenes",
        slots={**_FIND, "filters.cloud_cover_max": 10},
        english=("cloud-free Sentinel-2 image of Bilbao, June 2024", "Sentinel-2 image of Bilbao, June 2024, no clouds", "Sentinel-2 image of Bilbao without clouds, June 2024", "clear Landsat scene over Bilbao, June 2024", "cloudless Sentinel-2 scenes over Bilbao in June 2024", "Find me a Sentinel-2 image of Bilbao in June 2024 with no clouds", "Is there a clear Sentinel-2 image of Bilbao in June 2024?", "a Sentinel-2 picture of Bilbao in June 2024 free of clouds"),
        french=("image Sentinel-2 sans nuages de Bilbao, juin 2024", "Image Sentinel-2 de Bilbao, juin 2024, pas de nuages", "image Sentinel-2 de Bilbao sans nuage, juin 2024", "scène Landsat dégagée sur Bilbao, juin 2024", "scènes Sentinel-2 claires sur Bilbao en juin 2024", "Trouve-moi une image Sentinel-2 de Bilbao en juin 2024 sans aucun nuage", "Y a-t-il une image Sentinel-2 dégagée de Bilbao en juin 2024 ?"),
    ),
    Meaning(
        name="the latest scene",
        slots=_FIND,
        english=("latest Sentinel-1 image of Beirut", "most recent Sentinel-1 image of Beirut", "What is the latest Sentinel-1 scene over Beirut?", "Show me the newest Sentinel-1 image of Beirut", "last Sentinel-1 pass over Beirut", "When was the last Sentinel-1 image of Beirut taken?"),
        french=("dernière image Sentinel-1 de Beyrouth", "image Sentinel-1 la plus récente de Beyrouth", "Quelle est la dernière scène Sentinel-1 sur Beyrouth ?", "Montre-moi l'image Sentinel-1 la plus récente de Beyrouth", "dernier passage de Sentinel-1 sur Beyrouth", "Quand la dernière image Sentinel-1 de Beyrouth a-t-elle été prise ?"),
    ),
    Meaning(
        name="images with an event in them",
        slots=_FIND,
        english=("Sentinel-1 images of the flood in Beira in March 2019", "Find images of the flood in Beira in March 2019", "I'm looking for satellite images of the flood in Beira in March 2019", "Are there any satellite images of the flood in Beira in March 2019?", "satellite pictures of the flood in Beira, March 2019", "List the scenes that show the flood in Beira, March 2019"),
        french=("Images Sentinel-1 de l'inondation de Beira en mars 2019", "Trouve des images de l'inondation de Beira en mars 2019", "Je cherche des images satellite de l'inondation de Beira en mars 2019", "Y a-t-il des images satellite de l'inondation de Beira en mars 2019 ?", "images satellite de l'inondation de Beira, mars 2019", "Liste les scènes qui montrent l'inondation de Beira, mars 2019"),
    ),
    Meaning(
        name="an event mapped",
        slots=_DETECT,
        english=("Map the flood in Beira in March 2019", "flood extent in Beira, March 2019", "flood map of Beira, March 2019", "Which areas were flooded in Beira in March 2019?", "What was flooded in Beira in March 2019?", "How much of Beira was under water in March 2019?", "Detect the flooded areas in Beira in March 2019", "Delineate the flood of March 2019 in Beira", "Where was it flooded in Beira in March 2019?", "Was Beira flooded in March 2019?", "I need a map of the flooding in Beira in March 2019", "Show me the flooded zones in Beira in March 2019", "floods Beira March 2019", "Flood mapping, Beira, March 2019"),
        french=("Cartographie l'inondation de Beira en mars 2019", "étendue de l'inondation à Beira, mars 2019", "carte de l'inondation de Beira, mars 2019", "Quelles zones ont été inondées à Beira en mars 2019 ?", "Qu'est-ce qui a été inondé à Beira en mars 2019 ?", "Quelle part de Beira était sous l'eau en mars 2019 ?", "Détecte les zones inondées à Beira en mars 2019", "Délimite l'inondation de mars 2019 à Beira", "Où était-ce inondé à Beira en mars 2019 ?", "Beira a-t-elle été inondée en mars 2019 ?", "J'ai besoin d'une carte des inondations de Beira en mars 2019", "Montre-moi les zones inondées à Beira en mars 2019", "inondations Beira mars 2019", "Cartographie des inondations, Beira, mars 2019", "Repère-moi les quartiers inondés de Beira en mars 2019"),
    ),
    Meaning(
        name="burnt land",
        slots=_DETECT,
        english=("burned area in Evros in August 2023", "How much burned in Evros in August 2023?", "Map the burn scars of Evros, August 2023", "How many hectares burned in Evros in August 2023?", "burnt area Evros August 2023 from Sentinel-2", "extent of the fire scar in Evros, August 2023", "What burned in Evros in August 2023?", "Outline the burn scar in Evros, August 2023"),
        french=("surface brûlée en Évros en août 2023", "Combien a brûlé en Évros en août 2023 ?", "Cartographie les cicatrices de feu de l'Évros, août 2023", "Combien d'hectares ont brûlé en Évros en août 2023 ?", "zone brûlée Évros août 2023 avec Sentinel-2", "étendue de la cicatrice d'incendie en Évros, août 2023", "Qu'est-ce qui a brûlé en Évros en août 2023 ?", "Trace le contour de la zone brûlée en Évros, août 2023"),
    ),
    Meaning(
        name="things counted",
        slots=_DETECT,
        english=("Count the ships off Singapore on 3 May 2024", "How many ships were there off Singapore on 3 May 2024?", "number of ships off Singapore on 3 May 2024", "Detect the ships off Singapore on 3 May 2024", "Find the ships off Singapore on 3 May 2024", "Are there ships off Singapore on 3 May 2024?", "Which ships were off Singapore on 3 May 2024?", "Where were the ships off Singapore on 3 May 2024?", "ships off Singapore on 3 May 2024", "Spot vessels off Singapore on 3 May 2024", "Locate the ships off Singapore, 3 May 2024"),
        french=("Compte les navires au large de Singapour le 3 mai 2024", "Combien de navires y avait-il au large de Singapour le 3 mai 2024 ?", "nombre de navires au large de Singapour le 3 mai 2024", "Détecte les navires au large de Singapour le 3 mai 2024", "Trouve les navires au large de Singapour le 3 mai 2024", "Y a-t-il des navires au large de Singapour le 3 mai 2024 ?", "Quels navires étaient au large de Singapour le 3 mai 2024 ?", "Où étaient les navires au large de Singapour le 3 mai 2024 ?", "navires au large de Singapour le 3 mai 2024", "Repère les bateaux au large de Singapour le 3 mai 2024", "Localise les navires au large de Singapour, 3 mai 2024", "Dénombre les navires au large de Singapour le 3 mai 2024"),
    ),
    Meaning(
        name="cover mapped",
        slots=_DETECT,
        english=("Map the mangroves of Guinea-Bissau in 2022", "mangrove map of Guinea-Bissau, 2022", "Where are the mangroves in Guinea-Bissau in 2022?", "How many km² of mangrove in Guinea-Bissau in 2022?", "mangrove area in Guinea-Bissau in 2022", "Classify the mangroves of Guinea-Bissau, Sentinel-2, 2022", "extent of mangroves, Guinea-Bissau, 2022", "Identify mangroves in Guinea-Bissau in 2022"),
        french=("Cartographie les mangroves de Guinée-Bissau en 2022", "carte des mangroves de Guinée-Bissau, 2022", "Où sont les mangroves en Guinée-Bissau en 2022 ?", "Combien de km² de mangrove en Guinée-Bissau en 2022 ?", "superficie de mangrove en Guinée-Bissau en 2022", "Classe les mangroves de Guinée-Bissau, Sentinel-2, 2022", "étendue des mangroves, Guinée-Bissau, 2022", "Identifie les mangroves en Guinée-Bissau en 2022"),
    ),
    Meaning(
        name="ice on a day, mapped",
        slots=_DETECT,
        english=("Map the sea ice of Hudson Bay on 1 March 2023", "Where was the sea ice in Hudson Bay on 1 March 2023? Map it", "Ice chart of Hudson Bay, 1 March 2023"),
        french=("Cartographie la banquise de la baie d'Hudson le 1er mars 2023", "Où était la banquise dans la baie d'Hudson le 1er mars 2023 ? Cartographie-la", "Carte des glaces de la baie d'Hudson, 1er mars 2023"),
    ),
    Meaning(
        name="a map of ice on a day",
        slots={"action": "describe", "outputs": ["map"]},
        english=("Sea ice map of Hudson Bay on 1 March 2023", "Sea ice map for the Northwest Passage on 1 March 2023", "Show the sea ice of Hudson Bay on 1 March 2023 on a map"),
        french=("Carte de la banquise de la baie d'Hudson au 1er mars 2023", "Carte de la banquise du passage du Nord-Ouest au 1er mars 2023", "Montre la banquise de la baie d'Hudson le 1er mars 2023 sur une carte"),
    ),
    Meaning(
        name="loss measured",
        slots=_DETECT,
        english=("How much forest was lost in Rondônia since 2001?", "How many hectares of forest has Rondônia lost since 2001?", "How much deforestation in Rondônia in 2022?", "area deforested in Rondônia in 2022", "Map the deforestation in Rondônia in 2022", "deforestation in Rondônia, 2022", "Where was forest cleared in Rondônia in 2022?", "deforestation alerts in Rondônia in 2022", "tree cover loss in Rondônia in 2022"),
        french=("Combien de forêt a-t-on perdu en Rondônia depuis 2001 ?", "Combien d'hectares de forêt le Rondônia a-t-il perdus depuis 2001 ?", "Combien de déforestation en Rondônia en 2022 ?", "surface déboisée en Rondônia en 2022", "Cartographie la déforestation en Rondônia en 2022", "déforestation en Rondônia, 2022", "Où a-t-on défriché la forêt en Rondônia en 2022 ?", "alertes de déforestation en Rondônia en 2022", "perte de couvert arboré en Rondônia en 2022"),
    ),
    Meaning(
        name="change between two dates",
        slots=_CHANGE,
        english=("What changed in Khartoum between January 2023 and January 2024, Sentinel-2?", "change detection in Khartoum between January 2023 and January 2024, Sentinel-2", "Sentinel-2 changes in Khartoum from January 2023 to January 2024", "Before and after in Khartoum, January 2023 and January 2024, Sentinel-2", "difference between the Sentinel-2 images of Khartoum of January 2023 and January 2024", "Show me what has changed in Khartoum between January 2023 and January 2024 with Sentinel-2", "Map the changes in Khartoum between January 2023 and January 2024 with Sentinel-2", "How did Khartoum change between January 2023 and January 2024 on Sentinel-2?"),
        french=("Qu'est-ce qui a changé à Khartoum entre janvier 2023 et janvier 2024, Sentinel-2 ?", "détection de changements à Khartoum entre janvier 2023 et janvier 2024, Sentinel-2", "Changements Sentinel-2 à Khartoum de janvier 2023 à janvier 2024", "Avant et après à Khartoum, janvier 2023 et janvier 2024, Sentinel-2", "différence entre les images Sentinel-2 de Khartoum de janvier 2023 et de janvier 2024", "Montre-moi ce qui a changé à Khartoum entre janvier 2023 et janvier 2024 avec Sentinel-2", "Cartographie les changements à Khartoum entre janvier 2023 et janvier 2024 avec Sentinel-2", "Comment Khartoum a-t-elle changé entre janvier 2023 et janvier 2024 sur Sentinel-2 ?"),
    ),
    Meaning(
        name="cover lost between two years",
        slots=_CHANGE,
        english=("Mangrove loss in Zambezia between 2005 and 2020", "Mangrove loss in Zambezia, 2005 to 2020", "loss of mangrove in Zambezia from 2005 to 2020", "How much has the mangrove shrunk in Zambezia between 2005 and 2020?", "mangrove change in Zambezia between 2005 and 2020", "mangrove retreat Zambezia 2005-2020", "Did mangroves disappear in Zambezia between 2005 and 2020?", "What became of the mangroves of Zambezia between 2005 and 2020?"),
        french=("Perte de mangrove en Zambézie entre 2005 et 2020", "Perte de mangrove en Zambézie, de 2005 à 2020", "recul de la mangrove en Zambézie de 2005 à 2020", "De combien la mangrove a-t-elle rétréci en Zambézie entre 2005 et 2020 ?", "changement de la mangrove en Zambézie entre 2005 et 2020", "recul mangrove Zambézie 2005-2020", "Des mangroves ont-elles disparu en Zambézie entre 2005 et 2020 ?", "Que sont devenues les mangroves de Zambézie entre 2005 et 2020 ?"),
    ),
    Meaning(
        name="a lake between two years",
        slots=_CHANGE,
        english=("How did Lake Urmia shrink between 1990 and 2020?", "shrinkage of Lake Urmia between 1990 and 2020", "Lake Urmia surface change between 1990 and 2020", "surface water of Lake Urmia, 1990 and 2020: what changed?", "How much water surface did Lake Urmia lose between 1990 and 2020?", "loss of water surface of Lake Urmia between 1990 and 2020", "By how much did the surface of Lake Urmia decrease between 1990 and 2020?"),
        french=("Comment le lac d'Ourmia a-t-il rétréci entre 1990 et 2020 ?", "rétrécissement du lac d'Ourmia entre 1990 et 2020", "changement de surface du lac d'Ourmia entre 1990 et 2020", "surface en eau du lac d'Ourmia, 1990 et 2020 : qu'est-ce qui a changé ?", "Combien de surface en eau le lac d'Ourmia a-t-il perdu entre 1990 et 2020 ?", "perte de surface en eau du lac d'Ourmia entre 1990 et 2020", "De combien la surface du lac d'Ourmia a-t-elle diminué entre 1990 et 2020 ?"),
    ),
    Meaning(
        name="a town that grew",
        slots=_CHANGE,
        english=("Urban growth of Kigali between 2000 and 2020", "How did Kigali grow between 2000 and 2020?", "urban sprawl of Kigali from 2000 to 2020", "What was built in Kigali between 2000 and 2020?", "New buildings in Kigali between 2000 and 2020", "expansion of the city of Kigali between 2000 and 2020", "urban expansion Kigali 2000-2020", "By how much has the built-up area of Kigali grown between 2000 and 2020?"),
        french=("Croissance urbaine de Kigali entre 2000 et 2020", "Comment Kigali a-t-elle grandi entre 2000 et 2020 ?", "étalement urbain de Kigali de 2000 à 2020", "Qu'a-t-on construit à Kigali entre 2000 et 2020 ?", "Nouveaux bâtiments à Kigali entre 2000 et 2020", "expansion de la ville de Kigali entre 2000 et 2020", "extension urbaine Kigali 2000-2020", "De combien la surface bâtie de Kigali a-t-elle grandi entre 2000 et 2020 ?"),
    ),
    Meaning(
        name="damage",
        slots=_CHANGE,
        english=("Damage in Mariupol between February 2022 and May 2022", "Which buildings were destroyed in Mariupol between February 2022 and May 2022?", "destruction in Mariupol between February 2022 and May 2022, before and after", "Show the damage to buildings in Mariupol between February 2022 and May 2022", "Before/after images of Mariupol: February 2022 and May 2022, damaged buildings"),
        french=("Dégâts à Marioupol entre février 2022 et mai 2022", "Quels bâtiments ont été détruits à Marioupol entre février 2022 et mai 2022 ?", "destructions à Marioupol entre février 2022 et mai 2022, avant et après", "Montre les dégâts aux bâtiments à Marioupol entre février 2022 et mai 2022", "Images avant/après de Marioupol : février 2022 et mai 2022, bâtiments endommagés"),
    ),
    Meaning(
        name="an index computed",
        slots={"action": "describe"},
        english=("Compute the NDVI of the Beauce plain in May 2023", "NDVI of the Beauce plain in May 2023", "What was the mean NDVI of the Beauce plain in May 2023?", "Mean NDVI over the Beauce plain, May 2023, Sentinel-2", "Give me the NDVI for the Beauce plain, May 2023", "NDVI time series for the Beauce plain, 2023", "Calculate the Sentinel-2 NDVI over the Beauce plain in May 2023"),
        french=("Calcule le NDVI de la plaine de Beauce en mai 2023", "NDVI de la plaine de Beauce en mai 2023", "Quel était le NDVI moyen de la plaine de Beauce en mai 2023 ?", "NDVI moyen sur la plaine de Beauce, mai 2023, Sentinel-2", "Donne-moi le NDVI de la plaine de Beauce, mai 2023", "série temporelle de NDVI pour la plaine de Beauce, 2023", "Calcule le NDVI Sentinel-2 sur la plaine de Beauce en mai 2023"),
    ),
    Meaning(
        name="water where none should stand",
        slots={"action": "detect", "phenomena": ["flood"], "periods": SAME},
        english=("Can you see water on the fields around Bressuire since last week?", "is there water on the roads around Bressuire since last week?", "Water in the streets of Bressuire since last week?"),
        french=("Voyez-vous de l'eau sur les champs autour de Bressuire depuis la semaine dernière ?", "y a-t-il de l'eau sur les routes autour de Bressuire depuis la semaine dernière ?", "De l'eau dans les rues de Bressuire depuis la semaine dernière ?"),
    ),
    Meaning(
        name="clear-cutting",
        slots={"action": "detect", "phenomena": ["deforestation"]},
        english=("East of Sherbrooke, was there any clear-cutting in 2022?", "clear cutting near Val-d'Or in 2021", "clear-felling around Val-d'Or in 2021"),
        french=("À l'est de Sherbrooke, y a-t-il eu des coupes à blanc en 2022 ?", "coupes rases près de Val-d'Or en 2021", "coupe à blanc autour de Val-d'Or en 2021"),
    ),
    Meaning(
        name="the before and the after of what is told",
        slots={"action": "change", "collections": ["sentinel-2-l2a"], "parts": 1},
        english=("The September 2018 Ottawa tornado apparently left a track through the forest; show the before and after with Sentinel-2.", "The before and the after of the Derna flood, September 2023, Sentinel-2", "The Derna flood of September 2023 did a lot of damage; show me before and after in Sentinel-2"),
        french=("La tornade d'Ottawa de septembre 2018 a laissé une trace dans la forêt, il paraît; montre l'avant et l'après avec Sentinel-2.", "L'avant et l'après de l'inondation de Derna, septembre 2023, Sentinel-2", "L'inondation de Derna de septembre 2023 a fait beaucoup de dégâts; montre-moi avant et après sur Sentinel-2"),
    ),
    Meaning(
        name="from before and after a month",
        slots={"action": "change", "collections": ["worldview"], "periods": SAME},
        english=("WorldView of Tadmur from before and after May 2015", "WorldView images of Tadmur before and after May 2015", "we would like WorldView of Tadmur, before and after May 2015"),
        french=("WorldView de Tadmur d'avant et d'après mai 2015", "images WorldView de Tadmur avant et après mai 2015", "nous aimerions du WorldView de Tadmur, avant et après mai 2015"),
    ),
    Meaning(
        name="what was lost from one month to another",
        slots={"action": "change", "phenomena": ["glacier"], "periods": SAME},
        english=("Glacier area lost, Rhône Glacier, Aug 2000 to Aug 2025", "Glacier area lost, Rhône Glacier, from August 2000 to August 2025", "Rhône Glacier, August 2000 to August 2025: glacier area lost"),
        french=("Superficie de glacier perdue, glacier du Rhône, d'août 2000 à août 2025", "Superficie de glacier perdue, glacier du Rhône, août 2000 à août 2025", "Glacier du Rhône, août 2000 à août 2025 : superficie de glacier perdue"),
    ),
    Meaning(
        name="what vanishes, shown at two dates",
        slots={"action": "change", "periods": SAME},
        english=("In Louisiana the marsh is disappearing: show me the coastline in 1985 and in 2020.", "The marsh of Louisiana is vanishing: show it in 1985 and in 2020", "In Louisiana the marsh disappears: show me it in 1985 and in 2020."),
        french=("En Louisiane, le marais disparaît : montre-moi le littoral en 1985 et en 2020.", "Le marais de Louisiane disparaît : montre-le en 1985 et en 2020", "En Louisiane, les marais disparaissent : montre-les-moi en 1985 et en 2020."),
    ),
    Meaning(
        name="things counted on an image",
        slots={"action": "detect", "quantities": [], "statistics": ["count"]},
        english=("How many wind turbines are there off Saint-Nazaire, counting on an image from June 2023?", "How many wind turbines are there off Saint-Nazaire on a June 2023 satellite image?", "How many wind turbines off Saint-Nazaire in an image from June 2023?"),
        french=("Combien d'éoliennes y a-t-il au large de Saint-Nazaire, si l'on compte sur une image de juin 2023 ?", "Combien d'éoliennes y a-t-il au large de Saint-Nazaire sur une image satellite de juin 2023 ?", "Combien d'éoliennes au large de Saint-Nazaire sur une image de juin 2023 ?"),
    ),
    Meaning(
        name="what was seen on a morning gone by",
        slots={"action": "detect", "phenomena": ["oil_spill"], "periods": SAME},
        english=("We saw a black slick from the beach that morning: is an oil spill visible off Mauritius on 10 August 2020 in Sentinel-1?", "We noticed a smell that evening: is an oil spill visible off Mauritius on 10 August 2020 in Sentinel-1?", "Is an oil spill visible off Mauritius on 10 August 2020 in Sentinel-1?"),
        french=("On a vu une nappe noire depuis la plage ce matin-là : une marée noire est-elle visible au large de l'île Maurice le 10 août 2020 sur Sentinel-1 ?", "On a senti une odeur ce soir-là : une marée noire est-elle visible au large de l'île Maurice le 10 août 2020 sur Sentinel-1 ?", "Une marée noire est-elle visible au large de l'île Maurice le 10 août 2020 sur Sentinel-1 ?"),
    ),
)  # fmt: skip
