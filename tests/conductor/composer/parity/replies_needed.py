"""What is asked back because nothing can be done without it: ground only pointed at, a model without a basin, variables told elsewhere."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import Meaning

PLACES = {"declined": None, "clarification": "places"}
QUANTITIES = {"declined": None, "clarification": "quantities"}
NOTHING = {"declined": None, "clarification": None}

MEANINGS = (
    Meaning(
        name="a kind of ground for its name", slots={**PLACES, "places": []},
        english=("Detect ships in the strait on 4 May 2026", "Chlorophyll in the lagoon in June 2025", "Temperature of the estuary in 2020", "Soil moisture on the plot, June 2024", "Snow depth on the mountain last winter", "How hot was it at the airport in July 2024?"),
        french=("Détecte les navires dans le détroit le 4 mai 2026", "Chlorophylle dans la lagune en juin 2025", "Température de l'estuaire en 2020", "Humidité du sol sur la parcelle, juin 2024", "Hauteur de neige sur la montagne l'hiver dernier", "Quelle température faisait-il à l'aéroport en juillet 2024 ?"),
    ),
    Meaning(
        name="ground of a name", slots=NOTHING,
        english=("Detect ships in the Strait of Hormuz on 4 May 2026", "Detroit: mean temperature in 2020", "Chlorophyll in the Venice lagoon in June 2025", "Rainfall in the Beira district, March 2019"),
        french=("Détecte les navires dans le détroit d'Ormuz le 4 mai 2026", "Détroit : température moyenne en 2020", "Chlorophylle dans la lagune de Venise en juin 2025", "Pluie dans le district de Beira, mars 2019"),
    ),
    Meaning(
        name="what we get", slots=PLACES,
        english=("How many tropical nights will we have by 2050 (ssp245)?", "How much rain did we get in 2024?", "How many days above 35 °C will we face by 2050, ssp585?"),
        french=("Combien de nuits tropicales aurons-nous d'ici 2050 (ssp245) ?", "Combien de jours au-dessus de 35 °C subirons-nous d'ici 2050, ssp585 ?", "Notre district s'assèche-t-il ? Pluie depuis 1980"),
    ),
    Meaning(
        name="what we get, where told", slots=NOTHING,
        english=("I live in Bergen: how much rain did we get in 2020?", "How many tropical nights will we have in Tunis by 2050 (ssp245)?"),
        french=("J'habite à Bergen : combien de pluie avons-nous eue en 2020 ?", "Combien de nuits tropicales aurons-nous à Tunis d'ici 2050 (ssp245) ?"),
    ),
    Meaning(
        name="a model without a basin", slots={**PLACES, "action": "simulate"},
        english=("Run HMETS from 1990 to 2010", "Run a hydrological simulation with Raven under ssp585 for 2041-2070", "Simulate streamflow with HBVEC, 2001-2020", "run GR4J with ERA5 forcing for 2001-2020"),
        french=("Lance HMETS de 1990 à 2010", "Lance une simulation hydrologique avec Raven sous ssp585 pour 2041-2070", "Simule les débits avec HBVEC, 2001-2020", "lance GR4J avec le forçage ERA5 pour 2001-2020"),
    ),
    Meaning(
        name="a model on its basin", slots={**NOTHING, "action": "simulate"},
        english=("Run GR4J on the Loire for 2001-2020", "Simulate streamflow of the Ottawa River with HMETS, 1990-2010"),
        french=("Lance GR4J sur la Loire pour 2001-2020", "Simule le débit de la rivière des Outaouais avec HMETS, 1990-2010"),
    ),
    Meaning(
        name="variables told elsewhere", slots={**QUANTITIES, "action": "find"},
        english=("Which models have my variable in daily for ssp245?", "Find CMIP6 models that offer our variables for ssp126", "Do any models provide this variable at 6-hourly frequency?"),
        french=("Quels modèles ont ma variable en quotidien pour ssp245 ?", "Trouve les modèles CMIP6 qui offrent nos variables pour ssp126", "Des modèles fournissent-ils cette variable toutes les 6 heures ?"),
    ),
    Meaning(
        name="a variable named", slots=NOTHING,
        english=("In which CMIP6 models is the variable siconc available?", "What is the variable tasmax?", "Volume of water in Lake Balkhash in 2020"),
        french=("Dans quels modèles CMIP6 la variable siconc est-elle disponible ?", "Qu'est-ce que la variable tasmax ?", "Volume d'eau du lac Balkhach en 2020"),
    ),
    Meaning(
        name="since when data are there", slots={"action": "explain", "collections": ["sentinel-5p"], "clarification": None, "declined": None},
        english=("From when is Sentinel-5P available?", "Since when is Sentinel-5P available?", "From what date are Sentinel-5P data available?", "Since when do we have Sentinel-5P?"),
        french=("À partir de quand dispose-t-on de Sentinel-5P ?", "Depuis quand Sentinel-5P est-il disponible ?", "À partir de quelle date les données Sentinel-5P sont-elles disponibles ?", "Depuis quand a-t-on Sentinel-5P ?"),
    ),
    Meaning(
        name="how a thing looks in images", slots={"action": "explain", "clarification": None},
        english=("What do oil slicks look like on Sentinel-1?", "How do oil slicks appear on Sentinel-1?", "How do oil slicks show up on Sentinel-1?", "What does an oil slick look like on Sentinel-1?"),
        french=("À quoi ressemblent les nappes d'hydrocarbures sur Sentinel-1 ?", "Comment apparaissent les nappes d'hydrocarbures sur Sentinel-1 ?", "À quoi ressemble une nappe d'hydrocarbures sur Sentinel-1 ?"),
    ),
    Meaning(
        name="what it will be like, in no measure", slots={"clarification": "quantities"},
        english=("What will it look like in Bhutan by 2100 under ssp585?", "What will it be like in Bhutan by 2100 under ssp585?", "What will the climate look like in Bhutan by 2100 under ssp585?"),
        french=("Ça donnera quoi au Bhoutan à l'horizon 2100 en ssp585 ?", "Ça va donner quoi au Bhoutan d'ici 2100 en ssp585 ?", "À quoi ressemblera le climat au Bhoutan d'ici 2100 en ssp585 ?"),
    ),
    Meaning(
        name="a word in lower case is no river",
        slots={"clarification": "places"},
        frames=("Heating degree days at our school in the 2040s, ssp245? {}", "Combien de degrés-jours de chauffage aurons-nous à notre école dans les années 2040 avec ssp245 ? {}"),
        english=("The boiler is to be replaced.", "We need to size the boiler.", "The furnace is old."),
        french=("La chaudière est à remplacer.", "Il faut dimensionner la chaudière.", "La chaudière est vieille."),
    ),
)  # fmt: skip
