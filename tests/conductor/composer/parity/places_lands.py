"""Lands, waters and ranges by their exonyms, parts with a name of their own, coasts by the compass or a sea, regions of cities, capitals for the compass."""

from __future__ import annotations

from conductor.composer.text.calendar_words import fold
from tests.conductor.composer.parity.meaning import SAME, Meaning

_RAIN = ("rainfall {} in 2020", "pluie {} en 2020")
_NDVI = ("NDVI {} in 2020", "NDVI {} en 2020")
# English with its preposition, French with its own.
_NAMES = (
    ("in Madeira", "à Madère"), ("in Macau", "à Macao"), ("in Åland", "à Åland"), ("on the Isle of Man", "sur l'île de Man"), ("in Okinawa", "à Okinawa"), ("in the Channel Islands", "aux îles Anglo-Normandes"),
    ("in Polynesia", "en Polynésie"), ("in Kashmir", "au Cachemire"), ("in Equatorial Africa", "en Afrique équatoriale"), ("in the Mashriq", "au Machrek"), ("in Bessarabia", "en Bessarabie"), ("in the Dodecanese", "dans le Dodécanèse"),
    ("in the Kamchatka Peninsula", "dans la péninsule du Kamtchatka"), ("in the Indochinese Peninsula", "dans la péninsule indochinoise"), ("in the Somali Peninsula", "dans la péninsule somalienne"), ("in the Chukchi Peninsula", "dans la péninsule des Tchouktches"),
    ("in the Liaodong Peninsula", "dans la péninsule du Liaodong"), ("in the Kola Peninsula", "dans la péninsule de Kola"), ("on the Tibetan Plateau", "sur le plateau tibétain"), ("on the Mongolian Plateau", "sur le plateau mongol"),
    ("on the Central Siberian Plateau", "sur le plateau de Sibérie centrale"), ("on the Iranian Plateau", "sur le plateau iranien"), ("on the Mexican Plateau", "sur le plateau mexicain"), ("on the Columbia Plateau", "sur le plateau du Columbia"),
    ("in the North European Plain", "dans la plaine d'Europe du Nord"), ("in the Pannonian Basin", "dans le bassin pannonien"), ("in the Paris Basin", "dans le Bassin parisien"), ("in the Sichuan Basin", "dans le bassin du Sichuan"),
    ("in the Libyan Desert", "dans le désert libyque"), ("in the Syrian Desert", "dans le désert de Syrie"), ("in the Danakil Desert", "dans le désert des Danakil"), ("in the Lut Desert", "dans le désert de Lout"), ("in the Karakum Desert", "dans le désert du Karakoum"),
    ("in the Kyzylkum Desert", "dans le désert du Kyzylkoum"), ("in the Elburz", "dans l'Elbourz"), ("in the Verkhoyansk Range", "dans les monts de Verkhoïansk"), ("in the Pontic Mountains", "dans les monts Pontiques"), ("in the Eastern Ghats", "dans les Ghats orientaux"),
    ("in the Scandinavian Mountains", "dans les Alpes scandinaves"), ("in the Southern Carpathians", "dans les Carpates méridionales"), ("in the Lesser Caucasus", "dans le Petit Caucase"), ("in the Vosges", "dans les Vosges"), ("in the massif central", "dans le massif central"),
    ("in the Malay Archipelago", "dans l'archipel malais"), ("in the Bismarck Archipelago", "dans l'archipel Bismarck"), ("in the Sunda Islands", "dans les îles de la Sonde"), ("in the Kuril Islands", "aux îles Kouriles"), ("in the Mascarenes", "aux Mascareignes"),
    ("in the New Siberian Islands", "dans les îles de Nouvelle-Sibérie"), ("in the Queen Elizabeth Islands", "dans les îles de la Reine-Élisabeth"), ("in New Britain", "en Nouvelle-Bretagne"), ("in Lake Mweru", "dans le lac Moero"), ("in Lake Balkhash", "dans le lac Balkhach"),
    ("in the Sea of Galilee", "dans la mer de Galilée"), ("in the Salton Sea", "dans la mer de Salton"), ("at Cape Horn", "au cap Horn"), ("at the Cape of Good Hope", "au cap de Bonne-Espérance"), ("on Mount Hermon", "sur le mont Hermon"),
    ("over the Greenland ice sheet", "sur la calotte glaciaire du Groenland"), ("in the Jordan Valley", "dans la vallée du Jourdain"), ("in the Omo Valley", "dans la vallée de l'Omo"), ("in the upper Colorado basin", "dans le haut bassin du Colorado"),
    ("in Vercelli", "à Verceil"), ("in Bergamo", "à Bergame"), ("in Thiès", "à Thiès"), ("in Girona", "à Gérone"), ("in Nasiriyah", "à Nassiriya"), ("in Kuwait City", "à Koweït (ville)"), ("in Gaspé", "à Gaspé"), ("in Kuwait", "au Koweït"),
    ("in the Antarctic", "dans l'Antarctique"), ("in the Mediterranean", "en Méditerranée"), ("in Piedmont in Italy", "dans le Piémont italien"), ("in the Rift Valley of Kenya", "dans la vallée du Rift au Kenya"), ("over the United Kingdom", "sur le Royaume-Uni"),
)  # fmt: skip
# A part that has a name of its own: by the name, by a part, by a possessive.
_NAMED_PARTS = (
    ("Australia", ("in northern Australia", "in the north of Australia", "in Australia's north", "in the northern part of Australia"), ("dans le nord de l'Australie", "dans la partie nord de l'Australie", "dans le Nord de l'Australie")),
    ("Canada", ("in western Canada", "in the west of Canada", "in Canada's west"), ("dans l'ouest du Canada", "dans l'Ouest canadien", "dans la partie ouest du Canada")),
    ("the United States", ("in the southwestern United States", "in the southwest of the United States", "in the US Southwest"), ("dans le sud-ouest des États-Unis", "dans le Sud-Ouest des États-Unis", "dans la partie sud-ouest des États-Unis")),
    ("Europe", ("in eastern Europe", "in the east of Europe", "in Eastern Europe"), ("dans l'est de l'Europe", "en Europe de l'Est", "en Europe orientale")),
    ("Africa", ("in northern Africa", "in the north of Africa", "in North Africa"), ("dans le nord de l'Afrique", "en Afrique du Nord", "dans la partie nord de l'Afrique")),
    ("the Atlantic", ("over the north of the Atlantic Ocean", "over the North Atlantic"), ("sur le nord de l'océan Atlantique", "sur l'Atlantique Nord")),
    ("South America", ("in the south of South America", "in southern South America"), ("dans le sud de l'Amérique du Sud",)),
    ("Brazil", ("in northeastern Brazil", "in NE Brazil", "in the NE of Brazil"), ("dans le nord-est du Brésil", "dans le NE du Brésil", "dans le Nordeste brésilien")),
    ("Asia", ("in Southeast Asia", "in SE Asia", "in the southeast of Asia"), ("en Asie du Sud-Est", "en Asie du SE", "dans le sud-est de l'Asie")),
)  # fmt: skip
MEANINGS = (
    *(
        Meaning(
            name=english,
            slots={"places": SAME, "clarification": None},
            english=(f"rainfall {english} in 2020",),
            french=(f"pluie {french} en 2020", fold(f"pluie {french} en 2020")),
        )
        for english, french in _NAMES
    ),
    *(
        Meaning(name=f"a named part of {whole}", slots={"places": SAME}, frames=_RAIN, english=english, french=french)
        for whole, english, french in _NAMED_PARTS
    ),
    Meaning(
        name="north of an island state that is no province elsewhere",
        slots={"places": SAME},
        frames=_RAIN,
        english=("in the north of Ireland", "in Ireland's north", "in the northern part of Ireland"),
        french=("dans le nord de l'Irlande", "dans la partie nord de l'Irlande"),
    ),
    Meaning(
        name="a possessive of a plural",
        slots={"places": SAME},
        frames=_RAIN,
        english=("in the Netherlands' south", "in the south of the Netherlands", "in the southern Netherlands"),
        french=("dans le sud des Pays-Bas", "dans la partie sud des Pays-Bas"),
    ),
    Meaning(
        name="the centre of a country by its possessive",
        slots={"places": SAME},
        frames=_RAIN,
        english=("in Mali's centre", "in the centre of Mali", "in central Mali", "in the middle of Mali"),
        french=("au centre du Mali", "dans le centre du Mali", "dans le centre malien", "au milieu du Mali", "au cœur du Mali"),
    ),
    Meaning(
        name="compass in capitals",
        slots={"places": SAME},
        frames=_RAIN,
        english=("in SW France", "in the SW of France", "in southwestern France", "in S-W France"),
        french=("dans le SO de la France", "dans le S-O de la France", "dans le sud-ouest de la France"),
    ),
    Meaning(
        name="compass by one capital",
        slots={"places": SAME},
        frames=_RAIN,
        english=("in the N of Italy", "in northern Italy"),
        french=("dans le N de l'Italie", "dans le nord de l'Italie"),
    ),
    Meaning(
        name="coast by the compass",
        slots={"places": SAME},
        frames=_NDVI,
        english=("of the east coast of Australia", "along Australia's east coast", "of the eastern coast of Australia"),
        french=("de la côte est de l'Australie", "le long de la côte est de l'Australie", "de la côte orientale de l'Australie", "du littoral est de l'Australie"),
    ),
    Meaning(
        name="coast by its sea",
        slots={"places": SAME},
        frames=_NDVI,
        english=("of the Atlantic coast of France", "along France's Atlantic coast", "of the coast of France"),
        french=("de la côte atlantique de la France", "du littoral atlantique de la France", "de la façade atlantique de la France"),
    ),
    Meaning(
        name="coast by an inland sea",
        slots={"places": SAME},
        frames=_NDVI,
        english=("of the Baltic coast of Lithuania", "of Lithuania's Baltic coast"),
        french=("de la côte baltique de Lituanie", "de la côte baltique de la Lituanie", "du littoral baltique de la Lituanie"),
    ),
    Meaning(
        name="coast of a sea, no land said",
        slots={"places": SAME},
        frames=_NDVI,
        english=("along the Pacific coast", "on the Pacific coast"),
        french=("le long de la côte pacifique", "sur la côte pacifique", "sur le littoral pacifique"),
    ),
    Meaning(
        name="off a coast by its sea",
        slots={"places": SAME},
        frames=("Sentinel-2 images {} in July 2024", "images Sentinel-2 {} en juillet 2024"),
        english=("off the Atlantic coast of Morocco", "off Morocco's Atlantic coast", "off the coast of Morocco"),
        french=("au large de la côte atlantique du Maroc", "au large des côtes atlantiques du Maroc", "au large du Maroc"),
    ),
    *(
        Meaning(
            name=f"region of {english}",
            slots={"places": SAME},
            frames=_RAIN,
            english=(f"in the {english} region", f"in the region of {english}"),
            french=(f"dans la région de {french}",),
        )
        for english, french in (("London", "Londres"), ("Moscow", "Moscou"), ("Paris", "Paris"), ("Vienna", "Vienne"), ("Brussels", "Bruxelles"), ("Shanghai", "Shanghai"), ("Dakar", "Dakar"), ("Bergamo", "Bergame"))
    ),
    Meaning(
        name="a river at a town is not between them",
        slots={"places": SAME},
        english=("mean flow of the Meuse at Liège, 1995-2005",),
        french=("débit moyen de la Meuse à Liège, 1995-2005", "débit moyen de la Meuse à Liège de 1995 à 2005"),
    ),
    Meaning(
        name="from a town to a town is between them",
        slots={"places": SAME},
        frames=_RAIN,
        english=("between Paris and Lyon", "from Paris to Lyon"),
        french=("entre Paris et Lyon", "de Paris à Lyon"),
    ),
    Meaning(
        name="the sea itself, where what is measured is in it",
        slots={"places": SAME},
        english=("sea surface temperature of the Mediterranean in 2022", "SST in the Mediterranean in 2022", "marine heatwaves in the Mediterranean in 2022", "SST of the Mediterranean Sea in 2022"),
        french=("température de surface de la mer en Méditerranée en 2022", "SST en Méditerranée en 2022", "canicules marines en Méditerranée en 2022", "température de surface de la Méditerranée en 2022"),
    ),
    Meaning(
        name="north of a sea that begins with its kind",
        slots={"places": SAME},
        frames=_RAIN,
        english=("in the north of the Sea of Azov", "in the northern part of the Sea of Azov"),
        french=("dans le nord de la mer d'Azov", "dans la partie nord de la mer d'Azov"),
    ),
    Meaning(
        name="south-east of a land whose east has a name",
        slots={"places": SAME},
        frames=_RAIN,
        english=("in south-eastern Australia", "in the south-east of Australia", "in southeast Australia"),
        french=("dans le sud-est de l'Australie", "dans la partie sud-est de l'Australie"),
    ),
    Meaning(
        name="a land's name that is a word, with its article",
        slots={"places": SAME, "clarification": None},
        english=("NDVI of the Lot department in June 2022", "NDVI of Lot in June 2022"),
        french=("NDVI du Lot en juin 2022", "NDVI du département du Lot en juin 2022"),
    ),
    *(
        Meaning(name=english[0], slots={"places": SAME}, frames=_RAIN, english=english, french=french)
        for english, french in (
            (("in the Burkinabe Sahel", "in the Sahel of Burkina Faso"), ("au Sahel burkinabè", "dans le Sahel burkinabé", "dans le Sahel du Burkina Faso")),
            (("in the Algerian Sahara",), ("au Sahara algérien", "dans le Sahara algérien")),
            (("in the Peruvian Amazon",), ("en Amazonie péruvienne", "dans l'Amazonie péruvienne")),
            (("in Argentine Patagonia",), ("en Patagonie argentine", "dans la Patagonie argentine")),
            (("in the Spanish Basque Country",), ("au Pays basque espagnol", "dans le Pays basque espagnol")),
            (("in Pakistani Punjab", "in the Punjab of Pakistan"), ("au Pendjab pakistanais", "dans le Pendjab pakistanais")),
        )
    ),
    Meaning(
        name="two coasts by their adjectives",
        slots={"places": SAME},
        frames=_NDVI,
        english=("of the French and Spanish coasts", "of the coasts of France and Spain"),
        french=("des côtes françaises et espagnoles", "des côtes de la France et de l'Espagne"),
    ),
)  # fmt: skip
