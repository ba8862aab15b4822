"""Kinds of natural and built places that one language may name by another word: straits and sounds, valleys, nations' lands, reservoirs, parks, islands."""

from __future__ import annotations

from conductor.composer.text.calendar_words import fold
from tests.conductor.composer.parity.meaning import SAME, Meaning

# The English and the French name; the French one may have two.
_STRAITS = (
    ("Lancaster Sound", "le détroit de Lancaster"), ("Jones Sound", "le détroit de Jones"), ("Eclipse Sound", "le détroit d'Eclipse"), ("Peel Sound", "le détroit de Peel"), ("Nares Strait", "le détroit de Nares"),
    ("Robeson Channel", "le canal Robeson"), ("Kennedy Channel", "le chenal Kennedy"), ("Wellington Channel", "le canal Wellington"), ("Prince Regent Inlet", "l'inlet Prince-Régent"), ("Bellot Strait", "le détroit de Bellot"),
    ("the Prince of Wales Strait", "le détroit du Prince-de-Galles"), ("M'Clure Strait", "le détroit de M'Clure"), ("Viscount Melville Sound", "le détroit du Vicomte-de-Melville"), ("the Kara Gate", "la porte de Kara"),
    ("Hinlopen Strait", "le détroit de Hinlopen"), ("Disko Bay", "la baie de Disko"), ("Committee Bay", "la baie Committee"), ("Uummannaq Fjord", "le fjord d'Uummannaq"), ("Milford Sound", "le fjord de Milford"),
    ("the Strait of Hormuz", "le détroit d'Ormouz"), ("Saldanha Bay", "la baie de Saldanha"), ("Galveston Bay", "la baie de Galveston"), ("Venice Lagoon", "la lagune de Venise"), ("Patos Lagoon", "la lagune des Patos"),
)  # fmt: skip
_VALLEYS = (
    ("the Colchagua Valley", "la vallée de Colchagua"), ("the Maipo Valley", "la vallée du Maipo"), ("the Casablanca Valley", "la vallée de Casablanca"), ("the Uco Valley", "la vallée d'Uco"), ("Napa Valley", "la vallée de Napa"),
    ("the Barossa Valley", "la vallée de Barossa"), ("the Yarra Valley", "la vallée de la Yarra"), ("the Douro Valley", "la vallée du Douro"), ("the Okanagan Valley", "la vallée de l'Okanagan"), ("the Wachau", "la Wachau"),
    ("the Ottawa Valley", "la vallée de l'Outaouais"), ("the Matapédia Valley", "la vallée de la Matapédia"), ("the Sacred Valley", "la Vallée sacrée"), ("the Cauca Valley", "la vallée du Cauca"), ("the Awash Valley", "la vallée de l'Awash"),
    ("the Ebro Valley", "la vallée de l'Èbre"), ("the Durance Valley", "la vallée de la Durance"), ("the Bekaa Valley", "la plaine de la Bekaa"), ("the Kathmandu Valley", "la vallée de Katmandou"), ("the Breede River Valley", "la vallée de la Breede"),
)  # fmt: skip
_LANDS = (
    ("the Navajo Nation", "la Nation navajo"), ("the Navajo Reservation", "le territoire navajo"), ("the Hopi Reservation", "la réserve hopi"), ("the Pine Ridge Reservation", "la réserve de Pine Ridge"), ("Nunavik", "le Nunavik"),
    ("the Cherokee Nation", "la Nation cherokee"), ("Nitassinan", "le Nitassinan"), ("the Yanomami Territory", "le territoire yanomami"), ("the Kayapó lands", "le territoire kayapó"), ("Dogon Country", "le pays dogon"),
    ("Maasailand", "le pays masaï"), ("Zululand", "le Zoulouland"), ("Arnhem Land", "la Terre d'Arnhem"), ("the Xingu Indigenous Park", "le parc indigène du Xingu"), ("Sámi lands", "le pays sami"),
)  # fmt: skip
_WATERS = (
    ("the Zaporizhzhia reservoir", "le réservoir de Zaporijjia"), ("the Kyiv reservoir", "le réservoir de Kyïv"), ("the Kariba reservoir", "le réservoir de Kariba"), ("Kariba Dam", "le barrage de Kariba"), ("Mosul Dam", "le barrage de Mossoul"),
    ("the Renaissance Dam in Ethiopia", "le barrage de la Renaissance en Éthiopie"), ("the Ilisu Dam", "le barrage d'Ilisu"), ("Inga Dam", "le barrage d'Inga"), ("the Belo Monte Dam", "le barrage de Belo Monte"), ("Tabqa Dam", "le barrage de Tabqa"),
    ("Grand Coulee Dam", "le barrage de Grand Coulee"), ("Lagdo Reservoir", "le réservoir de Lagdo"), ("Bagré Dam", "le barrage de Bagré"), ("the Gouin Reservoir", "le réservoir Gouin"), ("Caniapiscau Reservoir", "le réservoir de Caniapiscau"),
    ("Balbina Dam", "le barrage de Balbina"), ("the Hirakud Reservoir", "le réservoir d'Hirakud"), ("Serre-Ponçon Lake", "le lac de Serre-Ponçon"), ("Lake Urmia", "le lac d'Ourmia"), ("Brome Lake", "le lac Brome"),
    ("the Vjosa", "la Vjosa"),
)  # fmt: skip
_PARKS = (
    ("Wells Gray Provincial Park", "le parc provincial Wells Gray"), ("Kafue National Park", "le parc national de Kafue"), ("Chobe National Park", "le parc national de Chobe"), ("Terra Nova National Park", "le parc national Terra-Nova"),
    ("Kouchibouguac National Park", "le parc national Kouchibouguac"), ("Comoé National Park", "le parc national de la Comoé"), ("Bale Mountains National Park", "le parc national des monts Balé"), ("Crater Lake National Park", "le parc national de Crater Lake"),
    ("Quetico Provincial Park", "le parc provincial Quetico"), ("the Sundarbans National Park", "le parc national des Sundarbans"), ("the Dadia Forest", "la forêt de Dadia"), ("Triglav National Park", "le parc national du Triglav"),
    ("the Isthmus of Tehuantepec", "l'isthme de Tehuantepec"), ("the Tehuantepec isthmus", "l'isthme de Tehuantepec"), ("the Karelian Isthmus", "l'isthme de Carélie"), ("the Crozon peninsula", "la presqu'île de Crozon"), ("Chalkidiki", "la Chalcidique"),
    ("the Langue de Barbarie spit", "la Langue de Barbarie"), ("the Curonian Spit", "la flèche de Courlande"), ("the Central Plateau of Burkina Faso", "le plateau central du Burkina Faso"),
)  # fmt: skip
_ISLANDS = (
    ("Herschel Island", "l'île Herschel"), ("Bylot Island", "l'île Bylot"), ("Ellef Ringnes Island", "l'île Ellef Ringnes"), ("King William Island", "l'île du Roi-Guillaume"), ("Southampton Island", "l'île Southampton"),
    ("the Kerguelen archipelago", "l'archipel de Kerguelen"), ("the Kerguelen Islands", "les îles Kerguelen"), ("the Bijagós Archipelago", "l'archipel des Bijagos"), ("the Chausey Islands", "l'archipel de Chausey"), ("the Aran Islands", "les îles d'Aran"),
    ("the Dahlak Archipelago", "l'archipel des Dahlak"), ("Raja Ampat", "les îles Raja Ampat"), ("Jan Mayen Island", "l'île Jan Mayen"), ("the Hyères Islands", "les îles d'Hyères"), ("Funafuti", "l'atoll de Funafuti"), ("the Quirimbas Archipelago", "l'archipel des Quirimbas"),
)  # fmt: skip
_ON = {"le ": "du ", "la ": "de la ", "l'": "de l'", "les ": "des "}


