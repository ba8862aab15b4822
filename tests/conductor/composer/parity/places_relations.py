"""How a place is meant, in both languages: near it, off its coast, along its border, a part of it, without it."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import SAME, Meaning

_RAIN = ("rainfall {} in 2020", "pluie {} en 2020")
_SCENES = ("Sentinel-2 images {} in July 2024", "images Sentinel-2 {} en juillet 2024")

MEANINGS = (
    Meaning(
        name="near a city",
        slots={"places": SAME, "action": "describe"},
        frames=_RAIN,
        english=("near Toulouse", "close to Toulouse", "around Toulouse", "in the vicinity of Toulouse", "not far from Toulouse", "next to Toulouse", "in the surroundings of Toulouse", "nearby Toulouse", "on the outskirts of Toulouse", "in the neighbourhood of Toulouse", "in the suburbs of Toulouse", "just outside Toulouse", "in and around Toulouse", "near to Toulouse", "adjacent to Toulouse", "in the environs of Toulouse"),
        french=("près de Toulouse", "proche de Toulouse", "autour de Toulouse", "aux environs de Toulouse", "non loin de Toulouse", "à côté de Toulouse", "aux alentours de Toulouse", "à proximité de Toulouse", "dans la banlieue de Toulouse", "dans le voisinage de Toulouse", "en périphérie de Toulouse", "pas loin de Toulouse", "dans les environs de Toulouse", "pres de toulouse", "dans les alentours de Toulouse", "en banlieue de Toulouse", "dans les parages de Toulouse", "du côté de Toulouse"),
    ),
    Meaning(
        name="near a lake",
        slots={"places": SAME},
        frames=_SCENES,
        english=("near Lake Chad", "close to Lake Chad", "around Lake Chad", "in the vicinity of Lake Chad", "surrounding Lake Chad", "not far from Lake Chad"),
        french=("près du lac Tchad", "proche du lac Tchad", "autour du lac Tchad", "à proximité du lac Tchad", "aux environs du lac Tchad", "non loin du lac Tchad", "aux alentours du lac Tchad", "à côté du lac Tchad"),
    ),
    Meaning(
        name="within a distance",
        slots={"places": SAME},
        frames=_SCENES,
        english=("within 50 km of Nairobi", "50 km around Nairobi", "in a 50 km radius of Nairobi", "in a radius of 50 km around Nairobi", "less than 50 km from Nairobi", "up to 50 km from Nairobi", "Nairobi, 50 km radius", "inside a 50-km circle around Nairobi", "in a 50 km buffer around Nairobi", "within 50 kilometres from Nairobi", "no more than 50 km from Nairobi", "at most 50 km from Nairobi", "Nairobi ±50 km", "Nairobi and 50 km around it", "within fifty kilometres of Nairobi", "under 50 km away from Nairobi", "not further than 50 km from Nairobi"),
        french=("à moins de 50 km de Nairobi", "50 km autour de Nairobi", "dans un rayon de 50 km de Nairobi", "dans un rayon de 50 km autour de Nairobi", "à 50 km à la ronde autour de Nairobi", "jusqu'à 50 km de Nairobi", "Nairobi, rayon de 50 km", "dans un cercle de 50 km autour de Nairobi", "dans une zone tampon de 50 km autour de Nairobi", "à 50 kilomètres au plus de Nairobi", "à pas plus de 50 km de Nairobi", "à maximum 50 km de Nairobi", "Nairobi ±50 km", "Nairobi et 50 km autour", "à moins de cinquante kilomètres de Nairobi", "à une distance de moins de 50 km de Nairobi", "à 50 km maximum de Nairobi", "sur 50 km autour de Nairobi", "dans les 50 km autour de Nairobi"),
    ),
    Meaning(
        name="within miles",
        slots={"places": SAME},
        frames=_SCENES,
        english=("within 30 miles of Denver", "in a 30 mile radius around Denver", "less than 30 mi from Denver", "30 miles around Denver", "up to 30 miles from Denver"),
        french=("à moins de 30 milles de Denver", "dans un rayon de 30 miles autour de Denver", "30 milles autour de Denver", "jusqu'à 30 milles de Denver", "à moins de 30 mi de Denver"),
    ),
    Meaning(
        name="coast of a country",
        slots={"places": SAME, "action": "describe"},
        frames=_RAIN,
        english=("on the coast of Ghana", "along the coast of Ghana", "on Ghana's coast", "along the Ghanaian coast", "along the coastline of Ghana", "on the shores of Ghana", "along the seaboard of Ghana", "in coastal Ghana", "in the coastal areas of Ghana", "in the coastal zone of Ghana", "on the Ghana coast", "along Ghana's shoreline", "along the Ghanaian shoreline", "on the seaside of Ghana", "in the coastal regions of Ghana", "in Ghana's coastal zone", "in the coastal strip of Ghana", "in the littoral of Ghana", "in coastal parts of Ghana", "in Ghana along the coast"),
        french=("sur la côte du Ghana", "le long de la côte du Ghana", "sur les côtes du Ghana", "le long de la côte ghanéenne", "sur le littoral du Ghana", "sur les rivages du Ghana", "sur le littoral ghanéen", "au Ghana côtier", "dans les zones côtières du Ghana", "dans la zone côtière du Ghana", "sur la cote du Ghana", "le long du littoral du Ghana", "sur la façade maritime du Ghana", "en bord de mer au Ghana", "dans les régions côtières du Ghana", "sur la bande côtière du Ghana", "sur la frange côtière du Ghana", "sur la façade littorale du Ghana", "dans les secteurs côtiers du Ghana", "au Ghana le long de la côte", "au Ghana sur la côte"),
    ),
    Meaning(
        name="off a country",
        slots={"places": SAME},
        frames=("sea surface temperature {} in 2020", "température de surface de la mer {} en 2020"),
        english=("off the coast of Peru", "off Peru", "offshore Peru", "off the coasts of Peru", "offshore of Peru", "in the waters off Peru", "off the shore of Peru", "off the Peruvian coast", "out at sea off Peru", "in waters offshore Peru", "off Peru's coast", "off the Peru coast", "in the sea off Peru"),
        french=("au large du Pérou", "au large des côtes du Pérou", "au large des côtes péruviennes", "au large de la côte du Pérou", "dans les eaux au large du Pérou", "en mer au large du Pérou", "au large de la côte péruvienne", "au large du Perou", "en pleine mer devant le Pérou", "face aux côtes du Pérou", "en face du Pérou, au large", "dans la mer au large du Pérou", "au large des cotes peruviennes"),
    ),
    Meaning(
        name="off a country at a distance",
        slots={"places": SAME},
        frames=_SCENES,
        english=("20 km off the coast of Togo", "20 km off Togo", "20 km offshore Togo", "up to 20 km off the coast of Togo", "within 20 km off the Togo coast"),
        french=("à 20 km au large du Togo", "20 km au large des côtes du Togo", "jusqu'à 20 km au large du Togo", "à 20 km au large de la côte du Togo"),
    ),
    Meaning(
        name="border of a country",
        slots={"places": SAME},
        frames=_SCENES,
        english=("along the border of Chad", "at the borders of Chad", "on Chad's border", "along the Chadian border", "near the border of Chad", "along the frontier of Chad", "on the boundary of Chad", "along the Chad border"),
        french=("le long de la frontière du Tchad", "aux frontières du Tchad", "à la frontière tchadienne", "le long des frontières du Tchad", "près de la frontière du Tchad", "sur la frontière du Tchad", "à la frontière du Tchad", "le long de la frontiere tchadienne"),
    ),
    Meaning(
        name="border between two countries",
        slots={"places": SAME},
        frames=_SCENES,
        english=("along the border between France and Spain", "at the border of France and Spain", "on the France-Spain border", "at the French-Spanish border", "along the Franco-Spanish border", "on the border separating France and Spain", "at the border of France with Spain", "on the frontier between France and Spain", "along the France/Spain border", "on the border France Spain", "in the border region between France and Spain", "along the boundary between France and Spain", "on the border between Spain and France", "in the border area of France and Spain", "on either side of the border between France and Spain", "along France's border with Spain"),
        french=("à la frontière entre la France et l'Espagne", "à la frontière de la France et de l'Espagne", "à la frontière France-Espagne", "à la frontière franco-espagnole", "le long de la frontière franco-espagnole", "sur la frontière qui sépare la France et l'Espagne", "à la frontière de la France avec l'Espagne", "le long de la frontière entre la France et l'Espagne", "à la frontière France/Espagne", "à la limite entre la France et l'Espagne", "dans la zone frontalière entre la France et l'Espagne", "à la frontière entre l'Espagne et la France", "dans la région frontalière entre France et Espagne", "de part et d'autre de la frontière entre la France et l'Espagne", "a la frontiere france espagne", "à la frontière hispano-française", "aux confins de la France et de l'Espagne", "à la frontière séparant la France de l'Espagne"),
    ),
    Meaning(
        name="between two cities",
        slots={"places": SAME},
        frames=_SCENES,
        english=("between Lyon and Grenoble", "between Lyon and Grenoble, along the way", "on the stretch between Lyon and Grenoble", "from Lyon to Grenoble", "in the area between Lyon and Grenoble", "halfway between Lyon and Grenoble", "between the cities of Lyon and Grenoble", "in between Lyon and Grenoble"),
        french=("entre Lyon et Grenoble", "entre les villes de Lyon et Grenoble", "sur le tronçon entre Lyon et Grenoble", "de Lyon à Grenoble", "dans la zone entre Lyon et Grenoble", "à mi-chemin entre Lyon et Grenoble", "entre lyon et grenoble", "de Lyon jusqu'à Grenoble"),
    ),
    Meaning(
        name="upstream of a city",
        slots={"places": SAME},
        frames=_SCENES,
        english=("upstream of Khartoum", "upriver of Khartoum", "upstream from Khartoum", "just upstream of Khartoum", "upriver from Khartoum"),
        french=("en amont de Khartoum", "à l'amont de Khartoum", "juste en amont de Khartoum", "amont de Khartoum"),
    ),
    Meaning(
        name="downstream of a city",
        slots={"places": SAME},
        frames=_SCENES,
        english=("downstream of Khartoum", "downriver of Khartoum", "downstream from Khartoum", "just downstream of Khartoum", "downriver from Khartoum"),
        french=("en aval de Khartoum", "à l'aval de Khartoum", "juste en aval de Khartoum", "aval de Khartoum"),
    ),
    Meaning(
        name="downstream at a distance",
        slots={"places": SAME},
        frames=_SCENES,
        english=("10 km downstream of Mosul", "10 km downriver from Mosul", "10 kilometres downstream from Mosul"),
        french=("à 10 km en aval de Mossoul", "10 km en aval de Mossoul", "10 kilomètres à l'aval de Mossoul"),
    ),
    Meaning(
        name="except a country",
        slots={"places": SAME},
        frames=("rainfall in Africa {} in 2020", "pluie en Afrique {} en 2020"),
        english=("except Egypt", "excluding Egypt", "without Egypt", "but not Egypt", "apart from Egypt", "other than Egypt", "leaving out Egypt", "minus Egypt", "except for Egypt", "with the exception of Egypt", "(not including Egypt)", "aside from Egypt", "Egypt excluded", "omitting Egypt", "all but Egypt", "exclusive of Egypt", "ignoring Egypt", "Egypt not included", "not counting Egypt"),
        french=("sauf l'Égypte", "sauf en Égypte", "hors Égypte", "à l'exception de l'Égypte", "sans l'Égypte", "hormis l'Égypte", "excepté l'Égypte", "mais pas l'Égypte", "en excluant l'Égypte", "sans compter l'Égypte", "en dehors de l'Égypte", "à part l'Égypte", "Égypte exclue", "à l'exclusion de l'Égypte", "Égypte non comprise", "(hors Egypte)", "mis à part l'Égypte", "l'Égypte exceptée", "en laissant de côté l'Égypte", "exception faite de l'Égypte", "moins l'Égypte", "en omettant l'Égypte", "mais sans l'Égypte", "l'Égypte mise à part", "excepte en egypte"),
    ),
    Meaning(
        name="central part of a country",
        slots={"places": SAME, "action": "describe"},
        frames=_RAIN,
        english=("in central Mali", "in the centre of Mali", "in the middle of Mali", "in the central part of Mali", "in the heart of Mali", "in Mali's central part", "in the center of Mali", "in the central regions of Mali", "in Mali's heartland"),
        french=("au centre du Mali", "dans le centre du Mali", "au cœur du Mali", "au milieu du Mali", "dans la partie centrale du Mali", "dans le Mali central", "au Mali central", "dans les régions centrales du Mali", "dans le coeur du Mali", "dans le Centre-Mali", "en plein cœur du Mali", "dans la zone centrale du Mali"),
    ),
    Meaning(
        name="interior of a country",
        slots={"places": SAME, "action": "describe"},
        frames=_RAIN,
        english=("in the interior of Gabon", "in inland Gabon", "inland in Gabon", "in Gabon's interior", "in the hinterland of Gabon", "in the inland parts of Gabon", "in the inland areas of Gabon"),
        french=("dans l'intérieur du Gabon", "à l'intérieur des terres au Gabon", "dans l'intérieur des terres du Gabon", "dans l'arrière-pays du Gabon", "dans l'arrière-pays gabonais", "dans les terres au Gabon", "dans l'hinterland du Gabon"),
    ),
    Meaning(
        name="inside a boundary",
        slots={"places": SAME},
        frames=_SCENES,
        english=("inside Kruger National Park", "within the boundaries of Kruger National Park", "inside the limits of Kruger National Park", "within the borders of Kruger National Park", "within the perimeter of Kruger National Park"),
        french=("à l'intérieur du parc national Kruger", "à l'intérieur des limites du parc national Kruger", "dans les limites du parc national Kruger", "dans le périmètre du parc national Kruger", "dans l'enceinte du parc national Kruger"),
    ),
    Meaning(
        name="whole country",
        slots={"places": SAME, "action": "describe"},
        frames=_RAIN,
        english=("in Kenya", "across Kenya", "over Kenya", "throughout Kenya", "all over Kenya", "over the whole of Kenya", "in the whole of Kenya", "across the entire territory of Kenya", "for Kenya", "for all of Kenya", "countrywide in Kenya", "for Kenya as a whole", "in Kenya as a whole", "on Kenyan territory", "in Kenya nationally"),
        french=("au Kenya", "à travers le Kenya", "sur le Kenya", "dans tout le Kenya", "partout au Kenya", "sur l'ensemble du Kenya", "sur tout le territoire du Kenya", "pour le Kenya", "pour tout le Kenya", "à l'échelle du Kenya", "sur le territoire kényan", "dans l'ensemble du Kenya", "sur la totalité du Kenya", "au kenya", "dans le Kenya entier"),
    ),
    Meaning(
        name="centre of a city",
        slots={"places": SAME},
        frames=("surface temperature {} in July 2022", "température de surface {} en juillet 2022"),
        english=("in downtown Chicago", "in central Chicago", "in the centre of Chicago", "in Chicago's city centre", "in the city center of Chicago", "in the heart of Chicago", "in the middle of Chicago", "in Chicago's downtown", "in inner Chicago", "in Chicago city centre", "in downtown of Chicago"),
        french=("au centre-ville de Chicago", "dans le centre de Chicago", "au centre de Chicago", "dans le centre-ville de Chicago", "au cœur de Chicago", "en plein centre de Chicago", "dans le coeur de Chicago", "en plein cœur de Chicago", "dans l'hypercentre de Chicago", "au centre ville de chicago"),
    ),
    Meaning(
        name="along a river",
        slots={"places": SAME},
        frames=("flooded area {} in May 2023", "surface inondée {} en mai 2023"),
        english=("along the Danube", "along the banks of the Danube", "on the banks of the Danube", "along the River Danube", "along the course of the Danube", "up and down the Danube", "on the Danube", "all along the Danube"),
        french=("le long du Danube", "sur les rives du Danube", "sur les berges du Danube", "le long des rives du Danube", "le long du fleuve Danube", "au bord du Danube", "au fil du Danube", "sur le Danube", "tout le long du Danube", "sur les bords du Danube", "en bordure du Danube"),
    ),
    Meaning(
        name="off a coast by the compass",
        slots={"places": SAME},
        english=("water temperature 40 km offshore north of Honolulu in January 2024", "water temperature at a point 40 km off the coast north of Honolulu in January 2024", "water temperature 40 km off the coast of Honolulu in January 2024",),
        french=("température de l'eau à 40 km au large au nord d'Honolulu en janvier 2024", "température de l'eau à un point situé à 40 km au large, au nord d'Honolulu en janvier 2024", "température de l'eau à 40 km au large d'Honolulu en janvier 2024",),
    ),
    Meaning(
        name="by the compass alone",
        slots={"places": SAME},
        english=("water temperature 40 km north of Honolulu in January 2024",),
        french=("température de l'eau à 40 km au nord d'Honolulu en janvier 2024",),
    ),
    Meaning(
        name="inland, and away from the coast",
        slots={"places": SAME},
        english=("rain in inland Andalusia in 2020", "rain in the interior of Andalusia in 2020", "rain in Andalusia's interior in 2020"),
        french=("pluie dans l'Andalousie intérieure en 2020", "pluie à l'intérieur des terres de l'Andalousie en 2020", "pluie dans le centre de l'Andalousie en 2020"),
    ),
)  # fmt: skip
