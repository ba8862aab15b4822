"""Ground pointed at, how things stand somewhere, what is shown, which of two lands: one reading in both languages."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import SAME, Meaning

MEANINGS = (
    Meaning(
        name="more about ground that is pointed at",
        slots={"action": "explain", "clarification": "places"},
        english=("tell me more about this spot", "tell me about this place", "what can you say about here", "what do you know about this area?"),
        french=("dis-m'en plus sur cet endroit", "dites-m'en plus sur ce lieu", "parle-moi de cet endroit", "qu'est-ce que tu peux dire d'ici", "que sais-tu de cette zone ?"),
    ),
    Meaning(
        name="more about a quantity of ground that is pointed at",
        slots={"action": "describe", "clarification": "places"},
        english=("tell me more about the temperature of this area",),
        french=("dis-m'en plus sur la température de cette zone",),
    ),
    Meaning(
        name="from here and from now on",
        slots={"clarification": None, "action": "project"},
        english=("Sea level by 2050",),
        french=("Le niveau de la mer d'ici 2050", "Le niveau de la mer d'ici à 2050"),
    ),
    Meaning(
        name="from when on an archive has data",
        slots={"action": "explain", "clarification": None, "collections": ["sentinel-5p"]},
        english=("From which year on does the Sentinel-5P archive provide data?", "From what year onwards is Sentinel-5P available?", "From which date does Sentinel-5P have data?"),
        french=("À partir de quelle année l'archive Sentinel-5P fournit-elle des données ?", "À partir de quelle date Sentinel-5P est-il disponible ?"),
    ),
    Meaning(
        name="from when on there are scenes of somewhere",
        slots={"action": "find"},
        english=("From which date on do we have Sentinel-2 scenes of Paris?",),
        french=("À partir de quelle date a-t-on des scènes Sentinel-2 de Paris ?",),
    ),
    Meaning(
        name="things counted on images of before and after",
        slots={"action": "change", "statistics": ["count"], "clarification": "places"},
        english=("Count the collapsed bridges using before/after satellite imagery in the area I drew", "Count the destroyed buildings with before/after images in the area I drew"),
        french=("Compte les ponts effondrés avec des images satellite avant/après dans la zone que j'ai dessinée", "Compte les bâtiments détruits avec des images avant/après dans la zone que j'ai dessinée"),
    ),
    Meaning(
        name="things counted on images that are given",
        slots={"action": "detect", "statistics": ["count"], "phenomena": ["ship"]},
        english=("Here are some images: count the ships in each of them.",),
        french=("Voici des images : compte les navires dans chacune.",),
    ),
    Meaning(
        name="images that are looked for",
        slots={"action": "find"},
        english=("Find some images of Paris",),
        french=("Trouve des images de Paris",),
    ),
    Meaning(
        name="a value of nothing that was said",
        slots={"clarification": "quantities", "outputs": []},
        english=("Show where the value is above 25 in the Gulf of Lion in July 2022", "Where does the value exceed 25 in Spain in July 2022?", "Show where the values are below 3 in Kenya"),
        french=("Montre où la valeur dépasse 25 dans le golfe du Lion en juillet 2022", "Où la valeur dépasse-t-elle 25 en Espagne en juillet 2022 ?", "Montre où les valeurs sont inférieures à 3 au Kenya"),
    ),
    Meaning(
        name="what a mission measures is shown",
        slots={"action": "describe"},
        english=("Show modis chlorophyl for the Adriatic", "Show me VIIRS sea surface temperature around Crete", "Show Sentinel-5P NO2 over Paris"),
        french=("Affiche la chlorophylle modis pour l'Adriatique", "Montre-moi la température de surface de la mer VIIRS autour de la Crète", "Affiche le NO2 de Sentinel-5P sur Paris"),
    ),
    Meaning(
        name="scenes and data of it are found",
        slots={"action": "find"},
        english=("Show MODIS chlorophyll scenes for the Adriatic", "Show available MODIS temperature data for Crete"),
        french=("Affiche les scènes MODIS de chlorophylle pour l'Adriatique", "Montre les données de température MODIS disponibles pour la Crète"),
    ),
    Meaning(
        name="how the sea is somewhere",
        slots={"action": "describe"},
        english=("What is the sea like off Brest?", "What are the ocean conditions off Chile?", "How is the weather in Brest today?", "What is the sea like at longitude 5 and latitude 42?"),
        french=("Comment est la mer au large de Brest ?", "Quelles sont les conditions océaniques au large du Chili ?", "Comment est le temps à Brest aujourd'hui ?", "Comment est la mer à la longitude 5 et la latitude 42 ?"),
    ),
    Meaning(
        name="whether it is warm there",
        slots={"action": "describe", "quantities": SAME},
        english=("What is the sea like at longitude 5, latitude 42? Is it warm?",),
        french=("Comment est la mer à la longitude 5 et la latitude 42 ? Est-elle chaude ?",),
    ),
    Meaning(
        name="how the snow and the water are somewhere",
        slots={"action": "detect"},
        english=("What's the snow like in Chamonix?", "how are the snow conditions in Chamonix?", "How is the water quality in Lake Garda?"),
        french=("Comment est la neige à Chamonix ?", "quelles sont les conditions de neige à Chamonix ?", "Comment est la qualité de l'eau du lac de Garde ?"),
    ),
    Meaning(
        name="how something comes about",
        slots={"action": "explain"},
        english=("How is snow formed in the Alps?", "How is sea ice measured in the Arctic?", "What are the weather conditions needed for fires in Corsica?"),
        french=("Comment se forme la neige dans les Alpes ?", "Comment mesure-t-on la glace de mer dans l'Arctique ?", "Quelles conditions météo faut-il pour des incendies en Corse ?"),
    ),
    Meaning(
        name="water that is watched",
        slots={"action": "detect", "phenomena": ["surface_water"]},
        english=("water monitoring in Catalonia, spring 2024", "water detection in Catalonia, spring 2024"),
        french=("suivi de l'eau en Catalogne, printemps 2024", "détection d'eau en Catalogne, printemps 2024"),
    ),
    Meaning(
        name="the quality of water that is watched",
        slots={"action": "detect", "phenomena": ["water"]},
        english=("water quality monitoring in Catalonia, spring 2024",),
        french=("suivi de la qualité de l'eau en Catalogne, printemps 2024",),
    ),
    Meaning(
        name="of two lands of one name the one that holds the town",
        slots={"clarification": None, "action": "find"},
        english=("images of Atlanta in Georgia", "images of Savannah, Georgia", "images of Batumi, Georgia"),
        french=("images d'Atlanta en Géorgie", "images de Savannah, Géorgie", "images de Batoumi, Géorgie"),
    ),
    Meaning(
        name="a land alone of two of its name",
        slots={"clarification": "places"},
        english=("images of Georgia", "images of Rome and Georgia"),
        french=("images de Géorgie", "images de Rome et de Géorgie"),
    ),
    Meaning(
        name="a plain of a land",
        slots={"clarification": None, "action": "detect", "phenomena": ["crop"]},
        english=("Find crop fields in the Punjab plains of India from last season.",),
        french=("Trouve les champs cultivés dans les plaines du Pendjab en Inde de la saison dernière.",),
    ),
)  # fmt: skip
