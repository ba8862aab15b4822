"""Names and adjectives of places: the English and the French one are the same place, with accents and without."""

from __future__ import annotations

from conductor.composer.text.calendar_words import fold
from tests.conductor.composer.parity.meaning import SAME, Meaning

# English with its preposition, French with its own.
_NAMES = (
    ("in Germany", "en Allemagne"), ("in the Netherlands", "aux Pays-Bas"), ("in the United Kingdom", "au Royaume-Uni"), ("in Ivory Coast", "en Côte d'Ivoire"), ("in Cape Verde", "au Cap-Vert"),
    ("in Greece", "en Grèce"), ("in Hungary", "en Hongrie"), ("in Iceland", "en Islande"), ("in Ireland", "en Irlande"), ("in Lebanon", "au Liban"), ("in Morocco", "au Maroc"), ("in Norway", "en Norvège"),
    ("in New Zealand", "en Nouvelle-Zélande"), ("in Papua New Guinea", "en Papouasie-Nouvelle-Guinée"), ("in Equatorial Guinea", "en Guinée équatoriale"), ("in Saudi Arabia", "en Arabie saoudite"),
    ("in the United Arab Emirates", "aux Émirats arabes unis"), ("in South Africa", "en Afrique du Sud"), ("in the Central African Republic", "en République centrafricaine"), ("in South Sudan", "au Soudan du Sud"),
    ("in the Dominican Republic", "en République dominicaine"), ("in East Timor", "au Timor oriental"), ("in North Macedonia", "en Macédoine du Nord"), ("in Trinidad and Tobago", "à Trinité-et-Tobago"),
    ("in the Faroe Islands", "aux îles Féroé"), ("in the Solomon Islands", "aux îles Salomon"), ("in Eswatini", "en Eswatini"), ("in Burma", "en Birmanie"), ("in Czechia", "en Tchéquie"), ("in Belarus", "en Biélorussie"),
    ("in London", "à Londres"), ("in Vienna", "à Vienne en Autriche"), ("in Copenhagen", "à Copenhague"), ("in Lisbon", "à Lisbonne"), ("in Warsaw", "à Varsovie"), ("in Moscow", "à Moscou"), ("in Athens, Greece", "à Athènes"),
    ("in Cairo", "au Caire"), ("in Algiers", "à Alger"), ("in Beijing", "à Pékin"), ("in Seoul", "à Séoul"), ("in Havana", "à La Havane"), ("in Mexico City", "à Mexico"), ("in Damascus", "à Damas"), ("in Tehran", "à Téhéran"),
    ("in Singapore", "à Singapour"), ("in Addis Ababa", "à Addis-Abeba"), ("in Brussels", "à Bruxelles"), ("in Geneva", "à Genève"), ("in Antwerp", "à Anvers"), ("in Cologne", "à Cologne"), ("in Munich", "à Munich"),
    ("in Venice", "à Venise"), ("in Florence, Italy", "à Florence"), ("in Naples, Italy", "à Naples"), ("in Seville", "à Séville"), ("in Edinburgh", "à Édimbourg"), ("in Krakow", "à Cracovie"),
    ("in the Baltic Sea", "en mer Baltique"), ("in the North Sea", "en mer du Nord"), ("in the Red Sea", "en mer Rouge"), ("in the English Channel", "dans la Manche, mer"), ("in the Bay of Biscay", "dans le golfe de Gascogne"),
    ("in the Sea of Okhotsk", "en mer d'Okhotsk"), ("in the Weddell Sea", "en mer de Weddell"), ("in the Gulf of Aden", "dans le golfe d'Aden"), ("in the Bay of Bengal", "dans le golfe du Bengale"), ("in the Coral Sea", "en mer de Corail"),
    ("in the Indian Ocean", "dans l'océan Indien"), ("in the Pacific Ocean", "dans l'océan Pacifique"), ("in the North Atlantic", "dans l'Atlantique Nord"), ("in the Southern Ocean", "dans l'océan Austral"),
    ("in the Strait of Gibraltar", "dans le détroit de Gibraltar"), ("in the Mozambique Channel", "dans le canal du Mozambique"), ("in the Gulf of Alaska", "dans le golfe d'Alaska"), ("in the Java Sea", "en mer de Java"),
    ("in Lake Geneva", "dans le lac Léman"), ("in Lake Constance", "dans le lac de Constance"), ("in Lake Victoria", "dans le lac Victoria"), ("in Lake Superior", "dans le lac Supérieur"), ("in the Aral Sea", "dans la mer d'Aral"),
    ("in the Alps", "dans les Alpes"), ("in the Pyrenees", "dans les Pyrénées"), ("in the Carpathians", "dans les Carpates"), ("in the Rocky Mountains", "dans les montagnes Rocheuses"), ("in the Himalayas", "dans l'Himalaya"),
    ("in the Urals", "dans l'Oural"), ("in the Caucasus", "dans le Caucase"), ("in the Atlas Mountains", "dans l'Atlas"), ("in the Black Forest", "en Forêt-Noire"), ("in the Apennines", "dans les Apennins"), ("in the Andes", "dans les Andes"),
    ("in Sicily", "en Sicile"), ("in Sardinia", "en Sardaigne"), ("in Corsica", "en Corse"), ("in the Azores", "aux Açores"), ("in the Canary Islands", "aux îles Canaries"), ("in the Falkland Islands", "aux îles Malouines"),
    ("in Greenland", "au Groenland"), ("in Newfoundland", "à Terre-Neuve"), ("in Tasmania", "en Tasmanie"), ("in Svalbard", "au Svalbard"), ("in Vancouver Island", "sur l'île de Vancouver"), ("in Borneo", "à Bornéo"),
    ("in Bavaria", "en Bavière"), ("in Tuscany", "en Toscane"), ("in Catalonia", "en Catalogne"), ("in Brittany", "en Bretagne"), ("in Normandy", "en Normandie"), ("in Scotland", "en Écosse"), ("in Wales", "au pays de Galles"),
    ("in British Columbia", "en Colombie-Britannique"), ("in Nova Scotia", "en Nouvelle-Écosse"), ("in New Brunswick", "au Nouveau-Brunswick"), ("in Prince Edward Island", "à l'Île-du-Prince-Édouard"), ("in California", "en Californie"),
    ("in Florida", "en Floride"), ("in Louisiana", "en Louisiane"), ("in North Carolina", "en Caroline du Nord"), ("in New Mexico", "au Nouveau-Mexique"), ("in New South Wales", "en Nouvelle-Galles du Sud"), ("in Siberia", "en Sibérie"),
    ("in West Africa", "en Afrique de l'Ouest"), ("in East Africa", "en Afrique de l'Est"), ("in the Sahel", "au Sahel"), ("in the Sahara", "au Sahara"), ("in the Horn of Africa", "dans la Corne de l'Afrique"), ("in Scandinavia", "en Scandinavie"),
    ("in the Middle East", "au Moyen-Orient"), ("in Southeast Asia", "en Asie du Sud-Est"), ("in South Asia", "en Asie du Sud"), ("in Central Asia", "en Asie centrale"), ("in Central America", "en Amérique centrale"),
    ("in Latin America", "en Amérique latine"), ("in North America", "en Amérique du Nord"), ("in the Balkans", "dans les Balkans"), ("in the Maghreb", "au Maghreb"), ("in the Caribbean", "dans les Caraïbes"), ("in Antarctica", "en Antarctique"),
    ("in Lapland", "en Laponie"), ("in Patagonia", "en Patagonie"), ("in Amazonia", "en Amazonie"), ("in the Gobi Desert", "dans le désert de Gobi"), ("in Northern Europe", "en Europe du Nord"), ("in Eastern Europe", "en Europe de l'Est"),
)  # fmt: skip
# English and French adjectives, each form before what is measured.
_ADJECTIVES = (
    (("German",), ("allemands", "allemand")), (("Dutch",), ("néerlandais", "hollandais")), (("British", "UK"), ("britanniques",)), (("Swiss",), ("suisses", "helvétiques")), (("Swedish",), ("suédois",)),
    (("Portuguese",), ("portugais",)), (("Turkish",), ("turcs",)), (("Greek",), ("grecs",)), (("Ukrainian",), ("ukrainiens",)), (("Senegalese",), ("sénégalais",)), (("Ivorian",), ("ivoiriens",)), (("Malian",), ("maliens",)),
    (("Burkinabe",), ("burkinabè", "burkinabés")), (("Malagasy", "Madagascan"), ("malgaches",)), (("Congolese",), ("congolais",)), (("Cameroonian",), ("camerounais",)), (("Ethiopian",), ("éthiopiens",)), (("Kenyan",), ("kényans", "kenyans")),
    (("Egyptian",), ("égyptiens",)), (("Tunisian",), ("tunisiens",)), (("Algerian",), ("algériens",)), (("Moroccan",), ("marocains",)), (("Japanese",), ("japonais", "nippons")), (("Chinese",), ("chinois",)), (("Korean",), ("coréens",)),
    (("Thai",), ("thaïlandais",)), (("Vietnamese",), ("vietnamiens",)), (("Filipino", "Philippine"), ("philippins",)), (("Bangladeshi",), ("bangladais",)), (("Iraqi",), ("irakiens",)), (("Iranian",), ("iraniens",)),
    (("Israeli",), ("israéliens",)), (("Saudi",), ("saoudiens",)), (("Mexican",), ("mexicains",)), (("Peruvian",), ("péruviens",)), (("Chilean",), ("chiliens",)), (("Argentine", "Argentinian"), ("argentins",)),
    (("Brazilian",), ("brésiliens",)), (("Cuban",), ("cubains",)), (("Haitian",), ("haïtiens",)), (("Canadian",), ("canadiens",)), (("American", "US"), ("américains", "étatsuniens", "états-uniens")), (("Australian",), ("australiens",)),
    (("European",), ("européens",)), (("African",), ("africains",)), (("Asian",), ("asiatiques",)), (("Alpine",), ("alpins",)), (("Andean",), ("andins",)), (("Himalayan",), ("himalayens",)), (("Siberian",), ("sibériens",)),
    (("Catalan",), ("catalans",)), (("Bavarian",), ("bavarois",)), (("Sicilian",), ("siciliens",)), (("Scottish",), ("écossais",)), (("Californian",), ("californiens",)), (("Texan",), ("texans",)), (("Parisian",), ("parisiens",)),
)  # fmt: skip
_SPELT = "comment la température a-t-elle évolué {} depuis 1980 ?"
MEANINGS = (
    *(
        Meaning(
            name=english,
            slots={"places": SAME},
            english=(f"temperature {english} in 2020", f"How has the temperature {english} changed since 1980?"),
            french=(f"température {french} en 2020", _SPELT.format(french), fold(f"température {french} en 2020")),
        )
        for english, french in _NAMES
    ),
    Meaning(
        name="of Cape Town",
        slots={"places": SAME},
        english=("Landsat images of Cape Town in 2023", "Mean rain of Cape Town, 1991-2020"),
        french=("Images Landsat du Cap en 2023", "Pluie moyenne du Cap, 1991-2020", "Température au Cap en 2023"),
    ),
    Meaning(
        name="a state that French gives no article",
        slots={"places": SAME, "clarification": None},
        english=("NDVI in Goa in 2019", "rain in Goa, June to September 2019"),
        french=("NDVI à Goa en 2019", "pluie à Goa, de juin à septembre 2019"),
    ),
    Meaning(
        name="a valley or a cape that is not named",
        slots={"places": [], "clarification": "places"},
        english=("Projected temperature for the valley in 2050", "Landsat images of the cape in 2023"),
        french=("Température projetée pour la vallée en 2050", "Images Landsat du cap en 2023"),
    ),
    *(
        Meaning(
            name=english[0],
            slots={"places": SAME},
            english=tuple(f"{word} {what} since 1980, temperature" for word in english for what in ("summers", "winters", "forests")),
            french=tuple(f"étés {word} depuis 1980, température" for word in french)
            + tuple(fold(f"les hivers {word} depuis 1980, température") for word in french),
        )
        for english, french in _ADJECTIVES
    ),
    Meaning(
        name="the word for a kind of ground is no town",
        slots={"places": SAME},
        english=("vegetation in the Ngorongoro Crater in February 2025, Sentinel-2", "vegetation in Ngorongoro in February 2025, Sentinel-2", "vegetation in the crater of Ngorongoro in February 2025, Sentinel-2"),
        french=("végétation dans le cratère du Ngorongoro en février 2025, Sentinel-2", "végétation du cratère de Ngorongoro en février 2025, Sentinel-2", "végétation au cratère du Ngorongoro en février 2025, Sentinel-2"),
    ),
    Meaning(
        name="a model, and a common word, that bear a place's name",
        slots={"places": SAME},
        english=("run VIC over the Rhine for the cork producers, 2000-2010", "route the ERA5 snowmelt through VIC on the Rhine, 2000-2010", "simulate the Rhine with VIC, 2000-2010"),
        french=("fais tourner VIC sur le Rhin pour les producteurs de liège, 2000-2010", "propage la fonte des neiges d'ERA5 dans VIC sur le Rhin, 2000-2010", "simule le Rhin avec VIC, 2000-2010"),
    ),
    Meaning(
        name="a county and its state",
        slots={"places": ("US [-94, 41, -93, 42]",), "clarification": None},
        english=("any naip for Polk county Iowa 2023", "any naip for Polk County, Iowa, 2023", "any naip for polk county iowa in 2023", "any naip for Polk County in Iowa, 2023"),
        french=("du naip pour le comté de Polk en Iowa 2023 ?", "du naip pour le comté de Polk, Iowa, 2023", "du naip pour le comté de Polk Iowa en 2023"),
    ),
    Meaning(
        name="a county after the word for it",
        slots={"places": ("IE [-10, 52, -9, 53]",)},
        english=("rain in county Kerry in 2022", "rain in County Kerry in 2022", "rain in Co. Kerry in 2022"),
        french=("pluie dans le comté de Kerry en 2022", "pluie du comté de Kerry en 2022", "pluie au comté de Kerry en 2022"),
    ),
    Meaning(
        name="a new capital", slots={"places": ["ID [116, -1, 117, -1]"], "clarification": None}, frames=("New buildings in {} in 2025", "Nouveaux bâtiments à {} en 2025"),
        english=("Nusantara", "Ibu Kota Nusantara", "nusantara"), french=("Nusantara", "Ibu Kota Nusantara", "nusantara"),
    ),
    Meaning(
        name="a dam by its river town", slots={"places": ["upstream_of TJ [69, 38, 70, 38]"], "clarification": None},
        frames=("Snow cover upstream of {} on 15 April 2025, VIIRS", "Couverture neigeuse en amont {} le 15 avril 2025, VIIRS"),
        english=("Nurek", "the Nurek Dam", "Nurek Reservoir"), french=("de Nourek", "du barrage de Nourek", "du réservoir de Nourek"),
    ),
    Meaning(
        name="a town that is a word, in small letters", slots={"places": ["near NL [4, 52, 5, 52]"]},
        frames=("mean ndvi of the tulip fields {}, april 2026, sentinel 2", "ndvi moyen des champs de tulipes {}, avril 2026, sentinel 2"),
        english=("around lisse", "near lisse", "around Lisse"), french=("autour de lisse", "près de lisse", "autour de Lisse"),
    ),
)  # fmt: skip