def _of(name: str) -> str:
    article = next(one for one in sorted(_ON, key=len, reverse=True) if name.startswith(one))
    return _ON[article] + name.removeprefix(article)


MEANINGS = (
    *(
        Meaning(
            name=english,
            slots={"places": SAME, "clarification": None},
            english=(f"Sentinel-2 images of {english} in July 2024", f"mean temperature over {english}, 1991-2020", f"mean temperature over {english.lower()}, 1991-2020"),
            french=(f"images Sentinel-2 {_of(french)} en juillet 2024", f"température moyenne sur {french}, 1991-2020", fold(f"température moyenne sur {french}, 1991-2020")),
        )
        for english, french in (*_STRAITS, *_VALLEYS, *_LANDS, *_WATERS, *_PARKS, *_ISLANDS)
    ),
    Meaning(
        name="a storm told by what it carries is no storm's name",
        slots={"places": SAME, "clarification": None},
        english=("dust storm Canary Islands 22 February 2020 MODIS", "sand storm over the Canary Islands, 22 February 2020, MODIS", "MODIS dust storm Canaries 22 Feb 2020"),
        french=("tempête de sable îles Canaries 22 février 2020 MODIS", "tempête de sable aux Canaries, 22 février 2020, MODIS", "tempête de poussière sur les îles Canaries le 22 février 2020, MODIS"),
    ),
    Meaning(
        name="a river whose name a far greater city has in the other language",
        slots={"action": "describe", "places": SAME, "quantities": ["water_volume_transport_in_river_channel"]},
        english=("discharge of the Vienne in 2020", "streamflow on the Vienne in 2020", "flow of the Vienne in 2020"),
        french=("débit de la Vienne en 2020", "le débit sur la Vienne en 2020", "quel était le débit de la Vienne en 2020 ?"),
    ),
    Meaning(
        name="what grows in a place is no part of its name",
        slots={"phenomena": ["wetland"], "places": SAME},
        english=("How has the extent of mangrove in the Sundarbans changed between 2000 and 2020?", "extent of the Sundarbans mangrove, changes between 2000 and 2020", "the mangrove of the Sundarbans between 2000 and 2020: how did it change?"),
        french=("Comment l'étendue de la mangrove des Sundarbans a-t-elle changé entre 2000 et 2020 ?", "étendue de la mangrove des Sundarbans, changements entre 2000 et 2020", "la mangrove des Sundarbans entre 2000 et 2020 : comment a-t-elle changé ?"),
    ),
    Meaning(
        name="the town that somebody works for",
        slots={"action": "project", "places": SAME, "quantities": ["pr"]},
        english=("I work for the City of Laval: how is rain going to change by 2080?", "I am with the Town of Laval: how will rain change by 2080?", "Asking for the City of Laval: how will rain change by 2080?"),
        french=("Je travaille à la Ville de Laval : comment la pluie va-t-elle changer d'ici 2080 ?", "Je suis à la Ville de Laval : comment la pluie changera-t-elle d'ici 2080 ?", "Je suis urbaniste à la Ville de Laval. Comment la pluie va-t-elle changer d'ici 2080 ?"),
    ),
    Meaning(
        name="a basin that is only pointed at",
        slots={"clarification": "places"},
        english=("Run the model on the basin for 2000-2020.", "Run the model on this basin for 2000-2020.", "Discharge of the basin for 2000-2020"),
        french=("Lance le modèle sur le bassin pour 2000-2020.", "Lance le modèle sur ce bassin pour 2000-2020.", "Débit du bassin pour 2000-2020"),
    ),
    Meaning(
        name="a land that is under something",
        slots={"action": "detect", "phenomena": ["crop"], "places": SAME, "periods": SAME},
        english=("What share of Iowa was cropland in 2019?", "What share of Iowa is under crops in 2019?", "How much of Iowa is cropland in 2019?"),
        french=("Quelle part de l'Iowa était cultivée en 2019 ?", "Quelle part de l'Iowa est en cultures en 2019 ?", "Quelle proportion de l'Iowa est en culture en 2019 ?"),
    ),
    Meaning(
        name="storms that came close to a land",
        slots={"phenomena": ["tropical_cyclone"], "places": SAME, "statistics": ["count"]},
        english=("How many tropical storms came close to the Philippines in 2024?", "How many tropical storms passed close to the Philippines in 2024?", "Number of tropical storms near the Philippines in 2024"),
        french=("Combien de tempêtes tropicales ont frôlé les Philippines en 2024 ?", "Combien de tempêtes tropicales sont passées près des Philippines en 2024 ?", "Nombre de tempêtes tropicales près des Philippines en 2024"),
    ),
)  # fmt: skip
