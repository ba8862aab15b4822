"""Where a place is told: before the colon of a question, by the land beside it, by a side or a part in either language; and names that are none there."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import SAME, Meaning

MEANINGS = (
    Meaning(
        name="the writer's ground before a colon",
        slots={"places": SAME, "clarification": None},
        english=("We're sizing sewers in Douala: what is the one-day maximum rainfall over 2041-2070 under ssp245?", "I run a water utility in Douala: what rainfall is expected over 2041-2070 under ssp245?", "Our town hall in Douala is planning drains: how much rain will fall in 2041-2070 under ssp245?", "I'm an engineer looking at the drains of Douala: which rainfall is projected for 2041-2070, ssp245?"),
        french=("Nous dimensionnons des égouts à Douala : quelle est la pluie maximale en un jour sur 2041-2070 sous ssp245 ?", "Je dirige une régie des eaux à Douala : quelles pluies sont attendues sur 2041-2070 sous ssp245 ?", "Notre mairie à Douala prévoit des égouts : combien de pluie tombera en 2041-2070 sous ssp245 ?", "Je suis ingénieur et je regarde les égouts de Douala : quelles pluies sont projetées pour 2041-2070, ssp245 ?"),
    ),
    Meaning(
        name="who asks is elsewhere than what is asked of",
        slots={"places": SAME, "phenomena": ["iceberg"]},
        english=("I'm piloting a supply ship into Ilulissat and need to know how many icebergs are in Disko Bay on 3 July 2025, Sentinel-1", "I'm piloting a supply ship into Ilulissat: how many icebergs are in Disko Bay on 3 July 2025, Sentinel-1?", "We fish out of Ilulissat and would like to know how many icebergs are in Disko Bay on 3 July 2025, Sentinel-1"),
        french=("Je pilote un ravitailleur vers Ilulissat et je dois savoir combien d'icebergs il y a dans la baie de Disko le 3 juillet 2025, Sentinel-1", "Je pilote un ravitailleur vers Ilulissat : combien d'icebergs y a-t-il dans la baie de Disko le 3 juillet 2025, Sentinel-1 ?", "Nous pêchons à Ilulissat et voudrions savoir combien d'icebergs il y a dans la baie de Disko le 3 juillet 2025, Sentinel-1"),
    ),
    Meaning(
        name="a subject told before the colon stays",
        slots={"places": SAME, "phenomena": ["heatwave"]},
        english=("My team studies heatwaves in Delhi: how many per year since 1980?", "We study heatwaves in Delhi: how many were there each year since 1980?", "I'm looking at heatwaves in Delhi: how many per year since 1980?"),
        french=("Mon équipe étudie les canicules à Delhi : combien par an depuis 1980 ?", "Nous étudions les canicules à Delhi : combien par an depuis 1980 ?", "Je regarde les canicules à Delhi : combien par an depuis 1980 ?"),
    ),
    Meaning(
        name="who speaks is somewhere",
        slots={"places": SAME, "clarification": None},
        english=("A farmer friend in the Gers claims the soils are drier; what's the trend in soil moisture there since 1990?", "Farmers in the Gers say that soils are drier: what is the trend in soil moisture there since 1990?"),
        french=("Un ami agriculteur dans le Gers prétend que les sols sont plus secs ; quelle est la tendance de l'humidité du sol là-bas depuis 1990 ?", "Les agriculteurs du Gers disent que les sols sont plus secs : quelle est la tendance de l'humidité du sol là-bas depuis 1990 ?"),
    ),
    Meaning(
        name="a storm's name is no place",
        slots={"places": SAME, "clarification": None},
        english=("Image of Hurricane Otis near Acapulco, 24 October 2023, GOES-16", "GOES-16 images of Hurricane Otis around Acapulco on 24 October 2023", "hurricane otis near acapulco 24 october 2023 goes-16"),
        french=("Image de l'ouragan Otis près d'Acapulco, 24 octobre 2023, GOES-16", "Images GOES-16 de l'ouragan Otis autour d'Acapulco le 24 octobre 2023", "ouragan otis pres d'acapulco 24 octobre 2023 goes-16"),
    ),
    Meaning(
        name="a feast is no place",
        slots={"places": SAME, "clarification": None},
        english=("VIIRS over Lagos for Ramadan month, 11 March to 9 April 2024", "VIIRS images over Lagos during Ramadan, 11 March to 9 April 2024", "VIIRS over Lagos, Ramadan, 11 March to 9 April 2024"),
        french=("VIIRS sur Lagos pendant le mois de Ramadan, du 11 mars au 9 avril 2024", "images VIIRS sur Lagos pendant le ramadan, du 11 mars au 9 avril 2024", "VIIRS sur Lagos, Ramadan, du 11 mars au 9 avril 2024"),
    ),
    Meaning(
        name="the land behind what happened only tells where",
        slots={"places": SAME, "clarification": None},
        english=("satellite images of Evros fire Greece August 2023", "images of the Evros wildfire, Greece, August 2023", "images of the fire in Evros in August 2023"),
        french=("images satellite incendie Evros Grèce août 2023", "images satellite Evros incendie Grèce août 2023", "images de l'incendie d'Evros, Grèce, août 2023"),
    ),
    Meaning(
        name="a grand duchy",
        slots={"places": SAME, "clarification": None},
        english=("Sentinel-2 images of the Grand Duchy of Luxembourg, 3 May 2024", "rain in the Grand Duchy of Luxembourg in 2024", "Sentinel-2 over Luxembourg the country, 3 May 2024"),
        french=("images Sentinel-2 du Grand-Duché de Luxembourg, 3 mai 2024", "pluie au Grand-Duché de Luxembourg en 2024", "pluie dans le grand-duché de Luxembourg en 2024"),
    ),
    Meaning(
        name="within a distance of what people built",
        slots={"places": SAME},
        frames=("Sentinel-2 images within 5 km of {} in July 2024", "images Sentinel-2 à moins de 5 km {} en juillet 2024"),
        english=("Nuuk airport", "the airport of Nuuk", "the port of Nuuk", "Nuuk harbour"),
        french=("de l'aéroport de Nuuk", "du port de Nuuk", "de la centrale de Nuuk", "de l'université de Nuuk"),
    ),
    Meaning(
        name="off the east of a land",
        slots={"places": SAME},
        frames=("icebergs {} in July 2024, SAR", "icebergs {} en juillet 2024, SAR"),
        english=("off East Greenland", "off eastern Greenland", "off the east coast of Greenland"),
        french=("au large de l'est du Groenland", "au large de la côte est du Groenland", "au large du Groenland"),
    ),
    Meaning(
        name="the western basin of a lake",
        slots={"places": SAME},
        frames=("chlorophyll {} in August 2024", "chlorophylle {} en août 2024"),
        english=("in the western basin of Lake Erie", "in Lake Erie's western basin", "Lake Erie western basin", "in the western part of Lake Erie"),
        french=("dans le bassin occidental du lac Érié", "dans le bassin ouest du lac Érié", "bassin ouest du lac Érié", "dans la partie ouest du lac Érié"),
    ),
    Meaning(
        name="ships before a port, a sea telling the side",
        slots={"places": SAME},
        frames=("How many ships were waiting {} on 18 August 2023?", "Combien de navires attendaient {} le 18 août 2023 ?"),
        english=("outside the Panama Canal", "outside the Panama Canal, on the Pacific side,", "off the Panama Canal"),
        french=("devant le canal de Panama", "devant le canal de Panama, côté Pacifique,", "au large du canal de Panama"),
    ),
    Meaning(
        name="parts by a letter",
        slots={"places": SAME},
        frames=("rain {} in 2024", "pluie {} en 2024"),
        english=("in N Italy", "in northern Italy", "in the north of Italy", "in the N of Italy"),
        french=("dans le N de l'Italie", "dans le nord de l'Italie", "en Italie du Nord", "en N Italie"),
    ),
    Meaning(
        name="the middle of a land, by its ground",
        slots={"places": SAME},
        frames=("rain {} in 2022", "pluie {} en 2022"),
        english=("over the central highlands of Madagascar", "in the central plateau of Madagascar", "in central Madagascar"),
        french=("sur les hautes terres centrales de Madagascar", "sur le plateau central de Madagascar", "dans le centre de Madagascar"),
    ),
    Meaning(
        name="from one land to another",
        slots={"places": SAME},
        frames=("MODIS images of the dust {} in June 2020", "images MODIS de la poussière {} en juin 2020"),
        english=("from the Sahara to the West Indies", "between the Sahara and the West Indies"),
        french=("du Sahara aux Antilles", "entre le Sahara et les Antilles"),
    ),
    Meaning(
        name="the homonym of a land, said behind it",
        slots={"places": SAME, "clarification": None},
        frames=("snow water equivalent on 1 April 2023 in {}", "équivalent en eau de la neige le 1er avril 2023 dans {}"),
        english=("the Sierra Nevada, the one in California", "the Sierra Nevada of California", "the Sierra Nevada, California", "the Californian Sierra Nevada"),
        french=("la Sierra Nevada, celle de Californie", "la Sierra Nevada de Californie", "la Sierra Nevada en Californie", "la Sierra Nevada californienne"),
    ),
    Meaning(
        name="slips in a place's name",
        slots={"places": SAME},
        frames=("precipitation {} in 2020", "précipitations {} en 2020"),
        english=("in Addis Ababa", "in addis ababba", "in Adis Ababa", "for addis abeba"),
        french=("à Addis-Abeba", "à addis abebba", "à Adis-Abeba"),
    ),
    Meaning(
        name="slips in a sea's name",
        slots={"places": SAME},
        frames=("sea surface height {} in 2020", "hauteur de la surface de la mer {} en 2020"),
        english=("in the Gulf of Mexico", "in the gulf of mexcio", "in the golf of Mexico"),
        french=("dans le golfe du Mexique", "dans le golfe du mexqiue", "dans le golf du Mexique"),
    ),
    Meaning(
        name="a department without its article",
        slots={"places": SAME},
        frames=("drought {} in 2022", "sécheresse {} en 2022"),
        english=("in Meuse", "in the Meuse department"),
        french=("dans la Meuse", "en Meuse", "dans le département de la Meuse"),
    ),
    Meaning(
        name="corners typed without a word for the box",
        slots={"places": SAME},
        english=("subset daily pr of MPI-ESM1-2-HR ssp245 to 30,-5,42,5 for 2050-2059", "daily pr of MPI-ESM1-2-HR ssp245 over 30,-5,42,5 for 2050-2059", "daily pr of MPI-ESM1-2-HR ssp245, bbox 30,-5,42,5, 2050-2059"),
        french=("découpe pr quotidien de MPI-ESM1-2-HR ssp245 sur 30,-5,42,5 pour 2050-2059", "pr quotidien de MPI-ESM1-2-HR ssp245 sur 30,-5,42,5, de 2050 à 2059", "pr quotidien de MPI-ESM1-2-HR ssp245, bbox 30,-5,42,5, 2050-2059"),
    ),
    Meaning(
        name="a circle said in a later turn",
        slots={"places": SAME},
        english=("Strongest daily wind in Halifax over the last 20 years, ERA5 || take everything within 200 km of it", "Strongest daily wind in Halifax over the last 20 years, ERA5 || take all within a radius of 200 km"),
        french=("Vent quotidien le plus fort à Halifax sur les 20 dernières années, ERA5 || prends tout dans un rayon de 200 km", "Vent quotidien le plus fort à Halifax sur les 20 dernières années, ERA5 || prends tout à moins de 200 km"),
    ),
    Meaning(
        name="a point without a mark between its numbers",
        slots={"places": SAME, "clarification": None},
        english=("temperature at 48.85, 2.35 in 2020", "temperature at 48.85 2.35 in 2020"),
        french=("température à 48.85, 2.35 en 2020", "température à 48.85 2.35 en 2020"),
    ),
)  # fmt: skip
